# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``form.*``."""

from __future__ import annotations

import datetime

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook
from ._form import FormFaults, FormLimits

__all__ = [
    "FormFaults",
    "FormLimits",
    "check",
]


def check(
    *,
    birth_date: str,
    coupon: str,
    date: str,
    dose: int,
    minimum_interval_days: int,
    municipality: str,
    today: datetime.date | str,
    minimum_age: int | None = None,
    minimum_age_days: int | None = None,
    previous_date: str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.FormAnswer]:
    """Checks a screening form.

    予診票の記載を確認する。

    Args:
        birth_date: The birth date, YYYY-MM-DD (生年月日).
        coupon: The coupon number, ten digits (券番号).
        date: The day of vaccination, YYYY-MM-DD (接種日).
        dose: Which dose it is, 1 to 7 (回数).
        minimum_interval_days: The fewest days from the dose before.
        municipality: The code of the municipality that issued the coupon, six digits (市町村コード).
        today: Today: no day of the form lies after it.
        minimum_age: The least age on the day of vaccination, in years; exactly one of `minimum_age` and `minimum_age_days`.
        minimum_age_days: The least age in days since birth.
        previous_date: The day of the dose before, YYYY-MM-DD, where there was one.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("form.check")``.
    """
    return _run(
        "form.check",
        book,
        {"birth_date": birth_date, "coupon": coupon, "date": date, "dose": dose, "minimum_interval_days": minimum_interval_days, "municipality": municipality, "today": today},
        {"minimum_age": minimum_age, "minimum_age_days": minimum_age_days, "previous_date": previous_date},
    )
