"""J2 through the Python face: claim lines from Arrow, priced, summed, and back, beside polars.

    python benches/python/pricing.py [--rows 10000000] [--runs 5]

The data are made here, by integers alone; the answers are compared before anything is timed. polars gets its best
form: keys and classes packed, one look-up per line, both sums in one plan, on all of its threads.
"""

from __future__ import annotations

import argparse
import datetime
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa

import vsys
from allocation import SITES, TOWNS, below, checksum, nation, power, scaled, side_by_side, stream

START = datetime.date(2021, 2, 1)
DAYS = 1_155
#: First day, vaccination, consultation only, and the additions: under six, off hours, holiday, without coupon; tax.
TARIFF = [
    (0, 2_070, 1_540, 660, 730, 2_130, 55, 1_000),
    (303, 2_077, 1_543, 660, 733, 2_137, 55, 1_000),
    (607, 2_099, 1_551, 667, 741, 2_143, 57, 800),
    (826, 2_103, 1_553, 667, 741, 2_149, 57, 1_000),
    (1_001, 2_111, 1_559, 671, 743, 2_153, 59, 1_000),
]
TOTALS = {10_000_000: (126_175_065, 294_548_143_590, 28_326_418_962)}
CHECKSUMS = {10_000_000: (5_377_765_557_772_885_505, 15_813_672_156_787_258_172)}


def lines(rows: int) -> dict[str, Any]:
    town, _, _, _ = nation()
    institution = below(201, rows, SITES)
    away = below(202, rows, 1_000) < 70
    home = np.where(away, below(203, rows, TOWNS), town.astype(np.uint64)[institution])
    hours = below(207, rows, 100)
    return {
        "institution": institution.astype(np.uint32),
        "municipality": home.astype(np.uint16),
        "day": below(204, rows, DAYS).astype(np.int32),
        "count": (np.uint64(1) + scaled(power(stream(209, rows), 2), 60)).astype(np.uint16),
        "service": (below(205, rows, 10_000) < 500).astype(np.uint8),
        "age": (below(206, rows, 100) < 2).astype(np.uint8),
        "time": np.where(hours < 80, 0, np.where(hours < 92, 1, 2)).astype(np.uint8),
        "coupon": (below(208, rows, 100) >= 1).astype(np.uint8),
    }


def periods() -> list[Any]:
    ends = [first for first, *_ in TARIFF[1:]] + [None]
    return [
        {
            "from": START + datetime.timedelta(first),
            **({} if end is None else {"until": START + datetime.timedelta(end)}),
            "vaccination": vaccination, "consultation_only": consultation, "under_six": under_six,
            "off_hours": off_hours, "holiday": holiday, "without_coupon": without, "tax": f"{tax / 10_000:.4f}",
        }
        for (first, vaccination, consultation, under_six, off_hours, holiday, without, tax), end in zip(TARIFF, ends)
    ]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    columns = lines(given.rows)
    # Arrow's day is counted from 1970-01-01; polars has the smaller type that its look-up takes at once.
    offset = (START - datetime.date(1970, 1, 1)).days
    day = columns.pop("day")
    table = pa.table({**columns, "date": pa.array(day + np.int32(offset), pa.date32())})
    frame = pl.DataFrame({**columns, "date": day.astype(np.uint16)})
    own: Any = {"periods": periods(), **{name: name for name in ("count", "service", "age", "time", "coupon")}}

    def ours() -> Any:
        sums = vsys.tables.price_sums(table, **own)
        return pa.table(sums.institutions), pa.table(sums.municipalities)

    units = pl.Series(
        [
            (consultation if service else vaccination) + under_six * age + (0, off_hours, holiday)[time]
            + (0 if coupon else without)
            for _, vaccination, consultation, under_six, off_hours, holiday, without, _ in TARIFF
            for service in (0, 1) for age in (0, 1) for time in (0, 1, 2) for coupon in (0, 1)
        ],
        dtype=pl.Int32,
    )  # fmt: skip
    taxes = pl.Series([tax for *_, tax in TARIFF], dtype=pl.Int64)

    def theirs() -> Any:
        period = pl.lit(0, dtype=pl.UInt32)
        for first, *_ in TARIFF[1:]:
            period = period + (pl.col("date") >= first).cast(pl.UInt32)
        place = (((period * 2 + pl.col("service")) * 2 + pl.col("age")) * 3 + pl.col("time")) * 2 + pl.col("coupon")
        net = pl.lit(units).gather(place).cast(pl.Int64) * pl.col("count").cast(pl.Int64)
        priced = (
            frame.lazy()
            .select("institution", "municipality", "count", "coupon", net.alias("net"), period.alias("period"))
            .with_columns((pl.col("net") * pl.lit(taxes).gather(pl.col("period")) // 10_000).alias("tax"))
        )
        sums = [pl.col("count").cast(pl.Int64).sum(), pl.col("net").sum(), pl.col("tax").sum()]
        return pl.collect_all([
            priced.group_by("institution").agg(sums),
            priced.group_by("municipality", "coupon").agg(sums),
        ])

    (institutions, municipalities), (polars_institutions, polars_municipalities) = ours(), theirs()
    assert institutions.drop_columns("amount").to_pydict() == polars_institutions.sort("institution").to_dict(
        as_series=False
    )
    mine = pl.DataFrame(municipalities).with_columns(pl.col("coupon").eq("with_coupon").cast(pl.UInt8))
    keys = ["municipality", "coupon"]
    assert mine.drop("amount").cast({"municipality": pl.UInt16}).sort(keys).equals(polars_municipalities.sort(keys))
    totals = tuple(int(polars_institutions[name].sum()) for name in ("count", "net", "tax"))
    by_town = polars_municipalities.group_by("municipality").agg(pl.col("count", "net", "tax").sum()).sort("municipality")
    checks = tuple(
        checksum(sums.select("count", "net", "tax").to_numpy().ravel())
        for sums in (polars_institutions.sort("institution"), by_town)
    )
    assert totals == TOTALS.get(given.rows, totals)
    print(f"J2 {given.rows:,} lines, totals {totals}, checksums {checks}")
    assert checks == CHECKSUMS.get(given.rows, checks)
    side_by_side("J2 from Arrow and back", given.runs, ours, theirs, 1, "polars")
    one = table.slice(0, 1)
    side_by_side(
        "the same of 1 row: the face alone", given.runs,
        lambda: vsys.tables.price_sums(one, **own), lambda: None, 50, "nothing",
    )  # fmt: skip


if __name__ == "__main__":
    main()
