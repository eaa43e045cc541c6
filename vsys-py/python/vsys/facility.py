# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``facility.*``."""

from __future__ import annotations

import datetime
from typing import Literal

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "change",
    "decide",
    "eligibility",
]


def change(
    *,
    actor: _types.ActorRequest,
    at: datetime.datetime | str,
    changes: _types.FacilityChanges,
    facility: _types.FacilityDocumentInput | _types.FacilityDocument | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.FacilityChangeAnswer]:
    """Registers a facility or changes its record.

    医療機関・接種会場の情報を登録・変更する。

    Args:
        actor: Who acts: the facility itself, or its municipality where it may enter.
        at: When, JST.
        changes: What is to be changed.
        facility: The record, as it was answered before; left out at the first registration.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("facility.change")``.
    """
    return _run(
        "facility.change",
        book,
        {"actor": actor, "at": at, "changes": changes},
        {"facility": facility},
    )


def decide(
    *,
    facility: _types.FacilityDocumentInput | _types.FacilityDocument,
    actor: _types.ActorRequest,
    at: datetime.datetime | str,
    decision: Literal["approve", "reject"],
    reason: str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.FacilityDecideAnswer]:
    """Approves or rejects the change that waits.

    申請中の変更を承認または却下する。

    Args:
        facility: The record, as it was answered before.
        actor: Who acts: the municipality of the facility.
        at: When, JST.
        decision: 承認 or 却下.
        reason: Why it is rejected; a rejection needs it.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("facility.decide")``.
    """
    return _run(
        "facility.decide",
        book,
        {"facility": facility, "actor": actor, "at": at, "decision": decision},
        {"reason": reason},
    )


def eligibility(
    *,
    facility: _types.FacilityDocumentInput | _types.FacilityDocument,
    date: datetime.date | str,
    delivery_week: datetime.date | str | None = None,
    product: str | None = None,
    rounding: Literal["ceil", "floor", "half-up"] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.FacilityEligibilityAnswer]:
    """Tells whether and how a facility can receive vaccine.

    分配の対象となるかどうかと納入の経路を示す。

    Args:
        facility: The record, as it was answered before.
        date: The day.
        delivery_week: The Monday of the delivery week, for the cap; the product is needed with it.
        product: The vaccine's id in the product master, when one product is asked for.
        rounding: How a capacity becomes a cap in boxes: ceil or floor.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("facility.eligibility")``.
    """
    return _run(
        "facility.eligibility",
        book,
        {"facility": facility, "date": date},
        {"delivery_week": delivery_week, "product": product, "rounding": rounding},
    )
