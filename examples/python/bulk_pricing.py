"""Claim lines priced in bulk on one machine, beside the table libraries that an analyst has already.

    python examples/python/bulk_pricing.py [--rows 200000]

The lines are invented and written to a Parquet file. Five ways lead from there to the same sums, and the script stops
if two of them differ: polars, DuckDB, a stream of batches that is never whole in memory, and the tariff written out by
hand in polars and in SQL. What vsys adds to the last two are the rules: dated prices, additions that are not in force
yet, the rounding of each line, and a finding for every kind of wrong line.
"""

from __future__ import annotations

import argparse
import datetime
import random
import tempfile
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

import vsys

#: How the columns of the file are called; the classes are the words of the forms.
COLUMNS: Any = {name: name for name in ("count", "service", "age", "time", "coupon")}
SUMS = ["count", "net", "tax", "amount"]


def invent(path: Path, rows: int) -> None:
    """Claim lines of the year from April 2021 for 500 invented institutions."""
    dice = random.Random(2021)
    first = datetime.date(2021, 4, 1)
    pl.DataFrame({
        "institution": [f"131{dice.randrange(500):07}" for _ in range(rows)],
        "municipality": dice.choices(["131032", "131041", "131059", "141003"], k=rows),
        "date": [first + datetime.timedelta(dice.randrange(365)) for _ in range(rows)],
        "count": pl.Series([1 + dice.randrange(12) for _ in range(rows)], dtype=pl.UInt32),
        "service": dice.choices(["接種", "予診のみ"], [19, 1], k=rows),
        "age": dice.choices(["6歳以上", "6歳未満"], [49, 1], k=rows),
        "time": dice.choices(["時間内", "時間外", "休日"], [80, 12, 8], k=rows),
        "coupon": dice.choices(["接種券貼付あり", "接種券貼付なし"], [99, 1], k=rows),
    }).write_parquet(path)


def with_polars(path: Path) -> pl.DataFrame:
    """A polars frame goes in, a polars frame comes out; the memory is shared."""
    sums = vsys.tables.price_sums(pl.read_parquet(path), **COLUMNS)
    frame: pl.DataFrame = sums.institutions.to_polars()
    return frame


def with_duckdb(path: Path) -> pl.DataFrame:
    """A query goes in as it is, and SQL goes on with what comes out."""
    lines = duckdb.sql(f"SELECT * FROM read_parquet('{path}') WHERE count > 0")
    priced = vsys.tables.price(lines, **COLUMNS, keep=["institution", "count"]).to_pyarrow()
    return duckdb.sql("""
        SELECT institution, sum(count)::BIGINT AS count, sum(net)::BIGINT AS net, sum(tax)::BIGINT AS tax,
               sum(amount)::BIGINT AS amount
        FROM priced GROUP BY institution ORDER BY institution
    """).pl()


def with_a_stream(path: Path) -> pl.DataFrame:
    """Batch after batch from the file: memory grows with the institutions and not with the lines."""
    file = pq.ParquetFile(path)
    batches = file.iter_batches(batch_size=1 << 17)
    lines = pa.RecordBatchReader.from_batches(file.schema_arrow, batches)
    return pl.DataFrame(vsys.tables.price_sums(lines, **COLUMNS).institutions)


def by_hand_in_polars(path: Path) -> pl.DataFrame:
    """The same for the year from April 2021 by an expression of one's own (CLM-1, CLM-2: yen before tax, 10 percent)."""
    unit = (
        pl.when(pl.col("service") == "接種").then(2_070).otherwise(1_540)
        + pl.when(pl.col("age") == "6歳未満").then(660).otherwise(0)
        + pl.when(pl.col("time") == "時間外").then(730).when(pl.col("time") == "休日").then(2_130).otherwise(0)
    )  # fmt: skip
    net = unit.cast(pl.Int64) * pl.col("count").cast(pl.Int64)
    lines = pl.scan_parquet(path).select("institution", "count", net.alias("net"), (net * 10 // 100).alias("tax"))
    sums = lines.group_by("institution").agg(pl.col("count", "net", "tax").cast(pl.Int64).sum())
    return sums.with_columns((pl.col("net") + pl.col("tax")).alias("amount")).sort("institution").collect()


def by_hand_in_sql(path: Path) -> pl.DataFrame:
    """And by SQL of one's own."""
    return duckdb.sql(f"""
        WITH lines AS (
            SELECT institution, count, count::BIGINT * (
                CASE service WHEN '接種' THEN 2070 ELSE 1540 END + CASE age WHEN '6歳未満' THEN 660 ELSE 0 END
                + CASE time WHEN '時間外' THEN 730 WHEN '休日' THEN 2130 ELSE 0 END
            ) AS net FROM read_parquet('{path}')
        )
        SELECT institution, sum(count)::BIGINT AS count, sum(net)::BIGINT AS net, sum(net * 10 // 100)::BIGINT AS tax,
               (sum(net) + sum(net * 10 // 100))::BIGINT AS amount
        FROM lines GROUP BY institution ORDER BY institution
    """).pl()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    rows: int = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.parquet"
        invent(path, rows)
        ways = [with_polars, with_duckdb, with_a_stream, by_hand_in_polars, by_hand_in_sql]
        sums = [way(path).select(pl.col("institution"), pl.col(SUMS).cast(pl.Int64)) for way in ways]
        for way, one in zip(ways, sums):
            if not one.equals(sums[0]):
                raise SystemExit(f"{way.__name__} differs from {ways[0].__name__}")
            print(f"{way.__name__:18} {len(one):,} institutions, {one['amount'].sum():,} yen")


if __name__ == "__main__":
    main()
