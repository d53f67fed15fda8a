/*
 * ATH attestations (ES256) for C++. The conventions are in tokenmint.hpp.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_ATH_HPP
#define TOKENMINT_ATH_HPP

#include "ath.h"
#include "common.hpp"
#include "crypto.hpp"

#include <functional>

namespace tokenmint {
namespace detail {

typedef std::function<bool(const std::uint8_t *, std::uint8_t *)> signer;

/// No exception may pass through C.
inline std::int32_t call_signer(void *context, const std::uint8_t *digest,
                                std::uint8_t *signature) {
  const signer &sign = *static_cast<const signer *>(context);
#if defined(__cpp_exceptions) || defined(_CPPUNWIND)
  try {
    return sign(digest, signature) ? TOKENMINT_OK : TOKENMINT_ERR_SIGNER_FAILED;
  } catch (...) {
    return TOKENMINT_ERR_SIGNER_FAILED;
  }
#else
  return sign(digest, signature) ? TOKENMINT_OK : TOKENMINT_ERR_SIGNER_FAILED;
#endif
}

}  // namespace detail

namespace ath {

/// An attestation; it points to the texts.
inline tokenmint_ath_attestation attestation(view agent_id, view audience,
                                             std::uint64_t issued_at,
                                             view token_id) {
  tokenmint_ath_attestation it = TOKENMINT_ATH_ATTESTATION_INIT;
  it.agent_id = agent_id.data();
  it.agent_id_len = agent_id.size();
  it.audience = audience.data();
  it.audience_len = audience.size();
  it.token_id = token_id.data();
  it.token_id_len = token_id.size();
  it.issued_at = issued_at;
  return it;
}

/// What an attestation must say; it points to the texts.
inline tokenmint_ath_expected expected(view audience, view subject,
                                       std::uint64_t now) {
  tokenmint_ath_expected it = TOKENMINT_ATH_EXPECTED_INIT;
  it.audience = audience.data();
  it.audience_len = audience.size();
  it.subject = subject.data();
  it.subject_len = subject.size();
  it.now = now;
  return it;
}

@@ tokenmint_ath_

/// Signs 32 bytes of digest into 64 bytes of signature, or gives false. An
/// exception is TOKENMINT_ERR_SIGNER_FAILED, an empty one
/// TOKENMINT_ERR_NULL_POINTER.
typedef detail::signer signer;

/// An attestation, signed by anything that can be called.
TOKENMINT_NODISCARD inline result<std::string> attest_with_signer(
    const tokenmint_ath_attestation &attestation, signer sign) {
  if (!sign) {
    return attest_with_signer(attestation, nullptr, nullptr);
  }
  return attest_with_signer(attestation, detail::call_signer, &sign);
}

/// What an attestation says.
class claims : public detail::reading<tokenmint_ath_claims> {
 public:
  claims() {}

  /// Reads an attestation without checking anything.
  static result<claims> inspect(detail::text token) {
    claims it(tokenmint_ath_workspace_len(token.size()));
    const std::int32_t status = tokenmint_ath_inspect(
        token.data(), token.size(), it.memory_.data(), it.memory_.size(),
        &it.info_);
    return result<claims>(status, std::move(it));
  }

  /// Checks an attestation.
  static result<claims> check(detail::text token, detail::octets public_key,
                              const tokenmint_ath_expected &expected) {
    claims it(tokenmint_ath_workspace_len(token.size()));
    const std::int32_t status = tokenmint_ath_check(
        token.data(), token.size(), public_key.data(), public_key.size(),
        &expected, it.memory_.data(), it.memory_.size(), &it.info_);
    return result<claims>(status, std::move(it));
  }

  view issuer() const & { return view(info_.issuer, info_.issuer_len); }
  view issuer() const && = delete;
  view subject() const & { return view(info_.subject, info_.subject_len); }
  view subject() const && = delete;
  view audience() const & { return view(info_.audience, info_.audience_len); }
  view audience() const && = delete;
  view token_id() const & { return view(info_.token_id, info_.token_id_len); }
  view token_id() const && = delete;

 private:
  explicit claims(std::size_t len) : reading(len) {}
};

}  // namespace ath
}  // namespace tokenmint

#endif  // TOKENMINT_ATH_HPP
