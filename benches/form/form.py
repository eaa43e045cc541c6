"""One check of a screening form through Python, typed and through JSON, beside a check in plain Python.

python benches/form/form.py, with the package installed. The nanoseconds are the least and the median of many short
runs: on a busy machine only the least tells something. With pydantic installed, that is timed as well.
"""

import datetime
import json
import os
import statistics
import time
from collections.abc import Callable
from typing import Any

import vsys

FORM: dict[str, Any] = {
    "coupon": "1061403573",
    "municipality": "131016",
    "birth_date": "1937-05-29",
    "date": "2022-12-07",
    "dose": 3,
    "previous_date": "2022-07-01",
}
LIMITS: dict[str, Any] = {"minimum_interval_days": 18, "minimum_age_days": 1825, "today": "2023-03-31"}


def timed(name: str, check: Callable[[], object], calls: int = 5_000, runs: int = 200) -> None:
    times = []
    for _ in range(runs):
        begun = time.perf_counter_ns()
        for _ in range(calls):
            check()
        times.append((time.perf_counter_ns() - begun) / calls)
    print(f"{name:48} least {min(times):8.1f} ns   median {statistics.median(times):8.1f} ns")


def code_fits(code: str) -> bool:
    if len(code) != 6 or not code.isascii() or not code.isdigit():
        return False
    total = sum(int(digit) * weight for digit, weight in zip(code, (6, 5, 4, 3, 2)))
    return int(code[5]) == (11 - total % 11) % 10


def plain(form: dict[str, Any]) -> list[str]:
    """The check by its definition, with the standard library."""
    wrong = []
    if not (len(form["coupon"]) == 10 and form["coupon"].isdigit()):
        wrong.append("coupon")
    if not code_fits(form["municipality"]):
        wrong.append("municipality")
    days: dict[str, datetime.date] = {}
    for name in ("birth_date", "date", "previous_date"):
        if form[name] is not None:
            try:
                days[name] = datetime.date.fromisoformat(form[name])
            except ValueError:
                wrong.append(name)
    if not 1 <= form["dose"] <= 7:
        wrong.append("dose")
    if "previous_date" in days and "date" in days and (days["date"] - days["previous_date"]).days < 18:
        wrong.append("interval")
    if "birth_date" in days and "date" in days and (days["date"] - days["birth_date"]).days < 1825:
        wrong.append("age")
    return wrong


def pydantic_check() -> Callable[[], object] | None:
    try:
        import pydantic
    except ImportError:
        return None

    class Form(pydantic.BaseModel):
        coupon: str = pydantic.Field(pattern=r"^\d{10}$")
        municipality: str
        birth_date: datetime.date
        date: datetime.date
        dose: int = pydantic.Field(ge=1, le=7)
        previous_date: datetime.date | None = None

        @pydantic.field_validator("municipality")
        @classmethod
        def fits(cls, code: str) -> str:
            if not code_fits(code):
                raise ValueError("municipality")
            return code

        @pydantic.model_validator(mode="after")
        def cross(self) -> "Form":
            if self.previous_date and (self.date - self.previous_date).days < 18:
                raise ValueError("interval")
            if (self.date - self.birth_date).days < 1825:
                raise ValueError("age")
            return self

    return lambda: Form.model_validate(FORM)


def main() -> None:
    limits = vsys.form.FormLimits(**LIMITS)
    check = limits.check
    coupon, municipality, birth_date, date, dose, previous = FORM.values()
    days = [datetime.date.fromisoformat(day) for day in (birth_date, date, previous)]
    request = json.dumps(FORM | LIMITS).encode()
    # Equal answers first.
    for change in ({}, {"coupon": "1"}, {"municipality": "131017"}, {"date": "2022-02-29"}, {"previous_date": "2022-11-20"}):
        form = FORM | change
        assert list(limits.check(**form)) == plain(form) == vsys.form.check(**form, **LIMITS).answer["faults"], change
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    timed("an empty call", lambda: None)
    timed("typed, texts", lambda: check(coupon, municipality, birth_date, date, dose, previous))
    timed("typed, texts by name", lambda: check(**FORM))
    timed("typed, a form with faults", lambda: check("1", municipality, birth_date, date, dose, previous))
    timed("typed, days as datetime.date", lambda: check(coupon, municipality, days[0], days[1], dose, days[2]))
    timed("JSON bytes to JSON bytes", lambda: vsys.call("form.check", request), 500)
    timed("the operation with its answer as a dict", lambda: vsys.form.check(**FORM, **LIMITS), 200)
    timed("plain Python", lambda: plain(FORM), 1_000)
    if check_pydantic := pydantic_check():
        timed("pydantic", check_pydantic, 1_000)


if __name__ == "__main__":
    main()
