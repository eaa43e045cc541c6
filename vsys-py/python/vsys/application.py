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

    Returns:
        The application after the move.

        - ``application`` (ApplicationDocument): The application.
        - ``permissions`` (ApplicationPermissionAnswer): What the applicant may do now.
        - ``step`` (StepAnswer): What the move leaves behind.
        - ``outcome`` (ApplicationOutcomeAnswer, may be absent): What a confirmation leads to; absent of any other move.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("application.advance")``.

    Source:
        APP-4: Each block is carried over from the earlier registration unless its change box is ticked; then its fields must be filled in. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み)
        APP-6: Applying agrees to every condition at once; otherwise the entry is kept as a draft or left unchanged. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み)
        APP-8: An application number is 5 digits, 10 digits and a 2-digit running number of the holder from 01; a draft has no time of application. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み)
        APP-10: A draft is submitted or withdrawn; the ministry confirms or returns what awaits review; what was returned is submitted again or withdrawn; confirmed is final. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み)
        APP-13: After confirmation the applicant keeps the ID and gets a mail, or gets a new ID some days later; a deficient application returns with a comment. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み)
        APP-14: A change of the similar code brings a new ID, a new delegation letter and related documents. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み)
        APP-15: Keeping the ID is a wish: when the conditions, which are not published, are not met, the application must be made again. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み; vsys rulings: what is decided where the sources are silent: application-id)
        APP-16: The booster ID is the ID of doses 1 and 2 unless a new one was issued. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み・接種計画の登録作業のイメージについて)
        APP-17: Outcome: a wish with its conditions met keeps the ID; a wish without them is returned; no wish, or a changed similar code, gives a new ID with a delegation letter. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み)
        CNS-1: Condition 1, to be agreed: the company or university secures its own medical and other staff and can report adverse reactions. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: ワクチン接種に関する同意事項)
        CNS-2: Condition 2, to be agreed: it secures the place and its flow; place and institution may differ from doses 1 and 2. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: ワクチン接種に関する同意事項)
        CNS-3: Condition 3, to be agreed: it sets up internal communication and an office that deals with the outside. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: ワクチン接種に関する同意事項)
        CNS-4: Condition 4, to be agreed: a site gives about 1,000 doses or more as a rule; below that a warning is given. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: ワクチン接種に関する同意事項; vsys rulings: what is decided where the sources are silent: plan-minimum)
        CNS-5: Condition 5, to be agreed: it makes an accurate plan by two-week periods and can adapt when supply changes. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: ワクチン接種に関する同意事項)
        PRV-3: Operations are logged so that misuse can be traced. (「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 個人情報の安全な取扱いへのご協力要請)
        PRV-4: A municipality reaches only data of its own. (「各種システム」, 2021-01: 基本的考え方)
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

    Returns:
        The list (追加接種申込状況).

        - ``rows`` (list[ApplicationLineAnswer]): The lines in the order of their numbers.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("application.list")``.

    Source:
        APP-7: The list of applications shows number, status, time of application, time of review and the reviewer's comment. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み; vsys rulings: what is decided where the sources are silent: mock-year)
        APP-8: An application number is 5 digits, 10 digits and a 2-digit running number of the holder from 01; a draft has no time of application. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み)
        APP-9: The statuses are four: draft, awaiting review, confirmed and to be re-applied. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み; vsys rulings: what is decided where the sources are silent: application-names)
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

    Returns:
        The table of permissions, in the printed order of the statuses.

        - ``rows`` (list[ApplicationPermissionAnswer]): One line a status.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("application.permissions")``.

    Source:
        APP-9: The statuses are four: draft, awaiting review, confirmed and to be re-applied. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み; vsys rulings: what is decided where the sources are silent: application-names)
        APP-11: Every status can be viewed; only a draft and an application to be re-applied can be edited or withdrawn. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み)
        APP-12: The slides both forbid and allow a change after registration; the permission table decides. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み; vsys rulings: what is decided where the sources are silent: application-change)
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

    Returns:
        A form that was judged.

        - ``conditions`` (list[ApplicationConditionAnswer]): The five conditions in their printed order.
        - ``effective`` (ApplicationForm): The form as it counts: blocks taken over, receivers named, what is ignored left out. For reading, not to be sent again.
        - ``ready`` (bool): Whether it can be submitted or, with `submit` false, kept: no finding is an error.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("application.validate")``.

    Source:
        APP-4: Each block is carried over from the earlier registration unless its change box is ticked; then its fields must be filled in. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み)
        APP-5: The staffing pattern is 01 (own clinic) or 02 (visiting organisation), and the medical institution is required for patterns 2 and 3 only. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み)
        APP-6: Applying agrees to every condition at once; otherwise the entry is kept as a draft or left unchanged. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 職域追加接種の実施申込み)
        CNS-1: Condition 1, to be agreed: the company or university secures its own medical and other staff and can report adverse reactions. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: ワクチン接種に関する同意事項)
        CNS-2: Condition 2, to be agreed: it secures the place and its flow; place and institution may differ from doses 1 and 2. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: ワクチン接種に関する同意事項)
        CNS-3: Condition 3, to be agreed: it sets up internal communication and an office that deals with the outside. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: ワクチン接種に関する同意事項)
        CNS-4: Condition 4, to be agreed: a site gives about 1,000 doses or more as a rule; below that a warning is given. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: ワクチン接種に関する同意事項; vsys rulings: what is decided where the sources are silent: plan-minimum)
        CNS-5: Condition 5, to be agreed: it makes an accurate plan by two-week periods and can adapt when supply changes. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: ワクチン接種に関する同意事項)
        PRV-1: Data on a living person that identify him, such as name, birth date, telephone, coupon number, mail or affiliation, or that hold an identification code, are personal. (「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 個人情報の安全な取扱いへのご協力要請)
    """
    return _run(
        "application.validate",
        book,
        {"date": date, "form": form},
        {"stored": stored, "submit": submit},
    )
