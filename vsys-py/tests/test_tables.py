"""Tables in and out, with the libraries that analysts use; the answers are those of the operations."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import vsys

ROWS = {
    "id": ["131041", "011002", "271004", "401307"],
    "weight": [3_500, 19_700, 27_400, 15_900],
    "floor": [0, 5, 0, 1],
    "cap": [None, 12, None, 9],
}


def arrow() -> pa.Table:
    kinds = [pa.string(), pa.int64(), pa.uint32(), pa.uint32()]
    return pa.table({name: pa.array(values, kind) for (name, values), kind in zip(ROWS.items(), kinds)})


#: The same table from every library, and in every shape.
GIVEN: dict[str, Callable[[], Any]] = {
    "pyarrow": arrow,
    "pyarrow, batch": lambda: arrow().to_batches()[0],
    "pyarrow, chunks": lambda: pa.concat_tables([arrow().slice(0, 1), arrow().slice(1, 0), arrow().slice(1, 3)]),
    "pyarrow, sliced": lambda: pa.concat_tables([arrow(), arrow()]).combine_chunks().slice(4),
    "pyarrow, batch sliced": lambda: pa.concat_tables([arrow(), arrow()]).combine_chunks().to_batches()[0].slice(4),
    "pyarrow, stream": lambda: pa.RecordBatchReader.from_batches(arrow().schema, iter(arrow().to_batches(2))),
    "pyarrow, generator": lambda: pa.RecordBatchReader.from_batches(
        arrow().schema, (batch for row in range(4) for batch in arrow().slice(row, 1).to_batches())
    ),
    "pyarrow, large": lambda: arrow().set_column(0, "id", arrow()["id"].cast(pa.large_string())),
    "pyarrow, view": lambda: arrow().set_column(0, "id", arrow()["id"].cast(pa.string_view())),
    "pyarrow, dictionary": lambda: arrow().set_column(0, "id", arrow()["id"].dictionary_encode()),
    "pyarrow, records": lambda: pa.StructArray.from_arrays(
        [arrow()[name].combine_chunks() for name in ROWS], names=list(ROWS)
    ),
    "polars": lambda: pl.DataFrame(ROWS),
    "polars, categories": lambda: pl.DataFrame(ROWS).with_columns(pl.col("id").cast(pl.Categorical)),
    "polars, chunks": lambda: pl.concat([pl.DataFrame(ROWS)[:2], pl.DataFrame(ROWS)[2:]], rechunk=False),
    "pandas": lambda: pd.DataFrame({**ROWS, "cap": pd.array(ROWS["cap"], "Int64")}),
    "duckdb": lambda: duckdb.sql("SELECT * FROM given_table"),
    "vsys": lambda: vsys.Table(arrow()),
}


def given(name: str) -> Any:
    if name == "duckdb":
        duckdb.register("given_table", arrow())
    return GIVEN[name]()


def expected(**options: Any) -> Any:
    rows = [dict(zip(ROWS, row)) for row in zip(*ROWS.values())]
    rows = [{name: value for name, value in row.items() if value is not None} for row in rows]
    return vsys.run("allocation.apportion", {"supply": 40, "recipients": rows, **options})


@pytest.mark.parametrize("name", GIVEN)
def test_a_table_of_every_library(name: str) -> None:
    shared = vsys.tables.apportion(given(name), supply=40, floor="floor", cap="cap")
    answer = expected()
    assert shared.table.to_dict() == {
        "id": [row["id"] for row in answer.answer["amounts"]],
        "amount": [row["amount"] for row in answer.answer["amounts"]],
    }
    assert (shared.given, shared.left_over, shared.method) == (40, 0, "largest-remainder")
    assert shared.assumptions == answer.assumptions
    assert shared.findings == answer.findings


def test_a_table_for_every_library() -> None:
    shared = vsys.tables.apportion(arrow(), supply=40, floor="floor", cap="cap")
    rows = list(zip(*shared.table.to_dict().values()))
    for answer in (shared, shared.table):
        assert pl.DataFrame(answer).rows() == rows
        assert [tuple(row.values()) for row in pa.table(answer).to_pylist()] == rows
        # pandas takes Arrow's tables by itself from 3 on, which needs Python 3.11.
        if hasattr(pd.DataFrame, "from_arrow"):
            assert list(pd.DataFrame.from_arrow(answer).itertuples(index=False, name=None)) == rows
        assert duckdb.sql("SELECT * FROM answer").fetchall() == rows
        assert answer.to_polars().rows() == rows
        assert [tuple(row.values()) for row in answer.to_pyarrow().to_pylist()] == rows
        assert list(answer.to_pandas().itertuples(index=False, name=None)) == rows
        assert pa.schema(answer) == pa.schema([("id", pa.string()), pa.field("amount", pa.int64(), nullable=False)])
    assert str(shared.table.schema) == "id: utf8\namount: int64"
    assert (len(shared), len(shared.table), shared.table.num_rows) == (4, 4, 4)
    assert shared.table.column_names == ["id", "amount"]
    assert repr(shared.table) == "vsys.Table (4 rows)\nid: utf8\namount: int64"
    with pytest.raises(AttributeError):
        shared.table.num_rows = 5  # type: ignore[misc]


@pytest.mark.parametrize("method", ["largest-remainder", "webster", "jefferson", "adams", "hill"])
@pytest.mark.parametrize("seed", range(5))
def test_the_same_as_the_operation(method: Any, seed: int) -> None:
    dice = random.Random(seed)
    rows: list[dict[str, Any]] = []
    for number in range(300):
        row: dict[str, Any] = {"id": f"{dice.randrange(10**6):06}{number:03}", "weight": dice.choice([1, 2, 2, 3, 50])}
        if dice.random() < 0.3:
            row["floor"] = dice.randrange(3)
        if dice.random() < 0.3:
            row["cap"] = row.get("floor", 0) + dice.randrange(4)
        rows.append(row)
    table = pa.Table.from_pylist([{"floor": None, "cap": None} | row for row in rows])
    answer = vsys.run(
        "allocation.apportion", {"supply": 1_000, "recipients": rows, "method": method, "explain": "text"}
    )
    shared = vsys.tables.apportion(table, supply=1_000, floor="floor", cap="cap", method=method, explain="text")
    members = shared.table.to_dict()
    assert members["amount"] == [row["amount"] for row in answer.answer["amounts"]]
    for place, why in enumerate(answer.answer["explanations"]):
        assert {name: members[name][place] for name in ("weight", "floor", "quota", "share", "bound")} == {
            name: why[name] for name in ("weight", "floor", "quota", "share", "bound")
        }
        for name in ("cap", "rank", "last_priority", "next_priority", "tie"):
            assert members[name][place] == why.get(name)
        assert members["text_ja"][place] == why["text"]["ja"]
        assert members["text_en"][place] == why["text"]["en"]
    tie = answer.answer.get("tie")
    assert (shared.tie and (shared.tie.decided, shared.tie.tied, shared.tie.units)) == (
        tie and (tie["decided"], tie["tied"], tie["units"])
    )
    # Figures that are exact: the shares add up to what was shared.
    if method == "largest-remainder":
        assert sum(Fraction(share) for share in members["share"]) == shared.given
    assert (shared.given, shared.left_over) == (answer.answer["given"], answer.answer["left_over"])
    assert shared.assumptions == answer.assumptions


def test_without_ids_the_earlier_row_is_the_smaller_id() -> None:
    shared = vsys.tables.apportion(pa.table({"weight": [1, 1, 1]}), supply=4, id=None)
    assert shared.table.to_dict() == {"amount": [2, 1, 1]}
    assert shared.tie == vsys.tables.Tie("smaller-code", [0, 1, 2], 1)


def test_memory_is_shared_both_ways() -> None:
    given = arrow()
    back = pa.table(vsys.Table(given))
    for name in ROWS:
        ours, theirs = back[name].chunk(0).buffers(), given[name].chunk(0).buffers()
        assert [buffer and buffer.address for buffer in ours[1:]] == [buffer and buffer.address for buffer in theirs[1:]]
    shared = vsys.tables.apportion(given, supply=40)
    ids = pa.table(shared)["id"].chunk(0).buffers()
    assert [buffer.address for buffer in ids[1:]] == [buffer.address for buffer in given["id"].chunk(0).buffers()[1:]]
    # What is given out twice is the same memory, and lives on without the table.
    first, second = pa.table(shared)["amount"].chunk(0), pa.table(shared)["amount"].chunk(0)
    assert first.buffers()[1].address == second.buffers()[1].address
    amounts = first.to_pylist()
    del shared, second
    assert first.to_pylist() == amounts


def test_what_is_given_stays_as_it_is() -> None:
    given = pa.table({
        "word": pa.array(["a", None, "b"]).dictionary_encode(),
        "day": pa.array([datetime.date(2021, 5, 10), None, datetime.date(1970, 1, 1)]),
        "flag": [True, None, False],
        "list": [[1], [], None],
        "yen": pa.array([2_070, -1, None], pa.int64()),
    })
    table = vsys.Table(given)
    assert pa.table(table).equals(given)
    assert pa.table(vsys.Table(given.slice(1))).equals(given.slice(1))
    assert vsys.Table(given.select(["word", "day", "flag", "yen"])).to_dict() == {
        name: given[name].to_pylist() for name in ("word", "day", "flag", "yen")
    }
    with pytest.raises(TypeError, match="list"):
        table.to_dict()
    assert table._repr_html_().startswith("<pre>")


def test_a_look_at_the_first_rows() -> None:
    table = vsys.Table(pa.table({"<id>": [f"<{row}>" for row in range(1_000)], "yen": range(1_000, 2_000)}))
    html = table._repr_html_()
    assert html.count("<tr>") == 21 and "20 / 1,000" in html
    assert "&lt;id&gt;" in html and "&lt;19&gt;" in html and "<19>" not in html and "1,019" in html
    assert table.to_dict(2) == {"<id>": ["<0>", "<1>"], "yen": [1_000, 1_001]}


def test_a_stream_is_read_once() -> None:
    stream = pa.RecordBatchReader.from_batches(arrow().schema, iter(arrow().to_batches()))
    capsule = stream.__arrow_c_stream__()

    class Used:
        def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
            return capsule

    assert vsys.Table(Used()).num_rows == 4
    with pytest.raises(vsys.VsysError) as caught:
        vsys.Table(Used())
    assert caught.value.code == "table.stream.used"


def test_a_library_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    table = vsys.Table(arrow())
    for package in ("polars", "pandas", "pyarrow"):
        monkeypatch.setitem(sys.modules, package, None)
        with pytest.raises(ImportError, match=f"pip install {package}"):
            getattr(table, f"to_{package}")()
