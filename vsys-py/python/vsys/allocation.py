# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``allocation.*``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "advance",
    "apportion",
    "cascade",
    "check",
    "progress",
    "summary",
    "verify",
    "view",
]


def advance(
    *,
    state: _types.StateDocumentInput | _types.StateDocument,
    actor: _types.ActorRequest,
    event: _types.EventRequest,
    at: datetime.datetime | str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.AdvanceAnswer]:
    """Moves the workflow of an allocation by one event.

    分配の手順を1つ進める。

    Args:
        state: The state, as it was answered before.
        actor: Who acts, on its own unit.
        event: What is asked for.
        at: When, JST, for the operation log.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.advance")``.
    """
    return _run(
        "allocation.advance",
        book,
        {"state": state, "actor": actor, "event": event},
        {"at": at},
    )


def apportion(
    *,
    supply: int,
    recipients: Sequence[_types.RecipientRequest],
    explain: Literal["none", "figures", "text"] | None = None,
    first_units: Literal["refuse", "by-weight"] | None = None,
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"] | None = None,
    ties: Literal["ruled", "report"] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.ApportionAnswer]:
    """Shares whole units in proportion to weights, exactly.

    重みに比例して整数単位を配分する。

    Args:
        supply: The units to share.
        recipients: Who shares them, at most 1,000,000.
        explain: How much the answer explains.
        first_units: What Adams and Hill do when the supply does not reach to one unit for everybody.
        method: How; absent = largest remainder (assumption.proposal-method).
        ties: Ties by the ruled order (larger weight, then smaller id), or refused.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.apportion")``.
    """
    return _run(
        "allocation.apportion",
        book,
        {"supply": supply, "recipients": recipients},
        {"explain": explain, "first_units": first_units, "method": method, "ties": ties},
    )


def cascade(
    *,
    cycle: int,
    delivery_week: datetime.date | str,
    product: str,
    supply: _types.SupplyRequest,
    capacity_rounding: Literal["ceil", "floor", "half-up"] | None = None,
    explain: Literal["none", "figures", "text"] | None = None,
    explain_only: Sequence[str] | None = None,
    first_units: Literal["refuse", "by-weight"] | None = None,
    hubs: Sequence[_types.HubRequest] | None = None,
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"] | None = None,
    municipalities: Sequence[_types.AllocationMunicipalityRequest] | None = None,
    needles: _types.NeedlesRequest | None = None,
    prefectures: Sequence[_types.PrefectureRequest] | None = None,
    satellites: Sequence[_types.SatelliteRequest] | None = None,
    share_rounding: Literal["ceil", "floor", "half-up"] | None = None,
    state: bool | None = None,
    ties: Literal["ruled", "report"] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.CascadeAnswer]:
    """Shares a supply from the nation down to the sites.

    国から接種会場まで段階的に配分する。

    Args:
        cycle: The number of the cycle (クール).
        delivery_week: The Monday of the delivery week, which decides the pack.
        product: The vaccine's id in the product master.
        supply: The registered supply.
        capacity_rounding: How a hub's capacity in doses is rounded to boxes.
        explain: How much the answer explains.
        explain_only: Only these recipients are explained; absent = all.
        first_units: What Adams and Hill do when a supply does not reach.
        hubs: The hubs, at most 200,000.
        method: How, at every level; absent = largest remainder (assumption.proposal-method).
        municipalities: The municipalities; one that only its hubs name is there with nothing asked of it.
        needles: Needles and syringes.
        prefectures: The prefectures; one that only its municipalities name is there with nothing asked of it.
        satellites: The satellites, at most 200,000.
        share_rounding: How a share of boxes is rounded.
        state: Whether the answer holds the state with which the workflow begins.
        ties: Ties by the ruled order, or refused.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.cascade")``.
    """
    return _run(
        "allocation.cascade",
        book,
        {"cycle": cycle, "delivery_week": delivery_week, "product": product, "supply": supply},
        {"capacity_rounding": capacity_rounding, "explain": explain, "explain_only": explain_only, "first_units": first_units, "hubs": hubs, "method": method, "municipalities": municipalities, "needles": needles, "prefectures": prefectures, "satellites": satellites, "share_rounding": share_rounding, "state": state, "ties": ties},
    )


def check(
    *,
    givers: Sequence[_types.GiverRequest],
    book: _RuleBook | None = None,
) -> _Answer[_types.CheckAnswer]:
    """Marks whether what is given on was received.

    受領量と配分量を照合し〇Ｘを付ける。

    Args:
        givers: The givers.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.check")``.
    """
    return _run("allocation.check", book, {"givers": givers}, {})


def progress(
    *,
    state: _types.StateDocumentInput | _types.StateDocument,
    actor: _types.ActorRequest,
    book: _RuleBook | None = None,
) -> _Answer[_types.ProgressAnswer]:
    """Tells how far the recipients of a giver are.

    進捗状況を示す。

    Args:
        state: The state.
        actor: The giver that looks at its own figures.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.progress")``.
    """
    return _run("allocation.progress", book, {"state": state, "actor": actor}, {})


def summary(
    *,
    state: _types.StateDocumentInput | _types.StateDocument,
    actor: _types.ActorRequest,
    book: _RuleBook | None = None,
) -> _Answer[_types.SummaryAnswer]:
    """Adds up what was received and what is given on.

    集計情報を示す。

    Args:
        state: The state.
        actor: The giver that looks at its own figures.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.summary")``.
    """
    return _run("allocation.summary", book, {"state": state, "actor": actor}, {})


def verify(
    *,
    apportion: _types.ApportionPair | None = None,
    cascade: _types.CascadePair | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.VerifyAnswer]:
    """Re-checks an answer without the engine.

    回答を独立に検算する。

    Args:
        apportion: A request of `allocation.apportion` and its answer.
        cascade: A request of `allocation.cascade` and its answer.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.verify")``.
    """
    return _run("allocation.verify", book, {}, {"apportion": apportion, "cascade": cascade})


def view(
    *,
    state: _types.StateDocumentInput | _types.StateDocument,
    actor: _types.ActorRequest,
    needle: str | None = None,
    syringe: str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.ViewAnswer]:
    """Shows what an actor may see.

    分配量を閲覧する。

    Args:
        state: The state.
        actor: Who looks.
        needle: The needle's id in the product master.
        syringe: The syringe's id in the product master.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.view")``.
    """
    return _run(
        "allocation.view",
        book,
        {"state": state, "actor": actor},
        {"needle": needle, "syringe": syringe},
    )
