/*
 * Agora: AccessToken2 ("007"), values of the Authorization header. AccessToken
 * ("006") is in agora_v006.h, what came before it in agora_old.h, the
 * conventions in tokenmint.h.
 *
 * Arguments that mean the same everywhere
 *
 *   issuer                 who issues the token
 *   out, out_cap, out_len  receive it; see "Outputs"
 *   channel, channel_name  the channel: 1 to 64 bytes
 *   uid                    the user; 0: any user
 *   account                the user: 1 to 255 bytes. The text "0" is not uid 0.
 *   role                   TOKENMINT_AGORA_ROLE_...
 *   expire, token_expire   lifetime of the token, and where there is no other
 *                          of the privileges, in seconds from the issue time:
 *                          1 to 86,400
 *   privilege_expire       lifetime of the privileges in seconds from the issue
 *                          time; 0: as long as the token
 *   lifetimes              how long each privilege lasts
 *   token_expires_at       006: when the token ends, in Unix seconds; 0: 24
 *                          hours after the issue time, as official builders
 *                          have it
 *   privilege_expires_at   006: when the privileges end, in Unix seconds; 0:
 *                          never
 *   token                  what tokenmint_agora_parse gave, or for 006
 *                          tokenmint_agora_v006_parse
 *   index                  0 for the first, in the order of the token;
 *                          service_index, permission_index: of which one
 *
 * Statuses of every function that has what they are about
 *
 *   TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 *   TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 *   TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits
 *     alone.
 *   TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 *   TOKENMINT_ERR_BAD_SECRET  007: `time_key` does not have 32 bytes, or is all
 *     zeros.
 *   TOKENMINT_ERR_DUPLICATE  Certificate and `time_key` are both given.
 *   TOKENMINT_ERR_CRYPTO_FAILED  The platform's HMAC failed, or wrote less than
 *     it had to.
 *   TOKENMINT_ERR_BAD_COMPRESSION  007: the compressor failed: not one of this
 *     library.
 *   TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_STRING_TOO_LONG,
 *   TOKENMINT_ERR_BAD_CHARACTER  A text to mint for is empty, longer than
 *     allowed, or has a character that is not allowed.
 *   TOKENMINT_ERR_VALUE_OUT_OF_RANGE  007: a lifetime is outside its range.
 *     006: 24 hours after `issued_at` is past the year 2106.
 *   TOKENMINT_ERR_CONTENT_TOO_LARGE  The content exceeds 256 KiB.
 *   TOKENMINT_ERR_TRUNCATED  The workspace was changed since the token was
 *     read.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_AGORA_H
#define TOKENMINT_AGORA_H

#include "crypto.h"

@@ constants

/* Sizes of static buffers that are always enough. */
@@ sizes

/**
 * The compression that TOKENMINT_AGORA_ISSUER_INIT names: exact on hosts, fixed
 * on devices, unless defined before.
 */
#ifndef TOKENMINT_COMPRESSION
#if defined(__unix__) || defined(__APPLE__) || defined(_WIN32)
#define TOKENMINT_COMPRESSION tokenmint_compress_exact
#else
#define TOKENMINT_COMPRESSION tokenmint_compress_fixed
#endif
#endif

@@ types

#ifdef __cplusplus
extern "C" {
#endif

@@ tokenmint_compress_ Compression of AccessToken2

@@ tokenmint_agora_rtc_ Real-time audio and video

@@ tokenmint_agora_rtm_ Signaling

@@ tokenmint_agora_chat_ Other products

@@ tokenmint_agora_education_

/** @ref tokenmint_agora_education_build_room_user_token */
#define tokenmint_agora_apaas_build_room_user_token \
  tokenmint_agora_education_build_room_user_token
/** @ref tokenmint_agora_education_build_user_token */
#define tokenmint_agora_apaas_build_user_token \
  tokenmint_agora_education_build_user_token
/** @ref tokenmint_agora_education_build_app_token */
#define tokenmint_agora_apaas_build_app_token \
  tokenmint_agora_education_build_app_token

@@ tokenmint_agora_fpa_

@@ tokenmint_agora_convoai_

@@ tokenmint_agora_stt_

@@ tokenmint_agora_generate_

@@ tokenmint_agora_access_ Any services

@@ tokenmint_agora_ Reading and checking

@@ tokenmint_agora_time_key Devices without a certificate

@@ tokenmint_agora_token_header Authorization header

@@ tokenmint_agora_basic_header

#ifdef __cplusplus
} // extern "C"
#endif

#endif // TOKENMINT_AGORA_H
