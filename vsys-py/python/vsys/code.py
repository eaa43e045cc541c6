# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``code.*``."""

from __future__ import annotations

import datetime
from typing import Literal

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "institution",
    "municipality",
]


def institution(
    *,
    code: str,
    kind: Literal["insurance", "similar", "care"],
    book: _RuleBook | None = None,
) -> _Answer[_types.InstitutionAnswer]:
    """Checks a medical institution's number.

    医療機関等の番号を検査する。

    Args:
        code: Ten digits.
        kind: 保険医療機関コード, 類似コード or 介護保険事業所番号.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        What is known of a number.

        - ``code`` (str): The number.
        - ``kind`` (Literal["insurance", "similar", "care"]): Its kind.
        - ``check_digit`` (str, may be absent): Over which digits the check digit was taken: all ten or the last seven; absent where the kind has none or it fails.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("code.institution")``.

    Source:
        F-CODE: A municipality code ends in a check digit of weights 6 to 2 modulo 11; an institution code has 10 digits with a Luhn check whose span depends on the prefecture. (全国地方公共団体コードの検証番号（総務省）、保険医療機関コード（地方厚生局のコード内容別医療機関一覧表）、接種券の仕様（厚生労働省）)
    """
    return _run("code.institution", book, {"code": code, "kind": kind}, {})


def municipality(
    *,
    code: str,
    date: datetime.date | str,
    book: _RuleBook | None = None,
) -> _Answer[_types.MunicipalityAnswer]:
    """Looks a municipality code up at a date.

    市町村コードを調べる。

    Args:
        code: Six digits.
        date: The day.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        What a municipality code names.

        - ``code`` (str): The code.
        - ``kind`` (Literal["municipality", "special_ward", "ward"]): Municipality, special ward or ward of a designated city.
        - ``name`` (str): The name.
        - ``population`` (int): The population of 2021-01-01 (住民基本台帳).
        - ``prefecture`` (str): The prefecture.
        - ``prefecture_name`` (str): The name of the prefecture.
        - ``resolves_to`` (str): The municipality that allocates and is billed: of a ward its city, else the same.
        - ``unions`` (list[UnionAnswer]): The unions it is a member of.
        - ``valid_from`` (str): The first day for which the table vouches.
        - ``valid_until`` (str, may be absent): The first day on which the code no longer holds.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("code.municipality")``.

    Source:
        F-CODE: A municipality code ends in a check digit of weights 6 to 2 modulo 11; an institution code has 10 digits with a Luhn check whose span depends on the prefecture. (全国地方公共団体コードの検証番号（総務省）、保険医療機関コード（地方厚生局のコード内容別医療機関一覧表）、接種券の仕様（厚生労働省）)
    """
    return _run("code.municipality", book, {"code": code, "date": date}, {})
