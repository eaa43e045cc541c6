"""What is written to a terminal, and how: colours there alone, progress there alone."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO, TextIO, TypeVar

from .._error import Finding, VsysError
from .._language import chosen, word
from ..tables import ReadsBytes

T = TypeVar("T")

_CODES = {"bold": "1", "dim": "2", "red": "1;31", "yellow": "33"}
#: So many rows go by between two signs of life.
_STEP = 20_000
#: What is done within so many seconds shows none.
_MOMENT = 0.5


class Stop(Exception):
    """A file that cannot be read or written, told in the language that was set."""


class Console:
    """Answers to standard output, everything else to standard error."""

    def __init__(self) -> None:
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                # A terminal without Japanese letters shows codes in their place, and does not stop the work.
                reconfigure(errors="backslashreplace")

    def show(self, text: str) -> None:
        """A text of several lines; captions stand out."""
        for line in text.split("\n"):
            title = bool(line) and not line.startswith(" ")
            print(self.painted(line, "bold", sys.stdout) if title else line)

    def bytes(self, answer: bytes) -> None:
        """Bytes of the wire, with a line feed."""
        sys.stdout.flush()
        sys.stdout.buffer.write(answer + b"\n")

    def note(self, text: str) -> None:
        """A remark beside the answer."""
        print(self.painted(text, "dim", sys.stderr), file=sys.stderr)

    def complain(self, text: str) -> None:
        """A fault without a code."""
        print(f"{self.painted('vsys:', 'red', sys.stderr)} {text}", file=sys.stderr)

    def refusal(self, error: VsysError, places: Mapping[str, str] | None = None) -> None:
        """An error with its help and every finding."""
        language = chosen()
        self.complain(f"{error.message[language]} [{error.code}]")
        print(f"  {error.help[language]}", file=sys.stderr)
        self.findings(error.findings, error.findings_total, places)

    def findings(self, findings: Sequence[Finding], total: int, places: Mapping[str, str] | None = None) -> None:
        """Every finding on a line of its own, with its place: in the file where it came from one."""
        if total == 0:
            return
        count = word(f"{total:,} finding{'' if total == 1 else 's'}:", f"指摘 {total:,} 件:")
        print(self.painted(count, "bold", sys.stderr), file=sys.stderr)
        for finding in findings:
            severity = finding["severity"]
            name = {"error": word("error", "エラー"), "warning": word("warning", "警告")}[severity]
            kind = self.painted(name, "red" if severity == "error" else "yellow", sys.stderr)
            value = f" ({finding['value']})" if "value" in finding else ""
            message = finding["message"][chosen()]
            place = _place(finding, places or {})
            line = f"  {kind}  {place}: {message}{value} [{finding['code']}, {finding['rule']}]"
            print("".join(sign if sign.isprintable() or sign == "\x1b" else " " for sign in line), file=sys.stderr)
        if total > len(findings):
            more = f"{total - len(findings):,}"
            print(word(f"  and {more} more", f"  ほか {more} 件"), file=sys.stderr)

    def progress(self, items: Iterable[T], what: str) -> Iterator[T]:
        """The items, counted on a terminal while they go by for longer than a moment."""
        if not sys.stderr.isatty():
            yield from items
            return
        begun = time.monotonic()
        shown = False
        for number, item in enumerate(items, 1):
            yield item
            if number % _STEP == 0 and time.monotonic() - begun > _MOMENT:
                print(f"\r{what} {number:,}", end="", file=sys.stderr, flush=True)
                shown = True
        if shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    @contextmanager
    def reading(self, file: BinaryIO, size: int) -> Generator[ReadsBytes]:
        """The file; on a terminal, how much of it was read while that takes longer than a moment."""
        if not sys.stderr.isatty():
            yield file
            return
        counted = _Counted(file, size)
        yield counted
        counted.close()

    def painted(self, text: str, colour: str, stream: TextIO) -> str:
        """A text in colour on a terminal, unless ``NO_COLOR`` is set."""
        plain = not stream.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return text if plain else f"\x1b[{_CODES[colour]}m{text}\x1b[0m"


class _Counted:
    """A file that shows how much of it was read."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file, self._size, self._read = file, size, 0
        self._begun = time.monotonic()
        self._shown = False

    def read(self, size: int, /) -> bytes:
        block = self._file.read(size)
        self._read += len(block)
        if block and time.monotonic() - self._begun > _MOMENT:
            share = f" {self._read * 100 // self._size} %" if self._size else ""
            print(f"\r{word('read:', '読み込み:')} {self._read >> 20:,} MiB{share}", end="", file=sys.stderr, flush=True)
            self._shown = True
        return block

    def close(self) -> None:
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _place(finding: Finding, places: Mapping[str, str]) -> str:
    if "place" in finding:
        place: Any = finding["place"]
        column = f" ({place['column']})" if place["column"] else ""
        return f"{place['file']} {place['cell']}{column}"
    path = finding.get("path", "")
    # The nearest thing above that stands in the file.
    above = path
    while above:
        if above in places:
            return places[above]
        above = above.rpartition("/")[0]
    return path or "/"
