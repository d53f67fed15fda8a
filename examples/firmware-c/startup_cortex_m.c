/* From reset to main, for any Cortex-M. */

#include <stdint.h>
#include <string.h>

#include "semihosting.h"

extern uint32_t __stack_top, __data_start, __data_end, __data_load, __bss_start,
    __bss_end;

int main(void);

void reset_handler(void) {
  memcpy(&__data_start, &__data_load,
         (uintptr_t)&__data_end - (uintptr_t)&__data_start);
  memset(&__bss_start, 0, (uintptr_t)&__bss_end - (uintptr_t)&__bss_start);
  semihosting_exit(main());
}

/* Nothing here uses interrupts: whatever comes is a fault. */
static void fault_handler(void) {
  semihosting_write("fault\n");
  semihosting_exit(1);
}

__attribute__((section(".vectors"), used)) static const uintptr_t vectors[16] = {
    (uintptr_t)&__stack_top,     (uintptr_t)reset_handler,
    (uintptr_t)fault_handler,    (uintptr_t)fault_handler,
    (uintptr_t)fault_handler,    (uintptr_t)fault_handler,
    (uintptr_t)fault_handler,    0, 0, 0, 0,
    (uintptr_t)fault_handler,    (uintptr_t)fault_handler,
    0,                           (uintptr_t)fault_handler,
    (uintptr_t)fault_handler,
};
