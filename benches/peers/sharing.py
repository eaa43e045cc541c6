"""Apportionment as an able user of NumPy writes it: exact in int64, no loop over recipients in Python.

Ties go as the rule has it: by larger weight, then by the earlier row.
"""

from __future__ import annotations

from typing import Any

import numpy as np

Numbers = Any


def level(weight: Numbers, floor: Numbers, cap: Numbers, supply: int) -> tuple[int, int, Numbers, Numbers]:
    """What the free share, their weights together, who stands at the floor and who at the cap.

    Newton's method on floats inside a bracket, each step proved in integers.
    """
    low, high = 0.0, float(np.max(cap / np.maximum(weight, 1)))
    at = supply / float(weight.sum())
    while True:
        share = at * weight
        at_floor = share <= floor
        at_cap = (share >= cap) & ~at_floor
        free = ~(at_floor | at_cap)
        weights = int(weight[free].sum())
        rest = supply - int(floor[at_floor].sum()) - int(cap[at_cap].sum())
        better = -1.0
        if weights > 0:
            exact = rest * weight
            exact_floor = exact <= floor * weights
            exact_cap = (exact >= cap * weights) & ~exact_floor
            # Somebody exactly at a bound is beside it in floats: where the bracket is empty, the integers decide.
            same = np.array_equal(exact_floor, at_floor) and np.array_equal(exact_cap, at_cap)
            if same or at in (low, high):
                return rest, weights, exact_floor, exact_cap
            better = rest / weights
        elif rest == 0:
            return 0, 1, at_floor, at_cap
        if float(np.clip(share, floor, cap).sum()) < supply:
            low = at
        else:
            high = at
        at = better if low < better < high else (low + high) / 2


def round_up(amounts: Numbers, rows: Numbers, remainder: Numbers, weight: Numbers, units: int) -> None:
    """One unit more to the largest remainders."""
    if not units:
        return
    cut = np.partition(remainder, len(remainder) - units)[len(remainder) - units]
    above = remainder > cut
    amounts[rows[above]] += 1
    tied = rows[remainder == cut]
    tied = tied[np.lexsort((tied, -weight[tied]))]
    amounts[tied[: units - int(above.sum())]] += 1


def hamilton(weight: Numbers, floor: Numbers, cap: Numbers, supply: int) -> Numbers:
    """Largest remainder within bounds."""
    if supply == floor.sum():
        return floor
    if supply == cap.sum():
        return cap
    rest, weights, at_floor, at_cap = level(weight, floor, cap, supply)
    amounts: Numbers = np.where(at_floor, floor, cap)
    rows: Numbers = np.nonzero(~(at_floor | at_cap))[0]
    shares = rest * weight[rows]
    whole, remainder = shares // weights, shares % weights
    amounts[rows] = whole
    round_up(amounts, rows, remainder, weight, rest - int(whole.sum()))
    return amounts


def hamilton_unbounded(weight: Numbers, supply: int) -> Numbers:
    """Largest remainder without bounds."""
    weights = int(weight.sum())
    shares = weight * supply
    amounts, remainder = shares // weights, shares % weights
    round_up(amounts, np.arange(len(weight)), remainder, weight, supply - int(amounts.sum()))
    return amounts


def webster(weight: Numbers, floor: Numbers, cap: Numbers, supply: int) -> Numbers:
    """Webster within bounds by float priorities, which are exact up to 2^-52: what an able user writes.

    Shares rounded at the level first, then the units that are missing or too many.
    """
    rest, weights, _, _ = level(weight, floor, cap, supply)
    heavy = weight.astype(np.float64)
    amounts = np.clip(np.floor(heavy * (rest / weights) + 0.5).astype(np.int64), floor, cap)
    while True:
        missing = supply - int(amounts.sum())
        if missing == 0:
            return amounts
        if missing > 0:
            priority = np.where(amounts < cap, heavy / (2 * amounts + 1), -1.0)
            best = np.argpartition(-priority, missing - 1)[:missing]
            best = best[priority[best] > 0]
            # Whoever could take a second unit before the last of these is left for the next round.
            once = best[heavy[best] / (2 * amounts[best] + 3) <= priority[best].min()]
            amounts[once if len(once) else best[:1]] += 1
        else:
            priority = np.where(amounts > floor, heavy / (2 * amounts - 1), np.inf)
            worst = np.argpartition(priority, -missing - 1)[:-missing]
            amounts[worst[np.isfinite(priority[worst])]] -= 1
