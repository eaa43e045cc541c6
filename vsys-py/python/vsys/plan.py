# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``plan.*``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from . import types as _types
from ._answer import Answer as _Answer
from ._answer import run_members as _run
from ._vsys import RuleBook as _RuleBook

__all__ = [
    "change",
    "decide",
    "preview",
    "register",
    "status",
]


def change(
    *,
    actor: _types.ActorRequest,
    at: datetime.datetime | str,
    booster_id: bool,
    plan: _types.PlanDocumentInput | _types.PlanDocument,
    rows: Sequence[_types.PlanEntry],
    confirmed: Sequence[_types.PlanConfirmation] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.PlanMoved]:
    """Changes a booster plan.

    接種計画を変更する。

    Args:
        actor: Who acts: the site that plans.
        at: When, JST.
        booster_id: Whether the login is the V-SYS ID of a booster site (PLN-7).
        plan: The plan, as it was answered before.
        rows: The new figures; a cycle that is not named keeps its own.
        confirmed: The cycles whose allocation is fixed for all sites.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        A plan after a move.

        - ``needles`` (list[PlanNeedleEffect]): What happened to the needles of the rows that changed.
        - ``plan`` (PlanDocument): The plan, to be sent with the next request.
        - ``step`` (StepAnswer): The move with its notices and its log entry.
        - ``totals`` (PlanTotals): The footer of the screen.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("plan.change")``.

    Source:
        NDL-6: The filled-in number of needle boxes may be lowered, down to 0, and not raised. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録; vsys rulings: what is decided where the sources are silent: needle-override)
        PLN-3: A plan may change, except for past or allocated rows, rows past their closing time, and all rows during allocation work; a total above the first registration needs the nation's confirmation. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 希望量の登録に代わる、新たな仕組み「接種計画の登録」; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        PLN-7: Only an ID of a booster site can open the plan screen. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        PLN-9: The bounds of the freeze are not stated; here all rows are frozen from a cycle's closing time until that cycle's allocation is fixed for all sites. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録; vsys rulings: what is decided where the sources are silent: plan-freeze)
        CNS-4: Condition 4, to be agreed: a site gives about 1,000 doses or more as a rule; below that a warning is given. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: ワクチン接種に関する同意事項; vsys rulings: what is decided where the sources are silent: plan-minimum)
        PRV-3: Operations are logged so that misuse can be traced. (「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 個人情報の安全な取扱いへのご協力要請)
        PRV-4: A municipality reaches only data of its own. (「各種システム」, 2021-01: 基本的考え方)
    """
    return _run(
        "plan.change",
        book,
        {"actor": actor, "at": at, "booster_id": booster_id, "plan": plan, "rows": rows},
        {"confirmed": confirmed},
    )


def decide(
    *,
    actor: _types.ActorRequest,
    at: datetime.datetime | str,
    decision: Literal["confirm", "refuse"],
    plan: _types.PlanDocumentInput | _types.PlanDocument,
    confirmed: Sequence[_types.PlanConfirmation] | None = None,
    reason: str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.PlanMoved]:
    """Confirms or refuses a change above the first total.

    国の確認を行う。

    Args:
        actor: Who acts: the nation.
        at: When, JST.
        decision: confirm or refuse.
        plan: The plan, as it was answered before.
        confirmed: The cycles whose allocation is fixed for all sites.
        reason: Why; required for a refusal.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        A plan after a move.

        - ``needles`` (list[PlanNeedleEffect]): What happened to the needles of the rows that changed.
        - ``plan`` (PlanDocument): The plan, to be sent with the next request.
        - ``step`` (StepAnswer): The move with its notices and its log entry.
        - ``totals`` (PlanTotals): The footer of the screen.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("plan.decide")``.

    Source:
        PLN-3: A plan may change, except for past or allocated rows, rows past their closing time, and all rows during allocation work; a total above the first registration needs the nation's confirmation. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 希望量の登録に代わる、新たな仕組み「接種計画の登録」; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        PRV-3: Operations are logged so that misuse can be traced. (「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 個人情報の安全な取扱いへのご協力要請)
    """
    return _run(
        "plan.decide",
        book,
        {"actor": actor, "at": at, "decision": decision, "plan": plan},
        {"confirmed": confirmed, "reason": reason},
    )


def preview(
    *,
    actor: _types.ActorRequest,
    at: datetime.datetime | str,
    booster_id: bool,
    rows: Sequence[_types.PlanEntry],
    confirmed: Sequence[_types.PlanConfirmation] | None = None,
    plan: _types.PlanDocumentInput | _types.PlanDocument | None = None,
    setup: _types.PlanSetupInput | _types.PlanSetup | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.PlanPreviewAnswer]:
    """Tells what a registration or change would do.

    接種計画の登録・変更を事前に確かめる。

    Args:
        actor: Who would act: the site that plans.
        at: When, JST.
        booster_id: Whether the login is the V-SYS ID of a booster site (PLN-7).
        rows: The figures.
        confirmed: The cycles whose allocation is fixed for all sites.
        plan: The plan that would change.
        setup: What a plan not yet registered would be about.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        What a registration or change would do.

        - ``closed`` (list[int]): The cycles whose rows are closed, with their reasons in `rows`.
        - ``event`` (Literal["register", "change_within", "change_above", "confirm", "refuse"]): What it amounts to.
        - ``needles`` (list[PlanNeedleEffect]): What happens to the needles of the rows that change.
        - ``needs_confirmation`` (bool): Whether 国の確認 will be needed.
        - ``ready`` (bool): Whether it could be sent as it is: no finding is an error.
        - ``rows`` (list[PlanRowAnswer]): The rows as they would be.
        - ``totals`` (PlanTotals): The footer of the screen, as it would be.
        - ``left_over`` (PlanLeftOver, may be absent): What is left over; absent unless every row says how many persons are planned.
        - ``next_deadline`` (PlanDeadline, may be absent): The deadline that closes the rows next; absent when there is none.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("plan.preview")``.

    Source:
        CYC-9: Whether the printed minute of a closing time is still in time is not stated; here it is, the clock being cut to the minute. (vsys rulings: what is decided where the sources are silent: cut-off)
        NDL-6: The filled-in number of needle boxes may be lowered, down to 0, and not raised. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録; vsys rulings: what is decided where the sources are silent: needle-override)
        PLN-2: Vaccine left over from boosters is not taken back, so the plan should leave none. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 希望量の登録に代わる、新たな仕組み「接種計画の登録」)
        PLN-3: A plan may change, except for past or allocated rows, rows past their closing time, and all rows during allocation work; a total above the first registration needs the nation's confirmation. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 希望量の登録に代わる、新たな仕組み「接種計画の登録」; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        PLN-7: Only an ID of a booster site can open the plan screen. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        PLN-9: The bounds of the freeze are not stated; here all rows are frozen from a cycle's closing time until that cycle's allocation is fixed for all sites. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録; vsys rulings: what is decided where the sources are silent: plan-freeze)
        CNS-4: Condition 4, to be agreed: a site gives about 1,000 doses or more as a rule; below that a warning is given. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: ワクチン接種に関する同意事項; vsys rulings: what is decided where the sources are silent: plan-minimum)
        CNS-5: Condition 5, to be agreed: it makes an accurate plan by two-week periods and can adapt when supply changes. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: ワクチン接種に関する同意事項)
    """
    return _run(
        "plan.preview",
        book,
        {"actor": actor, "at": at, "booster_id": booster_id, "rows": rows},
        {"confirmed": confirmed, "plan": plan, "setup": setup},
    )


def register(
    *,
    actor: _types.ActorRequest,
    at: datetime.datetime | str,
    booster_id: bool,
    rows: Sequence[_types.PlanEntry],
    setup: _types.PlanSetupInput | _types.PlanSetup,
    confirmed: Sequence[_types.PlanConfirmation] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.PlanMoved]:
    """Registers a booster plan.

    接種計画を登録する。

    Args:
        actor: Who acts: the site that plans.
        at: When, JST.
        booster_id: Whether the login is the V-SYS ID of a booster site (PLN-7).
        rows: The figures; a cycle that is not named gets none.
        setup: What the plan is about.
        confirmed: The cycles whose allocation is fixed for all sites.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        A plan after a move.

        - ``needles`` (list[PlanNeedleEffect]): What happened to the needles of the rows that changed.
        - ``plan`` (PlanDocument): The plan, to be sent with the next request.
        - ``step`` (StepAnswer): The move with its notices and its log entry.
        - ``totals`` (PlanTotals): The footer of the screen.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("plan.register")``.

    Source:
        QTY-4: A Moderna booster box is 150 doses, and a box of its needles or syringes is 100 pieces. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        NDL-1: The quantity of syringes always equals the quantity of needles. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録; 「自治体説明会（第3回）資料2」, 2021-02-17: デモンストレーションの前提)
        NDL-3: With Moderna booster boxes, 4, 3, 2, 3 and 0 boxes go with 7, 5, 4, 5 and 0 needle boxes. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        NDL-5: Needle boxes follow a policy of the product: an allocation takes doses / 100 rounded up, the booster plan the fewest boxes that hold more pieces than doses. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録; 「自治体説明会（第3回）資料2」, 2021-02-17: デモンストレーションの前提; vsys rulings: what is decided where the sources are silent: needle-allocation; vsys rulings: what is decided where the sources are silent: needle-autofill)
        PLN-3: A plan may change, except for past or allocated rows, rows past their closing time, and all rows during allocation work; a total above the first registration needs the nation's confirmation. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 希望量の登録に代わる、新たな仕組み「接種計画の登録」; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        PLN-4: A row of the plan takes whole boxes and shows doses at 150 a box and needles at 100 a box; the footer compares the total at first registration with the present one. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        PLN-5: The sample plan of 4, 3, 2, 3 and 0 boxes adds up to 12 boxes, 1,800 doses and 21 needle boxes. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        PLN-7: Only an ID of a booster site can open the plan screen. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        CNS-4: Condition 4, to be agreed: a site gives about 1,000 doses or more as a rule; below that a warning is given. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: ワクチン接種に関する同意事項; vsys rulings: what is decided where the sources are silent: plan-minimum)
        PRV-3: Operations are logged so that misuse can be traced. (「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 個人情報の安全な取扱いへのご協力要請)
    """
    return _run(
        "plan.register",
        book,
        {"actor": actor, "at": at, "booster_id": booster_id, "rows": rows, "setup": setup},
        {"confirmed": confirmed},
    )


def status(
    *,
    at: datetime.datetime | str,
    plan: _types.PlanDocumentInput | _types.PlanDocument,
    allocated: Sequence[_types.PlanAllocated] | None = None,
    confirmed: Sequence[_types.PlanConfirmation] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.PlanStatusAnswer]:
    """Shows a plan and which rows can be changed.

    接種計画と行の状態を示す。

    Args:
        at: The moment, JST.
        plan: The plan, as it was answered before.
        allocated: What was allocated, cycle by cycle; never counted in the plan's total.
        confirmed: The cycles whose allocation is fixed for all sites.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        A plan at a moment.

        - ``rows`` (list[PlanRowAnswer]): The rows in the order of time.
        - ``status`` (Literal["registered", "awaiting_nation"]): How far the plan is.
        - ``totals`` (PlanTotals): The footer of the screen.
        - ``next_deadline`` (PlanDeadline, may be absent): The deadline that closes the rows next; absent when there is none.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("plan.status")``.

    Source:
        CYC-6: The booster plan lists five cycles with vaccination period, delivery week and closing time; the printed year 2021 of the closing times is read as 2022. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録; vsys rulings: what is decided where the sources are silent: mock-year)
        CYC-7: A booster cycle is 14 days from a Monday; delivery is the Monday 7 days before, and changes close at 15:00 on the Tuesday 20 days before the start, for the first cycle at 23:59 28 days before. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        CYC-9: Whether the printed minute of a closing time is still in time is not stated; here it is, the clock being cut to the minute. (vsys rulings: what is decided where the sources are silent: cut-off)
        PLN-3: A plan may change, except for past or allocated rows, rows past their closing time, and all rows during allocation work; a total above the first registration needs the nation's confirmation. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 希望量の登録に代わる、新たな仕組み「接種計画の登録」; 「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        PLN-4: A row of the plan takes whole boxes and shows doses at 150 a box and needles at 100 a box; the footer compares the total at first registration with the present one. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        PLN-5: The sample plan of 4, 3, 2, 3 and 0 boxes adds up to 12 boxes, 1,800 doses and 21 needle boxes. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録)
        PLN-9: The bounds of the freeze are not stated; here all rows are frozen from a cycle's closing time until that cycle's allocation is fixed for all sites. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録; vsys rulings: what is decided where the sources are silent: plan-freeze)
    """
    return _run(
        "plan.status",
        book,
        {"at": at, "plan": plan},
        {"allocated": allocated, "confirmed": confirmed},
    )
