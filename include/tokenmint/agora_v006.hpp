/*
 * Agora's AccessToken ("006") for C++. The conventions are in tokenmint.hpp.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_AGORA_V006_HPP
#define TOKENMINT_AGORA_V006_HPP

#include "agora.hpp"
#include "agora_v006.h"

namespace tokenmint {
namespace agora {

/// A 006 token for a numeric uid in a channel (official name: RtcTokenBuilder,
/// buildTokenWithUid). Every role but a subscriber may publish.
TOKENMINT_NODISCARD inline result<std::string> v006_rtc_build_token_with_uid(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    std::uint32_t uid, std::uint32_t role, std::uint32_t privilege_expires_at,
    std::uint32_t token_expires_at) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_v006_rtc_build_token_with_uid(
            &issuer, channel.data(), channel.size(), uid, role,
            privilege_expires_at, token_expires_at, out, cap, len);
      });
}

/// A 006 token for a text account in a channel (buildTokenWithAccount,
/// buildTokenWithUserAccount).
TOKENMINT_NODISCARD inline result<std::string>
v006_rtc_build_token_with_account(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    detail::text account, std::uint32_t role,
    std::uint32_t privilege_expires_at, std::uint32_t token_expires_at) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_v006_rtc_build_token_with_account(
            &issuer, channel.data(), channel.size(), account.data(),
            account.size(), role, privilege_expires_at, token_expires_at, out,
            cap, len);
      });
}

/// A 006 token for signaling (official name: RtmTokenBuilder, buildToken).
TOKENMINT_NODISCARD inline result<std::string> v006_rtm_build_token(
    const tokenmint_agora_issuer &issuer, detail::text account,
    std::uint32_t privilege_expires_at, std::uint32_t token_expires_at) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_v006_rtm_build_token(
            &issuer, account.data(), account.size(), privilege_expires_at,
            token_expires_at, out, cap, len);
      });
}

/// A 006 token composed privilege by privilege (official name: AccessToken),
/// for a numeric uid.
TOKENMINT_NODISCARD inline result<std::string> v006_access_token_build_with_uid(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    std::uint32_t uid, detail::items<tokenmint_agora_privilege> privileges,
    std::uint32_t token_expires_at) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_v006_access_token_build_with_uid(
            &issuer, channel.data(), channel.size(), uid, privileges.data(),
            privileges.size(), token_expires_at, out, cap, len);
      });
}

/// A 006 token composed privilege by privilege, for a text account.
TOKENMINT_NODISCARD inline result<std::string>
v006_access_token_build_with_account(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    detail::text account, detail::items<tokenmint_agora_privilege> privileges,
    std::uint32_t token_expires_at) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_v006_access_token_build_with_account(
            &issuer, channel.data(), channel.size(), account.data(),
            account.size(), privileges.data(), privileges.size(),
            token_expires_at, out, cap, len);
      });
}

/// A 006 token that has been read.
class v006_token : public detail::reading<tokenmint_agora_v006_token> {
 public:
  v006_token() {}

  /// Reads a token; nothing is verified.
  static result<v006_token> parse(detail::text text) {
    // A copy of the text, since the app id points into it, and the workspace.
    v006_token it(2 * text.size());
    if (text.size() != 0) {
      std::memcpy(it.memory_.data(), text.data(), text.size());
    }
    const std::int32_t status = tokenmint_agora_v006_parse(
        reinterpret_cast<const char *>(it.memory_.data()), text.size(),
        it.memory_.data() + text.size(), text.size(), &it.info_);
    return result<v006_token>(status, std::move(it));
  }

  view app_id() const & { return view(info_.app_id, info_.app_id_len); }
  view app_id() const && = delete;

  /// Checks the signature, which covers channel and account.
  TOKENMINT_NODISCARD std::int32_t verify(detail::text certificate,
                                          detail::text channel,
                                          detail::text account) const {
    return tokenmint_agora_v006_verify(
        &info_, certificate.data(), certificate.size(), channel.data(),
        channel.size(), account.data(), account.size());
  }

  /// Answers every question; the status is the first bad answer.
  result<tokenmint_agora_report> check(
      const tokenmint_agora_expected &expected) const {
    tokenmint_agora_report report = TOKENMINT_AGORA_REPORT_INIT;
    const std::int32_t status =
        tokenmint_agora_v006_check(&info_, &expected, &report);
    return result<tokenmint_agora_report>(status, report);
  }

  /// The privilege at an index, with its deadline.
  result<tokenmint_agora_privilege> privilege(std::size_t index) const {
    tokenmint_agora_privilege privilege = {0, 0, 0};
    const std::int32_t status =
        tokenmint_agora_v006_token_privilege(&info_, index, &privilege);
    return result<tokenmint_agora_privilege>(status, privilege);
  }

  /// The warning at an index; its texts are static.
  result<tokenmint_agora_warning> warning(std::uint32_t now,
                                          std::size_t index) const {
    tokenmint_agora_warning warning = TOKENMINT_AGORA_WARNING_INIT;
    const std::int32_t status =
        tokenmint_agora_v006_token_warning(&info_, now, index, &warning);
    return result<tokenmint_agora_warning>(status, warning);
  }

 private:
  explicit v006_token(std::size_t len) : reading(len) {}
};

}  // namespace agora
}  // namespace tokenmint

#endif  // TOKENMINT_AGORA_V006_HPP
