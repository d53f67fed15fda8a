#include "limit.h"

#include <string.h>

#include "semihosting.h"

/* Words of parameters beyond the registers: more than any function has. */
#define PARAMETERS 16u

#define SHCSR (*(volatile uint32_t *)0xe000ed24)
#define VTOR (*(volatile uint32_t *)0xe000ed08)
#define USAGE_FAULT_ENABLED (1u << 18)

extern uint32_t __data_start, __bss_end, __stack_top, __copy;
extern char *sbrk(int bytes);

static uint32_t stack[LIMIT_MOST / 4 + PARAMETERS]
    __attribute__((section(".apart"), aligned(8)));
/* Where the stack of the caller stands, and what came back. */
uint32_t limit_sp APART;
uint64_t limit_result APART;

void limit_fault(void) {
  semihosting_write("fault\n");
  semihosting_exit(1);
}

bool limit_switch(uintptr_t function, const uint32_t *arguments, uintptr_t top,
                  uintptr_t limit);
void limit_usage_fault(void);

static const uintptr_t vectors[16] __attribute__((aligned(128))) = {
    0,
    0,
    (uintptr_t)limit_fault,
    (uintptr_t)limit_fault,
    (uintptr_t)limit_fault,
    (uintptr_t)limit_fault,
    (uintptr_t)limit_usage_fault,
};

void limit_begin(void) {
  VTOR = (uintptr_t)vectors;
  SHCSR |= USAGE_FAULT_ENABLED;
}

bool limit_call(uintptr_t function, const uint32_t *arguments, uint32_t bytes,
                uint64_t *result) {
  uint32_t *top = stack + LIMIT_MOST / 4;
  memcpy(top, arguments + 4, PARAMETERS * 4);
  bool enough = limit_switch(function, arguments, (uintptr_t)top,
                             (uintptr_t)top - bytes);
  *result = limit_result;
  return enough;
}

static void move(bool back, const uint32_t *arguments) {
  uint8_t *copy = (uint8_t *)&__copy;
  const struct {
    uint8_t *begin;
    uint8_t *end;
  } parts[] = {
      {(uint8_t *)&__data_start, (uint8_t *)sbrk(0)},
      {(uint8_t *)(uintptr_t)arguments, (uint8_t *)&__stack_top},
  };
  for (unsigned i = 0; i < 2; i++) {
    size_t len = (size_t)(parts[i].end - parts[i].begin);
    memcpy(back ? parts[i].begin : copy, back ? copy : parts[i].begin, len);
    copy += len;
  }
}

uint32_t limit_least(uintptr_t function, const uint32_t *arguments,
                     uint32_t least, uint64_t *result) {
  move(false, arguments);
  if (limit_call(function, arguments, least, result)) {
    return least;
  }
  uint32_t low = least;
  uint32_t high = LIMIT_MOST;
  while (high - low > 8) {
    uint32_t middle = low + (high - low) / 16 * 8;
    move(true, arguments);
    if (limit_call(function, arguments, middle, result)) {
      high = middle;
    } else {
      low = middle;
    }
  }
  move(true, arguments);
  if (!limit_call(function, arguments, high, result)) {
    semihosting_write("a call takes more than there is\n");
    semihosting_exit(1);
  }
  return high;
}
