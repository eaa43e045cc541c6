"""``vsys price``: a CSV of claim lines, priced."""

from __future__ import annotations

import argparse
import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from .._blocks import Figures, grid
from .._error import Finding, VsysError
from .._language import word
from .._text import ROWS, figures_lines, grid_lines
from ..tables import CLAIM_LINES, Column, Priced, PriceSums, Sheet, Table, price, price_sums, read_csv
from ._cells import codec, heads_of, placed
from ._console import Console
from ._files import canonical, dumped, read, write

_YEN = ("unit", "net", "tax", "amount")
#: What a line is priced by, beside its day.
_CLASSES = ("count", "service", "age", "time", "coupon")


def add(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Adds the command."""
    columns = ", ".join(" or ".join(column.names) for column in CLAIM_LINES)
    parser = commands.add_parser(
        "price",
        parents=[shared],
        help="price the claim lines of a CSV",
        description=f"Prices claim lines by the tariff. Columns: {columns}. All but the date may be missing; others "
        "are named and carried along. Shown are the totals, and the sums by institution and by municipality.",
    )
    parser.add_argument("file", metavar="FILE", help="the CSV, or - for standard input; UTF-8 or CP932")
    parser.add_argument("--rounding", choices=("floor", "half-up", "ceil"), help="how the tax of a line is rounded")
    parser.add_argument(
        "--faulty",
        choices=("refuse", "tell"),
        default="refuse",
        help="because of faulty lines refuse all, or tell of them and leave them out (default: refuse)",
    )
    parser.add_argument("--encoding", choices=("auto", "utf-8", "cp932"), default="auto", help="of the CSV")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="totals and sums, or the error, as JSON")
    form.add_argument("--csv", action="store_true", help="the CSV with columns for unit, net, tax and amount")
    parser.add_argument("--output", "-o", metavar="FILE", help="write there (UTF-8; a CSV with its mark) and not here")
    parser.set_defaults(run=_run)


@dataclass(frozen=True)
class _Work:
    """A sheet and what came of it."""

    content: bytes
    columns: list[Column]
    sheet: Sheet
    #: The lines without faults of their cells; ``row`` is their row in the sheet.
    lines: Table
    priced: Priced
    findings: list[Finding]
    #: How lines are priced, by the columns that the sheet has.
    how: dict[str, Any]
    #: Which of the keys the sheet has.
    keys: list[str]
    #: The columns that nobody reads.
    others: list[str]

    @property
    def total(self) -> int:
        return self.sheet.findings_total + self.priced.findings_total

    @property
    def assumptions(self) -> list[str]:
        return sorted({*self.sheet.assumptions, *self.priced.assumptions})


def _run(arguments: argparse.Namespace, console: Console) -> int:
    name = word("standard input", "標準入力") if arguments.file == "-" else arguments.file
    work = _work(name, read(arguments.file), arguments, console)
    if arguments.faulty == "refuse" and any(finding["severity"] == "error" for finding in work.findings):
        error = _error(name, work, arguments.encoding)
        if arguments.json:
            console.bytes(error.args[0])
        else:
            console.refusal(error)
        return 2
    if arguments.csv:
        content = "".join(_csv(work, console)).encode()
        content = b"\xef\xbb\xbf" + content if arguments.output else content
    elif arguments.json:
        content = canonical(_answer(work), work.assumptions, work.findings, work.total) + b"\n"
    else:
        content = "".join(line + "\n" for line in _shown(work)).encode()
    if arguments.output:
        write(arguments.output, content)
    elif arguments.csv or arguments.json:
        console.bytes(content.removesuffix(b"\n"))
    else:
        console.show(content.decode().removesuffix("\n"))
    if arguments.csv:
        console.note(_assumed(work))
    if work.others and not arguments.json:
        console.note(word("columns that are not read: ", "使われない列: ") + ", ".join(work.others))
    if not arguments.json:
        console.findings(work.findings, work.total)
    return 0


def _work(name: str, content: bytes, arguments: argparse.Namespace, console: Console) -> _Work:
    heads = heads_of(content, arguments.encoding)
    known = {head for column in CLAIM_LINES for head in column.names}
    others = list(dict.fromkeys(head for head in heads if head not in known))
    # A text that may be missing: nothing can be wrong with it.
    columns = [*CLAIM_LINES, *(Column((head,), required=False) for head in others if head)]
    with console.reading(io.BytesIO(content), len(content)) as file:
        sheet = read_csv(file, columns, encoding=arguments.encoding, faulty="tell", name=name)
    places: dict[str, tuple[int, str]] = {}
    for column in CLAIM_LINES:
        found = next((place for place, head in enumerate(heads) if head in column.names), None)
        if found is not None:
            places[column.names[0]] = (found, heads[found])
    how: dict[str, Any] = {"rounding": arguments.rounding, **{part: part for part in _CLASSES if part in places}}
    lines = sheet.table.drop_nulls(["row", *places])
    priced = price(lines, keep=["row"], faulty="tell", **how)
    rows: list[int] = priced.table.to_dict()["row"] if priced.findings else []
    findings = [*sheet.findings, *placed(priced.findings, name, places, rows)]
    keys: list[str] = [key for key in ("institution", "municipality") if key in places]
    return _Work(content, columns, sheet, lines, priced, findings, how, keys, others)


def _error(name: str, work: _Work, encoding: Literal["auto", "utf-8", "cp932"]) -> VsysError:
    """The refusal of the sheet, or of its prices, with the findings of both."""
    try:
        read_csv(work.content, work.columns, encoding=encoding, name=name)
        price(work.lines, **work.how)
    except VsysError as error:
        told: dict[str, Any] = json.loads(error.args[0])
        told["error"]["findings"] = work.findings
        if work.total > len(work.findings):
            told["error"]["findings_total"] = work.total
        return VsysError(dumped(told))
    raise AssertionError("what has findings is refused")


def _sums(work: _Work) -> PriceSums | None:
    """The sums by the keys that there are."""
    if not work.keys:
        return None
    return price_sums(work.lines, institution=work.keys[0], municipality=work.keys[-1], faulty="tell", **work.how)


def _tables(work: _Work) -> list[tuple[str, list[dict[str, Any]]]]:
    sums = _sums(work)
    if sums is None:
        return []
    named = {"institution": ("institutions", sums.institutions), "municipality": ("municipalities", sums.municipalities)}
    tables = [named[key] for key in work.keys]
    return [(name, [dict(zip(rows, row)) for row in zip(*rows.values())]) for name, rows in ((n, t.to_dict()) for n, t in tables)]


def _totals(work: _Work) -> dict[str, int]:
    """The sums of all lines that have a price."""
    columns = work.priced.table.to_dict()
    counts: list[int] = work.lines.to_dict()["count"] if "count" in work.how else [1] * len(work.lines)
    return {
        "rows": work.sheet.rows,
        "wrong": work.sheet.rows - len(work.lines) + work.priced.wrong,
        "count": sum(count for count, unit in zip(counts, columns["unit"]) if unit is not None),
        **{name: sum(yen for yen in columns[name] if yen is not None) for name in _YEN[1:]},
    }


def _answer(work: _Work) -> dict[str, Any]:
    told = {"encoding": work.sheet.encoding, "unread": work.others}
    return {**told, **_totals(work), **dict(_tables(work))}


def _shown(work: _Work) -> Iterator[str]:
    totals = _totals(work)
    yield word("price: claim lines by the tariff", "price: 請求の明細の換算")
    yield from figures_lines(Figures([(name, f"{number:,}") for name, number in totals.items()]))
    for name, rows in _tables(work):
        yield ""
        yield from grid_lines(grid(name, rows, ROWS))
    yield ""
    yield _assumed(work)


def _assumed(work: _Work) -> str:
    return word("assumptions: ", "前提: ") + (", ".join(work.assumptions) or word("none", "なし"))


def _csv(work: _Work, console: Console) -> Iterator[str]:
    """The sheet as it was, with the prices of each line; a line without a price has none."""
    columns = work.priced.table.to_dict()
    prices = zip(columns["row"], zip(*(columns[name] for name in _YEN)))
    row, yen = next(prices, (0, ()))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    reader = csv.reader(io.StringIO(work.content.decode(codec(work.sheet.encoding)), newline=""))
    header = True
    for number, cells in enumerate(console.progress(reader, word("rows written:", "書き出した行:")), 1):
        if not cells:
            continue
        if header:
            writer.writerow([*cells, *_YEN])
            header = False
        elif number == row:
            writer.writerow([*cells, *("" if one is None else one for one in yen)])
            row, yen = next(prices, (0, ()))
        else:
            writer.writerow([*cells, *[""] * len(_YEN)])
        if text.tell() > 1 << 20:
            yield text.getvalue()
            text.seek(0)
            text.truncate()
    yield text.getvalue()
