"""Draws formulas and figures for the vectors of `allocation.policy`."""

import random

from policy import evaluate

SOURCE = "F-POLICY, formulas of 2021 by cycle; ruling proposal-method; vectors/oracle/policy.py"
NAMES = ["13", "14", "27", "01", "40", "甲", "乙", "a", "Z", "b-2", "b-10", "B"]


def column(rng, name, count, least, most):
    return {"name": name, "values": [rng.randrange(least, most) for _ in range(count)]}


def people(rng, count):
    return rng.sample(NAMES, count)


def cases(vector):
    rng, out = random.Random(21), []

    def add(name, **request):
        request = {"policy": {"layers": request.pop("layers")}, **request}
        answer = evaluate(request)
        warnings = [{"code": "allocation.supply.left_over", "path": "/supply", "severity": "warning"}] if answer.get("left") else []
        out.append(vector(f"ORACLE-POLICY/{len(out) + 1:03}-{name}", SOURCE, "allocation.policy", request, True,
                          {"answer": answer, "findings": warnings}))

    for _ in range(4):
        ids = people(rng, rng.randrange(4, 9))
        large = rng.sample(ids, 2)
        add("fixed-but-double-for-some", ids=ids, supply=120, layers=[
            {"name": "each", "kind": "fixed", "amount": str(rng.randrange(1, 5)), "except": large},
            {"name": "largest", "kind": "fixed", "amount": str(rng.randrange(5, 10)), "only": large}])
    for method in ("largest-remainder", "webster", "jefferson", "adams", "hill"):
        for kind in ("equal", "proportional"):
            count = rng.randrange(3, 8)
            layer = {"name": "basic", "kind": kind, "method": method, "budget": rng.randrange(20, 60)}
            if kind == "proportional":
                layer["by"] = "5*adults + 3*children"
            add(f"{kind}-{method}", ids=people(rng, count), supply=70, layers=[layer],
                columns=[column(rng, "adults", count, 1, 90), column(rng, "children", count, 0, 30)])
    for _ in range(3):
        count = rng.randrange(3, 8)
        add("proportional-with-bounds", ids=people(rng, count), supply=80,
            layers=[{"name": "basic", "kind": "proportional", "by": "1/2*people - away", "floor": "1/3*least", "cap": "3/2*most", "budget": 40}],
            columns=[column(rng, "people", count, 20, 90), column(rng, "away", count, 0, 30), column(rng, "least", count, 0, 8),
                     column(rng, "most", count, 8, 20)])
    for rounding in (None, "floor", None, "floor"):
        count = rng.randrange(3, 9)
        layer = {"name": "requests", "kind": "pro-rata", "amount": "request", **({"rounding": rounding} if rounding else {})}
        columns = [column(rng, "request", count, 0, 60)]
        add(f"pro-rata-{rounding or 'method'}", ids=people(rng, count), supply=sum(columns[0]["values"]) * rng.randrange(5, 10) // 10, layers=[layer], columns=columns)
    add("pro-rata-more-than-asked-for", ids=["13", "14"], supply=100, layers=[{"name": "requests", "kind": "pro-rata", "amount": "request"}],
        columns=[{"name": "request", "values": [30, 20]}])
    for _ in range(4):
        ids = people(rng, rng.randrange(5, 10))
        best = rng.sample(ids, 2)
        columns = [column(rng, "request", len(ids), 5, 60)]
        add("some-in-full-the-rest-pro-rata", ids=ids, supply=sum(columns[0]["values"]) * 9 // 10, columns=columns, layers=[
            {"name": "in_full", "kind": "grant", "amount": "request", "only": best},
            {"name": "requests", "kind": "pro-rata", "amount": "request", "except": best}])
    for order in ("ascending", "descending"):
        for last in ("part", "nothing"):
            for most in (None, 3):
                count = rng.randrange(5, 10)
                layer = {"name": "low_stock", "kind": "fill", "amount": "min(weekly_use, request - basic)", "rate": "delivered - used",
                         "per": "2*people", "order": order, "last": last, "budget": rng.randrange(15, 40), **({"most": most} if most else {})}
                add(f"fill-{order}-{last}", ids=people(rng, count), supply=200, columns=[
                    column(rng, "people", count, 0, 9), column(rng, "request", count, 5, 40), column(rng, "weekly_use", count, 1, 20),
                    column(rng, "delivered", count, 20, 24), column(rng, "used", count, 18, 24)], layers=[
                    {"name": "basic", "kind": "proportional", "by": "people", "budget": 50}, layer])
    for keep, rounding in (("9/10", "ceil"), ("9/10", "half-up"), ("2/3", "floor")):
        count = rng.randrange(4, 9)
        add(f"cut-{rounding}", ids=people(rng, count), supply=300, columns=[
            column(rng, "people", count, 10, 90), column(rng, "stock", count, 0, 60), column(rng, "weekly_use", count, 1, 8)], layers=[
            {"name": "basic", "kind": "proportional", "by": "people", "budget": 250},
            {"name": "over_stock", "kind": "cut", "of": "basic", "stock": "stock", "above": "6*weekly_use", "keep": keep, "rounding": rounding},
            {"name": "adjust", "kind": "proportional", "by": "over_stock + 1"}])
    for rounding in ("ceil", "floor", "half-up"):
        count = rng.randrange(3, 8)
        add(f"shortfall-{rounding}", ids=people(rng, count), supply=400, columns=[
            column(rng, "weekly_use", count, 1_000, 20_000), column(rng, "stock", count, 0, 30_000)], layers=[
            {"name": "adjust", "kind": "shortfall", "target": "2*weekly_use", "stock": "stock", "share": "1/2", "rounding": rounding, "unit": 1_170}])
        add(f"coverage-{rounding}", ids=people(rng, count), columns=[
            column(rng, "population_12", count, 5_000, 90_000), column(rng, "pfizer", count, 0, 60_000), column(rng, "moderna", count, 0, 20_000)], layers=[
            {"name": "need", "kind": "coverage", "target": "8/5*population_12", "stock": "pfizer + moderna", "share": "1/3", "rounding": rounding, "unit": 1_170}])
    for _ in range(3):
        count = rng.randrange(4, 9)
        add("three-frames", ids=people(rng, count), supply=110, columns=[
            column(rng, "people", count, 10, 90), column(rng, "request", count, 5, 60), column(rng, "used", count, 1, 9), column(rng, "delivered", count, 9, 12)], layers=[
            {"name": "basic", "kind": "proportional", "by": "people", "budget": 80, "cap": "request"},
            {"name": "by_request", "kind": "pro-rata", "amount": "request - given", "budget": 20},
            {"name": "by_use", "kind": "fill", "amount": "request - given", "rate": "used", "per": "delivered", "order": "descending", "last": "part"}])
    return out
