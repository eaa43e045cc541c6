# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``access.*``."""

from __future__ import annotations

import datetime

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "decide",
]


def decide(
    *,
    actor: _types.ActorRequest,
    action: str,
    date: datetime.date | str,
    booster_id: bool | None = None,
    target: _types.AccessTargetRequest | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.DecideAnswer]:
    """Decides who may do what, with reason and rule.

    操作の可否を理由と規則とともに示す。

    Args:
        actor: Who wants to act.
        action: The id of the action, such as `allocation.lock`.
        date: On which day.
        booster_id: Whether the actor's ID is one of a booster site (追加接種のV-SYS ID).
        target: On whose data.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("access.decide")``.
    """
    return _run(
        "access.decide",
        book,
        {"actor": actor, "action": action, "date": date},
        {"booster_id": booster_id, "target": target},
    )
