"""The one error."""

import copy
import json
import pickle
from collections.abc import Iterator

import pytest

import vsys


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    vsys.language("en")


def refusal(operation: str, request: object) -> vsys.VsysError:
    with pytest.raises(vsys.VsysError) as caught:
        vsys.run(operation, request)  # type: ignore[arg-type]
    return caught.value


def test_every_finding_at_once() -> None:
    error = refusal("quantity.convert", {"boxes": -1, "colour": "red"})
    found = {(finding["code"], finding["path"]) for finding in error.findings}
    assert found == {
        ("request.field.missing", "/delivery_week"),
        ("request.field.missing", "/product"),
        ("request.field.unknown", "/colour"),
        ("request.number.out_of_range", "/boxes"),
    }
    assert error.findings_total == 4
    assert error.code in {finding["code"] for finding in error.findings}
    assert all(finding["rule"] and finding["severity"] == "error" for finding in error.findings)


def test_the_error_is_the_wires() -> None:
    request = {"kind": "wrong"}
    wire = json.loads(vsys.call("rules.list", json.dumps(request)))["error"]
    error = refusal("rules.list", request)
    assert error.code == wire["code"] == "request.word.unknown"
    assert error.message == wire["message"]
    assert error.help == wire["help"]
    assert error.details == wire["details"] == {"expected": ["computed", "text"]}
    assert error.findings == wire["findings"]
    assert error.assumptions == wire["assumptions"]


def test_both_languages() -> None:
    error = refusal("quantity.convert", {})
    assert error.message["en"] in str(error)
    assert "(2 findings)" in str(error)
    vsys.language("ja")
    assert error.message["ja"] in str(error)
    assert "2 件" in str(error)
    with pytest.raises(ValueError):
        vsys.language("fr")  # type: ignore[arg-type]


def test_an_unknown_operation() -> None:
    assert refusal("no.such", {}).code == "request.operation.unknown"
    assert refusal("", {}).code == "request.operation.unknown"
    assert refusal("\ud800", {}).code == "request.operation.unknown"
    with pytest.raises(vsys.VsysError) as caught:
        vsys.schema("no.such")
    assert caught.value.code == "request.operation.unknown"


def test_it_can_be_copied_and_sent() -> None:
    error = refusal("quantity.convert", {})
    for twin in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert str(twin) == str(error)
        assert twin.findings == error.findings
