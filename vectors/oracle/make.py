#!/usr/bin/env python3
"""Writes the vectors whose expected values come from the oracle.

    python3 vectors/oracle/make.py           writes them
    python3 vectors/oracle/make.py --check   fails when a committed file differs

The same files every time: the cases come from generators with a fixed seed.
"""

import argparse
import copy
import pathlib
import random
import sys

import application_cases
import access
import calendar_oracle
import claim_cases
import claim_check_cases
import claims
import codes
import facility
import layout
import needles
import plan
import policy_cases
import sheets
import simulation_cases
import support
from apportion import METHODS, Recipient, Refused, apportion
from cascade import cascade

ROOT = pathlib.Path(__file__).resolve().parent.parent
MOST = 2**53 - 1
PROPOSAL = "ruling proposal-method; ALC-2, ALC-3; vectors/oracle/apportion.py"
CASCADE = "ALC-1, ALC-2, ALC-10, ALC-11; rulings proposal-method, hubs, capacity-rounding, needle-cascade; vectors/oracle/cascade.py"
PACKS = {("pfizer-12plus", "2021-03-01"): (195, 5), ("pfizer-12plus", "2021-05-10"): (195, 6), ("moderna-booster", "2022-02-21"): (10, 15)}


def vector(id, source, operation, request, ok, answer):
    return {"id": id, "expected_from": "oracle", "source": source,
            "call": {"operation": operation, "request": request}, "ok": ok, "answer": answer}


# Apportionment


def recipient(row):
    return Recipient(row["id"], row["weight"], row.get("floor", 0), row.get("cap"))


def solve(request):
    return apportion(request["supply"], [recipient(row) for row in request["recipients"]],
                     request.get("method", "largest-remainder"), request.get("first_units", "refuse"))


def answer_of(request, result):
    """The member `answer`, without explanations."""
    answer = {
        "amounts": [{"id": row["id"], "amount": result.amounts[row["id"]]} for row in request["recipients"]],
        "given": sum(result.amounts.values()),
        "left_over": result.left_over,
        "method": request.get("method", "largest-remainder"),
    }
    if result.tie:
        answer["tie"] = result.tie
    return answer


def apportion_vector(id, request):
    try:
        result = solve(request)
    except Refused as refused:
        finding = {"code": refused.code, "path": "/supply", "severity": "error"}
        error = {"code": refused.code, "details": refused.details, "findings": [finding]}
        return vector(id, PROPOSAL, "allocation.apportion", request, False, {"error": error})
    answer = answer_of(request, result)
    if request.get("explain"):
        answer["explanations"] = []
        for row in request["recipients"]:
            figures = {key: fraction(value) for key, value in sorted(result.figures[row["id"]].items())}
            bounds = {"floor": row.get("floor", 0), **({"cap": row["cap"]} if "cap" in row else {})}
            answer["explanations"].append({"id": row["id"], "amount": result.amounts[row["id"]], "weight": row["weight"],
                                           "origin": "proposal", **bounds, **figures})
    if result.tie and request.get("ties") == "report":
        error = {"code": "allocation.tie.undecided", "assumptions": ["assumption.proposal-method"],
                 "details": {"tied": result.tie["tied"], "units": result.tie["units"]}}
        return vector(id, PROPOSAL, "allocation.apportion", request, False, {"error": error})
    warnings = [{"code": "allocation.supply.left_over", "path": "/supply", "severity": "warning"}] if result.left_over else []
    named = "method" not in request or result.tie
    envelope = {"answer": answer, "assumptions": ["assumption.proposal-method"] if named else [], "findings": warnings}
    return vector(id, PROPOSAL, "allocation.apportion", request, True, envelope)


def fraction(value):
    return value if isinstance(value, int) else f"{value.numerator}/{value.denominator}"


def rows(rng, count, weights, bounded, most):
    out = []
    for name in rng.sample(["13", "14", "27", "01", "40", "甲", "乙", "a", "Z", "b-2", "b-10", "B"], count):
        row = {"id": name, "weight": rng.randrange(*weights)}
        if bounded and rng.randrange(3) == 0:
            row["floor"] = rng.randrange(0, max(1, most // count))
        if bounded and rng.randrange(3) == 0:
            row["cap"] = row.get("floor", 0) + rng.randrange(0, most)
        out.append(row)
    return out


def apportionments():
    rng, out = random.Random(1), []

    def add(name, **request):
        out.append(apportion_vector(f"ORACLE-APPORTION/{len(out) + 1:03}-{name}", request))

    for method in METHODS:
        short = method.split("-")[0]
        for _ in range(6):
            add(f"{short}-plain", supply=rng.randrange(20, 90), method=method, recipients=rows(rng, rng.randrange(2, 9), (1, 60), False, 0))
        for _ in range(8):
            add(f"{short}-bounds", supply=rng.randrange(20, 90), method=method, recipients=rows(rng, rng.randrange(3, 9), (0, 30), True, 20))
        for _ in range(4):
            # Few different weights, so that equal claims meet at the cut.
            add(f"{short}-ties", supply=rng.randrange(8, 40), method=method, recipients=rows(rng, rng.randrange(3, 8), (1, 4), False, 0))
        for _ in range(2):
            people = rows(rng, 4, (1, 9), False, 0)
            for row in people:
                row["cap"] = rng.randrange(1, 6)
            add(f"{short}-left-over", supply=rng.randrange(22, 40), method=method, recipients=people)
        for _ in range(2):
            add(f"{short}-big-weights", supply=rng.randrange(10, 40), method=method, recipients=rows(rng, 4, (MOST // 2, MOST + 1), False, 0))
        add(f"{short}-one-heavy", supply=25, method=method, recipients=[{"id": "heavy", "weight": MOST}, {"id": "light", "weight": 1}, {"id": "lighter", "weight": 0, "floor": 2}])
        for _ in range(2):
            add(f"{short}-explained", supply=rng.randrange(20, 60), method=method, explain="figures", recipients=rows(rng, rng.randrange(3, 6), (1, 30), True, 25))
    for method in ("adams", "hill"):
        for _ in range(5):
            people = rows(rng, rng.randrange(4, 8), (0, 5), False, 0)
            add(f"{method}-by-weight", supply=rng.randrange(1, 5), method=method, first_units="by-weight", recipients=people)
        for _ in range(2):
            people = rows(rng, 6, (1, 9), True, 4)
            add(f"{method}-refused", supply=sum(row.get("floor", 0) for row in people), method=method, recipients=people)
    for method in METHODS:
        people = [{"id": "C", "weight": 2}, {"id": "B", "weight": 2}, {"id": "A", "weight": 2}]
        add(f"{method.split('-')[0]}-tie-reported", supply=4, method=method, ties="report", recipients=people)
    for _ in range(6):
        people = rows(rng, 4, (1, MOST + 1), False, 0)
        if rng.randrange(2):
            people[0]["cap"] = rng.randrange(MOST)
        add("largest-big-supply", supply=rng.randrange(MOST // 2, MOST + 1), method="largest-remainder", recipients=people)
    add("largest-big-remainders", supply=2, method="largest-remainder", recipients=[{"id": "A", "weight": MOST}, {"id": "B", "weight": MOST - 1}, {"id": "C", "weight": MOST - 2}])
    add("largest-whole-shares", supply=12, method="largest-remainder", explain="figures", recipients=[{"id": "A", "weight": 1}, {"id": "B", "weight": 2}, {"id": "C", "weight": 3}])
    add("largest-everything-capped", supply=9, method="largest-remainder", explain="figures", recipients=[{"id": "A", "weight": 1, "cap": 3}, {"id": "B", "weight": 2, "cap": 3}, {"id": "C", "weight": 3, "cap": 3}])
    add("largest-floors-take-all", supply=6, method="largest-remainder", recipients=[{"id": "A", "weight": 100, "floor": 1}, {"id": "B", "weight": 1, "floor": 2}, {"id": "C", "weight": 0, "floor": 3}])
    add("largest-only-floors", supply=6, method="largest-remainder", recipients=[{"id": "A", "weight": 0, "floor": 1}, {"id": "B", "weight": 0, "floor": 2}])
    # The Alabama paradox is a property of largest remainder, not a fault: C loses a unit as the supply grows.
    for supply in (10, 11):
        add(f"largest-alabama-{supply}", supply=supply, method="largest-remainder", explain="figures", recipients=[{"id": "A", "weight": 6}, {"id": "B", "weight": 6}, {"id": "C", "weight": 2}])
    add("largest-default", supply=100, recipients=[{"id": "13", "weight": 13_843}, {"id": "14", "weight": 9_220}, {"id": "27", "weight": 8_839}])
    return out


# Verifying


def verify_vector(id, pair, valid, findings=None):
    answer = {"answer": {"valid": valid}}
    if valid:
        answer["findings"] = []
    elif findings:
        answer["findings"] = findings
    return vector(id, "the answer is the oracle's; wire.md: operations that judge succeed and say so in findings; vectors/oracle/apportion.py and cascade.py", "allocation.verify", pair, True, answer)


def error(problem, path):
    return {"code": f"allocation.verify.{problem}", "path": path, "severity": "error"}


def verifications():
    rng, out = random.Random(2), []
    for method in METHODS:
        request = {"supply": rng.randrange(20, 60), "method": method, "recipients": rows(rng, 5, (1, 30), True, 25)}
        answer = answer_of(request, solve(request))
        add = lambda name, changed, valid=False, findings=None: out.append(verify_vector(f"ORACLE-VERIFY/{method}-{name}", {"apportion": {"request": request, "answer": changed}}, valid, findings))
        add("valid", answer, True)
        moved = copy.deepcopy(answer)
        giver = max(moved["amounts"], key=lambda row: row["amount"])
        taker = min(moved["amounts"], key=lambda row: row["amount"])
        giver["amount"] -= 1
        taker["amount"] += 1
        add("one-unit-moved", moved)
        lost = copy.deepcopy(answer)
        max(lost["amounts"], key=lambda row: row["amount"])["amount"] -= 1
        lost["given"] -= 1
        lost["left_over"] += 1
        add("one-unit-kept-back", lost, findings=[error("sum", "/apportion/answer/amounts")])
    request = {"supply": 7, "method": "largest-remainder", "recipients": [{"id": "A", "weight": 2}, {"id": "B", "weight": 2}, {"id": "C", "weight": 1, "floor": 1}]}
    answer = answer_of(request, solve(request))
    variants = {
        "given-changed": {**answer, "given": answer["given"] - 1},
        "left-over-changed": {**answer, "left_over": 1},
        "recipient-missing": {**answer, "amounts": answer["amounts"][:2]},
        "recipient-of-another-request": {**answer, "amounts": [{"id": "X", "amount": answer["amounts"][0]["amount"]}, *answer["amounts"][1:]]},
        "floor-not-kept": {**answer, "amounts": [{"id": "A", "amount": 4}, {"id": "B", "amount": 3}, {"id": "C", "amount": 0}]},
        "method-changed": {**answer, "method": "webster"},
    }
    tied = {"supply": 1, "method": "largest-remainder", "recipients": [{"id": "A", "weight": 1}, {"id": "B", "weight": 1}]}
    tied_answer = answer_of(tied, solve(tied))
    told = {
        "given-changed": [error("figure", "/apportion/answer/given")],
        "left-over-changed": [error("figure", "/apportion/answer/left_over")],
    }
    for name, changed in variants.items():
        out.append(verify_vector(f"ORACLE-VERIFY/{name}", {"apportion": {"request": request, "answer": changed}}, False, told.get(name)))
    whole = {"supply": 4, "method": "largest-remainder", "recipients": [{"id": "A", "weight": 1}, {"id": "B", "weight": 1}]}
    claimed = {"amounts": [{"id": "A", "amount": 3}, {"id": "B", "amount": 1}], "given": 4, "left_over": 0, "method": "largest-remainder"}
    findings = [error("share", f"/apportion/answer/amounts/{index}/amount") for index in (0, 1)]
    out.append(verify_vector("ORACLE-VERIFY/whole-shares-not-kept", {"apportion": {"request": whole, "answer": claimed}}, False, findings))
    bounded = {"supply": 3, "method": "largest-remainder", "recipients": [{"id": "A", "weight": 0, "floor": 2}, {"id": "B", "weight": 0, "floor": 1}]}
    claimed = {"amounts": [{"id": "A", "amount": 3}, {"id": "B", "amount": 0}], "given": 3, "left_over": 0, "method": "largest-remainder"}
    findings = [error("bounds", f"/apportion/answer/amounts/{index}/amount") for index in (0, 1)]
    out.append(verify_vector("ORACLE-VERIFY/bounds-not-kept", {"apportion": {"request": bounded, "answer": claimed}}, False, findings))
    out.append(verify_vector("ORACLE-VERIFY/tie-valid", {"apportion": {"request": tied, "answer": tied_answer}}, True))
    other = {**tied_answer, "amounts": [{"id": "A", "amount": 0}, {"id": "B", "amount": 1}]}
    out.append(verify_vector("ORACLE-VERIFY/tie-decided-otherwise", {"apportion": {"request": tied, "answer": other}}, False, [error("order", "/apportion/answer/amounts/1/amount")]))
    untold = {key: value for key, value in tied_answer.items() if key != "tie"}
    out.append(verify_vector("ORACLE-VERIFY/tie-kept-silent", {"apportion": {"request": tied, "answer": untold}}, False))
    # One floor above the supply: whatever is answered, the request is refused.
    refused = {"supply": 1, "method": "largest-remainder", "recipients": [{"id": "A", "weight": 1, "floor": 2}]}
    claimed = {"amounts": [{"id": "A", "amount": 2}], "given": 2, "left_over": 0, "method": "largest-remainder"}
    out.append(verify_vector("ORACLE-VERIFY/answer-to-a-request-that-is-refused", {"apportion": {"request": refused, "answer": claimed}}, False,
                             [error("refused", "/apportion/answer/amounts")]))

    request = {"cycle": 1, "delivery_week": "2021-03-01", "product": "pfizer-12plus", "method": "largest-remainder",
               "supply": {"vaccine": 20, "needles": 250}, "needles": {"policy": "top-up"},
               "municipalities": [{"code": "131032"}, {"code": "131105"}],
               "hubs": [{"id": "H1", "municipality": "131032", "capacity": 7000}, {"id": "H2", "municipality": "131105", "capacity": 4000},
                        {"id": "H3", "municipality": "131105", "capacity": 12000}],
               "satellites": [{"id": "S1", "hub": "H1", "capacity": 2500}, {"id": "S2", "hub": "H1", "capacity": 900}]}
    answer = {"method": "largest-remainder", "nothing": [], **cascade(request, PACKS["pfizer-12plus", "2021-03-01"])}
    del answer["tied_vials"]
    assert all(row["vaccine"] for row in answer["hubs"]) and not answer["ties"] and not answer["shortfalls"]
    for row in answer["hubs"]:
        # A hub without satellites keeps all its vials.
        row.setdefault("own_vials", row["vaccine"] * 195)

    def changed(change):
        copied = copy.deepcopy(answer)
        change(copied)
        return {"cascade": {"request": request, "answer": copied}}

    def move(level, member, source, target):
        def change(answer):
            answer[level][source][member] -= 1
            answer[level][target][member] += 1
            if member in ("vaccine", "vials"):
                size = 975 if member == "vaccine" else 5
                answer[level][source]["doses"] -= size
                answer[level][target]["doses"] += size
        return change

    def put(level, index, member, by):
        def change(answer):
            row = answer[level] if index is None else answer[level][index]
            row[member] += by
        return change

    out.append(verify_vector("ORACLE-VERIFY/cascade-valid", changed(lambda answer: None), True))
    cases = {
        "hub-box-moved": move("hubs", "vaccine", 1, 2), "municipality-box-moved": move("municipalities", "vaccine", 0, 1),
        "hub-needle-moved": move("hubs", "needles", 1, 2), "satellite-vial-moved": move("satellites", "vials", 0, 1),
        "hub-needle-more": put("hubs", 0, "needles", 1), "syringe-of-the-nation-less": put("nation", None, "syringes", -1),
        "doses-of-a-hub": put("hubs", 0, "doses", 1), "doses-of-a-satellite": put("satellites", 0, "doses", 5),
        "doses-of-the-nation": put("nation", None, "doses", 975), "left-over-of-the-nation": put("nation", None, "left_over", 1),
        "own-vials-of-a-hub": put("hubs", 0, "own_vials", 1), "vaccine-of-the-nation": put("nation", None, "vaccine", 1),
        "municipality-missing": lambda answer: answer["municipalities"].pop(),
    }
    told = {
        "doses-of-a-hub": [error("figure", "/cascade/answer/hubs/0/doses")],
        "municipality-missing": [error("recipients", "/cascade/answer/municipalities")],
    }
    for name, change in cases.items():
        out.append(verify_vector(f"ORACLE-VERIFY/cascade-{name}", changed(change), False, told.get(name)))
    return out


# Cascades


def towns(rng):
    """Some municipalities of three prefectures, with their check digits."""
    return [codes.municipality(five) for five in rng.sample(["13101", "13103", "13104", "13110", "13112", "14201", "14203", "14204", "27202", "27203"], rng.randrange(2, 7))]


def hubs_of(rng, places, capacity):
    out = []
    for index in range(rng.randrange(len(places), 2 * len(places) + 3)):
        place = places[index] if index < len(places) else rng.choice(places)
        out.append({"id": f"H{index + 1:02}", "municipality": place, "capacity": rng.randrange(*capacity)})
    return out


def cascades():
    rng, out = random.Random(3), []

    def add(name, request, product="pfizer-12plus", week="2021-03-01"):
        request = {"cycle": 1, "product": product, "delivery_week": week, **request}
        answer = cascade(request, PACKS[product, week])
        tied_vials = answer.pop("tied_vials")
        if tied_vials:
            # Whether a tie among vials is named too is not ruled.
            del answer["ties"]
        out.append(vector(f"ORACLE-CASCADE/{len(out) + 1:02}-{name}", CASCADE, "allocation.cascade", request, True, {"answer": answer}))

    for policy in ("per-level", "cap-to-parent", "top-up"):
        for _ in range(3):
            places = towns(rng)
            add(f"plain-{policy}", {"supply": {"vaccine": rng.randrange(20, 80), "needles": 5000}, "needles": {"policy": policy}, "hubs": hubs_of(rng, places, (900, 20000))})
    for _ in range(3):
        places = towns(rng)
        hubs = hubs_of(rng, places, (900, 30000))
        for hub in hubs:
            if rng.randrange(3) == 0:
                hub["floor"] = 1
            if rng.randrange(3) == 0:
                hub["cap"] = rng.randrange(1, 5)
        add("floors-and-caps", {"supply": {"vaccine": 60}, "needles": {"policy": "cap-to-parent"}, "hubs": hubs,
                                "municipalities": [{"code": sorted(places)[0], "floor": 1}, {"code": sorted(places)[-1], "cap": 7}]})
    for _ in range(3):
        places = towns(rng)
        hubs = hubs_of(rng, places, (2000, 20000))
        satellites = [{"id": f"S{i:02}", "hub": rng.choice(hubs)["id"], "capacity": rng.randrange(10, 4000)} for i in range(1, 9)]
        add("satellites", {"supply": {"vaccine": 25, "needles": 400}, "hubs": hubs, "satellites": satellites})
    add("satellites-full", {"supply": {"vaccine": 3}, "needles": {"policy": "per-level"}, "hubs": [{"id": "H1", "municipality": "131032", "capacity": 100}], "satellites": [{"id": "S1", "hub": "H1", "capacity": 301}, {"id": "S2", "hub": "H1", "capacity": 7}]})
    add("satellite-ties-with-its-hub", {"supply": {"vaccine": 1}, "needles": {"policy": "per-level"}, "hubs": [{"id": "Z", "municipality": "131032", "capacity": 975}], "satellites": [{"id": "A", "hub": "Z", "capacity": 975}]})
    add("hub-without-own-capacity", {"supply": {"vaccine": 2}, "needles": {"policy": "per-level"}, "hubs": [{"id": "H1", "municipality": "131032"}], "satellites": [{"id": "S1", "hub": "H1", "capacity": 1200}, {"id": "S2", "hub": "H1", "capacity": 700}]})
    add("share-and-fixed", {"supply": {"vaccine": 1000}, "needles": {"policy": "per-level"},
                            "prefectures": [{"code": "13", "share": "0.08"}, {"code": "14", "fixed": 41}, {"code": "27", "weight": 8}, {"code": "40", "weight": 5}, {"code": "01", "weight": 5}]})
    add("share-in-the-middle", {"supply": {"vaccine": 333}, "needles": {"policy": "per-level"},
                                "prefectures": [{"code": "13", "share": "0.333"}],
                                "municipalities": [{"code": "131032", "share": "0.125"}, {"code": "131041", "weight": 3}, {"code": "131105", "weight": 2}, {"code": "131121", "fixed": 9}]})
    add("share-ceil", {"supply": {"vaccine": 333}, "needles": {"policy": "per-level"}, "share_rounding": "ceil", "prefectures": [{"code": "13", "share": "0.101"}, {"code": "14", "share": "0.2"}, {"code": "27", "weight": 1}]})
    add("edited", {"supply": {"vaccine": 30}, "needles": {"policy": "per-level"},
                   "hubs": [{"id": "H1", "municipality": "131032", "capacity": 20000}, {"id": "H2", "municipality": "131032", "capacity": 20000, "edit": {"boxes": 3, "reason": "会場の休止"}}, {"id": "H3", "municipality": "131105", "capacity": 9000}]})
    for method in ("webster", "jefferson", "adams", "hill"):
        places = towns(rng)
        add(method, {"supply": {"vaccine": 64, "needles": 5000}, "method": method, "hubs": hubs_of(rng, places, (6000, 40000))})
    for needles_registered in (170, 60):
        places = [codes.municipality(five) for five in ("13103", "13110", "14203", "27202")]
        hubs = [{"id": f"H{i:02}", "municipality": places[i % 4], "capacity": 975} for i in range(18)]
        add(f"needles-do-not-reach-{needles_registered}", {"supply": {"vaccine": 18, "needles": needles_registered}, "needles": {"policy": "top-up"}, "hubs": hubs})
    places = [codes.municipality(five) for five in ("13103", "13110")]
    hubs = [{"id": f"H{i:02}", "municipality": places[i % 2], "capacity": 975} for i in range(9)]
    add("syringes-do-not-reach", {"supply": {"vaccine": 9, "needles": 200, "syringes": 88}, "needles": {"policy": "top-up"}, "hubs": hubs})
    add("half-up-needles", {"supply": {"vaccine": 6}, "needles": {"policy": "per-level", "rounding": "half-up"}, "hubs": [{"id": "H1", "municipality": "131032", "capacity": 2925}, {"id": "H2", "municipality": "131105", "capacity": 2925}]})
    add("six-doses", {"supply": {"vaccine": 20, "needles": 300}, "hubs": hubs_of(rng, towns(rng), (2000, 9000))}, week="2021-05-10")
    add("booster", {"supply": {"vaccine": 120, "needles": 200}, "hubs": hubs_of(rng, towns(rng), (900, 9000))}, "moderna-booster", "2022-02-21")
    add("capacity-floor", {"supply": {"vaccine": 40}, "capacity_rounding": "floor", "needles": {"policy": "cap-to-parent"}, "hubs": hubs_of(rng, towns(rng), (975, 12000))})
    return out


# Needles, codes, calendars


def needle_fills():
    rng, out = random.Random(4), []
    source = "rulings needle-allocation, needle-autofill; NDL-5; vectors/oracle/needles.py"
    for product, week in PACKS:
        vials, doses = PACKS[product, week]
        for _ in range(5):
            boxes = rng.randrange(1, 3000)
            rounding = rng.choice(["ceil", "half-up"])
            filled = needles.allocation(boxes * vials * doses, rounding)
            request = {"product": product, "delivery_week": week, "boxes": boxes, "purpose": "allocation", "rounding": rounding}
            answer = {"doses": boxes * vials * doses, "filled": filled, "needles": filled, "syringes": filled, "pieces": filled * 100}
            out.append(vector(f"ORACLE-NEEDLE/{len(out) + 1:02}-allocation-{rounding}", source, "needle.fill", request, True, {"answer": answer}))
    policies = [{"name": "exact"}, {"name": "strictly-more"}, {"name": "reserve", "rate": "0.10"}, {"name": "reserve", "rate": "0.015"},
                {"name": "reserve", "rate": "0.111111111111111111"}, {"name": "per-vial", "pieces_per_vial": 16}, {"name": "per-vial", "pieces_per_vial": 7}]
    for policy in policies:
        for boxes in (1, 6, rng.randrange(8, 40), rng.randrange(40, 2000)):
            filled = needles.plan(boxes * 150, boxes * 10, policy)
            request = {"product": "moderna-booster", "delivery_week": "2022-02-21", "boxes": boxes, "purpose": "plan", "policy": policy}
            answer = {"doses": boxes * 150, "filled": filled, "needles": filled, "syringes": filled, "pieces": filled * 100, "policy": policy["name"]}
            out.append(vector(f"ORACLE-NEEDLE/{len(out) + 1:02}-{policy['name']}-{boxes}", source, "needle.fill", request, True, {"answer": answer}))
    return out


def code_cases():
    rng, out = random.Random(5), []
    source = "F-CODE; ruling municipality-code; names of the list of 総務省; vectors/oracle/codes.py"
    known = [("13104", "新宿区", "13", None), ("13112", "世田谷区", "13", None), ("14100", "横浜市", "14", None), ("23100", "名古屋市", "23", None),
             ("27100", "大阪市", "27", None), ("40130", "福岡市", "40", None), ("47201", "那覇市", "47", None), ("14101", None, "14", "14100"), ("27127", None, "27", "27100")]
    for five, name, prefecture, city in known:
        code = codes.municipality(five)
        answer = {"code": code, **({"name": name} if name else {}), "prefecture": prefecture, "resolves_to": codes.municipality(city or five)}
        out.append(vector(f"ORACLE-CODE/municipality-{five}", source, "code.municipality", {"code": code, "date": "2021-06-01"}, True, {"answer": answer, "findings": []}))
        wrong = five + str((int(code[5]) + rng.randrange(1, 10)) % 10)
        error = {"code": "code.municipality.check_digit", "details": {"expected": int(code[5])}, "findings": [{"code": "code.municipality.check_digit", "path": "/code", "severity": "error"}]}
        out.append(vector(f"ORACLE-CODE/municipality-{five}-mistyped", source, "code.municipality", {"code": wrong, "date": "2021-06-01"}, False, {"error": error}))
    out.append(vector("ORACLE-CODE/municipality-unknown", source, "code.municipality", {"code": codes.municipality("13199"), "date": "2021-06-01"}, False,
                      {"error": {"code": "code.municipality.unknown", "findings": [{"code": "code.municipality.unknown", "path": "/code", "severity": "error"}]}}))
    source = "F-CODE (invented codes); ruling institution-code, X-25; vectors/oracle/codes.py"
    for prefecture in ("01", "13", "14", "11", "12", "27", "47"):
        nine = f"{prefecture}{rng.choice('134')}{rng.randrange(10**6):06}"
        code = codes.institution(nine)
        out.append(vector(f"ORACLE-CODE/institution-{prefecture}", source, "code.institution", {"code": code, "kind": "insurance"}, True, {"answer": {"code": code, "kind": "insurance"}, "findings": []}))
        wrong = nine + str((int(code[9]) + rng.randrange(1, 10)) % 10)
        warning = [{"code": "code.institution.check_digit", "path": "/code", "severity": "warning"}]
        out.append(vector(f"ORACLE-CODE/institution-{prefecture}-mistyped", source, "code.institution", {"code": wrong, "kind": "insurance"}, True, {"answer": {"code": wrong}, "findings": warning}))
        kind = rng.choice(["similar", "care"])
        out.append(vector(f"ORACLE-CODE/institution-{prefecture}-{kind}", source + " (no check digit is tested)", "code.institution", {"code": wrong, "kind": kind}, True, {"answer": {"code": wrong, "kind": kind}, "findings": []}))
    nowhere = codes.institution("991000000")
    warning = [{"code": "code.institution.prefecture", "path": "/code", "severity": "warning"}]
    out.append(vector("ORACLE-CODE/institution-of-no-prefecture", source, "code.institution", {"code": nowhere, "kind": "insurance"}, True, {"answer": {"code": nowhere}, "findings": warning}))
    return out


def calendars():
    rng, out = random.Random(6), []
    source = "CYC-7; rulings cycle-length, mock-year; vectors/oracle/calendar_oracle.py"
    rows_ = calendar_oracle.cycles(calendar_oracle.BOOSTER, "2022-02-28", 30)
    out.append(vector("ORACLE-CYCLE/booster-30", source, "calendar.cycles", {"start": "2022-02-28", "count": 30}, True, {"answer": {"days": 14, "cycles": rows_}, "assumptions": ["assumption.cyc-7", "assumption.mock-year"]}))
    own = [
        {"days": 21, "delivery_days_before": 7, "deadline_days_before": 17, "deadline_time": "12:00"},
        {"days": 14, "delivery_days_before": 14, "deadline_days_before": 28, "deadline_time": "17:00", "first_deadline_days_before": 35, "first_deadline_time": "00:00"},
        {"days": 7},
        {"days": 28, "delivery_days_before": 0, "deadline_days_before": 0, "deadline_time": "23:59"},
    ]
    for index, calendar in enumerate(own, 1):
        start = rng.choice(["2021-04-12", "2021-12-27", "2024-02-26", "2023-12-25"])
        rows_ = calendar_oracle.cycles(calendar, start, 4)
        out.append(vector(f"ORACLE-CYCLE/own-{index}", source, "calendar.cycles", {"own_calendar": calendar, "start": start, "count": 4}, True, {"answer": {"days": calendar["days"], "cycles": rows_}}))
        if "deadline_time" in calendar:
            printed, now = rows_[1]["deadline"], rows_[0]["deadline"]
            request = {"own_calendar": calendar, "start": rows_[1]["start"], "now": now}
            answer = {"deadline": printed, **calendar_oracle.judged(printed, now)}
            out.append(vector(f"ORACLE-CYCLE/own-{index}-deadline", source + "; ruling cut-off", "calendar.deadline", request, True, {"answer": answer, "assumptions": ["assumption.cut-off"]}))
    return out


# Plans

PLAN = "PLN-2 to PLN-9, NDL-5b, NDL-6, CNS-4, CYC-6, CYC-7; rulings plan-freeze, plan-excess, plan-minimum, cut-off, needle-autofill, needle-override; vectors/oracle/plan.py"
SITE = "架空商事01会場"
# Deadlines long before the vaccination, so that the work on several cycles overlaps; short cycles; one for all.
WEEKLY = {"days": 7, "delivery_days_before": 7, "deadline_days_before": 20, "deadline_time": "15:00"}
DAILY = {"days": 7, "delivery_days_before": 0, "deadline_days_before": 0, "deadline_time": "23:59", "first_deadline_days_before": 3, "first_deadline_time": "00:00"}
SETUPS = {
    "printed": {"product": "moderna-booster", "start": "2022-02-28", "cycles": 5},
    "later-start": {"product": "moderna-booster", "start": "2022-03-14", "cycles": 6, "needle_policy": "strictly-more"},
    "overlapping": {"product": "moderna-booster", "start": "2022-04-04", "cycles": 4, "own_calendar": WEEKLY, "needle_policy": "reserve(0.10)"},
    "on-the-day": {"product": "moderna-booster", "start": "2022-04-04", "cycles": 3, "own_calendar": DAILY, "needle_policy": "per-vial(16)"},
    "two-packs": {"product": "pfizer-12plus", "start": "2021-05-03", "cycles": 4, "own_calendar": WEEKLY, "needle_policy": "reserve(0.015)"},
    "small-boxes": {"product": "pfizer-5-11", "start": "2022-03-07", "cycles": 4, "own_calendar": WEEKLY, "needle_policy": "exact"},
}


class PlanStory:
    """A plan through time: what its site, the nation and somebody else do."""

    def __init__(self, rng, setup, add):
        self.rng, self.setup, self.add, self.plan = rng, setup, add, None
        self.timetable = plan.Timetable(setup, [])
        first = min(cycle["due"] for cycle in self.timetable.cycles)
        self.now = first - plan.timedelta(days=rng.randrange(1, 9), minutes=rng.randrange(1440))
        # When each cycle is fixed: mostly some days after its deadline, sometimes before, sometimes never.
        self.fixed = []
        for cycle in self.timetable.cycles:
            if rng.randrange(6):
                at = cycle["due"] + plan.timedelta(minutes=rng.choice([-90, 1, 2, 1441, 3000, 5000, 12000]))
                self.fixed.append({"cycle": cycle["number"], "at": plan.text(at)})

    def goes_on(self):
        """To the edge of something, or some hours on, or not at all."""
        turns = plan.Timetable(self.setup, self.fixed).turns()
        edges = sorted(turn + shift * plan.MINUTE for turn in turns for shift in (-2, -1, 0, 1))
        ahead = [edge for edge in edges if edge >= self.now][:6]
        if ahead and self.rng.randrange(3):
            self.now = self.rng.choice(ahead)
        else:
            self.now += plan.timedelta(minutes=self.rng.choice([0, 1, 45, 600, 2000]))

    def moment(self):
        fixed = [given for given in self.fixed if given["at"] <= plan.text(self.now) or self.rng.randrange(12) == 0]
        return {"at": plan.text(self.now), **({"confirmed": fixed} if fixed else {})}

    def actor(self, role):
        rng = self.rng
        if rng.randrange(14) == 0:
            role = rng.choice(["prefecture", "institution", "nation", "site", "resident"])
        code = {"site": SITE, "prefecture": "13"}.get(role)
        if role == "site" and rng.randrange(16) == 0:
            code = "架空工業02会場"
        return {"role": role, **({"code": code} if code else {}), **({"account": "架空 花子"} if rng.randrange(3) == 0 else {})}

    def rows(self, spread):
        rng, out = self.rng, []
        cycles = [cycle["number"] for cycle in self.timetable.cycles]
        if self.plan and rng.randrange(3):
            # A clerk changes what is open.
            cycles = [cycle for at, cycle in enumerate(cycles) if self.known().status(at, self.now) == "open"] or cycles
        for cycle in rng.sample(cycles, rng.randrange(1 if self.plan else len(cycles) // 2, len(cycles) + 1)):
            row = {"cycle": cycle, "boxes": rng.randrange(spread)}
            if rng.randrange(4) == 0:
                row["needles"] = rng.randrange(2 * row["boxes"] + 2)
            out.append(row)
        if rng.randrange(14) == 0:
            out.append({"cycle": rng.choice([1, len(cycles) + 1, 99]), "boxes": 1})
        return out

    def known(self):
        return plan.Timetable(self.setup, self.fixed).known(self.now)

    def submits(self, looks):
        subject = {"plan": self.plan} if self.plan else {"setup": self.setup}
        operation = "plan.preview" if looks else "plan.change" if self.plan else "plan.register"
        rows_ = self.rows(6)
        if looks and self.rng.randrange(2):
            # The whole form, with the persons of every cycle.
            entered = {row["cycle"]: row for row in rows_}
            old = self.plan["rows"] if self.plan else [{"boxes": 0}] * self.setup["cycles"]
            rows_ = [entered.get(at, {"cycle": at, "boxes": row["boxes"]}) for at, row in enumerate(old, 1)]
            rows_ = [{**row, "persons": self.rng.randrange(700)} for row in rows_]
        request = {"actor": self.actor("site"), "booster_id": self.rng.randrange(20) > 0, **self.moment(), "rows": rows_, **subject}
        if self.rng.randrange(16) == 0 and self.plan:
            request["at"] = plan.text(plan.moment(self.plan["changed_at"]) - plan.MINUTE)
        self.does(operation, request)

    def decides(self):
        decision = {"decision": "confirm"} if self.rng.randrange(3) else {"decision": "refuse", "reason": "輸入の見通しが立たないため"}
        self.does("plan.decide", {"actor": self.actor("nation"), **self.moment(), "plan": self.plan, **decision})

    def looks(self):
        request = {**self.moment(), "plan": self.plan}
        fixed = self.known().fixed
        if fixed:
            request["allocated"] = [{"cycle": cycle, "boxes": self.rng.randrange(5)} for cycle in sorted(fixed)]
        self.does("plan.status", request)

    def does(self, operation, request):
        ok, envelope = plan.answer(operation, request)
        self.add(operation, request, ok, envelope)
        if ok and operation not in ("plan.preview", "plan.status"):
            self.plan = envelope["answer"]["plan"]

    def tell(self, events):
        self.submits(True)
        while self.plan is None:
            self.submits(False)
        for _ in range(events):
            self.goes_on()
            waits = "request" in self.plan
            what = self.rng.choice(["change", "preview", "status", *(["decide"] * 3 if waits else ["change"])])
            {"change": lambda: self.submits(False), "preview": lambda: self.submits(True), "status": self.looks, "decide": self.decides}[what]()


def plans():
    rng, out = random.Random(7), []
    for name, setup in SETUPS.items():
        def add(operation, request, ok, envelope):
            id = f"ORACLE-PLAN/{len(out) + 1:03}-{name}-{operation.removeprefix('plan.')}{'' if ok else '-refused'}"
            out.append(vector(id, PLAN, operation, copy.deepcopy(request), ok, envelope))

        for _ in range(2):
            PlanStory(rng, setup, add).tell(7 if name == "printed" else 6)
    return out


# Claims


def claim_sheets():
    out = []
    source = "CLM-1 to CLM-6, CLM-12 to CLM-17; F-PRICE, F-ROUTE; rulings tariff, tax, rounding, municipality-code; vectors/oracle/sheets.py"
    for name, request in sheets.requests(random.Random(7)):
        made, assumptions = sheets.answer(request)
        expected = sheets.pattern(made)
        if "render" in request:
            expected["rendered"] = sheets.rendered(request, made)
        (_, _, warnings), refused = claims.select(request["vaccination_month"], request["billing_month"], "institution", False)
        assert not refused
        findings = claim_cases.found(warnings, "warning") + sheets.blanks(request["head"])
        envelope = {"answer": expected, "assumptions": assumptions, "findings": sorted(findings, key=lambda one: one["path"])}
        out.append(vector(f"ORACLE-SHEETS/{len(out) + 1:02}-{name}", source, "claims.sheets", request, True, envelope))
    return out
# Applications


def applications():
    source = "APP-4 to APP-17, CNS-1 to CNS-5; rulings application-names, application-change, application-id; vectors/oracle/application.py"
    return [vector(id, source, *case) for id, *case in application_cases.cases()]
# Access

ACCESS = "ROL-3, ROL-4, ROL-5, ALC-4, ALC-6, DLV-1, PLN-7, PRV-4, X-28; ruling municipality-code; vectors/oracle/access.py"
CODES = {
    "prefecture": ["13", "14", "27"],
    "municipality": ["131032", "131105", "141003", "141011", "141020", "141305", "141313", "271004", "271021"],
}
OWNERS = ["架空第一", "架空第二"]
DAYS = ["2020-12-18", "2021-02-16", "2021-02-17", "2021-11-23", "2021-11-24", "2022-03-01"]


def access_question(rng):
    asked = [action for action in access.ACTIONS if action not in access.BESIDE_THE_TABLES]
    action = rng.choice(asked if rng.randrange(4) else ["delivery.plan", "delivery.record", "plan.register", "plan.change", "allocation.register"])
    day = rng.choice(DAYS if rng.randrange(20) else ["2020-12-17", "2020-01-01"])
    if action == "manual.read":
        day = max(day, access.FEBRUARY)
    able = list(access.on(action, day))
    role = rng.choice(able if able and rng.randrange(4) else access.ROLES)
    code = rng.choice(CODES.get(role, OWNERS))
    if role == "municipality" and day == access.DECEMBER:
        # The table of municipalities begins with the year 2021.
        day = "2021-01-04"
    actor = {"role": role, **({"code": code} if role != "nation" and rng.randrange(8) else {})}
    target = {}
    if role == "prefecture" and rng.randrange(2):
        target["prefecture"] = rng.choice([code, *CODES[role]])
    elif role in CODES and rng.randrange(8):
        target["municipality"] = rng.choice([code, *CODES[role]] if role == "municipality" else CODES["municipality"])
    elif rng.randrange(8):
        target["owner"] = rng.choice([code, *OWNERS])
    if "municipality" in target and rng.randrange(8) == 0:
        target["prefecture"] = rng.choice(CODES["prefecture"])
    booster = {"booster_id": rng.randrange(3) > 0} if rng.randrange(4 if action in access.BOOSTER else 8) == 0 or (action in access.BOOSTER and rng.randrange(2)) else {}
    return {"actor": actor, "action": action, "date": day, **({"target": target} if target else {}), **booster}


def access_cases():
    rng, out = random.Random(8), []
    for _ in range(160):
        request = access_question(rng)
        ok, envelope = access.answer(request)
        said = "refused" if not ok else "yes" if envelope["answer"]["allowed"] else "no"
        out.append(vector(f"ORACLE-ACCESS/{len(out) + 1:03}-{request['action']}-{said}", ACCESS, "access.decide", request, ok, envelope))
    return out


# Support money

SUPPORT = "F-SUPPORT; assumptions support-cut-week, support-weeks; vectors/oracle/support.py"


def support_clinic(rng, period):
    """A clinic with a habit: few or many weeks around the tests, some of them on single big days."""
    first, last, later_rule = support.PERIODS[period]
    begin, end = support.date.fromisoformat(first), support.date.fromisoformat(last)
    runs, monday = [], begin - begin.weekday() * support.DAY
    habit = rng.choice([[99, 100, 101], [100, 149, 150, 151], [150, 160, 100], [50, 60, 99, 120], [49, 50, 100, 150, 0]])
    while monday <= end:
        days = [monday + at * support.DAY for at in range(7)]
        days = [day for day in days if begin <= day <= end]
        if rng.randrange(5) == 0 and begin <= monday <= end - 7 * support.DAY:
            monday += 7 * support.DAY
            continue
        wanted = rng.choice(habit)
        if later_rule and rng.randrange(3) == 0:
            days = [day for day in days if day.weekday() < 5] or days
        for left in range(rng.randrange(1, 4), 0, -1):
            doses = wanted if left == 1 else rng.choice([wanted // left, min(wanted, 50), min(wanted, 49), 0])
            wanted -= doses
            day = rng.choice(days)
            hour, minute = rng.choice([9, 10, 13, 16, 17, 18, 22]), rng.choice([0, 30, 59])
            at = support.datetime.combine(day, support.time(hour, minute))
            run = {"begins": plan.text(at), "doses": doses}
            if rng.randrange(3) == 0:
                ends = at + support.timedelta(minutes=rng.choice([0, 15, 45, 120, 180]))
                # Whether a run that ends at 18:00 sharp lies in the night is nowhere said.
                if ends.time() != support.NIGHT:
                    run["ends"] = plan.text(ends)
            if rng.randrange(6) == 0:
                run["off_hours"] = True
            runs.append(run)
        monday += 7 * support.DAY
    rng.shuffle(runs)
    return runs


def support_cases():
    rng, out = random.Random(9), []
    for turn in range(8):
        for period in support.PERIODS:
            runs = support_clinic(rng, period)
            # F-SUPPORT leaves open whether 2023 asks for four weeks: only clinics that have them, or none.
            while support.PERIODS[period][2] and 0 < support.weeks_reached(period, runs) < 4:
                runs = support_clinic(rng, period)
            if turn == 7:
                # Somebody mistypes a date or a time.
                wrong = rng.choice(runs)
                if rng.randrange(2):
                    wrong["begins"] = rng.choice(["2021-05-08", "2022-01-10", "2024-01-01"]) + "T10:00"
                    wrong.pop("ends", None)
                else:
                    wrong["ends"] = wrong["begins"][:10] + "T08:59"
            request = {**({"period": period} if turn % 2 or turn > 5 else {}), "runs": runs}
            ok, envelope = support.answer(request)
            name = f"ORACLE-SUPPORT/{len(out) + 1:02}-{period}{'' if ok else '-refused'}"
            out.append(vector(name, SUPPORT, "claims.support", request, ok, envelope))
    return out

# Facilities and their letters

FACILITY = ("MED-1 to MED-9, DES-1 to DES-3, APP-14, PRV-3, PRV-4; rulings approval-items, pending-approval, approval-rejected, "
            "desired-capacity, hubs, capacity-rounding, institution-code, municipality-code; vectors/oracle/facility.py")
LETTER = "APP-14, APP-18 to APP-20, PRV-3, PRV-4; reading app-20; vectors/oracle/facility.py"
GROUPS = ["pfizer-12plus", "pfizer-5-11", "astrazeneca", "moderna"]


class FacilityStory:
    """Changes, decisions and questions of one facility, one after the other."""

    def __init__(self, rng, kind, municipality, add):
        self.rng, self.kind, self.municipality, self.add = rng, kind, municipality, add
        self.now, self.facility = plan.moment("2021-02-15T09:00"), None

    def name(self):
        return f"架空 {self.rng.choice('花太桜次梅三')}{self.rng.choice('子郎')}"

    def number(self):
        nine = f"13{self.rng.randrange(10**7):07}"
        return codes.institution(nine) if self.rng.randrange(4) else f"{nine}{self.rng.randrange(10)}"

    def value(self, field):
        rng = self.rng
        if field in ("code", "report", "products", "municipality"):
            return {
                "code": lambda: {"kind": rng.choice(["insurance", "similar", "similar", "care"]), "number": self.number()},
                "report": self.report,
                "products": lambda: [*rng.sample(GROUPS, rng.randrange(4)), *(["moderna"] if rng.randrange(12) == 0 else [])],
                "municipality": lambda: rng.choice([self.municipality, "131041", "011029"]),
            }[field]()
        if field == "contract_joined":
            return rng.choice(["2021-01-18", "2021-02-01", "2021-03-01"])
        if field == "contract_left":
            return rng.choice(["2021-01-31", "2021-03-01", "2021-03-31", "2022-03-31"])
        if field in ("proxy_entry", "general_intake", "proxy_booking"):
            return rng.randrange(2) == 0
        if field in ("freezers_75", "freezers_20", "freezers_10", "doses_a_week"):
            return rng.randrange(5)
        if field in ("new_insurance_code", "new_insurance_code_spare", "care_code", "new_care_code", "new_care_code_spare"):
            return self.number()
        if field == "responsible_doctor":
            return {"kana": "かくう", "name": self.name()}
        return {
            "representative": self.name(), "hub": rng.choice(["見本病院", "架空中央病院", "見本クリニック"]), "name": "見本クリニック",
            "postal_code": f"999-{rng.randrange(10**4):04}", "delivery_postal_code": f"{9990000 + rng.randrange(10**4)}",
            "delivery_weekday": rng.choice(["monday", "friday"]), "availability": rng.choice(["受付中", "満員", "未登録"]),
        }.get(field, f"見本{rng.randrange(4)}")

    def report(self):
        capacity = self.rng.choice([0, 1, 974, 975, 976, 1170, 1171, 3000])
        desired = capacity + self.rng.choice([0, 0, 0, 1]) - self.rng.randrange(min(3, capacity + 1))
        return {"capacity": capacity, "desired": desired, "needles": 100, "storage": "freezer", "syringes": 100}

    def actor(self, entering):
        rng, role = self.rng, facility.ROLES[self.kind]
        city = facility.CITIES.get(self.municipality, self.municipality)
        usual = {"role": "municipality", "code": city}
        if entering and (self.kind != "special_site" or rng.randrange(3) == 0):
            usual = {"role": role, "code": "V0000000001"}
        other = rng.choice([{"role": "municipality", "code": city}, {"role": "municipality", "code": "131041"},
                            {"role": role, "code": "V0000000001"}, {"role": role, "code": "V0000000002"}, {"role": "prefecture", "code": "13"},
                            {"role": "municipality", "code": "011011"}])
        out = usual if rng.randrange(5) else other
        return {**out, **({"account": "見本01"} if rng.randrange(3) == 0 else {})}

    def forms(self):
        rng, out = self.rng, []
        for _ in range(rng.choice([0, 0, 0, 1, 1, 2])):
            form = {"id": f"D{rng.randrange(1, 4)}", "name": self.name(), "kana": "かくう", "products": rng.sample(GROUPS, rng.randrange(3))}
            if rng.randrange(4) == 0:
                form = {"id": form["id"], "delete": True}
            elif rng.randrange(10) == 0:
                del form["kana"]
            out.append(form)
        return out

    def goes_on(self):
        if self.rng.randrange(10):
            self.now += plan.timedelta(minutes=self.rng.choice([0, 1, 600, 3000]))
        return plan.text(self.now - plan.timedelta(minutes=self.rng.randrange(12) == 0))

    def registers(self):
        fields = {*facility.REQUIRED, "code", *self.rng.sample(facility.FIELDS, 14)}
        changes = {field: self.value(field) for field in facility.FIELDS if field in fields}
        doctors = [{"id": "D1", "name": self.name(), "kana": "かくう"}] if self.rng.randrange(6) else []
        changes |= {"id": "V0000000001", "kind": self.kind, "municipality": self.municipality, "doctors": doctors}
        for field in self.rng.sample(facility.REQUIRED, self.rng.randrange(5) == 0):
            if field != "municipality":
                del changes[field]
        self.does("facility.change", {"actor": self.actor(True), "at": self.goes_on(), "changes": changes})

    def changes(self):
        rng = self.rng
        # Items often, so that requests come to be.
        fields = {*rng.sample([*facility.ITEMS, "code"], rng.choice([0, 1, 1, 2])), *rng.sample(facility.OTHERS, rng.choice([0, 1, 2]))}
        changes = {field: self.value(field) for field in facility.FIELDS if field in fields}
        if rng.randrange(4) == 0:
            changes["clear"] = [field for field in rng.sample(facility.FIELDS, 2) if field != "municipality"]
        if forms := self.forms():
            changes["doctors"] = forms
        if rng.randrange(16) == 0:
            changes["kind"] = rng.choice(list(facility.ROLES))
        self.does("facility.change", {"actor": self.actor(True), "at": self.goes_on(), "changes": changes, "facility": self.facility})

    def decides(self):
        rejects = self.rng.randrange(3) == 0
        reason = {"reason": "委任状の記載と異なるため"} if rejects != (self.rng.randrange(8) == 0) else {}
        self.does("facility.decide", {"actor": self.actor(False), "at": self.goes_on(), "decision": "reject" if rejects else "approve",
                                      "facility": self.facility, **reason})

    def asks(self):
        rng, left = self.rng, self.facility["fields"].get("contract_left", "2021-03-01")
        request = {"date": rng.choice(["2021-01-17", "2021-01-18", "2021-03-01", left]), "facility": self.facility}
        if rng.randrange(4):
            product = rng.choice(list(facility.PRODUCTS))
            request["product"] = product
            if facility.PRODUCTS[product][1]:
                request["delivery_week"] = rng.choice(["2021-03-01", "2021-05-03", "2021-05-10"]) if product == "pfizer-12plus" else "2022-02-21"
        self.does("facility.eligibility", request)

    def does(self, operation, request):
        try:
            ok, envelope = facility.answer(operation, request)
        except facility.Unsettled:
            return
        self.add(operation, request, ok, envelope)
        if ok and operation != "facility.eligibility":
            self.facility = envelope["answer"]["facility"]

    def tell(self, events):
        while self.facility is None:
            self.registers()
        for _ in range(events):
            waits = self.facility.get("approval", {}).get("status") == "pending"
            what = self.rng.choice(["changes", "changes", "asks", *(["decides"] * 3 if waits else []), *(["decides"] if self.rng.randrange(4) == 0 else [])])
            getattr(self, what)()


def facilities():
    rng, out = random.Random(8), []

    def add(operation, request, ok, envelope):
        id = f"ORACLE-FACILITY/{len(out) + 1:03}-{operation.removeprefix('facility.')}{'' if ok else '-refused'}"
        out.append(vector(id, FACILITY, operation, copy.deepcopy(request), ok, copy.deepcopy(envelope)))

    for kind in facility.ROLES:
        for municipality in ("131032", "011011", "131032", "011011"):
            FacilityStory(rng, kind, municipality, add).tell(10)
    return out


def letters():
    rng, out = random.Random(9), []
    for _ in range(5):
        now, held, made = plan.moment("2021-12-24T11:05"), None, 0
        for turn in range(9):
            now += plan.timedelta(minutes=rng.choice([0, 1, 700]))
            event = "issue" if turn == 0 else rng.choice(["login"] * 3 + ["download"] * 3 + ["reissue"] * 2 + ["issue"])
            site = event in ("login", "download")
            actor = {"role": "site", "code": held["site"] if held else "B0000000001"} if site else {"role": "nation"}
            if turn and rng.randrange(7) == 0:
                actor = rng.choice([{"role": "nation"}, {"role": "site", "code": "B0000000009"}, {"role": "institution", "code": "V0000000001"}])
            request = {"actor": actor, "at": plan.text(now - plan.timedelta(minutes=turn > 0 and rng.randrange(9) == 0)), "event": event}
            if held and rng.randrange(12):
                request["letter"] = held
            if not site:
                request["new_id"] = f"L{made + (rng.randrange(9) > 0)}"
                if event == "issue" or rng.randrange(2):
                    request["site"] = f"B000000000{rng.randrange(1, 4)}"
            # A letter that was replaced stays one.
            if held and site and rng.randrange(10) == 0:
                request["letter"] = {**held, "status": "superseded"}
            ok, envelope = facility.answer("contract.letter", request)
            out.append(vector(f"ORACLE-LETTER/{len(out) + 1:03}-{event}{'' if ok else '-refused'}", LETTER, "contract.letter", copy.deepcopy(request), ok, envelope))
            if ok:
                held, made = envelope["answer"]["letter"], made + (not site)
    return out


# Claims and forms


def claim_vectors():
    return [vector(*case) for case in claim_cases.claim_cases()]


def check_vectors():
    return [vector(*case) for case in claim_check_cases.cases()]


def form_vectors():
    return [vector(*case) for case in claim_cases.form_cases()]


FILES = {
    "allocation/oracle-apportion.json": apportionments,
    "allocation/oracle-cascade.json": cascades,
    "allocation/oracle-policy.json": lambda: policy_cases.cases(vector),
    "allocation/oracle-compare.json": lambda: simulation_cases.comparisons(vector),
    "allocation/oracle-what-if.json": lambda: simulation_cases.what_ifs(vector),
    "allocation/oracle-simulate.json": lambda: simulation_cases.simulations(vector),
    "allocation/oracle-paradox.json": lambda: simulation_cases.paradoxes(vector),
    "allocation/oracle-verify.json": verifications,
    "needle/oracle-fill.json": needle_fills,
    "code/oracle-codes.json": code_cases,
    "calendar/oracle-cycles.json": calendars,
    "plan/oracle-plans.json": plans,
    "claims/sheets-oracle.json": claim_sheets,
    "application/oracle-applications.json": applications,
    "access/oracle-access.json": access_cases,
    "claims/oracle-support.json": support_cases,
    "facility/oracle-facilities.json": facilities,
    "contract/oracle-letters.json": letters,
    "claims/oracle-claims.json": claim_vectors,
    "claims/oracle-check.json": check_vectors,
    "form/oracle-form.json": form_vectors,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    check = parser.parse_args().check
    differ = []
    for name, make in FILES.items():
        path, text = ROOT / name, layout.vectors(make())
        if check:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                differ.append(name)
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if differ:
        print("these differ from what the oracle says; run make.py and look at the change:", *differ, sep="\n  ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
