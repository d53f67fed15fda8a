/*
 * One credential of every kind, each from inputs of its own.
 *
 * A device takes the time from its clock and the random values from its
 * generator, both new for every token. Here they are fixed, so that the tokens
 * can be compared with those of the official libraries: the names are those of
 * the test vectors they come from.
 */

#ifndef TOKENS_H
#define TOKENS_H

#include <stddef.h>
#include <stdint.h>

/* The largest token here, the RTC one: see its size macro. */
#define TOKENS_MAX 900

typedef struct {
  const char *name;
  /* Writes the token and a NUL to `out`; the status of the library. */
  int32_t (*mint)(char *out, size_t out_cap, size_t *out_len);
  /* Verifies it; NULL where the device only mints. */
  int32_t (*check)(const char *token, size_t token_len);
} token_kind;

extern const token_kind token_kinds[];
extern const size_t token_kinds_count;

#endif
