/*
 * Cryptography of the platform in place of the library's own: a function
 * pointer in the struct of a service. What the _INIT macro of that struct names
 * may be defined before inclusion or with -D; of the library's own code only
 * what is named is linked. tokenmint_psa.h does all of it for PSA Crypto. The
 * conventions are in tokenmint.h.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_CRYPTO_H
#define TOKENMINT_CRYPTO_H

#include "common.h"

#define TOKENMINT_SHA256_LEN 32 /**< Bytes of a SHA-256 digest. */
#define TOKENMINT_HMAC_SHA256_LEN 32 /**< Bytes of an HMAC-SHA256. */

/** Bytes in a list: a part of a message. */
typedef struct {
  const uint8_t *data; /**< The bytes. */
  size_t len; /**< How many. */
} tokenmint_bytes;

/** Computes a keyed hash (RFC 2104): @ref tokenmint_hmac_sha256, or your own
 *  that works with a library or a peripheral of the platform. It writes the
 *  result to `mac`, its length to `*mac_len`, and returns `TOKENMINT_OK`;
 *  anything else, or another length, is `TOKENMINT_ERR_CRYPTO_FAILED` for the
 *  caller, who gets no token.
 *
 *  The message is what `parts` make in a row; there are 1 to 4 of them. A key
 *  of no bytes is one that the platform holds: which one, `context` says. */
typedef int32_t (*tokenmint_hmac)(
    void *context, const uint8_t *key, size_t key_len,
    const tokenmint_bytes *parts, size_t parts_count, uint8_t *mac,
    size_t mac_cap, size_t *mac_len);

/** Encrypts or decrypts `data` in place with AES-256: @ref
 *  tokenmint_aes256_cbc, @ref tokenmint_aes256_gcm, or your own that works with
 *  a library or a peripheral of the platform. Returns `TOKENMINT_OK`; anything
 *  else is a failure of the call, which gives no token.
 *
 *  `iv_len` is 16 for CBC: `data` is whole blocks, with their padding. It is 12
 *  for GCM, which has no associated data: `data` is a text and behind it 16
 *  bytes for the tag, to be written, or to be checked before anything is
 *  decrypted.
 *
 *  A key of no bytes is one that the platform holds: which one, `context`
 *  says. */
typedef int32_t (*tokenmint_cipher)(
    void *context, const uint8_t *key, size_t key_len, const uint8_t *iv,
    size_t iv_len, uint8_t *data, size_t data_len);

/** Computes SHA-256: @ref tokenmint_sha256, or your own that works with a
 *  library or a peripheral of the platform. It writes the digest, its length to
 *  `*digest_len`, and returns `TOKENMINT_OK`; anything else, or another length,
 *  is `TOKENMINT_ERR_CRYPTO_FAILED` for the caller. */
typedef int32_t (*tokenmint_hash)(
    void *context, const uint8_t *message, size_t message_len, uint8_t *digest,
    size_t digest_cap, size_t *digest_len);

/** Checks the signature (64 bytes: r and s, big-endian) of a SHA-256 digest (32
 *  bytes) with a P-256 public key: @ref tokenmint_es256_verify, or your own.
 *  Returns `TOKENMINT_OK`, `TOKENMINT_ERR_BAD_SIGNATURE`, or
 *  `TOKENMINT_ERR_BAD_KEY` for what is no key; anything else is
 *  `TOKENMINT_ERR_CRYPTO_FAILED` for the caller. */
typedef int32_t (*tokenmint_es256_verifier)(
    void *context, const uint8_t *public_key, size_t public_key_len,
    const uint8_t *digest, const uint8_t *signature);

#ifdef __cplusplus
extern "C" {
#endif

/**
 * HMAC-SHA256 by the library's own code.
 *
 * For @ref tokenmint_agora_issuer::hmac_sha256. The library calls it with what
 * it has checked, so unlike other functions this one checks no pointer.
 *
 * @param context  Not used.
 * @param key,key_len  The key; not empty.
 * @param parts,parts_count  The message, in parts.
 * @param mac,mac_cap,mac_len  Receives `TOKENMINT_HMAC_SHA256_LEN` bytes: no
 *   NUL follows.
 * @return Also TOKENMINT_ERR_CRYPTO_FAILED.
 */
TOKENMINT_NODISCARD int32_t tokenmint_hmac_sha256(
    void *context, const uint8_t *key, size_t key_len,
    const tokenmint_bytes *parts, size_t parts_count, uint8_t *mac,
    size_t mac_cap, size_t *mac_len);

/**
 * Encrypts with AES-256-CBC by the library's own code.
 *
 * For @ref tokenmint_zego_issuer::cipher. The library calls it with what it has
 * checked, so unlike other functions this one checks no pointer.
 *
 * @param context  Not used.
 * @param key,key_len  The key: 32 bytes.
 * @param iv,iv_len  The initialization vector: 16 bytes.
 * @param data,data_len  What is encrypted in place: whole blocks.
 * @return Also TOKENMINT_ERR_CRYPTO_FAILED.
 */
TOKENMINT_NODISCARD int32_t tokenmint_aes256_cbc(
    void *context, const uint8_t *key, size_t key_len, const uint8_t *iv,
    size_t iv_len, uint8_t *data, size_t data_len);

/**
 * Encrypts with AES-256-GCM by the library's own code.
 *
 * For @ref tokenmint_zego_issuer::cipher. The library calls it with what it has
 * checked, so unlike other functions this one checks no pointer.
 *
 * @param context  Not used.
 * @param key,key_len  The key: 32 bytes.
 * @param iv,iv_len  The nonce: 12 bytes.
 * @param data,data_len  What is encrypted in place, and 16 bytes for the tag.
 * @return Also TOKENMINT_ERR_CRYPTO_FAILED.
 */
TOKENMINT_NODISCARD int32_t tokenmint_aes256_gcm(
    void *context, const uint8_t *key, size_t key_len, const uint8_t *iv,
    size_t iv_len, uint8_t *data, size_t data_len);

/**
 * SHA-256 by the library's own code.
 *
 * For the structs of ATH. The library calls it with what it has checked, so
 * unlike other functions this one checks no pointer.
 *
 * @param context  Not used.
 * @param message,message_len  The message.
 * @param digest,digest_cap,digest_len  Receives `TOKENMINT_SHA256_LEN` bytes:
 *   no NUL follows.
 * @return Also TOKENMINT_ERR_CRYPTO_FAILED.
 */
TOKENMINT_NODISCARD int32_t tokenmint_sha256(
    void *context, const uint8_t *message, size_t message_len, uint8_t *digest,
    size_t digest_cap, size_t *digest_len);

/**
 * Checks an ES256 signature by the library's own code.
 *
 * For @ref tokenmint_ath_expected::verifier. The library calls it with what it
 * has checked, so unlike other functions this one checks no pointer.
 *
 * @param context  Not used.
 * @param public_key,public_key_len  The point, uncompressed or compressed.
 * @param digest  32 bytes.
 * @param signature  64 bytes.
 * @retval TOKENMINT_ERR_BAD_KEY  The key is not a P-256 key.
 * @return Also TOKENMINT_ERR_BAD_SIGNATURE.
 */
TOKENMINT_NODISCARD int32_t tokenmint_es256_verify(
    void *context, const uint8_t *public_key, size_t public_key_len,
    const uint8_t *digest, const uint8_t *signature);

#ifdef __cplusplus
} // extern "C"
#endif

/* Everything by PSA Crypto, with tokenmint_psa.c in the program. */
#ifdef TOKENMINT_PSA
#include "../tokenmint_psa.h"
#endif

/** The HMAC-SHA256 that the structs of agora.h begin with. */
#ifndef TOKENMINT_HMAC_SHA256
#define TOKENMINT_HMAC_SHA256 tokenmint_hmac_sha256
#endif

/** The cipher that the struct of zego.h begins with: CBC. */
#ifndef TOKENMINT_ZEGO_CIPHER
#define TOKENMINT_ZEGO_CIPHER tokenmint_aes256_cbc
#endif

/** The SHA-256 that the structs of ath.h begin with. */
#ifndef TOKENMINT_SHA256
#define TOKENMINT_SHA256 tokenmint_sha256
#endif

/** The check of signatures that the struct of ath.h begins with. */
#ifndef TOKENMINT_ES256_VERIFY
#define TOKENMINT_ES256_VERIFY tokenmint_es256_verify
#endif

#endif // TOKENMINT_CRYPTO_H
