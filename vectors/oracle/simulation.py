"""How fair an allocation is, and the smallest change for one unit more, found by trying every value in turn.
Slow and plain on purpose; nothing here comes from the library.

Source: rulings proposal-method; ALC-3.
"""

from fractions import Fraction

from apportion import Recipient, Refused, apportion


def text(value):
    value = Fraction(value)
    return f"{value.numerator}/{value.denominator}"


def fairness(amounts, people, ids, doses):
    """As the answers tell it; lists by row."""
    given, everybody = sum(amounts), sum(people)
    rows = [(amount, count, id) for amount, count, id in zip(amounts, people, ids) if count]
    answer = {"above_quota": 0, "below_quota": 0, "with_nothing": sum(1 for amount, _, _ in rows if amount == 0)}
    if not rows:
        return answer
    furthest = None
    for amount, count, id in rows:
        quota = Fraction(given * count, everybody)
        answer["below_quota"] += amount < quota.numerator // quota.denominator
        answer["above_quota"] += amount > -(-quota.numerator // quota.denominator)
        distance = abs(amount - quota)
        if furthest is None or distance > furthest[0]:
            furthest = (distance, amount, id, quota)
    distance, amount, id, quota = furthest
    answer["largest_deviation"] = {"amount": amount, "distance": text(distance), "id": id, "quota": text(quota)}
    rates = sorted(Fraction(amount * doses, count) for amount, count, _ in rows)
    answer["per_person"] = {"least": text(rates[0]), "median": text(rates[(len(rates) - 1) // 2]), "most": text(rates[-1])}
    return answer


def share(request, supply=None, weights=None):
    """Amounts in the order of the request."""
    rows = request["recipients"]
    weights = weights or [row["weight"] for row in rows]
    recipients = [Recipient(row["id"], weight, row.get("floor", 0), row.get("cap")) for row, weight in zip(rows, weights)]
    result = apportion(request["supply"] if supply is None else supply, recipients,
                       request.get("method", "largest-remainder"), request.get("first_units", "refuse"))
    return [result.amounts[row["id"]] for row in rows]


def what_if(request, most):
    """The answer, trying one value after the other up to `most` above now; None when none of them does it."""
    rows = request["recipients"]
    row = next(index for index, each in enumerate(rows) if each["id"] == request["id"])
    now_amounts = share(request)
    now = request["supply"] if request["lever"] == "supply" else rows[row]["weight"]

    def at(value):
        if request["lever"] == "supply":
            return share(request, supply=value)
        return share(request, weights=[value if index == row else each["weight"] for index, each in enumerate(rows)])

    def side(value, amounts):
        return {"value": value, "amount": amounts[row], "amounts": [{"id": each["id"], "amount": amount} for each, amount in zip(rows, amounts)]}

    before = now_amounts
    for value in range(now + 1, now + most + 1):
        after = at(value)
        if after[row] > now_amounts[row]:
            return {"id": request["id"], "lever": request["lever"], "method": request.get("method", "largest-remainder"),
                    "now": now, "amount": now_amounts[row], "increase": value - now,
                    "before": side(value - 1, before), "after": side(value, after)}
        before = after
    return None


def drawn(seed, place):
    """The numbers of splitmix64 for a seed and a place; `next(bound)` draws one below a bound."""
    mask, golden = (1 << 64) - 1, 0x9E3779B97F4A7C15
    state = seed ^ (place * golden & mask)

    def step():
        nonlocal state
        state = (state + golden) & mask
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & mask
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & mask
        return mixed ^ (mixed >> 31)

    step()
    return lambda bound: step() * bound >> 64


def shaken(weights, seed, thousandths):
    """Weights multiplied by a factor drawn for seed and row, rounded down, at least 1."""
    out = []
    for row, weight in enumerate(weights):
        factor = 1000 - thousandths + drawn(seed, row)(2 * thousandths + 1)
        out.append(max(weight * factor // 1000, min(weight, 1)))
    return out


def paradox(request):
    """Draws until one shows the paradox, or the tries are used."""
    for draw in range(1, request["tries"] + 1):
        below = drawn(request["seed"], draw)
        weights = [1 + below(request["most_weight"]) for _ in range(request["recipients"])]
        supply = 1 + below(request["most_supply"])
        later, more = weights, supply + 1
        if request["kind"] == "population":
            later, more = [weight + below(min(request["most_weight"], weight) + 1) for weight in weights], supply
        ids = [chr(ord("A") + row) for row in range(len(weights))]

        def amounts(supply, weights):
            return share({"supply": supply, "method": request["method"],
                          "recipients": [{"id": id, "weight": weight} for id, weight in zip(ids, weights)]})

        try:
            one, other = amounts(supply, weights), amounts(more, later)
        except Refused:
            continue
        losers = [row for row in range(len(ids)) if other[row] < one[row]]
        gainers = [row for row in range(len(ids)) if other[row] > one[row]]
        pairs = [(loser, gainer) for loser in losers for gainer in gainers
                 if request["kind"] == "house" or later[loser] * weights[gainer] > later[gainer] * weights[loser]]
        if pairs:
            def side(supply, weights, amounts):
                return {"supply": supply, "recipients": [{"id": id, "weight": weight, "amount": amount}
                                                         for id, weight, amount in zip(ids, weights, amounts)]}

            loser, gainer = pairs[0]
            return {"found": True, "tries": draw, "loser": ids[loser], "gainer": ids[gainer],
                    "before": side(supply, weights, one), "after": side(more, later, other)}
    return {"found": False, "tries": request["tries"]}


__all__ = ["Refused", "fairness", "paradox", "shaken", "share", "what_if"]
