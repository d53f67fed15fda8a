#include "system.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "tokenmint.h"

uint32_t system_now(void) { return (uint32_t)time(NULL); }

void system_random(void *out, size_t len) {
  FILE *source = fopen("/dev/urandom", "rb");
  size_t read = source == NULL ? 0 : fread(out, 1, len, source);
  if (source != NULL) {
    (void)fclose(source);
  }
  if (read != len) {
    (void)fprintf(stderr, "no randomness\n");
    exit(1);
  }
}

const char *system_setting(const char *name, const char *fallback) {
  const char *value = getenv(name);
  return value == NULL ? fallback : value;
}

const char *system_argument(int argc, char **argv, int index) {
  return index < argc ? argv[index] : NULL;
}

uint32_t system_number(const char *text, uint32_t fallback) {
  char *end = NULL;
  unsigned long value;
  if (text == NULL) {
    return fallback;
  }
  value = strtoul(text, &end, 10);
  if (end == text || *end != '\0' || value > UINT32_MAX) {
    (void)fprintf(stderr, "%s is no number\n", text);
    exit(2);
  }
  return (uint32_t)value;
}

int system_failed(const char *what, int32_t status) {
  (void)fprintf(stderr, "%s: %s\n", what, tokenmint_status_name(status));
  return 1;
}
