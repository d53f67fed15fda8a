/* A call on a stack of its own with an end that the processor watches: PSPLIM of
 * a Cortex-M33, which faults before anything is written below it. */

#ifndef LIMIT_H
#define LIMIT_H

#include <stdbool.h>
#include <stdint.h>

/* More than any call takes. */
#define LIMIT_MOST 16384u

/* What is kept apart from the memory of the program. */
#define APART __attribute__((section(".apart")))

void limit_begin(void);

/* Calls `function` with the words of `arguments`, of which the first four are
 * registers, on a stack of `bytes` below those. Says whether that was enough;
 * what it gave is in `result` then. */
bool limit_call(uintptr_t function, const uint32_t *arguments, uint32_t bytes,
                uint64_t *result);

/* The least stack, a multiple of eight bytes, that the call gets along with, and
 * not less than `least`. What it writes was written once: the memory of the
 * program, from its data to its heap and from `arguments` to the top of its
 * stack, is as before at the begin of each try. */
uint32_t limit_least(uintptr_t function, const uint32_t *arguments,
                     uint32_t least, uint64_t *result);

#endif
