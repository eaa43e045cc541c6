# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``contract.*``."""

from __future__ import annotations

import datetime
from typing import Literal

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "letter",
]


def letter(
    *,
    actor: _types.ActorRequest,
    at: datetime.datetime | str,
    event: Literal["issue", "login", "download", "reissue"],
    letter: _types.LetterDocumentInput | _types.LetterDocument | None = None,
    new_id: str | None = None,
    site: str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.LetterAnswer]:
    """Issues, downloads and reissues a delegation letter, and tells whether its pop-up is shown.

    委任状を作成・ダウンロード・再発行し、ポップアップの要否を示す。

    Args:
        actor: Who acts: the nation, or the site of the letter.
        at: When, JST.
        event: issue (作成), login (ログイン), download (ダウンロード) or reissue (再発行).
        letter: The letter, as it was answered before; left out when the first one is made.
        new_id: issue, reissue: the id of the new letter.
        site: issue, reissue: the booster V-SYS ID it is for; left out of a reissue when the ID stays.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        The letter after the event.

        - ``downloaded`` (bool): ダウンロード済みフラグ: whether it was downloaded at least once.
        - ``letter`` (LetterDocument): The letter that holds now.
        - ``pop_up`` (bool): Whether the pop-up is shown: at this login, or at the next one after another event.
        - ``step`` (StepAnswer): The move.
        - ``replaced`` (LetterDocument, may be absent): The letter whose place it took.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("contract.letter")``.

    Source:
        APP-14: A change of the similar code brings a new ID, a new delegation letter and related documents. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み)
        APP-19: A pop-up appears at every login until the delegation letter has been downloaded once. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 委任状のダウンロード)
        APP-20: The delegation letter may be downloaded any number of times, and the downloads are counted. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 委任状のダウンロード)
        PRV-3: Operations are logged so that misuse can be traced. (「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 個人情報の安全な取扱いへのご協力要請)
        PRV-4: A municipality reaches only data of its own. (「各種システム」, 2021-01: 基本的考え方)
    """
    return _run(
        "contract.letter",
        book,
        {"actor": actor, "at": at, "event": event},
        {"letter": letter, "new_id": new_id, "site": site},
    )
