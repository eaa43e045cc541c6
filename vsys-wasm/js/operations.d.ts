// Made by `cargo xtask gen` from the table of operations; do not edit.

import type { Bilingual, ErrorOf, Outcome, RuleBook } from "./core.js";

/** Tells the versions of library, wire and data. 版を示す。 */
export declare const version: (request?: VersionRequest, book?: RuleBook) => Outcome<VersionAnswer>;

/** The operations `access.*`. */
export declare const access: {
  /** Decides who may do what, with reason and rule. 操作の可否を理由と規則とともに示す。 */
  readonly decide: (request: DecideRequest, book?: RuleBook) => Outcome<DecideAnswer>;
};

/** The operations `allocation.*`. */
export declare const allocation: {
  /** Moves the workflow of an allocation by one event. 分配の手順を1つ進める。 */
  readonly advance: (request: AdvanceRequest, book?: RuleBook) => Outcome<AdvanceAnswer>;
  /** Shares whole units in proportion to weights, exactly. 重みに比例して整数単位を配分する。 */
  readonly apportion: (request: ApportionRequest, book?: RuleBook) => Outcome<ApportionAnswer>;
  /** Shares a supply from the nation down to the sites. 国から接種会場まで段階的に配分する。 */
  readonly cascade: (request: CascadeRequest, book?: RuleBook) => Outcome<CascadeAnswer>;
  /** Marks whether what is given on was received. 受領量と配分量を照合し〇Ｘを付ける。 */
  readonly check: (request: CheckRequest, book?: RuleBook) => Outcome<CheckAnswer>;
  /** Sets two methods or formulas side by side: who gains, who loses, how fair each is. 二つの配分方式を比べ、増減と公平さを示す。 */
  readonly compare: (request: CompareRequest, book?: RuleBook) => Outcome<CompareAnswer>;
  /** Looks for a paradox of a method and shows a counter-example. 配分方式の逆理を探し反例を示す。 */
  readonly paradox: (request: ParadoxRequest, book?: RuleBook) => Outcome<ParadoxAnswer>;
  /** Evaluates a formula of allocation, layer by layer. 配分方式を段階ごとに算定する。 */
  readonly policy: (request: AllocationPolicyRequest, book?: RuleBook) => Outcome<PolicyAnswer>;
  /** Tells how far the recipients of a giver are. 進捗状況を示す。 */
  readonly progress: (request: GiverView, book?: RuleBook) => Outcome<ProgressAnswer>;
  /** Runs many scenarios and tells how fair each is. 多数のシナリオで分配を試算し公平さを示す。 */
  readonly simulate: (request: SimulateRequest, book?: RuleBook) => Outcome<SimulateAnswer>;
  /** Adds up what was received and what is given on. 集計情報を示す。 */
  readonly summary: (request: GiverView, book?: RuleBook) => Outcome<SummaryAnswer>;
  /** Re-checks an answer without the engine. 回答を独立に検算する。 */
  readonly verify: (request?: VerifyRequest, book?: RuleBook) => Outcome<VerifyAnswer>;
  /** Shows what an actor may see. 分配量を閲覧する。 */
  readonly view: (request: ViewRequest, book?: RuleBook) => Outcome<ViewAnswer>;
  /** Tells the smallest change of supply or weight that gives a recipient one unit more. あと1単位を得るための供給量・重みの最小の変化を示す。 */
  readonly what_if: (request: WhatIfRequest, book?: RuleBook) => Outcome<WhatIfAnswer>;
};

/** The operations `application.*`. */
export declare const application: {
  /** Makes a workplace application, or moves it by one event. 職域追加接種の申込みを1つ進める。 */
  readonly advance: (request: ApplicationAdvanceRequest, book?: RuleBook) => Outcome<ApplicationAdvanceAnswer>;
  /** Lists applications as the screen prints them. 追加接種申込状況の一覧を作る。 */
  readonly list: (request: ApplicationListRequest, book?: RuleBook) => Outcome<ApplicationListAnswer>;
  /** Tells what may be done in each status of an application. 申込状況ごとの参照・取下げ・編集の可否を示す。 */
  readonly permissions: (request?: ApplicationPermissionsRequest, book?: RuleBook) => Outcome<ApplicationPermissionsAnswer>;
  /** Judges the form of an application. 申込内容を検査する。 */
  readonly validate: (request: ApplicationValidateRequest, book?: RuleBook) => Outcome<ApplicationValidateAnswer>;
};

/** The operations `calendar.*`. */
export declare const calendar: {
  /** Lists cycles with delivery weeks and deadlines. クールの一覧を作る。 */
  readonly cycles: (request: CyclesRequest, book?: RuleBook) => Outcome<CyclesAnswer>;
  /** Tells a deadline and whether it is met. 締切と間に合うかどうかを示す。 */
  readonly deadline: (request?: DeadlineRequest, book?: RuleBook) => Outcome<DeadlineAnswer>;
  /** Tells whether a day is a national holiday. 祝日かどうかを示す。 */
  readonly holiday: (request: HolidayRequest, book?: RuleBook) => Outcome<HolidayAnswer>;
};

/** The operations `claims.*`. */
export declare const claims: {
  /** Finds what is wrong with the records and sheets of a claim. 請求の明細と請求書を点検する。 */
  readonly check: (request: ClaimCheckRequest, book?: RuleBook) => Outcome<ClaimCheckAnswer>;
  /** Tells whether a vaccination lies within hours, off hours or on a holiday. 接種の時間内・時間外・休日を判定する。 */
  readonly classify: (request: ClassifyRequest, book?: RuleBook) => Outcome<ClassifyAnswer>;
  /** Tells when the claims of a month close and are paid. 請求の〆切日と支払の期限を示す。 */
  readonly deadline: (request: ClaimDeadlineRequest, book?: RuleBook) => Outcome<ClaimDeadlinesAnswer>;
  /** Tells what changes in the tariff between two days. 二つの日の間の単価の変更を示す。 */
  readonly diff: (request: TariffDiffRequest, book?: RuleBook) => Outcome<TariffDiffAnswer>;
  /** Prices a number of services of one kind. 接種・予診の請求金額を計算する。 */
  readonly price: (request: PriceRequest, book?: RuleBook) => Outcome<PriceAnswer>;
  /** Tells from whom a claim is paid. 請求先を示す。 */
  readonly route: (request: RouteRequest, book?: RuleBook) => Outcome<RoutesAnswer>;
  /** Tells form, sheet and surcharge by month of vaccination and of claim. 接種月と請求月から様式と加算の扱いを示す。 */
  readonly select: (request: SelectRequest, book?: RuleBook) => Outcome<SelectAnswer>;
  /** Makes the claim sheets of a month, as data and to print. 請求総括書・市区町村別請求書を作る。 */
  readonly sheets: (request: ClaimSheetsRequest, book?: RuleBook) => Outcome<ClaimSheetsAnswer>;
  /** Works out the support money of a clinic. 個別接種促進支援の額を計算する。 */
  readonly support: (request: SupportRequest, book?: RuleBook) => Outcome<SupportAnswer>;
  /** Lists the prices of a day. ある日の単価を示す。 */
  readonly tariff: (request: TariffRequest, book?: RuleBook) => Outcome<TariffAnswer>;
};

/** The operations `code.*`. */
export declare const code: {
  /** Checks a medical institution's number. 医療機関等の番号を検査する。 */
  readonly institution: (request: InstitutionRequest, book?: RuleBook) => Outcome<InstitutionAnswer>;
  /** Looks a municipality code up at a date. 市町村コードを調べる。 */
  readonly municipality: (request: CodeMunicipalityRequest, book?: RuleBook) => Outcome<MunicipalityAnswer>;
};

/** The operations `contract.*`. */
export declare const contract: {
  /** Issues, downloads and reissues a delegation letter, and tells whether its pop-up is shown. 委任状を作成・ダウンロード・再発行し、ポップアップの要否を示す。 */
  readonly letter: (request: LetterRequest, book?: RuleBook) => Outcome<LetterAnswer>;
};

/** The operations `facility.*`. */
export declare const facility: {
  /** Registers a facility or changes its record. 医療機関・接種会場の情報を登録・変更する。 */
  readonly change: (request: FacilityChangeRequest, book?: RuleBook) => Outcome<FacilityChangeAnswer>;
  /** Approves or rejects the change that waits. 申請中の変更を承認または却下する。 */
  readonly decide: (request: FacilityDecideRequest, book?: RuleBook) => Outcome<FacilityDecideAnswer>;
  /** Tells whether and how a facility can receive vaccine. 分配の対象となるかどうかと納入の経路を示す。 */
  readonly eligibility: (request: FacilityEligibilityRequest, book?: RuleBook) => Outcome<FacilityEligibilityAnswer>;
};

/** The operations `form.*`. */
export declare const form: {
  /** Checks a screening form. 予診票の記載を確認する。 */
  readonly check: (request: FormRequest, book?: RuleBook) => Outcome<FormAnswer>;
};

/** The operations `machines.*`. */
export declare const machines: {
  /** Lists the state machines with states, moves and diagrams. 状態遷移の一覧と図を示す。 */
  readonly export: (request?: MachinesRequest, book?: RuleBook) => Outcome<MachinesAnswer>;
};

/** The operations `needle.*`. */
export declare const needle: {
  /** Fills in needle boxes for vaccine boxes. 針・シリンジの箱数を自動入力する。 */
  readonly fill: (request: NeedleRequest, book?: RuleBook) => Outcome<NeedleAnswer>;
};

/** The operations `plan.*`. */
export declare const plan: {
  /** Changes a booster plan. 接種計画を変更する。 */
  readonly change: (request: PlanChangeRequest, book?: RuleBook) => Outcome<PlanMoved>;
  /** Confirms or refuses a change above the first total. 国の確認を行う。 */
  readonly decide: (request: PlanDecideRequest, book?: RuleBook) => Outcome<PlanMoved>;
  /** Tells what a registration or change would do. 接種計画の登録・変更を事前に確かめる。 */
  readonly preview: (request: PlanPreviewRequest, book?: RuleBook) => Outcome<PlanPreviewAnswer>;
  /** Registers a booster plan. 接種計画を登録する。 */
  readonly register: (request: PlanRegisterRequest, book?: RuleBook) => Outcome<PlanMoved>;
  /** Shows a plan and which rows can be changed. 接種計画と行の状態を示す。 */
  readonly status: (request: PlanStatusRequest, book?: RuleBook) => Outcome<PlanStatusAnswer>;
};

/** The operations `product.*`. */
export declare const product: {
  /** Makes the names of allocation records. 分配名を作る。 */
  readonly record_name: (request: RecordNameRequest, book?: RuleBook) => Outcome<RecordNameAnswer>;
};

/** The operations `quantity.*`. */
export declare const quantity: {
  /** Converts boxes, vials, pieces and doses. 箱・バイアル・本・回数を換算する。 */
  readonly convert: (request: ConvertRequest, book?: RuleBook) => Outcome<ConvertAnswer>;
};

/** The operations `rules.*`. */
export declare const rules: {
  /** Lists the register of assumptions. 前提の一覧を示す。 */
  readonly assumptions: (request?: AssumptionsRequest, book?: RuleBook) => Outcome<AssumptionsAnswer>;
  /** Lists every rule with its kind and source. 規則の一覧を示す。 */
  readonly list: (request?: RulesRequest, book?: RuleBook) => Outcome<RulesAnswer>;
};

/** What every operation takes and answers, by its name. */
export interface Operations {
  "version": { request: VersionRequest; answer: VersionAnswer };
  "access.decide": { request: DecideRequest; answer: DecideAnswer };
  "allocation.advance": { request: AdvanceRequest; answer: AdvanceAnswer };
  "allocation.apportion": { request: ApportionRequest; answer: ApportionAnswer };
  "allocation.cascade": { request: CascadeRequest; answer: CascadeAnswer };
  "allocation.check": { request: CheckRequest; answer: CheckAnswer };
  "allocation.compare": { request: CompareRequest; answer: CompareAnswer };
  "allocation.paradox": { request: ParadoxRequest; answer: ParadoxAnswer };
  "allocation.policy": { request: AllocationPolicyRequest; answer: PolicyAnswer };
  "allocation.progress": { request: GiverView; answer: ProgressAnswer };
  "allocation.simulate": { request: SimulateRequest; answer: SimulateAnswer };
  "allocation.summary": { request: GiverView; answer: SummaryAnswer };
  "allocation.verify": { request: VerifyRequest; answer: VerifyAnswer };
  "allocation.view": { request: ViewRequest; answer: ViewAnswer };
  "allocation.what_if": { request: WhatIfRequest; answer: WhatIfAnswer };
  "application.advance": { request: ApplicationAdvanceRequest; answer: ApplicationAdvanceAnswer };
  "application.list": { request: ApplicationListRequest; answer: ApplicationListAnswer };
  "application.permissions": { request: ApplicationPermissionsRequest; answer: ApplicationPermissionsAnswer };
  "application.validate": { request: ApplicationValidateRequest; answer: ApplicationValidateAnswer };
  "calendar.cycles": { request: CyclesRequest; answer: CyclesAnswer };
  "calendar.deadline": { request: DeadlineRequest; answer: DeadlineAnswer };
  "calendar.holiday": { request: HolidayRequest; answer: HolidayAnswer };
  "claims.check": { request: ClaimCheckRequest; answer: ClaimCheckAnswer };
  "claims.classify": { request: ClassifyRequest; answer: ClassifyAnswer };
  "claims.deadline": { request: ClaimDeadlineRequest; answer: ClaimDeadlinesAnswer };
  "claims.diff": { request: TariffDiffRequest; answer: TariffDiffAnswer };
  "claims.price": { request: PriceRequest; answer: PriceAnswer };
  "claims.route": { request: RouteRequest; answer: RoutesAnswer };
  "claims.select": { request: SelectRequest; answer: SelectAnswer };
  "claims.sheets": { request: ClaimSheetsRequest; answer: ClaimSheetsAnswer };
  "claims.support": { request: SupportRequest; answer: SupportAnswer };
  "claims.tariff": { request: TariffRequest; answer: TariffAnswer };
  "code.institution": { request: InstitutionRequest; answer: InstitutionAnswer };
  "code.municipality": { request: CodeMunicipalityRequest; answer: MunicipalityAnswer };
  "contract.letter": { request: LetterRequest; answer: LetterAnswer };
  "facility.change": { request: FacilityChangeRequest; answer: FacilityChangeAnswer };
  "facility.decide": { request: FacilityDecideRequest; answer: FacilityDecideAnswer };
  "facility.eligibility": { request: FacilityEligibilityRequest; answer: FacilityEligibilityAnswer };
  "form.check": { request: FormRequest; answer: FormAnswer };
  "machines.export": { request: MachinesRequest; answer: MachinesAnswer };
  "needle.fill": { request: NeedleRequest; answer: NeedleAnswer };
  "plan.change": { request: PlanChangeRequest; answer: PlanMoved };
  "plan.decide": { request: PlanDecideRequest; answer: PlanMoved };
  "plan.preview": { request: PlanPreviewRequest; answer: PlanPreviewAnswer };
  "plan.register": { request: PlanRegisterRequest; answer: PlanMoved };
  "plan.status": { request: PlanStatusRequest; answer: PlanStatusAnswer };
  "product.record_name": { request: RecordNameRequest; answer: RecordNameAnswer };
  "quantity.convert": { request: ConvertRequest; answer: ConvertAnswer };
  "rules.assumptions": { request: AssumptionsRequest; answer: AssumptionsAnswer };
  "rules.list": { request: RulesRequest; answer: RulesAnswer };
}

/** Whose data an action is about; what the scope of the permission does not ask for may be left out. */
export interface AccessTargetRequest {
  /** The municipality, or a ward of a designated city. */
  municipality?: string;
  /** The institution, site or company. */
  owner?: string;
  /** The prefecture; follows from the municipality where one is given. */
  prefecture?: string;
}

/** Who acts. */
export interface ActorRequest {
  /** The role. */
  role: "nation" | "prefecture" | "municipality" | "institution" | "site" | "maker" | "wholesaler" | "dry_ice_maker" | "needle_store" | "call_centre" | "group_organiser" | "medical_association" | "resident" | "system_administrator" | "service_desk";
  /** The V-SYS ID of the person, for the operation log (1人1ID). */
  account?: string;
  /** The code of the prefecture or municipality, the id of the institution, site or company; left out for the nation. */
  code?: string;
}

/** The state after the event. */
export interface AdvanceAnswer {
  /** The amounts that a repair changed, by level and id. */
  changes: ChangeAnswer[];
  /** The new state. */
  state: StateDocument;
  /** The line of the table that was used. */
  transition: TransitionAnswer;
  /** The notices it causes when no time was given; with `at` they stand in `step`. */
  notices?: NoticeAnswer[];
  /** The move with its notices and its log entry; absent without `at`. */
  step?: StepAnswer;
}

/** A state, who acts, and what is asked for. */
export interface AdvanceRequest {
  /** The state, as it was answered before. */
  state: StateDocumentInput;
  /** Who acts, on its own unit. */
  actor: ActorRequest;
  /** What is asked for. */
  event: EventRequest;
  /** When, JST, for the operation log. */
  at?: string;
}

/** A municipality and what is asked of it. A ward of a designated city counts as its city. */
export interface AllocationMunicipalityRequest {
  /** Its code. */
  code: string;
  /** The most it may get, in boxes. */
  cap?: number;
  /** A change by hand of the proposal. */
  edit?: EditRequest;
  /** A fixed amount imported by the administrator. */
  fixed?: number;
  /** The least it must get, in boxes. */
  floor?: number;
  /** A share of what its prefecture received. */
  share?: string;
  /** Its weight; absent = the sum of its hubs' weights. */
  weight?: number;
}

/** A formula with what it is asked of. */
export interface AllocationPolicyRequest {
  /** The recipients. */
  ids: readonly string[];
  /** A bundled formula by its id, … */
  bundled?: string;
  /** Their figures. */
  columns?: readonly ColumnRequest[];
  /** How much the answer explains. */
  explain?: "none" | "figures" | "text";
  /** What happens where a column is missing: refuse, or leave the layer that lacks it and all behind it open. */
  missing?: "refuse" | "stop";
  /** … or one of the caller's own; exactly one of the two. */
  policy?: FormulaRequest;
  /** The units to give out; absent = the published supply of a bundled formula, or none. */
  supply?: number;
}

/** An amount in boxes and in doses, as V-SYS shows it (最小包装単位（箱）・接種回数（回分）). */
export interface AmountAnswer {
  /** 針, boxes */
  needles: number;
  /** 針, pieces (本) */
  needles_pieces: number;
  /** シリンジ, boxes */
  syringes: number;
  /** シリンジ, pieces (本) */
  syringes_pieces: number;
  /** ワクチン, boxes */
  vaccine: number;
  /** ワクチン, doses (回分) */
  vaccine_doses: number;
}

/** What a recipient got. */
export interface AmountRow {
  /** The amount. */
  amount: number;
  /** The recipient. */
  id: string;
}

/** An address (所在地). There is no table of postal codes: prefecture, municipality code and municipality may be left out unless `manual` is ticked, and are checked where given. */
export interface ApplicationAddress {
  /** 郵便番号から自動入力できない: all members are required. */
  manual: boolean;
  /** 市町村 */
  municipality?: string;
  /** 市町村コード, looked up at the date. */
  municipality_code?: string;
  /** 郵便番号, seven digits without a hyphen. */
  postal_code?: string;
  /** 都道府県, its code. */
  prefecture?: string;
  /** 番地 */
  street?: string;
}

/** An address (所在地). There is no table of postal codes: prefecture, municipality code and municipality may be left out unless `manual` is ticked, and are checked where given. */
export interface ApplicationAddressInput {
  /** 郵便番号から自動入力できない: all members are required. */
  manual?: boolean;
  /** 市町村 */
  municipality?: string;
  /** 市町村コード, looked up at the date. */
  municipality_code?: string;
  /** 郵便番号, seven digits without a hyphen. */
  postal_code?: string;
  /** 都道府県, its code. */
  prefecture?: string;
  /** 番地 */
  street?: string;
}

/** The application after the move. */
export interface ApplicationAdvanceAnswer {
  /** The application. */
  application: ApplicationDocument;
  /** What the applicant may do now. */
  permissions: ApplicationPermissionAnswer;
  /** What the move leaves behind. */
  step: StepAnswer;
  /** What a confirmation leads to; absent of any other move. */
  outcome?: ApplicationOutcomeAnswer;
}

/** An application, or the making of one; who acts, when, and what is asked for. */
export interface ApplicationAdvanceRequest {
  /** Who acts: a site with the code of the holder, or the nation. */
  actor: ActorRequest;
  /** When, JST. */
  at: string;
  /** What is asked for. */
  event: ApplicationEventRequest;
  /** The application, as it was answered before; absent = a new one is made. */
  application?: ApplicationDocumentInput;
  /** The form that is kept or submitted; absent = as it was. */
  form?: ApplicationFormInput;
  /** The holder, such as 12345-1010101010; required for a new application. */
  holder?: string;
  /** The last number the holder has used; absent = the new one is 01. */
  last_number?: string;
  /** The stored registration beside the form; absent = as it was. */
  stored?: ApplicationStoredInput;
}

/** The company or university (企業・大学等の情報). */
export interface ApplicationCompany {
  /** 所在地 */
  address: ApplicationAddress;
  /** 企業・大学等の名称 */
  name?: string;
  /** 代表者名 */
  representative?: string;
  /** 代表電話番号 */
  telephone?: string;
}

/** The company beside the stored registration. */
export interface ApplicationCompanyBlock {
  /** 右記の既存登録情報から変更する */
  change: boolean;
  /** What is entered when `change` is ticked; in an effective form also what was taken over. */
  entry?: ApplicationCompany;
}

/** The company beside the stored registration. */
export interface ApplicationCompanyBlockInput {
  /** 右記の既存登録情報から変更する */
  change?: boolean;
  /** What is entered when `change` is ticked; in an effective form also what was taken over. */
  entry?: ApplicationCompanyInput;
}

/** The company or university (企業・大学等の情報). */
export interface ApplicationCompanyInput {
  /** 所在地 */
  address?: ApplicationAddressInput;
  /** 企業・大学等の名称 */
  name?: string;
  /** 代表者名 */
  representative?: string;
  /** 代表電話番号 */
  telephone?: string;
}

/** A condition of consent (同意事項). */
export interface ApplicationConditionAnswer {
  /** Whether it is agreed. */
  agreed: boolean;
  /** Its member of `consent`. */
  member: string;
  /** Its rule. */
  rule: string;
  /** What it says, shortened. */
  text: Bilingual;
}

/** The five conditions and whether each is agreed (同意事項); their texts are answered by `application.validate`. */
export interface ApplicationConsent {
  /** CNS-4 */
  minimum: boolean;
  /** CNS-3 */
  office: boolean;
  /** CNS-2 */
  place: boolean;
  /** CNS-5 */
  plan: boolean;
  /** CNS-1 */
  staffing: boolean;
}

/** The five conditions and whether each is agreed (同意事項); their texts are answered by `application.validate`. */
export interface ApplicationConsentInput {
  /** CNS-4 */
  minimum?: boolean;
  /** CNS-3 */
  office?: boolean;
  /** CNS-2 */
  place?: boolean;
  /** CNS-5 */
  plan?: boolean;
  /** CNS-1 */
  staffing?: boolean;
}

/** The responsible doctor (ワクチン接種責任者). */
export interface ApplicationDoctor {
  /** メールアドレス登録を希望しない */
  no_mail: boolean;
  /** 未定: nothing else is entered. */
  undecided: boolean;
  /** 責任者所属先 */
  affiliation?: string;
  /** 氏名フリガナ */
  kana?: string;
  /** メールアドレス */
  mail?: string;
  /** 責任者(医師)氏名 */
  name?: string;
  /** 電話番号 */
  telephone?: string;
}

/** The responsible doctor (ワクチン接種責任者). */
export interface ApplicationDoctorInput {
  /** 責任者所属先 */
  affiliation?: string;
  /** 氏名フリガナ */
  kana?: string;
  /** メールアドレス */
  mail?: string;
  /** 責任者(医師)氏名 */
  name?: string;
  /** メールアドレス登録を希望しない */
  no_mail?: boolean;
  /** 電話番号 */
  telephone?: string;
  /** 未定: nothing else is entered. */
  undecided?: boolean;
}

/** An application (職域追加接種の申込み). It travels with every request and is proved again on reading. */
export interface ApplicationDocument {
  /** What was entered last. */
  form: ApplicationForm;
  /** 申込番号 */
  number: string;
  /** When the form was kept or submitted last, JST. */
  saved_at: string;
  /** ステータス */
  status: "draft" | "awaiting_review" | "confirmed" | "returned" | "withdrawn";
  /** 申込日時 of the last submission, JST; absent while it is a draft. */
  applied_at?: string;
  /** 内容確認コメント of the review of that submission. */
  comment?: string;
  /** Which ID a confirmed application leads to. */
  outcome?: "same" | "new";
  /** 内容確認日時 of the review of that submission, JST. */
  reviewed_at?: string;
  /** The stored registration at that time. */
  stored?: ApplicationStored;
}

/** An application (職域追加接種の申込み). It travels with every request and is proved again on reading. */
export interface ApplicationDocumentInput {
  /** What was entered last. */
  form: ApplicationFormInput;
  /** 申込番号 */
  number: string;
  /** When the form was kept or submitted last, JST. */
  saved_at: string;
  /** ステータス */
  status: "draft" | "awaiting_review" | "confirmed" | "returned" | "withdrawn";
  /** 申込日時 of the last submission, JST; absent while it is a draft. */
  applied_at?: string;
  /** 内容確認コメント of the review of that submission. */
  comment?: string;
  /** Which ID a confirmed application leads to. */
  outcome?: "same" | "new";
  /** 内容確認日時 of the review of that submission, JST. */
  reviewed_at?: string;
  /** The stored registration at that time. */
  stored?: ApplicationStoredInput;
}

/** What is asked for. All members but `kind` belong to a review. */
export interface ApplicationEventRequest {
  /** save (一時保存), submit (申込み), withdraw (取下げ) or review (内容確認). */
  kind: "save" | "submit" | "withdraw" | "review";
  /** 内容確認コメント; required when the application is to be made again. */
  comment?: string;
  /** Whether the conditions for keeping the ID are met: required where that is wished and nothing is deficient, looked at only there, and never computed. */
  continuation_conditions_met?: boolean;
  /** Whether the application is deficient (不備がある); required of a review. */
  deficient?: boolean;
  /** Whether the 類似コード has changed; absent = no. */
  similar_code_changed?: boolean;
}

/** The form of an application (職域追加接種の実施申込み). */
export interface ApplicationForm {
  /** 接種費用振込先口座を変更する */
  change_account: boolean;
  /** 企業・大学等の情報 */
  company: ApplicationCompanyBlock;
  /** 同意事項 */
  consent: ApplicationConsent;
  /** 既存会場ID（類似コード・V-SYS ID）の継続利用を希望する */
  continue_id: boolean;
  /** -20℃冷凍庫（ディープフリーザー）が必要か */
  deep_freezer: boolean;
  /** ワクチン接種責任者 */
  doctor: ApplicationDoctor;
  /** 実施医療機関の情報 */
  institution: ApplicationInstitutionBlock;
  /** 針・シリンジ保管管理責任者 */
  needle_keeper: ApplicationKeeper;
  /** ワクチン受取り担当者1 */
  receiver_1: ApplicationReceiver;
  /** ワクチン受取り担当者2 */
  receiver_2: ApplicationReceiver;
  /** 接種会場の情報 */
  site: ApplicationSiteBlock;
  /** 担当者1 */
  staff_1: ApplicationStaff;
  /** 担当者2 */
  staff_2: ApplicationStaff;
  /** 物品の納品希望 */
  supplies: ApplicationSupplies;
  /** ワクチン保管管理責任者 */
  vaccine_keeper: ApplicationKeeper;
  /** 保管等に関する土日・祝日の連絡先 */
  weekend_contact: ApplicationKeeper;
}

/** The form of an application (職域追加接種の実施申込み). */
export interface ApplicationFormInput {
  /** 接種費用振込先口座を変更する */
  change_account?: boolean;
  /** 企業・大学等の情報 */
  company?: ApplicationCompanyBlockInput;
  /** 同意事項 */
  consent?: ApplicationConsentInput;
  /** 既存会場ID（類似コード・V-SYS ID）の継続利用を希望する */
  continue_id?: boolean;
  /** -20℃冷凍庫（ディープフリーザー）が必要か */
  deep_freezer?: boolean;
  /** ワクチン接種責任者 */
  doctor?: ApplicationDoctorInput;
  /** 実施医療機関の情報 */
  institution?: ApplicationInstitutionBlockInput;
  /** 針・シリンジ保管管理責任者 */
  needle_keeper?: ApplicationKeeperInput;
  /** ワクチン受取り担当者1 */
  receiver_1?: ApplicationReceiverInput;
  /** ワクチン受取り担当者2 */
  receiver_2?: ApplicationReceiverInput;
  /** 接種会場の情報 */
  site?: ApplicationSiteBlockInput;
  /** 担当者1 */
  staff_1?: ApplicationStaff;
  /** 担当者2 */
  staff_2?: ApplicationStaff;
  /** 物品の納品希望 */
  supplies?: ApplicationSuppliesInput;
  /** ワクチン保管管理責任者 */
  vaccine_keeper?: ApplicationKeeperInput;
  /** 保管等に関する土日・祝日の連絡先 */
  weekend_contact?: ApplicationKeeperInput;
}

/** The medical institution (実施医療機関の情報), for patterns 02 and 03 only. */
export interface ApplicationInstitution {
  /** 医療機関担当者 */
  contact: ApplicationInstitutionContact;
  /** 医療機関名 */
  name?: string;
  /** 代表者名 */
  representative?: string;
  /** 代表電話番号 */
  telephone?: string;
}

/** The institution beside the stored registration. */
export interface ApplicationInstitutionBlock {
  /** 右記の既存登録情報から変更する */
  change: boolean;
  /** What is entered when `change` is ticked; in an effective form also what was taken over. */
  entry?: ApplicationInstitution;
}

/** The institution beside the stored registration. */
export interface ApplicationInstitutionBlockInput {
  /** 右記の既存登録情報から変更する */
  change?: boolean;
  /** What is entered when `change` is ticked; in an effective form also what was taken over. */
  entry?: ApplicationInstitutionInput;
}

/** The person in charge at the institution (医療機関担当者連絡先情報). */
export interface ApplicationInstitutionContact {
  /** 部署名 */
  department?: string;
  /** メールアドレス */
  mail?: string;
  /** 氏名 */
  name?: string;
  /** 電話番号 */
  telephone?: string;
}

/** The medical institution (実施医療機関の情報), for patterns 02 and 03 only. */
export interface ApplicationInstitutionInput {
  /** 医療機関担当者 */
  contact?: ApplicationInstitutionContact;
  /** 医療機関名 */
  name?: string;
  /** 代表者名 */
  representative?: string;
  /** 代表電話番号 */
  telephone?: string;
}

/** Who answers for storage (保管管理責任者), or at weekends and on holidays (土日・祝日の連絡先). */
export interface ApplicationKeeper {
  /** 未定: nothing else is entered. */
  undecided: boolean;
  /** 責任者所属先 */
  affiliation?: string;
  /** 責任者メールアドレス */
  mail?: string;
  /** 責任者氏名 */
  name?: string;
  /** 責任者電話番号 */
  telephone?: string;
}

/** Who answers for storage (保管管理責任者), or at weekends and on holidays (土日・祝日の連絡先). */
export interface ApplicationKeeperInput {
  /** 責任者所属先 */
  affiliation?: string;
  /** 責任者メールアドレス */
  mail?: string;
  /** 責任者氏名 */
  name?: string;
  /** 責任者電話番号 */
  telephone?: string;
  /** 未定: nothing else is entered. */
  undecided?: boolean;
}

/** The columns of an application that the list shows. */
export interface ApplicationLine {
  /** 申込番号 */
  number: string;
  /** ステータス */
  status: "draft" | "awaiting_review" | "confirmed" | "returned" | "withdrawn";
  /** 申込日時 */
  applied_at?: string;
  /** 内容確認コメント */
  comment?: string;
  /** 内容確認日時 */
  reviewed_at?: string;
}

/** A line of the list: each column raw, and as the screen prints it. */
export interface ApplicationLineAnswer {
  /** 申込日時, `YYYY/M/D H:MM`, or `-`. */
  applied_at_printed: string;
  /** 内容確認コメント, or `-`. */
  comment_printed: string;
  /** 申込番号 */
  number: string;
  /** What the applicant may do with it. */
  permissions: ApplicationPermissionAnswer;
  /** 内容確認日時, `YYYY/M/D H:MM`, or `-`. */
  reviewed_at_printed: string;
  /** ステータス */
  status: "draft" | "awaiting_review" | "confirmed" | "returned" | "withdrawn";
  /** ステータス, in Japanese. */
  status_printed: string;
  /** 申込日時 */
  applied_at?: string;
  /** 内容確認コメント */
  comment?: string;
  /** 内容確認日時 */
  reviewed_at?: string;
}

/** The list (追加接種申込状況). */
export interface ApplicationListAnswer {
  /** The lines in the order of their numbers. */
  rows: ApplicationLineAnswer[];
}

/** Applications to list, in any order. */
export interface ApplicationListRequest {
  /** The applications. */
  applications: readonly ApplicationLine[];
}

/** What a confirmation leads to (申込みの結果). */
export interface ApplicationOutcomeAnswer {
  /** Whether related documents must be made and handed in (関連書類). */
  documents_required: boolean;
  /** Which ID the booster vaccination uses. */
  id: "same" | "new";
  /** Whether a delegation letter must be handed in anew (委任状). */
  letter_required: boolean;
  /** What to know about a new ID. */
  note?: Bilingual;
}

/** What the applicant may do with an application in a status. */
export interface ApplicationPermissionAnswer {
  /** 編集 */
  edit: boolean;
  /** The name of the status. */
  name: Bilingual;
  /** The status. */
  status: "draft" | "awaiting_review" | "confirmed" | "returned" | "withdrawn";
  /** 参照 */
  view: boolean;
  /** 取下げ */
  withdraw: boolean;
}

/** The table of permissions, in the printed order of the statuses. */
export interface ApplicationPermissionsAnswer {
  /** One line a status. */
  rows: ApplicationPermissionAnswer[];
}

/** A status, or none for the whole table. */
export interface ApplicationPermissionsRequest {
  /** The status; absent = every one. */
  status?: "draft" | "awaiting_review" | "confirmed" | "returned" | "withdrawn";
}

/** A receiver (ワクチン受取り担当者): the first is required, the second is whole or left out. */
export interface ApplicationReceiver {
  /** 上記担当者と同一: the person in charge of the same number; then nothing else is entered. */
  same_as_staff: boolean;
  /** 氏名 */
  name?: string;
  /** 電話番号 */
  telephone?: string;
}

/** A receiver (ワクチン受取り担当者): the first is required, the second is whole or left out. */
export interface ApplicationReceiverInput {
  /** 氏名 */
  name?: string;
  /** 上記担当者と同一: the person in charge of the same number; then nothing else is entered. */
  same_as_staff?: boolean;
  /** 電話番号 */
  telephone?: string;
}

/** The site (接種会場の情報). */
export interface ApplicationSite {
  /** 接種会場所在地 */
  address: ApplicationAddress;
  /** 接種会場におけるエレベーター有無 */
  elevator?: boolean;
  /** FAX番号 */
  fax?: string;
  /** 接種会場名称 */
  name?: string;
  /** 接種体制分類: 01, 02 or 03. */
  pattern?: "01" | "02" | "03";
}

/** The site beside the stored registration. */
export interface ApplicationSiteBlock {
  /** 右記の既存登録情報から変更する */
  change: boolean;
  /** What is entered when `change` is ticked; in an effective form also what was taken over. */
  entry?: ApplicationSite;
}

/** The site beside the stored registration. */
export interface ApplicationSiteBlockInput {
  /** 右記の既存登録情報から変更する */
  change?: boolean;
  /** What is entered when `change` is ticked; in an effective form also what was taken over. */
  entry?: ApplicationSiteInput;
}

/** The site (接種会場の情報). */
export interface ApplicationSiteInput {
  /** 接種会場所在地 */
  address?: ApplicationAddressInput;
  /** 接種会場におけるエレベーター有無 */
  elevator?: boolean;
  /** FAX番号 */
  fax?: string;
  /** 接種会場名称 */
  name?: string;
  /** 接種体制分類: 01, 02 or 03. */
  pattern?: "01" | "02" | "03";
}

/** A person in charge (ワクチン接種担当者): the first is required, the second is whole or left out. */
export interface ApplicationStaff {
  /** 所属組織 */
  affiliation?: string;
  /** 部署名 */
  department?: string;
  /** メールアドレス */
  mail?: string;
  /** 氏名 */
  name?: string;
  /** 電話番号 */
  telephone?: string;
  /** 役職 */
  title?: string;
}

/** What is stored from the doses 1 and 2 (既存登録情報). */
export interface ApplicationStored {
  /** 企業・大学等の情報 */
  company?: ApplicationCompany;
  /** 実施医療機関の情報 */
  institution?: ApplicationInstitution;
  /** 接種会場の情報 */
  site?: ApplicationSite;
}

/** What is stored from the doses 1 and 2 (既存登録情報). */
export interface ApplicationStoredInput {
  /** 企業・大学等の情報 */
  company?: ApplicationCompanyInput;
  /** 実施医療機関の情報 */
  institution?: ApplicationInstitutionInput;
  /** 接種会場の情報 */
  site?: ApplicationSiteInput;
}

/** Supplies that are wished (物品の納品希望情報); what is not said is not wished. */
export interface ApplicationSupplies {
  /** フェイスシールド */
  face_shields: boolean;
  /** 非滅菌手袋 */
  gloves: boolean;
  /** アイソレーションガウン */
  isolation_gowns: boolean;
  /** N95マスク */
  n95_masks: boolean;
  /** サージカルマスク */
  surgical_masks: boolean;
}

/** Supplies that are wished (物品の納品希望情報); what is not said is not wished. */
export interface ApplicationSuppliesInput {
  /** フェイスシールド */
  face_shields?: boolean;
  /** 非滅菌手袋 */
  gloves?: boolean;
  /** アイソレーションガウン */
  isolation_gowns?: boolean;
  /** N95マスク */
  n95_masks?: boolean;
  /** サージカルマスク */
  surgical_masks?: boolean;
}

/** A form that was judged. */
export interface ApplicationValidateAnswer {
  /** The five conditions in their printed order. */
  conditions: ApplicationConditionAnswer[];
  /** The form as it counts: blocks taken over, receivers named, what is ignored left out. For reading, not to be sent again. */
  effective: ApplicationForm;
  /** Whether it can be submitted or, with `submit` false, kept: no finding is an error. */
  ready: boolean;
}

/** A form to judge. */
export interface ApplicationValidateRequest {
  /** The day at which municipality codes are looked up. */
  date: string;
  /** The form. */
  form: ApplicationFormInput;
  /** The stored registration of the doses 1 and 2 (既存登録情報). */
  stored?: ApplicationStoredInput;
  /** Whether it is to be submitted; a draft may leave fields out. */
  submit?: boolean;
}

/** A supply shared out. */
export interface ApportionAnswer {
  /** The amounts, in the order of the request. */
  amounts: AmountRow[];
  /** What was given in all. */
  given: number;
  /** What no cap had room for. */
  left_over: number;
  /** The method used. */
  method: "largest-remainder" | "webster" | "jefferson" | "adams" | "hill";
  /** Why, in the order of the request; absent unless asked for. */
  explanations?: ExplanationAnswer[];
  /** The tied set; absent unless the end of the supply fell among equal claims. */
  tie?: TieAnswer;
}

/** A supply shared out. */
export interface ApportionAnswerInput {
  /** The amounts, in the order of the request. */
  amounts: readonly AmountRow[];
  /** What was given in all. */
  given: number;
  /** What no cap had room for. */
  left_over: number;
  /** The method used. */
  method: "largest-remainder" | "webster" | "jefferson" | "adams" | "hill";
  /** Why, in the order of the request; absent unless asked for. */
  explanations?: readonly ExplanationAnswerInput[];
  /** The tied set; absent unless the end of the supply fell among equal claims. */
  tie?: TieAnswerInput;
}

/** A request of `allocation.apportion` and what was answered. */
export interface ApportionPair {
  /** The request. */
  request: ApportionRequest;
  /** The member `answer` of the answer. */
  answer: ApportionAnswerInput;
}

/** A supply to share in whole units. */
export interface ApportionRequest {
  /** The units to share. */
  supply: number;
  /** Who shares them, at most 1,000,000. */
  recipients: readonly RecipientRequest[];
  /** How much the answer explains. */
  explain?: "none" | "figures" | "text";
  /** What Adams and Hill do when the supply does not reach to one unit for everybody. */
  first_units?: "refuse" | "by-weight";
  /** How; absent = largest remainder (assumption.proposal-method). */
  method?: "largest-remainder" | "webster" | "jefferson" | "adams" | "hill";
  /** Ties by the ruled order (larger weight, then smaller id), or refused. */
  ties?: "ruled" | "report";
}

/** An entry of the register of assumptions. */
export interface AssumptionAnswer {
  /** What could be done instead. */
  alternatives: Bilingual[];
  /** Its id. */
  id: string;
  /** A decision, a reading, or a value that is not published. */
  kind: "assumption" | "reading" | "not-published";
  /** The question that the sources leave open. */
  question: Bilingual;
  /** The rules it concerns. */
  rules: string[];
  /** What vsys does. */
  ruling: Bilingual;
}

/** The register in the order of ids. */
export interface AssumptionsAnswer {
  /** The assumptions. */
  assumptions: AssumptionAnswer[];
}

/** Which assumptions to list. */
export interface AssumptionsRequest {
  /** Only assumptions about this rule, such as `ALC-5`. */
  rule?: string;
}

/** A bundled formula with its citation. */
export interface BundledAnswer {
  /** The cycle it was used for. */
  cycle: string;
  /** Its id. */
  id: string;
  /** The columns it needs, in the order of the table. */
  inputs: PolicyInputAnswer[];
  /** Among whom it shares. */
  level: "prefecture" | "municipality";
  /** The ids of its sources. */
  sources: string;
  /** What it is called. */
  title: Bilingual;
}

/** A supply shared from the nation down. Every list is in the order of giver and code. */
export interface CascadeAnswer {
  /** 基本型接種施設 */
  hubs: LevelRow[];
  /** The method used. */
  method: "largest-remainder" | "webster" | "jefferson" | "adams" | "hill";
  /** 市町村 */
  municipalities: LevelRow[];
  /** 国 */
  nation: LevelRow;
  /** Who got nothing, by level and reason. */
  nothing: NothingRow[];
  /** 都道府県 */
  prefectures: LevelRow[];
  /** サテライト */
  satellites: SatelliteRow[];
  /** Who is short of needles or syringes. */
  shortfalls: ShortfallRow[];
  /** The ties, by level and giver. */
  ties: GroupTieRow[];
  /** Why, by level; absent unless asked for. */
  explanations?: ExplanationAnswer[];
  /** The state with which the workflow begins; absent unless asked for. */
  state?: StateDocument;
}

/** A supply shared from the nation down. Every list is in the order of giver and code. */
export interface CascadeAnswerInput {
  /** 基本型接種施設 */
  hubs: readonly LevelRow[];
  /** The method used. */
  method: "largest-remainder" | "webster" | "jefferson" | "adams" | "hill";
  /** 市町村 */
  municipalities: readonly LevelRow[];
  /** 国 */
  nation: LevelRow;
  /** Who got nothing, by level and reason. */
  nothing: readonly NothingRow[];
  /** 都道府県 */
  prefectures: readonly LevelRow[];
  /** サテライト */
  satellites: readonly SatelliteRow[];
  /** Who is short of needles or syringes. */
  shortfalls: readonly ShortfallRow[];
  /** The ties, by level and giver. */
  ties: readonly GroupTieRowInput[];
  /** Why, by level; absent unless asked for. */
  explanations?: readonly ExplanationAnswerInput[];
  /** The state with which the workflow begins; absent unless asked for. */
  state?: StateDocumentInput;
}

/** A request of `allocation.cascade` and what was answered. */
export interface CascadePair {
  /** The request. */
  request: CascadeRequest;
  /** The member `answer` of the answer. */
  answer: CascadeAnswerInput;
}

/** A supply to share from the nation down. */
export interface CascadeRequest {
  /** The number of the cycle (クール). */
  cycle: number;
  /** The Monday of the delivery week, which decides the pack. */
  delivery_week: string;
  /** The vaccine's id in the product master. */
  product: string;
  /** The registered supply. */
  supply: SupplyRequest;
  /** How a hub's capacity in doses is rounded to boxes. */
  capacity_rounding?: "ceil" | "floor" | "half-up";
  /** How much the answer explains. */
  explain?: "none" | "figures" | "text";
  /** Only these recipients are explained; absent = all. */
  explain_only?: readonly string[];
  /** What Adams and Hill do when a supply does not reach. */
  first_units?: "refuse" | "by-weight";
  /** The hubs, at most 200,000. */
  hubs?: readonly HubRequest[];
  /** How, at every level; absent = largest remainder (assumption.proposal-method). */
  method?: "largest-remainder" | "webster" | "jefferson" | "adams" | "hill";
  /** The municipalities; one that only its hubs name is there with nothing asked of it. */
  municipalities?: readonly AllocationMunicipalityRequest[];
  /** Needles and syringes. */
  needles?: NeedlesRequest;
  /** The prefectures; one that only its municipalities name is there with nothing asked of it. */
  prefectures?: readonly PrefectureRequest[];
  /** The satellites, at most 200,000. */
  satellites?: readonly SatelliteRequest[];
  /** How a share of boxes is rounded. */
  share_rounding?: "ceil" | "floor" | "half-up";
  /** Whether the answer holds the state with which the workflow begins. */
  state?: boolean;
  /** Ties by the ruled order, or refused. */
  ties?: "ruled" | "report";
}

/** An amount that a repair changed. */
export interface ChangeAnswer {
  /** Whose amount. */
  id: string;
  /** prefecture, municipality or site. */
  level: string;
  /** Needle boxes after. */
  needles: number;
  /** Needle boxes before. */
  needles_before: number;
  /** Syringe boxes after. */
  syringes: number;
  /** Syringe boxes before. */
  syringes_before: number;
}

/** The givers, in the order of the request. */
export interface CheckAnswer {
  /** The givers. */
  givers: GiverAnswer[];
  /** Ｘ when any giver is Ｘ. */
  overall: "〇" | "Ｘ";
}

/** Givers to mark. */
export interface CheckRequest {
  /** The givers. */
  givers: readonly GiverRequest[];
}

/** Surcharges of a municipality that are claimed apart from the fee (別請求). */
export interface ClaimApart {
  /** With tax. */
  amount: number;
  /** How many records. */
  count: number;
  /** The code of the municipality, never of a ward. */
  municipality: string;
  /** Its name. */
  name: string;
  /** Before tax. */
  net: number;
  /** 時間外 or 休日. */
  time: "regular" | "off_hours" | "holiday";
  /** The surcharge of one before tax. */
  unit: number;
  /** The month of vaccination (接種月). */
  vaccination_month: string;
}

/** A case that is claimed, or several alike; the same may stand in several rows. */
export interface ClaimCaseRequest {
  /** 6歳未満 or 6歳以上. */
  age: "under_six" | "six_and_over";
  /** With or without a coupon: the table of the entry screen. */
  coupon: "with_coupon" | "without_coupon";
  /** The code of the municipality where the person lives; a ward stands for its city. */
  municipality: string;
  /** 予診のみ or 接種. */
  service: "consultation_only" | "vaccination";
  /** How many (請求件数). */
  count?: number;
  /** 時間内, 時間外 or 休日. */
  time?: "regular" | "off_hours" | "holiday";
}

/** What the linter found; the findings say what is wrong and where. */
export interface ClaimCheckAnswer {
  /** Whether nothing is wrong but for warnings. */
  valid: boolean;
  /** What the sheets claim: the municipal ones together, or the summary where these are not given. */
  claimed?: ClaimCheckTotal;
  /** Yen of the sheets less yen of the records, where both are given. */
  difference?: number;
  /** What the records make: on the municipal sheets, or on the summary where these are not given. */
  expected?: ClaimCheckTotal;
  /** The records, where they were given. */
  records?: ClaimCheckedRecords;
  /** The sheets, where they were given. */
  sheets?: ClaimCheckedSheets;
}

/** The lines of one class (区分). */
export interface ClaimCheckGroup {
  /** The lines. */
  lines: readonly ClaimCheckLine[];
  /** 予診のみ or 接種. */
  service: "consultation_only" | "vaccination";
  /** Their sum as printed (小計). */
  subtotal: ClaimCheckSum;
}

/** The head of the sheets as printed; a blank field is told. */
export interface ClaimCheckHead {
  /** The address (医療機関等の所在地). */
  address?: string;
  /** The class of the institution (施設等区分). */
  facility_class?: string;
  /** The number as printed (医療機関等番号（10桁）). */
  institution?: string;
  /** The kind of the number, which decides whether its check digit is tested. */
  institution_kind?: "insurance" | "similar" | "care";
  /** The code of the municipality where the institution is; without it, the municipality whose sheet is checked. */
  municipality?: string;
  /** The name (医療機関等名称). */
  name?: string;
  /** The representative (代表者氏名). */
  representative?: string;
  /** The telephone number (電話番号). */
  telephone?: string;
}

/** A line of a sheet: which one is meant, and what stands there. */
export interface ClaimCheckLine {
  /** The class of age that is meant. */
  age: "under_six" | "six_and_over";
  /** With tax, as printed (請求金額). */
  amount: number;
  /** Cases (請求件数). */
  count: number;
  /** As printed (種類). */
  label?: string;
  /** The class of time that is meant. */
  time?: "regular" | "off_hours" | "holiday";
  /** The price of one before tax, as printed. */
  unit_price?: number;
}

/** A municipal sheet as printed (市区町村別請求書). */
export interface ClaimCheckMunicipal {
  /** 予診のみ and 接種. */
  groups: readonly ClaimCheckGroup[];
  /** The total (合計). */
  total: ClaimCheckSum;
  /** To whom it goes, with the form of address. */
  addressee?: string;
  /** Whether the box is checked: it goes to the own municipality. */
  checked?: boolean;
  /** The kind of coupon; without it, what `coupon_class` says. */
  coupon?: "with_coupon" | "without_coupon";
  /** The kind of coupon as printed (被接種者区分). */
  coupon_class?: string;
  /** The number of the municipality as printed (市区町村番号). */
  municipality?: string;
  /** The name of the municipality. */
  municipality_name?: string;
  /** The title. */
  title?: string;
}

/** A line of a list of prices: which one is meant, and what stands there. */
export interface ClaimCheckPrice {
  /** The class of age that is meant. */
  age: "under_six" | "six_and_over";
  /** Yen before tax, as printed. */
  price: number;
  /** 予診のみ or 接種. */
  service: "consultation_only" | "vaccination";
  /** As printed (種類). */
  label?: string;
  /** The class of time that is meant. */
  time?: "regular" | "off_hours" | "holiday";
}

/** A vaccination, or a consultation without one, as it is claimed (請求の明細). */
export interface ClaimCheckRecord {
  /** Whether the form carries a coupon. */
  coupon: "with_coupon" | "without_coupon";
  /** The day (接種日), JST. */
  date: string;
  /** The code of the municipality that issued the coupon; a ward stands for its city. */
  municipality: string;
  /** 予診のみ or 接種. */
  service: "consultation_only" | "vaccination";
  /** 6歳未満 or 6歳以上; must agree with the birth date where both are given. */
  age?: "under_six" | "six_and_over";
  /** The birth date; it or `age` is needed. */
  birth_date?: string;
  /** 時間内, 時間外 or 休日 as claimed; must agree with the posted hours where these and `time` are given. */
  class?: "regular" | "off_hours" | "holiday";
  /** Which dose it was, from 1. */
  dose?: number;
  /** The number of the coupon (券番号); without it the record cannot be compared with others. */
  number?: string;
  /** Whether the form was claimed before and came back (返戻). */
  returned?: boolean;
  /** The time of day, JST, such as 09:30; judged by the posted hours where these are given. */
  time?: string;
}

/** Records, sheets or both: beside records the sheets are the whole claim, alone they may be a part of it. */
export interface ClaimCheckRequest {
  /** The month of claim (請求月). */
  billing_month: string;
  /** The hours that the institution has posted, as `claims.classify` takes them. */
  hours?: HoursRequest;
  /** The records; at least one of `records` and `sheets` is needed. */
  records?: readonly ClaimCheckRecord[];
  /** How a fraction of a yen is rounded, once per printed line. */
  rounding?: "ceil" | "floor" | "half-up";
  /** The sheets as printed. */
  sheets?: ClaimCheckSheets;
  /** The type of the site. */
  site?: "institution" | "special_site" | "workplace" | "workplace_moderna";
  /** The month of vaccination whose last day decides about prices, tax and codes on the sheets; absent = the month before the month of claim. */
  vaccination_month?: string;
}

/** Sheets as printed; an answer of `claims.sheets` can stand here as it is. */
export interface ClaimCheckSheets {
  /** The form. */
  form: "old" | "new";
  /** The month of claim as printed. */
  billing_month?: string;
  /** Who claims. */
  head?: ClaimCheckHead;
  /** The municipal sheets; absent where they are not at hand, empty where there are none. */
  municipal?: readonly ClaimCheckMunicipal[];
  /** The list of prices as printed (単価). */
  prices?: readonly ClaimCheckPrice[];
  /** Not looked at. */
  rendered?: unknown;
  /** The summary. */
  summary?: ClaimCheckSummary;
  /** The rate of the tax, as a fraction. */
  tax_rate?: string;
}

/** A subtotal or total as printed. */
export interface ClaimCheckSum {
  /** Yen with tax. */
  amount: number;
  /** Cases. */
  count: number;
}

/** The summary as printed (請求総括書). */
export interface ClaimCheckSummary {
  /** 予診のみ and 接種. */
  groups: readonly ClaimCheckGroup[];
  /** The total (合計). */
  total: ClaimCheckSum;
  /** To whom it goes, with the form of address. */
  addressee?: string;
  /** Whether the box is checked: the own municipality is included. */
  checked?: boolean;
  /** The title. */
  title?: string;
}

/** Cases and yen. */
export interface ClaimCheckTotal {
  /** Yen with tax. */
  amount: number;
  /** Cases. */
  count: number;
}

/** What became of the records. */
export interface ClaimCheckedRecords {
  /** What is claimed from municipalities apart from the fee, by code, month of vaccination and class of time. */
  apart: ClaimApart[];
  /** How many count on the sheets. */
  counted: number;
  /** How many there are. */
  given: number;
  /** How many an error keeps out. */
  kept_out: number;
}

/** Which sheets are in order: no error stands on them. */
export interface ClaimCheckedSheets {
  /** The municipal sheets in their order. */
  municipal: boolean[];
  /** The summary, where there is one. */
  summary?: boolean;
}

/** When the claims of a month close. */
export interface ClaimDeadlineAnswer {
  /** The month of claim. */
  billing_month: string;
  /** The days over which the deadline moved. */
  closed_days: ClosedDayAnswer[];
  /** The last day on which the claim is taken. */
  deadline: string;
  /** The 10th. */
  nominal: string;
  /** The last day on which it is paid. */
  payment_by: string;
  /** The month of vaccination that it closes. */
  vaccination_month: string;
  /** Whether it is met on `today`; absent without it. */
  met?: boolean;
}

/** Months of claim whose deadlines are asked for. */
export interface ClaimDeadlineRequest {
  /** The first month of claim (請求月). */
  billing_month: string;
  /** How many months, one after the other. */
  months?: number;
  /** A day on which is asked whether the deadlines are met. */
  today?: string;
}

/** Deadlines in the order of months. */
export interface ClaimDeadlinesAnswer {
  /** The deadlines. */
  deadlines: ClaimDeadlineAnswer[];
}

/** The sheets as documents; they hold the personal data of the head, as the print does. */
export interface ClaimRenderings {
  /** CSV in UTF-8 with BOM. */
  csv?: string;
  /** CSV in CP932, its bytes in base64. */
  csv_cp932?: string;
  /** One HTML document that prints each sheet on a page of A4. */
  html?: string;
  /** Plain text, the sheets parted by a form feed. */
  text?: string;
}

/** A sheet: 請求総括書 or 市区町村別請求書. */
export interface ClaimSheet {
  /** To whom it goes, with the form of address. */
  addressee: string;
  /** Whether the box of the own municipality is checked. */
  checked: boolean;
  /** 予診のみ, then 接種. */
  groups: ClaimSheetGroup[];
  /** The title. */
  title: string;
  /** The total (合計). */
  total: ClaimSheetSum;
  /** The kind of coupon; only on a municipal sheet. */
  coupon?: "with_coupon" | "without_coupon";
  /** The kind of coupon as printed (被接種者区分); only on a municipal sheet. */
  coupon_class?: string;
  /** The code of the municipality (市区町村番号); only on a municipal sheet. */
  municipality?: string;
  /** The name of the municipality; only on a municipal sheet. */
  municipality_name?: string;
}

/** The lines of one class (区分). */
export interface ClaimSheetGroup {
  /** The lines in the order of the print. */
  lines: ClaimSheetLine[];
  /** 予診のみ or 接種. */
  service: "consultation_only" | "vaccination";
  /** Their sum (小計). */
  subtotal: ClaimSheetSum;
}

/** The head of the sheets, from the institution's record in V-SYS; a blank field is told and stays blank in print. */
export interface ClaimSheetHead {
  /** The kind of the number, which decides whether its check digit is tested. */
  institution_kind: "insurance" | "similar" | "care";
  /** The code of the municipality where the institution is; a ward stands for its city. */
  municipality: string;
  /** The address (医療機関等の所在地). */
  address?: string;
  /** The class of the institution (施設等区分), never interpreted. */
  facility_class?: string;
  /** The ten-digit number (医療機関等番号). */
  institution?: string;
  /** The name (医療機関等名称). */
  name?: string;
  /** The representative (代表者氏名), as the institution's record in the reception system has it. */
  representative?: string;
  /** The telephone number (電話番号). */
  telephone?: string;
}

/** The head of the sheets, from the institution's record in V-SYS; a blank field is told and stays blank in print. */
export interface ClaimSheetHeadInput {
  /** The code of the municipality where the institution is; a ward stands for its city. */
  municipality: string;
  /** The address (医療機関等の所在地). */
  address?: string;
  /** The class of the institution (施設等区分), never interpreted. */
  facility_class?: string;
  /** The ten-digit number (医療機関等番号). */
  institution?: string;
  /** The kind of the number, which decides whether its check digit is tested. */
  institution_kind?: "insurance" | "similar" | "care";
  /** The name (医療機関等名称). */
  name?: string;
  /** The representative (代表者氏名), as the institution's record in the reception system has it. */
  representative?: string;
  /** The telephone number (電話番号). */
  telephone?: string;
}

/** A line of a sheet. The columns 決定件数 and 決定金額 are the payer's. */
export interface ClaimSheetLine {
  /** The class of age. */
  age: "under_six" | "six_and_over";
  /** With tax, rounded once (請求金額, 税込み). */
  amount: number;
  /** Cases (請求件数). */
  count: number;
  /** As printed (種類). */
  label: string;
  /** The class of time. */
  time: "regular" | "off_hours" | "holiday";
  /** The price of one before tax (単価, 税抜き); absent while its addition is not in force. */
  unit_price?: number;
}

/** A subtotal or total (小計・合計). */
export interface ClaimSheetSum {
  /** Yen with tax. */
  amount: number;
  /** Cases. */
  count: number;
}

/** The sheets of a month. */
export interface ClaimSheetsAnswer {
  /** The month of claim. */
  billing_month: string;
  /** The form. */
  form: "old" | "new";
  /** Who claims, as given. */
  head: ClaimSheetHead;
  /** The municipal sheets (市区町村別請求書): those with coupon by code, then those without; none for a municipality without a case. */
  municipal: ClaimSheet[];
  /** The summary (請求総括書). */
  summary: ClaimSheet;
  /** The rate of the tax, as a fraction. */
  tax_rate: string;
  /** The renderings that were asked for. */
  rendered?: ClaimRenderings;
}

/** What is claimed for a month, and how the sheets shall look. */
export interface ClaimSheetsRequest {
  /** The month of claim (請求月). */
  billing_month: string;
  /** What is claimed. */
  cases: readonly ClaimCaseRequest[];
  /** The form: old, or new from the month of claim 2022-01. */
  form: "old" | "new";
  /** Who claims. */
  head: ClaimSheetHeadInput;
  /** Whether the summary includes the residents of the institution's own municipality. */
  include_own: boolean;
  /** The month of vaccination (接種月): prices, tax and codes are those of its last day. */
  vaccination_month: string;
  /** As what the sheets are rendered, besides as data. */
  render?: readonly ("html" | "csv" | "csv_cp932" | "text")[];
  /** Where a fraction of a yen arises, how it is rounded; once per printed line, never per dose. */
  rounding?: "ceil" | "floor" | "half-up";
  /** The rate of the tax, such as "0.10"; absent = that of the month of vaccination. */
  tax_rate?: string;
  /** The totals as entered, to be compared. */
  totals?: readonly ClaimTotalRequest[];
}

/** A total of the entry screen (総数), compared with the sum of the cases. */
export interface ClaimTotalRequest {
  /** 6歳未満 or 6歳以上. */
  age: "under_six" | "six_and_over";
  /** The figure. */
  count: number;
  /** The table. */
  coupon: "with_coupon" | "without_coupon";
  /** 予診のみ or 接種. */
  service: "consultation_only" | "vaccination";
  /** 時間内, 時間外 or 休日. */
  time?: "regular" | "off_hours" | "holiday";
}

/** The class of time of a vaccination. */
export interface ClassifyAnswer {
  /** The day of vaccination. */
  date: string;
  /** Why it is of this class. */
  reason: "within_hours" | "outside_hours" | "sunday" | "national_holiday" | "no_hours";
  /** The rule that says so. */
  rule: string;
  /** The reason as a sentence. */
  text: Bilingual;
  /** 時間内, 時間外 or 休日. */
  time: "regular" | "off_hours" | "holiday";
  /** The name of the national holiday, where the day is one. */
  holiday?: string;
  /** The span in which it lies. */
  span?: HoursSpanAnswer;
}

/** A vaccination of an institution. */
export interface ClassifyRequest {
  /** When it was given, JST. */
  at: string;
  /** The hours that the institution has posted. */
  hours: HoursRequest;
}

/** A day over which a deadline moved. */
export interface ClosedDayAnswer {
  /** The day. */
  date: string;
  /** Why it is closed. */
  reason: "saturday" | "sunday" | "national_holiday";
  /** The name of the holiday, where it is one. */
  holiday?: string;
}

/** A municipality code and the day at which it is asked for. */
export interface CodeMunicipalityRequest {
  /** Six digits. */
  code: string;
  /** The day. */
  date: string;
}

/** A column of figures (項目の列). */
export interface ColumnRequest {
  /** Its name: a small letter, then small letters, digits and underscores, 40 at most. */
  name: string;
  /** One value for each recipient. */
  values: readonly number[];
}

/** Two ways side by side. */
export interface CompareAnswer {
  /** How fair the first is. */
  first: FairnessAnswer;
  /** What the gainers gain in all. */
  gained: number;
  /** How many gain by the second. */
  gainers: number;
  /** How many lose by the second. */
  losers: number;
  /** What the losers lose in all. */
  lost: number;
  /** The recipients, in the order of the request. */
  rows: ComparedRow[];
  /** How fair the second is. */
  second: FairnessAnswer;
}

/** Two ways to share among the same recipients. */
export interface CompareRequest {
  /** The recipients. */
  ids: readonly string[];
  /** Their figures. */
  columns: readonly ColumnRequest[];
  /** The units to share. */
  supply: number;
  /** The one way. */
  first: SideRequest;
  /** The other. */
  second: SideRequest;
  /** The column of people, against whom fairness is measured. */
  people: string;
  /** What one unit holds, in doses. */
  doses_per_unit?: number;
}

/** A recipient under both ways. */
export interface ComparedRow {
  /** What the second gives more. */
  difference: number;
  /** What the first gives. */
  first: number;
  /** The recipient. */
  id: string;
  /** What the second gives. */
  second: number;
}

/** One quantity in every unit of the product. */
export interface ConvertAnswer {
  /** Boxes (箱). */
  boxes: number;
  /** Doses (回分) that the boxes hold. */
  doses: number;
  /** Doses in one box. */
  doses_per_box: number;
  /** Pieces (本), of needles and syringes. */
  pieces?: number;
  /** Vials (バイアル), of vaccine. */
  vials?: number;
}

/** A quantity to convert: boxes, or doses that are rounded to boxes. */
export interface ConvertRequest {
  /** The product's id in the product master. */
  product: string;
  /** The Monday of the delivery week, which decides the pack. */
  delivery_week: string;
  /** Boxes (箱); exactly one of `boxes` and `doses`. */
  boxes?: number;
  /** Doses (回分), rounded to boxes by `rounding`. */
  doses?: number;
  /** How doses are rounded to boxes. */
  rounding?: "ceil" | "floor" | "half-up";
}

/** One cycle (クール). */
export interface CycleAnswer {
  /** The last day of vaccination. */
  end: string;
  /** Its number, from 1. */
  number: number;
  /** The first day of vaccination. */
  start: string;
  /** When changes close (計画変更〆切), JST; absent where not published. */
  deadline?: string;
  /** The Monday of the delivery week (配送週); absent where not published. */
  delivery_week?: string;
}

/** The cycles in the order of time. */
export interface CyclesAnswer {
  /** The cycles. */
  cycles: CycleAnswer[];
  /** Days of vaccination in a cycle. */
  days: number;
}

/** Cycles to list. */
export interface CyclesRequest {
  /** The first day of vaccination of the first cycle, a Monday. */
  start: string;
  /** How many cycles, 1 to 1,000. */
  count: number;
  /** The id of a calendar of the tables; absent = the workplace booster's of 2022. */
  calendar?: string;
  /** A calendar of the caller's own, in place of `calendar`. */
  own_calendar?: OwnCalendarInput;
}

/** A deadline. */
export interface DeadlineAnswer {
  /** The deadline, JST. */
  deadline: string;
  /** Whether it is met at `now`; absent without `now`. */
  met?: boolean;
  /** Whole minutes from `now` to the deadline; absent without `now` and when it has passed. */
  minutes_left?: number;
}

/** A deadline to tell, of a cycle or as it stands, and perhaps a moment to compare it with. */
export interface DeadlineRequest {
  /** The id of a calendar of the tables; absent = the workplace booster's of 2022. */
  calendar?: string;
  /** A deadline printed to the minute, JST. */
  deadline?: string;
  /** Whether it is the first cycle of the calendar. */
  first?: boolean;
  /** The moment at which is asked whether it is met, JST. */
  now?: string;
  /** A calendar of the caller's own, in place of `calendar`. */
  own_calendar?: OwnCalendarInput;
  /** The first day of vaccination of a cycle; exactly one of `start` and `deadline`. */
  start?: string;
}

/** Yes or no, with the reason and the rule in both cases. */
export interface DecideAnswer {
  /** Yes or no. */
  allowed: boolean;
  /** The roles that have such a permission on that day. */
  expected_roles: ("nation" | "prefecture" | "municipality" | "institution" | "site" | "maker" | "wholesaler" | "dry_ice_maker" | "needle_store" | "call_centre" | "group_organiser" | "medical_association" | "resident" | "system_administrator" | "service_desk")[];
  /** Why. */
  reason: Bilingual;
  /** The rule that decides. */
  rule: string;
  /** Where the role's permission stands; absent when it has none on that day. */
  edition?: EditionAnswer;
  /** On whose data the role's permission holds; absent when it has none on that day. */
  scope?: "all" | "own_prefecture" | "own_municipality" | "own";
}

/** Who wants to do what, when, and on whose data. */
export interface DecideRequest {
  /** Who wants to act. */
  actor: ActorRequest;
  /** The id of the action, such as `allocation.lock`. */
  action: string;
  /** On which day. */
  date: string;
  /** Whether the actor's ID is one of a booster site (追加接種のV-SYS ID). */
  booster_id?: boolean;
  /** On whose data. */
  target?: AccessTargetRequest;
}

/** The recipient furthest from its quota. */
export interface DeviationAnswer {
  /** What it got. */
  amount: number;
  /** The distance of amount and quota. */
  distance: string;
  /** The recipient; of equal ones the first of the request. */
  id: string;
  /** Its quota: what was given × people / Σ people. */
  quota: string;
}

/** An amount that an edit puts in place of another. */
export interface EditAmount {
  /** The recipient: a prefecture, a municipality or a site. */
  id: string;
  /** The new amount. */
  boxes: TripleDocument;
  /** Why. */
  reason: string;
}

/** A change by hand of a proposal. */
export interface EditRequest {
  /** The amount in place of the proposed one, in boxes. */
  boxes: number;
  /** Why. */
  reason: string;
}

/** Where a permission stands, and how long it holds. */
export interface EditionAnswer {
  /** The first day. */
  from: string;
  /** Where it stands. */
  source: string;
  /** The chapter of the role's manual; absent where another rule adds the permission. */
  chapter?: string;
  /** The first day on which it no longer holds; absent while it is open. */
  until?: string;
}

/** What is asked for. */
export interface EventRequest {
  /** fix (分配量を登録・確定), confirm (確認済), edit (編集), complete (分配作業完了) or lock (データロック). */
  kind: "fix" | "confirm" | "edit" | "complete" | "lock";
  /** The new amounts of an edit. */
  amounts?: readonly EditAmount[];
  /** How a lock repairs needles that do not reach. */
  repair?: "top-up" | "cap-to-parent";
}

/** Why a recipient got what it got. */
export interface ExplanationAnswer {
  /** What it got. */
  amount: number;
  /** Which bound holds its share. */
  bound: "free" | "floor" | "cap";
  /** Its floor. */
  floor: number;
  /** The recipient. */
  id: string;
  /** Where the amount comes from. */
  origin: "proposal" | "share" | "imported" | "edited";
  /** How many recipients share the supply. */
  recipients: number;
  /** Largest remainder: how many remainders there were. */
  remainders: number;
  /** Largest remainder: how many of them were rounded up. */
  rounded_up: number;
  /** The water-filled share, clamp(λ × weight, floor, cap). */
  share: string;
  /** What the group had to share by the method. */
  supply: number;
  /** Its weight. */
  weight: number;
  /** Σ weights, as a fraction, since it may leave the range of numbers. */
  weight_sum: string;
  /** Its cap; absent = unlimited. */
  cap?: number;
  /** Divisor methods: the priority of its last unit above the floor; of Hill the square. */
  last_priority?: string;
  /** Divisor methods: the priority of the next unit, which it did not get; of Hill the square. */
  next_priority?: string;
  /** The raw quota, supply × weight / Σ weights. */
  quota?: string;
  /** Largest remainder: the place of its remainder, from 1; absent for a whole share. */
  rank?: number;
  /** Why, in sentences. */
  text?: TextAnswer;
  /** Within the tied set: what decided. */
  tie?: "larger-weight" | "smaller-code";
}

/** Why a recipient got what it got. */
export interface ExplanationAnswerInput {
  /** What it got. */
  amount: number;
  /** Which bound holds its share. */
  bound: "free" | "floor" | "cap";
  /** Its floor. */
  floor: number;
  /** The recipient. */
  id: string;
  /** Where the amount comes from. */
  origin: "proposal" | "share" | "imported" | "edited";
  /** How many recipients share the supply. */
  recipients: number;
  /** Largest remainder: how many remainders there were. */
  remainders: number;
  /** Largest remainder: how many of them were rounded up. */
  rounded_up: number;
  /** The water-filled share, clamp(λ × weight, floor, cap). */
  share: string;
  /** What the group had to share by the method. */
  supply: number;
  /** Its weight. */
  weight: number;
  /** Σ weights, as a fraction, since it may leave the range of numbers. */
  weight_sum: string;
  /** Its cap; absent = unlimited. */
  cap?: number;
  /** Divisor methods: the priority of its last unit above the floor; of Hill the square. */
  last_priority?: string;
  /** Divisor methods: the priority of the next unit, which it did not get; of Hill the square. */
  next_priority?: string;
  /** The raw quota, supply × weight / Σ weights. */
  quota?: string;
  /** Largest remainder: the place of its remainder, from 1; absent for a whole share. */
  rank?: number;
  /** Why, in sentences. */
  text?: TextAnswer;
  /** Within the tied set: what decided. */
  tie?: "larger-weight" | "smaller-code";
}

/** A request for approval (承認申請). */
export interface FacilityApproval {
  /** What it asks for; an item without a value is cleared. */
  after: FacilityFields;
  /** The items, in the order of the approval list. */
  items: ("code" | "representative" | "contract_joined" | "contract_left" | "proxy_entry" | "products" | "hub" | "general_intake" | "municipality" | "name" | "postal_code" | "address" | "delivery_name" | "delivery_postal_code" | "delivery_address" | "fax" | "homepage" | "freezers_75" | "freezers_20" | "freezers_10" | "parking" | "availability" | "doses_a_week" | "delivery_weekday" | "proxy_booking" | "new_insurance_code" | "new_insurance_code_spare" | "care_code" | "new_care_code" | "new_care_code_spare" | "responsible_doctor" | "report")[];
  /** When it was asked. */
  requested_at: string;
  /** The role that asked. */
  requested_by: "nation" | "prefecture" | "municipality" | "institution" | "site" | "maker" | "wholesaler" | "dry_ice_maker" | "needle_store" | "call_centre" | "group_organiser" | "medical_association" | "resident" | "system_administrator" | "service_desk";
  /** How far it is. */
  status: "pending" | "approved" | "rejected";
  /** When it was decided. */
  decided_at?: string;
  /** Why it was rejected. */
  reason?: string;
}

/** A request for approval (承認申請). */
export interface FacilityApprovalInput {
  /** What it asks for; an item without a value is cleared. */
  after: FacilityFieldsInput;
  /** The items, in the order of the approval list. */
  items: readonly ("code" | "representative" | "contract_joined" | "contract_left" | "proxy_entry" | "products" | "hub" | "general_intake" | "municipality" | "name" | "postal_code" | "address" | "delivery_name" | "delivery_postal_code" | "delivery_address" | "fax" | "homepage" | "freezers_75" | "freezers_20" | "freezers_10" | "parking" | "availability" | "doses_a_week" | "delivery_weekday" | "proxy_booking" | "new_insurance_code" | "new_insurance_code_spare" | "care_code" | "new_care_code" | "new_care_code_spare" | "responsible_doctor" | "report")[];
  /** When it was asked. */
  requested_at: string;
  /** The role that asked. */
  requested_by: "nation" | "prefecture" | "municipality" | "institution" | "site" | "maker" | "wholesaler" | "dry_ice_maker" | "needle_store" | "call_centre" | "group_organiser" | "medical_association" | "resident" | "system_administrator" | "service_desk";
  /** How far it is. */
  status: "pending" | "approved" | "rejected";
  /** When it was decided. */
  decided_at?: string;
  /** Why it was rejected. */
  reason?: string;
}

/** The most that a facility can receive. */
export interface FacilityCap {
  /** The reported capacity, in doses. */
  capacity: number;
  /** The cap in boxes; absent for a satellite. */
  boxes?: number;
  /** The cap of a satellite in vials. */
  vials?: number;
}

/** The record after a change. */
export interface FacilityChangeAnswer {
  /** What the change did. */
  effects: FacilityEffects;
  /** The record. */
  facility: FacilityDocument;
  /** The line of the operation log. */
  log: LogAnswer;
  /** The move of the request for approval; absent when none was made. */
  step?: StepAnswer;
}

/** Who registers or changes what of a facility. */
export interface FacilityChangeRequest {
  /** Who acts: the facility itself, or its municipality where it may enter. */
  actor: ActorRequest;
  /** When, JST. */
  at: string;
  /** What is to be changed. */
  changes: FacilityChanges;
  /** The record, as it was answered before; left out at the first registration. */
  facility?: FacilityDocumentInput;
}

/** What is to be changed: a member that is left out stays as it is. */
export interface FacilityChanges {
  /** 住所 */
  address?: string;
  /** 予約空き状況 ※, as it is shown. */
  availability?: string;
  /** 介護保険事業所番号 */
  care_code?: string;
  /** The fields that are cleared. */
  clear?: readonly ("code" | "representative" | "contract_joined" | "contract_left" | "proxy_entry" | "products" | "hub" | "general_intake" | "municipality" | "name" | "postal_code" | "address" | "delivery_name" | "delivery_postal_code" | "delivery_address" | "fax" | "homepage" | "freezers_75" | "freezers_20" | "freezers_10" | "parking" | "availability" | "doses_a_week" | "delivery_weekday" | "proxy_booking" | "new_insurance_code" | "new_insurance_code_spare" | "care_code" | "new_care_code" | "new_care_code_spare" | "responsible_doctor" | "report")[];
  /** 医療機関コード (approval) */
  code?: FacilityCode;
  /** 集合契約加入日 (approval) */
  contract_joined?: string;
  /** 集合契約脱退日 (approval) */
  contract_left?: string;
  /** 納入先住所 ※ */
  delivery_address?: string;
  /** 納入先施設名 */
  delivery_name?: string;
  /** 納入先郵便番号 ※, seven digits. */
  delivery_postal_code?: string;
  /** 定期納品希望曜日 */
  delivery_weekday?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
  /** The doctors' forms that are saved. */
  doctors?: readonly FacilityDoctorForm[];
  /** 週当たり接種予定回数 */
  doses_a_week?: number;
  /** ファクシミリ */
  fax?: string;
  /** ディープフリーザー(-10℃)(台) */
  freezers_10?: number;
  /** ディープフリーザー(-20℃)(台) */
  freezers_20?: number;
  /** ディープフリーザー(-75℃)(台) */
  freezers_75?: number;
  /** 一般受入 (approval) */
  general_intake?: boolean;
  /** ホームページ */
  homepage?: string;
  /** 基本型接種施設名 (approval): the hub of a satellite. */
  hub?: string;
  /** First registration: the id by which the facility acts for itself. */
  id?: string;
  /** First registration: what kind it is. */
  kind?: "institution" | "special_site" | "workplace";
  /** 市町村 ※ */
  municipality?: string;
  /** 医療機関・接種会場名 ※ */
  name?: string;
  /** 請求総括書用新介護保険事業所番号 */
  new_care_code?: string;
  /** 請求総括書用新介護保険事業所番号（予備） */
  new_care_code_spare?: string;
  /** 請求総括書用新保険医療機関コード */
  new_insurance_code?: string;
  /** 請求総括書用新保険医療機関コード（予備） */
  new_insurance_code_spare?: string;
  /** 駐車場 */
  parking?: string;
  /** 郵便番号 ※, 000-0000. */
  postal_code?: string;
  /** 取扱いワクチン (approval) */
  products?: readonly ("pfizer-12plus" | "pfizer-5-11" | "astrazeneca" | "moderna")[];
  /** 予約代行 */
  proxy_booking?: boolean;
  /** 代行入力フラグ (approval) */
  proxy_entry?: boolean;
  /** 接種可能量・納品希望量 */
  report?: FacilityReport;
  /** 代表者名 (approval) */
  representative?: string;
  /** ワクチン接種の責任者（医師） */
  responsible_doctor?: FacilityResponsibleDoctor;
}

/** A condition and whether it holds. */
export interface FacilityCheck {
  /** Which condition. */
  check: "responsible_doctor" | "vaccinating_doctor" | "contract_joined" | "contract_not_left" | "product_handled";
  /** Whether it holds. */
  holds: boolean;
  /** The rule it comes from. */
  rule: string;
  /** What it is called. */
  title: Bilingual;
}

/** What a claim prints of a facility (MED-8). */
export interface FacilityClaimHead {
  /** The institution's code. */
  code?: FacilityCode;
  /** 医療機関・接種会場名 */
  name?: string;
  /** 代表者名, as it is reflected. */
  representative?: string;
}

/** The code of an institution with its kind (医療機関コード). */
export interface FacilityCode {
  /** 保険医療機関コード, 類似コード or 介護保険事業所番号. */
  kind: "insurance" | "similar" | "care";
  /** Ten digits. */
  number: string;
}

/** The record after a decision. */
export interface FacilityDecideAnswer {
  /** The record. */
  facility: FacilityDocument;
  /** What else is needed, where the similar code has changed. */
  follow_up: ("letter" | "documents" | "new_id")[];
  /** What was asked for, side by side; reflected only when it was approved. */
  items: FacilityItem[];
  /** The move. */
  step: StepAnswer;
}

/** The municipality's decision on the request that waits. */
export interface FacilityDecideRequest {
  /** The record, as it was answered before. */
  facility: FacilityDocumentInput;
  /** Who acts: the municipality of the facility. */
  actor: ActorRequest;
  /** When, JST. */
  at: string;
  /** 承認 or 却下. */
  decision: "approve" | "reject";
  /** Why it is rejected; a rejection needs it. */
  reason?: string;
}

/** A vaccinating doctor (接種担当医). */
export interface FacilityDoctor {
  /** An id within the facility. */
  id: string;
  /** 氏名(かな) */
  kana: string;
  /** 氏名 */
  name: string;
  /** 取扱ワクチン(医師個人) */
  products: ("pfizer-12plus" | "pfizer-5-11" | "astrazeneca" | "moderna")[];
  /** メールアドレス */
  mail?: string;
  /** 電話番号 */
  phone?: string;
}

/** A doctor whose record changed at once. */
export interface FacilityDoctorEffect {
  /** What was done. */
  effect: "added" | "changed" | "deleted";
  /** The doctor's id. */
  id: string;
}

/** A doctor's form as it is saved: it replaces the doctor of its id, or adds one. */
export interface FacilityDoctorForm {
  /** An id within the facility. */
  id: string;
  /** 医師情報削除: removes the doctor; the other members do not count then. */
  delete?: boolean;
  /** 氏名(かな) ※ */
  kana?: string;
  /** メールアドレス */
  mail?: string;
  /** 氏名 ※ */
  name?: string;
  /** 電話番号 */
  phone?: string;
  /** 取扱ワクチン(医師個人) */
  products?: readonly ("pfizer-12plus" | "pfizer-5-11" | "astrazeneca" | "moderna")[];
}

/** A vaccinating doctor (接種担当医). */
export interface FacilityDoctorInput {
  /** An id within the facility. */
  id: string;
  /** 氏名(かな) */
  kana: string;
  /** 氏名 */
  name: string;
  /** メールアドレス */
  mail?: string;
  /** 電話番号 */
  phone?: string;
  /** 取扱ワクチン(医師個人) */
  products?: readonly ("pfizer-12plus" | "pfizer-5-11" | "astrazeneca" | "moderna")[];
}

/** The record of a medical institution or vaccination site. It travels with every request and is proved again on reading; what waits for approval is not among its fields. */
export interface FacilityDocument {
  /** When the availability was changed last (予約空き状況更新日時). */
  availability_at: string;
  /** When the record was changed last. */
  changed_at: string;
  /** The vaccinating doctors, in the order of registration. */
  doctors: FacilityDoctor[];
  /** Its fields as they are reflected. */
  fields: FacilityFields;
  /** Its id, by which it acts for itself. */
  id: string;
  /** What kind it is. */
  kind: "institution" | "special_site" | "workplace";
  /** The last request for approval. */
  approval?: FacilityApproval;
}

/** The record of a medical institution or vaccination site. It travels with every request and is proved again on reading; what waits for approval is not among its fields. */
export interface FacilityDocumentInput {
  /** When the availability was changed last (予約空き状況更新日時). */
  availability_at: string;
  /** When the record was changed last. */
  changed_at: string;
  /** Its fields as they are reflected. */
  fields: FacilityFieldsInput;
  /** Its id, by which it acts for itself. */
  id: string;
  /** What kind it is. */
  kind: "institution" | "special_site" | "workplace";
  /** The last request for approval. */
  approval?: FacilityApprovalInput;
  /** The vaccinating doctors, in the order of registration. */
  doctors?: readonly FacilityDoctorInput[];
}

/** What a change did. */
export interface FacilityEffects {
  /** The doctors whose records changed at once. */
  doctors: FacilityDoctorEffect[];
  /** The fields that changed at once. */
  immediate: FacilityImmediate[];
  /** The items that wait for the municipality. */
  pending: FacilityItem[];
}

/** Whether and how a facility can receive vaccine. */
export interface FacilityEligibilityAnswer {
  /** Every condition that applies, held or not. */
  checks: FacilityCheck[];
  /** What a claim prints. */
  claim: FacilityClaimHead;
  /** How it is supplied. */
  delivered: "own" | "through_hub";
  /** Whether every condition holds. */
  eligible: boolean;
  /** What waits for the municipality and does not count. */
  pending: FacilityItem[];
  /** The most it can receive, where product and delivery week are given and a capacity is reported. */
  cap?: FacilityCap;
  /** The name of its hub. */
  hub?: string;
}

/** A facility and the day at which it is asked about. */
export interface FacilityEligibilityRequest {
  /** The record, as it was answered before. */
  facility: FacilityDocumentInput;
  /** The day. */
  date: string;
  /** The Monday of the delivery week, for the cap; the product is needed with it. */
  delivery_week?: string;
  /** The vaccine's id in the product master, when one product is asked for. */
  product?: string;
  /** How a capacity becomes a cap in boxes: ceil or floor. */
  rounding?: "ceil" | "floor" | "half-up";
}

/** Values of fields. */
export interface FacilityFields {
  /** 住所 */
  address?: string;
  /** 予約空き状況 ※, as it is shown. */
  availability?: string;
  /** 介護保険事業所番号 */
  care_code?: string;
  /** 医療機関コード (approval) */
  code?: FacilityCode;
  /** 集合契約加入日 (approval) */
  contract_joined?: string;
  /** 集合契約脱退日 (approval) */
  contract_left?: string;
  /** 納入先住所 ※ */
  delivery_address?: string;
  /** 納入先施設名 */
  delivery_name?: string;
  /** 納入先郵便番号 ※, seven digits. */
  delivery_postal_code?: string;
  /** 定期納品希望曜日 */
  delivery_weekday?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
  /** 週当たり接種予定回数 */
  doses_a_week?: number;
  /** ファクシミリ */
  fax?: string;
  /** ディープフリーザー(-10℃)(台) */
  freezers_10?: number;
  /** ディープフリーザー(-20℃)(台) */
  freezers_20?: number;
  /** ディープフリーザー(-75℃)(台) */
  freezers_75?: number;
  /** 一般受入 (approval) */
  general_intake?: boolean;
  /** ホームページ */
  homepage?: string;
  /** 基本型接種施設名 (approval): the hub of a satellite. */
  hub?: string;
  /** 市町村 ※ */
  municipality?: string;
  /** 医療機関・接種会場名 ※ */
  name?: string;
  /** 請求総括書用新介護保険事業所番号 */
  new_care_code?: string;
  /** 請求総括書用新介護保険事業所番号（予備） */
  new_care_code_spare?: string;
  /** 請求総括書用新保険医療機関コード */
  new_insurance_code?: string;
  /** 請求総括書用新保険医療機関コード（予備） */
  new_insurance_code_spare?: string;
  /** 駐車場 */
  parking?: string;
  /** 郵便番号 ※, 000-0000. */
  postal_code?: string;
  /** 取扱いワクチン (approval) */
  products?: ("pfizer-12plus" | "pfizer-5-11" | "astrazeneca" | "moderna")[];
  /** 予約代行 */
  proxy_booking?: boolean;
  /** 代行入力フラグ (approval) */
  proxy_entry?: boolean;
  /** 接種可能量・納品希望量 */
  report?: FacilityReport;
  /** 代表者名 (approval) */
  representative?: string;
  /** ワクチン接種の責任者（医師） */
  responsible_doctor?: FacilityResponsibleDoctor;
}

/** Values of fields. */
export interface FacilityFieldsInput {
  /** 住所 */
  address?: string;
  /** 予約空き状況 ※, as it is shown. */
  availability?: string;
  /** 介護保険事業所番号 */
  care_code?: string;
  /** 医療機関コード (approval) */
  code?: FacilityCode;
  /** 集合契約加入日 (approval) */
  contract_joined?: string;
  /** 集合契約脱退日 (approval) */
  contract_left?: string;
  /** 納入先住所 ※ */
  delivery_address?: string;
  /** 納入先施設名 */
  delivery_name?: string;
  /** 納入先郵便番号 ※, seven digits. */
  delivery_postal_code?: string;
  /** 定期納品希望曜日 */
  delivery_weekday?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
  /** 週当たり接種予定回数 */
  doses_a_week?: number;
  /** ファクシミリ */
  fax?: string;
  /** ディープフリーザー(-10℃)(台) */
  freezers_10?: number;
  /** ディープフリーザー(-20℃)(台) */
  freezers_20?: number;
  /** ディープフリーザー(-75℃)(台) */
  freezers_75?: number;
  /** 一般受入 (approval) */
  general_intake?: boolean;
  /** ホームページ */
  homepage?: string;
  /** 基本型接種施設名 (approval): the hub of a satellite. */
  hub?: string;
  /** 市町村 ※ */
  municipality?: string;
  /** 医療機関・接種会場名 ※ */
  name?: string;
  /** 請求総括書用新介護保険事業所番号 */
  new_care_code?: string;
  /** 請求総括書用新介護保険事業所番号（予備） */
  new_care_code_spare?: string;
  /** 請求総括書用新保険医療機関コード */
  new_insurance_code?: string;
  /** 請求総括書用新保険医療機関コード（予備） */
  new_insurance_code_spare?: string;
  /** 駐車場 */
  parking?: string;
  /** 郵便番号 ※, 000-0000. */
  postal_code?: string;
  /** 取扱いワクチン (approval) */
  products?: readonly ("pfizer-12plus" | "pfizer-5-11" | "astrazeneca" | "moderna")[];
  /** 予約代行 */
  proxy_booking?: boolean;
  /** 代行入力フラグ (approval) */
  proxy_entry?: boolean;
  /** 接種可能量・納品希望量 */
  report?: FacilityReport;
  /** 代表者名 (approval) */
  representative?: string;
  /** ワクチン接種の責任者（医師） */
  responsible_doctor?: FacilityResponsibleDoctor;
}

/** A field that changed at once. */
export interface FacilityImmediate {
  /** Its value after, alone. */
  after: FacilityFields;
  /** Its value before, alone. */
  before: FacilityFields;
  /** Which field. */
  field: "code" | "representative" | "contract_joined" | "contract_left" | "proxy_entry" | "products" | "hub" | "general_intake" | "municipality" | "name" | "postal_code" | "address" | "delivery_name" | "delivery_postal_code" | "delivery_address" | "fax" | "homepage" | "freezers_75" | "freezers_20" | "freezers_10" | "parking" | "availability" | "doses_a_week" | "delivery_weekday" | "proxy_booking" | "new_insurance_code" | "new_insurance_code_spare" | "care_code" | "new_care_code" | "new_care_code_spare" | "responsible_doctor" | "report";
  /** What it is called. */
  title: Bilingual;
}

/** An approval item before and after, side by side. */
export interface FacilityItem {
  /** Its value after, alone; nothing in it when it is cleared. */
  after: FacilityFields;
  /** The value that is reflected before, alone. */
  before: FacilityFields;
  /** Which item. */
  item: "code" | "representative" | "contract_joined" | "contract_left" | "proxy_entry" | "products" | "hub" | "general_intake" | "municipality" | "name" | "postal_code" | "address" | "delivery_name" | "delivery_postal_code" | "delivery_address" | "fax" | "homepage" | "freezers_75" | "freezers_20" | "freezers_10" | "parking" | "availability" | "doses_a_week" | "delivery_weekday" | "proxy_booking" | "new_insurance_code" | "new_insurance_code_spare" | "care_code" | "new_care_code" | "new_care_code_spare" | "responsible_doctor" | "report";
  /** What it is called. */
  title: Bilingual;
}

/** Capacity and desired amount (接種可能量・納品希望量). */
export interface FacilityReport {
  /** 接種可能量(上限量), in doses. */
  capacity: number;
  /** 納品希望量, in doses; at most the capacity. */
  desired: number;
  /** 針の必要量, in pieces. */
  needles: number;
  /** 保管管理 */
  storage: "dry_ice" | "freezer";
  /** シリンジの必要量, in pieces. */
  syringes: number;
}

/** The doctor who answers for the vaccinations of a site (ワクチン接種の責任者（医師）). */
export interface FacilityResponsibleDoctor {
  /** 氏名(かな) */
  kana: string;
  /** 氏名 */
  name: string;
  /** 所属先 */
  affiliation?: string;
  /** メールアドレス */
  mail?: string;
  /** 電話番号 */
  phone?: string;
}

/** How fair an allocation is, measured against people. */
export interface FairnessAnswer {
  /** How many got more than their quota rounded up. */
  above_quota: number;
  /** How many got less than their quota rounded down. */
  below_quota: number;
  /** How many with people got nothing. */
  with_nothing: number;
  /** The recipient furthest from its quota; absent where nobody has people. */
  largest_deviation?: DeviationAnswer;
  /** Doses for each person; absent where nobody has people. */
  per_person?: PerPersonAnswer;
}

/** Whether a screening form is in order; the findings tell each fault at its member. */
export interface FormAnswer {
  /** What is wrong, in the order of the schema. */
  faults: ("coupon" | "municipality" | "birth_date" | "date" | "dose" | "previous_date" | "interval" | "age" | "future_birth_date" | "future_date" | "future_previous_date" | "previous_unexpected" | "previous_missing")[];
  /** Whether nothing is wrong but for warnings. */
  valid: boolean;
}

/** What a screening form says (予診票の記載), as it is written, and what it is held against. */
export interface FormRequest {
  /** The birth date, YYYY-MM-DD (生年月日). */
  birth_date: string;
  /** The coupon number, ten digits (券番号). */
  coupon: string;
  /** The day of vaccination, YYYY-MM-DD (接種日). */
  date: string;
  /** Which dose it is, 1 to 7 (回数). */
  dose: number;
  /** The fewest days from the dose before. */
  minimum_interval_days: number;
  /** The code of the municipality that issued the coupon, six digits (市町村コード). */
  municipality: string;
  /** Today: no day of the form lies after it. */
  today: string;
  /** The least age on the day of vaccination, in years; exactly one of `minimum_age` and `minimum_age_days`. */
  minimum_age?: number;
  /** The least age in days since birth. */
  minimum_age_days?: number;
  /** The day of the dose before, YYYY-MM-DD, where there was one. */
  previous_date?: string;
}

/** A formula (配分方式). */
export interface FormulaRequest {
  /** Its layers in their order. */
  layers: readonly LayerRequest[];
}

/** A recipient and what it gets. */
export interface GivenRequest {
  /** Its id. */
  id: string;
  /** What it gets. */
  boxes: TripleDocument;
}

/** A giver with its marks. */
export interface GiverAnswer {
  /** The giver's code. */
  code: string;
  /** What it gives in all. */
  given: TripleDocument;
  /** The marks. */
  marks: MarksAnswer;
  /** What it received. */
  received: TripleDocument;
}

/** A giver, what it received, and what each of its recipients gets. */
export interface GiverRequest {
  /** The giver's code. */
  code: string;
  /** What it received. */
  received: TripleDocument;
  /** What its recipients get. */
  recipients: readonly GivenRequest[];
}

/** A state and a giver. */
export interface GiverView {
  /** The state. */
  state: StateDocumentInput;
  /** The giver that looks at its own figures. */
  actor: ActorRequest;
}

/** A tie within one giver's recipients. */
export interface GroupTieRow {
  /** The giver; empty for the nation. */
  giver: string;
  /** The giver's level. */
  level: "nation" | "prefecture" | "municipality" | "hub";
  /** The tie. */
  tie: TieAnswer;
}

/** A tie within one giver's recipients. */
export interface GroupTieRowInput {
  /** The giver; empty for the nation. */
  giver: string;
  /** The giver's level. */
  level: "nation" | "prefecture" | "municipality" | "hub";
  /** The tie. */
  tie: TieAnswerInput;
}

/** Whether a day is a national holiday. */
export interface HolidayAnswer {
  /** Whether it is one. */
  holiday: boolean;
  /** Its name (国民の祝日・休日名称). */
  name?: string;
}

/** A day. */
export interface HolidayRequest {
  /** The day. */
  date: string;
}

/** A day with hours of its own. */
export interface HoursExceptionRequest {
  /** The day. */
  date: string;
  /** Its spans; none where the institution is closed. */
  spans: readonly HoursSpanRequest[];
}

/** The hours that the institution has posted (診療時間); a weekday that is left out has none. */
export interface HoursRequest {
  /** Days with other hours than their weekday, or none. */
  exceptions?: readonly HoursExceptionRequest[];
  /** 金曜日 */
  friday?: readonly HoursSpanRequest[];
  /** 月曜日 */
  monday?: readonly HoursSpanRequest[];
  /** 土曜日 */
  saturday?: readonly HoursSpanRequest[];
  /** 日曜日 */
  sunday?: readonly HoursSpanRequest[];
  /** 木曜日 */
  thursday?: readonly HoursSpanRequest[];
  /** 火曜日 */
  tuesday?: readonly HoursSpanRequest[];
  /** 水曜日 */
  wednesday?: readonly HoursSpanRequest[];
}

/** A span of posted hours. */
export interface HoursSpanAnswer {
  /** The day on which it begins. */
  date: string;
  /** The first minute. */
  from: string;
  /** The minute in which it is over. */
  until: string;
}

/** A span of posted hours; one whose end is not after its beginning runs past midnight. */
export interface HoursSpanRequest {
  /** The first minute, such as 09:00. */
  from: string;
  /** The minute in which it is over. */
  until: string;
}

/** A hub (基本型接種施設) and what is asked of it. */
export interface HubRequest {
  /** Its id. */
  id: string;
  /** Its municipality, or the ward of a designated city. */
  municipality: string;
  /** The most it may get, in boxes. */
  cap?: number;
  /** Its own capacity in doses (接種可能量). */
  capacity?: number;
  /** A change by hand of the proposal. */
  edit?: EditRequest;
  /** A fixed amount imported by the administrator. */
  fixed?: number;
  /** The least it must get, in boxes. */
  floor?: number;
  /** A share of what its municipality received. */
  share?: string;
  /** Its weight; absent = its own and its satellites' capacity. */
  weight?: number;
}

/** What is known of a number. */
export interface InstitutionAnswer {
  /** The number. */
  code: string;
  /** Its kind. */
  kind: "insurance" | "similar" | "care";
  /** Over which digits the check digit was taken: all ten or the last seven; absent where the kind has none or it fails. */
  check_digit?: string;
}

/** A medical institution's number and its kind, which decides what is checked. */
export interface InstitutionRequest {
  /** Ten digits. */
  code: string;
  /** 保険医療機関コード, 類似コード or 介護保険事業所番号. */
  kind: "insurance" | "similar" | "care";
}

/** What a layer did in all. */
export interface LayerAnswer {
  /** What each recipient got of it after all cuts, in the order of the request; of a cut, what it took. */
  amounts: number[];
  /** What it does. */
  kind: "fixed" | "equal" | "proportional" | "pro-rata" | "fill" | "cut" | "shortfall" | "coverage" | "grant";
  /** The columns it lacked. */
  missing: string[];
  /** Its name. */
  name: string;
  /** Whether it was left open, for a column that it or an earlier layer lacks. */
  open: boolean;
  /** What it gave in all; of a cut, what it took. */
  total: number;
  /** What it could give at most; absent where it has no budget, or was left open. */
  budget?: number;
  /** The method, where it shared by one. */
  method?: "largest-remainder" | "webster" | "jefferson" | "adams" | "hill";
  /** The tied set, where the end of its budget fell among equal claims. */
  tie?: TieAnswer;
}

/** What a layer did for a recipient. Which members are there depends on the kind of the layer. */
export interface LayerReasonAnswer {
  /** What it gave; of a cut, what it took. */
  amount: number;
  /** What it does. */
  kind: "fixed" | "equal" | "proportional" | "pro-rata" | "fill" | "cut" | "shortfall" | "coverage" | "grant";
  /** The layer. */
  layer: string;
  /** Whether the recipient takes part in the layer. */
  selected: boolean;
  /** Cut: the threshold. */
  above?: string;
  /** Cut: what the layer that is cut had given. */
  before?: number;
  /** What could be given at most. */
  budget?: number;
  /** Cut: whether it fell. */
  cut?: boolean;
  /** The exact amount, before it became whole. */
  exact?: string;
  /** Cut: the layer that is cut. */
  of?: string;
  /** Fill: what became of the recipient. */
  outcome?: "full" | "part" | "budget-used" | "beyond-most" | "no-rate" | "nothing-wanted";
  /** Fill: its place in the order, from 1. */
  rank?: number;
  /** Fill: its rate. */
  rate?: string;
  /** Pro rata by a rounding: what it asked for. */
  request?: number;
  /** Pro rata by a rounding: what all asked for. */
  requests?: string;
  /** How the exact amount became whole. */
  rounding?: "ceil" | "floor" | "half-up";
  /** The part of what is missing that is given. */
  share?: string;
  /** Sharing by a method: every figure of it. */
  shared?: ExplanationAnswer;
  /** What lies there, or was delivered. */
  stock?: string;
  /** The amount, or what was to be reached. */
  target?: string;
  /** Why, in sentences. */
  text?: TextAnswer;
  /** What one unit holds. */
  unit?: number;
  /** Fill: what those before it had used of the budget. */
  used_before?: number;
  /** Fill: what it wanted. */
  wanted?: number;
}

/** A layer of a formula (配分の段階). */
export interface LayerRequest {
  /** Its name, which later figures may use. */
  name: string;
  /** What it does. */
  kind: "fixed" | "equal" | "proportional" | "pro-rata" | "fill" | "cut" | "shortfall" | "coverage" | "grant";
  /** Above what the cut falls. */
  above?: string;
  /** What each gets or asks for. */
  amount?: string;
  /** The units it gives out at most; absent = what is left of the supply. */
  budget?: number;
  /** By what is shared. */
  by?: string;
  /** The most each gets, rounded down. */
  cap?: string;
  /** All but these take part. */
  except?: readonly string[];
  /** What Adams and Hill do when the budget does not reach. */
  first_units?: "refuse" | "by-weight";
  /** The least each gets, rounded up. */
  floor?: string;
  /** The part that is kept. */
  keep?: string;
  /** What the recipient gets at whom the budget ends; absent = part (assumption.policy-fill). */
  last?: "part" | "nothing";
  /** How shares become whole; absent = largest remainder (assumption.proposal-method). */
  method?: "largest-remainder" | "webster" | "jefferson" | "adams" | "hill";
  /** How many are served at most. */
  most?: number;
  /** The layer that is cut. */
  of?: string;
  /** Only these recipients take part. */
  only?: readonly string[];
  /** Which rate comes first. */
  order?: "ascending" | "descending";
  /** What the rate is divided by; absent = 1. */
  per?: string;
  /** The rate by which is ordered. */
  rate?: string;
  /** How each amount becomes whole by itself. */
  rounding?: "ceil" | "floor" | "half-up";
  /** The part of what is missing that is given. */
  share?: string;
  /** What lies there, or was delivered. */
  stock?: string;
  /** What is to be reached. */
  target?: string;
  /** What one unit holds, where figures count something smaller (doses a box). */
  unit?: number;
}

/** The letter after the event. */
export interface LetterAnswer {
  /** ダウンロード済みフラグ: whether it was downloaded at least once. */
  downloaded: boolean;
  /** The letter that holds now. */
  letter: LetterDocument;
  /** Whether the pop-up is shown: at this login, or at the next one after another event. */
  pop_up: boolean;
  /** The move. */
  step: StepAnswer;
  /** The letter whose place it took. */
  replaced?: LetterDocument;
}

/** A delegation letter (委任状). It travels with every request and is proved again on reading. */
export interface LetterDocument {
  /** When it last moved. */
  changed_at: string;
  /** When it was made. */
  created_at: string;
  /** How often it was downloaded (ダウンロード回数). */
  downloads: number;
  /** Its id. */
  id: string;
  /** The booster V-SYS ID of the site it is for. */
  site: string;
  /** How far it is. */
  status: "created" | "downloaded" | "superseded";
}

/** A delegation letter (委任状). It travels with every request and is proved again on reading. */
export interface LetterDocumentInput {
  /** When it last moved. */
  changed_at: string;
  /** When it was made. */
  created_at: string;
  /** How often it was downloaded (ダウンロード回数). */
  downloads: number;
  /** Its id. */
  id: string;
  /** The booster V-SYS ID of the site it is for. */
  site: string;
  /** How far it is. */
  status: "created" | "downloaded" | "superseded";
}

/** What happens to a delegation letter. */
export interface LetterRequest {
  /** Who acts: the nation, or the site of the letter. */
  actor: ActorRequest;
  /** When, JST. */
  at: string;
  /** issue (作成), login (ログイン), download (ダウンロード) or reissue (再発行). */
  event: "issue" | "login" | "download" | "reissue";
  /** The letter, as it was answered before; left out when the first one is made. */
  letter?: LetterDocumentInput;
  /** issue, reissue: the id of the new letter. */
  new_id?: string;
  /** issue, reissue: the booster V-SYS ID it is for; left out of a reissue when the ID stays. */
  site?: string;
}

/** Boxes of one level in every unit. */
export interface LevelRow {
  /** The code or id; empty for the nation. */
  code: string;
  /** Doses that the vaccine boxes hold. */
  doses: number;
  /** Needle boxes. */
  needles: number;
  /** Syringe boxes. */
  syringes: number;
  /** Vaccine boxes. */
  vaccine: number;
  /** The amount changed by hand, minus the proposed one. */
  edited_by?: number;
  /** What was given to it and not passed on, in boxes; absent for a hub. */
  left_over?: number;
  /** Its name, where the tables know it. */
  name?: string;
  /** Where the amount comes from; absent for the nation. */
  origin?: "proposal" | "share" | "imported" | "edited";
  /** Of a hub: vials for its own capacity. */
  own_vials?: number;
  /** What was proposed, where a hand changed it. */
  proposed?: number;
  /** Why it was changed. */
  reason?: string;
  /** Of a hub: vials that nobody's capacity has room for; they stay at the hub. */
  vials_left_over?: number;
}

/** The line of the operation log (操作ログ): who, when, on what; no personal datum. */
export interface LogAnswer {
  /** When, JST. */
  at: string;
  /** The role of the actor. */
  role: "nation" | "prefecture" | "municipality" | "institution" | "site" | "maker" | "wholesaler" | "dry_ice_maker" | "needle_store" | "call_centre" | "group_organiser" | "medical_association" | "resident" | "system_administrator" | "service_desk";
  /** What moved. */
  target: string;
  /** The V-SYS ID of the person, where it was given. */
  account?: string;
  /** The code of the actor; absent for the nation. */
  code?: string;
}

/** A machine (状態遷移). */
export interface MachineAnswer {
  /** Its id. */
  id: string;
  /** Its diagram in Mermaid, with Japanese names. */
  mermaid: string;
  /** Its moves, in the order of its table. */
  moves: MachineMove[];
  /** Its states, in the order of their declaration. */
  states: MachineState[];
  /** What moves. */
  title: Bilingual;
}

/** A move of a machine (状態遷移の1行). */
export interface MachineMove {
  /** Whether a role acts, it follows from what a role does to another thing, or time passes. */
  by: "role" | "follows" | "clock";
  /** The event. */
  event: Bilingual;
  /** The ids of the notices that it causes. */
  notices: string[];
  /** The rule it comes from. */
  rule: string;
  /** To which state. */
  to: string;
  /** The assumption that the line rests on. */
  assumption?: string;
  /** From which state; absent where the event makes the thing. */
  from?: string;
  /** Who acts, or whose act it follows; absent when time passes. */
  role?: "nation" | "prefecture" | "municipality" | "institution" | "site" | "maker" | "wholesaler" | "dry_ice_maker" | "needle_store" | "call_centre" | "group_organiser" | "medical_association" | "resident" | "system_administrator" | "service_desk";
}

/** A state of a machine (状態). */
export interface MachineState {
  /** Whether it is a named end, out of which nothing leads. */
  end: boolean;
  /** Whether the thing begins in it. */
  initial: boolean;
  /** Its Japanese name. */
  ja: string;
  /** Its name. */
  name: string;
}

/** The machines that were asked for. */
export interface MachinesAnswer {
  /** The machines, in the order of their ids. */
  machines: MachineAnswer[];
}

/** The machines to export. */
export interface MachinesRequest {
  /** The id of one machine; absent = all. */
  machine?: string;
}

/** 〇 or Ｘ of each product and of all. */
export interface MarksAnswer {
  /** 針 */
  needles: "〇" | "Ｘ";
  /** Ｘ when any product is Ｘ. */
  overall: "〇" | "Ｘ";
  /** シリンジ */
  syringes: "〇" | "Ｘ";
  /** ワクチン */
  vaccine: "〇" | "Ｘ";
}

/** A price as the new form prints it, where the print breaks the sum of the components (誤植). */
export interface MisprintAnswer {
  /** The label as printed. */
  label: string;
  /** The figure as printed. */
  price: number;
  /** Where it is printed. */
  source: string;
}

/** What a municipality code names. */
export interface MunicipalityAnswer {
  /** The code. */
  code: string;
  /** Municipality, special ward or ward of a designated city. */
  kind: "municipality" | "special_ward" | "ward";
  /** The name. */
  name: string;
  /** The population of 2021-01-01 (住民基本台帳). */
  population: number;
  /** The prefecture. */
  prefecture: string;
  /** The name of the prefecture. */
  prefecture_name: string;
  /** The municipality that allocates and is billed: of a ward its city, else the same. */
  resolves_to: string;
  /** The unions it is a member of. */
  unions: UnionAnswer[];
  /** The first day for which the table vouches. */
  valid_from: string;
  /** The first day on which the code no longer holds. */
  valid_until?: string;
}

/** A municipality in the workflow. */
export interface MunicipalityDocument {
  /** What it receives from its prefecture. */
  boxes: TripleDocument;
  /** Its code. */
  code: string;
  /** How far it is. */
  status: "open" | "fixed" | "waiting" | "received" | "confirmed" | "completed" | "locked";
  /** What was proposed, where a hand changed it. */
  proposed?: TripleDocument;
  /** Why it was changed. */
  reason?: string;
}

/** The needle boxes; syringes are the same (NDL-1). */
export interface NeedleAnswer {
  /** Doses of the vaccine boxes. */
  doses: number;
  /** What is filled in, in boxes. */
  filled: number;
  /** What stands after the lowering, in boxes. */
  needles: number;
  /** The same in pieces (本). */
  pieces: number;
  /** The name of the policy. */
  policy: string;
  /** The same figure of syringes. */
  syringes: number;
}

/** A policy of filling in. */
export interface NeedlePolicyRequest {
  /** Its name. */
  name: "exact" | "strictly-more" | "reserve" | "per-vial";
  /** `per-vial`: pieces a vial. */
  pieces_per_vial?: number;
  /** `reserve`: the rate, such as "0.10". */
  rate?: string;
}

/** Vaccine boxes whose needles are filled in, and perhaps a lowering by hand. */
export interface NeedleRequest {
  /** The vaccine's id in the product master. */
  product: string;
  /** The Monday of the delivery week. */
  delivery_week: string;
  /** Vaccine boxes (箱). */
  boxes: number;
  /** Whether the needles go with an allocation or are filled in on the plan screen. */
  purpose: "allocation" | "plan";
  /** An earlier lowering, made before the vaccine boxes changed. */
  earlier?: number;
  /** Needle boxes entered by hand: at most what is filled in. */
  lowered?: number;
  /** The needle's id in the product master. */
  needle?: string;
  /** The plan's policy; absent = the product's published one. */
  policy?: NeedlePolicyRequest;
  /** An allocation's rounding. */
  rounding?: "ceil" | "half-up";
}

/** How needles and syringes follow the vaccine. */
export interface NeedlesRequest {
  /** The needle's id in the product master. */
  needle?: string;
  /** The policy of the cascade. */
  policy?: "per-level" | "cap-to-parent" | "top-up";
  /** How doses become needle boxes. */
  rounding?: "ceil" | "half-up";
  /** The syringe's id in the product master. */
  syringe?: string;
}

/** Recipients that got nothing. */
export interface NothingRow {
  /** Their level. */
  level: "nation" | "prefecture" | "municipality" | "hub";
  /** Why. */
  reason: string;
  /** How many. */
  recipients: number;
}

/** A notice that the move causes (通知); the host sends it. */
export interface NoticeAnswer {
  /** How it goes. */
  channel: "mail" | "mail_with_url" | "pop_up" | "screen";
  /** The id of the template. */
  template: string;
  /** The text with its places filled. */
  text: Bilingual;
  /** To whom. */
  to: "nation" | "prefecture" | "municipality" | "institution" | "site" | "maker" | "wholesaler" | "dry_ice_maker" | "needle_store" | "call_centre" | "group_organiser" | "medical_association" | "resident" | "system_administrator" | "service_desk";
  /** Whose: the code of the government, institution or site; absent for the nation. */
  code?: string;
}

/** A cycle calendar of the caller's own (クール暦); what is left out is not known. */
export interface OwnCalendar {
  /** Days of vaccination in a cycle. */
  days: number;
  /** Days from the deadline to the first day of vaccination; together with `deadline_time`. */
  deadline_days_before?: number;
  /** The time of day of the deadline, JST. */
  deadline_time?: string;
  /** Days from the Monday of the delivery week to the first day of vaccination. */
  delivery_days_before?: number;
  /** The same of the first cycle, where it differs. */
  first_deadline_days_before?: number;
  /** The same of the first cycle, where it differs. */
  first_deadline_time?: string;
}

/** A cycle calendar of the caller's own (クール暦); what is left out is not known. */
export interface OwnCalendarInput {
  /** Days of vaccination in a cycle. */
  days: number;
  /** Days from the deadline to the first day of vaccination; together with `deadline_time`. */
  deadline_days_before?: number;
  /** The time of day of the deadline, JST. */
  deadline_time?: string;
  /** Days from the Monday of the delivery week to the first day of vaccination. */
  delivery_days_before?: number;
  /** The same of the first cycle, where it differs. */
  first_deadline_days_before?: number;
  /** The same of the first cycle, where it differs. */
  first_deadline_time?: string;
}

/** What a search for a paradox came to. */
export interface ParadoxAnswer {
  /** Whether one was found. That none was found proves nothing. */
  found: boolean;
  /** How many draws it took. */
  tries: number;
  /** The allocation after; absent where nothing was found. */
  after?: ParadoxSideAnswer;
  /** The allocation before; absent where nothing was found. */
  before?: ParadoxSideAnswer;
  /** Who gains: of a population paradox although it grew by the smaller factor. */
  gainer?: string;
  /** Who loses although nothing speaks against it. */
  loser?: string;
}

/** Where a paradox is looked for: weights and supplies are drawn evenly from the seed. */
export interface ParadoxRequest {
  /** Which: `house` = one unit more of supply takes one away from somebody; `population` = of two recipients the one that grows by the larger factor loses to the other. */
  kind: "house" | "population";
  /** Of which method. */
  method: "largest-remainder" | "webster" | "jefferson" | "adams" | "hill";
  /** Weights from 1 to this. */
  most_weight: number;
  /** Supplies from 1 to this. */
  most_supply: number;
  /** The seed: the same seed finds the same, everywhere. */
  seed: number;
  /** How many draws, 1 to 1,000,000. */
  tries: number;
  /** Among how many recipients, 2 to 20. */
  recipients?: number;
}

/** A recipient of a counter-example. */
export interface ParadoxRow {
  /** What it gets. */
  amount: number;
  /** Its id: A, B, C … */
  id: string;
  /** Its weight. */
  weight: number;
}

/** One side of a counter-example. */
export interface ParadoxSideAnswer {
  /** The recipients. */
  recipients: ParadoxRow[];
  /** The supply. */
  supply: number;
}

/** Doses for each person, over the recipients with people. */
export interface PerPersonAnswer {
  /** The least. */
  least: string;
  /** The median; of an even number the lower of the two in the middle. */
  median: string;
  /** The most. */
  most: string;
}

/** What was allocated in a cycle (分配実績). */
export interface PlanAllocated {
  /** Vaccine boxes. */
  boxes: number;
  /** The number of the cycle. */
  cycle: number;
}

/** The balance of doses and persons after a cycle. */
export interface PlanBalance {
  /** The number of the cycle. */
  cycle: number;
  /** Doses left, which serve the next cycle. */
  left: number;
  /** Doses that were missing. */
  short: number;
}

/** A plan and the figures to put in place of others. */
export interface PlanChangeRequest {
  /** Who acts: the site that plans. */
  actor: ActorRequest;
  /** When, JST. */
  at: string;
  /** Whether the login is the V-SYS ID of a booster site (PLN-7). */
  booster_id: boolean;
  /** The plan, as it was answered before. */
  plan: PlanDocumentInput;
  /** The new figures; a cycle that is not named keeps its own. */
  rows: readonly PlanEntry[];
  /** The cycles whose allocation is fixed for all sites. */
  confirmed?: readonly PlanConfirmation[];
}

/** When the allocation of a cycle was fixed for all sites (分配量確定). */
export interface PlanConfirmation {
  /** When, JST. */
  at: string;
  /** The number of the cycle. */
  cycle: number;
}

/** The deadline that closes the rows next. */
export interface PlanDeadline {
  /** The number of its cycle. */
  cycle: number;
  /** The deadline, JST. */
  deadline: string;
  /** Whole minutes until then. */
  minutes_left: number;
}

/** A plan whose change waits, and what the nation decides (国の確認). */
export interface PlanDecideRequest {
  /** Who acts: the nation. */
  actor: ActorRequest;
  /** When, JST. */
  at: string;
  /** confirm or refuse. */
  decision: "confirm" | "refuse";
  /** The plan, as it was answered before. */
  plan: PlanDocumentInput;
  /** The cycles whose allocation is fixed for all sites. */
  confirmed?: readonly PlanConfirmation[];
  /** Why; required for a refusal. */
  reason?: string;
}

/** A plan (接種計画). It travels with every request and is proved again on reading. */
export interface PlanDocument {
  /** When it last moved, JST. */
  changed_at: string;
  /** The boxes of all rows at the first registration (初回登録時). */
  initial_boxes: number;
  /** When it was registered, JST. */
  registered_at: string;
  /** The rows that stand, one a cycle, in the order of time. */
  rows: PlanRowDocument[];
  /** What the plan is about. */
  setup: PlanSetup;
  /** The V-SYS ID or code of the site that plans. */
  site: string;
  /** How far the plan is: registered, or awaiting_nation exactly while `request` is there. */
  status: "registered" | "awaiting_nation";
  /** When the nation confirmed a total above the first registration; absent while the total is not above it. */
  confirmed_at?: string;
  /** The last change that the nation refused. */
  refused?: PlanRefusedDocument;
  /** The change that waits for the nation. */
  request?: PlanRequestDocument;
}

/** A plan (接種計画). It travels with every request and is proved again on reading. */
export interface PlanDocumentInput {
  /** When it last moved, JST. */
  changed_at: string;
  /** The boxes of all rows at the first registration (初回登録時). */
  initial_boxes: number;
  /** When it was registered, JST. */
  registered_at: string;
  /** The rows that stand, one a cycle, in the order of time. */
  rows: readonly PlanRowDocument[];
  /** What the plan is about. */
  setup: PlanSetupInput;
  /** The V-SYS ID or code of the site that plans. */
  site: string;
  /** How far the plan is: registered, or awaiting_nation exactly while `request` is there. */
  status: "registered" | "awaiting_nation";
  /** When the nation confirmed a total above the first registration; absent while the total is not above it. */
  confirmed_at?: string;
  /** The last change that the nation refused. */
  refused?: PlanRefusedDocumentInput;
  /** The change that waits for the nation. */
  request?: PlanRequestDocumentInput;
}

/** The figures of one row (接種計画量). */
export interface PlanEntry {
  /** Vaccine boxes (箱). */
  boxes: number;
  /** The number of the cycle. */
  cycle: number;
  /** Needle boxes lowered by hand; absent = as filled in, or as lowered before while the boxes stay. */
  needles?: number;
  /** Persons whom the site means to vaccinate in the cycle (接種予定人数); tells what is left over. */
  persons?: number;
}

/** What is left over (残余ワクチン); nobody collects it (PLN-2). */
export interface PlanLeftOver {
  /** Doses left when the last cycle is over. */
  doses: number;
  /** The balance after each cycle. */
  rows: PlanBalance[];
}

/** A plan after a move. */
export interface PlanMoved {
  /** What happened to the needles of the rows that changed. */
  needles: PlanNeedleEffect[];
  /** The plan, to be sent with the next request. */
  plan: PlanDocument;
  /** The move with its notices and its log entry. */
  step: StepAnswer;
  /** The footer of the screen. */
  totals: PlanTotals;
}

/** What happens to the needles of a row that changes. */
export interface PlanNeedleEffect {
  /** The number of the cycle. */
  cycle: number;
  /** What the vaccine boxes fill in, in boxes. */
  filled: number;
  /** What stands after, in boxes. */
  needles: number;
  /** What stood before, in boxes; absent at the first registration. */
  before?: number;
}

/** What a registration or change would do. */
export interface PlanPreviewAnswer {
  /** The cycles whose rows are closed, with their reasons in `rows`. */
  closed: number[];
  /** What it amounts to. */
  event: "register" | "change_within" | "change_above" | "confirm" | "refuse";
  /** What happens to the needles of the rows that change. */
  needles: PlanNeedleEffect[];
  /** Whether 国の確認 will be needed. */
  needs_confirmation: boolean;
  /** Whether it could be sent as it is: no finding is an error. */
  ready: boolean;
  /** The rows as they would be. */
  rows: PlanRowAnswer[];
  /** The footer of the screen, as it would be. */
  totals: PlanTotals;
  /** What is left over; absent unless every row says how many persons are planned. */
  left_over?: PlanLeftOver;
  /** The deadline that closes the rows next; absent when there is none. */
  next_deadline?: PlanDeadline;
}

/** What a registration or change would do: exactly one of `plan` and `setup`. */
export interface PlanPreviewRequest {
  /** Who would act: the site that plans. */
  actor: ActorRequest;
  /** When, JST. */
  at: string;
  /** Whether the login is the V-SYS ID of a booster site (PLN-7). */
  booster_id: boolean;
  /** The figures. */
  rows: readonly PlanEntry[];
  /** The cycles whose allocation is fixed for all sites. */
  confirmed?: readonly PlanConfirmation[];
  /** The plan that would change. */
  plan?: PlanDocumentInput;
  /** What a plan not yet registered would be about. */
  setup?: PlanSetupInput;
}

/** The last change that the nation refused. */
export interface PlanRefusedDocument {
  /** When, JST. */
  at: string;
  /** Why. */
  reason: string;
}

/** The last change that the nation refused. */
export interface PlanRefusedDocumentInput {
  /** When, JST. */
  at: string;
  /** Why. */
  reason: string;
}

/** A plan to register for the first time. */
export interface PlanRegisterRequest {
  /** Who acts: the site that plans. */
  actor: ActorRequest;
  /** When, JST. */
  at: string;
  /** Whether the login is the V-SYS ID of a booster site (PLN-7). */
  booster_id: boolean;
  /** The figures; a cycle that is not named gets none. */
  rows: readonly PlanEntry[];
  /** What the plan is about. */
  setup: PlanSetupInput;
  /** The cycles whose allocation is fixed for all sites. */
  confirmed?: readonly PlanConfirmation[];
}

/** A change that waits for the nation (国の確認待ちの変更). */
export interface PlanRequestDocument {
  /** When it was asked for, JST. */
  at: string;
  /** The rows that are asked for, one a cycle. */
  rows: PlanRowDocument[];
}

/** A change that waits for the nation (国の確認待ちの変更). */
export interface PlanRequestDocumentInput {
  /** When it was asked for, JST. */
  at: string;
  /** The rows that are asked for, one a cycle. */
  rows: readonly PlanRowDocument[];
}

/** A row of the plan as the screen shows it (PLN-4). */
export interface PlanRowAnswer {
  /** Vaccine boxes (接種計画量). */
  boxes: number;
  /** The number of the cycle. */
  cycle: number;
  /** When changes close (計画変更〆切), JST. */
  deadline: string;
  /** The Monday of the delivery week (配送週). */
  delivery_week: string;
  /** The same vaccine in doses (回接種分). */
  doses: number;
  /** Doses of one vaccine box (150回接種分 of 「150回接種分 × 箱」). */
  doses_per_box: number;
  /** The last day of vaccination. */
  end: string;
  /** What the vaccine boxes fill in, in needle boxes: the needles may be lowered from here, never raised above. */
  filled: number;
  /** The cycles whose allocation is being worked on, of a frozen row. */
  frozen_by: number[];
  /** Needle boxes (接種用針・シリンジの必要数量); syringes are the same. */
  needles: number;
  /** The same needles in pieces (本). */
  pieces: number;
  /** Pieces of one needle box (100本 of 「100本 × 箱」). */
  pieces_per_box: number;
  /** Why the row is open or closed. */
  reason: Bilingual;
  /** The rule that opens or closes the row. */
  rule: string;
  /** The first day of vaccination. */
  start: string;
  /** open, frozen, confirmed or past. */
  status: "open" | "frozen" | "confirmed" | "past";
  /** What was allocated (分配実績), in boxes; absent while open (未定). */
  allocated?: number;
  /** The same in doses. */
  allocated_doses?: number;
  /** When the amount of the cycle was fixed for all sites (分配量確定済), JST; absent while it is not. */
  confirmed_at?: string;
  /** What a change that waits for the nation asks for, in boxes. */
  requested?: number;
  /** The first minute at which that holds, JST; absent while nothing has closed it yet. */
  since?: string;
  /** The last minute at which the row can be changed, JST; absent for a closed row. */
  until?: string;
}

/** A row of a plan; syringes are the same as needles (NDL-1). */
export interface PlanRowDocument {
  /** Vaccine boxes (箱). */
  boxes: number;
  /** Needle boxes (箱), after any lowering. */
  needles: number;
}

/** What a plan is about: its cycles and its product. */
export interface PlanSetup {
  /** How many cycles, 1 to 1,000. */
  cycles: number;
  /** The vaccine's id in the product master. */
  product: string;
  /** The first day of vaccination of the first cycle, a Monday. */
  start: string;
  /** The id of a cycle calendar of the tables; absent = the workplace booster's of 2022. */
  calendar?: string;
  /** The needle's id in the product master; absent = `needle-100`. */
  needle?: string;
  /** How needles are filled in: exact, strictly-more, reserve(0.10), per-vial(16); absent = as the product master says. */
  needle_policy?: string;
  /** A cycle calendar of the caller's own, in place of `calendar`. */
  own_calendar?: OwnCalendar;
}

/** What a plan is about: its cycles and its product. */
export interface PlanSetupInput {
  /** How many cycles, 1 to 1,000. */
  cycles: number;
  /** The vaccine's id in the product master. */
  product: string;
  /** The first day of vaccination of the first cycle, a Monday. */
  start: string;
  /** The id of a cycle calendar of the tables; absent = the workplace booster's of 2022. */
  calendar?: string;
  /** The needle's id in the product master; absent = `needle-100`. */
  needle?: string;
  /** How needles are filled in: exact, strictly-more, reserve(0.10), per-vial(16); absent = as the product master says. */
  needle_policy?: string;
  /** A cycle calendar of the caller's own, in place of `calendar`. */
  own_calendar?: OwnCalendarInput;
}

/** A plan at a moment. */
export interface PlanStatusAnswer {
  /** The rows in the order of time. */
  rows: PlanRowAnswer[];
  /** How far the plan is. */
  status: "registered" | "awaiting_nation";
  /** The footer of the screen. */
  totals: PlanTotals;
  /** The deadline that closes the rows next; absent when there is none. */
  next_deadline?: PlanDeadline;
}

/** A plan and the moment at which it is looked at. */
export interface PlanStatusRequest {
  /** The moment, JST. */
  at: string;
  /** The plan, as it was answered before. */
  plan: PlanDocumentInput;
  /** What was allocated, cycle by cycle; never counted in the plan's total. */
  allocated?: readonly PlanAllocated[];
  /** The cycles whose allocation is fixed for all sites. */
  confirmed?: readonly PlanConfirmation[];
}

/** The footer of the screen (接種計画量の合計). */
export interface PlanTotals {
  /** Vaccine boxes of all rows (現在の計画). */
  boxes: number;
  /** The same in doses. */
  doses: number;
  /** Vaccine boxes at the first registration (初回登録時). */
  initial_boxes: number;
  /** Needle boxes of all rows. */
  needles: number;
  /** The same in pieces. */
  pieces: number;
  /** The same in doses; absent where the pack differs from cycle to cycle. */
  initial_doses?: number;
}

/** What a formula gave. */
export interface PolicyAnswer {
  /** The amounts, in the order of the request. */
  amounts: AmountRow[];
  /** What was given in all. */
  given: number;
  /** What each layer did in all. */
  layers: LayerAnswer[];
  /** The bundled formula with its citation. */
  bundled?: BundledAnswer;
  /** Why, in the order of the request; absent unless asked for. */
  explanations?: PolicyExplanation[];
  /** What is left of the supply; absent without one. */
  left?: number;
}

/** Why a recipient got what it got, layer by layer. */
export interface PolicyExplanation {
  /** What it got. */
  amount: number;
  /** The recipient. */
  id: string;
  /** What each layer did, in their order; a layer that was left open is not there. */
  layers: LayerReasonAnswer[];
}

/** A column that a bundled formula needs. */
export interface PolicyInputAnswer {
  /** Its name. */
  column: string;
  /** What it holds. */
  meaning: Bilingual;
  /** Whether its figures were published for all recipients. */
  published: boolean;
}

/** A prefecture in the workflow. */
export interface PrefectureDocument {
  /** What it receives from the nation. */
  boxes: TripleDocument;
  /** Its code. */
  code: string;
  /** How far it is. */
  status: "open" | "fixed" | "waiting" | "received" | "confirmed" | "completed" | "locked";
  /** What was proposed, where a hand changed it. */
  proposed?: TripleDocument;
  /** Why it was changed. */
  reason?: string;
}

/** A prefecture and what is asked of it. */
export interface PrefectureRequest {
  /** Its code, 01 to 47. */
  code: string;
  /** The most it may get, in boxes. */
  cap?: number;
  /** A change by hand of the proposal. */
  edit?: EditRequest;
  /** A fixed amount imported by the administrator, in place of the method. */
  fixed?: number;
  /** The least it must get, in boxes. */
  floor?: number;
  /** A share of what the nation has, such as "0.08", in place of the method. */
  share?: string;
  /** Its weight; absent = the sum of its municipalities' weights. */
  weight?: number;
}

/** What the services cost. */
export interface PriceAnswer {
  /** The class of age. */
  age: "under_six" | "six_and_over";
  /** With tax, rounded once (請求金額, 税込). */
  amount: number;
  /** What the price is made of. */
  components: TariffComponentAnswer[];
  /** How many. */
  count: number;
  /** Before tax. */
  net: number;
  /** The price of one, before tax (単価). */
  price: number;
  /** The rate of the tax, as a fraction. */
  tax_rate: string;
}

/** A number of services of one kind. */
export interface PriceRequest {
  /** The day of vaccination (接種日). */
  date: string;
  /** 予診のみ or 接種. */
  service: "consultation_only" | "vaccination";
  /** The class of age; exactly one of `age` and `birth_date`. */
  age?: "under_six" | "six_and_over";
  /** The date of birth (生年月日), from which the class of age follows. */
  birth_date?: string;
  /** How many (件数). */
  count?: number;
  /** Where a fraction of a yen arises, how it is rounded; once per line, never per dose. */
  rounding?: "ceil" | "floor" | "half-up";
  /** The rate of the tax, such as "0.10"; absent = that of the day. */
  tax_rate?: string;
  /** 時間内, 時間外 or 休日. */
  time?: "regular" | "off_hours" | "holiday";
}

/** How far a giver's recipients are (進捗状況). */
export interface ProgressAnswer {
  /** How many stand at each status, in the order of the workflow. */
  counts: StatusCount[];
  /** Whose mark is Ｘ, in the order of codes. */
  crossed: string[];
  /** How far the giver itself is. */
  status: "open" | "fixed" | "waiting" | "received" | "confirmed" | "completed" | "locked";
  /** Who has not completed, in the order of codes. */
  waiting: string[];
}

/** A recipient over all scenarios. */
export interface RangeRow {
  /** The recipient. */
  id: string;
  /** The least it gets in any scenario. */
  least: number;
  /** The most it gets in any scenario. */
  most: number;
  /** In how many scenarios it gets nothing. */
  nothing: number;
}

/** A recipient (配分先). */
export interface RecipientRequest {
  /** Its id, 1 to 64 characters; ids are compared as bytes. */
  id: string;
  /** Its weight; 0 gets exactly the floor. */
  weight: number;
  /** The most it may get; absent = unlimited. */
  cap?: number;
  /** The least it must get. */
  floor?: number;
}

/** The names of the three records (分配名). */
export interface RecordNameAnswer {
  /** 針 */
  needle: string;
  /** シリンジ */
  syringe: string;
  /** ワクチン */
  vaccine: string;
}

/** An allocation whose records are named. */
export interface RecordNameRequest {
  /** The vaccine's id in the product master. */
  product: string;
  /** The number of the cycle (クール). */
  cycle: number;
  /** The day at which the municipality code holds. */
  date: string;
  /** The municipality of the site; exactly one of `municipality` and `prefecture`. */
  municipality?: string;
  /** The needle's id in the product master. */
  needle?: string;
  /** The prefecture, for an allocation to a prefecture. */
  prefecture?: string;
  /** The name of the site (医療機関・接種会場名). */
  site?: string;
  /** The syringe's id in the product master. */
  syringe?: string;
}

/** Where the claim for a resident goes. */
export interface RouteAnswer {
  /** The municipality that the code stands for: of a ward its city. */
  municipality: string;
  /** From whom it is paid. */
  payee: RoutePayee;
  /** Why. */
  reason: "same_municipality" | "same_union" | "delegated" | "elsewhere";
  /** The code as given. */
  resident: string;
}

/** A body that hands the claims for its own residents to 国保連; exactly one of `municipality` and `union`. */
export interface RouteDelegation {
  /** The first day. */
  from: string;
  /** A municipality. */
  municipality?: string;
  /** The id of a union. */
  union?: string;
  /** The first day on which it no longer holds. */
  until?: string;
}

/** From whom a claim is paid (請求先). */
export interface RoutePayee {
  /** The code of the municipality or prefecture, or the id of the union. */
  code: string;
  /** What kind of body it is. */
  kind: "municipality" | "union" | "federation";
  /** Its name. */
  name: string;
}

/** An institution and the residents it vaccinated. */
export interface RouteRequest {
  /** The day of vaccination (接種日). */
  date: string;
  /** The code of the institution's municipality. */
  institution: string;
  /** The codes of the residents' municipalities. */
  residents: readonly string[];
  /** Bodies that hand their own claims to 国保連. */
  delegations?: readonly RouteDelegation[];
  /** Unions beside those of the tables. */
  unions?: readonly RouteUnion[];
}

/** A union that counts as one municipality for claims; it takes the place of the tables' one of the same id. */
export interface RouteUnion {
  /** The first day. */
  from: string;
  /** Its id. */
  id: string;
  /** Its members; none where the tables' union shall not count. */
  members: readonly string[];
  /** Its name. */
  name: string;
  /** The first day on which it no longer holds. */
  until?: string;
}

/** Where the claims go, in the order of the residents. */
export interface RoutesAnswer {
  /** The routes. */
  routes: RouteAnswer[];
}

/** A recipient as its giver sees it. */
export interface RowAnswer {
  /** What it gets. */
  boxes: TripleDocument;
  /** Its code or id. */
  id: string;
  /** The marks of what it gives on; left out for sites. */
  marks?: MarksAnswer;
  /** What was proposed, where a hand changed it. */
  proposed?: TripleDocument;
  /** Why it was changed. */
  reason?: string;
  /** How far it is; left out for sites. */
  status?: "open" | "fixed" | "waiting" | "received" | "confirmed" | "completed" | "locked";
}

/** A rule with its source. */
export interface RuleAnswer {
  /** Its id. */
  id: string;
  /** Computed or text. */
  kind: "computed" | "text";
  /** The operations that compute it; empty for text and for what is still to come. */
  operations: string[];
  /** Where it stands. */
  sources: SourceAnswer[];
  /** What it says. */
  title: Bilingual;
  /** Why nothing is computed, for text. */
  reason?: string;
}

/** The rules in the order of the sources. */
export interface RulesAnswer {
  /** The rules. */
  rules: RuleAnswer[];
}

/** Which rules to list. */
export interface RulesRequest {
  /** Only rules of this kind. */
  kind?: "computed" | "text";
  /** Only rules whose id begins so, such as `ALC-`. */
  prefix?: string;
}

/** A satellite (サテライト型接種施設), which gets vials through its hub. */
export interface SatelliteRequest {
  /** Its id. */
  id: string;
  /** The id of its hub. */
  hub: string;
  /** Its capacity in doses (接種可能量). */
  capacity: number;
}

/** What a satellite gets through its hub. */
export interface SatelliteRow {
  /** Doses that its vials hold. */
  doses: number;
  /** Its hub. */
  hub: string;
  /** Its id. */
  id: string;
  /** Its vials. */
  vials: number;
}

/** What a scenario came to. */
export interface ScenarioAnswer {
  /** How fair it is. */
  fairness: FairnessAnswer;
  /** What was given in all. */
  given: number;
  /** What no cap had room for. */
  left_over: number;
  /** Whether the end of the supply fell among equal claims. */
  tied: boolean;
  /** What each recipient gets, in the order of the request; absent unless asked for. */
  amounts?: number[];
}

/** A scenario. */
export interface ScenarioRequest {
  /** The units to share. */
  supply: number;
  /** The column of weights. */
  weights: string;
  /** The column of caps; absent = unlimited. */
  caps?: string;
  /** What Adams and Hill do when the supply does not reach to one unit for everybody. */
  first_units?: "refuse" | "by-weight";
  /** How; absent = largest remainder (assumption.proposal-method). */
  method?: "largest-remainder" | "webster" | "jefferson" | "adams" | "hill";
  /** Shakes the weights. */
  spread?: SpreadRequest;
}

/** Which form, which sheet, and where the surcharge goes. */
export interface SelectAnswer {
  /** The month of claim in whose counts and amounts it stands, also when it was returned. */
  counted_in: string;
  /** The edition of the screening form (予診票). */
  form: "old" | "new";
  /** The edition of the summary sheet (請求総括書). */
  sheet: "old" | "new";
  /** How the surcharge for 時間外 and 休日 is claimed. */
  surcharge: "together" | "apart" | "none";
  /** Whether the surcharge can be claimed in V-SYS. */
  surcharge_in_vsys: boolean;
  /** Whether it is claimed in the following month, later (月遅れ) or again (返戻). */
  timing: "typical" | "late" | "returned";
  /** Whether the sheet can be made in V-SYS. */
  vsys: boolean;
  /** The first day on which vaccinations of the month can be entered, where one is stated. */
  entry_from?: string;
}

/** A month of vaccination and a month of claim. */
export interface SelectRequest {
  /** The month of claim (請求月), closed on its 10th. */
  billing_month: string;
  /** The month of vaccination (接種月). */
  vaccination_month: string;
  /** Whether the form was claimed before and came back (返戻). */
  returned?: boolean;
  /** The type of the site. */
  site?: "institution" | "special_site" | "workplace" | "workplace_moderna";
}

/** Somebody short of needles or syringes. */
export interface ShortfallRow {
  /** Whom. */
  code: string;
  /** `needles` or `syringes`. */
  item: string;
  /** The level. */
  level: "nation" | "prefecture" | "municipality" | "hub";
  /** The pieces missing to the figure of its doses. */
  pieces: number;
}

/** One of the two: a method, a bundled formula, or one of the caller's own; exactly one of the three. */
export interface SideRequest {
  /** A bundled formula by its id. */
  bundled?: string;
  /** With a method: by what it shares. */
  by?: string;
  /** With a method: the most each gets, rounded down. */
  cap?: string;
  /** With a method: what Adams and Hill do when the supply does not reach. */
  first_units?: "refuse" | "by-weight";
  /** With a method: the least each gets, rounded up. */
  floor?: string;
  /** A method, which shares the whole supply by `by`. */
  method?: "largest-remainder" | "webster" | "jefferson" | "adams" | "hill";
  /** A formula. */
  policy?: FormulaRequest;
}

/** What the scenarios came to. */
export interface SimulateAnswer {
  /** Each recipient over all scenarios, in the order of the request. */
  ranges: RangeRow[];
  /** The scenarios, in the order of the request. */
  scenarios: ScenarioAnswer[];
}

/** Many scenarios for the same recipients; recipients × scenarios may be 20,000,000 at most. */
export interface SimulateRequest {
  /** The recipients. */
  ids: readonly string[];
  /** Their figures: people, weights, caps, floors. */
  columns: readonly ColumnRequest[];
  /** The column of people, against whom fairness is measured. */
  people: string;
  /** The scenarios. */
  scenarios: readonly ScenarioRequest[];
  /** Whether each scenario tells the amount of every recipient. */
  amounts?: boolean;
  /** What one unit holds, in doses. */
  doses_per_unit?: number;
  /** The column of the least each must get; absent = 0. */
  floors?: string;
  /** How many threads may work on it, where the library is built for several; the answer is the same. */
  threads?: number;
}

/** A site in the workflow. */
export interface SiteDocument {
  /** What it receives from its municipality. */
  boxes: TripleDocument;
  /** Its id. */
  id: string;
  /** Its municipality. */
  municipality: string;
  /** What was proposed, where a hand changed it. */
  proposed?: TripleDocument;
  /** Why it was changed. */
  reason?: string;
}

/** A source and the section in it. */
export interface SourceAnswer {
  /** The id of the source. */
  id: string;
  /** The title of the source. */
  title: string;
  /** When it was published; absent where unknown. */
  date?: string;
  /** The slide or section. */
  section?: string;
}

/** A shaking of weights: each is multiplied by a factor between 1 − spread and 1 + spread, drawn evenly from the seed, and rounded down; a weight above zero stays at least 1. */
export interface SpreadRequest {
  /** The seed: the same seed gives the same weights, everywhere. */
  seed: number;
  /** The spread in thousandths, 0 to 1,000. */
  thousandths: number;
}

/** The state of a cycle's allocation. It travels with every request and is proved again on reading. */
export interface StateDocument {
  /** The number of the cycle (クール). */
  cycle: number;
  /** The Monday of the delivery week. */
  delivery_week: string;
  /** 市町村 */
  municipalities: MunicipalityDocument[];
  /** How far the nation is: open or fixed. */
  nation: "open" | "fixed" | "waiting" | "received" | "confirmed" | "completed" | "locked";
  /** 都道府県 */
  prefectures: PrefectureDocument[];
  /** The vaccine's id in the product master. */
  product: string;
  /** 医療機関・接種会場 */
  sites: SiteDocument[];
  /** The registered supply. */
  supply: SupplyDocument;
}

/** The state of a cycle's allocation. It travels with every request and is proved again on reading. */
export interface StateDocumentInput {
  /** The number of the cycle (クール). */
  cycle: number;
  /** The Monday of the delivery week. */
  delivery_week: string;
  /** 市町村 */
  municipalities: readonly MunicipalityDocument[];
  /** How far the nation is: open or fixed. */
  nation: "open" | "fixed" | "waiting" | "received" | "confirmed" | "completed" | "locked";
  /** 都道府県 */
  prefectures: readonly PrefectureDocument[];
  /** The vaccine's id in the product master. */
  product: string;
  /** 医療機関・接種会場 */
  sites: readonly SiteDocument[];
  /** The registered supply. */
  supply: SupplyDocument;
}

/** How many stand at a status. */
export interface StatusCount {
  /** How many. */
  count: number;
  /** The status. */
  status: "open" | "fixed" | "waiting" | "received" | "confirmed" | "completed" | "locked";
}

/** A move that was made: the line of the machine's table, its notices and its log entry. */
export interface StepAnswer {
  /** The event. */
  event: Bilingual;
  /** The line of the operation log. */
  log: LogAnswer;
  /** The id of the machine, as `machines.export` lists it. */
  machine: string;
  /** The notices it causes. */
  notices: NoticeAnswer[];
  /** The rule of the line. */
  rule: string;
  /** To which state. */
  to: Bilingual;
  /** From which state; absent when something came to be. */
  from?: Bilingual;
}

/** What was received against what is given on (集計情報). */
export interface SummaryAnswer {
  /** What is given on in all. */
  given: TripleDocument;
  /** The marks. */
  marks: MarksAnswer;
  /** What was received; of the nation, what is registered. */
  received: TripleDocument;
  /** The recipients. */
  rows: RowAnswer[];
}

/** The registered supply in boxes. */
export interface SupplyDocument {
  /** ワクチン */
  vaccine: number;
  /** 針 */
  needles?: number;
  /** シリンジ; absent = as the needles. */
  syringes?: number;
}

/** The registered supply of the cycle, in boxes. */
export interface SupplyRequest {
  /** ワクチン */
  vaccine: number;
  /** 針; required by the needle policy `top-up`. */
  needles?: number;
  /** シリンジ; absent = as the needles (NDL-1). */
  syringes?: number;
}

/** What a period pays a clinic (支援額). */
export interface SupportAnswer {
  /** All days. */
  daily: number;
  /** The days that pay, in order. */
  days: SupportDayAnswer[];
  /** The first day of the period. */
  from: string;
  /** The id of the period. */
  period: string;
  /** Where its tests stand. */
  source: string;
  /** Weeks and days. */
  total: number;
  /** The first day after the period. */
  until: string;
  /** All weeks. */
  weekly: number;
  /** The weeks with doses, in order. */
  weeks: SupportWeekAnswer[];
}

/** A day that pays. */
export interface SupportDayAnswer {
  /** The day. */
  date: string;
  /** Its doses. */
  doses: number;
  /** What it pays. */
  yen: number;
}

/** The runs of a clinic in a period. */
export interface SupportRequest {
  /** The runs, in any order. */
  runs: readonly SupportRunRequest[];
  /** The id of the period, such as 2021-05; absent = the one in which the first run lies. */
  period?: string;
}

/** A run of vaccinations; one past midnight counts to the day on which it began. */
export interface SupportRunRequest {
  /** When it began, JST. */
  begins: string;
  /** Doses given (接種回数); consultations alone are not counted. */
  doses: number;
  /** When it ended, JST; tells whether it ran into the night. */
  ends?: string;
  /** Whether it lay outside the clinic's posted hours (時間外). */
  off_hours?: boolean;
}

/** A week, Monday to Sunday. */
export interface SupportWeekAnswer {
  /** Its doses on the days within the period. */
  doses: number;
  /** Its first day within the period. */
  from: string;
  /** What it pays by. */
  kind: "lower" | "upper" | "neither";
  /** Its Monday. */
  monday: string;
  /** Whether a day out of hours, at night or on a holiday lies in it. */
  special_day: boolean;
  /** Its last day within the period. */
  to: string;
  /** What it pays. */
  yen: number;
}

/** The prices of a day. */
export interface TariffAnswer {
  /** What the prices are made of. */
  components: TariffComponentAnswer[];
  /** The lines in the order of the form; without those whose addition is not yet in force. */
  lines: TariffLineAnswer[];
  /** The rate of the tax, as a fraction. */
  tax_rate: string;
}

/** A change of the tariff. */
export interface TariffChangeAnswer {
  /** The first day of the change. */
  day: string;
  /** Where what holds after stands; of an end, where it says so. */
  source: string;
  /** The change in words. */
  text: Bilingual;
  /** What holds after; absent where nothing does. */
  after?: string;
  /** What held before, in yen or as a fraction; absent where nothing did. */
  before?: string;
  /** The component; absent for the tax. */
  component?: "consultation_only" | "vaccination" | "under_six" | "off_hours" | "holiday";
}

/** A component of the prices (単価の構成). */
export interface TariffComponentAnswer {
  /** Yen before tax. */
  amount: number;
  /** Which component. */
  component: "consultation_only" | "vaccination" | "under_six" | "off_hours" | "holiday";
  /** The first day on which it holds. */
  from: string;
  /** Its Japanese name. */
  name: string;
  /** Where it stands. */
  source: string;
  /** The first day on which it no longer holds. */
  until?: string;
}

/** What changes between two days. */
export interface TariffDiffAnswer {
  /** The changes by day, then component, the tax last. */
  changes: TariffChangeAnswer[];
}

/** Two days. */
export interface TariffDiffRequest {
  /** The earlier day. */
  from_date: string;
  /** The later day. */
  to_date: string;
}

/** A line of the price list (単価表の行). */
export interface TariffLineAnswer {
  /** 6歳未満 or 6歳以上. */
  age: "under_six" | "six_and_over";
  /** The label that the line should have. */
  label: string;
  /** Yen before tax. */
  price: number;
  /** Yen with tax, of one service. */
  price_with_tax: number;
  /** 予診のみ or 接種. */
  service: "consultation_only" | "vaccination";
  /** 時間内, 時間外 or 休日. */
  time: "regular" | "off_hours" | "holiday";
  /** The misprint of the new form, where figure or label breaks the derived ones. */
  misprint?: MisprintAnswer;
}

/** The day whose prices are asked for. */
export interface TariffRequest {
  /** The day of vaccination (接種日). */
  date: string;
  /** The rate of the tax, such as "0.10"; absent = that of the day. */
  tax_rate?: string;
}

/** Sentences in both languages. */
export interface TextAnswer {
  /** English */
  en: string;
  /** 日本語 */
  ja: string;
}

/** Equal claims where the supply ended. */
export interface TieAnswer {
  /** What decided: the larger weight, or the smaller id. */
  decided: "larger-weight" | "smaller-code";
  /** The tied set, in the order of ids. */
  tied: string[];
  /** The units that went among them. */
  units: number;
}

/** Equal claims where the supply ended. */
export interface TieAnswerInput {
  /** What decided: the larger weight, or the smaller id. */
  decided: "larger-weight" | "smaller-code";
  /** The tied set, in the order of ids. */
  tied: readonly string[];
  /** The units that went among them. */
  units: number;
}

/** The line of the workflow's table that was used. */
export interface TransitionAnswer {
  /** On which event. */
  event: "fix" | "confirm" | "edit" | "complete" | "lock";
  /** From which status. */
  from: "open" | "fixed" | "waiting" | "received" | "confirmed" | "completed" | "locked";
  /** By which role. */
  role: "nation" | "prefecture" | "municipality" | "institution" | "site" | "maker" | "wholesaler" | "dry_ice_maker" | "needle_store" | "call_centre" | "group_organiser" | "medical_association" | "resident" | "system_administrator" | "service_desk";
  /** To which status. */
  to: "open" | "fixed" | "waiting" | "received" | "confirmed" | "completed" | "locked";
  /** Whose state moved. */
  unit: "nation" | "prefecture" | "municipality";
  /** Whose state moved: the code; left out for the nation. */
  code?: string;
}

/** Boxes of vaccine, needles and syringes. */
export interface TripleDocument {
  /** 針 */
  needles: number;
  /** シリンジ */
  syringes: number;
  /** ワクチン */
  vaccine: number;
}

/** A union of municipalities (広域連合). */
export interface UnionAnswer {
  /** Its id. */
  id: string;
  /** Its members. */
  members: string[];
  /** Its name. */
  name: string;
}

/** Whether the answer is right. */
export interface VerifyAnswer {
  /** `true` = every amount is the only right one; otherwise the findings say where it is not. */
  valid: boolean;
}

/** A request and its answer: exactly one pair. */
export interface VerifyRequest {
  /** A request of `allocation.apportion` and its answer. */
  apportion?: ApportionPair;
  /** A request of `allocation.cascade` and its answer. */
  cascade?: CascadePair;
}

/** The versions that an answer depends on. */
export interface VersionAnswer {
  /** The version of the tables; a caller's own are named. */
  data: string;
  /** The version of the library. */
  library: string;
  /** The version of the wire. */
  wire: string;
}

/** Nothing is asked. */
export interface VersionRequest {
}

/** What an actor sees. */
export interface ViewAnswer {
  /** Its own recipients. */
  rows: RowAnswer[];
  /** Whether anything is visible: to a site only after the lock (ALC-6). */
  visible: boolean;
  /** What it receives; left out while nothing is visible to it. */
  received?: AmountAnswer;
}

/** A state and who looks at it. */
export interface ViewRequest {
  /** The state. */
  state: StateDocumentInput;
  /** Who looks. */
  actor: ActorRequest;
  /** The needle's id in the product master. */
  needle?: string;
  /** The syringe's id in the product master. */
  syringe?: string;
}

/** The smallest increase that gives the recipient one unit more. */
export interface WhatIfAnswer {
  /** The allocation with it. */
  after: WhatIfSideAnswer;
  /** What the recipient gets now. */
  amount: number;
  /** The allocation one step before: the recipient has no more than now. */
  before: WhatIfSideAnswer;
  /** The recipient. */
  id: string;
  /** By how much the lever moves. */
  increase: number;
  /** What is changed. */
  lever: "supply" | "weight";
  /** The method. */
  method: "largest-remainder" | "webster" | "jefferson" | "adams" | "hill";
  /** What the lever is now. */
  now: number;
  /** The same in sentences. */
  text: TextAnswer;
}

/** A supply that is shared, and a recipient who asks what one unit more would take. */
export interface WhatIfRequest {
  /** The units to share. */
  supply: number;
  /** Who shares them. */
  recipients: readonly RecipientRequest[];
  /** The recipient who asks. */
  id: string;
  /** What is changed: the supply, or the recipient's own weight. */
  lever: "supply" | "weight";
  /** What Adams and Hill do when the supply does not reach to one unit for everybody. */
  first_units?: "refuse" | "by-weight";
  /** How; absent = largest remainder (assumption.proposal-method). */
  method?: "largest-remainder" | "webster" | "jefferson" | "adams" | "hill";
}

/** The allocation at one value of the lever. */
export interface WhatIfSideAnswer {
  /** What the recipient gets. */
  amount: number;
  /** What everybody gets, in the order of the request. */
  amounts: AmountRow[];
  /** The value. */
  value: number;
}

/** The particulars of every error, by its code. */
export interface Details {
  "access.action.unknown": {
    known: string[];
  };
  "access.date.before": {
    editions: string[];
  };
  "access.input.missing": {
    input: string;
  };
  "access.target.contradiction": Record<string, never>;
  "allocation.actor.unknown": Record<string, never>;
  "allocation.column.length": {
    column: string;
    length: number;
    expected: number;
  };
  "allocation.edit.target": Record<string, never>;
  "allocation.floor.above_cap": {
    floor: number;
    cap: number;
  };
  "allocation.floors.above_supply": {
    floors: number;
    supply: number;
  };
  "allocation.floors.too_large": Record<string, never>;
  "allocation.given.over_received": {
    received: number;
    given: number;
  };
  "allocation.lock.needle_cross": {
    municipalities: string[];
    cap_to_parent: { id: string; level: string; needles: number; needles_before: number; syringes: number; syringes_before: number }[];
    top_up?: { id: string; level: string; needles: number; needles_before: number; syringes: number; syringes_before: number }[];
    top_up_missing?: string;
  };
  "allocation.lock.not_completed": {
    waiting: string[];
  };
  "allocation.lock.vaccine_cross": {
    municipalities: string[];
  };
  "allocation.mark.cross": {
    item: string;
    received: number;
    given: number;
  };
  "allocation.move.scope": Record<string, never>;
  "allocation.nation.above_supply": {
    item: string;
    supply: number;
    given: number;
  };
  "allocation.needles.supply_missing": {
    policy: string;
    field: string;
  };
  "allocation.node.directives": Record<string, never>;
  "allocation.node.parent": {
    kind: string;
  };
  "allocation.node.weight_missing": Record<string, never>;
  "allocation.recipient.twice": {
    first: number;
  };
  "allocation.recipients.too_many": {
    most: number;
  };
  "allocation.share.range": Record<string, never>;
  "allocation.state.invalid": {
    what: string;
  };
  "allocation.supply.first_units": {
    needed: number;
    supply: number;
  };
  "allocation.tie.undecided": {
    tied: string[];
    units: number;
  };
  "allocation.verify.bounds": {
    floor: number;
    cap?: number;
  };
  "allocation.verify.figure": {
    expected: number;
    got: number;
  };
  "allocation.verify.method": {
    expected: string;
  };
  "allocation.verify.order": {
    other: string;
  };
  "allocation.verify.recipients": Record<string, never>;
  "allocation.verify.refused": {
    code: string;
  };
  "allocation.verify.share": {
    expected: string;
  };
  "allocation.verify.sum": {
    expected: number;
    got: number;
  };
  "allocation.verify.tie": {
    tied: string[];
  };
  "allocation.weights.none": {
    supply: number;
  };
  "answer.number.out_of_range": Record<string, never>;
  "application.address.prefecture": Record<string, never>;
  "application.consent.missing": Record<string, never>;
  "application.document.missing": {
    status: string;
  };
  "application.document.order": {
    status: string;
  };
  "application.document.outcome": Record<string, never>;
  "application.document.unwanted": {
    status: string;
  };
  "application.field.read_only": Record<string, never>;
  "application.field.required": Record<string, never>;
  "application.form.missing": Record<string, never>;
  "application.holder.form": Record<string, never>;
  "application.holder.missing": Record<string, never>;
  "application.list.twice": Record<string, never>;
  "application.mail.form": Record<string, never>;
  "application.number.exhausted": {
    most: number;
  };
  "application.number.form": Record<string, never>;
  "application.number.holder": {
    holder: string;
  };
  "application.postal.form": Record<string, never>;
  "application.receiver.same_missing": Record<string, never>;
  "application.review.comment": Record<string, never>;
  "application.review.conditions": {
    needed: string;
  };
  "application.stored.missing": {
    missing: string[];
  };
  "application.telephone.form": Record<string, never>;
  "base.pack.unit": {
    unit: string;
  };
  "base.quantity.too_large": {
    unit: string;
    most: number;
  };
  "base.text.form": {
    most: number;
  };
  "calendar.calendar.unknown": {
    known: string[];
  };
  "calendar.cycle.count": {
    most: number;
  };
  "calendar.cycle.weekday": {
    expected: string;
  };
  "calendar.date.outside": Record<string, never>;
  "calendar.deadline.choice": Record<string, never>;
  "calendar.deadline.missing": {
    calendar: string;
  };
  "calendar.delivery.missing": {
    calendar: string;
  };
  "calendar.holiday.outside_table": {
    from: string;
    until: string;
  };
  "calendar.month.form": Record<string, never>;
  "claims.addition.not_in_force": {
    component: string;
    from: string;
  };
  "claims.addressee.differs": {
    expected: string;
  };
  "claims.addressee.unknown": Record<string, never>;
  "claims.amount.differs": {
    given: number;
    expected: number;
  };
  "claims.amount.other_rate": {
    given: number;
    expected: number;
    percent: number;
  };
  "claims.birth.after_vaccination": Record<string, never>;
  "claims.box.checked": Record<string, never>;
  "claims.box.unchecked": Record<string, never>;
  "claims.check.nothing": Record<string, never>;
  "claims.column.length": {
    column: string;
    length: number;
    expected: number;
  };
  "claims.date.outside_programme": {
    from: string;
    until: string;
  };
  "claims.date.reversed": Record<string, never>;
  "claims.font.embedding": Record<string, never>;
  "claims.font.labels": {
    missing: string;
  };
  "claims.font.unreadable": Record<string, never>;
  "claims.hours.day_twice": Record<string, never>;
  "claims.hours.empty_span": Record<string, never>;
  "claims.hours.missing": Record<string, never>;
  "claims.hours.overlap": Record<string, never>;
  "claims.month.no_claims": {
    first: string;
    last?: string;
  };
  "claims.month.not_after": {
    first: string;
  };
  "claims.month.outside_programme": {
    first: string;
    last?: string;
  };
  "claims.month.return_too_early": {
    first: string;
  };
  "claims.period.unknown": {
    known: string[];
  };
  "claims.periods.none": Record<string, never>;
  "claims.periods.overlap": Record<string, never>;
  "claims.periods.reversed": Record<string, never>;
  "claims.record.age_differs": {
    given: string;
    found: string;
  };
  "claims.record.age_missing": Record<string, never>;
  "claims.record.double": {
    first: number;
  };
  "claims.record.time_differs": {
    given: string;
    found: string;
  };
  "claims.record.time_missing": Record<string, never>;
  "claims.render.encoding": {
    position: number;
  };
  "claims.render.encoding_unknown": Record<string, never>;
  "claims.render.glyph": {
    position: number;
  };
  "claims.routing.overlap": Record<string, never>;
  "claims.routing.reversed": Record<string, never>;
  "claims.rows.code": {
    column: string;
    most: number;
    count: number;
    rows: number[];
  };
  "claims.rows.count": {
    count: number;
    rows: number[];
  };
  "claims.rows.index": {
    column: string;
    size: number;
    count: number;
    rows: number[];
  };
  "claims.rows.not_in_force": {
    count: number;
    rows: number[];
  };
  "claims.rows.outside_programme": {
    from: string;
    count: number;
    rows: number[];
    until?: string;
  };
  "claims.run.outside_period": {
    from: string;
    until: string;
  };
  "claims.run.reversed": Record<string, never>;
  "claims.sheet.billing_month": {
    given: string;
    expected: string;
  };
  "claims.sheet.count": {
    given: number;
    expected: number;
  };
  "claims.sheet.coupon_class": {
    expected: string[];
  };
  "claims.sheet.form": {
    billing: string;
    expected: string;
  };
  "claims.sheet.label": {
    expected: string;
  };
  "claims.sheet.line_missing": {
    line: string;
  };
  "claims.sheet.line_twice": {
    line: string;
  };
  "claims.sheet.missing": {
    municipality: string;
    name: string;
    coupon: string;
  };
  "claims.sheet.municipality_name": {
    expected: string;
  };
  "claims.sheet.no_line": {
    time: string;
  };
  "claims.sheet.sum": {
    given: number;
    sum: number;
  };
  "claims.sheet.superfluous": Record<string, never>;
  "claims.sheet.title": {
    expected: string;
  };
  "claims.sheet.twice": {
    first: number;
  };
  "claims.sheet.unit_price": {
    given: number;
    expected: number;
  };
  "claims.sheet.ward": {
    city: string;
    name: string;
  };
  "claims.summary.differs": {
    given: number;
    sum: number;
  };
  "claims.summary.missing": Record<string, never>;
  "claims.sums.keys": {
    column: string;
    size: number;
    expected: number;
  };
  "claims.surcharge.none": {
    site: string;
  };
  "claims.surcharge.on_sheet": {
    from: string;
  };
  "claims.tax.differs": {
    expected: string;
  };
  "claims.tax.rate": Record<string, never>;
  "claims.total.differs": {
    given: number;
    sum: number;
  };
  "claims.union.member_twice": Record<string, never>;
  "claims.union.unknown": {
    known: string[];
  };
  "code.coupon.form": Record<string, never>;
  "code.institution.form": Record<string, never>;
  "code.municipality.check_digit": {
    expected: number;
  };
  "code.municipality.form": Record<string, never>;
  "code.municipality.no_table": Record<string, never>;
  "code.municipality.not_valid": {
    from: string;
    until?: string;
  };
  "code.municipality.parent": Record<string, never>;
  "code.municipality.twice": Record<string, never>;
  "code.municipality.unknown": Record<string, never>;
  "code.prefecture.form": Record<string, never>;
  "contract.letter.contradiction": {
    what: string;
  };
  "contract.letter.same_id": Record<string, never>;
  "facility.contract.order": {
    joined: string;
    left: string;
  };
  "facility.doctor.incomplete": Record<string, never>;
  "facility.doctor.none": Record<string, never>;
  "facility.doctor.twice": Record<string, never>;
  "facility.doctor.unknown": Record<string, never>;
  "facility.entry.not_delegated": Record<string, never>;
  "facility.field.missing": Record<string, never>;
  "facility.field.twice": Record<string, never>;
  "facility.item.pending": {
    pending: string[];
  };
  "facility.postal.digits": Record<string, never>;
  "facility.postal.hyphenated": Record<string, never>;
  "facility.product.twice": Record<string, never>;
  "facility.reason.missing": Record<string, never>;
  "facility.reason.unwanted": Record<string, never>;
  "facility.record.contradiction": {
    what: string;
  };
  "facility.record.fixed": Record<string, never>;
  "facility.report.desired": {
    capacity: number;
    desired: number;
  };
  "form.age.too_young": {
    least: number;
    unit: string;
  };
  "form.coupon.form": Record<string, never>;
  "form.date.form": Record<string, never>;
  "form.date.future": {
    today: string;
  };
  "form.dose.range": {
    most: number;
  };
  "form.interval.too_short": {
    least: number;
  };
  "internal.invariant.broken": {
    what: string;
  };
  "internal.table.broken": {
    table: string;
  };
  "machine.id.unknown": {
    known: string[];
  };
  "machine.move.backwards": {
    last: string;
  };
  "machine.move.refused": {
    machine: string;
    event: string;
    expected: string[];
    got: string;
  };
  "machine.move.role": {
    machine: string;
    event: string;
    expected: string[];
    got: string;
  };
  "machine.move.scope": {
    owner: string;
    got: string;
  };
  "needle.boxes.raised": {
    filled: number;
    asked: number;
  };
  "needle.policy.form": Record<string, never>;
  "needle.policy.not_published": Record<string, never>;
  "needle.policy.rate": Record<string, never>;
  "paradox.search.space": Record<string, never>;
  "plan.boxes.confirmed": {
    since: string;
  };
  "plan.boxes.frozen": {
    cycles: number[];
    since: string;
  };
  "plan.boxes.past": {
    since: string;
  };
  "plan.cycle.twice": Record<string, never>;
  "plan.cycle.unknown": Record<string, never>;
  "plan.decision.reason_missing": Record<string, never>;
  "plan.id.not_booster": Record<string, never>;
  "plan.state.invalid": {
    what: string;
  };
  "plan.total.too_large": {
    most: number;
  };
  "policy.column.length": {
    length: number;
    expected: number;
  };
  "policy.column.missing": {
    column: string;
    layers: string[];
    not_published: boolean;
  };
  "policy.figure.form": Record<string, never>;
  "policy.figure.not_whole": {
    layer: string;
    value: string;
  };
  "policy.figure.too_large": {
    layer: string;
  };
  "policy.id.unknown": {
    known: string[];
  };
  "policy.layer.cut_of": Record<string, never>;
  "policy.layer.member_missing": {
    member: string;
    kind: string;
  };
  "policy.layer.member_unused": {
    member: string;
    kind: string;
  };
  "policy.layer.over_budget": {
    layer: string;
    given: number;
    budget: number;
  };
  "policy.layer.over_supply": {
    layer: string;
    given: number;
    left: number;
  };
  "policy.layer.part": Record<string, never>;
  "policy.layer.rounding": Record<string, never>;
  "policy.layer.selection": Record<string, never>;
  "policy.layer.unit": Record<string, never>;
  "policy.layers.count": {
    most: number;
  };
  "policy.name.form": Record<string, never>;
  "policy.name.twice": Record<string, never>;
  "policy.supply.missing": {
    layer: string;
  };
  "product.id.unknown": {
    known: string[];
  };
  "product.kind.other": {
    expected: string;
  };
  "product.pack.not_published": {
    product: string;
  };
  "product.pack.outside": {
    product: string;
    from: string;
  };
  "product.record.overlap": {
    product: string;
  };
  "product.record.pack": Record<string, never>;
  "request.date.form": Record<string, never>;
  "request.decimal.form": Record<string, never>;
  "request.depth.exceeded": {
    most: number;
  };
  "request.field.exactly_one": {
    of: string[];
  };
  "request.field.missing": Record<string, never>;
  "request.field.twice": Record<string, never>;
  "request.field.unknown": {
    known: string[];
  };
  "request.fraction.form": Record<string, never>;
  "request.json.syntax": {
    offset: number;
  };
  "request.list.too_long": {
    most: number;
    got: number;
  };
  "request.number.not_integer": Record<string, never>;
  "request.number.out_of_range": {
    least: number;
    most: number;
  };
  "request.operation.unknown": Record<string, never>;
  "request.size.too_large": {
    most: number;
  };
  "request.text.escape": Record<string, never>;
  "request.text.surrogate": Record<string, never>;
  "request.text.utf8": Record<string, never>;
  "request.time.form": Record<string, never>;
  "request.type.mismatch": {
    expected: string;
    got: string;
  };
  "request.values.too_many": {
    most: number;
  };
  "request.word.unknown": {
    expected: string[];
  };
  "rows.cell.date": Record<string, never>;
  "rows.cell.empty": Record<string, never>;
  "rows.cell.encoding": {
    encoding: string;
  };
  "rows.cell.number": {
    most: number;
  };
  "rows.cell.quote_open": Record<string, never>;
  "rows.cell.quote_stray": Record<string, never>;
  "rows.cell.time": Record<string, never>;
  "rows.cell.twice": {
    first_row: number;
  };
  "rows.cell.word": {
    expected: string[];
  };
  "rows.header.missing": {
    name: string;
  };
  "rows.header.twice": Record<string, never>;
  "rows.header.unknown": Record<string, never>;
  "rows.row.too_long": {
    most: number;
  };
  "rows.row.width": {
    expected: number;
    got: number;
  };
  "rows.sheet.empty": Record<string, never>;
  "rows.sheet.too_many": {
    most: number;
  };
  "rulebook.toml.syntax": Record<string, never>;
  "simulation.column.unknown": Record<string, never>;
  "simulation.recipient.unknown": Record<string, never>;
  "simulation.spread.range": Record<string, never>;
  "simulation.work.too_much": {
    most: number;
    asked: number;
  };
  "what_if.search.too_far": {
    tried_to: number;
  };
  "what_if.unit.unreachable": {
    reason: string;
    amount: number;
  };
}

/** An error; its `code` tells the type of its `details`. */
export type Failure = { [Code in keyof Details]: ErrorOf<Code, Details[Code]> }[keyof Details];
