/*
 * An Agora token with which one user may join one channel and publish there:
 *
 *   rtc_token CHANNEL UID [SECONDS [ISSUED_AT SALT]]
 *
 * AGORA_APP_ID and AGORA_APP_CERTIFICATE are those of the project; without them
 * it is the sample project of the official guide.
 */

#include <stdio.h>
#include <string.h>

#include "system.h"
#include "tokenmint.h"

int main(int argc, char **argv) {
  /* Enough for every channel that the service allows. */
  static char token[TOKENMINT_AGORA_RTC_CAPACITY];
  size_t token_len = 0;
  uint32_t salt = 0;
  int32_t status;
  tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;

  if (argc < 3) {
    (void)fprintf(stderr,
                  "usage: rtc_token CHANNEL UID [SECONDS [ISSUED_AT SALT]]\n");
    return 2;
  }
  issuer.app_id =
      system_setting("AGORA_APP_ID", "970CA35de60c44645bbae8a215061b33");
  issuer.app_id_len = strlen(issuer.app_id);
  issuer.certificate = system_setting("AGORA_APP_CERTIFICATE",
                                      "5CFd2fd1755d40ecb72977518be15d3b");
  issuer.certificate_len = strlen(issuer.certificate);
  issuer.issued_at = system_number(system_argument(argc, argv, 4), system_now());
  system_random(&salt, sizeof salt);
  issuer.salt = system_number(system_argument(argc, argv, 5), salt);

  {
    uint32_t seconds = system_number(system_argument(argc, argv, 3), 3600);
    status = tokenmint_agora_rtc_build_token_with_uid(
        &issuer, argv[1], strlen(argv[1]), system_number(system_argument(argc, argv, 2), 0),
        TOKENMINT_AGORA_ROLE_PUBLISHER, seconds, seconds, token, sizeof token,
        &token_len);
  }
  if (status != TOKENMINT_OK) {
    return system_failed("no token", status);
  }
  printf("%s\n", token);
  return 0;
}
