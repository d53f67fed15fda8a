/*
 * Agora for C++: AccessToken2 ("007"), values of the Authorization header. The
 * conventions are in tokenmint.hpp.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_AGORA_HPP
#define TOKENMINT_AGORA_HPP

#include "agora.h"
#include "common.hpp"
#include "crypto.hpp"

namespace tokenmint {

/// The compressors, to be named in tokenmint_agora_issuer::compression.
namespace compress {

inline tokenmint_compression stored() { return tokenmint_compress_stored; }
inline tokenmint_compression fixed() { return tokenmint_compress_fixed; }
inline tokenmint_compression exact() { return tokenmint_compress_exact; }

}  // namespace compress

namespace agora {

/// An issuer; it points to the texts.
inline tokenmint_agora_issuer issuer(view app_id, view certificate,
                                     std::uint32_t issued_at,
                                     std::uint32_t salt) {
  tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
  issuer.app_id = app_id.data();
  issuer.app_id_len = app_id.size();
  issuer.certificate = certificate.data();
  issuer.certificate_len = certificate.size();
  issuer.issued_at = issued_at;
  issuer.salt = salt;
  return issuer;
}

/// An issuer without a certificate, for the second that the key is of; it
/// points to text and key.
inline tokenmint_agora_issuer issuer_from_time_key(view app_id, bytes time_key,
                                                   std::uint32_t issued_at,
                                                   std::uint32_t salt) {
  tokenmint_agora_issuer it = issuer(app_id, view(), issued_at, salt);
  it.time_key = time_key.data();
  it.time_key_len = time_key.size();
  return it;
}

/// How long each privilege of an RTC service lasts, in seconds from the issue
/// time; 0: as long as the token.
inline tokenmint_agora_rtc_lifetimes rtc_lifetimes(
    std::uint32_t join_channel, std::uint32_t publish_audio,
    std::uint32_t publish_video, std::uint32_t publish_data) {
  tokenmint_agora_rtc_lifetimes lifetimes = TOKENMINT_AGORA_RTC_LIFETIMES_INIT;
  lifetimes.join_channel = join_channel;
  lifetimes.publish_audio = publish_audio;
  lifetimes.publish_video = publish_video;
  lifetimes.publish_data = publish_data;
  return lifetimes;
}

/// What may be done with which resources (service RTM2); it points to them.
inline tokenmint_agora_permission permission(list<tokenmint_text> resources,
                                             std::uint16_t resource_type,
                                             std::uint16_t permission_type) {
  tokenmint_agora_permission it = {resources.data(), resources.size(),
                                   resource_type, permission_type};
  return it;
}

/// What a token should be for: to join a channel as a text account; the other
/// members follow. It points to the texts.
inline tokenmint_agora_expected expected(view certificate, view channel,
                                         view account, std::uint32_t now) {
  tokenmint_agora_expected it = TOKENMINT_AGORA_EXPECTED_INIT;
  it.certificate = certificate.data();
  it.certificate_len = certificate.size();
  it.channel = channel.data();
  it.channel_len = channel.size();
  it.user = account.data();
  it.user_len = account.size();
  it.now = now;
  return it;
}

/// What a token should be for: to join a channel as a numeric uid.
inline tokenmint_agora_expected expected(view certificate, view channel,
                                         std::uint32_t uid,
                                         std::uint32_t now) {
  tokenmint_agora_expected it =
      expected(certificate, channel, view(), now);
  it.user_kind = TOKENMINT_AGORA_USER_UID;
  it.uid = uid;
  return it;
}

@@ tokenmint_agora_

/// An AccessToken2 that has been read.
class token : public detail::reading<tokenmint_agora_token> {
 public:
  token() {}

  /// Reads a token; nothing is verified.
  static result<token> parse(detail::text text) {
    token it(tokenmint_agora_workspace_len(text.size()));
    const std::int32_t status = tokenmint_agora_parse(
        text.data(), text.size(), it.memory_.data(), it.memory_.size(),
        &it.info_);
    return result<token>(status, std::move(it));
  }

  view app_id() const & { return view(info_.app_id, info_.app_id_len); }
  view app_id() const && = delete;

  /// Checks the signature alone.
  TOKENMINT_NODISCARD std::int32_t verify(detail::text certificate) const {
    return tokenmint_agora_verify(&info_, certificate.data(),
                                  certificate.size());
  }

  /// Answers every question; the status is the first bad answer.
  result<tokenmint_agora_report> check(
      const tokenmint_agora_expected &expected) const {
    tokenmint_agora_report report = TOKENMINT_AGORA_REPORT_INIT;
    const std::int32_t status =
        tokenmint_agora_check(&info_, &expected, &report);
    return result<tokenmint_agora_report>(status, report);
  }

  /// The service at an index; it points into the token.
  result<tokenmint_agora_service_info> service(std::size_t index) const {
    tokenmint_agora_service_info info = TOKENMINT_AGORA_SERVICE_INFO_INIT;
    const std::int32_t status =
        tokenmint_agora_token_service(&info_, index, &info);
    return result<tokenmint_agora_service_info>(status, info);
  }

  /// The privilege at an index of a service.
  result<tokenmint_agora_privilege> privilege(std::size_t service,
                                              std::size_t index) const {
    tokenmint_agora_privilege privilege = {0, 0, 0};
    const std::int32_t status =
        tokenmint_agora_token_privilege(&info_, service, index, &privilege);
    return result<tokenmint_agora_privilege>(status, privilege);
  }

  /// The permission at an index of a service (RTM2).
  result<tokenmint_agora_permission> permission(std::size_t service,
                                                std::size_t index) const {
    tokenmint_agora_permission permission = {nullptr, 0, 0, 0};
    const std::int32_t status =
        tokenmint_agora_token_permission(&info_, service, index, &permission);
    return result<tokenmint_agora_permission>(status, permission);
  }

  /// The resource at an index of a permission.
  result<std::string> resource(std::size_t service, std::size_t permission,
                               std::size_t index) const {
    tokenmint_text text = {nullptr, 0};
    const std::int32_t status = tokenmint_agora_token_resource(
        &info_, service, permission, index, &text);
    return result<std::string>(status, view(text.data, text.len).str());
  }

  /// The warning at an index; its texts are static.
  result<tokenmint_agora_warning> warning(std::uint32_t now,
                                          std::size_t index) const {
    tokenmint_agora_warning warning = TOKENMINT_AGORA_WARNING_INIT;
    const std::int32_t status =
        tokenmint_agora_token_warning(&info_, now, index, &warning);
    return result<tokenmint_agora_warning>(status, warning);
  }

 private:
  explicit token(std::size_t len) : reading(len) {}
};

/// The few facts of an AccessToken2 that a device needs.
class peeked : public detail::reading<tokenmint_agora_peeked> {
 public:
  peeked() {}

  /// Reads a token; nothing is verified.
  static result<peeked> peek(detail::text text) {
    peeked it(tokenmint_agora_workspace_len(text.size()));
    const std::int32_t status = tokenmint_agora_peek(
        text.data(), text.size(), it.memory_.data(), it.memory_.size(),
        &it.info_);
    return result<peeked>(status, std::move(it));
  }

  view app_id() const & { return view(info_.app_id, info_.app_id_len); }
  view app_id() const && = delete;
  view channel() const & { return view(info_.channel, info_.channel_len); }
  view channel() const && = delete;
  view account() const & { return view(info_.account, info_.account_len); }
  view account() const && = delete;

  /// Whether it is time for a new token; true also when it cannot be told.
  bool should_renew(std::uint32_t now) const {
    bool answer = true;
    return tokenmint_agora_should_renew(&info_, now, &answer) !=
               TOKENMINT_OK ||
           answer;
  }
  /// Whether the token has ended; true also when it cannot be told.
  bool has_expired(std::uint32_t now) const {
    bool answer = true;
    return tokenmint_agora_has_expired(&info_, now, &answer) != TOKENMINT_OK ||
           answer;
  }

 private:
  explicit peeked(std::size_t len) : reading(len) {}
};

}  // namespace agora
}  // namespace tokenmint

#endif  // TOKENMINT_AGORA_HPP
