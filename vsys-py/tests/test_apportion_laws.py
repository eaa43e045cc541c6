"""Apportionment against an implementation of its own: exact fractions, one unit after the other.

Written from the rule (ALC-3 with the ruling on the method), not from the engine: largest remainders round the
level at which clamp(level × weight, floor, cap) adds up to the supply; divisor methods give each unit to the
highest claim, weight / d(units so far), that a cap still lets in. Equal claims go by larger weight, then by
smaller id as bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import pytest
import vsys
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

METHODS = ["largest-remainder", "webster", "jefferson", "adams", "hill"]
MOST = 2**53 - 1


@dataclass(frozen=True)
class Recipient:
    id: str
    weight: int
    floor: int
    cap: int | None

    def request(self) -> dict[str, object]:
        members: dict[str, object] = {"id": self.id, "weight": self.weight, "floor": self.floor}
        return members if self.cap is None else members | {"cap": self.cap}


@dataclass(frozen=True)
class Expected:
    amounts: dict[str, int]
    #: The equal claims at the end of the supply, and how many units went among them.
    tied: set[str]
    units: int


def expected(recipients: list[Recipient], supply: int, method: str) -> Expected:
    # A weight of zero gets its floor and nothing more.
    caps = {one.id: one.floor if one.weight == 0 else one.cap for one in recipients}
    room = sum(supply if cap is None else cap for cap in caps.values())
    target = min(supply, room)
    by_level = method == "largest-remainder"
    return _remainders(recipients, caps, target) if by_level else _divisor(recipients, caps, target, method)


def _remainders(recipients: list[Recipient], caps: dict[str, int | None], target: int) -> Expected:
    level = _level(recipients, caps, target)
    shares = {one.id: _clamp(level, one, caps[one.id]) for one in recipients}
    amounts = {id: share.numerator // share.denominator for id, share in shares.items()}
    claims = [(shares[one.id] - amounts[one.id], one) for one in recipients if shares[one.id] > amounts[one.id]]
    claims.sort(key=lambda claim: (-claim[0], -claim[1].weight, claim[1].id.encode()))
    rest = target - sum(amounts.values())
    for _, one in claims[:rest]:
        amounts[one.id] += 1
    return _cut([(claim, one.id) for claim, one in claims[:rest]], [(claim, one.id) for claim, one in claims[rest:]], amounts)


def _clamp(level: Fraction, one: Recipient, cap: int | None) -> Fraction:
    share = max(level * one.weight, Fraction(one.floor))
    return share if cap is None else min(share, Fraction(cap))


def _level(recipients: list[Recipient], caps: dict[str, int | None], target: int) -> Fraction:
    """Walks from bound to bound; between two of them the sum is a straight line."""

    def total(level: Fraction) -> Fraction:
        return sum((_clamp(level, one, caps[one.id]) for one in recipients), Fraction(0))

    heavy = [one for one in recipients if one.weight > 0]
    bounds = {Fraction(one.floor, one.weight) for one in heavy}
    bounds |= {Fraction(cap, one.weight) for one in heavy if (cap := caps[one.id]) is not None}
    below = Fraction(0)
    for bound in sorted(bounds):
        if total(bound) >= target:
            break
        below = bound
    else:
        bound = below + 1
    rise = (total(bound) - total(below)) / (bound - below) if bound > below else Fraction(0)
    return below + (target - total(below)) / rise if rise else bound


def _divisor(recipients: list[Recipient], caps: dict[str, int | None], target: int, method: str) -> Expected:
    def claim(one: Recipient, units: int) -> tuple[int, Fraction]:
        """The claim to the unit after ``units``; without a divisor it stands above all others."""
        divisor = {"webster": 2 * units + 1, "jefferson": units + 1, "adams": units, "hill": units * (units + 1)}[method]
        weight = one.weight**2 if method == "hill" else one.weight
        return (0, Fraction(weight, divisor)) if divisor else (1, Fraction(0))

    amounts = {one.id: one.floor for one in recipients}
    won: list[tuple[tuple[int, Fraction], str]] = []

    def waiting() -> list[Recipient]:
        return [one for one in recipients if one.weight > 0 and _below(amounts[one.id], caps[one.id])]

    for _ in range(target - sum(amounts.values())):
        ranked = sorted(waiting(), key=lambda one: (claim(one, amounts[one.id]), one.weight), reverse=True)
        highest = claim(ranked[0], amounts[ranked[0].id]), ranked[0].weight
        equal = [one for one in ranked if (claim(one, amounts[one.id]), one.weight) == highest]
        first = min(equal, key=lambda one: one.id.encode())
        won.append((highest[0], first.id))
        amounts[first.id] += 1
    return _cut(won, [(claim(one, amounts[one.id]), one.id) for one in waiting()], amounts)


def _below(amount: int, cap: int | None) -> bool:
    return cap is None or amount < cap


def _cut(won: Sequence[tuple[object, str]], lost: Sequence[tuple[object, str]], amounts: dict[str, int]) -> Expected:
    """Who has the claim of the last winner, when a loser has it too."""
    last = won[-1][0] if won else None
    losers = {id for claim, id in lost if won and claim == last}
    winners = {id for claim, id in won if claim == last}
    return Expected(amounts, winners | losers, len(winners)) if losers else Expected(amounts, set(), 0)


@some.composite
def groups(draw: some.DrawFn) -> tuple[list[Recipient], int]:
    """Small weights, so that ties abound, or any; floors and caps on some; a supply that is near them."""
    weights = draw(some.sampled_from([some.integers(0, 6), some.integers(0, 1_000), some.integers(0, MOST)]))
    ids = draw(some.lists(some.text("aＡ0z", min_size=1, max_size=4), unique=True, min_size=1, max_size=9))
    recipients: list[Recipient] = []
    for id in ids:
        floor = draw(some.one_of(some.just(0), some.integers(0, 5)))
        cap = draw(some.one_of(some.none(), some.integers(floor, floor + 8)))
        recipients.append(Recipient(id, draw(weights), floor, cap))
    floors = sum(one.floor for one in recipients)
    return recipients, floors + draw(some.integers(0, 40))


def run(recipients: list[Recipient], supply: int, method: str, **more: str) -> vsys.Answer[dict[str, object]]:
    request = {"supply": supply, "recipients": [one.request() for one in recipients], "method": method}
    return vsys.run("allocation.apportion", {**request, "first_units": "by-weight", **more})


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(group=groups())
def test_the_same_as_one_unit_after_the_other(method: str, group: tuple[list[Recipient], int]) -> None:
    recipients, supply = group
    nobody = all(one.weight == 0 and one.floor == 0 for one in recipients)
    if nobody and supply > 0:
        with pytest.raises(vsys.VsysError) as caught:
            run(recipients, supply, method)
        assert caught.value.code == "allocation.weights.none"
        return
    wanted = expected(recipients, supply, method)
    answer = run(recipients, supply, method).answer
    assert {row["id"]: row["amount"] for row in answer["amounts"]} == wanted.amounts  # type: ignore[attr-defined]
    assert answer["left_over"] == supply - sum(wanted.amounts.values())
    tie = answer.get("tie")
    told = (set(tie["tied"]), tie["units"]) if tie else (set(), 0)  # type: ignore[index]
    assert told == (wanted.tied, wanted.units)


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(weights=some.lists(some.integers(1, 3), min_size=2, max_size=7), supply=some.integers(0, 15))
def test_a_tie_that_nobody_is_to_decide_is_refused(method: str, weights: list[int], supply: int) -> None:
    recipients = [Recipient(f"r{number}", weight, 0, None) for number, weight in enumerate(weights)]
    wanted = expected(recipients, supply, method)
    if not wanted.tied:
        amounts = run(recipients, supply, method, ties="report").answer["amounts"]
        assert {row["id"]: row["amount"] for row in amounts} == wanted.amounts  # type: ignore[attr-defined]
        return
    with pytest.raises(vsys.VsysError) as caught:
        run(recipients, supply, method, ties="report")
    assert caught.value.code == "allocation.tie.undecided"
    assert set(caught.value.details["tied"]) == wanted.tied
    assert caught.value.details["units"] == wanted.units


@settings(max_examples=60, deadline=None, derandomize=True)
@given(group=groups(), data=some.data())
def test_the_order_of_the_request_changes_nothing(group: tuple[list[Recipient], int], data: some.DataObject) -> None:
    recipients, supply = group
    if all(one.weight == 0 for one in recipients):
        return
    method = data.draw(some.sampled_from(METHODS))
    shuffled = data.draw(some.permutations(recipients))
    one, other = (run(list(rows), supply, method).answer["amounts"] for rows in (recipients, shuffled))
    key = {row["id"]: row["amount"] for row in one}  # type: ignore[attr-defined]
    assert key == {row["id"]: row["amount"] for row in other}  # type: ignore[attr-defined]
