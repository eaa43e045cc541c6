// Made by `cargo xtask gen` from the table of operations; do not edit.

import type { Bilingual, ErrorOf, Outcome, RuleBook } from "./core.js";

/** Tells the versions of library, wire and data. 版を示す。 */
export declare const version: (request?: VersionRequest, book?: RuleBook) => Outcome<VersionAnswer>;

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
  /** Tells how far the recipients of a giver are. 進捗状況を示す。 */
  readonly progress: (request: GiverView, book?: RuleBook) => Outcome<ProgressAnswer>;
  /** Adds up what was received and what is given on. 集計情報を示す。 */
  readonly summary: (request: GiverView, book?: RuleBook) => Outcome<SummaryAnswer>;
  /** Re-checks an answer without the engine. 回答を独立に検算する。 */
  readonly verify: (request?: VerifyRequest, book?: RuleBook) => Outcome<VerifyAnswer>;
  /** Shows what an actor may see. 分配量を閲覧する。 */
  readonly view: (request: ViewRequest, book?: RuleBook) => Outcome<ViewAnswer>;
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

/** The operations `code.*`. */
export declare const code: {
  /** Checks a medical institution's number. 医療機関等の番号を検査する。 */
  readonly institution: (request: InstitutionRequest, book?: RuleBook) => Outcome<InstitutionAnswer>;
  /** Looks a municipality code up at a date. 市町村コードを調べる。 */
  readonly municipality: (request: CodeMunicipalityRequest, book?: RuleBook) => Outcome<MunicipalityAnswer>;
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
}

/** A state, who acts, and what is asked for. */
export interface AdvanceRequest {
  /** The state, as it was answered before. */
  state: StateDocumentInput;
  /** Who acts, on its own unit. */
  actor: ActorRequest;
  /** What is asked for. */
  event: EventRequest;
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

/** A municipality code and the day at which it is asked for. */
export interface CodeMunicipalityRequest {
  /** Six digits. */
  code: string;
  /** The day. */
  date: string;
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
  policy?: PolicyRequest;
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
  /** The last day of vaccination. */
  end: string;
  /** The cycles whose allocation is being worked on, of a frozen row. */
  frozen_by: number[];
  /** Needle boxes (接種用針・シリンジの必要数量); syringes are the same. */
  needles: number;
  /** The same needles in pieces (本). */
  pieces: number;
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

/** A policy of filling in. */
export interface PolicyRequest {
  /** Its name. */
  name: "exact" | "strictly-more" | "reserve" | "per-vial";
  /** `per-vial`: pieces a vial. */
  pieces_per_vial?: number;
  /** `reserve`: the rate, such as "0.10". */
  rate?: string;
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

/** The particulars of every error, by its code. */
export interface Details {
  "allocation.actor.unknown": Record<string, never>;
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
  "allocation.move.refused": {
    unit: string;
    event: string;
    expected: string[];
    got: string;
  };
  "allocation.move.role": {
    event: string;
    expected: string;
    got: string;
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
  "calendar.holiday.outside_table": {
    from: string;
    until: string;
  };
  "code.institution.form": Record<string, never>;
  "code.municipality.check_digit": {
    expected: number;
  };
  "code.municipality.form": Record<string, never>;
  "code.municipality.not_valid": {
    from: string;
    until?: string;
  };
  "code.municipality.parent": Record<string, never>;
  "code.municipality.twice": Record<string, never>;
  "code.municipality.unknown": Record<string, never>;
  "code.prefecture.form": Record<string, never>;
  "internal.invariant.broken": {
    what: string;
  };
  "internal.table.broken": {
    table: string;
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
  "rows.row.width": {
    expected: number;
    got: number;
  };
  "rows.sheet.empty": Record<string, never>;
  "rows.sheet.too_many": {
    most: number;
  };
  "rulebook.toml.syntax": Record<string, never>;
}

/** An error; its `code` tells the type of its `details`. */
export type Failure = { [Code in keyof Details]: ErrorOf<Code, Details[Code]> }[keyof Details];
