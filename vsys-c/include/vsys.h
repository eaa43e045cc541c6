/* vsys: the C face. Made by cargo xtask from vsys-c/src/abi and the table of operations; do not edit.
 *
 * A function that can fail gives a vsys_error *, NULL on success, and writes its out-parameters, which come last,
 * only on success. Texts are a pointer and a length in bytes, UTF-8 without a terminating NUL. A day is eight decimal
 * digits, YYYYMMDD, a moment twelve, YYYYMMDDhhmm, both JST; 0 is none. Handles are numbers
 * that are looked up and never followed: one that was freed, is of another kind or was made up is the error
 * c.handle.stale. Whoever is given a handle frees it; any thread may use or free it. */

#ifndef VSYS_H
#define VSYS_H

#include <stddef.h>
#include <stdint.h>

// A string literal as the two arguments that stand for a text: pointer and length.
#define VSYS_TEXT(literal) (const uint8_t *)(literal), sizeof(literal) - 1

// decides who may do what, with reason and rule / 操作の可否を理由と規則とともに示す
#define VSYS_OP_ACCESS_DECIDE "access.decide"

// moves the workflow of an allocation by one event / 分配の手順を1つ進める
#define VSYS_OP_ALLOCATION_ADVANCE "allocation.advance"

// shares whole units in proportion to weights, exactly / 重みに比例して整数単位を配分する
#define VSYS_OP_ALLOCATION_APPORTION "allocation.apportion"

// shares a supply from the nation down to the sites / 国から接種会場まで段階的に配分する
#define VSYS_OP_ALLOCATION_CASCADE "allocation.cascade"

// marks whether what is given on was received / 受領量と配分量を照合し〇Ｘを付ける
#define VSYS_OP_ALLOCATION_CHECK "allocation.check"

// sets two methods or formulas side by side: who gains, who loses, how fair each is / 二つの配分方式を比べ、増減と公平さを示す
#define VSYS_OP_ALLOCATION_COMPARE "allocation.compare"

// looks for a paradox of a method and shows a counter-example / 配分方式の逆理を探し反例を示す
#define VSYS_OP_ALLOCATION_PARADOX "allocation.paradox"

// evaluates a formula of allocation, layer by layer / 配分方式を段階ごとに算定する
#define VSYS_OP_ALLOCATION_POLICY "allocation.policy"

// tells how far the recipients of a giver are / 進捗状況を示す
#define VSYS_OP_ALLOCATION_PROGRESS "allocation.progress"

// runs many scenarios and tells how fair each is / 多数のシナリオで分配を試算し公平さを示す
#define VSYS_OP_ALLOCATION_SIMULATE "allocation.simulate"

// adds up what was received and what is given on / 集計情報を示す
#define VSYS_OP_ALLOCATION_SUMMARY "allocation.summary"

// re-checks an answer without the engine / 回答を独立に検算する
#define VSYS_OP_ALLOCATION_VERIFY "allocation.verify"

// shows what an actor may see / 分配量を閲覧する
#define VSYS_OP_ALLOCATION_VIEW "allocation.view"

// tells the smallest change of supply or weight that gives a recipient one unit more / あと1単位を得るための供給量・重みの最小の変化を示す
#define VSYS_OP_ALLOCATION_WHAT_IF "allocation.what_if"

// makes a workplace application, or moves it by one event / 職域追加接種の申込みを1つ進める
#define VSYS_OP_APPLICATION_ADVANCE "application.advance"

// lists applications as the screen prints them / 追加接種申込状況の一覧を作る
#define VSYS_OP_APPLICATION_LIST "application.list"

// tells what may be done in each status of an application / 申込状況ごとの参照・取下げ・編集の可否を示す
#define VSYS_OP_APPLICATION_PERMISSIONS "application.permissions"

// judges the form of an application / 申込内容を検査する
#define VSYS_OP_APPLICATION_VALIDATE "application.validate"

// lists cycles with delivery weeks and deadlines / クールの一覧を作る
#define VSYS_OP_CALENDAR_CYCLES "calendar.cycles"

// tells a deadline and whether it is met / 締切と間に合うかどうかを示す
#define VSYS_OP_CALENDAR_DEADLINE "calendar.deadline"

// tells whether a day is a national holiday / 祝日かどうかを示す
#define VSYS_OP_CALENDAR_HOLIDAY "calendar.holiday"

// finds what is wrong with the records and sheets of a claim / 請求の明細と請求書を点検する
#define VSYS_OP_CLAIMS_CHECK "claims.check"

// tells whether a vaccination lies within hours, off hours or on a holiday / 接種の時間内・時間外・休日を判定する
#define VSYS_OP_CLAIMS_CLASSIFY "claims.classify"

// tells when the claims of a month close and are paid / 請求の〆切日と支払の期限を示す
#define VSYS_OP_CLAIMS_DEADLINE "claims.deadline"

// tells what changes in the tariff between two days / 二つの日の間の単価の変更を示す
#define VSYS_OP_CLAIMS_DIFF "claims.diff"

// prices a number of services of one kind / 接種・予診の請求金額を計算する
#define VSYS_OP_CLAIMS_PRICE "claims.price"

// tells from whom a claim is paid / 請求先を示す
#define VSYS_OP_CLAIMS_ROUTE "claims.route"

// tells form, sheet and surcharge by month of vaccination and of claim / 接種月と請求月から様式と加算の扱いを示す
#define VSYS_OP_CLAIMS_SELECT "claims.select"

// makes the claim sheets of a month, as data and to print / 請求総括書・市区町村別請求書を作る
#define VSYS_OP_CLAIMS_SHEETS "claims.sheets"

// works out the support money of a clinic / 個別接種促進支援の額を計算する
#define VSYS_OP_CLAIMS_SUPPORT "claims.support"

// lists the prices of a day / ある日の単価を示す
#define VSYS_OP_CLAIMS_TARIFF "claims.tariff"

// checks a medical institution's number / 医療機関等の番号を検査する
#define VSYS_OP_CODE_INSTITUTION "code.institution"

// looks a municipality code up at a date / 市町村コードを調べる
#define VSYS_OP_CODE_MUNICIPALITY "code.municipality"

// issues, downloads and reissues a delegation letter, and tells whether its pop-up is shown / 委任状を作成・ダウンロード・再発行し、ポップアップの要否を示す
#define VSYS_OP_CONTRACT_LETTER "contract.letter"

// registers a facility or changes its record / 医療機関・接種会場の情報を登録・変更する
#define VSYS_OP_FACILITY_CHANGE "facility.change"

// approves or rejects the change that waits / 申請中の変更を承認または却下する
#define VSYS_OP_FACILITY_DECIDE "facility.decide"

// tells whether and how a facility can receive vaccine / 分配の対象となるかどうかと納入の経路を示す
#define VSYS_OP_FACILITY_ELIGIBILITY "facility.eligibility"

// checks a screening form / 予診票の記載を確認する
#define VSYS_OP_FORM_CHECK "form.check"

// lists the state machines with states, moves and diagrams / 状態遷移の一覧と図を示す
#define VSYS_OP_MACHINES_EXPORT "machines.export"

// fills in needle boxes for vaccine boxes / 針・シリンジの箱数を自動入力する
#define VSYS_OP_NEEDLE_FILL "needle.fill"

// changes a booster plan / 接種計画を変更する
#define VSYS_OP_PLAN_CHANGE "plan.change"

// confirms or refuses a change above the first total / 国の確認を行う
#define VSYS_OP_PLAN_DECIDE "plan.decide"

// tells what a registration or change would do / 接種計画の登録・変更を事前に確かめる
#define VSYS_OP_PLAN_PREVIEW "plan.preview"

// registers a booster plan / 接種計画を登録する
#define VSYS_OP_PLAN_REGISTER "plan.register"

// shows a plan and which rows can be changed / 接種計画と行の状態を示す
#define VSYS_OP_PLAN_STATUS "plan.status"

// makes the names of allocation records / 分配名を作る
#define VSYS_OP_PRODUCT_RECORD_NAME "product.record_name"

// converts boxes, vials, pieces and doses / 箱・バイアル・本・回数を換算する
#define VSYS_OP_QUANTITY_CONVERT "quantity.convert"

// lists the register of assumptions / 前提の一覧を示す
#define VSYS_OP_RULES_ASSUMPTIONS "rules.assumptions"

// lists every rule with its kind and source / 規則の一覧を示す
#define VSYS_OP_RULES_LIST "rules.list"

// tells the versions of library, wire and data / 版を示す
#define VSYS_OP_VERSION "version"

// What can be wrong with a screening form: the bits that vsys_form_check gives.

// 券番号
#define VSYS_FORM_FAULT_COUPON (UINT32_C(1) << 0)

// 市町村コード
#define VSYS_FORM_FAULT_MUNICIPALITY (UINT32_C(1) << 1)

// 生年月日
#define VSYS_FORM_FAULT_BIRTH_DATE (UINT32_C(1) << 2)

// 接種日
#define VSYS_FORM_FAULT_DATE (UINT32_C(1) << 3)

// 回数
#define VSYS_FORM_FAULT_DOSE (UINT32_C(1) << 4)

// 前回接種日
#define VSYS_FORM_FAULT_PREVIOUS_DATE (UINT32_C(1) << 5)

// 接種間隔
#define VSYS_FORM_FAULT_INTERVAL (UINT32_C(1) << 6)

// 年齢
#define VSYS_FORM_FAULT_AGE (UINT32_C(1) << 7)

// 将来の生年月日
#define VSYS_FORM_FAULT_FUTURE_BIRTH_DATE (UINT32_C(1) << 8)

// 将来の接種日
#define VSYS_FORM_FAULT_FUTURE_DATE (UINT32_C(1) << 9)

// 将来の前回接種日
#define VSYS_FORM_FAULT_FUTURE_PREVIOUS_DATE (UINT32_C(1) << 10)

// 1回目の前回接種日 (a warning)
#define VSYS_FORM_FAULT_PREVIOUS_UNEXPECTED (UINT32_C(1) << 11)

// 前回接種日の記載なし (a warning)
#define VSYS_FORM_FAULT_PREVIOUS_MISSING (UINT32_C(1) << 12)

// The version of the ABI that this header declares; compare it with `vsys_abi_version()`.
#define VSYS_ABI_VERSION 1

// No name of an operation, code of an error or version is longer, in bytes.
#define VSYS_NAME_MAX 64

// No name of a municipality or holiday is longer, in bytes.
#define VSYS_TEXT_MAX 256

// In place of a class or a time that is not known.
#define VSYS_UNKNOWN UINT32_MAX

// In place of a figure that there is not, such as the pieces of a vaccine.
#define VSYS_NONE UINT64_MAX

// Rounded up (切り上げ).
#define VSYS_ROUNDING_CEIL 1

// Rounded down (切り捨て).
#define VSYS_ROUNDING_FLOOR 2

// Rounded to the nearest, halves up (四捨五入).
#define VSYS_ROUNDING_HALF_UP 3

// `assumption.capacity-rounding`: doses are rounded to whole boxes.
#define VSYS_ASSUMPTION_CAPACITY_ROUNDING (1ull << 0)

// `assumption.mock-year`: the year of the printed deadlines.
#define VSYS_ASSUMPTION_MOCK_YEAR (1ull << 1)

// `assumption.cyc-7`: cycles beyond the printed five.
#define VSYS_ASSUMPTION_CYCLE_FORMULA (1ull << 2)

// `assumption.cut-off`: the printed minute is still in time.
#define VSYS_ASSUMPTION_CUT_OFF (1ull << 3)

// `assumption.hours-edge`: the first and the last minute of posted hours.
#define VSYS_ASSUMPTION_HOURS_EDGE (1ull << 4)

// `assumption.past-midnight`: hours that began the evening before.
#define VSYS_ASSUMPTION_PAST_MIDNIGHT (1ull << 5)

// `assumption.age-under-six`: the eve of the sixth birthday.
#define VSYS_ASSUMPTION_AGE_UNDER_SIX (1ull << 6)

// `assumption.rounding`: where an amount is rounded.
#define VSYS_ASSUMPTION_ROUNDING (1ull << 7)

// `assumption.tariff`: the twelve prices of the new form.
#define VSYS_ASSUMPTION_TARIFF (1ull << 8)

// `assumption.needle-allocation`: needles that go with an allocation.
#define VSYS_ASSUMPTION_NEEDLE_ALLOCATION (1ull << 9)

// `assumption.needle-autofill`: needles that the plan screen fills in.
#define VSYS_ASSUMPTION_NEEDLE_AUTOFILL (1ull << 10)

// `assumption.needle-override`: needles that were lowered by hand.
#define VSYS_ASSUMPTION_NEEDLE_OVERRIDE (1ull << 11)

// `assumption.proposal-method`: how a proposal is computed and ties are decided.
#define VSYS_ASSUMPTION_PROPOSAL_METHOD (1ull << 12)

// `assumption.plan-freeze`: when all rows of a plan are frozen.
#define VSYS_ASSUMPTION_PLAN_FREEZE (1ull << 13)

// `assumption.double-claim`: which claims are the same made twice.
#define VSYS_ASSUMPTION_DOUBLE_CLAIM (1ull << 14)

// An assumption without a bit of its own; the operation of the same name tells it by its id.
#define VSYS_ASSUMPTION_OTHER (1ull << 63)

// Of `vsys_form_limits`: the least age is told in years, reached on the eve of a birthday.
#define VSYS_AGE_YEARS 1

// Of `vsys_form_limits`: the least age is told in days since birth.
#define VSYS_AGE_DAYS 2

// Of a code: nothing is wrong.
#define VSYS_CODE_VALID 0

// Of a code: not the digits of one (`code.municipality.form`, `code.institution.form`).
#define VSYS_CODE_FORM 1

// Of a code: its check digit fails (`code.municipality.check_digit`; of an institution, `code.institution.check_digit`, a
// warning, since a few real numbers break the rule).
#define VSYS_CODE_CHECK_DIGIT 2

// Of a code: no municipality has it (`code.municipality.unknown`).
#define VSYS_CODE_UNKNOWN 3

// Of a code: it does not hold on the day (`code.municipality.not_valid`).
#define VSYS_CODE_NOT_VALID 4

// Of an institution's number: it begins with no prefecture (`code.institution.prefecture`, a warning).
#define VSYS_CODE_PREFECTURE 5

// A municipality that is no ward (市町村).
#define VSYS_MUNICIPALITY_ORDINARY 1

// A special ward (特別区).
#define VSYS_MUNICIPALITY_SPECIAL_WARD 2

// A ward of a designated city (政令指定都市の区), for which its city allocates and pays.
#define VSYS_MUNICIPALITY_WARD 3

// An institution's number that is a 保険医療機関コード.
#define VSYS_INSTITUTION_INSURANCE 1

// An institution's number that is a 類似コード, which has no check digit.
#define VSYS_INSTITUTION_SIMILAR 2

// An institution's number that is a 介護保険事業所番号, which has no check digit here.
#define VSYS_INSTITUTION_CARE 3

// No check digit was taken.
#define VSYS_CHECK_DIGIT_NONE 0

// The check digit was taken over all ten digits.
#define VSYS_CHECK_DIGIT_TEN_DIGITS 1

// The check digit was taken over the last seven digits alone.
#define VSYS_CHECK_DIGIT_LAST_SEVEN 2

// What was done: a vaccination (接種).
#define VSYS_SERVICE_VACCINATION 0

// What was done: a consultation alone (予診のみ).
#define VSYS_SERVICE_CONSULTATION_ONLY 1

// The class of age: six and over (6歳以上).
#define VSYS_AGE_CLASS_SIX_AND_OVER 0

// The class of age: under six (6歳未満).
#define VSYS_AGE_CLASS_UNDER_SIX 1

// The class of time: within hours (時間内).
#define VSYS_TIME_CLASS_REGULAR 0

// The class of time: outside hours (時間外).
#define VSYS_TIME_CLASS_OFF_HOURS 1

// The class of time: on a holiday (休日).
#define VSYS_TIME_CLASS_HOLIDAY 2

// The form has no coupon (接種券貼付なし).
#define VSYS_COUPON_WITHOUT 0

// The form carries a coupon (接種券貼付あり).
#define VSYS_COUPON_WITH 1

// Why a class of time: within the posted hours (診療時間内).
#define VSYS_TIME_REASON_WITHIN_HOURS 1

// Why a class of time: outside them (診療時間外).
#define VSYS_TIME_REASON_OUTSIDE_HOURS 2

// Why a class of time: a Sunday (日曜日).
#define VSYS_TIME_REASON_SUNDAY 3

// Why a class of time: a national holiday that is no Sunday (国民の祝日).
#define VSYS_TIME_REASON_NATIONAL_HOLIDAY 4

// Why a class of time: a day on which no consultation hours begin (診療時間のない日).
#define VSYS_TIME_REASON_NO_HOURS 5

// Needles that go with an allocation, rounded up to boxes.
#define VSYS_NEEDLES_ALLOCATION_CEIL 1

// Needles that go with an allocation, rounded half up to boxes.
#define VSYS_NEEDLES_ALLOCATION_HALF_UP 2

// Needles that the plan screen fills in, by a policy.
#define VSYS_NEEDLES_PLAN 3

// The method that proposals are computed by, which is an assumption (`VSYS_ASSUMPTION_PROPOSAL_METHOD`).
#define VSYS_METHOD_PROPOSAL 0

// Largest remainder.
#define VSYS_METHOD_LARGEST_REMAINDER 1

// Webster's divisors.
#define VSYS_METHOD_WEBSTER 2

// Jefferson's divisors.
#define VSYS_METHOD_JEFFERSON 3

// Adams's divisors.
#define VSYS_METHOD_ADAMS 4

// Hill's divisors.
#define VSYS_METHOD_HILL 5

// Ties go to the larger weight, then to the smaller code.
#define VSYS_TIES_RULED 0

// Ties are refused with the tied set.
#define VSYS_TIES_REPORT 1

// Adams and Hill refuse a supply that does not reach to one unit for everybody.
#define VSYS_FIRST_UNITS_REFUSE 0

// Adams and Hill then give first units to the larger weights.
#define VSYS_FIRST_UNITS_BY_WEIGHT 1

// A tie was decided by the larger weight.
#define VSYS_DECIDED_LARGER_WEIGHT 1

// A tie was decided by the smaller code.
#define VSYS_DECIDED_SMALLER_CODE 2

// Of a row of a plan: it can be changed (変更可).
#define VSYS_ROW_OPEN 1

// Of a row of a plan: the allocation of a cycle is being worked on, and no row can be changed (分配作業期間中).
#define VSYS_ROW_FROZEN 2

// Of a row of a plan: the amount of its cycle is fixed for all sites (分配量確定済).
#define VSYS_ROW_CONFIRMED 3

// Of a row of a plan: its vaccination period is over (過去分).
#define VSYS_ROW_PAST 4

// A part of a finding: its stable code, such as `claims.record.double`.
#define VSYS_FINDING_CODE 1

// A part of a finding: the rule that it comes from.
#define VSYS_FINDING_RULE 2

// A part of a finding: the member of the row that is at fault.
#define VSYS_FINDING_MEMBER 3

// A part of a finding: what is wrong, in Japanese.
#define VSYS_FINDING_MESSAGE_JA 4

// A part of a finding: what is wrong, in English.
#define VSYS_FINDING_MESSAGE_EN 5

// A part of a finding: what to do about it, in Japanese.
#define VSYS_FINDING_HELP_JA 6

// A part of a finding: what to do about it, in English.
#define VSYS_FINDING_HELP_EN 7

// Of a finding: a rule is broken.
#define VSYS_SEVERITY_ERROR 1

// Of a finding: allowed, but worth knowing.
#define VSYS_SEVERITY_WARNING 2

// Of a row: counted on the sheets.
#define VSYS_CLAIM_COUNTED 0

// Of a row: kept out, for the reasons that its findings tell.
#define VSYS_CLAIM_KEPT_OUT 1

// An answer or a schema (回答) as canonical JSON, freed by `vsys_answer_free`.
typedef struct vsys_answer vsys_answer;

// Tables of the caller's own (ルールブック), made by `vsys_book_new`, freed by `vsys_book_free`.
typedef struct vsys_book vsys_book;

// A batch of vaccinations that are claimed together (請求の集計), made by `vsys_claims_new`, freed by `vsys_claims_free`.
typedef struct vsys_claims vsys_claims;

// An error (エラー) as canonical JSON, `{"error":{"assumptions":[…],"code":…,"details":{…},"findings":[…],
// "help":{"en":…,"ja":…},"message":{"en":…,"ja":…}}}`, freed by `vsys_error_free`.
typedef struct vsys_error vsys_error;

// What is wrong with rows, in their order, freed by `vsys_findings_free`.
typedef struct vsys_findings vsys_findings;

// The hours that an institution has posted (診療時間), made by `vsys_hours_new`, freed by `vsys_hours_free`.
typedef struct vsys_hours vsys_hours;

// A compiled price table (単価表), made by `vsys_prices_new`, freed by `vsys_prices_free`.
typedef struct vsys_prices vsys_prices;

// Sums of claim lines (集計), made by `vsys_sums_new`, freed by `vsys_sums_free`.
typedef struct vsys_sums vsys_sums;

// The cycles of plans with their packs and confirmations (計画の対象クール), made by `vsys_timetable_new`, freed by
// `vsys_timetable_free`.
typedef struct vsys_timetable vsys_timetable;

// A text in a record, such as `{ VSYS_TEXT("2022-12-07") }`.
typedef struct {
    // Its first byte; NULL only with length 0.
    const uint8_t *start;
    // Its length in bytes.
    size_t len;
} vsys_text;

// What a screening form says (予診票の記載), as it is written. What is written wrong is a fault of the form and no error
// of the call, bytes that are no text too.
typedef struct {
    // The coupon number (券番号), ten digits.
    vsys_text coupon;
    // The code of the municipality that issued the coupon (市町村コード), six digits.
    vsys_text municipality;
    // The birth date (生年月日), `YYYY-MM-DD`.
    vsys_text birth_date;
    // The day of vaccination (接種日), `YYYY-MM-DD`.
    vsys_text date;
    // The day of the dose before (前回接種日), `YYYY-MM-DD`; `{ NULL, 0 }` where there was none.
    vsys_text previous_date;
    // Which dose it is (回数), 1 to 7.
    uint64_t dose;
} vsys_form;

// What forms are held against.
typedef struct {
    // The fewest days from the dose before (接種間隔). None is published, so it must be said.
    uint32_t minimum_interval_days;
    // The least age on the day of vaccination (接種対象年齢).
    uint32_t minimum_age;
    // `VSYS_AGE_YEARS` or `VSYS_AGE_DAYS`.
    uint32_t minimum_age_unit;
    // Today as eight digits, such as 20221231: no day of a form lies after it.
    uint32_t today;
} vsys_form_limits;

// One quantity in every unit of a product (換算の結果).
typedef struct {
    // Boxes (箱), 0 to 2^32-1.
    uint64_t boxes;
    // Doses (回分) that the boxes hold, 0 to 2^53-1.
    uint64_t doses;
    // Doses in one box.
    uint64_t doses_per_box;
    // Vials (バイアル); `VSYS_NONE` for needles and syringes.
    uint64_t vials;
    // Pieces (本); `VSYS_NONE` for vaccine.
    uint64_t pieces;
    // What it rests on: `VSYS_ASSUMPTION_…`.
    uint64_t assumptions;
} vsys_quantity;

// What a municipality code (市町村コード) names on a day, or what is wrong with it.
typedef struct {
    // `VSYS_CODE_VALID`, or what is wrong.
    uint32_t verdict;
    // Of `VSYS_CODE_CHECK_DIGIT` the digit that would fit, else 0.
    uint32_t expected;
    // The code as a number, such as 11002 for 011002; 0 when it is not formed like one.
    uint32_t code;
    // `VSYS_MUNICIPALITY_…`; 0 unless the code is valid.
    uint32_t kind;
    // Who allocates and is billed, as a number: of a ward its city, else the same; 0 unless the code is valid.
    uint32_t resolves_to;
    // The first day for which the table vouches, `YYYYMMDD`; 0 of a code that it does not have.
    uint32_t valid_from;
    // The first day on which the code no longer holds, `YYYYMMDD`; 0 while it holds.
    uint32_t valid_until;
} vsys_municipality;

// What is wrong with an institution's number (医療機関等番号).
typedef struct {
    // `VSYS_CODE_VALID`, or what is wrong.
    uint32_t verdict;
    // Of `VSYS_CODE_CHECK_DIGIT` the digit that would fit, else 0.
    uint32_t expected;
    // `VSYS_CHECK_DIGIT_…`: over which digits the check digit that fits was taken.
    uint32_t check_digit;
} vsys_institution;

// One cycle (クール).
typedef struct {
    // When changes close (計画変更〆切), JST, `YYYYMMDDhhmm`; 0 where not published.
    uint64_t deadline;
    // Its number, from 1.
    uint32_t number;
    // The first day of vaccination, `YYYYMMDD`.
    uint32_t start;
    // The last day of vaccination, `YYYYMMDD`.
    uint32_t end;
    // The Monday of the delivery week (配送週), `YYYYMMDD`; 0 where not published.
    uint32_t delivery_week;
} vsys_cycle;

// The class of time of a vaccination with its reason (時間区分).
typedef struct {
    // What it rests on: `VSYS_ASSUMPTION_HOURS_EDGE`, `VSYS_ASSUMPTION_PAST_MIDNIGHT`.
    uint64_t assumptions;
    // `VSYS_TIME_CLASS_…`.
    uint32_t time_class;
    // `VSYS_TIME_REASON_…`.
    uint32_t reason;
    // The day on which the posted span begins in which it lies, `YYYYMMDD`; 0 when it lies in none.
    uint32_t span_day;
    // The first minute of that span, `hhmm`.
    uint32_t span_from;
    // The minute in which that span is over, `hhmm`.
    uint32_t span_until;
} vsys_time;

// Services of one kind, to be priced.
typedef struct {
    // The day of vaccination (接種日), `YYYYMMDD`.
    uint32_t day;
    // `VSYS_SERVICE_…`.
    uint32_t service;
    // `VSYS_AGE_CLASS_…`.
    uint32_t age_class;
    // `VSYS_TIME_CLASS_…`.
    uint32_t time_class;
    // How many (件数), 0 to 2^32-1.
    uint32_t count;
    // `VSYS_ROUNDING_…`: how a fraction of a yen is rounded, once for all of them.
    uint32_t rounding;
} vsys_service;

// What services cost, in yen; each figure 0 to 2^53-1.
typedef struct {
    // The price of one before tax (単価).
    uint64_t unit;
    // All of them before tax.
    uint64_t net;
    // The tax, rounded once.
    uint64_t tax;
    // Net and tax (請求金額, 税込).
    uint64_t amount;
    // What it rests on: `VSYS_ASSUMPTION_ROUNDING`, `VSYS_ASSUMPTION_TARIFF`.
    uint64_t assumptions;
} vsys_price;

// Claim lines in columns of `rows` numbers each (請求の明細).
typedef struct {
    // How many rows there are; with none the columns may be NULL.
    size_t rows;
    // The day of vaccination (接種日), in days from `day_zero`.
    const int32_t *day;
    // How many (件数).
    const uint32_t *count;
    // `VSYS_SERVICE_…`.
    const uint8_t *service;
    // `VSYS_AGE_CLASS_…`.
    const uint8_t *age_class;
    // `VSYS_TIME_CLASS_…`.
    const uint8_t *time_class;
    // `VSYS_COUPON_…`.
    const uint8_t *coupon;
    // The day that the column of days counts from, `YYYYMMDD`; 19700101 for days of Unix.
    uint32_t day_zero;
} vsys_lines;

// Where the prices of claim lines are written, in yen, as many rows as there are lines. A row without a price has
// `VSYS_NONE` in every column.
typedef struct {
    // The price of one before tax (単価).
    uint64_t *unit;
    // Count times price, before tax.
    uint64_t *net;
    // The tax of the line, rounded once; net and tax are the amount (請求金額).
    uint64_t *tax;
} vsys_price_columns;

// A sum of claim lines; each figure 0 to 2^53-1, net and tax together too.
typedef struct {
    // How many (件数).
    uint64_t count;
    // Yen before tax.
    uint64_t net;
    // The tax, rounded line by line.
    uint64_t tax;
} vsys_sum;

// The needle boxes of an amount of vaccine; syringes are the same (NDL-1).
typedef struct {
    // Doses of the vaccine boxes.
    uint64_t doses;
    // What is filled in, in boxes.
    uint64_t filled;
    // What stands after the lowering, in boxes.
    uint64_t needles;
    // The same in pieces (本).
    uint64_t pieces;
    // What it rests on: `VSYS_ASSUMPTION_NEEDLE_…`.
    uint64_t assumptions;
} vsys_needles;

// A supply and the columns of those who share it (配分の要求), `rows` numbers each, at most 1,000,000.
typedef struct {
    // The units to share, 0 to 2^53-1.
    uint64_t supply;
    // How many rows there are; with none the columns may be NULL.
    size_t rows;
    // The weights, 0 to 2^53-1; 0 gets exactly the floor.
    const uint64_t *weights;
    // The least that each must get, 0 to 2^53-1; NULL = 0.
    const uint64_t *floors;
    // The most that each may get, 0 to 2^53-1, or `VSYS_NONE` for no cap; NULL = no caps.
    const uint64_t *caps;
    // The ids, which decide ties, each another one; NULL = the earlier row is the smaller code.
    const vsys_text *ids;
    // `VSYS_METHOD_…`.
    uint32_t method;
    // `VSYS_TIES_…`.
    uint32_t ties;
    // `VSYS_FIRST_UNITS_…`.
    uint32_t first_units;
} vsys_shares;

// What is told of shares besides the amounts.
typedef struct {
    // What no cap had room for.
    uint64_t left_over;
    // How many rows had equal claims where the supply ended (同順位); 0 when no tie was to be decided.
    uint64_t tied_rows;
    // How many units went among them.
    uint64_t tied_units;
    // What it rests on: `VSYS_ASSUMPTION_PROPOSAL_METHOD`.
    uint64_t assumptions;
    // `VSYS_DECIDED_…`: what decided the tie; 0 when there was none.
    uint32_t decided;
    // `VSYS_METHOD_…`: the method that was used.
    uint32_t method;
} vsys_shared;

// A row of a plan as the screen shows it (PLN-4).
typedef struct {
    // When changes close (計画変更〆切), JST, `YYYYMMDDhhmm`.
    uint64_t deadline;
    // When the amount of the cycle was fixed for all sites, `YYYYMMDDhhmm`; 0 while it is not.
    uint64_t confirmed_at;
    // The first minute at which the status holds, `YYYYMMDDhhmm`; 0 while nothing has ever closed the row.
    uint64_t since;
    // The last minute at which the row can be changed, `YYYYMMDDhhmm`; 0 for a closed row.
    uint64_t until;
    // Vaccine boxes (接種計画量).
    uint64_t boxes;
    // The same in doses (回接種分).
    uint64_t doses;
    // Doses of one vaccine box.
    uint64_t doses_per_box;
    // What the vaccine boxes fill in, in needle boxes.
    uint64_t filled;
    // Needle boxes after any lowering; syringes are the same.
    uint64_t needles;
    // The same needles in pieces (本).
    uint64_t pieces;
    // Pieces of one needle box.
    uint64_t pieces_per_box;
    // The number of the cycle, from 1.
    uint32_t cycle;
    // The first day of vaccination, `YYYYMMDD`.
    uint32_t start;
    // The last day of vaccination, `YYYYMMDD`.
    uint32_t end;
    // The Monday of the delivery week (配送週), `YYYYMMDD`.
    uint32_t delivery_week;
    // `VSYS_ROW_…`.
    uint32_t status;
    // Of a frozen row the first of the cycles whose allocation is being worked on, else 0.
    uint32_t frozen_by;
} vsys_plan_row;

// Where a finding belongs, and how much it weighs.
typedef struct {
    // The row, counted from 0 from the first that was ever given.
    uint64_t row;
    // `VSYS_SEVERITY_…`.
    uint32_t severity;
} vsys_finding;

// A vaccination, or a consultation without one, as it is claimed (請求の明細). What is known twice must agree: a class of
// age beside the birth date, a class of time beside the time of day.
typedef struct {
    // The code of the municipality that issued the coupon (市町村コード), six digits; a ward stands for its city.
    vsys_text municipality;
    // The number of the coupon (券番号), ten digits; `{ NULL, 0 }` = none, and the row cannot be compared with others.
    vsys_text number;
    // The day of vaccination (接種日), `YYYYMMDD`.
    uint32_t day;
    // The time of day, `hhmm`, judged by the posted hours where these were given; `VSYS_UNKNOWN` = none.
    uint32_t time;
    // `VSYS_TIME_CLASS_…` as claimed; `VSYS_UNKNOWN` = by time of day and posted hours.
    uint32_t time_class;
    // The birth date, `YYYYMMDD`; 0 = none.
    uint32_t birth_day;
    // `VSYS_AGE_CLASS_…` as claimed; `VSYS_UNKNOWN` = by the birth date.
    uint32_t age_class;
    // `VSYS_SERVICE_…`.
    uint32_t service;
    // `VSYS_COUPON_…`.
    uint32_t coupon;
    // Which dose it was, 1 to 255; 0 = not told.
    uint32_t dose;
    // 1 when the form was claimed before and came back (返戻), else 0.
    uint32_t returned;
} vsys_claim;

// How a batch stands.
typedef struct {
    // Rows that were given.
    uint64_t rows;
    // Rows that are counted.
    uint64_t counted;
    // Rows that are kept out.
    uint64_t kept_out;
    // Rows that are counted and that no number of a coupon lets compare.
    uint64_t uncompared;
    // What it rests on: `VSYS_ASSUMPTION_…`.
    uint64_t assumptions;
} vsys_claims_total;

// Cases of one kind (請求件数).
typedef struct {
    // How many, at least 1.
    uint64_t count;
    // The code of the municipality that pays, as a number.
    uint32_t municipality;
    // `VSYS_COUPON_…`.
    uint32_t coupon;
    // `VSYS_SERVICE_…`.
    uint32_t service;
    // `VSYS_AGE_CLASS_…`.
    uint32_t age_class;
    // `VSYS_TIME_CLASS_…`.
    uint32_t time_class;
} vsys_case;

// Surcharges that are claimed from a municipality apart from the fee (別請求).
typedef struct {
    // How many, at least 1.
    uint64_t count;
    // The surcharge of one, yen before tax.
    uint64_t unit;
    // The surcharges before tax.
    uint64_t net;
    // The same with tax, rounded once.
    uint64_t amount;
    // The code of the municipality, as a number.
    uint32_t municipality;
    // The month of vaccination, `YYYYMM`.
    uint32_t month;
    // `VSYS_TIME_CLASS_…`: whose surcharge it is.
    uint32_t time_class;
} vsys_apart;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// The version of the ABI of the library that was loaded. Cannot fail.
uint32_t vsys_abi_version(void);

// The version of the library, such as `0.1.0`: a text that ends with NUL and stays as long as the library is loaded. Not
// to be freed. Cannot fail.
const char *vsys_version(void);

// The version of the bundled tables (データの版), as `vsys_version`. Cannot fail.
const char *vsys_data_version(void);

// How many operations there are. Cannot fail.
size_t vsys_operation_count(void);

// Copies the name of an operation; `index` counts from 0 in the order of names.
//
// Errors: `c.argument.index`, and those of `vsys_answer_copy`.
//
// # Safety
// As `vsys_answer_copy`.
vsys_error *vsys_operation_name_copy(size_t index, uint8_t *buffer, size_t capacity, size_t *written);

// Gives the schema of an operation, `{"answer":…,"request":…}` in JSON Schema 2020-12, as an answer
// that the caller frees.
//
// Errors: `request.operation.unknown`, `c.argument.null`, `c.argument.length`, `c.argument.utf8`.
//
// # Safety
// `operation` points to `operation_len` bytes; `answer` can be written.
vsys_error *vsys_schema(const uint8_t *operation, size_t operation_len, vsys_answer **answer);

// Reads tables of the caller's own: a JSON object in which each of `products`, `holidays` and
// `municipalities` replaces the bundled table as a whole. The caller frees the book.
//
// Errors: every fault of the tables at once, `c.argument.null`, `c.argument.length`.
//
// # Safety
// `json` points to `json_len` bytes; `book` can be written.
vsys_error *vsys_book_new(const uint8_t *json, size_t json_len, vsys_book **book);

// Frees a book; NULL is fine, and so is a book that a call in another thread is using.
//
// Errors: `c.handle.stale`.
vsys_error *vsys_book_free(vsys_book *book);

// Runs an operation on a request in JSON; `book` NULL stands for the bundled tables. The caller frees
// the answer, `{"answer":…,"assumptions":[…],"findings":[…]}`.
//
// Errors: whatever the operation refuses, `request.operation.unknown` and every fault of the request
// at once (invalid UTF-8 too, each with its place); `c.argument.null`, `c.argument.length`,
// `c.argument.utf8`, `c.handle.stale`.
//
// # Safety
// `operation` points to `operation_len` bytes and `request` to `request_len`; `answer` can be written.
vsys_error *vsys_call(const vsys_book *book,
                      const uint8_t *operation,
                      size_t operation_len,
                      const uint8_t *request,
                      size_t request_len,
                      vsys_answer **answer);

// Gives the length of an answer in bytes.
//
// Errors: `c.argument.null`, `c.handle.stale`.
//
// # Safety
// `len` can be written.
vsys_error *vsys_answer_len(const vsys_answer *answer, size_t *len);

// Copies an answer, without a terminating NUL, and tells how many bytes were written.
//
// Errors: `c.buffer.too_small` (nothing is written; NULL with capacity 0 asks for the length, which
// stands in the details), `c.argument.null`, `c.argument.length`, `c.handle.stale`.
//
// # Safety
// `buffer` points to `capacity` bytes that can be written; `written` can be written.
vsys_error *vsys_answer_copy(const vsys_answer *answer, uint8_t *buffer, size_t capacity, size_t *written);

// Frees an answer; NULL is fine.
//
// Errors: `c.handle.stale`.
vsys_error *vsys_answer_free(vsys_answer *answer);

// Gives the length of an error in bytes. What it returns is another error, to be freed as well.
//
// Errors: `c.argument.null`, `c.handle.stale`.
//
// # Safety
// `len` can be written.
vsys_error *vsys_error_len(const vsys_error *error, size_t *len);

// Copies an error, as `vsys_answer_copy` does an answer, with the same errors.
//
// # Safety
// As `vsys_answer_copy`.
vsys_error *vsys_error_copy(const vsys_error *error, uint8_t *buffer, size_t capacity, size_t *written);

// Copies the stable code of an error, such as `request.field.missing`, at most `VSYS_NAME_MAX` bytes.
// The errors are those of `vsys_answer_copy`.
//
// # Safety
// As `vsys_answer_copy`.
vsys_error *vsys_error_code_copy(const vsys_error *error, uint8_t *buffer, size_t capacity, size_t *written);

// Frees an error; NULL is fine.
//
// Errors: `c.handle.stale`, itself an error to be freed.
vsys_error *vsys_error_free(vsys_error *error);

#if defined(VSYS_PANIC_FOR_TEST)
// Panics inside the boundary and so always gives the error `c.call.panicked`. Only in libraries built
// for tests, with the feature `panic-for-test`.
vsys_error *vsys_test_panic(void);
#endif

// Checks a screening form (予診票の確認) without JSON and without taking memory: the faults that the operation
// `form.check` has, as a mask of `VSYS_FORM_FAULT_…`, which is 0 when nothing is wrong.
//
// Errors: `c.argument.null`, `c.argument.length`, `c.argument.value` (the unit of the age, today).
//
// # Safety
// `form` and `limits` can be read, each text of the form has its length, and `faults` can be written.
vsys_error *vsys_form_check(const vsys_form *form,
                            const vsys_form_limits *limits,
                            uint32_t *faults);

// Converts boxes of a product by the pack of the delivery week, as `quantity.convert` does (換算). `product` is its id
// in the product master, `delivery_week` the Monday of the week. Source: QTY-2, F-PACK.
//
// Errors: `product.id.unknown`, `product.pack.outside`, `product.pack.not_published`, `base.quantity.too_large`;
// `c.argument.value` (the day), `c.argument.null`, `c.argument.length`, `c.argument.utf8`, `c.handle.stale`.
//
// # Safety
// `product` points to `product_len` bytes, and `quantity` can be written.
vsys_error *vsys_quantity_from_boxes(const vsys_book *book,
                                     const uint8_t *product,
                                     size_t product_len,
                                     uint32_t delivery_week,
                                     uint64_t boxes,
                                     vsys_quantity *quantity);

// Converts doses of a product into whole boxes, and those into every unit. `rounding` is `VSYS_ROUNDING_…`; the doses of
// the answer are those that the boxes hold. Source: QTY-2, F-PACK; ruling capacity-rounding.
//
// Errors: as `vsys_quantity_from_boxes`; `c.argument.value` (the rounding).
//
// # Safety
// As `vsys_quantity_from_boxes`.
vsys_error *vsys_quantity_from_doses(const vsys_book *book,
                                     const uint8_t *product,
                                     size_t product_len,
                                     uint32_t delivery_week,
                                     uint64_t doses,
                                     uint32_t rounding,
                                     vsys_quantity *quantity);

// Judges a municipality code on a day, as `code.municipality` does (市町村コードの確認): what is wrong is an answer and no
// error, bytes that are no text too. Source: F-CODE; ruling municipality-code.
//
// Errors: `c.argument.value` (the day), `c.argument.null`, `c.argument.length`, `c.handle.stale`.
//
// # Safety
// `code` points to `code_len` bytes, and `found` can be written.
vsys_error *vsys_municipality_check(const vsys_book *book,
                                    const uint8_t *code,
                                    size_t code_len,
                                    uint32_t day,
                                    vsys_municipality *found);

// Copies the name of the municipality that has a code on a day (市区町村名), at most `VSYS_TEXT_MAX` bytes.
//
// Errors: `code.municipality.form`, `.check_digit`, `.unknown`, `.not_valid`; `c.argument.value` (the day), those of
// `vsys_answer_copy`.
//
// # Safety
// `code` points to `code_len` bytes; else as `vsys_answer_copy`.
vsys_error *vsys_municipality_name_copy(const vsys_book *book,
                                        const uint8_t *code,
                                        size_t code_len,
                                        uint32_t day,
                                        uint8_t *buffer,
                                        size_t capacity,
                                        size_t *written);

// Judges an institution's number of a kind, `VSYS_INSTITUTION_…`, as `code.institution` does (医療機関等番号の確認): what is
// wrong is an answer and no error. Source: F-CODE; ruling institution-code.
//
// Errors: `c.argument.value` (the kind), `c.argument.null`, `c.argument.length`.
//
// # Safety
// `code` points to `code_len` bytes, and `found` can be written.
vsys_error *vsys_institution_check(const uint8_t *code,
                                   size_t code_len,
                                   uint32_t kind,
                                   vsys_institution *found);

// Tells whether a day is a national holiday (国民の祝日・休日): 1 or 0. Source: 内閣府「国民の祝日について」.
//
// Errors: `calendar.holiday.outside_table` (an unknown year is never a working day), `c.argument.value` (the day),
// `c.argument.null`, `c.handle.stale`.
//
// # Safety
// `holiday` can be written.
vsys_error *vsys_holiday(const vsys_book *book,
                         uint32_t day,
                         uint32_t *holiday);

// Copies the name of the holiday on a day, at most `VSYS_TEXT_MAX` bytes; none on any other day.
//
// Errors: as `vsys_holiday`, and those of `vsys_answer_copy`.
//
// # Safety
// As `vsys_answer_copy`.
vsys_error *vsys_holiday_name_copy(const vsys_book *book,
                                   uint32_t day,
                                   uint8_t *buffer,
                                   size_t capacity,
                                   size_t *written);

// Lists the cycles from a first day of vaccination on, a Monday, as `calendar.cycles` does (クールの一覧). `calendar` is
// the id of a calendar of the tables; without one (NULL, 0) it is the workplace booster's of 2022. `cycles` has room
// for `count` of them, 1 to 1,000; `assumptions` may be NULL. Source: CYC-6, CYC-7.
//
// Errors: `calendar.calendar.unknown`, `calendar.cycle.weekday`, `calendar.cycle.count`, `calendar.date.outside`;
// `c.argument.value` (the day), `c.argument.null`, `c.argument.length`, `c.argument.alignment`, `c.argument.utf8`,
// `c.handle.stale`.
//
// # Safety
// `calendar` points to `calendar_len` bytes, `cycles` to `count` records that can be written, and `assumptions` is NULL
// or can be.
vsys_error *vsys_cycles(const vsys_book *book,
                        const uint8_t *calendar,
                        size_t calendar_len,
                        uint32_t start,
                        uint32_t count,
                        vsys_cycle *cycles,
                        uint64_t *assumptions);

// Gives the deadline of one cycle (計画変更〆切), JST, `YYYYMMDDhhmm`, as `calendar.deadline` does. `start` is the first day
// of vaccination of the cycle, `first` is 1 for the first cycle of the calendar, else 0; `calendar` and `assumptions`
// are as in `vsys_cycles`. Source: CYC-6, CYC-9.
//
// Errors: `calendar.deadline.missing` where the rule is not published, `calendar.calendar.unknown`,
// `calendar.cycle.weekday`, `calendar.date.outside`; `c.argument.value` (the day, `first`), `c.argument.null`,
// `c.argument.length`, `c.argument.utf8`, `c.handle.stale`.
//
// # Safety
// `calendar` points to `calendar_len` bytes, `deadline` can be written, and `assumptions` is NULL or can be.
vsys_error *vsys_cycle_deadline(const vsys_book *book,
                                const uint8_t *calendar,
                                size_t calendar_len,
                                uint32_t start,
                                uint32_t first,
                                uint64_t *deadline,
                                uint64_t *assumptions);

// Gives the whole minutes from a moment to a deadline, both JST, `YYYYMMDDhhmm`; `VSYS_NONE` when it has passed. In the
// printed minute itself, with 0 minutes left, it is still met (`VSYS_ASSUMPTION_CUT_OFF`). Source: CYC-9; ruling cut-off.
//
// Errors: `c.argument.value` (either moment), `c.argument.null`.
//
// # Safety
// `minutes` can be written.
vsys_error *vsys_deadline_minutes(uint64_t deadline,
                                  uint64_t now,
                                  uint64_t *minutes);

// Reads the posted hours of an institution: the member `hours` of `claims.classify`, such as
// `{"monday":[{"from":"09:00","until":"12:00"}]}`. The caller frees them.
//
// Errors: every fault of the text or of the hours at once; `c.argument.null`, `c.argument.length`.
//
// # Safety
// `json` points to `json_len` bytes, and `hours` can be written.
vsys_error *vsys_hours_new(const uint8_t *json, size_t json_len, vsys_hours **hours);

// Frees posted hours; NULL is fine, and so are hours that a call in another thread is using.
//
// Errors: `c.handle.stale`.
vsys_error *vsys_hours_free(vsys_hours *hours);

// Gives the class of time of a vaccination at a moment, JST, `YYYYMMDDhhmm`, as `claims.classify` does (時間区分の判定).
// Source: F-TIME; rulings time-class, hours-edge, past-midnight.
//
// Errors: `calendar.holiday.outside_table`; `c.argument.value` (the moment), `c.argument.null`, `c.handle.stale`.
//
// # Safety
// `time` can be written.
vsys_error *vsys_time_class(const vsys_book *book,
                            const vsys_hours *hours,
                            uint64_t at,
                            vsys_time *time);

// Gives the class of age of somebody born on a day, on the day of vaccination: `VSYS_AGE_CLASS_…` (6歳未満). `assumptions`
// may be NULL; on the eve of the sixth birthday it is `VSYS_ASSUMPTION_AGE_UNDER_SIX`. Source: F-AGE.
//
// Errors: `claims.birth.after_vaccination`; `c.argument.value` (either day), `c.argument.null`.
//
// # Safety
// `age_class` can be written, and `assumptions` is NULL or can be.
vsys_error *vsys_age_class(uint32_t birth_day,
                           uint32_t day,
                           uint32_t *age_class,
                           uint64_t *assumptions);

// Prices services of one kind by the tariff and the tax of their day, as `claims.price` does (単価・請求金額). Source: CLM-1,
// CLM-2, CLM-3, CLM-17; F-PRICE; rulings tariff, tax, rounding.
//
// Errors, all at once: `claims.date.outside_programme`, `claims.addition.not_in_force`, `base.quantity.too_large` (an amount
// above 2^53-1); `c.argument.value` (the day, a class, the rounding), `c.argument.null`, `c.handle.stale`.
//
// # Safety
// `service` can be read, and `price` can be written.
vsys_error *vsys_price_of(const vsys_book *book,
                          const vsys_service *service,
                          vsys_price *price);

// Reads a price table, `{"periods":[…],"rounding":"floor"}`; without periods it is the tariff's (`{}`). The caller frees it.
// Source: CLM-1, CLM-2, CLM-3, CLM-17; F-PRICE.
//
// Errors: every fault of the text or of the periods at once; `c.argument.null`, `c.argument.length`, `c.handle.stale`.
//
// # Safety
// `json` points to `json_len` bytes, and `prices` can be written.
vsys_error *vsys_prices_new(const vsys_book *book,
                            const uint8_t *json,
                            size_t json_len,
                            vsys_prices **prices);

// Frees a price table; NULL is fine, and so is one that a call in another thread is using.
//
// Errors: `c.handle.stale`.
vsys_error *vsys_prices_free(vsys_prices *prices);

// Prices claim lines one by one into columns, on up to `threads` threads (0 is as 1). `wrong` tells how many rows have no
// price; `notes`, which may be NULL, is an answer that the caller frees, `{"assumptions":[…],"findings":[…]}`: every kind
// of fault with the number of its rows, at its column and the first of them, counted from 0 (`/day/17`). Source: CLM-1, CLM-2, CLM-3,
// CLM-17; rulings tariff, tax, rounding.
//
// Errors: `c.argument.value` (the day zero), `c.argument.null`, `c.argument.length`, `c.argument.alignment`,
// `c.argument.overlap` (a column that is written lies upon another), `c.handle.stale`. Then nothing is written.
//
// # Safety
// `lines` and `columns` can be read, each column of `lines` points to `rows` numbers that nobody changes, each of `columns`
// to `rows` that nobody else reads or writes; `wrong` can be written, and `notes` is NULL or can be.
vsys_error *vsys_price_lines(const vsys_prices *prices,
                             const vsys_lines *lines,
                             const vsys_price_columns *columns,
                             uint32_t threads,
                             uint64_t *wrong,
                             vsys_answer **notes);

// Makes sums for institutions and municipalities with indices from 0, at most 2^24 of either. The caller frees them.
//
// Errors: `base.quantity.too_large`, `c.argument.null`.
//
// # Safety
// `sums` can be written.
vsys_error *vsys_sums_new(uint64_t institutions,
                          uint64_t municipalities,
                          vsys_sums **sums);

// Frees sums; NULL is fine, and so are sums that a call in another thread is using.
//
// Errors: `c.handle.stale`.
vsys_error *vsys_sums_free(vsys_sums *sums);

// Prices claim lines and adds them to sums by institution, and by municipality and coupon (集計), on up to `threads` threads.
// `institution` and `municipality` are indices, one a row. A row without a price, or with an index out of range, is in no
// sum and counted; see `vsys_sums_notes`. Threads may add to the same sums, one after the other. Source: CLM-12, CLM-14,
// CLM-17.
//
// Errors: `base.quantity.too_large` (more than 2^53-1 of services or of yen); `c.argument.value` (the day zero),
// `c.argument.null`, `c.argument.length`, `c.argument.alignment`, `c.handle.stale`. Then nothing is added.
//
// # Safety
// `lines` can be read, and each column points to `rows` numbers that nobody changes.
vsys_error *vsys_sums_add(vsys_sums *sums,
                          const vsys_prices *prices,
                          const vsys_lines *lines,
                          const uint32_t *institution,
                          const uint32_t *municipality,
                          uint32_t threads);

// Adds other sums, over the same institutions and municipalities; those stay as they are.
//
// Errors: `claims.sums.keys`, `base.quantity.too_large`, `c.argument.null`, `c.handle.stale`. Then nothing is added.
vsys_error *vsys_sums_merge(vsys_sums *sums,
                            const vsys_sums *later);

// Gives the sum of everything.
//
// Errors: `c.argument.null`, `c.handle.stale`.
//
// # Safety
// `total` can be written.
vsys_error *vsys_sums_total(const vsys_sums *sums, vsys_sum *total);

// Copies the sums by institution, as many as there are institutions, which is `count`.
//
// Errors: `c.argument.count` (another number), `c.argument.null`, `c.argument.alignment`, `c.handle.stale`.
//
// # Safety
// `institutions` points to `count` records that can be written.
vsys_error *vsys_sums_institutions(const vsys_sums *sums, size_t count, vsys_sum *institutions);

// Copies the sums by municipality of one kind of coupon, `VSYS_COUPON_…`, as many as there are municipalities, which is
// `count`.
//
// Errors: as `vsys_sums_institutions`, and `c.argument.value` (the coupon).
//
// # Safety
// `municipalities` points to `count` records that can be written.
vsys_error *vsys_sums_municipalities(const vsys_sums *sums,
                                     uint32_t coupon,
                                     size_t count,
                                     vsys_sum *municipalities);

// Tells how many rows there were in all and how many are in no sum; `notes`, which may be NULL, is as in `vsys_price_lines`.
//
// Errors: `c.argument.null`, `c.handle.stale`.
//
// # Safety
// `rows` and `wrong` can be written, and `notes` is NULL or can be.
vsys_error *vsys_sums_notes(const vsys_sums *sums,
                            uint64_t *rows,
                            uint64_t *wrong,
                            vsys_answer **notes);

// Fills in the needles of `boxes` of vaccine, as `needle.fill` does (針・シリンジの必要数量), for the needle and the syringe of
// 100 pieces. `purpose` is `VSYS_NEEDLES_…`; `policy` is the plan's, written as in the product master (`exact`,
// `strictly-more`, `reserve(0.10)`, `per-vial(16)`), or (NULL, 0) for the product's published one. `lowered` are needle
// boxes entered by hand, or `VSYS_NONE`. Source: NDL-1, NDL-3, NDL-5; rulings needle-allocation, needle-autofill,
// needle-override.
//
// Errors: `product.id.unknown`, `product.kind.other`, `product.pack.outside`, `product.pack.not_published`,
// `needle.policy.not_published`, `needle.boxes.raised`, `needle.policy.form`, `base.quantity.too_large`;
// `c.argument.value` (the week, the purpose, a policy of an allocation), `c.argument.null`, `c.argument.length`,
// `c.argument.utf8`, `c.handle.stale`.
//
// # Safety
// `product` points to `product_len` bytes and `policy` to `policy_len`, and `needles` can be written.
vsys_error *vsys_needle_fill(const vsys_book *book,
                             const uint8_t *product,
                             size_t product_len,
                             uint32_t delivery_week,
                             uint64_t boxes,
                             uint32_t purpose,
                             const uint8_t *policy,
                             size_t policy_len,
                             uint64_t lowered,
                             vsys_needles *needles);

// Shares a supply out in whole units, exactly, as `allocation.apportion` does (配分量の自動計算). `amounts` has room for as
// many numbers as there are rows. Source: ALC-3; ruling proposal-method.
//
// Errors, all at once with their rows (`/recipients/3/floor`): `allocation.floors.above_supply`, `allocation.floor.above_cap`,
// `allocation.recipient.twice`, `allocation.tie.undecided`, `base.quantity.too_large` and the others of `allocation.apportion`;
// `c.argument.value` (method, ties, first units), `c.argument.null`, `c.argument.length`, `c.argument.alignment`,
// `c.argument.utf8` (an id). Then nothing is written.
//
// # Safety
// `shares` can be read, each of its columns is NULL or points to `rows` values that nobody changes, each id has its length;
// `amounts` points to `rows` numbers that can be written, and so can `shared`.
vsys_error *vsys_apportion(const vsys_shares *shares,
                           uint64_t *amounts,
                           vsys_shared *shared);

// Reads the cycles that plans have in common: `{"setup":{…},"confirmed":[…]}`, the members of a plan and of `plan.status` of
// the same names. The caller frees them. Source: CYC-6, PLN-4; ruling product-packs.
//
// Errors: every fault of the text, of the product or of the calendar at once; `c.argument.null`, `c.argument.length`,
// `c.handle.stale`.
//
// # Safety
// `json` points to `json_len` bytes, and `timetable` can be written.
vsys_error *vsys_timetable_new(const vsys_book *book,
                               const uint8_t *json,
                               size_t json_len,
                               vsys_timetable **timetable);

// Frees a timetable; NULL is fine, and so is one that a call in another thread is using.
//
// Errors: `c.handle.stale`.
vsys_error *vsys_timetable_free(vsys_timetable *timetable);

// Gives how many cycles a timetable has: the rows of every plan.
//
// Errors: `c.argument.null`, `c.handle.stale`.
//
// # Safety
// `count` can be written.
vsys_error *vsys_timetable_len(const vsys_timetable *timetable, size_t *count);

// Shows the rows of one plan at a moment, JST, `YYYYMMDDhhmm`, as `plan.status` does (計画の行の状態): `count` vaccine boxes and
// needle boxes, one a cycle, in; as many rows out. `assumptions` may be NULL. Source: PLN-3, PLN-4, PLN-9; rulings
// plan-freeze, cut-off.
//
// Errors, all at once with their rows: `base.quantity.too_large`; `c.argument.count` (another number of rows than of cycles),
// `c.argument.value` (the moment), `c.argument.null`, `c.argument.length`, `c.argument.alignment`, `c.handle.stale`. Then
// nothing is written.
//
// # Safety
// `boxes` and `needles` point to `count` numbers that nobody changes, `rows` to `count` records that can be written;
// `assumptions` is NULL or can be.
vsys_error *vsys_plan_rows(const vsys_timetable *timetable,
                           uint64_t now,
                           const uint64_t *boxes,
                           const uint64_t *needles,
                           size_t count,
                           vsys_plan_row *rows,
                           uint64_t *assumptions);

// Gives how many findings there are.
//
// Errors: `c.argument.null`, `c.handle.stale`.
//
// # Safety
// `len` can be written.
vsys_error *vsys_findings_len(const vsys_findings *findings, size_t *len);

// Gives the row and the weight of a finding; `index` counts from 0.
//
// Errors: `c.argument.index`, `c.argument.null`, `c.handle.stale`.
//
// # Safety
// `finding` can be written.
vsys_error *vsys_finding_at(const vsys_findings *findings, size_t index, vsys_finding *finding);

// Copies a part of a finding, `VSYS_FINDING_…`, as UTF-8; `index` counts from 0.
//
// Errors: `c.argument.index`, `c.argument.value` (the part), and those of `vsys_answer_copy`, of which
// `c.buffer.too_small` tells the length.
//
// # Safety
// As `vsys_answer_copy`.
vsys_error *vsys_finding_copy(const vsys_findings *findings,
                              size_t index,
                              uint32_t part,
                              uint8_t *buffer,
                              size_t capacity,
                              size_t *written);

// Frees findings; NULL is fine.
//
// Errors: `c.handle.stale`.
vsys_error *vsys_findings_free(vsys_findings *findings);

// Begins a batch. `json` holds the members of `claims.check` that rows are held against: `billing_month`, and perhaps `site`
// and `hours`. The tables of `book` stay with the batch. The caller frees it. Source: CLM-7, CLM-8, CLM-11, CLM-15.
//
// Errors: every fault of the text or of the hours at once; `claims.month.no_claims`; `c.argument.null`, `c.argument.length`,
// `c.handle.stale`.
//
// # Safety
// `json` points to `json_len` bytes, and `claims` can be written.
vsys_error *vsys_claims_new(const vsys_book *book,
                            const uint8_t *json,
                            size_t json_len,
                            vsys_claims **claims);

// Frees a batch; NULL is fine, and so is one that a call in another thread is using.
//
// Errors: `c.handle.stale`.
vsys_error *vsys_claims_free(vsys_claims *claims);

// Judges `count` rows and counts them (請求明細の判定と集計). What is wrong with a row is no error of the call: the row is kept
// out and told. `outcomes`, which may be NULL, gets `VSYS_CLAIM_…` for each; `findings`, which may be NULL, everything that
// was found, warnings too, which the caller frees. Threads may add to the same batch, one after the other: rows are counted
// from 0 in the order in which they come, and a double claim names the row that came first. Source: CLM-1, CLM-2, CLM-7,
// CLM-8, CLM-11, CLM-15; F-AGE, F-TIME, F-VRS.
//
// Errors: `c.argument.null`, `c.argument.length` (a text too), `c.argument.alignment`, `c.handle.stale`. Then no row is
// counted.
//
// # Safety
// `rows` points to `count` records that nobody changes, each text has its length; `outcomes` is NULL or points to `count`
// numbers that can be written, and `findings` is NULL or can be.
vsys_error *vsys_claims_add(vsys_claims *claims,
                            const vsys_claim *rows,
                            size_t count,
                            uint32_t *outcomes,
                            vsys_findings **findings);

// Tells how a batch stands.
//
// Errors: `c.argument.null`, `c.handle.stale`.
//
// # Safety
// `total` can be written.
vsys_error *vsys_claims_totals(const vsys_claims *claims, vsys_claims_total *total);

// Copies the cases with their counts, in the order of coupon, municipality, service, age and time, into `cases`, which has
// room for `capacity` of them; `written` tells how many there are. At most 24 come of one municipality. Source: CLM-14.
//
// Errors: `c.buffer.too_small` (`details.needed` tells how many there are), `c.argument.null`, `c.argument.length`,
// `c.argument.alignment`, `c.handle.stale`.
//
// # Safety
// `cases` points to `capacity` records that can be written, and so can `written`.
vsys_error *vsys_claims_cases(const vsys_claims *claims,
                              size_t capacity,
                              vsys_case *cases,
                              size_t *written);

// Copies the surcharges that are claimed apart, by municipality, month and class of time, as `vsys_claims_cases` does, with
// its errors; `rounding` is `VSYS_ROUNDING_…`, `assumptions`, what the amounts rest on, may be NULL. Source: CLM-8, CLM-10.
//
// # Safety
// As `vsys_claims_cases`; `assumptions` is NULL or can be written.
vsys_error *vsys_claims_apart(const vsys_claims *claims,
                              uint32_t rounding,
                              size_t capacity,
                              vsys_apart *apart,
                              size_t *written,
                              uint64_t *assumptions);

// Makes the sheets of what was counted (請求総括書・市区町村別請求書), an answer of `claims.sheets` that the caller frees. `json`
// is a request of `claims.sheets`; to its `cases`, which may be empty, come those of the batch. Source: CLM-4, CLM-12 to
// CLM-17.
//
// Errors: whatever `claims.sheets` refuses, every fault of the request at once; `c.argument.null`, `c.argument.length`,
// `c.handle.stale`.
//
// # Safety
// `json` points to `json_len` bytes, and `answer` can be written.
vsys_error *vsys_claims_sheets(const vsys_claims *claims,
                               const uint8_t *json,
                               size_t json_len,
                               vsys_answer **answer);

// Gives what is to be known of the month of claim and what the batch rests on, `{"assumptions":[…],"findings":[…]}`, as an
// answer that the caller frees.
//
// Errors: `c.argument.null`, `c.handle.stale`.
//
// # Safety
// `answer` can be written.
vsys_error *vsys_claims_notes(const vsys_claims *claims,
                              vsys_answer **answer);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* VSYS_H */
