#include "semihosting.h"

#if defined(__XTENSA__)

#include <string.h>

#define SYS_EXIT 1
#define SYS_WRITE 4
#define STDOUT 1

static int simcall(int operation, int first, uintptr_t second, size_t third) {
  register int a2 __asm__("a2") = operation;
  register int a3 __asm__("a3") = first;
  register uintptr_t a4 __asm__("a4") = second;
  register size_t a5 __asm__("a5") = third;
  __asm__ volatile("simcall"
                   : "+r"(a2), "+r"(a3)
                   : "r"(a4), "r"(a5)
                   : "memory");
  return a2;
}

void semihosting_write(const char *text) {
  simcall(SYS_WRITE, STDOUT, (uintptr_t)text, strlen(text));
}

void semihosting_exit(int code) {
  simcall(SYS_EXIT, code, 0, 0);
  for (;;) {
  }
}

#else

#define SYS_WRITE0 0x04
#define SYS_EXIT 0x18
#define APPLICATION_EXIT 0x20026
#define RUN_TIME_ERROR 0x20023

static void semihosting_call(uintptr_t operation, uintptr_t parameter) {
#if defined(__riscv)
  register uintptr_t a0 __asm__("a0") = operation;
  register uintptr_t a1 __asm__("a1") = parameter;
  /* These three instructions, uncompressed and in one page, are the call. */
  __asm__ volatile(
      ".balign 16\n"
      ".option push\n"
      ".option norvc\n"
      "slli x0, x0, 0x1f\n"
      "ebreak\n"
      "srai x0, x0, 7\n"
      ".option pop\n"
      : "+r"(a0)
      : "r"(a1)
      : "memory");
#else
  register uintptr_t r0 __asm__("r0") = operation;
  register uintptr_t r1 __asm__("r1") = parameter;
  __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
#endif
}

void semihosting_write(const char *text) {
  semihosting_call(SYS_WRITE0, (uintptr_t)text);
}

void semihosting_exit(int code) {
  semihosting_call(SYS_EXIT, code == 0 ? APPLICATION_EXIT : RUN_TIME_ERROR);
  for (;;) {
  }
}

#endif

void semihosting_write_number(uint32_t number) {
  char digits[11];
  char *at = &digits[sizeof digits - 1];
  *at = '\0';
  do {
    *--at = (char)('0' + number % 10);
    number /= 10;
  } while (number != 0);
  semihosting_write(at);
}
