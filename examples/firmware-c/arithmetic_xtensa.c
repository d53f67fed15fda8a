/*
 * What the libgcc of some distributions lacks for the lx106: division, and
 * products of 64 bits. Chips have it in ROM.
 */

#include <stdint.h>

static uint32_t divide(uint32_t dividend, uint32_t divisor, uint32_t *rest) {
  uint32_t quotient = 0;
  uint32_t remainder = 0;
  for (int bit = 31; bit >= 0; bit--) {
    uint32_t over = remainder >> 31;
    remainder = (remainder << 1) | ((dividend >> bit) & 1);
    if (over != 0 || remainder >= divisor) {
      remainder -= divisor;
      quotient |= 1u << bit;
    }
  }
  *rest = remainder;
  return quotient;
}

uint32_t __udivsi3(uint32_t a, uint32_t b);
uint32_t __umodsi3(uint32_t a, uint32_t b);
int32_t __divsi3(int32_t a, int32_t b);
uint64_t __muldi3(uint64_t a, uint64_t b);

uint32_t __udivsi3(uint32_t a, uint32_t b) {
  uint32_t rest;
  return divide(a, b, &rest);
}

uint32_t __umodsi3(uint32_t a, uint32_t b) {
  uint32_t rest;
  divide(a, b, &rest);
  return rest;
}

int32_t __divsi3(int32_t a, int32_t b) {
  uint32_t rest;
  uint32_t quotient = divide(a < 0 ? 0 - (uint32_t)a : (uint32_t)a,
                             b < 0 ? 0 - (uint32_t)b : (uint32_t)b, &rest);
  return (int32_t)((a < 0) != (b < 0) ? 0 - quotient : quotient);
}

uint64_t __muldi3(uint64_t a, uint64_t b) {
  uint64_t product = 0;
  for (int bit = 0; bit < 64; bit++) {
    product += (a << bit) & (0 - ((b >> bit) & 1));
  }
  return product;
}
