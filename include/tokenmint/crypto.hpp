/*
 * Cryptography of the platform for C++. The conventions are in tokenmint.hpp.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_CRYPTO_HPP
#define TOKENMINT_CRYPTO_HPP

#include "common.hpp"
#include "crypto.h"

namespace tokenmint {

/// The library's own, to be named in the structs of the services.
namespace own {

inline tokenmint_hmac hmac_sha256() { return tokenmint_hmac_sha256; }

inline tokenmint_cipher aes256_cbc() { return tokenmint_aes256_cbc; }
inline tokenmint_cipher aes256_gcm() { return tokenmint_aes256_gcm; }
inline tokenmint_hash sha256() { return tokenmint_sha256; }
inline tokenmint_es256_verifier es256_verify() {
  return tokenmint_es256_verify;
}

}  // namespace own
}  // namespace tokenmint

#endif  // TOKENMINT_CRYPTO_HPP
