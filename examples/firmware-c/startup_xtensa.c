/* From reset to main, for the call0 ABI of an lx106. */

#include <stdint.h>
#include <string.h>

#include "semihosting.h"

extern uint32_t __data_start, __data_end, __data_load, __bss_start, __bss_end;

int main(void);

__asm__(
    ".section .vectors, \"ax\"\n"
    ".global reset_handler\n"
    ".align 4\n"
    "reset_handler:\n"
    "  j 1f\n"
    ".align 4\n"
    ".literal_position\n"
    "1:\n"
    "  movi a1, __stack_top\n"
    "  movi a2, start\n"
    "  callx0 a2\n"
    ".text\n");

__attribute__((used)) static void start(void) {
  memcpy(&__data_start, &__data_load,
         (uintptr_t)&__data_end - (uintptr_t)&__data_start);
  memset(&__bss_start, 0, (uintptr_t)&__bss_end - (uintptr_t)&__bss_start);
  semihosting_exit(main());
}
