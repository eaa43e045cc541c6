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

    Returns:
        Whether a screening form is in order; the findings tell each fault at its member.

        - ``faults`` (list[Literal["coupon", "municipality", "birth_date", "date", "dose", "previous_date", "interval", "age", "future_birth_date", "future_date", "future_previous_date", "previous_unexpected", "previous_missing"]]): What is wrong, in the order of the schema.
        - ``valid`` (bool): Whether nothing is wrong but for warnings.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("form.check")``.

    Source:
        F-CODE: A municipality code ends in a check digit of weights 6 to 2 modulo 11; an institution code has 10 digits with a Luhn check whose span depends on the prefecture. (全国地方公共団体コードの検証番号（総務省）、保険医療機関コード（地方厚生局のコード内容別医療機関一覧表）、接種券の仕様（厚生労働省）)
        F-AGE: An age is reached on the day before the birthday, while 'under N' still holds on that day; the age at the first dose fixes the product. (年齢計算ニ関する法律、民法第143条、登米市・横浜市の案内)
        F-INTERVAL: Standard intervals of doses 1 and 2 are 3 weeks (Pfizer, Novavax), 4 weeks (Moderna) and 4–12 weeks (AstraZeneca); the booster interval fell from 8 to 3 months. (宮城県・志木市の案内および「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）)
    """
    return _run(
        "form.check",
        book,
        {"birth_date": birth_date, "coupon": coupon, "date": date, "dose": dose, "minimum_interval_days": minimum_interval_days, "municipality": municipality, "today": today},
        {"minimum_age": minimum_age, "minimum_age_days": minimum_age_days, "previous_date": previous_date},
    )
