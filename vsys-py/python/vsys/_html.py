"""Answers, errors and findings as HTML, for a notebook.

Everything is escaped. Colours are those of the page, so that light and dark themes both hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ._blocks import Figures, Grid, blocks, grid
from ._language import chosen, word
from ._text import counted

#: So many rows of a table stand in a notebook.
ROWS = 20

_STYLE = (
    "<style>"
    ".vsys{font-variant-numeric:tabular-nums}"
    ".vsys table{border-collapse:collapse;margin:.5em 0;color:inherit;font-size:inherit}"
    ".vsys caption{caption-side:top;text-align:left;font-weight:bold;color:inherit;padding:.2em 0}"
    ".vsys th,.vsys td{padding:.15em .7em;vertical-align:top;border:0 solid;background:none;color:inherit}"
    ".vsys thead th{border-bottom-width:1px}"
    ".vsys tfoot td{border-top-width:1px;font-weight:bold}"
    ".vsys p{margin:.4em 0}"
    "</style>"
)
_NUMBER = ' style="text-align:right;white-space:nowrap"'
_WORD = ' style="text-align:left"'
#: Columns of short words are not broken; long texts have room.
_SHORT = ' style="text-align:left;white-space:nowrap"'
_SENTENCE = ' style="text-align:left;min-width:24em"'
_SHORTEST, _LONGEST = 32, 80


def answer_html(
    operation: str,
    answer: object,
    assumptions: Sequence[tuple[str, str]],
    findings: Sequence[object],
    total: int,
    title: str,
) -> str:
    """An answer: its operation, its tables, and below them what it rests on and what was found."""
    parts = [f"<p><code>{escape(operation)}</code> {escape(title)}</p>"]
    for block in blocks(operation, answer, ROWS):
        parts.append(_figures(block) if isinstance(block, Figures) else _grid(block))
    parts.append(_assumptions(assumptions))
    parts.append(_found(findings, total))
    return _whole(parts)


def findings_html(findings: Sequence[object]) -> str:
    """Findings alone."""
    return _whole([_found(findings, len(findings))])


def error_html(
    code: str,
    message: str,
    help: str,
    assumptions: Sequence[tuple[str, str]],
    findings: Sequence[object],
    total: int,
    details: object,
) -> str:
    """A refusal: what is wrong, what to do, and every finding."""
    parts = [
        f"<p><strong><code>{escape(code)}</code></strong> {escape(message)}</p>",
        f"<p>{escape(help)}</p>",
        _found(findings, total),
    ]
    parts += [_figures(block) if isinstance(block, Figures) else _grid(block) for block in blocks("", details, ROWS)]
    parts += [_assumptions(assumptions)] if assumptions else []
    return _whole(parts)


def _whole(parts: Sequence[str]) -> str:
    return f'<div class="vsys" lang="{chosen()}">{_STYLE}{"".join(parts)}</div>'


def _figures(figures: Figures) -> str:
    rows = "".join(
        f"<tr><th scope=row{_WORD}>{escape(name)}</th><td{_WORD}>{_lines(value)}</td></tr>"
        for name, value in figures.rows
    )
    return f"<table><tbody>{rows}</tbody></table>"


def _grid(grid: Grid) -> str:
    longest = [max((len(row[place]) for row in grid.rows), default=0) for place in range(len(grid.heads))]
    kinds = [
        _NUMBER if number else _SHORT if size <= _SHORTEST else _SENTENCE if size > _LONGEST else _WORD
        for number, size in zip(grid.numbers, longest)
    ]

    def row(tag: str, cells: Sequence[str]) -> str:
        return "<tr>" + "".join(f"<{tag}{kind}>{_lines(text)}</{tag}>" for kind, text in zip(kinds, cells)) + "</tr>"

    count = word(f"{grid.count:,} row{'' if grid.count == 1 else 's'}", f"{grid.count:,} 件")
    caption = f"<caption>{escape(grid.caption)} <small>{count}</small></caption>" if grid.caption else ""
    body = "".join(row("td", cells) for cells in grid.rows)
    if grid.hidden:
        more = word(f"… {grid.hidden:,} more rows", f"… ほか {grid.hidden:,} 件")
        body += f"<tr><td colspan={len(grid.heads)}{_WORD}>{more}</td></tr>"
    foot = f"<tfoot>{row('td', grid.totals)}</tfoot>" if grid.totals else ""
    head = row("th scope=col", grid.heads).replace("</th scope=col>", "</th>")
    return f"<table>{caption}<thead>{head}</thead><tbody>{body}</tbody>{foot}</table>"


def _assumptions(assumptions: Sequence[tuple[str, str]]) -> str:
    title = word("Assumptions", "前提")
    if not assumptions:
        return f"<p><strong>{title}</strong> {word('none', 'なし')}</p>"
    items = "".join(f"<li><code>{escape(id)}</code> {escape(text)}</li>" for id, text in assumptions)
    return f"<p><strong>{title}</strong></p><ul>{items}</ul>"


def _found(findings: Sequence[object], total: int) -> str:
    title = f"<strong>{word('Findings', '指摘')}</strong> {counted(findings, total)}"
    return f"<p>{title}</p>" + (_grid(grid("", findings, ROWS)) if findings else "")


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
