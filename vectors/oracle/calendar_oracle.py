"""Cycles of vaccination. Source: CYC-6, CYC-7; rulings cycle-length, mock-year, cut-off."""

from datetime import date, datetime, timedelta

BOOSTER = {
    "days": 14, "delivery_days_before": 7, "deadline_days_before": 20, "deadline_time": "15:00",
    "first_deadline_days_before": 28, "first_deadline_time": "23:59",
}


def deadline(calendar, start, first):
    before, time = calendar["deadline_days_before"], calendar["deadline_time"]
    if first:
        before = calendar.get("first_deadline_days_before", before)
        time = calendar.get("first_deadline_time", time)
    return f"{start - timedelta(days=before)}T{time}"


def cycles(calendar, start, count):
    start, out = date.fromisoformat(start), []
    for number in range(1, count + 1):
        cycle = {"number": number, "start": str(start), "end": str(start + timedelta(days=calendar["days"] - 1))}
        if "delivery_days_before" in calendar:
            cycle["delivery_week"] = str(start - timedelta(days=calendar["delivery_days_before"]))
        if "deadline_days_before" in calendar:
            cycle["deadline"] = deadline(calendar, start, number == 1)
        out.append(cycle)
        start += timedelta(days=calendar["days"])
    return out


def judged(printed, now):
    """Whether a printed minute is met, and the minutes left."""
    left = (datetime.fromisoformat(printed) - datetime.fromisoformat(now)) // timedelta(minutes=1)
    return {"met": True, "minutes_left": left} if left >= 0 else {"met": False}
