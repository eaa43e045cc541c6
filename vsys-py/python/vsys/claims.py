# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``claims.*``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "check",
    "classify",
    "deadline",
    "diff",
    "price",
    "route",
    "select",
    "sheets",
    "support",
    "tariff",
]


def check(
    *,
    billing_month: str,
    hours: _types.HoursRequest | None = None,
    records: Sequence[_types.ClaimCheckRecord] | None = None,
    rounding: Literal["ceil", "floor", "half-up"] | None = None,
    sheets: _types.ClaimCheckSheets | None = None,
    site: Literal["institution", "special_site", "workplace", "workplace_moderna"] | None = None,
    vaccination_month: str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.ClaimCheckAnswer]:
    """Finds what is wrong with the records and sheets of a claim.

    請求の明細と請求書を点検する。

    Args:
        billing_month: The month of claim (請求月).
        hours: The hours that the institution has posted, as `claims.classify` takes them.
        records: The records; at least one of `records` and `sheets` is needed.
        rounding: How a fraction of a yen is rounded, once per printed line.
        sheets: The sheets as printed.
        site: The type of the site.
        vaccination_month: The month of vaccination whose last day decides about prices, tax and codes on the sheets; absent = the month before the month of claim.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.check")``.
    """
    return _run(
        "claims.check",
        book,
        {"billing_month": billing_month},
        {"hours": hours, "records": records, "rounding": rounding, "sheets": sheets, "site": site, "vaccination_month": vaccination_month},
    )


def classify(
    *,
    at: datetime.datetime | str,
    hours: _types.HoursRequest,
    book: _RuleBook | None = None,
) -> _Answer[_types.ClassifyAnswer]:
    """Tells whether a vaccination lies within hours, off hours or on a holiday.

    接種の時間内・時間外・休日を判定する。

    Args:
        at: When it was given, JST.
        hours: The hours that the institution has posted.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.classify")``.
    """
    return _run("claims.classify", book, {"at": at, "hours": hours}, {})


def deadline(
    *,
    billing_month: str,
    months: int | None = None,
    today: datetime.date | str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.ClaimDeadlinesAnswer]:
    """Tells when the claims of a month close and are paid.

    請求の〆切日と支払の期限を示す。

    Args:
        billing_month: The first month of claim (請求月).
        months: How many months, one after the other.
        today: A day on which is asked whether the deadlines are met.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.deadline")``.
    """
    return _run(
        "claims.deadline",
        book,
        {"billing_month": billing_month},
        {"months": months, "today": today},
    )


def diff(
    *,
    from_date: datetime.date | str,
    to_date: datetime.date | str,
    book: _RuleBook | None = None,
) -> _Answer[_types.TariffDiffAnswer]:
    """Tells what changes in the tariff between two days.

    二つの日の間の単価の変更を示す。

    Args:
        from_date: The earlier day.
        to_date: The later day.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.diff")``.
    """
    return _run("claims.diff", book, {"from_date": from_date, "to_date": to_date}, {})


def price(
    *,
    date: datetime.date | str,
    service: Literal["consultation_only", "vaccination"],
    age: Literal["under_six", "six_and_over"] | None = None,
    birth_date: datetime.date | str | None = None,
    count: int | None = None,
    rounding: Literal["ceil", "floor", "half-up"] | None = None,
    tax_rate: Decimal | str | None = None,
    time: Literal["regular", "off_hours", "holiday"] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.PriceAnswer]:
    """Prices a number of services of one kind.

    接種・予診の請求金額を計算する。

    Args:
        date: The day of vaccination (接種日).
        service: 予診のみ or 接種.
        age: The class of age; exactly one of `age` and `birth_date`.
        birth_date: The date of birth (生年月日), from which the class of age follows.
        count: How many (件数).
        rounding: Where a fraction of a yen arises, how it is rounded; once per line, never per dose.
        tax_rate: The rate of the tax, such as '0.10'; absent = that of the day.
        time: 時間内, 時間外 or 休日.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.price")``.
    """
    return _run(
        "claims.price",
        book,
        {"date": date, "service": service},
        {"age": age, "birth_date": birth_date, "count": count, "rounding": rounding, "tax_rate": tax_rate, "time": time},
    )


def route(
    *,
    date: datetime.date | str,
    institution: str,
    residents: Sequence[str],
    delegations: Sequence[_types.RouteDelegation] | None = None,
    unions: Sequence[_types.RouteUnion] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.RoutesAnswer]:
    """Tells from whom a claim is paid.

    請求先を示す。

    Args:
        date: The day of vaccination (接種日).
        institution: The code of the institution's municipality.
        residents: The codes of the residents' municipalities.
        delegations: Bodies that hand their own claims to 国保連.
        unions: Unions beside those of the tables.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.route")``.
    """
    return _run(
        "claims.route",
        book,
        {"date": date, "institution": institution, "residents": residents},
        {"delegations": delegations, "unions": unions},
    )


def select(
    *,
    billing_month: str,
    vaccination_month: str,
    returned: bool | None = None,
    site: Literal["institution", "special_site", "workplace", "workplace_moderna"] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.SelectAnswer]:
    """Tells form, sheet and surcharge by month of vaccination and of claim.

    接種月と請求月から様式と加算の扱いを示す。

    Args:
        billing_month: The month of claim (請求月), closed on its 10th.
        vaccination_month: The month of vaccination (接種月).
        returned: Whether the form was claimed before and came back (返戻).
        site: The type of the site.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.select")``.
    """
    return _run(
        "claims.select",
        book,
        {"billing_month": billing_month, "vaccination_month": vaccination_month},
        {"returned": returned, "site": site},
    )


def sheets(
    *,
    billing_month: str,
    cases: Sequence[_types.ClaimCaseRequest],
    form: Literal["old", "new"],
    head: _types.ClaimSheetHeadInput | _types.ClaimSheetHead,
    include_own: bool,
    vaccination_month: str,
    render: Sequence[Literal["html", "csv", "csv_cp932", "text"]] | None = None,
    rounding: Literal["ceil", "floor", "half-up"] | None = None,
    tax_rate: Decimal | str | None = None,
    totals: Sequence[_types.ClaimTotalRequest] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.ClaimSheetsAnswer]:
    """Makes the claim sheets of a month, as data and to print.

    請求総括書・市区町村別請求書を作る。

    Args:
        billing_month: The month of claim (請求月).
        cases: What is claimed.
        form: The form: old, or new from the month of claim 2022-01.
        head: Who claims.
        include_own: Whether the summary includes the residents of the institution's own municipality.
        vaccination_month: The month of vaccination (接種月): prices, tax and codes are those of its last day.
        render: As what the sheets are rendered, besides as data.
        rounding: Where a fraction of a yen arises, how it is rounded; once per printed line, never per dose.
        tax_rate: The rate of the tax, such as '0.10'; absent = that of the month of vaccination.
        totals: The totals as entered, to be compared.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.sheets")``.
    """
    return _run(
        "claims.sheets",
        book,
        {"billing_month": billing_month, "cases": cases, "form": form, "head": head, "include_own": include_own, "vaccination_month": vaccination_month},
        {"render": render, "rounding": rounding, "tax_rate": tax_rate, "totals": totals},
    )


def support(
    *,
    runs: Sequence[_types.SupportRunRequest],
    period: str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.SupportAnswer]:
    """Works out the support money of a clinic.

    個別接種促進支援の額を計算する。

    Args:
        runs: The runs, in any order.
        period: The id of the period, such as 2021-05; absent = the one in which the first run lies.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.support")``.
    """
    return _run("claims.support", book, {"runs": runs}, {"period": period})


def tariff(
    *,
    date: datetime.date | str,
    tax_rate: Decimal | str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.TariffAnswer]:
    """Lists the prices of a day.

    ある日の単価を示す。

    Args:
        date: The day of vaccination (接種日).
        tax_rate: The rate of the tax, such as '0.10'; absent = that of the day.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.tariff")``.
    """
    return _run("claims.tariff", book, {"date": date}, {"tax_rate": tax_rate})
