/* The least stack of each function of tokens.c and round.c: a line for each,
 * name, tab, "mint", "check" or "round", tab, bytes. */

#include "limit.h"
#include "round.h"
#include "semihosting.h"
#include "tokenmint.h"
#include "tokens.h"

static char token[TOKENS_MAX];
static size_t len;

static bool report(const char *name, const char *what, uintptr_t function,
                   uintptr_t third) {
  /* Registers, and as much behind them as there could be parameters. */
  uint32_t arguments[32] = {0};
  uint64_t result = 0;
  arguments[0] = (uintptr_t)token;
  arguments[1] = third == 0 ? len : sizeof token;
  arguments[2] = third;
  uint32_t bytes = limit_least(function, arguments, 0, &result);
  semihosting_write(name);
  semihosting_write("\t");
  semihosting_write(what);
  semihosting_write("\t");
  semihosting_write_number(bytes);
  semihosting_write("\n");
  return (int32_t)result == TOKENMINT_OK;
}

int main(void) {
  bool good = true;
  limit_begin();
  for (size_t i = 0; i < token_kinds_count; i++) {
    const token_kind *kind = &token_kinds[i];
    good &= report(kind->name, "mint", (uintptr_t)kind->mint, (uintptr_t)&len);
    if (kind->check != NULL) {
      good &= report(kind->name, "check", (uintptr_t)kind->check, 0);
    }
  }
  good &= report("device", "round", (uintptr_t)conversation_round, 0);
  return good ? 0 : 1;
}
