/* Links everything that examples/firmware-c/tokens.c calls; it is not run. */

#include "tokens.h"

static char token[TOKENS_MAX];

int main(void) {
  size_t i;
  for (i = 0; i < token_kinds_count; i++) {
    size_t len = 0;
    if (token_kinds[i].mint(token, sizeof token, &len) != 0) {
      return 1;
    }
  }
  return 0;
}
