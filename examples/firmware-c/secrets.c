/*
 * What a mint, a check, and a request with a token leave behind on the stack.
 * Prints a line for each, with tabs in between:
 *
 *   name  "mint", "check" or "request"  the dead stack in hexadecimal
 *
 * It is the stack below the caller. `cargo xtask secrets` looks for keys in it.
 */

#include "round.h"
#include "semihosting.h"
#include "tokenmint.h"
#include "tokens.h"

/* Far more than any function here uses. */
#define DEAD_MAX 20480u

extern uint32_t __stack_limit;

static char token[TOKENS_MAX];
static uint32_t dead[DEAD_MAX / sizeof(uint32_t)];

/* Inlined, so that no frame of its own lies over what it looks at. */
static inline __attribute__((always_inline)) volatile uint32_t *
stack_pointer(void) {
  volatile uint32_t *pointer;
#if defined(__riscv)
  __asm__ volatile("mv %0, sp" : "=r"(pointer));
#elif defined(__XTENSA__)
  __asm__ volatile("mov %0, a1" : "=r"(pointer));
#else
  __asm__ volatile("mov %0, sp" : "=r"(pointer));
#endif
  return pointer;
}

static inline __attribute__((always_inline)) void clear(void) {
  volatile uint32_t *at = stack_pointer();
  for (uint32_t i = 0; i < DEAD_MAX / sizeof(uint32_t); i++) {
    *--at = 0;
  }
}

static inline __attribute__((always_inline)) void keep(void) {
  volatile uint32_t *at = stack_pointer() - DEAD_MAX / sizeof(uint32_t);
  for (uint32_t i = 0; i < DEAD_MAX / sizeof(uint32_t); i++) {
    dead[i] = at[i];
  }
}

static void report(const char *name, const char *what) {
  static const char digits[] = "0123456789abcdef";
  const uint8_t *bytes = (const uint8_t *)dead;
  char line[65];
  semihosting_write(name);
  semihosting_write("\t");
  semihosting_write(what);
  semihosting_write("\t");
  for (uint32_t i = 0; i < DEAD_MAX; i += 32) {
    for (uint32_t j = 0; j < 32; j++) {
      line[2 * j] = digits[bytes[i + j] >> 4];
      line[2 * j + 1] = digits[bytes[i + j] & 15];
    }
    line[64] = '\0';
    semihosting_write(line);
  }
  semihosting_write("\n");
}

__attribute__((noinline)) static int32_t mint(const token_kind *kind,
                                              size_t *len) {
  clear();
  int32_t status = kind->mint(token, sizeof token, len);
  keep();
  report(kind->name, "mint");
  return status;
}

__attribute__((noinline)) static int32_t check(const token_kind *kind,
                                               size_t len) {
  clear();
  int32_t status = kind->check(token, len);
  keep();
  report(kind->name, "check");
  return status;
}

/* The keys are those of the token of this name. */
__attribute__((noinline)) static int32_t request(void) {
  clear();
  int32_t status = conversation_request();
  keep();
  report("agora/rtc2-uid-publisher", "request");
  return status;
}

int main(void) {
  for (size_t i = 0; i < token_kinds_count; i++) {
    const token_kind *kind = &token_kinds[i];
    size_t len = 0;
    if (mint(kind, &len) != TOKENMINT_OK) {
      return 1;
    }
    if (kind->check != NULL && check(kind, len) != TOKENMINT_OK) {
      return 1;
    }
  }
  return request() == TOKENMINT_OK ? 0 : 1;
}
