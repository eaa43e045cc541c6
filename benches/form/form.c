/* One check of a screening form through C, typed and through JSON.
 *
 * cargo xtask install-c --prefix FOLDER, then
 * cc -O2 benches/form/form.c -o form $(PKG_CONFIG_PATH=FOLDER/lib/pkgconfig pkg-config --cflags --libs vsys)
 *
 * The nanoseconds are the least and the median of many short runs: on a busy machine only the least tells something. */
#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <vsys.h>

static const vsys_form FORM = {
    .coupon = {VSYS_TEXT("1061403573")},
    .municipality = {VSYS_TEXT("131016")},
    .birth_date = {VSYS_TEXT("1937-05-29")},
    .date = {VSYS_TEXT("2022-12-07")},
    .previous_date = {VSYS_TEXT("2022-07-01")},
    .dose = 3,
};
static const vsys_form_limits LIMITS = {
    .minimum_interval_days = 18, .minimum_age = 1825, .minimum_age_unit = VSYS_AGE_DAYS, .today = 20230331};

#define REQUEST \
    "{\"coupon\":\"1061403573\",\"municipality\":\"131016\",\"birth_date\":\"1937-05-29\",\"date\":\"2022-12-07\"," \
    "\"dose\":3,\"previous_date\":\"2022-07-01\",\"minimum_interval_days\":18,\"minimum_age_days\":1825," \
    "\"today\":\"2023-03-31\"}"

static void stop(const char *why) {
    fprintf(stderr, "%s\n", why);
    exit(1);
}

static void typed(void) {
    uint32_t faults = 1;
    if (vsys_form_check(&FORM, &LIMITS, &faults) != NULL || faults != 0) stop("the form is right");
}

static void through_json(void) {
    vsys_answer *answer = NULL;
    uint8_t json[256];
    size_t len = 0;
    if (vsys_call(NULL, VSYS_TEXT(VSYS_OP_FORM_CHECK), VSYS_TEXT(REQUEST), &answer) != NULL ||
        vsys_answer_copy(answer, json, sizeof json, &len) != NULL || vsys_answer_free(answer) != NULL) {
        stop("the form is right");
    }
}

static int by_size(const void *a, const void *b) {
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void timed(const char *name, void (*check)(void), int calls) {
    enum { RUNS = 400 };
    static double times[RUNS];
    for (int run = 0; run < RUNS; run++) {
        struct timespec begun, done;
        clock_gettime(CLOCK_MONOTONIC, &begun);
        for (int call = 0; call < calls; call++) check();
        clock_gettime(CLOCK_MONOTONIC, &done);
        times[run] = ((double)(done.tv_sec - begun.tv_sec) * 1e9 + (double)(done.tv_nsec - begun.tv_nsec)) / calls;
    }
    qsort(times, RUNS, sizeof *times, by_size);
    printf("%-48s least %8.1f ns   median %8.1f ns\n", name, times[0], times[RUNS / 2]);
}

int main(void) {
    timed("typed", typed, 10000);
    timed("JSON bytes to JSON bytes", through_json, 1000);
    return 0;
}
