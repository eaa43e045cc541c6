"""The cases of the linter: claims of invented clinics, in order or with one fault planted."""

import copy
import random

import claim_check
import claims
import codes
import sheets

SOURCE = ("CLM-1 to CLM-8, CLM-11 to CLM-17; F-PRICE, F-ROUTE, F-CODE, F-AGE, F-TIME; rulings tariff, tax, rounding, form-selection, municipality-code, "
          "institution-code; assumption double-claim; vectors/oracle/claim_check.py")
HEADS = {
    "13103": {"municipality": codes.municipality("13103"), "address": "東京都港区見本1-2-3", "representative": "架空 花子", "telephone": "03-0000-0000",
              "facility_class": "1", "institution": codes.institution("131000001"), "name": "見本クリニック"},
    "14101": {"municipality": codes.municipality("14101"), "address": "神奈川県横浜市鶴見区見本4-5-6", "representative": "架空 太郎", "telephone": "045-000-0000",
              "facility_class": "2", "institution": codes.institution("141000002"), "name": "架空診療所"},
}
HOURS = {day: [{"from": "09:00", "until": "12:00"}, {"from": "14:00", "until": "18:00"}] for day in claims.WEEK[:5]}


def record(rng, month, own, times, late):
    """A record of a month of claim; of an earlier month where it is late."""
    vaccination = claims.name(claims.month(month) - (rng.randrange(2, 5) if late else 1))
    out = {"service": rng.choice([*sheets.SERVICES, "vaccination", "vaccination"]), "date": f"{vaccination}-{rng.randrange(1, 29):02}",
           "municipality": codes.municipality(rng.choice([own, own, "13110", "13112", "14100", "14103", "27127"])), "coupon": rng.choice(list(sheets.COUPONS)),
           "number": f"{rng.randrange(10**10):010}", "class": rng.choice(times)}
    if rng.randrange(2):
        out["age"] = rng.choice(list(sheets.AGES))
    else:
        day = claims.date.fromisoformat(out["date"])
        out["birth_date"] = str(claims.birthday(day, -rng.choice([5, 6, 30, 71])) + claims.timedelta(days=rng.randrange(-3, 4)))
    if out["service"] == "vaccination" and rng.randrange(5):
        out["dose"] = rng.randrange(1, 5)
    return out


def sheets_of(request, own, include_own):
    """The sheets that the records make, as `claims.sheets` answers."""
    made, _, _ = claim_check.records(request, [], set())
    cases = [{"coupon": coupon, "municipality": codes.municipality(payer), "service": line[0], "age": line[1], "time": line[2], "count": count}
             for (coupon, payer), lines in made.items() for line, count in lines.items()]
    billing = request["billing_month"]
    asked = {"billing_month": billing, "vaccination_month": claims.name(claims.month(billing) - 1), "form": "new" if billing >= "2022-01" else "old",
             "include_own": include_own, "head": HEADS[own], "cases": cases}
    out, _ = sheets.answer(asked)
    return {**copy.deepcopy(out), "head": dict(HEADS[own])}


def claim(rng, month, own, rows=6, times=tuple(sheets.TIMES), late=False):
    request = {"billing_month": month, "records": [record(rng, month, own, times, late and rng.randrange(2)) for _ in range(rows)]}
    request["sheets"] = sheets_of(request, own, bool(rng.randrange(2)))
    return request


def any_line(rng, request):
    """A line of any sheet, and its sheet."""
    given = request["sheets"]
    sheet = rng.choice([given["summary"], *given["municipal"]])
    return rng.choice(rng.choice(sheet["groups"])["lines"]), sheet


# Faults, each of which changes a claim in one thing


def one_more(member):
    def change(rng, request):
        line, _ = any_line(rng, request)
        line[member] += 1
    return change


def total_less(rng, request):
    _, sheet = any_line(rng, request)
    rng.choice([sheet["total"], *(group["subtotal"] for group in sheet["groups"])])["amount"] += rng.choice([1, 10, 1000])


def label(rng, request):
    line, _ = any_line(rng, request)
    line["label"] = rng.choice(["6歳未満", "6歳以上(深夜)"])


def line_gone(rng, request):
    line, sheet = any_line(rng, request)
    for group in sheet["groups"]:
        group["lines"] = [one for one in group["lines"] if one is not line]


def line_again(rng, request):
    line, sheet = any_line(rng, request)
    group = next(group for group in sheet["groups"] if any(one is line for one in group["lines"]))
    group["lines"].append(dict(line))


def group_gone(rng, request):
    _, sheet = any_line(rng, request)
    sheet["groups"].pop()


def sheet_gone(rng, request):
    request["sheets"]["municipal"].pop(rng.randrange(len(request["sheets"]["municipal"])))


def sheet_again(rng, request):
    listed = request["sheets"]["municipal"]
    listed.append(copy.deepcopy(rng.choice(listed)))


def box(rng, request):
    sheet = rng.choice([request["sheets"]["summary"], *request["sheets"]["municipal"]])
    sheet["checked"] = not sheet["checked"]


def member(name, value, whose="municipal"):
    def change(rng, request):
        given = request["sheets"]
        place = {"municipal": lambda: rng.choice(given["municipal"]), "summary": lambda: given["summary"], "head": lambda: given["head"], "sheets": lambda: given}[whose]()
        place[name] = value
    return change


def of_record(**values):
    def change(rng, request):
        rng.choice(request["records"]).update(values)
    return change


def twice(rng, request):
    known = rng.choice([one for one in request["records"]])
    request["records"].append(dict(known))


FAULTS = [
    ("count", one_more("count")), ("amount", one_more("amount")), ("amount-again", one_more("amount")), ("unit-price", one_more("unit_price")), ("sum", total_less),
    ("sum-again", total_less), ("label", label), ("line-gone", line_gone), ("line-again", line_again), ("group-gone", group_gone), ("sheet-gone", sheet_gone),
    ("sheet-again", sheet_again), ("box", box), ("box-again", box), ("code", member("municipality", "131033")), ("ward", member("municipality", codes.municipality("14103"))),
    ("name", member("municipality_name", "架空市")), ("mayor", member("addressee", "架空市長 様")), ("class", member("coupon_class", "③その他")),
    ("federation", member("addressee", "福岡県国民健康保険団体連合会 御中", "summary")), ("title", member("title", "請求書", "summary")),
    ("month", member("billing_month", "2023-01", "sheets")), ("tax", member("tax_rate", "2/25", "sheets")), ("twelve-digits", member("institution", "131000001200", "head")),
    ("check-digit", member("institution", "1310000013", "head")), ("blank", member("telephone", "", "head")),
    ("record-twice", twice), ("record-early", of_record(date="2022-09-05")), ("record-unknown", of_record(municipality="131997")),
    ("record-born-later", of_record(birth_date="2022-12-31")),
]


def cases():
    rng, out = random.Random(19), []

    def add(name, request):
        envelope = claim_check.check(request)
        out.append((f"ORACLE-CHECK/{len(out) + 1:02}-{name}", SOURCE, "claims.check", request, True, envelope))
        return envelope

    for month, late in (("2021-11", False), ("2021-12", True), ("2022-01", True), ("2022-02", True), ("2022-08", False), ("2024-04", False)):
        times = ("regular",) if month < "2022-01" and not late else tuple(sheets.TIMES)
        request = claim(rng, month, rng.choice(list(HEADS)), rows=rng.randrange(2, 9), times=times, late=late)
        assert add("in-order", request)["answer"]["valid"]
    request = claim(rng, "2022-08", "13103")
    del request["records"]
    assert add("sheets-alone", request)["answer"]["valid"]
    request = claim(rng, "2022-08", "13103")
    del request["sheets"]
    assert add("records-alone", request)["answer"]["valid"]
    for name, fault in FAULTS:
        # Until the fault changes what it should: a box may stand for nobody.
        while True:
            request = claim(rng, "2022-08", rng.choice(list(HEADS)), rows=rng.randrange(1, 4))
            fault(rng, request)
            if rng.randrange(3) == 0 and not name.startswith(("record", "sheet")):
                del request["records"]
            if claim_check.check(request)["findings"]:
                break
        add(name, request)
    # Classes of time by the posted hours: some agree, some do not.
    for index in range(3):
        request = claim(rng, "2022-08", "13103")
        request["hours"] = HOURS
        for one in request["records"]:
            one["time"] = f"{rng.randrange(8, 20):02}:{rng.choice([0, 30]):02}"
            if rng.randrange(3):
                del one["class"]
        if index == 2:
            del request["sheets"]
        else:
            request["sheets"] = sheets_of(request, "13103", True)
        add("hours", request)
    # A site without surcharges.
    request = claim(rng, "2022-08", "13103")
    request["site"] = "workplace_moderna"
    add("moderna", request)
    return out
