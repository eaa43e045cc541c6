"""The same sums of claim lines by pandas, polars, DuckDB, vsys.tables and vsys.spark, as the lines become ten and a
hundred times as many.

    python benches/python/scale.py [--rows 100000] [--runs 3] [--tools polars,tables] [--folder DIR]

Everybody starts from the same Parquet file, with keys and classes as words, and ends with the sums by institution and
by municipality and coupon; a figure counts only when the sums are equal. pandas, polars and DuckDB have the tariff
written out by hand, for lines that are known to be without faults. Each runs in a process of its own: told are the
median of the time and the largest memory that the process had. Spark's session (two executors) stands before its time
begins, and its memory is what it was given.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import vsys

COLUMNS: Any = {name: name for name in ("count", "service", "age", "time", "coupon")}
NUMBERS = ("count", "net", "tax")
INSTITUTIONS, TOWNS = 20_000, 1_741

#: Sums by institution and sums by municipality and coupon, as lists of rows in the order of their keys.
Sums = tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]


def invent(path: Path, rows: int) -> None:
    """Claim lines that follow from their number alone, in row groups of a million."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet as pq

    from allocation import stream

    def below(seed: int, most: int, part: slice) -> Any:
        return (stream(seed, part.stop)[part.start :] * np.uint64(most) >> np.uint64(32)).astype(np.int32)

    def words(seed: int, shares: list[int], named: list[str], part: slice) -> Any:
        drawn = np.searchsorted(np.cumsum(shares), below(seed, sum(shares), part), "right")
        return pa.DictionaryArray.from_arrays(pa.array(drawn.astype(np.int8)), named).cast(pa.string())

    institutions = pa.array([f"{1_310_000_000 + number}" for number in range(INSTITUTIONS)])
    towns = pa.array([f"{100_000 + number}" for number in range(TOWNS)])
    first = 18_718  # 2021-04-01, in days since 1970-01-01
    writer = None
    for start in range(0, rows, 1_000_000):
        part = slice(start, min(rows, start + 1_000_000))
        batch = pa.table({
            "institution": institutions.take(pa.array(below(301, INSTITUTIONS, part))),
            "municipality": towns.take(pa.array(below(302, TOWNS, part))),
            "date": pa.array(first + below(303, 1_000, part), pa.date32()),
            "count": pa.array(1 + below(304, 60, part)),
            "service": words(305, [95, 5], ["vaccination", "consultation_only"], part),
            "age": words(306, [98, 2], ["six_and_over", "under_six"], part),
            "time": words(307, [80, 12, 8], ["regular", "off_hours", "holiday"], part),
            "coupon": words(308, [1, 99], ["without_coupon", "with_coupon"], part),
        })
        writer = pq.ParquetWriter(path, batch.schema) if writer is None else writer
        writer.write_table(batch)
    if writer is not None:
        writer.close()


def pandas(path: Path) -> Callable[[], Sums]:
    import pandas as pd

    def work() -> Sums:
        lines = pd.read_parquet(path)
        unit = lines["service"].map({"vaccination": 2_070, "consultation_only": 1_540})
        unit = unit + lines["age"].map({"under_six": 660, "six_and_over": 0})
        unit = unit + lines["time"].map({"regular": 0, "off_hours": 730, "holiday": 2_130})
        lines["net"] = unit * lines["count"]
        lines["tax"] = lines["net"] * 10 // 100
        sums = [lines.groupby(keys)[list(NUMBERS)].sum().reset_index() for keys in (["institution"], ["municipality", "coupon"])]
        one, other = [[tuple(row) for row in table.itertuples(index=False)] for table in sums]
        return one, other

    return work


def polars(path: Path) -> Callable[[], Sums]:
    import polars as pl

    def work() -> Sums:
        unit = (
            pl.when(pl.col("service") == "vaccination").then(2_070).otherwise(1_540)
            + pl.when(pl.col("age") == "under_six").then(660).otherwise(0)
            + pl.when(pl.col("time") == "off_hours").then(730).when(pl.col("time") == "holiday").then(2_130).otherwise(0)
        )  # fmt: skip
        net = unit.cast(pl.Int64) * pl.col("count").cast(pl.Int64)
        lines = pl.scan_parquet(path).with_columns(pl.col("count").cast(pl.Int64), net.alias("net"), (net * 10 // 100).alias("tax"))
        sums = pl.collect_all(
            [lines.group_by(keys).agg(pl.col(NUMBERS).sum()) for keys in (["institution"], ["municipality", "coupon"])]
        )
        one, other = [table.rows() for table in sums]
        return one, other

    return work


def duckdb(path: Path) -> Callable[[], Sums]:
    import duckdb as engine

    lines = f"""(SELECT *, count::BIGINT * (
            CASE service WHEN 'vaccination' THEN 2070 ELSE 1540 END + CASE age WHEN 'under_six' THEN 660 ELSE 0 END
            + CASE time WHEN 'off_hours' THEN 730 WHEN 'holiday' THEN 2130 ELSE 0 END
        ) AS net FROM read_parquet('{path}'))"""

    def work() -> Sums:
        one, other = [
            engine.sql(
                f"SELECT {keys}, sum(count)::BIGINT, sum(net)::BIGINT, sum(net * 10 // 100)::BIGINT FROM {lines} GROUP BY {keys}"
            ).fetchall()
            for keys in ("institution", "municipality, coupon")
        ]
        return one, other

    return work


def rows_of(sums: Any) -> Sums:
    tables = [sums.institutions.to_dict(), sums.municipalities.to_dict()]
    one, other = [list(zip(*(table[name] for name in table if name != "amount"))) for table in tables]
    return one, other


def tables(path: Path) -> Callable[[], Sums]:
    """vsys over a polars frame: the whole is in memory."""
    import polars as pl

    return lambda: rows_of(vsys.tables.price_sums(pl.read_parquet(path), **COLUMNS))


def streamed(path: Path, words: list[str]) -> Callable[[], Sums]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    def work() -> Sums:
        file = pq.ParquetFile(path, read_dictionary=words)
        lines = pa.RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches(batch_size=1 << 17))
        return rows_of(vsys.tables.price_sums(lines, **COLUMNS))

    return work


def tables_stream(path: Path) -> Callable[[], Sums]:
    """vsys over batches as they come from the file."""
    return streamed(path, [])


def tables_dictionaries(path: Path) -> Callable[[], Sums]:
    """The same with words as dictionaries: each is looked up once a batch."""
    return streamed(path, ["institution", "municipality", "service", "age", "time", "coupon"])


def session(master: str) -> Any:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    building = SparkSession.builder.master(master).appName("vsys")
    for name, value in {
        "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1", "spark.ui.enabled": "false",
        "spark.executor.memory": "1g", "spark.sql.shuffle.partitions": "2", "spark.worker.ui.port": "0",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "100000",
    }.items():  # fmt: skip
        building = building.config(name, value)
    begun = building.getOrCreate()
    begun.sparkContext.setLogLevel("ERROR")
    return begun


def spark(path: Path) -> Callable[[], Sums]:
    from vsys.spark import price_sums

    begun = session("local-cluster[2,1,1536]")
    begun.range(10).count()

    def work() -> Sums:
        sums = price_sums(begun.read.parquet(str(path)), **COLUMNS)
        one, other = [[tuple(row)[:-1] for row in table.collect()] for table in (sums.institutions, sums.municipalities)]
        sums.unpersist()
        return one, other

    return work


TOOLS: dict[str, tuple[str, Callable[[Path], Callable[[], Sums]]]] = {
    "pandas": ("pandas, tariff by hand", pandas),
    "polars": ("polars, tariff by hand", polars),
    "duckdb": ("DuckDB, tariff by hand", duckdb),
    "tables": ("vsys.tables, a polars frame", tables),
    "stream": ("vsys.tables, a stream", tables_stream),
    "dictionaries": ("vsys.tables, a stream of dictionaries", tables_dictionaries),
    "spark": ("vsys.spark, two executors", spark),
}


def one(tool: str, path: Path, runs: int) -> None:
    """One tool and size in this process; tells its sums as a few numbers."""
    work = TOOLS[tool][1](path)
    spent, found = [], None
    for _ in range(runs):
        begun = time.perf_counter()
        found = work()
        spent.append(time.perf_counter() - begun)
    assert found is not None
    told = [[len(rows), *[sum(int(row[place]) for row in rows) for place in (-3, -2, -1)]] for rows in found]
    mixed = [sum(hash_of(row) for row in rows) % (1 << 61) for rows in found]
    print(json.dumps({"seconds": statistics.median(spent), "memory": memory(), "sums": [told, mixed]}))


def memory() -> int:
    """The most memory that this process had, in MiB; what it was started from does not count."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) >> 10


def hash_of(row: tuple[Any, ...]) -> int:
    """A number of a row that is the same in every process."""
    number = 0
    for sign in "|".join(str(part) for part in row).encode():
        number = (number * 257 + sign + 1) % ((1 << 61) - 1)
    return number


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--tools", default=",".join(TOOLS))
    parser.add_argument("--folder", help="where the files are kept; absent = they are dropped")
    parser.add_argument("--one", nargs=2, metavar=("TOOL", "PATH"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        one(given.one[0], Path(given.one[1]), given.runs)
        return
    sizes = [given.rows, given.rows * 10, given.rows * 100]
    print("| | " + " | ".join(f"{size:,} lines" for size in sizes) + " | grows as n^ |\n|---|" + "---|" * (len(sizes) + 1))
    with tempfile.TemporaryDirectory() as dropped:
        folder = Path(given.folder or dropped)
        expected: dict[int, Any] = {}
        for size in sizes:
            path = folder / f"lines-{size}.parquet"
            if not path.exists():
                invent(path, size)
        for tool in given.tools.split(","):
            cells, times = [], []
            for size in sizes:
                words = ["--one", tool, str(folder / f"lines-{size}.parquet"), "--runs", str(given.runs)]
                done = subprocess.run([sys.executable, __file__, *words], capture_output=True, text=True, check=False)
                if done.returncode:
                    raise SystemExit(done.stderr)
                told = json.loads(done.stdout.splitlines()[-1])
                if told["sums"] != expected.setdefault(size, told["sums"]):
                    raise SystemExit(f"{tool} comes to other sums for {size:,} lines")
                memory = "" if tool == "spark" else f", {told['memory']:,} MiB"
                cells.append(f"{told['seconds']:.2f} s{memory}")
                times.append(told["seconds"])
            power = math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])
            print(f"| {TOOLS[tool][0]} | " + " | ".join(cells) + f" | {power:.2f} |", flush=True)


if __name__ == "__main__":
    main()
