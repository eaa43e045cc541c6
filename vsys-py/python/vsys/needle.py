# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``needle.*``."""

from __future__ import annotations

import datetime
from typing import Literal

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "fill",
]


def fill(
    *,
    product: str,
    delivery_week: datetime.date | str,
    boxes: int,
    purpose: Literal["allocation", "plan"],
    earlier: int | None = None,
    lowered: int | None = None,
    needle: str | None = None,
    policy: _types.NeedlePolicyRequest | None = None,
    rounding: Literal["ceil", "half-up"] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.NeedleAnswer]:
    """Fills in needle boxes for vaccine boxes.

    針・シリンジの箱数を自動入力する。

    Args:
        product: The vaccine's id in the product master.
        delivery_week: The Monday of the delivery week.
        boxes: Vaccine boxes (箱).
        purpose: Whether the needles go with an allocation or are filled in on the plan screen.
        earlier: An earlier lowering, made before the vaccine boxes changed.
        lowered: Needle boxes entered by hand: at most what is filled in.
        needle: The needle's id in the product master.
        policy: The plan's policy; absent = the product's published one.
        rounding: An allocation's rounding.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        The needle boxes; syringes are the same (NDL-1).

        - ``doses`` (int): Doses of the vaccine boxes.
        - ``filled`` (int): What is filled in, in boxes.
        - ``needles`` (int): What stands after the lowering, in boxes.
        - ``pieces`` (int): The same in pieces (本).
        - ``policy`` (str): The name of the policy.
        - ``syringes`` (int): The same figure of syringes.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("needle.fill")``.

    Source:
        NDL-1: The quantity of syringes always equals the quantity of needles. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録; 「自治体説明会（第3回）資料2」, 2021-02-17: デモンストレーションの前提)
        NDL-2: With Pfizer boxes of 975 doses, 2,000, 160, 5 and 1 boxes go with 19,500, 1,560, 49 and 10 needle boxes. (「自治体説明会（第3回）資料2」, 2021-02-17: デモンストレーションの前提)
        NDL-3: With Moderna booster boxes, 4, 3, 2, 3 and 0 boxes go with 7, 5, 4, 5 and 0 needle boxes. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        NDL-5: Needle boxes follow a policy of the product: an allocation takes doses / 100 rounded up, the booster plan the fewest boxes that hold more pieces than doses. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録; 「自治体説明会（第3回）資料2」, 2021-02-17: デモンストレーションの前提; vsys rulings: what is decided where the sources are silent: needle-allocation; vsys rulings: what is decided where the sources are silent: needle-autofill)
        NDL-6: The filled-in number of needle boxes may be lowered, down to 0, and not raised. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録; vsys rulings: what is decided where the sources are silent: needle-override)
    """
    return _run(
        "needle.fill",
        book,
        {"product": product, "delivery_week": delivery_week, "boxes": boxes, "purpose": purpose},
        {"earlier": earlier, "lowered": lowered, "needle": needle, "policy": policy, "rounding": rounding},
    )
