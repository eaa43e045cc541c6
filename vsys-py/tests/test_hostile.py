"""Whatever goes in, an answer or a coded error comes out."""

import datetime
import json
import random
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import vsys

NAMES = [name for name, _, _ in vsys.operations()]


def error(answer: bytes) -> dict[str, Any]:
    members = json.loads(answer.decode("utf-8"))
    assert list(members) == ["error"]
    body: dict[str, Any] = members["error"]
    assert body["code"] and body["message"]["en"] and body["message"]["ja"]
    return body


def codes(request: object, operation: str = "quantity.convert") -> set[tuple[str, str]]:
    with pytest.raises(vsys.VsysError) as caught:
        vsys.run(operation, request)  # type: ignore[arg-type]
    return {(finding["code"], finding["path"]) for finding in caught.value.findings}


@pytest.mark.parametrize("name", NAMES)
def test_random_bytes(name: str) -> None:
    dice = random.Random(name)
    for length in [0, 1, 2, 3, 10, 100, 1000]:
        for _ in range(20):
            assert error(vsys.call(name, dice.randbytes(length)))["code"].startswith("request.")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", ["", "null", "0", '"x"', "[]", "true", "{", "}", "{]", '{"a"', "\ufeff{}"])
def test_no_object(name: str, text: str) -> None:
    assert error(vsys.call(name, text))["code"].startswith("request.")


@pytest.mark.parametrize("text", [b"[" * 5_000_000, b'{"a":' * 1_000_000, b"[" * 66 + b"]" * 66])
def test_deep(text: bytes) -> None:
    assert error(vsys.call("quantity.convert", text))["code"] == "request.depth.exceeded"


def test_too_large() -> None:
    assert error(vsys.call("quantity.convert", b" " * (64 * 1024 * 1024 + 1)))["code"] == "request.size.too_large"
    assert error(vsys.call("quantity.convert", b'"' + b"a" * 10_000_000 + b'"'))["code"] == "request.type.mismatch"


def test_members_twice() -> None:
    body = error(vsys.call("calendar.holiday", '{"date":"2021-07-22","date":"2021-07-23"}'))
    assert body["code"] == "request.field.twice"


def test_invalid_utf8() -> None:
    assert error(vsys.call("calendar.holiday", b'{"date":"\xff"}'))["code"] == "request.text.utf8"
    # Half of a surrogate pair in a str is no UTF-8 either.
    assert error(vsys.call("calendar.holiday", '{"date":"\ud800"}'))["code"] == "request.text.utf8"
    assert codes({"date": "\ud800"}, "calendar.holiday") == {("request.text.surrogate", "/date")}


@pytest.mark.parametrize("value", [-0.0, 1.0, 1.5, 1e300, float("nan"), float("inf"), float("-inf")])
def test_numbers_that_are_no_integers(value: object) -> None:
    assert ("request.number.not_integer", "/boxes") in codes({"boxes": value})


@pytest.mark.parametrize("value", [2**32, 2**60, -1, 10**100, 10**5000, -(10**5000)], ids=range(6))
def test_numbers_out_of_range(value: object) -> None:
    assert ("request.number.out_of_range", "/boxes") in codes({"boxes": value})


def test_dates_times_decimals_and_fractions() -> None:
    jst = datetime.timezone(datetime.timedelta(hours=9))
    assert ("request.date.form", "/date") in codes({"date": datetime.datetime(2021, 7, 22, 9, 0)}, "calendar.holiday")
    deadline = {"deadline": "x"}
    for now in (
        datetime.datetime(2021, 3, 1, 9, 0, 30),
        datetime.datetime(2021, 3, 1, 9, 0, 0, 1),
        datetime.datetime.max.replace(tzinfo=datetime.timezone.utc),
    ):
        assert ("request.time.form", "/now") in codes(deadline | {"now": now}, "calendar.deadline")
    for now in (datetime.datetime(2021, 3, 1, 9, 0, tzinfo=jst), datetime.datetime(2021, 3, 1, 9, 0)):
        assert ("request.time.form", "/now") not in codes(deadline | {"now": now}, "calendar.deadline")
    fill = {"product": "p", "delivery_week": "2021-03-01", "boxes": 1, "purpose": "plan"}
    for rate in (Decimal("NaN"), Decimal("Infinity"), Decimal("-0.1"), Decimal("1E+999999"), Decimal("1E-999999")):
        found = codes(fill | {"policy": {"name": "reserve", "rate": rate}}, "needle.fill")
        assert ("request.decimal.form", "/policy/rate") in found, rate
    assert ("request.date.form", "/date") in codes({"date": Fraction(10**5000, 3)}, "calendar.holiday")


def test_deep_and_circular_values() -> None:
    deep: list[object] = []
    for _ in range(200_000):
        deep = [deep]
    assert codes(deep) == {("request.depth.exceeded", "")}
    circle: dict[str, object] = {}
    circle["a"] = circle
    assert codes(circle) == {("request.depth.exceeded", "")}


@pytest.mark.parametrize("value", [[], None, 5, True, [{"a": 1}]])
def test_values_that_are_no_mappings(value: object) -> None:
    assert codes(value) == {("request.type.mismatch", "")}


@pytest.mark.parametrize("value", [{1, 2}, object(), b"bytes", print])
def test_values_that_have_no_json(value: object) -> None:
    with pytest.raises(TypeError):
        vsys.run("quantity.convert", {"boxes": value})
    with pytest.raises(TypeError):
        vsys.call("quantity.convert", value if not isinstance(value, bytes) else 5)  # type: ignore[arg-type]


def test_keys_of_other_types() -> None:
    assert ("request.field.unknown", "/1") in codes({1: 2})
    assert ("request.field.twice", "/1") in codes({1: 2, "1": 3})
    with pytest.raises(TypeError):
        vsys.run("quantity.convert", {(1, 2): 3})  # type: ignore[dict-item]
