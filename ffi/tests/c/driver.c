/* Runs the generated cases, then the faults. Exit code 0 when all hold. */

#include "driver.h"

#ifdef TOKENMINT_PSA
#include <psa/crypto.h>
#endif

#ifdef __cplusplus
#include <string>

#include "tokenmint.hpp"
#endif

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

void fail(const char *id, const char *file, int line, const char *what) {
  (void)fprintf(stderr, "%s: %s:%d: %s\n", id, file, line, what);
  ++failures;
}

int same(const void *a, size_t a_len, const void *b, size_t b_len) {
  return a_len == b_len && (a_len == 0 || memcmp(a, b, a_len) == 0);
}

static int all_are(const char *bytes, size_t len, char value) {
  size_t at;
  for (at = 0; at < len; ++at) {
    if (bytes[at] != value) {
      return 0;
    }
  }
  return 1;
}

enum { EDGE = 16 };
static const char CANARY = 0x45;

/* Calls with `cap` bytes between canaries; the caller frees. */
static char *call_once(const text_case *it, size_t cap, int32_t *status,
                       size_t *len) {
  char *memory = (char *)malloc(cap + 2 * EDGE);
  if (memory == NULL) {
    abort();
  }
  (void)memset(memory, CANARY, cap + 2 * EDGE);
  *len = SIZE_MAX;
  *status = it->call(memory + EDGE, cap, len);
  FAIL_UNLESS(it->id, all_are(memory, EDGE, CANARY));
  FAIL_UNLESS(it->id, all_are(memory + EDGE + cap, EDGE, CANARY));
  return memory;
}

static void run_refusal(const text_case *it) {
  static const size_t caps[] = {0, 1, 4096};
  size_t at;
  for (at = 0; at < sizeof caps / sizeof caps[0]; ++at) {
    size_t len;
    int32_t status;
    char *memory = call_once(it, caps[at], &status, &len);
    FAIL_UNLESS(it->id, status == it->status);
    FAIL_UNLESS(it->id, len == 0);
    FAIL_UNLESS(it->id, all_are(memory + EDGE, caps[at], 0));
    free(memory);
  }
}

static void run_text(const text_case *it) {
  size_t needed = 0;
  size_t extra;
  if (it->status != TOKENMINT_OK) {
    run_refusal(it);
    return;
  }
  FAIL_UNLESS(it->id,
              it->call(NULL, 0, &needed) == TOKENMINT_ERR_BUFFER_TOO_SMALL);
  for (extra = 0; extra <= 33; extra += 33) {
    size_t len;
    size_t again;
    int32_t status;
    char *memory = call_once(it, needed + extra, &status, &len);
    const char *out = memory + EDGE;
    FAIL_UNLESS(it->id, status == TOKENMINT_OK);
    FAIL_UNLESS(it->id, len < needed + extra);
    FAIL_UNLESS(it->id, all_are(out + len, needed + extra - len, 0));
    if (it->text != NULL) {
      FAIL_UNLESS(it->id, same(out, len, it->text, it->text_len));
    }
    if (it->content != NULL) {
      const tokenmint_agora_token *token =
          read_007(it->id, out, len, TOKENMINT_OK);
      FAIL_UNLESS(it->id, same(token->content, token->content_len, it->content,
                               it->content_len));
    }
    free(memory);
    /* Without room for the NUL it is too small. */
    memory = call_once(it, len, &status, &again);
    FAIL_UNLESS(it->id, status == TOKENMINT_ERR_BUFFER_TOO_SMALL);
    FAIL_UNLESS(it->id, again == needed);
    FAIL_UNLESS(it->id, all_are(memory + EDGE, len, 0));
    free(memory);
  }
}

/* A workspace that fits the largest token, exact to the byte for the tools
 * that watch memory. */
static uint8_t *workspace = NULL;
static uint8_t *workspace_of(size_t len) {
  free(workspace);
  workspace = (uint8_t *)malloc(len == 0 ? 1 : len);
  if (workspace == NULL) {
    abort();
  }
  return workspace;
}

const tokenmint_agora_token *read_007(const char *id, const char *token,
                                      size_t token_len, int32_t status) {
  static tokenmint_agora_token info;
  const tokenmint_agora_token begin = TOKENMINT_AGORA_TOKEN_INIT;
  const size_t cap = tokenmint_agora_workspace_len(token_len);
  info = begin;
  FAIL_UNLESS(id, tokenmint_agora_parse(token, token_len, workspace_of(cap),
                                        cap, &info) == status);
  return &info;
}

void expect_service(const char *id, const tokenmint_agora_token *token,
                    size_t index, unsigned type, int has_channel,
                    const char *channel, size_t channel_len, int has_user,
                    const char *user, size_t user_len, size_t privileges) {
  tokenmint_agora_service_info info = TOKENMINT_AGORA_SERVICE_INFO_INIT;
  FAIL_UNLESS(id, tokenmint_agora_token_service(token, index, &info) ==
                      TOKENMINT_OK);
  FAIL_UNLESS(id, info.service_type == type);
  FAIL_UNLESS(id, (info.channel != NULL) == (has_channel != 0));
  FAIL_UNLESS(id, same(info.channel, info.channel_len, channel, channel_len));
  FAIL_UNLESS(id, (info.user != NULL) == (has_user != 0));
  FAIL_UNLESS(id, same(info.user, info.user_len, user, user_len));
  FAIL_UNLESS(id, info.privileges_count == privileges);
}

void expect_privilege(const char *id, const tokenmint_agora_token *token,
                      size_t service, size_t index, unsigned privilege,
                      uint32_t expire) {
  tokenmint_agora_privilege found = {0, 0, 0};
  FAIL_UNLESS(id, tokenmint_agora_token_privilege(token, service, index,
                                                  &found) == TOKENMINT_OK);
  FAIL_UNLESS(id, found.privilege == privilege && found.expire == expire);
}

void expect_permission(const char *id, const tokenmint_agora_token *token,
                       size_t service, size_t index, unsigned resource_type,
                       unsigned permission_type, size_t resources) {
  tokenmint_agora_permission found = {NULL, 0, 0, 0};
  FAIL_UNLESS(id, tokenmint_agora_token_permission(token, service, index,
                                                   &found) == TOKENMINT_OK);
  FAIL_UNLESS(id, found.resource_type == resource_type);
  FAIL_UNLESS(id, found.permission_type == permission_type);
  FAIL_UNLESS(id, found.resources_count == resources);
}

void expect_resource(const char *id, const tokenmint_agora_token *token,
                     size_t service, size_t permission, size_t index,
                     const char *name, size_t name_len) {
  tokenmint_text found = {NULL, 0};
  FAIL_UNLESS(id, tokenmint_agora_token_resource(token, service, permission,
                                                 index, &found) ==
                      TOKENMINT_OK);
  FAIL_UNLESS(id, same(found.data, found.len, name, name_len));
}

static const char WRONG_CERTIFICATE[] = "00000000000000000000000000000000";

void question_007(const char *id, const char *token, size_t token_len,
                  const char *certificate, size_t certificate_len) {
  const size_t cap = tokenmint_agora_workspace_len(token_len);
  uint8_t *own = (uint8_t *)malloc(cap);
  const tokenmint_agora_token *read =
      read_007(id, token, token_len, TOKENMINT_OK);
  tokenmint_agora_expected expected = TOKENMINT_AGORA_EXPECTED_INIT;
  tokenmint_agora_report report = TOKENMINT_AGORA_REPORT_INIT;
  tokenmint_agora_peeked peeked = TOKENMINT_AGORA_PEEKED_INIT;
  tokenmint_agora_warning warning = TOKENMINT_AGORA_WARNING_INIT;
  int32_t status;
  size_t at;
  if (own == NULL) {
    abort();
  }
  expected.certificate = certificate;
  expected.certificate_len = certificate_len;
  expected.app_id = read->app_id;
  expected.app_id_len = read->app_id_len;
  FAIL_UNLESS(id, tokenmint_agora_check(read, &expected, &report) ==
                      TOKENMINT_OK);
  FAIL_UNLESS(id, report.signature == TOKENMINT_OK);
  FAIL_UNLESS(id, report.app_id == TOKENMINT_OK);
  FAIL_UNLESS(id, report.time == TOKENMINT_AGORA_NOT_ASKED);
  FAIL_UNLESS(id, report.channel == TOKENMINT_AGORA_NOT_ASKED);
  FAIL_UNLESS(id, report.user == TOKENMINT_AGORA_NOT_ASKED);
  FAIL_UNLESS(id, report.privilege == TOKENMINT_AGORA_NOT_ASKED);

  expected.certificate = WRONG_CERTIFICATE;
  expected.certificate_len = 32;
  expected.now = (uint32_t)read->expires_at;
  FAIL_UNLESS(id, tokenmint_agora_check(read, &expected, &report) ==
                      TOKENMINT_ERR_BAD_SIGNATURE);
  FAIL_UNLESS(id, report.signature == TOKENMINT_ERR_BAD_SIGNATURE);
  FAIL_UNLESS(id, read->expires_at > UINT32_MAX ||
                      report.time == TOKENMINT_ERR_EXPIRED);

  FAIL_UNLESS(id, tokenmint_agora_peek(token, token_len, own, cap, &peeked) ==
                      TOKENMINT_OK);
  FAIL_UNLESS(id, same(peeked.app_id, peeked.app_id_len, read->app_id,
                       read->app_id_len));
  FAIL_UNLESS(id, peeked.issued_at == read->issued_at);
  FAIL_UNLESS(id, peeked.expires_at <= read->expires_at);

  status = TOKENMINT_OK;
  for (at = 0; at < 100 && status == TOKENMINT_OK; ++at) {
    status = tokenmint_agora_token_warning(read, 0, at, &warning);
    FAIL_UNLESS(id, status != TOKENMINT_OK || warning.name_len > 0);
  }
  FAIL_UNLESS(id, status == TOKENMINT_ERR_NOT_FOUND);
  free(own);
}

void expect_006(const char *id, const char *token, size_t token_len,
                const char *certificate, size_t certificate_len,
                const char *channel, size_t channel_len, const char *account,
                size_t account_len, const uint8_t *content,
                size_t content_len, const tokenmint_agora_privilege *privileges,
                size_t privileges_count) {
  tokenmint_agora_v006_token info = TOKENMINT_AGORA_V006_TOKEN_INIT;
  tokenmint_agora_expected expected = TOKENMINT_AGORA_EXPECTED_INIT;
  tokenmint_agora_report report = TOKENMINT_AGORA_REPORT_INIT;
  tokenmint_agora_warning warning = TOKENMINT_AGORA_WARNING_INIT;
  int32_t status = TOKENMINT_OK;
  int32_t known;
  int is_rtm = account_len == 0 && privileges_count > 0;
  size_t at;
  FAIL_UNLESS(id, tokenmint_agora_v006_parse(token, token_len,
                                             workspace_of(token_len),
                                             token_len, &info) == TOKENMINT_OK);
  FAIL_UNLESS(id, same(info.content, info.content_len, content, content_len));
  FAIL_UNLESS(id, tokenmint_agora_v006_verify(&info, certificate,
                                              certificate_len, channel,
                                              channel_len, account,
                                              account_len) == TOKENMINT_OK);
  FAIL_UNLESS(id, info.privileges_count == privileges_count);
  for (at = 0; at < privileges_count; ++at) {
    tokenmint_agora_privilege found = {0, 0, 0};
    FAIL_UNLESS(id, tokenmint_agora_v006_token_privilege(&info, at, &found) ==
                        TOKENMINT_OK);
    FAIL_UNLESS(id, found.privilege == privileges[at].privilege &&
                        found.expire == privileges[at].expire);
  }
  expected.certificate = certificate;
  expected.certificate_len = certificate_len;
  for (at = 0; at < privileges_count; ++at) {
    is_rtm = is_rtm && privileges[at].privilege == 1000;
  }
  /* A token for RTM has its user where others have the channel. */
  if (is_rtm) {
    expected.user = channel;
    expected.user_len = channel_len;
  } else {
    expected.channel = channel;
    expected.channel_len = channel_len;
    expected.user = account;
    expected.user_len = account_len;
  }
  expected.wanted = TOKENMINT_AGORA_WANT_NOTHING;
  /* The signature is over both names: without one it cannot be told. An empty
   * account is known. */
  known = channel != NULL ? TOKENMINT_OK : TOKENMINT_ERR_UNDECIDED;
  FAIL_UNLESS(id, tokenmint_agora_v006_check(&info, &expected, &report) ==
                      known);
  FAIL_UNLESS(id, report.signature == known);
  for (at = 0; at < 100 && status == TOKENMINT_OK; ++at) {
    status = tokenmint_agora_v006_token_warning(&info, 0, at, &warning);
    FAIL_UNLESS(id, status != TOKENMINT_OK || warning.name_len > 0);
  }
  FAIL_UNLESS(id, status == TOKENMINT_ERR_NOT_FOUND);
}

#ifdef __cplusplus
/* The classes answer as the functions do. */
static int32_t ask_class(const char *token, size_t token_len,
                         const tokenmint_agora_expected *expected) {
  const std::string text(token, token_len);
  if (text.compare(0, 3, "006") == 0) {
    const tokenmint::result<tokenmint::agora::v006_token> read =
        tokenmint::agora::v006_token::parse(text);
    return read ? read->check(*expected).status() : read.status();
  }
  const tokenmint::result<tokenmint::agora::token> read =
      tokenmint::agora::token::parse(text);
  return read ? read->check(*expected).status() : read.status();
}
#endif

void ask_agora(const char *id, const char *token, size_t token_len,
               const char *certificate, size_t certificate_len,
               const char *app_id, size_t app_id_len, const char *channel,
               size_t channel_len, const char *user, size_t user_len,
               uint32_t user_kind, uint32_t uid, uint32_t now,
               unsigned service_type, unsigned privilege, uint32_t wanted,
               int32_t status) {
  const size_t cap = tokenmint_agora_workspace_len(token_len);
  uint8_t *memory = workspace_of(cap);
  tokenmint_agora_expected expected = TOKENMINT_AGORA_EXPECTED_INIT;
  tokenmint_agora_report report = TOKENMINT_AGORA_REPORT_INIT;
  int32_t found;
  expected.certificate = certificate;
  expected.certificate_len = certificate_len;
  expected.app_id = app_id;
  expected.app_id_len = app_id_len;
  expected.channel = channel;
  expected.channel_len = channel_len;
  expected.user = user;
  expected.user_len = user_len;
  expected.user_kind = user_kind;
  expected.uid = uid;
  expected.now = now;
  expected.service_type = (uint16_t)service_type;
  expected.privilege = (uint16_t)privilege;
  expected.wanted = wanted;
  if (token_len >= 3 && memcmp(token, "006", 3) == 0) {
    tokenmint_agora_v006_token info = TOKENMINT_AGORA_V006_TOKEN_INIT;
    found = tokenmint_agora_v006_parse(token, token_len, memory, cap, &info);
    if (found == TOKENMINT_OK) {
      found = tokenmint_agora_v006_check(&info, &expected, &report);
    }
  } else {
    tokenmint_agora_token info = TOKENMINT_AGORA_TOKEN_INIT;
    found = tokenmint_agora_parse(token, token_len, memory, cap, &info);
    if (found == TOKENMINT_OK) {
      found = tokenmint_agora_check(&info, &expected, &report);
    }
  }
  FAIL_UNLESS(id, found == status);
#ifdef __cplusplus
  FAIL_UNLESS(id, ask_class(token, token_len, &expected) == status);
#endif
}

void refuse_006(const char *id, const char *token, size_t token_len,
                int32_t status) {
  tokenmint_agora_v006_token info = TOKENMINT_AGORA_V006_TOKEN_INIT;
  FAIL_UNLESS(id, tokenmint_agora_v006_parse(token, token_len,
                                             workspace_of(token_len),
                                             token_len, &info) == status);
  FAIL_UNLESS(id, info.content == NULL && info.app_id == NULL);
}

/* The clear part of a token04 says the same end; a token03 has none. */
static void peek_zego(const char *id, const char *token, size_t token_len,
                      int64_t expires_at) {
  tokenmint_zego_claims info = TOKENMINT_ZEGO_CLAIMS_INIT;
  const size_t cap = tokenmint_zego_workspace_len(token_len);
  uint8_t *own = (uint8_t *)malloc(cap == 0 ? 1 : cap);
  if (own == NULL) {
    abort();
  }
  FAIL_UNLESS(id, tokenmint_zego_peek(token, token_len, own, cap, &info) ==
                      TOKENMINT_OK);
  FAIL_UNLESS(id, info.version == 3 || info.expires_at == expires_at);
  free(own);
}

void expect_zego(const char *id, const char *token, size_t token_len,
                 const char *secret, size_t secret_len, const char *room,
                 size_t room_len, const char *user, size_t user_len,
                 const char *payload, size_t payload_len, uint32_t app_id,
                 int64_t now, int32_t status) {
  tokenmint_zego_expected expected = TOKENMINT_ZEGO_EXPECTED_INIT;
  tokenmint_zego_claims info = TOKENMINT_ZEGO_CLAIMS_INIT;
  const size_t cap = tokenmint_zego_workspace_len(token_len);
  expected.room_id = room;
  expected.room_id_len = room_len;
  expected.user_id = user;
  expected.user_id_len = user_len;
  expected.app_id = app_id;
  expected.now = now;
  expected.wanted = TOKENMINT_ZEGO_WANT_NOTHING;
  FAIL_UNLESS(id, tokenmint_zego_open(token, token_len, secret, secret_len,
                                      &expected, workspace_of(cap), cap,
                                      &info) == status);
  if (status == TOKENMINT_OK) {
    FAIL_UNLESS(id, same(info.room_id, info.room_id_len, room, room_len));
    FAIL_UNLESS(id, same(info.user_id, info.user_id_len, user, user_len));
    FAIL_UNLESS(id, same(info.payload, info.payload_len, payload, payload_len));
    FAIL_UNLESS(id, info.app_id == (int64_t)app_id);
    peek_zego(id, token, token_len, info.expires_at);
  } else {
    FAIL_UNLESS(id, info.user_id == NULL && info.app_id == 0);
  }
}

void ask_zego(const char *id, const char *token, size_t token_len,
              const char *secret, size_t secret_len, const char *room,
              size_t room_len, const char *user, size_t user_len,
              uint32_t app_id, int64_t now, uint32_t wanted, int32_t status) {
  tokenmint_zego_expected expected = TOKENMINT_ZEGO_EXPECTED_INIT;
  tokenmint_zego_claims info = TOKENMINT_ZEGO_CLAIMS_INIT;
  const size_t cap = tokenmint_zego_workspace_len(token_len);
  expected.room_id = room;
  expected.room_id_len = room_len;
  expected.user_id = user;
  expected.user_id_len = user_len;
  expected.app_id = app_id;
  expected.now = now;
  expected.wanted = wanted;
  FAIL_UNLESS(id, tokenmint_zego_open(token, token_len, secret, secret_len,
                                      &expected, workspace_of(cap), cap,
                                      &info) == status);
#ifdef __cplusplus
  FAIL_UNLESS(id, tokenmint::zego::claims::open(
                      std::string(token, token_len),
                      std::string(secret, secret_len), expected)
                          .status() == status);
#endif
}

void open_zego(const char *id, const char *token, size_t token_len,
               const char *secret, size_t secret_len, int32_t status) {
  tokenmint_zego_claims info = TOKENMINT_ZEGO_CLAIMS_INIT;
  const size_t cap = tokenmint_zego_workspace_len(token_len);
  FAIL_UNLESS(id, tokenmint_zego_open(token, token_len, secret, secret_len,
                                      NULL, workspace_of(cap), cap,
                                      &info) == status);
}

int32_t element_sign(void *context, const uint8_t *digest, uint8_t *signature) {
  const element *it = (const element *)context;
  if (memcmp(digest, it->digest, TOKENMINT_ATH_KEY_LEN) != 0) {
    return -1;
  }
  (void)memcpy(signature, it->signature, TOKENMINT_ATH_SIGNATURE_LEN);
  return TOKENMINT_OK;
}

void expect_ath(const char *id, const char *token, size_t token_len,
                const uint8_t *key, size_t key_len, const char *audience,
                size_t audience_len, const char *subject, size_t subject_len,
                uint64_t now, int32_t status) {
  tokenmint_ath_expected expected = TOKENMINT_ATH_EXPECTED_INIT;
  tokenmint_ath_claims claims = TOKENMINT_ATH_CLAIMS_INIT;
  const size_t cap = tokenmint_ath_workspace_len(token_len);
  expected.audience = audience;
  expected.audience_len = audience_len;
  expected.subject = subject;
  expected.subject_len = subject_len;
  expected.now = now;
  FAIL_UNLESS(id, tokenmint_ath_check(token, token_len, key, key_len,
                                       &expected, workspace_of(cap), cap,
                                       &claims) == status);
  if (status == TOKENMINT_OK) {
    FAIL_UNLESS(id, same(claims.subject, claims.subject_len, subject,
                         subject_len));
  } else {
    FAIL_UNLESS(id, claims.subject == NULL && claims.token_id == NULL);
  }
}

void inspect_ath(const char *id, const char *token, size_t token_len,
                 int32_t status) {
  tokenmint_ath_claims claims = TOKENMINT_ATH_CLAIMS_INIT;
  const size_t cap = tokenmint_ath_workspace_len(token_len);
  FAIL_UNLESS(id, tokenmint_ath_inspect(token, token_len, workspace_of(cap),
                                        cap, &claims) == status);
}

int main(void) {
  size_t at;
#ifdef TOKENMINT_PSA
  if (psa_crypto_init() != PSA_SUCCESS) {
    return 1;
  }
#endif
  for (at = 0; at < text_cases_count; ++at) {
    run_text(&text_cases[at]);
  }
  for (at = 0; at < check_cases_count; ++at) {
    check_cases[at].check(check_cases[at].id);
  }
  run_values();
  run_faults();
  run_device();
  free(workspace);
  if (failures != 0) {
    (void)fprintf(stderr, "%d failures\n", failures);
    return 1;
  }
  (void)printf("%lu texts written, %lu checks made, faults refused\n",
               (unsigned long)text_cases_count,
               (unsigned long)check_cases_count);
  return 0;
}
