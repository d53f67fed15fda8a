/*
 * Calls with secrets that valgrind's memcheck takes for bytes that nobody has
 * initialized: it reports every branch and every address that depends on one.
 * With the argument `leak`, one that does.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <valgrind/memcheck.h>

#include "tokenmint.h"

#define TEXT(literal) (literal), sizeof(literal) - 1
#define SECRET(name, literal)           \
  static char name[sizeof(literal) - 1]; \
  memcpy(name, literal, sizeof name);   \
  VALGRIND_MAKE_MEM_UNDEFINED(name, sizeof name)

static char out[2048];

/* What comes out is public. */
static void done(const char *name, int32_t status, size_t len) {
  VALGRIND_MAKE_MEM_DEFINED(&status, sizeof status);
  VALGRIND_MAKE_MEM_DEFINED(&len, sizeof len);
  VALGRIND_MAKE_MEM_DEFINED(out, sizeof out);
  if (status != TOKENMINT_OK) {
    printf("%s: status %ld\n", name, (long)status);
    exit(1);
  }
  printf("%s: %lu bytes\n", name, (unsigned long)len);
}

/* The library's own, and the last of so many results is the signature. */
static int32_t hmac(void *hashes_left, const uint8_t *key, size_t key_len,
                    const tokenmint_bytes *parts, size_t parts_count,
                    uint8_t *mac, size_t mac_cap, size_t *mac_len) {
  int *left = (int *)hashes_left;
  const int32_t status = tokenmint_hmac_sha256(NULL, key, key_len, parts,
                                               parts_count, mac, mac_cap, mac_len);
  *left -= 1;
  if (*left == 0) {
    VALGRIND_MAKE_MEM_DEFINED(mac, mac_cap);
  }
  return status;
}

/* What is encrypted may be seen. */
static int32_t cipher(void *context, const uint8_t *key, size_t key_len,
                      const uint8_t *iv, size_t iv_len, uint8_t *data,
                      size_t data_len) {
  const tokenmint_cipher own = iv_len == TOKENMINT_ZEGO_IV_LEN_CBC
                                   ? tokenmint_aes256_cbc
                                   : tokenmint_aes256_gcm;
  const int32_t status = own(context, key, key_len, iv, iv_len, data, data_len);
  VALGRIND_MAKE_MEM_DEFINED(data, data_len);
  return status;
}

static void agora(void) {
  SECRET(certificate, "5CFd2fd1755d40ecb72977518be15d3b");
  tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
  size_t len = 0;
  int32_t status;
  /* A key of the time, one of the salt, the signature. */
  int hashes_left = 3;
  issuer.hmac_sha256 = hmac;
  issuer.hmac_context = &hashes_left;
  issuer.app_id = "970CA35de60c44645bbae8a215061b33";
  issuer.app_id_len = 32;
  issuer.certificate = certificate;
  issuer.certificate_len = sizeof certificate;
  issuer.issued_at = 1111111;
  issuer.salt = 1;
  status = tokenmint_agora_rtc_build_token_with_uid(
      &issuer, TEXT("lobby"), 1, TOKENMINT_AGORA_ROLE_PUBLISHER, 600, 600, out,
      sizeof out, &len);
  done("agora 007", status, len);
  hashes_left = 1;
  status = tokenmint_agora_v006_rtc_build_token_with_uid(
      &issuer, TEXT("lobby"), 1, TOKENMINT_AGORA_ROLE_PUBLISHER, 1446455471,
      1111111, out, sizeof out, &len);
  done("agora 006", status, len);
}

static void zego(void) {
  static const uint8_t iv[] = "36710664d61b9295";
  SECRET(secret, "b0d996aecc46ad51600ea853bb378c18");
  tokenmint_zego_issuer issuer = TOKENMINT_ZEGO_ISSUER_INIT;
  size_t len = 0;
  int32_t status;
  issuer.app_id = 1;
  issuer.secret = secret;
  issuer.secret_len = sizeof secret;
  issuer.issued_at = 1700000000;
  issuer.nonce = 1;
  issuer.iv = iv;
  issuer.cipher = cipher;
  issuer.iv_len = TOKENMINT_ZEGO_IV_LEN_CBC;
  status = tokenmint_zego_generate_token04(&issuer, TEXT("demo"), 3600, NULL, 0,
                                           out, sizeof out, &len);
  done("zego CBC", status, len);
  issuer.iv_len = TOKENMINT_ZEGO_IV_LEN_GCM;
  status = tokenmint_zego_generate_token04_gcm(
      &issuer, TEXT("demo"), 3600, NULL, 0, out, sizeof out, &len);
  done("zego GCM", status, len);
}

static void authing(void) {
  SECRET(secret, "sk-secret-000001");
  tokenmint_authing_request request = TOKENMINT_AUTHING_REQUEST_INIT;
  size_t len = 0;
  int32_t status;
  request.method = "GET";
  request.method_len = 3;
  request.path = "/api/v3/list-groups";
  request.path_len = strlen(request.path);
  status = tokenmint_authing_authorization(
      TEXT("ak-000001"), secret, sizeof secret, &request, out, sizeof out, &len);
  done("authing", status, len);
}

static void ath(void) {
  SECRET(key,
         "\x98\x1c\x8a\x58\xca\x2a\x60\x80\xd9\xc3\x82\xe1\xf0\xc2\x6c\x62"
         "\xfe\x55\x2d\xfa\xd8\xe7\xf9\xf9\x7e\x12\x32\xc4\xeb\xff\xb3\xc9");
  tokenmint_ath_attestation attestation = TOKENMINT_ATH_ATTESTATION_INIT;
  size_t len = 0;
  int32_t status;
  attestation.agent_id = "https://your-agent.com/.well-known/agent.json";
  attestation.agent_id_len = strlen(attestation.agent_id);
  attestation.audience = "https://gateway.example.com";
  attestation.audience_len = strlen(attestation.audience);
  attestation.token_id = "Rhbf91Yigabx2IxvcZqR0Saqil7Mojr6";
  attestation.token_id_len = 32;
  attestation.issued_at = 1720000000;
  attestation.lifetime = 3600;
  status = tokenmint_ath_attest(&attestation, (const uint8_t *)key, sizeof key,
                                out, sizeof out, &len);
  done("ath", status, len);
}

static volatile int seen;

static void leak(const char *bytes) {
  if (bytes[0] == 'x') {
    seen = 1;
  }
}

int main(int count, char **words) {
  if (count > 1 && strcmp(words[1], "leak") == 0) {
    SECRET(bytes, "leak");
    leak(bytes);
    return 0;
  }
  agora();
  zego();
  authing();
  ath();
  return 0;
}
