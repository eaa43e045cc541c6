# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``product.*``."""

from __future__ import annotations

import datetime

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "record_name",
]


def record_name(
    *,
    product: str,
    cycle: int,
    date: datetime.date | str,
    municipality: str | None = None,
    needle: str | None = None,
    prefecture: str | None = None,
    site: str | None = None,
    syringe: str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.RecordNameAnswer]:
    """Makes the names of allocation records.

    分配名を作る。

    Args:
        product: The vaccine's id in the product master.
        cycle: The number of the cycle (クール).
        date: The day at which the municipality code holds.
        municipality: The municipality of the site; exactly one of `municipality` and `prefecture`.
        needle: The needle's id in the product master.
        prefecture: The prefecture, for an allocation to a prefecture.
        site: The name of the site (医療機関・接種会場名).
        syringe: The syringe's id in the product master.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        The names of the three records (分配名).

        - ``needle`` (str): 針
        - ``syringe`` (str): シリンジ
        - ``vaccine`` (str): ワクチン

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("product.record_name")``.

    Source:
        PRD-6: An allocation record is named by product, two-digit cycle followed by クール, prefecture with municipality, and site, joined by underscores. (「自治体説明会（第3回）資料2」, 2021-02-17: 市町村から医療機関・接種会場への分配量の登録; 「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 割り当てられたワクチン量の確認)
    """
    return _run(
        "product.record_name",
        book,
        {"product": product, "cycle": cycle, "date": date},
        {"municipality": municipality, "needle": needle, "prefecture": prefecture, "site": site, "syringe": syringe},
    )
