"""Bulk pricing of tables against the operation, against prices worked out here, and against itself in parts."""

from __future__ import annotations

import datetime
import json
import random
from collections import defaultdict
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vsys
from vsys._pricing import LineNames, pricing
from vsys._vsys import table_price_sums, tally_told, tally_whole
from vsys.tables import price, price_sums

SERVICES = ["vaccination", "consultation_only"]
AGES = ["six_and_over", "under_six"]
TIMES = ["regular", "off_hours", "holiday"]
COUPONS = ["without_coupon", "with_coupon"]
#: The words of the forms, by the codes of uint8.
JAPANESE = {
    "service": ["接種", "予診のみ"],
    "age": ["6歳以上", "6歳未満"],
    "time": ["時間内", "時間外", "休日"],
    "coupon": ["接種券貼付なし", "接種券貼付あり"],
}
NAMES: dict[str, Any] = {name: name for name in ("count", "service", "age", "time", "coupon")}
PRICED = ["unit", "net", "tax", "amount"]


def rows(seed: int, count: int = 400) -> list[dict[str, Any]]:
    dice = random.Random(seed)
    return [
        {
            "institution": f"131031{dice.randrange(30):04}",
            "municipality": dice.choice(["131032", "131041", "141003", "012025"]),
            # The additions of time begin on 2021-04-01.
            "date": datetime.date(2021, 4, 1) + datetime.timedelta(dice.randrange(900)),
            "count": dice.choice([0, 1, 1, 2, 7, 300]),
            "service": dice.choice(SERVICES),
            "age": dice.choice(AGES),
            "time": dice.choice(TIMES),
            "coupon": dice.choice(COUPONS),
        }
        for _ in range(count)
    ]


def arrow(listed: list[dict[str, Any]]) -> pa.Table:
    kinds = {"date": pa.date32(), "count": pa.uint32()}
    return pa.table({
        name: pa.array([row[name] for row in listed], kinds.get(name, pa.string())) for name in rows(0, 1)[0]
    })


def by_operation(row: dict[str, Any]) -> dict[str, int]:
    request = {name: row[name] for name in ("date", "count", "service", "age", "time")}
    answer = vsys.run("claims.price", request).answer
    return {
        "unit": answer["price"],
        "net": answer["net"],
        "tax": answer["amount"] - answer["net"],
        "amount": answer["amount"],
    }


@pytest.mark.parametrize("seed", range(3))
def test_the_same_as_the_operation_line_by_line(seed: int) -> None:
    listed = rows(seed)
    priced = price(arrow(listed), **NAMES, keep=["institution", "count"])
    expected = [by_operation(row) for row in listed]
    members = priced.table.to_dict()
    assert {name: members[name] for name in PRICED} == {name: [row[name] for row in expected] for name in PRICED}
    assert members["institution"] == [row["institution"] for row in listed]
    assert priced.table.schema.splitlines()[1] == "count: uint32"
    assert (priced.wrong, priced.findings) == (0, [])

    sums = price_sums(arrow(listed), **NAMES)
    by_institution: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    by_municipality: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for row, yen in zip(listed, expected):
        for kept in (by_institution[row["institution"]], by_municipality[row["municipality"], row["coupon"]]):
            for place, number in enumerate((row["count"], yen["net"], yen["tax"], yen["amount"])):
                kept[place] += number
    table = sums.institutions.to_dict()
    assert list(zip(*table.values())) == [(key, *by_institution[key]) for key in sorted(by_institution)]
    table = sums.municipalities.to_dict()
    assert list(table) == ["municipality", "coupon", "count", "net", "tax", "amount"]
    found = {(row[0], row[1]): list(row[2:]) for row in zip(*table.values())}
    assert found == dict(by_municipality)
    assert table["municipality"] == sorted(table["municipality"])
    assert (sums.count, sums.net, sums.tax) == tuple(sum(s[place] for s in by_institution.values()) for place in range(3))
    assert (sums.rows, sums.wrong, sums.amount) == (len(listed), 0, sums.net + sums.tax)


def test_the_printed_example() -> None:
    # CLM-4: 50 × 2,070 and 5 × 1,540 with 10 percent are 122,320.
    lines = pa.table({
        "date": pa.array([datetime.date(2021, 4, 1)] * 2), "count": [50, 5], "service": ["接種", "予診のみ"],
        "institution": pa.array([0, 0]), "municipality": pa.array([2, 2]),
    })
    sums = price_sums(lines, count="count", service="service")
    assert sums.amount == 122_320
    assert sums.institutions.to_dict() == {
        "institution": [0], "count": [55], "net": [111_200], "tax": [11_120], "amount": [122_320]
    }
    assert sums.municipalities.to_dict()["coupon"] == ["with_coupon"]


def test_a_table_of_every_library_and_in_every_shape() -> None:
    listed = rows(7)
    table = arrow(listed)
    expected = price_sums(table, **NAMES)
    codes = {name: [[*words].index(row[name]) for row in listed] for name, words in zip(
        ("service", "age", "time", "coupon"), (SERVICES, AGES, TIMES, COUPONS)
    )}
    coded = table
    japanese = table
    for name, numbers in codes.items():
        place = table.schema.get_field_index(name)
        coded = coded.set_column(place, name, pa.array(numbers, pa.uint8()))
        words = pa.array([JAPANESE[name][number] for number in numbers])
        japanese = japanese.set_column(place, name, words.dictionary_encode())
    moments = table.set_column(2, "date", table["date"].cast(pa.timestamp("ms")))
    frame = pd.DataFrame(table.to_pydict()).assign(date=lambda f: pd.to_datetime(f["date"]))
    duckdb.register("claim_lines", table)
    shapes: dict[str, Any] = {
        "coded": coded,
        "japanese": japanese,
        "moments": moments,
        "polars": pl.from_arrow(table),
        "categories": pl.DataFrame(pl.from_arrow(table)).with_columns(pl.col("institution", "service").cast(pl.Categorical)),
        "pandas": frame,
        "duckdb": duckdb.sql("SELECT * FROM claim_lines"),
        "batches": pa.Table.from_batches(table.to_batches(max_chunksize=7)),
        "empty batches": pa.concat_tables([table.slice(0, 0), table.slice(0, 100), table.slice(50, 0), table.slice(100)]),
        "sliced": pa.concat_tables([table, table]).combine_chunks().slice(len(listed)),
        "stream": pa.RecordBatchReader.from_batches(table.schema, iter(table.to_batches(max_chunksize=33))),
        "int64 counts": table.set_column(3, "count", table["count"].cast(pa.int64())),
        "uint16 counts": table.set_column(3, "count", table["count"].cast(pa.uint16())),
    }
    for name, shape in shapes.items():
        sums = price_sums(shape, **NAMES)
        assert sums.institutions.to_dict() == expected.institutions.to_dict(), name
        assert sums.municipalities.to_dict() == expected.municipalities.to_dict(), name
        assert (sums.count, sums.net, sums.tax, sums.rows) == (expected.count, expected.net, expected.tax, len(listed)), name
    for threads in (1, 2, 5):
        assert price_sums(table, **NAMES, threads=threads).institutions.to_dict() == expected.institutions.to_dict()


PERIODS: Any = [
    {"from": "2021-02-01", "until": "2021-12-01", "vaccination": 2_070, "consultation_only": 1_540, "tax": Decimal("0.10"),
     "under_six": 660, "off_hours": 730, "holiday": 2_130, "without_coupon": 55},
    {"from": datetime.date(2021, 12, 1), "vaccination": 2_077, "consultation_only": 1_543, "tax": "0.085", "under_six": 661},
]  # fmt: skip
START = datetime.date(2021, 2, 1)


def by_hand(row: tuple[int, int, int, int, int, int], rounding: str) -> tuple[int, int] | None:
    """Net and tax of a line by the periods above; nothing where a component is not in force."""
    day, count, service, age, time, coupon = row
    if day < 0:
        return None
    period = PERIODS[0] if START + datetime.timedelta(day) < datetime.date(2021, 12, 1) else PERIODS[1]
    parts = ["consultation_only" if service else "vaccination"]
    parts += ["under_six"] * age + [["off_hours"], ["holiday"]][time - 1] * (time > 0)
    if any(part not in period for part in parts):
        return None
    unit = sum(period[part] for part in parts) + (0 if coupon else period.get("without_coupon", 0))
    tax = Decimal(unit * count) * Decimal(period["tax"])
    whole = int(tax)
    if tax != whole and (rounding == "ceil" or (rounding == "half-up" and tax - whole >= Decimal("0.5"))):
        whole += 1
    return unit * count, whole


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(-2, 700), st.integers(0, 2**32 - 1) | st.integers(0, 9), st.integers(0, 1), st.integers(0, 1),
            st.integers(0, 2), st.integers(0, 1),
        ),
        max_size=40,
    ),
    st.sampled_from(["floor", "ceil", "half-up"]),
)  # fmt: skip
def test_periods_of_ones_own_against_prices_worked_out_here(lines: list[Any], rounding: Any) -> None:
    days = [START + datetime.timedelta(line[0]) for line in lines]
    kinds = [pa.int64(), *[pa.uint8()] * 4]
    columns = [pa.array([line[place + 1] for line in lines], kind) for place, kind in enumerate(kinds)]
    table = pa.table([pa.array(days, pa.date32()), *columns], ["date", *NAMES])
    priced = price(table, **NAMES, periods=PERIODS, rounding=rounding, faulty="tell").table.to_dict()
    expected = [by_hand(line, rounding) for line in lines]
    assert priced["net"] == [yen and yen[0] for yen in expected]
    assert priced["tax"] == [yen and yen[1] for yen in expected]
    assert priced["amount"] == [yen and sum(yen) for yen in expected]


def test_rows_without_a_price() -> None:
    table = pa.table({
        "day": pa.array([None, datetime.date(2021, 2, 16), *[datetime.date(2021, 5, 1)] * 6, datetime.date(2021, 3, 31)]),
        "count": pa.array([1, 1, None, -1, 2**32, 1, 1, 1, 1], pa.int64()),
        "service": ["vaccination", "接種", "接種", "接種", "接種", "vacination", None, "接種", "接種"],
        "time": ["regular"] * 8 + ["holiday"],
        "institution": ["a"] * 7 + [None, "a"],
        "municipality": ["x"] * 9,
    })
    names: Any = {"date": "day", "count": "count", "service": "service", "time": "time"}
    with pytest.raises(vsys.VsysError) as caught:
        price_sums(table, **names)
    found = {(finding["code"], finding["path"]) for finding in caught.value.findings}
    assert found == {
        ("table.cell.null", "/columns/day/0"),
        ("claims.rows.outside_programme", "/columns/day/0"),
        ("table.cell.null", "/columns/count/2"),
        ("claims.rows.count", "/columns/count/2"),
        ("table.cell.word", "/columns/service/5"),
        ("table.cell.null", "/columns/service/6"),
        ("table.cell.null", "/columns/institution/7"),
        ("claims.rows.not_in_force", "/columns/day/8"),
    }
    sums = price_sums(table, **names, faulty="tell")
    assert (sums.rows, sums.wrong, sums.amount) == (9, 9, 0)
    assert {(finding["code"], finding["path"]) for finding in sums.findings} == found
    assert len(sums.institutions) == len(sums.municipalities) == 0
    # The same however the rows are divided, and row by row.
    parts = price_sums(pa.Table.from_batches(table.to_batches(max_chunksize=2)), **names, faulty="tell")
    assert parts.findings == sums.findings
    priced = price(table, **names, faulty="tell")
    assert priced.wrong == 8
    assert priced.table.to_dict()["amount"] == [None] * 7 + [2_277, None]


def test_columns_that_cannot_be_read_refuse_in_any_case() -> None:
    table = pa.table({"date": ["2021-05-01"], "count": [1.0], "institution": [1.5]})
    for faulty in ("refuse", "tell"):
        with pytest.raises(vsys.VsysError) as caught:
            price_sums(table, count="count", age="age", faulty=faulty)
        assert {(finding["code"], finding["path"]) for finding in caught.value.findings} == {
            ("table.column.type", "/columns/date"),
            ("table.column.type", "/columns/count"),
            ("table.column.missing", "/columns/age"),
            ("table.column.type", "/columns/institution"),
            ("table.column.missing", "/columns/municipality"),
        }
        # Neither rows nor batches: the columns are wrong all the same.
        with pytest.raises(vsys.VsysError) as caught:
            price_sums(pa.RecordBatchReader.from_batches(table.schema, []), count="count", age="age", faulty=faulty)
        assert len(caught.value.findings) == 5
    none = pa.table({"date": pa.array([], pa.date32()), "k": pa.array([], pa.uint8())})
    assert len(price(pa.RecordBatchReader.from_batches(none.schema, []), keep=["k"])) == 0
    whole = pa.table({"date": pa.array([datetime.date(2021, 5, 1)])})
    with pytest.raises(vsys.VsysError) as caught:
        price(whole, keep=["id"])
    assert (caught.value.code, caught.value.findings[0]["path"]) == ("table.column.missing", "/columns/id")


def test_moments_of_the_day_are_no_days() -> None:
    moments = [datetime.datetime(2021, 5, 1), datetime.datetime(2021, 5, 1, 9, 30), None, datetime.datetime(1, 1, 1)]
    table = pa.table({"date": pa.array(moments, pa.timestamp("us"))})
    told = price(table, faulty="tell")
    assert told.table.to_dict()["amount"] == [2_277, None, None, None]
    assert {(finding["code"], finding["path"]) for finding in told.findings} == {
        ("table.cell.day", "/columns/date/1"),
        ("table.cell.null", "/columns/date/2"),
        ("claims.rows.outside_programme", "/columns/date/1"),
    }


def test_keys() -> None:
    day = datetime.date(2021, 5, 1)
    for keys, kept in (
        (pa.array([5, 0, 5], pa.uint8()), [0, 5]),
        (pa.array([5, 70_000, 5], pa.int32()), [5, 70_000]),
        (pa.array(["b", "a", "b"], pa.string_view()), ["a", "b"]),
        (pa.DictionaryArray.from_arrays(pa.array([1, 0, 1]), ["a", "b", "unused"]), ["a", "b"]),
    ):
        table = pa.table({"date": pa.array([day] * 3), "institution": keys, "municipality": keys})
        sums = price_sums(pa.Table.from_batches(table.to_batches(max_chunksize=1)))
        assert sums.institutions.to_dict()["institution"] == kept
        assert sorted(sums.institutions.to_dict()["count"]) == [1, 2]
        assert sums.municipalities.to_dict()["municipality"] == kept
    wrong = pa.array([-1, 2**24, 2**24 - 1, None], pa.int64())
    table = pa.table({"date": pa.array([day] * 4), "institution": wrong, "municipality": pa.array([0] * 4)})
    told = price_sums(table, faulty="tell")
    assert told.institutions.to_dict()["institution"] == [2**24 - 1]
    assert {(finding["code"], finding["path"]) for finding in told.findings} == {
        ("claims.rows.index", "/columns/institution/0"),
        ("table.cell.null", "/columns/institution/3"),
    }
    texts = pa.table({"date": pa.array([day] * 3), "institution": ["a", "", "x" * 65], "municipality": ["a"] * 3})
    with pytest.raises(vsys.VsysError) as caught:
        price_sums(texts)
    assert ("base.text.form", "/columns/institution") in {(f["code"], f["path"]) for f in caught.value.findings}


def test_periods_are_read_as_on_the_wire() -> None:
    table = pa.table({"date": pa.array([datetime.date(2021, 5, 1)])})
    for periods, found in (
        ([], {("claims.periods.none", "/periods")}),
        ([{"from": "2021-05-01", "tax": "1.1", "vaccination": -1}], {("request.number.out_of_range", "/periods/0/vaccination")}),
        ([{"from": "2021-05-01", "until": "2021-05-01", "tax": "1.1"}], {("claims.periods.reversed", "/periods/0/until"), ("claims.tax.rate", "/periods/0/tax")}),
        ([{"from": "2021-05-01", "tax": 0.1, "price": 5}], {("request.type.mismatch", "/periods/0/tax"), ("request.field.unknown", "/periods/0/price")}),
    ):
        with pytest.raises(vsys.VsysError) as caught:
            price(table, periods=periods)  # type: ignore[arg-type]
        assert {(finding["code"], finding["path"]) for finding in caught.value.findings} >= found


def test_nothing_at_all() -> None:
    table = arrow([]).schema.empty_table()
    sums = price_sums(table, **NAMES)
    assert (sums.rows, sums.amount, len(sums.institutions), len(sums.municipalities)) == (0, 0, 0, 0)
    assert sums.municipalities.column_names == ["municipality", "coupon", "count", "net", "tax", "amount"]
    assert price(table, **NAMES, keep=["institution"]).table.to_dict() == {name: [] for name in ["institution", *PRICED]}


def test_memory_is_shared() -> None:
    table = arrow(rows(1))
    kept = pa.table(price(table, **NAMES, keep=["institution"]))["institution"].chunk(0)
    assert [b and b.address for b in kept.buffers()[1:]] == [b and b.address for b in table["institution"].chunk(0).buffers()[1:]]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 40])
def test_tallies_of_parts_add_up_as_values_that_travel(size: int) -> None:
    # What goes from machine to machine, cut anywhere, tells what the whole tells.
    listed = rows(11, 120)
    for number, row in enumerate(listed):
        fault = number % 17
        row["date"] = None if fault == 1 else datetime.date(2020, 1, 1) if fault == 2 else row["date"]
        row["service"] = "vacination" if fault == 3 else row["service"]
        row["institution"] = "x" * 65 if fault == 4 else None if fault == 5 else row["institution"]
        row["time"] = "holiday" if fault == 6 else row["time"]
    table = arrow(listed)
    how = pricing(LineNames("date", *NAMES), None, "ceil", "tell", None)
    keys = ("institution", "municipality")

    def told(part: pa.Table) -> dict[str, Any]:
        tally: dict[str, Any] = json.loads(json.dumps(table_price_sums(part, None, how, *keys)[2]))
        return tally

    whole = tally_told(told(table), how, *keys)
    parts = [told(table.slice(start, size)) for start in range(0, len(table), size)]
    assert tally_told(tally_whole(parts), how, *keys) == whole
    assert tally_told(tally_whole([tally_whole(parts[:7]), tally_whole(parts[7:])]), how, *keys) == whole
    assert whole[0] == 120 and whole[1] > 30
