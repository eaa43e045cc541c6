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
    FINE(vsys_version_copy(name, sizeof name, &len));
    FINE(vsys_data_version_copy(name, sizeof name, &len));
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
    FAILS(vsys_version_copy(NULL, 1, &len), "c.argument.null");
    FAILS(vsys_version_copy(&byte, 1, NULL), "c.argument.null");
    FAILS(vsys_version_copy(&byte, SIZE_MAX, &len), "c.argument.length");
    FAILS(vsys_version_copy(&byte, 1, &len), "c.buffer.too_small");
    FAILS(vsys_version_copy(NULL, 0, &len), "c.buffer.too_small");
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

enum { THREADS = 8, ROUNDS = 100 };
static vsys_answer *shared;
static vsys_answer *contested;

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
}

int main(void) {
    test_quick_start();
    test_table();
    test_book();
    test_arguments();
    test_handles();
    test_requests();
    test_form();
    test_threads();
#ifdef VSYS_PANIC_FOR_TEST
    FAILS(vsys_test_panic(), "c.call.panicked");
    test_quick_start();
#endif
    printf("the C face: %s\n", failures == 0 ? "all tests hold" : "TESTS FAILED");
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
