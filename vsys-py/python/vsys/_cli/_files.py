"""Files in and out; ``-`` is standard input."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from .._error import Finding
from .._language import word
from ._console import Stop


def read(name: str) -> bytes:
    """The bytes of a file."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise Stop(f"{name}: {error.strerror}") from error


@contextmanager
def opened(name: str) -> Generator[tuple[str, BinaryIO, int]]:
    """A file as it is called, its bytes to be read, and how many there are; 0 when nobody knows."""
    if name == "-":
        yield word("standard input", "標準入力"), sys.stdin.buffer, 0
        return
    try:
        file = open(name, "rb")
    except OSError as error:
        raise Stop(f"{name}: {error.strerror}") from error
    with file:
        yield name, file, os.fstat(file.fileno()).st_size


def write(name: str, content: bytes) -> None:
    """Writes a file as a whole or not at all."""
    partial = Path(f"{name}.part")
    try:
        partial.write_bytes(content)
        os.replace(partial, name)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise Stop(f"{name}: {error.strerror}") from error


def decoded(name: str, content: bytes, encoding: str) -> str:
    """The text of a sheet: UTF-8 with or without its mark, or CP932."""
    tried = {"auto": ("utf-8-sig", "cp932"), "utf-8": ("utf-8-sig",), "cp932": ("cp932",)}[encoding]
    for one in tried:
        try:
            return content.decode(one)
        except UnicodeDecodeError:
            continue
    names = " / ".join("UTF-8" if one == "utf-8-sig" else "CP932" for one in tried)
    raise Stop(word(f"{name}: this is no text in {names}", f"{name}: {names} の文字列ではありません"))


def canonical(answer: object, assumptions: Sequence[str], findings: Sequence[Finding], total: int) -> bytes:
    """An answer in the envelope of the wire."""
    whole = {"answer": answer, "assumptions": assumptions, "findings": findings}
    if total > len(findings):
        whole["findings_total"] = total
    return dumped(whole)


def dumped(whole: object) -> bytes:
    """JSON as the wire writes it."""
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
