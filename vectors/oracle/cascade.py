"""A supply shared from the nation down to hubs and their satellites, with needles and syringes.

The request has the members of `allocation.cascade`; hubs and municipalities carry codes of cities, not
of wards. Parents with fixed or share recipients name their weight. Source: ALC-1, ALC-2, ALC-3, ALC-10,
ALC-11, CYC-5; rulings proposal-method, hubs, capacity-rounding, share-rounding, needle-allocation,
needle-cascade.
"""

from fractions import Fraction

import needles
from apportion import Recipient, apportion

LEVELS = ("nation", "prefecture", "municipality", "hub")


def up(amount, size):
    return -(-amount // size)


class Node:
    """Somebody who receives: bounds summed up from below, and then boxes."""

    def __init__(self, code, request, children):
        self.code, self.children, self.request = code, children, request
        self.floor, self.cap, self.weight = request.get("floor", 0), request.get("cap"), request.get("weight")
        if children:
            least, most = zip(*(child.counts() for child in children))
            self.floor = max(self.floor, sum(least))
            if None not in most:
                self.cap = sum(most) if self.cap is None else min(self.cap, sum(most))
            if self.weight is None:
                self.weight = sum(child.weight or 0 for child in children)

    def check(self):
        decided = "fixed" in self.request or "share" in self.request
        assert decided or self.cap is None or self.floor <= self.cap, f"{self.code}: floor {self.floor} above cap {self.cap}"

    def counts(self):
        """The least and the most that it counts for at its parent."""
        if "fixed" in self.request:
            return self.request["fixed"], self.request["fixed"]
        if "share" in self.request:
            return 0, self.cap
        if self.weight == 0:
            return self.floor, self.floor
        return self.floor, self.cap


def tree(request, pack):
    satellites = {}
    for satellite in request.get("satellites", []):
        satellites.setdefault(satellite["hub"], []).append(satellite)
    hubs = {}
    for row in request.get("hubs", []):
        own = sorted(satellites.get(row["id"], []), key=lambda s: s["id"].encode())
        hub = Node(row["id"], dict(row), [])
        hub.satellites = own
        if "capacity" in row or own:
            demand = row.get("capacity", 0) + sum(s["capacity"] for s in own)
            most = up(demand, pack[0] * pack[1])
            if request.get("capacity_rounding") == "floor":
                most = demand // (pack[0] * pack[1])
            hub.cap = most if hub.cap is None else min(hub.cap, most)
            if hub.weight is None:
                hub.weight = demand
        hub.weight = hub.weight or 0
        hubs.setdefault(row["municipality"], []).append(hub)
    listed = {row["code"]: row for row in request.get("municipalities", [])}
    towns = {}
    for code in sorted({*listed, *hubs}):
        children = sorted(hubs.get(code, []), key=lambda hub: hub.code.encode())
        towns.setdefault(code[:2], []).append(Node(code, listed.get(code, {}), children))
    listed = {row["code"]: row for row in request.get("prefectures", [])}
    return [Node(code, listed.get(code, {}), towns.get(code, [])) for code in sorted({*listed, *towns})]


def share_of(received, share, rounding):
    exact = Fraction(share) * received
    if rounding == "ceil":
        return needles.ceil(exact)
    if rounding == "floor":
        return exact.numerator // exact.denominator
    doubled = exact * 2 + 1
    return doubled.numerator // (doubled.denominator * 2)


def give(request, received, children):
    """Boxes for the children of one giver; the tie among them."""
    rest, group = received, []
    for child in children:
        child.check()
        child.origin = "proposal"
        if "fixed" in child.request:
            child.vaccine, child.origin = child.request["fixed"], "imported"
        elif "share" in child.request:
            child.vaccine = share_of(received, child.request["share"], request.get("share_rounding", "half-up"))
            child.origin = "share"
        else:
            group.append(child)
            continue
        rest -= child.vaccine
    assert rest >= 0, "more is decided than was received"
    tie = None
    # Below the nation, a giver all of whose recipients are decided, or have no weight, keeps the rest.
    if any(child.weight for child in group) or any(child.floor for child in group):
        recipients = [Recipient(child.code, child.weight, child.floor, child.cap) for child in group]
        result = apportion(rest, recipients, request.get("method", "largest-remainder"), request.get("first_units", "refuse"))
        tie = result.tie
        for child in group:
            child.vaccine = result.amounts[child.code]
    else:
        for child in group:
            child.vaccine = 0
    for child in children:
        if "edit" in child.request:
            child.proposed, child.vaccine, child.origin = child.vaccine, child.request["edit"]["boxes"], "edited"
    assert sum(child.vaccine for child in children) <= received, "more is given than was received"
    return tie


def cascade(request, pack):
    """The answer to a request; `pack` is (vials a box, doses a vial)."""
    nation = Node("", {}, tree(request, pack))
    nation.vaccine = request["supply"]["vaccine"]
    levels, ties = [[nation]], []
    for level in LEVELS[:3]:
        below = []
        for giver in levels[-1]:
            tie = give(request, giver.vaccine, giver.children)
            if tie:
                ties.append({"level": level, "giver": giver.code, "tie": tie})
            below += giver.children
        levels.append(below)
    policy = request.get("needles", {}).get("policy", "top-up")
    rounding = request.get("needles", {}).get("rounding", "ceil")
    per_box = pack[0] * pack[1]
    supply = request["supply"]
    registered = {"needles": supply.get("needles"), "syringes": supply.get("syringes", supply.get("needles"))}
    shortfalls = []
    for item in ("needles", "syringes"):
        own = {node: needles.allocation(node.vaccine * per_box, rounding) for level in levels for node in level}
        has = fill(levels, own, policy, registered[item])
        for name, level in zip(LEVELS, levels):
            for node in level:
                setattr(node, item, has[node])
                if has[node] < own[node]:
                    missing = (own[node] - has[node]) * needles.PIECES
                    shortfalls.append({"level": name, "code": node.code, "item": item, "pieces": missing})
    answer = {"shortfalls": shortfalls, "ties": ties, "satellites": [], "tied_vials": False}
    names = ("nation", "prefectures", "municipalities", "hubs")
    for name, level in zip(names, levels):
        answer[name] = [row(node, per_box, name) for node in level]
    answer["nation"] = answer["nation"][0]
    for hub, out in zip(levels[3], answer["hubs"]):
        vials(hub, out, answer, pack)
    return answer


def row(node, per_box, name):
    out = {"code": node.code, "vaccine": node.vaccine, "doses": node.vaccine * per_box,
           "needles": node.needles, "syringes": node.syringes}
    if name != "nation":
        out["origin"] = node.origin
    if name != "hubs":
        out["left_over"] = node.vaccine - sum(child.vaccine for child in node.children)
    if hasattr(node, "proposed"):
        out["proposed"], out["edited_by"] = node.proposed, node.vaccine - node.proposed
        out["reason"] = node.request["edit"]["reason"]
    return out


def fill(levels, own, policy, registered):
    """Boxes of needles for everybody by one of the three policies."""
    if policy == "per-level":
        return own
    wish = dict(own)
    if policy == "top-up":
        for level in reversed(levels[:3]):
            for node in level:
                wish[node] = max(own[node], sum(wish[child] for child in node.children))
        nation = levels[0][0]
        wish[nation] = min(wish[nation], registered)
    has = {levels[0][0]: wish[levels[0][0]]}
    for level in levels[:3]:
        for node in level:
            if sum(wish[child] for child in node.children) <= has[node]:
                has.update((child, wish[child]) for child in node.children)
                continue
            # Doses are in proportion to vaccine boxes; nobody gets more than he wishes for.
            group = [Recipient(child.code, child.vaccine, 0, wish[child]) for child in node.children]
            amounts = apportion(has[node], group).amounts
            has.update((child, amounts[child.code]) for child in node.children)
    return has


def vials(hub, out, answer, pack):
    """The vials of a hub among it and its satellites; the hub counts as the smaller code."""
    if not hub.satellites:
        return
    everyone = [("", hub.request.get("capacity", 0))] + [(s["id"], s["capacity"]) for s in hub.satellites]
    group = [Recipient(id, capacity, 0, up(capacity, pack[1])) for id, capacity in everyone]
    if not any(r.weight for r in group):
        return
    result = apportion(hub.vaccine * pack[0], group)
    answer["tied_vials"] = answer["tied_vials"] or result.tie is not None
    out["own_vials"] = result.amounts[""]
    if result.left_over:
        out["vials_left_over"] = result.left_over
    for satellite in hub.satellites:
        got = result.amounts[satellite["id"]]
        answer["satellites"].append({"id": satellite["id"], "hub": hub.code, "vials": got, "doses": got * pack[1]})
