#include "semihosting.h"

#include <string.h>

#if defined(__XTENSA__)

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

#define SYS_OPEN 0x01
#define SYS_CLOSE 0x02
#define SYS_WRITE0 0x04
#define SYS_WRITE 0x05
#define SYS_READ 0x06
#define SYS_EXIT 0x18
#define OPEN_READ 1 /* "rb" */
#define OPEN_WRITE 5 /* "wb" */
#define APPLICATION_EXIT 0x20026
#define RUN_TIME_ERROR 0x20023

static uintptr_t semihosting_call(uintptr_t operation, uintptr_t parameter) {
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
  return a0;
#else
  register uintptr_t r0 __asm__("r0") = operation;
  register uintptr_t r1 __asm__("r1") = parameter;
  __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
  return r0;
#endif
}

void semihosting_write(const char *text) {
  semihosting_call(SYS_WRITE0, (uintptr_t)text);
}

/* Opens a file, moves all of `bytes`, and closes it. */
static bool transfer(const char *file, uintptr_t mode, uintptr_t operation,
                     uintptr_t bytes, size_t len) {
  uintptr_t open[3] = {(uintptr_t)file, mode, strlen(file)};
  uintptr_t handle = semihosting_call(SYS_OPEN, (uintptr_t)open);
  if (handle == UINTPTR_MAX) {
    return false;
  }
  uintptr_t move[3] = {handle, bytes, len};
  /* How many bytes were not moved. */
  uintptr_t left = semihosting_call(operation, (uintptr_t)move);
  uintptr_t close[1] = {handle};
  semihosting_call(SYS_CLOSE, (uintptr_t)close);
  return left == 0;
}

bool semihosting_load(const char *file, void *bytes, size_t len) {
  return transfer(file, OPEN_READ, SYS_READ, (uintptr_t)bytes, len);
}

bool semihosting_store(const char *file, const void *bytes, size_t len) {
  return transfer(file, OPEN_WRITE, SYS_WRITE, (uintptr_t)bytes, len);
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
