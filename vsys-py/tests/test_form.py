"""Typed checks of screening forms: the same faults as the operation's, and nothing but faults or a TypeError."""

import datetime
import json
import random
from pathlib import Path
from typing import Any

import pytest

import vsys
from vsys.form import FormFaults, FormLimits

FORM: dict[str, Any] = {
    "coupon": "1061403573",
    "municipality": "131016",
    "birth_date": "1937-05-29",
    "date": "2022-12-07",
    "dose": 3,
    "previous_date": "2022-07-01",
}
LIMITS = FormLimits(minimum_interval_days=18, minimum_age=5, today="2023-03-31")
MEMBERS = {"minimum_interval_days", "minimum_age", "minimum_age_days", "today"}


def vectors() -> list[dict[str, Any]]:
    folder = Path(__file__).parents[2] / "vectors" / "form"
    cases = [case for file in sorted(folder.glob("*.json")) for case in json.loads(file.read_text(encoding="utf-8"))]
    assert len(cases) > 90
    return cases


def words(**changes: object) -> list[str]:
    return list(LIMITS.check(**{**FORM, **changes}))


@pytest.mark.parametrize("case", vectors(), ids=lambda case: case["id"])
def test_the_vectors(case: dict[str, Any]) -> None:
    request = case["call"]["request"]
    limits = {name: value for name, value in request.items() if name in MEMBERS}
    form = {name: value for name, value in request.items() if name not in MEMBERS}
    if case["ok"]:
        faults = FormLimits(**limits).check(**form)
        assert list(faults) == case["answer"]["answer"]["faults"]
        assert faults.valid == case["answer"]["answer"]["valid"]
    else:
        # Limits and form are read one after the other; each refuses what is its own.
        with pytest.raises((vsys.VsysError, TypeError)):
            FormLimits(**limits).check(**form)


def test_the_faults_are_a_set() -> None:
    none = LIMITS.check(**FORM)
    assert not none and len(none) == 0 and list(none) == [] and none.valid
    # The form that most are costs no memory.
    assert LIMITS.check(**FORM) is none
    some = LIMITS.check(**{**FORM, "coupon": "x", "previous_date": "2022-12-01"})
    assert some and len(some) == 2 and list(some) == ["coupon", "interval"] and not some.valid
    assert "coupon" in some and "age" not in some and 5 not in some and "\ud800" not in some
    assert repr(some) == "<FormFaults {'coupon', 'interval'}>" and repr(none) == "<FormFaults {}>"
    again = LIMITS.check(**{**FORM, "coupon": "y", "previous_date": "2022-12-01"})
    assert some == again and hash(some) == hash(again) and some != none
    with pytest.raises(AttributeError):
        some.valid = True  # type: ignore[misc]
    with pytest.raises(TypeError):
        FormFaults()
    warned = LIMITS.check(**{**FORM, "dose": 1})
    assert warned and warned.valid and list(warned) == ["previous_unexpected"]


def test_positions_and_names() -> None:
    assert list(LIMITS.check("1061403573", "131016", "1937-05-29", "2022-12-07", 1)) == []
    assert list(LIMITS.check("1061403573", "131016", "1937-05-29", "2022-12-07", 2)) == ["previous_missing"]
    assert list(LIMITS.check("1061403573", "131016", "1937-05-29", "2022-12-07", 2, None)) == ["previous_missing"]
    with pytest.raises(TypeError):
        LIMITS.check("1061403573", "131016", "1937-05-29", "2022-12-07")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        LIMITS.check(**FORM, colour="red")  # type: ignore[call-arg]


def test_days_of_python() -> None:
    days = {
        "birth_date": datetime.date(1937, 5, 29),
        "date": datetime.date(2022, 12, 7),
        "previous_date": datetime.date(2022, 11, 20),
    }
    assert words(**days) == ["interval"]
    assert words(**days, coupon="") == ["coupon", "interval"]
    # A moment is no day, as in the operation.
    assert words(date=datetime.datetime(2022, 12, 7)) == ["date"]
    assert words(birth_date=datetime.date.min) == []
    assert words(date=datetime.date.max) == ["future_date"]


@pytest.mark.parametrize("value", [None, 5, b"2022-12-07", ["2022-12-07"], object(), 1.5, True])
def test_misuse_is_a_type_error(value: object) -> None:
    for name in FORM:
        if (name, value) in [("previous_date", None), ("dose", 5)]:
            continue
        with pytest.raises(TypeError, match=f"^{name}: .* is expected, not {type(value).__name__}$"):
            words(**{name: value})


def test_the_error_does_not_tell_what_the_form_says() -> None:
    with pytest.raises(TypeError) as caught:
        words(coupon=1061403573)
    assert "1061403573" not in str(caught.value)


def test_doses_beyond_the_machine() -> None:
    for dose in (0, 8, 2**32 + 3, 2**64 - 1, 2**64, 2**64 + 3, 10**30, -1, -(2**63), -(10**30)):
        assert words(dose=dose) == ["dose"], dose
    assert words(dose=10**30, previous_date=None) == ["dose", "previous_missing"]
    assert words(dose=-(10**30), previous_date=None) == ["dose"]


HOSTILE = [
    "", "\0", "１０６１４０３５７３", "２０２２-１２-０７", "2022－12－07", "😀", "😀" * 10, "\ud800", "\udfff" * 10, "a\ud800b", "1061403573\0",
    "\0" + "061403573", " 1061403573", "1061403573\n", "+061403573", "x" * 1_000_000, "1" * 1_000_000, "あ" * 100_000, "131016\0", "0131016",
    "2022-12-07T00:00", "2022-02-29", "2022-13-01", "0000-00-00", "9999-12-31", "2022/12/07", "20221207",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts(text: str) -> None:
    for name in ("coupon", "municipality", "birth_date", "date", "previous_date"):
        found = words(**{name: text})
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            # The operation refuses to read such a text.
            assert name in found
        else:
            assert found == LIMITS.explain(**{**FORM, name: text}).answer["faults"]


def test_random_forms_have_the_faults_of_the_operation() -> None:
    dice = random.Random(20221207)
    alphabet = "0123456789-- 1２\0あ😀é"

    def spoiled(text: str) -> str:
        if dice.random() < 0.6:
            return text
        at = dice.randrange(len(text))
        return text[:at] + "".join(dice.choices(alphabet, k=dice.randrange(3))) + text[at + 1 :]

    def day() -> str:
        return f"{dice.choice(['1937', '2017', '2018', '2022', '2023', '0000'])}-{dice.randrange(14):02}-{dice.randrange(33):02}"

    seen: set[str] = set()
    for _ in range(3_000):
        form: dict[str, Any] = {
            "coupon": spoiled("1061403573"),
            "municipality": spoiled(dice.choice(["131016", "131032", "481017", "000000"])),
            "birth_date": spoiled(day()),
            "date": spoiled(day()),
            "dose": dice.choice([0, 1, 2, 3, 7, 8, 2**32 - 1]),
            "previous_date": dice.choice([None, spoiled(day())]),
        }
        today: datetime.date | str = "2022-12-31" if dice.random() < 0.5 else datetime.date(2023, 3, 31)
        limits = FormLimits(
            minimum_interval_days=dice.choice([0, 18, 90, 2**32 - 1]),
            today=today,
            **dice.choice([{"minimum_age": 5}, {"minimum_age_days": 1825}, {"minimum_age": 2**32 - 1}]),
        )
        faults = limits.check(**form)
        answer = limits.explain(**form).answer
        assert (list(faults), faults.valid) == (answer["faults"], answer["valid"]), (form, limits)
        seen.update(faults)
    assert len(seen) == 13


def test_limits_are_refused_as_the_operation_refuses_them() -> None:
    wrong: list[dict[str, Any]] = [
        {"minimum_age": 5, "today": "2022-12-31", "minimum_interval_days": None},
        {"minimum_age": 5, "today": "2022-12-32", "minimum_interval_days": 18},
        {"minimum_age": 5, "minimum_age_days": 5, "today": "2022-12-31", "minimum_interval_days": 18},
        {"today": "2022-12-31", "minimum_interval_days": 18},
        {"minimum_age": -1, "today": "2022-12-31", "minimum_interval_days": 2**32},
        {"minimum_age": 1.5, "today": 5, "minimum_interval_days": "x"},
        {"minimum_age": 10**5000, "today": "\ud800", "minimum_interval_days": float("nan")},
    ]
    for limits in wrong:
        with pytest.raises(vsys.VsysError) as typed:
            FormLimits(**limits)
        with pytest.raises(vsys.VsysError) as asked:
            vsys.run("form.check", {**FORM, **limits})
        assert typed.value.code == asked.value.code
        assert [finding["path"] for finding in typed.value.findings] == [f["path"] for f in asked.value.findings]
    with pytest.raises(TypeError):
        FormLimits(today="2022-12-31", minimum_age=5)  # type: ignore[call-arg]


def test_explain_and_repr() -> None:
    answer = LIMITS.explain(**{**FORM, "coupon": "x"})
    assert answer.answer == {"faults": ["coupon"], "valid": False}
    assert answer.findings[0]["code"] == "form.coupon.form"
    assert answer.findings[0]["message"]["ja"]
    assert repr(LIMITS) == "FormLimits(minimum_interval_days=18, today='2023-03-31', minimum_age=5)"


def test_a_form_is_not_kept() -> None:
    faults = LIMITS.check(**{**FORM, "coupon": "12345"})
    assert "12345" not in repr(faults) and "12345" not in repr(LIMITS)
