/*
 * tokenmint's cryptography by PSA Crypto (PSA Certified Crypto API 1.0: Mbed
 * TLS, TF-M, and what vendors put behind them). Compile tokenmint_psa.c with
 * the program, and either include this header or define TOKENMINT_PSA for all of
 * it: then the _INIT macros of the structs name the functions below, and of the
 * library's own code nothing is linked for them. psa_crypto_init() is yours to
 * call first.
 *
 * Keys
 *
 *   With a key in the struct (certificate, secret) it is imported for the time
 *   of the call, as a volatile key, and destroyed. Without one, the context of
 *   the struct points to a `psa_key_id_t`, whose key may be where nobody reads
 *   it. It lives as long as the call; its policy has to allow:
 *
 *   what                       key type                 usage, algorithm
 *   006: certificate           PSA_KEY_TYPE_HMAC        SIGN_MESSAGE (in Mbed
 *                                                       TLS 2.28 SIGN_HASH too),
 *                                                       HMAC(SHA_256)
 *   ZEGO: server secret        PSA_KEY_TYPE_AES         ENCRYPT,
 *                                                       CBC_NO_PADDING or GCM
 *   ATH: private key           ECC_KEY_PAIR(SECP_R1)    SIGN_HASH,
 *                                                       ECDSA(SHA_256)
 *   Authing: key secret        PSA_KEY_TYPE_HMAC        SIGN_MESSAGE,
 *                                                       HMAC(SHA_1)
 *
 *   The certificate of 007 can be no such key: in that format it is the message
 *   of an HMAC whose key is the time. Give the device a time key instead
 *   (tokenmint_agora_time_key).
 */

#ifndef TOKENMINT_PSA_H
#define TOKENMINT_PSA_H

#include "tokenmint/crypto.h"

#ifdef __cplusplus
extern "C" {
#endif

/** For `hmac_sha256` of the structs of Agora. */
int32_t tokenmint_psa_hmac_sha256(void *context, const uint8_t *key,
                                  size_t key_len, const tokenmint_bytes *parts,
                                  size_t parts_count, uint8_t *mac,
                                  size_t mac_cap, size_t *mac_len);

/** For `cipher` of ZEGO's issuer: CBC or GCM, as the length of `iv` says. */
int32_t tokenmint_psa_encrypt(void *context, const uint8_t *key,
                              size_t key_len, const uint8_t *iv, size_t iv_len,
                              uint8_t *data, size_t data_len);

/** For tokenmint_zego_open_with_cipher(). */
int32_t tokenmint_psa_decrypt(void *context, const uint8_t *key,
                              size_t key_len, const uint8_t *iv, size_t iv_len,
                              uint8_t *data, size_t data_len);

/** For `sha256` of the structs of ATH. */
int32_t tokenmint_psa_sha256(void *context, const uint8_t *message,
                             size_t message_len, uint8_t *digest,
                             size_t digest_cap, size_t *digest_len);

/** For `verifier` of what is expected of an attestation. The public key is an
 *  uncompressed point: PSA takes no other. */
int32_t tokenmint_psa_es256_verify(void *context, const uint8_t *public_key,
                                   size_t public_key_len,
                                   const uint8_t *digest,
                                   const uint8_t *signature);

/** For tokenmint_ath_attest_with_signer(); `context` points to a
 *  `psa_key_id_t`. */
int32_t tokenmint_psa_es256_sign(void *context, const uint8_t *digest,
                                 uint8_t *signature);

/** For tokenmint_authing_authorization_of_mac(): HMAC-SHA1 of what
 *  tokenmint_authing_string_to_sign() wrote. Key and context as above. */
int32_t tokenmint_psa_hmac_sha1(void *context, const uint8_t *key,
                                size_t key_len, const uint8_t *message,
                                size_t message_len, uint8_t *mac,
                                size_t mac_cap, size_t *mac_len);

#ifdef __cplusplus
} // extern "C"
#endif

#undef TOKENMINT_HMAC_SHA256
#define TOKENMINT_HMAC_SHA256 tokenmint_psa_hmac_sha256
#undef TOKENMINT_ZEGO_CIPHER
#define TOKENMINT_ZEGO_CIPHER tokenmint_psa_encrypt
#undef TOKENMINT_SHA256
#define TOKENMINT_SHA256 tokenmint_psa_sha256
#undef TOKENMINT_ES256_VERIFY
#define TOKENMINT_ES256_VERIFY tokenmint_psa_es256_verify

#endif // TOKENMINT_PSA_H
