/*
 * Agora's AccessToken ("006"), the predecessor of AccessToken2. The conventions
 * are in tokenmint.h; arguments and statuses that mean the same everywhere are
 * in agora.h.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_AGORA_V006_H
#define TOKENMINT_AGORA_V006_H

#include "agora.h"

/* Sizes of static buffers that are always enough. */
/** Every 006 token of at most four privileges. */
#define TOKENMINT_AGORA_V006_CAPACITY 140

/** A 006 token that has been read; it points into token and workspace. Nothing
 *  in it is verified. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_agora_v006_token)`. */
  const uint8_t *content; /**< The decoded content. */
  size_t content_len; /**< Bytes of the content. */
  const char *app_id; /**< The app id, of any form; it points into the token. */
  size_t app_id_len; /**< Bytes of the app id. */
  /** For @ref tokenmint_agora_v006_token_privilege. */
  size_t privileges_count;
  uint32_t expires_at; /**< End of the token in Unix seconds. */
  uint32_t salt; /**< The salt. */
  uint32_t channel_crc; /**< CRC-32 of the channel. */
  uint32_t account_crc; /**< CRC-32 of the account; 0 for the empty one. */
} tokenmint_agora_v006_token;
#define TOKENMINT_AGORA_V006_TOKEN_INIT \
  { sizeof(tokenmint_agora_v006_token), NULL, 0, NULL, 0, 0, 0, 0, 0, 0 }

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A 006 token for a numeric uid in a channel (official name: RtcTokenBuilder,
 * buildTokenWithUid). Every role but a subscriber may publish.
 * @note M4: 5,501 bytes of flash, 1,344 of stack (006 RTC token).
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_v006_rtc_build_token_with_uid(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, uint32_t uid, uint32_t role,
    uint32_t privilege_expires_at, uint32_t token_expires_at, char *out,
    size_t out_cap, size_t *out_len);

/** A 006 token for a text account in a channel (buildTokenWithAccount,
 *  buildTokenWithUserAccount). */
TOKENMINT_NODISCARD int32_t tokenmint_agora_v006_rtc_build_token_with_account(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, const char *account, size_t account_len, uint32_t role,
    uint32_t privilege_expires_at, uint32_t token_expires_at, char *out,
    size_t out_cap, size_t *out_len);

/** A 006 token for signaling (official name: RtmTokenBuilder, buildToken). */
TOKENMINT_NODISCARD int32_t tokenmint_agora_v006_rtm_build_token(
    const tokenmint_agora_issuer *issuer, const char *account,
    size_t account_len, uint32_t privilege_expires_at,
    uint32_t token_expires_at, char *out, size_t out_cap, size_t *out_len);

/**
 * A 006 token composed privilege by privilege (official name: AccessToken), for
 * a numeric uid.
 *
 * @param privileges,privileges_count  The privileges with their deadlines, in
 *   any order, at most `TOKENMINT_AGORA_PRIVILEGES_MAX`; the last of a number
 *   counts. Numbers: 1 join, 2 publish audio, 3 publish video, 4 publish data,
 *   1000 RTM login.
 * @return Also TOKENMINT_ERR_TOO_MANY.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_v006_access_token_build_with_uid(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, uint32_t uid,
    const tokenmint_agora_privilege *privileges, size_t privileges_count,
    uint32_t token_expires_at, char *out, size_t out_cap, size_t *out_len);

/**
 * A 006 token composed privilege by privilege, for a text account.
 *
 * @param privileges,privileges_count  As for @ref
 *   tokenmint_agora_v006_access_token_build_with_uid.
 * @return Also TOKENMINT_ERR_TOO_MANY.
 */
TOKENMINT_NODISCARD int32_t
tokenmint_agora_v006_access_token_build_with_account(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, const char *account, size_t account_len,
    const tokenmint_agora_privilege *privileges, size_t privileges_count,
    uint32_t token_expires_at, char *out, size_t out_cap, size_t *out_len);

/**
 * Reads a 006 token.
 *
 * @param token,token_len  The token.
 * @param workspace,workspace_cap  Memory; `token_len` bytes are enough.
 * @param info  Receives what is in the token.
 * @return Also TOKENMINT_ERR_UNSUPPORTED_VERSION, TOKENMINT_ERR_BAD_BASE64,
 *   TOKENMINT_ERR_TOO_LARGE, TOKENMINT_ERR_TRUNCATED,
 *   TOKENMINT_ERR_TRAILING_DATA.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_v006_parse(
    const char *token, size_t token_len, uint8_t *workspace,
    size_t workspace_cap, tokenmint_agora_v006_token *info);

/**
 * The privilege at `index` of a 006 token.
 *
 * @param privilege  Receives number and deadline.
 * @return Also TOKENMINT_ERR_NOT_FOUND.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_v006_token_privilege(
    const tokenmint_agora_v006_token *token, size_t index,
    tokenmint_agora_privilege *privilege);

/**
 * Checks the signature of a 006 token, in constant time. Channel and account
 * are signed too, so they must be known; for a token of the RTM builder the
 * channel is the user and the account is empty.
 *
 * @param certificate,certificate_len  The certificate.
 * @param channel,channel_len  The channel.
 * @param account,account_len  The user; empty: any user (uid 0).
 * @return Also TOKENMINT_ERR_BAD_SIGNATURE, TOKENMINT_ERR_CHANNEL_MISMATCH,
 *   TOKENMINT_ERR_USER_MISMATCH.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_v006_verify(
    const tokenmint_agora_v006_token *token, const char *certificate,
    size_t certificate_len, const char *channel, size_t channel_len,
    const char *account, size_t account_len);

/**
 * Answers every question that is asked about a 006 token.
 *
 * @param expected  The questions.
 * @param report  Receives the answers, whether they are good or bad.
 * @retval TOKENMINT_ERR_UNDECIDED  The signature covers a name that is not
 *   given.
 * @return Also TOKENMINT_ERR_BAD_SIGNATURE, TOKENMINT_ERR_APP_ID_MISMATCH,
 *   TOKENMINT_ERR_CHANNEL_MISMATCH, TOKENMINT_ERR_USER_MISMATCH,
 *   TOKENMINT_ERR_EXPIRED, TOKENMINT_ERR_NOT_AUTHORIZED.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_v006_check(
    const tokenmint_agora_v006_token *token,
    const tokenmint_agora_expected *expected, tokenmint_agora_report *report);

/**
 * The warning at `index` about a 006 token.
 *
 * @param now  Unix seconds; 0: leave out what depends on the time.
 * @param warning  Receives it.
 * @return Also TOKENMINT_ERR_NOT_FOUND.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_v006_token_warning(
    const tokenmint_agora_v006_token *token, uint32_t now, size_t index,
    tokenmint_agora_warning *warning);

#ifdef __cplusplus
} // extern "C"
#endif

#endif // TOKENMINT_AGORA_V006_H
