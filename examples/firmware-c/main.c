/*
 * Mints one credential of every kind in a static buffer and prints it, a line
 * each: name, tab, credential. `make qemu` shows it on an emulated board.
 */

#include "semihosting.h"
#include "tokenmint.h"
#include "tokens.h"

static char token[TOKENS_MAX];

int main(void) {
  for (size_t i = 0; i < token_kinds_count; i++) {
    size_t len = 0;
    int32_t status = token_kinds[i].mint(token, sizeof token, &len);
    if (status == TOKENMINT_OK && token_kinds[i].check != NULL) {
      status = token_kinds[i].check(token, len);
    }
    semihosting_write(token_kinds[i].name);
    semihosting_write("\t");
    if (status != TOKENMINT_OK) {
      semihosting_write(tokenmint_status_name(status));
      semihosting_write("\n");
      return 1;
    }
    semihosting_write(token);
    semihosting_write("\n");
  }
  return 0;
}
