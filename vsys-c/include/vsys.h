/* vsys: the C face. Made by cargo xtask from vsys-c/src/abi.rs and the table of operations; do not edit.
 *
 * A function that can fail gives a vsys_error *, NULL on success, and writes its out-parameters, which come last,
 * only on success. Texts are a pointer and a length in bytes, UTF-8 without a terminating NUL. Handles are numbers
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

// tells how far the recipients of a giver are / 進捗状況を示す
#define VSYS_OP_ALLOCATION_PROGRESS "allocation.progress"

// adds up what was received and what is given on / 集計情報を示す
#define VSYS_OP_ALLOCATION_SUMMARY "allocation.summary"

// re-checks an answer without the engine / 回答を独立に検算する
#define VSYS_OP_ALLOCATION_VERIFY "allocation.verify"

// shows what an actor may see / 分配量を閲覧する
#define VSYS_OP_ALLOCATION_VIEW "allocation.view"

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

// Of `vsys_form_limits`: the least age is told in years, reached on the eve of a birthday.
#define VSYS_AGE_YEARS 1

// Of `vsys_form_limits`: the least age is told in days since birth.
#define VSYS_AGE_DAYS 2

// An answer or a schema (回答) as canonical JSON, freed by `vsys_answer_free`.
typedef struct vsys_answer vsys_answer;

// Tables of the caller's own (ルールブック), made by `vsys_book_new`, freed by `vsys_book_free`.
typedef struct vsys_book vsys_book;

// An error (エラー) as canonical JSON, `{"error":{"assumptions":[…],"code":…,"details":{…},"findings":[…],
// "help":{"en":…,"ja":…},"message":{"en":…,"ja":…}}}`, freed by `vsys_error_free`.
typedef struct vsys_error vsys_error;

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

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// The version of the ABI of the library that was loaded. Cannot fail.
uint32_t vsys_abi_version(void);

// Copies the version of the library, such as `0.1.0`.
//
// # Safety
// As `vsys_answer_copy`, whose errors it has.
vsys_error *vsys_version_copy(uint8_t *buffer, size_t capacity, size_t *written);

// Copies the version of the bundled tables.
//
// # Safety
// As `vsys_answer_copy`, whose errors it has.
vsys_error *vsys_data_version_copy(uint8_t *buffer, size_t capacity, size_t *written);

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

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* VSYS_H */
