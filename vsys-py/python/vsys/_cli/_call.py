"""``vsys call``: any operation."""

from __future__ import annotations

import argparse
from typing import Any

from .._answer import run
from .._vsys import call
from ._console import Console
from ._files import read


def add(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Adds the command."""
    parser = commands.add_parser(
        "call",
        parents=[shared],
        help="run an operation",
        description="Runs an operation: vsys call quantity.convert "
        '\'{"product": "pfizer-12plus", "delivery_week": "2021-05-10", "boxes": 100}\'',
    )
    parser.add_argument("operation", metavar="OPERATION", help="its name; 'vsys operations' lists them")
    parser.add_argument(
        "request", metavar="REQUEST", nargs="?", default="{}", help="JSON, @FILE, or - for standard input (default: {})"
    )
    parser.add_argument("--json", action="store_true", help="the answer or the error as the wire has it")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace, console: Console) -> int:
    given: str = arguments.request
    request = read("-") if given == "-" else read(given[1:]) if given.startswith("@") else given
    if arguments.json:
        answer = call(arguments.operation, request)
        console.bytes(answer)
        return 2 if answer.startswith(b'{"error":') else 0
    told = run(arguments.operation, request)
    console.show(repr(told))
    console.findings(told.findings, told.findings_total)
    return 0
