/*
 * A ZEGO token04 for one user:
 *
 *   zego_token USER_ID [SECONDS [ISSUED_AT NONCE IV]]
 *
 * ZEGO_APP_ID and ZEGO_SERVER_SECRET are those of the project. IV is 16
 * characters, for a token that is always the same.
 */

#include <stdio.h>
#include <string.h>

#include "system.h"
#include "tokenmint.h"

int main(int argc, char **argv) {
  static char token[TOKENMINT_ZEGO_TOKEN04_CAPACITY];
  uint8_t iv[TOKENMINT_ZEGO_IV_LEN_CBC];
  size_t token_len = 0;
  uint32_t nonce = 0;
  int32_t status;
  tokenmint_zego_issuer issuer = TOKENMINT_ZEGO_ISSUER_INIT;

  if (argc < 2) {
    (void)fprintf(
        stderr, "usage: zego_token USER_ID [SECONDS [ISSUED_AT NONCE IV]]\n");
    return 2;
  }
  issuer.app_id = system_number(system_setting("ZEGO_APP_ID", NULL), 1);
  issuer.secret = system_setting("ZEGO_SERVER_SECRET",
                                 "fa94dd0f974cf2e293728a526b028271");
  issuer.secret_len = strlen(issuer.secret);
  issuer.issued_at = system_number(system_argument(argc, argv, 3), system_now());
  /* An IV is used once: a random one for every token. */
  system_random(iv, sizeof iv);
  if (argc > 5 && strlen(argv[5]) == sizeof iv) {
    (void)memcpy(iv, argv[5], sizeof iv);
  }
  issuer.iv = iv;
  issuer.iv_len = sizeof iv;
  system_random(&nonce, sizeof nonce);
  issuer.nonce = (int32_t)(system_number(system_argument(argc, argv, 4), nonce) & 0x7fffffffu);

  status = tokenmint_zego_generate_token04(
      &issuer, argv[1], strlen(argv[1]), system_number(system_argument(argc, argv, 2), 3600),
      NULL, 0, token, sizeof token, &token_len);
  if (status != TOKENMINT_OK) {
    return system_failed("no token", status);
  }
  printf("%s\n", token);
  return 0;
}
