/* The least stack of each function of the C interface over all calls of the
 * test driver: it is linked with `--wrap`, so that it calls what is below. A
 * line for each, name, tab, bytes. */

#include <stdint.h>
#include <string.h>

#include "limit.h"
#include "semihosting.h"

int driver_main(void);
uint64_t stack_measure(uint32_t number, const uint32_t *arguments);
void initialise_monitor_handles(void);

/* Of each function, by its number: generated. */
extern const uintptr_t stack_functions[];
extern const char *const stack_names[];
extern const uint32_t stack_count;

#define MOST_FUNCTIONS 256

static uint32_t least[MOST_FUNCTIONS] APART;
static uint8_t is_called[MOST_FUNCTIONS] APART;
/* During a call; for switch.S. */
uint32_t stack_is_active APART;

uint64_t stack_measure(uint32_t number,
                                             const uint32_t *arguments) {
  uint64_t result = 0;
  stack_is_active = 1;
  is_called[number] = 1;
  least[number] =
      limit_least(stack_functions[number], arguments, least[number], &result);
  stack_is_active = 0;
  return result;
}

int main(void) {
  memset(least, 0, sizeof least);
  memset(is_called, 0, sizeof is_called);
  stack_is_active = 0;
  if (stack_count > MOST_FUNCTIONS) {
    return 1;
  }
  initialise_monitor_handles();
  limit_begin();
  if (driver_main() != 0) {
    return 1;
  }
  for (uint32_t i = 0; i < stack_count; i++) {
    if (is_called[i]) {
      semihosting_write(stack_names[i]);
      semihosting_write("\t");
      semihosting_write_number(least[i]);
      semihosting_write("\n");
    }
  }
  return 0;
}
