# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``calendar.*``."""

from __future__ import annotations

import datetime

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "cycles",
    "deadline",
    "holiday",
]


def cycles(
    *,
    start: datetime.date | str,
    count: int,
    calendar: str | None = None,
    own_calendar: _types.OwnCalendarInput | _types.OwnCalendar | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.CyclesAnswer]:
    """Lists cycles with delivery weeks and deadlines.

    クールの一覧を作る。

    Args:
        start: The first day of vaccination of the first cycle, a Monday.
        count: How many cycles, 1 to 1,000.
        calendar: The id of a calendar of the tables; absent = the workplace booster's of 2022.
        own_calendar: A calendar of the caller's own, in place of `calendar`.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("calendar.cycles")``.
    """
    return _run(
        "calendar.cycles",
        book,
        {"start": start, "count": count},
        {"calendar": calendar, "own_calendar": own_calendar},
    )


def deadline(
    *,
    calendar: str | None = None,
    deadline: datetime.datetime | str | None = None,
    first: bool | None = None,
    now: datetime.datetime | str | None = None,
    own_calendar: _types.OwnCalendarInput | _types.OwnCalendar | None = None,
    start: datetime.date | str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.DeadlineAnswer]:
    """Tells a deadline and whether it is met.

    締切と間に合うかどうかを示す。

    Args:
        calendar: The id of a calendar of the tables; absent = the workplace booster's of 2022.
        deadline: A deadline printed to the minute, JST.
        first: Whether it is the first cycle of the calendar.
        now: The moment at which is asked whether it is met, JST.
        own_calendar: A calendar of the caller's own, in place of `calendar`.
        start: The first day of vaccination of a cycle; exactly one of `start` and `deadline`.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("calendar.deadline")``.
    """
    return _run(
        "calendar.deadline",
        book,
        {},
        {"calendar": calendar, "deadline": deadline, "first": first, "now": now, "own_calendar": own_calendar, "start": start},
    )


def holiday(
    *,
    date: datetime.date | str,
    book: _RuleBook | None = None,
) -> _Answer[_types.HolidayAnswer]:
    """Tells whether a day is a national holiday.

    祝日かどうかを示す。

    Args:
        date: The day.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("calendar.holiday")``.
    """
    return _run("calendar.holiday", book, {"date": date}, {})
