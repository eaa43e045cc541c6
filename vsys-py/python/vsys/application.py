# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``application.*``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "advance",
    "list",
    "permissions",
    "validate",
]


def advance(
    *,
    actor: _types.ActorRequest,
    at: datetime.datetime | str,
    event: _types.ApplicationEventRequest,
    application: _types.ApplicationDocumentInput | _types.ApplicationDocument | None = None,
    form: _types.ApplicationFormInput | _types.ApplicationForm | None = None,
    holder: str | None = None,
    last_number: str | None = None,
    stored: _types.ApplicationStoredInput | _types.ApplicationStored | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.ApplicationAdvanceAnswer]:
    """Makes a workplace application, or moves it by one event.

    職域追加接種の申込みを1つ進める。

    Args:
        actor: Who acts: a site with the code of the holder, or the nation.
        at: When, JST.
        event: What is asked for.
        application: The application, as it was answered before; absent = a new one is made.
        form: The form that is kept or submitted; absent = as it was.
        holder: The holder, such as 12345-1010101010; required for a new application.
        last_number: The last number the holder has used; absent = the new one is 01.
        stored: The stored registration beside the form; absent = as it was.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("application.advance")``.
    """
    return _run(
        "application.advance",
        book,
        {"actor": actor, "at": at, "event": event},
        {"application": application, "form": form, "holder": holder, "last_number": last_number, "stored": stored},
    )


def list(
    *,
    applications: Sequence[_types.ApplicationLine],
    book: _RuleBook | None = None,
) -> _Answer[_types.ApplicationListAnswer]:
    """Lists applications as the screen prints them.

    追加接種申込状況の一覧を作る。

    Args:
        applications: The applications.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("application.list")``.
    """
    return _run("application.list", book, {"applications": applications}, {})


def permissions(
    *,
    status: Literal["draft", "awaiting_review", "confirmed", "returned", "withdrawn"] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.ApplicationPermissionsAnswer]:
    """Tells what may be done in each status of an application.

    申込状況ごとの参照・取下げ・編集の可否を示す。

    Args:
        status: The status; absent = every one.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("application.permissions")``.
    """
    return _run("application.permissions", book, {}, {"status": status})


def validate(
    *,
    date: datetime.date | str,
    form: _types.ApplicationFormInput | _types.ApplicationForm,
    stored: _types.ApplicationStoredInput | _types.ApplicationStored | None = None,
    submit: bool | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.ApplicationValidateAnswer]:
    """Judges the form of an application.

    申込内容を検査する。

    Args:
        date: The day at which municipality codes are looked up.
        form: The form.
        stored: The stored registration of the doses 1 and 2 (既存登録情報).
        submit: Whether it is to be submitted; a draft may leave fields out.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("application.validate")``.
    """
    return _run(
        "application.validate",
        book,
        {"date": date, "form": form},
        {"stored": stored, "submit": submit},
    )
