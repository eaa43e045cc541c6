# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``access.*``."""

from __future__ import annotations

import datetime

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "decide",
]


def decide(
    *,
    actor: _types.ActorRequest,
    action: str,
    date: datetime.date | str,
    booster_id: bool | None = None,
    target: _types.AccessTargetRequest | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.DecideAnswer]:
    """Decides who may do what, with reason and rule.

    操作の可否を理由と規則とともに示す。

    Args:
        actor: Who wants to act.
        action: The id of the action, such as `allocation.lock`.
        date: On which day.
        booster_id: Whether the actor's ID is one of a booster site (追加接種のV-SYS ID).
        target: On whose data.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        Yes or no, with the reason and the rule in both cases.

        - ``allowed`` (bool): Yes or no.
        - ``expected_roles`` (list[Literal["nation", "prefecture", "municipality", "institution", "site", "maker", "wholesaler", "dry_ice_maker", "needle_store", "call_centre", "group_organiser", "medical_association", "resident", "system_administrator", "service_desk"]]): The roles that have such a permission on that day.
        - ``reason`` (Bilingual): Why.
        - ``rule`` (str): The rule that decides.
        - ``edition`` (EditionAnswer, may be absent): Where the role's permission stands; absent when it has none on that day.
        - ``scope`` (Literal["all", "own_prefecture", "own_municipality", "own"], may be absent): On whose data the role's permission holds; absent when it has none on that day.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("access.decide")``.

    Source:
        PLN-7: Only an ID of a booster site can open the plan screen. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        APP-11: Every status can be viewed; only a draft and an application to be re-applied can be edited or withdrawn. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み)
        DES-3: The municipality registers site, doctors, capacity and desired amount for its special sites. (「自治体説明会（第3回）資料2」, 2021-02-17: V-SYS利用マニュアル目次; 事務連絡「予約受付業者用のID申請について」, 2021-04-19: 市町村のシステム利用の流れと主な操作方法)
        ROL-3: The manuals of February 2021 tell which kind of user may do what, for instance that the nation registers cycles and the municipality approves institutions. (「自治体説明会（第3回）資料2」, 2021-02-17: V-SYS利用マニュアル目次)
        ROL-4: The manuals of December 2020 assign some work differently, such as planned and actual delivery dates to wholesalers. (「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 5.2. V-SYS利用者マニュアルの目次)
        ROL-5: The roles of the library are a closed list of fifteen, from the nation and prefectures to call centres, residents and the service desk. (「自治体説明会（第3回）資料2」, 2021-02-17: V-SYS利用マニュアル目次; 事務連絡「予約受付業者用のID申請について」, 2021-04-19: 予約受付業者用のID申請について; 「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 3. V-SYSに関するステークホルダー)
        PRV-4: A municipality reaches only data of its own. (「各種システム」, 2021-01: 基本的考え方)
    """
    return _run(
        "access.decide",
        book,
        {"actor": actor, "action": action, "date": date},
        {"booster_id": booster_id, "target": target},
    )
