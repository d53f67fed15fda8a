/*
 * What a mint, a check, and a conversation cost on this board: peak stack, by
 * painting it first, and ticks of a counter (Cortex-M: SysTick, RISC-V:
 * minstret). `make measure` prints a line for each, with tabs in between:
 *
 *   name  "mint", "check" or "round"  bytes of stack  ticks
 *
 * The first line is a loop of 1,000,000 instructions, to gauge the ticks with:
 * under `qemu -icount` they are exact. The stack is counted from the caller of
 * the function in tokens.c or round.c, parameters included.
 */

#include "round.h"
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

#elif defined(__XTENSA__)

static void counter_start(void) {}

static uint32_t counter_ticks(void) {
  uint32_t count;
  __asm__ volatile("rsr %0, ccount" : "=r"(count));
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
  __asm__ volatile("mov %0, a1" : "=r"(pointer));
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

static void report(const char *name, const char *what, uint32_t stack,
                   uint32_t ticks) {
  semihosting_write(name);
  semihosting_write("\t");
  semihosting_write(what);
  semihosting_write("\t");
  semihosting_write_number(stack);
  semihosting_write("\t");
  semihosting_write_number(ticks);
  semihosting_write("\n");
}

/* Inlined, so that no frame comes between the paint and what is measured. */
static inline __attribute__((always_inline)) uint32_t *paint(void) {
  uint32_t *top = stack_pointer();
  for (volatile uint32_t *at = &__stack_limit; at < top; at++) {
    *at = PAINT;
  }
  counter_start();
  return top;
}

static uint32_t painted_over(const uint32_t *top) {
  volatile uint32_t *at = &__stack_limit;
  while (at < top && *at == PAINT) {
    at++;
  }
  return (uint32_t)((uintptr_t)top - (uintptr_t)at);
}

__attribute__((noinline)) static int32_t measure_mint(const token_kind *kind,
                                                      size_t *len) {
  const uint32_t *top = paint();
  uint32_t begin = counter_ticks();
  int32_t status = kind->mint(token, sizeof token, len);
  uint32_t end = counter_ticks();
  report(kind->name, "mint", painted_over(top), end - begin);
  return status;
}

__attribute__((noinline)) static int32_t measure_check(const token_kind *kind,
                                                       size_t len) {
  const uint32_t *top = paint();
  uint32_t begin = counter_ticks();
  int32_t status = kind->check(token, len);
  uint32_t end = counter_ticks();
  report(kind->name, "check", painted_over(top), end - begin);
  return status;
}

__attribute__((noinline)) static int32_t measure_round(void) {
  const uint32_t *top = paint();
  uint32_t begin = counter_ticks();
  int32_t status = conversation_round();
  uint32_t end = counter_ticks();
  report("device", "round", painted_over(top), end - begin);
  return status;
}

int main(void) {
  counter_start();
  uint32_t begin = counter_ticks();
  loop();
  uint32_t end = counter_ticks();
  report("loop", "", 0, end - begin);

  for (size_t i = 0; i < token_kinds_count; i++) {
    const token_kind *kind = &token_kinds[i];
    size_t len = 0;
    if (measure_mint(kind, &len) != TOKENMINT_OK) {
      return 1;
    }
    if (kind->check != NULL && measure_check(kind, len) != TOKENMINT_OK) {
      return 1;
    }
  }
  return measure_round() == TOKENMINT_OK ? 0 : 1;
}
