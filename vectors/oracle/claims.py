"""Claims and screening forms. Source: CLM-1 … CLM-17; F-PRICE, F-TIME, F-ROUTE, F-DEADLINE, F-AGE, F-INTERVAL;
rulings tariff, tax, rounding, form-selection, claim-deadline, claim-routing, time-class, age-under-six,
municipality-code. Money in `decimal`, time in `datetime`; the holidays follow from the law, not from a table."""

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

DAY = timedelta(days=1)

# Prices: CLM-1, CLM-2, CLM-3, F-PRICE.

BASE = {"consultation_only": Decimal(1540), "vaccination": Decimal(2070)}
UNDER_SIX = Decimal(660)
SURCHARGE = {"regular": Decimal(0), "off_hours": Decimal(730), "holiday": Decimal(2130)}
# The three prices of the new form that break the sum.
MISPRINTED = {("consultation_only", "under_six", "off_hours"), ("consultation_only", "under_six", "holiday"), ("consultation_only", "six_and_over", "holiday")}
ROUNDINGS = {"floor": ROUND_FLOOR, "ceil": ROUND_CEILING, "half-up": ROUND_HALF_UP}


def price(service, age, time):
    return BASE[service] + (UNDER_SIX if age == "under_six" else 0) + SURCHARGE[time]


def amount(count, unit, rate, rounding):
    """CLM-17: count × price × (1 + rate), rounded once; and whether anything was rounded."""
    exact = count * unit * (1 + Decimal(rate))
    whole = exact.to_integral_value(ROUNDINGS[rounding])
    return int(whole), whole != exact


def birthday(birth, years):
    """The day on which somebody is so old; 1 March for 29 February in a common year."""
    try:
        return birth.replace(year=birth.year + years)
    except ValueError:
        return date(birth.year + years, 3, 1)


def age_class(birth, day):
    """F-AGE: six is reached on the eve, and on the eve «under six» still holds (an assumption)."""
    sixth = birthday(birth, 6)
    return ("six_and_over" if day >= sixth else "under_six"), day == sixth - DAY


# Holidays: 国民の祝日に関する法律, 2021 to 2024, with the days moved for the games of 2021.

EQUINOXES = {2021: ((3, 20), (9, 23)), 2022: ((3, 21), (9, 23)), 2023: ((3, 21), (9, 23)), 2024: ((3, 20), (9, 22))}


def monday(year, month, nth):
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7 + 7 * (nth - 1))


def holidays(year):
    days = [date(year, *md) for md in [(1, 1), (2, 11), (2, 23), (4, 29), (5, 3), (5, 4), (5, 5), (11, 3), (11, 23), *EQUINOXES[year]]]
    days += [monday(year, 1, 2), monday(year, 9, 3)]
    if year == 2021:
        days += [date(2021, 7, 22), date(2021, 7, 23), date(2021, 8, 8)]
    else:
        days += [monday(year, 7, 3), date(year, 8, 11), monday(year, 10, 2)]
    for day in sorted(days):
        if day.weekday() == 6:
            # 振替休日: the next day that is no holiday itself.
            while day in days:
                day += DAY
            days.append(day)
    return set(days)


HOLIDAYS = set().union(*(holidays(year) for year in EQUINOXES))


def free(day):
    return day.weekday() == 6 or day in HOLIDAYS


# Class of time: F-TIME; assumptions hours-edge, past-midnight.

WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def spans_of(hours, day):
    """The spans that begin on a day, as moments."""
    exceptions = {one["date"]: one["spans"] for one in hours.get("exceptions", [])}
    out = []
    for span in exceptions.get(str(day), hours.get(WEEK[day.weekday()], [])):
        begin, end = (datetime.fromisoformat(f"{day}T{span[key]}") for key in ("from", "until"))
        out.append((begin, end if end > begin else end + DAY))
    return out


def classify(hours, at):
    at = datetime.fromisoformat(at)
    day = at.date()
    own, eve = spans_of(hours, day), spans_of(hours, day - DAY)
    within = [begin for begin, end in own + eve if begin <= at < end]
    if day.weekday() == 6:
        found = ("holiday", "sunday")
    elif day in HOLIDAYS:
        found = ("holiday", "national_holiday")
    elif within:
        found = ("regular", "within_hours")
    elif not own:
        found = ("holiday", "no_hours")
    else:
        found = ("off_hours", "outside_hours")
    assumptions = []
    begins, ends = any(at == begin for begin, _ in own), any(at == end for _, end in own + eve)
    if begins != ends and not free(day):
        assumptions.append("assumption.hours-edge")
    if within and within[0].date() < day and not (free(day) and free(day - DAY)):
        assumptions.append("assumption.past-midnight")
    answer = {"date": str(day), "time": found[0], "reason": found[1]}
    if within:
        answer["span"] = {"date": str(within[0].date()), "from": within[0].strftime("%H:%M")}
    return answer, assumptions


# Months: CLM-7, CLM-8, CLM-9, CLM-15; F-DEADLINE.


def month(text):
    year, number = text.split("-")
    return int(year) * 12 + int(number) - 1


def name(index):
    return f"{index // 12:04}-{index % 12 + 1:02}"


def select(vaccination, billing, site, returned):
    """The answer, its assumptions and warnings; or the codes of what is refused with their members."""
    v, b = month(vaccination), month(billing)
    refused = []
    if not month("2021-03") <= b <= month("2024-04"):
        refused.append(("claims.month.no_claims", "billing_month"))
    if b <= v:
        refused.append(("claims.month.not_after", "billing_month"))
    elif returned and b == v + 1:
        refused.append(("claims.month.return_too_early", "billing_month"))
    if not month("2021-02") <= v <= month("2024-03"):
        refused.append(("claims.month.outside_programme", "vaccination_month"))
    if refused:
        return None, refused
    new_form, new_sheet, closed = v >= month("2021-12"), b >= month("2022-01"), b == month("2024-04")
    if v < month("2021-04") or site == "workplace_moderna":
        surcharge = "none"
    else:
        surcharge = "together" if new_form else "apart"
    answer = {
        "counted_in": billing,
        "form": "new" if new_form else "old",
        "sheet": "new" if new_sheet else "old",
        "surcharge": surcharge,
        "surcharge_in_vsys": surcharge == "together" and not closed,
        "timing": "returned" if returned else "typical" if b == v + 1 else "late",
        "vsys": not closed,
    }
    if v == month("2021-12"):
        answer["entry_from"] = "2021-12-23"
    warnings = [("claims.vsys.closed", "billing_month")] if closed else []
    if surcharge == "apart" and new_sheet:
        warnings.append(("claims.surcharge.apart", "vaccination_month"))
    late = answer["timing"] == "late" and not new_form and new_sheet
    return (answer, ["assumption.clm-8"] if late else [], warnings), []


def deadline(billing):
    b = month(billing)
    nominal = day = date.fromisoformat(f"{billing}-10")
    closed = []
    while free(day) or day.weekday() == 5:
        reason = {5: "saturday", 6: "sunday"}.get(day.weekday(), "national_holiday")
        closed.append({"date": str(day), "reason": reason})
        day += DAY
    payment = date.fromisoformat(f"{name(b + 3)}-01") - DAY
    return {"billing_month": billing, "vaccination_month": name(b - 1), "nominal": str(nominal), "deadline": str(day),
            "closed_days": closed, "payment_by": str(payment)}


# Payees: F-ROUTE; ruling claim-routing. Codes without their check digit, with name, city of a ward and prefecture.

TOWNS = {
    "13103": ("港区", None, "東京都"), "13110": ("目黒区", None, "東京都"), "14100": ("横浜市", None, "神奈川県"),
    "14101": ("横浜市鶴見区", "14100", "神奈川県"), "14102": ("横浜市神奈川区", "14100", "神奈川県"), "27100": ("大阪市", None, "大阪府"),
    "27127": ("大阪市北区", "27100", "大阪府"), "39201": ("高知市", None, "高知県"), "39302": ("奈半利町", None, "高知県"),
    "39303": ("田野町", None, "高知県"), "01100": ("札幌市", None, "北海道"),
}
NAKAGEI = {"39302", "39303", "39304", "39305", "39306"}  # 中芸広域連合: 奈半利町, 田野町, 安田町, 北川村, 馬路村


def route(institution, resident, delegated, unions):
    """Payee and reason; `unions` holds id, name and members beside the table's own."""
    home, away = (TOWNS[code][1] or code for code in (institution, resident))
    areas = [*unions, ("nakagei", "中芸広域連合", NAKAGEI)]
    area = next((area for area in areas if home in area[2]), None)
    joint = area is not None and away in area[2]
    federation = {"kind": "federation", "code": home[:2], "name": TOWNS[home][2] + "国民健康保険団体連合会"}
    if home != away and not joint:
        return federation, "elsewhere", False
    bundled = joint and area[0] == "nakagei"
    if away in delegated or (joint and area[0] in delegated):
        return federation, "delegated", bundled
    if joint:
        return {"kind": "union", "code": area[0], "name": area[1]}, "same_union", bundled
    return {"kind": "municipality", "name": TOWNS[away][0]}, "same_municipality", bundled


# Screening forms: the record of the benchmark, with today.


def check_form(form):
    """The faults in order, and their findings as code, member and severity."""
    faults = []

    def fault(wrong, name, code, member, severity="error"):
        if wrong:
            faults.append((name, code, member, severity))

    def read(text):
        try:
            return date.fromisoformat(text) if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
        except ValueError:
            return None

    fault(not re.fullmatch("[0-9]{10}", form["coupon"]), "coupon", "form.coupon.form", "coupon")
    code = form["municipality"]
    if not re.fullmatch("[0-9]{6}", code):
        fault(True, "municipality", "code.municipality.form", "municipality")
    else:
        rest = sum(int(digit) * weight for digit, weight in zip(code, (6, 5, 4, 3, 2))) % 11
        fault(int(code[5]) != (11 - rest) % 10, "municipality", "code.municipality.check_digit", "municipality")
    birth, day = read(form["birth_date"]), read(form["date"])
    previous = read(form["previous_date"]) if "previous_date" in form else None
    today = date.fromisoformat(form["today"])
    fault(birth is None, "birth_date", "form.date.form", "birth_date")
    fault(day is None, "date", "form.date.form", "date")
    fault(not 1 <= form["dose"] <= 7, "dose", "form.dose.range", "dose")
    fault("previous_date" in form and previous is None, "previous_date", "form.date.form", "previous_date")
    fault(bool(previous and day) and (day - previous).days < form["minimum_interval_days"], "interval", "form.interval.too_short", "previous_date")
    if birth and day:
        if "minimum_age_days" in form:
            young = (day - birth).days < form["minimum_age_days"]
        else:
            young = day < birthday(birth, form["minimum_age"]) - DAY
        fault(young, "age", "form.age.too_young", "birth_date")
    fault(bool(birth) and birth > today, "future_birth_date", "form.date.future", "birth_date")
    fault(bool(day) and day > today, "future_date", "form.date.future", "date")
    fault(bool(previous) and previous > today, "future_previous_date", "form.date.future", "previous_date")
    fault(form["dose"] == 1 and "previous_date" in form, "previous_unexpected", "form.previous.unexpected", "previous_date", "warning")
    fault(form["dose"] > 1 and "previous_date" not in form, "previous_missing", "form.previous.missing", "previous_date", "warning")
    return faults
