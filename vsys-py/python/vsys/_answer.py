"""An operation by its name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from . import _vsys
from ._encode import encode
from ._error import Finding, VsysError

T = TypeVar("T")


@dataclass(frozen=True)
class Answer(Generic[T]):
    """What an operation answered, with the assumptions it rests on and its findings."""

    #: The answer.
    answer: T
    #: The assumptions that were made; see ``vsys.rules.assumptions``.
    assumptions: list[str]
    #: Warnings; operations that judge list violations of rules here too.
    findings: list[Finding]
    #: How many findings there are; at most 10,000 are listed.
    findings_total: int


def run(
    operation: str,
    request: Mapping[str, object] | bytes | bytearray | str,
    /,
    *,
    book: _vsys.RuleBook | None = None,
) -> Answer[Any]:
    """Runs an operation: ``run("calendar.holiday", {"date": "2021-07-22"})``.

    ``request`` is a mapping, or JSON as text or bytes. A mapping may hold ``datetime.date``,
    ``datetime.datetime`` (JST when without a zone), ``decimal.Decimal`` and ``fractions.Fraction``.
    ``book`` holds tables of the caller's own.

    Raises :class:`VsysError` when the operation refuses, and ``TypeError`` on a value that has no JSON.
    """
    text = request if isinstance(request, (bytes, bytearray, str)) else encode(request)
    answer = (_vsys.call if book is None else book.call)(operation, text)
    if answer.startswith(b'{"error":'):
        raise VsysError(answer)
    members = json.loads(answer)
    findings = members["findings"]
    total = members.get("findings_total", len(findings))
    return Answer(members["answer"], members["assumptions"], findings, total)


def run_members(
    operation: str,
    book: _vsys.RuleBook | None,
    required: dict[str, object],
    optional: dict[str, object],
) -> Answer[Any]:
    """Runs an operation with the members of its request; optional ones that are ``None`` are left out."""
    given = {name: value for name, value in optional.items() if value is not None}
    return run(operation, required | given, book=book)
