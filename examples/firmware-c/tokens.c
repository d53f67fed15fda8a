#include "tokens.h"

#include <string.h>

#include "tokenmint.h"

#define TEXT(literal) (literal), sizeof(literal) - 1

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

/* Agora, AccessToken: the same for older deployments; deadlines are absolute. */
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

const token_kind token_kinds[] = {
    {"agora/rtc2-uid-publisher", agora_007},
    {"agora/v1-uid-publisher", agora_006},
    {"zego/pub-001", zego_cbc},
    {"zego/pub-047", zego_gcm},
    {"authing/get-no-params", authing},
};

const size_t token_kinds_count = sizeof token_kinds / sizeof token_kinds[0];
