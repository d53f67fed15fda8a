/* Text and exit through the debugger, or the emulator, that runs the board. */

#ifndef SEMIHOSTING_H
#define SEMIHOSTING_H

#include <stdint.h>

void semihosting_write(const char *text);

/* Decimal. */
void semihosting_write_number(uint32_t number);

/* Ends the emulation; 0 is success. */
void semihosting_exit(int code) __attribute__((noreturn));

#endif
