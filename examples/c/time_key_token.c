/*
 * A device that mints its own tokens without the app certificate:
 *
 *   time_key_token CHANNEL UID SECONDS ISSUED_AT TIME_KEY [SALT]
 *
 * A server gives it ISSUED_AT and TIME_KEY (64 hexadecimal digits), the key of
 * that second: TimeKey of the Rust library, or tokenmint_agora_time_key(). The
 * device needs no clock; SECONDS count from ISSUED_AT. AGORA_APP_ID is that of
 * the project; without it it is the sample project of the official guide.
 */

#include <stdio.h>
#include <string.h>

#include "system.h"
#include "tokenmint.h"

static int digit(char c) {
  static const char digits[] = "0123456789abcdef";
  const char *found = c == '\0' ? NULL : strchr(digits, c);
  return found == NULL ? -1 : (int)(found - digits);
}

/* Whether `text` is a key. */
static int read_key(const char *text, uint8_t key[TOKENMINT_AGORA_TIME_KEY_LEN]) {
  size_t at;
  if (strlen(text) != 2 * TOKENMINT_AGORA_TIME_KEY_LEN) {
    return 0;
  }
  for (at = 0; at < TOKENMINT_AGORA_TIME_KEY_LEN; ++at) {
    const int high = digit(text[2 * at]);
    const int low = digit(text[2 * at + 1]);
    if (high < 0 || low < 0) {
      return 0;
    }
    key[at] = (uint8_t)(high * 16 + low);
  }
  return 1;
}

int main(int argc, char **argv) {
  static char token[TOKENMINT_AGORA_RTC_CAPACITY];
  uint8_t key[TOKENMINT_AGORA_TIME_KEY_LEN];
  size_t token_len = 0;
  uint32_t salt = 0;
  uint32_t seconds;
  int32_t status;
  tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;

  if (argc < 6 || !read_key(argv[5], key)) {
    (void)fprintf(stderr,
                  "usage: time_key_token CHANNEL UID SECONDS ISSUED_AT "
                  "TIME_KEY [SALT]\n");
    return 2;
  }
  issuer.app_id =
      system_setting("AGORA_APP_ID", "970CA35de60c44645bbae8a215061b33");
  issuer.app_id_len = strlen(issuer.app_id);
  /* In place of the certificate. */
  issuer.time_key = key;
  issuer.time_key_len = sizeof key;
  issuer.issued_at = system_number(argv[4], 0);
  system_random(&salt, sizeof salt);
  issuer.salt = system_number(system_argument(argc, argv, 6), salt);

  seconds = system_number(argv[3], 0);
  status = tokenmint_agora_rtc_build_token_with_uid(
      &issuer, argv[1], strlen(argv[1]), system_number(argv[2], 0),
      TOKENMINT_AGORA_ROLE_PUBLISHER, seconds, seconds, token, sizeof token,
      &token_len);
  (void)memset(key, 0, sizeof key);
  if (status != TOKENMINT_OK) {
    return system_failed("no token", status);
  }
  printf("%s\n", token);
  return 0;
}
