"""The amounts by recipient that an answer or a mapping holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, TypeAlias

from .._answer import Answer
from .._kinds import is_list, is_record

#: An answer of ``allocation.apportion`` or ``allocation.cascade``, its ``answer``, or amounts by id.
Allocation: TypeAlias = "Answer[Any] | Mapping[str, Any]"


@dataclass(frozen=True)
class Amounts:
    """Units by recipient, with what else the answer says of them."""

    by_id: dict[str, int]
    names: dict[str, str] = field(default_factory=dict[str, str])
    #: The exact quotas, where the answer explains them.
    quotas: dict[str, Fraction] = field(default_factory=dict[str, Fraction])
    method: str | None = None


def members(answer: Answer[Any] | Mapping[str, Any]) -> Mapping[str, Any]:
    """The ``answer`` member of an answer; a mapping is one itself."""
    whole: object = answer.answer if isinstance(answer, Answer) else answer
    if not is_record(whole):
        raise TypeError("an answer or a mapping is expected")
    return whole


def amounts(allocation: Allocation, level: str = "prefectures") -> Amounts:
    """Reads an allocation. ``level`` names the level of a cascade: prefectures, municipalities, hubs."""
    whole = members(allocation)
    listed: object = whole.get("amounts")
    if is_list(listed):
        rows: dict[str, int] = {row["id"]: row["amount"] for row in listed}
        return Amounts(rows, {}, _quotas(whole, rows), whole.get("method"))
    listed = whole.get(level)
    if is_list(listed):
        rows = {row["code"]: row["vaccine"] for row in listed}
        names = {row["code"]: row["name"] for row in listed if "name" in row}
        return Amounts(rows, names, _quotas(whole, rows), whole.get("method"))
    if all(isinstance(amount, int) for amount in whole.values()):
        return Amounts({str(id): amount for id, amount in whole.items()})
    raise ValueError("an allocation is an answer of allocation.apportion or allocation.cascade, or integers by id")


def _quotas(whole: Mapping[str, Any], rows: Mapping[str, int]) -> dict[str, Fraction]:
    explained: object = whole.get("explanations")
    if not is_list(explained):
        return {}
    return {row["id"]: Fraction(row["quota"]) for row in explained if row["id"] in rows and "quota" in row}
