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

@@ constants

@@ types

#ifdef __cplusplus
extern "C" {
#endif

@@ tokenmint_hmac_

@@ tokenmint_aes256_

@@ tokenmint_sha256

@@ tokenmint_es256_

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
