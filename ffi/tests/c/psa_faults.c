/* A PSA Crypto that lies: it is successful and has written less than it had to,
 * or nothing, or it fails in the middle. Whatever it does, no token comes of it.
 * This takes the place of a library behind tokenmint_psa.c. */

#include "tokenmint.h"

#include <psa/crypto.h>
#include <stdio.h>
#include <string.h>

static int failures;
/* What the library does: how much is missing at the end of each output, whether
 * its length is told, and which call from now on fails (0: none). */
static size_t missing;
static int tells;
static int fails_at;
static int keys;

static psa_status_t step(void) {
  return fails_at != 0 && --fails_at == 0 ? PSA_ERROR_HARDWARE_FAILURE
                                          : PSA_SUCCESS;
}

static psa_status_t give(uint8_t *out, size_t size, size_t *len) {
  const size_t written = size > missing ? size - missing : 0;
  (void)memset(out, 0xa5, written);
  *len = tells ? written : size;
  return step();
}

psa_status_t psa_import_key(const psa_key_attributes_t *attributes,
                            const uint8_t *data, size_t data_length,
                            psa_key_id_t *key) {
  (void)attributes;
  (void)data;
  (void)data_length;
  *key = 7;
  {
    const psa_status_t status = step();
    keys += status == PSA_SUCCESS;
    return status;
  }
}

void psa_reset_key_attributes(psa_key_attributes_t *attributes) {
  (void)attributes;
}

/* Of Mbed TLS, whose header calls it for a case that does not happen. */
psa_status_t psa_set_key_domain_parameters(psa_key_attributes_t *attributes,
                                           psa_key_type_t type,
                                           const uint8_t *data,
                                           size_t data_length) {
  (void)attributes;
  (void)type;
  (void)data;
  (void)data_length;
  return PSA_ERROR_NOT_SUPPORTED;
}

psa_status_t psa_destroy_key(psa_key_id_t key) {
  keys -= key == 7;
  return step();
}

psa_status_t psa_mac_compute(psa_key_id_t key, psa_algorithm_t alg,
                             const uint8_t *input, size_t input_length,
                             uint8_t *mac, size_t mac_size,
                             size_t *mac_length) {
  (void)key;
  (void)alg;
  (void)input;
  (void)input_length;
  return give(mac, mac_size, mac_length);
}

psa_status_t psa_mac_sign_setup(psa_mac_operation_t *operation,
                                psa_key_id_t key, psa_algorithm_t alg) {
  (void)operation;
  (void)key;
  (void)alg;
  return step();
}

psa_status_t psa_mac_update(psa_mac_operation_t *operation,
                            const uint8_t *input, size_t input_length) {
  (void)operation;
  (void)input;
  (void)input_length;
  return step();
}

psa_status_t psa_mac_sign_finish(psa_mac_operation_t *operation, uint8_t *mac,
                                 size_t mac_size, size_t *mac_length) {
  (void)operation;
  return give(mac, mac_size, mac_length);
}

psa_status_t psa_mac_abort(psa_mac_operation_t *operation) {
  (void)operation;
  return PSA_SUCCESS;
}

psa_status_t psa_cipher_encrypt_setup(psa_cipher_operation_t *operation,
                                      psa_key_id_t key, psa_algorithm_t alg) {
  (void)operation;
  (void)key;
  (void)alg;
  return step();
}

psa_status_t psa_cipher_decrypt_setup(psa_cipher_operation_t *operation,
                                      psa_key_id_t key, psa_algorithm_t alg) {
  return psa_cipher_encrypt_setup(operation, key, alg);
}

psa_status_t psa_cipher_set_iv(psa_cipher_operation_t *operation,
                               const uint8_t *iv, size_t iv_length) {
  (void)operation;
  (void)iv;
  (void)iv_length;
  return step();
}

psa_status_t psa_cipher_update(psa_cipher_operation_t *operation,
                               const uint8_t *input, size_t input_length,
                               uint8_t *output, size_t output_size,
                               size_t *output_length) {
  (void)operation;
  (void)input;
  (void)output_size;
  return give(output, input_length, output_length);
}

psa_status_t psa_cipher_finish(psa_cipher_operation_t *operation,
                               uint8_t *output, size_t output_size,
                               size_t *output_length) {
  (void)operation;
  (void)output;
  (void)output_size;
  *output_length = 0;
  return step();
}

psa_status_t psa_cipher_abort(psa_cipher_operation_t *operation) {
  (void)operation;
  return PSA_SUCCESS;
}

psa_status_t psa_aead_encrypt(psa_key_id_t key, psa_algorithm_t alg,
                              const uint8_t *nonce, size_t nonce_length,
                              const uint8_t *additional_data,
                              size_t additional_data_length,
                              const uint8_t *plaintext, size_t plaintext_length,
                              uint8_t *ciphertext, size_t ciphertext_size,
                              size_t *ciphertext_length) {
  (void)key;
  (void)alg;
  (void)nonce;
  (void)nonce_length;
  (void)additional_data;
  (void)additional_data_length;
  (void)plaintext;
  (void)plaintext_length;
  return give(ciphertext, ciphertext_size, ciphertext_length);
}

psa_status_t psa_aead_decrypt(psa_key_id_t key, psa_algorithm_t alg,
                              const uint8_t *nonce, size_t nonce_length,
                              const uint8_t *additional_data,
                              size_t additional_data_length,
                              const uint8_t *ciphertext,
                              size_t ciphertext_length, uint8_t *plaintext,
                              size_t plaintext_size,
                              size_t *plaintext_length) {
  return psa_aead_encrypt(key, alg, nonce, nonce_length, additional_data,
                          additional_data_length, ciphertext,
                          ciphertext_length, plaintext, plaintext_size,
                          plaintext_length);
}

psa_status_t psa_hash_compute(psa_algorithm_t alg, const uint8_t *input,
                              size_t input_length, uint8_t *hash,
                              size_t hash_size, size_t *hash_length) {
  (void)alg;
  (void)input;
  (void)input_length;
  return give(hash, hash_size, hash_length);
}

psa_status_t psa_sign_hash(psa_key_id_t key, psa_algorithm_t alg,
                           const uint8_t *hash, size_t hash_length,
                           uint8_t *signature, size_t signature_size,
                           size_t *signature_length) {
  (void)key;
  (void)alg;
  (void)hash;
  (void)hash_length;
  return give(signature, signature_size, signature_length);
}

psa_status_t psa_verify_hash(psa_key_id_t key, psa_algorithm_t alg,
                             const uint8_t *hash, size_t hash_length,
                             const uint8_t *signature,
                             size_t signature_length) {
  (void)key;
  (void)alg;
  (void)hash;
  (void)hash_length;
  (void)signature;
  (void)signature_length;
  return step();
}

static int32_t agora_007(char *out, size_t cap, size_t *len) {
  tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
  issuer.app_id = "970CA35de60c44645bbae8a215061b33";
  issuer.app_id_len = 32;
  issuer.certificate = "5CFd2fd1755d40ecb72977518be15d3b";
  issuer.certificate_len = 32;
  issuer.issued_at = 1700000000u;
  return tokenmint_agora_rtc_build_token_with_uid(
      &issuer, "lobby", 5, 7, TOKENMINT_AGORA_ROLE_PUBLISHER, 60, 60, out, cap,
      len);
}

static int32_t agora_006(char *out, size_t cap, size_t *len) {
  tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
  issuer.app_id = "970CA35de60c44645bbae8a215061b33";
  issuer.app_id_len = 32;
  issuer.certificate = "5CFd2fd1755d40ecb72977518be15d3b";
  issuer.certificate_len = 32;
  issuer.issued_at = 1700000000u;
  return tokenmint_agora_v006_rtc_build_token_with_uid(
      &issuer, "lobby", 5, 7, TOKENMINT_AGORA_ROLE_PUBLISHER, 1700003600u, 0,
      out, cap, len);
}

static tokenmint_zego_issuer zego(const uint8_t *iv, size_t iv_len) {
  tokenmint_zego_issuer issuer = TOKENMINT_ZEGO_ISSUER_INIT;
  issuer.secret = "fa94dd0f974cf2e293728a526b028271";
  issuer.secret_len = 32;
  issuer.app_id = 1;
  issuer.issued_at = 1700000000;
  issuer.iv = iv;
  issuer.iv_len = iv_len;
  return issuer;
}

static int32_t zego_cbc(char *out, size_t cap, size_t *len) {
  static const uint8_t iv[TOKENMINT_ZEGO_IV_LEN_CBC] = {1};
  const tokenmint_zego_issuer issuer = zego(iv, sizeof iv);
  return tokenmint_zego_generate_token04(&issuer, "demo", 4, 3600, NULL, 0, out,
                                         cap, len);
}

static int32_t zego_gcm(char *out, size_t cap, size_t *len) {
  static const uint8_t iv[TOKENMINT_ZEGO_IV_LEN_GCM] = {1};
  const tokenmint_zego_issuer issuer = zego(iv, sizeof iv);
  return tokenmint_zego_generate_token04_gcm(&issuer, "demo", 4, 3600, NULL, 0,
                                             out, cap, len);
}

static int32_t ath(char *out, size_t cap, size_t *len) {
  psa_key_id_t id = 1;
  tokenmint_ath_attestation it = TOKENMINT_ATH_ATTESTATION_INIT;
  it.agent_id = "https://a.example/.well-known/agent.json";
  it.agent_id_len = strlen(it.agent_id);
  it.audience = "https://gateway.example";
  it.audience_len = strlen(it.audience);
  it.token_id = "id";
  it.token_id_len = 2;
  it.issued_at = 1720000000;
  return tokenmint_ath_attest_with_signer(&it, tokenmint_psa_es256_sign, &id,
                                          out, cap, len);
}

typedef struct {
  const char *name;
  int32_t (*mint)(char *out, size_t cap, size_t *len);
} credential;

static int32_t mint(const credential *it) {
  static char out[4096];
  size_t len = 99;
  size_t at;
  int32_t status;
  keys = 0;
  (void)memset(out, 'x', sizeof out);
  status = it->mint(out, sizeof out, &len);
  for (at = 0; status != TOKENMINT_OK && at < sizeof out; ++at) {
    if (out[at] != 0 || len != 0) {
      (void)fprintf(stderr, "%s: not wiped\n", it->name);
      ++failures;
      break;
    }
  }
  if (keys != 0) {
    (void)fprintf(stderr, "%s: %d keys stay\n", it->name, keys);
    ++failures;
  }
  return status;
}

int main(void) {
  static const credential credentials[] = {{"007", agora_007},
                                           {"006", agora_006},
                                           {"CBC", zego_cbc},
                                           {"GCM", zego_gcm},
                                           {"ATH", ath}};
  static const size_t short_by[] = {1, 16, 4096};
  size_t at;
  size_t by;
  int refused = 0;
  int steps;
  for (at = 0; at < sizeof credentials / sizeof credentials[0]; ++at) {
    const credential *it = &credentials[at];
    missing = 0;
    tells = 1;
    fails_at = 0;
    if (mint(it) != TOKENMINT_OK) {
      (void)fprintf(stderr, "%s: no token of a sound library\n", it->name);
      ++failures;
    }
    for (by = 0; by < sizeof short_by / sizeof short_by[0]; ++by) {
      missing = short_by[by];
      for (tells = 0; tells < 2; ++tells) {
        /* A byte that is missing and not told of cannot be seen. */
        if (!tells && missing < 16) {
          continue;
        }
        ++refused;
        if (mint(it) == TOKENMINT_OK) {
          (void)fprintf(stderr, "%s: %lu bytes missing, told: %d\n", it->name,
                        (unsigned long)missing, tells);
          ++failures;
        }
      }
    }
    missing = 0;
    tells = 1;
    for (steps = 1;; ++steps) {
      fails_at = steps;
      if (mint(it) == TOKENMINT_OK) {
        break;
      }
      ++refused;
    }
    if (fails_at == 0 || steps < 3) {
      (void)fprintf(stderr, "%s: a failing step gave a token\n", it->name);
      ++failures;
    }
  }
  if (failures == 0) {
    (void)printf("faults of PSA: %d refused\n", refused);
  }
  return failures != 0;
}
