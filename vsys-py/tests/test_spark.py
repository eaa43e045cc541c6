"""Pricing on a Spark of two executors: what comes out is what one machine comes to, findings and all.

The master is ``local-cluster``: two executors as processes of their own, to which everything travels as it does to
other machines.
"""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

import vsys
from vsys import spark as vsys_spark

NAMES: dict[str, Any] = {name: name for name in ("count", "service", "age", "time", "coupon")}
#: More than this never comes to the driver at once; the lines of the largest test are many times as much.
MOST = 2 * 1024 * 1024


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    folder = tmp_path_factory.mktemp("spark")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.maxResultSize": str(MOST),
        "spark.executor.memory": "512m",
        "spark.local.dir": str(folder),
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.warehouse.dir": str(folder),
        "spark.task.maxFailures": "1",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.worker.ui.port": "0",
    }
    building = SparkSession.builder.master("local-cluster[2,1,1024]").appName("vsys")
    for name, value in settings.items():
        building = building.config(name, value)
    before = Path.cwd()
    # What the executors keep lies in the folder from which they are started.
    os.chdir(folder)
    session = building.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()
    os.chdir(before)


def lines(session: SparkSession, rows: int, partitions: int) -> DataFrame:
    """Claim lines that follow from their number alone, made on the executors."""
    number = F.col("id")

    def one_of(seed: int, *words: str) -> Any:
        return F.element_at(F.array(*[F.lit(word) for word in words]), (F.pmod(F.xxhash64(number, F.lit(seed)), len(words)) + 1).cast("int"))

    return session.range(0, rows, 1, partitions).select(
        number,
        F.date_add(F.lit("2021-04-01").cast("date"), F.pmod(F.xxhash64(number, F.lit(1)), 900).cast("int")).alias("date"),
        F.pmod(F.xxhash64(number, F.lit(2)), 9).cast("int").alias("count"),
        one_of(3, "vaccination", "consultation_only").alias("service"),
        one_of(4, "six_and_over", "under_six").alias("age"),
        one_of(5, "時間内", "時間外", "休日").alias("time"),
        one_of(6, "without_coupon", "with_coupon").alias("coupon"),
        F.format_string("13103%05d", F.pmod(F.xxhash64(number, F.lit(7)), 50)).alias("institution"),
        one_of(8, "131032", "131041", "141003", "012025").alias("municipality"),
    )


def faulty(frame: DataFrame) -> DataFrame:
    """The same with lines that have no price, in every partition and for every reason."""
    number = F.col("id")
    return frame.select(
        "id",
        F.when(number % 97 == 3, None).when(number % 89 == 5, F.lit("2020-01-01").cast("date")).otherwise(F.col("date")).alias("date"),
        F.when(number % 83 == 7, -1).otherwise(F.col("count")).alias("count"),
        F.when(number % 79 == 9, "vacination").otherwise(F.col("service")).alias("service"),
        "age", "time", "coupon",
        F.when(number % 73 == 11, F.lit("x" * 65)).otherwise(F.col("institution")).alias("institution"),
        F.when(number % 71 == 13, None).otherwise(F.col("municipality")).alias("municipality"),
    )  # fmt: skip


def same_sums(sums: Any, one: Any) -> None:
    for name in ("institutions", "municipalities"):
        table = getattr(sums, name).toArrow()
        assert table.to_pydict() == getattr(one, name).to_dict(), name
    for name in ("count", "net", "tax", "amount", "rows", "wrong", "findings", "findings_total", "assumptions"):
        assert getattr(sums, name) == getattr(one, name), name
    sums.unpersist()


def test_sums_are_those_of_one_machine(session: SparkSession) -> None:
    frame = lines(session, 5_000, 3)
    sums = vsys_spark.price_sums(frame, **NAMES)
    assert (sums.rows, sums.wrong, len(sums.institutions.collect())) == (5_000, 0, 50)
    same_sums(sums, vsys.tables.price_sums(frame.toArrow(), **NAMES))


def test_counts_and_findings_merge(session: SparkSession) -> None:
    frame = faulty(lines(session, 3_000, 3))
    whole = frame.toArrow()
    one = vsys.tables.price_sums(whole, **NAMES, faulty="tell")
    sums = vsys_spark.price_sums(frame, **NAMES, faulty="tell")
    assert sums.wrong > 150
    assert {finding["code"] for finding in sums.findings} == {
        "base.text.form", "claims.rows.count", "claims.rows.outside_programme", "table.cell.null", "table.cell.word",
    }  # fmt: skip
    same_sums(sums, one)
    # Refused, the driver tells every finding of every partition.
    with pytest.raises(vsys.VsysError) as caught:
        vsys_spark.price_sums(frame, **NAMES)
    assert caught.value.findings == one.findings

    line_by_line = vsys.tables.price(whole, **NAMES, keep=["id"], faulty="tell")
    tally = vsys_spark.Tally(session)
    priced = vsys_spark.price(frame, **NAMES, keep=["id"], faulty="tell", tally=tally)
    assert (tally.rows, tally.wrong, tally.findings) == (0, 0, [])
    for _ in range(2):
        # A second action works on every partition once more, and counts no line twice.
        table = priced.toArrow()
        assert table.to_pydict() == line_by_line.table.to_dict()
        assert (tally.rows, tally.wrong) == (3_000, line_by_line.wrong)
        assert tally.findings == line_by_line.findings
        assert tally.assumptions == line_by_line.assumptions
    with pytest.raises(Exception, match="claims.rows.outside_programme"):
        vsys_spark.price(frame, **NAMES).count()


def test_groups(session: SparkSession) -> None:
    frame = faulty(lines(session, 2_000, 2)).withColumn("month", F.date_format("date", "yyyy-MM"))
    groups = vsys_spark.price_groups(frame, ["month", "municipality"], **NAMES, faulty="tell")
    told = {(row["month"], row["municipality"]): row.asDict() for row in groups.collect()}
    whole = frame.toArrow()
    names = ["institution", "municipality"]
    keys = list(zip(whole["month"].to_pylist(), whole["municipality"].to_pylist()))
    assert set(told) == set(keys)
    for key in set(keys):
        part = whole.filter(pa.array([one == key for one in keys])).drop_columns(names)
        part = part.append_column(names[0], pa.repeat(0, len(part))).append_column(names[1], pa.repeat(0, len(part)))
        one = vsys.tables.price_sums(part, **NAMES, faulty="tell")
        expected = {name: getattr(one, name) for name in ("rows", "wrong", "count", "net", "tax", "amount")}
        assert told[key] == {"month": key[0], "municipality": key[1], **expected}
    with pytest.raises(Exception, match="table.cell"):
        vsys_spark.price_groups(frame, ["month"], **NAMES).collect()


def test_prices_and_tables_of_ones_own_and_keys_of_numbers(session: SparkSession) -> None:
    frame = lines(session, 1_000, 2).withColumn("institution", F.col("id") % 7).withColumn("a.b", F.col("date"))
    periods: Any = [
        {"from": datetime.date(2021, 4, 1), "until": "2022-01-01", "vaccination": 100, "tax": Decimal("0.085")},
        {"from": datetime.date(2022, 1, 1), "vaccination": 333, "tax": "0.10"},
    ]
    given: Any = {"date": "a.b", "count": "count", "periods": periods, "rounding": "half-up"}
    book = vsys.RuleBook("{}")
    same_sums(
        vsys_spark.price_sums(frame, **given, book=book), vsys.tables.price_sums(frame.toArrow(), **given, book=book)
    )
    empty = vsys_spark.price_sums(frame.where("id < 0"), **given)
    assert (empty.rows, empty.amount, empty.institutions.collect()) == (0, 0, [])


def test_faults_of_the_columns_show_before_anything_runs(session: SparkSession) -> None:
    frame = lines(session, 10, 2).withColumn("count", F.col("count") / 2).withColumn("age", F.current_timestamp())
    # A frame that would fail if anybody worked on it.
    frame = frame.withColumn("service", F.raise_error(F.lit("worked on")).cast("string"))
    for run in (vsys_spark.price_sums, vsys_spark.price):
        with pytest.raises(vsys.VsysError) as caught:
            run(frame, **{**NAMES, "time": "hour"}, date="day", faulty="tell")
        assert {(finding["code"], finding["path"]) for finding in caught.value.findings} >= {
            ("table.column.missing", "/columns/day"),
            ("table.column.missing", "/columns/hour"),
            ("table.column.type", "/columns/count"),
            ("table.column.type", "/columns/age"),
        }
    with pytest.raises(vsys.VsysError) as caught:
        vsys_spark.price(frame, keep=["nothing"])
    assert caught.value.findings[0]["path"] == "/columns/nothing"
    assert "service" in caught.value.details["present"]
    with pytest.raises(vsys.VsysError) as caught:
        vsys_spark.price_sums(frame, periods=[])
    assert caught.value.code == "claims.periods.none"


def test_rows_stay_on_both_executors(session: SparkSession, tmp_path: Path) -> None:
    rows = 400_000
    frame = lines(session, rows, 4)
    # The driver takes no more than MOST bytes: the lines, which are so much more, would end this.
    with pytest.raises(Exception, match="maxResultSize"):
        frame.toArrow()
    sums = vsys_spark.price_sums(frame, **NAMES)
    assert sums.rows == rows
    assert sums.amount == sum(row["amount"] for row in sums.institutions.collect())
    tally = vsys_spark.Tally(session)
    priced = vsys_spark.price(frame, **NAMES, tally=tally)
    priced.write.parquet(str(tmp_path / "priced"))
    assert tally.rows == rows
    written = session.read.parquet(str(tmp_path / "priced")).agg(F.count("*"), F.sum("amount")).collect()[0]
    assert list(written) == [rows, sums.amount]
    sums.unpersist()

    def parent(batches: Any) -> Any:
        for batch in batches:
            yield pa.record_batch({"executor": [os.getppid()], "rows": [batch.num_rows]})

    places = vsys_spark.price(frame, **NAMES).mapInArrow(parent, "executor long, rows long").collect()
    assert len({row["executor"] for row in places}) == 2
    assert sum(row["rows"] for row in places) == rows
