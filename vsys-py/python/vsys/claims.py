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

    Returns:
        What the linter found; the findings say what is wrong and where.

        - ``valid`` (bool): Whether nothing is wrong but for warnings.
        - ``claimed`` (ClaimCheckTotal, may be absent): What the sheets claim: the municipal ones together, or the summary where these are not given.
        - ``difference`` (int, may be absent): Yen of the sheets less yen of the records, where both are given.
        - ``expected`` (ClaimCheckTotal, may be absent): What the records make: on the municipal sheets, or on the summary where these are not given.
        - ``records`` (ClaimCheckedRecords, may be absent): The records, where they were given.
        - ``sheets`` (ClaimCheckedSheets, may be absent): The sheets, where they were given.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.check")``.

    Source:
        CLM-1: Before tax the old form has four prices: screening only 2,200 under six and 1,540 from six; vaccination 2,730 and 2,070. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について; 「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）, 2022-12)
        CLM-2: Surcharges before tax are 730 yen out of hours and 2,130 yen on a holiday. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 接種費用と時間外・休日加算の取扱いについて; 「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）, 2022-12)
        CLM-3: The new form has twelve prices, base plus surcharge; nine printed prices agree with that sum, and 2,530, 4,830 and 387 are misprints of 2,930, 4,330 and 3,670. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2; vsys rulings: what is decided where the sources are silent: tariff)
        CLM-4: The old samples hold at 10 % tax: 5 screenings 8,470 and 50 vaccinations 113,850, together 122,320; 10 vaccinations 22,770, 5 11,385. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2)
        CLM-5: The new sample of 386,400 yen was reckoned at 5 %; at 10 % the same 155 cases make 404,800. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2; vsys rulings: what is decided where the sources are silent: tax)
        CLM-6: A sheet gives cases and tax-included yen for each class and kind, with a subtotal for each class and a total; the columns for what is decided stay blank. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2)
        CLM-7: For the fee, the month of vaccination decides the screening form and the month of claim decides the sheet: old to the deadline of 2021-12, new from 2022-01. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 接種費用と時間外・休日加算の取扱いについて; vsys rulings: what is decided where the sources are silent: form-selection)
        CLM-8: Surcharges for vaccinations up to 2021-11 are claimed apart and never through V-SYS; from 2021-12 they are claimed together with the fee. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 接種費用と時間外・休日加算の取扱いについて; vsys rulings: what is decided where the sources are silent: form-selection)
        CLM-11: The change of surcharges does not apply to workplace vaccination with Moderna. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について; vsys rulings: what is decided where the sources are silent: form-selection)
        CLM-15: From month of vaccination and month of claim follow form, sheet and treatment of the surcharge; a claim in or before the month of vaccination is impossible. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 接種費用と時間外・休日加算の取扱いについて; vsys rulings: what is decided where the sources are silent: form-selection)
        CLM-16: The new sheet has 12 lines with 2 subtotals and a total, the old one 4 lines with 2 subtotals and a total. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2)
        CLM-17: A line's amount is cases × price × (1 + tax), rounded once; at 10 % there is nothing to round. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2; vsys rulings: what is decided where the sources are silent: rounding)
        CLM-12: One summary goes to the prefecture's insurance federation, with or without the institution's own municipality; one sheet goes to each municipality, with and without coupon apart. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について; 「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）および国民健康保険団体連合会の案内, 2022-12)
        CLM-13: The head of a sheet gives address, representative, telephone, class, a 10-digit number, name and month of claim, and on municipal sheets the municipality's number and the coupon class. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について; 全国地方公共団体コードの検証番号（総務省）、保険医療機関コード（地方厚生局のコード内容別医療機関一覧表）、接種券の仕様（厚生労働省）)
        CLM-14: Counts are entered for the month in two tables, with and without coupon, split into the own municipality and each other municipality. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について)
        F-PRICE: Before tax: vaccination 2,070, screening only 1,540, under six +660, out of hours +730, holiday +2,130; vaccinations end on 2024-03-31. (「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）, 2022-12: p. 53)
        F-TIME: A holiday is a Sunday, a national holiday or a day without any consultation hours; out of hours is outside the posted hours on another day. (広島市・岐阜市・港区の医療機関向け案内（時間外・休日加算の取扱い）; 「国民の祝日について」syukujitsu.csv)
        F-ROUTE: Residents of the institution's own municipality are claimed from it, others from the federation of the institution's prefecture; exceptions exist by municipality. (「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）および国民健康保険団体連合会の案内, 2022-12: p. 112)
        F-CODE: A municipality code ends in a check digit of weights 6 to 2 modulo 11; an institution code has 10 digits with a Luhn check whose span depends on the prefecture. (全国地方公共団体コードの検証番号（総務省）、保険医療機関コード（地方厚生局のコード内容別医療機関一覧表）、接種券の仕様（厚生労働省）)
        F-AGE: An age is reached on the day before the birthday, while 'under N' still holds on that day; the age at the first dose fixes the product. (年齢計算ニ関する法律、民法第143条、登米市・横浜市の案内)
        F-VRS: The ledger export has fixed fields for each dose, the open data counts by day, prefecture, sex, age, occupation and dose, and about 5 % of records needed a check. (ワクチン接種記録システム（VRS）の出力仕様と公開データ（デジタル庁）、会計検査院の報告（2022年）、報道)
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

    Returns:
        The class of time of a vaccination.

        - ``date`` (str): The day of vaccination.
        - ``reason`` (Literal["within_hours", "outside_hours", "sunday", "national_holiday", "no_hours"]): Why it is of this class.
        - ``rule`` (str): The rule that says so.
        - ``text`` (Bilingual): The reason as a sentence.
        - ``time`` (Literal["regular", "off_hours", "holiday"]): 時間内, 時間外 or 休日.
        - ``holiday`` (str, may be absent): The name of the national holiday, where the day is one.
        - ``span`` (HoursSpanAnswer, may be absent): The span in which it lies.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.classify")``.

    Source:
        F-TIME: A holiday is a Sunday, a national holiday or a day without any consultation hours; out of hours is outside the posted hours on another day. (広島市・岐阜市・港区の医療機関向け案内（時間外・休日加算の取扱い）; 「国民の祝日について」syukujitsu.csv)
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

    Returns:
        Deadlines in the order of months.

        - ``deadlines`` (list[ClaimDeadlineAnswer]): The deadlines.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.deadline")``.

    Source:
        CLM-9: Claims close on the 10th of the month of claim; the new form begins with December 2021 vaccinations claimed in January 2022, entered from 12-23. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 接種費用と時間外・休日加算の取扱いについて; 「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）および国民健康保険団体連合会の案内, 2022-12)
        F-PRICE: Before tax: vaccination 2,070, screening only 1,540, under six +660, out of hours +730, holiday +2,130; vaccinations end on 2024-03-31. (「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）, 2022-12: p. 53)
        F-DEADLINE: Claims are due on the 10th of the next month or the next working day; a returned form is added to the current month, and payment follows by the end of the second month. (「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）および国民健康保険団体連合会の案内, 2022-12: p. 112; 「国民の祝日について」syukujitsu.csv)
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

    Returns:
        What changes between two days.

        - ``changes`` (list[TariffChangeAnswer]): The changes by day, then component, the tax last.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.diff")``.

    Source:
        F-PRICE: Before tax: vaccination 2,070, screening only 1,540, under six +660, out of hours +730, holiday +2,130; vaccinations end on 2024-03-31. (「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）, 2022-12: p. 53)
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

    Returns:
        What the services cost.

        - ``age`` (Literal["under_six", "six_and_over"]): The class of age.
        - ``amount`` (int): With tax, rounded once (請求金額, 税込).
        - ``components`` (list[TariffComponentAnswer]): What the price is made of.
        - ``count`` (int): How many.
        - ``net`` (int): Before tax.
        - ``price`` (int): The price of one, before tax (単価).
        - ``tax_rate`` (str): The rate of the tax, as a fraction.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.price")``.

    Source:
        CLM-1: Before tax the old form has four prices: screening only 2,200 under six and 1,540 from six; vaccination 2,730 and 2,070. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について; 「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）, 2022-12)
        CLM-2: Surcharges before tax are 730 yen out of hours and 2,130 yen on a holiday. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 接種費用と時間外・休日加算の取扱いについて; 「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）, 2022-12)
        CLM-3: The new form has twelve prices, base plus surcharge; nine printed prices agree with that sum, and 2,530, 4,830 and 387 are misprints of 2,930, 4,330 and 3,670. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2; vsys rulings: what is decided where the sources are silent: tariff)
        CLM-4: The old samples hold at 10 % tax: 5 screenings 8,470 and 50 vaccinations 113,850, together 122,320; 10 vaccinations 22,770, 5 11,385. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2)
        CLM-5: The new sample of 386,400 yen was reckoned at 5 %; at 10 % the same 155 cases make 404,800. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2; vsys rulings: what is decided where the sources are silent: tax)
        CLM-17: A line's amount is cases × price × (1 + tax), rounded once; at 10 % there is nothing to round. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2; vsys rulings: what is decided where the sources are silent: rounding)
        F-PRICE: Before tax: vaccination 2,070, screening only 1,540, under six +660, out of hours +730, holiday +2,130; vaccinations end on 2024-03-31. (「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）, 2022-12: p. 53)
        F-AGE: An age is reached on the day before the birthday, while 'under N' still holds on that day; the age at the first dose fixes the product. (年齢計算ニ関する法律、民法第143条、登米市・横浜市の案内)
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

    Returns:
        Where the claims go, in the order of the residents.

        - ``routes`` (list[RouteAnswer]): The routes.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.route")``.

    Source:
        F-ROUTE: Residents of the institution's own municipality are claimed from it, others from the federation of the institution's prefecture; exceptions exist by municipality. (「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）および国民健康保険団体連合会の案内, 2022-12: p. 112)
        F-CODE: A municipality code ends in a check digit of weights 6 to 2 modulo 11; an institution code has 10 digits with a Luhn check whose span depends on the prefecture. (全国地方公共団体コードの検証番号（総務省）、保険医療機関コード（地方厚生局のコード内容別医療機関一覧表）、接種券の仕様（厚生労働省）)
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

    Returns:
        Which form, which sheet, and where the surcharge goes.

        - ``counted_in`` (str): The month of claim in whose counts and amounts it stands, also when it was returned.
        - ``form`` (Literal["old", "new"]): The edition of the screening form (予診票).
        - ``sheet`` (Literal["old", "new"]): The edition of the summary sheet (請求総括書).
        - ``surcharge`` (Literal["together", "apart", "none"]): How the surcharge for 時間外 and 休日 is claimed.
        - ``surcharge_in_vsys`` (bool): Whether the surcharge can be claimed in V-SYS.
        - ``timing`` (Literal["typical", "late", "returned"]): Whether it is claimed in the following month, later (月遅れ) or again (返戻).
        - ``vsys`` (bool): Whether the sheet can be made in V-SYS.
        - ``entry_from`` (str, may be absent): The first day on which vaccinations of the month can be entered, where one is stated.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.select")``.

    Source:
        CLM-7: For the fee, the month of vaccination decides the screening form and the month of claim decides the sheet: old to the deadline of 2021-12, new from 2022-01. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 接種費用と時間外・休日加算の取扱いについて; vsys rulings: what is decided where the sources are silent: form-selection)
        CLM-8: Surcharges for vaccinations up to 2021-11 are claimed apart and never through V-SYS; from 2021-12 they are claimed together with the fee. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 接種費用と時間外・休日加算の取扱いについて; vsys rulings: what is decided where the sources are silent: form-selection)
        CLM-9: Claims close on the 10th of the month of claim; the new form begins with December 2021 vaccinations claimed in January 2022, entered from 12-23. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 接種費用と時間外・休日加算の取扱いについて; 「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）および国民健康保険団体連合会の案内, 2022-12)
        CLM-11: The change of surcharges does not apply to workplace vaccination with Moderna. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について; vsys rulings: what is decided where the sources are silent: form-selection)
        CLM-15: From month of vaccination and month of claim follow form, sheet and treatment of the surcharge; a claim in or before the month of vaccination is impossible. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 接種費用と時間外・休日加算の取扱いについて; vsys rulings: what is decided where the sources are silent: form-selection)
        F-PRICE: Before tax: vaccination 2,070, screening only 1,540, under six +660, out of hours +730, holiday +2,130; vaccinations end on 2024-03-31. (「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）, 2022-12: p. 53)
        F-DEADLINE: Claims are due on the 10th of the next month or the next working day; a returned form is added to the current month, and payment follows by the end of the second month. (「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）および国民健康保険団体連合会の案内, 2022-12: p. 112; 「国民の祝日について」syukujitsu.csv)
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

    Returns:
        The sheets of a month.

        - ``billing_month`` (str): The month of claim.
        - ``form`` (Literal["old", "new"]): The form.
        - ``head`` (ClaimSheetHead): Who claims, as given.
        - ``municipal`` (list[ClaimSheet]): The municipal sheets (市区町村別請求書): those with coupon by code, then those without; none for a municipality without a case.
        - ``summary`` (ClaimSheet): The summary (請求総括書).
        - ``tax_rate`` (str): The rate of the tax, as a fraction.
        - ``rendered`` (ClaimRenderings, may be absent): The renderings that were asked for.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.sheets")``.

    Source:
        MED-8: The representative printed on a claim is the one of the institution's record in the reception system. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について)
        CLM-3: The new form has twelve prices, base plus surcharge; nine printed prices agree with that sum, and 2,530, 4,830 and 387 are misprints of 2,930, 4,330 and 3,670. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2; vsys rulings: what is decided where the sources are silent: tariff)
        CLM-4: The old samples hold at 10 % tax: 5 screenings 8,470 and 50 vaccinations 113,850, together 122,320; 10 vaccinations 22,770, 5 11,385. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2)
        CLM-5: The new sample of 386,400 yen was reckoned at 5 %; at 10 % the same 155 cases make 404,800. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2; vsys rulings: what is decided where the sources are silent: tax)
        CLM-6: A sheet gives cases and tax-included yen for each class and kind, with a subtotal for each class and a total; the columns for what is decided stay blank. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2)
        CLM-7: For the fee, the month of vaccination decides the screening form and the month of claim decides the sheet: old to the deadline of 2021-12, new from 2022-01. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 接種費用と時間外・休日加算の取扱いについて; vsys rulings: what is decided where the sources are silent: form-selection)
        CLM-8: Surcharges for vaccinations up to 2021-11 are claimed apart and never through V-SYS; from 2021-12 they are claimed together with the fee. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 接種費用と時間外・休日加算の取扱いについて; vsys rulings: what is decided where the sources are silent: form-selection)
        CLM-15: From month of vaccination and month of claim follow form, sheet and treatment of the surcharge; a claim in or before the month of vaccination is impossible. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 接種費用と時間外・休日加算の取扱いについて; vsys rulings: what is decided where the sources are silent: form-selection)
        CLM-16: The new sheet has 12 lines with 2 subtotals and a total, the old one 4 lines with 2 subtotals and a total. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2)
        CLM-17: A line's amount is cases × price × (1 + tax), rounded once; at 10 % there is nothing to round. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2; vsys rulings: what is decided where the sources are silent: rounding)
        CLM-12: One summary goes to the prefecture's insurance federation, with or without the institution's own municipality; one sheet goes to each municipality, with and without coupon apart. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について; 「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）および国民健康保険団体連合会の案内, 2022-12)
        CLM-13: The head of a sheet gives address, representative, telephone, class, a 10-digit number, name and month of claim, and on municipal sheets the municipality's number and the coupon class. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について; 全国地方公共団体コードの検証番号（総務省）、保険医療機関コード（地方厚生局のコード内容別医療機関一覧表）、接種券の仕様（厚生労働省）)
        CLM-14: Counts are entered for the month in two tables, with and without coupon, split into the own municipality and each other municipality. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について)
        F-DEADLINE: Claims are due on the 10th of the next month or the next working day; a returned form is added to the current month, and payment follows by the end of the second month. (「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）および国民健康保険団体連合会の案内, 2022-12: p. 112; 「国民の祝日について」syukujitsu.csv)
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

    Returns:
        What a period pays a clinic (支援額).

        - ``daily`` (int): All days.
        - ``days`` (list[SupportDayAnswer]): The days that pay, in order.
        - ``from`` (str): The first day of the period.
        - ``period`` (str): The id of the period.
        - ``source`` (str): Where its tests stand.
        - ``total`` (int): Weeks and days.
        - ``until`` (str): The first day after the period.
        - ``weekly`` (int): All weeks.
        - ``weeks`` (list[SupportWeekAnswer]): The weeks with doses, in order.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.support")``.

    Source:
        F-SUPPORT: A clinic with 100 doses a week in four weeks gets 2,000 yen a dose in those weeks, 3,000 from 150; 50 doses on a day of another week bring 100,000 yen. (個別接種促進のための支援事業の案内（神奈川県、高岡市、岐阜市、下関市、小山市）)
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

    Returns:
        The prices of a day.

        - ``components`` (list[TariffComponentAnswer]): What the prices are made of.
        - ``lines`` (list[TariffLineAnswer]): The lines in the order of the form; without those whose addition is not yet in force.
        - ``tax_rate`` (str): The rate of the tax, as a fraction.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("claims.tariff")``.

    Source:
        CLM-1: Before tax the old form has four prices: screening only 2,200 under six and 1,540 from six; vaccination 2,730 and 2,070. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について; 「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）, 2022-12)
        CLM-2: Surcharges before tax are 730 yen out of hours and 2,130 yen on a holiday. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 接種費用と時間外・休日加算の取扱いについて; 「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）, 2022-12)
        CLM-3: The new form has twelve prices, base plus surcharge; nine printed prices agree with that sum, and 2,530, 4,830 and 387 are misprints of 2,930, 4,330 and 3,670. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 主な機能の変更点 その2; vsys rulings: what is decided where the sources are silent: tariff)
        F-PRICE: Before tax: vaccination 2,070, screening only 1,540, under six +660, out of hours +730, holiday +2,130; vaccinations end on 2024-03-31. (「新型コロナウイルス感染症に係る予防接種の実施に関する手引き 第13.1版」（厚生労働省）, 2022-12: p. 53)
    """
    return _run("claims.tariff", book, {"date": date}, {"tax_rate": tax_rate})
