/*
 * Agora's obsolete credentials for C++. The conventions are in tokenmint.hpp.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_AGORA_OLD_HPP
#define TOKENMINT_AGORA_OLD_HPP

#include "agora.hpp"
#include "agora_old.h"

namespace tokenmint {
namespace agora {

/// A 001 key (official name: DynamicKey.generate). Obsolete, like all of this
/// chapter. The salt is the random number.
TOKENMINT_NODISCARD inline result<std::string> legacy_generate(
    const tokenmint_agora_issuer &issuer, detail::text channel) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_legacy_generate(
            &issuer, channel.data(), channel.size(), out, cap, len);
      });
}

/// A 002 key (DynamicKey2.generate).
TOKENMINT_NODISCARD inline result<std::string> legacy_generate2(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    std::uint32_t uid, std::uint32_t expires_at) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_legacy_generate2(
            &issuer, channel.data(), channel.size(), uid, expires_at, out, cap,
            len);
      });
}

/// A 003 key (DynamicKey3.generate).
TOKENMINT_NODISCARD inline result<std::string> legacy_generate3(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    std::uint32_t uid, std::uint32_t expires_at) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_legacy_generate3(
            &issuer, channel.data(), channel.size(), uid, expires_at, out, cap,
            len);
      });
}

/// A 004 key for public sharing (DynamicKey4.generatePublicSharingKey).
TOKENMINT_NODISCARD inline result<std::string>
legacy_generate_public_sharing_key(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    std::uint32_t uid, std::uint32_t expires_at) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_legacy_generate_public_sharing_key(
            &issuer, channel.data(), channel.size(), uid, expires_at, out, cap,
            len);
      });
}

/// A 004 key for recording (DynamicKey4.generateRecordingKey).
TOKENMINT_NODISCARD inline result<std::string> legacy_generate_recording_key(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    std::uint32_t uid, std::uint32_t expires_at) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_legacy_generate_recording_key(
            &issuer, channel.data(), channel.size(), uid, expires_at, out, cap,
            len);
      });
}

/// A 004 key for a media channel (DynamicKey4.generateMediaChannelKey).
TOKENMINT_NODISCARD inline result<std::string>
legacy_generate_media_channel_key(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    std::uint32_t uid, std::uint32_t expires_at) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_legacy_generate_media_channel_key(
            &issuer, channel.data(), channel.size(), uid, expires_at, out, cap,
            len);
      });
}

/// A 005 key for public sharing (DynamicKey5.generatePublicSharingKey).
TOKENMINT_NODISCARD inline result<std::string>
legacy_generate_public_sharing_key5(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    std::uint32_t uid, std::uint32_t expires_at) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_legacy_generate_public_sharing_key5(
            &issuer, channel.data(), channel.size(), uid, expires_at, out, cap,
            len);
      });
}

/// A 005 key for recording (DynamicKey5.generateRecordingKey).
TOKENMINT_NODISCARD inline result<std::string> legacy_generate_recording_key5(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    std::uint32_t uid, std::uint32_t expires_at) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_legacy_generate_recording_key5(
            &issuer, channel.data(), channel.size(), uid, expires_at, out, cap,
            len);
      });
}

/// A 005 key for a media channel (DynamicKey5.generateMediaChannelKey).
TOKENMINT_NODISCARD inline result<std::string>
legacy_generate_media_channel_key5(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    std::uint32_t uid, std::uint32_t expires_at) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_legacy_generate_media_channel_key5(
            &issuer, channel.data(), channel.size(), uid, expires_at, out, cap,
            len);
      });
}

/// A 005 key for a permission in a channel
/// (DynamicKey5.generateInChannelPermissionKey).
TOKENMINT_NODISCARD inline result<std::string>
legacy_generate_in_channel_permission_key(
    const tokenmint_agora_issuer &issuer, detail::text channel,
    std::uint32_t uid, std::uint32_t expires_at, detail::text permission) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_legacy_generate_in_channel_permission_key(
            &issuer, channel.data(), channel.size(), uid, expires_at,
            permission.data(), permission.size(), out, cap, len);
      });
}

/// A signaling token (SignalingToken.generateSignalingToken).
TOKENMINT_NODISCARD inline result<std::string> legacy_generate_signaling_token(
    const tokenmint_agora_issuer &issuer, detail::text account,
    std::uint32_t expires_at) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_agora_legacy_generate_signaling_token(
            &issuer, account.data(), account.size(), expires_at, out, cap, len);
      });
}

}  // namespace agora
}  // namespace tokenmint

#endif  // TOKENMINT_AGORA_OLD_HPP
