"""Apportionment of a real supply over the real populations, against a library of other authors.

Without floors and caps, since that library has none. The populations are the project's own table
(住民基本台帳, 2021-01-01), the supply is that of cycle 5 of 2021.
"""

import csv
from pathlib import Path

import pytest
import vsys
from apportionment import methods  # type: ignore[import-untyped]

TABLE = Path(__file__).parents[2] / "vsys-core" / "data" / "municipalities.csv"
SUPPLY = 16_000
NAMES = {
    "largest-remainder": "hamilton",
    "webster": "webster",
    "jefferson": "jefferson",
    "adams": "adams",
    "hill": "hill",
}


def populations() -> dict[str, int]:
    """The population from 12 years, times five, of the 1,741 municipalities."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = [row for row in csv.DictReader(lines) if row["kind"] != "ward"]
    people = {
        row["code"]: 5 * (int(row["age_15_64"]) + int(row["age_65_plus"])) + 3 * int(row["age_10_14"]) for row in rows
    }
    assert len(people) == 1_741
    return people


@pytest.mark.parametrize("method", NAMES)
def test_the_same_boxes_as_an_independent_library(method: str) -> None:
    people = populations()
    recipients = [{"id": code, "weight": weight} for code, weight in people.items()]
    request = {"supply": SUPPLY, "recipients": recipients, "method": method}
    answer = vsys.run("allocation.apportion", request).answer
    assert "tie" not in answer, "the other library breaks ties by another rule"
    # Exact fractions where the library offers them: its floats lose remainders.
    exact = method == "largest-remainder"
    expected = methods.compute(NAMES[method], list(people.values()), SUPPLY, fractions=exact, parties=list(people))
    assert [row["amount"] for row in answer["amounts"]] == [int(boxes) for boxes in expected]
