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
    policy: _types.PolicyRequest | None = None,
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

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("needle.fill")``.
    """
    return _run(
        "needle.fill",
        book,
        {"product": product, "delivery_week": delivery_week, "boxes": boxes, "purpose": purpose},
        {"earlier": earlier, "lowered": lowered, "needle": needle, "policy": policy, "rounding": rounding},
    )
