"""Hierarchies in columns against apportionments one by one."""

from __future__ import annotations

from typing import Any

import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vsys
from vsys.tables import Tree, apportion


def amounts(table: Any) -> list[int]:
    listed: list[int] = table.to_dict()["amount"]
    return listed


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_level_is_an_apportionment(data: st.DataObject) -> None:
    sizes = [[data.draw(st.integers(1, 4))]]
    for _ in range(data.draw(st.integers(0, 2))):
        sizes.append([data.draw(st.integers(1, 4)) for _ in range(sum(sizes[-1]))])
    rows = sum(sizes[-1])
    weights = data.draw(st.lists(st.integers(1, 50), min_size=rows, max_size=rows))
    floors = data.draw(st.lists(st.integers(0, 5), min_size=rows, max_size=rows))
    caps = [floor + more for floor, more in zip(floors, data.draw(st.lists(st.integers(0, 30), min_size=rows, max_size=rows)))]
    supply = data.draw(st.integers(sum(floors), sum(caps) + 5))
    method: Any = data.draw(st.sampled_from(["largest-remainder", "webster", "jefferson"]))
    table = pa.table({"w": weights, "f": floors, "c": caps})
    shared = Tree(sizes).share(table, supply=supply, weight="w", floor="f", cap="c", method=method)

    # The same by hand: sums from below, then giver after giver.
    columns = [(weights, floors, caps)]
    for level in reversed(sizes[1:]):
        begins = [sum(level[:place]) for place in range(len(level) + 1)]
        columns.insert(0, tuple([sum(c[b:e]) for b, e in zip(begins, begins[1:])] for c in columns[0]))  # type: ignore[arg-type]
    given_here = [supply]
    for place, (level, (w, f, c)) in enumerate(zip(sizes, columns)):
        begins = [sum(level[:place]) for place in range(len(level) + 1)]
        below: list[int] = []
        for units, begin, end in zip(given_here, begins, begins[1:]):
            part = pa.table({"weight": w[begin:end], "floor": f[begin:end], "cap": c[begin:end]})
            below += amounts(apportion(part, supply=units, id=None, floor="floor", cap="cap", method=method).table)
        assert amounts(shared.levels[place]) == below
        given_here = below
    assert shared.left_over == supply - sum(given_here)
    assert shared.assumptions == []


SITES = pl.DataFrame({
    "prefecture": ["01", "01", "01", "13", "13"],
    "municipality": ["a", "a", "b", "a", "c"],
    "weight": [3, 1, 4, 2, 2],
    "twice": [6, 2, 8, 4, 4],
    "none": [0, 0, 0, 1, 0],
    "cap": pl.Series([None, 2, None, None, 0], dtype=pl.Int64),
})


def test_a_hierarchy_from_the_columns_of_givers() -> None:
    tree = Tree.of(SITES, ["prefecture", "municipality"])
    assert (tree.levels, tree.recipients, repr(tree)) == (3, 5, "Tree of 3 levels and 5 recipients")
    shared = tree.share(SITES, supply=12)
    assert [amounts(level) for level in shared.levels] == [[8, 4], [4, 4, 2, 2], [3, 1, 4, 2, 2]]
    assert shared.assumptions == ["assumption.proposal-method"]
    many = tree.scenarios(SITES, supply=12, weights=["weight", "twice", "none"], threads=2)
    assert many.table.to_dict() == {"weight": [3, 1, 4, 2, 2], "twice": [3, 1, 4, 2, 2], "none": [0, 0, 0, 12, 0]}
    assert many.left_over == [0, 0, 0]
    assert pl.DataFrame(many).columns == ["weight", "twice", "none"]
    capped = Tree.of(SITES, []).share(SITES, supply=20, weight="none", cap="cap")
    assert (amounts(capped.levels[0]), capped.left_over) == ([0, 0, 0, 20, 0], 0)


def test_what_is_wrong() -> None:
    apart = SITES.with_columns(pl.Series("municipality", ["a", "b", "a", "a", "c"]))
    bad = SITES.with_columns(pl.Series("weight", [1, -1, 2, 3, None], dtype=pl.Int64), pl.Series("low", [0, 3, 0, 0, 1]))
    tree = Tree([[5]])

    def told(run: Any) -> list[tuple[str, str]]:
        with pytest.raises(vsys.VsysError) as caught:
            run()
        return sorted((finding["code"], finding["path"]) for finding in caught.value.findings)

    def found(run: Any) -> set[tuple[str, str]]:
        return set(told(run))

    assert found(lambda: Tree.of(apart, ["prefecture", "municipality"])) == {("table.rows.apart", "/columns/municipality/2")}
    assert found(lambda: Tree.of(SITES, ["prefecture", "town"])) == {("table.column.missing", "/columns/town")}
    assert found(lambda: Tree([[2], [1]])) == {("allocation.column.length", "/levels/1")}
    assert found(lambda: Tree([])) == {("allocation.column.length", "/levels")}
    assert found(lambda: tree.share(bad, supply=-1, cap="limit")) == {
        ("request.number.out_of_range", "/supply"),
        ("table.cell.range", "/columns/weight/1"),
        ("table.cell.null", "/columns/weight/4"),
        ("table.column.missing", "/columns/limit"),
    }
    assert found(lambda: tree.share(bad, supply=9, weight="twice", floor="low", cap="cap")) == {
        ("allocation.floor.above_cap", "/columns/low/1"),
        ("allocation.floor.above_cap", "/columns/low/4"),
    }
    assert ("allocation.column.length", "/columns/weight") in found(lambda: Tree([[4]]).share(SITES, supply=1))
    # Bounds are told once, whatever the number of scenarios, and what is wrong with a scenario at its weights.
    assert told(lambda: tree.scenarios(bad, supply=9, weights=["twice", "none"], floor="low", cap="cap")) == [
        ("allocation.floor.above_cap", "/columns/low/1"),
        ("allocation.floor.above_cap", "/columns/low/4"),
    ]
    assert told(lambda: tree.scenarios(bad, supply=3, weights=["twice", "none"], floor="low")) == [
        ("allocation.floors.above_supply", "/supply"),
    ]
    idle = {f"idle{turn}": [0] * 5 for turn in range(70)}
    many = SITES.with_columns(*(pl.Series(name, column) for name, column in idle.items()))
    assert told(lambda: tree.scenarios(many, supply=9, weights=[*idle, "twice"])) == sorted(
        ("allocation.weights.none", f"/columns/{name}") for name in idle
    )
    assert told(lambda: tree.scenarios(many, supply=4, weights=["none", "twice"], method="adams")) == [
        ("allocation.supply.first_units", "/columns/twice"),
    ]
    assert told(lambda: tree.scenarios(SITES, supply=9, weights=["twice", "none", "twice"])) == [
        ("table.column.twice", "/columns/twice"),
    ]
    nothing = tree.scenarios(SITES, supply=9, weights=[])
    assert (nothing.table.num_rows, nothing.left_over) == (5, [])
    with pytest.raises(TypeError):
        Tree.of(5, [])
