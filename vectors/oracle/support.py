"""What a period pays a clinic that vaccinates many.

Source: F-SUPPORT; assumptions support-cut-week (a week at the edge counts with its days within, against the full test)
and support-weeks (a week of 150 counts for both tests and is paid by the higher; a day pays in a week that no test
pays). Every day of the period is walked through; weeks are slices of seven days of the calendar.
"""

from datetime import date, datetime, time, timedelta

DAY = timedelta(days=1)
# First and last day; whether the rule of 2023 holds.
PERIODS = {
    "2021-05": ("2021-05-09", "2021-07-31", False),
    "2021-08": ("2021-08-01", "2021-09-30", False),
    "2021-10": ("2021-10-01", "2021-11-30", False),
    "2023-05": ("2023-05-01", "2023-07-02", True),
    "2023-07": ("2023-07-03", "2023-09-03", True),
    "2023-09": ("2023-09-04", "2023-11-05", True),
    "2023-11": ("2023-11-06", "2023-12-31", True),
}
# National holidays on the days of 2021-05 to 2021-11 and 2023-05 to 2023-12.
HOLIDAYS = {
    "2021-07-22", "2021-07-23", "2021-08-08", "2021-08-09", "2021-09-20", "2021-09-23", "2021-11-03", "2021-11-23",
    "2023-05-03", "2023-05-04", "2023-05-05", "2023-07-17", "2023-08-11", "2023-09-18", "2023-09-23", "2023-10-09",
    "2023-11-03", "2023-11-23",
}
SUNDAY, SATURDAY = 6, 5
NIGHT = time(18)


def special(run, day, later_rule):
    """時間外, 夜間 or 休日; the rule of 2023 counts Saturdays among the 休日."""
    free = day.weekday() == SUNDAY or str(day) in HOLIDAYS or (later_rule and day.weekday() == SATURDAY)
    begins = datetime.fromisoformat(run["begins"])
    ends = datetime.fromisoformat(run.get("ends", run["begins"]))
    return free or run.get("off_hours", False) or begins.time() >= NIGHT or ends > datetime.combine(day, NIGHT)


def weeks_reached(period, runs):
    """How many weeks of a period of 2023 have 100 doses and a day out of hours, at night or on a holiday."""
    weeks = {}
    for run in runs:
        day = date.fromisoformat(run["begins"][:10])
        doses, mark = weeks.get(day - day.weekday() * DAY, (0, False))
        weeks[day - day.weekday() * DAY] = doses + run["doses"], mark or bool(run["doses"]) and special(run, day, True)
    return sum(doses >= 100 and mark for doses, mark in weeks.values())


def answer(request):
    """Whether it is answered, and the envelope."""
    runs = request["runs"]
    days = [run["begins"][:10] for run in runs]
    period = request.get("period")
    if period is None and days:
        period = next((name for name, (first, last, _) in PERIODS.items() if first <= min(days) <= last), None)
    if period not in PERIODS:
        return False, refused([("claims.period.unknown", "/period")], {"known": list(PERIODS)})
    first, last, later_rule = PERIODS[period]
    after = str(date.fromisoformat(last) + DAY)
    wrong = []
    for at, run in enumerate(runs):
        if not first <= days[at] <= last:
            wrong.append(("claims.run.outside_period", f"/runs/{at}/begins"))
        if run.get("ends", run["begins"]) < run["begins"]:
            wrong.append(("claims.run.reversed", f"/runs/{at}/ends"))
    if wrong:
        return False, refused(wrong, {"from": first, "until": after} if wrong[0][0] == "claims.run.outside_period" else None)

    weeks, day = [], date.fromisoformat(first)
    while str(day) <= last:
        if not weeks or day.weekday() == 0:
            weeks.append([])
        weeks[-1].append(day)
        day += DAY
    given = {day: sum(run["doses"] for run, on in zip(runs, days) if on == str(day)) for week in weeks for day in week}
    out, paid_days, cut = [], [], False
    reached = [sum(given[day] for day in week) for week in weeks]
    marked = [any(special(run, day, later_rule) for day in week for run, on in zip(runs, days) if on == str(day) and run["doses"]) for week in weeks]
    counted = [mark or not later_rule for mark in marked]
    many = sum(doses >= 100 and counts for doses, counts in zip(reached, counted))
    more = sum(doses >= 150 for doses in reached)
    for week, doses, mark, counts in zip(weeks, reached, marked, counted):
        kind, price = "neither", 0
        if later_rule:
            if doses >= 100 and counts and many >= 4:
                kind, price = "lower", 2000
        elif doses >= 150 and more >= 4:
            kind, price = "upper", 3000
        elif doses >= 100 and many >= 4:
            kind, price = "lower", 2000
        if kind == "neither" and not later_rule:
            paid_days += [{"date": str(day), "doses": given[day], "yen": 100_000} for day in week if given[day] >= 50]
        if any(str(day) in days for day in week):
            cut = cut or len(week) < 7
            out.append({"monday": str(week[0] - week[0].weekday() * DAY), "from": str(week[0]), "to": str(week[-1]), "doses": doses,
                        "kind": kind, "special_day": mark, "yen": doses * price})
    weekly, daily = sum(week["yen"] for week in out), sum(day["yen"] for day in paid_days)
    assumptions = ["assumption.support-cut-week"] if cut else []
    lower_only = sum(100 <= doses < 150 for doses in reached)
    if not later_rule and more >= 4 and 0 < lower_only < 4:
        assumptions.append("assumption.support-weeks")
    answer = {"period": period, "from": first, "until": after, "weeks": out, "days": paid_days,
              "weekly": weekly, "daily": daily, "total": weekly + daily}
    envelope = {"answer": answer, "assumptions": assumptions, "findings": []}
    reach = {week["monday"] for week in out if week["doses"] >= 100}
    many_doses = any(str(day - day.weekday() * DAY) in reach for day in (date.fromisoformat(paid["date"]) for paid in paid_days))
    if (more >= 4 and lower_only >= 4) or many_doses:
        # With four weeks of either kind the reading changes nothing; a day paid in a week of 100 is left to a vector.
        del envelope["assumptions"]
    return True, envelope


def refused(wrong, details):
    findings = [{"code": code, "path": path, "severity": "error"} for code, path in wrong]
    return {"error": {"code": wrong[0][0], **({"details": details} if details else {}), "findings": findings}}
