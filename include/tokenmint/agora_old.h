/*
 * Agora's obsolete credentials: dynamic keys 001 to 005 and signaling tokens,
 * for systems that still need them. An archive has them when it was built with
 * feature `legacy`. The conventions are in tokenmint.h.
 *
 * As in agora.h, `issuer` says who issues the key, and `out, out_cap, out_len`
 * receive it; the statuses named there may come here, too.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_AGORA_OLD_H
#define TOKENMINT_AGORA_OLD_H

#include "agora.h"

/* Sizes of static buffers that are always enough. */
/** Every key of 001 to 005 and every signaling token. */
#define TOKENMINT_AGORA_LEGACY_CAPACITY 114

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A 001 key (official name: DynamicKey.generate). Obsolete, like all of this
 * chapter. The salt is the random number.
 *
 * @param channel,channel_len  The channel.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_legacy_generate(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, char *out, size_t out_cap, size_t *out_len);

/**
 * A 002 key (DynamicKey2.generate).
 *
 * @param channel,channel_len  The channel.
 * @param expires_at  When the key ends, in Unix seconds.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_legacy_generate2(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, uint32_t uid, uint32_t expires_at, char *out,
    size_t out_cap, size_t *out_len);

/**
 * A 003 key (DynamicKey3.generate).
 *
 * @param channel,channel_len  The channel.
 * @param expires_at  When the key ends, in Unix seconds.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_legacy_generate3(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, uint32_t uid, uint32_t expires_at, char *out,
    size_t out_cap, size_t *out_len);

/**
 * A 004 key for public sharing (DynamicKey4.generatePublicSharingKey).
 *
 * @param channel,channel_len  The channel.
 * @param expires_at  When the key ends, in Unix seconds.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_legacy_generate_public_sharing_key(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, uint32_t uid, uint32_t expires_at, char *out,
    size_t out_cap, size_t *out_len);

/**
 * A 004 key for recording (DynamicKey4.generateRecordingKey).
 *
 * @param channel,channel_len  The channel.
 * @param expires_at  When the key ends, in Unix seconds.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_legacy_generate_recording_key(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, uint32_t uid, uint32_t expires_at, char *out,
    size_t out_cap, size_t *out_len);

/**
 * A 004 key for a media channel (DynamicKey4.generateMediaChannelKey).
 *
 * @param channel,channel_len  The channel.
 * @param expires_at  When the key ends, in Unix seconds.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_legacy_generate_media_channel_key(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, uint32_t uid, uint32_t expires_at, char *out,
    size_t out_cap, size_t *out_len);

/**
 * A 005 key for public sharing (DynamicKey5.generatePublicSharingKey).
 *
 * @param channel,channel_len  The channel.
 * @param expires_at  When the key ends, in Unix seconds.
 * @return Also TOKENMINT_ERR_STRING_TOO_LONG.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_legacy_generate_public_sharing_key5(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, uint32_t uid, uint32_t expires_at, char *out,
    size_t out_cap, size_t *out_len);

/**
 * A 005 key for recording (DynamicKey5.generateRecordingKey).
 *
 * @param channel,channel_len  The channel.
 * @param expires_at  When the key ends, in Unix seconds.
 * @return Also TOKENMINT_ERR_STRING_TOO_LONG.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_legacy_generate_recording_key5(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, uint32_t uid, uint32_t expires_at, char *out,
    size_t out_cap, size_t *out_len);

/**
 * A 005 key for a media channel (DynamicKey5.generateMediaChannelKey).
 *
 * @param channel,channel_len  The channel.
 * @param expires_at  When the key ends, in Unix seconds.
 * @return Also TOKENMINT_ERR_STRING_TOO_LONG.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_legacy_generate_media_channel_key5(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, uint32_t uid, uint32_t expires_at, char *out,
    size_t out_cap, size_t *out_len);

/**
 * A 005 key for a permission in a channel
 * (DynamicKey5.generateInChannelPermissionKey).
 *
 * @param channel,channel_len  The channel.
 * @param expires_at  When the key ends, in Unix seconds.
 * @param permission,permission_len  "0": no upload, "3": audio and video.
 * @return Also TOKENMINT_ERR_STRING_TOO_LONG.
 */
TOKENMINT_NODISCARD int32_t
tokenmint_agora_legacy_generate_in_channel_permission_key(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, uint32_t uid, uint32_t expires_at,
    const char *permission, size_t permission_len, char *out, size_t out_cap,
    size_t *out_len);

/**
 * A signaling token (SignalingToken.generateSignalingToken).
 *
 * @param account,account_len  The user.
 * @param expires_at  When the token ends, in Unix seconds.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_legacy_generate_signaling_token(
    const tokenmint_agora_issuer *issuer, const char *account,
    size_t account_len, uint32_t expires_at, char *out, size_t out_cap,
    size_t *out_len);

#ifdef __cplusplus
} // extern "C"
#endif

#endif // TOKENMINT_AGORA_OLD_H
