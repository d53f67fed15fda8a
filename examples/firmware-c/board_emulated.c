/*
 * What the emulated boards have no hardware for: the page is a file of the
 * debugger, and random numbers are those of its machine. On a device the page
 * is one of its flash, written alternately with a second one, and the numbers
 * come from its generator.
 */

#include "board.h"
#include "semihosting.h"

#define PAGE "page.bin"

uint32_t board_random(void) {
  uint32_t number;
  if (!semihosting_load("/dev/urandom", &number, sizeof number)) {
    semihosting_write("no random source\n");
    semihosting_exit(1);
  }
  return number;
}

bool board_page_load(void *bytes, size_t len) {
  return semihosting_load(PAGE, bytes, len);
}

void board_page_store(const void *bytes, size_t len) {
  if (!semihosting_store(PAGE, bytes, len)) {
    semihosting_write("the page cannot be written\n");
    semihosting_exit(1);
  }
}
