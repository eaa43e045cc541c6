"""Needle boxes for vaccine boxes. Source: NDL-1 to NDL-6; rulings needle-allocation, needle-autofill."""

from fractions import Fraction

PIECES = 100


def ceil(value):
    return -(-value.numerator // value.denominator)


def allocation(doses, rounding="ceil"):
    exact = Fraction(doses, PIECES)
    return ceil(exact) if rounding == "ceil" else (exact + Fraction(1, 2)) // 1


def plan(doses, vials, policy):
    """The boxes that the plan screen fills in."""
    name = policy["name"]
    if name == "exact":
        return ceil(Fraction(doses, PIECES))
    if name == "strictly-more":
        return 0 if doses == 0 else doses // PIECES + 1
    if name == "reserve":
        return ceil(doses * (1 + Fraction(policy["rate"])) / PIECES)
    if name == "per-vial":
        return ceil(Fraction(vials * policy["pieces_per_vial"], PIECES))
    raise ValueError(name)
