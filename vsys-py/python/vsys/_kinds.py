"""What a value of the wire is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeGuard


def is_record(value: object) -> TypeGuard[Mapping[str, Any]]:
    """Whether a value is an object of the wire."""
    return isinstance(value, Mapping)


def is_list(value: object) -> TypeGuard[Sequence[Any]]:
    """Whether a value is a list of the wire."""
    return isinstance(value, (list, tuple))


def is_number(value: object) -> bool:
    """Whether a value is a number of the wire; ``True`` is none."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_bilingual(value: object) -> TypeGuard[Mapping[str, str]]:
    """Whether a value is a text in both languages."""
    return is_record(value) and set(value) == {"en", "ja"}
