"""``vsys schema``: the shapes of an operation's request and answer."""

from __future__ import annotations

import argparse
import json
from typing import Any

from .._vsys import schema
from ._console import Console


def add(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Adds the command."""
    parser = commands.add_parser("schema", parents=[shared], help="print the JSON Schema of an operation")
    parser.add_argument("operation", metavar="OPERATION")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace, console: Console) -> int:
    whole = json.loads(schema(arguments.operation))
    console.bytes(json.dumps(whole, ensure_ascii=False, indent=2).encode())
    return 0
