"""The claim sheets, worked out once more: from cases to 請求総括書 and 市区町村別請求書, as data, CSV and text.

Written from CLM-1 to CLM-6, CLM-12 to CLM-17, F-PRICE and the rulings tariff, tax and rounding.
"""

import base64
import unicodedata
from fractions import Fraction

import codes

SERVICES = {"consultation_only": ("予診のみ", 1540), "vaccination": ("接種", 2070)}
AGES = {"under_six": ("6歳未満", 660), "six_and_over": ("6歳以上", 0)}
TIMES = {"regular": ("時間内", 0), "off_hours": ("時間外", 730), "holiday": ("休日", 2130)}
COUPONS = {"with_coupon": "②クーポン券あり", "without_coupon": "①クーポン券なし"}
FIELDS = {"address": "医療機関等の所在地", "representative": "代表者氏名", "telephone": "電話番号", "facility_class": "施設等区分",
          "institution": "医療機関等番号（10桁）", "name": "医療機関等名称"}

# Municipalities by five digits: name, and of a ward of a designated city the city.
PLACES = {"13103": ("港区", None), "13110": ("目黒区", None), "13112": ("世田谷区", None), "14100": ("横浜市", None), "14101": ("鶴見区", "14100"),
          "14103": ("西区", "14100"), "27100": ("大阪市", None), "27127": ("北区", "27100"), "40130": ("福岡市", None), "47201": ("那覇市", None),
          "13361": ("大島町", None), "13362": ("利島村", None)}
PREFECTURES = {"13": "東京都", "14": "神奈川県", "27": "大阪府", "40": "福岡県", "47": "沖縄県"}
BY_CODE = {codes.municipality(five): five for five in PLACES}


def payer(code):
    """The five digits that pay: of a ward its city."""
    five = BY_CODE[code]
    return PLACES[five][1] or five


def lines(form):
    return [(service, age, time) for service in SERVICES for age in AGES for time in TIMES if form == "new" or time == "regular"]


def label(form, age, time):
    return AGES[age][0] if form == "old" else f"{AGES[age][0]}({TIMES[time][0]})"


def price(month, service, age, time):
    """Before tax; nothing before the first day of a surcharge."""
    if time != "regular" and month < "2021-04":
        return None
    return SERVICES[service][1] + AGES[age][1] + TIMES[time][1]


def rounded(value, rule):
    """A fraction of a yen by a named rule."""
    whole = value.numerator // value.denominator
    rest = value - whole
    return whole + {"floor": 0, "ceil": int(rest > 0), "half-up": int(rest >= Fraction(1, 2))}[rule]


def table(request, counts):
    """Groups and total of a sheet, and whether a fraction arose."""
    form, month = request["form"], request["vaccination_month"]
    rate, rule = Fraction(request.get("tax_rate", "0.10")), request.get("rounding", "floor")
    groups, fraction = [], False
    for service in SERVICES:
        rows = []
        for line in lines(form):
            if line[0] != service:
                continue
            unit, count = price(month, *line), counts.get(line, 0)
            exact = count * (unit or 0) * (1 + rate)
            fraction |= exact.denominator > 1
            row = {"age": line[1], "time": line[2], "label": label(form, line[1], line[2]), "count": count, "amount": rounded(exact, rule)}
            rows.append({**row, **({} if unit is None else {"unit_price": unit})})
        groups.append({"service": service, "lines": rows, "subtotal": total(rows)})
    return groups, total([group["subtotal"] for group in groups]), fraction


def total(parts):
    return {"count": sum(part["count"] for part in parts), "amount": sum(part["amount"] for part in parts)}


def answer(request):
    """The members of the answer, without renderings, and the assumptions."""
    own = payer(request["head"]["municipality"])
    by_sheet = {}
    for case in request["cases"]:
        count = case.get("count", 1)
        if count:
            counts = by_sheet.setdefault((list(COUPONS).index(case["coupon"]), payer(case["municipality"])), {})
            line = (case["service"], case["age"], case.get("time", "regular"))
            counts[line] = counts.get(line, 0) + count
    summed = {}
    for (_, five), counts in by_sheet.items():
        if request["include_own"] or five != own:
            for line, count in counts.items():
                summed[line] = summed.get(line, 0) + count
    fractions = []

    def sheet(counts, **rest):
        groups, sums, fraction = table(request, counts)
        fractions.append(fraction)
        return {**rest, "groups": groups, "total": sums}

    summary = sheet(summed, title="コロナワクチン接種費等 請求総括書", addressee=f"{PREFECTURES[own[:2]]}国民健康保険団体連合会 御中", checked=request["include_own"])
    municipal = []
    for coupon, five in sorted(by_sheet):
        name, coupon_name = PLACES[five][0], list(COUPONS)[coupon]
        municipal.append(sheet(by_sheet[coupon, five], title="コロナワクチン接種費等 市区町村別請求書", addressee=f"{name}長 様", checked=five == own, coupon=coupon_name,
                               coupon_class=COUPONS[coupon_name], municipality=codes.municipality(five), municipality_name=name))
    rate = Fraction(request.get("tax_rate", "0.10"))
    named = {"assumption.clm-14": bool(municipal), "assumption.claim-own-check": request["include_own"] and not any(s["checked"] for s in municipal),
             "assumption.tariff": request["form"] == "new", "assumption.rounding": any(fractions)}
    out = {"billing_month": request["billing_month"], "form": request["form"], "tax_rate": f"{rate.numerator}/{rate.denominator}", "summary": summary, "municipal": municipal}
    return out, sorted(name for name, holds in named.items() if holds)


def pattern(made):
    """The answer as a vector expects it: labels and prices once, on the summary."""
    def short(sheet):
        groups = [{**group, "lines": [{"count": row["count"], "amount": row["amount"]} for row in group["lines"]]} for group in sheet["groups"]]
        return {**sheet, "groups": groups}
    return {**made, "municipal": [short(sheet) for sheet in made["municipal"]]}


def blanks(head):
    """Warnings of blank fields, in the order of their paths."""
    return [{"code": "claims.head.blank", "path": f"/head/{field}", "severity": "warning"} for field in sorted(FIELDS) if not head.get(field)]


# Renderings


def csv(request, made):
    header = ["帳票", "請求先", "市区町村番号", "被接種者区分", "同一市区町村", *FIELDS.values(), "請求月", "区分", "種類", "単価（税抜き）", "請求件数", "請求金額（税込み）",
              "決定件数", "決定金額（税込み）"]
    rows = [header]
    for sheet in [made["summary"], *made["municipal"]]:
        name = sheet["title"].split(" ")[1]
        head = [name, sheet["addressee"], sheet.get("municipality", ""), sheet.get("coupon_class", ""), "1" if sheet["checked"] else ""]
        head += [request["head"].get(field, "") for field in FIELDS] + [request["billing_month"]]
        for group in sheet["groups"]:
            service = SERVICES[group["service"]][0]
            for row in group["lines"]:
                rows.append(head + [service, row["label"], row.get("unit_price", ""), row["count"], row["amount"], "", ""])
            rows.append(head + [service, "小計", "", group["subtotal"]["count"], group["subtotal"]["amount"], "", ""])
        rows.append(head + ["合計", "", "", sheet["total"]["count"], sheet["total"]["amount"], "", ""])
    return "".join(",".join(quoted(str(cell)) for cell in row) + "\r\n" for row in rows)


def quoted(cell):
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(',"\r\n') else cell


def width(text):
    return sum(1 if unicodedata.east_asian_width(char) in ("Na", "H", "N") else 2 for char in text)


def padded(text, columns, right):
    space = " " * (columns - width(text))
    return space + text if right else text + space


def text(request, made):
    pages = []
    for sheet in [made["summary"], *made["municipal"]]:
        field = lambda name: f"{FIELDS[name]}：{request['head'].get(name, '')}"
        out = [sheet["addressee"]]
        if "municipality" in sheet:
            out.append(f"市区町村番号：{sheet['municipality']}")
        out += ["", *map(field, ("address", "representative", "telephone")), "", sheet["title"], ""]
        if "municipality" in sheet:
            out.append(f"被接種者区分：{sheet['coupon_class']}")
        year, month = request["billing_month"].split("-")
        out += [*map(field, ("facility_class", "institution", "name")), "", f"{year}年{month}月請求分", ""]
        grid = [["区分", "種類", "請求件数", "請求金額(税込み)", "決定件数", "決定金額(税込み)"], None]
        prices = []
        for group in sheet["groups"]:
            service = SERVICES[group["service"]][0]
            for index, row in enumerate(group["lines"]):
                grid.append([service if index == 0 else "", row["label"], f"{row['count']:,}  ", f"{row['amount']:,}  ", "", ""])
                if "unit_price" in row:
                    prices.append((service, row["label"], f"{row['unit_price']:,}円"))
            grid += [["", "小計", f"{group['subtotal']['count']:,}  ", f"{group['subtotal']['amount']:,}  ", "", ""], None]
        grid += [["合計", "", f"{sheet['total']['count']:,}件", f"{sheet['total']['amount']:,}円", "", ""], None]
        wide = [max(width(row[column]) for row in grid if row) for column in range(6)]
        rule = "+" + "".join("-" * (columns + 2) + "+" for columns in wide)
        out.append(rule)
        for row in grid:
            out.append("| " + " | ".join(padded(cell, wide[i], i > 1) for i, cell in enumerate(row)) + " |" if row else rule)
        out += ["↑ 太枠内に記載すること", "", "〔単価 (税抜き)〕"]
        wide = [max(width(row[column]) for row in prices) for column in range(3)]
        out += ["  " + "  ".join(padded(cell, wide[i], i > 1) for i, cell in enumerate(row)) for row in prices]
        note = "医療機関等の所在地と請求先が同じ市区町村の" + ("" if "municipality" in sheet else "分を含む") + "場合はチェック"
        out += ["", ("☑" if sheet["checked"] else "☐") + " ※" + note]
        pages.append("".join(line.rstrip() + "\n" for line in out))
    return "\f".join(pages)


def rendered(request, made):
    sheet = csv(request, made)
    whole = {"csv": "\ufeff" + sheet, "csv_cp932": base64.b64encode(sheet.encode("cp932")).decode("ascii"), "text": text(request, made)}
    return {name: whole[name] for name in request.get("render", []) if name in whole}


# Cases


def requests(rng):
    """Requests of many kinds, each with a name."""
    head = {"municipality": codes.municipality("13103"), "address": "東京都港区見本1-2-3", "representative": "架空 花子", "telephone": "03-0000-0000", "facility_class": "1",
            "institution": codes.institution("131000001"), "name": "見本クリニック"}
    heads = {"13103": head,
             "14101": {**head, "municipality": codes.municipality("14101"), "address": "神奈川県横浜市鶴見区見本4-5-6", "institution": codes.institution("141000002")},
             "13361": {"municipality": codes.municipality("13361"), "name": "架空診療所"}}

    def row(places, times, most):
        time = rng.choice(times)
        case = {"coupon": rng.choice(list(COUPONS)), "municipality": codes.municipality(rng.choice(places)), "service": rng.choice(list(SERVICES)), "age": rng.choice(list(AGES))}
        return {**case, **({"time": time} if time != "regular" or rng.randrange(2) else {}), **({"count": rng.randrange(most)} if most else {})}

    def request(form, months, own="13103", places=None, times=("regular",), rows=4, most=120, **rest):
        near = places or [*list(PLACES), own, own]
        vaccination, billing = months
        return {"billing_month": billing, "vaccination_month": vaccination, "form": form, "include_own": bool(rng.randrange(2)), "head": heads[own],
                "cases": [row(near, times, most) for _ in range(rows)], **rest}

    old, between, new = ("2021-10", "2021-11"), ("2021-11", "2022-01"), ("2022-02", "2022-03")
    for _ in range(8):
        yield "old", request("old", old, own=rng.choice(list(heads)))
    for _ in range(4):
        yield "new-sheet-old-month", request("new", between, own=rng.choice(list(heads)))
    for _ in range(10):
        yield "new", request("new", new, own=rng.choice(list(heads)), times=list(TIMES), rows=rng.randrange(3, 9))
    yield "first-month", request("new", ("2021-03", "2022-01"))
    yield "last-month", request("new", ("2024-03", "2024-04"), times=list(TIMES))
    for rate in ("0.05", "0.08", "0.077", "0", "1"):
        for rule in ("floor", "ceil", "half-up"):
            yield f"rate-{rate}-{rule}", request("new", new, times=list(TIMES), tax_rate=rate, rounding=rule, rows=3, most=30)
    for _ in range(2):
        yield "records", request("new", new, places=["13103", "13110", "13362"], times=list(TIMES), rows=40, most=0)
    yield "many", request("new", new, times=list(TIMES), rows=6, most=700_000_000)
    yield "one-city-by-its-wards", request("new", new, own="14101", places=["14100", "14101", "14103"], times=list(TIMES))
    yield "nobody-of-the-own", request("old", old, places=["13110", "13362"])
    yield "nothing", request("new", new, rows=0)
    yield "zeros", request("old", old, most=1)
    forms = ["csv", "csv_cp932", "text"]
    yield "rendered-new", request("new", new, places=["13103", "13110"], times=list(TIMES), rows=3, render=forms, most=2_000)
    yield "rendered-old", request("old", old, own="13361", places=["13361", "13362"], render=forms, most=90)
    quoting = request("old", old, places=["13110"], rows=2, render=forms)
    quoting["head"] = {**head, "name": '見本"クリニック", 分院', "address": "東京都港区見本1,2"}
    yield "rendered-quotes", quoting
    yield "rendered-without-surcharges", request("new", ("2021-03", "2022-01"), places=["13110"], rows=1, render=forms)
