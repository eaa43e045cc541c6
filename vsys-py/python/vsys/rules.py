# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``rules.*``."""

from __future__ import annotations

from typing import Literal

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "assumptions",
    "list",
]


def assumptions(
    *,
    rule: str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.AssumptionsAnswer]:
    """Lists the register of assumptions.

    前提の一覧を示す。

    Args:
        rule: Only assumptions about this rule, such as `ALC-5`.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        The register in the order of ids.

        - ``assumptions`` (list[AssumptionAnswer]): The assumptions.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("rules.assumptions")``.
    """
    return _run("rules.assumptions", book, {}, {"rule": rule})


def list(
    *,
    kind: Literal["computed", "text"] | None = None,
    prefix: str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.RulesAnswer]:
    """Lists every rule with its kind and source.

    規則の一覧を示す。

    Args:
        kind: Only rules of this kind.
        prefix: Only rules whose id begins so, such as `ALC-`.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        The rules in the order of the sources.

        - ``rules`` (list[RuleAnswer]): The rules.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("rules.list")``.
    """
    return _run("rules.list", book, {}, {"kind": kind, "prefix": prefix})
