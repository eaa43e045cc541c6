"""Tables of one's own."""

import json
import pickle
from typing import Any

import pytest

import vsys

PRODUCT = {
    "id": "next",
    "kind": "vaccine",
    "label": "NEXT",
    "from": "2030-01-01",
    "vials_per_box": 5,
    "doses_per_vial": 2,
    "source": "invented",
}
REQUEST: dict[str, Any] = {"product": "next", "delivery_week": "2030-01-07", "boxes": 3}


@pytest.mark.parametrize("form", [str, str.encode, lambda text: bytearray(text.encode())])
def test_own_products(form: Any) -> None:
    book = vsys.RuleBook(form(json.dumps({"products": [PRODUCT]})))
    answer = vsys.run("quantity.convert", REQUEST, book=book)
    assert answer.answer["doses"] == 3 * 5 * 2
    assert vsys.quantity.convert(**REQUEST, book=book) == answer
    assert json.loads(book.call("quantity.convert", json.dumps(REQUEST)))["answer"] == answer.answer
    with pytest.raises(vsys.VsysError):
        vsys.run("quantity.convert", REQUEST)


def test_without_tables_it_is_the_bundled_one() -> None:
    for book in (vsys.RuleBook(), vsys.RuleBook(None), vsys.RuleBook("{}")):
        assert book.call("version", "{}") == vsys.call("version", "{}")


def test_faults_of_the_tables_are_told_at_once() -> None:
    with pytest.raises(vsys.VsysError) as caught:
        vsys.RuleBook(json.dumps({"products": [{"id": "next"}], "colour": 1}))
    codes = {finding["code"] for finding in caught.value.findings}
    assert codes == {"request.field.missing", "request.field.unknown"}


@pytest.mark.parametrize("tables", ["", "null", b"\xff", "[" * 100_000, '{"products":3}', "\ud800"])
def test_hostile_tables(tables: str | bytes) -> None:
    with pytest.raises(vsys.VsysError):
        vsys.RuleBook(tables)


def test_tables_of_another_type() -> None:
    with pytest.raises(TypeError):
        vsys.RuleBook(5)  # type: ignore[arg-type]


def test_tables_travel_to_other_processes() -> None:
    for given in (None, json.dumps({"products": [PRODUCT]}), b"{}"):
        book = vsys.RuleBook() if given is None else vsys.RuleBook(given)
        request = json.dumps(REQUEST)
        for name, text in (("version", "{}"), ("rules.list", "{}")):
            assert pickle.loads(pickle.dumps(book)).call(name, text) == book.call(name, text)
    travelled: vsys.RuleBook = pickle.loads(pickle.dumps(vsys.RuleBook(json.dumps({"products": [PRODUCT]}))))
    assert json.loads(travelled.call("quantity.convert", request))["answer"]["doses"] == 30
