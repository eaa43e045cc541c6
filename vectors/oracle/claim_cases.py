"""The cases of the claims and of the screening form: prices, months, moments, payees, forms with faults.

Invented persons only; the same cases every time. A case is id, source, operation, request, ok, answer.
"""

import random
from datetime import date, datetime, timedelta

import claims
import codes


def found(pairs, severity):
    """Findings of codes and members, in the order in which they are listed."""
    listed = [{"code": code, "path": f"/{member}", "severity": severity} for code, member in pairs]
    return sorted(listed, key=lambda finding: (finding["path"], finding["code"]))


def any_day(rng, first, last):
    first, last = date.fromisoformat(first), date.fromisoformat(last)
    return first + timedelta(days=rng.randrange((last - first).days + 1))


def prices(rng, out):
    source = "CLM-1, CLM-2, CLM-3, CLM-17; F-PRICE, F-AGE; rulings tariff, tax, rounding, age-under-six; vectors/oracle/claims.py"
    for index in range(48):
        day = any_day(rng, "2021-04-01", "2024-03-31")
        service, time = rng.choice(list(claims.BASE)), rng.choice(list(claims.SURCHARGE))
        count, rate = rng.randrange(1, 3000), rng.choice([None, None, "0.05", "0.08", "0.10", "0.035", "0", "0.333"])
        rounding = rng.choice(list(claims.ROUNDINGS))
        request = {"service": service, "time": time, "date": str(day), "count": count, "rounding": rounding}
        if rate is not None:
            request["tax_rate"] = rate
        eve = False
        if index % 3 == 0:
            # Around the sixth birthday, leap days too.
            birth = rng.choice([claims.birthday(day, -6) + timedelta(days=rng.randrange(-2, 3)), date(2016, 2, 29), date(2018, 3, 1), any_day(rng, "1930-01-01", "2021-03-31")])
            if birth == date(2016, 2, 29):
                day = date(2022, 2, 27) + timedelta(days=rng.randrange(3))
                request["date"] = str(day)
            age, eve = claims.age_class(birth, day)
            request["birth_date"] = str(birth)
        else:
            age = request["age"] = rng.choice(["under_six", "six_and_over"])
        unit = claims.price(service, age, time)
        yen, rounded = claims.amount(count, unit, rate or "0.10", rounding)
        named = [("age-under-six", eve), ("rounding", rounded), ("tariff", (service, age, time) in claims.MISPRINTED)]
        envelope = {"answer": {"age": age, "price": int(unit), "net": int(unit) * count, "amount": yen, "count": count},
                    "assumptions": [f"assumption.{name}" for name, holds in named if holds], "findings": []}
        out.append((f"ORACLE-CLAIM/price-{index + 1:02}", source, "claims.price", request, True, envelope))


def months(rng, out):
    source = "CLM-7, CLM-8, CLM-9, CLM-11, CLM-15; F-PRICE, F-DEADLINE; rulings form-selection, claim-deadline; vectors/oracle/claims.py"
    first, last, edge = (claims.month(text) for text in ("2021-01", "2024-06", "2021-12"))
    for index in range(60):
        near = index % 2
        v = rng.randrange(edge - 3, edge + 3) if near else rng.randrange(first, last)
        b = v + rng.randrange(-1, 5) if near else rng.randrange(v - 1, max(v + 2, last + 1))
        site, returned = rng.choice(["institution", "special_site", "workplace", "workplace_moderna"]), rng.randrange(4) == 0
        request = {"vaccination_month": claims.name(v), "billing_month": claims.name(b), "site": site, "returned": returned}
        answered, refused = claims.select(request["vaccination_month"], request["billing_month"], site, returned)
        if refused:
            envelope = {"error": {"findings": found(refused, "error")}}
        else:
            answer, assumptions, warnings = answered
            envelope = {"answer": answer, "assumptions": assumptions, "findings": found(warnings, "warning")}
        out.append((f"ORACLE-CLAIM/select-{index + 1:02}", source, "claims.select", request, not refused, envelope))
    source = "CLM-9; F-DEADLINE; ruling claim-deadline; 国民の祝日に関する法律; vectors/oracle/claims.py"
    for year, start, count in ((2020, "2021-03", 1), (2021, "2021-04", 12), (2022, "2022-04", 12), (2023, "2023-04", 12)):
        rows_ = [claims.deadline(claims.name(claims.month(start) + index)) for index in range(count)]
        out.append((f"ORACLE-CLAIM/deadlines-{year}", source, "claims.deadline", {"billing_month": start, "months": count}, True,
                          {"answer": {"deadlines": rows_}, "assumptions": [], "findings": []}))
    for index in range(12):
        billing = claims.name(rng.randrange(claims.month("2021-03"), claims.month("2024-04")))
        row = claims.deadline(billing)
        today = date.fromisoformat(row["deadline"]) + timedelta(days=rng.randrange(-1, 2))
        row["met"] = str(today) <= row["deadline"]
        envelope = {"answer": {"deadlines": [row]}, "assumptions": ["assumption.cut-off"] if str(today) == row["deadline"] else []}
        out.append((f"ORACLE-CLAIM/deadline-met-{index + 1:02}", source + "; ruling cut-off", "claims.deadline", {"billing_month": billing, "today": str(today)}, True, envelope))


CLINICS = [
    {day: [{"from": "09:00", "until": "12:00"}, {"from": "14:00", "until": "18:00"}] for day in claims.WEEK[:5]} | {"saturday": [{"from": "09:00", "until": "12:00"}]},
    {day: [{"from": "18:00", "until": "00:00"}] for day in claims.WEEK} | {"wednesday": []},
    {"tuesday": [{"from": "20:00", "until": "02:00"}], "thursday": [{"from": "08:30", "until": "12:30"}, {"from": "12:30", "until": "17:00"}],
     "saturday": [{"from": "22:00", "until": "03:00"}], "sunday": [{"from": "10:00", "until": "12:00"}, {"from": "21:00", "until": "01:30"}],
     "exceptions": [{"date": "2021-12-28", "spans": []}, {"date": "2022-05-03", "spans": [{"from": "09:00", "until": "12:00"}]},
                    {"date": "2021-12-31", "spans": [{"from": "22:00", "until": "02:00"}]}]},
]


def classes(rng, out):
    source = "F-TIME; ruling time-class; assumptions hours-edge, past-midnight; 国民の祝日に関する法律; vectors/oracle/claims.py"
    days = ["2021-07-22", "2021-08-08", "2021-08-09", "2021-10-11", "2021-12-28", "2022-01-01", "2022-01-10", "2022-05-03", "2023-01-02", "2024-02-12"]
    for index in range(72):
        clinic = rng.choice(CLINICS)
        special = days[index // 4 % len(days)] if index % 4 == 0 else None
        day = date.fromisoformat(special) + timedelta(days=rng.randrange(2)) if special else any_day(rng, "2021-02-17", "2024-03-31")
        edges = [moment for one in (day - timedelta(days=1), day) for pair in claims.spans_of(clinic, one) for moment in pair if moment.date() == day]
        at = datetime.combine(day, datetime.min.time()) + timedelta(minutes=rng.randrange(24 * 60))
        if edges and rng.randrange(3) == 0:
            at = rng.choice(edges)
        elif rng.randrange(3) == 0:
            at = at.replace(hour=rng.randrange(3))
        elif rng.randrange(2) == 0:
            at = at.replace(hour=rng.randrange(8, 18))
        if index % 6 == 5:
            # The night after a late evening.
            clinic, day = CLINICS[2], claims.monday(rng.randrange(2021, 2024), rng.randrange(4, 13), 2)
            at = datetime.combine(day + timedelta(days=rng.choice([0, 2, 6])), datetime.min.time()) + timedelta(minutes=rng.randrange(200))
        request = {"at": at.strftime("%Y-%m-%dT%H:%M"), "hours": clinic}
        answer, assumptions = claims.classify(clinic, request["at"])
        out.append((f"ORACLE-CLAIM/classify-{index + 1:02}", source, "claims.classify", request, True,
                          {"answer": answer, "assumptions": assumptions, "findings": []}))


def routes(rng, out):
    source = "F-ROUTE; CLM-12; rulings claim-routing, municipality-code; names of the list of 総務省; vectors/oracle/claims.py"
    for index in range(24):
        day = any_day(rng, "2021-02-17", "2024-03-31")
        institution = rng.choice(list(claims.TOWNS))
        near = [one for one in claims.TOWNS if one[:2] == institution[:2]]
        residents = [*rng.sample(near, min(3, len(near))), *rng.sample(list(claims.TOWNS), 2)]
        request = {"date": str(day), "institution": codes.municipality(institution), "residents": [codes.municipality(one) for one in residents]}
        delegated, unions = set(), []
        if index % 3 == 1:
            begin = day + timedelta(days=rng.choice([-30, 0, 1]))
            request["delegations"] = [{"municipality": codes.municipality(one), "from": str(begin)} for one in ("13103", "14100", "39302")] + [{"union": "nakagei", "from": "2021-02-17", "until": str(begin)}]
            delegated = {"13103", "14100", "39302"} if begin <= day else {"nakagei"}
        if index % 3 == 2:
            end = day + timedelta(days=rng.choice([0, 1, 30]))
            request["unions"] = [{"id": "joint", "name": "見本広域連合", "members": [codes.municipality("13103"), codes.municipality("13110")], "from": "2021-02-17", "until": str(end)}]
            unions = [("joint", "見本広域連合", {"13103", "13110"})] if day < end else []
        rows_, bundled = [], False
        for one in residents:
            payee, reason, used = claims.route(institution, one, delegated, unions)
            bundled |= used
            rows_.append({"resident": codes.municipality(one), "municipality": codes.municipality(claims.TOWNS[one][1] or one), "payee": payee, "reason": reason})
        out.append((f"ORACLE-CLAIM/route-{index + 1:02}", source, "claims.route", request, True,
                          {"answer": {"routes": rows_}, "assumptions": ["assumption.union-claims"] if bundled else [], "findings": []}))


def claim_cases():
    rng, out = random.Random(7), []
    for make in (prices, months, classes, routes):
        make(rng, out)
    return out


def form_cases():
    rng, out = random.Random(8), []
    source = "F-CODE, F-AGE, F-INTERVAL, F-VRS (dates of the future, doses); invented persons; vectors/oracle/claims.py"
    for index in range(60):
        day = any_day(rng, "2021-06-01", "2023-03-31")
        form = {"coupon": f"{rng.randrange(10**10):010}", "municipality": codes.municipality(rng.choice(list(claims.TOWNS))),
                "birth_date": str(any_day(rng, "1930-01-01", "2015-12-31")), "date": str(day), "dose": rng.randrange(1, 8),
                "minimum_interval_days": rng.choice([18, 27, 13, 90]), "today": "2023-03-31"}
        form[rng.choice(["minimum_age", "minimum_age_days"])] = 5
        if "minimum_age_days" in form:
            form["minimum_age_days"] = 1825
        if form["dose"] > 1 or rng.randrange(6) == 0:
            form["previous_date"] = str(day - timedelta(days=rng.choice([17, 18, 26, 27, 120, 200])))
        for _ in range(rng.choice([0, 0, 1, 1, 2, 4])):
            change = rng.choice(["coupon", "code", "digit", "birth", "date", "dose", "previous", "missing", "young", "future", "born", "reversed"])
            if change == "coupon":
                form["coupon"] = rng.choice(["123456789", "12345678901", "12345 7890", ""])
            elif change == "code":
                form["municipality"] = rng.choice(["13103", "1310322", "13103x", "１３１０３２"])
            elif change == "digit":
                five = rng.choice(list(claims.TOWNS))
                form["municipality"] = five + str((int(codes.municipality(five)[5]) + rng.randrange(1, 10)) % 10)
            elif change == "birth":
                form["birth_date"] = rng.choice(["1937-02-29", "1937-5-29", "S12-05-29", "1937-13-01"])
            elif change == "date":
                form["date"] = rng.choice(["2022-06-31", "2022/06/30", ""])
            elif change == "dose":
                form["dose"] = rng.choice([0, 8, 99])
            elif change == "previous":
                form["previous_date"] = "2021-00-10"
            elif change == "missing":
                form.pop("previous_date", None)
            elif change == "young":
                form["birth_date"] = str(claims.birthday(day, -5) + timedelta(days=rng.randrange(-1, 3)))
            elif change == "future":
                form["today"] = str(day - timedelta(days=rng.choice([1, 10, 300])))
            elif change == "born":
                form["birth_date"] = str(day + timedelta(days=5))
            elif change == "reversed":
                form["previous_date"] = str(day + timedelta(days=3))
        faults = claims.check_form(form)
        listed = [{"code": code, "path": f"/{member}", "severity": severity} for _, code, member, severity in faults]
        listed.sort(key=lambda finding: (finding["path"], finding["code"]))
        answer = {"faults": [name for name, _, _, _ in faults], "valid": all(severity == "warning" for _, _, _, severity in faults)}
        out.append((f"ORACLE-FORM/{index + 1:02}", source, "form.check", form, True, {"answer": answer, "assumptions": [], "findings": listed}))
    return out
