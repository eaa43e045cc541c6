# Made by `cargo xtask gen` from the table of operations; do not edit.
"""The records of requests and answers.

A record whose name ends in `Input` goes in; the one without comes out and may go in too.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypedDict

from ._error import Bilingual as _Bilingual


class _ActorRequest(TypedDict):
    #: The role.
    role: Literal["nation", "prefecture", "municipality", "institution", "site", "maker", "wholesaler", "dry_ice_maker", "needle_store", "call_centre", "group_organiser", "medical_association", "resident", "system_administrator", "service_desk"]


class ActorRequest(_ActorRequest, total=False):
    """Who acts."""

    #: The V-SYS ID of the person, for the operation log (1人1ID).
    account: str
    #: The code of the prefecture or municipality, the id of the institution, site or company; left out for the nation.
    code: str


class AdvanceAnswer(TypedDict):
    """The state after the event."""

    #: The amounts that a repair changed, by level and id.
    changes: list[ChangeAnswer]
    #: The new state.
    state: StateDocument
    #: The line of the table that was used.
    transition: TransitionAnswer


class AdvanceRequest(TypedDict):
    """A state, who acts, and what is asked for."""

    #: The state, as it was answered before.
    state: StateDocumentInput | StateDocument
    #: Who acts, on its own unit.
    actor: ActorRequest
    #: What is asked for.
    event: EventRequest


class _AllocationMunicipalityRequest(TypedDict):
    #: Its code.
    code: str


class AllocationMunicipalityRequest(_AllocationMunicipalityRequest, total=False):
    """A municipality and what is asked of it. A ward of a designated city counts as its city."""

    #: The most it may get, in boxes.
    cap: int
    #: A change by hand of the proposal.
    edit: EditRequest
    #: A fixed amount imported by the administrator.
    fixed: int
    #: The least it must get, in boxes.
    floor: int
    #: A share of what its prefecture received.
    share: Decimal | str
    #: Its weight; absent = the sum of its hubs' weights.
    weight: int


class AmountAnswer(TypedDict):
    """An amount in boxes and in doses, as V-SYS shows it (最小包装単位（箱）・接種回数（回分）)."""

    #: 針, boxes
    needles: int
    #: 針, pieces (本)
    needles_pieces: int
    #: シリンジ, boxes
    syringes: int
    #: シリンジ, pieces (本)
    syringes_pieces: int
    #: ワクチン, boxes
    vaccine: int
    #: ワクチン, doses (回分)
    vaccine_doses: int


class AmountRow(TypedDict):
    """What a recipient got."""

    #: The amount.
    amount: int
    #: The recipient.
    id: str


class _ApportionAnswer(TypedDict):
    #: The amounts, in the order of the request.
    amounts: list[AmountRow]
    #: What was given in all.
    given: int
    #: What no cap had room for.
    left_over: int
    #: The method used.
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"]


class ApportionAnswer(_ApportionAnswer, total=False):
    """A supply shared out."""

    #: Why, in the order of the request; absent unless asked for.
    explanations: list[ExplanationAnswer]
    #: The tied set; absent unless the end of the supply fell among equal claims.
    tie: TieAnswer


class _ApportionAnswerInput(TypedDict):
    #: The amounts, in the order of the request.
    amounts: Sequence[AmountRow]
    #: What was given in all.
    given: int
    #: What no cap had room for.
    left_over: int
    #: The method used.
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"]


class ApportionAnswerInput(_ApportionAnswerInput, total=False):
    """A supply shared out."""

    #: Why, in the order of the request; absent unless asked for.
    explanations: Sequence[ExplanationAnswerInput | ExplanationAnswer]
    #: The tied set; absent unless the end of the supply fell among equal claims.
    tie: TieAnswerInput | TieAnswer


class ApportionPair(TypedDict):
    """A request of `allocation.apportion` and what was answered."""

    #: The request.
    request: ApportionRequest
    #: The member `answer` of the answer.
    answer: ApportionAnswerInput | ApportionAnswer


class _ApportionRequest(TypedDict):
    #: The units to share.
    supply: int
    #: Who shares them, at most 1,000,000.
    recipients: Sequence[RecipientRequest]


class ApportionRequest(_ApportionRequest, total=False):
    """A supply to share in whole units."""

    #: How much the answer explains.
    explain: Literal["none", "figures", "text"]
    #: What Adams and Hill do when the supply does not reach to one unit for everybody.
    first_units: Literal["refuse", "by-weight"]
    #: How; absent = largest remainder (assumption.proposal-method).
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"]
    #: Ties by the ruled order (larger weight, then smaller id), or refused.
    ties: Literal["ruled", "report"]


class AssumptionAnswer(TypedDict):
    """An entry of the register of assumptions."""

    #: What could be done instead.
    alternatives: list[_Bilingual]
    #: Its id.
    id: str
    #: A decision, a reading, or a value that is not published.
    kind: Literal["assumption", "reading", "not-published"]
    #: The question that the sources leave open.
    question: _Bilingual
    #: The rules it concerns.
    rules: list[str]
    #: What vsys does.
    ruling: _Bilingual


class AssumptionsAnswer(TypedDict):
    """The register in the order of ids."""

    #: The assumptions.
    assumptions: list[AssumptionAnswer]


class AssumptionsRequest(TypedDict, total=False):
    """Which assumptions to list."""

    #: Only assumptions about this rule, such as `ALC-5`.
    rule: str


class _CascadeAnswer(TypedDict):
    #: 基本型接種施設
    hubs: list[LevelRow]
    #: The method used.
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"]
    #: 市町村
    municipalities: list[LevelRow]
    #: 国
    nation: LevelRow
    #: Who got nothing, by level and reason.
    nothing: list[NothingRow]
    #: 都道府県
    prefectures: list[LevelRow]
    #: サテライト
    satellites: list[SatelliteRow]
    #: Who is short of needles or syringes.
    shortfalls: list[ShortfallRow]
    #: The ties, by level and giver.
    ties: list[GroupTieRow]


class CascadeAnswer(_CascadeAnswer, total=False):
    """A supply shared from the nation down. Every list is in the order of giver and code."""

    #: Why, by level; absent unless asked for.
    explanations: list[ExplanationAnswer]
    #: The state with which the workflow begins; absent unless asked for.
    state: StateDocument


class _CascadeAnswerInput(TypedDict):
    #: 基本型接種施設
    hubs: Sequence[LevelRow]
    #: The method used.
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"]
    #: 市町村
    municipalities: Sequence[LevelRow]
    #: 国
    nation: LevelRow
    #: Who got nothing, by level and reason.
    nothing: Sequence[NothingRow]
    #: 都道府県
    prefectures: Sequence[LevelRow]
    #: サテライト
    satellites: Sequence[SatelliteRow]
    #: Who is short of needles or syringes.
    shortfalls: Sequence[ShortfallRow]
    #: The ties, by level and giver.
    ties: Sequence[GroupTieRowInput | GroupTieRow]


class CascadeAnswerInput(_CascadeAnswerInput, total=False):
    """A supply shared from the nation down. Every list is in the order of giver and code."""

    #: Why, by level; absent unless asked for.
    explanations: Sequence[ExplanationAnswerInput | ExplanationAnswer]
    #: The state with which the workflow begins; absent unless asked for.
    state: StateDocumentInput | StateDocument


class CascadePair(TypedDict):
    """A request of `allocation.cascade` and what was answered."""

    #: The request.
    request: CascadeRequest
    #: The member `answer` of the answer.
    answer: CascadeAnswerInput | CascadeAnswer


class _CascadeRequest(TypedDict):
    #: The number of the cycle (クール).
    cycle: int
    #: The Monday of the delivery week, which decides the pack.
    delivery_week: datetime.date | str
    #: The vaccine's id in the product master.
    product: str
    #: The registered supply.
    supply: SupplyRequest


class CascadeRequest(_CascadeRequest, total=False):
    """A supply to share from the nation down."""

    #: How a hub's capacity in doses is rounded to boxes.
    capacity_rounding: Literal["ceil", "floor", "half-up"]
    #: How much the answer explains.
    explain: Literal["none", "figures", "text"]
    #: Only these recipients are explained; absent = all.
    explain_only: Sequence[str]
    #: What Adams and Hill do when a supply does not reach.
    first_units: Literal["refuse", "by-weight"]
    #: The hubs, at most 200,000.
    hubs: Sequence[HubRequest]
    #: How, at every level; absent = largest remainder (assumption.proposal-method).
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"]
    #: The municipalities; one that only its hubs name is there with nothing asked of it.
    municipalities: Sequence[AllocationMunicipalityRequest]
    #: Needles and syringes.
    needles: NeedlesRequest
    #: The prefectures; one that only its municipalities name is there with nothing asked of it.
    prefectures: Sequence[PrefectureRequest]
    #: The satellites, at most 200,000.
    satellites: Sequence[SatelliteRequest]
    #: How a share of boxes is rounded.
    share_rounding: Literal["ceil", "floor", "half-up"]
    #: Whether the answer holds the state with which the workflow begins.
    state: bool
    #: Ties by the ruled order, or refused.
    ties: Literal["ruled", "report"]


class ChangeAnswer(TypedDict):
    """An amount that a repair changed."""

    #: Whose amount.
    id: str
    #: prefecture, municipality or site.
    level: str
    #: Needle boxes after.
    needles: int
    #: Needle boxes before.
    needles_before: int
    #: Syringe boxes after.
    syringes: int
    #: Syringe boxes before.
    syringes_before: int


class CheckAnswer(TypedDict):
    """The givers, in the order of the request."""

    #: The givers.
    givers: list[GiverAnswer]
    #: Ｘ when any giver is Ｘ.
    overall: Literal["〇", "Ｘ"]


class CheckRequest(TypedDict):
    """Givers to mark."""

    #: The givers.
    givers: Sequence[GiverRequest]


class CodeMunicipalityRequest(TypedDict):
    """A municipality code and the day at which it is asked for."""

    #: Six digits.
    code: str
    #: The day.
    date: datetime.date | str


class _ConvertAnswer(TypedDict):
    #: Boxes (箱).
    boxes: int
    #: Doses (回分) that the boxes hold.
    doses: int
    #: Doses in one box.
    doses_per_box: int


class ConvertAnswer(_ConvertAnswer, total=False):
    """One quantity in every unit of the product."""

    #: Pieces (本), of needles and syringes.
    pieces: int
    #: Vials (バイアル), of vaccine.
    vials: int


class _ConvertRequest(TypedDict):
    #: The product's id in the product master.
    product: str
    #: The Monday of the delivery week, which decides the pack.
    delivery_week: datetime.date | str


class ConvertRequest(_ConvertRequest, total=False):
    """A quantity to convert: boxes, or doses that are rounded to boxes."""

    #: Boxes (箱); exactly one of `boxes` and `doses`.
    boxes: int
    #: Doses (回分), rounded to boxes by `rounding`.
    doses: int
    #: How doses are rounded to boxes.
    rounding: Literal["ceil", "floor", "half-up"]


class _CycleAnswer(TypedDict):
    #: The last day of vaccination.
    end: str
    #: Its number, from 1.
    number: int
    #: The first day of vaccination.
    start: str


class CycleAnswer(_CycleAnswer, total=False):
    """One cycle (クール)."""

    #: When changes close (計画変更〆切), JST; absent where not published.
    deadline: str
    #: The Monday of the delivery week (配送週); absent where not published.
    delivery_week: str


class CyclesAnswer(TypedDict):
    """The cycles in the order of time."""

    #: The cycles.
    cycles: list[CycleAnswer]
    #: Days of vaccination in a cycle.
    days: int


class _CyclesRequest(TypedDict):
    #: The first day of vaccination of the first cycle, a Monday.
    start: datetime.date | str
    #: How many cycles, 1 to 1,000.
    count: int


class CyclesRequest(_CyclesRequest, total=False):
    """Cycles to list."""

    #: The id of a calendar of the tables; absent = the workplace booster's of 2022.
    calendar: str
    #: A calendar of the caller's own, in place of `calendar`.
    own_calendar: OwnCalendarInput | OwnCalendar


class _DeadlineAnswer(TypedDict):
    #: The deadline, JST.
    deadline: str


class DeadlineAnswer(_DeadlineAnswer, total=False):
    """A deadline."""

    #: Whether it is met at `now`; absent without `now`.
    met: bool
    #: Whole minutes from `now` to the deadline; absent without `now` and when it has passed.
    minutes_left: int


class DeadlineRequest(TypedDict, total=False):
    """A deadline to tell, of a cycle or as it stands, and perhaps a moment to compare it with."""

    #: The id of a calendar of the tables; absent = the workplace booster's of 2022.
    calendar: str
    #: A deadline printed to the minute, JST.
    deadline: datetime.datetime | str
    #: Whether it is the first cycle of the calendar.
    first: bool
    #: The moment at which is asked whether it is met, JST.
    now: datetime.datetime | str
    #: A calendar of the caller's own, in place of `calendar`.
    own_calendar: OwnCalendarInput | OwnCalendar
    #: The first day of vaccination of a cycle; exactly one of `start` and `deadline`.
    start: datetime.date | str


class EditAmount(TypedDict):
    """An amount that an edit puts in place of another."""

    #: The recipient: a prefecture, a municipality or a site.
    id: str
    #: The new amount.
    boxes: TripleDocument
    #: Why.
    reason: str


class EditRequest(TypedDict):
    """A change by hand of a proposal."""

    #: The amount in place of the proposed one, in boxes.
    boxes: int
    #: Why.
    reason: str


class _EventRequest(TypedDict):
    #: fix (分配量を登録・確定), confirm (確認済), edit (編集), complete (分配作業完了) or lock (データロック).
    kind: Literal["fix", "confirm", "edit", "complete", "lock"]


class EventRequest(_EventRequest, total=False):
    """What is asked for."""

    #: The new amounts of an edit.
    amounts: Sequence[EditAmount]
    #: How a lock repairs needles that do not reach.
    repair: Literal["top-up", "cap-to-parent"]


class _ExplanationAnswer(TypedDict):
    #: What it got.
    amount: int
    #: Which bound holds its share.
    bound: Literal["free", "floor", "cap"]
    #: Its floor.
    floor: int
    #: The recipient.
    id: str
    #: Where the amount comes from.
    origin: Literal["proposal", "share", "imported", "edited"]
    #: How many recipients share the supply.
    recipients: int
    #: Largest remainder: how many remainders there were.
    remainders: int
    #: Largest remainder: how many of them were rounded up.
    rounded_up: int
    #: The water-filled share, clamp(λ × weight, floor, cap).
    share: str
    #: What the group had to share by the method.
    supply: int
    #: Its weight.
    weight: int
    #: Σ weights, as a fraction, since it may leave the range of numbers.
    weight_sum: str


class ExplanationAnswer(_ExplanationAnswer, total=False):
    """Why a recipient got what it got."""

    #: Its cap; absent = unlimited.
    cap: int
    #: Divisor methods: the priority of its last unit above the floor; of Hill the square.
    last_priority: str
    #: Divisor methods: the priority of the next unit, which it did not get; of Hill the square.
    next_priority: str
    #: The raw quota, supply × weight / Σ weights.
    quota: str
    #: Largest remainder: the place of its remainder, from 1; absent for a whole share.
    rank: int
    #: Why, in sentences.
    text: TextAnswer
    #: Within the tied set: what decided.
    tie: Literal["larger-weight", "smaller-code"]


class _ExplanationAnswerInput(TypedDict):
    #: What it got.
    amount: int
    #: Which bound holds its share.
    bound: Literal["free", "floor", "cap"]
    #: Its floor.
    floor: int
    #: The recipient.
    id: str
    #: Where the amount comes from.
    origin: Literal["proposal", "share", "imported", "edited"]
    #: How many recipients share the supply.
    recipients: int
    #: Largest remainder: how many remainders there were.
    remainders: int
    #: Largest remainder: how many of them were rounded up.
    rounded_up: int
    #: The water-filled share, clamp(λ × weight, floor, cap).
    share: Fraction | str
    #: What the group had to share by the method.
    supply: int
    #: Its weight.
    weight: int
    #: Σ weights, as a fraction, since it may leave the range of numbers.
    weight_sum: Fraction | str


class ExplanationAnswerInput(_ExplanationAnswerInput, total=False):
    """Why a recipient got what it got."""

    #: Its cap; absent = unlimited.
    cap: int
    #: Divisor methods: the priority of its last unit above the floor; of Hill the square.
    last_priority: Fraction | str
    #: Divisor methods: the priority of the next unit, which it did not get; of Hill the square.
    next_priority: Fraction | str
    #: The raw quota, supply × weight / Σ weights.
    quota: Fraction | str
    #: Largest remainder: the place of its remainder, from 1; absent for a whole share.
    rank: int
    #: Why, in sentences.
    text: TextAnswer
    #: Within the tied set: what decided.
    tie: Literal["larger-weight", "smaller-code"]


class GivenRequest(TypedDict):
    """A recipient and what it gets."""

    #: Its id.
    id: str
    #: What it gets.
    boxes: TripleDocument


class GiverAnswer(TypedDict):
    """A giver with its marks."""

    #: The giver's code.
    code: str
    #: What it gives in all.
    given: TripleDocument
    #: The marks.
    marks: MarksAnswer
    #: What it received.
    received: TripleDocument


class GiverRequest(TypedDict):
    """A giver, what it received, and what each of its recipients gets."""

    #: The giver's code.
    code: str
    #: What it received.
    received: TripleDocument
    #: What its recipients get.
    recipients: Sequence[GivenRequest]


class GiverView(TypedDict):
    """A state and a giver."""

    #: The state.
    state: StateDocumentInput | StateDocument
    #: The giver that looks at its own figures.
    actor: ActorRequest


class GroupTieRow(TypedDict):
    """A tie within one giver's recipients."""

    #: The giver; empty for the nation.
    giver: str
    #: The giver's level.
    level: Literal["nation", "prefecture", "municipality", "hub"]
    #: The tie.
    tie: TieAnswer


class GroupTieRowInput(TypedDict):
    """A tie within one giver's recipients."""

    #: The giver; empty for the nation.
    giver: str
    #: The giver's level.
    level: Literal["nation", "prefecture", "municipality", "hub"]
    #: The tie.
    tie: TieAnswerInput | TieAnswer


class _HolidayAnswer(TypedDict):
    #: Whether it is one.
    holiday: bool


class HolidayAnswer(_HolidayAnswer, total=False):
    """Whether a day is a national holiday."""

    #: Its name (国民の祝日・休日名称).
    name: str


class HolidayRequest(TypedDict):
    """A day."""

    #: The day.
    date: datetime.date | str


class _HubRequest(TypedDict):
    #: Its id.
    id: str
    #: Its municipality, or the ward of a designated city.
    municipality: str


class HubRequest(_HubRequest, total=False):
    """A hub (基本型接種施設) and what is asked of it."""

    #: The most it may get, in boxes.
    cap: int
    #: Its own capacity in doses (接種可能量).
    capacity: int
    #: A change by hand of the proposal.
    edit: EditRequest
    #: A fixed amount imported by the administrator.
    fixed: int
    #: The least it must get, in boxes.
    floor: int
    #: A share of what its municipality received.
    share: Decimal | str
    #: Its weight; absent = its own and its satellites' capacity.
    weight: int


class _InstitutionAnswer(TypedDict):
    #: The number.
    code: str
    #: Its kind.
    kind: Literal["insurance", "similar", "care"]


class InstitutionAnswer(_InstitutionAnswer, total=False):
    """What is known of a number."""

    #: Over which digits the check digit was taken: all ten or the last seven; absent where the kind has none or it fails.
    check_digit: str


class InstitutionRequest(TypedDict):
    """A medical institution's number and its kind, which decides what is checked."""

    #: Ten digits.
    code: str
    #: 保険医療機関コード, 類似コード or 介護保険事業所番号.
    kind: Literal["insurance", "similar", "care"]


class _LevelRow(TypedDict):
    #: The code or id; empty for the nation.
    code: str
    #: Doses that the vaccine boxes hold.
    doses: int
    #: Needle boxes.
    needles: int
    #: Syringe boxes.
    syringes: int
    #: Vaccine boxes.
    vaccine: int


class LevelRow(_LevelRow, total=False):
    """Boxes of one level in every unit."""

    #: The amount changed by hand, minus the proposed one.
    edited_by: int
    #: What was given to it and not passed on, in boxes; absent for a hub.
    left_over: int
    #: Its name, where the tables know it.
    name: str
    #: Where the amount comes from; absent for the nation.
    origin: Literal["proposal", "share", "imported", "edited"]
    #: Of a hub: vials for its own capacity.
    own_vials: int
    #: What was proposed, where a hand changed it.
    proposed: int
    #: Why it was changed.
    reason: str
    #: Of a hub: vials that nobody's capacity has room for; they stay at the hub.
    vials_left_over: int


class _LogAnswer(TypedDict):
    #: When, JST.
    at: str
    #: The role of the actor.
    role: Literal["nation", "prefecture", "municipality", "institution", "site", "maker", "wholesaler", "dry_ice_maker", "needle_store", "call_centre", "group_organiser", "medical_association", "resident", "system_administrator", "service_desk"]
    #: What moved.
    target: str


class LogAnswer(_LogAnswer, total=False):
    """The line of the operation log (操作ログ): who, when, on what; no personal datum."""

    #: The V-SYS ID of the person, where it was given.
    account: str
    #: The code of the actor; absent for the nation.
    code: str


class MarksAnswer(TypedDict):
    """〇 or Ｘ of each product and of all."""

    #: 針
    needles: Literal["〇", "Ｘ"]
    #: Ｘ when any product is Ｘ.
    overall: Literal["〇", "Ｘ"]
    #: シリンジ
    syringes: Literal["〇", "Ｘ"]
    #: ワクチン
    vaccine: Literal["〇", "Ｘ"]


class _MunicipalityAnswer(TypedDict):
    #: The code.
    code: str
    #: Municipality, special ward or ward of a designated city.
    kind: Literal["municipality", "special_ward", "ward"]
    #: The name.
    name: str
    #: The population of 2021-01-01 (住民基本台帳).
    population: int
    #: The prefecture.
    prefecture: str
    #: The name of the prefecture.
    prefecture_name: str
    #: The municipality that allocates and is billed: of a ward its city, else the same.
    resolves_to: str
    #: The unions it is a member of.
    unions: list[UnionAnswer]
    #: The first day for which the table vouches.
    valid_from: str


class MunicipalityAnswer(_MunicipalityAnswer, total=False):
    """What a municipality code names."""

    #: The first day on which the code no longer holds.
    valid_until: str


class _MunicipalityDocument(TypedDict):
    #: What it receives from its prefecture.
    boxes: TripleDocument
    #: Its code.
    code: str
    #: How far it is.
    status: Literal["open", "fixed", "waiting", "received", "confirmed", "completed", "locked"]


class MunicipalityDocument(_MunicipalityDocument, total=False):
    """A municipality in the workflow."""

    #: What was proposed, where a hand changed it.
    proposed: TripleDocument
    #: Why it was changed.
    reason: str


class NeedleAnswer(TypedDict):
    """The needle boxes; syringes are the same (NDL-1)."""

    #: Doses of the vaccine boxes.
    doses: int
    #: What is filled in, in boxes.
    filled: int
    #: What stands after the lowering, in boxes.
    needles: int
    #: The same in pieces (本).
    pieces: int
    #: The name of the policy.
    policy: str
    #: The same figure of syringes.
    syringes: int


class _NeedleRequest(TypedDict):
    #: The vaccine's id in the product master.
    product: str
    #: The Monday of the delivery week.
    delivery_week: datetime.date | str
    #: Vaccine boxes (箱).
    boxes: int
    #: Whether the needles go with an allocation or are filled in on the plan screen.
    purpose: Literal["allocation", "plan"]


class NeedleRequest(_NeedleRequest, total=False):
    """Vaccine boxes whose needles are filled in, and perhaps a lowering by hand."""

    #: An earlier lowering, made before the vaccine boxes changed.
    earlier: int
    #: Needle boxes entered by hand: at most what is filled in.
    lowered: int
    #: The needle's id in the product master.
    needle: str
    #: The plan's policy; absent = the product's published one.
    policy: PolicyRequest
    #: An allocation's rounding.
    rounding: Literal["ceil", "half-up"]


class NeedlesRequest(TypedDict, total=False):
    """How needles and syringes follow the vaccine."""

    #: The needle's id in the product master.
    needle: str
    #: The policy of the cascade.
    policy: Literal["per-level", "cap-to-parent", "top-up"]
    #: How doses become needle boxes.
    rounding: Literal["ceil", "half-up"]
    #: The syringe's id in the product master.
    syringe: str


class NothingRow(TypedDict):
    """Recipients that got nothing."""

    #: Their level.
    level: Literal["nation", "prefecture", "municipality", "hub"]
    #: Why.
    reason: str
    #: How many.
    recipients: int


class _NoticeAnswer(TypedDict):
    #: How it goes.
    channel: Literal["mail", "mail_with_url", "pop_up", "screen"]
    #: The id of the template.
    template: str
    #: The text with its places filled.
    text: _Bilingual
    #: To whom.
    to: Literal["nation", "prefecture", "municipality", "institution", "site", "maker", "wholesaler", "dry_ice_maker", "needle_store", "call_centre", "group_organiser", "medical_association", "resident", "system_administrator", "service_desk"]


class NoticeAnswer(_NoticeAnswer, total=False):
    """A notice that the move causes (通知); the host sends it."""

    #: Whose: the code of the government, institution or site; absent for the nation.
    code: str


class _OwnCalendar(TypedDict):
    #: Days of vaccination in a cycle.
    days: int


class OwnCalendar(_OwnCalendar, total=False):
    """A cycle calendar of the caller's own (クール暦); what is left out is not known."""

    #: Days from the deadline to the first day of vaccination; together with `deadline_time`.
    deadline_days_before: int
    #: The time of day of the deadline, JST.
    deadline_time: str
    #: Days from the Monday of the delivery week to the first day of vaccination.
    delivery_days_before: int
    #: The same of the first cycle, where it differs.
    first_deadline_days_before: int
    #: The same of the first cycle, where it differs.
    first_deadline_time: str


class _OwnCalendarInput(TypedDict):
    #: Days of vaccination in a cycle.
    days: int


class OwnCalendarInput(_OwnCalendarInput, total=False):
    """A cycle calendar of the caller's own (クール暦); what is left out is not known."""

    #: Days from the deadline to the first day of vaccination; together with `deadline_time`.
    deadline_days_before: int
    #: The time of day of the deadline, JST.
    deadline_time: datetime.time | str
    #: Days from the Monday of the delivery week to the first day of vaccination.
    delivery_days_before: int
    #: The same of the first cycle, where it differs.
    first_deadline_days_before: int
    #: The same of the first cycle, where it differs.
    first_deadline_time: datetime.time | str


class PlanAllocated(TypedDict):
    """What was allocated in a cycle (分配実績)."""

    #: Vaccine boxes.
    boxes: int
    #: The number of the cycle.
    cycle: int


class PlanBalance(TypedDict):
    """The balance of doses and persons after a cycle."""

    #: The number of the cycle.
    cycle: int
    #: Doses left, which serve the next cycle.
    left: int
    #: Doses that were missing.
    short: int


class _PlanChangeRequest(TypedDict):
    #: Who acts: the site that plans.
    actor: ActorRequest
    #: When, JST.
    at: datetime.datetime | str
    #: Whether the login is the V-SYS ID of a booster site (PLN-7).
    booster_id: bool
    #: The plan, as it was answered before.
    plan: PlanDocumentInput | PlanDocument
    #: The new figures; a cycle that is not named keeps its own.
    rows: Sequence[PlanEntry]


class PlanChangeRequest(_PlanChangeRequest, total=False):
    """A plan and the figures to put in place of others."""

    #: The cycles whose allocation is fixed for all sites.
    confirmed: Sequence[PlanConfirmation]


class PlanConfirmation(TypedDict):
    """When the allocation of a cycle was fixed for all sites (分配量確定)."""

    #: When, JST.
    at: datetime.datetime | str
    #: The number of the cycle.
    cycle: int


class PlanDeadline(TypedDict):
    """The deadline that closes the rows next."""

    #: The number of its cycle.
    cycle: int
    #: The deadline, JST.
    deadline: str
    #: Whole minutes until then.
    minutes_left: int


class _PlanDecideRequest(TypedDict):
    #: Who acts: the nation.
    actor: ActorRequest
    #: When, JST.
    at: datetime.datetime | str
    #: confirm or refuse.
    decision: Literal["confirm", "refuse"]
    #: The plan, as it was answered before.
    plan: PlanDocumentInput | PlanDocument


class PlanDecideRequest(_PlanDecideRequest, total=False):
    """A plan whose change waits, and what the nation decides (国の確認)."""

    #: The cycles whose allocation is fixed for all sites.
    confirmed: Sequence[PlanConfirmation]
    #: Why; required for a refusal.
    reason: str


class _PlanDocument(TypedDict):
    #: When it last moved, JST.
    changed_at: str
    #: The boxes of all rows at the first registration (初回登録時).
    initial_boxes: int
    #: When it was registered, JST.
    registered_at: str
    #: The rows that stand, one a cycle, in the order of time.
    rows: list[PlanRowDocument]
    #: What the plan is about.
    setup: PlanSetup
    #: The V-SYS ID or code of the site that plans.
    site: str
    #: How far the plan is: registered, or awaiting_nation exactly while `request` is there.
    status: Literal["registered", "awaiting_nation"]


class PlanDocument(_PlanDocument, total=False):
    """A plan (接種計画). It travels with every request and is proved again on reading."""

    #: When the nation confirmed a total above the first registration; absent while the total is not above it.
    confirmed_at: str
    #: The last change that the nation refused.
    refused: PlanRefusedDocument
    #: The change that waits for the nation.
    request: PlanRequestDocument


class _PlanDocumentInput(TypedDict):
    #: When it last moved, JST.
    changed_at: datetime.datetime | str
    #: The boxes of all rows at the first registration (初回登録時).
    initial_boxes: int
    #: When it was registered, JST.
    registered_at: datetime.datetime | str
    #: The rows that stand, one a cycle, in the order of time.
    rows: Sequence[PlanRowDocument]
    #: What the plan is about.
    setup: PlanSetupInput | PlanSetup
    #: The V-SYS ID or code of the site that plans.
    site: str
    #: How far the plan is: registered, or awaiting_nation exactly while `request` is there.
    status: Literal["registered", "awaiting_nation"]


class PlanDocumentInput(_PlanDocumentInput, total=False):
    """A plan (接種計画). It travels with every request and is proved again on reading."""

    #: When the nation confirmed a total above the first registration; absent while the total is not above it.
    confirmed_at: datetime.datetime | str
    #: The last change that the nation refused.
    refused: PlanRefusedDocumentInput | PlanRefusedDocument
    #: The change that waits for the nation.
    request: PlanRequestDocumentInput | PlanRequestDocument


class _PlanEntry(TypedDict):
    #: Vaccine boxes (箱).
    boxes: int
    #: The number of the cycle.
    cycle: int


class PlanEntry(_PlanEntry, total=False):
    """The figures of one row (接種計画量)."""

    #: Needle boxes lowered by hand; absent = as filled in, or as lowered before while the boxes stay.
    needles: int
    #: Persons whom the site means to vaccinate in the cycle (接種予定人数); tells what is left over.
    persons: int


class PlanLeftOver(TypedDict):
    """What is left over (残余ワクチン); nobody collects it (PLN-2)."""

    #: Doses left when the last cycle is over.
    doses: int
    #: The balance after each cycle.
    rows: list[PlanBalance]


class PlanMoved(TypedDict):
    """A plan after a move."""

    #: What happened to the needles of the rows that changed.
    needles: list[PlanNeedleEffect]
    #: The plan, to be sent with the next request.
    plan: PlanDocument
    #: The move with its notices and its log entry.
    step: StepAnswer
    #: The footer of the screen.
    totals: PlanTotals


class _PlanNeedleEffect(TypedDict):
    #: The number of the cycle.
    cycle: int
    #: What the vaccine boxes fill in, in boxes.
    filled: int
    #: What stands after, in boxes.
    needles: int


class PlanNeedleEffect(_PlanNeedleEffect, total=False):
    """What happens to the needles of a row that changes."""

    #: What stood before, in boxes; absent at the first registration.
    before: int


class _PlanPreviewAnswer(TypedDict):
    #: The cycles whose rows are closed, with their reasons in `rows`.
    closed: list[int]
    #: What it amounts to.
    event: Literal["register", "change_within", "change_above", "confirm", "refuse"]
    #: What happens to the needles of the rows that change.
    needles: list[PlanNeedleEffect]
    #: Whether 国の確認 will be needed.
    needs_confirmation: bool
    #: Whether it could be sent as it is: no finding is an error.
    ready: bool
    #: The rows as they would be.
    rows: list[PlanRowAnswer]
    #: The footer of the screen, as it would be.
    totals: PlanTotals


class PlanPreviewAnswer(_PlanPreviewAnswer, total=False):
    """What a registration or change would do."""

    #: What is left over; absent unless every row says how many persons are planned.
    left_over: PlanLeftOver
    #: The deadline that closes the rows next; absent when there is none.
    next_deadline: PlanDeadline


class _PlanPreviewRequest(TypedDict):
    #: Who would act: the site that plans.
    actor: ActorRequest
    #: When, JST.
    at: datetime.datetime | str
    #: Whether the login is the V-SYS ID of a booster site (PLN-7).
    booster_id: bool
    #: The figures.
    rows: Sequence[PlanEntry]


class PlanPreviewRequest(_PlanPreviewRequest, total=False):
    """What a registration or change would do: exactly one of `plan` and `setup`."""

    #: The cycles whose allocation is fixed for all sites.
    confirmed: Sequence[PlanConfirmation]
    #: The plan that would change.
    plan: PlanDocumentInput | PlanDocument
    #: What a plan not yet registered would be about.
    setup: PlanSetupInput | PlanSetup


class PlanRefusedDocument(TypedDict):
    """The last change that the nation refused."""

    #: When, JST.
    at: str
    #: Why.
    reason: str


class PlanRefusedDocumentInput(TypedDict):
    """The last change that the nation refused."""

    #: When, JST.
    at: datetime.datetime | str
    #: Why.
    reason: str


class _PlanRegisterRequest(TypedDict):
    #: Who acts: the site that plans.
    actor: ActorRequest
    #: When, JST.
    at: datetime.datetime | str
    #: Whether the login is the V-SYS ID of a booster site (PLN-7).
    booster_id: bool
    #: The figures; a cycle that is not named gets none.
    rows: Sequence[PlanEntry]
    #: What the plan is about.
    setup: PlanSetupInput | PlanSetup


class PlanRegisterRequest(_PlanRegisterRequest, total=False):
    """A plan to register for the first time."""

    #: The cycles whose allocation is fixed for all sites.
    confirmed: Sequence[PlanConfirmation]


class PlanRequestDocument(TypedDict):
    """A change that waits for the nation (国の確認待ちの変更)."""

    #: When it was asked for, JST.
    at: str
    #: The rows that are asked for, one a cycle.
    rows: list[PlanRowDocument]


class PlanRequestDocumentInput(TypedDict):
    """A change that waits for the nation (国の確認待ちの変更)."""

    #: When it was asked for, JST.
    at: datetime.datetime | str
    #: The rows that are asked for, one a cycle.
    rows: Sequence[PlanRowDocument]


class _PlanRowAnswer(TypedDict):
    #: Vaccine boxes (接種計画量).
    boxes: int
    #: The number of the cycle.
    cycle: int
    #: When changes close (計画変更〆切), JST.
    deadline: str
    #: The Monday of the delivery week (配送週).
    delivery_week: str
    #: The same vaccine in doses (回接種分).
    doses: int
    #: The last day of vaccination.
    end: str
    #: The cycles whose allocation is being worked on, of a frozen row.
    frozen_by: list[int]
    #: Needle boxes (接種用針・シリンジの必要数量); syringes are the same.
    needles: int
    #: The same needles in pieces (本).
    pieces: int
    #: Why the row is open or closed.
    reason: _Bilingual
    #: The rule that opens or closes the row.
    rule: str
    #: The first day of vaccination.
    start: str
    #: open, frozen, confirmed or past.
    status: Literal["open", "frozen", "confirmed", "past"]


class PlanRowAnswer(_PlanRowAnswer, total=False):
    """A row of the plan as the screen shows it (PLN-4)."""

    #: What was allocated (分配実績), in boxes; absent while open (未定).
    allocated: int
    #: The same in doses.
    allocated_doses: int
    #: What a change that waits for the nation asks for, in boxes.
    requested: int
    #: The first minute at which that holds, JST; absent while nothing has closed it yet.
    since: str
    #: The last minute at which the row can be changed, JST; absent for a closed row.
    until: str


class PlanRowDocument(TypedDict):
    """A row of a plan; syringes are the same as needles (NDL-1)."""

    #: Vaccine boxes (箱).
    boxes: int
    #: Needle boxes (箱), after any lowering.
    needles: int


class _PlanSetup(TypedDict):
    #: How many cycles, 1 to 1,000.
    cycles: int
    #: The vaccine's id in the product master.
    product: str
    #: The first day of vaccination of the first cycle, a Monday.
    start: str


class PlanSetup(_PlanSetup, total=False):
    """What a plan is about: its cycles and its product."""

    #: The id of a cycle calendar of the tables; absent = the workplace booster's of 2022.
    calendar: str
    #: The needle's id in the product master; absent = `needle-100`.
    needle: str
    #: How needles are filled in: exact, strictly-more, reserve(0.10), per-vial(16); absent = as the product master says.
    needle_policy: str
    #: A cycle calendar of the caller's own, in place of `calendar`.
    own_calendar: OwnCalendar


class _PlanSetupInput(TypedDict):
    #: How many cycles, 1 to 1,000.
    cycles: int
    #: The vaccine's id in the product master.
    product: str
    #: The first day of vaccination of the first cycle, a Monday.
    start: datetime.date | str


class PlanSetupInput(_PlanSetupInput, total=False):
    """What a plan is about: its cycles and its product."""

    #: The id of a cycle calendar of the tables; absent = the workplace booster's of 2022.
    calendar: str
    #: The needle's id in the product master; absent = `needle-100`.
    needle: str
    #: How needles are filled in: exact, strictly-more, reserve(0.10), per-vial(16); absent = as the product master says.
    needle_policy: str
    #: A cycle calendar of the caller's own, in place of `calendar`.
    own_calendar: OwnCalendarInput | OwnCalendar


class _PlanStatusAnswer(TypedDict):
    #: The rows in the order of time.
    rows: list[PlanRowAnswer]
    #: How far the plan is.
    status: Literal["registered", "awaiting_nation"]
    #: The footer of the screen.
    totals: PlanTotals


class PlanStatusAnswer(_PlanStatusAnswer, total=False):
    """A plan at a moment."""

    #: The deadline that closes the rows next; absent when there is none.
    next_deadline: PlanDeadline


class _PlanStatusRequest(TypedDict):
    #: The moment, JST.
    at: datetime.datetime | str
    #: The plan, as it was answered before.
    plan: PlanDocumentInput | PlanDocument


class PlanStatusRequest(_PlanStatusRequest, total=False):
    """A plan and the moment at which it is looked at."""

    #: What was allocated, cycle by cycle; never counted in the plan's total.
    allocated: Sequence[PlanAllocated]
    #: The cycles whose allocation is fixed for all sites.
    confirmed: Sequence[PlanConfirmation]


class _PlanTotals(TypedDict):
    #: Vaccine boxes of all rows (現在の計画).
    boxes: int
    #: The same in doses.
    doses: int
    #: Vaccine boxes at the first registration (初回登録時).
    initial_boxes: int
    #: Needle boxes of all rows.
    needles: int
    #: The same in pieces.
    pieces: int


class PlanTotals(_PlanTotals, total=False):
    """The footer of the screen (接種計画量の合計)."""

    #: The same in doses; absent where the pack differs from cycle to cycle.
    initial_doses: int


class _PolicyRequest(TypedDict):
    #: Its name.
    name: Literal["exact", "strictly-more", "reserve", "per-vial"]


class PolicyRequest(_PolicyRequest, total=False):
    """A policy of filling in."""

    #: `per-vial`: pieces a vial.
    pieces_per_vial: int
    #: `reserve`: the rate, such as "0.10".
    rate: Decimal | str


class _PrefectureDocument(TypedDict):
    #: What it receives from the nation.
    boxes: TripleDocument
    #: Its code.
    code: str
    #: How far it is.
    status: Literal["open", "fixed", "waiting", "received", "confirmed", "completed", "locked"]


class PrefectureDocument(_PrefectureDocument, total=False):
    """A prefecture in the workflow."""

    #: What was proposed, where a hand changed it.
    proposed: TripleDocument
    #: Why it was changed.
    reason: str


class _PrefectureRequest(TypedDict):
    #: Its code, 01 to 47.
    code: str


class PrefectureRequest(_PrefectureRequest, total=False):
    """A prefecture and what is asked of it."""

    #: The most it may get, in boxes.
    cap: int
    #: A change by hand of the proposal.
    edit: EditRequest
    #: A fixed amount imported by the administrator, in place of the method.
    fixed: int
    #: The least it must get, in boxes.
    floor: int
    #: A share of what the nation has, such as "0.08", in place of the method.
    share: Decimal | str
    #: Its weight; absent = the sum of its municipalities' weights.
    weight: int


class ProgressAnswer(TypedDict):
    """How far a giver's recipients are (進捗状況)."""

    #: How many stand at each status, in the order of the workflow.
    counts: list[StatusCount]
    #: Whose mark is Ｘ, in the order of codes.
    crossed: list[str]
    #: How far the giver itself is.
    status: Literal["open", "fixed", "waiting", "received", "confirmed", "completed", "locked"]
    #: Who has not completed, in the order of codes.
    waiting: list[str]


class _RecipientRequest(TypedDict):
    #: Its id, 1 to 64 characters; ids are compared as bytes.
    id: str
    #: Its weight; 0 gets exactly the floor.
    weight: int


class RecipientRequest(_RecipientRequest, total=False):
    """A recipient (配分先)."""

    #: The most it may get; absent = unlimited.
    cap: int
    #: The least it must get.
    floor: int


class RecordNameAnswer(TypedDict):
    """The names of the three records (分配名)."""

    #: 針
    needle: str
    #: シリンジ
    syringe: str
    #: ワクチン
    vaccine: str


class _RecordNameRequest(TypedDict):
    #: The vaccine's id in the product master.
    product: str
    #: The number of the cycle (クール).
    cycle: int
    #: The day at which the municipality code holds.
    date: datetime.date | str


class RecordNameRequest(_RecordNameRequest, total=False):
    """An allocation whose records are named."""

    #: The municipality of the site; exactly one of `municipality` and `prefecture`.
    municipality: str
    #: The needle's id in the product master.
    needle: str
    #: The prefecture, for an allocation to a prefecture.
    prefecture: str
    #: The name of the site (医療機関・接種会場名).
    site: str
    #: The syringe's id in the product master.
    syringe: str


class _RowAnswer(TypedDict):
    #: What it gets.
    boxes: TripleDocument
    #: Its code or id.
    id: str


class RowAnswer(_RowAnswer, total=False):
    """A recipient as its giver sees it."""

    #: The marks of what it gives on; left out for sites.
    marks: MarksAnswer
    #: What was proposed, where a hand changed it.
    proposed: TripleDocument
    #: Why it was changed.
    reason: str
    #: How far it is; left out for sites.
    status: Literal["open", "fixed", "waiting", "received", "confirmed", "completed", "locked"]


class _RuleAnswer(TypedDict):
    #: Its id.
    id: str
    #: Computed or text.
    kind: Literal["computed", "text"]
    #: The operations that compute it; empty for text and for what is still to come.
    operations: list[str]
    #: Where it stands.
    sources: list[SourceAnswer]
    #: What it says.
    title: _Bilingual


class RuleAnswer(_RuleAnswer, total=False):
    """A rule with its source."""

    #: Why nothing is computed, for text.
    reason: str


class RulesAnswer(TypedDict):
    """The rules in the order of the sources."""

    #: The rules.
    rules: list[RuleAnswer]


class RulesRequest(TypedDict, total=False):
    """Which rules to list."""

    #: Only rules of this kind.
    kind: Literal["computed", "text"]
    #: Only rules whose id begins so, such as `ALC-`.
    prefix: str


class SatelliteRequest(TypedDict):
    """A satellite (サテライト型接種施設), which gets vials through its hub."""

    #: Its id.
    id: str
    #: The id of its hub.
    hub: str
    #: Its capacity in doses (接種可能量).
    capacity: int


class SatelliteRow(TypedDict):
    """What a satellite gets through its hub."""

    #: Doses that its vials hold.
    doses: int
    #: Its hub.
    hub: str
    #: Its id.
    id: str
    #: Its vials.
    vials: int


class ShortfallRow(TypedDict):
    """Somebody short of needles or syringes."""

    #: Whom.
    code: str
    #: `needles` or `syringes`.
    item: str
    #: The level.
    level: Literal["nation", "prefecture", "municipality", "hub"]
    #: The pieces missing to the figure of its doses.
    pieces: int


class _SiteDocument(TypedDict):
    #: What it receives from its municipality.
    boxes: TripleDocument
    #: Its id.
    id: str
    #: Its municipality.
    municipality: str


class SiteDocument(_SiteDocument, total=False):
    """A site in the workflow."""

    #: What was proposed, where a hand changed it.
    proposed: TripleDocument
    #: Why it was changed.
    reason: str


class _SourceAnswer(TypedDict):
    #: The id of the source.
    id: str
    #: The title of the source.
    title: str


class SourceAnswer(_SourceAnswer, total=False):
    """A source and the section in it."""

    #: When it was published; absent where unknown.
    date: str
    #: The slide or section.
    section: str


class StateDocument(TypedDict):
    """The state of a cycle's allocation. It travels with every request and is proved again on reading."""

    #: The number of the cycle (クール).
    cycle: int
    #: The Monday of the delivery week.
    delivery_week: str
    #: 市町村
    municipalities: list[MunicipalityDocument]
    #: How far the nation is: open or fixed.
    nation: Literal["open", "fixed", "waiting", "received", "confirmed", "completed", "locked"]
    #: 都道府県
    prefectures: list[PrefectureDocument]
    #: The vaccine's id in the product master.
    product: str
    #: 医療機関・接種会場
    sites: list[SiteDocument]
    #: The registered supply.
    supply: SupplyDocument


class StateDocumentInput(TypedDict):
    """The state of a cycle's allocation. It travels with every request and is proved again on reading."""

    #: The number of the cycle (クール).
    cycle: int
    #: The Monday of the delivery week.
    delivery_week: datetime.date | str
    #: 市町村
    municipalities: Sequence[MunicipalityDocument]
    #: How far the nation is: open or fixed.
    nation: Literal["open", "fixed", "waiting", "received", "confirmed", "completed", "locked"]
    #: 都道府県
    prefectures: Sequence[PrefectureDocument]
    #: The vaccine's id in the product master.
    product: str
    #: 医療機関・接種会場
    sites: Sequence[SiteDocument]
    #: The registered supply.
    supply: SupplyDocument


class StatusCount(TypedDict):
    """How many stand at a status."""

    #: How many.
    count: int
    #: The status.
    status: Literal["open", "fixed", "waiting", "received", "confirmed", "completed", "locked"]


class _StepAnswer(TypedDict):
    #: The event.
    event: _Bilingual
    #: The line of the operation log.
    log: LogAnswer
    #: The id of the machine, as `machines.export` lists it.
    machine: str
    #: The notices it causes.
    notices: list[NoticeAnswer]
    #: The rule of the line.
    rule: str
    #: To which state.
    to: _Bilingual


_StepAnswerMembers = TypedDict(
    "_StepAnswerMembers",
    {
        #: From which state; absent when something came to be.
        "from": "_Bilingual",
    },
    total=False,
)


class StepAnswer(_StepAnswer, _StepAnswerMembers):
    """A move that was made: the line of the machine's table, its notices and its log entry."""


class SummaryAnswer(TypedDict):
    """What was received against what is given on (集計情報)."""

    #: What is given on in all.
    given: TripleDocument
    #: The marks.
    marks: MarksAnswer
    #: What was received; of the nation, what is registered.
    received: TripleDocument
    #: The recipients.
    rows: list[RowAnswer]


class _SupplyDocument(TypedDict):
    #: ワクチン
    vaccine: int


class SupplyDocument(_SupplyDocument, total=False):
    """The registered supply in boxes."""

    #: 針
    needles: int
    #: シリンジ; absent = as the needles.
    syringes: int


class _SupplyRequest(TypedDict):
    #: ワクチン
    vaccine: int


class SupplyRequest(_SupplyRequest, total=False):
    """The registered supply of the cycle, in boxes."""

    #: 針; required by the needle policy `top-up`.
    needles: int
    #: シリンジ; absent = as the needles (NDL-1).
    syringes: int


class TextAnswer(TypedDict):
    """Sentences in both languages."""

    #: English
    en: str
    #: 日本語
    ja: str


class TieAnswer(TypedDict):
    """Equal claims where the supply ended."""

    #: What decided: the larger weight, or the smaller id.
    decided: Literal["larger-weight", "smaller-code"]
    #: The tied set, in the order of ids.
    tied: list[str]
    #: The units that went among them.
    units: int


class TieAnswerInput(TypedDict):
    """Equal claims where the supply ended."""

    #: What decided: the larger weight, or the smaller id.
    decided: Literal["larger-weight", "smaller-code"]
    #: The tied set, in the order of ids.
    tied: Sequence[str]
    #: The units that went among them.
    units: int


_TransitionAnswer = TypedDict(
    "_TransitionAnswer",
    {
        #: On which event.
        "event": "Literal['fix', 'confirm', 'edit', 'complete', 'lock']",
        #: From which status.
        "from": "Literal['open', 'fixed', 'waiting', 'received', 'confirmed', 'completed', 'locked']",
        #: By which role.
        "role": "Literal['nation', 'prefecture', 'municipality', 'institution', 'site', 'maker', 'wholesaler', 'dry_ice_maker', 'needle_store', 'call_centre', 'group_organiser', 'medical_association', 'resident', 'system_administrator', 'service_desk']",
        #: To which status.
        "to": "Literal['open', 'fixed', 'waiting', 'received', 'confirmed', 'completed', 'locked']",
        #: Whose state moved.
        "unit": "Literal['nation', 'prefecture', 'municipality']",
    },
)


class TransitionAnswer(_TransitionAnswer, total=False):
    """The line of the workflow's table that was used."""

    #: Whose state moved: the code; left out for the nation.
    code: str


class TripleDocument(TypedDict):
    """Boxes of vaccine, needles and syringes."""

    #: 針
    needles: int
    #: シリンジ
    syringes: int
    #: ワクチン
    vaccine: int


class UnionAnswer(TypedDict):
    """A union of municipalities (広域連合)."""

    #: Its id.
    id: str
    #: Its members.
    members: list[str]
    #: Its name.
    name: str


class VerifyAnswer(TypedDict):
    """Whether the answer is right."""

    #: `true` = every amount is the only right one; otherwise the findings say where it is not.
    valid: bool


class VerifyRequest(TypedDict, total=False):
    """A request and its answer: exactly one pair."""

    #: A request of `allocation.apportion` and its answer.
    apportion: ApportionPair
    #: A request of `allocation.cascade` and its answer.
    cascade: CascadePair


class VersionAnswer(TypedDict):
    """The versions that an answer depends on."""

    #: The version of the tables; a caller's own are named.
    data: str
    #: The version of the library.
    library: str
    #: The version of the wire.
    wire: str


class VersionRequest(TypedDict):
    """Nothing is asked."""


class _ViewAnswer(TypedDict):
    #: Its own recipients.
    rows: list[RowAnswer]
    #: Whether anything is visible: to a site only after the lock (ALC-6).
    visible: bool


class ViewAnswer(_ViewAnswer, total=False):
    """What an actor sees."""

    #: What it receives; left out while nothing is visible to it.
    received: AmountAnswer


class _ViewRequest(TypedDict):
    #: The state.
    state: StateDocumentInput | StateDocument
    #: Who looks.
    actor: ActorRequest


class ViewRequest(_ViewRequest, total=False):
    """A state and who looks at it."""

    #: The needle's id in the product master.
    needle: str
    #: The syringe's id in the product master.
    syringe: str


__all__ = [
    "ActorRequest",
    "AdvanceAnswer",
    "AdvanceRequest",
    "AllocationMunicipalityRequest",
    "AmountAnswer",
    "AmountRow",
    "ApportionAnswer",
    "ApportionAnswerInput",
    "ApportionPair",
    "ApportionRequest",
    "AssumptionAnswer",
    "AssumptionsAnswer",
    "AssumptionsRequest",
    "CascadeAnswer",
    "CascadeAnswerInput",
    "CascadePair",
    "CascadeRequest",
    "ChangeAnswer",
    "CheckAnswer",
    "CheckRequest",
    "CodeMunicipalityRequest",
    "ConvertAnswer",
    "ConvertRequest",
    "CycleAnswer",
    "CyclesAnswer",
    "CyclesRequest",
    "DeadlineAnswer",
    "DeadlineRequest",
    "EditAmount",
    "EditRequest",
    "EventRequest",
    "ExplanationAnswer",
    "ExplanationAnswerInput",
    "GivenRequest",
    "GiverAnswer",
    "GiverRequest",
    "GiverView",
    "GroupTieRow",
    "GroupTieRowInput",
    "HolidayAnswer",
    "HolidayRequest",
    "HubRequest",
    "InstitutionAnswer",
    "InstitutionRequest",
    "LevelRow",
    "LogAnswer",
    "MarksAnswer",
    "MunicipalityAnswer",
    "MunicipalityDocument",
    "NeedleAnswer",
    "NeedleRequest",
    "NeedlesRequest",
    "NothingRow",
    "NoticeAnswer",
    "OwnCalendar",
    "OwnCalendarInput",
    "PlanAllocated",
    "PlanBalance",
    "PlanChangeRequest",
    "PlanConfirmation",
    "PlanDeadline",
    "PlanDecideRequest",
    "PlanDocument",
    "PlanDocumentInput",
    "PlanEntry",
    "PlanLeftOver",
    "PlanMoved",
    "PlanNeedleEffect",
    "PlanPreviewAnswer",
    "PlanPreviewRequest",
    "PlanRefusedDocument",
    "PlanRefusedDocumentInput",
    "PlanRegisterRequest",
    "PlanRequestDocument",
    "PlanRequestDocumentInput",
    "PlanRowAnswer",
    "PlanRowDocument",
    "PlanSetup",
    "PlanSetupInput",
    "PlanStatusAnswer",
    "PlanStatusRequest",
    "PlanTotals",
    "PolicyRequest",
    "PrefectureDocument",
    "PrefectureRequest",
    "ProgressAnswer",
    "RecipientRequest",
    "RecordNameAnswer",
    "RecordNameRequest",
    "RowAnswer",
    "RuleAnswer",
    "RulesAnswer",
    "RulesRequest",
    "SatelliteRequest",
    "SatelliteRow",
    "ShortfallRow",
    "SiteDocument",
    "SourceAnswer",
    "StateDocument",
    "StateDocumentInput",
    "StatusCount",
    "StepAnswer",
    "SummaryAnswer",
    "SupplyDocument",
    "SupplyRequest",
    "TextAnswer",
    "TieAnswer",
    "TieAnswerInput",
    "TransitionAnswer",
    "TripleDocument",
    "UnionAnswer",
    "VerifyAnswer",
    "VerifyRequest",
    "VersionAnswer",
    "VersionRequest",
    "ViewAnswer",
    "ViewRequest",
]
