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

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("contract.letter")``.
    """
    return _run(
        "contract.letter",
        book,
        {"actor": actor, "at": at, "event": event},
        {"letter": letter, "new_id": new_id, "site": site},
    )
