/*
 * All of libc that an archive for firmware may ask for. With these four and no
 * library, not even that of the compiler, it has to link.
 */

#include <stddef.h>

void *memcpy(void *to, const void *from, size_t len);
void *memmove(void *to, const void *from, size_t len);
void *memset(void *to, int value, size_t len);
int memcmp(const void *one, const void *other, size_t len);
void start(void);

void *memcpy(void *to, const void *from, size_t len) {
  return memmove(to, from, len);
}

/* `volatile`, so that no compiler makes a call of `memmove` of the loop. */
void *memmove(void *to, const void *from, size_t len) {
  volatile unsigned char *out = to;
  const unsigned char *in = from;
  size_t i;
  for (i = 0; i < len; i++) {
    const size_t at = out < in ? i : len - 1 - i;
    out[at] = in[at];
  }
  return to;
}

void *memset(void *to, int value, size_t len) {
  volatile unsigned char *out = to;
  size_t i;
  for (i = 0; i < len; i++) {
    out[i] = (unsigned char)value;
  }
  return to;
}

int memcmp(const void *one, const void *other, size_t len) {
  const unsigned char *a = one;
  const unsigned char *b = other;
  size_t i;
  for (i = 0; i < len; i++) {
    if (a[i] != b[i]) {
      return a[i] < b[i] ? -1 : 1;
    }
  }
  return 0;
}

void start(void) {
  for (;;) {
  }
}
