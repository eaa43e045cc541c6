/* vsys for SQLite: prices, codes, classes of time and deadlines as SQL functions.
 *
 *     cargo xtask install-c --prefix "$HOME/.local"
 *     cc -shared -fPIC -o vsys_sqlite.so vsys_sqlite.c -I"$HOME/.local/include" -L"$HOME/.local/lib" -lvsys
 *     LD_LIBRARY_PATH="$HOME/.local/lib" sqlite3 -cmd ".load ./vsys_sqlite"
 *
 *     vsys_unit_price(day, service, age, time)        yen before tax
 *     vsys_amount(day, service, age, time, count)     yen with tax, a fraction cut once
 *     vsys_municipality_fault(code, day)              the code of what is wrong, NULL when nothing is
 *     vsys_municipality_name(code, day)               its name
 *     vsys_institution_fault(code, kind)              as above; kind is insurance, similar or care
 *     vsys_time_class(hours, moment)                  regular, off_hours or holiday; hours as in claims.classify
 *     vsys_deadline(start)                            until when a cycle's plan may change
 *     vsys_call(operation, request)                   any operation: JSON in, JSON out
 *
 * Days are 2021-12-05, moments 2021-12-05T10:00. Words are those of the wire or the Japanese ones. NULL gives NULL; what
 * is refused is an error of the statement, with its code. */
#include <stdlib.h>
#include <string.h>

#include <sqlite3ext.h>
#include <vsys.h>

SQLITE_EXTENSION_INIT1

/* A name in both languages and what it stands for. */
typedef struct {
    const char *en, *ja;
    uint32_t value;
} word;

static const word SERVICES[] = {
    {"vaccination", "接種", VSYS_SERVICE_VACCINATION},
    {"consultation_only", "予診のみ", VSYS_SERVICE_CONSULTATION_ONLY},
    {NULL, NULL, 0},
};
static const word AGES[] = {
    {"six_and_over", "6歳以上", VSYS_AGE_CLASS_SIX_AND_OVER},
    {"under_six", "6歳未満", VSYS_AGE_CLASS_UNDER_SIX},
    {NULL, NULL, 0},
};
static const word TIMES[] = {
    {"regular", "時間内", VSYS_TIME_CLASS_REGULAR},
    {"off_hours", "時間外", VSYS_TIME_CLASS_OFF_HOURS},
    {"holiday", "休日", VSYS_TIME_CLASS_HOLIDAY},
    {NULL, NULL, 0},
};
static const word KINDS[] = {
    {"insurance", "保険医療機関", VSYS_INSTITUTION_INSURANCE},
    {"similar", "類似コード", VSYS_INSTITUTION_SIMILAR},
    {"care", "介護保険事業所", VSYS_INSTITUTION_CARE},
    {NULL, NULL, 0},
};

/* An argument as a text of the caller's. */
static const uint8_t *text(sqlite3_value *value, size_t *len) {
    const uint8_t *start = sqlite3_value_text(value);
    *len = (size_t)sqlite3_value_bytes(value);
    return start;
}

/* The same as a C string; NULL when a NUL stands within it. */
static const char *string(sqlite3_value *value) {
    const char *start = (const char *)sqlite3_value_text(value);
    return start != NULL && strlen(start) == (size_t)sqlite3_value_bytes(value) ? start : NULL;
}

/* Ends a call with an error of vsys, and frees it. */
static void refuse(sqlite3_context *context, vsys_error *error) {
    char message[VSYS_NAME_MAX + 2];
    size_t code = 0, len = 0, written = 0;
    vsys_error *fault = vsys_error_code_copy(error, (uint8_t *)message, VSYS_NAME_MAX, &code);
    if (fault == NULL) fault = vsys_error_len(error, &len);
    char *whole = fault == NULL ? sqlite3_malloc64(code + 2 + len) : NULL;
    if (whole == NULL) {
        sqlite3_result_error_nomem(context);
    } else {
        memcpy(whole, message, code);
        memcpy(whole + code, ": ", 2);
        fault = vsys_error_copy(error, (uint8_t *)whole + code + 2, len, &written);
        sqlite3_result_error(context, whole, (int)(code + 2 + written));
        sqlite3_free(whole);
    }
    vsys_error_free(fault);
    vsys_error_free(error);
}

/* What a word stands for; 0 and an error of the call when it is none of them. */
static int read_word(sqlite3_context *context, sqlite3_value *value, const word *words, uint32_t *found) {
    const char *given = string(value);
    for (const word *known = words; given != NULL && known->en != NULL; known++) {
        if (strcmp(given, known->en) == 0 || strcmp(given, known->ja) == 0) {
            *found = known->value;
            return 1;
        }
    }
    char *message = sqlite3_mprintf("vsys: %Q is no word of this argument (%s, ...)", given, words->en);
    sqlite3_result_error(context, message != NULL ? message : "vsys: no word of this argument", -1);
    sqlite3_free(message);
    return 0;
}

/* Digits at the places of a pattern in which 0 stands for a digit; the end of the pattern is the end of the text. */
static int read_digits(sqlite3_context *context, sqlite3_value *value, const char *pattern, uint64_t *number) {
    const char *given = string(value);
    *number = 0;
    size_t at = 0;
    for (; given != NULL && pattern[at] != '\0' && given[at] != '\0'; at++) {
        int digit = given[at] >= '0' && given[at] <= '9';
        if (pattern[at] == '0' ? !digit : given[at] != pattern[at]) break;
        if (digit) *number = *number * 10 + (uint64_t)(given[at] - '0');
    }
    if (given != NULL && pattern[at] == '\0' && given[at] == '\0') return 1;
    char *message = sqlite3_mprintf("vsys: %Q is not written like %s", given, pattern);
    sqlite3_result_error(context, message != NULL ? message : "vsys: a day or moment written wrong", -1);
    sqlite3_free(message);
    return 0;
}

static int read_day(sqlite3_context *context, sqlite3_value *value, uint32_t *day) {
    uint64_t number = 0;
    int read = read_digits(context, value, "0000-00-00", &number);
    *day = (uint32_t)number;
    return read;
}

static int has_null(int count, sqlite3_value **values) {
    for (int at = 0; at < count; at++) {
        if (sqlite3_value_type(values[at]) == SQLITE_NULL) return 1;
    }
    return 0;
}

static void price(sqlite3_context *context, int count, sqlite3_value **values) {
    if (has_null(count, values)) return;
    vsys_service service = {.count = 1, .rounding = VSYS_ROUNDING_FLOOR};
    if (!read_day(context, values[0], &service.day) ||
        !read_word(context, values[1], SERVICES, &service.service) ||
        !read_word(context, values[2], AGES, &service.age_class) ||
        !read_word(context, values[3], TIMES, &service.time_class)) {
        return;
    }
    if (count == 5) {
        sqlite3_int64 many = sqlite3_value_int64(values[4]);
        if (sqlite3_value_type(values[4]) != SQLITE_INTEGER || many < 0 || many > (sqlite3_int64)UINT32_MAX) {
            sqlite3_result_error(context, "vsys: the count is an integer from 0 to 4294967295", -1);
            return;
        }
        service.count = (uint32_t)many;
    }
    vsys_price found;
    vsys_error *error = vsys_price_of(NULL, &service, &found);
    if (error != NULL) {
        refuse(context, error);
    } else {
        sqlite3_result_int64(context, (sqlite3_int64)(count == 5 ? found.amount : found.unit));
    }
}

/* The stable codes of verdicts. */
static void tell_verdict(sqlite3_context *context, const char *of, uint32_t verdict) {
    static const char *const NAMES[] = {NULL, "form", "check_digit", "unknown", "not_valid", "prefecture"};
    if (verdict == VSYS_CODE_VALID) return;
    const char *name = verdict < sizeof NAMES / sizeof *NAMES ? NAMES[verdict] : "unknown";
    sqlite3_result_text(context, sqlite3_mprintf("code.%s.%s", of, name), -1, sqlite3_free);
}

static void municipality_fault(sqlite3_context *context, int count, sqlite3_value **values) {
    uint32_t day = 0;
    if (has_null(count, values) || !read_day(context, values[1], &day)) return;
    size_t len = 0;
    const uint8_t *code = text(values[0], &len);
    vsys_municipality found;
    vsys_error *error = vsys_municipality_check(NULL, code, len, day, &found);
    if (error != NULL) {
        refuse(context, error);
    } else {
        tell_verdict(context, "municipality", found.verdict);
    }
}

static void municipality_name(sqlite3_context *context, int count, sqlite3_value **values) {
    uint32_t day = 0;
    if (has_null(count, values) || !read_day(context, values[1], &day)) return;
    size_t len = 0, written = 0;
    const uint8_t *code = text(values[0], &len);
    uint8_t name[VSYS_TEXT_MAX];
    vsys_error *error = vsys_municipality_name_copy(NULL, code, len, day, name, sizeof name, &written);
    if (error != NULL) {
        refuse(context, error);
    } else {
        sqlite3_result_text(context, (const char *)name, (int)written, SQLITE_TRANSIENT);
    }
}

static void institution_fault(sqlite3_context *context, int count, sqlite3_value **values) {
    uint32_t kind = 0;
    if (has_null(count, values) || !read_word(context, values[1], KINDS, &kind)) return;
    size_t len = 0;
    const uint8_t *code = text(values[0], &len);
    vsys_institution found;
    vsys_error *error = vsys_institution_check(code, len, kind, &found);
    if (error != NULL) {
        refuse(context, error);
    } else {
        tell_verdict(context, "institution", found.verdict);
    }
}

static void free_hours(void *hours) {
    vsys_error_free(vsys_hours_free(hours));
}

static void time_class(sqlite3_context *context, int count, sqlite3_value **values) {
    uint64_t at = 0;
    if (has_null(count, values) || !read_digits(context, values[1], "0000-00-00T00:00", &at)) return;
    /* Hours that are the same in every row are read once. */
    vsys_hours *hours = sqlite3_get_auxdata(context, 0), *made = NULL;
    if (hours == NULL) {
        size_t len = 0;
        const uint8_t *json = text(values[0], &len);
        vsys_error *error = vsys_hours_new(json, len, &made);
        if (error != NULL) {
            refuse(context, error);
            return;
        }
        hours = made;
    }
    vsys_time found;
    vsys_error *error = vsys_time_class(NULL, hours, at, &found);
    if (error != NULL) {
        refuse(context, error);
    } else {
        sqlite3_result_text(context, TIMES[found.time_class].en, -1, SQLITE_STATIC);
    }
    /* SQLite may free it at once. */
    if (made != NULL) sqlite3_set_auxdata(context, 0, made, free_hours);
}

static void deadline(sqlite3_context *context, int count, sqlite3_value **values) {
    uint32_t start = 0;
    if (has_null(count, values) || !read_day(context, values[0], &start)) return;
    uint64_t at = 0;
    vsys_error *error = vsys_cycle_deadline(NULL, NULL, 0, start, 0, &at, NULL);
    if (error != NULL) {
        refuse(context, error);
        return;
    }
    unsigned day = (unsigned)(at / 10000), minute = (unsigned)(at % 10000);
    char *told = sqlite3_mprintf("%04u-%02u-%02uT%02u:%02u", day / 10000, day / 100 % 100, day % 100, minute / 100, minute % 100);
    sqlite3_result_text(context, told, -1, sqlite3_free);
}

static void call(sqlite3_context *context, int count, sqlite3_value **values) {
    if (has_null(count, values)) return;
    size_t operation_len = 0, request_len = 0, len = 0;
    const uint8_t *operation = text(values[0], &operation_len), *request = text(values[1], &request_len);
    vsys_answer *answer = NULL;
    vsys_error *error = vsys_call(NULL, operation, operation_len, request, request_len, &answer);
    if (error == NULL) error = vsys_answer_len(answer, &len);
    if (error != NULL) {
        refuse(context, error);
        return;
    }
    uint8_t *json = sqlite3_malloc64(len);
    if (json == NULL) {
        sqlite3_result_error_nomem(context);
    } else if ((error = vsys_answer_copy(answer, json, len, &len)) != NULL) {
        sqlite3_free(json);
        refuse(context, error);
    } else {
        sqlite3_result_text64(context, (const char *)json, len, sqlite3_free, SQLITE_UTF8);
    }
    vsys_error_free(vsys_answer_free(answer));
}

int sqlite3_extension_init(sqlite3 *db, char **message, const sqlite3_api_routines *api) {
    SQLITE_EXTENSION_INIT2(api);
    static const struct {
        const char *name;
        int arguments;
        void (*function)(sqlite3_context *, int, sqlite3_value **);
    } FUNCTIONS[] = {
        {"vsys_unit_price", 4, price},
        {"vsys_amount", 5, price},
        {"vsys_municipality_fault", 2, municipality_fault},
        {"vsys_municipality_name", 2, municipality_name},
        {"vsys_institution_fault", 2, institution_fault},
        {"vsys_time_class", 2, time_class},
        {"vsys_deadline", 1, deadline},
        {"vsys_call", 2, call},
    };
    if (vsys_abi_version() != VSYS_ABI_VERSION) {
        *message = sqlite3_mprintf("this libvsys has another ABI than the extension");
        return SQLITE_ERROR;
    }
    int done = SQLITE_OK;
    for (size_t at = 0; done == SQLITE_OK && at < sizeof FUNCTIONS / sizeof *FUNCTIONS; at++) {
        /* The same arguments give the same result: the tables are those of the library. */
        done = sqlite3_create_function_v2(db, FUNCTIONS[at].name, FUNCTIONS[at].arguments,
            SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, FUNCTIONS[at].function, NULL, NULL, NULL);
    }
    return done;
}
