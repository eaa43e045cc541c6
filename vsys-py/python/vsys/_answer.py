"""An operation by its name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ._encode import encode
from ._error import Findings, VsysError
from ._html import answer_html
from ._register import rulings, title
from ._text import answer_text
from ._vsys import RuleBook
from ._vsys import call as _call

T = TypeVar("T")


@dataclass(frozen=True, repr=False)
class Answer(Generic[T]):
    """What an operation answered, with the assumptions it rests on and its findings.

    A console shows the first rows and their totals, a notebook tables; see :func:`vsys.language`.
    """

    #: The answer.
    answer: T
    #: The assumptions that were made; see ``vsys.rules.assumptions``.
    assumptions: list[str]
    #: Warnings; operations that judge list violations of rules here too.
    findings: Findings
    #: How many findings there are; at most 10,000 are listed.
    findings_total: int
    #: The operation that answered.
    operation: str

    def __repr__(self) -> str:
        return answer_text(
            self.operation, self.answer, self.assumptions, self.findings, self.findings_total, title(self.operation)
        )

    def _repr_html_(self) -> str:
        return answer_html(
            self.operation,
            self.answer,
            rulings(self.assumptions),
            self.findings,
            self.findings_total,
            title(self.operation),
        )


def run(
    operation: str,
    request: Mapping[str, object] | bytes | bytearray | str,
    /,
    *,
    book: RuleBook | None = None,
) -> Answer[Any]:
    """Runs an operation: ``run("calendar.holiday", {"date": "2021-07-22"})``.

    ``request`` is a mapping, or JSON as text or bytes. A mapping may hold ``datetime.date``,
    ``datetime.datetime`` (JST when without a zone), ``decimal.Decimal`` and ``fractions.Fraction``.
    ``book`` holds tables of the caller's own.

    Raises :class:`VsysError` when the operation refuses, and ``TypeError`` on a value that has no JSON.
    """
    text = request if isinstance(request, (bytes, bytearray, str)) else encode(request)
    answer = (_call if book is None else book.call)(operation, text)
    if answer.startswith(b'{"error":'):
        raise VsysError(answer)
    members = json.loads(answer)
    findings = Findings(members["findings"])
    total = members.get("findings_total", len(findings))
    return Answer(members["answer"], members["assumptions"], findings, total, operation)


def run_members(
    operation: str,
    book: RuleBook | None,
    required: dict[str, object],
    optional: dict[str, object],
) -> Answer[Any]:
    """Runs an operation with the members of its request; optional ones that are ``None`` are left out."""
    given = {name: value for name, value in optional.items() if value is not None}
    return run(operation, required | given, book=book)
