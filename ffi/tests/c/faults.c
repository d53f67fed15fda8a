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
  char out[TOKENMINT_AGORA_RTC_CAPACITY];
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

/* Faults of a platform's HMAC. */
static int32_t failing_hmac(void *context, const uint8_t *key, size_t key_len,
                            const tokenmint_bytes *parts, size_t parts_count,
                            uint8_t *mac, size_t mac_cap, size_t *mac_len) {
  (void)context;
  (void)key;
  (void)key_len;
  (void)parts;
  (void)parts_count;
  (void)memset(mac, 0x5a, mac_cap);
  *mac_len = mac_cap;
  return -1;
}

static int32_t short_hmac(void *context, const uint8_t *key, size_t key_len,
                          const tokenmint_bytes *parts, size_t parts_count,
                          uint8_t *mac, size_t mac_cap, size_t *mac_len) {
  (void)context;
  (void)key;
  (void)key_len;
  (void)parts;
  (void)parts_count;
  (void)memset(mac, 0x5a, mac_cap);
  *mac_len = mac_cap - 1;
  return TOKENMINT_OK;
}

static int32_t idle_hmac(void *context, const uint8_t *key, size_t key_len,
                         const tokenmint_bytes *parts, size_t parts_count,
                         uint8_t *mac, size_t mac_cap, size_t *mac_len) {
  (void)context;
  (void)key;
  (void)key_len;
  (void)parts;
  (void)parts_count;
  (void)mac;
  *mac_len = mac_cap;
  return TOKENMINT_OK;
}

/* Works until it has been called as often as `context` says. */
static int32_t tiring_hmac(void *context, const uint8_t *key, size_t key_len,
                           const tokenmint_bytes *parts, size_t parts_count,
                           uint8_t *mac, size_t mac_cap, size_t *mac_len) {
  int *left = (int *)context;
  if (*left == 0) {
    return TOKENMINT_ERR_CRYPTO_FAILED;
  }
  --*left;
  return tokenmint_hmac_sha256(NULL, key, key_len, parts, parts_count, mac,
                               mac_cap, mac_len);
}

/* A platform that holds the certificate as a key. */
static int32_t holding_hmac(void *context, const uint8_t *key, size_t key_len,
                            const tokenmint_bytes *parts, size_t parts_count,
                            uint8_t *mac, size_t mac_cap, size_t *mac_len) {
  (void)key;
  if (key_len != 0) {
    return TOKENMINT_ERR_CRYPTO_FAILED;
  }
  return tokenmint_hmac_sha256(NULL, (const uint8_t *)context, 32, parts,
                               parts_count, mac, mac_cap, mac_len);
}

static int32_t mint_006(const tokenmint_agora_issuer *issuer, char *out,
                        size_t cap, size_t *len) {
  return tokenmint_agora_v006_rtc_build_token_with_uid(
      issuer, "lobby", 5, 7, TOKENMINT_AGORA_ROLE_PUBLISHER, 1700003600u,
      1700003600u, out, cap, len);
}

static void platform_hmac(void) {
  const uint32_t publisher = TOKENMINT_AGORA_ROLE_PUBLISHER;
  static const tokenmint_hmac faulty[] = {failing_hmac, short_hmac, idle_hmac};
  tokenmint_agora_issuer issuer = issuer_of();
  char out[TOKENMINT_AGORA_RTC_CAPACITY];
  char own[TOKENMINT_AGORA_RTC_CAPACITY];
  uint8_t workspace[TOKENMINT_AGORA_RTC_CAPACITY];
  size_t len = 0;
  size_t own_len = 0;
  size_t at;
  int calls;

  issuer.hmac_sha256 = NULL;
  refused("no HMAC", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_NULL_POINTER);
  for (at = 0; at < sizeof faulty / sizeof faulty[0]; ++at) {
    issuer.hmac_sha256 = faulty[at];
    refused("faulty HMAC", &issuer, "lobby", 5, publisher,
            TOKENMINT_ERR_CRYPTO_FAILED);
    (void)memset(out, 'x', sizeof out);
    FAIL_UNLESS("faulty HMAC, 006", mint_006(&issuer, out, sizeof out, &len) ==
                                        TOKENMINT_ERR_CRYPTO_FAILED);
    FAIL_UNLESS("faulty HMAC, 006", len == 0 && wiped(out, sizeof out));
    (void)memset(out, 'x', sizeof out);
    FAIL_UNLESS("faulty HMAC, time key",
                tokenmint_agora_time_key(&issuer, (uint8_t *)out, sizeof out,
                                         &len) == TOKENMINT_ERR_CRYPTO_FAILED);
    FAIL_UNLESS("faulty HMAC, time key", len == 0 && wiped(out, sizeof out));
  }
  issuer.hmac_sha256 = tiring_hmac;
  issuer.hmac_context = &calls;
  for (at = 0; at < 3; ++at) {
    calls = (int)at;
    refused("HMAC that fails in between", &issuer, "lobby", 5, publisher,
            TOKENMINT_ERR_CRYPTO_FAILED);
  }
  calls = 3;
  FAIL_UNLESS("own HMAC, in the third call",
              mint(&issuer, "lobby", 5, publisher, out, sizeof out, &len) ==
                  TOKENMINT_OK);

  /* What a check is told when HMAC fails is no yes. */
  {
    tokenmint_agora_token token = TOKENMINT_AGORA_TOKEN_INIT;
    tokenmint_agora_expected expected = TOKENMINT_AGORA_EXPECTED_INIT;
    tokenmint_agora_report report = TOKENMINT_AGORA_REPORT_INIT;
    expected.certificate = CERTIFICATE;
    expected.certificate_len = 32;
    FAIL_UNLESS("parse", tokenmint_agora_parse(out, len, workspace,
                                               sizeof workspace, &token) ==
                             TOKENMINT_OK);
    FAIL_UNLESS("check", tokenmint_agora_check(&token, &expected, &report) ==
                             TOKENMINT_OK);
    for (at = 0; at < sizeof faulty / sizeof faulty[0]; ++at) {
      expected.hmac_sha256 = faulty[at];
      FAIL_UNLESS("check by a faulty HMAC",
                  tokenmint_agora_check(&token, &expected, &report) ==
                      TOKENMINT_ERR_CRYPTO_FAILED);
      FAIL_UNLESS("check by a faulty HMAC",
                  report.signature == TOKENMINT_ERR_CRYPTO_FAILED);
    }
    expected.hmac_sha256 = NULL;
    FAIL_UNLESS("check without HMAC",
                tokenmint_agora_check(&token, &expected, &report) ==
                    TOKENMINT_ERR_NULL_POINTER);
  }

  /* The platform's key gives the token of the certificate, in 006 alone. */
  issuer = issuer_of();
  FAIL_UNLESS("006", mint_006(&issuer, own, sizeof own, &own_len) ==
                         TOKENMINT_OK);
  issuer.certificate = NULL;
  issuer.certificate_len = 0;
  FAIL_UNLESS("006 by our own code, without a certificate",
              mint_006(&issuer, out, sizeof out, &len) ==
                  TOKENMINT_ERR_BAD_CERTIFICATE);
  issuer.hmac_context = &calls;
  FAIL_UNLESS("006 by our own code, which holds no certificate",
              mint_006(&issuer, out, sizeof out, &len) ==
                  TOKENMINT_ERR_CRYPTO_FAILED);
  issuer.hmac_sha256 = holding_hmac;
  {
    char held[33];
    (void)memcpy(held, CERTIFICATE, sizeof held);
    issuer.hmac_context = held;
    FAIL_UNLESS("006 by a key of the platform",
                mint_006(&issuer, out, sizeof out, &len) == TOKENMINT_OK);
    FAIL_UNLESS("006 by a key of the platform", same(out, len, own, own_len));
    refused("007 by a key of the platform", &issuer, "lobby", 5, publisher,
            TOKENMINT_ERR_BAD_CERTIFICATE);
  }
}

static void time_keys(void) {
  const uint32_t publisher = TOKENMINT_AGORA_ROLE_PUBLISHER;
  static const uint8_t zeros[TOKENMINT_AGORA_TIME_KEY_LEN] = {0};
  tokenmint_agora_issuer issuer = issuer_of();
  uint8_t key[TOKENMINT_AGORA_TIME_KEY_LEN];
  char own[TOKENMINT_AGORA_RTC_CAPACITY];
  char out[TOKENMINT_AGORA_RTC_CAPACITY];
  uint8_t workspace[TOKENMINT_AGORA_RTC_CAPACITY];
  tokenmint_agora_token token = TOKENMINT_AGORA_TOKEN_INIT;
  size_t len = 0;
  size_t own_len = 0;
  size_t key_len = 0;

  FAIL_UNLESS("certificate", mint(&issuer, "lobby", 5, publisher, own,
                                  sizeof own, &own_len) == TOKENMINT_OK);
  FAIL_UNLESS("time key, asked for its size",
              tokenmint_agora_time_key(&issuer, NULL, 0, &key_len) ==
                      TOKENMINT_ERR_BUFFER_TOO_SMALL &&
                  key_len == sizeof key);
  FAIL_UNLESS("time key", tokenmint_agora_time_key(&issuer, key, sizeof key,
                                                   &key_len) == TOKENMINT_OK);
  issuer.time_key = key;
  issuer.time_key_len = sizeof key;
  refused("certificate and time key", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_DUPLICATE);
  issuer.certificate = NULL;
  issuer.certificate_len = 0;
  FAIL_UNLESS("time key", mint(&issuer, "lobby", 5, publisher, out, sizeof out,
                               &len) == TOKENMINT_OK);
  FAIL_UNLESS("time key", same(out, len, own, own_len));
  FAIL_UNLESS("time key of a time key",
              tokenmint_agora_time_key(&issuer, (uint8_t *)out, sizeof out,
                                       &len) == TOKENMINT_ERR_BAD_CERTIFICATE);
  FAIL_UNLESS("006 by a time key", mint_006(&issuer, out, sizeof out, &len) ==
                                       TOKENMINT_ERR_BAD_CERTIFICATE);

  /* It is good for its own second alone. */
  ++issuer.issued_at;
  FAIL_UNLESS("time key, a second later",
              mint(&issuer, "lobby", 5, publisher, out, sizeof out, &len) ==
                  TOKENMINT_OK);
  FAIL_UNLESS("time key, a second later",
              tokenmint_agora_parse(out, len, workspace, sizeof workspace,
                                    &token) == TOKENMINT_OK);
  FAIL_UNLESS("time key, a second later",
              tokenmint_agora_verify(&token, CERTIFICATE, 32) ==
                  TOKENMINT_ERR_BAD_SIGNATURE);
  --issuer.issued_at;

  issuer.time_key_len = sizeof key - 1;
  refused("time key short", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_BAD_SECRET);
  issuer.time_key_len = sizeof zeros;
  issuer.time_key = zeros;
  refused("time key of zeros", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_BAD_SECRET);
  issuer.time_key = NULL;
  refused("time key NULL", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_NULL_POINTER);
  issuer.time_key_len = 0;
  refused("neither certificate nor time key", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_BAD_CERTIFICATE);
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
  issuer.certificate = APP_ID;
  refused("certificate is the app id", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_CERTIFICATE_IS_APP_ID);
  issuer = issuer_of();
  issuer.certificate_len = 31;
  refused("certificate short", &issuer, "lobby", 5, publisher,
          TOKENMINT_ERR_BAD_CERTIFICATE);
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
  char out[TOKENMINT_AGORA_RTC_CAPACITY];
  char before[TOKENMINT_AGORA_RTC_CAPACITY];
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

/* Memory that would be read and written at once. */
static void overlaps(void) {
  char token[600];
  size_t len = 0;
  uint8_t workspace[1024];
  tokenmint_agora_token info = TOKENMINT_AGORA_TOKEN_INIT;
  tokenmint_agora_issuer issuer = issuer_of();
  FAIL_UNLESS("a token", mint(&issuer, "lobby", 5, 1, token, sizeof token,
                              &len) == TOKENMINT_OK);
  FAIL_UNLESS("workspace over the token",
              tokenmint_agora_parse(token, len, (uint8_t *)token, sizeof token,
                                    &info) == TOKENMINT_ERR_OVERLAP);
  FAIL_UNLESS("workspace over the end of the token",
              tokenmint_agora_parse(token, len, (uint8_t *)token + len - 1,
                                    sizeof token - len + 1,
                                    &info) == TOKENMINT_ERR_OVERLAP);
  FAIL_UNLESS("info in the workspace",
              tokenmint_agora_parse(token, len, (uint8_t *)&info, sizeof info,
                                    &info) == TOKENMINT_ERR_OVERLAP);
  FAIL_UNLESS("out_len in out", mint(&issuer, "lobby", 5, 1, (char *)&len,
                                     sizeof len, &len) ==
                                    TOKENMINT_ERR_OVERLAP);
  FAIL_UNLESS("out over the issuer",
              mint(&issuer, "lobby", 5, 1, (char *)&issuer, sizeof issuer,
                   &len) == TOKENMINT_ERR_OVERLAP);
  FAIL_UNLESS("side by side",
              tokenmint_agora_parse(token, len, workspace, sizeof workspace,
                                    &info) == TOKENMINT_OK);
  FAIL_UNLESS("a workspace one byte too small",
              tokenmint_agora_parse(token, len, workspace, 1, &info) ==
                  TOKENMINT_ERR_BUFFER_TOO_SMALL);
}

/* Faults of a platform's cipher. */
static int32_t failing_cipher(void *context, const uint8_t *key, size_t key_len,
                              const uint8_t *iv, size_t iv_len, uint8_t *data,
                              size_t data_len) {
  (void)context;
  (void)key;
  (void)key_len;
  (void)iv;
  (void)iv_len;
  (void)memset(data, 0x5a, data_len);
  return -1;
}

static int32_t idle_cipher(void *context, const uint8_t *key, size_t key_len,
                           const uint8_t *iv, size_t iv_len, uint8_t *data,
                           size_t data_len) {
  (void)context;
  (void)key;
  (void)key_len;
  (void)iv;
  (void)iv_len;
  (void)data;
  (void)data_len;
  return TOKENMINT_OK;
}

static int32_t short_cipher(void *context, const uint8_t *key, size_t key_len,
                            const uint8_t *iv, size_t iv_len, uint8_t *data,
                            size_t data_len) {
  (void)context;
  (void)key;
  (void)key_len;
  (void)iv;
  (void)memset(data, 0x5a, data_len - 32);
  (void)memset(data + data_len - 16, 0x5a, iv_len == 12 ? 16 : 0);
  return TOKENMINT_OK;
}

/* All of the text, and no tag. */
static int32_t untagged_cipher(void *context, const uint8_t *key,
                               size_t key_len, const uint8_t *iv, size_t iv_len,
                               uint8_t *data, size_t data_len) {
  (void)context;
  (void)key;
  (void)key_len;
  (void)iv;
  (void)iv_len;
  (void)memset(data, 0x5a, data_len - 16);
  return TOKENMINT_OK;
}

static void zego_gcm(const tokenmint_zego_issuer *base) {
  static const tokenmint_cipher faulty[] = {failing_cipher, idle_cipher,
                                            short_cipher, untagged_cipher,
                                            tokenmint_aes256_cbc};
  tokenmint_zego_issuer issuer = *base;
  char out[TOKENMINT_ZEGO_TOKEN04_CAPACITY];
  uint8_t workspace[2 * TOKENMINT_ZEGO_TOKEN04_CAPACITY];
  tokenmint_zego_claims claims = TOKENMINT_ZEGO_CLAIMS_INIT;
  size_t len = 0;
  size_t token_len = 0;
  size_t at;
  issuer.iv_len = TOKENMINT_ZEGO_IV_LEN_GCM;
  for (at = 0; at < sizeof faulty / sizeof faulty[0]; ++at) {
    issuer.cipher = faulty[at];
    len = 99;
    (void)memset(out, 'x', sizeof out);
    FAIL_UNLESS("zego, faulty GCM",
                tokenmint_zego_generate_token04_gcm(&issuer, "demo", 4, 3600,
                                                    NULL, 0, out, sizeof out,
                                                    &len) ==
                    TOKENMINT_ERR_CRYPTO_FAILED);
    FAIL_UNLESS("zego, faulty GCM", len == 0 && wiped(out, sizeof out));
  }
  issuer.cipher = tokenmint_aes256_gcm;
  FAIL_UNLESS("zego, own GCM",
              tokenmint_zego_generate_token04_gcm(&issuer, "demo", 4, 3600,
                                                  NULL, 0, out, sizeof out,
                                                  &token_len) == TOKENMINT_OK);
  for (at = 0; at < 3; ++at) {
    FAIL_UNLESS("zego, opened by a faulty cipher",
                tokenmint_zego_open_with_cipher(
                    out, token_len, issuer.secret, issuer.secret_len,
                    faulty[at], NULL, NULL, workspace, sizeof workspace,
                    &claims) == TOKENMINT_ERR_DECRYPT_FAILED);
    FAIL_UNLESS("zego, opened by a faulty cipher", claims.user_id == NULL);
  }
}

static void zego(void) {
  static const uint8_t iv[TOKENMINT_ZEGO_IV_LEN_CBC] = {1};
  char out[TOKENMINT_ZEGO_TOKEN04_CAPACITY];
  size_t len = 99;
  tokenmint_zego_issuer issuer = TOKENMINT_ZEGO_ISSUER_INIT;
  issuer.secret = "fa94dd0f974cf2e293728a526b028271";
  issuer.secret_len = 32;
  issuer.iv = iv;
  issuer.iv_len = sizeof iv;
  issuer.nonce = 1;
  issuer.issued_at = 1700000000;
  issuer.app_id = 1;

#define ZEGO_REFUSES(id, status)                                           \
  do {                                                                     \
    len = 99;                                                              \
    (void)memset(out, 'x', sizeof out);                                    \
    FAIL_UNLESS(id, tokenmint_zego_generate_token04(                       \
                        &issuer, "demo", 4, 3600, NULL, 0, out,            \
                        sizeof out, &len) == (status));                    \
    FAIL_UNLESS(id, len == 0 && wiped(out, sizeof out));                   \
  } while (0)

  issuer.limits = 2;
  ZEGO_REFUSES("zego, unknown limits", TOKENMINT_ERR_UNKNOWN_VALUE);
  issuer.limits = TOKENMINT_ZEGO_LIMITS_DOCUMENTED;
  issuer.struct_size = 8;
  ZEGO_REFUSES("zego, struct_size", TOKENMINT_ERR_BAD_STRUCT_SIZE);
  issuer.struct_size = sizeof issuer;
  issuer.secret = NULL;
  ZEGO_REFUSES("zego, secret NULL", TOKENMINT_ERR_NULL_POINTER);
  issuer.secret = "fa94dd0f974cf2e293728a526b028271";
  issuer.secret_len = 31;
  ZEGO_REFUSES("zego, secret short", TOKENMINT_ERR_BAD_SECRET);
  issuer.secret_len = 32;
  issuer.secret_len = 0;
  ZEGO_REFUSES("zego, no secret", TOKENMINT_ERR_BAD_SECRET);
  issuer.cipher_context = &len;
  ZEGO_REFUSES("zego, own code has no key", TOKENMINT_ERR_CRYPTO_FAILED);
  issuer.cipher_context = NULL;
  issuer.secret_len = 32;
  issuer.cipher = NULL;
  ZEGO_REFUSES("zego, no cipher", TOKENMINT_ERR_NULL_POINTER);
  issuer.cipher = failing_cipher;
  ZEGO_REFUSES("zego, failing cipher", TOKENMINT_ERR_CRYPTO_FAILED);
  issuer.cipher = idle_cipher;
  ZEGO_REFUSES("zego, idle cipher", TOKENMINT_ERR_CRYPTO_FAILED);
  issuer.cipher = short_cipher;
  ZEGO_REFUSES("zego, cipher that ends early", TOKENMINT_ERR_CRYPTO_FAILED);
  issuer.cipher = tokenmint_aes256_gcm;
  ZEGO_REFUSES("zego, cipher of the other mode", TOKENMINT_ERR_CRYPTO_FAILED);
  zego_gcm(&issuer);
  issuer.cipher = tokenmint_aes256_cbc;
  issuer.iv_len = 0;
  ZEGO_REFUSES("zego, no iv", TOKENMINT_ERR_VALUE_OUT_OF_RANGE);
  issuer.iv_len = sizeof iv;
  FAIL_UNLESS("zego, sound", tokenmint_zego_generate_token04(
                                 &issuer, "demo", 4, 3600, NULL, 0, out,
                                 sizeof out, &len) == TOKENMINT_OK);
  FAIL_UNLESS("zego, short", tokenmint_zego_generate_token04(
                                 &issuer, "demo", 4, 3600, NULL, 0, out, 8,
                                 &len) == TOKENMINT_ERR_BUFFER_TOO_SMALL);
  FAIL_UNLESS("zego, short", len > 8 && wiped(out, 8));
}

static int32_t broken_element(void *context, const uint8_t *digest,
                              uint8_t *signature) {
  (void)context;
  (void)memcpy(signature, digest, TOKENMINT_ATH_KEY_LEN);
  return 5;
}

/* Faults of a platform's SHA-256, and of its check of signatures. */
static int32_t failing_hash(void *context, const uint8_t *message,
                            size_t message_len, uint8_t *digest,
                            size_t digest_cap, size_t *digest_len) {
  (void)context;
  (void)message;
  (void)message_len;
  (void)memset(digest, 0x5a, digest_cap);
  *digest_len = digest_cap;
  return -1;
}

static int32_t short_hash(void *context, const uint8_t *message,
                          size_t message_len, uint8_t *digest,
                          size_t digest_cap, size_t *digest_len) {
  (void)context;
  (void)message;
  (void)message_len;
  (void)memset(digest, 0x5a, digest_cap);
  *digest_len = 20;
  return TOKENMINT_OK;
}

static int32_t idle_hash(void *context, const uint8_t *message,
                         size_t message_len, uint8_t *digest,
                         size_t digest_cap, size_t *digest_len) {
  (void)context;
  (void)message;
  (void)message_len;
  (void)digest;
  *digest_len = digest_cap;
  return TOKENMINT_OK;
}

static int32_t failing_verifier(void *context, const uint8_t *public_key,
                                size_t public_key_len, const uint8_t *digest,
                                const uint8_t *signature) {
  (void)public_key;
  (void)public_key_len;
  (void)digest;
  (void)signature;
  return *(const int32_t *)context;
}

static int32_t sound_element(void *context, const uint8_t *digest,
                             uint8_t *signature) {
  (void)context;
  (void)memcpy(signature, digest, TOKENMINT_ATH_KEY_LEN);
  (void)memcpy(signature + TOKENMINT_ATH_KEY_LEN, digest,
               TOKENMINT_ATH_KEY_LEN);
  signature[0] = 1;
  signature[TOKENMINT_ATH_KEY_LEN] = 1;
  return TOKENMINT_OK;
}

static void ath_check(const tokenmint_ath_attestation *it, const char *token,
                      size_t token_len) {
  static const tokenmint_hash faulty[] = {failing_hash, short_hash, idle_hash};
  static const struct {
    int32_t says;
    int32_t status;
  } answers[] = {
      {TOKENMINT_OK, TOKENMINT_OK},
      {TOKENMINT_ERR_BAD_SIGNATURE, TOKENMINT_ERR_BAD_SIGNATURE},
      {TOKENMINT_ERR_BAD_KEY, TOKENMINT_ERR_BAD_KEY},
      {-1, TOKENMINT_ERR_CRYPTO_FAILED},
      {1, TOKENMINT_ERR_CRYPTO_FAILED},
  };
  static const uint8_t key[TOKENMINT_ATH_PUBLIC_KEY_LEN] = {4};
  uint8_t workspace[2 * TOKENMINT_ATH_ATTESTATION_CAPACITY];
  tokenmint_ath_expected expected = TOKENMINT_ATH_EXPECTED_INIT;
  tokenmint_ath_claims claims = TOKENMINT_ATH_CLAIMS_INIT;
  int32_t says;
  size_t at;
  expected.audience = it->audience;
  expected.audience_len = it->audience_len;
  expected.subject = it->agent_id;
  expected.subject_len = it->agent_id_len;
  expected.now = it->issued_at;
  expected.verifier = failing_verifier;
  expected.verifier_context = &says;

#define ATH_CHECKS(id, status)                                               \
  do {                                                                       \
    FAIL_UNLESS(id, tokenmint_ath_check(token, token_len, key, sizeof key,   \
                                        &expected, workspace,                \
                                        sizeof workspace, &claims) ==        \
                        (status));                                           \
    FAIL_UNLESS(id, (claims.subject != NULL) == ((status) == TOKENMINT_OK)); \
  } while (0)

  for (at = 0; at < sizeof answers / sizeof answers[0]; ++at) {
    says = answers[at].says;
    ATH_CHECKS("ath, verifier of the platform", answers[at].status);
  }
  says = TOKENMINT_OK;
  for (at = 0; at < sizeof faulty / sizeof faulty[0]; ++at) {
    expected.sha256 = faulty[at];
    ATH_CHECKS("ath, checked by a faulty hash", TOKENMINT_ERR_CRYPTO_FAILED);
  }
  expected.sha256 = NULL;
  ATH_CHECKS("ath, checked without a hash", TOKENMINT_ERR_NULL_POINTER);
  expected.sha256 = tokenmint_sha256;
  expected.verifier = NULL;
  ATH_CHECKS("ath, no verifier", TOKENMINT_ERR_NULL_POINTER);
  expected.verifier = tokenmint_es256_verify;
  ATH_CHECKS("ath, no point", TOKENMINT_ERR_BAD_KEY);
}

static void ath(void) {
  char out[TOKENMINT_ATH_ATTESTATION_CAPACITY];
  size_t len = 99;
  tokenmint_ath_attestation it = TOKENMINT_ATH_ATTESTATION_INIT;
  it.agent_id = "https://a.example/.well-known/agent.json";
  it.agent_id_len = strlen(it.agent_id);
  it.audience = "https://gateway.example";
  it.audience_len = strlen(it.audience);
  it.token_id = "id";
  it.token_id_len = 2;
  it.issued_at = 1720000000;

#define ATH_REFUSES(id, signer, status)                                    \
  do {                                                                     \
    len = 99;                                                              \
    (void)memset(out, 'x', sizeof out);                                    \
    FAIL_UNLESS(id, tokenmint_ath_attest_with_signer(                      \
                        &it, signer, NULL, out, sizeof out, &len) ==       \
                        (status));                                         \
    FAIL_UNLESS(id, len == 0 && wiped(out, sizeof out));                   \
  } while (0)

  ATH_REFUSES("ath, no signer", NULL, TOKENMINT_ERR_NULL_POINTER);
  ATH_REFUSES("ath, broken element", broken_element,
              TOKENMINT_ERR_SIGNER_FAILED);
  it.sha256 = NULL;
  ATH_REFUSES("ath, no hash", sound_element, TOKENMINT_ERR_NULL_POINTER);
  it.sha256 = failing_hash;
  ATH_REFUSES("ath, failing hash", sound_element, TOKENMINT_ERR_CRYPTO_FAILED);
  it.sha256 = short_hash;
  ATH_REFUSES("ath, short hash", sound_element, TOKENMINT_ERR_CRYPTO_FAILED);
  it.sha256 = idle_hash;
  ATH_REFUSES("ath, idle hash", sound_element, TOKENMINT_ERR_CRYPTO_FAILED);
  it.sha256 = tokenmint_sha256;
  FAIL_UNLESS("ath, sound element",
              tokenmint_ath_attest_with_signer(&it, sound_element, NULL, out,
                                               sizeof out, &len) ==
                  TOKENMINT_OK);
  ath_check(&it, out, len);
  it.audience_form = 9;
  ATH_REFUSES("ath, unknown audience", broken_element,
              TOKENMINT_ERR_UNKNOWN_VALUE);
  it.audience_form = TOKENMINT_ATH_AUDIENCE_EXACT;
  it.struct_size = 0;
  ATH_REFUSES("ath, struct_size", broken_element,
              TOKENMINT_ERR_BAD_STRUCT_SIZE);
}

static void authing(void) {
  tokenmint_authing_param param = {"a", 1, "b", 1, 0,
                                   TOKENMINT_AUTHING_TEXT, 0};
  char out[TOKENMINT_AUTHING_AUTHORIZATION_CAPACITY];
  size_t len = 99;
  tokenmint_authing_request it = TOKENMINT_AUTHING_REQUEST_INIT;
  it.method = "GET";
  it.method_len = 3;
  it.path = "/x";
  it.path_len = 2;
  it.params = &param;
  it.params_count = 1;

#define AUTHING_REFUSES(id, status)                                        \
  do {                                                                     \
    len = 99;                                                              \
    (void)memset(out, 'x', sizeof out);                                    \
    FAIL_UNLESS(id, tokenmint_authing_authorization(                       \
                        "ak", 2, "sk", 2, &it, out, sizeof out, &len) ==   \
                        (status));                                         \
    FAIL_UNLESS(id, len == 0 && wiped(out, sizeof out));                   \
  } while (0)

  {
    /* The signature of an event stream, as its base64 has it. */
    static const uint8_t mac[TOKENMINT_AUTHING_MAC_LEN] = {
        0x6f, 0x37, 0xe0, 0xf9, 0xd9, 0x4c, 0xbd, 0xa7, 0x8d, 0x9d,
        0xf5, 0xb8, 0xd0, 0xe6, 0x10, 0xed, 0xfd, 0x8a, 0x8f, 0x50};
    static const uint8_t zeros[TOKENMINT_AUTHING_MAC_LEN] = {0};
    FAIL_UNLESS("authing, by a mac",
                tokenmint_authing_authorization_of_mac(
                    "ak-000001", 9, mac, sizeof mac, out, sizeof out, &len) ==
                    TOKENMINT_OK);
    FAIL_UNLESS("authing, by a mac",
                same(out, len, "authing ak-000001:bzfg+dlMvaeNnfW40OYQ7f2Kj1A=",
                     46));
    FAIL_UNLESS("authing, by a short mac",
                tokenmint_authing_authorization_of_mac(
                    "ak-000001", 9, mac, 19, out, sizeof out, &len) ==
                    TOKENMINT_ERR_CRYPTO_FAILED);
    FAIL_UNLESS("authing, by a short mac", len == 0 && wiped(out, sizeof out));
    FAIL_UNLESS("authing, by no mac",
                tokenmint_authing_authorization_of_mac(
                    "ak-000001", 9, zeros, 20, out, sizeof out, &len) ==
                    TOKENMINT_ERR_CRYPTO_FAILED);
  }
  param.kind = 6;
  AUTHING_REFUSES("authing, unknown kind", TOKENMINT_ERR_UNKNOWN_VALUE);
  param.kind = TOKENMINT_AUTHING_TEXT;
  it.params_count = SIZE_MAX;
  AUTHING_REFUSES("authing, lying count", TOKENMINT_ERR_BAD_LENGTH);
  it.params_count = 1;
  it.params = NULL;
  AUTHING_REFUSES("authing, params NULL", TOKENMINT_ERR_NULL_POINTER);
  it.params = &param;
  it.struct_size += 1;
  AUTHING_REFUSES("authing, struct_size", TOKENMINT_ERR_BAD_STRUCT_SIZE);
}

void run_faults(void) {
  FAIL_UNLESS("version", tokenmint_version() == TOKENMINT_VERSION);
  FAIL_UNLESS("status name", strcmp(tokenmint_status_name(TOKENMINT_ERR_EXPIRED),
                                    "TOKENMINT_ERR_EXPIRED") == 0);
  FAIL_UNLESS("status name", strcmp(tokenmint_status_name(-12345),
                                    "TOKENMINT_ERR_UNKNOWN") == 0);
  inputs();
  platform_hmac();
  time_keys();
  outputs();
  structs();
  overlaps();
  zego();
  ath();
  authing();
}
