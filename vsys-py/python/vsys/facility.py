# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``facility.*``."""

from __future__ import annotations

import datetime
from typing import Literal

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "change",
    "decide",
    "eligibility",
]


def change(
    *,
    actor: _types.ActorRequest,
    at: datetime.datetime | str,
    changes: _types.FacilityChanges,
    facility: _types.FacilityDocumentInput | _types.FacilityDocument | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.FacilityChangeAnswer]:
    """Registers a facility or changes its record.

    医療機関・接種会場の情報を登録・変更する。

    Args:
        actor: Who acts: the facility itself, or its municipality where it may enter.
        at: When, JST.
        changes: What is to be changed.
        facility: The record, as it was answered before; left out at the first registration.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        The record after a change.

        - ``effects`` (FacilityEffects): What the change did.
        - ``facility`` (FacilityDocument): The record.
        - ``log`` (LogAnswer): The line of the operation log.
        - ``step`` (StepAnswer, may be absent): The move of the request for approval; absent when none was made.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("facility.change")``.

    Source:
        MED-2: An institution's record has marked fields that must be filled in, and a postal code written 000-0000 in one block and as 7 digits in the other. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 医療機関情報の登録と変更について)
        MED-3: Eight fields change only with the municipality's approval, and while one is pending no further change to them is taken; other fields change at once. (「自治体説明会（第3回）資料2」, 2021-02-17: 医療機関情報の承認; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 医療機関情報の登録と変更について; vsys rulings: what is decided where the sources are silent: pending-approval)
        MED-4: The municipality sees old and new value side by side and approves or rejects; only approval makes the change take effect. (「自治体説明会（第3回）資料2」, 2021-02-17: 医療機関情報の承認; vsys rulings: what is decided where the sources are silent: approval-rejected)
        MED-5: A doctor's record needs name and kana, is required for a new ID, states the products handled in four groups, and is deleted by ticking a box and saving. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 医療機関情報の登録と変更について)
        MED-6: A special site must register both a responsible doctor and the vaccinating doctors, even when they are one person. (「自治体説明会（第3回）資料2」, 2021-02-17: 特設の接種会場と医師情報の登録)
        MED-9: An institution takes part from the day it joins the collective contract until the day it leaves it. (「自治体説明会（第3回）資料2」, 2021-02-17: 医療機関情報の承認; 「自治体説明会（第3回）資料2」, 2021-02-17: ワクチン接種円滑化システム（Ｖ－ＳＹＳ）で実現する主な機能)
        DES-1: A report before delivery gives capacity (upper limit) and desired amount in doses, storage, and needles and syringes in pieces. (「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: ワクチンを入手するための情報登録)
        DES-2: The desired amount may not exceed the capacity. (「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: ワクチンを入手するための情報登録; vsys rulings: what is decided where the sources are silent: desired-capacity)
        DES-3: The municipality registers site, doctors, capacity and desired amount for its special sites. (「自治体説明会（第3回）資料2」, 2021-02-17: V-SYS利用マニュアル目次; 事務連絡「予約受付業者用のID申請について」, 2021-04-19: 市町村のシステム利用の流れと主な操作方法)
        PRV-1: Data on a living person that identify him, such as name, birth date, telephone, coupon number, mail or affiliation, or that hold an identification code, are personal. (「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 個人情報の安全な取扱いへのご協力要請)
        PRV-3: Operations are logged so that misuse can be traced. (「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 個人情報の安全な取扱いへのご協力要請)
        PRV-4: A municipality reaches only data of its own. (「各種システム」, 2021-01: 基本的考え方)
    """
    return _run(
        "facility.change",
        book,
        {"actor": actor, "at": at, "changes": changes},
        {"facility": facility},
    )


def decide(
    *,
    facility: _types.FacilityDocumentInput | _types.FacilityDocument,
    actor: _types.ActorRequest,
    at: datetime.datetime | str,
    decision: Literal["approve", "reject"],
    reason: str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.FacilityDecideAnswer]:
    """Approves or rejects the change that waits.

    申請中の変更を承認または却下する。

    Args:
        facility: The record, as it was answered before.
        actor: Who acts: the municipality of the facility.
        at: When, JST.
        decision: 承認 or 却下.
        reason: Why it is rejected; a rejection needs it.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        The record after a decision.

        - ``facility`` (FacilityDocument): The record.
        - ``follow_up`` (list[Literal["letter", "documents", "new_id"]]): What else is needed, where the similar code has changed.
        - ``items`` (list[FacilityItem]): What was asked for, side by side; reflected only when it was approved.
        - ``step`` (StepAnswer): The move.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("facility.decide")``.

    Source:
        APP-14: A change of the similar code brings a new ID, a new delegation letter and related documents. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み)
        MED-3: Eight fields change only with the municipality's approval, and while one is pending no further change to them is taken; other fields change at once. (「自治体説明会（第3回）資料2」, 2021-02-17: 医療機関情報の承認; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 医療機関情報の登録と変更について; vsys rulings: what is decided where the sources are silent: pending-approval)
        MED-4: The municipality sees old and new value side by side and approves or rejects; only approval makes the change take effect. (「自治体説明会（第3回）資料2」, 2021-02-17: 医療機関情報の承認; vsys rulings: what is decided where the sources are silent: approval-rejected)
        PRV-3: Operations are logged so that misuse can be traced. (「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 個人情報の安全な取扱いへのご協力要請)
        PRV-4: A municipality reaches only data of its own. (「各種システム」, 2021-01: 基本的考え方)
    """
    return _run(
        "facility.decide",
        book,
        {"facility": facility, "actor": actor, "at": at, "decision": decision},
        {"reason": reason},
    )


def eligibility(
    *,
    facility: _types.FacilityDocumentInput | _types.FacilityDocument,
    date: datetime.date | str,
    delivery_week: datetime.date | str | None = None,
    product: str | None = None,
    rounding: Literal["ceil", "floor", "half-up"] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.FacilityEligibilityAnswer]:
    """Tells whether and how a facility can receive vaccine.

    分配の対象となるかどうかと納入の経路を示す。

    Args:
        facility: The record, as it was answered before.
        date: The day.
        delivery_week: The Monday of the delivery week, for the cap; the product is needed with it.
        product: The vaccine's id in the product master, when one product is asked for.
        rounding: How a capacity becomes a cap in boxes: ceil or floor.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        Whether and how a facility can receive vaccine.

        - ``checks`` (list[FacilityCheck]): Every condition that applies, held or not.
        - ``claim`` (FacilityClaimHead): What a claim prints.
        - ``delivered`` (Literal["own", "through_hub"]): How it is supplied.
        - ``eligible`` (bool): Whether every condition holds.
        - ``pending`` (list[FacilityItem]): What waits for the municipality and does not count.
        - ``cap`` (FacilityCap, may be absent): The most it can receive, where product and delivery week are given and a capacity is reported.
        - ``hub`` (str, may be absent): The name of its hub.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("facility.eligibility")``.

    Source:
        MED-6: A special site must register both a responsible doctor and the vaccinating doctors, even when they are one person. (「自治体説明会（第3回）資料2」, 2021-02-17: 特設の接種会場と医師情報の登録)
        MED-7: A special site can receive vaccine exactly when both registrations exist. (「自治体説明会（第3回）資料2」, 2021-02-17: 特設の接種会場と医師情報の登録)
        MED-8: The representative printed on a claim is the one of the institution's record in the reception system. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 請求総括書・市区町村別請求書の出力について)
        MED-9: An institution takes part from the day it joins the collective contract until the day it leaves it. (「自治体説明会（第3回）資料2」, 2021-02-17: 医療機関情報の承認; 「自治体説明会（第3回）資料2」, 2021-02-17: ワクチン接種円滑化システム（Ｖ－ＳＹＳ）で実現する主な機能)
    """
    return _run(
        "facility.eligibility",
        book,
        {"facility": facility, "date": date},
        {"delivery_week": delivery_week, "product": product, "rounding": rounding},
    )
