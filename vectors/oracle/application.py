"""The application of a workplace for boosters (職域追加接種の申込み), from the rules.

Source: APP-4 to APP-17, CNS-1 to CNS-5, PRD-5, section 21; rulings application-names, application-change,
application-id, municipality-code. What is required is a table of fields, what may happen is a table of moves;
both are written from the pages and know nothing of the library. Requests are taken to be readable.
"""

import copy
import re

from plan import errors, finding, in_order

# 7.2, block by block.
COMPANY = ["name", "representative", "telephone"]
SITE = ["name", "pattern", "elevator", "fax"]
INSTITUTION = ["name", "representative", "telephone"]
CONTACT = ["department", "name", "telephone", "mail"]
STAFF = ["affiliation", "department", "title", "name", "telephone", "mail"]
RECEIVER = ["name", "telephone"]
DOCTOR = ["affiliation", "name", "kana", "telephone", "mail"]
KEEPER = ["affiliation", "name", "telephone", "mail"]
KEEPERS = ["vaccine_keeper", "needle_keeper", "weekend_contact"]
CONSENT = {"staffing": "CNS-1", "place": "CNS-2", "office": "CNS-3", "minimum": "CNS-4", "plan": "CNS-5"}
FORMS = {
    "telephone": ("application.telephone.form", lambda text: re.fullmatch("[0-9]+(-[0-9]+)*", text)
                  and text[0] == "0" and len(text.replace("-", "")) in (10, 11)),
    "mail": ("application.mail.form", lambda text: re.fullmatch(r"[^@\s]+@[^@\s]+", text)),
    "postal_code": ("application.postal.form", lambda text: re.fullmatch("[0-9]{7}", text)),
}
FORMS["fax"] = FORMS["telephone"]
# Codes that the cases use: valid ones and one that no table has.
MUNICIPALITIES = {"131032", "131105"}

# APP-10, APP-11 and the assumptions about what is not printed.
MOVES = [
    (None, "save", "site", "draft"),
    (None, "submit", "site", "awaiting_review"),
    ("draft", "save", "site", "draft"),
    ("draft", "submit", "site", "awaiting_review"),
    ("draft", "withdraw", "site", "withdrawn"),
    ("awaiting_review", "confirm_same_id", "nation", "confirmed"),
    ("awaiting_review", "confirm_new_id", "nation", "confirmed"),
    ("awaiting_review", "return", "nation", "returned"),
    ("returned", "save", "site", "returned"),
    ("returned", "submit", "site", "awaiting_review"),
    ("returned", "withdraw", "site", "withdrawn"),
]
NAMES = {"draft": "一時保存", "awaiting_review": "確認待ち", "confirmed": "確認済み", "returned": "要再申込", "withdrawn": "取下げ済み"}
TABLE = {"draft": (True, True), "awaiting_review": (False, False), "confirmed": (False, False), "returned": (True, True),
         "withdrawn": (False, False)}
# Section 21: who is told what.
NOTICES = {
    "confirm_same_id": "notice.application.same_id",
    "confirm_new_id": "notice.application.new_id",
    "return": "notice.application.returned",
}


def at(*steps):
    return "".join(f"/{step}" for step in steps)


# The form


class Form:
    """A form that is judged on submission (everything must be there) or as a draft."""

    def __init__(self, form, stored, submit, root):
        self.form, self.stored, self.submit, self.root, self.found = form, stored or {}, submit, root, []
        self.effective = copy.deepcopy(form)

    def say(self, code, *steps, severity="error"):
        self.found.append(finding(code, self.root + at(*steps), severity))

    def fields(self, record, names, *steps):
        for name in names:
            value = record.get(name)
            if value is None:
                if self.submit:
                    self.say("application.field.required", *steps, name)
            elif name in FORMS and not FORMS[name][1](value):
                self.say(FORMS[name][0], *steps, name)

    def address(self, record, *steps):
        where = record.get("address", {})
        names = ["postal_code", "street"]
        if where.get("manual"):
            names += ["prefecture", "municipality_code", "municipality"]
        self.fields(where, names, *steps, "address")
        code = where.get("municipality_code")
        if code is not None and code not in MUNICIPALITIES:
            self.say("code.municipality.unknown", *steps, "address", "municipality_code")
        if code is not None and where.get("prefecture", code[:2]) != code[:2]:
            self.say("application.address.prefecture", *steps, "address", "prefecture")

    def entry(self, block, record, *steps):
        if block == "institution":
            self.fields(record, INSTITUTION, *steps)
            self.fields(record.get("contact", {}), CONTACT, *steps, "contact")
            return
        self.fields(record, {"company": COMPANY, "site": SITE}[block], *steps)
        self.address(record, *steps)

    def block(self, name, asked=True):
        """APP-4: ticked = entered, else taken over."""
        block, stored = self.form.get(name, {}), self.stored.get(name)
        if block.get("change"):
            whole, self.submit = self.submit, self.submit and asked
            self.entry(name, block.get("entry", {}), name, "entry")
            self.submit = whole
            return block.get("entry", {})
        if block.get("entry"):
            self.say("application.field.read_only", name, "entry")
        self.effective[name] = {"change": False, **({} if stored is None else {"entry": stored})}
        if self.submit and asked:
            # What is stored was judged long ago: it must be there, no more.
            lack = Form({}, None, True, "")
            lack.entry(name, stored or {})
            if stored is None or any(found["code"] == "application.field.required" for found in lack.found):
                self.say("application.stored.missing", name, "change")
        return stored or {}

    def ignored(self, record, names, *steps):
        for name in names:
            if name in record:
                self.say("application.field.ignored", *steps, name, severity="warning")
                if name in self.effective[steps[0]]:
                    del self.effective[steps[0]][name]

    def person(self, name, fields, required):
        record = self.form.get(name, {})
        if required or record:
            self.fields(record, fields, name)

    def receiver(self, number):
        name, staff = f"receiver_{number}", self.form.get(f"staff_{number}", {})
        record = self.form.get(name, {})
        if not record.get("same_as_staff"):
            self.person(name, RECEIVER, number == 1)
            return
        self.ignored(record, RECEIVER, name)
        if self.submit and not staff:
            self.say("application.receiver.same_missing", name, "same_as_staff")
        self.effective[name] = {"same_as_staff": True, **{field: staff[field] for field in RECEIVER if field in staff}}

    def responsible(self, name, fields):
        record = self.form.get(name, {})
        if record.get("undecided"):
            self.ignored(record, fields, name)
        elif record.get("no_mail"):
            self.fields(record, [field for field in fields if field != "mail"], name)
            self.ignored(record, ["mail"], name)
        else:
            self.fields(record, fields, name)

    def judge(self):
        self.block("company")
        pattern = self.block("site").get("pattern")
        if pattern == "01":
            if "entry" in self.form.get("institution", {}):
                self.say("application.field.ignored", "institution", "entry", severity="warning")
            self.effective["institution"] = {"change": False}
        else:
            # Without a pattern it is not known whether an institution is asked for (APP-5).
            self.block("institution", pattern is not None)
        for number in (1, 2):
            self.person(f"staff_{number}", STAFF, number == 1)
            self.receiver(number)
        self.responsible("doctor", DOCTOR)
        for keeper in KEEPERS:
            self.responsible(keeper, KEEPER)
        consent = self.form.get("consent", {})
        for member, rule in CONSENT.items():
            if self.submit and not consent.get(member, False):
                self.found.append({**finding("application.consent.missing", self.root + at("consent", member)), "rule": rule})
        return in_order(self.found)


def validate(request):
    form = Form(request["form"], request.get("stored"), request.get("submit", True), "/form")
    found = form.judge()
    consent = request["form"].get("consent", {})
    answer = {
        "conditions": [{"member": member, "rule": rule, "agreed": consent.get(member, False)} for member, rule in CONSENT.items()],
        "effective": form.effective,
        "ready": not errors(found),
    }
    return True, {"answer": answer, "findings": found}


# What an applicant may do, and the list


def permissions_of(status):
    edit, withdraw = TABLE[status]
    return {"status": status, "view": True, "edit": edit, "withdraw": withdraw, "name": {"en": status, "ja": NAMES[status]}}


def permissions(request):
    asked = [request["status"]] if "status" in request else list(NAMES)
    return True, {"answer": {"rows": [permissions_of(status) for status in asked]}, "findings": []}


def printed(moment):
    """`YYYY/M/D H:MM`."""
    if moment is None:
        return "-"
    year, month, day, hour, minute = re.fullmatch(r"(\d+)-(\d+)-(\d+)T(\d+):(\d+)", moment).groups()
    return f"{year}/{int(month)}/{int(day)} {int(hour)}:{minute}"


def columns(document, root):
    """APP-7: which of the columns a status has."""
    status, has = document["status"], lambda name: name in document
    like = status
    if status == "withdrawn":
        like = "returned" if has("applied_at") else "draft"
    wants = {
        "draft": (False, False, False),
        "awaiting_review": (True, False, False),
        "confirmed": (True, True, None),
        "returned": (True, True, True),
    }[like]
    found = []
    for name, wanted in zip(("applied_at", "reviewed_at", "comment"), wants):
        if wanted is not None and wanted != has(name):
            found.append(finding(f"application.document.{'missing' if wanted else 'unwanted'}", f"{root}/{name}"))
    return found


def refuse(found, **more):
    found = in_order(found)
    return False, {"error": {"findings": found, **({"code": found[0]["code"]} if len(found) == 1 else {}), **more}}


def list_of(request):
    found, seen = [], set()
    for index, line in enumerate(request["applications"]):
        root = at("applications", index)
        if line["number"] in seen:
            found.append(finding("application.list.twice", f"{root}/number"))
        seen.add(line["number"])
        found += columns(line, root)
        if line.get("reviewed_at", "9999") < line.get("applied_at", ""):
            found.append(finding("application.document.order", f"{root}/reviewed_at"))
    if found:
        return refuse(found)
    rows = []
    for line in sorted(request["applications"], key=lambda line: line["number"]):
        rows.append({**line, "applied_at_printed": printed(line.get("applied_at")), "status_printed": NAMES[line["status"]],
                     "reviewed_at_printed": printed(line.get("reviewed_at")), "comment_printed": line.get("comment", "-"),
                     "permissions": permissions_of(line["status"])})
    return True, {"answer": {"rows": rows}, "findings": []}


# Moves


def event_of(event, wished):
    """APP-17 in its order."""
    if event["kind"] != "review":
        return event["kind"]
    if event["deficient"] or (wished and event.get("continuation_conditions_met") is False):
        return "return"
    return "confirm_same_id" if wished and not event.get("similar_code_changed") else "confirm_new_id"


def said(event, wished):
    """What a review does not say and must."""
    found = []
    if wished and not event["deficient"] and "continuation_conditions_met" not in event:
        found.append(finding("application.review.conditions", "/event/continuation_conditions_met"))
    if event_of(event, wished) == "return" and "comment" not in event:
        found.append(finding("application.review.comment", "/event/comment"))
    return found


def guards(request, application, event, number):
    """Whether this actor may do this here and now."""
    role, status = request["actor"]["role"], application and application["status"]
    roles = {by for _, what, by, _ in MOVES if what == event}
    found, details = [], {}
    if role not in roles:
        found.append(finding("machine.move.role", "/actor/role"))
        details = {"machine": "application", "event": event, "expected": sorted(roles), "got": role}
    elif not any((come, what, by) == (status, event, role) for come, what, by, _ in MOVES):
        found.append(finding("machine.move.refused", "/event/kind"))
        details = {"machine": "application", "event": event, "got": status or "none",
                   "expected": [come or "none" for come, what, _, _ in MOVES if what == event]}
    holder = number[:-3]
    if role == "site" and request["actor"]["code"] != holder:
        found.append(finding("machine.move.scope", "/actor/code"))
        details = {"owner": holder, "got": request["actor"]["code"]}
    last = max((application or {}).get(name, "") for name in ("saved_at", "reviewed_at"))
    if request["at"] < last:
        found.append(finding("machine.move.backwards", "/at"))
        details = {"last": last}
    return found, details if len(found) == 1 else {}


def number_of(request, application):
    if application:
        return application["number"]
    last = request.get("last_number", f"{request['holder']}-00")
    return f"{last[:-2]}{int(last[-2:]) + 1:02}"


def advance(request):
    application, asked = request.get("application"), request["event"]
    wished = bool(application and application["form"].get("continue_id"))
    event, number = event_of(asked, wished), number_of(request, application)
    found, details = guards(request, application, event, number)
    form = request.get("form", (application or {}).get("form"))
    stored = request.get("stored", (application or {}).get("stored"))
    if asked["kind"] == "review":
        extra = said(asked, wished)
    elif asked["kind"] == "withdraw":
        extra = []
    elif form is None:
        extra = [finding("application.form.missing", "/form")]
    else:
        root = "/form" if "form" in request else "/application/form"
        extra = Form(form, stored, event == "submit", root).judge()
    if found or errors(extra):
        # What is wrong with the form is told beside what forbids the move: all findings at once.
        return refuse(found + extra, **({"details": details} if details and not extra else {}))
    after = next(to for come, what, _, to in MOVES if (come, what) == (application and application["status"], event))
    document = {**(application or {}), "number": number, "status": after}
    if event in ("save", "submit"):
        document.update(form=form, saved_at=request["at"], **({"stored": stored} if stored is not None else {}))
    if event == "submit":
        document["applied_at"] = request["at"]
        for name in ("reviewed_at", "comment"):
            document.pop(name, None)
    answer = {"permissions": permissions_of(after)}
    if asked["kind"] == "review":
        document["reviewed_at"] = request["at"]
        if "comment" in asked:
            document["comment"] = asked["comment"]
        if after == "confirmed":
            new = event == "confirm_new_id"
            document["outcome"] = "new" if new else "same"
            answer["outcome"] = {"id": document["outcome"], "letter_required": new, "documents_required": new}
    actor = request["actor"]
    log = {"at": request["at"], "role": actor["role"], "target": number}
    log.update({name: actor[name] for name in ("code", "account") if name in actor})
    notices = []
    if event in NOTICES:
        notices = [{"template": NOTICES[event], "to": "site", "channel": "mail", "code": number[:-3]}]
    answer["step"] = {"machine": "application", "event": {"en": event}, "to": {"en": after, "ja": NAMES[after]},
                      "notices": notices, "log": log}
    if application:
        answer["step"]["from"] = {"en": application["status"], "ja": NAMES[application["status"]]}
    answer["application"] = document
    return True, {"answer": answer, "findings": extra}


OPERATIONS = {
    "application.validate": validate,
    "application.advance": advance,
    "application.permissions": permissions,
    "application.list": list_of,
}


def answer(operation, request):
    """Whether it is answered, and what is known of the envelope."""
    return OPERATIONS[operation](copy.deepcopy(request))
