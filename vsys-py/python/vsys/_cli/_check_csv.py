"""``vsys check-csv``: a CSV against the columns it should have, every fault with its cell."""

from __future__ import annotations

import argparse
from typing import Any, Literal, get_args

from .._language import word
from ..tables import Column, Kind, read_csv
from ._console import Console, Stop
from ._files import canonical, opened

#: What ``--as`` takes, by the names of :mod:`vsys.tables`.
_SHEETS: dict[str, Literal["claim_lines", "sites", "vaccinations"]] = {
    "claim-lines": "claim_lines",
    "sites": "sites",
    "vaccinations": "vaccinations",
}


def add(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Adds the command."""
    parser = commands.add_parser(
        "check-csv",
        parents=[shared],
        help="check every cell of a CSV",
        description="Checks a CSV against the columns it should have and tells every fault with its cell (C17). "
        "Either a sheet that vsys knows (--as), or columns of one's own: "
        "vsys check-csv places.csv --column code=municipality --column population=int64 --unique code",
        epilog=f"KIND is one of {', '.join(get_args(Kind))}. Exit codes: 0 = no fault, 2 = faults.",
    )
    parser.add_argument("file", metavar="FILE", help="the CSV, or - for standard input; UTF-8 or CP932")
    columns = parser.add_argument_group("columns")
    columns.add_argument("--as", dest="sheet", choices=tuple(_SHEETS), help="a sheet that vsys knows")
    for option, text in (
        ("--column", "a column that must be there, filled in every row"),
        ("--optional", "a column that may be missing or have gaps"),
    ):
        columns.add_argument(option, metavar="NAME=KIND", action="append", default=[], type=_column, help=text)
    columns.add_argument("--unique", metavar="NAME", action="append", default=[], help="no two rows may agree in it")
    columns.add_argument(
        "--personal", metavar="NAME", action="append", default=[], help="personal data, which findings do not show"
    )
    parser.add_argument("--encoding", choices=("auto", "utf-8", "cp932"), default="auto", help="of the CSV")
    parser.add_argument("--json", action="store_true", help="rows, encoding and findings as JSON")
    parser.set_defaults(run=_run)


def _column(text: str) -> tuple[str, Kind]:
    name, equals, kind = text.rpartition("=")
    if not equals or not name or kind not in get_args(Kind):
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=KIND with one of {', '.join(get_args(Kind))}")
    known: Any = kind
    return name, known


def _columns(arguments: argparse.Namespace) -> Literal["claim_lines", "sites", "vaccinations"] | list[Column]:
    declared = [(*column, True) for column in arguments.column] + [(*column, False) for column in arguments.optional]
    names = [name for name, _, _ in declared]
    if bool(arguments.sheet) == bool(declared):
        raise Stop(word("say --as SHEET or --column NAME=KIND", "--as SHEET または --column NAME=KIND を指定してください"))
    for name in [*arguments.unique, *arguments.personal]:
        if name not in names:
            raise Stop(word(f"no --column or --optional declares {name}", f"{name} を --column か --optional で宣言してください"))
    if arguments.sheet:
        return _SHEETS[arguments.sheet]
    return [
        Column((name,), kind, required, unique=name in arguments.unique, personal=name in arguments.personal)
        for name, kind, required in declared
    ]


def _run(arguments: argparse.Namespace, console: Console) -> int:
    columns = _columns(arguments)
    with opened(arguments.file) as (name, raw, size), console.reading(raw, size) as file:
        sheet = read_csv(file, columns, encoding=arguments.encoding, faulty="tell", name=name)
    code = 2 if any(finding["severity"] == "error" for finding in sheet.findings) else 0
    if arguments.json:
        console.bytes(
            canonical({"encoding": sheet.encoding, "rows": sheet.rows}, sheet.assumptions, sheet.findings, sheet.findings_total)
        )
        return code
    # Without any letter beyond ASCII it is both.
    encoding = sheet.encoding or "ASCII"
    console.show(word(f"{sheet.rows:,} row{'' if sheet.rows == 1 else 's'}, {encoding}", f"{sheet.rows:,} 行、{encoding}"))
    if sheet.findings_total == 0:
        print(word("no fault", "誤りはありません"))
    console.findings(sheet.findings, sheet.findings_total)
    return code
