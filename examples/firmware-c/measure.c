/*
 * What a mint costs on this board: peak stack, by painting it first, and ticks
 * of a counter (Cortex-M: SysTick, RISC-V: minstret). `make measure` prints a
 * line for every kind of credential:
 *
 *   name  bytes of stack  ticks
 *
 * The first line is a loop of 1,000,000 instructions, to gauge the ticks with:
 * under `qemu -icount` they are exact. The stack is counted from the caller of
 * the function in tokens.c, parameters included.
 */

#include "semihosting.h"
#include "tokenmint.h"
#include "tokens.h"

#define PAINT 0xa5a5a5a5u
#define LOOP_INSTRUCTIONS 1000000u

extern uint32_t __stack_limit;

static char token[TOKENS_MAX];

#if defined(__riscv)

static void counter_start(void) {}

static uint32_t counter_ticks(void) {
  uint32_t count;
  __asm__ volatile("csrr %0, minstret" : "=r"(count));
  return count;
}

static void loop(void) {
  uint32_t rounds = LOOP_INSTRUCTIONS / 2;
  __asm__ volatile(
      "1:\n"
      "addi %0, %0, -1\n"
      "bnez %0, 1b\n"
      : "+r"(rounds));
}

static uint32_t *stack_pointer(void) {
  uint32_t *pointer;
  __asm__ volatile("mv %0, sp" : "=r"(pointer));
  return pointer;
}

#else

#define SYST_CSR (*(volatile uint32_t *)0xe000e010)
#define SYST_RVR (*(volatile uint32_t *)0xe000e014)
#define SYST_CVR (*(volatile uint32_t *)0xe000e018)

static void counter_start(void) {
  SYST_RVR = 0xffffff;
  SYST_CVR = 0;
  SYST_CSR = 5;
  while (SYST_CVR == 0) {
  }
}

/* It counts down, from 2^24 - 1. */
static uint32_t counter_ticks(void) { return 0xffffff - SYST_CVR; }

static void loop(void) {
  uint32_t rounds = LOOP_INSTRUCTIONS / 2;
  __asm__ volatile(
      ".syntax unified\n"
      "1:\n"
      "subs %0, #1\n"
      "bne 1b\n"
      : "+l"(rounds)
      :
      : "cc");
}

static uint32_t *stack_pointer(void) {
  uint32_t *pointer;
  __asm__ volatile("mov %0, sp" : "=r"(pointer));
  return pointer;
}

#endif

__attribute__((noinline)) static void report(const char *name, uint32_t stack,
                                             uint32_t ticks) {
  semihosting_write(name);
  semihosting_write(" ");
  semihosting_write_number(stack);
  semihosting_write(" ");
  semihosting_write_number(ticks);
  semihosting_write("\n");
}

__attribute__((noinline)) static int measure(const token_kind *kind) {
  size_t len = 0;
  volatile uint32_t *top = stack_pointer();
  volatile uint32_t *bottom = &__stack_limit;
  for (volatile uint32_t *at = bottom; at < top; at++) {
    *at = PAINT;
  }
  counter_start();
  uint32_t begin = counter_ticks();
  int32_t status = kind->mint(token, sizeof token, &len);
  uint32_t end = counter_ticks();
  while (bottom < top && *bottom == PAINT) {
    bottom++;
  }
  report(kind->name, (uint32_t)((uintptr_t)top - (uintptr_t)bottom),
         end - begin);
  return status != TOKENMINT_OK;
}

int main(void) {
  counter_start();
  uint32_t begin = counter_ticks();
  loop();
  uint32_t end = counter_ticks();
  report("loop", 0, end - begin);

  for (size_t i = 0; i < token_kinds_count; i++) {
    if (measure(&token_kinds[i])) {
      return 1;
    }
  }
  return 0;
}
