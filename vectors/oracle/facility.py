"""Facilities, their approval and their letters.

Source: MED-1 to MED-9, DES-1 to DES-3, APP-14, APP-18 to APP-20, ROL-3, PRV-3, PRV-4; rulings approval-items,
pending-approval, approval-rejected, desired-capacity, hubs, capacity-rounding, institution-code,
municipality-code; readings med-2, med-5, med-7, app-20, contract-end. A request is judged as a whole: every
fault is listed first, and only a request without one is carried out, on a copy.
"""

import copy

import codes

# MED-3: the eight, in the printed order; then the other fields in the order of the schema.
ITEMS = ["code", "representative", "contract_joined", "contract_left", "proxy_entry", "products", "hub", "general_intake"]
OTHERS = ["municipality", "name", "postal_code", "address", "delivery_name", "delivery_postal_code", "delivery_address",
          "fax", "homepage", "freezers_75", "freezers_20", "freezers_10", "parking", "availability", "doses_a_week",
          "delivery_weekday", "proxy_booking", "new_insurance_code", "new_insurance_code_spare", "care_code",
          "new_care_code", "new_care_code_spare", "responsible_doctor", "report"]
FIELDS = ITEMS + OTHERS
REQUIRED = ["municipality", "name", "postal_code", "delivery_postal_code", "delivery_address", "availability"]
# A box that is not ticked, a list without entries.
EMPTY = {"proxy_entry": False, "products": [], "general_intake": False, "proxy_booking": False}
ROLES = {"institution": "institution", "special_site": "site", "workplace": "site"}
# Wards and the city that they belong to, as far as the stories need them.
CITIES = {"011011": "011002", "011029": "011002"}
# Doses a vial and vials a box, by delivery week (from inclusive), and the group of MED-5.
PRODUCTS = {
    "pfizer-12plus": ("pfizer-12plus", [("2021-02-14", 5, 195), ("2021-05-10", 6, 195)]),
    "pfizer-5-11": ("pfizer-5-11", [("2022-01-21", 10, 10)]),
    "moderna-primary": ("moderna", [("2021-05-21", 10, 10)]),
    "moderna-booster": ("moderna", [("2021-12-16", 15, 10)]),
    "novavax": (None, []),
}


class Unsettled(Exception):
    """A request of which the rules do not say what the answer lists."""


class Faults:
    """What is wrong or remarkable with a request."""

    def __init__(self):
        self.findings, self.assumptions, self.details = [], set(), {}

    def tell(self, code, path, severity="error", **details):
        self.findings.append({"code": code, "path": path, "severity": severity})
        if details:
            self.details[code] = details

    def sorted(self):
        def key(found):
            steps = found["path"].split("/")[1:]
            return [(0, int(step), "") if step.isdigit() else (1, 0, step) for step in steps], found["code"]
        return sorted(self.findings, key=key)

    def refused(self):
        return any(found["severity"] == "error" for found in self.findings)

    def envelope(self, answer):
        """Whether it is answered, and the envelope."""
        findings, assumptions = self.sorted(), sorted(self.assumptions)
        if not self.refused():
            return True, {"answer": answer(), "assumptions": sorted(self.assumptions), "findings": findings}
        code = next(found["code"] for found in findings if found["severity"] == "error")
        details = {"details": self.details[code]} if code in self.details else {}
        return False, {"error": {"assumptions": assumptions, "code": code, "findings": findings, **details}}


def log(request, target):
    actor = request["actor"]
    return {"at": request["at"], "role": actor["role"], "target": target} | {
        key: actor[key] for key in ("account", "code") if key in actor}


def step(request, machine, target, event, before, after, rule, notices=()):
    out = {"event": {"en": event}, "log": log(request, target), "machine": machine, "notices": list(notices),
           "rule": rule, "to": {"en": after}}
    return {**out, **({"from": {"en": before}} if before else {})}


def own(faults, actor, owner):
    """PRV-4."""
    if actor.get("code", "") != owner:
        faults.tell("machine.move.scope", "/actor/code", owner=owner, got=actor.get("code", ""))
        return False
    return True


def in_time(faults, request, last):
    """PRV-3: not before the last change; texts of one form compare like moments."""
    if request["at"] < last:
        faults.tell("machine.move.backwards", "/at", last=last)


def beside(field, before, after):
    return {"before": {field: before[field]} if field in before else {}, "after": {field: after[field]} if field in after else {}}


# Changing


class Change:
    def __init__(self, request):
        self.request, self.changes, self.faults = request, request["changes"], Faults()
        self.facility = request.get("facility")
        self.before = self.facility["fields"] if self.facility else dict(EMPTY)
        self.after = copy.deepcopy(self.before)
        self.approval = self.facility.get("approval") if self.facility else None
        self.waits = self.approval is not None and self.approval["status"] == "pending"

    def whose(self):
        known = self.facility or {}
        self.id, self.kind = known.get("id") or self.changes["id"], known.get("kind") or self.changes["kind"]
        if self.facility:
            for key in ("id", "kind"):
                if self.changes.get(key, known[key]) != known[key]:
                    self.faults.tell("facility.record.fixed", f"/changes/{key}")
            in_time(self.faults, self.request, known["changed_at"])
        actor, role = self.request["actor"], ROLES[self.kind]
        if actor["role"] == role:
            own(self.faults, actor, self.id)
        elif actor["role"] == "municipality":
            code = (self.before if self.facility else self.after).get("municipality")
            flag = self.facility is not None and self.before["proxy_entry"]
            if own(self.faults, actor, CITIES.get(code, code)) and self.kind != "special_site" and not flag:
                self.faults.tell("facility.entry.not_delegated", "/actor/role")
        else:
            self.faults.tell("machine.move.role", "/actor/role", expected=[role, "municipality"])

    def fills_in(self):
        clear, seen = self.changes.get("clear", []), set()
        for index, field in enumerate(clear):
            if field in seen or field in self.changes:
                self.faults.tell("facility.field.twice", f"/changes/clear/{index}")
            seen.add(field)
        self.changed = []
        for field in FIELDS:
            if field in self.changes:
                self.after[field] = self.changes[field]
            elif field in clear:
                self.after.pop(field, None)
                if field in EMPTY:
                    self.after[field] = copy.copy(EMPTY[field])
            else:
                continue
            if self.before.get(field) != self.after.get(field):
                self.changed.append(field)
            elif self.facility:
                self.faults.tell("facility.field.unchanged", f"/changes/{field}", "warning")
        # MED-1: at the first registration the items come with the contract application.
        self.items = [field for field in self.changed if field in ITEMS and self.facility]
        self.at_once = [field for field in self.changed if field not in self.items]

    def doctors_saved(self):
        self.doctors = copy.deepcopy(self.facility["doctors"]) if self.facility else []
        self.effects, seen, known = [], set(), len(self.faults.findings)
        for index, form in enumerate(self.changes.get("doctors", [])):
            at = f"/changes/doctors/{index}"
            if form["id"] in seen:
                self.faults.tell("facility.doctor.twice", f"{at}/id")
                continue
            seen.add(form["id"])
            place = next((place for place, doctor in enumerate(self.doctors) if doctor["id"] == form["id"]), None)
            if form.get("delete"):
                if place is None:
                    self.faults.tell("facility.doctor.unknown", f"{at}/id")
                else:
                    del self.doctors[place]
                    self.effects.append({"effect": "deleted", "id": form["id"]})
                continue
            missing = [key for key in ("kana", "name") if key not in form]
            for key in missing:
                self.faults.tell("facility.doctor.incomplete", f"{at}/{key}")
            self.once(form.get("products", []), f"{at}/products")
            if missing:
                continue
            doctor = {"products": [], **{key: value for key, value in form.items() if key != "delete"}}
            if place is None:
                self.doctors.append(doctor)
                self.effects.append({"effect": "added", "id": form["id"]})
            elif self.doctors[place] == doctor:
                self.faults.tell("facility.field.unchanged", at, "warning")
            else:
                self.doctors[place] = doctor
                self.effects.append({"effect": "changed", "id": form["id"]})
        self.faulty_form = any(found["severity"] == "error" for found in self.faults.findings[known:])
        if not self.facility and self.kind != "special_site" and not self.doctors:
            self.faults.tell("facility.doctor.none", "/changes/doctors")

    def once(self, groups, path):
        for index, group in enumerate(groups):
            if group in groups[:index]:
                self.faults.tell("facility.product.twice", f"{path}/{index}")

    def values(self):
        faults, after = self.faults, self.after
        for field in REQUIRED:
            if field not in after:
                faults.tell("facility.field.missing", f"/changes/{field}")
                faults.assumptions.add("assumption.med-2")
        self.once(after["products"], "/changes/products")
        days = after.get("contract_joined"), after.get("contract_left")
        if all(days) and days[1] < days[0]:
            faults.tell("facility.contract.order", "/changes/contract_left", joined=days[0], left=days[1])
        report = after.get("report")
        if report and report["desired"] > report["capacity"]:
            faults.tell("facility.report.desired", "/changes/report/desired", capacity=report["capacity"], desired=report["desired"])
            faults.assumptions.add("assumption.desired-capacity")
        # Institution-code: the check digit of insurance codes alone, and only as a warning.
        numbers = [(field, after[field], "") for field in ("new_insurance_code", "new_insurance_code_spare") if field in self.changed and field in after]
        if "code" in self.changed and after.get("code", {}).get("kind") == "insurance":
            numbers.append(("code", after["code"]["number"], "/number"))
        for field, number, member in numbers:
            if codes.institution(number[:9]) != number:
                faults.tell("code.institution.check_digit", f"/changes/{field}{member}", "warning")

    def pending(self):
        if self.facility and not (self.changed or self.effects):
            if self.faulty_form:
                # Whether it «changes nothing»: the form that is refused would have changed something.
                raise Unsettled
            self.faults.tell("facility.change.nothing", "/changes", "warning")
        if not self.waits:
            return
        for field in self.items:
            self.faults.tell("facility.item.pending", f"/changes/{field}")
        # The alternatives: only the item that waits is blocked, or every field is.
        if set(self.items) - set(self.approval["items"]) or self.at_once or self.effects:
            self.faults.assumptions.add("assumption.pending-approval")

    def answer(self):
        request, role, at = self.request, self.request["actor"]["role"], self.request["at"]
        assumptions = self.faults.assumptions
        if not self.facility and any(field in ITEMS for field in self.at_once):
            assumptions.add("assumption.first-registration")
        if self.facility and self.effects:
            assumptions.add("assumption.med-5")
        out = {"effects": {"doctors": self.effects,
                           "immediate": [{"field": field, **beside(field, self.before, self.after)} for field in self.at_once],
                           "pending": [{"item": field, **beside(field, self.before, self.after)} for field in self.items]},
               "log": log(request, self.id)}
        fields = {field: (self.before if field in self.items else self.after)[field] for field in FIELDS
                  if field in (self.before if field in self.items else self.after)}
        old, approval = self.facility or {}, self.approval
        if self.items:
            if approval and approval["status"] == "rejected":
                assumptions.add("assumption.approval-rejected")
            approval = {"after": {field: self.after[field] for field in self.items if field in self.after}, "items": self.items,
                        "requested_at": at, "requested_by": role, "status": "pending"}
            rule = "DES-3" if role == "municipality" else "MED-3"
            out["step"] = step(request, "facility.approval", self.id, "request", None, "pending", rule)
        nothing = not (self.changed or self.effects)
        out["facility"] = {"id": self.id, "kind": self.kind, "fields": fields, "doctors": self.doctors,
                           "availability_at": at if "availability" in self.at_once else old["availability_at"],
                           "changed_at": old["changed_at"] if nothing else at,
                           **({"approval": approval} if approval else {})}
        return out


def change(request):
    told = Change(request)
    told.fills_in()
    told.whose()
    told.values()
    told.doctors_saved()
    told.pending()
    return told.faults.envelope(told.answer)


# Deciding


def decide(request):
    faults, facility, actor = Faults(), request["facility"], request["actor"]
    approval = facility.get("approval")
    state, rejects = approval["status"] if approval else "none", request["decision"] == "reject"
    if actor["role"] != "municipality":
        faults.tell("machine.move.role", "/actor/role", expected=["municipality"])
    else:
        code = facility["fields"]["municipality"]
        own(faults, actor, CITIES.get(code, code))
        if state != "pending":
            faults.tell("machine.move.refused", "/decision", expected=["pending"], got=state)
    in_time(faults, request, facility["changed_at"])
    if rejects and "reason" not in request:
        faults.tell("facility.reason.missing", "/reason")
    if not rejects and "reason" in request:
        faults.tell("facility.reason.unwanted", "/reason")

    def answer():
        new, before, items = copy.deepcopy(facility), facility["fields"], approval["items"]
        follow = []
        if rejects:
            faults.assumptions.add("assumption.approval-rejected")
        else:
            for field in items:
                new["fields"].pop(field, None)
                if field in approval["after"]:
                    new["fields"][field] = approval["after"][field]
            old = before.get("code")
            if old and old["kind"] == "similar" and new["fields"].get("code") != old:
                follow = ["letter", "documents", "new_id"]
        new["approval"] |= {"status": "rejected" if rejects else "approved", "decided_at": request["at"]}
        new["approval"] |= {"reason": request["reason"]} if rejects else {}
        new["changed_at"] = request["at"]
        return {"facility": new, "follow_up": follow,
                "items": [{"item": field, **beside(field, before, approval["after"])} for field in items],
                "step": step(request, "facility.approval", facility["id"], request["decision"], "pending", new["approval"]["status"], "MED-4")}

    ok, envelope = faults.envelope(answer)
    if ok and envelope["answer"]["follow_up"]:
        envelope["findings"] = [{"code": "facility.code.similar_changed", "path": "/facility/fields/code", "severity": "warning"}]
    return ok, {**envelope, "assumptions": sorted(faults.assumptions)} if ok else envelope


# Who can receive vaccine


def eligibility(request):
    faults, facility, date = Faults(), request["facility"], request["date"]
    fields, approval = facility["fields"], facility.get("approval")
    checks = []

    def check(name, holds, rule):
        checks.append({"check": name, "holds": holds, "rule": rule})

    if facility["kind"] == "special_site":
        check("responsible_doctor", "responsible_doctor" in fields, "MED-6")
        check("vaccinating_doctor", bool(facility["doctors"]), "MED-6")
        if all(entry["holds"] for entry in checks):
            faults.assumptions.add("assumption.med-7")
    check("contract_joined", "contract_joined" in fields and fields["contract_joined"] <= date, "MED-9")
    check("contract_not_left", fields.get("contract_left", date) >= date, "MED-9")
    if fields.get("contract_left") == date:
        faults.assumptions.add("assumption.contract-end")
    product, week = request.get("product"), request.get("delivery_week")
    if product:
        check("product_handled", PRODUCTS[product][0] in fields["products"], "MED-3")
    hub = fields.get("hub")
    satellite = hub is not None and hub != fields["name"]
    if satellite:
        faults.assumptions.add("assumption.hubs")
    if approval and approval["status"] == "pending":
        faults.tell("facility.change.pending", "/facility/approval", "warning")
    out = {"checks": checks, "delivered": "through_hub" if satellite else "own", "eligible": all(entry["holds"] for entry in checks),
           "claim": {key: fields[key] for key in ("code", "name", "representative") if key in fields},
           "pending": [{"item": field, **beside(field, fields, approval["after"])} for field in approval["items"]]
           if approval and approval["status"] == "pending" else [],
           **({"hub": hub} if satellite else {})}
    if week and "report" not in fields:
        faults.tell("facility.capacity.missing", "/facility/fields/report", "warning")
    elif week:
        _, doses, vials = [pack for pack in PRODUCTS[product][1] if pack[0] <= week][-1]
        capacity = fields["report"]["capacity"]
        if satellite:
            faults.assumptions.add("assumption.satellite-cap")
            out["cap"] = {"capacity": capacity, "vials": -(-capacity // doses)}
        else:
            boxes, rest = divmod(capacity, doses * vials)
            if rest:
                faults.assumptions.add("assumption.capacity-rounding")
            out["cap"] = {"capacity": capacity, "boxes": boxes + (rest > 0 and request.get("rounding", "ceil") == "ceil")}
    return faults.envelope(lambda: out)


# Letters


def letter(request):
    faults, old, event, at = Faults(), request.get("letter"), request["event"], request["at"]
    actor, site = request["actor"], event in ("login", "download")
    if actor["role"] != ("site" if site else "nation"):
        faults.tell("machine.move.role", "/actor/role", expected=["site" if site else "nation"])
    else:
        expected = ["none"] if event == "issue" else ["created", "downloaded"]
        state = old["status"] if old else "none"
        if state not in expected:
            faults.tell("machine.move.refused", "/event", expected=expected, got=state)
    if old:
        if actor["role"] == "site":
            own(faults, actor, old["site"])
        in_time(faults, request, old["changed_at"])
        if event == "reissue" and request["new_id"] == old["id"]:
            faults.tell("contract.letter.same_id", "/new_id")

    def answer():
        out, notices, target = {}, [], old["id"] if old else request["new_id"]
        if site:
            new = {**old, "changed_at": at}
            after = "downloaded" if event == "download" else old["status"]
            if event == "download":
                new["downloads"] += 1
            new["status"] = after
        else:
            new = {"id": request["new_id"], "site": request.get("site") or old["site"], "status": "created", "downloads": 0,
                   "created_at": at, "changed_at": at}
            after = "superseded" if old else "created"
            notices = [{"channel": "pop_up", "code": new["site"], "template": "notice.letter.created", "to": "site"}]
            if old:
                out["replaced"] = {**old, "status": "superseded", "changed_at": at}
        rule = {"issue": "APP-18", "login": "APP-19", "download": "APP-20", "reissue": "APP-14"}[event]
        return {**out, "letter": new, "downloaded": new["downloads"] > 0, "pop_up": new["downloads"] == 0,
                "step": step(request, "contract.letter", target, event, old["status"] if old else None, after, rule, notices)}

    if event == "download" and not faults.refused():
        faults.assumptions.add("assumption.app-20")
    return faults.envelope(answer)


OPERATIONS = {"facility.change": change, "facility.decide": decide, "facility.eligibility": eligibility, "contract.letter": letter}


def answer(operation, request):
    return OPERATIONS[operation](copy.deepcopy(request))
