"""Native values as JSON for the reader, which finds what is wrong with them."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import cast

_JST = datetime.timezone(datetime.timedelta(hours=9))
# CPython writes integers of up to 4,300 digits; no number of the wire has more than 16.
_DIGITS = 4_000


def encode(value: object) -> bytes:
    """JSON text. ``NaN``, ``-0.0``, infinities, huge integers and lone surrogates go as they are, so
    that the reader tells of them.

    Raises ``TypeError`` on a value that has no JSON, such as a set.
    """
    try:
        try:
            return _dumps(value)
        except ValueError:
            return _dumps(_shorten(value))
    except RecursionError:
        # Deeper than Python can write, or a value that holds itself. The reader stops at a depth of 64.
        return b"[" * 100 + b"]" * 100


def _dumps(value: object) -> bytes:
    return json.dumps(value, check_circular=False, default=_other, separators=(",", ":")).encode("ascii")


def _other(value: object) -> object:
    """Dates, times, decimals and fractions as the strings of the wire."""
    match value:
        case datetime.datetime():
            return _moment(value)
        case datetime.time():
            return value.isoformat(timespec=_precision(value))
        case datetime.date():
            return value.isoformat()
        case Decimal():
            # An exponent far out would be written as as many zeros.
            return format(value, "f") if abs(value.adjusted()) < _DIGITS else str(value)
        case Fraction():
            return f"{_digits(value.numerator)}/{_digits(value.denominator)}"
        case Mapping():
            return dict(cast("Mapping[object, object]", value))
        case _:
            pass
    raise TypeError(f"a request cannot hold {type(value).__name__}")


def _moment(value: datetime.datetime) -> str:
    """JST without a zone, as the wire has it."""
    if value.tzinfo is not None:
        try:
            value = value.astimezone(_JST).replace(tzinfo=None)
        except OverflowError:
            return value.isoformat()
    return value.isoformat(timespec=_precision(value))


def _precision(value: datetime.datetime | datetime.time) -> str:
    """Seconds are not dropped in silence: the reader refuses them."""
    return "minutes" if value.second == 0 and value.microsecond == 0 else "auto"


def _shorten(value: object) -> object:
    """Integers that CPython refuses to write, by their first digits: out of range all the same."""
    match value:
        case Mapping():
            return {key: _shorten(item) for key, item in cast("Mapping[object, object]", value).items()}
        case list() | tuple():
            return [_shorten(item) for item in cast("Sequence[object]", value)]
        case int() if value.bit_length() > _DIGITS * 3:
            return int(_digits(value)[:_DIGITS])
        case _:
            return value


def _digits(value: int) -> str:
    """A decimal has no limit of digits."""
    return format(Decimal(value), "f")
