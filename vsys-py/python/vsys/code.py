# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``code.*``."""

from __future__ import annotations

import datetime
from typing import Literal

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "institution",
    "municipality",
]


def institution(
    *,
    code: str,
    kind: Literal["insurance", "similar", "care"],
    book: _RuleBook | None = None,
) -> _Answer[_types.InstitutionAnswer]:
    """Checks a medical institution's number.

    医療機関等の番号を検査する。

    Args:
        code: Ten digits.
        kind: 保険医療機関コード, 類似コード or 介護保険事業所番号.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("code.institution")``.
    """
    return _run("code.institution", book, {"code": code, "kind": kind}, {})


def municipality(
    *,
    code: str,
    date: datetime.date | str,
    book: _RuleBook | None = None,
) -> _Answer[_types.MunicipalityAnswer]:
    """Looks a municipality code up at a date.

    市町村コードを調べる。

    Args:
        code: Six digits.
        date: The day.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("code.municipality")``.
    """
    return _run("code.municipality", book, {"code": code, "date": date}, {})
