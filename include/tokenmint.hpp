/*
 * tokenmint for C++11 and later: RAII and std::string on top of tokenmint.h.
 * Header only; link the same library.
 *
 * Functions are in one namespace a service and have the names of C without
 * `tokenmint_` and the service. A result is a status and, when that is good, a
 * value; nothing throws but what the standard library throws (std::bad_alloc).
 * With TOKENMINT_HPP_EXCEPTIONS defined there is result::or_throw().
 *
 * A `view` is text that somebody else keeps: from a literal, a std::string, and
 * in C++17 a std::string_view. `bytes` is the same for bytes.
 *
 *   tokenmint::result<std::string> token =
 *       tokenmint::agora::rtc_build_token_with_uid(
 *           tokenmint::agora::issuer(app_id, certificate, now, salt), "lobby",
 *           7, TOKENMINT_AGORA_ROLE_PUBLISHER, 3600, 3600);
 *   if (!token) {
 *     std::cerr << token.status_name() << "\n";
 *   }
 */

#ifndef TOKENMINT_HPP
#define TOKENMINT_HPP

#include "tokenmint.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#if __cplusplus >= 201703L || (defined(_MSVC_LANG) && _MSVC_LANG >= 201703L)
#define TOKENMINT_HPP_STRING_VIEW 1
#include <string_view>
#endif

#ifdef TOKENMINT_HPP_EXCEPTIONS
#include <stdexcept>
#endif

namespace tokenmint {

/// The name of a status.
inline const char *status_name(std::int32_t status) {
  return tokenmint_status_name(status);
}

/// The version of the library: TOKENMINT_VERSION when it is that of the header.
inline std::uint32_t version() { return tokenmint_version(); }

/// Text that somebody else keeps.
class view {
 public:
  view() : data_(nullptr), size_(0) {}
  view(const char *text)
      : data_(text), size_(text == nullptr ? 0 : std::strlen(text)) {}
  view(const char *data, std::size_t size) : data_(data), size_(size) {}
  view(const std::string &text) : data_(text.data()), size_(text.size()) {}
#ifdef TOKENMINT_HPP_STRING_VIEW
  view(std::string_view text) : data_(text.data()), size_(text.size()) {}
#endif
  const char *data() const { return data_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  std::string str() const {
    return size_ == 0 ? std::string() : std::string(data_, size_);
  }

 private:
  const char *data_;
  std::size_t size_;
};

/// Bytes that somebody else keeps.
class bytes {
 public:
  bytes() : data_(nullptr), size_(0) {}
  bytes(const std::uint8_t *data, std::size_t size)
      : data_(data), size_(size) {}
  bytes(const std::vector<std::uint8_t> &all)
      : data_(all.data()), size_(all.size()) {}
  template <std::size_t N>
  bytes(const std::uint8_t (&all)[N]) : data_(all), size_(N) {}
  const std::uint8_t *data() const { return data_; }
  std::size_t size() const { return size_; }

 private:
  const std::uint8_t *data_;
  std::size_t size_;
};

/// A status and, when it is TOKENMINT_OK, a value.
template <typename T>
class result {
 public:
  result(std::int32_t status, T value)
      : status_(status), value_(std::move(value)) {}
  bool ok() const { return status_ == TOKENMINT_OK; }
  explicit operator bool() const { return ok(); }
  std::int32_t status() const { return status_; }
  const char *status_name() const { return tokenmint_status_name(status_); }
  /// The value; after an error an empty one, never half a token.
  const T &value() const { return value_; }
  const T &operator*() const { return value_; }
  const T *operator->() const { return &value_; }
  T take() { return std::move(value_); }
#ifdef TOKENMINT_HPP_EXCEPTIONS
  const T &or_throw() const {
    if (!ok()) {
      throw std::runtime_error(status_name());
    }
    return value_;
  }
#endif

 private:
  std::int32_t status_;
  T value_;
};

/// The parts of a list as C has them.
inline tokenmint_text list_item(view text) {
  tokenmint_text item = {text.data(), text.size()};
  return item;
}

namespace detail {

template <typename T>
const T *list(const std::vector<T> &items) {
  return items.empty() ? nullptr : items.data();
}

inline view text(const char *data, std::size_t size) {
  return view(data, size);
}

/// Asks for the size, then for the text.
template <typename Call>
result<std::string> write_text(Call call) {
  std::size_t len = 0;
  std::int32_t status = call(nullptr, 0, &len);
  if (status != TOKENMINT_ERR_BUFFER_TOO_SMALL) {
    return result<std::string>(status, std::string());
  }
  std::string text(len, '\0');
  status = call(&text[0], text.size(), &len);
  text.resize(status == TOKENMINT_OK ? len : 0);
  return result<std::string>(status, std::move(text));
}

template <typename Call>
result<std::vector<std::uint8_t> > write_bytes(Call call) {
  typedef std::vector<std::uint8_t> buffer;
  std::size_t len = 0;
  std::int32_t status = call(nullptr, 0, &len);
  if (status != TOKENMINT_ERR_BUFFER_TOO_SMALL) {
    return result<buffer>(status, buffer());
  }
  buffer out(len);
  status = call(out.data(), out.size(), &len);
  out.resize(status == TOKENMINT_OK ? len : 0);
  return result<buffer>(status, std::move(out));
}

/// Memory that is handed on when its owner moves, and never copied: structs
/// point into it.
class workspace {
 public:
  explicit workspace(std::size_t len = 0) : bytes_(len) {}
  workspace(workspace &&other) : bytes_(std::move(other.bytes_)) {}
  workspace &operator=(workspace &&other) {
    bytes_ = std::move(other.bytes_);
    return *this;
  }
  workspace(const workspace &) = delete;
  workspace &operator=(const workspace &) = delete;
  std::uint8_t *data() { return bytes_.data(); }
  std::size_t size() const { return bytes_.size(); }
  /// Keeps a copy of a text behind what is there; for texts that structs point
  /// to as well.
  static workspace of(view text) {
    workspace copy(text.size());
    if (!text.empty()) {
      std::memcpy(copy.data(), text.data(), text.size());
    }
    return copy;
  }
  view text() const {
    return view(reinterpret_cast<const char *>(bytes_.data()), bytes_.size());
  }

 private:
  std::vector<std::uint8_t> bytes_;
};

}  // namespace detail

/// The compressors, to be named in tokenmint_agora_issuer::compression.
namespace compress {

inline tokenmint_compression stored() { return tokenmint_compress_stored; }
inline tokenmint_compression fixed() { return tokenmint_compress_fixed; }
inline tokenmint_compression exact() { return tokenmint_compress_exact; }

}  // namespace compress

namespace agora {

/// An issuer; it points to the texts, which must live as long as it is used.
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

/// A token for a numeric uid in a channel (official name: RtcTokenBuilder2,
/// build_token_with_uid). A publisher may join and publish, every other
/// role may join.
inline result<std::string> rtc_build_token_with_uid(
    const tokenmint_agora_issuer &issuer, view channel, uint32_t uid,
    uint32_t role, uint32_t token_expire, uint32_t privilege_expire) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_rtc_build_token_with_uid(&issuer, channel.data(),
        channel.size(), uid, role, token_expire, privilege_expire, out, cap,
        len);
  });
}

/// The same for a text account (build_token_with_user_account).
inline result<std::string> rtc_build_token_with_user_account(
    const tokenmint_agora_issuer &issuer, view channel, view account,
    uint32_t role, uint32_t token_expire, uint32_t privilege_expire) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_rtc_build_token_with_user_account(&issuer,
        channel.data(), channel.size(), account.data(), account.size(), role,
        token_expire, privilege_expire, out, cap, len);
  });
}

/// A token for a numeric uid with a lifetime for each privilege; all four
/// are granted (build_token_with_uid_and_privilege).
inline result<std::string> rtc_build_token_with_uid_and_privilege(
    const tokenmint_agora_issuer &issuer, view channel, uint32_t uid,
    uint32_t token_expire, const tokenmint_agora_rtc_lifetimes &lifetimes) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_rtc_build_token_with_uid_and_privilege(&issuer,
        channel.data(), channel.size(), uid, token_expire, &lifetimes, out,
        cap, len);
  });
}

/// The same for a text account
/// (build_token_with_user_account_and_privilege).
inline result<std::string> rtc_build_token_with_user_account_and_privilege(
    const tokenmint_agora_issuer &issuer, view channel, view account,
    uint32_t token_expire, const tokenmint_agora_rtc_lifetimes &lifetimes) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_rtc_build_token_with_user_account_and_privilege(
        &issuer, channel.data(), channel.size(), account.data(),
        account.size(), token_expire, &lifetimes, out, cap, len);
  });
}

/// A token for RTC and RTM with the same account (build_token_with_rtm).
/// The privilege lifetime applies to RTC; the RTM login lasts as long as
/// the token.
inline result<std::string> rtc_build_token_with_rtm(
    const tokenmint_agora_issuer &issuer, view channel, view account,
    uint32_t role, uint32_t token_expire, uint32_t privilege_expire) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_rtc_build_token_with_rtm(&issuer, channel.data(),
        channel.size(), account.data(), account.size(), role, token_expire,
        privilege_expire, out, cap, len);
  });
}

/// A token for RTC and RTM with accounts and lifetimes of their own
/// (build_token_with_rtm2). Only a publisher gets the last three
/// privileges.
inline result<std::string> rtc_build_token_with_rtm2(
    const tokenmint_agora_issuer &issuer, view channel, view rtc_account,
    uint32_t rtc_role, uint32_t rtc_token_expire,
    const tokenmint_agora_rtc_lifetimes &lifetimes, view rtm_user_id,
    uint32_t rtm_token_expire) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_rtc_build_token_with_rtm2(&issuer,
        channel.data(), channel.size(), rtc_account.data(),
        rtc_account.size(), rtc_role, rtc_token_expire, &lifetimes,
        rtm_user_id.data(), rtm_user_id.size(), rtm_token_expire, out, cap,
        len);
  });
}

/// A token with which a user may log in to signaling (official name:
/// RtmTokenBuilder2, build_token).
inline result<std::string> rtm_build_token(
    const tokenmint_agora_issuer &issuer, view user_id, uint32_t expire) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_rtm_build_token(&issuer, user_id.data(),
        user_id.size(), expire, out, cap, len);
  });
}

/// The same for a numeric user id.
inline result<std::string> rtm_build_token_with_uid(
    const tokenmint_agora_issuer &issuer, uint32_t uid, uint32_t expire) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_rtm_build_token_with_uid(&issuer, uid, expire,
        out, cap, len);
  });
}

/// The same with permissions per resource: service RTM2
/// (build_token_with_permissions).
inline result<std::string> rtm_build_token_with_permissions(
    const tokenmint_agora_issuer &issuer, view user_id,
    const std::vector<tokenmint_agora_permission> &permissions,
    uint32_t expire) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_rtm_build_token_with_permissions(&issuer,
        user_id.data(), user_id.size(), tokenmint::detail::list(permissions),
        permissions.size(), expire, out, cap, len);
  });
}

/// A token for a chat user (official name: ChatTokenBuilder2,
/// build_user_token).
inline result<std::string> chat_build_user_token(
    const tokenmint_agora_issuer &issuer, view user_id, uint32_t expire) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_chat_build_user_token(&issuer, user_id.data(),
        user_id.size(), expire, out, cap, len);
  });
}

/// A chat token for the application itself (ChatTokenBuilder2,
/// build_app_token).
inline result<std::string> chat_build_app_token(
    const tokenmint_agora_issuer &issuer, uint32_t expire) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_chat_build_app_token(&issuer, expire, out, cap,
        len);
  });
}

/// A token for a user in a room of the flexible classroom, including
/// signaling and chat (official names: EducationTokenBuilder2 and
/// ApaasTokenBuilder, build_room_user_token).
inline result<std::string> education_build_room_user_token(
    const tokenmint_agora_issuer &issuer, view room_uuid, view user_uuid,
    int16_t role, uint32_t expire) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_education_build_room_user_token(&issuer,
        room_uuid.data(), room_uuid.size(), user_uuid.data(),
        user_uuid.size(), role, expire, out, cap, len);
  });
}

/// A token for a user of the flexible classroom without a room
/// (build_user_token).
inline result<std::string> education_build_user_token(
    const tokenmint_agora_issuer &issuer, view user_uuid, uint32_t expire) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_education_build_user_token(&issuer,
        user_uuid.data(), user_uuid.size(), expire, out, cap, len);
  });
}

/// A token for the flexible classroom for the application itself
/// (build_app_token).
inline result<std::string> education_build_app_token(
    const tokenmint_agora_issuer &issuer, uint32_t expire) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_education_build_app_token(&issuer, expire, out,
        cap, len);
  });
}

/// A token for fusion player acceleration, of 24 hours (official name:
/// FpaTokenBuilder, build_token).
inline result<std::string> fpa_build_token(
    const tokenmint_agora_issuer &issuer) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_fpa_build_token(&issuer, out, cap, len);
  });
}

/// A token for conversational AI: RTC and RTM as
/// tokenmint_agora_rtc_build_token_with_rtm2, and the service itself
/// (official name: ConvoAITokenBuilder, buildToken).
inline result<std::string> convoai_build_token(
    const tokenmint_agora_issuer &issuer, view channel, view rtc_account,
    uint32_t rtc_role, uint32_t rtc_token_expire,
    const tokenmint_agora_rtc_lifetimes &lifetimes, view rtm_user_id,
    uint32_t rtm_token_expire) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_convoai_build_token(&issuer, channel.data(),
        channel.size(), rtc_account.data(), rtc_account.size(), rtc_role,
        rtc_token_expire, &lifetimes, rtm_user_id.data(), rtm_user_id.size(),
        rtm_token_expire, out, cap, len);
  });
}

/// A token for speech to text, built the same way (official name:
/// SttTokenBuilder, buildToken).
inline result<std::string> stt_build_token(
    const tokenmint_agora_issuer &issuer, view channel, view rtc_account,
    uint32_t rtc_role, uint32_t rtc_token_expire,
    const tokenmint_agora_rtc_lifetimes &lifetimes, view rtm_user_id,
    uint32_t rtm_token_expire) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_stt_build_token(&issuer, channel.data(),
        channel.size(), rtc_account.data(), rtc_account.size(), rtc_role,
        rtc_token_expire, &lifetimes, rtm_user_id.data(), rtm_user_id.size(),
        rtm_token_expire, out, cap, len);
  });
}

/// A token composed service by service (official name: AccessToken2). The
/// same service type may be there more than once.
inline result<std::string> access_token2_build(
    const tokenmint_agora_issuer &issuer, uint32_t expire,
    const std::vector<tokenmint_agora_service> &services) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_access_token2_build(&issuer, expire,
        tokenmint::detail::list(services), services.size(), out, cap, len);
  });
}

/// A 006 token for a numeric uid in a channel (official name:
/// RtcTokenBuilder, buildTokenWithUid). Every role but a subscriber may
/// publish.
inline result<std::string> v006_rtc_build_token_with_uid(
    const tokenmint_agora_issuer &issuer, view channel, uint32_t uid,
    uint32_t role, uint32_t privilege_expires_at, uint32_t token_expires_at) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_v006_rtc_build_token_with_uid(&issuer,
        channel.data(), channel.size(), uid, role, privilege_expires_at,
        token_expires_at, out, cap, len);
  });
}

/// The same for a text account (buildTokenWithAccount,
/// buildTokenWithUserAccount).
inline result<std::string> v006_rtc_build_token_with_account(
    const tokenmint_agora_issuer &issuer, view channel, view account,
    uint32_t role, uint32_t privilege_expires_at, uint32_t token_expires_at) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_v006_rtc_build_token_with_account(&issuer,
        channel.data(), channel.size(), account.data(), account.size(), role,
        privilege_expires_at, token_expires_at, out, cap, len);
  });
}

/// A 006 token for signaling (official name: RtmTokenBuilder, buildToken).
inline result<std::string> v006_rtm_build_token(
    const tokenmint_agora_issuer &issuer, view account,
    uint32_t privilege_expires_at, uint32_t token_expires_at) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_v006_rtm_build_token(&issuer, account.data(),
        account.size(), privilege_expires_at, token_expires_at, out, cap,
        len);
  });
}

/// A 006 token composed privilege by privilege (official name:
/// AccessToken), for a numeric uid.
inline result<std::string> v006_access_token_build_with_uid(
    const tokenmint_agora_issuer &issuer, view channel, uint32_t uid,
    const std::vector<tokenmint_agora_privilege> &privileges,
    uint32_t token_expires_at) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_v006_access_token_build_with_uid(&issuer,
        channel.data(), channel.size(), uid, tokenmint::detail::list(privileges),
        privileges.size(), token_expires_at, out, cap, len);
  });
}

/// The same for a text account.
inline result<std::string> v006_access_token_build_with_account(
    const tokenmint_agora_issuer &issuer, view channel, view account,
    const std::vector<tokenmint_agora_privilege> &privileges,
    uint32_t token_expires_at) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_v006_access_token_build_with_account(&issuer,
        channel.data(), channel.size(), account.data(), account.size(),
        tokenmint::detail::list(privileges), privileges.size(), token_expires_at, out,
        cap, len);
  });
}

/// An RTC token as the Conversational AI SDK generates it
/// (generate_rtc_token): token and privileges have the same lifetime.
inline result<std::string> generate_rtc_token(
    const tokenmint_agora_issuer &issuer, view channel, uint32_t uid,
    uint32_t role, uint32_t expire) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_generate_rtc_token(&issuer, channel.data(),
        channel.size(), uid, role, expire, out, cap, len);
  });
}

/// A token for RTC and RTM with the same account, always as publisher, as
/// the Conversational AI service takes it (generate_convo_ai_token).
inline result<std::string> generate_convo_ai_token(
    const tokenmint_agora_issuer &issuer, view channel_name, view account,
    uint32_t token_expire, uint32_t privilege_expire) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_generate_convo_ai_token(&issuer,
        channel_name.data(), channel_name.size(), account.data(),
        account.size(), token_expire, privilege_expire, out, cap, len);
  });
}

/// The value of the `Authorization` header for a token: "agora token=...".
/// A token that already has the prefix is taken as it is.
inline result<std::string> token_header(view token) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_token_header(token.data(), token.size(), out,
        cap, len);
  });
}

/// The value of the `Authorization` header for a customer id and secret:
/// "Basic ..." (RFC 7617).
inline result<std::string> basic_header(
    view customer_id, view customer_secret) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_basic_header(customer_id.data(),
        customer_id.size(), customer_secret.data(), customer_secret.size(),
        out, cap, len);
  });
}

/// A 001 key (official name: DynamicKey.generate). Obsolete, like all of
/// this chapter. The salt is the random number.
inline result<std::string> legacy_generate(
    const tokenmint_agora_issuer &issuer, view channel) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_legacy_generate(&issuer, channel.data(),
        channel.size(), out, cap, len);
  });
}

/// A 002 key (DynamicKey2.generate).
inline result<std::string> legacy_generate2(
    const tokenmint_agora_issuer &issuer, view channel, uint32_t uid,
    uint32_t expires_at) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_legacy_generate2(&issuer, channel.data(),
        channel.size(), uid, expires_at, out, cap, len);
  });
}

/// A 003 key (DynamicKey3.generate).
inline result<std::string> legacy_generate3(
    const tokenmint_agora_issuer &issuer, view channel, uint32_t uid,
    uint32_t expires_at) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_legacy_generate3(&issuer, channel.data(),
        channel.size(), uid, expires_at, out, cap, len);
  });
}

/// A 004 key for public sharing (DynamicKey4.generatePublicSharingKey).
inline result<std::string> legacy_generate_public_sharing_key(
    const tokenmint_agora_issuer &issuer, view channel, uint32_t uid,
    uint32_t expires_at) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_legacy_generate_public_sharing_key(&issuer,
        channel.data(), channel.size(), uid, expires_at, out, cap, len);
  });
}

/// A 004 key for recording (DynamicKey4.generateRecordingKey).
inline result<std::string> legacy_generate_recording_key(
    const tokenmint_agora_issuer &issuer, view channel, uint32_t uid,
    uint32_t expires_at) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_legacy_generate_recording_key(&issuer,
        channel.data(), channel.size(), uid, expires_at, out, cap, len);
  });
}

/// A 004 key for a media channel (DynamicKey4.generateMediaChannelKey).
inline result<std::string> legacy_generate_media_channel_key(
    const tokenmint_agora_issuer &issuer, view channel, uint32_t uid,
    uint32_t expires_at) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_legacy_generate_media_channel_key(&issuer,
        channel.data(), channel.size(), uid, expires_at, out, cap, len);
  });
}

/// A 005 key for public sharing (DynamicKey5.generatePublicSharingKey).
inline result<std::string> legacy_generate_public_sharing_key5(
    const tokenmint_agora_issuer &issuer, view channel, uint32_t uid,
    uint32_t expires_at) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_legacy_generate_public_sharing_key5(&issuer,
        channel.data(), channel.size(), uid, expires_at, out, cap, len);
  });
}

/// A 005 key for recording (DynamicKey5.generateRecordingKey).
inline result<std::string> legacy_generate_recording_key5(
    const tokenmint_agora_issuer &issuer, view channel, uint32_t uid,
    uint32_t expires_at) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_legacy_generate_recording_key5(&issuer,
        channel.data(), channel.size(), uid, expires_at, out, cap, len);
  });
}

/// A 005 key for a media channel (DynamicKey5.generateMediaChannelKey).
inline result<std::string> legacy_generate_media_channel_key5(
    const tokenmint_agora_issuer &issuer, view channel, uint32_t uid,
    uint32_t expires_at) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_legacy_generate_media_channel_key5(&issuer,
        channel.data(), channel.size(), uid, expires_at, out, cap, len);
  });
}

/// A 005 key for a permission in a channel
/// (DynamicKey5.generateInChannelPermissionKey).
inline result<std::string> legacy_generate_in_channel_permission_key(
    const tokenmint_agora_issuer &issuer, view channel, uint32_t uid,
    uint32_t expires_at, view permission) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_legacy_generate_in_channel_permission_key(
        &issuer, channel.data(), channel.size(), uid, expires_at,
        permission.data(), permission.size(), out, cap, len);
  });
}

/// A signaling token (SignalingToken.generateSignalingToken).
inline result<std::string> legacy_generate_signaling_token(
    const tokenmint_agora_issuer &issuer, view account, uint32_t expires_at) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_agora_legacy_generate_signaling_token(&issuer,
        account.data(), account.size(), expires_at, out, cap, len);
  });
}

/// An AccessToken2 that has been read, with its memory.
class token {
 public:
  token() : info_(empty()) {}

  /// Reads a token; nothing is verified.
  static result<token> parse(view text) {
    token it(tokenmint_agora_workspace_len(text.size()));
    const std::int32_t status = tokenmint_agora_parse(
        text.data(), text.size(), it.workspace_.data(), it.workspace_.size(),
        &it.info_);
    return result<token>(status, std::move(it));
  }

  const tokenmint_agora_token &info() const { return info_; }
  view app_id() const { return detail::text(info_.app_id, info_.app_id_len); }

  /// Checks the signature alone.
  std::int32_t verify(view certificate) const {
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

  result<tokenmint_agora_service_info> service(std::size_t index) const {
    tokenmint_agora_service_info info = TOKENMINT_AGORA_SERVICE_INFO_INIT;
    const std::int32_t status =
        tokenmint_agora_token_service(&info_, index, &info);
    return result<tokenmint_agora_service_info>(status, info);
  }

  result<tokenmint_agora_privilege> privilege(std::size_t service,
                                              std::size_t index) const {
    tokenmint_agora_privilege privilege = {0, 0, 0};
    const std::int32_t status =
        tokenmint_agora_token_privilege(&info_, service, index, &privilege);
    return result<tokenmint_agora_privilege>(status, privilege);
  }

  result<tokenmint_agora_permission> permission(std::size_t service,
                                                std::size_t index) const {
    tokenmint_agora_permission permission = {nullptr, 0, 0, 0};
    const std::int32_t status =
        tokenmint_agora_token_permission(&info_, service, index, &permission);
    return result<tokenmint_agora_permission>(status, permission);
  }

  result<std::string> resource(std::size_t service, std::size_t permission,
                               std::size_t index) const {
    tokenmint_text text = {nullptr, 0};
    const std::int32_t status = tokenmint_agora_token_resource(
        &info_, service, permission, index, &text);
    return result<std::string>(status, view(text.data, text.len).str());
  }

  result<tokenmint_agora_warning> warning(std::uint32_t now,
                                          std::size_t index) const {
    tokenmint_agora_warning warning = TOKENMINT_AGORA_WARNING_INIT;
    const std::int32_t status =
        tokenmint_agora_token_warning(&info_, now, index, &warning);
    return result<tokenmint_agora_warning>(status, warning);
  }

 private:
  explicit token(std::size_t len) : workspace_(len), info_(empty()) {}
  static tokenmint_agora_token empty() {
    tokenmint_agora_token info = TOKENMINT_AGORA_TOKEN_INIT;
    return info;
  }
  detail::workspace workspace_;
  tokenmint_agora_token info_;
};

/// The few facts of a token, with their memory.
class peeked {
 public:
  peeked() : info_(empty()) {}

  /// Reads a token; nothing is verified.
  static result<peeked> peek(view text) {
    peeked it(tokenmint_agora_workspace_len(text.size()));
    const std::int32_t status = tokenmint_agora_peek(
        text.data(), text.size(), it.workspace_.data(), it.workspace_.size(),
        &it.info_);
    return result<peeked>(status, std::move(it));
  }

  const tokenmint_agora_peeked &info() const { return info_; }
  view app_id() const { return detail::text(info_.app_id, info_.app_id_len); }
  view channel() const {
    return detail::text(info_.channel, info_.channel_len);
  }
  view account() const {
    return detail::text(info_.account, info_.account_len);
  }

  /// True also when it cannot be told.
  bool should_renew(std::uint32_t now) const {
    bool answer = true;
    return tokenmint_agora_should_renew(&info_, now, &answer) !=
               TOKENMINT_OK ||
           answer;
  }
  /// True also when it cannot be told.
  bool has_expired(std::uint32_t now) const {
    bool answer = true;
    return tokenmint_agora_has_expired(&info_, now, &answer) != TOKENMINT_OK ||
           answer;
  }

 private:
  explicit peeked(std::size_t len) : workspace_(len), info_(empty()) {}
  static tokenmint_agora_peeked empty() {
    tokenmint_agora_peeked info = TOKENMINT_AGORA_PEEKED_INIT;
    return info;
  }
  detail::workspace workspace_;
  tokenmint_agora_peeked info_;
};

/// A 006 token that has been read, with its memory.
class v006_token {
 public:
  v006_token() : info_(empty()) {}

  /// Reads a token; nothing is verified.
  static result<v006_token> parse(view text) {
    v006_token it(text);
    const view copy = it.text_.text();
    const std::int32_t status = tokenmint_agora_v006_parse(
        copy.data(), copy.size(), it.workspace_.data(), it.workspace_.size(),
        &it.info_);
    return result<v006_token>(status, std::move(it));
  }

  const tokenmint_agora_v006_token &info() const { return info_; }
  view app_id() const { return detail::text(info_.app_id, info_.app_id_len); }

  std::int32_t verify(view certificate, view channel, view account) const {
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

  result<tokenmint_agora_privilege> privilege(std::size_t index) const {
    tokenmint_agora_privilege privilege = {0, 0, 0};
    const std::int32_t status =
        tokenmint_agora_v006_token_privilege(&info_, index, &privilege);
    return result<tokenmint_agora_privilege>(status, privilege);
  }

  result<tokenmint_agora_warning> warning(std::uint32_t now,
                                          std::size_t index) const {
    tokenmint_agora_warning warning = TOKENMINT_AGORA_WARNING_INIT;
    const std::int32_t status =
        tokenmint_agora_v006_token_warning(&info_, now, index, &warning);
    return result<tokenmint_agora_warning>(status, warning);
  }

 private:
  explicit v006_token(view text)
      : text_(detail::workspace::of(text)),
        workspace_(text.size()),
        info_(empty()) {}
  static tokenmint_agora_v006_token empty() {
    tokenmint_agora_v006_token info = TOKENMINT_AGORA_V006_TOKEN_INIT;
    return info;
  }
  detail::workspace text_;
  detail::workspace workspace_;
  tokenmint_agora_v006_token info_;
};

}  // namespace agora

namespace zego {

/// An issuer; it points to secret and `iv`, which must live as long as it is
/// used. `iv` and `nonce` are random and used once.
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

/// A token04, encrypted with AES-256-CBC (official name: generateToken04):
/// the revision that every ZEGO service reads.
inline result<std::string> generate_token04(
    const tokenmint_zego_issuer &issuer, view user_id,
    int64_t effective_seconds, view payload) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_zego_generate_token04(&issuer, user_id.data(),
        user_id.size(), effective_seconds, payload.data(), payload.size(),
        out, cap, len);
  });
}

/// A token04, encrypted with AES-256-GCM. Nothing public proves which
/// services read this revision: ask ZEGO first.
inline result<std::string> generate_token04_gcm(
    const tokenmint_zego_issuer &issuer, view user_id,
    int64_t effective_seconds, view payload) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_zego_generate_token04_gcm(&issuer, user_id.data(),
        user_id.size(), effective_seconds, payload.data(), payload.size(),
        out, cap, len);
  });
}

/// A token03, the predecessor of token04.
inline result<std::string> generate_token03(
    const tokenmint_zego_issuer &issuer, view room_id, view user_id,
    uint32_t login, uint32_t publish, int64_t effective_seconds) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_zego_generate_token03(&issuer, room_id.data(),
        room_id.size(), user_id.data(), user_id.size(), login, publish,
        effective_seconds, out, cap, len);
  });
}

/// The payload of a strict token, JSON text for one room.
inline result<std::string> room_payload(
    view room_id, uint32_t login, uint32_t publish, uint32_t streams_kind,
    const std::vector<tokenmint_text> &streams) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_zego_room_payload(room_id.data(), room_id.size(),
        login, publish, streams_kind, tokenmint::detail::list(streams), streams.size(),
        out, cap, len);
  });
}

/// The query parameter `Signature` of a request to the server API, which
/// also carries `AppId`, `SignatureNonce` and `Timestamp` as given here,
/// and `SignatureVersion=2.0`.
inline result<std::string> server_api_signature(
    uint32_t app_id, view signature_nonce, view secret, uint64_t timestamp) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_zego_server_api_signature(app_id,
        signature_nonce.data(), signature_nonce.size(), secret.data(),
        secret.size(), timestamp, out, cap, len);
  });
}

/// The code of the official libraries for the inputs of a token04.
inline std::int32_t official_code(std::uint32_t app_id, view user_id,
                                  view secret,
                                  std::int64_t effective_seconds) {
  return tokenmint_zego_official_code(app_id, user_id.data(), user_id.size(),
                                      secret.data(), secret.size(),
                                      effective_seconds);
}

/// A token04 or token03 that has been read, with its memory.
class claims {
 public:
  claims() : info_(empty()) {}

  /// The end of a token, which needs no secret and proves nothing.
  static result<claims> peek(view token) {
    claims it(tokenmint_zego_workspace_len(token.size()));
    const std::int32_t status = tokenmint_zego_peek(
        token.data(), token.size(), it.workspace_.data(),
        it.workspace_.size(), &it.info_);
    return result<claims>(status, std::move(it));
  }

  /// Decrypts a token and, where `expected` is given, compares it.
  static result<claims> open(view token, view secret,
                             const tokenmint_zego_expected *expected) {
    claims it(tokenmint_zego_workspace_len(token.size()));
    const std::int32_t status = tokenmint_zego_open(
        token.data(), token.size(), secret.data(), secret.size(), expected,
        it.workspace_.data(), it.workspace_.size(), &it.info_);
    return result<claims>(status, std::move(it));
  }

  const tokenmint_zego_claims &info() const { return info_; }
  view room_id() const {
    return detail::text(info_.room_id, info_.room_id_len);
  }
  view user_id() const {
    return detail::text(info_.user_id, info_.user_id_len);
  }
  view payload() const {
    return detail::text(info_.payload, info_.payload_len);
  }

 private:
  explicit claims(std::size_t len) : workspace_(len), info_(empty()) {}
  static tokenmint_zego_claims empty() {
    tokenmint_zego_claims info = TOKENMINT_ZEGO_CLAIMS_INIT;
    return info;
  }
  detail::workspace workspace_;
  tokenmint_zego_claims info_;
};

}  // namespace zego

namespace ath {

/// An attestation; it points to the texts, which must live as long as it is
/// used.
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

/// An attestation, signed with a private key that the caller holds.
inline result<std::string> attest(
    const tokenmint_ath_attestation &attestation, bytes key) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_ath_attest(&attestation, key.data(), key.size(), out,
        cap, len);
  });
}

/// An attestation, signed with a private key in PEM: PKCS #8 or SEC 1.
inline result<std::string> attest_with_pem(
    const tokenmint_ath_attestation &attestation, view pem) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_ath_attest_with_pem(&attestation, pem.data(),
        pem.size(), out, cap, len);
  });
}

/// An attestation, signed by a function, for keys that do not leave a
/// secure element.
inline result<std::string> attest_with_signer(
    const tokenmint_ath_attestation &attestation,
    tokenmint_ath_signer signer, void *context) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_ath_attest_with_signer(&attestation, signer, context,
        out, cap, len);
  });
}

/// The public key of a private key.
inline result<std::vector<std::uint8_t> > public_key(bytes key) {
  return tokenmint::detail::write_bytes([&](std::uint8_t *out, std::size_t cap,
                                             std::size_t *len) {
    return tokenmint_ath_public_key(key.data(), key.size(), out, cap, len);
  });
}

/// The public key in an identity document, which must be that of an agent.
inline result<std::vector<std::uint8_t> > identity_key(
    view document, view agent_id) {
  return tokenmint::detail::write_bytes([&](std::uint8_t *out, std::size_t cap,
                                             std::size_t *len) {
    return tokenmint_ath_identity_key(document.data(), document.size(),
        agent_id.data(), agent_id.size(), out, cap, len);
  });
}

/// A public key as JWK, as an identity document carries it.
inline result<std::string> public_jwk(bytes public_key) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_ath_public_jwk(public_key.data(), public_key.size(),
        out, cap, len);
  });
}

/// The unique id of an attestation.
inline result<std::string> token_id(bytes random) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_ath_token_id(random.data(), random.size(), out, cap,
        len);
  });
}

/// The `state` of an authorize request.
inline result<std::string> state(bytes random) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_ath_state(random.data(), random.size(), out, cap, len);
  });
}

/// Signs 32 bytes of digest into 64 bytes of signature, or gives false.
typedef std::function<bool(const std::uint8_t *, std::uint8_t *)> signer;

namespace detail {

inline std::int32_t call_signer(void *context, const std::uint8_t *digest,
                                std::uint8_t *signature) {
  return (*static_cast<const signer *>(context))(digest, signature)
             ? TOKENMINT_OK
             : TOKENMINT_ERR_SIGNER_FAILED;
}

}  // namespace detail

/// The same for anything that can be called. It must not throw.
inline result<std::string> attest_with_signer(
    const tokenmint_ath_attestation &attestation, signer sign) {
  return attest_with_signer(attestation, detail::call_signer, &sign);
}

/// What an attestation says, with its memory.
class claims {
 public:
  claims() : info_(empty()) {}

  /// Reads an attestation without checking anything.
  static result<claims> inspect(view token) {
    claims it(tokenmint_ath_workspace_len(token.size()));
    const std::int32_t status = tokenmint_ath_inspect(
        token.data(), token.size(), it.workspace_.data(),
        it.workspace_.size(), &it.info_);
    return result<claims>(status, std::move(it));
  }

  /// Checks an attestation.
  static result<claims> verify(view token, bytes public_key,
                               const tokenmint_ath_expectation &expected) {
    claims it(tokenmint_ath_workspace_len(token.size()));
    const std::int32_t status = tokenmint_ath_verify(
        token.data(), token.size(), public_key.data(), public_key.size(),
        &expected, it.workspace_.data(), it.workspace_.size(), &it.info_);
    return result<claims>(status, std::move(it));
  }

  const tokenmint_ath_claims &info() const { return info_; }
  view issuer() const {
    return tokenmint::detail::text(info_.issuer, info_.issuer_len);
  }
  view subject() const {
    return tokenmint::detail::text(info_.subject, info_.subject_len);
  }
  view audience() const {
    return tokenmint::detail::text(info_.audience, info_.audience_len);
  }
  view token_id() const {
    return tokenmint::detail::text(info_.token_id, info_.token_id_len);
  }

 private:
  explicit claims(std::size_t len) : workspace_(len), info_(empty()) {}
  static tokenmint_ath_claims empty() {
    tokenmint_ath_claims info = TOKENMINT_ATH_CLAIMS_INIT;
    return info;
  }
  tokenmint::detail::workspace workspace_;
  tokenmint_ath_claims info_;
};

}  // namespace ath

namespace authing {

/// A request; it points to the texts and lists, which must live as long as it
/// is used.
inline tokenmint_authing_request request(
    view method, view path, const std::vector<tokenmint_authing_param> &params,
    const std::vector<tokenmint_authing_header> &headers) {
  tokenmint_authing_request it = TOKENMINT_AUTHING_REQUEST_INIT;
  it.method = method.data();
  it.method_len = method.size();
  it.path = path.data();
  it.path_len = path.size();
  it.params = tokenmint::detail::list(params);
  it.params_count = params.size();
  it.headers = tokenmint::detail::list(headers);
  it.headers_count = headers.size();
  return it;
}

/// A parameter that is a text.
inline tokenmint_authing_param param(view name, view text) {
  tokenmint_authing_param it = {name.data(), name.size(), text.data(),
                                text.size(), 0, TOKENMINT_AUTHING_TEXT, 0};
  return it;
}

/// A header.
inline tokenmint_authing_header header(view name, view value) {
  tokenmint_authing_header it = {name.data(), name.size(), value.data(),
                                 value.size()};
  return it;
}

/// The value of the `authorization` header for a request: "authing
/// id:signature".
inline result<std::string> authorization(
    view key_id, view key_secret, const tokenmint_authing_request &request) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_authing_authorization(key_id.data(), key_id.size(),
        key_secret.data(), key_secret.size(), &request, out, cap, len);
  });
}

/// The signature alone, in base64.
inline result<std::string> sign(
    view key_id, view key_secret, const tokenmint_authing_request &request) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_authing_sign(key_id.data(), key_id.size(),
        key_secret.data(), key_secret.size(), &request, out, cap, len);
  });
}

/// The text that is signed, for a look at what a server refuses (codes 1300
/// to 1306). It holds the parameters in clear. Here the needed capacity is
/// the exact one.
inline result<std::string> string_to_sign(
    const tokenmint_authing_request &request) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_authing_string_to_sign(&request, out, cap, len);
  });
}

/// The value of the `authorization` header that opens the management event
/// stream. It is the same for every connection of a key.
inline result<std::string> events_authorization(view key_id, view key_secret) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_authing_events_authorization(key_id.data(),
        key_id.size(), key_secret.data(), key_secret.size(), out, cap, len);
  });
}

/// The value of the `date` header.
inline result<std::string> date(uint64_t unix_millis, uint32_t format) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_authing_date(unix_millis, format, out, cap, len);
  });
}

/// The value of the `x-authing-signature-nonce` header.
inline result<std::string> nonce(bytes random) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_authing_nonce(random.data(), random.size(), out, cap,
        len);
  });
}

/// The request target of the management event stream.
inline result<std::string> management_events_target(view path, view code) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_authing_management_events_target(path.data(),
        path.size(), code.data(), code.size(), out, cap, len);
  });
}

/// The request target of the authentication event stream. It holds the
/// token: it does not belong in a log.
inline result<std::string> authentication_events_target(
    view path, view code, view access_token) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_authing_authentication_events_target(path.data(),
        path.size(), code.data(), code.size(), access_token.data(),
        access_token.size(), out, cap, len);
  });
}

/// Checks an `authorization` value.
inline std::int32_t verify(view key_id, view key_secret,
                           const tokenmint_authing_request &request,
                           view authorization) {
  return tokenmint_authing_verify(
      key_id.data(), key_id.size(), key_secret.data(), key_secret.size(),
      &request, authorization.data(), authorization.size());
}

}  // namespace authing

namespace pkce {

/// The verifier of random bytes: a secret, for the token request.
inline result<std::string> verifier(bytes random) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_pkce_verifier(random.data(), random.size(), out, cap,
        len);
  });
}

/// The challenge of a verifier, for the authorization request.
inline result<std::string> challenge(view verifier) {
  return tokenmint::detail::write_text([&](char *out, std::size_t cap,
                                            std::size_t *len) {
    return tokenmint_pkce_challenge(verifier.data(), verifier.size(), out,
        cap, len);
  });
}

/// Whether a challenge is that of a verifier.
inline std::int32_t verify(view verifier, view challenge) {
  return tokenmint_pkce_verify(verifier.data(), verifier.size(),
                               challenge.data(), challenge.size());
}

}  // namespace pkce

}  // namespace tokenmint

#endif  // TOKENMINT_HPP
