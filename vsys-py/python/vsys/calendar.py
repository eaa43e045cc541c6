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

    Returns:
        The cycles in the order of time.

        - ``cycles`` (list[CycleAnswer]): The cycles.
        - ``days`` (int): Days of vaccination in a cycle.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("calendar.cycles")``.

    Source:
        CYC-1: A cycle is the unit of allocation; its length is a parameter, about 3 weeks in the plan of February 2021 and 14 days for boosters. (「自治体説明会（第3回）資料2」, 2021-02-17: ②ワクチン分配; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: ワクチン接種に関する同意事項; 「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 割り当てられたワクチン量の確認)
        CYC-6: The booster plan lists five cycles with vaccination period, delivery week and closing time; the printed year 2021 of the closing times is read as 2022. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録; vsys rulings: what is decided where the sources are silent: mock-year)
        CYC-7: A booster cycle is 14 days from a Monday; delivery is the Monday 7 days before, and changes close at 15:00 on the Tuesday 20 days before the start, for the first cycle at 23:59 28 days before. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
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

    Returns:
        A deadline.

        - ``deadline`` (str): The deadline, JST.
        - ``met`` (bool, may be absent): Whether it is met at `now`; absent without `now`.
        - ``minutes_left`` (int, may be absent): Whole minutes from `now` to the deadline; absent without `now` and when it has passed.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("calendar.deadline")``.

    Source:
        CYC-9: Whether the printed minute of a closing time is still in time is not stated; here it is, the clock being cut to the minute. (vsys rulings: what is decided where the sources are silent: cut-off)
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

    Returns:
        Whether a day is a national holiday.

        - ``holiday`` (bool): Whether it is one.
        - ``name`` (str, may be absent): Its name (国民の祝日・休日名称).

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("calendar.holiday")``.

    Source:
        F-TIME: A holiday is a Sunday, a national holiday or a day without any consultation hours; out of hours is outside the posted hours on another day. (広島市・岐阜市・港区の医療機関向け案内（時間外・休日加算の取扱い）; 「国民の祝日について」syukujitsu.csv)
    """
    return _run("calendar.holiday", book, {"date": date}, {})
