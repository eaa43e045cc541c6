"""What vsys.spark adds to Spark's own way through Python: price() beside a mapInArrow that gives back what it got.

    python benches/python/spark_map.py [--rows 4000000] [--runs 5] [--master local[2]]

Both read the same lines from memory and hand on the same eight columns and as many rows; price() gives four columns of
yen besides. A B A B …, medians; what is written goes to Spark's sink for benchmarks. Also: the sums of the same lines.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scale import COLUMNS, invent, session
from vsys.spark import price, price_sums


def identity(batches: Any) -> Any:
    yield from batches


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=4_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--master", default="local[2]")
    given = parser.parse_args()
    spark = session(given.master)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.parquet"
        invent(path, given.rows)
        lines = spark.read.parquet(str(path)).repartition(4).persist()
        assert lines.count() == given.rows

        def sunk(frame: Any) -> None:
            frame.write.format("noop").mode("overwrite").save()

        def sums() -> None:
            price_sums(lines, **COLUMNS).unpersist()

        priced = price(lines, **COLUMNS, keep=lines.columns)
        yen = price(lines, **COLUMNS)
        same = lines.mapInArrow(identity, lines.schema)
        ways: dict[str, Callable[[], None]] = {
            "mapInArrow, identity": lambda: sunk(same),
            "price, with all columns": lambda: sunk(priced),
            "price, yen alone": lambda: sunk(yen),
            "price_sums": sums,
        }
        spent: dict[str, list[float]] = {name: [] for name in ways}
        for run in range(given.runs + 1):
            for name, work in ways.items():
                begun = time.perf_counter()
                work()
                # The first is for warming up.
                if run:
                    spent[name].append(time.perf_counter() - begun)
        base = statistics.median(spent["mapInArrow, identity"])
        print(f"{given.rows:,} lines, {given.master}, medians of {given.runs}")
        for name, times in spent.items():
            middle = statistics.median(times)
            print(f"{name:26} {middle:7.2f} s (least {min(times):.2f}): {middle / base:5.2f} × the identity")


if __name__ == "__main__":
    main()
