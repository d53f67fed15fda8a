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

#ifdef __cplusplus
} // extern "C"
#endif

/** The HMAC-SHA256 that the structs of agora.h begin with. */
#ifndef TOKENMINT_HMAC_SHA256
#define TOKENMINT_HMAC_SHA256 tokenmint_hmac_sha256
#endif

#endif // TOKENMINT_CRYPTO_H
