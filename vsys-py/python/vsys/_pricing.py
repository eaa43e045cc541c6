"""What bulk pricing is told besides its lines, for tables and for Spark."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypedDict, Union

from ._encode import encode

# A member of this name cannot be declared in a class.
_PeriodFrom = TypedDict("_PeriodFrom", {"from": Union[datetime.date, str], "tax": Union[Decimal, str]})


class PricePeriod(_PeriodFrom, total=False):
    """The prices of a span of days (単価の適用期間), yen before tax: ``from`` inclusive, ``until`` exclusive, ``tax`` such
    as ``Decimal("0.10")``. A price that is absent is not in force, and a line that needs it has none;
    ``without_coupon`` is 0 where it is absent."""

    until: datetime.date | str
    consultation_only: int
    vaccination: int
    under_six: int
    off_hours: int
    holiday: int
    without_coupon: int


@dataclass(frozen=True)
class LineNames:
    """The names of the columns; ``None``: the same in every row."""

    date: str
    count: str | None
    service: str | None
    age: str | None
    time: str | None
    coupon: str | None

    def there(self) -> list[str]:
        """The columns that are read."""
        named = (self.date, self.count, self.service, self.age, self.time, self.coupon)
        return [name for name in named if name is not None]


@dataclass(frozen=True)
class Pricing:
    """How lines are priced; the compiled module reads it."""

    options: bytes
    names: LineNames
    #: Whether faulty rows are told and left out.
    tell: bool
    threads: int | None


def pricing(
    names: LineNames, periods: Sequence[PricePeriod] | None, rounding: str | None, faulty: str, threads: int | None
) -> Pricing:
    """How lines are priced. The compiled module reads the options and tells what is wrong with them."""
    if faulty not in ("refuse", "tell"):
        raise ValueError("faulty is 'refuse' or 'tell'")
    return Pricing(request(periods=periods, rounding=rounding), names, faulty == "tell", threads)


def request(**members: object) -> bytes:
    """The members that are given, as on the wire."""
    return encode({name: value for name, value in members.items() if value is not None})


def noted(notes: bytes) -> dict[str, Any]:
    """What every answer has beside its tables: assumptions, findings and their number."""
    members: dict[str, Any] = json.loads(notes)
    members.setdefault("findings_total", len(members["findings"]))
    return members
