"""The cascade over tables answers as the operation does."""

from __future__ import annotations

import random
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

import vsys

WEEK = "2021-05-10"
SUPPLY: Any = {"vaccine": 300, "needles": 4_000}
# Tokyo: Minato, Shinjuku, Shinagawa; Kanagawa: Yokohama with two of its wards; Hokkaido: Hakodate.
TOWNS = ["131032", "131041", "131091", "141003", "012025"]
WARDS = {"141011": "141003", "141020": "141003"}
LEVEL = ["code", "vaccine", "doses", "needles", "syringes", "origin", "proposed"]


def rows(seed: int) -> dict[str, list[dict[str, Any]]]:
    dice = random.Random(seed)
    hubs = [
        {"id": f"h{number:03}", "municipality": dice.choice([*TOWNS, *WARDS]), "capacity": dice.randrange(100, 9_000)}
        for number in range(60)
    ]
    for hub in dice.sample(hubs, 12):
        hub["floor"] = 1
    hubs[7] |= {"edit": 2, "reason": "停電のため"}
    hubs[9]["fixed"] = 1
    satellites = [
        {"id": f"s{number:03}", "hub": dice.choice(hubs)["id"], "capacity": dice.randrange(30, 900)}
        for number in range(80)
    ]
    return {
        "prefectures": [{"code": "13", "share": "0.4"}, {"code": "14", "weight": 9}, {"code": "01", "weight": 5}],
        "municipalities": [{"code": code, "weight": dice.randrange(1, 90), "cap": 150} for code in TOWNS],
        "hubs": hubs,
        "satellites": satellites,
    }


def request(lists: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """As the operation wants it: an edit with its reason is a record."""

    def record(row: dict[str, Any]) -> dict[str, Any]:
        row = {name: value for name, value in row.items() if value is not None}
        if "edit" in row:
            row["edit"] = {"boxes": row.pop("edit"), "reason": row.pop("reason")}
        return row

    return {name: [record(row) for row in rows] for name, rows in lists.items()}


def tables(lists: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    return {name: pl.DataFrame(rows, infer_schema_length=None) for name, rows in lists.items()}


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("method", [None, "webster"])
def test_the_same_as_the_operation(seed: int, method: Any) -> None:
    lists = rows(seed)
    common: Any = {"cycle": 5, "delivery_week": WEEK, "product": "pfizer-12plus", "supply": SUPPLY, "method": method}
    try:
        expected = vsys.allocation.cascade(**common, **request(lists))
    except vsys.VsysError as refused:
        # An edit may ask for more than the municipality received.
        with pytest.raises(vsys.VsysError) as caught:
            vsys.tables.cascade(**common, **tables(lists))
        assert (caught.value.code, caught.value.details) == (refused.code, refused.details)
        return
    shared = vsys.tables.cascade(**common, **tables(lists))
    answer = expected.answer
    for name in ("prefectures", "municipalities", "hubs"):
        members = getattr(shared, name).to_dict()
        level: list[Any] = answer[name]
        columns = LEVEL + {"hubs": ["own_vials", "vials_left_over"]}.get(name, ["left_over", "name"])
        assert {column: members[column] for column in columns} == {
            column: [row.get(column) for row in level] for column in columns
        }
    assert shared.nation.to_dict() == {
        column: [answer["nation"][column]]
        for column in ("vaccine", "doses", "needles", "syringes", "left_over")
    }
    assert shared.satellites.to_dict() == {
        column: [row[column] for row in answer["satellites"]]
        for column in ("id", "hub", "vials", "doses")
    }
    for name in ("shortfalls", "nothing"):
        listed: list[Any] = answer[name]  # type: ignore[literal-required]
        assert [dict(row) for row in listed] == pa.table(getattr(shared, name)).to_pylist()
    assert [
        {"giver": tie.giver, "level": tie.level, "tie": {"decided": tie.decided, "tied": tie.tied, "units": tie.units}}
        for tie in shared.ties
    ] == answer["ties"]
    assert shared.method == answer["method"]
    assert shared.assumptions == expected.assumptions
    assert [finding["code"] for finding in shared.findings] == [finding["code"] for finding in expected.findings]
    # The givers: hubs of a ward stand under its city.
    towns = dict(zip(shared.municipalities.to_dict()["code"], shared.municipalities.to_dict()["prefecture"]))
    assert all(prefecture == code[:2] for code, prefecture in towns.items())
    homes = {hub["id"]: WARDS.get(hub["municipality"], hub["municipality"]) for hub in lists["hubs"]}
    assert homes == dict(zip(shared.hubs.to_dict()["code"], shared.hubs.to_dict()["municipality"]))


def test_everything_that_is_wrong_at_once() -> None:
    hubs = pa.table({
        "id": ["a", "b", "a", ""],
        "municipality": ["131032", "131033", "999999", "131041"],
        "capacity": pa.array([10, -1, None, 5]),
        "share": ["0.1", "1e-2", None, None],
        "fixed": pa.array([1, None, None, None], pa.uint8()),
        "edit": pa.array([1, None, None, None], pa.uint8()),
        "capasity": [1, 2, 3, 4],
    })
    towns = pa.table({"code": ["131032", None], "weight": ["1", "2"]})
    with pytest.raises(vsys.VsysError) as caught:
        vsys.tables.cascade(
            cycle=0, delivery_week="2021-05-11", product="pfizer-12plus", supply=SUPPLY, hubs=hubs, municipalities=towns,
            satellites=towns,
        )
    found = {(finding["code"], finding.get("path")) for finding in caught.value.findings}
    assert found >= {
        ("base.text.form", "/hubs/columns/id/3"),
        ("table.cell.range", "/hubs/columns/capacity/1"),
        ("request.decimal.form", "/hubs/columns/share/1"),
        ("table.column.unread", "/hubs/columns/capasity"),
        ("table.cell.null", "/municipalities/columns/code/1"),
        ("table.column.type", "/municipalities/columns/weight"),
        ("table.column.missing", "/satellites/columns/id"),
        ("table.column.missing", "/satellites/columns/hub"),
        ("request.number.out_of_range", "/cycle"),
    }
    assert any(code.startswith("code.municipality.") and path == "/hubs/columns/municipality/1" for code, path in found)


def test_rules_are_told_at_the_column() -> None:
    hubs = pa.table({
        "id": ["b", "a", "b"],
        "municipality": ["131032"] * 3,
        "capacity": [100, 100, 100],
        "share": ["0.1", None, None],
        "fixed": pa.array([1, None, None], pa.uint8()),
        "reason": [None, "x", None],
        "edit": pa.array([None, None, 1], pa.uint8()),
    })
    common: Any = {"cycle": 1, "delivery_week": WEEK, "product": "pfizer-12plus", "supply": SUPPLY}
    with pytest.raises(vsys.VsysError) as caught:
        vsys.tables.cascade(**common, hubs=hubs)
    assert {(finding["code"], finding["path"]) for finding in caught.value.findings} == {
        ("allocation.node.directives", "/hubs/columns/share/0"),
        ("request.field.missing", "/hubs/columns/edit/1"),
        ("request.field.missing", "/hubs/columns/reason/2"),
    }
    with pytest.raises(vsys.VsysError) as caught:
        vsys.tables.cascade(**common, hubs=hubs.select(["id", "municipality", "capacity"]))
    assert {(finding["code"], finding["path"]) for finding in caught.value.findings} == {
        ("allocation.recipient.twice", "/hubs/columns/id/2")
    }


def test_too_many_rows() -> None:
    towns = pa.table({"code": ["131032"] * 2_001})
    with pytest.raises(vsys.VsysError) as caught:
        vsys.tables.cascade(
            cycle=1, delivery_week=WEEK, product="pfizer-12plus", supply=SUPPLY, municipalities=towns
        )
    assert {(finding["code"], finding["path"]) for finding in caught.value.findings} == {
        ("request.list.too_long", "/municipalities")
    }
