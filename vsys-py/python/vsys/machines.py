# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``machines.*``."""

from __future__ import annotations

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "export",
]


def export(
    *,
    machine: str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.MachinesAnswer]:
    """Lists the state machines with states, moves and diagrams.

    状態遷移の一覧と図を示す。

    Args:
        machine: The id of one machine; absent = all.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("machines.export")``.
    """
    return _run("machines.export", book, {}, {"machine": machine})
