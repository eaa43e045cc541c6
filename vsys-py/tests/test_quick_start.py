"""What a caller meets first. The figures are worked out by hand from the published packs."""

import datetime
import json
from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest

import vsys


def test_a_box_of_195_vials_of_5_doses() -> None:
    answer = vsys.quantity.convert(product="pfizer-12plus", delivery_week="2021-03-01", boxes=2)
    assert answer.answer["doses"] == 2 * 195 * 5
    assert answer.answer["vials"] == 2 * 195
    assert answer.findings == []
    assert answer.findings_total == 0


def test_dates_and_decimals_of_python_go_in() -> None:
    week = datetime.date(2021, 3, 1)
    native = vsys.quantity.convert(product="pfizer-12plus", delivery_week=week, boxes=2)
    assert native == vsys.quantity.convert(product="pfizer-12plus", delivery_week="2021-03-01", boxes=2)
    fill = dict(product="pfizer-12plus", delivery_week=week, boxes=100, purpose="plan")
    rate = {"name": "reserve", "rate": Decimal("0.10")}
    text = {"name": "reserve", "rate": "0.10"}
    assert vsys.run("needle.fill", fill | {"policy": rate}) == vsys.run("needle.fill", fill | {"policy": text})


def test_seven_boxes_for_weights_three_two_one() -> None:
    # Quotas 3.5, 2.33, 1.17: the seventh box goes to the largest remainder.
    weights = {"Aogaoka": 3, "Minamisato": 2, "Shirahama": 1}
    recipients = [{"id": id, "weight": weight} for id, weight in weights.items()]
    answer = vsys.run("allocation.apportion", {"supply": 7, "recipients": recipients})
    assert [row["amount"] for row in answer.answer["amounts"]] == [4, 2, 1]
    assert answer.assumptions == sorted(answer.assumptions)


def test_one_operation_in_every_form() -> None:
    raw = vsys.call("calendar.holiday", '{"date":"2021-07-22"}')
    assert raw == vsys.call("calendar.holiday", b'{"date":"2021-07-22"}')
    assert raw == vsys.call("calendar.holiday", bytearray(b'{"date":"2021-07-22"}'))
    members = json.loads(raw)
    for answer in (
        vsys.calendar.holiday(date="2021-07-22"),
        vsys.calendar.holiday(date=datetime.date(2021, 7, 22)),
        vsys.run("calendar.holiday", {"date": "2021-07-22"}),
        vsys.run("calendar.holiday", '{"date":"2021-07-22"}'),
        vsys.run("calendar.holiday", b'{"date":"2021-07-22"}'),
    ):
        assert answer.answer == members["answer"]
        assert answer.assumptions == members["assumptions"]


def test_the_version_is_the_packages() -> None:
    from importlib.metadata import version

    assert vsys.version().answer["library"] == version("vsys")


def test_an_answer_is_frozen() -> None:
    answer = vsys.version()
    with pytest.raises(FrozenInstanceError):
        answer.findings_total = 3  # type: ignore[misc]
