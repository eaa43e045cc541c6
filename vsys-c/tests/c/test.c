/* The C face in plain C: quick start, every error path, threads. Exit 0 when all holds. */
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <vsys.h>

static int failures = 0;

static void check(int holds, const char *what, int line) {
    if (!holds) {
        printf("test.c:%d: %s\n", line, what);
        failures++;
    }
}
#define CHECK(condition) check((condition), #condition, __LINE__)

/* The error has this code, and is freed; NULL stands for success. */
static void settle(vsys_error *error, const char *code, int line) {
    char got[VSYS_NAME_MAX + 1] = "success";
    size_t len = 0;
    if (error != NULL) {
        check(vsys_error_code_copy(error, (uint8_t *)got, VSYS_NAME_MAX, &len) == NULL, "the code can be read", line);
        got[len] = '\0';
        check(vsys_error_free(error) == NULL, "the error can be freed", line);
    }
    if (code == NULL) code = "success";
    if (strcmp(got, code) != 0) {
        printf("test.c:%d: expected %s, got %s\n", line, code, got);
        failures++;
    }
}
#define FINE(call) settle((call), NULL, __LINE__)
#define FAILS(call, code) settle((call), (code), __LINE__)

/* The whole answer with a NUL behind it; the caller frees it. NULL when the handle is no good. */
static char *read_answer(const vsys_answer *answer) {
    size_t len = 0, written = 0;
    vsys_error *error = vsys_answer_len(answer, &len);
    if (error != NULL) {
        vsys_error_free(error);
        return NULL;
    }
    char *text = calloc(len + 1, 1);
    error = vsys_answer_copy(answer, (uint8_t *)text, len, &written);
    if (error == NULL && written == len) return text;
    vsys_error_free(error);
    free(text);
    return NULL;
}

#define REQUEST VSYS_TEXT("{\"product\":\"pfizer-12plus\",\"delivery_week\":\"2021-03-01\",\"boxes\":2000}")
static const char *const ANSWER =
    "{\"answer\":{\"boxes\":2000,\"doses\":1950000,\"doses_per_box\":975,\"vials\":390000},"
    "\"assumptions\":[],\"findings\":[]}";

static vsys_error *convert(const vsys_book *book, vsys_answer **answer) {
    return vsys_call(book, VSYS_TEXT(VSYS_OP_QUANTITY_CONVERT), REQUEST, answer);
}

static vsys_error *holiday(const void *request, size_t len) {
    vsys_answer *answer = NULL;
    vsys_error *error = vsys_call(NULL, VSYS_TEXT(VSYS_OP_CALENDAR_HOLIDAY), request, len, &answer);
    CHECK((error == NULL) == (answer != NULL));
    FINE(vsys_answer_free(answer));
    return error;
}

static void test_quick_start(void) {
    vsys_answer *answer = NULL;
    FINE(convert(NULL, &answer));
    char *text = read_answer(answer);
    CHECK(text != NULL && strcmp(text, ANSWER) == 0);
    free(text);
    FINE(vsys_answer_free(answer));
    CHECK(vsys_abi_version() == VSYS_ABI_VERSION);
}

static void test_table(void) {
    uint8_t name[VSYS_NAME_MAX];
    size_t len = 0, count = vsys_operation_count();
    int found = 0;
    for (size_t index = 0; index < count; index++) {
        vsys_answer *schema = NULL;
        FINE(vsys_operation_name_copy(index, name, sizeof name, &len));
        found |= len == strlen(VSYS_OP_VERSION) && memcmp(name, VSYS_OP_VERSION, len) == 0;
        FINE(vsys_schema(name, len, &schema));
        char *text = read_answer(schema);
        CHECK(text != NULL && strncmp(text, "{\"answer\":", 10) == 0);
        free(text);
        FINE(vsys_answer_free(schema));
    }
    CHECK(found);
    FAILS(vsys_operation_name_copy(count, name, sizeof name, &len), "c.argument.index");
    CHECK(strchr(vsys_version(), '.') != NULL && strlen(vsys_version()) < VSYS_NAME_MAX);
    CHECK(strlen(vsys_data_version()) >= strlen("2026.1.1"));
}

static void test_book(void) {
    vsys_book *book = NULL;
    vsys_answer *answer = NULL;
    FINE(vsys_book_new(VSYS_TEXT("{}"), &book));
    FINE(convert(book, &answer));
    FINE(vsys_answer_free(answer));
    FINE(vsys_book_free(book));
    FAILS(convert(book, &answer), "c.handle.stale");
    FAILS(vsys_book_free(book), "c.handle.stale");
    FAILS(vsys_book_new(VSYS_TEXT("{\"products\":[{\"id\":\"next\"}]}"), &book), "request.field.missing");
}

static void test_arguments(void) {
    vsys_answer *answer = NULL;
    vsys_book *book = NULL;
    size_t len = 77;
    uint8_t byte = 0;
    FAILS(vsys_call(NULL, VSYS_TEXT("version"), VSYS_TEXT("{}"), NULL), "c.argument.null");
    FAILS(vsys_call(NULL, NULL, 7, VSYS_TEXT("{}"), &answer), "c.argument.null");
    FAILS(vsys_call(NULL, VSYS_TEXT("version"), NULL, 2, &answer), "c.argument.null");
    FAILS(vsys_call(NULL, VSYS_TEXT("version"), &byte, SIZE_MAX, &answer), "c.argument.length");
    FAILS(vsys_call(NULL, &byte, (size_t)PTRDIFF_MAX + 1, NULL, 0, &answer), "c.argument.length");
    FAILS(vsys_call(NULL, VSYS_TEXT("version\xFF"), VSYS_TEXT("{}"), &answer), "c.argument.utf8");
    FAILS(vsys_call(NULL, VSYS_TEXT("no.such"), VSYS_TEXT("{}"), &answer), "request.operation.unknown");
    FAILS(vsys_call(NULL, NULL, 0, NULL, 0, &answer), "request.operation.unknown");
    FAILS(vsys_schema(VSYS_TEXT("version"), NULL), "c.argument.null");
    FAILS(vsys_schema(VSYS_TEXT("no.such"), &answer), "request.operation.unknown");
    FAILS(vsys_book_new(NULL, 1, &book), "c.argument.null");
    FAILS(vsys_book_new(VSYS_TEXT("{}"), NULL), "c.argument.null");
    FAILS(vsys_answer_len(NULL, &len), "c.argument.null");
    FAILS(vsys_error_len(NULL, &len), "c.argument.null");
    FAILS(vsys_error_code_copy(NULL, &byte, 1, &len), "c.argument.null");
    FAILS(vsys_operation_name_copy(0, NULL, 1, &len), "c.argument.null");
    FAILS(vsys_operation_name_copy(0, &byte, 1, NULL), "c.argument.null");
    FAILS(vsys_operation_name_copy(0, &byte, SIZE_MAX, &len), "c.argument.length");
    FAILS(vsys_operation_name_copy(0, &byte, 1, &len), "c.buffer.too_small");
    FAILS(vsys_operation_name_copy(0, NULL, 0, &len), "c.buffer.too_small");
    CHECK(answer == NULL && book == NULL && len == 77 && byte == 0);
}

static void test_handles(void) {
    vsys_answer *answer = NULL;
    size_t len = 77;
    uint8_t byte = 0;
    FINE(vsys_book_free(NULL));
    FINE(vsys_answer_free(NULL));
    FINE(vsys_error_free(NULL));

    FINE(convert(NULL, &answer));
    FAILS(vsys_answer_copy(answer, &byte, 1, &len), "c.buffer.too_small");
    FAILS(vsys_answer_len(answer, NULL), "c.argument.null");
    FAILS(vsys_error_len((vsys_error *)answer, &len), "c.handle.stale");
    FAILS(vsys_book_free((vsys_book *)answer), "c.handle.stale");
    FINE(vsys_answer_free(answer));
    FAILS(vsys_answer_free(answer), "c.handle.stale");
    FAILS(vsys_answer_len(answer, &len), "c.handle.stale");
    FAILS(vsys_answer_copy(answer, &byte, 1, &len), "c.handle.stale");

    vsys_error *error = holiday("{", 1);
    FAILS(vsys_error_copy(error, &byte, 1, &len), "c.buffer.too_small");
    FINE(vsys_error_free(error));
    FAILS(vsys_error_free(error), "c.handle.stale");
    FAILS(vsys_error_len(error, &len), "c.handle.stale");
    FAILS(vsys_error_copy(error, &byte, 1, &len), "c.handle.stale");
    FAILS(vsys_error_code_copy(error, &byte, 1, &len), "c.handle.stale");

    srand(1);
    for (uintptr_t made_up = 1; made_up < 2000; made_up++) {
        uintptr_t number = made_up < 1000 ? made_up : (uintptr_t)rand() * 65537u;
        FAILS(vsys_answer_free((vsys_answer *)number), number == 0 ? NULL : "c.handle.stale");
        FAILS(vsys_error_len((vsys_error *)number, &len), number == 0 ? "c.argument.null" : "c.handle.stale");
    }
    FAILS(vsys_answer_len((vsys_answer *)&byte, &len), "c.handle.stale");
    CHECK(len == 77 && byte == 0);
}

static void test_requests(void) {
    FINE(holiday(VSYS_TEXT("{\"date\":\"2021-07-22\"}")));
    FAILS(holiday(NULL, 0), "request.json.syntax");
    FAILS(holiday(VSYS_TEXT("{\"date\":\"\xC3\x28\"}")), "request.text.utf8");
    FAILS(holiday(VSYS_TEXT("{\"date\":\"2021-07-22\",\"date\":\"2021-07-22\"}")), "request.field.twice");
    FAILS(holiday(VSYS_TEXT("{\"date\":\"2021-07-22\",\"else\":1}")), "request.field.unknown");
    FAILS(holiday(VSYS_TEXT("{\"date\":\"2021-07-22\"}\0")), "request.json.syntax");

    const size_t deep = 100000, huge = ((size_t)64 << 20) + 1;
    char *text = malloc(huge);
    if (text == NULL) abort();
    memset(text, '[', deep);
    FAILS(holiday(text, deep), "request.depth.exceeded");
    memset(text, ' ', huge);
    FAILS(holiday(text, huge), "request.size.too_large");
    free(text);

    srand(2);
    for (int round = 0; round < 500; round++) {
        unsigned char noise[64];
        for (size_t at = 0; at < sizeof noise; at++) noise[at] = (unsigned char)(rand() % 256);
        noise[0] = '{';
        vsys_error *error = holiday(noise, (size_t)round % sizeof noise);
        CHECK(error != NULL);
        FINE(vsys_error_free(error));
    }
}

static const vsys_form FORM = {
    .coupon = {VSYS_TEXT("1061403573")},
    .municipality = {VSYS_TEXT("131016")},
    .birth_date = {VSYS_TEXT("1937-05-29")},
    .date = {VSYS_TEXT("2022-12-07")},
    .previous_date = {VSYS_TEXT("2022-07-01")},
    .dose = 3,
};
static const vsys_form_limits LIMITS = {
    .minimum_interval_days = 18, .minimum_age = 5, .minimum_age_unit = VSYS_AGE_YEARS, .today = 20230331};

/* The faults of a form under the limits. */
static uint32_t faults_of(vsys_form form) {
    uint32_t faults = UINT32_MAX;
    FINE(vsys_form_check(&form, &LIMITS, &faults));
    return faults;
}

static void test_form(void) {
    const vsys_text empty = {VSYS_TEXT("")}, future = {VSYS_TEXT("2023-04-01")};
    CHECK(faults_of(FORM) == 0);
    vsys_form form = FORM;
    form.coupon = form.municipality = empty;
    CHECK(faults_of(form) == (VSYS_FORM_FAULT_COUPON | VSYS_FORM_FAULT_MUNICIPALITY));
    form = FORM;
    form.birth_date = form.date = form.previous_date = empty;
    CHECK(faults_of(form) == (VSYS_FORM_FAULT_BIRTH_DATE | VSYS_FORM_FAULT_DATE | VSYS_FORM_FAULT_PREVIOUS_DATE));
    form = FORM;
    form.previous_date = (vsys_text){NULL, 0};
    CHECK(faults_of(form) == VSYS_FORM_FAULT_PREVIOUS_MISSING);
    form = FORM;
    form.dose = 1;
    CHECK(faults_of(form) == VSYS_FORM_FAULT_PREVIOUS_UNEXPECTED);
    form.dose = 8;
    CHECK(faults_of(form) == VSYS_FORM_FAULT_DOSE);
    form = FORM;
    form.previous_date = form.date;
    CHECK(faults_of(form) == VSYS_FORM_FAULT_INTERVAL);
    form = FORM;
    form.date = future;
    CHECK(faults_of(form) == VSYS_FORM_FAULT_FUTURE_DATE);
    form.birth_date = form.previous_date = future;
    CHECK(faults_of(form) == (VSYS_FORM_FAULT_INTERVAL | VSYS_FORM_FAULT_AGE | VSYS_FORM_FAULT_FUTURE_BIRTH_DATE |
                              VSYS_FORM_FAULT_FUTURE_DATE | VSYS_FORM_FAULT_FUTURE_PREVIOUS_DATE));

    uint32_t faults = 77;
    FAILS(vsys_form_check(NULL, &LIMITS, &faults), "c.argument.null");
    FAILS(vsys_form_check(&FORM, NULL, &faults), "c.argument.null");
    FAILS(vsys_form_check(&FORM, &LIMITS, NULL), "c.argument.null");
    form = FORM;
    form.date = (vsys_text){NULL, 10};
    FAILS(vsys_form_check(&form, &LIMITS, &faults), "c.argument.null");
    form.date = (vsys_text){VSYS_TEXT("")};
    form.date.len = SIZE_MAX;
    FAILS(vsys_form_check(&form, &LIMITS, &faults), "c.argument.length");
    vsys_form_limits limits = LIMITS;
    limits.minimum_age_unit = 0;
    FAILS(vsys_form_check(&FORM, &limits, &faults), "c.argument.value");
    limits = LIMITS;
    limits.today = 20230229;
    FAILS(vsys_form_check(&FORM, &limits, &faults), "c.argument.value");
    CHECK(faults == 77);

    /* Texts that end where the memory ends: valgrind sees a byte that is read beyond them. */
    for (size_t len = 0; len < 24; len++) {
        uint8_t *written = malloc(len > 0 ? len : 1);
        if (written == NULL) abort();
        memset(written, '1', len);
        const vsys_text text = {written, len};
        form = (vsys_form){text, text, text, text, text, 3};
        const uint32_t expected = VSYS_FORM_FAULT_BIRTH_DATE | VSYS_FORM_FAULT_DATE | VSYS_FORM_FAULT_PREVIOUS_DATE |
                                  VSYS_FORM_FAULT_MUNICIPALITY | (len == 10 ? 0 : VSYS_FORM_FAULT_COUPON);
        CHECK(faults_of(form) == expected);
        free(written);
    }
}

#define NONE VSYS_TEXT("")
#define PFIZER VSYS_TEXT("pfizer-12plus")

static void test_quantity(void) {
    /* QTY-2: 2,000 boxes of 195 vials of 5 doses. */
    vsys_quantity quantity = {0, 0, 0, 0, 0, 0};
    FINE(vsys_quantity_from_boxes(NULL, PFIZER, 20210301, 2000, &quantity));
    CHECK(quantity.doses == 1950000 && quantity.vials == 390000 && quantity.pieces == VSYS_NONE);
    CHECK(quantity.doses_per_box == 975 && quantity.assumptions == 0);
    FINE(vsys_quantity_from_doses(NULL, PFIZER, 20210301, 976, VSYS_ROUNDING_CEIL, &quantity));
    CHECK(quantity.boxes == 2 && quantity.assumptions == VSYS_ASSUMPTION_CAPACITY_ROUNDING);
    const vsys_quantity before = quantity;
    FAILS(vsys_quantity_from_boxes(NULL, NULL, 3, 20210301, 1, &quantity), "c.argument.null");
    FAILS(vsys_quantity_from_boxes(NULL, (const uint8_t *)"x", SIZE_MAX, 20210301, 1, &quantity), "c.argument.length");
    FAILS(vsys_quantity_from_boxes(NULL, VSYS_TEXT("\x83\x8F\x83N"), 20210301, 1, &quantity), "c.argument.utf8");
    FAILS(vsys_quantity_from_boxes(NULL, PFIZER, 20210229, 1, &quantity), "c.argument.value");
    FAILS(vsys_quantity_from_boxes(NULL, PFIZER, 20210301, UINT64_MAX, &quantity), "base.quantity.too_large");
    FAILS(vsys_quantity_from_boxes(NULL, NONE, 20210301, 1, &quantity), "product.id.unknown");
    FAILS(vsys_quantity_from_boxes(NULL, PFIZER, 20210301, 1, NULL), "c.argument.null");
    FAILS(vsys_quantity_from_boxes((vsys_book *)&quantity, PFIZER, 20210301, 1, &quantity), "c.handle.stale");
    FAILS(vsys_quantity_from_doses(NULL, PFIZER, 20210301, 1, 4, &quantity), "c.argument.value");
    FAILS(vsys_quantity_from_doses(NULL, PFIZER, 20210301, 1, 0, &quantity), "c.argument.value");
    FAILS(vsys_quantity_from_doses(NULL, PFIZER, 20210301, 1, VSYS_ROUNDING_CEIL, NULL), "c.argument.null");
    CHECK(memcmp(&before, &quantity, sizeof before) == 0);
}

static void test_code(void) {
    vsys_municipality found;
    FINE(vsys_municipality_check(NULL, VSYS_TEXT("131032"), 20211201, &found));
    CHECK(found.verdict == VSYS_CODE_VALID && found.kind == VSYS_MUNICIPALITY_SPECIAL_WARD && found.resolves_to == 131032);
    FINE(vsys_municipality_check(NULL, VSYS_TEXT("131002"), 20211201, &found));
    CHECK(found.verdict == VSYS_CODE_CHECK_DIGIT && found.expected == 8 && found.code == 0);
    FINE(vsys_municipality_check(NULL, VSYS_TEXT("\xFF\x82\xA0"), 20211201, &found));
    CHECK(found.verdict == VSYS_CODE_FORM);
    FINE(vsys_municipality_check(NULL, NULL, 0, 20211201, &found));
    CHECK(found.verdict == VSYS_CODE_FORM);
    const vsys_municipality before = found;
    FAILS(vsys_municipality_check(NULL, VSYS_TEXT("131032"), 0, &found), "c.argument.value");
    FAILS(vsys_municipality_check(NULL, NULL, 6, 20211201, &found), "c.argument.null");
    FAILS(vsys_municipality_check(NULL, (const uint8_t *)"1", SIZE_MAX, 20211201, &found), "c.argument.length");
    FAILS(vsys_municipality_check(NULL, VSYS_TEXT("131032"), 20211201, NULL), "c.argument.null");
    FAILS(vsys_municipality_check((vsys_book *)&found, VSYS_TEXT("131032"), 20211201, &found), "c.handle.stale");
    CHECK(memcmp(&before, &found, sizeof before) == 0);

    uint8_t name[VSYS_TEXT_MAX];
    size_t len = 0;
    FINE(vsys_municipality_name_copy(NULL, VSYS_TEXT("131032"), 20211201, name, sizeof name, &len));
    CHECK(len == 6 && memcmp(name, "港区", 6) == 0);
    FAILS(vsys_municipality_name_copy(NULL, VSYS_TEXT("131032"), 20211201, name, 5, &len), "c.buffer.too_small");
    FAILS(vsys_municipality_name_copy(NULL, VSYS_TEXT("131032"), 20211201, name, SIZE_MAX, &len), "c.argument.length");
    FAILS(vsys_municipality_name_copy(NULL, VSYS_TEXT("131032"), 20211201, NULL, 5, &len), "c.argument.null");
    FAILS(vsys_municipality_name_copy(NULL, VSYS_TEXT("131002"), 20211201, name, 5, &len), "code.municipality.check_digit");
    CHECK(len == 6);

    /* Invented numbers. */
    vsys_institution institution;
    FINE(vsys_institution_check(VSYS_TEXT("0199999996"), VSYS_INSTITUTION_INSURANCE, &institution));
    CHECK(institution.verdict == VSYS_CODE_VALID && institution.check_digit == VSYS_CHECK_DIGIT_TEN_DIGITS);
    FINE(vsys_institution_check(VSYS_TEXT("1319999996"), VSYS_INSTITUTION_INSURANCE, &institution));
    CHECK(institution.verdict == VSYS_CODE_VALID && institution.check_digit == VSYS_CHECK_DIGIT_LAST_SEVEN);
    FINE(vsys_institution_check(VSYS_TEXT("0199999994"), VSYS_INSTITUTION_INSURANCE, &institution));
    CHECK(institution.verdict == VSYS_CODE_CHECK_DIGIT && institution.expected == 6);
    FINE(vsys_institution_check(VSYS_TEXT("0199999994"), VSYS_INSTITUTION_CARE, &institution));
    CHECK(institution.verdict == VSYS_CODE_VALID && institution.check_digit == VSYS_CHECK_DIGIT_NONE);
    FINE(vsys_institution_check(VSYS_TEXT("4811111111"), VSYS_INSTITUTION_INSURANCE, &institution));
    CHECK(institution.verdict == VSYS_CODE_PREFECTURE);
    FINE(vsys_institution_check(VSYS_TEXT("\x8F\x90\xFF"), VSYS_INSTITUTION_SIMILAR, &institution));
    CHECK(institution.verdict == VSYS_CODE_FORM);
    FAILS(vsys_institution_check(VSYS_TEXT("0199999996"), 0, &institution), "c.argument.value");
    FAILS(vsys_institution_check(VSYS_TEXT("0199999996"), UINT32_MAX, &institution), "c.argument.value");
    FAILS(vsys_institution_check(NULL, 10, VSYS_INSTITUTION_CARE, &institution), "c.argument.null");
    FAILS(vsys_institution_check((const uint8_t *)"0", SIZE_MAX, VSYS_INSTITUTION_CARE, &institution), "c.argument.length");
    FAILS(vsys_institution_check(VSYS_TEXT("0199999996"), VSYS_INSTITUTION_CARE, NULL), "c.argument.null");
}

static void test_calendar(void) {
    uint32_t is_holiday = 77;
    FINE(vsys_holiday(NULL, 20210722, &is_holiday));
    CHECK(is_holiday == 1);
    FINE(vsys_holiday(NULL, 20210719, &is_holiday));
    CHECK(is_holiday == 0);
    FAILS(vsys_holiday(NULL, 19500102, &is_holiday), "calendar.holiday.outside_table");
    FAILS(vsys_holiday(NULL, 20210732, &is_holiday), "c.argument.value");
    FAILS(vsys_holiday(NULL, 20210722, NULL), "c.argument.null");
    FAILS(vsys_holiday((vsys_book *)&is_holiday, 20210722, &is_holiday), "c.handle.stale");
    uint8_t name[VSYS_TEXT_MAX];
    size_t len = 77;
    FINE(vsys_holiday_name_copy(NULL, 20210719, name, sizeof name, &len));
    CHECK(len == 0);
    FINE(vsys_holiday_name_copy(NULL, 20210722, name, sizeof name, &len));
    CHECK(len == strlen("海の日") && memcmp(name, "海の日", len) == 0);
    FAILS(vsys_holiday_name_copy(NULL, 20210722, name, 1, &len), "c.buffer.too_small");
    FAILS(vsys_holiday_name_copy(NULL, 19500102, name, sizeof name, &len), "calendar.holiday.outside_table");

    /* CYC-7: the second cycle of the booster begins on 2022-03-14 and closes on 2022-02-22, 15:00. */
    vsys_cycle cycles[5] = {{0, 0, 0, 0, 0}};
    uint64_t assumptions = 77;
    FINE(vsys_cycles(NULL, NULL, 0, 20220228, 5, cycles, &assumptions));
    CHECK(cycles[1].number == 2 && cycles[1].start == 20220314 && cycles[1].end == 20220327);
    CHECK(cycles[1].delivery_week == 20220307 && cycles[1].deadline == 202202221500);
    CHECK(assumptions == VSYS_ASSUMPTION_MOCK_YEAR);
    FINE(vsys_cycles(NULL, NULL, 0, 20220228, 5, cycles, NULL));
    FAILS(vsys_cycles(NULL, NULL, 0, 20220301, 5, cycles, &assumptions), "calendar.cycle.weekday");
    FAILS(vsys_cycles(NULL, NULL, 0, 20220228, 0, cycles, &assumptions), "calendar.cycle.count");
    FAILS(vsys_cycles(NULL, NULL, 0, 20220228, UINT32_MAX, cycles, &assumptions), "calendar.cycle.count");
    FAILS(vsys_cycles(NULL, NULL, 0, 99991227, 5, cycles, &assumptions), "calendar.date.outside");
    FAILS(vsys_cycles(NULL, VSYS_TEXT("none"), 20220228, 5, cycles, &assumptions), "calendar.calendar.unknown");
    FAILS(vsys_cycles(NULL, VSYS_TEXT("\xFF"), 20220228, 5, cycles, &assumptions), "c.argument.utf8");
    FAILS(vsys_cycles(NULL, NULL, 1, 20220228, 5, cycles, &assumptions), "c.argument.null");
    FAILS(vsys_cycles(NULL, NULL, 0, 20220228, 5, NULL, &assumptions), "c.argument.null");
    FAILS(vsys_cycles(NULL, NULL, 0, 20220228, 4, (vsys_cycle *)((char *)cycles + 1), &assumptions), "c.argument.alignment");
    FAILS(vsys_cycles((vsys_book *)cycles, NULL, 0, 20220228, 5, cycles, &assumptions), "c.handle.stale");
    CHECK(assumptions == VSYS_ASSUMPTION_MOCK_YEAR && cycles[1].start == 20220314);

    uint64_t deadline = 77, minutes = 77;
    FINE(vsys_cycle_deadline(NULL, NULL, 0, 20220314, 0, &deadline, &assumptions));
    CHECK(deadline == 202202221500);
    FAILS(vsys_cycle_deadline(NULL, NULL, 0, 20220314, 2, &deadline, NULL), "c.argument.value");
    FAILS(vsys_cycle_deadline(NULL, NULL, 0, 20220315, 0, &deadline, NULL), "calendar.cycle.weekday");
    FAILS(vsys_cycle_deadline(NULL, NULL, 0, 20220314, 0, NULL, NULL), "c.argument.null");
    FINE(vsys_deadline_minutes(deadline, 202202221500, &minutes));
    CHECK(minutes == 0);
    FINE(vsys_deadline_minutes(deadline, 202202221501, &minutes));
    CHECK(minutes == VSYS_NONE);
    FINE(vsys_deadline_minutes(deadline, 202202211459, &minutes));
    CHECK(minutes == 24 * 60 + 1);
    FAILS(vsys_deadline_minutes(0, 202202221500, &minutes), "c.argument.value");
    FAILS(vsys_deadline_minutes(deadline, UINT64_MAX, &minutes), "c.argument.value");
    FAILS(vsys_deadline_minutes(deadline, 202202221500, NULL), "c.argument.null");
    CHECK(minutes == 24 * 60 + 1);
}

static vsys_hours *weekdays(void) {
    vsys_hours *hours = NULL;
    FINE(vsys_hours_new(VSYS_TEXT("{\"monday\":[{\"from\":\"09:00\",\"until\":\"12:00\"}],"
                                  "\"wednesday\":[{\"from\":\"09:00\",\"until\":\"12:00\"}]}"), &hours));
    return hours;
}

static void test_time_class(void) {
    vsys_hours *hours = weekdays();
    vsys_time time;
    FINE(vsys_time_class(NULL, hours, 202112011000, &time));
    CHECK(time.time_class == VSYS_TIME_CLASS_REGULAR && time.reason == VSYS_TIME_REASON_WITHIN_HOURS);
    CHECK(time.span_day == 20211201 && time.span_from == 900 && time.span_until == 1200 && time.assumptions == 0);
    FINE(vsys_time_class(NULL, hours, 202112011300, &time));
    CHECK(time.time_class == VSYS_TIME_CLASS_OFF_HOURS && time.span_day == 0);
    FINE(vsys_time_class(NULL, hours, 202112011200, &time));
    CHECK(time.assumptions == VSYS_ASSUMPTION_HOURS_EDGE);
    FINE(vsys_time_class(NULL, hours, 202112051000, &time));
    CHECK(time.time_class == VSYS_TIME_CLASS_HOLIDAY && time.reason == VSYS_TIME_REASON_SUNDAY);
    FINE(vsys_time_class(NULL, hours, 202107221000, &time));
    CHECK(time.reason == VSYS_TIME_REASON_NATIONAL_HOLIDAY);
    FINE(vsys_time_class(NULL, hours, 202112021000, &time));
    CHECK(time.reason == VSYS_TIME_REASON_NO_HOURS);
    FAILS(vsys_time_class(NULL, hours, 202112012400, &time), "c.argument.value");
    FAILS(vsys_time_class(NULL, hours, 195001021000, &time), "calendar.holiday.outside_table");
    FAILS(vsys_time_class(NULL, NULL, 202112011000, &time), "c.argument.null");
    FAILS(vsys_time_class(NULL, hours, 202112011000, NULL), "c.argument.null");
    FAILS(vsys_time_class((vsys_book *)hours, hours, 202112011000, &time), "c.handle.stale");
    FINE(vsys_hours_free(NULL));
    FINE(vsys_hours_free(hours));
    FAILS(vsys_time_class(NULL, hours, 202112011000, &time), "c.handle.stale");
    FAILS(vsys_hours_free(hours), "c.handle.stale");
    FAILS(vsys_hours_new(NONE, &hours), "request.json.syntax");
    FAILS(vsys_hours_new(VSYS_TEXT("{}"), &hours), "claims.hours.missing");
    FAILS(vsys_hours_new(NULL, 2, &hours), "c.argument.null");
    FAILS(vsys_hours_new(VSYS_TEXT("{}"), NULL), "c.argument.null");

    uint32_t class = 77;
    uint64_t assumptions = 77;
    FINE(vsys_age_class(20151201, 20211130, &class, &assumptions));
    CHECK(class == VSYS_AGE_CLASS_UNDER_SIX && assumptions == VSYS_ASSUMPTION_AGE_UNDER_SIX);
    FINE(vsys_age_class(20151201, 20211201, &class, NULL));
    CHECK(class == VSYS_AGE_CLASS_SIX_AND_OVER);
    FAILS(vsys_age_class(20211202, 20211201, &class, NULL), "claims.birth.after_vaccination");
    FAILS(vsys_age_class(0, 20211201, &class, NULL), "c.argument.value");
    FAILS(vsys_age_class(20151201, 20211201, NULL, NULL), "c.argument.null");
}

static void test_price(void) {
    /* CLM-4: 50 vaccinations of 2,070 yen with 10 percent. */
    const vsys_service service = {20210510, VSYS_SERVICE_VACCINATION, VSYS_AGE_CLASS_SIX_AND_OVER,
                                  VSYS_TIME_CLASS_REGULAR, 50, VSYS_ROUNDING_FLOOR};
    vsys_price price;
    FINE(vsys_price_of(NULL, &service, &price));
    CHECK(price.unit == 2070 && price.net == 103500 && price.tax == 10350 && price.amount == 113850);
    vsys_service other = service;
    other.day = 20201201;
    FAILS(vsys_price_of(NULL, &other, &price), "claims.date.outside_programme");
    other.day = 20210331;
    other.time_class = VSYS_TIME_CLASS_OFF_HOURS;
    FAILS(vsys_price_of(NULL, &other, &price), "claims.addition.not_in_force");
    other = service;
    other.day = 0;
    FAILS(vsys_price_of(NULL, &other, &price), "c.argument.value");
    other = service;
    other.service = 2;
    FAILS(vsys_price_of(NULL, &other, &price), "c.argument.value");
    other = service;
    other.age_class = 256;
    FAILS(vsys_price_of(NULL, &other, &price), "c.argument.value");
    other = service;
    other.time_class = 3;
    FAILS(vsys_price_of(NULL, &other, &price), "c.argument.value");
    other = service;
    other.rounding = 0;
    FAILS(vsys_price_of(NULL, &other, &price), "c.argument.value");
    FAILS(vsys_price_of(NULL, NULL, &price), "c.argument.null");
    FAILS(vsys_price_of(NULL, &service, NULL), "c.argument.null");
    FAILS(vsys_price_of((vsys_book *)&price, &service, &price), "c.handle.stale");
    CHECK(price.amount == 113850);
}

static void test_columns(void) {
    const int32_t day[3] = {0, 30, 2000};
    uint32_t count[3] = {50, 5, 1};
    const uint8_t service[3] = {0, 1, 0}, zero[3] = {0}, one[3] = {1, 1, 1};
    const uint32_t institution[3] = {0, 0, 0}, municipality[3] = {2, 2, 2};
    const vsys_lines lines = {3, day, count, service, zero, zero, one, 20210401};
    uint64_t unit[3] = {7, 7, 7}, net[3] = {7, 7, 7}, tax[3] = {7, 7, 7}, wrong = 77, rows = 77;
    const vsys_price_columns columns = {unit, net, tax};
    vsys_prices *prices = NULL;
    vsys_answer *notes = NULL;
    FINE(vsys_prices_new(NULL, VSYS_TEXT("{}"), &prices));
    FAILS(vsys_prices_new(NULL, VSYS_TEXT("{\"periods\":[]}"), &prices), "claims.periods.none");
    FAILS(vsys_prices_new(NULL, VSYS_TEXT("{}"), NULL), "c.argument.null");
    FAILS(vsys_prices_new(NULL, NULL, 2, &prices), "c.argument.null");

    FAILS(vsys_price_lines(NULL, &lines, &columns, 1, &wrong, &notes), "c.argument.null");
    FAILS(vsys_price_lines(prices, NULL, &columns, 1, &wrong, &notes), "c.argument.null");
    FAILS(vsys_price_lines(prices, &lines, NULL, 1, &wrong, &notes), "c.argument.null");
    FAILS(vsys_price_lines(prices, &lines, &columns, 1, NULL, &notes), "c.argument.null");
    FAILS(vsys_price_lines((vsys_prices *)day, &lines, &columns, 1, &wrong, &notes), "c.handle.stale");
    vsys_lines other = lines;
    other.count = NULL;
    FAILS(vsys_price_lines(prices, &other, &columns, 1, &wrong, &notes), "c.argument.null");
    other = lines;
    other.rows = SIZE_MAX;
    FAILS(vsys_price_lines(prices, &other, &columns, 1, &wrong, &notes), "c.argument.length");
    other = lines;
    other.day_zero = 20210431;
    FAILS(vsys_price_lines(prices, &other, &columns, 1, &wrong, &notes), "c.argument.value");
    other = lines;
    other.rows = 2;
    other.day = (const int32_t *)((const char *)day + 1);
    FAILS(vsys_price_lines(prices, &other, &columns, 1, &wrong, &notes), "c.argument.alignment");
    vsys_price_columns target = {unit, net, unit + 2};
    FAILS(vsys_price_lines(prices, &lines, &target, 1, &wrong, &notes), "c.argument.overlap");
    target = (vsys_price_columns){unit, (uint64_t *)(void *)count, tax};
    FAILS(vsys_price_lines(prices, &lines, &target, 1, &wrong, &notes), "c.argument.overlap");
    target = (vsys_price_columns){unit, NULL, tax};
    FAILS(vsys_price_lines(prices, &lines, &target, 1, &wrong, &notes), "c.argument.null");
    CHECK(unit[0] == 7 && net[1] == 7 && tax[2] == 7 && wrong == 77 && notes == NULL);

    /* CLM-4: 50 x 2,070 and 5 x 1,540; the third line is after the programme. */
    FINE(vsys_price_lines(prices, &lines, &columns, 2, &wrong, &notes));
    CHECK(wrong == 1 && unit[0] == 2070 && net[0] == 103500 && tax[0] == 10350 && unit[1] == 1540);
    CHECK(unit[2] == VSYS_NONE && net[2] == VSYS_NONE && tax[2] == VSYS_NONE);
    char *text = read_answer(notes);
    CHECK(text != NULL && strstr(text, "claims.rows.outside_programme") != NULL && strstr(text, "\"path\":\"/day/2\"") != NULL);
    free(text);
    FINE(vsys_answer_free(notes));
    FINE(vsys_price_lines(prices, &lines, &columns, 0, &wrong, NULL));
    const vsys_lines none = {0, NULL, NULL, NULL, NULL, NULL, NULL, 20210401};
    const vsys_price_columns nowhere = {NULL, NULL, NULL};
    FINE(vsys_price_lines(prices, &none, &nowhere, 1, &wrong, NULL));
    CHECK(wrong == 0);

    vsys_sums *sums = NULL, *fewer = NULL;
    vsys_sum total, by_municipality[3], by_institution[1];
    FINE(vsys_sums_new(1, 3, &sums));
    FINE(vsys_sums_new(1, 2, &fewer));
    FAILS(vsys_sums_new(1, (uint64_t)1 << 25, &fewer), "base.quantity.too_large");
    FAILS(vsys_sums_new(1, UINT64_MAX, &fewer), "base.quantity.too_large");
    FAILS(vsys_sums_new(1, 1, NULL), "c.argument.null");
    FINE(vsys_sums_add(sums, prices, &lines, institution, municipality, 2));
    FINE(vsys_sums_total(sums, &total));
    CHECK(total.count == 55 && total.net + total.tax == 122320);
    FINE(vsys_sums_municipalities(sums, VSYS_COUPON_WITH, 3, by_municipality));
    CHECK(by_municipality[2].count == 55 && by_municipality[0].count == 0);
    FINE(vsys_sums_institutions(sums, 1, by_institution));
    CHECK(memcmp(&by_institution[0], &total, sizeof total) == 0);
    FINE(vsys_sums_merge(sums, sums));
    FINE(vsys_sums_total(sums, &total));
    CHECK(total.count == 110);
    FINE(vsys_sums_notes(sums, &rows, &wrong, &notes));
    CHECK(rows == 6 && wrong == 2);
    FINE(vsys_answer_free(notes));
    FINE(vsys_sums_notes(sums, &rows, &wrong, NULL));

    FAILS(vsys_sums_merge(sums, fewer), "claims.sums.keys");
    FAILS(vsys_sums_merge(NULL, sums), "c.argument.null");
    FAILS(vsys_sums_merge(sums, NULL), "c.argument.null");
    FAILS(vsys_sums_add(NULL, prices, &lines, institution, municipality, 1), "c.argument.null");
    FAILS(vsys_sums_add(sums, NULL, &lines, institution, municipality, 1), "c.argument.null");
    FAILS(vsys_sums_add(sums, prices, NULL, institution, municipality, 1), "c.argument.null");
    FAILS(vsys_sums_add(sums, prices, &lines, NULL, municipality, 1), "c.argument.null");
    FAILS(vsys_sums_add(sums, prices, &lines, institution, NULL, 1), "c.argument.null");
    FAILS(vsys_sums_total(sums, NULL), "c.argument.null");
    FAILS(vsys_sums_institutions(sums, 2, by_institution), "c.argument.count");
    FAILS(vsys_sums_institutions(sums, 1, NULL), "c.argument.null");
    FAILS(vsys_sums_municipalities(sums, 2, 3, by_municipality), "c.argument.value");
    FAILS(vsys_sums_municipalities(sums, VSYS_COUPON_WITH, SIZE_MAX, by_municipality), "c.argument.count");
    FAILS(vsys_sums_notes(sums, NULL, &wrong, NULL), "c.argument.null");
    FAILS(vsys_sums_notes(sums, &rows, NULL, NULL), "c.argument.null");
    FINE(vsys_sums_free(NULL));
    FINE(vsys_sums_free(fewer));
    FINE(vsys_sums_free(sums));
    FAILS(vsys_sums_free(sums), "c.handle.stale");
    FAILS(vsys_sums_total(sums, &total), "c.handle.stale");
    FAILS(vsys_sums_institutions(sums, 1, by_institution), "c.handle.stale");
    FAILS(vsys_sums_municipalities(sums, VSYS_COUPON_WITH, 3, by_municipality), "c.handle.stale");
    FAILS(vsys_sums_notes(sums, &rows, &wrong, NULL), "c.handle.stale");
    FINE(vsys_prices_free(NULL));
    FINE(vsys_prices_free(prices));
    FAILS(vsys_prices_free(prices), "c.handle.stale");
}

static void test_needles(void) {
    /* NDL-3: 4 boxes of the booster fill in 7. */
    vsys_needles needles = {0, 0, 0, 0, 0};
    const uint8_t *const booster = (const uint8_t *)"moderna-booster";
    const size_t len = strlen("moderna-booster");
    FINE(vsys_needle_fill(NULL, booster, len, 20220221, 4, VSYS_NEEDLES_PLAN, NULL, 0, VSYS_NONE, &needles));
    CHECK(needles.doses == 600 && needles.filled == 7 && needles.needles == 7 && needles.pieces == 700);
    CHECK(needles.assumptions == VSYS_ASSUMPTION_NEEDLE_AUTOFILL);
    FINE(vsys_needle_fill(NULL, booster, len, 20220221, 4, VSYS_NEEDLES_ALLOCATION_CEIL, NULL, 0, 2, &needles));
    CHECK(needles.filled == 6 && needles.needles == 2);
    FINE(vsys_needle_fill(NULL, booster, len, 20220221, 4, VSYS_NEEDLES_PLAN, VSYS_TEXT("exact"), VSYS_NONE, &needles));
    CHECK(needles.filled == 6);
    FAILS(vsys_needle_fill(NULL, booster, len, 20220221, 4, VSYS_NEEDLES_PLAN, NULL, 0, 8, &needles), "needle.boxes.raised");
    FAILS(vsys_needle_fill(NULL, booster, len, 20220221, 4, VSYS_NEEDLES_PLAN, VSYS_TEXT("more"), VSYS_NONE, &needles),
          "needle.policy.form");
    FAILS(vsys_needle_fill(NULL, booster, len, 20220221, 4, VSYS_NEEDLES_ALLOCATION_CEIL, VSYS_TEXT("exact"), VSYS_NONE, &needles),
          "c.argument.value");
    FAILS(vsys_needle_fill(NULL, booster, len, 20220221, 4, 0, NULL, 0, VSYS_NONE, &needles), "c.argument.value");
    FAILS(vsys_needle_fill(NULL, booster, len, 20220221, 4, VSYS_NEEDLES_PLAN, NULL, 1, VSYS_NONE, &needles), "c.argument.null");
    FAILS(vsys_needle_fill(NULL, NULL, 1, 20220221, 4, VSYS_NEEDLES_PLAN, NULL, 0, VSYS_NONE, &needles), "c.argument.null");
    FAILS(vsys_needle_fill(NULL, booster, len, 20220221, UINT64_MAX, VSYS_NEEDLES_PLAN, NULL, 0, VSYS_NONE, &needles),
          "base.quantity.too_large");
    FAILS(vsys_needle_fill(NULL, booster, len, 20220221, 4, VSYS_NEEDLES_PLAN, NULL, 0, VSYS_NONE, NULL), "c.argument.null");
    FAILS(vsys_needle_fill(NULL, VSYS_TEXT("needle-100"), 20220221, 4, VSYS_NEEDLES_PLAN, NULL, 0, VSYS_NONE, &needles),
          "product.kind.other");
    CHECK(needles.filled == 6);
}

static void test_apportion(void) {
    const uint64_t weights[3] = {3, 3, 1}, caps[3] = {VSYS_NONE, 1, VSYS_NONE}, floors[3] = {0, 2, 0};
    const vsys_text ids[3] = {{VSYS_TEXT("b")}, {VSYS_TEXT("a")}, {VSYS_TEXT("c")}};
    uint64_t amounts[3] = {7, 7, 7};
    vsys_shared shared = {7, 7, 7, 7, 7, 7};
    const vsys_shares request = {7, 3, weights, NULL, caps, NULL, VSYS_METHOD_PROPOSAL, VSYS_TIES_RULED, VSYS_FIRST_UNITS_REFUSE};
    FINE(vsys_apportion(&request, amounts, &shared));
    CHECK(amounts[0] == 5 && amounts[1] == 1 && amounts[2] == 1 && shared.left_over == 0);
    CHECK(shared.assumptions == VSYS_ASSUMPTION_PROPOSAL_METHOD && shared.method == VSYS_METHOD_LARGEST_REMAINDER);
    /* One unit, two equal claims: the smaller id has it. */
    vsys_shares other = request;
    other.supply = 1;
    other.caps = NULL;
    other.ids = ids;
    other.method = VSYS_METHOD_LARGEST_REMAINDER;
    FINE(vsys_apportion(&other, amounts, &shared));
    CHECK(amounts[0] == 0 && amounts[1] == 1 && shared.decided == VSYS_DECIDED_SMALLER_CODE && shared.tied_units == 1);
    const vsys_shared before = shared;
    other.ties = VSYS_TIES_REPORT;
    FAILS(vsys_apportion(&other, amounts, &shared), "allocation.tie.undecided");
    other = request;
    other.floors = floors;
    FAILS(vsys_apportion(&other, amounts, &shared), "allocation.floor.above_cap");
    other = request;
    other.supply = UINT64_MAX;
    FAILS(vsys_apportion(&other, amounts, &shared), "base.quantity.too_large");
    for (uint32_t wrong = 0; wrong < 3; wrong++) {
        other = request;
        if (wrong == 0) other.method = 6;
        if (wrong == 1) other.ties = 2;
        if (wrong == 2) other.first_units = UINT32_MAX;
        FAILS(vsys_apportion(&other, amounts, &shared), "c.argument.value");
    }
    other = request;
    other.rows = SIZE_MAX;
    FAILS(vsys_apportion(&other, amounts, &shared), "c.argument.length");
    other = request;
    other.rows = 2;
    other.weights = (const uint64_t *)(const void *)((const char *)weights + 1);
    FAILS(vsys_apportion(&other, amounts, &shared), "c.argument.alignment");
    const vsys_text wrong_ids[3] = {{VSYS_TEXT("\x8D\x60")}, {VSYS_TEXT("a")}, {NULL, 0}}, null_ids[3] = {{NULL, 1}};
    other = request;
    other.ids = wrong_ids;
    FAILS(vsys_apportion(&other, amounts, &shared), "c.argument.utf8");
    other.ids = null_ids;
    FAILS(vsys_apportion(&other, amounts, &shared), "c.argument.null");
    other.ids = ids;
    other.weights = NULL;
    FAILS(vsys_apportion(&other, amounts, &shared), "c.argument.null");
    FAILS(vsys_apportion(NULL, amounts, &shared), "c.argument.null");
    FAILS(vsys_apportion(&request, NULL, &shared), "c.argument.null");
    FAILS(vsys_apportion(&request, amounts, NULL), "c.argument.null");
    CHECK(amounts[1] == 1 && memcmp(&before, &shared, sizeof before) == 0);
    const vsys_shares none = {0, 0, NULL, NULL, NULL, NULL, 0, 0, 0};
    FINE(vsys_apportion(&none, NULL, &shared));
}

static const vsys_claim CLAIM = {
    .municipality = {VSYS_TEXT("131032")}, .number = {VSYS_TEXT("0012345678")}, .day = 20211205, .time = VSYS_UNKNOWN,
    .time_class = VSYS_TIME_CLASS_HOLIDAY, .age_class = VSYS_AGE_CLASS_SIX_AND_OVER,
    .service = VSYS_SERVICE_VACCINATION, .coupon = VSYS_COUPON_WITH, .dose = 3};

/* The part of a finding is this text. */
static void told(const vsys_findings *findings, size_t index, uint32_t part, const char *text, int line) {
    uint8_t got[512];
    size_t len = 0;
    settle(vsys_finding_copy(findings, index, part, got, sizeof got, &len), NULL, line);
    check(len == strlen(text) && memcmp(got, text, len) == 0, text, line);
}
#define TOLD(findings, index, part, text) told((findings), (index), (part), (text), __LINE__)

static void test_claims(void) {
    vsys_claims *claims = NULL;
    vsys_findings *findings = NULL;
    vsys_finding finding = {77, 77};
    vsys_claims_total total = {7, 7, 7, 7, 7};
    size_t len = 77;
    uint8_t byte = 0;
    FINE(vsys_claims_new(NULL, VSYS_TEXT("{\"billing_month\":\"2022-01\"}"), &claims));

    /* A claim; the same again; a late one, whose surcharge is claimed apart; and one in which nothing is right. */
    vsys_claim rows[4] = {CLAIM, CLAIM, CLAIM, CLAIM};
    rows[2].day = 20211107;
    rows[2].number = (vsys_text){NULL, 0};
    rows[3] = (vsys_claim){.municipality = {VSYS_TEXT("131002")}, .number = {VSYS_TEXT("\xFF")}, .day = 20210230,
        .time = 2400, .time_class = 3, .birth_day = 1, .age_class = 2, .service = 2, .coupon = 2, .dose = 256, .returned = 2};
    uint32_t outcomes[4] = {77, 77, 77, 77};
    FINE(vsys_claims_add(claims, rows, 4, outcomes, &findings));
    CHECK(outcomes[0] == VSYS_CLAIM_COUNTED && outcomes[1] == VSYS_CLAIM_KEPT_OUT);
    CHECK(outcomes[2] == VSYS_CLAIM_COUNTED && outcomes[3] == VSYS_CLAIM_KEPT_OUT);
    FINE(vsys_findings_len(findings, &len));
    CHECK(len == 2 + 11);
    FINE(vsys_finding_at(findings, 0, &finding));
    CHECK(finding.row == 1 && finding.severity == VSYS_SEVERITY_ERROR);
    TOLD(findings, 0, VSYS_FINDING_CODE, "claims.record.double");
    TOLD(findings, 0, VSYS_FINDING_MEMBER, "number");
    TOLD(findings, 0, VSYS_FINDING_RULE, "F-VRS");
    TOLD(findings, 0, VSYS_FINDING_MESSAGE_JA, "同じ接種券・同じ回数の請求が先にあります（番号 0）");
    TOLD(findings, 0, VSYS_FINDING_MESSAGE_EN, "the same coupon and dose are claimed already, under number 0");
    TOLD(findings, 0, VSYS_FINDING_HELP_EN, "keep one of the two; a dose is claimed once");
    TOLD(findings, 0, VSYS_FINDING_HELP_JA, "どちらかを取り消してください（1回の接種の請求は1度です）");
    FINE(vsys_finding_at(findings, 1, &finding));
    CHECK(finding.row == 2 && finding.severity == VSYS_SEVERITY_WARNING);
    const char *const members[11] = {"age", "birth_date", "class", "coupon", "date", "dose", "municipality", "number",
                                     "returned", "service", "time"};
    for (size_t at = 0; at < 11; at++) {
        FINE(vsys_finding_at(findings, at + 2, &finding));
        CHECK(finding.row == 3 && finding.severity == VSYS_SEVERITY_ERROR);
        TOLD(findings, at + 2, VSYS_FINDING_MEMBER, members[at]);
        TOLD(findings, at + 2, VSYS_FINDING_CODE, at == 6   ? "code.municipality.check_digit"
                                                  : at == 7 ? "code.coupon.form"
                                                            : "c.argument.value");
    }
    FAILS(vsys_finding_at(findings, 13, &finding), "c.argument.index");
    FAILS(vsys_finding_at(findings, SIZE_MAX, &finding), "c.argument.index");
    FAILS(vsys_finding_at(findings, 0, NULL), "c.argument.null");
    FAILS(vsys_finding_at(NULL, 0, &finding), "c.argument.null");
    FAILS(vsys_finding_copy(findings, 13, VSYS_FINDING_CODE, &byte, 1, &len), "c.argument.index");
    FAILS(vsys_finding_copy(findings, 0, 0, &byte, 1, &len), "c.argument.value");
    FAILS(vsys_finding_copy(findings, 0, VSYS_FINDING_CODE, &byte, 1, &len), "c.buffer.too_small");
    FAILS(vsys_findings_len(findings, NULL), "c.argument.null");
    FINE(vsys_findings_free(findings));
    FAILS(vsys_findings_len(findings, &len), "c.handle.stale");
    FAILS(vsys_finding_at(findings, 0, &finding), "c.handle.stale");
    FAILS(vsys_finding_copy(findings, 0, VSYS_FINDING_CODE, &byte, 1, &len), "c.handle.stale");
    FAILS(vsys_findings_free(findings), "c.handle.stale");
    FINE(vsys_findings_free(NULL));

    FINE(vsys_claims_totals(claims, &total));
    CHECK(total.rows == 4 && total.counted == 2 && total.kept_out == 2 && total.uncompared == 1);
    CHECK(total.assumptions & VSYS_ASSUMPTION_DOUBLE_CLAIM);
    vsys_case cases[3];
    vsys_apart apart[1];
    FINE(vsys_claims_cases(claims, 3, cases, &len));
    CHECK(len == 2 && cases[0].count == 1 && cases[0].municipality == 131032 && cases[0].coupon == VSYS_COUPON_WITH);
    CHECK(cases[0].time_class == VSYS_TIME_CLASS_REGULAR && cases[1].time_class == VSYS_TIME_CLASS_HOLIDAY);
    FINE(vsys_claims_apart(claims, VSYS_ROUNDING_FLOOR, 1, apart, &len, NULL));
    /* 2,130 yen with 10 percent. */
    CHECK(apart[0].unit == 2130 && apart[0].net == 2130 && apart[0].amount == 2343);
    CHECK(len == 1 && apart[0].count == 1 && apart[0].month == 202111 && apart[0].time_class == VSYS_TIME_CLASS_HOLIDAY);

    vsys_answer *sheets = NULL, *notes = NULL;
    FINE(vsys_claims_sheets(claims, VSYS_TEXT("{\"billing_month\":\"2022-01\",\"cases\":[],\"form\":\"new\",\"include_own\":true,"
                                              "\"head\":{\"municipality\":\"131032\"},\"vaccination_month\":\"2021-12\"}"), &sheets));
    char *text = read_answer(sheets);
    /* CLM-3: 2,070 and, on a holiday, 4,200 yen, with 10 percent. */
    CHECK(text != NULL && strstr(text, "\"total\":{\"amount\":6897,\"count\":2}") != NULL);
    free(text);
    FINE(vsys_answer_free(sheets));
    FAILS(vsys_claims_sheets(claims, VSYS_TEXT("{}"), &sheets), "request.field.missing");
    FAILS(vsys_claims_sheets(claims, NULL, 2, &sheets), "c.argument.null");
    FAILS(vsys_claims_sheets(claims, VSYS_TEXT("{}"), NULL), "c.argument.null");
    FINE(vsys_claims_notes(claims, &notes));
    FINE(vsys_answer_free(notes));
    FAILS(vsys_claims_notes(claims, NULL), "c.argument.null");

    FAILS(vsys_claims_add(NULL, rows, 4, outcomes, NULL), "c.argument.null");
    FAILS(vsys_claims_add(claims, NULL, 4, outcomes, NULL), "c.argument.null");
    FAILS(vsys_claims_add(claims, rows, SIZE_MAX, outcomes, NULL), "c.argument.length");
    FAILS(vsys_claims_add(claims, (const vsys_claim *)(const void *)((const char *)rows + 1), 1, NULL, NULL), "c.argument.alignment");
    FAILS(vsys_claims_add(claims, rows, 1, (uint32_t *)(void *)((char *)outcomes + 1), NULL), "c.argument.alignment");
    rows[1].municipality = (vsys_text){NULL, 6};
    FAILS(vsys_claims_add(claims, rows, 4, outcomes, NULL), "c.argument.null");
    rows[1].municipality = CLAIM.municipality;
    rows[1].number.len = SIZE_MAX;
    FAILS(vsys_claims_add(claims, rows, 4, outcomes, NULL), "c.argument.length");
    FINE(vsys_claims_add(claims, NULL, 0, NULL, NULL));
    FAILS(vsys_claims_totals(claims, NULL), "c.argument.null");
    FAILS(vsys_claims_cases(claims, 1, cases, &len), "c.buffer.too_small");
    FAILS(vsys_claims_cases(claims, SIZE_MAX, cases, &len), "c.argument.length");
    FAILS(vsys_claims_cases(claims, 2, NULL, &len), "c.argument.null");
    FAILS(vsys_claims_cases(claims, 2, cases, NULL), "c.argument.null");
    FAILS(vsys_claims_apart(claims, 4, 1, apart, &len, NULL), "c.argument.value");
    FAILS(vsys_claims_apart(claims, VSYS_ROUNDING_FLOOR, 0, apart, &len, NULL), "c.buffer.too_small");
    FINE(vsys_claims_totals(claims, &total));
    CHECK(total.rows == 4);
    FAILS(vsys_claims_new(NULL, VSYS_TEXT("{\"billing_month\":\"2022-13\"}"), &claims), "calendar.month.form");
    FAILS(vsys_claims_new(NULL, VSYS_TEXT("{\"billing_month\":\"2019-01\"}"), &claims), "claims.month.no_claims");
    FAILS(vsys_claims_new(NULL, VSYS_TEXT("{}"), NULL), "c.argument.null");
    FINE(vsys_claims_free(NULL));
    FINE(vsys_claims_free(claims));
    FAILS(vsys_claims_free(claims), "c.handle.stale");
    FAILS(vsys_claims_add(claims, rows, 0, NULL, NULL), "c.handle.stale");
    FAILS(vsys_claims_totals(claims, &total), "c.handle.stale");
    FAILS(vsys_claims_cases(claims, 3, cases, &len), "c.handle.stale");
    FAILS(vsys_claims_apart(claims, VSYS_ROUNDING_FLOOR, 1, apart, &len, NULL), "c.handle.stale");
    FAILS(vsys_claims_sheets(claims, VSYS_TEXT("{}"), &sheets), "c.handle.stale");
    FAILS(vsys_claims_notes(claims, &notes), "c.handle.stale");

    /* The tables of a book stay with a batch after the book is freed. */
    vsys_book *book = NULL;
    FINE(vsys_book_new(VSYS_TEXT("{}"), &book));
    FINE(vsys_claims_new(book, VSYS_TEXT("{\"billing_month\":\"2022-01\"}"), &claims));
    FINE(vsys_book_free(book));
    FINE(vsys_claims_add(claims, &CLAIM, 1, outcomes, NULL));
    CHECK(outcomes[0] == VSYS_CLAIM_COUNTED);
    FINE(vsys_claims_free(claims));
}

static void test_plan(void) {
    vsys_timetable *timetable = NULL;
    size_t cycles = 77;
    uint64_t assumptions = 77;
    const uint64_t boxes[2] = {4, 3}, needles[2] = {7, 5}, many[2] = {UINT64_MAX, 1};
    vsys_plan_row rows[2];
    memset(rows, 7, sizeof rows);
    const char *const setup = "{\"setup\":{\"product\":\"moderna-booster\",\"start\":\"2022-02-28\",\"cycles\":2},"
                              "\"confirmed\":[{\"cycle\":1,\"at\":\"2022-02-09T10:00\"}]}";
    FINE(vsys_timetable_new(NULL, (const uint8_t *)setup, strlen(setup), &timetable));
    FINE(vsys_timetable_len(timetable, &cycles));
    CHECK(cycles == 2);
    /* PLN-9: frozen from the minute after a deadline until the amounts are fixed. */
    FINE(vsys_plan_rows(timetable, 202202010000, boxes, needles, 2, rows, &assumptions));
    CHECK(rows[0].status == VSYS_ROW_FROZEN && rows[0].frozen_by == 1 && rows[1].status == VSYS_ROW_FROZEN);
    CHECK(rows[0].deadline == 202201312359 && rows[0].since == 202202010000 && rows[0].until == 0);
    CHECK(rows[0].doses == 600 && rows[0].filled == 7 && rows[0].pieces == 700 && rows[0].delivery_week == 20220221);
    CHECK(assumptions == (VSYS_ASSUMPTION_NEEDLE_AUTOFILL | VSYS_ASSUMPTION_PLAN_FREEZE | VSYS_ASSUMPTION_CUT_OFF |
                          VSYS_ASSUMPTION_MOCK_YEAR));
    FINE(vsys_plan_rows(timetable, 202202091000, boxes, needles, 2, rows, NULL));
    CHECK(rows[0].status == VSYS_ROW_CONFIRMED && rows[0].confirmed_at == 202202091000);
    CHECK(rows[1].status == VSYS_ROW_OPEN && rows[1].until == 202202221500);
    FINE(vsys_plan_rows(timetable, 202203140000, boxes, needles, 2, rows, NULL));
    CHECK(rows[0].status == VSYS_ROW_PAST && rows[0].end == 20220313);
    const vsys_plan_row before = rows[0];
    FAILS(vsys_plan_rows(timetable, 0, boxes, needles, 2, rows, &assumptions), "c.argument.value");
    FAILS(vsys_plan_rows(timetable, 202203140000, boxes, needles, 1, rows, &assumptions), "c.argument.count");
    FAILS(vsys_plan_rows(timetable, 202203140000, many, needles, 2, rows, &assumptions), "base.quantity.too_large");
    FAILS(vsys_plan_rows(timetable, 202203140000, NULL, needles, 2, rows, &assumptions), "c.argument.null");
    FAILS(vsys_plan_rows(timetable, 202203140000, boxes, NULL, 2, rows, &assumptions), "c.argument.null");
    FAILS(vsys_plan_rows(timetable, 202203140000, boxes, needles, 2, NULL, &assumptions), "c.argument.null");
    FAILS(vsys_plan_rows(timetable, 202203140000, boxes, needles, SIZE_MAX, rows, &assumptions), "c.argument.length");
    FAILS(vsys_plan_rows(timetable, 202203140000, (const uint64_t *)(const void *)((const char *)boxes + 1), needles, 1, rows,
                         NULL), "c.argument.alignment");
    FAILS(vsys_plan_rows(NULL, 202203140000, boxes, needles, 2, rows, NULL), "c.argument.null");
    CHECK(memcmp(&before, rows, sizeof before) == 0);
    FAILS(vsys_timetable_len(timetable, NULL), "c.argument.null");
    FAILS(vsys_timetable_new(NULL, VSYS_TEXT("{}"), &timetable), "request.field.missing");
    FAILS(vsys_timetable_new(NULL, NULL, 1, &timetable), "c.argument.null");
    FAILS(vsys_timetable_new(NULL, VSYS_TEXT("{}"), NULL), "c.argument.null");
    FINE(vsys_timetable_free(NULL));
    FINE(vsys_timetable_free(timetable));
    FAILS(vsys_timetable_free(timetable), "c.handle.stale");
    FAILS(vsys_timetable_len(timetable, &cycles), "c.handle.stale");
    FAILS(vsys_plan_rows(timetable, 202203140000, boxes, needles, 2, rows, NULL), "c.handle.stale");
}

enum { THREADS = 8, ROUNDS = 100 };
static vsys_answer *shared;
static vsys_answer *contested;
static vsys_hours *common_hours;
static vsys_prices *common_prices;
static vsys_sums *common_sums;
static vsys_claims *common_claims;

/* Handles that all threads use and add to at once. */
static int work_in_common(void) {
    static const int32_t day[1] = {0};
    static const uint32_t count[1] = {1}, key[1] = {0};
    static const uint8_t zero[1] = {0};
    const vsys_lines lines = {1, day, count, zero, zero, zero, zero, 20210401};
    uint64_t unit[1], net[1], tax[1], wrong = 1;
    const vsys_price_columns columns = {unit, net, tax};
    vsys_claim claim = CLAIM;
    claim.number = (vsys_text){NULL, 0};
    uint32_t outcome = 77, is_holiday = 0;
    vsys_time time;
    vsys_findings *findings = NULL;
    return vsys_time_class(NULL, common_hours, 202112011000, &time) == NULL && time.time_class == VSYS_TIME_CLASS_REGULAR &&
           vsys_holiday(NULL, 20210722, &is_holiday) == NULL && is_holiday == 1 &&
           vsys_price_lines(common_prices, &lines, &columns, 1, &wrong, NULL) == NULL && wrong == 0 && unit[0] == 2070 &&
           vsys_sums_add(common_sums, common_prices, &lines, key, key, 1) == NULL &&
           vsys_claims_add(common_claims, &claim, 1, &outcome, &findings) == NULL && outcome == VSYS_CLAIM_COUNTED &&
           vsys_findings_free(findings) == NULL;
}

/* Gives its argument when all held. */
static void *work(void *argument) {
    int held = 1;
    for (int round = 0; round < ROUNDS; round++) {
        vsys_answer *answer = NULL;
        vsys_error *error = convert(NULL, &answer);
        char *own = read_answer(answer), *common = read_answer(shared);
        held &= error == NULL && own != NULL && common != NULL && strcmp(own, ANSWER) == 0 && strcmp(common, ANSWER) == 0;
        free(own);
        free(common);
        held &= vsys_answer_free(answer) == NULL;
        held &= work_in_common();
    }
    vsys_error *error = vsys_answer_free(contested);
    if (error == NULL) *(int *)argument = 1;
    vsys_error_free(error);
    return held ? argument : NULL;
}

static void test_threads(void) {
    pthread_t threads[THREADS];
    int freed[THREADS] = {0}, times = 0;
    FINE(convert(NULL, &shared));
    FINE(convert(NULL, &contested));
    common_hours = weekdays();
    FINE(vsys_prices_new(NULL, VSYS_TEXT("{}"), &common_prices));
    FINE(vsys_sums_new(1, 1, &common_sums));
    FINE(vsys_claims_new(NULL, VSYS_TEXT("{\"billing_month\":\"2022-01\"}"), &common_claims));
    for (int at = 0; at < THREADS; at++) {
        if (pthread_create(&threads[at], NULL, work, &freed[at]) != 0) abort();
    }
    for (int at = 0; at < THREADS; at++) {
        void *held = NULL;
        CHECK(pthread_join(threads[at], &held) == 0 && held != NULL);
        times += freed[at];
    }
    CHECK(times == 1);
    FINE(vsys_answer_free(shared));
    vsys_sum sum;
    vsys_claims_total total;
    FINE(vsys_sums_total(common_sums, &sum));
    FINE(vsys_claims_totals(common_claims, &total));
    CHECK(sum.count == THREADS * ROUNDS && total.counted == THREADS * ROUNDS);
    FINE(vsys_hours_free(common_hours));
    FINE(vsys_prices_free(common_prices));
    FINE(vsys_sums_free(common_sums));
    FINE(vsys_claims_free(common_claims));
}

int main(void) {
#ifndef VSYS_THREADS_ALONE
    test_quick_start();
    test_table();
    test_book();
    test_arguments();
    test_handles();
    test_requests();
    test_form();
    test_quantity();
    test_code();
    test_calendar();
    test_time_class();
    test_price();
    test_columns();
    test_needles();
    test_apportion();
    test_claims();
    test_plan();
#endif
    test_threads();
#ifdef VSYS_PANIC_FOR_TEST
    FAILS(vsys_test_panic(), "c.call.panicked");
    test_quick_start();
#endif
    printf("the C face: %s\n", failures == 0 ? "all tests hold" : "TESTS FAILED");
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
