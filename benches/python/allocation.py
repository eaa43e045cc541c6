"""J1 and J1c through the Python face: apportionment and cascade from Arrow columns, beside NumPy.

    python benches/python/allocation.py [--runs 5]

The data are made here, by integers alone; the answers are compared before anything is timed. Printed for each
job: the medians, their ratio, and how many processors others used meanwhile (a figure with more than 0.2 of them
is not to be quoted).
"""

from __future__ import annotations

import argparse
import csv
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

import vsys

sys.path.insert(0, str(Path(__file__).parents[1] / "peers"))
from sharing import hamilton  # noqa: E402

Numbers = Any  # numpy arrays of integers

MUNICIPALITIES_OF = [
    179, 40, 33, 35, 25, 35, 59, 44, 25, 35, 63, 54, 62, 33, 30, 15, 19, 17, 27, 77, 42, 35, 54, 29, 19, 26, 43, 41,
    39, 30, 19, 19, 27, 23, 19, 24, 17, 20, 34, 60, 20, 21, 45, 18, 26, 43, 41,
]  # fmt: skip
TOWNS, SITES, VIALS = 1_741, 60_000, 3_120_000


def stream(seed: int, rows: int) -> Numbers:
    """Numbers from 0 to 2^32−1 that follow from seed and index alone (splitmix64)."""
    with np.errstate(over="ignore"):
        x = np.arange(1, rows + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(seed)
        x = (x ^ x >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ x >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
        return (x ^ x >> np.uint64(31)) >> np.uint64(32)


def below(seed: int, rows: int, most: int) -> Numbers:
    return stream(seed, rows) * np.uint64(most) >> np.uint64(32)


def power(part: Numbers, squarings: int) -> Numbers:
    for _ in range(squarings):
        part = part * part >> np.uint64(32)
    return part


def scaled(part: Numbers, most: int) -> Numbers:
    return part * np.uint64(most) >> np.uint64(32)


def nation() -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Town of each site, and its weight, floor and cap; the sites stand in the order of their towns."""
    part = stream(101, TOWNS)
    people = np.uint64(160) + scaled(power(part, 1), 40_000) + scaled(power(part, 6), 3_700_000)
    upto = np.cumsum(people)
    with np.errstate(over="ignore"):
        x = np.arange(1, SITES - TOWNS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(102)
        x = (x ^ x >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ x >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
        drawn = (x ^ x >> np.uint64(31)) % upto[-1]
    town = np.sort(np.concatenate([np.arange(TOWNS, dtype=np.uint64), np.searchsorted(upto, drawn, "right").astype(np.uint64)]))
    part = stream(103, SITES)
    weight = np.uint64(20) + scaled(power(part, 2), 900) + scaled(power(part, 5), 6_000)
    floor, cap = bounds(weight, VIALS, 120)
    return town.astype(np.int64), weight.astype(np.int64), floor, cap


def bounds(weight: Numbers, supply: int, seed: int) -> tuple[Numbers, Numbers]:
    """Caps around the proportional share, and for one in ten a floor above it: both kinds bind."""
    rows, whole = len(weight), int(weight.sum())
    share = weight * np.uint64(supply)
    cap = np.uint64(1) + share * (below(seed, rows, 896) + np.uint64(128)) // np.uint64(whole * 256)
    lifted = np.minimum(cap, np.uint64(1) + share * np.uint64(3) // np.uint64(2 * whole))
    floor = np.where(below(seed + 1, rows, 100) < 10, lifted, np.uint64(0))
    return floor.astype(np.int64), cap.astype(np.int64)


def checksum(amounts: Numbers) -> int:
    numbers = np.asarray(amounts, dtype=np.uint64)
    index: Numbers = np.arange(1, len(numbers) + 1, dtype=np.uint64)
    with np.errstate(over="ignore"):
        return int(((numbers + np.uint64(1)) * (index * np.uint64(0x9E3779B97F4A7C15) | np.uint64(1))).sum(dtype=np.uint64))


def busy() -> float:
    with open("/proc/stat", encoding="ascii") as file:
        spent = [int(number) for number in file.readline().split()[1:9]]
    return (sum(spent) - spent[3] - spent[4]) / os.sysconf("SC_CLK_TCK")


def side_by_side(name: str, runs: int, ours: Callable[[], Any], theirs: Callable[[], Any], inner: int, peer: str = "numpy") -> None:
    """A B A B …; medians of the wall and of the processor time of one call."""
    walls: dict[str, list[float]] = {"vsys": [], peer: []}
    cpus: dict[str, list[float]] = {"vsys": [], peer: []}
    ours(), theirs()
    begun, all_begun, own_begun = time.perf_counter(), busy(), time.process_time()
    for _ in range(runs):
        for who, work in (("vsys", ours), (peer, theirs)):
            started, own = time.perf_counter(), time.process_time()
            for _ in range(inner):
                work()
            walls[who].append((time.perf_counter() - started) / inner)
            cpus[who].append((time.process_time() - own) / inner)
    spent = time.perf_counter() - begun
    others = max(0.0, busy() - all_begun - (time.process_time() - own_begun)) / spent
    wall, cpu = ({who: statistics.median(values) for who, values in kind.items()} for kind in (walls, cpus))
    print(
        f"{name:36} vsys {wall['vsys'] * 1e6:10,.0f} µs, {peer} {wall[peer] * 1e6:10,.0f} µs: "
        f"{wall[peer] / wall['vsys']:5.1f} × (processor time {cpu[peer] / cpu['vsys']:5.1f} ×), others {others:.2f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    town, weight, floor, cap = nation()
    table = pa.table({"weight": weight, "floor": floor, "cap": cap})
    ids = pa.array([f"s{row:05}" for row in range(SITES)])
    named = table.append_column("id", ids)
    words = {"floor": "floor", "cap": "cap"}

    def one(**more: Any) -> Any:
        return vsys.tables.apportion(more.pop("table", table), supply=VIALS, **{"id": None, **words, **more})

    expected = hamilton(weight, floor, cap, VIALS)
    assert int(expected.sum()) == VIALS
    for answer in (one(), one(table=named, id="id")):
        assert np.array_equal(pa.table(answer)["amount"].to_numpy(), expected)
    print(f"J1 60,000 with bounds, checksum {checksum(expected)}")
    side_by_side("J1 from Arrow columns", runs, one, lambda: hamilton(weight, floor, cap, VIALS), 20)
    side_by_side(
        "J1 with ids", runs, lambda: one(table=named, id="id"), lambda: hamilton(weight, floor, cap, VIALS), 20
    )
    small = pa.table({"weight": weight[:10], "floor": floor[:10], "cap": cap[:10]})
    supply = int(floor[:10].sum() + cap[:10].sum()) // 2
    side_by_side(
        "the same of 10 rows: the face alone", runs,
        lambda: vsys.tables.apportion(small, supply=supply, id=None, **words),  # type: ignore[arg-type]
        lambda: hamilton(weight[:10], floor[:10], cap[:10], supply), 500,
    )  # fmt: skip

    codes = towns()
    hubs = pa.table({
        "id": ids, "municipality": pa.array([codes[index] for index in town]),
        "weight": weight, "floor": floor.astype(np.uint32), "cap": cap.astype(np.uint32),
    })  # fmt: skip
    starts = np.searchsorted(town, np.arange(TOWNS))
    above = np.cumsum([0, *MUNICIPALITIES_OF])[:-1]

    def levels(weight: Numbers = weight) -> Numbers:
        at_town = [np.add.reduceat(column, starts) for column in (weight, floor, cap)]
        at_top = [np.add.reduceat(column, above) for column in at_town]

        def split(given: Numbers, columns: list[Numbers], begins: Numbers) -> Numbers:
            ends = [*begins[1:], len(columns[0])]
            parts = (slice(begin, end) for begin, end in zip(begins, ends))
            weights, floors, caps = columns
            return np.concatenate(
                [hamilton(weights[part], floors[part], caps[part], int(s)) for part, s in zip(parts, given)]
            )

        regions = hamilton(at_top[0], at_top[1], at_top[2], VIALS)
        return split(split(regions, at_town, above), [weight, floor, cap], starts)

    def cascade() -> Any:
        return vsys.tables.cascade(
            cycle=1, delivery_week="2021-05-10", product="pfizer-12plus",
            supply={"vaccine": VIALS}, needles={"policy": "per-level"}, hubs=hubs,
        )  # fmt: skip

    expected = levels()
    assert np.array_equal(pa.table(cascade().hubs)["vaccine"].to_numpy(), expected)
    print(f"J1c 47 → 1,741 → 60,000, checksum {checksum(expected)}")
    side_by_side("J1c from Arrow columns", runs, cascade, levels, 1)

    begins = [*starts, SITES]
    tree = vsys.tables.Tree([
        [len(MUNICIPALITIES_OF)], MUNICIPALITIES_OF, [int(end - begin) for begin, end in zip(begins, begins[1:])]
    ])  # fmt: skip
    figures = pa.table({"weight": weight, "floor": floor, "cap": cap})

    def shared() -> Any:
        return tree.share(figures, supply=VIALS, **words)

    assert np.array_equal(pa.table(shared().levels[-1])["amount"].to_numpy(), expected)
    side_by_side("J1c in figures alone, a kept tree", runs, shared, levels, 1)
    many = 100
    weights = {f"w{turn}": np.roll(weight, turn) for turn in range(many)}
    turned = pa.table({"floor": floor, "cap": cap, **weights})

    def scenarios() -> Any:
        return tree.scenarios(turned, supply=VIALS, weights=list(weights), **words)

    given = pa.table(scenarios().table)
    for name, own in weights.items():
        assert np.array_equal(given[name].to_numpy(), levels(own))
    side_by_side(f"J1c, {many} scenarios", 1, scenarios, lambda: [levels(own) for own in weights.values()], 1)


def towns() -> list[str]:
    """The codes of the 1,741 municipalities in their order."""
    path = Path(__file__).parents[2] / "vsys-core" / "data" / "municipalities.csv"
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    codes = [row["code"] for row in csv.DictReader(lines) if row["kind"] != "ward"]
    assert len(codes) == TOWNS
    return sorted(codes)


if __name__ == "__main__":
    main()
