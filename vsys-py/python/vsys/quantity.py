# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``quantity.*``."""

from __future__ import annotations

import datetime
from typing import Literal

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "convert",
]


def convert(
    *,
    product: str,
    delivery_week: datetime.date | str,
    boxes: int | None = None,
    doses: int | None = None,
    rounding: Literal["ceil", "floor", "half-up"] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.ConvertAnswer]:
    """Converts boxes, vials, pieces and doses.

    箱・バイアル・本・回数を換算する。

    Args:
        product: The product's id in the product master.
        delivery_week: The Monday of the delivery week, which decides the pack.
        boxes: Boxes (箱); exactly one of `boxes` and `doses`.
        doses: Doses (回分), rounded to boxes by `rounding`.
        rounding: How doses are rounded to boxes.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        One quantity in every unit of the product.

        - ``boxes`` (int): Boxes (箱).
        - ``doses`` (int): Doses (回分) that the boxes hold.
        - ``doses_per_box`` (int): Doses in one box.
        - ``pieces`` (int, may be absent): Pieces (本), of needles and syringes.
        - ``vials`` (int, may be absent): Vials (バイアル), of vaccine.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("quantity.convert")``.

    Source:
        QTY-1: Vaccine, needles and syringes are allocated as three quantities, each counted in whole boxes, the smallest package, and shown with their doses. (「自治体説明会（第3回）資料2」, 2021-02-17: デモンストレーションの前提)
        QTY-2: A Pfizer box of the first packs is 195 vials of 5 doses, 975 doses; a box of needles or of syringes is 100 pieces, one piece for a dose. (「自治体説明会（第3回）資料2」, 2021-02-17: 国から都道府県への分配量の確認; 「自治体説明会（第3回）資料2」, 2021-02-17: 都道府県から市町村への分配量の確認)
        QTY-3: The printed conversions hold: 2,000, 160, 5 and 1 vaccine boxes are 1,950,000, 156,000, 4,875 and 975 doses; 19,500, 1,560, 49 and 10 needle boxes are 1,950,000, 156,000, 4,900 and 1,000 pieces. (「自治体説明会（第3回）資料2」, 2021-02-17: デモンストレーションの前提; 「自治体説明会（第3回）資料2」, 2021-02-17: 国から都道府県への分配量の確認; 「自治体説明会（第3回）資料2」, 2021-02-17: 都道府県から市町村への分配量の確認)
        QTY-4: A Moderna booster box is 150 doses, and a box of its needles or syringes is 100 pieces. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        QTY-5: The early image of the plan screen counts 100 doses a Moderna box, which is the pack of doses 1 and 2. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み・接種計画の登録作業のイメージについて)
        QTY-7: A site sees its amounts in boxes and, beside them, in doses: 1, 10 and 10 boxes stand for 975, 1,000 and 1,000 doses. (「自治体説明会（第3回）資料2」, 2021-02-17: 分配量と納入予定日の確認)
        PRD-7: Packs stand in a dated product master: vials a box, doses a vial, pieces a box, age band and kind of dose; the delivery week decides which pack holds. (ワクチンの包装単位とバイアル当たり回数に関する厚生労働省の公表資料（令和3年の配送計画・出荷実績）; vsys rulings: what is decided where the sources are silent: product-packs)
        F-PACK: Pfizer 12+ comes in boxes of 195 vials, 5 doses a vial, 6 from the week of 2021-05-10; Pfizer 5–11 and Moderna 1–2 in 10 × 10; Moderna booster in 10 × 15. (ワクチンの包装単位とバイアル当たり回数に関する厚生労働省の公表資料（令和3年の配送計画・出荷実績）; 令和3年のワクチン配分箱数に関する厚生労働省および都道府県の報道発表, 2021)
    """
    return _run(
        "quantity.convert",
        book,
        {"product": product, "delivery_week": delivery_week},
        {"boxes": boxes, "doses": doses, "rounding": rounding},
    )
