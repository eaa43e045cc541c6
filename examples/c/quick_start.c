/* Boxes of a vaccine in doses, and what an error looks like.
 *
 *     cargo xtask install-c --prefix "$HOME/.local"
 *     export PKG_CONFIG_PATH="$HOME/.local/lib/pkgconfig" LD_LIBRARY_PATH="$HOME/.local/lib"
 *     cc quick_start.c -o quick_start $(pkg-config --cflags --libs vsys) && ./quick_start
 */
#include <stdio.h>
#include <stdlib.h>

#include <vsys.h>

/* Prints an error and frees it. */
static void show_error(vsys_error *error) {
    uint8_t code[VSYS_NAME_MAX];
    size_t len = 0;
    if (vsys_error_code_copy(error, code, sizeof code, &len) == NULL) {
        printf("refused: %.*s\n", (int)len, (const char *)code);
    }
    if (vsys_error_len(error, &len) == NULL) {
        uint8_t *json = malloc(len);
        if (json != NULL && vsys_error_copy(error, json, len, &len) == NULL) {
            printf("%.*s\n", (int)len, (const char *)json);
        }
        free(json);
    }
    vsys_error_free(error);
}

/* Prints an answer and frees it. */
static void show_answer(vsys_answer *answer) {
    size_t len = 0;
    if (vsys_answer_len(answer, &len) == NULL) {
        uint8_t *json = malloc(len);
        if (json != NULL && vsys_answer_copy(answer, json, len, &len) == NULL) {
            printf("%.*s\n", (int)len, (const char *)json);
        }
        free(json);
    }
    vsys_answer_free(answer);
}

int main(void) {
    if (vsys_abi_version() != VSYS_ABI_VERSION) {
        fprintf(stderr, "this library has another ABI than the header\n");
        return 1;
    }

    vsys_answer *answer = NULL;
    vsys_error *error = vsys_call(NULL, VSYS_TEXT(VSYS_OP_QUANTITY_CONVERT),
        VSYS_TEXT("{\"product\":\"pfizer-12plus\",\"delivery_week\":\"2021-03-01\",\"boxes\":2000}"), &answer);
    if (error != NULL) {
        show_error(error);
        return 1;
    }
    show_answer(answer);

    /* 1e3 is no integer of the wire, and the delivery week is missing: both are told at once. */
    error = vsys_call(NULL, VSYS_TEXT(VSYS_OP_QUANTITY_CONVERT),
        VSYS_TEXT("{\"product\":\"pfizer-12plus\",\"boxes\":1e3}"), &answer);
    if (error == NULL) return 1;
    show_error(error);
    return 0;
}
