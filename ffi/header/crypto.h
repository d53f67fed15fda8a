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

#ifdef __cplusplus
} // extern "C"
#endif

/** The HMAC-SHA256 that the structs of agora.h begin with. */
#ifndef TOKENMINT_HMAC_SHA256
#define TOKENMINT_HMAC_SHA256 tokenmint_hmac_sha256
#endif

#endif // TOKENMINT_CRYPTO_H
