"""J2: python j2.py FOLDER ENGINE ROWS. Every engine starts from the columns in its own form and gets its best honest
form: one look-up a line in a table of unit prices."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from protocol import checksum, column, serve

KINDS = dict(inst="<u4", muni="<u2", date="<u2", count="<u2", kind="u1", age="u1", hours="u1", coupon="u1")
#: First day; vaccination, consultation only, under six, off hours, holiday, without coupon; tax in hundredths of a percent.
TARIFF = [
    (0, 2_070, 1_540, 660, 730, 2_130, 55, 1_000),
    (303, 2_077, 1_543, 660, 733, 2_137, 55, 1_000),
    (607, 2_099, 1_551, 667, 741, 2_143, 57, 800),
    (826, 2_103, 1_553, 667, 741, 2_149, 57, 1_000),
    (1_001, 2_111, 1_559, 671, 743, 2_153, 59, 1_000),
]
FROM = [first for first, *_ in TARIFF]
UNITS = [
    (consultation if kind else vaccination) + under_six * age + (0, off_hours, holiday)[hours] + (0 if coupon else without)
    for _, vaccination, consultation, under_six, off_hours, holiday, without, _ in TARIFF
    for kind in (0, 1) for age in (0, 1) for hours in (0, 1, 2) for coupon in (0, 1)
]  # fmt: skip
TAXES = [tax for *_, tax in TARIFF]
DAYS, SITES, TOWNS = 1_155, 60_000, 1_741


def said(sums: tuple[Any, Any]) -> str:
    """Totals, and the checksums by institution and by municipality; columns are count, net and tax."""
    institutions, municipalities = (np.asarray(part, dtype=np.int64) for part in sums)
    assert (institutions.sum(0) == municipalities.sum(0)).all()
    return " ".join(map(str, [*institutions.sum(0).tolist(), checksum(institutions), checksum(municipalities)]))


def with_numpy(columns: dict[str, Any]) -> None:
    units, taxes = np.array(UNITS, dtype=np.int64), np.array(TAXES, dtype=np.int64)
    periods = (np.searchsorted(FROM, np.arange(DAYS), side="right") - 1).astype(np.uint8)

    def run() -> Any:
        period = periods[columns["date"]]
        place = (((period * 2 + columns["kind"]) * 2 + columns["age"]) * 3 + columns["hours"]) * 2 + columns["coupon"]
        net = units[place] * columns["count"]
        tax = net * taxes[period] // 10_000
        # Sums are below 2^53, so that the floats of bincount are exact.
        by = lambda key, size: np.stack(  # noqa: E731
            [np.bincount(key, weights=v, minlength=size) for v in (columns["count"], net, tax)], 1
        )
        return by(columns["inst"], SITES), by(columns["muni"], TOWNS)

    serve(run, said)


def with_polars(columns: dict[str, Any]) -> None:
    import polars as pl

    frame = pl.DataFrame(columns)
    units, taxes = pl.Series(UNITS, dtype=pl.Int32), pl.Series(TAXES, dtype=pl.Int64)

    def run() -> Any:
        period = pl.lit(0, dtype=pl.UInt32)
        for first in FROM[1:]:
            period = period + (pl.col("date") >= first).cast(pl.UInt32)
        place = (((period * 2 + pl.col("kind")) * 2 + pl.col("age")) * 3 + pl.col("hours")) * 2 + pl.col("coupon")
        net = pl.lit(units).gather(place).cast(pl.Int64) * pl.col("count").cast(pl.Int64)
        priced = (
            frame.lazy()
            .select("inst", "muni", "count", net.alias("net"), period.alias("period"))
            .with_columns((pl.col("net") * pl.lit(taxes).gather(pl.col("period")) // 10_000).alias("tax"))
        )
        sums = [pl.col("count").cast(pl.Int64).sum(), pl.col("net").sum(), pl.col("tax").sum()]
        return pl.collect_all([priced.group_by("inst").agg(sums), priced.group_by("muni").agg(sums)])

    table = lambda frame: frame.sort(frame.columns[0]).select("count", "net", "tax").to_numpy()  # noqa: E731
    serve(run, lambda frames: said((table(frames[0]), table(frames[1]))))


def with_duckdb(columns: dict[str, Any]) -> None:
    import duckdb
    import pyarrow as pa

    db = duckdb.connect()
    db.execute("set threads = 2")
    arrow = pa.table(columns)
    db.execute("create table lines as select * from arrow")
    del arrow
    period = "(" + "+".join(f"(date >= {first})::int" for first in FROM[1:]) + ")"
    place = f"1 + ((({period} * 2 + kind) * 2 + age) * 3 + hours) * 2 + coupon"
    priced = f"select inst, muni, count, {UNITS}[{place}]::bigint * count net, {TAXES}[1 + {period}]::bigint rate from lines"

    def run() -> Any:
        for name, key in (("i", "inst"), ("m", "muni")):
            db.execute(
                f"create or replace temp table {name} as select {key} k, sum(count)::bigint c, sum(net)::bigint n, "
                f"sum(net * rate // 10000)::bigint t from ({priced}) group by {key}"
            )

    def table(name: str) -> Any:
        return np.stack(list(db.execute(f"select c, n, t from {name} order by k").fetchnumpy().values()), 1)

    serve(run, lambda _: said((table("i"), table("m"))))


def with_pandas(columns: dict[str, Any]) -> None:
    import pandas as pd

    frame = pd.DataFrame(columns)
    first, units, taxes = np.array(FROM, np.uint16), np.array(UNITS, np.int64), np.array(TAXES, np.int64)

    def run() -> Any:
        period = np.searchsorted(first, frame["date"].to_numpy(), side="right") - 1
        place = (((period * 2 + frame["kind"]) * 2 + frame["age"]) * 3 + frame["hours"]) * 2 + frame["coupon"]
        net = units[place] * frame["count"].to_numpy()
        lines = pd.DataFrame({
            "inst": frame["inst"], "muni": frame["muni"], "count": frame["count"].astype(np.int64),
            "net": net, "tax": net * taxes[period] // 10_000,
        })  # fmt: skip
        return tuple(lines.groupby(key)[["count", "net", "tax"]].sum() for key in ("inst", "muni"))

    serve(run, lambda sums: said((sums[0].to_numpy(), sums[1].to_numpy())))


def with_pyarrow(columns: dict[str, Any]) -> None:
    import pyarrow as pa
    import pyarrow.compute as pc

    table, units, taxes = pa.table(columns), pa.array(UNITS, pa.int64()), pa.array(TAXES, pa.int64())
    pa.set_cpu_count(2)

    def run() -> Any:
        period = None
        for first in FROM[1:]:
            later = pc.cast(pc.greater_equal(table["date"], pa.scalar(first, pa.uint16())), pa.int32())
            period = later if period is None else pc.add(period, later)
        place = period
        for name, size in (("kind", 2), ("age", 2), ("hours", 3), ("coupon", 2)):
            place = pc.add(pc.multiply(place, size), pc.cast(table[name], pa.int32()))
        count = pc.cast(table["count"], pa.int64())
        net = pc.multiply(pc.take(units, place), count)
        tax = pc.divide(pc.multiply(net, pc.take(taxes, period)), 10_000)
        lines = pa.table({"inst": table["inst"], "muni": table["muni"], "count": count, "net": net, "tax": tax})
        sums = [("count", "sum"), ("net", "sum"), ("tax", "sum")]
        return [lines.group_by(key).aggregate(sums).sort_by(key) for key in ("inst", "muni")]

    names = ("count_sum", "net_sum", "tax_sum")
    serve(run, lambda sums: said(tuple(np.stack([part[n].to_numpy() for n in names], 1) for part in sums)))


def main() -> None:
    folder, engine, rows = sys.argv[1:]
    columns = {name: column(folder, f"j2_{rows}_{name}", kind) for name, kind in KINDS.items()}
    engines = {
        "numpy": with_numpy, "polars": with_polars, "duckdb": with_duckdb, "pandas": with_pandas, "pyarrow": with_pyarrow,
    }  # fmt: skip
    engines[engine](columns)


if __name__ == "__main__":
    main()
