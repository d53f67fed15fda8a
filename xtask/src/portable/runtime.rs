//! What the functions of the file are written with.

/// Macros and types, which cost nothing where they are not used.
pub(super) const MACROS: &str = include_str!("runtime.h");

/// A function that is written where the text names one of the words.
struct Helper {
    words: &'static [&'static str],
    text: &'static str,
}

/// In an order in which each stands before those that call it.
const HELPERS: &[Helper] = &[
    Helper {
        words: &["TM_BASE"],
        text: "\
static inline uint32_t tm_hidden(void *frame) {
#if TM_STRICT
  void *volatile hidden = frame;
  return TM_ADDRESS(hidden);
#else
  __asm__(\"\" : \"+r\"(frame));
  return TM_ADDRESS(frame);
#endif
}
",
    },
    Helper {
        words: &["TM_LOAD16", "TM_LOAD_SIGNED16"],
        text: "\
#if TM_STRICT
static inline uint32_t tm_load_16(const void *at) {
  uint16_t x;
  memcpy(&x, at, sizeof x);
  return x;
}
#endif
",
    },
    Helper {
        words: &["TM_LOAD32"],
        text: "\
#if TM_STRICT
static inline uint32_t tm_load_32(const void *at) {
  uint32_t x;
  memcpy(&x, at, sizeof x);
  return x;
}
#endif
",
    },
    Helper {
        words: &["TM_LOAD64"],
        text: "\
#if TM_STRICT
static inline uint64_t tm_load_64(const void *at) {
  uint64_t x;
  memcpy(&x, at, sizeof x);
  return x;
}
#endif
",
    },
    Helper {
        words: &["TM_STORE16"],
        text: "\
#if TM_STRICT
static inline void tm_store_16(void *at, uint16_t x) {
  memcpy(at, &x, sizeof x);
}
#endif
",
    },
    Helper {
        words: &["TM_STORE32"],
        text: "\
#if TM_STRICT
static inline void tm_store_32(void *at, uint32_t x) {
  memcpy(at, &x, sizeof x);
}
#endif
",
    },
    Helper {
        words: &["TM_STORE64"],
        text: "\
#if TM_STRICT
static inline void tm_store_64(void *at, uint64_t x) {
  memcpy(at, &x, sizeof x);
}
#endif
",
    },
    Helper {
        words: &["tm_rotate_left_32"],
        text: "\
static inline uint32_t tm_rotate_left_32(uint32_t x, uint32_t n) {
  return x << (n & 31u) | x >> ((0u - n) & 31u);
}
",
    },
    Helper {
        words: &["tm_rotate_right_32"],
        text: "\
static inline uint32_t tm_rotate_right_32(uint32_t x, uint32_t n) {
  return x >> (n & 31u) | x << ((0u - n) & 31u);
}
",
    },
    Helper {
        words: &["tm_rotate_left_64"],
        text: "\
static inline uint64_t tm_rotate_left_64(uint64_t x, uint64_t n) {
  return x << (n & 63u) | x >> ((0u - n) & 63u);
}
",
    },
    Helper {
        words: &["tm_rotate_right_64"],
        text: "\
static inline uint64_t tm_rotate_right_64(uint64_t x, uint64_t n) {
  return x >> (n & 63u) | x << ((0u - n) & 63u);
}
",
    },
    // Where there is nothing to copy an address may be any number, which C
    // forbids: no compiler may conclude from it that the number is not 0.
    Helper {
        words: &["tm_copy(", "tm_move(", "tm_fill("],
        text: "\
#if !TM_STRICT && defined(__OPTIMIZE_SIZE__)
static inline void *tm_unknown(uint32_t address) {
  __asm__(\"\" : \"+r\"(address));
  return TM_POINTER(address);
}
#define TM_UNLESS_NONE(count)
#else
#define tm_unknown(address) TM_POINTER(address)
#define TM_UNLESS_NONE(count) if ((count) != 0)
#endif
",
    },
    Helper {
        words: &["tm_copy("],
        text: "\
static inline void tm_copy(uint32_t to, uint32_t from, uint32_t count) {
  TM_UNLESS_NONE(count) memcpy(tm_unknown(to), tm_unknown(from), count);
}
",
    },
    Helper {
        words: &["tm_move("],
        text: "\
static inline void tm_move(uint32_t to, uint32_t from, uint32_t count) {
  TM_UNLESS_NONE(count) memmove(tm_unknown(to), tm_unknown(from), count);
}
",
    },
    Helper {
        words: &["tm_fill("],
        text: "\
static inline void tm_fill(uint32_t to, uint32_t byte, uint32_t count) {
  TM_UNLESS_NONE(count) memset(tm_unknown(to), (int)byte, count);
}
",
    },
    Helper {
        words: &["tm_difference("],
        text: "\
static inline uint32_t tm_difference(uint32_t a, uint32_t b, uint32_t count) {
  return count == 0 ? 0 : (uint32_t)memcmp(TM_POINTER(a), TM_POINTER(b), count);
}
",
    },
    // A number that may be more than it is, so that no branch can be made of it.
    Helper {
        words: &["tm_unseen_32("],
        text: "\
static inline uint32_t tm_unseen_32(uint32_t x) {
#if TM_STRICT
  volatile uint32_t hidden = x;
  return hidden;
#else
  __asm__(\"\" : \"+r\"(x));
  return x;
#endif
}
",
    },
    Helper {
        words: &["tm_unseen_64("],
        text: "\
static inline uint64_t tm_unseen_64(uint64_t x) {
#if TM_STRICT
  volatile uint64_t hidden = x;
  return hidden;
#else
  uint32_t low = (uint32_t)x;
  uint32_t high = (uint32_t)(x >> 32);
  __asm__(\"\" : \"+r\"(low), \"+r\"(high));
  return (uint64_t)high << 32 | low;
#endif
}
",
    },
    // The mask comes from nowhere, likewise.
    Helper {
        words: &["tm_choose_32(", "tm_choose_64("],
        text: "\
static inline uint32_t tm_mask(uint32_t chosen) {
  uint32_t mask = 0u - (uint32_t)(chosen != 0);
#if TM_STRICT
  volatile uint32_t hidden = mask;
  return hidden;
#else
  __asm__(\"\" : \"+r\"(mask));
  return mask;
#endif
}
",
    },
    Helper {
        words: &["tm_choose_32("],
        text: "\
static inline uint32_t tm_choose_32(uint32_t c, uint32_t yes, uint32_t no) {
  return no ^ ((yes ^ no) & tm_mask(c));
}
",
    },
    Helper {
        words: &["tm_choose_64("],
        text: "\
static inline uint64_t tm_choose_64(uint32_t c, uint64_t yes, uint64_t no) {
  uint32_t mask = tm_mask(c);
  return no ^ ((yes ^ no) & ((uint64_t)mask << 32 | mask));
}
",
    },
    // Without a branch and without a table: a number may be secret.
    Helper {
        words: &["tm_ones_32", "tm_leading_zeros_32", "tm_trailing_zeros_32"],
        text: "\
static inline uint32_t tm_ones_32(uint32_t x) {
  x -= (x >> 1) & 0x55555555u;
  x = (x & 0x33333333u) + ((x >> 2) & 0x33333333u);
  x = (x + (x >> 4)) & 0x0f0f0f0fu;
  return (x * 0x01010101u) >> 24;
}
",
    },
    Helper {
        words: &["tm_leading_zeros_32"],
        text: "\
static inline uint32_t tm_leading_zeros_32(uint32_t x) {
#if !TM_STRICT && defined(__ARM_FEATURE_CLZ)
  return x == 0 ? 32u : (uint32_t)__builtin_clz(x);
#else
  x |= x >> 1;
  x |= x >> 2;
  x |= x >> 4;
  x |= x >> 8;
  x |= x >> 16;
  return tm_ones_32(~x);
#endif
}
",
    },
    Helper {
        words: &["tm_trailing_zeros_32"],
        text: "\
static inline uint32_t tm_trailing_zeros_32(uint32_t x) {
  return tm_ones_32(~x & (x - 1u));
}
",
    },
];

/// The helpers that `code` needs.
pub(super) fn helpers(code: &str) -> String {
    let needed = HELPERS
        .iter()
        .filter(|helper| helper.words.iter().any(|word| code.contains(word)));
    needed.map(|helper| format!("{}\n", helper.text)).collect()
}
