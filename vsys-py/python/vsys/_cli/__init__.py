"""The console script ``vsys``: the operations from a shell.

Exit codes are those of the wire: 0 for an answer, 2 for a refusal or words that are no options. A further
command is a module beside these with an ``add``, and one name in ``COMMANDS``.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from types import ModuleType

from .._error import VsysError
from .._language import language, word
from .._vsys import call
from . import _allocate, _call, _check_csv, _operations, _price, _schema
from ._console import Console, Stop

#: In the order of the help.
COMMANDS: tuple[ModuleType, ...] = (_allocate, _call, _check_csv, _operations, _price, _schema)


def main(words: Sequence[str] | None = None) -> int:
    """Runs a command and tells its exit code."""
    arguments = _parser().parse_args(words)
    language(arguments.lang)
    console = Console()
    try:
        code: int = arguments.run(arguments, console)
        sys.stdout.flush()
        return code
    except VsysError as error:
        console.refusal(error)
    except Stop as stop:
        console.complain(str(stop))
    except BrokenPipeError:
        # Whoever reads has seen enough. Python would complain once more while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + 13
    except KeyboardInterrupt:
        console.complain(word("stopped", "中断しました"))
        return 128 + signal.SIGINT
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vsys",
        description="The rulebook of a national vaccination campaign. ワクチン接種事業の規則集。",
        epilog="Exit codes: 0 = answered, 2 = refused. 'vsys COMMAND --help' tells more.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="tell the versions of library, wire and data")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--lang", choices=("en", "ja"), default=_locale(), help="language of messages (default: that of the locale)"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands, shared)
    return parser


def _locale() -> str:
    """Japanese where the system speaks it."""
    named = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    return "ja" if named.startswith("ja") else "en"


class _Version(argparse.Action):
    """The versions as the operation ``version`` tells them."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        sys.stdout.buffer.write(call("version", b"{}") + b"\n")
        parser.exit()
