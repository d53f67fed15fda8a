/* From reset to main, for a single RISC-V hart in machine mode. */

#include <stdint.h>
#include <string.h>

#include "semihosting.h"

extern uint32_t __data_start, __data_end, __data_load, __bss_start, __bss_end;

int main(void);

__attribute__((section(".vectors"), naked, used)) void reset_handler(void) {
  __asm__ volatile(
      ".option push\n"
      ".option norelax\n"
      "la gp, __global_pointer$\n"
      ".option pop\n"
      "la sp, __stack_top\n"
      "la t0, fault_handler\n"
      "csrw mtvec, t0\n"
      "j start\n");
}

__attribute__((used)) static void start(void) {
  memcpy(&__data_start, &__data_load,
         (uintptr_t)&__data_end - (uintptr_t)&__data_start);
  memset(&__bss_start, 0, (uintptr_t)&__bss_end - (uintptr_t)&__bss_start);
  semihosting_exit(main());
}

__attribute__((used, aligned(4))) static void fault_handler(void) {
  semihosting_write("fault\n");
  semihosting_exit(1);
}
