/* What the library leaves to you: a clock, randomness, and secrets. */

#ifndef SYSTEM_H
#define SYSTEM_H

#include <stddef.h>
#include <stdint.h>

/* Unix seconds, UTC. */
uint32_t system_now(void);

/* Fills `out` from the operating system; ends the program if it cannot. */
void system_random(void *out, size_t len);

/* An environment variable, or `fallback` where it is not set. */
const char *system_setting(const char *name, const char *fallback);

/* The argument at `index`, or NULL where there is none. */
const char *system_argument(int argc, char **argv, int index);

/* A number, or `fallback` for NULL; ends the program at what is no number. */
uint32_t system_number(const char *text, uint32_t fallback);

/* Prints the status of a call that failed, and is the exit code. */
int system_failed(const char *what, int32_t status);

#endif
