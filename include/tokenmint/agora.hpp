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

/// The key of the second `issued_at`, for a device that mints its own 007
/// tokens without the certificate: see tokenmint_agora_issuer::time_key. It is
/// a secret, with which every token of that issue time can be made; none of
/// them outlives it by more than 24 hours.
TOKENMINT_NODISCARD inline result<std::vector<std::uint8_t> > time_key(
    const tokenmint_agora_issuer &issuer) {
  return tokenmint::detail::write_bytes(
      [&](std::uint8_t *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_time_key(&issuer, out, cap, len);
      });
}

/// A token for a numeric uid in a channel (official name: RtcTokenBuilder2,
/// build_token_with_uid). A publisher may join and publish, every other role
/// may join.
TOKENMINT_NODISCARD inline result<std::string> rtc_build_token_with_uid(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    std::uint32_t uid, std::uint32_t role, std::uint32_t token_expire,
    std::uint32_t privilege_expire) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_rtc_build_token_with_uid(
            &issuer, channel.data(), channel.size(), uid, role, token_expire,
            privilege_expire, out, cap, len);
      });
}

/// A token for a text account in a channel (build_token_with_user_account).
TOKENMINT_NODISCARD inline result<std::string>
rtc_build_token_with_user_account(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    detail::text account, std::uint32_t role, std::uint32_t token_expire,
    std::uint32_t privilege_expire) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_rtc_build_token_with_user_account(
            &issuer, channel.data(), channel.size(), account.data(),
            account.size(), role, token_expire, privilege_expire, out, cap,
            len);
      });
}

/// A token for a numeric uid with a lifetime for each privilege; all four are
/// granted (build_token_with_uid_and_privilege).
TOKENMINT_NODISCARD inline result<std::string>
rtc_build_token_with_uid_and_privilege(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    std::uint32_t uid, std::uint32_t token_expire,
    const tokenmint_agora_rtc_lifetimes &lifetimes) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_rtc_build_token_with_uid_and_privilege(
            &issuer, channel.data(), channel.size(), uid, token_expire,
            &lifetimes, out, cap, len);
      });
}

/// A token for a text account with a lifetime for each privilege; all four are
/// granted (build_token_with_user_account_and_privilege).
TOKENMINT_NODISCARD inline result<std::string>
rtc_build_token_with_user_account_and_privilege(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    detail::text account, std::uint32_t token_expire,
    const tokenmint_agora_rtc_lifetimes &lifetimes) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_rtc_build_token_with_user_account_and_privilege(
            &issuer, channel.data(), channel.size(), account.data(),
            account.size(), token_expire, &lifetimes, out, cap, len);
      });
}

/// A token for RTC and RTM with the same account (build_token_with_rtm). The
/// privilege lifetime applies to RTC; the RTM login lasts as long as the token.
TOKENMINT_NODISCARD inline result<std::string> rtc_build_token_with_rtm(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    detail::text account, std::uint32_t role, std::uint32_t token_expire,
    std::uint32_t privilege_expire) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_rtc_build_token_with_rtm(
            &issuer, channel.data(), channel.size(), account.data(),
            account.size(), role, token_expire, privilege_expire, out, cap,
            len);
      });
}

/// A token for RTC and RTM with accounts and lifetimes of their own
/// (build_token_with_rtm2). Only a publisher gets the last three privileges.
TOKENMINT_NODISCARD inline result<std::string> rtc_build_token_with_rtm2(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    detail::text rtc_account, std::uint32_t rtc_role,
    std::uint32_t rtc_token_expire,
    const tokenmint_agora_rtc_lifetimes &lifetimes, detail::text rtm_user_id,
    std::uint32_t rtm_token_expire) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_rtc_build_token_with_rtm2(
            &issuer, channel.data(), channel.size(), rtc_account.data(),
            rtc_account.size(), rtc_role, rtc_token_expire, &lifetimes,
            rtm_user_id.data(), rtm_user_id.size(), rtm_token_expire, out, cap,
            len);
      });
}

/// A token with which a user may log in to signaling (official name:
/// RtmTokenBuilder2, build_token).
TOKENMINT_NODISCARD inline result<std::string> rtm_build_token(
    const tokenmint_agora_issuer &issuer, detail::text user_id,
    std::uint32_t expire) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_rtm_build_token(
            &issuer, user_id.data(), user_id.size(), expire, out, cap, len);
      });
}

/// A token with which a numeric user id may log in to signaling.
TOKENMINT_NODISCARD inline result<std::string> rtm_build_token_with_uid(
    const tokenmint_agora_issuer &issuer, std::uint32_t uid,
    std::uint32_t expire) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_rtm_build_token_with_uid(
            &issuer, uid, expire, out, cap, len);
      });
}

/// A signaling token with permissions per resource: service RTM2
/// (build_token_with_permissions).
TOKENMINT_NODISCARD inline result<std::string> rtm_build_token_with_permissions(
    const tokenmint_agora_issuer &issuer, detail::text user_id,
    detail::items<tokenmint_agora_permission> permissions,
    std::uint32_t expire) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_rtm_build_token_with_permissions(
            &issuer, user_id.data(), user_id.size(), permissions.data(),
            permissions.size(), expire, out, cap, len);
      });
}

/// A token for a chat user (official name: ChatTokenBuilder2,
/// build_user_token).
TOKENMINT_NODISCARD inline result<std::string> chat_build_user_token(
    const tokenmint_agora_issuer &issuer, detail::text user_id,
    std::uint32_t expire) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_chat_build_user_token(
            &issuer, user_id.data(), user_id.size(), expire, out, cap, len);
      });
}

/// A chat token for the application itself (ChatTokenBuilder2,
/// build_app_token).
TOKENMINT_NODISCARD inline result<std::string> chat_build_app_token(
    const tokenmint_agora_issuer &issuer, std::uint32_t expire) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_chat_build_app_token(
            &issuer, expire, out, cap, len);
      });
}

/// A token for a user in a room of the flexible classroom, including signaling
/// and chat (official names: EducationTokenBuilder2 and ApaasTokenBuilder,
/// build_room_user_token).
TOKENMINT_NODISCARD inline result<std::string> education_build_room_user_token(
    const tokenmint_agora_issuer &issuer, detail::text room_uuid,
    detail::text user_uuid, std::int16_t role, std::uint32_t expire) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_education_build_room_user_token(
            &issuer, room_uuid.data(), room_uuid.size(), user_uuid.data(),
            user_uuid.size(), role, expire, out, cap, len);
      });
}

/// A token for a user of the flexible classroom without a room
/// (build_user_token).
TOKENMINT_NODISCARD inline result<std::string> education_build_user_token(
    const tokenmint_agora_issuer &issuer, detail::text user_uuid,
    std::uint32_t expire) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_education_build_user_token(
            &issuer, user_uuid.data(), user_uuid.size(), expire, out, cap, len);
      });
}

/// A token for the flexible classroom for the application itself
/// (build_app_token).
TOKENMINT_NODISCARD inline result<std::string> education_build_app_token(
    const tokenmint_agora_issuer &issuer, std::uint32_t expire) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_education_build_app_token(
            &issuer, expire, out, cap, len);
      });
}

/// A token for fusion player acceleration, of 24 hours (official name:
/// FpaTokenBuilder, build_token).
TOKENMINT_NODISCARD inline result<std::string> fpa_build_token(
    const tokenmint_agora_issuer &issuer) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_fpa_build_token(&issuer, out, cap, len);
      });
}

/// A token for conversational AI: RTC and RTM as
/// tokenmint_agora_rtc_build_token_with_rtm2, and the service itself (official
/// name: ConvoAITokenBuilder, buildToken).
TOKENMINT_NODISCARD inline result<std::string> convoai_build_token(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    detail::text rtc_account, std::uint32_t rtc_role,
    std::uint32_t rtc_token_expire,
    const tokenmint_agora_rtc_lifetimes &lifetimes, detail::text rtm_user_id,
    std::uint32_t rtm_token_expire) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_convoai_build_token(
            &issuer, channel.data(), channel.size(), rtc_account.data(),
            rtc_account.size(), rtc_role, rtc_token_expire, &lifetimes,
            rtm_user_id.data(), rtm_user_id.size(), rtm_token_expire, out, cap,
            len);
      });
}

/// A token for speech to text: RTC and RTM as
/// tokenmint_agora_rtc_build_token_with_rtm2, and the service itself (official
/// name: SttTokenBuilder, buildToken).
TOKENMINT_NODISCARD inline result<std::string> stt_build_token(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    detail::text rtc_account, std::uint32_t rtc_role,
    std::uint32_t rtc_token_expire,
    const tokenmint_agora_rtc_lifetimes &lifetimes, detail::text rtm_user_id,
    std::uint32_t rtm_token_expire) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_stt_build_token(
            &issuer, channel.data(), channel.size(), rtc_account.data(),
            rtc_account.size(), rtc_role, rtc_token_expire, &lifetimes,
            rtm_user_id.data(), rtm_user_id.size(), rtm_token_expire, out, cap,
            len);
      });
}

/// A token composed service by service (official name: AccessToken2). The same
/// service type may be there more than once.
TOKENMINT_NODISCARD inline result<std::string> access_token2_build(
    const tokenmint_agora_issuer &issuer, std::uint32_t expire,
    detail::items<tokenmint_agora_service> services) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_access_token2_build(
            &issuer, expire, services.data(), services.size(), out, cap, len);
      });
}

/// An RTC token as the Conversational AI SDK generates it (generate_rtc_token):
/// token and privileges have the same lifetime.
TOKENMINT_NODISCARD inline result<std::string> generate_rtc_token(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    std::uint32_t uid, std::uint32_t role, std::uint32_t expire) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_generate_rtc_token(
            &issuer, channel.data(), channel.size(), uid, role, expire, out,
            cap, len);
      });
}

/// A token for RTC and RTM with the same account, always as publisher, as the
/// Conversational AI service takes it (generate_convo_ai_token).
TOKENMINT_NODISCARD inline result<std::string> generate_convo_ai_token(
    const tokenmint_agora_issuer &issuer, detail::text channel_name,
    detail::text account, std::uint32_t token_expire,
    std::uint32_t privilege_expire) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_generate_convo_ai_token(
            &issuer, channel_name.data(), channel_name.size(), account.data(),
            account.size(), token_expire, privilege_expire, out, cap, len);
      });
}

/// The value of the `Authorization` header for a token: "agora token=...". A
/// token that already has the prefix is taken as it is.
TOKENMINT_NODISCARD inline result<std::string> token_header(
    detail::text token) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_token_header(
            token.data(), token.size(), out, cap, len);
      });
}

/// The value of the `Authorization` header for a customer id and secret: "Basic
/// ..." (RFC 7617).
TOKENMINT_NODISCARD inline result<std::string> basic_header(
    detail::text customer_id, detail::text customer_secret) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_basic_header(
            customer_id.data(), customer_id.size(), customer_secret.data(),
            customer_secret.size(), out, cap, len);
      });
}

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
