/* tokenmint's cryptography by PSA Crypto: see tokenmint_psa.h. */

#include "tokenmint_psa.h"

#include <psa/crypto.h>
#include <string.h>

#define IV_LEN_CBC 16u
#define TAG_LEN 16u
#define ES256_LEN 64u
/* A few blocks: input and output of PSA are not one buffer. */
#define CHUNK_LEN 64u

static int32_t answer(psa_status_t status) {
  return status == PSA_SUCCESS ? 0 : TOKENMINT_ERR_CRYPTO_FAILED;
}

/* The key that `context` points to or, with bytes, a volatile one of them. */
static psa_status_t key_open(const void *context, const uint8_t *key,
                             size_t key_len, psa_key_type_t type,
                             psa_key_usage_t usage, psa_algorithm_t algorithm,
                             psa_key_id_t *id) {
  psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
  psa_status_t status;
  if (key_len == 0) {
    if (context == NULL) {
      return PSA_ERROR_INVALID_ARGUMENT;
    }
    *id = *(const psa_key_id_t *)context;
    return PSA_SUCCESS;
  }
  psa_set_key_type(&attributes, type);
  psa_set_key_usage_flags(&attributes, usage);
  psa_set_key_algorithm(&attributes, algorithm);
  status = psa_import_key(&attributes, key, key_len, id);
  psa_reset_key_attributes(&attributes);
  return status;
}

/* What came of the work; a key that stays behind is a failure, too. */
static int32_t key_close(psa_key_id_t id, size_t key_len, psa_status_t status) {
  if (key_len != 0) {
    const psa_status_t closed = psa_destroy_key(id);
    status = status == PSA_SUCCESS ? closed : status;
  }
  return answer(status);
}

static psa_status_t mac_of_parts(psa_key_id_t id, psa_algorithm_t algorithm,
                                 const tokenmint_bytes *parts,
                                 size_t parts_count, uint8_t *mac,
                                 size_t mac_cap, size_t *mac_len) {
  psa_mac_operation_t operation = PSA_MAC_OPERATION_INIT;
  psa_status_t status;
  size_t at;
  if (parts_count == 1) {
    return psa_mac_compute(id, algorithm, parts[0].data, parts[0].len, mac,
                           mac_cap, mac_len);
  }
  status = psa_mac_sign_setup(&operation, id, algorithm);
  for (at = 0; at < parts_count && status == PSA_SUCCESS; ++at) {
    if (parts[at].len != 0) {
      status = psa_mac_update(&operation, parts[at].data, parts[at].len);
    }
  }
  if (status == PSA_SUCCESS) {
    status = psa_mac_sign_finish(&operation, mac, mac_cap, mac_len);
  }
  (void)psa_mac_abort(&operation);
  return status;
}

static int32_t hmac(void *context, const uint8_t *key, size_t key_len,
                    psa_algorithm_t hash, const tokenmint_bytes *parts,
                    size_t parts_count, uint8_t *mac, size_t mac_cap,
                    size_t *mac_len) {
  const psa_algorithm_t algorithm = PSA_ALG_HMAC(hash);
  psa_key_id_t id = 0;
  psa_status_t status =
      key_open(context, key, key_len, PSA_KEY_TYPE_HMAC,
               PSA_KEY_USAGE_SIGN_MESSAGE, algorithm, &id);
  if (status != PSA_SUCCESS) {
    return answer(status);
  }
  status =
      mac_of_parts(id, algorithm, parts, parts_count, mac, mac_cap, mac_len);
  return key_close(id, key_len, status);
}

int32_t tokenmint_psa_hmac_sha256(void *context, const uint8_t *key,
                                  size_t key_len, const tokenmint_bytes *parts,
                                  size_t parts_count, uint8_t *mac,
                                  size_t mac_cap, size_t *mac_len) {
  return hmac(context, key, key_len, PSA_ALG_SHA_256, parts, parts_count, mac,
              mac_cap, mac_len);
}

int32_t tokenmint_psa_hmac_sha1(void *context, const uint8_t *key,
                                size_t key_len, const uint8_t *message,
                                size_t message_len, uint8_t *mac,
                                size_t mac_cap, size_t *mac_len) {
  tokenmint_bytes part;
  part.data = message;
  part.len = message_len;
  return hmac(context, key, key_len, PSA_ALG_SHA_1, &part, 1, mac, mac_cap,
              mac_len);
}

/* psa_cipher_encrypt() would choose the IV itself. What comes out never runs
 * ahead of what went in. */
static psa_status_t cbc(psa_key_id_t id, int encrypt, const uint8_t *iv,
                        uint8_t *data, size_t data_len) {
  const psa_algorithm_t algorithm = PSA_ALG_CBC_NO_PADDING;
  psa_cipher_operation_t operation = PSA_CIPHER_OPERATION_INIT;
  uint8_t chunk[CHUNK_LEN];
  size_t done = 0;
  size_t len = 0;
  size_t at = 0;
  psa_status_t status =
      encrypt ? psa_cipher_encrypt_setup(&operation, id, algorithm)
              : psa_cipher_decrypt_setup(&operation, id, algorithm);
  if (status == PSA_SUCCESS) {
    status = psa_cipher_set_iv(&operation, iv, IV_LEN_CBC);
  }
  while (status == PSA_SUCCESS && at < data_len) {
    const size_t left = data_len - at;
    const size_t next = left < sizeof chunk ? left : sizeof chunk;
    (void)memcpy(chunk, data + at, next);
    at += next;
    status = psa_cipher_update(&operation, chunk, next, data + done,
                               data_len - done, &len);
    done += status == PSA_SUCCESS ? len : 0;
  }
  if (status == PSA_SUCCESS) {
    status = psa_cipher_finish(&operation, data + done, data_len - done, &len);
    done += status == PSA_SUCCESS ? len : 0;
  }
  (void)psa_cipher_abort(&operation);
  if (status == PSA_SUCCESS && done != data_len) {
    status = PSA_ERROR_GENERIC_ERROR;
  }
  return status;
}

/* In place: PSA allows it where both buffers begin at one address. */
static psa_status_t gcm(psa_key_id_t id, int encrypt, const uint8_t *iv,
                        size_t iv_len, uint8_t *data, size_t data_len) {
  const size_t text_len = data_len - TAG_LEN;
  size_t len = 0;
  psa_status_t status;
  if (encrypt) {
    status = psa_aead_encrypt(id, PSA_ALG_GCM, iv, iv_len, NULL, 0, data,
                              text_len, data, data_len, &len);
  } else {
    status = psa_aead_decrypt(id, PSA_ALG_GCM, iv, iv_len, NULL, 0, data,
                              data_len, data, data_len, &len);
  }
  if (status == PSA_SUCCESS && len != (encrypt ? data_len : text_len)) {
    status = PSA_ERROR_GENERIC_ERROR;
  }
  return status;
}

static int32_t aes(void *context, const uint8_t *key, size_t key_len,
                   int encrypt, const uint8_t *iv, size_t iv_len, uint8_t *data,
                   size_t data_len) {
  const int is_cbc = iv_len == IV_LEN_CBC;
  psa_key_id_t id = 0;
  psa_status_t status;
  if (!is_cbc && data_len < TAG_LEN) {
    return TOKENMINT_ERR_CRYPTO_FAILED;
  }
  status = key_open(context, key, key_len, PSA_KEY_TYPE_AES,
                    encrypt ? PSA_KEY_USAGE_ENCRYPT : PSA_KEY_USAGE_DECRYPT,
                    is_cbc ? PSA_ALG_CBC_NO_PADDING : PSA_ALG_GCM, &id);
  if (status != PSA_SUCCESS) {
    return answer(status);
  }
  status = is_cbc ? cbc(id, encrypt, iv, data, data_len)
                  : gcm(id, encrypt, iv, iv_len, data, data_len);
  return key_close(id, key_len, status);
}

int32_t tokenmint_psa_encrypt(void *context, const uint8_t *key,
                              size_t key_len, const uint8_t *iv, size_t iv_len,
                              uint8_t *data, size_t data_len) {
  return aes(context, key, key_len, 1, iv, iv_len, data, data_len);
}

int32_t tokenmint_psa_decrypt(void *context, const uint8_t *key,
                              size_t key_len, const uint8_t *iv, size_t iv_len,
                              uint8_t *data, size_t data_len) {
  return aes(context, key, key_len, 0, iv, iv_len, data, data_len);
}

int32_t tokenmint_psa_sha256(void *context, const uint8_t *message,
                             size_t message_len, uint8_t *digest,
                             size_t digest_cap, size_t *digest_len) {
  (void)context;
  return answer(psa_hash_compute(PSA_ALG_SHA_256, message, message_len, digest,
                                 digest_cap, digest_len));
}

int32_t tokenmint_psa_es256_verify(void *context, const uint8_t *public_key,
                                   size_t public_key_len,
                                   const uint8_t *digest,
                                   const uint8_t *signature) {
  const psa_algorithm_t algorithm = PSA_ALG_ECDSA(PSA_ALG_SHA_256);
  psa_key_id_t id = 0;
  psa_status_t status;
  (void)context;
  if (public_key_len == 0) {
    return TOKENMINT_ERR_BAD_KEY;
  }
  status = key_open(NULL, public_key, public_key_len,
                    PSA_KEY_TYPE_ECC_PUBLIC_KEY(PSA_ECC_FAMILY_SECP_R1),
                    PSA_KEY_USAGE_VERIFY_HASH, algorithm, &id);
  if (status == PSA_ERROR_INVALID_ARGUMENT || status == PSA_ERROR_NOT_SUPPORTED) {
    return TOKENMINT_ERR_BAD_KEY;
  }
  if (status != PSA_SUCCESS) {
    return answer(status);
  }
  status = psa_verify_hash(id, algorithm, digest, TOKENMINT_SHA256_LEN,
                           signature, ES256_LEN);
  if (status == PSA_ERROR_INVALID_SIGNATURE) {
    (void)psa_destroy_key(id);
    return TOKENMINT_ERR_BAD_SIGNATURE;
  }
  return key_close(id, public_key_len, status);
}

int32_t tokenmint_psa_es256_sign(void *context, const uint8_t *digest,
                                 uint8_t *signature) {
  size_t len = 0;
  psa_status_t status;
  if (context == NULL) {
    return TOKENMINT_ERR_NULL_POINTER;
  }
  status = psa_sign_hash(*(const psa_key_id_t *)context,
                         PSA_ALG_ECDSA(PSA_ALG_SHA_256), digest,
                         TOKENMINT_SHA256_LEN, signature, ES256_LEN, &len);
  if (status == PSA_SUCCESS && len != ES256_LEN) {
    status = PSA_ERROR_GENERIC_ERROR;
  }
  return answer(status);
}
