/*
 * ZEGO for C++: token04, token03, the signature of the server API. The
 * conventions are in tokenmint.hpp.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_ZEGO_HPP
#define TOKENMINT_ZEGO_HPP

#include "common.hpp"
#include "crypto.hpp"
#include "zego.h"

namespace tokenmint {
namespace zego {

/// An issuer; it points to secret and `iv`. `iv` and `nonce` are random and
/// used once.
inline tokenmint_zego_issuer issuer(std::uint32_t app_id, view secret, bytes iv,
                                    std::int64_t nonce,
                                    std::int64_t issued_at) {
  tokenmint_zego_issuer issuer = TOKENMINT_ZEGO_ISSUER_INIT;
  issuer.app_id = app_id;
  issuer.secret = secret.data();
  issuer.secret_len = secret.size();
  issuer.iv = iv.data();
  issuer.iv_len = iv.size();
  issuer.nonce = nonce;
  issuer.issued_at = issued_at;
  return issuer;
}

/// An issuer of tokens of AES-256-GCM.
inline tokenmint_zego_issuer issuer_gcm(std::uint32_t app_id, view secret,
                                        bytes iv, std::int64_t nonce,
                                        std::int64_t issued_at) {
  tokenmint_zego_issuer it = issuer(app_id, secret, iv, nonce, issued_at);
  it.cipher = tokenmint_aes256_gcm;
  return it;
}

/// What a token must be for: a user at a time; the room follows. It points to
/// the text.
inline tokenmint_zego_expected expected(std::uint32_t app_id, view user_id,
                                        std::int64_t now) {
  tokenmint_zego_expected it = TOKENMINT_ZEGO_EXPECTED_INIT;
  it.app_id = app_id;
  it.user_id = user_id.data();
  it.user_id_len = user_id.size();
  it.now = now;
  return it;
}

@@ tokenmint_zego_

/// A token04 or token03 that has been read.
class claims : public detail::reading<tokenmint_zego_claims> {
 public:
  claims() {}

  /// The end of a token, which needs no secret and proves nothing.
  static result<claims> peek(detail::text token) {
    claims it(tokenmint_zego_workspace_len(token.size()));
    const std::int32_t status = tokenmint_zego_peek(
        token.data(), token.size(), it.memory_.data(), it.memory_.size(),
        &it.info_);
    return result<claims>(status, std::move(it));
  }

  /// Decrypts a token for whom it may concern, also when it has ended.
  static result<claims> open(detail::text token, detail::text secret) {
    return open_as(token, secret, nullptr);
  }

  /// Decrypts a token and compares it with what is expected.
  static result<claims> open(detail::text token, detail::text secret,
                             const tokenmint_zego_expected &expected) {
    return open_as(token, secret, &expected);
  }

  /// Decrypts a token with AES-256 of the platform; an empty secret is the key
  /// that `context` names.
  static result<claims> open_with_cipher(
      detail::text token, detail::text secret, tokenmint_cipher cipher,
      void *context, const tokenmint_zego_expected *expected) {
    claims it(tokenmint_zego_workspace_len(token.size()));
    const std::int32_t status = tokenmint_zego_open_with_cipher(
        token.data(), token.size(), secret.data(), secret.size(), cipher,
        context, expected, it.memory_.data(), it.memory_.size(), &it.info_);
    return result<claims>(status, std::move(it));
  }

  view room_id() const & { return view(info_.room_id, info_.room_id_len); }
  view room_id() const && = delete;
  view user_id() const & { return view(info_.user_id, info_.user_id_len); }
  view user_id() const && = delete;
  view payload() const & { return view(info_.payload, info_.payload_len); }
  view payload() const && = delete;

 private:
  explicit claims(std::size_t len) : reading(len) {}
  static result<claims> open_as(detail::text token, detail::text secret,
                                const tokenmint_zego_expected *expected) {
    claims it(tokenmint_zego_workspace_len(token.size()));
    const std::int32_t status = tokenmint_zego_open(
        token.data(), token.size(), secret.data(), secret.size(), expected,
        it.memory_.data(), it.memory_.size(), &it.info_);
    return result<claims>(status, std::move(it));
  }
};

}  // namespace zego
}  // namespace tokenmint

#endif  // TOKENMINT_ZEGO_HPP
