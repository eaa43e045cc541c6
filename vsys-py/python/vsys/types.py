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


class AccessTargetRequest(TypedDict, total=False):
    """Whose data an action is about; what the scope of the permission does not ask for may be left out."""

    #: The municipality, or a ward of a designated city.
    municipality: str
    #: The institution, site or company.
    owner: str
    #: The prefecture; follows from the municipality where one is given.
    prefecture: str


class _ActorRequest(TypedDict):
    #: The role.
    role: Literal["nation", "prefecture", "municipality", "institution", "site", "maker", "wholesaler", "dry_ice_maker", "needle_store", "call_centre", "group_organiser", "medical_association", "resident", "system_administrator", "service_desk"]


class ActorRequest(_ActorRequest, total=False):
    """Who acts."""

    #: The V-SYS ID of the person, for the operation log (1人1ID).
    account: str
    #: The code of the prefecture or municipality, the id of the institution, site or company; left out for the nation.
    code: str


class _AdvanceAnswer(TypedDict):
    #: The amounts that a repair changed, by level and id.
    changes: list[ChangeAnswer]
    #: The new state.
    state: StateDocument
    #: The line of the table that was used.
    transition: TransitionAnswer


class AdvanceAnswer(_AdvanceAnswer, total=False):
    """The state after the event."""

    #: The notices it causes when no time was given; with `at` they stand in `step`.
    notices: list[NoticeAnswer]
    #: The move with its notices and its log entry; absent without `at`.
    step: StepAnswer


class _AdvanceRequest(TypedDict):
    #: The state, as it was answered before.
    state: StateDocumentInput | StateDocument
    #: Who acts, on its own unit.
    actor: ActorRequest
    #: What is asked for.
    event: EventRequest


class AdvanceRequest(_AdvanceRequest, total=False):
    """A state, who acts, and what is asked for."""

    #: When, JST, for the operation log.
    at: datetime.datetime | str


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


class _AllocationPolicyRequest(TypedDict):
    #: The recipients.
    ids: Sequence[str]


class AllocationPolicyRequest(_AllocationPolicyRequest, total=False):
    """A formula with what it is asked of."""

    #: A bundled formula by its id, …
    bundled: str
    #: Their figures.
    columns: Sequence[ColumnRequest]
    #: How much the answer explains.
    explain: Literal["none", "figures", "text"]
    #: What happens where a column is missing: refuse, or leave the layer that lacks it and all behind it open.
    missing: Literal["refuse", "stop"]
    #: … or one of the caller's own; exactly one of the two.
    policy: FormulaRequest
    #: The units to give out; absent = the published supply of a bundled formula, or none.
    supply: int


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


class _ApplicationAddress(TypedDict):
    #: 郵便番号から自動入力できない: all members are required.
    manual: bool


class ApplicationAddress(_ApplicationAddress, total=False):
    """An address (所在地). There is no table of postal codes: prefecture, municipality code and municipality may be left out unless `manual` is ticked, and are checked where given."""

    #: 市町村
    municipality: str
    #: 市町村コード, looked up at the date.
    municipality_code: str
    #: 郵便番号, seven digits without a hyphen.
    postal_code: str
    #: 都道府県, its code.
    prefecture: str
    #: 番地
    street: str


class ApplicationAddressInput(TypedDict, total=False):
    """An address (所在地). There is no table of postal codes: prefecture, municipality code and municipality may be left out unless `manual` is ticked, and are checked where given."""

    #: 郵便番号から自動入力できない: all members are required.
    manual: bool
    #: 市町村
    municipality: str
    #: 市町村コード, looked up at the date.
    municipality_code: str
    #: 郵便番号, seven digits without a hyphen.
    postal_code: str
    #: 都道府県, its code.
    prefecture: str
    #: 番地
    street: str


class _ApplicationAdvanceAnswer(TypedDict):
    #: The application.
    application: ApplicationDocument
    #: What the applicant may do now.
    permissions: ApplicationPermissionAnswer
    #: What the move leaves behind.
    step: StepAnswer


class ApplicationAdvanceAnswer(_ApplicationAdvanceAnswer, total=False):
    """The application after the move."""

    #: What a confirmation leads to; absent of any other move.
    outcome: ApplicationOutcomeAnswer


class _ApplicationAdvanceRequest(TypedDict):
    #: Who acts: a site with the code of the holder, or the nation.
    actor: ActorRequest
    #: When, JST.
    at: datetime.datetime | str
    #: What is asked for.
    event: ApplicationEventRequest


class ApplicationAdvanceRequest(_ApplicationAdvanceRequest, total=False):
    """An application, or the making of one; who acts, when, and what is asked for."""

    #: The application, as it was answered before; absent = a new one is made.
    application: ApplicationDocumentInput | ApplicationDocument
    #: The form that is kept or submitted; absent = as it was.
    form: ApplicationFormInput | ApplicationForm
    #: The holder, such as 12345-1010101010; required for a new application.
    holder: str
    #: The last number the holder has used; absent = the new one is 01.
    last_number: str
    #: The stored registration beside the form; absent = as it was.
    stored: ApplicationStoredInput | ApplicationStored


class _ApplicationCompany(TypedDict):
    #: 所在地
    address: ApplicationAddress


class ApplicationCompany(_ApplicationCompany, total=False):
    """The company or university (企業・大学等の情報)."""

    #: 企業・大学等の名称
    name: str
    #: 代表者名
    representative: str
    #: 代表電話番号
    telephone: str


class _ApplicationCompanyBlock(TypedDict):
    #: 右記の既存登録情報から変更する
    change: bool


class ApplicationCompanyBlock(_ApplicationCompanyBlock, total=False):
    """The company beside the stored registration."""

    #: What is entered when `change` is ticked; in an effective form also what was taken over.
    entry: ApplicationCompany


class ApplicationCompanyBlockInput(TypedDict, total=False):
    """The company beside the stored registration."""

    #: 右記の既存登録情報から変更する
    change: bool
    #: What is entered when `change` is ticked; in an effective form also what was taken over.
    entry: ApplicationCompanyInput | ApplicationCompany


class ApplicationCompanyInput(TypedDict, total=False):
    """The company or university (企業・大学等の情報)."""

    #: 所在地
    address: ApplicationAddressInput | ApplicationAddress
    #: 企業・大学等の名称
    name: str
    #: 代表者名
    representative: str
    #: 代表電話番号
    telephone: str


class ApplicationConditionAnswer(TypedDict):
    """A condition of consent (同意事項)."""

    #: Whether it is agreed.
    agreed: bool
    #: Its member of `consent`.
    member: str
    #: Its rule.
    rule: str
    #: What it says, shortened.
    text: _Bilingual


class ApplicationConsent(TypedDict):
    """The five conditions and whether each is agreed (同意事項); their texts are answered by `application.validate`."""

    #: CNS-4
    minimum: bool
    #: CNS-3
    office: bool
    #: CNS-2
    place: bool
    #: CNS-5
    plan: bool
    #: CNS-1
    staffing: bool


class ApplicationConsentInput(TypedDict, total=False):
    """The five conditions and whether each is agreed (同意事項); their texts are answered by `application.validate`."""

    #: CNS-4
    minimum: bool
    #: CNS-3
    office: bool
    #: CNS-2
    place: bool
    #: CNS-5
    plan: bool
    #: CNS-1
    staffing: bool


class _ApplicationDoctor(TypedDict):
    #: メールアドレス登録を希望しない
    no_mail: bool
    #: 未定: nothing else is entered.
    undecided: bool


class ApplicationDoctor(_ApplicationDoctor, total=False):
    """The responsible doctor (ワクチン接種責任者)."""

    #: 責任者所属先
    affiliation: str
    #: 氏名フリガナ
    kana: str
    #: メールアドレス
    mail: str
    #: 責任者(医師)氏名
    name: str
    #: 電話番号
    telephone: str


class ApplicationDoctorInput(TypedDict, total=False):
    """The responsible doctor (ワクチン接種責任者)."""

    #: 責任者所属先
    affiliation: str
    #: 氏名フリガナ
    kana: str
    #: メールアドレス
    mail: str
    #: 責任者(医師)氏名
    name: str
    #: メールアドレス登録を希望しない
    no_mail: bool
    #: 電話番号
    telephone: str
    #: 未定: nothing else is entered.
    undecided: bool


class _ApplicationDocument(TypedDict):
    #: What was entered last.
    form: ApplicationForm
    #: 申込番号
    number: str
    #: When the form was kept or submitted last, JST.
    saved_at: str
    #: ステータス
    status: Literal["draft", "awaiting_review", "confirmed", "returned", "withdrawn"]


class ApplicationDocument(_ApplicationDocument, total=False):
    """An application (職域追加接種の申込み). It travels with every request and is proved again on reading."""

    #: 申込日時 of the last submission, JST; absent while it is a draft.
    applied_at: str
    #: 内容確認コメント of the review of that submission.
    comment: str
    #: Which ID a confirmed application leads to.
    outcome: Literal["same", "new"]
    #: 内容確認日時 of the review of that submission, JST.
    reviewed_at: str
    #: The stored registration at that time.
    stored: ApplicationStored


class _ApplicationDocumentInput(TypedDict):
    #: What was entered last.
    form: ApplicationFormInput | ApplicationForm
    #: 申込番号
    number: str
    #: When the form was kept or submitted last, JST.
    saved_at: datetime.datetime | str
    #: ステータス
    status: Literal["draft", "awaiting_review", "confirmed", "returned", "withdrawn"]


class ApplicationDocumentInput(_ApplicationDocumentInput, total=False):
    """An application (職域追加接種の申込み). It travels with every request and is proved again on reading."""

    #: 申込日時 of the last submission, JST; absent while it is a draft.
    applied_at: datetime.datetime | str
    #: 内容確認コメント of the review of that submission.
    comment: str
    #: Which ID a confirmed application leads to.
    outcome: Literal["same", "new"]
    #: 内容確認日時 of the review of that submission, JST.
    reviewed_at: datetime.datetime | str
    #: The stored registration at that time.
    stored: ApplicationStoredInput | ApplicationStored


class _ApplicationEventRequest(TypedDict):
    #: save (一時保存), submit (申込み), withdraw (取下げ) or review (内容確認).
    kind: Literal["save", "submit", "withdraw", "review"]


class ApplicationEventRequest(_ApplicationEventRequest, total=False):
    """What is asked for. All members but `kind` belong to a review."""

    #: 内容確認コメント; required when the application is to be made again.
    comment: str
    #: Whether the conditions for keeping the ID are met: required where that is wished and nothing is deficient, looked at only there, and never computed.
    continuation_conditions_met: bool
    #: Whether the application is deficient (不備がある); required of a review.
    deficient: bool
    #: Whether the 類似コード has changed; absent = no.
    similar_code_changed: bool


class ApplicationForm(TypedDict):
    """The form of an application (職域追加接種の実施申込み)."""

    #: 接種費用振込先口座を変更する
    change_account: bool
    #: 企業・大学等の情報
    company: ApplicationCompanyBlock
    #: 同意事項
    consent: ApplicationConsent
    #: 既存会場ID（類似コード・V-SYS ID）の継続利用を希望する
    continue_id: bool
    #: -20℃冷凍庫（ディープフリーザー）が必要か
    deep_freezer: bool
    #: ワクチン接種責任者
    doctor: ApplicationDoctor
    #: 実施医療機関の情報
    institution: ApplicationInstitutionBlock
    #: 針・シリンジ保管管理責任者
    needle_keeper: ApplicationKeeper
    #: ワクチン受取り担当者1
    receiver_1: ApplicationReceiver
    #: ワクチン受取り担当者2
    receiver_2: ApplicationReceiver
    #: 接種会場の情報
    site: ApplicationSiteBlock
    #: 担当者1
    staff_1: ApplicationStaff
    #: 担当者2
    staff_2: ApplicationStaff
    #: 物品の納品希望
    supplies: ApplicationSupplies
    #: ワクチン保管管理責任者
    vaccine_keeper: ApplicationKeeper
    #: 保管等に関する土日・祝日の連絡先
    weekend_contact: ApplicationKeeper


class ApplicationFormInput(TypedDict, total=False):
    """The form of an application (職域追加接種の実施申込み)."""

    #: 接種費用振込先口座を変更する
    change_account: bool
    #: 企業・大学等の情報
    company: ApplicationCompanyBlockInput | ApplicationCompanyBlock
    #: 同意事項
    consent: ApplicationConsentInput | ApplicationConsent
    #: 既存会場ID（類似コード・V-SYS ID）の継続利用を希望する
    continue_id: bool
    #: -20℃冷凍庫（ディープフリーザー）が必要か
    deep_freezer: bool
    #: ワクチン接種責任者
    doctor: ApplicationDoctorInput | ApplicationDoctor
    #: 実施医療機関の情報
    institution: ApplicationInstitutionBlockInput | ApplicationInstitutionBlock
    #: 針・シリンジ保管管理責任者
    needle_keeper: ApplicationKeeperInput | ApplicationKeeper
    #: ワクチン受取り担当者1
    receiver_1: ApplicationReceiverInput | ApplicationReceiver
    #: ワクチン受取り担当者2
    receiver_2: ApplicationReceiverInput | ApplicationReceiver
    #: 接種会場の情報
    site: ApplicationSiteBlockInput | ApplicationSiteBlock
    #: 担当者1
    staff_1: ApplicationStaff
    #: 担当者2
    staff_2: ApplicationStaff
    #: 物品の納品希望
    supplies: ApplicationSuppliesInput | ApplicationSupplies
    #: ワクチン保管管理責任者
    vaccine_keeper: ApplicationKeeperInput | ApplicationKeeper
    #: 保管等に関する土日・祝日の連絡先
    weekend_contact: ApplicationKeeperInput | ApplicationKeeper


class _ApplicationInstitution(TypedDict):
    #: 医療機関担当者
    contact: ApplicationInstitutionContact


class ApplicationInstitution(_ApplicationInstitution, total=False):
    """The medical institution (実施医療機関の情報), for patterns 02 and 03 only."""

    #: 医療機関名
    name: str
    #: 代表者名
    representative: str
    #: 代表電話番号
    telephone: str


class _ApplicationInstitutionBlock(TypedDict):
    #: 右記の既存登録情報から変更する
    change: bool


class ApplicationInstitutionBlock(_ApplicationInstitutionBlock, total=False):
    """The institution beside the stored registration."""

    #: What is entered when `change` is ticked; in an effective form also what was taken over.
    entry: ApplicationInstitution


class ApplicationInstitutionBlockInput(TypedDict, total=False):
    """The institution beside the stored registration."""

    #: 右記の既存登録情報から変更する
    change: bool
    #: What is entered when `change` is ticked; in an effective form also what was taken over.
    entry: ApplicationInstitutionInput | ApplicationInstitution


class ApplicationInstitutionContact(TypedDict, total=False):
    """The person in charge at the institution (医療機関担当者連絡先情報)."""

    #: 部署名
    department: str
    #: メールアドレス
    mail: str
    #: 氏名
    name: str
    #: 電話番号
    telephone: str


class ApplicationInstitutionInput(TypedDict, total=False):
    """The medical institution (実施医療機関の情報), for patterns 02 and 03 only."""

    #: 医療機関担当者
    contact: ApplicationInstitutionContact
    #: 医療機関名
    name: str
    #: 代表者名
    representative: str
    #: 代表電話番号
    telephone: str


class _ApplicationKeeper(TypedDict):
    #: 未定: nothing else is entered.
    undecided: bool


class ApplicationKeeper(_ApplicationKeeper, total=False):
    """Who answers for storage (保管管理責任者), or at weekends and on holidays (土日・祝日の連絡先)."""

    #: 責任者所属先
    affiliation: str
    #: 責任者メールアドレス
    mail: str
    #: 責任者氏名
    name: str
    #: 責任者電話番号
    telephone: str


class ApplicationKeeperInput(TypedDict, total=False):
    """Who answers for storage (保管管理責任者), or at weekends and on holidays (土日・祝日の連絡先)."""

    #: 責任者所属先
    affiliation: str
    #: 責任者メールアドレス
    mail: str
    #: 責任者氏名
    name: str
    #: 責任者電話番号
    telephone: str
    #: 未定: nothing else is entered.
    undecided: bool


class _ApplicationLine(TypedDict):
    #: 申込番号
    number: str
    #: ステータス
    status: Literal["draft", "awaiting_review", "confirmed", "returned", "withdrawn"]


class ApplicationLine(_ApplicationLine, total=False):
    """The columns of an application that the list shows."""

    #: 申込日時
    applied_at: datetime.datetime | str
    #: 内容確認コメント
    comment: str
    #: 内容確認日時
    reviewed_at: datetime.datetime | str


class _ApplicationLineAnswer(TypedDict):
    #: 申込日時, `YYYY/M/D H:MM`, or `-`.
    applied_at_printed: str
    #: 内容確認コメント, or `-`.
    comment_printed: str
    #: 申込番号
    number: str
    #: What the applicant may do with it.
    permissions: ApplicationPermissionAnswer
    #: 内容確認日時, `YYYY/M/D H:MM`, or `-`.
    reviewed_at_printed: str
    #: ステータス
    status: Literal["draft", "awaiting_review", "confirmed", "returned", "withdrawn"]
    #: ステータス, in Japanese.
    status_printed: str


class ApplicationLineAnswer(_ApplicationLineAnswer, total=False):
    """A line of the list: each column raw, and as the screen prints it."""

    #: 申込日時
    applied_at: str
    #: 内容確認コメント
    comment: str
    #: 内容確認日時
    reviewed_at: str


class ApplicationListAnswer(TypedDict):
    """The list (追加接種申込状況)."""

    #: The lines in the order of their numbers.
    rows: list[ApplicationLineAnswer]


class ApplicationListRequest(TypedDict):
    """Applications to list, in any order."""

    #: The applications.
    applications: Sequence[ApplicationLine]


class _ApplicationOutcomeAnswer(TypedDict):
    #: Whether related documents must be made and handed in (関連書類).
    documents_required: bool
    #: Which ID the booster vaccination uses.
    id: Literal["same", "new"]
    #: Whether a delegation letter must be handed in anew (委任状).
    letter_required: bool


class ApplicationOutcomeAnswer(_ApplicationOutcomeAnswer, total=False):
    """What a confirmation leads to (申込みの結果)."""

    #: What to know about a new ID.
    note: _Bilingual


class ApplicationPermissionAnswer(TypedDict):
    """What the applicant may do with an application in a status."""

    #: 編集
    edit: bool
    #: The name of the status.
    name: _Bilingual
    #: The status.
    status: Literal["draft", "awaiting_review", "confirmed", "returned", "withdrawn"]
    #: 参照
    view: bool
    #: 取下げ
    withdraw: bool


class ApplicationPermissionsAnswer(TypedDict):
    """The table of permissions, in the printed order of the statuses."""

    #: One line a status.
    rows: list[ApplicationPermissionAnswer]


class ApplicationPermissionsRequest(TypedDict, total=False):
    """A status, or none for the whole table."""

    #: The status; absent = every one.
    status: Literal["draft", "awaiting_review", "confirmed", "returned", "withdrawn"]


class _ApplicationReceiver(TypedDict):
    #: 上記担当者と同一: the person in charge of the same number; then nothing else is entered.
    same_as_staff: bool


class ApplicationReceiver(_ApplicationReceiver, total=False):
    """A receiver (ワクチン受取り担当者): the first is required, the second is whole or left out."""

    #: 氏名
    name: str
    #: 電話番号
    telephone: str


class ApplicationReceiverInput(TypedDict, total=False):
    """A receiver (ワクチン受取り担当者): the first is required, the second is whole or left out."""

    #: 氏名
    name: str
    #: 上記担当者と同一: the person in charge of the same number; then nothing else is entered.
    same_as_staff: bool
    #: 電話番号
    telephone: str


class _ApplicationSite(TypedDict):
    #: 接種会場所在地
    address: ApplicationAddress


class ApplicationSite(_ApplicationSite, total=False):
    """The site (接種会場の情報)."""

    #: 接種会場におけるエレベーター有無
    elevator: bool
    #: FAX番号
    fax: str
    #: 接種会場名称
    name: str
    #: 接種体制分類: 01, 02 or 03.
    pattern: Literal["01", "02", "03"]


class _ApplicationSiteBlock(TypedDict):
    #: 右記の既存登録情報から変更する
    change: bool


class ApplicationSiteBlock(_ApplicationSiteBlock, total=False):
    """The site beside the stored registration."""

    #: What is entered when `change` is ticked; in an effective form also what was taken over.
    entry: ApplicationSite


class ApplicationSiteBlockInput(TypedDict, total=False):
    """The site beside the stored registration."""

    #: 右記の既存登録情報から変更する
    change: bool
    #: What is entered when `change` is ticked; in an effective form also what was taken over.
    entry: ApplicationSiteInput | ApplicationSite


class ApplicationSiteInput(TypedDict, total=False):
    """The site (接種会場の情報)."""

    #: 接種会場所在地
    address: ApplicationAddressInput | ApplicationAddress
    #: 接種会場におけるエレベーター有無
    elevator: bool
    #: FAX番号
    fax: str
    #: 接種会場名称
    name: str
    #: 接種体制分類: 01, 02 or 03.
    pattern: Literal["01", "02", "03"]


class ApplicationStaff(TypedDict, total=False):
    """A person in charge (ワクチン接種担当者): the first is required, the second is whole or left out."""

    #: 所属組織
    affiliation: str
    #: 部署名
    department: str
    #: メールアドレス
    mail: str
    #: 氏名
    name: str
    #: 電話番号
    telephone: str
    #: 役職
    title: str


class ApplicationStored(TypedDict, total=False):
    """What is stored from the doses 1 and 2 (既存登録情報)."""

    #: 企業・大学等の情報
    company: ApplicationCompany
    #: 実施医療機関の情報
    institution: ApplicationInstitution
    #: 接種会場の情報
    site: ApplicationSite


class ApplicationStoredInput(TypedDict, total=False):
    """What is stored from the doses 1 and 2 (既存登録情報)."""

    #: 企業・大学等の情報
    company: ApplicationCompanyInput | ApplicationCompany
    #: 実施医療機関の情報
    institution: ApplicationInstitutionInput | ApplicationInstitution
    #: 接種会場の情報
    site: ApplicationSiteInput | ApplicationSite


class ApplicationSupplies(TypedDict):
    """Supplies that are wished (物品の納品希望情報); what is not said is not wished."""

    #: フェイスシールド
    face_shields: bool
    #: 非滅菌手袋
    gloves: bool
    #: アイソレーションガウン
    isolation_gowns: bool
    #: N95マスク
    n95_masks: bool
    #: サージカルマスク
    surgical_masks: bool


class ApplicationSuppliesInput(TypedDict, total=False):
    """Supplies that are wished (物品の納品希望情報); what is not said is not wished."""

    #: フェイスシールド
    face_shields: bool
    #: 非滅菌手袋
    gloves: bool
    #: アイソレーションガウン
    isolation_gowns: bool
    #: N95マスク
    n95_masks: bool
    #: サージカルマスク
    surgical_masks: bool


class ApplicationValidateAnswer(TypedDict):
    """A form that was judged."""

    #: The five conditions in their printed order.
    conditions: list[ApplicationConditionAnswer]
    #: The form as it counts: blocks taken over, receivers named, what is ignored left out. For reading, not to be sent again.
    effective: ApplicationForm
    #: Whether it can be submitted or, with `submit` false, kept: no finding is an error.
    ready: bool


class _ApplicationValidateRequest(TypedDict):
    #: The day at which municipality codes are looked up.
    date: datetime.date | str
    #: The form.
    form: ApplicationFormInput | ApplicationForm


class ApplicationValidateRequest(_ApplicationValidateRequest, total=False):
    """A form to judge."""

    #: The stored registration of the doses 1 and 2 (既存登録情報).
    stored: ApplicationStoredInput | ApplicationStored
    #: Whether it is to be submitted; a draft may leave fields out.
    submit: bool


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


class BundledAnswer(TypedDict):
    """A bundled formula with its citation."""

    #: The cycle it was used for.
    cycle: str
    #: Its id.
    id: str
    #: The columns it needs, in the order of the table.
    inputs: list[PolicyInputAnswer]
    #: Among whom it shares.
    level: Literal["prefecture", "municipality"]
    #: The ids of its sources.
    sources: str
    #: What it is called.
    title: _Bilingual


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


class ClaimApart(TypedDict):
    """Surcharges of a municipality that are claimed apart from the fee (別請求)."""

    #: With tax.
    amount: int
    #: How many records.
    count: int
    #: The code of the municipality, never of a ward.
    municipality: str
    #: Its name.
    name: str
    #: Before tax.
    net: int
    #: 時間外 or 休日.
    time: Literal["regular", "off_hours", "holiday"]
    #: The surcharge of one before tax.
    unit: int
    #: The month of vaccination (接種月).
    vaccination_month: str


class _ClaimCaseRequest(TypedDict):
    #: 6歳未満 or 6歳以上.
    age: Literal["under_six", "six_and_over"]
    #: With or without a coupon: the table of the entry screen.
    coupon: Literal["with_coupon", "without_coupon"]
    #: The code of the municipality where the person lives; a ward stands for its city.
    municipality: str
    #: 予診のみ or 接種.
    service: Literal["consultation_only", "vaccination"]


class ClaimCaseRequest(_ClaimCaseRequest, total=False):
    """A case that is claimed, or several alike; the same may stand in several rows."""

    #: How many (請求件数).
    count: int
    #: 時間内, 時間外 or 休日.
    time: Literal["regular", "off_hours", "holiday"]


class _ClaimCheckAnswer(TypedDict):
    #: Whether nothing is wrong but for warnings.
    valid: bool


class ClaimCheckAnswer(_ClaimCheckAnswer, total=False):
    """What the linter found; the findings say what is wrong and where."""

    #: What the sheets claim: the municipal ones together, or the summary where these are not given.
    claimed: ClaimCheckTotal
    #: Yen of the sheets less yen of the records, where both are given.
    difference: int
    #: What the records make: on the municipal sheets, or on the summary where these are not given.
    expected: ClaimCheckTotal
    #: The records, where they were given.
    records: ClaimCheckedRecords
    #: The sheets, where they were given.
    sheets: ClaimCheckedSheets


class ClaimCheckGroup(TypedDict):
    """The lines of one class (区分)."""

    #: The lines.
    lines: Sequence[ClaimCheckLine]
    #: 予診のみ or 接種.
    service: Literal["consultation_only", "vaccination"]
    #: Their sum as printed (小計).
    subtotal: ClaimCheckSum


class ClaimCheckHead(TypedDict, total=False):
    """The head of the sheets as printed; a blank field is told."""

    #: The address (医療機関等の所在地).
    address: str
    #: The class of the institution (施設等区分).
    facility_class: str
    #: The number as printed (医療機関等番号（10桁）).
    institution: str
    #: The kind of the number, which decides whether its check digit is tested.
    institution_kind: Literal["insurance", "similar", "care"]
    #: The code of the municipality where the institution is; without it, the municipality whose sheet is checked.
    municipality: str
    #: The name (医療機関等名称).
    name: str
    #: The representative (代表者氏名).
    representative: str
    #: The telephone number (電話番号).
    telephone: str


class _ClaimCheckLine(TypedDict):
    #: The class of age that is meant.
    age: Literal["under_six", "six_and_over"]
    #: With tax, as printed (請求金額).
    amount: int
    #: Cases (請求件数).
    count: int


class ClaimCheckLine(_ClaimCheckLine, total=False):
    """A line of a sheet: which one is meant, and what stands there."""

    #: As printed (種類).
    label: str
    #: The class of time that is meant.
    time: Literal["regular", "off_hours", "holiday"]
    #: The price of one before tax, as printed.
    unit_price: int


class _ClaimCheckMunicipal(TypedDict):
    #: 予診のみ and 接種.
    groups: Sequence[ClaimCheckGroup]
    #: The total (合計).
    total: ClaimCheckSum


class ClaimCheckMunicipal(_ClaimCheckMunicipal, total=False):
    """A municipal sheet as printed (市区町村別請求書)."""

    #: To whom it goes, with the form of address.
    addressee: str
    #: Whether the box is checked: it goes to the own municipality.
    checked: bool
    #: The kind of coupon; without it, what `coupon_class` says.
    coupon: Literal["with_coupon", "without_coupon"]
    #: The kind of coupon as printed (被接種者区分).
    coupon_class: str
    #: The number of the municipality as printed (市区町村番号).
    municipality: str
    #: The name of the municipality.
    municipality_name: str
    #: The title.
    title: str


class _ClaimCheckPrice(TypedDict):
    #: The class of age that is meant.
    age: Literal["under_six", "six_and_over"]
    #: Yen before tax, as printed.
    price: int
    #: 予診のみ or 接種.
    service: Literal["consultation_only", "vaccination"]


class ClaimCheckPrice(_ClaimCheckPrice, total=False):
    """A line of a list of prices: which one is meant, and what stands there."""

    #: As printed (種類).
    label: str
    #: The class of time that is meant.
    time: Literal["regular", "off_hours", "holiday"]


class _ClaimCheckRecord(TypedDict):
    #: Whether the form carries a coupon.
    coupon: Literal["with_coupon", "without_coupon"]
    #: The day (接種日), JST.
    date: datetime.date | str
    #: The code of the municipality that issued the coupon; a ward stands for its city.
    municipality: str
    #: 予診のみ or 接種.
    service: Literal["consultation_only", "vaccination"]


_ClaimCheckRecordMembers = TypedDict(
    "_ClaimCheckRecordMembers",
    {
        #: 6歳未満 or 6歳以上; must agree with the birth date where both are given.
        "age": "Literal['under_six', 'six_and_over']",
        #: The birth date; it or `age` is needed.
        "birth_date": "datetime.date | str",
        #: 時間内, 時間外 or 休日 as claimed; must agree with the posted hours where these and `time` are given.
        "class": "Literal['regular', 'off_hours', 'holiday']",
        #: Which dose it was, from 1.
        "dose": "int",
        #: The number of the coupon (券番号); without it the record cannot be compared with others.
        "number": "str",
        #: Whether the form was claimed before and came back (返戻).
        "returned": "bool",
        #: The time of day, JST, such as 09:30; judged by the posted hours where these are given.
        "time": "datetime.time | str",
    },
    total=False,
)


class ClaimCheckRecord(_ClaimCheckRecord, _ClaimCheckRecordMembers):
    """A vaccination, or a consultation without one, as it is claimed (請求の明細)."""


class _ClaimCheckRequest(TypedDict):
    #: The month of claim (請求月).
    billing_month: str


class ClaimCheckRequest(_ClaimCheckRequest, total=False):
    """Records, sheets or both: beside records the sheets are the whole claim, alone they may be a part of it."""

    #: The hours that the institution has posted, as `claims.classify` takes them.
    hours: HoursRequest
    #: The records; at least one of `records` and `sheets` is needed.
    records: Sequence[ClaimCheckRecord]
    #: How a fraction of a yen is rounded, once per printed line.
    rounding: Literal["ceil", "floor", "half-up"]
    #: The sheets as printed.
    sheets: ClaimCheckSheets
    #: The type of the site.
    site: Literal["institution", "special_site", "workplace", "workplace_moderna"]
    #: The month of vaccination whose last day decides about prices, tax and codes on the sheets; absent = the month before the month of claim.
    vaccination_month: str


class _ClaimCheckSheets(TypedDict):
    #: The form.
    form: Literal["old", "new"]


class ClaimCheckSheets(_ClaimCheckSheets, total=False):
    """Sheets as printed; an answer of `claims.sheets` can stand here as it is."""

    #: The month of claim as printed.
    billing_month: str
    #: Who claims.
    head: ClaimCheckHead
    #: The municipal sheets; absent where they are not at hand, empty where there are none.
    municipal: Sequence[ClaimCheckMunicipal]
    #: The list of prices as printed (単価).
    prices: Sequence[ClaimCheckPrice]
    #: Not looked at.
    rendered: object
    #: The summary.
    summary: ClaimCheckSummary
    #: The rate of the tax, as a fraction.
    tax_rate: Fraction | str


class ClaimCheckSum(TypedDict):
    """A subtotal or total as printed."""

    #: Yen with tax.
    amount: int
    #: Cases.
    count: int


class _ClaimCheckSummary(TypedDict):
    #: 予診のみ and 接種.
    groups: Sequence[ClaimCheckGroup]
    #: The total (合計).
    total: ClaimCheckSum


class ClaimCheckSummary(_ClaimCheckSummary, total=False):
    """The summary as printed (請求総括書)."""

    #: To whom it goes, with the form of address.
    addressee: str
    #: Whether the box is checked: the own municipality is included.
    checked: bool
    #: The title.
    title: str


class ClaimCheckTotal(TypedDict):
    """Cases and yen."""

    #: Yen with tax.
    amount: int
    #: Cases.
    count: int


class ClaimCheckedRecords(TypedDict):
    """What became of the records."""

    #: What is claimed from municipalities apart from the fee, by code, month of vaccination and class of time.
    apart: list[ClaimApart]
    #: How many count on the sheets.
    counted: int
    #: How many there are.
    given: int
    #: How many an error keeps out.
    kept_out: int


class _ClaimCheckedSheets(TypedDict):
    #: The municipal sheets in their order.
    municipal: list[bool]


class ClaimCheckedSheets(_ClaimCheckedSheets, total=False):
    """Which sheets are in order: no error stands on them."""

    #: The summary, where there is one.
    summary: bool


class _ClaimDeadlineAnswer(TypedDict):
    #: The month of claim.
    billing_month: str
    #: The days over which the deadline moved.
    closed_days: list[ClosedDayAnswer]
    #: The last day on which the claim is taken.
    deadline: str
    #: The 10th.
    nominal: str
    #: The last day on which it is paid.
    payment_by: str
    #: The month of vaccination that it closes.
    vaccination_month: str


class ClaimDeadlineAnswer(_ClaimDeadlineAnswer, total=False):
    """When the claims of a month close."""

    #: Whether it is met on `today`; absent without it.
    met: bool


class _ClaimDeadlineRequest(TypedDict):
    #: The first month of claim (請求月).
    billing_month: str


class ClaimDeadlineRequest(_ClaimDeadlineRequest, total=False):
    """Months of claim whose deadlines are asked for."""

    #: How many months, one after the other.
    months: int
    #: A day on which is asked whether the deadlines are met.
    today: datetime.date | str


class ClaimDeadlinesAnswer(TypedDict):
    """Deadlines in the order of months."""

    #: The deadlines.
    deadlines: list[ClaimDeadlineAnswer]


class ClaimRenderings(TypedDict, total=False):
    """The sheets as documents; they hold the personal data of the head, as the print does."""

    #: CSV in UTF-8 with BOM.
    csv: str
    #: CSV in CP932, its bytes in base64.
    csv_cp932: str
    #: One HTML document that prints each sheet on a page of A4.
    html: str
    #: Plain text, the sheets parted by a form feed.
    text: str


class _ClaimSheet(TypedDict):
    #: To whom it goes, with the form of address.
    addressee: str
    #: Whether the box of the own municipality is checked.
    checked: bool
    #: 予診のみ, then 接種.
    groups: list[ClaimSheetGroup]
    #: The title.
    title: str
    #: The total (合計).
    total: ClaimSheetSum


class ClaimSheet(_ClaimSheet, total=False):
    """A sheet: 請求総括書 or 市区町村別請求書."""

    #: The kind of coupon; only on a municipal sheet.
    coupon: Literal["with_coupon", "without_coupon"]
    #: The kind of coupon as printed (被接種者区分); only on a municipal sheet.
    coupon_class: str
    #: The code of the municipality (市区町村番号); only on a municipal sheet.
    municipality: str
    #: The name of the municipality; only on a municipal sheet.
    municipality_name: str


class ClaimSheetGroup(TypedDict):
    """The lines of one class (区分)."""

    #: The lines in the order of the print.
    lines: list[ClaimSheetLine]
    #: 予診のみ or 接種.
    service: Literal["consultation_only", "vaccination"]
    #: Their sum (小計).
    subtotal: ClaimSheetSum


class _ClaimSheetHead(TypedDict):
    #: The kind of the number, which decides whether its check digit is tested.
    institution_kind: Literal["insurance", "similar", "care"]
    #: The code of the municipality where the institution is; a ward stands for its city.
    municipality: str


class ClaimSheetHead(_ClaimSheetHead, total=False):
    """The head of the sheets, from the institution's record in V-SYS; a blank field is told and stays blank in print."""

    #: The address (医療機関等の所在地).
    address: str
    #: The class of the institution (施設等区分), never interpreted.
    facility_class: str
    #: The ten-digit number (医療機関等番号).
    institution: str
    #: The name (医療機関等名称).
    name: str
    #: The representative (代表者氏名), as the institution's record in the reception system has it.
    representative: str
    #: The telephone number (電話番号).
    telephone: str


class _ClaimSheetHeadInput(TypedDict):
    #: The code of the municipality where the institution is; a ward stands for its city.
    municipality: str


class ClaimSheetHeadInput(_ClaimSheetHeadInput, total=False):
    """The head of the sheets, from the institution's record in V-SYS; a blank field is told and stays blank in print."""

    #: The address (医療機関等の所在地).
    address: str
    #: The class of the institution (施設等区分), never interpreted.
    facility_class: str
    #: The ten-digit number (医療機関等番号).
    institution: str
    #: The kind of the number, which decides whether its check digit is tested.
    institution_kind: Literal["insurance", "similar", "care"]
    #: The name (医療機関等名称).
    name: str
    #: The representative (代表者氏名), as the institution's record in the reception system has it.
    representative: str
    #: The telephone number (電話番号).
    telephone: str


class _ClaimSheetLine(TypedDict):
    #: The class of age.
    age: Literal["under_six", "six_and_over"]
    #: With tax, rounded once (請求金額, 税込み).
    amount: int
    #: Cases (請求件数).
    count: int
    #: As printed (種類).
    label: str
    #: The class of time.
    time: Literal["regular", "off_hours", "holiday"]


class ClaimSheetLine(_ClaimSheetLine, total=False):
    """A line of a sheet. The columns 決定件数 and 決定金額 are the payer's."""

    #: The price of one before tax (単価, 税抜き); absent while its addition is not in force.
    unit_price: int


class ClaimSheetSum(TypedDict):
    """A subtotal or total (小計・合計)."""

    #: Yen with tax.
    amount: int
    #: Cases.
    count: int


class _ClaimSheetsAnswer(TypedDict):
    #: The month of claim.
    billing_month: str
    #: The form.
    form: Literal["old", "new"]
    #: Who claims, as given.
    head: ClaimSheetHead
    #: The municipal sheets (市区町村別請求書): those with coupon by code, then those without; none for a municipality without a case.
    municipal: list[ClaimSheet]
    #: The summary (請求総括書).
    summary: ClaimSheet
    #: The rate of the tax, as a fraction.
    tax_rate: str


class ClaimSheetsAnswer(_ClaimSheetsAnswer, total=False):
    """The sheets of a month."""

    #: The renderings that were asked for.
    rendered: ClaimRenderings


class _ClaimSheetsRequest(TypedDict):
    #: The month of claim (請求月).
    billing_month: str
    #: What is claimed.
    cases: Sequence[ClaimCaseRequest]
    #: The form: old, or new from the month of claim 2022-01.
    form: Literal["old", "new"]
    #: Who claims.
    head: ClaimSheetHeadInput | ClaimSheetHead
    #: Whether the summary includes the residents of the institution's own municipality.
    include_own: bool
    #: The month of vaccination (接種月): prices, tax and codes are those of its last day.
    vaccination_month: str


class ClaimSheetsRequest(_ClaimSheetsRequest, total=False):
    """What is claimed for a month, and how the sheets shall look."""

    #: As what the sheets are rendered, besides as data.
    render: Sequence[Literal["html", "csv", "csv_cp932", "text"]]
    #: Where a fraction of a yen arises, how it is rounded; once per printed line, never per dose.
    rounding: Literal["ceil", "floor", "half-up"]
    #: The rate of the tax, such as "0.10"; absent = that of the month of vaccination.
    tax_rate: Decimal | str
    #: The totals as entered, to be compared.
    totals: Sequence[ClaimTotalRequest]


class _ClaimTotalRequest(TypedDict):
    #: 6歳未満 or 6歳以上.
    age: Literal["under_six", "six_and_over"]
    #: The figure.
    count: int
    #: The table.
    coupon: Literal["with_coupon", "without_coupon"]
    #: 予診のみ or 接種.
    service: Literal["consultation_only", "vaccination"]


class ClaimTotalRequest(_ClaimTotalRequest, total=False):
    """A total of the entry screen (総数), compared with the sum of the cases."""

    #: 時間内, 時間外 or 休日.
    time: Literal["regular", "off_hours", "holiday"]


class _ClassifyAnswer(TypedDict):
    #: The day of vaccination.
    date: str
    #: Why it is of this class.
    reason: Literal["within_hours", "outside_hours", "sunday", "national_holiday", "no_hours"]
    #: The rule that says so.
    rule: str
    #: The reason as a sentence.
    text: _Bilingual
    #: 時間内, 時間外 or 休日.
    time: Literal["regular", "off_hours", "holiday"]


class ClassifyAnswer(_ClassifyAnswer, total=False):
    """The class of time of a vaccination."""

    #: The name of the national holiday, where the day is one.
    holiday: str
    #: The span in which it lies.
    span: HoursSpanAnswer


class ClassifyRequest(TypedDict):
    """A vaccination of an institution."""

    #: When it was given, JST.
    at: datetime.datetime | str
    #: The hours that the institution has posted.
    hours: HoursRequest


class _ClosedDayAnswer(TypedDict):
    #: The day.
    date: str
    #: Why it is closed.
    reason: Literal["saturday", "sunday", "national_holiday"]


class ClosedDayAnswer(_ClosedDayAnswer, total=False):
    """A day over which a deadline moved."""

    #: The name of the holiday, where it is one.
    holiday: str


class CodeMunicipalityRequest(TypedDict):
    """A municipality code and the day at which it is asked for."""

    #: Six digits.
    code: str
    #: The day.
    date: datetime.date | str


class ColumnRequest(TypedDict):
    """A column of figures (項目の列)."""

    #: Its name: a small letter, then small letters, digits and underscores, 40 at most.
    name: str
    #: One value for each recipient.
    values: Sequence[int]


class CompareAnswer(TypedDict):
    """Two ways side by side."""

    #: How fair the first is.
    first: FairnessAnswer
    #: What the gainers gain in all.
    gained: int
    #: How many gain by the second.
    gainers: int
    #: How many lose by the second.
    losers: int
    #: What the losers lose in all.
    lost: int
    #: The recipients, in the order of the request.
    rows: list[ComparedRow]
    #: How fair the second is.
    second: FairnessAnswer


class _CompareRequest(TypedDict):
    #: The recipients.
    ids: Sequence[str]
    #: Their figures.
    columns: Sequence[ColumnRequest]
    #: The units to share.
    supply: int
    #: The one way.
    first: SideRequest
    #: The other.
    second: SideRequest
    #: The column of people, against whom fairness is measured.
    people: str


class CompareRequest(_CompareRequest, total=False):
    """Two ways to share among the same recipients."""

    #: What one unit holds, in doses.
    doses_per_unit: int


class ComparedRow(TypedDict):
    """A recipient under both ways."""

    #: What the second gives more.
    difference: int
    #: What the first gives.
    first: int
    #: The recipient.
    id: str
    #: What the second gives.
    second: int


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


class _DecideAnswer(TypedDict):
    #: Yes or no.
    allowed: bool
    #: The roles that have such a permission on that day.
    expected_roles: list[Literal["nation", "prefecture", "municipality", "institution", "site", "maker", "wholesaler", "dry_ice_maker", "needle_store", "call_centre", "group_organiser", "medical_association", "resident", "system_administrator", "service_desk"]]
    #: Why.
    reason: _Bilingual
    #: The rule that decides.
    rule: str


class DecideAnswer(_DecideAnswer, total=False):
    """Yes or no, with the reason and the rule in both cases."""

    #: Where the role's permission stands; absent when it has none on that day.
    edition: EditionAnswer
    #: On whose data the role's permission holds; absent when it has none on that day.
    scope: Literal["all", "own_prefecture", "own_municipality", "own"]


class _DecideRequest(TypedDict):
    #: Who wants to act.
    actor: ActorRequest
    #: The id of the action, such as `allocation.lock`.
    action: str
    #: On which day.
    date: datetime.date | str


class DecideRequest(_DecideRequest, total=False):
    """Who wants to do what, when, and on whose data."""

    #: Whether the actor's ID is one of a booster site (追加接種のV-SYS ID).
    booster_id: bool
    #: On whose data.
    target: AccessTargetRequest


class DeviationAnswer(TypedDict):
    """The recipient furthest from its quota."""

    #: What it got.
    amount: int
    #: The distance of amount and quota.
    distance: str
    #: The recipient; of equal ones the first of the request.
    id: str
    #: Its quota: what was given × people / Σ people.
    quota: str


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


_EditionAnswer = TypedDict(
    "_EditionAnswer",
    {
        #: The first day.
        "from": "str",
        #: Where it stands.
        "source": "str",
    },
)


class EditionAnswer(_EditionAnswer, total=False):
    """Where a permission stands, and how long it holds."""

    #: The chapter of the role's manual; absent where another rule adds the permission.
    chapter: str
    #: The first day on which it no longer holds; absent while it is open.
    until: str


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


class _FacilityApproval(TypedDict):
    #: What it asks for; an item without a value is cleared.
    after: FacilityFields
    #: The items, in the order of the approval list.
    items: list[Literal["code", "representative", "contract_joined", "contract_left", "proxy_entry", "products", "hub", "general_intake", "municipality", "name", "postal_code", "address", "delivery_name", "delivery_postal_code", "delivery_address", "fax", "homepage", "freezers_75", "freezers_20", "freezers_10", "parking", "availability", "doses_a_week", "delivery_weekday", "proxy_booking", "new_insurance_code", "new_insurance_code_spare", "care_code", "new_care_code", "new_care_code_spare", "responsible_doctor", "report"]]
    #: When it was asked.
    requested_at: str
    #: The role that asked.
    requested_by: Literal["nation", "prefecture", "municipality", "institution", "site", "maker", "wholesaler", "dry_ice_maker", "needle_store", "call_centre", "group_organiser", "medical_association", "resident", "system_administrator", "service_desk"]
    #: How far it is.
    status: Literal["pending", "approved", "rejected"]


class FacilityApproval(_FacilityApproval, total=False):
    """A request for approval (承認申請)."""

    #: When it was decided.
    decided_at: str
    #: Why it was rejected.
    reason: str


class _FacilityApprovalInput(TypedDict):
    #: What it asks for; an item without a value is cleared.
    after: FacilityFieldsInput | FacilityFields
    #: The items, in the order of the approval list.
    items: Sequence[Literal["code", "representative", "contract_joined", "contract_left", "proxy_entry", "products", "hub", "general_intake", "municipality", "name", "postal_code", "address", "delivery_name", "delivery_postal_code", "delivery_address", "fax", "homepage", "freezers_75", "freezers_20", "freezers_10", "parking", "availability", "doses_a_week", "delivery_weekday", "proxy_booking", "new_insurance_code", "new_insurance_code_spare", "care_code", "new_care_code", "new_care_code_spare", "responsible_doctor", "report"]]
    #: When it was asked.
    requested_at: datetime.datetime | str
    #: The role that asked.
    requested_by: Literal["nation", "prefecture", "municipality", "institution", "site", "maker", "wholesaler", "dry_ice_maker", "needle_store", "call_centre", "group_organiser", "medical_association", "resident", "system_administrator", "service_desk"]
    #: How far it is.
    status: Literal["pending", "approved", "rejected"]


class FacilityApprovalInput(_FacilityApprovalInput, total=False):
    """A request for approval (承認申請)."""

    #: When it was decided.
    decided_at: datetime.datetime | str
    #: Why it was rejected.
    reason: str


class _FacilityCap(TypedDict):
    #: The reported capacity, in doses.
    capacity: int


class FacilityCap(_FacilityCap, total=False):
    """The most that a facility can receive."""

    #: The cap in boxes; absent for a satellite.
    boxes: int
    #: The cap of a satellite in vials.
    vials: int


class _FacilityChangeAnswer(TypedDict):
    #: What the change did.
    effects: FacilityEffects
    #: The record.
    facility: FacilityDocument
    #: The line of the operation log.
    log: LogAnswer


class FacilityChangeAnswer(_FacilityChangeAnswer, total=False):
    """The record after a change."""

    #: The move of the request for approval; absent when none was made.
    step: StepAnswer


class _FacilityChangeRequest(TypedDict):
    #: Who acts: the facility itself, or its municipality where it may enter.
    actor: ActorRequest
    #: When, JST.
    at: datetime.datetime | str
    #: What is to be changed.
    changes: FacilityChanges


class FacilityChangeRequest(_FacilityChangeRequest, total=False):
    """Who registers or changes what of a facility."""

    #: The record, as it was answered before; left out at the first registration.
    facility: FacilityDocumentInput | FacilityDocument


class FacilityChanges(TypedDict, total=False):
    """What is to be changed: a member that is left out stays as it is."""

    #: 住所
    address: str
    #: 予約空き状況 ※, as it is shown.
    availability: str
    #: 介護保険事業所番号
    care_code: str
    #: The fields that are cleared.
    clear: Sequence[Literal["code", "representative", "contract_joined", "contract_left", "proxy_entry", "products", "hub", "general_intake", "municipality", "name", "postal_code", "address", "delivery_name", "delivery_postal_code", "delivery_address", "fax", "homepage", "freezers_75", "freezers_20", "freezers_10", "parking", "availability", "doses_a_week", "delivery_weekday", "proxy_booking", "new_insurance_code", "new_insurance_code_spare", "care_code", "new_care_code", "new_care_code_spare", "responsible_doctor", "report"]]
    #: 医療機関コード (approval)
    code: FacilityCode
    #: 集合契約加入日 (approval)
    contract_joined: datetime.date | str
    #: 集合契約脱退日 (approval)
    contract_left: datetime.date | str
    #: 納入先住所 ※
    delivery_address: str
    #: 納入先施設名
    delivery_name: str
    #: 納入先郵便番号 ※, seven digits.
    delivery_postal_code: str
    #: 定期納品希望曜日
    delivery_weekday: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    #: The doctors' forms that are saved.
    doctors: Sequence[FacilityDoctorForm]
    #: 週当たり接種予定回数
    doses_a_week: int
    #: ファクシミリ
    fax: str
    #: ディープフリーザー(-10℃)(台)
    freezers_10: int
    #: ディープフリーザー(-20℃)(台)
    freezers_20: int
    #: ディープフリーザー(-75℃)(台)
    freezers_75: int
    #: 一般受入 (approval)
    general_intake: bool
    #: ホームページ
    homepage: str
    #: 基本型接種施設名 (approval): the hub of a satellite.
    hub: str
    #: First registration: the id by which the facility acts for itself.
    id: str
    #: First registration: what kind it is.
    kind: Literal["institution", "special_site", "workplace"]
    #: 市町村 ※
    municipality: str
    #: 医療機関・接種会場名 ※
    name: str
    #: 請求総括書用新介護保険事業所番号
    new_care_code: str
    #: 請求総括書用新介護保険事業所番号（予備）
    new_care_code_spare: str
    #: 請求総括書用新保険医療機関コード
    new_insurance_code: str
    #: 請求総括書用新保険医療機関コード（予備）
    new_insurance_code_spare: str
    #: 駐車場
    parking: str
    #: 郵便番号 ※, 000-0000.
    postal_code: str
    #: 取扱いワクチン (approval)
    products: Sequence[Literal["pfizer-12plus", "pfizer-5-11", "astrazeneca", "moderna"]]
    #: 予約代行
    proxy_booking: bool
    #: 代行入力フラグ (approval)
    proxy_entry: bool
    #: 接種可能量・納品希望量
    report: FacilityReport
    #: 代表者名 (approval)
    representative: str
    #: ワクチン接種の責任者（医師）
    responsible_doctor: FacilityResponsibleDoctor


class FacilityCheck(TypedDict):
    """A condition and whether it holds."""

    #: Which condition.
    check: Literal["responsible_doctor", "vaccinating_doctor", "contract_joined", "contract_not_left", "product_handled"]
    #: Whether it holds.
    holds: bool
    #: The rule it comes from.
    rule: str
    #: What it is called.
    title: _Bilingual


class FacilityClaimHead(TypedDict, total=False):
    """What a claim prints of a facility (MED-8)."""

    #: The institution's code.
    code: FacilityCode
    #: 医療機関・接種会場名
    name: str
    #: 代表者名, as it is reflected.
    representative: str


class FacilityCode(TypedDict):
    """The code of an institution with its kind (医療機関コード)."""

    #: 保険医療機関コード, 類似コード or 介護保険事業所番号.
    kind: Literal["insurance", "similar", "care"]
    #: Ten digits.
    number: str


class FacilityDecideAnswer(TypedDict):
    """The record after a decision."""

    #: The record.
    facility: FacilityDocument
    #: What else is needed, where the similar code has changed.
    follow_up: list[Literal["letter", "documents", "new_id"]]
    #: What was asked for, side by side; reflected only when it was approved.
    items: list[FacilityItem]
    #: The move.
    step: StepAnswer


class _FacilityDecideRequest(TypedDict):
    #: The record, as it was answered before.
    facility: FacilityDocumentInput | FacilityDocument
    #: Who acts: the municipality of the facility.
    actor: ActorRequest
    #: When, JST.
    at: datetime.datetime | str
    #: 承認 or 却下.
    decision: Literal["approve", "reject"]


class FacilityDecideRequest(_FacilityDecideRequest, total=False):
    """The municipality's decision on the request that waits."""

    #: Why it is rejected; a rejection needs it.
    reason: str


class _FacilityDoctor(TypedDict):
    #: An id within the facility.
    id: str
    #: 氏名(かな)
    kana: str
    #: 氏名
    name: str
    #: 取扱ワクチン(医師個人)
    products: list[Literal["pfizer-12plus", "pfizer-5-11", "astrazeneca", "moderna"]]


class FacilityDoctor(_FacilityDoctor, total=False):
    """A vaccinating doctor (接種担当医)."""

    #: メールアドレス
    mail: str
    #: 電話番号
    phone: str


class FacilityDoctorEffect(TypedDict):
    """A doctor whose record changed at once."""

    #: What was done.
    effect: Literal["added", "changed", "deleted"]
    #: The doctor's id.
    id: str


class _FacilityDoctorForm(TypedDict):
    #: An id within the facility.
    id: str


class FacilityDoctorForm(_FacilityDoctorForm, total=False):
    """A doctor's form as it is saved: it replaces the doctor of its id, or adds one."""

    #: 医師情報削除: removes the doctor; the other members do not count then.
    delete: bool
    #: 氏名(かな) ※
    kana: str
    #: メールアドレス
    mail: str
    #: 氏名 ※
    name: str
    #: 電話番号
    phone: str
    #: 取扱ワクチン(医師個人)
    products: Sequence[Literal["pfizer-12plus", "pfizer-5-11", "astrazeneca", "moderna"]]


class _FacilityDoctorInput(TypedDict):
    #: An id within the facility.
    id: str
    #: 氏名(かな)
    kana: str
    #: 氏名
    name: str


class FacilityDoctorInput(_FacilityDoctorInput, total=False):
    """A vaccinating doctor (接種担当医)."""

    #: メールアドレス
    mail: str
    #: 電話番号
    phone: str
    #: 取扱ワクチン(医師個人)
    products: Sequence[Literal["pfizer-12plus", "pfizer-5-11", "astrazeneca", "moderna"]]


class _FacilityDocument(TypedDict):
    #: When the availability was changed last (予約空き状況更新日時).
    availability_at: str
    #: When the record was changed last.
    changed_at: str
    #: The vaccinating doctors, in the order of registration.
    doctors: list[FacilityDoctor]
    #: Its fields as they are reflected.
    fields: FacilityFields
    #: Its id, by which it acts for itself.
    id: str
    #: What kind it is.
    kind: Literal["institution", "special_site", "workplace"]


class FacilityDocument(_FacilityDocument, total=False):
    """The record of a medical institution or vaccination site. It travels with every request and is proved again on reading; what waits for approval is not among its fields."""

    #: The last request for approval.
    approval: FacilityApproval


class _FacilityDocumentInput(TypedDict):
    #: When the availability was changed last (予約空き状況更新日時).
    availability_at: datetime.datetime | str
    #: When the record was changed last.
    changed_at: datetime.datetime | str
    #: Its fields as they are reflected.
    fields: FacilityFieldsInput | FacilityFields
    #: Its id, by which it acts for itself.
    id: str
    #: What kind it is.
    kind: Literal["institution", "special_site", "workplace"]


class FacilityDocumentInput(_FacilityDocumentInput, total=False):
    """The record of a medical institution or vaccination site. It travels with every request and is proved again on reading; what waits for approval is not among its fields."""

    #: The last request for approval.
    approval: FacilityApprovalInput | FacilityApproval
    #: The vaccinating doctors, in the order of registration.
    doctors: Sequence[FacilityDoctorInput | FacilityDoctor]


class FacilityEffects(TypedDict):
    """What a change did."""

    #: The doctors whose records changed at once.
    doctors: list[FacilityDoctorEffect]
    #: The fields that changed at once.
    immediate: list[FacilityImmediate]
    #: The items that wait for the municipality.
    pending: list[FacilityItem]


class _FacilityEligibilityAnswer(TypedDict):
    #: Every condition that applies, held or not.
    checks: list[FacilityCheck]
    #: What a claim prints.
    claim: FacilityClaimHead
    #: How it is supplied.
    delivered: Literal["own", "through_hub"]
    #: Whether every condition holds.
    eligible: bool
    #: What waits for the municipality and does not count.
    pending: list[FacilityItem]


class FacilityEligibilityAnswer(_FacilityEligibilityAnswer, total=False):
    """Whether and how a facility can receive vaccine."""

    #: The most it can receive, where product and delivery week are given and a capacity is reported.
    cap: FacilityCap
    #: The name of its hub.
    hub: str


class _FacilityEligibilityRequest(TypedDict):
    #: The record, as it was answered before.
    facility: FacilityDocumentInput | FacilityDocument
    #: The day.
    date: datetime.date | str


class FacilityEligibilityRequest(_FacilityEligibilityRequest, total=False):
    """A facility and the day at which it is asked about."""

    #: The Monday of the delivery week, for the cap; the product is needed with it.
    delivery_week: datetime.date | str
    #: The vaccine's id in the product master, when one product is asked for.
    product: str
    #: How a capacity becomes a cap in boxes: ceil or floor.
    rounding: Literal["ceil", "floor", "half-up"]


class FacilityFields(TypedDict, total=False):
    """Values of fields."""

    #: 住所
    address: str
    #: 予約空き状況 ※, as it is shown.
    availability: str
    #: 介護保険事業所番号
    care_code: str
    #: 医療機関コード (approval)
    code: FacilityCode
    #: 集合契約加入日 (approval)
    contract_joined: str
    #: 集合契約脱退日 (approval)
    contract_left: str
    #: 納入先住所 ※
    delivery_address: str
    #: 納入先施設名
    delivery_name: str
    #: 納入先郵便番号 ※, seven digits.
    delivery_postal_code: str
    #: 定期納品希望曜日
    delivery_weekday: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    #: 週当たり接種予定回数
    doses_a_week: int
    #: ファクシミリ
    fax: str
    #: ディープフリーザー(-10℃)(台)
    freezers_10: int
    #: ディープフリーザー(-20℃)(台)
    freezers_20: int
    #: ディープフリーザー(-75℃)(台)
    freezers_75: int
    #: 一般受入 (approval)
    general_intake: bool
    #: ホームページ
    homepage: str
    #: 基本型接種施設名 (approval): the hub of a satellite.
    hub: str
    #: 市町村 ※
    municipality: str
    #: 医療機関・接種会場名 ※
    name: str
    #: 請求総括書用新介護保険事業所番号
    new_care_code: str
    #: 請求総括書用新介護保険事業所番号（予備）
    new_care_code_spare: str
    #: 請求総括書用新保険医療機関コード
    new_insurance_code: str
    #: 請求総括書用新保険医療機関コード（予備）
    new_insurance_code_spare: str
    #: 駐車場
    parking: str
    #: 郵便番号 ※, 000-0000.
    postal_code: str
    #: 取扱いワクチン (approval)
    products: list[Literal["pfizer-12plus", "pfizer-5-11", "astrazeneca", "moderna"]]
    #: 予約代行
    proxy_booking: bool
    #: 代行入力フラグ (approval)
    proxy_entry: bool
    #: 接種可能量・納品希望量
    report: FacilityReport
    #: 代表者名 (approval)
    representative: str
    #: ワクチン接種の責任者（医師）
    responsible_doctor: FacilityResponsibleDoctor


class FacilityFieldsInput(TypedDict, total=False):
    """Values of fields."""

    #: 住所
    address: str
    #: 予約空き状況 ※, as it is shown.
    availability: str
    #: 介護保険事業所番号
    care_code: str
    #: 医療機関コード (approval)
    code: FacilityCode
    #: 集合契約加入日 (approval)
    contract_joined: datetime.date | str
    #: 集合契約脱退日 (approval)
    contract_left: datetime.date | str
    #: 納入先住所 ※
    delivery_address: str
    #: 納入先施設名
    delivery_name: str
    #: 納入先郵便番号 ※, seven digits.
    delivery_postal_code: str
    #: 定期納品希望曜日
    delivery_weekday: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    #: 週当たり接種予定回数
    doses_a_week: int
    #: ファクシミリ
    fax: str
    #: ディープフリーザー(-10℃)(台)
    freezers_10: int
    #: ディープフリーザー(-20℃)(台)
    freezers_20: int
    #: ディープフリーザー(-75℃)(台)
    freezers_75: int
    #: 一般受入 (approval)
    general_intake: bool
    #: ホームページ
    homepage: str
    #: 基本型接種施設名 (approval): the hub of a satellite.
    hub: str
    #: 市町村 ※
    municipality: str
    #: 医療機関・接種会場名 ※
    name: str
    #: 請求総括書用新介護保険事業所番号
    new_care_code: str
    #: 請求総括書用新介護保険事業所番号（予備）
    new_care_code_spare: str
    #: 請求総括書用新保険医療機関コード
    new_insurance_code: str
    #: 請求総括書用新保険医療機関コード（予備）
    new_insurance_code_spare: str
    #: 駐車場
    parking: str
    #: 郵便番号 ※, 000-0000.
    postal_code: str
    #: 取扱いワクチン (approval)
    products: Sequence[Literal["pfizer-12plus", "pfizer-5-11", "astrazeneca", "moderna"]]
    #: 予約代行
    proxy_booking: bool
    #: 代行入力フラグ (approval)
    proxy_entry: bool
    #: 接種可能量・納品希望量
    report: FacilityReport
    #: 代表者名 (approval)
    representative: str
    #: ワクチン接種の責任者（医師）
    responsible_doctor: FacilityResponsibleDoctor


class FacilityImmediate(TypedDict):
    """A field that changed at once."""

    #: Its value after, alone.
    after: FacilityFields
    #: Its value before, alone.
    before: FacilityFields
    #: Which field.
    field: Literal["code", "representative", "contract_joined", "contract_left", "proxy_entry", "products", "hub", "general_intake", "municipality", "name", "postal_code", "address", "delivery_name", "delivery_postal_code", "delivery_address", "fax", "homepage", "freezers_75", "freezers_20", "freezers_10", "parking", "availability", "doses_a_week", "delivery_weekday", "proxy_booking", "new_insurance_code", "new_insurance_code_spare", "care_code", "new_care_code", "new_care_code_spare", "responsible_doctor", "report"]
    #: What it is called.
    title: _Bilingual


class FacilityItem(TypedDict):
    """An approval item before and after, side by side."""

    #: Its value after, alone; nothing in it when it is cleared.
    after: FacilityFields
    #: The value that is reflected before, alone.
    before: FacilityFields
    #: Which item.
    item: Literal["code", "representative", "contract_joined", "contract_left", "proxy_entry", "products", "hub", "general_intake", "municipality", "name", "postal_code", "address", "delivery_name", "delivery_postal_code", "delivery_address", "fax", "homepage", "freezers_75", "freezers_20", "freezers_10", "parking", "availability", "doses_a_week", "delivery_weekday", "proxy_booking", "new_insurance_code", "new_insurance_code_spare", "care_code", "new_care_code", "new_care_code_spare", "responsible_doctor", "report"]
    #: What it is called.
    title: _Bilingual


class FacilityReport(TypedDict):
    """Capacity and desired amount (接種可能量・納品希望量)."""

    #: 接種可能量(上限量), in doses.
    capacity: int
    #: 納品希望量, in doses; at most the capacity.
    desired: int
    #: 針の必要量, in pieces.
    needles: int
    #: 保管管理
    storage: Literal["dry_ice", "freezer"]
    #: シリンジの必要量, in pieces.
    syringes: int


class _FacilityResponsibleDoctor(TypedDict):
    #: 氏名(かな)
    kana: str
    #: 氏名
    name: str


class FacilityResponsibleDoctor(_FacilityResponsibleDoctor, total=False):
    """The doctor who answers for the vaccinations of a site (ワクチン接種の責任者（医師）)."""

    #: 所属先
    affiliation: str
    #: メールアドレス
    mail: str
    #: 電話番号
    phone: str


class _FairnessAnswer(TypedDict):
    #: How many got more than their quota rounded up.
    above_quota: int
    #: How many got less than their quota rounded down.
    below_quota: int
    #: How many with people got nothing.
    with_nothing: int


class FairnessAnswer(_FairnessAnswer, total=False):
    """How fair an allocation is, measured against people."""

    #: The recipient furthest from its quota; absent where nobody has people.
    largest_deviation: DeviationAnswer
    #: Doses for each person; absent where nobody has people.
    per_person: PerPersonAnswer


class FormAnswer(TypedDict):
    """Whether a screening form is in order; the findings tell each fault at its member."""

    #: What is wrong, in the order of the schema.
    faults: list[Literal["coupon", "municipality", "birth_date", "date", "dose", "previous_date", "interval", "age", "future_birth_date", "future_date", "future_previous_date", "previous_unexpected", "previous_missing"]]
    #: Whether nothing is wrong but for warnings.
    valid: bool


class _FormRequest(TypedDict):
    #: The birth date, YYYY-MM-DD (生年月日).
    birth_date: str
    #: The coupon number, ten digits (券番号).
    coupon: str
    #: The day of vaccination, YYYY-MM-DD (接種日).
    date: str
    #: Which dose it is, 1 to 7 (回数).
    dose: int
    #: The fewest days from the dose before.
    minimum_interval_days: int
    #: The code of the municipality that issued the coupon, six digits (市町村コード).
    municipality: str
    #: Today: no day of the form lies after it.
    today: datetime.date | str


class FormRequest(_FormRequest, total=False):
    """What a screening form says (予診票の記載), as it is written, and what it is held against."""

    #: The least age on the day of vaccination, in years; exactly one of `minimum_age` and `minimum_age_days`.
    minimum_age: int
    #: The least age in days since birth.
    minimum_age_days: int
    #: The day of the dose before, YYYY-MM-DD, where there was one.
    previous_date: str


class FormulaRequest(TypedDict):
    """A formula (配分方式)."""

    #: Its layers in their order.
    layers: Sequence[LayerRequest]


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


class HoursExceptionRequest(TypedDict):
    """A day with hours of its own."""

    #: The day.
    date: datetime.date | str
    #: Its spans; none where the institution is closed.
    spans: Sequence[HoursSpanRequest]


class HoursRequest(TypedDict, total=False):
    """The hours that the institution has posted (診療時間); a weekday that is left out has none."""

    #: Days with other hours than their weekday, or none.
    exceptions: Sequence[HoursExceptionRequest]
    #: 金曜日
    friday: Sequence[HoursSpanRequest]
    #: 月曜日
    monday: Sequence[HoursSpanRequest]
    #: 土曜日
    saturday: Sequence[HoursSpanRequest]
    #: 日曜日
    sunday: Sequence[HoursSpanRequest]
    #: 木曜日
    thursday: Sequence[HoursSpanRequest]
    #: 火曜日
    tuesday: Sequence[HoursSpanRequest]
    #: 水曜日
    wednesday: Sequence[HoursSpanRequest]


HoursSpanAnswer = TypedDict(
    "HoursSpanAnswer",
    {
        #: The day on which it begins.
        "date": "str",
        #: The first minute.
        "from": "str",
        #: The minute in which it is over.
        "until": "str",
    },
)


HoursSpanRequest = TypedDict(
    "HoursSpanRequest",
    {
        #: The first minute, such as 09:00.
        "from": "datetime.time | str",
        #: The minute in which it is over.
        "until": "datetime.time | str",
    },
)


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


class _LayerAnswer(TypedDict):
    #: What each recipient got of it after all cuts, in the order of the request; of a cut, what it took.
    amounts: list[int]
    #: What it does.
    kind: Literal["fixed", "equal", "proportional", "pro-rata", "fill", "cut", "shortfall", "coverage", "grant"]
    #: The columns it lacked.
    missing: list[str]
    #: Its name.
    name: str
    #: Whether it was left open, for a column that it or an earlier layer lacks.
    open: bool
    #: What it gave in all; of a cut, what it took.
    total: int


class LayerAnswer(_LayerAnswer, total=False):
    """What a layer did in all."""

    #: What it could give at most; absent where it has no budget, or was left open.
    budget: int
    #: The method, where it shared by one.
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"]
    #: The tied set, where the end of its budget fell among equal claims.
    tie: TieAnswer


class _LayerReasonAnswer(TypedDict):
    #: What it gave; of a cut, what it took.
    amount: int
    #: What it does.
    kind: Literal["fixed", "equal", "proportional", "pro-rata", "fill", "cut", "shortfall", "coverage", "grant"]
    #: The layer.
    layer: str
    #: Whether the recipient takes part in the layer.
    selected: bool


class LayerReasonAnswer(_LayerReasonAnswer, total=False):
    """What a layer did for a recipient. Which members are there depends on the kind of the layer."""

    #: Cut: the threshold.
    above: str
    #: Cut: what the layer that is cut had given.
    before: int
    #: What could be given at most.
    budget: int
    #: Cut: whether it fell.
    cut: bool
    #: The exact amount, before it became whole.
    exact: str
    #: Cut: the layer that is cut.
    of: str
    #: Fill: what became of the recipient.
    outcome: Literal["full", "part", "budget-used", "beyond-most", "no-rate", "nothing-wanted"]
    #: Fill: its place in the order, from 1.
    rank: int
    #: Fill: its rate.
    rate: str
    #: Pro rata by a rounding: what it asked for.
    request: int
    #: Pro rata by a rounding: what all asked for.
    requests: str
    #: How the exact amount became whole.
    rounding: Literal["ceil", "floor", "half-up"]
    #: The part of what is missing that is given.
    share: str
    #: Sharing by a method: every figure of it.
    shared: ExplanationAnswer
    #: What lies there, or was delivered.
    stock: str
    #: The amount, or what was to be reached.
    target: str
    #: Why, in sentences.
    text: TextAnswer
    #: What one unit holds.
    unit: int
    #: Fill: what those before it had used of the budget.
    used_before: int
    #: Fill: what it wanted.
    wanted: int


class _LayerRequest(TypedDict):
    #: Its name, which later figures may use.
    name: str
    #: What it does.
    kind: Literal["fixed", "equal", "proportional", "pro-rata", "fill", "cut", "shortfall", "coverage", "grant"]


_LayerRequestMembers = TypedDict(
    "_LayerRequestMembers",
    {
        #: Above what the cut falls.
        "above": "str",
        #: What each gets or asks for.
        "amount": "str",
        #: The units it gives out at most; absent = what is left of the supply.
        "budget": "int",
        #: By what is shared.
        "by": "str",
        #: The most each gets, rounded down.
        "cap": "str",
        #: All but these take part.
        "except": "Sequence[str]",
        #: What Adams and Hill do when the budget does not reach.
        "first_units": "Literal['refuse', 'by-weight']",
        #: The least each gets, rounded up.
        "floor": "str",
        #: The part that is kept.
        "keep": "Fraction | str",
        #: What the recipient gets at whom the budget ends; absent = part (assumption.policy-fill).
        "last": "Literal['part', 'nothing']",
        #: How shares become whole; absent = largest remainder (assumption.proposal-method).
        "method": "Literal['largest-remainder', 'webster', 'jefferson', 'adams', 'hill']",
        #: How many are served at most.
        "most": "int",
        #: The layer that is cut.
        "of": "str",
        #: Only these recipients take part.
        "only": "Sequence[str]",
        #: Which rate comes first.
        "order": "Literal['ascending', 'descending']",
        #: What the rate is divided by; absent = 1.
        "per": "str",
        #: The rate by which is ordered.
        "rate": "str",
        #: How each amount becomes whole by itself.
        "rounding": "Literal['ceil', 'floor', 'half-up']",
        #: The part of what is missing that is given.
        "share": "Fraction | str",
        #: What lies there, or was delivered.
        "stock": "str",
        #: What is to be reached.
        "target": "str",
        #: What one unit holds, where figures count something smaller (doses a box).
        "unit": "int",
    },
    total=False,
)


class LayerRequest(_LayerRequest, _LayerRequestMembers):
    """A layer of a formula (配分の段階)."""


class _LetterAnswer(TypedDict):
    #: ダウンロード済みフラグ: whether it was downloaded at least once.
    downloaded: bool
    #: The letter that holds now.
    letter: LetterDocument
    #: Whether the pop-up is shown: at this login, or at the next one after another event.
    pop_up: bool
    #: The move.
    step: StepAnswer


class LetterAnswer(_LetterAnswer, total=False):
    """The letter after the event."""

    #: The letter whose place it took.
    replaced: LetterDocument


class LetterDocument(TypedDict):
    """A delegation letter (委任状). It travels with every request and is proved again on reading."""

    #: When it last moved.
    changed_at: str
    #: When it was made.
    created_at: str
    #: How often it was downloaded (ダウンロード回数).
    downloads: int
    #: Its id.
    id: str
    #: The booster V-SYS ID of the site it is for.
    site: str
    #: How far it is.
    status: Literal["created", "downloaded", "superseded"]


class LetterDocumentInput(TypedDict):
    """A delegation letter (委任状). It travels with every request and is proved again on reading."""

    #: When it last moved.
    changed_at: datetime.datetime | str
    #: When it was made.
    created_at: datetime.datetime | str
    #: How often it was downloaded (ダウンロード回数).
    downloads: int
    #: Its id.
    id: str
    #: The booster V-SYS ID of the site it is for.
    site: str
    #: How far it is.
    status: Literal["created", "downloaded", "superseded"]


class _LetterRequest(TypedDict):
    #: Who acts: the nation, or the site of the letter.
    actor: ActorRequest
    #: When, JST.
    at: datetime.datetime | str
    #: issue (作成), login (ログイン), download (ダウンロード) or reissue (再発行).
    event: Literal["issue", "login", "download", "reissue"]


class LetterRequest(_LetterRequest, total=False):
    """What happens to a delegation letter."""

    #: The letter, as it was answered before; left out when the first one is made.
    letter: LetterDocumentInput | LetterDocument
    #: issue, reissue: the id of the new letter.
    new_id: str
    #: issue, reissue: the booster V-SYS ID it is for; left out of a reissue when the ID stays.
    site: str


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


class MachineAnswer(TypedDict):
    """A machine (状態遷移)."""

    #: Its id.
    id: str
    #: Its diagram in Mermaid, with Japanese names.
    mermaid: str
    #: Its moves, in the order of its table.
    moves: list[MachineMove]
    #: Its states, in the order of their declaration.
    states: list[MachineState]
    #: What moves.
    title: _Bilingual


class _MachineMove(TypedDict):
    #: Whether a role acts, it follows from what a role does to another thing, or time passes.
    by: Literal["role", "follows", "clock"]
    #: The event.
    event: _Bilingual
    #: The ids of the notices that it causes.
    notices: list[str]
    #: The rule it comes from.
    rule: str
    #: To which state.
    to: str


_MachineMoveMembers = TypedDict(
    "_MachineMoveMembers",
    {
        #: The assumption that the line rests on.
        "assumption": "str",
        #: From which state; absent where the event makes the thing.
        "from": "str",
        #: Who acts, or whose act it follows; absent when time passes.
        "role": "Literal['nation', 'prefecture', 'municipality', 'institution', 'site', 'maker', 'wholesaler', 'dry_ice_maker', 'needle_store', 'call_centre', 'group_organiser', 'medical_association', 'resident', 'system_administrator', 'service_desk']",
    },
    total=False,
)


class MachineMove(_MachineMove, _MachineMoveMembers):
    """A move of a machine (状態遷移の1行)."""


class MachineState(TypedDict):
    """A state of a machine (状態)."""

    #: Whether it is a named end, out of which nothing leads.
    end: bool
    #: Whether the thing begins in it.
    initial: bool
    #: Its Japanese name.
    ja: str
    #: Its name.
    name: str


class MachinesAnswer(TypedDict):
    """The machines that were asked for."""

    #: The machines, in the order of their ids.
    machines: list[MachineAnswer]


class MachinesRequest(TypedDict, total=False):
    """The machines to export."""

    #: The id of one machine; absent = all.
    machine: str


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


class MisprintAnswer(TypedDict):
    """A price as the new form prints it, where the print breaks the sum of the components (誤植)."""

    #: The label as printed.
    label: str
    #: The figure as printed.
    price: int
    #: Where it is printed.
    source: str


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


class _NeedlePolicyRequest(TypedDict):
    #: Its name.
    name: Literal["exact", "strictly-more", "reserve", "per-vial"]


class NeedlePolicyRequest(_NeedlePolicyRequest, total=False):
    """A policy of filling in."""

    #: `per-vial`: pieces a vial.
    pieces_per_vial: int
    #: `reserve`: the rate, such as "0.10".
    rate: Decimal | str


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
    policy: NeedlePolicyRequest
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


class _ParadoxAnswer(TypedDict):
    #: Whether one was found. That none was found proves nothing.
    found: bool
    #: How many draws it took.
    tries: int


class ParadoxAnswer(_ParadoxAnswer, total=False):
    """What a search for a paradox came to."""

    #: The allocation after; absent where nothing was found.
    after: ParadoxSideAnswer
    #: The allocation before; absent where nothing was found.
    before: ParadoxSideAnswer
    #: Who gains: of a population paradox although it grew by the smaller factor.
    gainer: str
    #: Who loses although nothing speaks against it.
    loser: str


class _ParadoxRequest(TypedDict):
    #: Which: `house` = one unit more of supply takes one away from somebody; `population` = of two recipients the one that grows by the larger factor loses to the other.
    kind: Literal["house", "population"]
    #: Of which method.
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"]
    #: Weights from 1 to this.
    most_weight: int
    #: Supplies from 1 to this.
    most_supply: int
    #: The seed: the same seed finds the same, everywhere.
    seed: int
    #: How many draws, 1 to 1,000,000.
    tries: int


class ParadoxRequest(_ParadoxRequest, total=False):
    """Where a paradox is looked for: weights and supplies are drawn evenly from the seed."""

    #: Among how many recipients, 2 to 20.
    recipients: int


class ParadoxRow(TypedDict):
    """A recipient of a counter-example."""

    #: What it gets.
    amount: int
    #: Its id: A, B, C …
    id: str
    #: Its weight.
    weight: int


class ParadoxSideAnswer(TypedDict):
    """One side of a counter-example."""

    #: The recipients.
    recipients: list[ParadoxRow]
    #: The supply.
    supply: int


class PerPersonAnswer(TypedDict):
    """Doses for each person, over the recipients with people."""

    #: The least.
    least: str
    #: The median; of an even number the lower of the two in the middle.
    median: str
    #: The most.
    most: str


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
    #: Doses of one vaccine box (150回接種分 of 「150回接種分 × 箱」).
    doses_per_box: int
    #: The last day of vaccination.
    end: str
    #: What the vaccine boxes fill in, in needle boxes: the needles may be lowered from here, never raised above.
    filled: int
    #: The cycles whose allocation is being worked on, of a frozen row.
    frozen_by: list[int]
    #: Needle boxes (接種用針・シリンジの必要数量); syringes are the same.
    needles: int
    #: The same needles in pieces (本).
    pieces: int
    #: Pieces of one needle box (100本 of 「100本 × 箱」).
    pieces_per_box: int
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
    #: When the amount of the cycle was fixed for all sites (分配量確定済), JST; absent while it is not.
    confirmed_at: str
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


class _PolicyAnswer(TypedDict):
    #: The amounts, in the order of the request.
    amounts: list[AmountRow]
    #: What was given in all.
    given: int
    #: What each layer did in all.
    layers: list[LayerAnswer]


class PolicyAnswer(_PolicyAnswer, total=False):
    """What a formula gave."""

    #: The bundled formula with its citation.
    bundled: BundledAnswer
    #: Why, in the order of the request; absent unless asked for.
    explanations: list[PolicyExplanation]
    #: What is left of the supply; absent without one.
    left: int


class PolicyExplanation(TypedDict):
    """Why a recipient got what it got, layer by layer."""

    #: What it got.
    amount: int
    #: The recipient.
    id: str
    #: What each layer did, in their order; a layer that was left open is not there.
    layers: list[LayerReasonAnswer]


class PolicyInputAnswer(TypedDict):
    """A column that a bundled formula needs."""

    #: Its name.
    column: str
    #: What it holds.
    meaning: _Bilingual
    #: Whether its figures were published for all recipients.
    published: bool


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


class PriceAnswer(TypedDict):
    """What the services cost."""

    #: The class of age.
    age: Literal["under_six", "six_and_over"]
    #: With tax, rounded once (請求金額, 税込).
    amount: int
    #: What the price is made of.
    components: list[TariffComponentAnswer]
    #: How many.
    count: int
    #: Before tax.
    net: int
    #: The price of one, before tax (単価).
    price: int
    #: The rate of the tax, as a fraction.
    tax_rate: str


class _PriceRequest(TypedDict):
    #: The day of vaccination (接種日).
    date: datetime.date | str
    #: 予診のみ or 接種.
    service: Literal["consultation_only", "vaccination"]


class PriceRequest(_PriceRequest, total=False):
    """A number of services of one kind."""

    #: The class of age; exactly one of `age` and `birth_date`.
    age: Literal["under_six", "six_and_over"]
    #: The date of birth (生年月日), from which the class of age follows.
    birth_date: datetime.date | str
    #: How many (件数).
    count: int
    #: Where a fraction of a yen arises, how it is rounded; once per line, never per dose.
    rounding: Literal["ceil", "floor", "half-up"]
    #: The rate of the tax, such as "0.10"; absent = that of the day.
    tax_rate: Decimal | str
    #: 時間内, 時間外 or 休日.
    time: Literal["regular", "off_hours", "holiday"]


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


class RangeRow(TypedDict):
    """A recipient over all scenarios."""

    #: The recipient.
    id: str
    #: The least it gets in any scenario.
    least: int
    #: The most it gets in any scenario.
    most: int
    #: In how many scenarios it gets nothing.
    nothing: int


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


class RouteAnswer(TypedDict):
    """Where the claim for a resident goes."""

    #: The municipality that the code stands for: of a ward its city.
    municipality: str
    #: From whom it is paid.
    payee: RoutePayee
    #: Why.
    reason: Literal["same_municipality", "same_union", "delegated", "elsewhere"]
    #: The code as given.
    resident: str


_RouteDelegation = TypedDict(
    "_RouteDelegation",
    {
        #: The first day.
        "from": "datetime.date | str",
    },
)


class RouteDelegation(_RouteDelegation, total=False):
    """A body that hands the claims for its own residents to 国保連; exactly one of `municipality` and `union`."""

    #: A municipality.
    municipality: str
    #: The id of a union.
    union: str
    #: The first day on which it no longer holds.
    until: datetime.date | str


class RoutePayee(TypedDict):
    """From whom a claim is paid (請求先)."""

    #: The code of the municipality or prefecture, or the id of the union.
    code: str
    #: What kind of body it is.
    kind: Literal["municipality", "union", "federation"]
    #: Its name.
    name: str


class _RouteRequest(TypedDict):
    #: The day of vaccination (接種日).
    date: datetime.date | str
    #: The code of the institution's municipality.
    institution: str
    #: The codes of the residents' municipalities.
    residents: Sequence[str]


class RouteRequest(_RouteRequest, total=False):
    """An institution and the residents it vaccinated."""

    #: Bodies that hand their own claims to 国保連.
    delegations: Sequence[RouteDelegation]
    #: Unions beside those of the tables.
    unions: Sequence[RouteUnion]


_RouteUnion = TypedDict(
    "_RouteUnion",
    {
        #: The first day.
        "from": "datetime.date | str",
        #: Its id.
        "id": "str",
        #: Its members; none where the tables' union shall not count.
        "members": "Sequence[str]",
        #: Its name.
        "name": "str",
    },
)


class RouteUnion(_RouteUnion, total=False):
    """A union that counts as one municipality for claims; it takes the place of the tables' one of the same id."""

    #: The first day on which it no longer holds.
    until: datetime.date | str


class RoutesAnswer(TypedDict):
    """Where the claims go, in the order of the residents."""

    #: The routes.
    routes: list[RouteAnswer]


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


class _ScenarioAnswer(TypedDict):
    #: How fair it is.
    fairness: FairnessAnswer
    #: What was given in all.
    given: int
    #: What no cap had room for.
    left_over: int
    #: Whether the end of the supply fell among equal claims.
    tied: bool


class ScenarioAnswer(_ScenarioAnswer, total=False):
    """What a scenario came to."""

    #: What each recipient gets, in the order of the request; absent unless asked for.
    amounts: list[int]


class _ScenarioRequest(TypedDict):
    #: The units to share.
    supply: int
    #: The column of weights.
    weights: str


class ScenarioRequest(_ScenarioRequest, total=False):
    """A scenario."""

    #: The column of caps; absent = unlimited.
    caps: str
    #: What Adams and Hill do when the supply does not reach to one unit for everybody.
    first_units: Literal["refuse", "by-weight"]
    #: How; absent = largest remainder (assumption.proposal-method).
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"]
    #: Shakes the weights.
    spread: SpreadRequest


class _SelectAnswer(TypedDict):
    #: The month of claim in whose counts and amounts it stands, also when it was returned.
    counted_in: str
    #: The edition of the screening form (予診票).
    form: Literal["old", "new"]
    #: The edition of the summary sheet (請求総括書).
    sheet: Literal["old", "new"]
    #: How the surcharge for 時間外 and 休日 is claimed.
    surcharge: Literal["together", "apart", "none"]
    #: Whether the surcharge can be claimed in V-SYS.
    surcharge_in_vsys: bool
    #: Whether it is claimed in the following month, later (月遅れ) or again (返戻).
    timing: Literal["typical", "late", "returned"]
    #: Whether the sheet can be made in V-SYS.
    vsys: bool


class SelectAnswer(_SelectAnswer, total=False):
    """Which form, which sheet, and where the surcharge goes."""

    #: The first day on which vaccinations of the month can be entered, where one is stated.
    entry_from: str


class _SelectRequest(TypedDict):
    #: The month of claim (請求月), closed on its 10th.
    billing_month: str
    #: The month of vaccination (接種月).
    vaccination_month: str


class SelectRequest(_SelectRequest, total=False):
    """A month of vaccination and a month of claim."""

    #: Whether the form was claimed before and came back (返戻).
    returned: bool
    #: The type of the site.
    site: Literal["institution", "special_site", "workplace", "workplace_moderna"]


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


class SideRequest(TypedDict, total=False):
    """One of the two: a method, a bundled formula, or one of the caller's own; exactly one of the three."""

    #: A bundled formula by its id.
    bundled: str
    #: With a method: by what it shares.
    by: str
    #: With a method: the most each gets, rounded down.
    cap: str
    #: With a method: what Adams and Hill do when the supply does not reach.
    first_units: Literal["refuse", "by-weight"]
    #: With a method: the least each gets, rounded up.
    floor: str
    #: A method, which shares the whole supply by `by`.
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"]
    #: A formula.
    policy: FormulaRequest


class SimulateAnswer(TypedDict):
    """What the scenarios came to."""

    #: Each recipient over all scenarios, in the order of the request.
    ranges: list[RangeRow]
    #: The scenarios, in the order of the request.
    scenarios: list[ScenarioAnswer]


class _SimulateRequest(TypedDict):
    #: The recipients.
    ids: Sequence[str]
    #: Their figures: people, weights, caps, floors.
    columns: Sequence[ColumnRequest]
    #: The column of people, against whom fairness is measured.
    people: str
    #: The scenarios.
    scenarios: Sequence[ScenarioRequest]


class SimulateRequest(_SimulateRequest, total=False):
    """Many scenarios for the same recipients; recipients × scenarios may be 20,000,000 at most."""

    #: Whether each scenario tells the amount of every recipient.
    amounts: bool
    #: What one unit holds, in doses.
    doses_per_unit: int
    #: The column of the least each must get; absent = 0.
    floors: str
    #: How many threads may work on it, where the library is built for several; the answer is the same.
    threads: int


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


class SpreadRequest(TypedDict):
    """A shaking of weights: each is multiplied by a factor between 1 − spread and 1 + spread, drawn evenly from the seed, and rounded down; a weight above zero stays at least 1."""

    #: The seed: the same seed gives the same weights, everywhere.
    seed: int
    #: The spread in thousandths, 0 to 1,000.
    thousandths: int


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


SupportAnswer = TypedDict(
    "SupportAnswer",
    {
        #: All days.
        "daily": "int",
        #: The days that pay, in order.
        "days": "list[SupportDayAnswer]",
        #: The first day of the period.
        "from": "str",
        #: The id of the period.
        "period": "str",
        #: Where its tests stand.
        "source": "str",
        #: Weeks and days.
        "total": "int",
        #: The first day after the period.
        "until": "str",
        #: All weeks.
        "weekly": "int",
        #: The weeks with doses, in order.
        "weeks": "list[SupportWeekAnswer]",
    },
)


class SupportDayAnswer(TypedDict):
    """A day that pays."""

    #: The day.
    date: str
    #: Its doses.
    doses: int
    #: What it pays.
    yen: int


class _SupportRequest(TypedDict):
    #: The runs, in any order.
    runs: Sequence[SupportRunRequest]


class SupportRequest(_SupportRequest, total=False):
    """The runs of a clinic in a period."""

    #: The id of the period, such as 2021-05; absent = the one in which the first run lies.
    period: str


class _SupportRunRequest(TypedDict):
    #: When it began, JST.
    begins: datetime.datetime | str
    #: Doses given (接種回数); consultations alone are not counted.
    doses: int


class SupportRunRequest(_SupportRunRequest, total=False):
    """A run of vaccinations; one past midnight counts to the day on which it began."""

    #: When it ended, JST; tells whether it ran into the night.
    ends: datetime.datetime | str
    #: Whether it lay outside the clinic's posted hours (時間外).
    off_hours: bool


SupportWeekAnswer = TypedDict(
    "SupportWeekAnswer",
    {
        #: Its doses on the days within the period.
        "doses": "int",
        #: Its first day within the period.
        "from": "str",
        #: What it pays by.
        "kind": "Literal['lower', 'upper', 'neither']",
        #: Its Monday.
        "monday": "str",
        #: Whether a day out of hours, at night or on a holiday lies in it.
        "special_day": "bool",
        #: Its last day within the period.
        "to": "str",
        #: What it pays.
        "yen": "int",
    },
)


class TariffAnswer(TypedDict):
    """The prices of a day."""

    #: What the prices are made of.
    components: list[TariffComponentAnswer]
    #: The lines in the order of the form; without those whose addition is not yet in force.
    lines: list[TariffLineAnswer]
    #: The rate of the tax, as a fraction.
    tax_rate: str


class _TariffChangeAnswer(TypedDict):
    #: The first day of the change.
    day: str
    #: Where what holds after stands; of an end, where it says so.
    source: str
    #: The change in words.
    text: _Bilingual


class TariffChangeAnswer(_TariffChangeAnswer, total=False):
    """A change of the tariff."""

    #: What holds after; absent where nothing does.
    after: str
    #: What held before, in yen or as a fraction; absent where nothing did.
    before: str
    #: The component; absent for the tax.
    component: Literal["consultation_only", "vaccination", "under_six", "off_hours", "holiday"]


_TariffComponentAnswer = TypedDict(
    "_TariffComponentAnswer",
    {
        #: Yen before tax.
        "amount": "int",
        #: Which component.
        "component": "Literal['consultation_only', 'vaccination', 'under_six', 'off_hours', 'holiday']",
        #: The first day on which it holds.
        "from": "str",
        #: Its Japanese name.
        "name": "str",
        #: Where it stands.
        "source": "str",
    },
)


class TariffComponentAnswer(_TariffComponentAnswer, total=False):
    """A component of the prices (単価の構成)."""

    #: The first day on which it no longer holds.
    until: str


class TariffDiffAnswer(TypedDict):
    """What changes between two days."""

    #: The changes by day, then component, the tax last.
    changes: list[TariffChangeAnswer]


class TariffDiffRequest(TypedDict):
    """Two days."""

    #: The earlier day.
    from_date: datetime.date | str
    #: The later day.
    to_date: datetime.date | str


class _TariffLineAnswer(TypedDict):
    #: 6歳未満 or 6歳以上.
    age: Literal["under_six", "six_and_over"]
    #: The label that the line should have.
    label: str
    #: Yen before tax.
    price: int
    #: Yen with tax, of one service.
    price_with_tax: int
    #: 予診のみ or 接種.
    service: Literal["consultation_only", "vaccination"]
    #: 時間内, 時間外 or 休日.
    time: Literal["regular", "off_hours", "holiday"]


class TariffLineAnswer(_TariffLineAnswer, total=False):
    """A line of the price list (単価表の行)."""

    #: The misprint of the new form, where figure or label breaks the derived ones.
    misprint: MisprintAnswer


class _TariffRequest(TypedDict):
    #: The day of vaccination (接種日).
    date: datetime.date | str


class TariffRequest(_TariffRequest, total=False):
    """The day whose prices are asked for."""

    #: The rate of the tax, such as "0.10"; absent = that of the day.
    tax_rate: Decimal | str


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


class WhatIfAnswer(TypedDict):
    """The smallest increase that gives the recipient one unit more."""

    #: The allocation with it.
    after: WhatIfSideAnswer
    #: What the recipient gets now.
    amount: int
    #: The allocation one step before: the recipient has no more than now.
    before: WhatIfSideAnswer
    #: The recipient.
    id: str
    #: By how much the lever moves.
    increase: int
    #: What is changed.
    lever: Literal["supply", "weight"]
    #: The method.
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"]
    #: What the lever is now.
    now: int
    #: The same in sentences.
    text: TextAnswer


class _WhatIfRequest(TypedDict):
    #: The units to share.
    supply: int
    #: Who shares them.
    recipients: Sequence[RecipientRequest]
    #: The recipient who asks.
    id: str
    #: What is changed: the supply, or the recipient's own weight.
    lever: Literal["supply", "weight"]


class WhatIfRequest(_WhatIfRequest, total=False):
    """A supply that is shared, and a recipient who asks what one unit more would take."""

    #: What Adams and Hill do when the supply does not reach to one unit for everybody.
    first_units: Literal["refuse", "by-weight"]
    #: How; absent = largest remainder (assumption.proposal-method).
    method: Literal["largest-remainder", "webster", "jefferson", "adams", "hill"]


class WhatIfSideAnswer(TypedDict):
    """The allocation at one value of the lever."""

    #: What the recipient gets.
    amount: int
    #: What everybody gets, in the order of the request.
    amounts: list[AmountRow]
    #: The value.
    value: int


__all__ = [
    "AccessTargetRequest",
    "ActorRequest",
    "AdvanceAnswer",
    "AdvanceRequest",
    "AllocationMunicipalityRequest",
    "AllocationPolicyRequest",
    "AmountAnswer",
    "AmountRow",
    "ApplicationAddress",
    "ApplicationAddressInput",
    "ApplicationAdvanceAnswer",
    "ApplicationAdvanceRequest",
    "ApplicationCompany",
    "ApplicationCompanyBlock",
    "ApplicationCompanyBlockInput",
    "ApplicationCompanyInput",
    "ApplicationConditionAnswer",
    "ApplicationConsent",
    "ApplicationConsentInput",
    "ApplicationDoctor",
    "ApplicationDoctorInput",
    "ApplicationDocument",
    "ApplicationDocumentInput",
    "ApplicationEventRequest",
    "ApplicationForm",
    "ApplicationFormInput",
    "ApplicationInstitution",
    "ApplicationInstitutionBlock",
    "ApplicationInstitutionBlockInput",
    "ApplicationInstitutionContact",
    "ApplicationInstitutionInput",
    "ApplicationKeeper",
    "ApplicationKeeperInput",
    "ApplicationLine",
    "ApplicationLineAnswer",
    "ApplicationListAnswer",
    "ApplicationListRequest",
    "ApplicationOutcomeAnswer",
    "ApplicationPermissionAnswer",
    "ApplicationPermissionsAnswer",
    "ApplicationPermissionsRequest",
    "ApplicationReceiver",
    "ApplicationReceiverInput",
    "ApplicationSite",
    "ApplicationSiteBlock",
    "ApplicationSiteBlockInput",
    "ApplicationSiteInput",
    "ApplicationStaff",
    "ApplicationStored",
    "ApplicationStoredInput",
    "ApplicationSupplies",
    "ApplicationSuppliesInput",
    "ApplicationValidateAnswer",
    "ApplicationValidateRequest",
    "ApportionAnswer",
    "ApportionAnswerInput",
    "ApportionPair",
    "ApportionRequest",
    "AssumptionAnswer",
    "AssumptionsAnswer",
    "AssumptionsRequest",
    "BundledAnswer",
    "CascadeAnswer",
    "CascadeAnswerInput",
    "CascadePair",
    "CascadeRequest",
    "ChangeAnswer",
    "CheckAnswer",
    "CheckRequest",
    "ClaimApart",
    "ClaimCaseRequest",
    "ClaimCheckAnswer",
    "ClaimCheckGroup",
    "ClaimCheckHead",
    "ClaimCheckLine",
    "ClaimCheckMunicipal",
    "ClaimCheckPrice",
    "ClaimCheckRecord",
    "ClaimCheckRequest",
    "ClaimCheckSheets",
    "ClaimCheckSum",
    "ClaimCheckSummary",
    "ClaimCheckTotal",
    "ClaimCheckedRecords",
    "ClaimCheckedSheets",
    "ClaimDeadlineAnswer",
    "ClaimDeadlineRequest",
    "ClaimDeadlinesAnswer",
    "ClaimRenderings",
    "ClaimSheet",
    "ClaimSheetGroup",
    "ClaimSheetHead",
    "ClaimSheetHeadInput",
    "ClaimSheetLine",
    "ClaimSheetSum",
    "ClaimSheetsAnswer",
    "ClaimSheetsRequest",
    "ClaimTotalRequest",
    "ClassifyAnswer",
    "ClassifyRequest",
    "ClosedDayAnswer",
    "CodeMunicipalityRequest",
    "ColumnRequest",
    "CompareAnswer",
    "CompareRequest",
    "ComparedRow",
    "ConvertAnswer",
    "ConvertRequest",
    "CycleAnswer",
    "CyclesAnswer",
    "CyclesRequest",
    "DeadlineAnswer",
    "DeadlineRequest",
    "DecideAnswer",
    "DecideRequest",
    "DeviationAnswer",
    "EditAmount",
    "EditRequest",
    "EditionAnswer",
    "EventRequest",
    "ExplanationAnswer",
    "ExplanationAnswerInput",
    "FacilityApproval",
    "FacilityApprovalInput",
    "FacilityCap",
    "FacilityChangeAnswer",
    "FacilityChangeRequest",
    "FacilityChanges",
    "FacilityCheck",
    "FacilityClaimHead",
    "FacilityCode",
    "FacilityDecideAnswer",
    "FacilityDecideRequest",
    "FacilityDoctor",
    "FacilityDoctorEffect",
    "FacilityDoctorForm",
    "FacilityDoctorInput",
    "FacilityDocument",
    "FacilityDocumentInput",
    "FacilityEffects",
    "FacilityEligibilityAnswer",
    "FacilityEligibilityRequest",
    "FacilityFields",
    "FacilityFieldsInput",
    "FacilityImmediate",
    "FacilityItem",
    "FacilityReport",
    "FacilityResponsibleDoctor",
    "FairnessAnswer",
    "FormAnswer",
    "FormRequest",
    "FormulaRequest",
    "GivenRequest",
    "GiverAnswer",
    "GiverRequest",
    "GiverView",
    "GroupTieRow",
    "GroupTieRowInput",
    "HolidayAnswer",
    "HolidayRequest",
    "HoursExceptionRequest",
    "HoursRequest",
    "HoursSpanAnswer",
    "HoursSpanRequest",
    "HubRequest",
    "InstitutionAnswer",
    "InstitutionRequest",
    "LayerAnswer",
    "LayerReasonAnswer",
    "LayerRequest",
    "LetterAnswer",
    "LetterDocument",
    "LetterDocumentInput",
    "LetterRequest",
    "LevelRow",
    "LogAnswer",
    "MachineAnswer",
    "MachineMove",
    "MachineState",
    "MachinesAnswer",
    "MachinesRequest",
    "MarksAnswer",
    "MisprintAnswer",
    "MunicipalityAnswer",
    "MunicipalityDocument",
    "NeedleAnswer",
    "NeedlePolicyRequest",
    "NeedleRequest",
    "NeedlesRequest",
    "NothingRow",
    "NoticeAnswer",
    "OwnCalendar",
    "OwnCalendarInput",
    "ParadoxAnswer",
    "ParadoxRequest",
    "ParadoxRow",
    "ParadoxSideAnswer",
    "PerPersonAnswer",
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
    "PolicyAnswer",
    "PolicyExplanation",
    "PolicyInputAnswer",
    "PrefectureDocument",
    "PrefectureRequest",
    "PriceAnswer",
    "PriceRequest",
    "ProgressAnswer",
    "RangeRow",
    "RecipientRequest",
    "RecordNameAnswer",
    "RecordNameRequest",
    "RouteAnswer",
    "RouteDelegation",
    "RoutePayee",
    "RouteRequest",
    "RouteUnion",
    "RoutesAnswer",
    "RowAnswer",
    "RuleAnswer",
    "RulesAnswer",
    "RulesRequest",
    "SatelliteRequest",
    "SatelliteRow",
    "ScenarioAnswer",
    "ScenarioRequest",
    "SelectAnswer",
    "SelectRequest",
    "ShortfallRow",
    "SideRequest",
    "SimulateAnswer",
    "SimulateRequest",
    "SiteDocument",
    "SourceAnswer",
    "SpreadRequest",
    "StateDocument",
    "StateDocumentInput",
    "StatusCount",
    "StepAnswer",
    "SummaryAnswer",
    "SupplyDocument",
    "SupplyRequest",
    "SupportAnswer",
    "SupportDayAnswer",
    "SupportRequest",
    "SupportRunRequest",
    "SupportWeekAnswer",
    "TariffAnswer",
    "TariffChangeAnswer",
    "TariffComponentAnswer",
    "TariffDiffAnswer",
    "TariffDiffRequest",
    "TariffLineAnswer",
    "TariffRequest",
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
    "WhatIfAnswer",
    "WhatIfRequest",
    "WhatIfSideAnswer",
]
