"""The linter of claims, worked out once more: what is wrong with records and printed sheets.

Written from CLM-1 to CLM-17, X-23, X-25, X-33, F-PRICE, F-ROUTE, F-CODE and the rulings tariff, tax, rounding,
form-selection, municipality-code, institution-code. It asks every cell of every sheet what it should hold.
"""

import re
from datetime import date, timedelta
from fractions import Fraction

import claims
import codes
import sheets

WARNINGS = {"claims.head.blank", "code.institution.check_digit", "code.institution.prefecture", "claims.surcharge.apart", "claims.vsys.closed"}
TITLES = {"summary": "コロナワクチン接種費等 請求総括書", "municipal": "コロナワクチン接種費等 市区町村別請求書"}
FEDERATIONS = ["東京都", "神奈川県", "大阪府", "福岡県", "沖縄県"]
SURCHARGE = {"off_hours": 730, "holiday": 2130}
RATES = [0, 3, 5, 8]
TAX = Fraction(1, 10)


def plain(text):
    """A text without its spaces, its wide ASCII made narrow."""
    return "".join(chr(ord(c) - 0xFEE0) if "\uff01" <= c <= "\uff5e" else c for c in text if not c.isspace())


def order(path):
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in path.split("/")[1:]]


def month_of(day):
    return str(day)[:7]


def last_day(month):
    return date.fromisoformat(claims.name(claims.month(month) + 1) + "-01") - timedelta(days=1)


def town(text):
    """The five digits of a known municipality, or the code of what is wrong."""
    if not re.fullmatch("[0-9]{6}", text or ""):
        return None, "code.municipality.form"
    if codes.municipality(text[:5]) != text:
        return None, "code.municipality.check_digit"
    return (text[:5], None) if text[:5] in sheets.PLACES else (None, "code.municipality.unknown")


# Records


def judge(request, record):
    """What a record counts as: (coupon, payer), line, class claimed apart; or nothing. And its findings by member."""
    found = []
    month, day = month_of(record["date"]), date.fromisoformat(record["date"])
    site = request.get("site", "institution")
    selected, refused = claims.select(month, request["billing_month"], site, record.get("returned", False))
    found += [(code, "date") for code, _ in refused]
    age, eve = record.get("age"), False
    if "birth_date" in record:
        birth = date.fromisoformat(record["birth_date"])
        if birth > day:
            found.append(("claims.birth.after_vaccination", "birth_date"))
            age = None
        else:
            by_birth, eve = claims.age_class(birth, day)
            if age not in (None, by_birth):
                found.append(("claims.record.age_differs", "age"))
                age = None
            else:
                age = by_birth
    elif age is None:
        found.append(("claims.record.age_missing", "age"))
    time, assumed = record.get("class"), []
    if "hours" in request and "time" in record:
        judged, assumed = claims.classify(request["hours"], f"{record['date']}T{record['time']}")
        if time not in (None, judged["time"]):
            found.append(("claims.record.time_differs", "class"))
            time = None
        else:
            time = judged["time"]
    elif time is None:
        found.append(("claims.record.time_missing", "class"))
    five, fault = town(record["municipality"])
    if fault:
        found.append((fault, "municipality"))
    named = assumed + (["assumption.age-under-six"] if eve else [])
    if not (selected and age and time and five):
        return None, found, named
    apart, how = None, selected[0]["surcharge"]
    if time != "regular" and how == "apart":
        found.append(("claims.surcharge.apart", "class"))
        time, apart = "regular", time
    elif time != "regular" and how == "none" and site == "workplace_moderna":
        return None, found + [("claims.surcharge.none", "class")], named
    elif time != "regular" and how == "none":
        return None, found + [("claims.addition.not_in_force", "date")], named
    payer = sheets.PLACES[five][1] or five
    return ((record["coupon"], payer), (record["service"], age, time), apart), found, named


def records(request, found, named):
    """Counts by sheet and line, surcharges apart, and how many records count."""
    made, apart, seen, counted = {}, {}, {}, 0
    for index, record in enumerate(request["records"]):
        at = f"/records/{index}"
        judged, faults, assumed = judge(request, record)
        named.update(assumed)
        found += [(f"{at}/{member}", code) for code, member in faults]
        if not judged:
            continue
        sheet, line, surcharge = judged
        if "number" in record:
            # F-VRS, assumption double-claim: a dose once; without its dose, a day once.
            what = ("dose", record["dose"]) if record["service"] == "vaccination" and "dose" in record else (record["service"], record["date"])
            key = (sheet[1], record["number"], what)
            if key in seen:
                found.append((at, "claims.record.double"))
                named.add("assumption.double-claim")
                continue
            seen[key] = index
        counted += 1
        lines = made.setdefault(sheet, {})
        lines[line] = lines.get(line, 0) + 1
        if surcharge:
            key = (sheet[1], month_of(record["date"]), surcharge)
            apart[key] = apart.get(key, 0) + 1
    return made, apart, counted


# Sheets


def unit(request, line):
    """The price of a line on the last day of the month of vaccination."""
    return sheets.price(vaccination(request), *line)


def vaccination(request):
    return request.get("vaccination_month") or claims.name(claims.month(request["billing_month"]) - 1)


def right(request, line, count):
    price = unit(request, line)
    return None if price is None else count * price * (1 + TAX)


def whole(request, value):
    return sheets.rounded(value, request.get("rounding", "floor"))


def page(request, form, sheet, at, found):
    """Everything that one table says of itself; its counts with their paths."""
    counts, printed_all, right_all, services = {}, [0, 0], [0, 0], []
    for g, group in enumerate(sheet["groups"]):
        place = f"{at}/groups/{g}"
        if group["service"] in services:
            found.append((f"{place}/service", "claims.sheet.line_twice"))
        services.append(group["service"])
        printed, proper = [0, 0], [0, 0]
        for n, row in enumerate(group["lines"]):
            here, time, count = f"{place}/lines/{n}", row.get("time", "regular"), row["count"]
            line = (group["service"], row["age"], time)
            cell(request, form, line, row, here, "unit_price", found)
            if count and time != "regular" and vaccination(request) < "2021-12":
                found.append((f"{here}/count", "claims.surcharge.on_sheet"))
            elif count and time != "regular" and request.get("site") == "workplace_moderna":
                found.append((f"{here}/count", "claims.surcharge.none"))
            elif form == "old" and time != "regular":
                found.append((f"{here}/time", "claims.sheet.no_line"))
            exact = right(request, line, count)
            amount = row["amount"] if exact is None else whole(request, exact)
            if amount != row["amount"]:
                exacts = [count * unit(request, line) * (1 + Fraction(rate, 100)) for rate in RATES]
                explained = any(sheets.rounded(value, rule) == row["amount"] for value in exacts for rule in ("floor", "ceil"))
                found.append((f"{here}/amount", "claims.amount.other_rate" if explained else "claims.amount.differs"))
            for sums, figure in ((printed, row["amount"]), (proper, amount)):
                sums[0] += count
                sums[1] += figure
            if line in counts:
                found.append((here, "claims.sheet.line_twice"))
            else:
                counts[line] = (count, f"{here}/count")
        found += [(f"{place}/lines", "claims.sheet.line_missing") for line in sheets.lines(form) if line[0] == group["service"] and line not in counts]
        total(group["subtotal"], printed, proper, f"{place}/subtotal", found)
        for sums, more in ((printed_all, printed), (right_all, proper)):
            sums[0] += more[0]
            sums[1] += more[1]
    found += [(f"{at}/groups", "claims.sheet.line_missing") for service in sheets.SERVICES if service not in services]
    total(sheet["total"], printed_all, right_all, f"{at}/total", found)
    return counts


def total(given, printed, proper, at, found):
    if given["count"] != printed[0]:
        found.append((f"{at}/count", "claims.sheet.sum"))
    if given["amount"] not in (printed[1], proper[1]):
        found.append((f"{at}/amount", "claims.sheet.sum"))


def cell(request, form, line, row, at, member, found):
    """Label and price of a line."""
    if "label" in row and plain(row["label"]) != plain(sheets.label(form, line[1], line[2])):
        found.append((f"{at}/label", "claims.sheet.label"))
    if member in row and unit(request, line) is not None and row[member] != unit(request, line):
        found.append((f"{at}/{member}", "claims.sheet.unit_price"))


def printed_sheets(request, found, named, made):
    given, billing, at = request["sheets"], request["billing_month"], "/sheets"
    form = given["form"]
    if given.get("billing_month", billing) != billing:
        found.append((f"{at}/billing_month", "claims.sheet.billing_month"))
    if form != ("new" if billing >= "2022-01" else "old"):
        found.append((f"{at}/form", "claims.sheet.form"))
    if given.get("tax_rate", "1/10") != "1/10":
        found.append((f"{at}/tax_rate", "claims.tax.differs"))
    if form == "new":
        named.add("assumption.tariff")
    if "prices" in given:
        seen = []
        for n, row in enumerate(given["prices"]):
            line = (row["service"], row["age"], row.get("time", "regular"))
            cell(request, form, line, row, f"{at}/prices/{n}", "price", found)
            if form == "old" and line[2] != "regular":
                found.append((f"{at}/prices/{n}/time", "claims.sheet.no_line"))
            if line in seen:
                found.append((f"{at}/prices/{n}", "claims.sheet.line_twice"))
            seen.append(line)
        found += [(f"{at}/prices", "claims.sheet.line_missing") for line in sheets.lines(form) if line not in seen]
    head(given.get("head"), found)

    pages = []
    for n, sheet in enumerate(given.get("municipal", [])):
        here = f"{at}/municipal/{n}"
        five, fault = town(sheet.get("municipality"))
        payer = five and (sheets.PLACES[five][1] or five)
        if fault:
            found.append((f"{here}/municipality", fault))
        elif payer != five:
            found.append((f"{here}/municipality", "claims.sheet.ward"))
        elif plain(sheet.get("municipality_name", sheets.PLACES[five][0])) != sheets.PLACES[five][0]:
            found.append((f"{here}/municipality_name", "claims.sheet.municipality_name"))
        mayors = [sheets.PLACES[payer][0]] if payer else [name for name, city in sheets.PLACES.values() if not city]
        common(sheet, TITLES["municipal"], [f"{name}長様" for name in mayors], payer, here, found)
        kinds = {plain(words): kind for kind, words in sheets.COUPONS.items()}
        by_words = kinds.get(plain(sheet.get("coupon_class", "")))
        coupon = sheet.get("coupon", by_words)
        if coupon is None or ("coupon_class" in sheet and by_words != coupon):
            found.append((f"{here}/coupon_class", "claims.sheet.coupon_class"))
        pages.append({"at": here, "checked": sheet.get("checked"), "payer": payer, "coupon": coupon, "counts": page(request, form, sheet, here, found)})

    own = None
    if "municipality" in given.get("head", {}):
        five, fault = town(given["head"]["municipality"])
        own = five and (sheets.PLACES[five][1] or five)
        if fault:
            found.append((f"{at}/head/municipality", fault))
    else:
        own = next((one["payer"] for one in pages if one["checked"] and one["payer"]), None)
    seen = set()
    for one in pages:
        if own and one["payer"] and one["checked"] is not None and one["checked"] != (one["payer"] == own):
            found.append((f"{one['at']}/checked", "claims.box.checked" if one["checked"] else "claims.box.unchecked"))
        key = (one["coupon"], one["payer"])
        one["again"] = None not in key and key in seen
        if one["again"]:
            found.append((one["at"], "claims.sheet.twice"))
        seen.add(key)

    summary = given.get("summary")
    if summary:
        prefecture = [sheets.PREFECTURES[own[:2]]] if own else FEDERATIONS
        common(summary, TITLES["summary"], [f"{name}国民健康保険団体連合会御中" for name in prefecture], own, f"{at}/summary", found)
        counts = page(request, form, summary, f"{at}/summary", found)

    if made is not None:
        for one in pages:
            key = (one["coupon"], one["payer"])
            if one["again"] or None in key:
                continue
            if key not in made:
                found.append((one["at"], "claims.sheet.superfluous"))
                continue
            compare(one["counts"], made[key], "claims.sheet.count", found)
        there = {(one["coupon"], one["payer"]) for one in pages}
        found += [(f"{at}/municipal", "claims.sheet.missing") for key in made if key not in there]
        parts = [(payer, lines) for (_, payer), lines in made.items()]
        code = "claims.sheet.count"
        if not summary:
            found.append((at, "claims.summary.missing"))
    elif "municipal" in given:
        parts = [(one["payer"], {line: count for line, (count, _) in one["counts"].items()}) for one in pages if not one["again"]]
        code = "claims.summary.differs"
    else:
        parts = None
    if summary and parts is not None:
        both = add(lines for _, lines in parts)
        others = add(lines for payer, lines in parts if own is None or payer != own)
        box = summary.get("checked")
        meant, other = (others, both) if box is False or (box is None and same(counts, others)) else (both, others)
        if box is not None and not same(counts, meant) and same(counts, other):
            found.append((f"{at}/summary/checked", "claims.box.checked" if box else "claims.box.unchecked"))
        else:
            compare(counts, meant, code, found)
        if any(both.values()):
            named.add("assumption.clm-14")
        if box and own and sum(both.values()) == sum(others.values()):
            named.add("assumption.claim-own-check")
    return own


def head(fields, found):
    if fields is None:
        return
    for name in sheets.FIELDS:
        if not fields.get(name, "").strip():
            found.append((f"/sheets/head/{name}", "claims.head.blank"))
    number = fields.get("institution", "").strip()
    if number and not re.fullmatch("[0-9]{10}", number):
        found.append(("/sheets/head/institution", "code.institution.form"))
    elif number and fields.get("institution_kind", "insurance") == "insurance":
        if not 1 <= int(number[:2]) <= 47:
            found.append(("/sheets/head/institution", "code.institution.prefecture"))
        elif codes.institution(number[:9]) != number:
            found.append(("/sheets/head/institution", "code.institution.check_digit"))


def common(sheet, title, addressees, known, at, found):
    if "title" in sheet and plain(sheet["title"]) != plain(title):
        found.append((f"{at}/title", "claims.sheet.title"))
    if "addressee" in sheet and plain(sheet["addressee"]) not in addressees:
        found.append((f"{at}/addressee", "claims.addressee.differs" if known else "claims.addressee.unknown"))


def add(parts):
    out = {}
    for lines in parts:
        for line, count in lines.items():
            out[line] = out.get(line, 0) + count
    return out


def same(counts, expected):
    lines = set(counts) | set(expected)
    return all(counts.get(line, (0,))[0] == expected.get(line, 0) for line in lines)


def compare(counts, expected, code, found):
    found += [(path, code) for line, (count, path) in counts.items() if count != expected.get(line, 0)]


# The whole


def amount_of(request, lines):
    return sum(whole(request, right(request, line, count)) for line, count in lines.items())


def check(request):
    """The envelope, success alone."""
    found, named = [], set()
    billing, site = request["billing_month"], request.get("site", "institution")
    selected, refused = claims.select(vaccination(request), billing, site, False)
    assert not refused
    found += [(f"/{member}", code) for code, member in selected[2]]
    made = apart = None
    if "records" in request:
        made, apart, counted = records(request, found, named)
        if billing >= "2022-01" and "sheets" not in request:
            named.add("assumption.tariff")
    own = printed_sheets(request, found, named, made) if "sheets" in request else None
    given = request.get("sheets", {})
    answer = {}
    claimed = expected = None
    if "municipal" in given:
        claimed = [sum(sheet["total"][key] for sheet in given["municipal"]) for key in ("count", "amount")]
    elif "summary" in given:
        claimed = [given["summary"]["total"][key] for key in ("count", "amount")]
    if made is not None:
        parts = list(made.items())
        if given and "municipal" not in given and "summary" in given:
            left_out = own if given["summary"].get("checked") is False else None
            parts = [("summary", add(lines for (_, payer), lines in parts if payer != left_out))]
        expected = [sum(sum(lines.values()) for _, lines in parts), sum(amount_of(request, lines) for _, lines in parts)]
        answer["records"] = {"given": len(request["records"]), "counted": counted, "kept_out": len(request["records"]) - counted, "apart": []}
        for (payer, month, time), count in sorted(apart.items(), key=lambda one: (*one[0][:2], list(SURCHARGE).index(one[0][2]))):
            net = count * SURCHARGE[time]
            answer["records"]["apart"].append({"municipality": codes.municipality(payer), "name": sheets.PLACES[payer][0],
                                               "vaccination_month": month, "time": time, "unit": SURCHARGE[time], "count": count,
                                               "net": net, "amount": whole(request, net * (1 + TAX))})
        answer["expected"] = {"count": expected[0], "amount": expected[1]}
    if claimed is not None:
        answer["claimed"] = {"count": claimed[0], "amount": claimed[1]}
    if claimed and expected:
        answer["difference"] = claimed[1] - expected[1]
    errors = [path for path, code in found if code not in WARNINGS]
    if "sheets" in request:
        clean = lambda at: not any(path == at or path.startswith(at + "/") for path in errors)
        answer["sheets"] = {"municipal": [clean(f"/sheets/municipal/{n}") for n in range(len(given.get("municipal", [])))]}
        if "summary" in given:
            answer["sheets"]["summary"] = clean("/sheets/summary")
    answer["valid"] = not errors
    listed = sorted(found, key=lambda one: (order(one[0]), one[1]))
    findings = [{"code": code, "path": path, "severity": "warning" if code in WARNINGS else "error"} for path, code in listed]
    return {"answer": answer, "assumptions": sorted(named), "findings": findings}
