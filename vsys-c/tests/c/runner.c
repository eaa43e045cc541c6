/* The conformance runner: frames on standard input until its end, answers on standard output.
 *
 * In:  "<operation> <length of the request in bytes>\n", then the request.
 * Out: "<1 with an answer, 0 with an error> <length in bytes>\n", then the JSON.
 * Exit 0 at the end of input, 2 on a frame that cannot be read. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <vsys.h>

static void stop(const char *why) {
    fprintf(stderr, "runner: %s\n", why);
    exit(2);
}

/* Splits a frame's head into the operation, of which the length is given, and the request's length. */
static size_t split(char *head, size_t *request_len) {
    char *space = strrchr(head, ' '), *end = NULL;
    if (space == NULL || space[1] < '0' || space[1] > '9') stop("a frame begins with an operation and a length");
    errno = 0;
    unsigned long long len = strtoull(space + 1, &end, 10);
    if (errno != 0 || len >= SIZE_MAX || strcmp(end, "\n") != 0) stop("this is no length");
    *request_len = (size_t)len;
    return (size_t)(space - head);
}

static void *take(size_t size) {
    void *memory = malloc(size > 0 ? size : 1);
    if (memory == NULL) stop("out of memory");
    return memory;
}

static void respond(vsys_answer *answer, vsys_error *error) {
    size_t len = 0;
    vsys_error *fault = error == NULL ? vsys_answer_len(answer, &len) : vsys_error_len(error, &len);
    uint8_t *json = take(len);
    if (fault == NULL) {
        fault = error == NULL ? vsys_answer_copy(answer, json, len, &len) : vsys_error_copy(error, json, len, &len);
    }
    if (fault != NULL) stop("a handle that was just given is refused");
    printf("%d %zu\n", error == NULL, len);
    if (fwrite(json, 1, len, stdout) != len || fflush(stdout) != 0) stop("cannot write");
    free(json);
    if (vsys_answer_free(answer) != NULL || vsys_error_free(error) != NULL) stop("a handle cannot be freed");
}

int main(void) {
    char head[4096];
    while (fgets(head, sizeof head, stdin) != NULL) {
        size_t len = 0, operation_len = split(head, &len);
        uint8_t *request = take(len);
        if (fread(request, 1, len, stdin) != len) stop("the input ends inside a request");
        vsys_answer *answer = NULL;
        vsys_error *error = vsys_call(NULL, (const uint8_t *)head, operation_len, request, len, &answer);
        free(request);
        respond(answer, error);
    }
    return ferror(stdin) ? 2 : 0;
}
