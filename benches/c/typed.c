/* What each function without JSON costs, a call or a row, through C.
 *
 * cargo xtask install-c --prefix FOLDER, then
 * cc -O2 benches/c/typed.c -o typed $(PKG_CONFIG_PATH=FOLDER/lib/pkgconfig pkg-config --cflags --libs vsys)
 *
 * The nanoseconds are the least and the median of many short runs: on a busy machine only the least tells something.
 * Every answer is looked at: one that is wrong stops the program. */
#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <vsys.h>

enum { ROWS = 100000 };

static void stop(const char *why) {
    fprintf(stderr, "%s\n", why);
    exit(1);
}

#define HOLDS(condition) \
    do { \
        if (!(condition)) stop(#condition); \
    } while (0)

static vsys_hours *hours;
static vsys_prices *prices;
static vsys_sums *sums;
static vsys_claims *claims;
static vsys_timetable *timetable;

/* Columns of claim lines: invented, and the same in every run. */
static int32_t day[ROWS];
static uint32_t count[ROWS], institution[ROWS], municipality[ROWS];
static uint8_t service[ROWS], age_class[ROWS], time_class[ROWS], coupon[ROWS];
static uint64_t unit[ROWS], net[ROWS], tax[ROWS], weights[ROWS], amounts[ROWS];
static const vsys_lines LINES = {ROWS, day, count, service, age_class, time_class, coupon, 20210401};
static const vsys_price_columns COLUMNS = {unit, net, tax};

static void form(void) {
    static const vsys_form FORM = {{VSYS_TEXT("1061403573")}, {VSYS_TEXT("131016")}, {VSYS_TEXT("1937-05-29")},
                                   {VSYS_TEXT("2022-12-07")}, {VSYS_TEXT("2022-07-01")}, 3};
    static const vsys_form_limits LIMITS = {18, 1825, VSYS_AGE_DAYS, 20230331};
    uint32_t faults = 1;
    HOLDS(vsys_form_check(&FORM, &LIMITS, &faults) == NULL && faults == 0);
}

static void from_boxes(void) {
    vsys_quantity quantity;
    HOLDS(vsys_quantity_from_boxes(NULL, VSYS_TEXT("pfizer-12plus"), 20210301, 2000, &quantity) == NULL);
    HOLDS(quantity.doses == 1950000);
}

static void from_doses(void) {
    vsys_quantity quantity;
    HOLDS(vsys_quantity_from_doses(NULL, VSYS_TEXT("pfizer-12plus"), 20210301, 976, VSYS_ROUNDING_CEIL, &quantity) == NULL);
    HOLDS(quantity.boxes == 2);
}

static void municipality_code(void) {
    vsys_municipality found;
    HOLDS(vsys_municipality_check(NULL, VSYS_TEXT("131032"), 20211201, &found) == NULL && found.resolves_to == 131032);
}

static void institution_code(void) {
    vsys_institution found; /* an invented number */
    HOLDS(vsys_institution_check(VSYS_TEXT("0199999996"), VSYS_INSTITUTION_INSURANCE, &found) == NULL && found.verdict == 0);
}

static void holiday(void) {
    uint32_t is = 0;
    HOLDS(vsys_holiday(NULL, 20210722, &is) == NULL && is == 1);
}

static void cycles(void) {
    vsys_cycle list[5];
    HOLDS(vsys_cycles(NULL, NULL, 0, 20220228, 5, list, NULL) == NULL && list[1].deadline == 202202221500);
}

static void cycle_deadline(void) {
    uint64_t deadline = 0;
    HOLDS(vsys_cycle_deadline(NULL, NULL, 0, 20220314, 0, &deadline, NULL) == NULL && deadline == 202202221500);
}

static void deadline_minutes(void) {
    uint64_t minutes = 0;
    HOLDS(vsys_deadline_minutes(202202221500, 202202221459, &minutes) == NULL && minutes == 1);
}

static void class_of_time(void) {
    vsys_time time;
    HOLDS(vsys_time_class(NULL, hours, 202112011000, &time) == NULL && time.time_class == VSYS_TIME_CLASS_REGULAR);
}

static void class_of_age(void) {
    uint32_t class = 9;
    HOLDS(vsys_age_class(20151202, 20211201, &class, NULL) == NULL && class == VSYS_AGE_CLASS_UNDER_SIX);
}

static void price(void) {
    static const vsys_service SERVICE = {20210510, VSYS_SERVICE_VACCINATION, VSYS_AGE_CLASS_SIX_AND_OVER,
                                         VSYS_TIME_CLASS_REGULAR, 50, VSYS_ROUNDING_FLOOR};
    vsys_price price;
    HOLDS(vsys_price_of(NULL, &SERVICE, &price) == NULL && price.amount == 113850);
}

static void needles(void) {
    vsys_needles filled;
    HOLDS(vsys_needle_fill(NULL, VSYS_TEXT("moderna-booster"), 20220221, 4, VSYS_NEEDLES_PLAN, NULL, 0, VSYS_NONE, &filled) == NULL);
    HOLDS(filled.needles == 7);
}

static void price_lines(void) {
    uint64_t wrong = 1;
    HOLDS(vsys_price_lines(prices, &LINES, &COLUMNS, 1, &wrong, NULL) == NULL && wrong == 0 && unit[0] == 2070);
}

static void sum_lines(void) {
    HOLDS(vsys_sums_add(sums, prices, &LINES, institution, municipality, 1) == NULL);
}

static void share(void) {
    static const vsys_shares SHARES = {3120000, ROWS, weights, NULL, NULL, NULL, VSYS_METHOD_LARGEST_REMAINDER, 0, 0};
    vsys_shared shared;
    uint64_t sum = 0;
    HOLDS(vsys_apportion(&SHARES, amounts, &shared) == NULL && shared.left_over == 0);
    for (size_t row = 0; row < ROWS; row++) sum += amounts[row];
    HOLDS(sum == 3120000);
}

static void claim_rows(void) {
    enum { MANY = 1000 };
    static vsys_claim rows[MANY];
    static uint32_t outcomes[MANY];
    for (size_t row = 0; row < MANY; row++) {
        rows[row] = (vsys_claim){.municipality = {VSYS_TEXT("131032")}, .day = 20211205, .time = VSYS_UNKNOWN,
            .time_class = VSYS_TIME_CLASS_HOLIDAY, .age_class = VSYS_AGE_CLASS_SIX_AND_OVER, .coupon = VSYS_COUPON_WITH};
    }
    HOLDS(vsys_claims_add(claims, rows, MANY, outcomes, NULL) == NULL && outcomes[MANY - 1] == VSYS_CLAIM_COUNTED);
}

static void plan_rows(void) {
    static const uint64_t boxes[2] = {4, 3}, needles[2] = {7, 5};
    vsys_plan_row rows[2];
    HOLDS(vsys_plan_rows(timetable, 202202091000, boxes, needles, 2, rows, NULL) == NULL);
    HOLDS(rows[0].status == VSYS_ROW_CONFIRMED && rows[1].status == VSYS_ROW_OPEN);
}

static int by_size(const void *a, const void *b) {
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Times `calls` calls of so many rows in many runs. */
static void timed(const char *name, void (*call)(void), int runs, int calls, int rows) {
    static double times[400];
    for (int run = 0; run < runs; run++) {
        struct timespec begun, done;
        clock_gettime(CLOCK_MONOTONIC, &begun);
        for (int at = 0; at < calls; at++) call();
        clock_gettime(CLOCK_MONOTONIC, &done);
        times[run] = ((double)(done.tv_sec - begun.tv_sec) * 1e9 + (double)(done.tv_nsec - begun.tv_nsec)) / calls / rows;
    }
    qsort(times, (size_t)runs, sizeof *times, by_size);
    printf("%-28s %10.1f %10.1f  %s\n", name, times[0], times[runs / 2], rows > 1 ? "a row" : "a call");
}

int main(void) {
    uint64_t state = 1;
    for (size_t row = 0; row < ROWS; row++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        const uint32_t draw = (uint32_t)(state >> 33);
        day[row] = row == 0 ? 0 : (int32_t)(draw % 600);
        count[row] = 1 + draw % 3;
        institution[row] = draw % 1000;
        municipality[row] = draw / 7 % 1741;
        service[row] = row != 0 && draw % 10 == 0;
        age_class[row] = row != 0 && draw % 8 == 0;
        time_class[row] = row == 0 ? 0 : (uint8_t)(draw / 11 % 3);
        coupon[row] = 1;
        weights[row] = 1 + draw % 100000;
    }
    HOLDS(vsys_hours_new(VSYS_TEXT("{\"wednesday\":[{\"from\":\"09:00\",\"until\":\"12:00\"}]}"), &hours) == NULL);
    HOLDS(vsys_prices_new(NULL, VSYS_TEXT("{}"), &prices) == NULL);
    HOLDS(vsys_sums_new(1000, 1741, &sums) == NULL);
    HOLDS(vsys_claims_new(NULL, VSYS_TEXT("{\"billing_month\":\"2022-01\"}"), &claims) == NULL);
    HOLDS(vsys_timetable_new(NULL, VSYS_TEXT("{\"setup\":{\"product\":\"moderna-booster\",\"start\":\"2022-02-28\",\"cycles\":2},"
                                             "\"confirmed\":[{\"cycle\":1,\"at\":\"2022-02-09T10:00\"}]}"), &timetable) == NULL);

    printf("%-28s %10s %10s  nanoseconds\n", "", "least", "median");
    timed("vsys_form_check", form, 400, 1000, 1);
    timed("vsys_quantity_from_boxes", from_boxes, 400, 1000, 1);
    timed("vsys_quantity_from_doses", from_doses, 400, 1000, 1);
    timed("vsys_municipality_check", municipality_code, 400, 1000, 1);
    timed("vsys_institution_check", institution_code, 400, 1000, 1);
    timed("vsys_holiday", holiday, 400, 1000, 1);
    timed("vsys_cycles, 5 of them", cycles, 400, 1000, 1);
    timed("vsys_cycle_deadline", cycle_deadline, 400, 1000, 1);
    timed("vsys_deadline_minutes", deadline_minutes, 400, 1000, 1);
    timed("vsys_time_class", class_of_time, 400, 1000, 1);
    timed("vsys_age_class", class_of_age, 400, 1000, 1);
    timed("vsys_price_of", price, 400, 1000, 1);
    timed("vsys_needle_fill", needles, 400, 1000, 1);
    timed("vsys_price_lines", price_lines, 100, 1, ROWS);
    timed("vsys_sums_add", sum_lines, 100, 1, ROWS);
    timed("vsys_apportion", share, 50, 1, ROWS);
    timed("vsys_plan_rows, 2 of them", plan_rows, 400, 1000, 1);
    timed("vsys_claims_add", claim_rows, 100, 1, 1000);

    HOLDS(vsys_claims_free(claims) == NULL && vsys_sums_free(sums) == NULL);
    HOLDS(vsys_prices_free(prices) == NULL && vsys_hours_free(hours) == NULL);
    HOLDS(vsys_timetable_free(timetable) == NULL);
    return 0;
}
