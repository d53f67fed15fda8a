/* Text, files and exit through the debugger, or the emulator, that runs the board.
 * No files on Xtensa. */

#ifndef SEMIHOSTING_H
#define SEMIHOSTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

void semihosting_write(const char *text);

/* Decimal. */
void semihosting_write_number(uint32_t number);

/* The first `len` bytes of a file; false when it is not there or has fewer. */
bool semihosting_load(const char *file, void *bytes, size_t len);

/* Makes these the content of a file. */
bool semihosting_store(const char *file, const void *bytes, size_t len);

/* Ends the emulation; 0 is success. */
void semihosting_exit(int code) __attribute__((noreturn));

#endif
