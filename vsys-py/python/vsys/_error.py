"""The one error."""

from __future__ import annotations

import json
from typing import Any, Literal, TypedDict

from ._blocks import grid
from ._html import error_html, findings_html
from ._language import chosen, word
from ._register import rulings
from ._text import ROWS, grid_lines


class Bilingual(TypedDict):
    """A text in both languages."""

    en: str
    ja: str


class Cell(TypedDict):
    """A cell of a CSV."""

    cell: str
    column: str
    file: str
    row: int


class _Finding(TypedDict):
    code: str
    message: Bilingual
    rule: str
    severity: Literal["error", "warning"]


class Finding(_Finding, total=False):
    """A violation of a rule or a warning: where it stands, which rule says so, and the value."""

    path: str
    place: Cell
    value: str


class Findings(list[Finding]):
    """Findings in order of place: a plain list that a notebook shows as a table."""

    def __repr__(self) -> str:
        if not self:
            return "[]"
        return "\n".join(grid_lines(grid(word("findings", "指摘"), self, ROWS), widest=80, line=200))

    def _repr_html_(self) -> str:
        return findings_html(self)


class VsysError(Exception):
    """A refused or failed operation, or a request that cannot be read.

    ``code`` is stable; ``findings`` lists every fault of the request at once, each with its path and
    rule; ``details`` is typed per code in the operation's schema.
    """

    #: The stable code, ``area.subject.problem``.
    code: str
    #: What is wrong, in both languages.
    message: Bilingual
    #: What to do, in both languages.
    help: Bilingual
    #: Every fault, in order of place.
    findings: Findings
    #: How many findings there are; at most 10,000 are listed.
    findings_total: int
    #: The particulars of the code.
    details: dict[str, Any]
    #: The assumptions on which the refusal depends.
    assumptions: list[str]

    def __init__(self, answer: bytes) -> None:
        """``answer`` is the canonical JSON of an error, as :func:`vsys.call` gives it."""
        super().__init__(answer)
        error = json.loads(answer)["error"]
        self.code = error["code"]
        self.message = error["message"]
        self.help = error["help"]
        self.findings = Findings(error["findings"])
        self.findings_total = error.get("findings_total", len(self.findings))
        self.details = error["details"]
        self.assumptions = error["assumptions"]

    def __str__(self) -> str:
        count = self.findings_total
        number = word(f" ({count:,} finding{'' if count == 1 else 's'})", f"（指摘 {count:,} 件）")
        return f"{self.code}: {self.message[chosen()]}{number}"

    def __repr__(self) -> str:
        return f"<VsysError {self}>"

    def _repr_html_(self) -> str:
        language = chosen()
        return error_html(
            self.code,
            self.message[language],
            self.help[language],
            rulings(self.assumptions),
            self.findings,
            self.findings_total,
            self.details,
        )
