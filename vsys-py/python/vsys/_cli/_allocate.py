"""``vsys allocate``: a CSV of recipients, shared out."""

from __future__ import annotations

import argparse
import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .._answer import Answer, run
from .._blocks import grid
from .._encode import encode
from .._error import VsysError
from .._language import chosen, word
from .._register import title
from .._text import grid_lines
from .._vsys import call
from ._cells import letters
from ._console import Console, Stop
from ._files import decoded, read, write

#: The columns that are read, by the headings that name them. Others are carried along.
_HEADINGS = {
    "id": "id",
    "code": "id",
    "コード": "id",
    "市町村コード": "id",
    "weight": "weight",
    "重み": "weight",
    "floor": "floor",
    "下限": "floor",
    "cap": "cap",
    "上限": "cap",
}
_INTEGER = re.compile(r"-?[0-9]{1,18}")
_AMOUNT = "amount"


@dataclass(frozen=True)
class Sheet:
    """The rows of a CSV, and which column is what."""

    name: str
    heads: list[str]
    #: The place of each member of a recipient.
    columns: dict[str, int]
    rows: list[list[str]]
    #: The number of each row in the file, as a spreadsheet counts it.
    numbers: list[int]


def add(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Adds the command."""
    parser = commands.add_parser(
        "allocate",
        parents=[shared],
        help="share units over the recipients of a CSV",
        description="Shares whole units over the recipients of a CSV in proportion to their weights, exactly. "
        "Columns: id (code, コード), weight (重み) and, where wanted, floor (下限) and cap (上限); others are carried "
        "along. UTF-8 or CP932.",
    )
    parser.add_argument("file", metavar="FILE", help="the CSV, or - for standard input")
    parser.add_argument("--supply", type=_number, required=True, metavar="N", help="the units to share")
    parser.add_argument("--method", choices=("largest-remainder", "webster", "jefferson", "adams", "hill"))
    parser.add_argument("--ties", choices=("ruled", "report"), help="break ties by the ruled order, or refuse them")
    parser.add_argument("--first-units", choices=("refuse", "by-weight"), help="Adams and Hill with too small a supply")
    parser.add_argument("--explain", action="store_true", help="say of each recipient why it got what it got")
    parser.add_argument("--encoding", choices=("auto", "utf-8", "cp932"), default="auto", help="of the CSV")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="the answer or the error as the wire has it")
    form.add_argument("--csv", action="store_true", help="the CSV with a column for the amount")
    parser.add_argument("--output", "-o", metavar="FILE", help="write there (UTF-8; a CSV with its mark) and not here")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace, console: Console) -> int:
    sheet = _read(arguments.file, arguments.encoding, console)
    request = {"supply": arguments.supply, "recipients": _recipients(sheet, console)}
    given = {"method": arguments.method, "ties": arguments.ties, "first_units": arguments.first_units}
    request |= {name: value for name, value in given.items() if value is not None}
    if arguments.explain:
        request["explain"] = "text"
    if arguments.json:
        wire = call("allocation.apportion", encode(request))
        if arguments.output and not wire.startswith(b'{"error":'):
            write(arguments.output, wire + b"\n")
        else:
            console.bytes(wire)
        return 2 if wire.startswith(b'{"error":') else 0
    try:
        answer = run("allocation.apportion", request)
    except VsysError as error:
        console.refusal(error, _places(sheet, error))
        return 2
    if arguments.csv:
        content = _csv(sheet, answer)
        if arguments.output:
            write(arguments.output, b"\xef\xbb\xbf" + content.encode())
        else:
            print(content, end="")
        console.note(_below(answer))
    else:
        text = "\n".join([*_table(sheet, answer, arguments.explain), "", _below(answer)])
        if arguments.output:
            write(arguments.output, text.encode() + b"\n")
        else:
            console.show(text)
    console.findings(answer.findings, answer.findings_total)
    return 0


def _number(text: str) -> int | str:
    """A number as it is; anything else goes to the reader, which says what is wrong with it."""
    return int(text) if _INTEGER.fullmatch(text) else text


def _read(name: str, encoding: str, console: Console) -> Sheet:
    text = decoded(name, read(name), encoding)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[list[str]] = []
    numbers: list[int] = []
    number = 0
    try:
        for number, row in enumerate(console.progress(reader, word("rows read:", "読み込んだ行:")), 1):
            if row:
                rows.append(row)
                numbers.append(number)
    except csv.Error as error:
        raise Stop(word(f"{name}: row {number + 1}: {error}", f"{name}: {number + 1} 行目: {error}")) from error
    heads = [head.strip() for head in rows[0]] if rows else []
    named = [(_HEADINGS.get(head.lower()), place) for place, head in enumerate(heads)]
    columns = {member: place for member, place in reversed(named) if member is not None}
    faults = [
        word(f"{name}: there is no column {member}", f"{name}: {member} の列がありません")
        for member in ("id", "weight")
        if member not in columns
    ]
    twice = sorted({member for member, _ in named if member and [other for other, _ in named].count(member) > 1})
    faults += [word(f"{name}: two columns are {member}", f"{name}: {member} の列が重複しています") for member in twice]
    for row, number in zip(rows[1:], numbers[1:]):
        if len(row) != len(heads):
            cells = word(f"{len(row)} cells, but {len(heads)} columns", f"{len(row)} セル（列は {len(heads)}）")
            faults.append(word(f"{name}: row {number}: {cells}", f"{name}: {number} 行目: {cells}"))
    if faults:
        raise Stop("\n      ".join(faults))
    return Sheet(name, heads, columns, rows[1:], numbers[1:])


def _recipients(sheet: Sheet, console: Console) -> list[dict[str, object]]:
    """The rows as recipients. What is no number goes as it stands, and the reader tells of it."""
    recipients: list[dict[str, object]] = []
    for row in console.progress(sheet.rows, word("recipients:", "配分先:")):
        recipient: dict[str, object] = {}
        for member, place in sheet.columns.items():
            cell = row[place].strip()
            if member == "id":
                recipient[member] = cell
            elif cell:
                recipient[member] = _number(cell)
        recipients.append(recipient)
    return recipients


def _places(sheet: Sheet, error: VsysError) -> dict[str, str]:
    """The cells of the file that findings are about."""
    places: dict[str, str] = {}
    for finding in error.findings:
        match = re.match(r"/recipients/([0-9]+)(?:/([a-z]+))?", finding.get("path", ""))
        if match is None or int(match[1]) >= len(sheet.rows):
            continue
        number = sheet.numbers[int(match[1])]
        member = match[2]
        if member in sheet.columns:
            column = sheet.columns[member]
            places[match[0]] = f"{sheet.name} {letters(column)}{number} ({sheet.heads[column]})"
        else:
            places[match[0]] = word(f"{sheet.name} row {number}", f"{sheet.name} {number} 行目")
    return places


def _csv(sheet: Sheet, answer: Answer[Any]) -> str:
    heads = [*sheet.heads, _AMOUNT, *(["explanation"] if "explanations" in answer.answer else [])]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heads)
    reasons = _reasons(answer)
    for row, share in zip(sheet.rows, answer.answer["amounts"]):
        writer.writerow([*row, share["amount"], *([reasons[share["id"]]] if reasons else [])])
    return text.getvalue()


def _table(sheet: Sheet, answer: Answer[Any], explain: bool) -> Sequence[str]:
    reasons = _reasons(answer)
    numbers = {place for member, place in sheet.columns.items() if member != "id"}
    rows: list[dict[str, object]] = []
    for row, share in zip(sheet.rows, answer.answer["amounts"]):
        cells: dict[str, object] = {
            head: _shown(cell) if place in numbers else cell.strip()
            for place, (head, cell) in enumerate(zip(sheet.heads, row))
        }
        rows.append({**cells, _AMOUNT: share["amount"], **({"text": reasons[share["id"]]} if explain else {})})
    name = f"{answer.operation}: {title(answer.operation)}"
    return [name, *grid_lines(grid(_AMOUNT, rows, len(rows)), widest=500, line=10_000)]


def _shown(cell: str) -> object:
    """A number with separators; an empty cell is none at all."""
    return int(cell) if cell.strip() else None


def _reasons(answer: Answer[Any]) -> dict[str, str]:
    return {row["id"]: row["text"][chosen()] for row in answer.answer.get("explanations", [])}


def _below(answer: Answer[Any]) -> str:
    """What the figures rest on."""
    whole = answer.answer
    parts = [word(f"method: {whole['method']}", f"方式: {whole['method']}")]
    if whole["left_over"]:
        parts.append(word(f"left over: {whole['left_over']:,}", f"余り: {whole['left_over']:,}"))
    if "tie" in whole:
        tied = ", ".join(whole["tie"]["tied"][:10])
        decided = whole["tie"]["decided"]
        parts.append(word(f"tied: {tied} (decided by {decided})", f"同順位: {tied}（{decided} により決定）"))
    parts.append(word("assumptions: ", "前提: ") + (", ".join(answer.assumptions) or word("none", "なし")))
    return "\n".join(parts)
