"""Answers, errors and tables as aligned text, for a console."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from ._blocks import Figures, Grid, blocks
from ._kinds import is_record
from ._language import word

#: So many rows of a table stand in a ``repr``.
ROWS = 10
_WIDEST = 44
_LINE = 118
_FIGURES = 24


def answer_text(
    operation: str, answer: object, assumptions: Sequence[str], findings: Sequence[object], total: int, title: str
) -> str:
    """An answer: its operation, its figures, the first rows of its tables, what it rests on."""
    lines = [f"{operation}: {title}" if title else operation]
    for block in blocks(operation, answer, ROWS):
        lines += figures_lines(block) if isinstance(block, Figures) else ["", *grid_lines(block)]
    lines += ["", word("assumptions: ", "前提: ") + (", ".join(assumptions) or word("none", "なし"))]
    lines.append(word("findings: ", "指摘: ") + counted(findings, total))
    return "\n".join(lines)


def counted(findings: Sequence[object], total: int) -> str:
    """How many findings there are, by severity."""
    if total == 0:
        return word("none", "なし")
    errors = sum(1 for finding in findings if is_record(finding) and finding.get("severity") == "error")
    if total > len(findings):
        return word(f"{total:,}, the first {len(findings):,} listed", f"{total:,} 件（先頭の {len(findings):,} 件を表示）")
    warnings = total - errors
    parts = [
        word(f"{count:,} {name}{'' if count == 1 else 's'}", f"{ja} {count:,} 件")
        for count, name, ja in ((errors, "error", "エラー"), (warnings, "warning", "警告"))
        if count
    ]
    return word(", ", "、").join(parts)


def figures_lines(figures: Figures) -> list[str]:
    """Members by name, one a line."""
    shown = figures.rows[:_FIGURES]
    widest = max((width(name) for name, _ in shown), default=0)
    lines = [f"  {pad(name, widest)}  {cut(value, _LINE - widest)}".rstrip() for name, value in shown]
    more = len(figures.rows) - len(shown)
    return lines + ([word(f"  … {more} more members", f"  … ほか {more} 項目")] if more else [])


def grid_lines(grid: Grid, widest: int = _WIDEST, line: int = _LINE) -> list[str]:
    """A table with its caption; columns that no line can hold are counted."""
    body = [grid.heads, *grid.rows, *([grid.totals] if grid.totals else [])]
    columns = [[cut(row[place], widest) for row in body] for place in range(len(grid.heads))]
    kept: list[list[str]] = []
    used = 2
    for place, column in enumerate(columns):
        size = max(width(value) for value in column)
        used += size + 2
        if kept and used > line:
            break
        kept.append([pad(value, size, right=grid.numbers[place]) for value in column])
    caption = word(f"{grid.caption} ({grid.count:,} rows)", f"{grid.caption}（{grid.count:,} 件）")
    lines = [caption if grid.count != 1 else word(f"{grid.caption} (1 row)", caption)]
    rows = [("  " + "  ".join(cells)).rstrip() for cells in zip(*kept)]
    end = len(grid.rows) + 1
    lines += rows[:end]
    notes: list[str] = []
    if grid.hidden:
        notes.append(word(f"{grid.hidden:,} more rows", f"ほか {grid.hidden:,} 件"))
    if len(kept) < len(columns):
        names = ", ".join(grid.heads[len(kept) :])
        notes.append(word(f"more columns: {names}", f"ほかの列: {names}"))
    lines += [f"  … {note}" for note in notes]
    return lines + rows[end:]


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


def pad(text: str, size: int, *, right: bool = False) -> str:
    """A text filled up to a width."""
    blank = " " * (size - width(text))
    return blank + text if right else text + blank


def cut(text: str, size: int) -> str:
    """A text in one line of at most a width."""
    text = "".join(sign if sign.isprintable() else " " for sign in text)
    if width(text) <= size:
        return text
    used, end = 1, 0
    for sign in text:
        used += width(sign)
        if used > size:
            break
        end += 1
    return text[:end] + "…"
