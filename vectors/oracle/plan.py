"""The booster plan, event by event.

Source: CYC-6, CYC-7, NDL-5b, NDL-6, PLN-2 to PLN-9, CNS-4; rulings cut-off, plan-freeze, plan-excess,
plan-minimum, needle-autofill, needle-override, product-packs, mock-year. A moment is cut to the minute; the
state of a row is asked again at every moment at which anything can change, and never carried along.
"""

import copy
from datetime import date, datetime, timedelta

import calendar_oracle
import needles

MINUTE = timedelta(minutes=1)
PIECES = needles.PIECES
BASIS = 1000
MOST = 2**32 - 1
# Packs by delivery week (from inclusive): vials a box, doses a vial; and the published policy.
PRODUCTS = {
    "moderna-booster": ([("2021-12-16", 10, 15)], "strictly-more"),
    "moderna-primary": ([("2021-05-21", 10, 10)], None),
    "pfizer-5-11": ([("2022-01-21", 10, 10)], None),
    "pfizer-12plus": ([("2021-02-14", 195, 5), ("2021-05-10", 195, 6)], None),
}


def moment(text):
    return datetime.fromisoformat(text)


def text(at):
    return at.strftime("%Y-%m-%dT%H:%M")


class Refused(Exception):
    """An operation that fails: its findings."""

    def __init__(self, findings, details=None):
        super().__init__(findings)
        self.findings, self.details = findings, details


# Findings


def finding(code, path, severity="error"):
    return {"code": code, "path": path, "severity": severity}


def in_order(findings):
    """By place, indices before names and as numbers, then by code."""
    def key(found):
        steps = found["path"].split("/")[1:]
        return [(0, int(step), "") if step.isdigit() else (1, 0, step) for step in steps], found["code"]
    return sorted(findings, key=key)


def errors(findings):
    return any(found["severity"] == "error" for found in findings)


# Cycles, packs and needles


def policy(setup):
    """A policy as it is written, as `needles.plan` wants it."""
    written = setup.get("needle_policy") or PRODUCTS[setup["product"]][1]
    name, _, figure = written.rstrip(")").partition("(")
    return {"name": name, "rate": figure, "pieces_per_vial": int(figure) if name == "per-vial" else 0}


class Timetable:
    """The cycles of a plan and what was fixed when."""

    def __init__(self, setup, confirmed):
        self.own = setup.get("own_calendar")
        calendar = self.own or calendar_oracle.BOOSTER
        self.cycles = calendar_oracle.cycles(calendar, setup["start"], setup["cycles"])
        self.fixed = {given["cycle"]: moment(given["at"]) for given in confirmed}
        self.policy, packs = policy(setup), PRODUCTS[setup["product"]][0]
        for cycle in self.cycles:
            # The delivery week decides.
            cycle["pack"] = [pack for pack in packs if pack[0] <= cycle["delivery_week"]][-1][1:]
            cycle["due"] = moment(cycle["deadline"])
            cycle["over"] = datetime.combine(date.fromisoformat(cycle["end"]) + timedelta(days=1), datetime.min.time())
        self.assumptions = set()
        if self.own is None:
            self.assumptions.add("assumption.mock-year")
            if setup["start"] != "2022-02-28" or setup["cycles"] > 5:
                self.assumptions.add("assumption.cyc-7")

    def place(self, number):
        return next((at for at, cycle in enumerate(self.cycles) if cycle["number"] == number), None)

    def per_box(self, at):
        vials, doses = self.cycles[at]["pack"]
        return vials * doses

    def fill(self, at, boxes):
        vials, doses = self.cycles[at]["pack"]
        return needles.plan(boxes * vials * doses, boxes * vials, self.policy)

    def doses(self, rows):
        return sum(self.per_box(at) * boxes for at, (boxes, _) in enumerate(rows))

    # Whether a row can be changed

    def is_fixed(self, cycle, now):
        return cycle["number"] in self.fixed and self.fixed[cycle["number"]] <= now

    def working(self, now):
        """The cycles whose deadline has passed and whose amounts are not fixed (PLN-9)."""
        return [cycle["number"] for cycle in self.cycles if now > cycle["due"] and not self.is_fixed(cycle, now)]

    def status(self, at, now):
        cycle = self.cycles[at]
        if now >= cycle["over"]:
            return "past"
        if self.is_fixed(cycle, now):
            return "confirmed"
        return "frozen" if self.working(now) else "open"

    def turns(self):
        """Every moment at which a status can change: the minute after a deadline, a fixing, an end."""
        moments = {cycle["due"] + MINUTE for cycle in self.cycles} | {cycle["over"] for cycle in self.cycles}
        return sorted(moments | set(self.fixed.values()))

    def known(self, now):
        """The same as it is known at a moment: nothing is fixed later."""
        past = copy.copy(self)
        past.fixed = {cycle: at for cycle, at in self.fixed.items() if at <= now}
        return past

    def row(self, at, now):
        """Status, since when and until when."""
        known = self.known(now)
        status = known.status(at, now)
        out = {"status": status, "frozen_by": known.working(now) if status == "frozen" else []}
        out["rule"] = "PLN-9" if status == "frozen" else "PLN-3"
        since = None
        for turn in reversed([turn for turn in known.turns() if turn <= now]):
            if known.status(at, turn) != status:
                break
            if known.status(at, turn - MINUTE) != status:
                since = turn
                break
        if since is not None:
            out["since"] = text(since)
        if status == "open":
            later = [turn for turn in known.turns() if turn > now and known.status(at, turn) != "open"]
            out["until"] = text(later[0] - MINUTE)
        if self.cycles[at]["number"] in known.fixed:
            out["confirmed_at"] = text(known.fixed[self.cycles[at]["number"]])
        return out

    def next_deadline(self, now):
        ahead = [cycle for cycle in self.cycles if now <= cycle["due"] and not self.is_fixed(cycle, now)]
        if not ahead:
            return None
        first = min(ahead, key=lambda cycle: cycle["due"])
        return {"cycle": first["number"], "deadline": text(first["due"]), "minutes_left": (first["due"] - now) // MINUTE}

    def at_cut_off(self, now):
        return any(cycle["due"] == now and not self.is_fixed(cycle, now) for cycle in self.cycles)


# What is shown


def shown(timetable, rows, now):
    out = []
    for at, (cycle, (boxes, pins)) in enumerate(zip(timetable.cycles, rows)):
        printed = {key: cycle[key] for key in ("deadline", "delivery_week", "end", "start")}
        figures = {"boxes": boxes, "cycle": cycle["number"], "doses": boxes * timetable.per_box(at), "doses_per_box": timetable.per_box(at),
                   "filled": timetable.fill(at, boxes), "needles": pins, "pieces": pins * PIECES, "pieces_per_box": PIECES}
        out.append({**figures, **printed, **timetable.row(at, now)})
    return out


def totals(timetable, rows, first):
    boxes, pins = (sum(row[member] for row in rows) for member in (0, 1))
    out = {"boxes": boxes, "doses": timetable.doses(rows), "initial_boxes": first, "needles": pins, "pieces": pins * PIECES}
    packs = {timetable.per_box(at) for at in range(len(timetable.cycles))}
    if len(packs) == 1:
        out["initial_doses"] = first * packs.pop()
    return out


def resting(timetable, rows, now):
    """What the shown rows rest on."""
    out = set(timetable.assumptions)
    if any(boxes for boxes, _ in rows):
        out.add("assumption.needle-autofill")
    if any(timetable.status(at, now) in ("open", "frozen") for at in range(len(timetable.cycles))):
        out |= {"assumption.plan-freeze", "assumption.cut-off"}
    return out


def pairs(rows):
    return [(row["boxes"], row["needles"]) for row in rows]


def documents(rows):
    return [{"boxes": boxes, "needles": pins} for boxes, pins in rows]


def envelope(answer, findings, assumptions):
    return {"answer": answer, "assumptions": sorted(assumptions), "findings": in_order(findings)}


def refused(findings):
    listed = in_order(findings)
    first = next(found for found in listed if found["severity"] == "error")
    raise Refused({"error": {"code": first["code"], "findings": listed}})


# A registration or a change


class Draft:
    """What a registration or change amounts to."""

    def __init__(self, request, plan, timetable):
        self.timetable, self.plan, self.now = timetable, plan, moment(request["at"])
        self.old = pairs(plan["rows"]) if plan else [(0, 0)] * len(timetable.cycles)
        self.rows, self.findings, self.assumptions, self.effects = list(self.old), [], set(), []
        self.who(request)
        seen = set()
        for index, entry in enumerate(request["rows"]):
            at = timetable.place(entry["cycle"])
            if at is None or at in seen:
                self.tell("plan.cycle.unknown" if at is None else "plan.cycle.twice", f"/rows/{index}/cycle")
                continue
            seen.add(at)
            self.enter(index, at, entry)
        self.judge()
        self.left_over = self.balance(request["rows"])
        if timetable.at_cut_off(self.now):
            self.assumptions.add("assumption.cut-off")

    def tell(self, code, path, severity="error"):
        self.findings.append(finding(code, path, severity))

    def who(self, request):
        actor = request["actor"]
        if self.plan and self.now < moment(self.plan["changed_at"]):
            self.tell("machine.move.backwards", "/at")
        if actor["role"] != "site":
            self.tell("machine.move.role", "/actor")
            return
        if not request["booster_id"]:
            self.tell("plan.id.not_booster", "/booster_id")
        if "code" not in actor:
            self.tell("base.text.form", "/actor/code")
        elif self.plan and actor["code"] != self.plan["site"]:
            self.tell("machine.move.scope", "/actor/code")

    def enter(self, index, at, entry):
        old, boxes = self.old[at], entry["boxes"]
        filled = self.timetable.fill(at, boxes)
        stays = self.plan is not None and old[0] == boxes
        new = (boxes, entry.get("needles", old[1] if stays else filled))
        if new == old:
            return
        status = self.timetable.status(at, self.now)
        if status != "open":
            self.tell(f"plan.boxes.{status}", f"/rows/{index}/" + ("boxes" if new[0] != old[0] else "needles"))
            if status == "frozen":
                self.assumptions.add("assumption.plan-freeze")
        if new[1] > filled:
            self.tell("needle.boxes.raised", f"/rows/{index}/needles")
        self.assumptions.add("assumption.needle-autofill")
        lowered = self.plan is not None and old[1] < self.timetable.fill(at, old[0])
        if lowered and not stays and "needles" not in entry:
            self.tell("needle.boxes.refilled", f"/rows/{index}/needles", "warning")
            self.assumptions.add("assumption.needle-override")
        if new[1] != filled:
            self.assumptions.add("assumption.needle-override")
        self.rows[at] = new
        effect = {"cycle": entry["cycle"], "filled": filled, "needles": new[1]}
        self.effects.append({**effect, **({"before": old[1]} if self.plan else {})})

    def judge(self):
        total = sum(boxes for boxes, _ in self.rows)
        if total > MOST:
            self.tell("plan.total.too_large", "/rows")
        if self.timetable.doses(self.rows) < BASIS:
            self.tell("plan.doses.below_basis", "/rows", "warning")
            self.assumptions.add("assumption.plan-minimum")
        self.event = "change_within" if self.plan else "register"
        if self.plan is None:
            return
        if "request" in self.plan:
            self.tell("plan.request.replaced", "/rows", "warning")
            self.assumptions.add("assumption.plan-excess")
            # Another request is a change of the plan: not while any row is frozen (PLN-3a).
            if any(self.timetable.status(at, self.now) == "frozen" for at in range(len(self.timetable.cycles))):
                self.tell("plan.boxes.frozen", "/rows")
                self.assumptions.add("assumption.plan-freeze")
        moved = any(old[0] != new[0] for old, new in zip(self.old, self.rows))
        if moved and total > self.plan["initial_boxes"]:
            self.tell("plan.total.above_initial", "/rows", "warning")
            self.assumptions.add("assumption.plan-excess")
            self.event = "change_above"

    def balance(self, entries):
        """What nobody collects (PLN-2): doses pass to the next cycle, missing ones do not."""
        persons = {entry["cycle"]: entry["persons"] for entry in reversed(entries) if "persons" in entry}
        if any(cycle["number"] not in persons for cycle in self.timetable.cycles):
            return None
        left, rows = 0, []
        for at, cycle in enumerate(self.timetable.cycles):
            left += self.rows[at][0] * self.timetable.per_box(at) - persons[cycle["number"]]
            short, left = max(0, -left), max(0, left)
            if short:
                self.tell("plan.doses.short", "/rows", "warning")
            rows.append({"cycle": cycle["number"], "left": left, "short": short})
        if left:
            self.tell("plan.doses.left_over", "/rows", "warning")
        self.assumptions.add("assumption.plan-left-over")
        return {"doses": left, "rows": rows}


def step(request, site, event, before, after):
    actor = request["actor"]
    log = {"at": request["at"], "role": actor["role"], "target": site}
    log |= {key: actor[key] for key in ("account", "code") if key in actor}
    # Words of the machine stand in both languages; the wire's name is the English one.
    out = {"event": {"en": event}, "log": log, "machine": "plan", "notices": [], "rule": "PLN-3", "to": {"en": after}}
    return {**out, **({"from": {"en": before}} if before else {})}


def moved(request, plan, timetable, before, event, effects):
    rows = pairs(plan["rows"])
    return {"needles": effects, "plan": plan, "totals": totals(timetable, rows, plan["initial_boxes"]),
            "step": step(request, plan["site"], event, before, plan["status"])}


def submit(request):
    """plan.register, plan.change: the envelope."""
    plan = copy.deepcopy(request.get("plan"))
    timetable = Timetable((plan or request)["setup"], request.get("confirmed", []))
    draft = Draft(request, plan, timetable)
    if errors(draft.findings):
        refused(draft.findings)
    before = plan and plan["status"]
    if plan is None:
        plan = {"site": request["actor"]["code"], "setup": request["setup"], "status": "registered", "registered_at": request["at"],
                "initial_boxes": sum(boxes for boxes, _ in draft.rows)}
    plan["changed_at"] = request["at"]
    plan.pop("request", None)
    if draft.event == "change_above":
        plan |= {"status": "awaiting_nation", "request": {"at": request["at"], "rows": documents(draft.rows)}}
        plan["rows"] = documents(draft.old)
    else:
        plan |= {"status": "registered", "rows": documents(draft.rows)}
        if sum(boxes for boxes, _ in draft.rows) <= plan["initial_boxes"]:
            plan.pop("confirmed_at", None)
    answer = moved(request, plan, timetable, before, draft.event, draft.effects)
    return envelope(answer, draft.findings, draft.assumptions | timetable.assumptions)


def preview(request):
    """plan.preview"""
    plan = request.get("plan")
    timetable = Timetable((plan or request)["setup"], request.get("confirmed", []))
    draft = Draft(request, plan, timetable)
    rows = shown(timetable, draft.rows, draft.now)
    first = plan["initial_boxes"] if plan else sum(boxes for boxes, _ in draft.rows)
    answer = {"closed": [row["cycle"] for row in rows if row["status"] != "open"], "event": draft.event, "needles": draft.effects,
              "needs_confirmation": draft.event == "change_above", "ready": not errors(draft.findings), "rows": rows,
              "totals": totals(timetable, draft.rows, first)}
    answer |= {"left_over": draft.left_over} if draft.left_over else {}
    ahead = timetable.next_deadline(draft.now)
    answer |= {"next_deadline": ahead} if ahead else {}
    return envelope(answer, draft.findings, draft.assumptions | resting(timetable, draft.rows, draft.now))


def decide(request):
    """plan.decide"""
    plan, now, findings = copy.deepcopy(request["plan"]), moment(request["at"]), []
    timetable = Timetable(plan["setup"], request.get("confirmed", []))
    if now < moment(plan["changed_at"]):
        findings.append(finding("machine.move.backwards", "/at"))
    if request["actor"]["role"] != "nation":
        findings.append(finding("machine.move.role", "/actor"))
    elif "request" not in plan:
        findings.append(finding("machine.move.refused", "/decision"))
    if findings:
        refused(findings)
    asked, before = pairs(plan.pop("request")["rows"]), plan["status"]
    plan |= {"status": "registered", "changed_at": request["at"]}
    assumptions = timetable.assumptions | {"assumption.plan-excess"}
    if request["decision"] == "refuse":
        plan["refused"] = {"at": request["at"], "reason": request["reason"]}
    else:
        rows = pairs(plan["rows"])
        for at, cycle in enumerate(timetable.cycles):
            if rows[at] != asked[at] and (now > cycle["due"] or timetable.is_fixed(cycle, now)):
                findings.append(finding("plan.boxes.kept", f"/plan/request/rows/{at}", "warning"))
            else:
                rows[at] = asked[at]
        total = sum(boxes for boxes, _ in rows)
        if total > sum(boxes for boxes, _ in asked):
            findings.append(finding("plan.total.above_request", "/plan/request/rows", "warning"))
        plan["rows"] = documents(rows)
        plan.pop("confirmed_at", None)
        if total > plan["initial_boxes"]:
            plan["confirmed_at"] = request["at"]
        if timetable.at_cut_off(now):
            assumptions.add("assumption.cut-off")
    event = "confirm" if request["decision"] == "confirm" else "refuse"
    return envelope(moved(request, plan, timetable, before, event, []), findings, assumptions)


def status(request):
    """plan.status"""
    plan, now = request["plan"], moment(request["at"])
    timetable = Timetable(plan["setup"], request.get("confirmed", []))
    rows = shown(timetable, pairs(plan["rows"]), now)
    for given in request.get("allocated", []):
        at = timetable.place(given["cycle"])
        rows[at] |= {"allocated": given["boxes"], "allocated_doses": given["boxes"] * timetable.per_box(at)}
    assumptions = resting(timetable, pairs(plan["rows"]), now)
    if "request" in plan:
        for row, asked in zip(rows, plan["request"]["rows"]):
            row["requested"] = asked["boxes"]
        assumptions.add("assumption.plan-excess")
    answer = {"rows": rows, "status": plan["status"], "totals": totals(timetable, pairs(plan["rows"]), plan["initial_boxes"])}
    ahead = timetable.next_deadline(now)
    answer |= {"next_deadline": ahead} if ahead else {}
    return envelope(answer, [], assumptions)


OPERATIONS = {"plan.register": submit, "plan.change": submit, "plan.preview": preview, "plan.decide": decide, "plan.status": status}


def answer(operation, request):
    """Whether it is answered, and the envelope."""
    try:
        return True, OPERATIONS[operation](request)
    except Refused as refusal:
        return False, refusal.findings
