# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``machines.*``."""

from __future__ import annotations

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "export",
]


def export(
    *,
    machine: str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.MachinesAnswer]:
    """Lists the state machines with states, moves and diagrams.

    状態遷移の一覧と図を示す。

    Args:
        machine: The id of one machine; absent = all.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        The machines that were asked for.

        - ``machines`` (list[MachineAnswer]): The machines, in the order of their ids.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("machines.export")``.

    Source:
        ALC-4: A level confirms what it received, then completes its own allocation; when every municipality has completed, the prefecture locks the data, nothing changes any more and delivery starts. (「自治体説明会（第3回）資料2」, 2021-02-17: 国から都道府県への分配量の確認; 「自治体説明会（第3回）資料2」, 2021-02-17: 都道府県から市町村への分配量の登録; 「自治体説明会（第3回）資料2」, 2021-02-17: 市町村から医療機関・接種会場への分配量の確定; 「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 市町村によるワクチン分配作業の結果を確認)
        PLN-3: A plan may change, except for past or allocated rows, rows past their closing time, and all rows during allocation work; a total above the first registration needs the nation's confirmation. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 希望量の登録に代わる、新たな仕組み「接種計画の登録」; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        APP-10: A draft is submitted or withdrawn; the ministry confirms or returns what awaits review; what was returned is submitted again or withdrawn; confirmed is final. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み)
        MED-4: The municipality sees old and new value side by side and approves or rejects; only approval makes the change take effect. (「自治体説明会（第3回）資料2」, 2021-02-17: 医療機関情報の承認; vsys rulings: what is decided where the sources are silent: approval-rejected)
        ROL-5: The roles of the library are a closed list of fifteen, from the nation and prefectures to call centres, residents and the service desk. (「自治体説明会（第3回）資料2」, 2021-02-17: V-SYS利用マニュアル目次; 事務連絡「予約受付業者用のID申請について」, 2021-04-19: 予約受付業者用のID申請について; 「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 3. V-SYSに関するステークホルダー)
    """
    return _run("machines.export", book, {}, {"machine": machine})
