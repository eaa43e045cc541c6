# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``plan.*``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "change",
    "decide",
    "preview",
    "register",
    "status",
]


def change(
    *,
    actor: _types.ActorRequest,
    at: datetime.datetime | str,
    booster_id: bool,
    plan: _types.PlanDocumentInput | _types.PlanDocument,
    rows: Sequence[_types.PlanEntry],
    confirmed: Sequence[_types.PlanConfirmation] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.PlanMoved]:
    """Changes a booster plan.

    接種計画を変更する。

    Args:
        actor: Who acts: the site that plans.
        at: When, JST.
        booster_id: Whether the login is the V-SYS ID of a booster site (PLN-7).
        plan: The plan, as it was answered before.
        rows: The new figures; a cycle that is not named keeps its own.
        confirmed: The cycles whose allocation is fixed for all sites.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("plan.change")``.
    """
    return _run(
        "plan.change",
        book,
        {"actor": actor, "at": at, "booster_id": booster_id, "plan": plan, "rows": rows},
        {"confirmed": confirmed},
    )


def decide(
    *,
    actor: _types.ActorRequest,
    at: datetime.datetime | str,
    decision: Literal["confirm", "refuse"],
    plan: _types.PlanDocumentInput | _types.PlanDocument,
    confirmed: Sequence[_types.PlanConfirmation] | None = None,
    reason: str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.PlanMoved]:
    """Confirms or refuses a change above the first total.

    国の確認を行う。

    Args:
        actor: Who acts: the nation.
        at: When, JST.
        decision: confirm or refuse.
        plan: The plan, as it was answered before.
        confirmed: The cycles whose allocation is fixed for all sites.
        reason: Why; required for a refusal.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("plan.decide")``.
    """
    return _run(
        "plan.decide",
        book,
        {"actor": actor, "at": at, "decision": decision, "plan": plan},
        {"confirmed": confirmed, "reason": reason},
    )


def preview(
    *,
    actor: _types.ActorRequest,
    at: datetime.datetime | str,
    booster_id: bool,
    rows: Sequence[_types.PlanEntry],
    confirmed: Sequence[_types.PlanConfirmation] | None = None,
    plan: _types.PlanDocumentInput | _types.PlanDocument | None = None,
    setup: _types.PlanSetupInput | _types.PlanSetup | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.PlanPreviewAnswer]:
    """Tells what a registration or change would do.

    接種計画の登録・変更を事前に確かめる。

    Args:
        actor: Who would act: the site that plans.
        at: When, JST.
        booster_id: Whether the login is the V-SYS ID of a booster site (PLN-7).
        rows: The figures.
        confirmed: The cycles whose allocation is fixed for all sites.
        plan: The plan that would change.
        setup: What a plan not yet registered would be about.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("plan.preview")``.
    """
    return _run(
        "plan.preview",
        book,
        {"actor": actor, "at": at, "booster_id": booster_id, "rows": rows},
        {"confirmed": confirmed, "plan": plan, "setup": setup},
    )


def register(
    *,
    actor: _types.ActorRequest,
    at: datetime.datetime | str,
    booster_id: bool,
    rows: Sequence[_types.PlanEntry],
    setup: _types.PlanSetupInput | _types.PlanSetup,
    confirmed: Sequence[_types.PlanConfirmation] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.PlanMoved]:
    """Registers a booster plan.

    接種計画を登録する。

    Args:
        actor: Who acts: the site that plans.
        at: When, JST.
        booster_id: Whether the login is the V-SYS ID of a booster site (PLN-7).
        rows: The figures; a cycle that is not named gets none.
        setup: What the plan is about.
        confirmed: The cycles whose allocation is fixed for all sites.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("plan.register")``.
    """
    return _run(
        "plan.register",
        book,
        {"actor": actor, "at": at, "booster_id": booster_id, "rows": rows, "setup": setup},
        {"confirmed": confirmed},
    )


def status(
    *,
    at: datetime.datetime | str,
    plan: _types.PlanDocumentInput | _types.PlanDocument,
    allocated: Sequence[_types.PlanAllocated] | None = None,
    confirmed: Sequence[_types.PlanConfirmation] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.PlanStatusAnswer]:
    """Shows a plan and which rows can be changed.

    接種計画と行の状態を示す。

    Args:
        at: The moment, JST.
        plan: The plan, as it was answered before.
        allocated: What was allocated, cycle by cycle; never counted in the plan's total.
        confirmed: The cycles whose allocation is fixed for all sites.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("plan.status")``.
    """
    return _run(
        "plan.status",
        book,
        {"at": at, "plan": plan},
        {"allocated": allocated, "confirmed": confirmed},
    )
