#include "tokens.h"

#include <string.h>

#include "tokenmint.h"

#define TEXT(literal) (literal), sizeof(literal) - 1

/* The results of reading a token point into it. */
static uint8_t workspace[TOKENS_MAX];

static tokenmint_agora_issuer agora_issuer(void) {
  tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
  issuer.app_id = "970CA35de60c44645bbae8a215061b33";
  issuer.app_id_len = 32;
  issuer.certificate = "5CFd2fd1755d40ecb72977518be15d3b";
  issuer.certificate_len = 32;
  issuer.issued_at = 1111111;
  issuer.salt = 1;
  return issuer;
}

/* Agora, AccessToken2: join and publish in one channel for ten minutes. */
static int32_t agora_007(char *out, size_t out_cap, size_t *out_len) {
  tokenmint_agora_issuer issuer = agora_issuer();
  return tokenmint_agora_rtc_build_token_with_uid(
      &issuer, TEXT("7d72365eb983485397e3e3f9d460bdda"), 2882341273u,
      TOKENMINT_AGORA_ROLE_PUBLISHER, 600, 600, out, out_cap, out_len);
}

/* Is it genuine, and may this user join this channel? */
static int32_t agora_007_check(const char *token, size_t token_len) {
  tokenmint_agora_issuer issuer = agora_issuer();
  tokenmint_agora_token read = TOKENMINT_AGORA_TOKEN_INIT;
  tokenmint_agora_expected expected = TOKENMINT_AGORA_EXPECTED_INIT;
  tokenmint_agora_report report = TOKENMINT_AGORA_REPORT_INIT;
  int32_t status = tokenmint_agora_parse(token, token_len, workspace,
                                         sizeof workspace, &read);
  if (status != TOKENMINT_OK) {
    return status;
  }
  expected.certificate = issuer.certificate;
  expected.certificate_len = issuer.certificate_len;
  expected.app_id = issuer.app_id;
  expected.app_id_len = issuer.app_id_len;
  expected.channel = "7d72365eb983485397e3e3f9d460bdda";
  expected.channel_len = 32;
  expected.user_kind = TOKENMINT_AGORA_USER_UID;
  expected.uid = 2882341273u;
  expected.now = issuer.issued_at + 60;
  return tokenmint_agora_check(&read, &expected, &report);
}

/* Agora, AccessToken for older deployments: deadlines are absolute. */
static int32_t agora_006(char *out, size_t out_cap, size_t *out_len) {
  tokenmint_agora_issuer issuer = agora_issuer();
  return tokenmint_agora_v006_rtc_build_token_with_uid(
      &issuer, TEXT("7d72365eb983485397e3e3f9d460bdda"), 2882341273u,
      TOKENMINT_AGORA_ROLE_PUBLISHER, 1446455471, 1111111, out, out_cap,
      out_len);
}

/* ZEGO, token04 with AES-256-CBC. */
static int32_t zego_cbc(char *out, size_t out_cap, size_t *out_len) {
  static const uint8_t iv[] = "36710664d61b9295";
  tokenmint_zego_issuer issuer = TOKENMINT_ZEGO_ISSUER_INIT;
  issuer.app_id = 2913569222u;
  issuer.secret = "b0d996aecc46ad51600ea853bb378c18";
  issuer.secret_len = 32;
  issuer.issued_at = 1700000000;
  issuer.nonce = 34430347;
  issuer.iv = iv;
  issuer.iv_len = TOKENMINT_ZEGO_IV_LEN_CBC;
  return tokenmint_zego_generate_token04(&issuer, TEXT("demo"), 3600, NULL, 0,
                                         out, out_cap, out_len);
}

/* ZEGO, token04 with AES-256-GCM. */
static int32_t zego_gcm(char *out, size_t out_cap, size_t *out_len) {
  static const uint8_t iv[TOKENMINT_ZEGO_IV_LEN_GCM] = {
      0xf2, 0x1b, 0x0e, 0xf8, 0x9d, 0x8e, 0xe5, 0xda, 0xf6, 0xba, 0x6c, 0xd4};
  tokenmint_zego_issuer issuer = TOKENMINT_ZEGO_ISSUER_INIT;
  issuer.app_id = 1;
  issuer.secret = "fa94dd0f974cf2e293728a526b028271";
  issuer.secret_len = 32;
  issuer.issued_at = 1700000000;
  issuer.nonce = 1809075584;
  issuer.cipher = tokenmint_aes256_gcm;
  issuer.iv = iv;
  issuer.iv_len = sizeof iv;
  return tokenmint_zego_generate_token04_gcm(&issuer, TEXT("demo"), 3600, NULL,
                                             0, out, out_cap, out_len);
}

/* Authing: the Authorization header of a request. */
static int32_t authing(char *out, size_t out_cap, size_t *out_len) {
  static const tokenmint_authing_header headers[] = {
      {TEXT("date"), TEXT("Tue, 14 Nov 2023 22:13:20 GMT")},
      {TEXT("x-authing-lang"), TEXT("zh-CN")},
      {TEXT("x-authing-sdk-version"), TEXT("authing-node-sdk:4.0.1")},
      {TEXT("x-authing-signature-method"), TEXT("HMAC-SHA1")},
      {TEXT("x-authing-signature-nonce"),
       TEXT("0123456789abcdef0123456789abcdef")},
      {TEXT("x-authing-signature-version"), TEXT("1.0")},
  };
  tokenmint_authing_request request = TOKENMINT_AUTHING_REQUEST_INIT;
  request.method = "GET";
  request.method_len = 3;
  request.path = "/api/v3/list-groups";
  request.path_len = strlen(request.path);
  request.headers = headers;
  request.headers_count = sizeof headers / sizeof headers[0];
  return tokenmint_authing_authorization(TEXT("ak-000001"),
                                         TEXT("sk-secret-000001"), &request,
                                         out, out_cap, out_len);
}

/* ATH: an attestation, signed with ES256. */
static int32_t ath(char *out, size_t out_cap, size_t *out_len) {
  /* A published test key: a device has one of its own. */
  static const uint8_t key[TOKENMINT_ATH_KEY_LEN] = {
      0x98, 0x1c, 0x8a, 0x58, 0xca, 0x2a, 0x60, 0x80, 0xd9, 0xc3, 0x82,
      0xe1, 0xf0, 0xc2, 0x6c, 0x62, 0xfe, 0x55, 0x2d, 0xfa, 0xd8, 0xe7,
      0xf9, 0xf9, 0x7e, 0x12, 0x32, 0xc4, 0xeb, 0xff, 0xb3, 0xc9};
  tokenmint_ath_attestation attestation = TOKENMINT_ATH_ATTESTATION_INIT;
  attestation.agent_id = "https://your-agent.com/.well-known/agent.json";
  attestation.agent_id_len = strlen(attestation.agent_id);
  attestation.audience = "https://gateway.example.com";
  attestation.audience_len = strlen(attestation.audience);
  attestation.token_id = "Rhbf91Yigabx2IxvcZqR0Saqil7Mojr6";
  attestation.token_id_len = 32;
  attestation.key_id = "my-key-2024";
  attestation.key_id_len = strlen(attestation.key_id);
  attestation.issued_at = 1720000000;
  attestation.lifetime = 3600;
  return tokenmint_ath_attest(&attestation, key, sizeof key, out, out_cap,
                              out_len);
}

static int32_t ath_check(const char *token, size_t token_len) {
  static const uint8_t public_key[TOKENMINT_ATH_PUBLIC_KEY_LEN] = {
      0x04, 0x9c, 0x34, 0x04, 0x8a, 0xff, 0x5a, 0xe9, 0x7b, 0x7b, 0x77,
      0xd6, 0x3b, 0x20, 0xcd, 0x0a, 0xa9, 0x58, 0x7c, 0x28, 0x32, 0xa5,
      0x85, 0x50, 0xab, 0xb1, 0x92, 0x7d, 0xfa, 0x6e, 0xf9, 0xa3, 0x83,
      0x8c, 0x7a, 0x9e, 0xcf, 0xaf, 0xba, 0x0d, 0x61, 0x56, 0xce, 0x8a,
      0xdb, 0x0c, 0x6d, 0xda, 0xae, 0x5c, 0xac, 0xcc, 0xc4, 0x3d, 0xa0,
      0xed, 0x8d, 0x76, 0xa4, 0x63, 0xdf, 0xc8, 0x7d, 0x19, 0xae};
  tokenmint_ath_expected expected = TOKENMINT_ATH_EXPECTED_INIT;
  tokenmint_ath_claims claims = TOKENMINT_ATH_CLAIMS_INIT;
  expected.audience = "https://gateway.example.com";
  expected.audience_len = strlen(expected.audience);
  expected.subject = "https://your-agent.com/.well-known/agent.json";
  expected.subject_len = strlen(expected.subject);
  expected.now = 1720000060;
  return tokenmint_ath_check(token, token_len, public_key, sizeof public_key,
                              &expected, workspace, sizeof workspace, &claims);
}

const token_kind token_kinds[] = {
    {"agora/rtc2-uid-publisher", agora_007, agora_007_check},
    {"agora/v1-uid-publisher", agora_006, NULL},
    {"zego/pub-001", zego_cbc, NULL},
    {"zego/pub-047", zego_gcm, NULL},
    {"authing/get-no-params", authing, NULL},
    {"ath/python-order, register/authorize audience", ath, ath_check},
};

const size_t token_kinds_count = sizeof token_kinds / sizeof token_kinds[0];
