#ifndef SVODKA_CFUZZDRIVER_H
#define SVODKA_CFUZZDRIVER_H

#include <stddef.h>
#include <stdint.h>

/* libFuzzer's own entrance: it calls `test` with one input after another until it is told to stop.
   An executable of Swift has a `main` already, so the library without one is linked. */
int LLVMFuzzerRunDriver(int *count, char ***arguments,
                        int (*test)(const uint8_t *bytes, size_t size));

#endif
