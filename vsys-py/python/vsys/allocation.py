# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The operations ``allocation.*``."""

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
    "apportion",
    "cascade",
    "check",
    "compare",
    "paradox",
    "policy",
    "progress",
    "simulate",
    "summary",
    "verify",
    "view",
    "what_if",
]


def advance(
    *,
    state: _types.StateDocumentInput | _types.StateDocument,
    actor: _types.ActorRequest,
    event: _types.EventRequest,
    at: datetime.datetime | str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.AdvanceAnswer]:
    """Moves the workflow of an allocation by one event.

    分配の手順を1つ進める。

    Args:
        state: The state, as it was answered before.
        actor: Who acts, on its own unit.
        event: What is asked for.
        at: When, JST, for the operation log.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        The state after the event.

        - ``changes`` (list[ChangeAnswer]): The amounts that a repair changed, by level and id.
        - ``state`` (StateDocument): The new state.
        - ``transition`` (TransitionAnswer): The line of the table that was used.
        - ``notices`` (list[NoticeAnswer], may be absent): The notices it causes when no time was given; with `at` they stand in `step`.
        - ``step`` (StepAnswer, may be absent): The move with its notices and its log entry; absent without `at`.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.advance")``.

    Source:
        ALC-4: A level confirms what it received, then completes its own allocation; when every municipality has completed, the prefecture locks the data, nothing changes any more and delivery starts. (「自治体説明会（第3回）資料2」, 2021-02-17: 国から都道府県への分配量の確認; 「自治体説明会（第3回）資料2」, 2021-02-17: 都道府県から市町村への分配量の登録; 「自治体説明会（第3回）資料2」, 2021-02-17: 市町村から医療機関・接種会場への分配量の確定; 「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 市町村によるワクチン分配作業の結果を確認)
        ALC-5: The mark of a municipality is 〇 while the amount received is at least the sum given to its sites, and Ｘ when it is less; a lock with an Ｘ is refused. (「自治体説明会（第3回）資料2」, 2021-02-17: 市町村から医療機関・接種会場への分配量の確定; vsys rulings: what is decided where the sources are silent: lock-with-cross)
        PRV-3: Operations are logged so that misuse can be traced. (「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 個人情報の安全な取扱いへのご協力要請)
    """
    return _run(
        "allocation.advance",
        book,
        {"state": state, "actor": actor, "event": event},
        {"at": at},
    )


def apportion(
    *,
    supply: int,
    recipients: Sequence[_types.RecipientRequest],
    explain: Literal["none", "figures", "text"] | None = None,
    first_units: Literal["refuse", "by-weight"] | None = None,
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"] | None = None,
    ties: Literal["ruled", "report"] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.ApportionAnswer]:
    """Shares whole units in proportion to weights, exactly.

    重みに比例して整数単位を配分する。

    Args:
        supply: The units to share.
        recipients: Who shares them, at most 1,000,000.
        explain: How much the answer explains.
        first_units: What Adams and Hill do when the supply does not reach to one unit for everybody.
        method: How; absent = largest remainder (assumption.proposal-method).
        ties: Ties by the ruled order (larger weight, then smaller id), or refused.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        A supply shared out.

        - ``amounts`` (list[AmountRow]): The amounts, in the order of the request.
        - ``given`` (int): What was given in all.
        - ``left_over`` (int): What no cap had room for.
        - ``method`` (Literal["largest-remainder", "webster", "jefferson", "adams", "hill"]): The method used.
        - ``explanations`` (list[ExplanationAnswer], may be absent): Why, in the order of the request; absent unless asked for.
        - ``tie`` (TieAnswer, may be absent): The tied set; absent unless the end of the supply fell among equal claims.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.apportion")``.

    Source:
        ALC-3: Amounts are filled in beforehand with regard to capacity and may be corrected; the method is not published, and here it is the largest remainder capped by capacity. (「自治体説明会（第3回）資料2」, 2021-02-17: 市町村から医療機関・接種会場への分配量の登録; 「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 市町村別のワクチン分配量を登録; 「住民基本台帳に基づく人口（令和3年1月1日現在）」, 2021-01-01; vsys rulings: what is decided where the sources are silent: proposal-method)
    """
    return _run(
        "allocation.apportion",
        book,
        {"supply": supply, "recipients": recipients},
        {"explain": explain, "first_units": first_units, "method": method, "ties": ties},
    )


def cascade(
    *,
    cycle: int,
    delivery_week: datetime.date | str,
    product: str,
    supply: _types.SupplyRequest,
    capacity_rounding: Literal["ceil", "floor", "half-up"] | None = None,
    explain: Literal["none", "figures", "text"] | None = None,
    explain_only: Sequence[str] | None = None,
    first_units: Literal["refuse", "by-weight"] | None = None,
    hubs: Sequence[_types.HubRequest] | None = None,
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"] | None = None,
    municipalities: Sequence[_types.AllocationMunicipalityRequest] | None = None,
    needles: _types.NeedlesRequest | None = None,
    prefectures: Sequence[_types.PrefectureRequest] | None = None,
    satellites: Sequence[_types.SatelliteRequest] | None = None,
    share_rounding: Literal["ceil", "floor", "half-up"] | None = None,
    state: bool | None = None,
    ties: Literal["ruled", "report"] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.CascadeAnswer]:
    """Shares a supply from the nation down to the sites.

    国から接種会場まで段階的に配分する。

    Args:
        cycle: The number of the cycle (クール).
        delivery_week: The Monday of the delivery week, which decides the pack.
        product: The vaccine's id in the product master.
        supply: The registered supply.
        capacity_rounding: How a hub's capacity in doses is rounded to boxes.
        explain: How much the answer explains.
        explain_only: Only these recipients are explained; absent = all.
        first_units: What Adams and Hill do when a supply does not reach.
        hubs: The hubs, at most 200,000.
        method: How, at every level; absent = largest remainder (assumption.proposal-method).
        municipalities: The municipalities; one that only its hubs name is there with nothing asked of it.
        needles: Needles and syringes.
        prefectures: The prefectures; one that only its municipalities name is there with nothing asked of it.
        satellites: The satellites, at most 200,000.
        share_rounding: How a share of boxes is rounded.
        state: Whether the answer holds the state with which the workflow begins.
        ties: Ties by the ruled order, or refused.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        A supply shared from the nation down. Every list is in the order of giver and code.

        - ``hubs`` (list[LevelRow]): 基本型接種施設
        - ``method`` (Literal["largest-remainder", "webster", "jefferson", "adams", "hill"]): The method used.
        - ``municipalities`` (list[LevelRow]): 市町村
        - ``nation`` (LevelRow): 国
        - ``nothing`` (list[NothingRow]): Who got nothing, by level and reason.
        - ``prefectures`` (list[LevelRow]): 都道府県
        - ``satellites`` (list[SatelliteRow]): サテライト
        - ``shortfalls`` (list[ShortfallRow]): Who is short of needles or syringes.
        - ``ties`` (list[GroupTieRow]): The ties, by level and giver.
        - ``explanations`` (list[ExplanationAnswer], may be absent): Why, by level; absent unless asked for.
        - ``state`` (StateDocument, may be absent): The state with which the workflow begins; absent unless asked for.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.cascade")``.

    Source:
        CYC-5: Amounts of the advance and priority vaccination are decided beforehand and loaded in bulk by the administrator, not shared out level by level. (「自治体説明会（第3回）資料2」, 2021-02-17: ②ワクチン分配)
        ALC-1: Supply is passed down from the nation to prefectures, municipalities and sites, separately for vaccine, needles and syringes. (「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 割り当てられたワクチン量の確認; 「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 市町村別のワクチン分配量を登録)
        ALC-2: The amount a level has received is the most it may pass on to the level below. (「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 市町村別のワクチン分配量を登録; 「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 医療機関別のワクチン分配量を登録)
        ALC-3: Amounts are filled in beforehand with regard to capacity and may be corrected; the method is not published, and here it is the largest remainder capped by capacity. (「自治体説明会（第3回）資料2」, 2021-02-17: 市町村から医療機関・接種会場への分配量の登録; 「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 市町村別のワクチン分配量を登録; 「住民基本台帳に基づく人口（令和3年1月1日現在）」, 2021-01-01; vsys rulings: what is decided where the sources are silent: proposal-method)
        ALC-10: In the demonstration 8 % of 2,000 boxes is 160, 3 % of them is 5, and a site gets 1; needle and syringe boxes follow from the whole vaccine boxes, not from the percentage. (「自治体説明会（第3回）資料2」, 2021-02-17: デモンストレーションの前提; vsys rulings: what is decided where the sources are silent: share-rounding)
        ALC-11: Five sites with one box each need 50 needle boxes although their municipality's own five boxes call for 49, so the sum of rounded needs can exceed what was received. (「自治体説明会（第3回）資料2」, 2021-02-17: デモンストレーションの前提; vsys rulings: what is decided where the sources are silent: needle-cascade)
        NDL-5: Needle boxes follow a policy of the product: an allocation takes doses / 100 rounded up, the booster plan the fewest boxes that hold more pieces than doses. (「職域における追加接種（3回目接種） V-SYSについて」, 2021-11: 追加接種計画の登録; 「自治体説明会（第3回）資料2」, 2021-02-17: デモンストレーションの前提; vsys rulings: what is decided where the sources are silent: needle-allocation; vsys rulings: what is decided where the sources are silent: needle-autofill)
    """
    return _run(
        "allocation.cascade",
        book,
        {"cycle": cycle, "delivery_week": delivery_week, "product": product, "supply": supply},
        {"capacity_rounding": capacity_rounding, "explain": explain, "explain_only": explain_only, "first_units": first_units, "hubs": hubs, "method": method, "municipalities": municipalities, "needles": needles, "prefectures": prefectures, "satellites": satellites, "share_rounding": share_rounding, "state": state, "ties": ties},
    )


def check(
    *,
    givers: Sequence[_types.GiverRequest],
    book: _RuleBook | None = None,
) -> _Answer[_types.CheckAnswer]:
    """Marks whether what is given on was received.

    受領量と配分量を照合し〇Ｘを付ける。

    Args:
        givers: The givers.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        The givers, in the order of the request.

        - ``givers`` (list[GiverAnswer]): The givers.
        - ``overall`` (Literal["〇", "Ｘ"]): Ｘ when any giver is Ｘ.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.check")``.

    Source:
        ALC-5: The mark of a municipality is 〇 while the amount received is at least the sum given to its sites, and Ｘ when it is less; a lock with an Ｘ is refused. (「自治体説明会（第3回）資料2」, 2021-02-17: 市町村から医療機関・接種会場への分配量の確定; vsys rulings: what is decided where the sources are silent: lock-with-cross)
        ALC-11: Five sites with one box each need 50 needle boxes although their municipality's own five boxes call for 49, so the sum of rounded needs can exceed what was received. (「自治体説明会（第3回）資料2」, 2021-02-17: デモンストレーションの前提; vsys rulings: what is decided where the sources are silent: needle-cascade)
        ALC-12: Passing on 150 of 160 vaccine boxes is allowed, the sum being below the amount received. (「自治体説明会（第3回）資料2」, 2021-02-17: 都道府県から市町村への分配量の登録)
    """
    return _run("allocation.check", book, {"givers": givers}, {})


def compare(
    *,
    ids: Sequence[str],
    columns: Sequence[_types.ColumnRequest],
    supply: int,
    first: _types.SideRequest,
    second: _types.SideRequest,
    people: str,
    doses_per_unit: int | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.CompareAnswer]:
    """Sets two methods or formulas side by side: who gains, who loses, how fair each is.

    二つの配分方式を比べ、増減と公平さを示す。

    Args:
        ids: The recipients.
        columns: Their figures.
        supply: The units to share.
        first: The one way.
        second: The other.
        people: The column of people, against whom fairness is measured.
        doses_per_unit: What one unit holds, in doses.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        Two ways side by side.

        - ``first`` (FairnessAnswer): How fair the first is.
        - ``gained`` (int): What the gainers gain in all.
        - ``gainers`` (int): How many gain by the second.
        - ``losers`` (int): How many lose by the second.
        - ``lost`` (int): What the losers lose in all.
        - ``rows`` (list[ComparedRow]): The recipients, in the order of the request.
        - ``second`` (FairnessAnswer): How fair the second is.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.compare")``.

    Source:
        ALC-3: Amounts are filled in beforehand with regard to capacity and may be corrected; the method is not published, and here it is the largest remainder capped by capacity. (「自治体説明会（第3回）資料2」, 2021-02-17: 市町村から医療機関・接種会場への分配量の登録; 「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 市町村別のワクチン分配量を登録; 「住民基本台帳に基づく人口（令和3年1月1日現在）」, 2021-01-01; vsys rulings: what is decided where the sources are silent: proposal-method)
    """
    return _run(
        "allocation.compare",
        book,
        {"ids": ids, "columns": columns, "supply": supply, "first": first, "second": second, "people": people},
        {"doses_per_unit": doses_per_unit},
    )


def paradox(
    *,
    kind: Literal["house", "population"],
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"],
    most_weight: int,
    most_supply: int,
    seed: int,
    tries: int,
    recipients: int | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.ParadoxAnswer]:
    """Looks for a paradox of a method and shows a counter-example.

    配分方式の逆理を探し反例を示す。

    Args:
        kind: Which: `house` = one unit more of supply takes one away from somebody; `population` = of two recipients the one that grows by the larger factor loses to the other.
        method: Of which method.
        most_weight: Weights from 1 to this.
        most_supply: Supplies from 1 to this.
        seed: The seed: the same seed finds the same, everywhere.
        tries: How many draws, 1 to 1,000,000.
        recipients: Among how many recipients, 2 to 20.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        What a search for a paradox came to.

        - ``found`` (bool): Whether one was found. That none was found proves nothing.
        - ``tries`` (int): How many draws it took.
        - ``after`` (ParadoxSideAnswer, may be absent): The allocation after; absent where nothing was found.
        - ``before`` (ParadoxSideAnswer, may be absent): The allocation before; absent where nothing was found.
        - ``gainer`` (str, may be absent): Who gains: of a population paradox although it grew by the smaller factor.
        - ``loser`` (str, may be absent): Who loses although nothing speaks against it.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.paradox")``.

    Source:
        ALC-3: Amounts are filled in beforehand with regard to capacity and may be corrected; the method is not published, and here it is the largest remainder capped by capacity. (「自治体説明会（第3回）資料2」, 2021-02-17: 市町村から医療機関・接種会場への分配量の登録; 「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 市町村別のワクチン分配量を登録; 「住民基本台帳に基づく人口（令和3年1月1日現在）」, 2021-01-01; vsys rulings: what is decided where the sources are silent: proposal-method)
    """
    return _run(
        "allocation.paradox",
        book,
        {"kind": kind, "method": method, "most_weight": most_weight, "most_supply": most_supply, "seed": seed, "tries": tries},
        {"recipients": recipients},
    )


def policy(
    *,
    ids: Sequence[str],
    bundled: str | None = None,
    columns: Sequence[_types.ColumnRequest] | None = None,
    explain: Literal["none", "figures", "text"] | None = None,
    missing: Literal["refuse", "stop"] | None = None,
    policy: _types.FormulaRequest | None = None,
    supply: int | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.PolicyAnswer]:
    """Evaluates a formula of allocation, layer by layer.

    配分方式を段階ごとに算定する。

    Args:
        ids: The recipients.
        bundled: A bundled formula by its id, …
        columns: Their figures.
        explain: How much the answer explains.
        missing: What happens where a column is missing: refuse, or leave the layer that lacks it and all behind it open.
        policy: … or one of the caller's own; exactly one of the two.
        supply: The units to give out; absent = the published supply of a bundled formula, or none.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        What a formula gave.

        - ``amounts`` (list[AmountRow]): The amounts, in the order of the request.
        - ``given`` (int): What was given in all.
        - ``layers`` (list[LayerAnswer]): What each layer did in all.
        - ``bundled`` (BundledAnswer, may be absent): The bundled formula with its citation.
        - ``explanations`` (list[PolicyExplanation], may be absent): Why, in the order of the request; absent unless asked for.
        - ``left`` (int, may be absent): What is left of the supply; absent without one.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.policy")``.

    Source:
        F-POLICY: In 2021 boxes were given by fixed amounts, by requests, by population, by rate of use or of stock, cycle by cycle: each cycle is a formula of layers, with the inputs and roundings that were not published named. (令和3年の配分に関する厚生労働省・都道府県の発表と報道, 2021; 令和3年のワクチン配分箱数に関する厚生労働省および都道府県の報道発表, 2021)
    """
    return _run(
        "allocation.policy",
        book,
        {"ids": ids},
        {"bundled": bundled, "columns": columns, "explain": explain, "missing": missing, "policy": policy, "supply": supply},
    )


def progress(
    *,
    state: _types.StateDocumentInput | _types.StateDocument,
    actor: _types.ActorRequest,
    book: _RuleBook | None = None,
) -> _Answer[_types.ProgressAnswer]:
    """Tells how far the recipients of a giver are.

    進捗状況を示す。

    Args:
        state: The state.
        actor: The giver that looks at its own figures.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        How far a giver's recipients are (進捗状況).

        - ``counts`` (list[StatusCount]): How many stand at each status, in the order of the workflow.
        - ``crossed`` (list[str]): Whose mark is Ｘ, in the order of codes.
        - ``status`` (Literal["open", "fixed", "waiting", "received", "confirmed", "completed", "locked"]): How far the giver itself is.
        - ``waiting`` (list[str]): Who has not completed, in the order of codes.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.progress")``.

    Source:
        ALC-8: Prefectures and municipalities follow the progress of the allocations below them, and the nation sees all of it. (「自治体説明会（第3回）資料2」, 2021-02-17: V-SYS利用マニュアル目次; 「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 市町村によるワクチン分配作業の結果を確認)
    """
    return _run("allocation.progress", book, {"state": state, "actor": actor}, {})


def simulate(
    *,
    ids: Sequence[str],
    columns: Sequence[_types.ColumnRequest],
    people: str,
    scenarios: Sequence[_types.ScenarioRequest],
    amounts: bool | None = None,
    doses_per_unit: int | None = None,
    floors: str | None = None,
    threads: int | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.SimulateAnswer]:
    """Runs many scenarios and tells how fair each is.

    多数のシナリオで分配を試算し公平さを示す。

    Args:
        ids: The recipients.
        columns: Their figures: people, weights, caps, floors.
        people: The column of people, against whom fairness is measured.
        scenarios: The scenarios.
        amounts: Whether each scenario tells the amount of every recipient.
        doses_per_unit: What one unit holds, in doses.
        floors: The column of the least each must get; absent = 0.
        threads: How many threads may work on it, where the library is built for several; the answer is the same.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        What the scenarios came to.

        - ``ranges`` (list[RangeRow]): Each recipient over all scenarios, in the order of the request.
        - ``scenarios`` (list[ScenarioAnswer]): The scenarios, in the order of the request.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.simulate")``.

    Source:
        ALC-3: Amounts are filled in beforehand with regard to capacity and may be corrected; the method is not published, and here it is the largest remainder capped by capacity. (「自治体説明会（第3回）資料2」, 2021-02-17: 市町村から医療機関・接種会場への分配量の登録; 「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 市町村別のワクチン分配量を登録; 「住民基本台帳に基づく人口（令和3年1月1日現在）」, 2021-01-01; vsys rulings: what is decided where the sources are silent: proposal-method)
    """
    return _run(
        "allocation.simulate",
        book,
        {"ids": ids, "columns": columns, "people": people, "scenarios": scenarios},
        {"amounts": amounts, "doses_per_unit": doses_per_unit, "floors": floors, "threads": threads},
    )


def summary(
    *,
    state: _types.StateDocumentInput | _types.StateDocument,
    actor: _types.ActorRequest,
    book: _RuleBook | None = None,
) -> _Answer[_types.SummaryAnswer]:
    """Adds up what was received and what is given on.

    集計情報を示す。

    Args:
        state: The state.
        actor: The giver that looks at its own figures.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        What was received against what is given on (集計情報).

        - ``given`` (TripleDocument): What is given on in all.
        - ``marks`` (MarksAnswer): The marks.
        - ``received`` (TripleDocument): What was received; of the nation, what is registered.
        - ``rows`` (list[RowAnswer]): The recipients.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.summary")``.

    Source:
        ALC-7: A summary sets the amount received of each item beside the sum passed on, with the status of every record. (「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 割り当てられたワクチン量の確認)
    """
    return _run("allocation.summary", book, {"state": state, "actor": actor}, {})


def verify(
    *,
    apportion: _types.ApportionPair | None = None,
    cascade: _types.CascadePair | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.VerifyAnswer]:
    """Re-checks an answer without the engine.

    回答を独立に検算する。

    Args:
        apportion: A request of `allocation.apportion` and its answer.
        cascade: A request of `allocation.cascade` and its answer.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        Whether the answer is right.

        - ``valid`` (bool): `true` = every amount is the only right one; otherwise the findings say where it is not.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.verify")``.
    """
    return _run("allocation.verify", book, {}, {"apportion": apportion, "cascade": cascade})


def view(
    *,
    state: _types.StateDocumentInput | _types.StateDocument,
    actor: _types.ActorRequest,
    needle: str | None = None,
    syringe: str | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.ViewAnswer]:
    """Shows what an actor may see.

    分配量を閲覧する。

    Args:
        state: The state.
        actor: Who looks.
        needle: The needle's id in the product master.
        syringe: The syringe's id in the product master.
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        What an actor sees.

        - ``rows`` (list[RowAnswer]): Its own recipients.
        - ``visible`` (bool): Whether anything is visible: to a site only after the lock (ALC-6).
        - ``received`` (AmountAnswer, may be absent): What it receives; left out while nothing is visible to it.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.view")``.

    Source:
        ALC-6: A site sees its amounts only after the prefecture's lock. (「自治体説明会（第3回）資料2」, 2021-02-17: 分配量と納入予定日の確認)
        PRV-4: A municipality reaches only data of its own. (「各種システム」, 2021-01: 基本的考え方)
    """
    return _run(
        "allocation.view",
        book,
        {"state": state, "actor": actor},
        {"needle": needle, "syringe": syringe},
    )


def what_if(
    *,
    supply: int,
    recipients: Sequence[_types.RecipientRequest],
    id: str,
    lever: Literal["supply", "weight"],
    first_units: Literal["refuse", "by-weight"] | None = None,
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"] | None = None,
    book: _RuleBook | None = None,
) -> _Answer[_types.WhatIfAnswer]:
    """Tells the smallest change of supply or weight that gives a recipient one unit more.

    あと1単位を得るための供給量・重みの最小の変化を示す。

    Args:
        supply: The units to share.
        recipients: Who shares them.
        id: The recipient who asks.
        lever: What is changed: the supply, or the recipient's own weight.
        first_units: What Adams and Hill do when the supply does not reach to one unit for everybody.
        method: How; absent = largest remainder (assumption.proposal-method).
        book: Tables of one's own; absent = the bundled ones.

    Returns:
        The smallest increase that gives the recipient one unit more.

        - ``after`` (WhatIfSideAnswer): The allocation with it.
        - ``amount`` (int): What the recipient gets now.
        - ``before`` (WhatIfSideAnswer): The allocation one step before: the recipient has no more than now.
        - ``id`` (str): The recipient.
        - ``increase`` (int): By how much the lever moves.
        - ``lever`` (Literal["supply", "weight"]): What is changed.
        - ``method`` (Literal["largest-remainder", "webster", "jefferson", "adams", "hill"]): The method.
        - ``now`` (int): What the lever is now.
        - ``text`` (TextAnswer): The same in sentences.

    Raises:
        VsysError: The operation refuses; its codes and their details are in
            ``vsys.schema("allocation.what_if")``.

    Source:
        ALC-3: Amounts are filled in beforehand with regard to capacity and may be corrected; the method is not published, and here it is the largest remainder capped by capacity. (「自治体説明会（第3回）資料2」, 2021-02-17: 市町村から医療機関・接種会場への分配量の登録; 「第1回自治体説明会 V-SYSに関する詳細説明」, 2020-12-18: 市町村別のワクチン分配量を登録; 「住民基本台帳に基づく人口（令和3年1月1日現在）」, 2021-01-01; vsys rulings: what is decided where the sources are silent: proposal-method)
    """
    return _run(
        "allocation.what_if",
        book,
        {"supply": supply, "recipients": recipients, "id": id, "lever": lever},
        {"first_units": first_units, "method": method},
    )
