"""Draws requests for the vectors of `allocation.compare`, `allocation.what_if` and `allocation.simulate`."""

import random

from apportion import METHODS, Refused
from policy import evaluate
from simulation import fairness, paradox, shaken, share, what_if

SOURCE = "ruling proposal-method; ALC-3; vectors/oracle/simulation.py and policy.py"
NAMES = ["13", "14", "27", "01", "40", "甲", "乙", "a", "Z", "b-2", "b-10", "B"]


def people(rng, count):
    return rng.sample(NAMES, count)


def comparisons(vector):
    rng, out = random.Random(22), []

    def side(request, side):
        layers = side["policy"]["layers"] if "policy" in side else [
            {"name": "shared", "kind": "proportional", **side}]
        asked = {"ids": request["ids"], "columns": request["columns"], "supply": request["supply"], "policy": {"layers": layers}}
        return [row["amount"] for row in evaluate(asked)["amounts"]]

    def add(name, request):
        first, second = side(request, request["first"]), side(request, request["second"])
        count = next(column["values"] for column in request["columns"] if column["name"] == request["people"])
        differences = [b - a for a, b in zip(first, second)]
        answer = {
            "rows": [{"id": id, "first": a, "second": b, "difference": b - a} for id, a, b in zip(request["ids"], first, second)],
            "gainers": sum(1 for d in differences if d > 0), "losers": sum(1 for d in differences if d < 0),
            "gained": sum(d for d in differences if d > 0), "lost": -sum(d for d in differences if d < 0),
            "first": fairness(first, count, request["ids"], request.get("doses_per_unit", 1)),
            "second": fairness(second, count, request["ids"], request.get("doses_per_unit", 1)),
        }
        out.append(vector(f"ORACLE-COMPARE/{len(out) + 1:02}-{name}", SOURCE, "allocation.compare", request, True, {"answer": answer}))

    def base(count, supply):
        return {"ids": people(rng, count), "supply": supply, "people": "people", "doses_per_unit": 1_170,
                "columns": [{"name": "people", "values": [rng.randrange(0, 900) for _ in range(count - 1)] + [400]},
                            {"name": "request", "values": [rng.randrange(1, 30) for _ in range(count)]}]}

    for one, other in zip(METHODS, METHODS[1:] + METHODS[:1]):
        request = base(rng.randrange(4, 9), rng.randrange(20, 70))
        request["first"], request["second"] = {"method": one, "by": "people"}, {"method": other, "by": "people + 9"}
        if "adams" in (one, other) or "hill" in (one, other):
            request["supply"] += 20
        add(f"{one}-{other}", request)
    for _ in range(4):
        request = base(rng.randrange(4, 9), rng.randrange(30, 60))
        request["first"] = {"method": "webster", "by": "people", "cap": "20", "floor": "1"}
        request["second"] = {"policy": {"layers": [
            {"name": "each", "kind": "fixed", "amount": "1"}, {"name": "requests", "kind": "pro-rata", "amount": "request"}]}}
        request["supply"] = min(request["supply"], sum(request["columns"][1]["values"]))
        add("method-and-formula", request)
    return out


def what_ifs(vector):
    rng, out = random.Random(23), []

    def recipients(bounded):
        rows = []
        for id in people(rng, rng.randrange(3, 8)):
            row = {"id": id, "weight": rng.randrange(1, 60)}
            if bounded and rng.randrange(3) == 0:
                row["floor"] = rng.randrange(0, 5)
            if bounded and rng.randrange(3) == 0:
                row["cap"] = row.get("floor", 0) + rng.randrange(3, 20)
            rows.append(row)
        return rows

    for method in METHODS:
        for lever in ("supply", "weight"):
            made = 0
            while made < 5:
                request = {"supply": rng.randrange(12, 60), "recipients": recipients(made > 1), "method": method, "lever": lever}
                request["id"] = rng.choice(request["recipients"])["id"]
                try:
                    answer = what_if(request, 400)
                except Refused:
                    continue
                if answer is None:
                    continue
                made += 1
                out.append(vector(f"ORACLE-WHAT-IF/{len(out) + 1:03}-{method}-{lever}", SOURCE, "allocation.what_if", request, True, {"answer": answer}))
    return out


def simulations(vector):
    rng, out = random.Random(24), []
    for turn in range(4):
        count = rng.randrange(4, 8)
        ids = people(rng, count)
        columns = [{"name": "people", "values": [rng.randrange(50, 900) for _ in range(count)]},
                   {"name": "capacity", "values": [rng.randrange(5, 30) for _ in range(count)]},
                   {"name": "least", "values": [rng.randrange(0, 3) for _ in range(count)]}]
        scenarios = []
        for _ in range(6):
            scenario = {"supply": rng.randrange(25, 70), "weights": rng.choice(["people", "capacity"]), "method": rng.choice(METHODS)}
            if rng.randrange(2):
                scenario["caps"] = "capacity"
            if rng.randrange(2):
                scenario["spread"] = {"seed": rng.randrange(1_000), "thousandths": rng.choice([50, 300, 1_000])}
            scenarios.append(scenario)
        request = {"ids": ids, "columns": columns, "people": "people", "floors": "least", "doses_per_unit": 975, "amounts": True,
                   "scenarios": scenarios, **({"threads": 2} if turn % 2 else {})}
        values = {column["name"]: column["values"] for column in columns}
        told = []
        for scenario in scenarios:
            weights = values[scenario["weights"]]
            if "spread" in scenario:
                weights = shaken(weights, **scenario["spread"])
            rows = [{"id": id, "weight": weight, "floor": floor, **({"cap": max(cap, 0)} if "caps" in scenario else {})}
                    for id, weight, floor, cap in zip(ids, weights, values["least"], values["capacity"])]
            amounts = share({"supply": scenario["supply"], "recipients": rows, "method": scenario["method"]})
            told.append({"amounts": amounts, "given": sum(amounts), "left_over": scenario["supply"] - sum(amounts),
                         "fairness": fairness(amounts, values["people"], ids, 975)})
        ranges = [{"id": id, "least": min(each["amounts"][row] for each in told), "most": max(each["amounts"][row] for each in told),
                   "nothing": sum(1 for each in told if each["amounts"][row] == 0)} for row, id in enumerate(ids)]
        out.append(vector(f"ORACLE-SIMULATE/{turn + 1}", SOURCE, "allocation.simulate", request, True,
                          {"answer": {"scenarios": told, "ranges": ranges}}))
    return out


def paradoxes(vector):
    out = []
    for kind in ("house", "population"):
        for method in METHODS:
            for seed, recipients in ((1, 3), (2, 5)):
                request = {"kind": kind, "method": method, "recipients": recipients, "most_weight": 30, "most_supply": 40,
                           "seed": seed, "tries": 2_000 if method == "largest-remainder" else 150}
                answer = paradox(request)
                # Divisor methods are free of both paradoxes: a theorem, and the oracle says the same.
                assert answer["found"] == (method == "largest-remainder"), request
                out.append(vector(f"ORACLE-PARADOX/{kind}-{method}-{seed}", SOURCE, "allocation.paradox", request, True, {"answer": answer}))
    return out
