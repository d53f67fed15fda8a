/*
 * What is in an Agora token, and may this user join this channel and publish?
 *
 *   check_token TOKEN CHANNEL UID [NOW]
 *
 * AGORA_APP_ID and AGORA_APP_CERTIFICATE as for rtc_token.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "system.h"
#include "tokenmint.h"

static void answer(const char *question, int32_t status) {
  printf("%-10s %s\n", question,
         status == TOKENMINT_AGORA_NOT_ASKED ? "not asked"
         : status == TOKENMINT_OK              ? "ok"
                                               : tokenmint_status_name(status));
}

int main(int argc, char **argv) {
  const char *app_id =
      system_setting("AGORA_APP_ID", "970CA35de60c44645bbae8a215061b33");
  const char *certificate = system_setting("AGORA_APP_CERTIFICATE",
                                           "5CFd2fd1755d40ecb72977518be15d3b");
  tokenmint_agora_token token = TOKENMINT_AGORA_TOKEN_INIT;
  tokenmint_agora_expected expected = TOKENMINT_AGORA_EXPECTED_INIT;
  tokenmint_agora_report report = TOKENMINT_AGORA_REPORT_INIT;
  size_t workspace_len;
  uint8_t *workspace;
  int32_t status;

  if (argc < 4) {
    (void)fprintf(stderr, "usage: check_token TOKEN CHANNEL UID [NOW]\n");
    return 2;
  }
  /* The results point into the workspace. */
  workspace_len = tokenmint_agora_workspace_len(strlen(argv[1]));
  workspace = (uint8_t *)malloc(workspace_len);
  if (workspace == NULL) {
    return system_failed("no memory", TOKENMINT_ERR_BUFFER_TOO_SMALL);
  }
  status = tokenmint_agora_parse(argv[1], strlen(argv[1]), workspace,
                                 workspace_len, &token);
  if (status != TOKENMINT_OK) {
    free(workspace);
    return system_failed("not a token", status);
  }
  printf("app id     %.*s\n", (int)token.app_id_len, token.app_id);
  printf("issued at  %lu\n", (unsigned long)token.issued_at);
  printf("expires at %llu\n", (unsigned long long)token.expires_at);

  expected.certificate = certificate;
  expected.certificate_len = strlen(certificate);
  expected.app_id = app_id;
  expected.app_id_len = strlen(app_id);
  expected.channel = argv[2];
  expected.channel_len = strlen(argv[2]);
  expected.user_kind = TOKENMINT_AGORA_USER_UID;
  expected.uid = system_number(system_argument(argc, argv, 3), 0);
  expected.now = system_number(system_argument(argc, argv, 4), system_now());
  expected.wanted = TOKENMINT_AGORA_WANT_PUBLISHER;
  status = tokenmint_agora_check(&token, &expected, &report);
  answer("signature", report.signature);
  answer("app id", report.app_id);
  answer("time", report.time);
  answer("channel", report.channel);
  answer("user", report.user);
  answer("privilege", report.privilege);
  free(workspace);
  return status == TOKENMINT_OK ? 0 : 1;
}
