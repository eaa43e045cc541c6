"""``vsys operations``: what there is."""

from __future__ import annotations

import argparse
import json
from typing import Any

from .._language import word
from .._text import pad, width
from .._vsys import operations
from ._console import Console


def add(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Adds the command."""
    parser = commands.add_parser("operations", parents=[shared], help="list the operations")
    parser.add_argument("--json", action="store_true", help="as JSON: name, en, ja")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace, console: Console) -> int:
    listed = operations()
    if arguments.json:
        rows = [{"name": name, "en": en, "ja": ja} for name, en, ja in listed]
        console.bytes(json.dumps(rows, ensure_ascii=False).encode())
        return 0
    widest = max(width(name) for name, _, _ in listed)
    for name, en, ja in listed:
        print(f"{pad(name, widest)}  {word(en, ja)}")
    return 0
