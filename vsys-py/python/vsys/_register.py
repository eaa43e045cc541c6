"""What the library says of its own operations and assumptions, in the language that was set."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache

from ._language import chosen, word
from ._vsys import call, operations


def title(operation: str) -> str:
    """What an operation does; empty for a name that none has."""
    en, ja = _titles().get(operation, ("", ""))
    return word(en, ja)


def rulings(assumptions: Sequence[str]) -> list[tuple[str, str]]:
    """Assumptions with what vsys does where the sources are silent."""
    register = _rulings()
    return [(id, register.get(id, {}).get(chosen(), "")) for id in assumptions]


@lru_cache(maxsize=1)
def _titles() -> dict[str, tuple[str, str]]:
    return {name: (en, ja) for name, en, ja in operations()}


@lru_cache(maxsize=1)
def _rulings() -> dict[str, dict[str, str]]:
    listed = json.loads(call("rules.assumptions", b"{}"))["answer"]["assumptions"]
    return {row["id"]: row["ruling"] for row in listed}
