#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "tokenmint.h"

/*
 * What it is made for: bytes of 8 bits, addresses and int of 32, the lowest byte
 * first, and negative numbers as a complement to two.
 */
#if CHAR_BIT != 8 || !defined(UINT32_MAX) || !defined(UINT64_MAX)
#error "tokenmint_portable.c needs bytes of 8 bits and numbers of 64"
#endif
#if UINT_MAX < 0xffffffff
#error "tokenmint_portable.c needs a processor of 32 bits: here int has fewer"
#endif
#if UINTPTR_MAX != 0xffffffff || SIZE_MAX != 0xffffffff
#error "tokenmint_portable.c needs addresses of 32 bits: link an archive instead"
#endif
#if (-1 & 3) != 3
#error "tokenmint_portable.c needs negative numbers in two's complement"
#endif
#if (defined(__BYTE_ORDER__) && defined(__ORDER_LITTLE_ENDIAN__) && \
     __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__) || \
    defined(__ARM_BIG_ENDIAN) || defined(__BIG_ENDIAN) || \
    defined(__BIG_ENDIAN__) || defined(_BIG_ENDIAN) || \
    defined(__XTENSA_EB__) || defined(__MIPSEB__) || \
    (defined(__LITTLE_ENDIAN__) && __LITTLE_ENDIAN__ == 0)
#error "tokenmint_portable.c needs a processor that is little-endian"
#endif
/* The same as far as the preprocessor may not know it. */
typedef char tm_signs_are_kept[(int32_t)0xffffffffu == -1 ? 1 : -1];
typedef char tm_shifts_keep_the_sign[(int32_t)-8 >> 1 == -4 ? 1 : -1];
typedef char tm_pointers_have_4_bytes[
    sizeof(void *) == 4 && sizeof(void (*)(void)) == 4 ? 1 : -1];

/* Structs lie in memory as the library expects: on x86 -malign-double does it. */
typedef struct {
  char before;
  uint64_t it;
} tm_aligned;
typedef char tm_numbers_of_64_bits_are_aligned[
    offsetof(tm_aligned, it) == 8 ? 1 : -1];

/*
 * How much of the stack is cleared after a call that used a key, in hundredths
 * of what the Rust library clears. The frames of other compilers are larger;
 * without optimization they are much larger.
 */
#ifndef TOKENMINT_PORTABLE_WIPE
#if defined(__GNUC__) && !defined(__OPTIMIZE__)
#define TOKENMINT_PORTABLE_WIPE 400
#else
#define TOKENMINT_PORTABLE_WIPE 150
#endif
#endif

/*
 * What is done in a function of its own is done below the frame of its caller,
 * where it is cleared afterwards. So these functions are never inlined.
 */
#ifndef TOKENMINT_PORTABLE_NOINLINE
#if defined(__ICCARM__) || defined(__ICCRISCV__) || defined(__ICCRX__)
#define TOKENMINT_PORTABLE_NOINLINE _Pragma("inline=never")
#elif defined(__GNUC__) || defined(__clang__) || defined(__CC_ARM)
#define TOKENMINT_PORTABLE_NOINLINE __attribute__((noinline))
#else
#error "define TOKENMINT_PORTABLE_NOINLINE: what keeps a function from inlining"
#endif
#endif

#define TM_POINTER(address) ((void *)(uintptr_t)(address))
#define TM_ADDRESS(pointer) ((uint32_t)(uintptr_t)(pointer))
#define TM_CODE(function) ((uint32_t)(uintptr_t)(function))
#define TM_FUNCTION(type, address) ((type)(uintptr_t)(address))
#define TM_NEVER() \
  for (;;) {       \
  }
typedef void (*tm_code)(void);

/*
 * Memory has no types here: what is a number of 32 bits now was bytes before.
 * GCC and Clang are told so; other compilers get memcpy, which they know.
 * _AT1 to _AT4: the address is a multiple of no more than that.
 */
#if (defined(__GNUC__) || defined(__clang__)) && \
    !defined(TOKENMINT_PORTABLE_STRICT)
#define TM_STRICT 0
typedef uint16_t __attribute__((__may_alias__)) tm_16;
typedef uint32_t __attribute__((__may_alias__)) tm_32;
typedef uint64_t __attribute__((__may_alias__)) tm_64;
typedef struct {
  uint16_t it;
} __attribute__((__packed__, __may_alias__)) tm_16_at1;
typedef struct {
  uint32_t it;
} __attribute__((__packed__, __may_alias__)) tm_32_at1;
typedef struct {
  uint32_t it;
} __attribute__((__packed__, __aligned__(2), __may_alias__)) tm_32_at2;
typedef struct {
  uint64_t it;
} __attribute__((__packed__, __may_alias__)) tm_64_at1;
typedef struct {
  uint64_t it;
} __attribute__((__packed__, __aligned__(2), __may_alias__)) tm_64_at2;
typedef struct {
  uint64_t it;
} __attribute__((__packed__, __aligned__(4), __may_alias__)) tm_64_at4;
#define TM_LOAD16(a) ((uint32_t)*(const tm_16 *)TM_POINTER(a))
#define TM_LOAD16_AT1(a) ((uint32_t)((const tm_16_at1 *)TM_POINTER(a))->it)
#define TM_LOAD32(a) (*(const tm_32 *)TM_POINTER(a))
#define TM_LOAD32_AT1(a) (((const tm_32_at1 *)TM_POINTER(a))->it)
#define TM_LOAD32_AT2(a) (((const tm_32_at2 *)TM_POINTER(a))->it)
#define TM_LOAD64(a) (*(const tm_64 *)TM_POINTER(a))
#define TM_LOAD64_AT1(a) (((const tm_64_at1 *)TM_POINTER(a))->it)
#define TM_LOAD64_AT2(a) (((const tm_64_at2 *)TM_POINTER(a))->it)
#define TM_LOAD64_AT4(a) (((const tm_64_at4 *)TM_POINTER(a))->it)
#define TM_STORE16(a, x) (*(tm_16 *)TM_POINTER(a) = (uint16_t)(x))
#define TM_STORE16_AT1(a, x) (((tm_16_at1 *)TM_POINTER(a))->it = (uint16_t)(x))
#define TM_STORE32(a, x) (*(tm_32 *)TM_POINTER(a) = (uint32_t)(x))
#define TM_STORE32_AT1(a, x) (((tm_32_at1 *)TM_POINTER(a))->it = (uint32_t)(x))
#define TM_STORE32_AT2(a, x) (((tm_32_at2 *)TM_POINTER(a))->it = (uint32_t)(x))
#define TM_STORE64(a, x) (*(tm_64 *)TM_POINTER(a) = (x))
#define TM_STORE64_AT1(a, x) (((tm_64_at1 *)TM_POINTER(a))->it = (x))
#define TM_STORE64_AT2(a, x) (((tm_64_at2 *)TM_POINTER(a))->it = (x))
#define TM_STORE64_AT4(a, x) (((tm_64_at4 *)TM_POINTER(a))->it = (x))
#else
#define TM_STRICT 1
#define TM_LOAD16(a) tm_load_16(TM_POINTER(a))
#define TM_LOAD16_AT1(a) tm_load_16(TM_POINTER(a))
#define TM_LOAD32(a) tm_load_32(TM_POINTER(a))
#define TM_LOAD32_AT1(a) tm_load_32(TM_POINTER(a))
#define TM_LOAD32_AT2(a) tm_load_32(TM_POINTER(a))
#define TM_LOAD64(a) tm_load_64(TM_POINTER(a))
#define TM_LOAD64_AT1(a) tm_load_64(TM_POINTER(a))
#define TM_LOAD64_AT2(a) tm_load_64(TM_POINTER(a))
#define TM_LOAD64_AT4(a) tm_load_64(TM_POINTER(a))
#define TM_STORE16(a, x) tm_store_16(TM_POINTER(a), (uint16_t)(x))
#define TM_STORE16_AT1(a, x) tm_store_16(TM_POINTER(a), (uint16_t)(x))
#define TM_STORE32(a, x) tm_store_32(TM_POINTER(a), (uint32_t)(x))
#define TM_STORE32_AT1(a, x) tm_store_32(TM_POINTER(a), (uint32_t)(x))
#define TM_STORE32_AT2(a, x) tm_store_32(TM_POINTER(a), (uint32_t)(x))
#define TM_STORE64(a, x) tm_store_64(TM_POINTER(a), (x))
#define TM_STORE64_AT1(a, x) tm_store_64(TM_POINTER(a), (x))
#define TM_STORE64_AT2(a, x) tm_store_64(TM_POINTER(a), (x))
#define TM_STORE64_AT4(a, x) tm_store_64(TM_POINTER(a), (x))
#endif
#define TM_LOAD8(a) ((uint32_t)*(const uint8_t *)TM_POINTER(a))
#define TM_LOAD_SIGNED8(a) ((uint32_t)(int32_t)*(const int8_t *)TM_POINTER(a))
#define TM_LOAD_SIGNED16(a) ((uint32_t)(int32_t)(int16_t)TM_LOAD16(a))
#define TM_LOAD_SIGNED16_AT1(a) \
  ((uint32_t)(int32_t)(int16_t)TM_LOAD16_AT1(a))
#define TM_STORE8(a, x) (*(uint8_t *)TM_POINTER(a) = (uint8_t)(x))

/*
 * The frame of a function is an array, and its address a number of which the
 * compiler does not know where it comes from: what is written there is written,
 * above all zeros over keys.
 */
#define TM_FRAME(name, bytes) uint64_t name[((bytes) + 7) / 8]
#define TM_FRAME_AT16(name, bytes) uint64_t name[((bytes) + 7) / 8 + 1]
#define TM_BASE(name) tm_hidden(name)
#define TM_BASE_AT16(name) ((tm_hidden(name) + 15u) & ~(uint32_t)15)
