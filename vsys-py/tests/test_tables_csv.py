"""CSV as tables: every fault with its cell, in both encodings, whole and in blocks."""

from __future__ import annotations

import datetime
import io
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import vsys
from vsys.tables import Column, read_csv

# Invented codes with their check digits: 1 + 3×… as the notice prescribes is checked by code.institution.
SITES = "医療機関コード,区分,市町村コード,基本型接種施設,接種可能量\n1310310013,基本型,131032,,\"1200\"\n1310310021,サテライト,131032,1310310013,300\n"
TABLE: dict[str, list[Any]] = {
    "row": [2, 3],
    "code": ["1310310013", "1310310021"],
    "kind": ["hub", "satellite"],
    "municipality": ["131032", "131032"],
    "hub": [None, "1310310013"],
    "capacity": [1_200, 300],
}


class Trickle(io.RawIOBase):
    """A file that gives a few bytes at a time."""

    def __init__(self, data: bytes, step: int) -> None:
        self.data, self.step = data, step

    def read(self, size: int = -1) -> bytes:
        given, self.data = self.data[: self.step], self.data[self.step :]
        return given


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("named", [False, True])
def test_both_encodings_from_every_source(tmp_path: Path, encoding: str, named: bool) -> None:
    data = SITES.encode(encoding)
    path = tmp_path / "会場.csv"
    path.write_bytes(data)
    stated: Any = ("cp932" if encoding == "cp932" else "utf-8") if named else "auto"
    with path.open("rb") as file:
        for source in (path, str(path), data, bytearray(data), memoryview(data), io.BytesIO(data), file, Trickle(data, 3)):
            sheet = read_csv(source, "sites", encoding=stated)
            assert sheet.table.to_dict() == TABLE
            assert (sheet.rows, sheet.findings) == (2, [])
            assert sheet.encoding == ("CP932" if encoding == "cp932" else "UTF-8")


def test_types() -> None:
    sheet = read_csv(
        "id,数,円,日,時,可,券\n a ,4294967295,9007199254740991,2021-05-10,09:30,はい,0000000017\n\nb,0,0,0001-01-01,23:59:59,no,\n".encode(),
        [
            Column(("id",)), Column(("count", "数"), "uint32", filled=False), Column(("yen", "円"), "int64", filled=False),
            Column(("day", "日"), "date"), Column(("time", "時"), "time"), Column(("flag", "可"), "flag"),
            Column(("coupon", "券"), "coupon_number", filled=False), Column(("absent",), "date", required=False),
        ],
    )  # fmt: skip
    assert sheet.table.to_dict() == {
        "row": [2, 4],
        "id": ["a", "b"],
        "count": [2**32 - 1, 0],
        "yen": [2**53 - 1, 0],
        "day": [datetime.date(2021, 5, 10), datetime.date(1, 1, 1)],
        "time": [datetime.time(9, 30), datetime.time(23, 59, 59)],
        "flag": [True, False],
        "coupon": ["0000000017", None],
        "absent": [None, None],
    }
    kinds = [pa.uint32(), pa.string(), pa.uint32(), pa.int64(), pa.date32(), pa.time32("s"), pa.bool_(), pa.string(), pa.date32()]
    assert pa.schema(sheet).types == kinds
    assert pa.table(sheet).to_pydict() == sheet.table.to_dict()
    assert sheet.to_polars().to_dict(as_series=False) == sheet.table.to_dict()


FAULTY = (
    "code,kind,municipality,hub,capacity\n"
    "1310310013,hub,131032,,12a\n"
    "13103100,hub,131033,,1\n"
    "1310310013,clinic,131032,,\n"
    "1310310021,satellite,131032,1310310013,1,1\n"
    "1310310039,hub,131041,,7\n"
)


def test_every_fault_with_its_cell() -> None:
    with pytest.raises(vsys.VsysError) as caught:
        read_csv(FAULTY.encode(), "sites", name="会場.csv")
    found = {(finding["code"], finding["place"]["cell"]) for finding in caught.value.findings}
    assert found == {
        ("rows.cell.number", "E2"),
        ("code.institution.form", "A3"),
        ("code.municipality.check_digit", "C3"),
        ("rows.cell.twice", "A4"),
        ("rows.cell.word", "B4"),
        ("rows.cell.empty", "E4"),
        ("rows.row.width", "5"),
    }
    assert {finding["place"]["file"] for finding in caught.value.findings} == {"会場.csv"}
    told = read_csv(FAULTY.encode(), "sites", faulty="tell", name="会場.csv")
    assert told.findings == caught.value.findings
    assert told.table.to_dict() == {
        "row": [2, 3, 4, 6],
        "code": ["1310310013", None, "1310310013", "1310310039"],
        "kind": ["hub", "hub", None, "hub"],
        "municipality": ["131032", None, "131032", "131041"],
        "hub": [None] * 4,
        "capacity": [None, 1, None, 7],
    }
    # However the bytes are divided.
    for step in (1, 7, 64):
        again = read_csv(Trickle(FAULTY.encode(), step), "sites", faulty="tell", name="会場.csv")
        assert (again.findings, again.table.to_dict()) == (told.findings, told.table.to_dict())


def test_personal_data_are_not_shown() -> None:
    text = "券番号,市町村コード,生年月日,接種日,区分,接種券の有無\n123456789X,131032,1950-13-01,2021-05-10,接種,あり\n0000000017,131032,1950-01-31,2021-05-10,接種,あり\n"
    told = read_csv(text.encode(), "vaccinations", faulty="tell")
    assert {(finding["code"], finding["place"]["cell"]) for finding in told.findings} == {
        ("code.coupon.form", "A2"),
        ("rows.cell.date", "C2"),
    }
    assert "123456789X" not in str(told.findings) and "1950-13-01" not in str(told.findings)
    assert told.table.personal_columns == ["coupon_number", "birth_date"]
    html = told.table._repr_html_()
    assert "0000000017" not in html and "1950" not in html and "131032" in html and "…" in html
    assert "0000000017" not in repr(told) and "0000000017" not in repr(told.table)
    members = told.table.to_dict()
    assert members["coupon_number"] == [None, "0000000017"]
    assert members["service"] == ["vaccination"] * 2 and members["coupon"] == ["with_coupon"] * 2
    # What was personal stays so on its way through another library of Arrow.
    assert vsys.Table(pa.table(told)).personal_columns == ["coupon_number", "birth_date"]


def test_headers_that_cannot_be_used() -> None:
    for text, code in (
        ("", "rows.sheet.empty"),
        ("code\n1\n", "rows.header.missing"),
        ("code,kind,municipality,hub,capacity,weight\n", "rows.header.unknown"),
        ("code,kind,municipality,hub,capacity,接種可能量\n", "rows.header.twice"),
    ):
        with pytest.raises(vsys.VsysError) as caught:
            read_csv(text.encode(), "sites")
        assert caught.value.code == code
        told = read_csv(text.encode(), "sites", faulty="tell")
        assert (told.rows, len(told.table)) == (0, 0) and told.findings


@pytest.mark.parametrize("data", [b"\x00", b"\xff\xfe\x00", b'a\n"', b'a\n"x' * 1_000, b"a\n" + b"\x81", b"\n" * 10_000, b"a\r\r\n"])
def test_any_bytes(data: bytes) -> None:
    for encoding in ("auto", "utf-8", "cp932"):
        told = read_csv(data, {"a": "text"}, encoding=encoding, faulty="tell")
        assert told.rows == len(told.table)


def test_many_rows_make_several_batches() -> None:
    text = "a\n" + "".join(f"{row}\n" for row in range(1_200_000))
    sheet = read_csv(text.encode(), {"a": "uint32"})
    table = pa.table(sheet)
    assert table["a"].num_chunks == 2
    assert table["a"].to_numpy().tolist() == list(range(1_200_000))
    assert table["row"].to_numpy().tolist() == list(range(2, 1_200_002))


def test_wrong_arguments() -> None:
    with pytest.raises(TypeError, match="rb"):
        read_csv(io.StringIO("a\n1\n"), {"a": "text"})  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="sites"):
        read_csv(b"", "people")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="float"):
        read_csv(b"", {"a": "float"})  # type: ignore[dict-item]
    with pytest.raises(ValueError, match="latin-1"):
        read_csv(b"", {"a": "text"}, encoding="latin-1")  # type: ignore[arg-type]
    with pytest.raises(OSError):
        read_csv("/no/such/file.csv", "sites")

    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        read_csv(Broken(), "sites")


def test_sites_go_on_into_the_cascade() -> None:
    import pyarrow.compute as pc

    rows = pa.table(read_csv(SITES.encode("cp932"), "sites"))
    is_hub = pc.equal(rows["kind"], "hub")
    hubs = rows.filter(is_hub).rename_columns({"code": "id"})
    satellites = rows.filter(pc.invert(is_hub)).rename_columns({"code": "id"})
    shared = vsys.tables.cascade(
        cycle=5, delivery_week="2021-05-10", product="pfizer-12plus", supply={"vaccine": 1, "needles": 20},
        hubs=hubs, satellites=satellites,
    )
    assert shared.hubs.to_dict()["vaccine"] == [1]
    # One box of 195 vials of 6 doses: 200 vials for the hub's own 1,200 doses would be asked, 50 for the satellite.
    assert sum(shared.satellites.to_dict()["vials"]) + sum(shared.hubs.to_dict()["own_vials"]) == 195
    assert {finding["path"] for finding in shared.findings if finding["code"] == "table.column.unread"} == {
        f"/{table}/columns/{name}" for table, names in (("hubs", ["row", "kind", "hub"]), ("satellites", ["row", "kind", "municipality"])) for name in names
    }
