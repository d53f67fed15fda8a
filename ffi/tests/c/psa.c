/* Keys that PSA holds: what is made with them equals the test vectors, and keys
 * that do not fit are a status. The vectors with keys in the structs are run by
 * driver.c. */

#include "tokenmint.h"

#include <psa/crypto.h>
#include <stdio.h>
#include <string.h>

static int failures;

static void expect(const char *what, int holds) {
  if (!holds) {
    (void)fprintf(stderr, "%s\n", what);
    ++failures;
  }
}

static int is(const char *out, size_t len, const char *token) {
  return len == strlen(token) && memcmp(out, token, len) == 0;
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

static psa_key_id_t held(psa_key_type_t type, psa_key_usage_t usage,
                         psa_algorithm_t algorithm, const void *key,
                         size_t key_len) {
  psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
  psa_key_id_t id = 0;
  psa_set_key_type(&attributes, type);
  psa_set_key_usage_flags(&attributes, usage);
  psa_set_key_algorithm(&attributes, algorithm);
  expect("a key is held",
         psa_import_key(&attributes, (const uint8_t *)key, key_len, &id) ==
             PSA_SUCCESS);
  return id;
}

/* Agora, 006: "v1-uid-publisher". */
static void agora(void) {
  static const char token[] =
      "006970CA35de60c44645bbae8a215061b33IACMv3I+fsRSejxy6luEwzA/1t/zbEHWfJCJ"
      "5m8ssFP/fLdIfRBXoFHlIgABAAAAR/QQAAQAAQCvKDdWAgCvKDdWAwCvKDdWBACvKDdW";
  psa_key_id_t id = held(PSA_KEY_TYPE_HMAC, PSA_KEY_USAGE_SIGN_MESSAGE,
                         PSA_ALG_HMAC(PSA_ALG_SHA_256),
                         "5CFd2fd1755d40ecb72977518be15d3b", 32);
  psa_key_id_t other = held(PSA_KEY_TYPE_HMAC, PSA_KEY_USAGE_VERIFY_MESSAGE,
                            PSA_ALG_HMAC(PSA_ALG_SHA_256),
                            "5CFd2fd1755d40ecb72977518be15d3b", 32);
  tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
  char out[TOKENMINT_AGORA_RTC_CAPACITY];
  size_t len = 0;
  issuer.app_id = "970CA35de60c44645bbae8a215061b33";
  issuer.app_id_len = 32;
  issuer.hmac_context = &id;
  issuer.issued_at = 1;
  issuer.salt = 1;
  expect("006 by a held key",
         tokenmint_agora_v006_rtc_build_token_with_uid(
             &issuer, TOKENMINT_TEXT("7d72365eb983485397e3e3f9d460bdda"),
             2882341273u, TOKENMINT_AGORA_ROLE_PUBLISHER, 1446455471, 1111111,
             out, sizeof out, &len) == TOKENMINT_OK &&
             is(out, len, token));
  expect("007 by a held key",
         tokenmint_agora_rtc_build_token_with_uid(
             &issuer, TOKENMINT_TEXT("lobby"), 7,
             TOKENMINT_AGORA_ROLE_PUBLISHER, 60, 60, out, sizeof out, &len) ==
                 TOKENMINT_ERR_BAD_CERTIFICATE &&
             len == 0 && wiped(out, sizeof out));
  issuer.hmac_context = &other;
  (void)memset(out, 'x', sizeof out);
  expect("006 by a key that may not sign",
         tokenmint_agora_v006_rtc_build_token_with_uid(
             &issuer, TOKENMINT_TEXT("lobby"), 7,
             TOKENMINT_AGORA_ROLE_PUBLISHER, 1446455471, 1111111, out,
             sizeof out, &len) == TOKENMINT_ERR_CRYPTO_FAILED &&
             len == 0 && wiped(out, sizeof out));
  expect("a key is destroyed", psa_destroy_key(id) == PSA_SUCCESS &&
                                   psa_destroy_key(other) == PSA_SUCCESS);
  issuer.hmac_context = &id;
  expect("006 by a key that is gone",
         tokenmint_agora_v006_rtc_build_token_with_uid(
             &issuer, TOKENMINT_TEXT("lobby"), 7,
             TOKENMINT_AGORA_ROLE_PUBLISHER, 1446455471, 1111111, out,
             sizeof out, &len) == TOKENMINT_ERR_CRYPTO_FAILED);
}

/* ZEGO: "pub-001" (CBC) and "pub-047" (GCM). */
static void zego(void) {
  static const char cbc_token[] =
      "04AAAAAGVT/xAAEDM2NzEwNjY0ZDYxYjkyOTUAcEp/Vn5S5I7IWmIOB/PZ9ygTXZDautt3"
      "qtsJ+JUyH2wQEfhbkeUJ3ePtwptjhXjrKUhboaVxgaRNMVesTsqA1mzyMaTGSXmpB4t9wy"
      "RabJEFeVB2g1XKIJDWO3ZnfPQve1c0KwLQDlBT84tr1/wGGNQ=";
  static const char gcm_token[] =
      "04AAAAAGVT/xAADPIbDvidjuXa9rps1AB0dMSpstVH9wubDU/1PShZqzUt+3XIN5PYA4K5"
      "GS/XxIsvu3GNw+Bwes1cH1gfXuOKhauI+LUYolMSFOkBb0wg7KmKRPGGmSovGJ2rJ3g1cz"
      "HaZs3jx8eAqQeLH71cT8fYCNJuvpOXOWnUAhgxtyKs6o91xxUB";
  static const uint8_t nonce[TOKENMINT_ZEGO_IV_LEN_GCM] = {
      0xf2, 0x1b, 0x0e, 0xf8, 0x9d, 0x8e, 0xe5, 0xda, 0xf6, 0xba, 0x6c, 0xd4};
  static const uint8_t iv[] = {'3', '6', '7', '1', '0', '6', '6', '4',
                               'd', '6', '1', 'b', '9', '2', '9', '5'};
  const psa_key_usage_t both = PSA_KEY_USAGE_ENCRYPT | PSA_KEY_USAGE_DECRYPT;
  psa_key_id_t cbc = held(PSA_KEY_TYPE_AES, both, PSA_ALG_CBC_NO_PADDING,
                          "b0d996aecc46ad51600ea853bb378c18", 32);
  psa_key_id_t gcm = held(PSA_KEY_TYPE_AES, both, PSA_ALG_GCM,
                          "fa94dd0f974cf2e293728a526b028271", 32);
  tokenmint_zego_issuer issuer = TOKENMINT_ZEGO_ISSUER_INIT;
  tokenmint_zego_claims claims = TOKENMINT_ZEGO_CLAIMS_INIT;
  char out[512];
  uint8_t workspace[1024];
  size_t len = 0;
  issuer.app_id = 2913569222u;
  issuer.issued_at = 1700000000;
  issuer.nonce = 34430347;
  issuer.cipher_context = &cbc;
  issuer.iv = iv;
  issuer.iv_len = sizeof iv;
  expect("CBC by a held key",
         tokenmint_zego_generate_token04(&issuer, "demo", 4, 3600, NULL, 0, out,
                                         sizeof out, &len) == TOKENMINT_OK &&
             is(out, len, cbc_token));
  expect("CBC opened by a held key",
         tokenmint_zego_open_with_cipher(out, len, NULL, 0,
                                         tokenmint_psa_decrypt, &cbc, NULL,
                                         workspace, sizeof workspace,
                                         &claims) == TOKENMINT_OK &&
             is(claims.user_id, claims.user_id_len, "demo"));
  issuer.app_id = 1;
  issuer.nonce = 1809075584;
  issuer.cipher_context = &gcm;
  issuer.iv = nonce;
  issuer.iv_len = sizeof nonce;
  expect("GCM by a held key",
         tokenmint_zego_generate_token04_gcm(&issuer, "demo", 4, 3600, NULL, 0,
                                             out, sizeof out,
                                             &len) == TOKENMINT_OK &&
             is(out, len, gcm_token));
  expect("GCM opened by a held key",
         tokenmint_zego_open_with_cipher(out, len, NULL, 0,
                                         tokenmint_psa_decrypt, &gcm, NULL,
                                         workspace, sizeof workspace,
                                         &claims) == TOKENMINT_OK &&
             is(claims.user_id, claims.user_id_len, "demo"));
  out[len - 5] = out[len - 5] == 'A' ? 'B' : 'A';
  expect("a changed tag is no platform's fault",
         tokenmint_zego_open_with_cipher(out, len, NULL, 0,
                                         tokenmint_psa_decrypt, &gcm, NULL,
                                         workspace, sizeof workspace,
                                         &claims) ==
             TOKENMINT_ERR_DECRYPT_FAILED);
  issuer.cipher_context = &cbc;
  expect("GCM by a key for CBC",
         tokenmint_zego_generate_token04_gcm(&issuer, "demo", 4, 3600, NULL, 0,
                                             out, sizeof out, &len) ==
                 TOKENMINT_ERR_CRYPTO_FAILED &&
             len == 0 && wiped(out, sizeof out));
  (void)psa_destroy_key(cbc);
  (void)psa_destroy_key(gcm);
}

/* ATH: PSA signs, and both PSA and the library's own code find it sound. */
static void ath(void) {
  static const uint8_t private_key[TOKENMINT_ATH_KEY_LEN] = {
      0x98, 0x1c, 0x8a, 0x58, 0xca, 0x2a, 0x60, 0x80, 0xd9, 0xc3, 0x82,
      0xe1, 0xf0, 0xc2, 0x6c, 0x62, 0xfe, 0x55, 0x2d, 0xfa, 0xd8, 0xe7,
      0xf9, 0xf9, 0x7e, 0x12, 0x32, 0xc4, 0xeb, 0xff, 0xb3, 0xc9};
  static const uint8_t public_key[TOKENMINT_ATH_PUBLIC_KEY_LEN] = {
      0x04, 0x9c, 0x34, 0x04, 0x8a, 0xff, 0x5a, 0xe9, 0x7b, 0x7b, 0x77,
      0xd6, 0x3b, 0x20, 0xcd, 0x0a, 0xa9, 0x58, 0x7c, 0x28, 0x32, 0xa5,
      0x85, 0x50, 0xab, 0xb1, 0x92, 0x7d, 0xfa, 0x6e, 0xf9, 0xa3, 0x83,
      0x8c, 0x7a, 0x9e, 0xcf, 0xaf, 0xba, 0x0d, 0x61, 0x56, 0xce, 0x8a,
      0xdb, 0x0c, 0x6d, 0xda, 0xae, 0x5c, 0xac, 0xcc, 0xc4, 0x3d, 0xa0,
      0xed, 0x8d, 0x76, 0xa4, 0x63, 0xdf, 0xc8, 0x7d, 0x19, 0xae};
  const tokenmint_es256_verifier verifiers[] = {tokenmint_psa_es256_verify,
                                                tokenmint_es256_verify};
  psa_key_id_t id = held(PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_R1),
                         PSA_KEY_USAGE_SIGN_HASH,
                         PSA_ALG_ECDSA(PSA_ALG_SHA_256), private_key,
                         sizeof private_key);
  tokenmint_ath_attestation it = TOKENMINT_ATH_ATTESTATION_INIT;
  tokenmint_ath_expected expected = TOKENMINT_ATH_EXPECTED_INIT;
  tokenmint_ath_claims claims = TOKENMINT_ATH_CLAIMS_INIT;
  char out[1024];
  uint8_t workspace[2048];
  size_t len = 0;
  size_t at;
  it.agent_id = "https://your-agent.com/.well-known/agent.json";
  it.agent_id_len = strlen(it.agent_id);
  it.audience = "https://gateway.example.com";
  it.audience_len = strlen(it.audience);
  it.token_id = "id";
  it.token_id_len = 2;
  it.issued_at = 1720000000;
  expect("signed by a held key",
         tokenmint_ath_attest_with_signer(&it, tokenmint_psa_es256_sign, &id,
                                          out, sizeof out,
                                          &len) == TOKENMINT_OK);
  expected.audience = it.audience;
  expected.audience_len = it.audience_len;
  expected.subject = it.agent_id;
  expected.subject_len = it.agent_id_len;
  expected.now = it.issued_at;
  for (at = 0; at < 2; ++at) {
    expected.verifier = verifiers[at];
    expect("the signature holds",
           tokenmint_ath_check(out, len, public_key, sizeof public_key,
                               &expected, workspace, sizeof workspace,
                               &claims) == TOKENMINT_OK);
  }
  out[len - 9] = out[len - 9] == 'A' ? 'B' : 'A';
  expected.verifier = tokenmint_psa_es256_verify;
  expect("a changed signature",
         tokenmint_ath_check(out, len, public_key, sizeof public_key, &expected,
                             workspace, sizeof workspace,
                             &claims) == TOKENMINT_ERR_BAD_SIGNATURE);
  expect("no point",
         tokenmint_ath_check(out, len, private_key, sizeof private_key,
                             &expected, workspace, sizeof workspace,
                             &claims) == TOKENMINT_ERR_BAD_KEY);
  (void)psa_destroy_key(id);
  expect("signed by a key that is gone",
         tokenmint_ath_attest_with_signer(&it, tokenmint_psa_es256_sign, &id,
                                          out, sizeof out, &len) ==
                 TOKENMINT_ERR_SIGNER_FAILED &&
             len == 0 && wiped(out, sizeof out));
}

/* Authing: "get-no-params". */
static void authing(void) {
  static const char text[] =
      "GET\ndate:Tue, 14 Nov 2023 22:13:20 GMT\nx-authing-lang:zh-CN\n"
      "x-authing-sdk-version:authing-node-sdk:4.0.1\n"
      "x-authing-signature-method:HMAC-SHA1\n"
      "x-authing-signature-nonce:0123456789abcdef0123456789abcdef\n"
      "x-authing-signature-version:1.0\n/api/v3/list-groups";
  psa_key_id_t id = held(PSA_KEY_TYPE_HMAC, PSA_KEY_USAGE_SIGN_MESSAGE,
                         PSA_ALG_HMAC(PSA_ALG_SHA_1), "sk-secret-000001", 16);
  uint8_t mac[TOKENMINT_AUTHING_MAC_LEN];
  char out[TOKENMINT_AUTHING_AUTHORIZATION_CAPACITY];
  size_t len = 0;
  expect("HMAC-SHA1 by a held key",
         tokenmint_psa_hmac_sha1(&id, NULL, 0, (const uint8_t *)text,
                                 sizeof text - 1, mac, sizeof mac,
                                 &len) == TOKENMINT_OK);
  expect("the header of it",
         tokenmint_authing_authorization_of_mac("ak-000001", 9, mac, len, out,
                                                sizeof out,
                                                &len) == TOKENMINT_OK &&
             is(out, len, "authing ak-000001:lT260JmDKY19N4eZb/UYMocwc4c="));
  (void)psa_destroy_key(id);
}

int main(void) {
  if (psa_crypto_init() != PSA_SUCCESS) {
    return 1;
  }
  agora();
  zego();
  ath();
  authing();
  if (failures == 0) {
    (void)puts("keys that PSA holds: 006, CBC, GCM, ES256, HMAC-SHA1");
  }
  return failures != 0;
}
