"""Shares whole units in exact fractions: largest remainder on the water-filled share, and the four
divisor methods one unit at a time. Slow and plain on purpose; nothing here comes from the library.

Source: ruling proposal-method (spec/rulings.md).
"""

from fractions import Fraction

METHODS = ("largest-remainder", "webster", "jefferson", "adams", "hill")
INFINITE = None  # the priority of a unit that everybody is owed


class Refused(Exception):
    """The group cannot be served."""

    def __init__(self, code, **details):
        super().__init__(code)
        self.code, self.details = code, details


class Recipient:
    """An id, a weight, a floor and a cap (None = unlimited)."""

    def __init__(self, id, weight, floor=0, cap=None):
        self.id, self.weight, self.floor, self.cap = id, weight, floor, cap

    def most(self, supply):
        if self.weight == 0:
            return self.floor
        return max(self.floor, supply) if self.cap is None else self.cap

    def owed(self):
        """The unit that Adams and Hill owe to whoever has a weight and room for it."""
        return 0 if self.weight == 0 else 1 if self.cap is None else min(1, self.cap)


class Result:
    """Amounts by id, what is left over, the tie, and what an explanation of each amount says."""

    def __init__(self, amounts, left_over, tie, figures):
        self.amounts, self.left_over, self.tie, self.figures = amounts, left_over, tie, figures


def apportion(supply, recipients, method="largest-remainder", first_units="refuse"):
    floors = sum(r.floor for r in recipients)
    if floors > supply:
        raise Refused("allocation.floors.above_supply", floors=floors, supply=supply)
    if supply > 0 and floors == 0 and all(r.weight == 0 for r in recipients):
        raise Refused("allocation.weights.none", supply=supply)
    if method in ("adams", "hill") and first_units == "refuse":
        needed = sum(max(r.floor, r.owed()) for r in recipients)
        if needed > supply:
            raise Refused("allocation.supply.first_units", needed=needed, supply=supply)
    total = min(supply, sum(r.most(supply) for r in recipients))
    share = _largest_remainder if method == "largest-remainder" else _divisor
    amounts, tie, figures = share(supply, total, recipients, method)
    weights = sum(r.weight for r in recipients)
    for r in recipients:
        figures.setdefault(r.id, {})
        if weights:
            figures[r.id]["quota"] = Fraction(supply * r.weight, weights)
    return Result(amounts, supply - sum(amounts.values()), tie, figures)


def water_filled(total, recipients, supply):
    """The shares clamp(level · weight, floor, cap) that add up to the total."""

    def at(level):
        return {r.id: min(max(level * r.weight, r.floor), r.most(supply)) for r in recipients}

    levels = sorted(
        {Fraction(bound, r.weight) for r in recipients if r.weight for bound in (r.floor, r.most(supply))} | {Fraction(0)}
    )
    lower = Fraction(0)
    for upper in levels:
        low, high = sum(at(lower).values()), sum(at(upper).values())
        if high >= total:
            # Between two levels the sum is a straight line.
            level = upper if high == low else lower + (upper - lower) * Fraction(total - low, high - low)
            return at(level)
        lower = upper
    return at(lower)


def _largest_remainder(supply, total, recipients, _method):
    shares = {id: Fraction(share) for id, share in water_filled(total, recipients, supply).items()}
    assert sum(shares.values()) == total, (shares, total)
    amounts = {id: share.numerator // share.denominator for id, share in shares.items()}
    claims = [(shares[r.id] - amounts[r.id], r) for r in recipients if shares[r.id] != amounts[r.id]]
    claims.sort(key=lambda claim: (-claim[0], -claim[1].weight, claim[1].id.encode()))
    units = total - sum(amounts.values())
    for _, r in claims[:units]:
        amounts[r.id] += 1
    figures = {
        r.id: {"share": shares[r.id], "remainders": len(claims), "rounded_up": units} for r in recipients
    }
    for rank, (_, r) in enumerate(claims, 1):
        figures[r.id]["rank"] = rank
    return amounts, _tie(claims, units), figures


def _tie(order, units):
    """`order` = (claim, recipient), best first; the first `units` are served. The tied set, if the cut passes through it."""
    if not 0 < units < len(order) or order[units - 1][0] != order[units][0]:
        return None
    at_cut = order[units][0]
    tied = [r for claim, r in order if claim == at_cut]
    return {
        "tied": sorted((r.id for r in tied), key=str.encode),
        "units": sum(1 for claim, _ in order[:units] if claim == at_cut),
        "decided": "larger-weight" if order[units - 1][1].weight > order[units][1].weight else "smaller-code",
    }


def priority(weight, units, method):
    """The claim of a recipient that has `units` to one more; of Hill the square."""
    if method == "webster":
        return Fraction(weight, 2 * units + 1)
    if method == "jefferson":
        return Fraction(weight, units + 1)
    if units == 0:
        return INFINITE
    if method == "adams":
        return Fraction(weight, units)
    return Fraction(weight * weight, units * (units + 1))


def _divisor(supply, total, recipients, method):
    amounts = {r.id: r.floor for r in recipients}

    def wanting():
        """Everybody below his cap with his claim, best first."""
        open_ = [(priority(r.weight, amounts[r.id], method), r) for r in recipients
                 if r.weight > 0 and amounts[r.id] < r.most(supply)]
        key = lambda claim: (claim[0] is not INFINITE, -claim[0] if claim[0] is not INFINITE else 0,
                             -claim[1].weight, claim[1].id.encode())
        return sorted(open_, key=key)

    given = []
    for _ in range(total - sum(amounts.values())):
        claim, r = wanting()[0]
        amounts[r.id] += 1
        given.append((claim, r))
    # The order of all units around the cut: those given, then the next of everybody.
    tie = _tie(given + wanting(), len(given))
    figures = {}
    for r in recipients:
        figures[r.id] = {}
        if r.weight and amounts[r.id] > r.floor:
            last = priority(r.weight, amounts[r.id] - 1, method)
            if last is not INFINITE:
                figures[r.id]["last_priority"] = last
        # Whoever holds the whole supply has no next unit to wait for.
        if r.weight and amounts[r.id] < min(r.most(supply), supply):
            following = priority(r.weight, amounts[r.id], method)
            if following is not INFINITE:
                figures[r.id]["next_priority"] = following
    return amounts, tie, figures
