"""Files in and out; ``-`` is standard input."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from .._language import word
from ._console import Stop


def read(name: str) -> bytes:
    """The bytes of a file."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise Stop(f"{name}: {error.strerror}") from error


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
