# Made by `cargo xtask gen` from the table of operations; do not edit.
"""Every operation of the table."""

from __future__ import annotations

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook
from . import (
    access,
    allocation,
    application,
    calendar,
    claims,
    code,
    contract,
    facility,
    form,
    machines,
    needle,
    plan,
    product,
    quantity,
    rules,
    types,
)

__all__ = [
    "access",
    "allocation",
    "application",
    "calendar",
    "claims",
    "code",
    "contract",
    "facility",
    "form",
    "machines",
    "needle",
    "plan",
    "product",
    "quantity",
    "rules",
    "types",
    "version",
]


def version(
    *,
    book: _RuleBook | None = None,
) -> _Answer[_types.VersionAnswer]:
    """Tells the versions of library, wire and data.

    版を示す。

    Args:
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        The versions that an answer depends on.

        - ``data`` (str): The version of the tables; a caller's own are named.
        - ``library`` (str): The version of the library.
        - ``wire`` (str): The version of the wire.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("version")``.
    """
    return _run("version", book, {}, {})
