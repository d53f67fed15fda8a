/* What a C program can get wrong, each with its status; and that header and
 * library are of one version. */

#include "driver.h"

#include <string.h>

static const char APP_ID[] = "970CA35de60c44645bbae8a215061b33";
static const char CERTIFICATE[] = "5CFd2fd1755d40ecb72977518be15d3b";

static tokenmint_agora_issuer issuer_of(void) {
  tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
  issuer.app_id = APP_ID;
  issuer.app_id_len = 32;
  issuer.certificate = CERTIFICATE;
  issuer.certificate_len = 32;
  issuer.issued_at = 1700000000u;
  issuer.salt = 12345678u;
  return issuer;
}

/* Mints into `out`, which was dirty before. */
static int32_t mint(const tokenmint_agora_issuer *issuer, const char *channel,
                    size_t channel_len, uint32_t role, char *out, size_t cap,
                    size_t *len) {
  return tokenmint_agora_rtc_build_token_with_uid(
      issuer, channel, channel_len, 7, role, 3600, 3600, out, cap, len);
}

static int wiped(const char *out, size_t len) {
  size_t at;
  for (at = 0; at < len; ++at) {
    if (out[at] != 0) {
      return 0;
    }
  }
  return 1;
}

/* Refused with `status`, and nothing left in the buffer. */
static void refused(const char *id, const tokenmint_agora_issuer *issuer,
                    const char *channel, size_t channel_len, uint32_t role,
                    int32_t status) {
  char out[TOKENMINT_AGORA_RTC_MAX];
  size_t len = 99;
  (void)memset(out, 'x', sizeof out);
  FAIL_UNLESS(id, mint(issuer, channel, channel_len, role, out, sizeof out,
                       &len) == status);
  FAIL_UNLESS(id, len == 0);
  FAIL_UNLESS(id, wiped(out, sizeof out));
}

static int32_t lying_compressor(const uint8_t *content, size_t content_len,
                                uint8_t *out, size_t out_cap,
                                size_t *out_len) {
  (void)content;
  (void)content_len;
  (void)out;
  *out_len = out_cap + 1;
  return TOKENMINT_OK;
}

static void inputs(void) {
  const uint32_t publisher = TOKENMINT_AGORA_ROLE_PUBLISHER;
  const char broken[] = {'a', (char)0x7f, (char)-1, 'b'};
  tokenmint_agora_issuer issuer = issuer_of();
  refused("issuer NULL", NULL, "lobby", 5, publisher,
          TOKENMINT_ERR_NULL_POINTER);
  refused("channel NULL", &issuer, NULL, 5, publisher,
          TOKENMINT_ERR_NULL_POINTER);
  refused("channel NULL, 0", &issuer, NULL, 0, publisher, TOKENMINT_ERR_EMPTY);
  refused("channel empty", &issuer, "", 0, publisher, TOKENMINT_ERR_EMPTY);
  refused("channel not UTF-8", &issuer, broken, sizeof broken, publisher,
          TOKENMINT_ERR_INVALID_UTF8);
  refused("channel above PTRDIFF_MAX", &issuer, "lobby",
          (size_t)PTRDIFF_MAX + 1, publisher, TOKENMINT_ERR_BAD_LENGTH);
  refused("channel up to SIZE_MAX", &issuer, "lobby", SIZE_MAX, publisher,
          TOKENMINT_ERR_BAD_LENGTH);
  refused("unknown role", &issuer, "lobby", 5, 3, TOKENMINT_ERR_UNKNOWN_VALUE);
  issuer.struct_size = 0;
  refused("struct_size 0", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_BAD_STRUCT_SIZE);
  issuer.struct_size = sizeof issuer - 1;
  refused("struct_size short", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_BAD_STRUCT_SIZE);
  issuer.struct_size = sizeof issuer + 1;
  refused("struct_size long", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_BAD_STRUCT_SIZE);
  issuer = issuer_of();
  issuer.limits = 2;
  refused("unknown limits", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_UNKNOWN_VALUE);
  issuer = issuer_of();
  issuer.reserved = 1;
  refused("reserved", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_UNKNOWN_VALUE);
  issuer = issuer_of();
  issuer.app_id = NULL;
  refused("app id NULL", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_NULL_POINTER);
  issuer = issuer_of();
  issuer.issued_at = 0;
  refused("no clock", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_ISSUE_TIME_ZERO);
  issuer = issuer_of();
  issuer.compression = NULL;
  refused("no compression", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_NULL_POINTER);
  issuer.compression = lying_compressor;
  refused("lying compressor", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_BAD_COMPRESSION);
}

static void outputs(void) {
  const uint32_t publisher = TOKENMINT_AGORA_ROLE_PUBLISHER;
  char out[TOKENMINT_AGORA_RTC_MAX];
  char before[TOKENMINT_AGORA_RTC_MAX];
  size_t len = 99;
  tokenmint_agora_issuer issuer = issuer_of();

  (void)memset(out, 'x', sizeof out);
  FAIL_UNLESS("out_len NULL", mint(&issuer, "lobby", 5, publisher, out,
                                   sizeof out, NULL) ==
                                  TOKENMINT_ERR_NULL_POINTER);
  FAIL_UNLESS("out_len NULL", wiped(out, sizeof out));
  FAIL_UNLESS("out NULL with a capacity",
              mint(&issuer, "lobby", 5, publisher, NULL, sizeof out, &len) ==
                  TOKENMINT_ERR_NULL_POINTER);
  FAIL_UNLESS("out NULL with a capacity", len == 0);
  len = 99;
  FAIL_UNLESS("out_cap above PTRDIFF_MAX",
              mint(&issuer, "lobby", 5, publisher, out,
                   (size_t)PTRDIFF_MAX + 1, &len) == TOKENMINT_ERR_BAD_LENGTH);
  FAIL_UNLESS("out_cap above PTRDIFF_MAX", len == 0);

  /* The channel is in the middle of the output: nothing is touched. */
  (void)memset(out, 'x', sizeof out);
  (void)memcpy(before, out, sizeof out);
  FAIL_UNLESS("out over channel",
              mint(&issuer, out + 40, 5, publisher, out, sizeof out, &len) ==
                  TOKENMINT_ERR_OVERLAP);
  FAIL_UNLESS("out over channel", memcmp(out, before, sizeof out) == 0);

  /* A list of services whose names overlap it. */
  {
    tokenmint_agora_service service = TOKENMINT_AGORA_SERVICE_INIT;
    service.service_type = TOKENMINT_AGORA_SERVICE_RTC;
    service.channel = out;
    service.channel_len = 5;
    service.user_kind = TOKENMINT_AGORA_USER_UID;
    FAIL_UNLESS("out over a name in a list",
                tokenmint_agora_access_token2_build(&issuer, 60, &service, 1,
                                                    out, sizeof out, &len) ==
                    TOKENMINT_ERR_OVERLAP);
    service.channel = "lobby";
    service.service_type = 11;
    FAIL_UNLESS("unknown service",
                tokenmint_agora_access_token2_build(&issuer, 60, &service, 1,
                                                    out, sizeof out, &len) ==
                    TOKENMINT_ERR_UNKNOWN_VALUE);
    service.service_type = TOKENMINT_AGORA_SERVICE_RTC;
    service.user_kind = 2;
    FAIL_UNLESS("unknown kind of user",
                tokenmint_agora_access_token2_build(&issuer, 60, &service, 1,
                                                    out, sizeof out, &len) ==
                    TOKENMINT_ERR_UNKNOWN_VALUE);
    FAIL_UNLESS("no services", tokenmint_agora_access_token2_build(
                                   &issuer, 60, NULL, 0, out, sizeof out,
                                   &len) == TOKENMINT_ERR_NO_SERVICES);
    FAIL_UNLESS("services NULL", tokenmint_agora_access_token2_build(
                                     &issuer, 60, NULL, 1, out, sizeof out,
                                     &len) == TOKENMINT_ERR_NULL_POINTER);
  }
}

static void structs(void) {
  static const char TOKEN[] = "006";
  uint8_t workspace[64];
  tokenmint_agora_token info = TOKENMINT_AGORA_TOKEN_INIT;
  bool answer = true;
  tokenmint_agora_peeked peeked = TOKENMINT_AGORA_PEEKED_INIT;

  info.salt = 1;
  FAIL_UNLESS("parse a 006", tokenmint_agora_parse(TOKEN, 3, workspace,
                                                   sizeof workspace, &info) ==
                                 TOKENMINT_ERR_UNSUPPORTED_VERSION);
  FAIL_UNLESS("parse a 006", info.salt == 0 && info.content == NULL);
  FAIL_UNLESS("parse a 006", info.struct_size == sizeof info);
  FAIL_UNLESS("info NULL", tokenmint_agora_parse(TOKEN, 3, workspace,
                                                 sizeof workspace, NULL) ==
                               TOKENMINT_ERR_NULL_POINTER);
  info.struct_size = 1;
  FAIL_UNLESS("info of no size",
              tokenmint_agora_parse(TOKEN, 3, workspace, sizeof workspace,
                                    &info) == TOKENMINT_ERR_BAD_STRUCT_SIZE);
  info.struct_size = sizeof info;
  FAIL_UNLESS("a token that was not read",
              tokenmint_agora_verify(&info, CERTIFICATE, 32) ==
                  TOKENMINT_ERR_TRUNCATED);
  peeked.issued_at = 1000;
  peeked.expires_at = 4600;
  FAIL_UNLESS("renew", tokenmint_agora_should_renew(&peeked, 4239, &answer) ==
                               TOKENMINT_OK &&
                           !answer);
  FAIL_UNLESS("renew", tokenmint_agora_should_renew(&peeked, 4240, &answer) ==
                               TOKENMINT_OK &&
                           answer);
  FAIL_UNLESS("expired", tokenmint_agora_has_expired(&peeked, 4600, &answer) ==
                                 TOKENMINT_OK &&
                             answer);
  FAIL_UNLESS("answer NULL", tokenmint_agora_should_renew(&peeked, 1, NULL) ==
                                 TOKENMINT_ERR_NULL_POINTER);
}

void run_faults(void) {
  FAIL_UNLESS("version", tokenmint_version() == TOKENMINT_VERSION);
  FAIL_UNLESS("status name", strcmp(tokenmint_status_name(TOKENMINT_ERR_EXPIRED),
                                    "TOKENMINT_ERR_EXPIRED") == 0);
  FAIL_UNLESS("status name", strcmp(tokenmint_status_name(-12345),
                                    "TOKENMINT_ERR_UNKNOWN") == 0);
  inputs();
  outputs();
  structs();
}
