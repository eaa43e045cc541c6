"""Whatever table goes in, an answer or every fault of it comes out, and never a crash."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

import vsys


def found(table: Any, **options: Any) -> dict[tuple[str, str], Any]:
    """The findings of an apportionment: code and path → the rest."""
    with pytest.raises(vsys.VsysError) as caught:
        vsys.tables.apportion(table, **{"supply": 10, **options})
    for finding in caught.value.findings:
        assert finding["message"]["en"] and finding["message"]["ja"] and finding["rule"]
    return {(finding["code"], finding["path"]): finding for finding in caught.value.findings}


def test_everything_at_once() -> None:
    table = pa.table({
        "id": pa.array(["a", None, "b", "", "x" * 65]),
        "weight": pa.array([1, -1, None, 2**60, 5]),
        "floor": pa.array([1.0, 2.0, 3.0, 4.0, 5.0]),
    })
    assert set(found(table, supply=-1, floor="floor", cap="上限", method="fair")) == {
        ("table.cell.null", "/columns/id/1"),
        ("table.cell.null", "/columns/weight/2"),
        ("table.cell.range", "/columns/weight/1"),
        ("table.column.type", "/columns/floor"),
        ("table.column.missing", "/columns/上限"),
        ("request.number.out_of_range", "/supply"),
        ("request.word.unknown", "/method"),
    }
    assert set(found(table.drop_columns("floor").set_column(1, "weight", pa.array([1] * 5)))) == {
        ("table.cell.null", "/columns/id/1")
    }
    whole = pa.table({"id": ["a", "b", "a", "", "x" * 65], "weight": [1] * 5})
    assert set(found(whole)) == {("base.text.form", "/columns/id/3"), ("base.text.form", "/columns/id/4")}
    assert set(found(whole.slice(0, 3))) == {("allocation.recipient.twice", "/columns/id/2")}


def test_rows_are_counted_and_the_first_are_named() -> None:
    weights = [5 if row % 3 else None for row in range(1_000)]
    table = pa.table({"weight": pa.array(weights, pa.int16())})
    with pytest.raises(vsys.VsysError) as caught:
        vsys.tables.apportion(table, supply=1, id=None)
    assert caught.value.details == {"column": "weight", "count": 334, "rows": [3 * row for row in range(10)]}
    assert [finding["path"] for finding in caught.value.findings] == ["/columns/weight/0"]
    # The rows are counted through all chunks.
    later = pa.concat_tables([pa.table({"weight": [1, 2]}), pa.table({"weight": pa.array([None, 1], pa.int64())})])
    assert set(found(later, id=None)) == {("table.cell.null", "/columns/weight/2")}


@pytest.mark.parametrize("kind", ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"])
def test_every_integer_type(kind: str) -> None:
    weights = pa.array([1, 100, 27], getattr(pa, kind)())
    assert vsys.tables.apportion(pa.table({"weight": weights}), supply=128, id=None).table.to_dict() == {
        "amount": [1, 100, 27]
    }
    if kind.startswith("int"):
        below = pa.array([1, -1, 1], getattr(pa, kind)())
        assert set(found(pa.table({"weight": below}), id=None)) == {("table.cell.range", "/columns/weight/1")}


def test_the_edges_of_the_range() -> None:
    most = 2**53 - 1
    table = pa.table({"weight": pa.array([most, most], pa.uint64())})
    assert vsys.tables.apportion(table, supply=most, id=None).given == most
    for beyond in (2**53, 2**63, 2**64 - 1):
        table = pa.table({"weight": pa.array([1, beyond], pa.uint64()), "cap": pa.array([1, beyond], pa.uint64())})
        assert set(found(table, id=None, cap="cap")) == {
            ("table.cell.range", "/columns/weight/1"),
            ("table.cell.range", "/columns/cap/1"),
        }, beyond


@pytest.mark.parametrize("column", [
    pa.array([1.0]), pa.array(["1"]), pa.array([True]), pa.array([None]), pa.array([b"1"]), pa.array([[1]]),
    pa.array([{"a": 1}]), pa.array([1], pa.decimal128(5)), pa.array([1], pa.date32()), pa.array([1], pa.duration("s")),
    pa.array([1]).dictionary_encode(),
], ids=lambda column: str(column.type))
def test_other_types_for_a_number(column: pa.Array) -> None:
    assert set(found(pa.table({"weight": column}), id=None)) == {("table.column.type", "/columns/weight")}


@pytest.mark.parametrize("column", [
    pa.array([1]), pa.array([1.5]), pa.array([None]), pa.array([b"1"]), pa.array([1]).dictionary_encode(),
    pa.array([["a"]]),
], ids=lambda column: str(column.type))
def test_other_types_for_an_id(column: pa.Array) -> None:
    assert set(found(pa.table({"id": column, "weight": [1]}))) == {("table.column.type", "/columns/id")}


def test_numbers_of_pandas_with_gaps_are_floats_and_the_help_says_what_to_do() -> None:
    table = pd.DataFrame({"weight": [1, 2], "cap": [np.nan, 1]})
    with pytest.raises(vsys.VsysError) as caught:
        vsys.tables.apportion(table, supply=3, id=None, cap="cap")
    assert (caught.value.code, caught.value.findings[0]["path"]) == ("table.column.type", "/columns/cap")
    assert "Int64" in caught.value.help["en"] and "Int64" in caught.value.help["ja"]
    whole = table.assign(cap=table["cap"].astype("Int64"))
    assert vsys.tables.apportion(whole, supply=3, id=None, cap="cap").table.to_dict() == {"amount": [2, 1]}


def test_two_columns_of_one_name() -> None:
    table = pa.Table.from_arrays([pa.array([1]), pa.array([2])], names=["weight", "weight"])
    assert set(found(table, id=None)) == {("table.column.twice", "/columns/weight")}


def test_nothing_at_all() -> None:
    schema = pa.schema([("id", pa.string()), ("weight", pa.int64())])
    for table in (
        schema.empty_table(),
        pa.RecordBatchReader.from_batches(schema, iter([])),
        pa.RecordBatchReader.from_batches(schema, iter(pa.record_batch([[], []], schema=schema).slice(0) for _ in "ab")),
    ):
        assert vsys.tables.apportion(table, supply=0).table.to_dict() == {"id": [], "amount": []}
    assert set(found(schema.empty_table(), supply=1)) == {("allocation.weights.none", "/supply")}
    assert set(found(pa.table({}))) == {("table.column.missing", "/columns/id"), ("table.column.missing", "/columns/weight")}
    assert vsys.Table(pa.table({})).to_dict() == {}


def test_dictionaries_with_gaps() -> None:
    words = pa.array(["a", None, "b"])
    keys = pa.DictionaryArray.from_arrays(pa.array([0, 2, 0], pa.int8()), words)
    assert set(found(pa.table({"id": keys, "weight": [1, 1, 1]}))) == {("allocation.recipient.twice", "/columns/id/2")}
    for indices, row in (([0, 1, 2], 1), ([0, 2, None], 2)):
        keys = pa.DictionaryArray.from_arrays(pa.array(indices, pa.int8()), words)
        assert set(found(pa.table({"id": keys, "weight": [1, 1, 1]}))) == {("table.cell.null", f"/columns/id/{row}")}
    gaps = pa.DictionaryArray.from_arrays(pa.array([None, None], pa.uint64()), pa.array([], pa.string_view()))
    assert set(found(pa.table({"id": gaps, "weight": [1, 1]}))) == {("table.cell.null", "/columns/id/0")}


def test_records_that_are_null() -> None:
    records = pa.StructArray.from_arrays([pa.array([1, 2, 3])], names=["weight"], mask=pa.array([False, True, False]))
    finding = found(records, id=None)["table.row.null", ""]
    assert finding["severity"] == "error"
    # What is outside of the part is not looked at.
    assert vsys.tables.apportion(records.slice(2), supply=1, id=None).table.to_dict() == {"amount": [1]}


def broken() -> dict[str, Callable[[], pa.Table]]:
    """Tables made by hand whose parts contradict each other."""

    def text(offsets: list[int], data: bytes = b"abcdef", kind: Any = pa.string(), width: str = "i4") -> Any:
        def table() -> pa.Table:
            # pyarrow looks at the ends when a table is made, so they are spoilt afterwards.
            memory = np.minimum(np.arange(len(offsets), dtype=width), len(data))
            array = pa.Array.from_buffers(kind, len(offsets) - 1, [None, pa.py_buffer(memory), pa.py_buffer(data)])
            table = pa.table({"id": array, "weight": [1, 1, 1]})
            memory[:] = offsets
            return table

        return table

    def keys(indices: list[int]) -> Any:
        words = pa.DictionaryArray.from_arrays(pa.array(indices, pa.int32()), ["a", "b"], safe=False)
        return lambda: pa.table({"id": words, "weight": [1, 1, 1]})

    return {
        "backwards": text([0, 4, 2, 6]),
        "before the text": text([-2, 1, 3, 6]),
        "end before the text": text([0, 1, 2, -1]),
        "end before the large text": text([0, 1, 2, -1], kind=pa.large_string(), width="i8"),
        "end far away": text([0, 1, 2, 2**62], kind=pa.large_string(), width="i8"),
        "no UTF-8": text([0, 1, 2, 3], b"a\xffc"),
        "half a character": text([0, 1, 2, 3], "東".encode()),
        "unknown word": keys([0, 1, 2]),
        "negative word": keys([0, -1, 1]),
    }


@pytest.mark.parametrize("name", broken())
def test_arrays_that_contradict_themselves(name: str) -> None:
    table = broken()[name]()
    assert {code for code, _ in found(table)} == {"table.array.broken"}
    with pytest.raises(vsys.VsysError) as caught:
        vsys.Table(table)
    assert caught.value.code == "table.array.broken"
    # Nobody looks at a column that is not asked for, unless the array as a whole cannot be taken.
    try:
        assert len(vsys.tables.apportion(table, supply=3, id=None)) == 3
    except vsys.VsysError as error:
        assert error.code == "table.array.broken"


def test_a_type_that_nobody_knows() -> None:
    schema, array = pa.record_batch({"a": [1]}).__arrow_c_array__()
    pointer = ctypes.pythonapi.PyCapsule_GetPointer
    pointer.restype, pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    # The first member of a schema is its format.
    unknown = ctypes.c_char_p(b"?!")
    ctypes.cast(pointer(schema, b"arrow_schema"), ctypes.POINTER(ctypes.c_char_p))[0] = unknown
    with pytest.raises(vsys.VsysError) as caught:
        vsys.Table(Array(schema, array))
    assert caught.value.code == "table.schema.unknown"


class Stream:
    def __init__(self, capsule: Any) -> None:
        self.capsule = capsule

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        return self.capsule


class Array:
    def __init__(self, *capsules: Any) -> None:
        self.capsules = capsules

    def __arrow_c_array__(self, requested_schema: object = None) -> Any:
        return self.capsules


@pytest.mark.parametrize("value", [
    None, 5, "id,weight", [{"weight": 1}], {"weight": [1]}, np.array([1]), pa.schema([("a", pa.int64())]),
    Stream(None), Stream(5), Array(), Array(1, 2),
], ids=lambda value: type(value).__name__)
def test_what_is_no_table(value: Any) -> None:
    with pytest.raises((TypeError, IndexError)):
        vsys.tables.apportion(value, supply=1)
    with pytest.raises((TypeError, IndexError)):
        vsys.Table(value)


def test_capsules_of_other_things() -> None:
    batch = pa.record_batch({"weight": [1]})
    schema, array = batch.__arrow_c_array__()
    stream = pa.table(batch).__arrow_c_stream__()
    for value in (Stream(schema), Stream(array), Array(array, schema), Array(stream, array), Array(schema, stream)):
        with pytest.raises(ValueError):
            vsys.Table(value)
    # After all that the capsules are whole.
    assert vsys.Table(Array(schema, array)).to_dict() == {"weight": [1]}
    assert vsys.Table(Stream(stream)).to_dict() == {"weight": [1]}
    with pytest.raises(vsys.VsysError) as caught:
        vsys.Table(Array(schema, array))
    assert caught.value.code == "table.stream.used"


def test_arrays_that_are_no_table() -> None:
    for value in (pa.array([1, 2]), pa.chunked_array([[1], [2]])):
        with pytest.raises(vsys.VsysError) as caught:
            vsys.Table(value)
        assert caught.value.code == "table.schema.no_table"
    # The schema of another table than the array's.
    schema, _ = pa.record_batch({"a": [1], "b": ["x"]}).__arrow_c_array__()
    _, array = pa.record_batch({"a": [1]}).__arrow_c_array__()
    with pytest.raises(vsys.VsysError) as caught:
        vsys.Table(Array(schema, array))
    assert caught.value.code == "table.array.broken"
    schema, _ = pa.record_batch({"a": ["x"]}).__arrow_c_array__()
    _, array = pa.record_batch({"a": [1]}).__arrow_c_array__()
    with pytest.raises(vsys.VsysError) as caught:
        vsys.Table(Array(schema, array))
    assert caught.value.code == "table.array.broken"


def test_a_source_that_fails() -> None:
    def batches() -> Any:
        yield pa.record_batch({"weight": [1]})
        raise OSError("the disk is gone")

    schema = pa.schema([("weight", pa.int64())])
    with pytest.raises(vsys.VsysError) as caught:
        vsys.tables.apportion(pa.RecordBatchReader.from_batches(schema, batches()), supply=1, id=None)
    assert caught.value.code == "table.stream.broken"
    assert "the disk is gone" in caught.value.message["en"]

    class Broken:
        def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
            raise OSError("no stream today")

    with pytest.raises(OSError, match="no stream today"):
        vsys.Table(Broken())


@pytest.mark.parametrize("argument", ["supply", "method", "ties", "first_units", "explain"])
def test_arguments_are_read_as_on_the_wire(argument: str) -> None:
    calls: list[Callable[[], Any]] = [
        lambda: vsys.tables.apportion(pa.table({"weight": [1]}), id=None, **{"supply": 1, argument: 1.5}),  # type: ignore[arg-type]
        lambda: vsys.run("allocation.apportion", {"supply": 1, "recipients": [], argument: 1.5}),
    ]
    caught = []
    for call in calls:
        with pytest.raises(vsys.VsysError) as error:
            call()
        caught.append({(finding["code"], finding["path"]) for finding in error.value.findings if finding["path"] != "/supply"})
    assert caught[0] == caught[1]


def test_every_code_of_a_table_is_raised_here() -> None:
    source = (Path(__file__).parents[1] / "src" / "table_problem.rs").read_text(encoding="utf-8")
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    codes = set(re.findall(r'"(table\.[a-z_]+\.[a-z_]+)"', source))
    assert codes and {code for code in codes if tests.count(code) == 0} == set()
