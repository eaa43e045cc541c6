"""Cells of a CSV by the names that a spreadsheet gives them."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence

from .._error import Cell, Finding

#: A header is not longer than this.
_HEADER = 1 << 16


def letters(column: int) -> str:
    """A column, counted from 0."""
    return (letters(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)


def codec(encoding: str | None) -> str:
    """What Python calls an encoding."""
    return "cp932" if encoding == "CP932" else "utf-8-sig"


def heads_of(content: bytes, encoding: str) -> list[str]:
    """The headings of a sheet; none where there is no header to be read."""
    head = content[:_HEADER]
    try:
        # Cut in the middle of a letter, it still ends as it began.
        text = codecs.getincrementaldecoder(codec("CP932" if encoding == "cp932" else None))().decode(head)
    except UnicodeDecodeError:
        text = head.decode("cp932" if encoding == "auto" else "utf-8-sig", "replace")
    for row in csv.reader(io.StringIO(text.replace("\0", ""), newline="")):
        if row:
            return [head.strip() for head in row]
    return []


def placed(findings: Sequence[Finding], file: str, places: dict[str, tuple[int, str]], rows: Sequence[int]) -> list[Finding]:
    """Findings of a table with the cells from which its values came: ``places`` has for each column its place in the
    sheet and its heading, ``rows`` for each row of the table that of the sheet."""
    moved: list[Finding] = []
    for finding in findings:
        path = finding.get("path", "").split("/")
        if len(path) == 4 and path[2] in places and path[3].isdecimal():
            (column, heading), row = places[path[2]], rows[int(path[3])]
            cell: Cell = {"cell": f"{letters(column)}{row}", "column": heading, "file": file, "row": row}
            finding = finding.copy()
            finding.pop("path", None)
            finding["place"] = cell
        moved.append(finding)
    return moved
