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

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("quantity.convert")``.
    """
    return _run(
        "quantity.convert",
        book,
        {"product": product, "delivery_week": delivery_week},
        {"boxes": boxes, "doses": doses, "rounding": rounding},
    )
