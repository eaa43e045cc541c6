"""The cases of the applications: forms with holes and faults, every move by everybody, every review, lists.

Invented people only; the same cases every time.
"""

import copy
import itertools
import random

import application

HOLDER = "12345-1010101010"
ADDRESS = {"postal_code": "9998765", "prefecture": "13", "municipality_code": "131032", "municipality": "港区", "street": "見本1-2-3"}
COMPANY = {"name": "架空商事", "representative": "架空 太郎", "telephone": "03-0000-0001", "address": ADDRESS}
SITE = {"name": "見本会場", "pattern": "01", "elevator": True, "fax": "03-0000-0002", "address": ADDRESS}
INSTITUTION = {"name": "見本診療所", "representative": "架空 次郎", "telephone": "0300000003",
               "contact": {"department": "見本科", "name": "架空 三郎", "telephone": "0300000004", "mail": "saburo@example.jp"}}
KEEPER = {"affiliation": "架空商事", "name": "架空 桃子", "telephone": "090-0000-0005", "mail": "momoko@example.jp"}
STAFF = {**KEEPER, "department": "見本部", "title": "見本課長", "name": "架空 花子", "mail": "hanako@example.jp"}
DOCTOR = {**KEEPER, "affiliation": "見本診療所", "name": "架空 医子", "kana": "カクウ イコ"}
AGREED = dict.fromkeys(application.CONSENT, True)
UNDECIDED = {name: {"undecided": True} for name in ("doctor", *application.KEEPERS)}
PLAIN = {"staff_1": STAFF, "receiver_1": {"same_as_staff": True}, **UNDECIDED, "consent": AGREED}
WRONG = {"telephone": ["090-0000-000", "1300000000", "03--00000000"], "fax": ["03-0000-00000000", "０３００００００００"],
         "mail": ["hanako", "@example.jp", "hanako@@example.jp", "架空 花子@example.jp"], "postal_code": ["999-8765", "99987", "９９９８７６５"]}


def thinned(rng, record, hole, fault):
    """A record with holes and faults in it."""
    out = {}
    for name, value in record.items():
        if isinstance(value, dict):
            out[name] = thinned(rng, value, hole, fault)
        elif rng.random() >= hole:
            out[name] = rng.choice(WRONG[name]) if name in WRONG and rng.random() < fault else value
    return out


def drawn_form(rng, hole, fault):
    """A form and what is stored beside it."""
    def drawn(record):
        return thinned(rng, record, hole, fault)

    def entered(name, record):
        if rng.random() < 0.4:
            return {name: {"change": True, "entry": drawn(record)}}
        return {name: {"entry": drawn(record)}} if fault and rng.random() < 0.15 else {}

    site = {**SITE, "pattern": rng.choice(["01", "02", "03"])}
    form = {**entered("company", COMPANY), **entered("site", site), **entered("institution", INSTITUTION)}
    for number in (1, 2):
        form[f"staff_{number}"] = drawn(STAFF) if number == 1 or rng.random() < 0.5 else {}
        form[f"receiver_{number}"] = rng.choice([{"same_as_staff": True}, {"name": "架空 一郎", "telephone": "0300000006"}, {}])
        if fault and rng.random() < 0.3:
            form[f"receiver_{number}"] = drawn({"same_as_staff": True, "name": "架空 一郎", "telephone": "0300000006"})
    for name, record in (("doctor", DOCTOR), *((keeper, KEEPER) for keeper in application.KEEPERS)):
        form[name] = rng.choice([{"undecided": True}, drawn(record), drawn(record)])
        if fault and rng.random() < 0.2:
            form[name] = {**drawn(record), "undecided": True}
    if rng.random() < 0.3:
        form["doctor"] = {**thinned(rng, DOCTOR, hole, 0), "no_mail": True}
    form["consent"] = {member: rng.random() >= hole for member in AGREED}
    if fault and rng.random() < 0.5:
        where = form.setdefault("company", {"change": True, "entry": {}})
        where = where.setdefault("entry", {}).setdefault("address", {})
        where.update(manual=rng.random() < 0.5, prefecture=rng.choice(["13", "14"]), municipality_code=rng.choice(["131032", "131997"]))
    stored = {"company": COMPANY, "site": site, "institution": INSTITUTION}
    for name in list(stored):
        if rng.random() < hole:
            del stored[name]
        elif rng.random() < hole:
            stored[name] = thinned(rng, stored[name], hole, fault)
    return form, stored


def document(status, form=PLAIN, changed=False):
    made = {"number": f"{HOLDER}-02", "status": status, "form": form, "stored": {"company": COMPANY, "site": SITE},
            "saved_at": "2022-01-07T13:05"}
    if status != "draft":
        made["applied_at"] = "2022-01-07T13:05"
    if status in ("confirmed", "returned", "withdrawn"):
        made.update(reviewed_at="2022-01-08T15:05", comment="見直してください")
    if status == "confirmed":
        made["outcome"] = "same" if form.get("continue_id") else "new"
    if changed:
        made["saved_at"] = "2022-01-09T09:00"
    return made


def moves():
    """Everybody tries everything from everywhere."""
    actors = {"site": {"role": "site", "code": HOLDER, "account": "V0001"}, "nation": {"role": "nation"}}
    kinds = {"save": {}, "submit": {}, "withdraw": {}, "review": {"deficient": False}, "review-deficient": {"deficient": True, "comment": "見直してください"}}
    for status, (role, actor), (name, more) in itertools.product([None, *application.NAMES], actors.items(), kinds.items()):
        kind = name.partition("-")[0]
        request = {"actor": actor, "at": "2022-01-10T10:00", "event": {"kind": kind, **more}}
        if status is None:
            request["holder"] = HOLDER
            if kind in ("save", "submit"):
                request.update(form=PLAIN, stored={"company": COMPANY, "site": SITE})
        else:
            request["application"] = document(status)
        yield f"{status or 'new'}-{role}-{name}", request


def reviews():
    """The 24 reviews of APP-17, and what goes wrong when a comment is not given."""
    tried = itertools.product([True, False], [True, False], [None, True, False], [None, True], ["内容を確認しました", None])
    for deficient, wished, met, changed, comment in tried:
        event = {"kind": "review", "deficient": deficient}
        for name, value in (("comment", comment), ("continuation_conditions_met", met), ("similar_code_changed", changed)):
            if value is not None:
                event[name] = value
        name = "-".join(name for name, said in (
            ("deficient", deficient), ("wished", wished), ({True: "met", False: "unmet", None: "unsaid"}[met], True),
            ("changed", changed), ("silent", comment is None)) if said)
        if comment is None and not (deficient or (wished and met is False)):
            continue  # a comment changes nothing here
        waiting = document("awaiting_review", {**PLAIN, "continue_id": wished})
        yield name, {"actor": {"role": "nation"}, "application": waiting, "at": "2022-01-08T15:05", "event": event}


def guards(rng):
    """Others, earlier moments, forms that are wrong, all at once."""
    index = 0
    while index < 20:
        status = rng.choice([None, "draft", "returned", "awaiting_review", "confirmed"])
        form, stored = drawn_form(rng, rng.choice([0, 0.05]), rng.choice([0, 0.1]))
        code = rng.choice([HOLDER, HOLDER, "12345-1010101011"])
        request = {"actor": {"role": "site", "code": code}, "event": {"kind": rng.choice(["save", "submit"])},
                   "at": rng.choice(["2022-01-07T13:04", "2022-01-07T13:05", "2022-01-08T15:04", "2022-01-09T08:59", "2022-01-09T09:00"]),
                   "form": form, "stored": stored}
        if status:
            request["application"] = document(status, changed=status in ("draft", "returned"))
        else:
            request.update(holder=HOLDER, last_number=f"{HOLDER}-{rng.randrange(1, 99):02}")
        ok, envelope = application.answer("application.advance", request)
        found = [] if ok else envelope["error"]["findings"]
        form_is_wrong = any(one["severity"] == "error" and one["path"].startswith("/form") for one in found)
        if any(one["severity"] == "warning" for one in found) and not form_is_wrong:
            continue  # whether a refused move also warns of a form that could be submitted is not what is tried here
        index += 1
        yield f"{index:02}-{status or 'new'}", request


def lists(rng):
    for index in range(8):
        lines = []
        for _ in range(rng.randrange(1, 6)):
            line = {"number": f"{HOLDER}-{rng.randrange(1, 30):02}", "status": rng.choice(list(application.NAMES))}
            times = sorted(f"2022-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}T{rng.randrange(24):02}:{rng.randrange(60):02}" for _ in "ab")
            if index % 2 and rng.random() < 0.3:
                times.reverse()
            whole = document(line["status"])
            if line["status"] == "withdrawn" and rng.random() < 0.5:
                whole = {}
            for name, value in (("applied_at", times[0]), ("reviewed_at", times[1]), ("comment", "見直してください")):
                if (name in whole) != (index % 2 == 1 and rng.random() < 0.15):
                    line[name] = value
            lines.append(line)
        yield f"{index + 1}", {"applications": lines}


def cases():
    """Every case: its id, the operation, the request, whether it is answered, and what is known of the envelope."""
    rng, out = random.Random(8), []

    def add(group, operation, requests):
        for name, request in requests:
            ok, envelope = application.answer(operation, request)
            out.append((f"ORACLE-APL/{group}-{name}", operation, copy.deepcopy(request), ok, envelope))

    def forms():
        for index in range(32):
            submit = rng.random() < 0.75
            form, stored = drawn_form(rng, (0, 0.05, 0.2, 0.6)[index % 4], 0 if index % 8 < 2 else 0.15)
            yield f"{index + 1:02}{'' if submit else '-draft'}", {"form": form, "stored": stored, "date": "2022-01-07", "submit": submit}

    add("form", "application.validate", forms())
    add("move", "application.advance", moves())
    add("review", "application.advance", reviews())
    add("guard", "application.advance", guards(rng))
    add("permissions", "application.permissions", [("all", {}), *((status, {"status": status}) for status in application.NAMES)])
    add("list", "application.list", lists(rng))
    return out
