/*
 * ZEGO: token04, token03, the signature of the server API. The conventions are
 * in tokenmint.h.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_ZEGO_H
#define TOKENMINT_ZEGO_H

#include "crypto.h"

/** What every official library takes: ids of at most 64 UTF-16 units, an issue
 *  time above 0. */
#define TOKENMINT_ZEGO_LIMITS_DOCUMENTED 0
#define TOKENMINT_ZEGO_LIMITS_WIRE 1 /**< All that the format can carry. */

/** Bytes of the `iv` of a CBC token (token04 and token03). */
#define TOKENMINT_ZEGO_IV_LEN_CBC 16
#define TOKENMINT_ZEGO_IV_LEN_GCM 12 /**< Bytes of the `iv` of a GCM token. */

#define TOKENMINT_ZEGO_DENY 0 /**< Denies a privilege. */
#define TOKENMINT_ZEGO_ALLOW 1 /**< Allows a privilege. */
/** Leaves a privilege out of a payload. One of the two must be there. */
#define TOKENMINT_ZEGO_ABSENT 2

/** `stream_id_list` is null, as in the official samples. */
#define TOKENMINT_ZEGO_STREAMS_NULL 0
#define TOKENMINT_ZEGO_STREAMS_ABSENT 1 /**< `stream_id_list` is left out. */
/** `stream_id_list` is the list that is given. */
#define TOKENMINT_ZEGO_STREAMS_LIST 2

#define TOKENMINT_ZEGO_STREAMS_MAX 32 /**< The most stream ids of a payload. */

#define TOKENMINT_ZEGO_MODE_CBC 0 /**< How a token is encrypted: AES-256-CBC. */
#define TOKENMINT_ZEGO_MODE_GCM 1 /**< How a token is encrypted: AES-256-GCM. */

/** What is wanted: to log in where a room is expected. */
#define TOKENMINT_ZEGO_WANT_LOGIN 0
/** What is wanted: to log in and to publish. */
#define TOKENMINT_ZEGO_WANT_PUBLISH 1
#define TOKENMINT_ZEGO_WANT_NOTHING 2 /**< What is wanted: no privilege. */

/* Sizes of static buffers that are always enough. */
/** Every token04 without a payload, of either mode, for user ids of at most 64
 *  bytes. */
#define TOKENMINT_ZEGO_TOKEN04_CAPACITY 751
/** Every token03, for user and room ids of at most 64 bytes. */
#define TOKENMINT_ZEGO_TOKEN03_CAPACITY 1299
/** Every signature of the server API. */
#define TOKENMINT_ZEGO_SIGNATURE_CAPACITY 33

/** Who issues a token, when, and from which random values.
 *
 *  `iv` and `nonce` are new for every token, from a cryptographic random
 *  source: two GCM tokens with the same `iv` give away the key of the tag. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_zego_issuer)`. */
  /** The server secret: 32 ASCII characters. The library keeps no copy after
   *  the call; wiping this one is yours. */
  const char *secret;
  size_t secret_len; /**< Bytes of the secret. */
  /** Encrypts; not NULL. For GCM name @ref tokenmint_aes256_gcm, or one of the
   *  platform. */
  tokenmint_cipher cipher;
  /** Handed to `cipher` as it is; may be NULL. Otherwise it may name a key of
   *  the platform: then the secret may be left out. */
  void *cipher_context;
  const uint8_t *iv; /**< Random bytes. */
  /** `TOKENMINT_ZEGO_IV_LEN_CBC` or `TOKENMINT_ZEGO_IV_LEN_GCM`. */
  size_t iv_len;
  /** 0; keeps the numbers that follow at the same place everywhere. */
  size_t reserved;
  /** A random number from 0 to 2^31 - 1, the range all libraries read. */
  int64_t nonce;
  int64_t issued_at; /**< Issue time in Unix seconds, UTC. */
  uint32_t app_id; /**< The application, not 0. */
  /** `TOKENMINT_ZEGO_LIMITS_DOCUMENTED` or `TOKENMINT_ZEGO_LIMITS_WIRE`. */
  uint32_t limits;
} tokenmint_zego_issuer;
#define TOKENMINT_ZEGO_ISSUER_INIT \
  { sizeof(tokenmint_zego_issuer), NULL, 0, TOKENMINT_ZEGO_CIPHER, NULL, NULL, \
    0, 0, 0, 0, 0, TOKENMINT_ZEGO_LIMITS_DOCUMENTED }

/** What a token says; it points into the workspace. CBC encrypts but does not
 *  authenticate: what such a token says is something to look into, not
 *  something to rely on. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_zego_claims)`. */
  const char *room_id; /**< The room (token03), else NULL. */
  size_t room_id_len; /**< Bytes of the room. */
  const char *user_id; /**< The user. */
  size_t user_id_len; /**< Bytes of the user. */
  const char *payload; /**< The payload of a strict token04, else NULL. */
  size_t payload_len; /**< Bytes of the payload. */
  size_t reserved; /**< 0. */
  int64_t app_id; /**< The application. */
  int64_t nonce; /**< The random number. */
  int64_t issued_at; /**< When it was made, Unix seconds. */
  int64_t expires_at; /**< When it ends, Unix seconds. */
  /** The privilege to log in (token03): 1 allows, 0 denies, -1 is not there. */
  int32_t login;
  int32_t publish; /**< The privilege to publish (token03). */
  uint32_t mode; /**< `TOKENMINT_ZEGO_MODE_CBC` or `TOKENMINT_ZEGO_MODE_GCM`. */
  uint32_t version; /**< 3 or 4. */
} tokenmint_zego_claims;
#define TOKENMINT_ZEGO_CLAIMS_INIT \
  { sizeof(tokenmint_zego_claims), NULL, 0, NULL, 0, NULL, 0, 0, 0, 0, 0, 0, \
    0, 0, 0, 0 }

/** What a token must be for. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_zego_expected)`. */
  const char *room_id; /**< The room. Empty for a token04: it is not asked. */
  size_t room_id_len; /**< Bytes of the room. */
  const char *user_id; /**< The user. */
  size_t user_id_len; /**< Bytes of the user. */
  size_t reserved; /**< 0. */
  int64_t now; /**< The time at which it must be good, Unix seconds. */
  uint32_t app_id; /**< The application. */
  uint32_t wanted; /**< `TOKENMINT_ZEGO_WANT_...` */
} tokenmint_zego_expected;
#define TOKENMINT_ZEGO_EXPECTED_INIT \
  { sizeof(tokenmint_zego_expected), NULL, 0, NULL, 0, 0, 0, 0, 0 }

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A token04, encrypted with AES-256-CBC (official name: generateToken04): the
 * revision that every ZEGO service reads.
 *
 * @param issuer  Who issues it; `iv` has 16 bytes.
 * @param user_id,user_id_len  The user: 1 to 64 UTF-16 units.
 * @param effective_seconds  Lifetime in seconds from the issue time, above 0.
 * @param payload,payload_len  The payload as it is; empty for an identity
 *   token. See @ref tokenmint_zego_room_payload.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is 0.
 * @retval TOKENMINT_ERR_EMPTY  The user or the room is empty.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  The secret is not ASCII.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  An id, a time or `iv_len` is
 *   outside its range.
 * @retval TOKENMINT_ERR_CONTENT_TOO_LARGE  The JSON exceeds 32,751 bytes.
 * @retval TOKENMINT_ERR_BAD_SECRET  The secret does not have 32 visible
 *   characters.
 * @return Also TOKENMINT_ERR_ISSUE_TIME_ZERO, TOKENMINT_ERR_CRYPTO_FAILED.
 * @note M4: 7,618 bytes of flash, 1,536 of stack (ZEGO token04, CBC).
 */
TOKENMINT_NODISCARD int32_t tokenmint_zego_generate_token04(
    const tokenmint_zego_issuer *issuer, const char *user_id,
    size_t user_id_len, int64_t effective_seconds, const char *payload,
    size_t payload_len, char *out, size_t out_cap, size_t *out_len);

/**
 * A token04, encrypted with AES-256-GCM. Nothing public proves which services
 * read this revision: ask ZEGO first.
 *
 * @param issuer  Who issues it; `iv` has 12 bytes and is never used twice, and
 *   `cipher` is one for GCM.
 * @param user_id,user_id_len  The user: 1 to 64 UTF-16 units.
 * @param effective_seconds  Lifetime in seconds from the issue time, above 0.
 * @param payload,payload_len  The payload as it is; empty for an identity
 *   token.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is 0.
 * @retval TOKENMINT_ERR_EMPTY  The user or the room is empty.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  The secret is not ASCII.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  An id, a time or `iv_len` is
 *   outside its range.
 * @retval TOKENMINT_ERR_CONTENT_TOO_LARGE  The JSON exceeds 32,751 bytes.
 * @retval TOKENMINT_ERR_BAD_SECRET  The secret does not have 32 visible
 *   characters.
 * @return Also TOKENMINT_ERR_ISSUE_TIME_ZERO, TOKENMINT_ERR_CRYPTO_FAILED.
 * @note M4: 9,642 bytes of flash, 2,064 of stack (ZEGO token04, GCM).
 */
TOKENMINT_NODISCARD int32_t tokenmint_zego_generate_token04_gcm(
    const tokenmint_zego_issuer *issuer, const char *user_id,
    size_t user_id_len, int64_t effective_seconds, const char *payload,
    size_t payload_len, char *out, size_t out_cap, size_t *out_len);

/**
 * A token03, the predecessor of token04.
 *
 * @param issuer  Who issues it; `iv` has 16 bytes.
 * @param room_id,room_id_len  The room: 1 to 64 UTF-16 units.
 * @param user_id,user_id_len  The user: 1 to 64 UTF-16 units.
 * @param login  `TOKENMINT_ZEGO_ALLOW` or `TOKENMINT_ZEGO_DENY`.
 * @param publish  `TOKENMINT_ZEGO_ALLOW` or `TOKENMINT_ZEGO_DENY`.
 * @param effective_seconds  Lifetime in seconds from the issue time, above 0.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is 0.
 * @retval TOKENMINT_ERR_EMPTY  The user or the room is empty.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  The secret is not ASCII.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  An id, a time or `iv_len` is
 *   outside its range.
 * @retval TOKENMINT_ERR_CONTENT_TOO_LARGE  The JSON exceeds 32,751 bytes.
 * @retval TOKENMINT_ERR_BAD_SECRET  The secret does not have 32 visible
 *   characters.
 * @return Also TOKENMINT_ERR_ISSUE_TIME_ZERO, TOKENMINT_ERR_CRYPTO_FAILED.
 */
TOKENMINT_NODISCARD int32_t tokenmint_zego_generate_token03(
    const tokenmint_zego_issuer *issuer, const char *room_id,
    size_t room_id_len, const char *user_id, size_t user_id_len, uint32_t login,
    uint32_t publish, int64_t effective_seconds, char *out, size_t out_cap,
    size_t *out_len);

/**
 * The payload of a strict token, JSON text for one room.
 *
 * @param room_id,room_id_len  The room; empty: any.
 * @param login  `TOKENMINT_ZEGO_ALLOW`, `TOKENMINT_ZEGO_DENY` or
 *   `TOKENMINT_ZEGO_ABSENT`.
 * @param publish  As `login`, for publishing a stream.
 * @param streams_kind  `TOKENMINT_ZEGO_STREAMS_...`
 * @param streams,streams_count  The streams that may be published, at most
 *   `TOKENMINT_ZEGO_STREAMS_MAX`; none named: any.
 * @param out,out_cap,out_len  The payload; see "Outputs".
 * @return Also TOKENMINT_ERR_TOO_MANY.
 */
TOKENMINT_NODISCARD int32_t tokenmint_zego_room_payload(
    const char *room_id, size_t room_id_len, uint32_t login, uint32_t publish,
    uint32_t streams_kind, const tokenmint_text *streams, size_t streams_count,
    char *out, size_t out_cap, size_t *out_len);

/**
 * Workspace that is enough to open a token of `token_len` characters.
 *
 * @param token_len  Characters of the token.
 * @return Bytes of workspace.
 */
size_t tokenmint_zego_workspace_len(size_t token_len);

/**
 * The clear copy of the expiry of a token04 or token03, which needs no secret
 * and proves nothing: for a device that wants to know when to renew.
 *
 * @param token,token_len  The token.
 * @param workspace,workspace_cap  Scratch memory; see @ref
 *   tokenmint_zego_workspace_len.
 * @param info  Receives `expires_at`, `mode` and `version`; the rest is 0.
 * @return Also TOKENMINT_ERR_UNSUPPORTED_VERSION, TOKENMINT_ERR_BAD_BASE64,
 *   TOKENMINT_ERR_TOO_LARGE, TOKENMINT_ERR_TRUNCATED,
 *   TOKENMINT_ERR_TRAILING_DATA, TOKENMINT_ERR_MALFORMED.
 */
TOKENMINT_NODISCARD int32_t tokenmint_zego_peek(
    const char *token, size_t token_len, uint8_t *workspace,
    size_t workspace_cap, tokenmint_zego_claims *info);

/**
 * Decrypts a token04 of either mode, or a token03, refuses one whose two
 * expiries differ, and compares it with what is expected.
 *
 * @param token,token_len  The token.
 * @param secret,secret_len  The server secret: 32 ASCII characters.
 * @param expected  What it must be for; NULL: anything, also when it has ended.
 *   Room and privileges of a token04 stand in its payload.
 * @param workspace,workspace_cap  Receives the decrypted token; see @ref
 *   tokenmint_zego_workspace_len.
 * @param info  Receives what it says.
 * @retval TOKENMINT_ERR_BAD_SECRET  The secret does not have 32 visible
 *   characters.
 * @retval TOKENMINT_ERR_EXPIRY_MISMATCH  Clear and protected expiry differ: it
 *   was changed.
 * @retval TOKENMINT_ERR_UNDECIDED  The signature covers a name that is not
 *   given.
 * @return Also TOKENMINT_ERR_BAD_CHARACTER, TOKENMINT_ERR_UNSUPPORTED_VERSION,
 *   TOKENMINT_ERR_BAD_BASE64, TOKENMINT_ERR_TOO_LARGE, TOKENMINT_ERR_TRUNCATED,
 *   TOKENMINT_ERR_TRAILING_DATA, TOKENMINT_ERR_BAD_JSON,
 *   TOKENMINT_ERR_BAD_MEMBER, TOKENMINT_ERR_MALFORMED,
 *   TOKENMINT_ERR_DECRYPT_FAILED, TOKENMINT_ERR_APP_ID_MISMATCH,
 *   TOKENMINT_ERR_CHANNEL_MISMATCH, TOKENMINT_ERR_USER_MISMATCH,
 *   TOKENMINT_ERR_EXPIRED, TOKENMINT_ERR_NOT_YET_VALID,
 *   TOKENMINT_ERR_NOT_AUTHORIZED.
 */
TOKENMINT_NODISCARD int32_t tokenmint_zego_open(
    const char *token, size_t token_len, const char *secret, size_t secret_len,
    const tokenmint_zego_expected *expected, uint8_t *workspace,
    size_t workspace_cap, tokenmint_zego_claims *info);

/**
 * @ref tokenmint_zego_open with AES-256 of the platform.
 *
 * @param token,token_len  The token.
 * @param secret,secret_len  The server secret: 32 ASCII characters; empty: the
 *   key that `context` names, if that is not NULL.
 * @param cipher  Decrypts: both modes, or those that are to be read.
 * @param context  Handed to it as it is; may be NULL.
 * @param expected  What it must be for; NULL: anything, also when it has ended.
 *   Room and privileges of a token04 stand in its payload.
 * @param workspace,workspace_cap  Receives the decrypted token; see @ref
 *   tokenmint_zego_workspace_len.
 * @param info  Receives what it says.
 * @retval TOKENMINT_ERR_BAD_SECRET  The secret does not have 32 visible
 *   characters.
 * @retval TOKENMINT_ERR_CRYPTO_FAILED  The cipher failed in CBC; in GCM that is
 *   as a wrong tag.
 * @retval TOKENMINT_ERR_EXPIRY_MISMATCH  Clear and protected expiry differ: it
 *   was changed.
 * @retval TOKENMINT_ERR_UNDECIDED  The signature covers a name that is not
 *   given.
 * @return Also TOKENMINT_ERR_BAD_CHARACTER, TOKENMINT_ERR_UNSUPPORTED_VERSION,
 *   TOKENMINT_ERR_BAD_BASE64, TOKENMINT_ERR_TOO_LARGE, TOKENMINT_ERR_TRUNCATED,
 *   TOKENMINT_ERR_TRAILING_DATA, TOKENMINT_ERR_BAD_JSON,
 *   TOKENMINT_ERR_BAD_MEMBER, TOKENMINT_ERR_MALFORMED,
 *   TOKENMINT_ERR_DECRYPT_FAILED, TOKENMINT_ERR_APP_ID_MISMATCH,
 *   TOKENMINT_ERR_CHANNEL_MISMATCH, TOKENMINT_ERR_USER_MISMATCH,
 *   TOKENMINT_ERR_EXPIRED, TOKENMINT_ERR_NOT_YET_VALID,
 *   TOKENMINT_ERR_NOT_AUTHORIZED.
 */
TOKENMINT_NODISCARD int32_t tokenmint_zego_open_with_cipher(
    const char *token, size_t token_len, const char *secret, size_t secret_len,
    tokenmint_cipher cipher, void *context,
    const tokenmint_zego_expected *expected, uint8_t *workspace,
    size_t workspace_cap, tokenmint_zego_claims *info);

/**
 * The query parameter `Signature` of a request to the server API, which also
 * carries `AppId`, `SignatureNonce` and `Timestamp` as given here, and
 * `SignatureVersion=2.0`.
 *
 * @param app_id  The application, not 0.
 * @param signature_nonce,signature_nonce_len  New for every request, such as 16
 *   hexadecimal digits of 8 random bytes.
 * @param secret,secret_len  The server secret: 32 ASCII characters.
 * @param timestamp  Unix seconds.
 * @param out,out_cap,out_len  The signature; see "Outputs".
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is 0.
 * @retval TOKENMINT_ERR_BAD_SECRET  The secret does not have 32 visible
 *   characters.
 * @return Also TOKENMINT_ERR_BAD_CHARACTER.
 */
TOKENMINT_NODISCARD int32_t tokenmint_zego_server_api_signature(
    uint32_t app_id, const char *signature_nonce, size_t signature_nonce_len,
    const char *secret, size_t secret_len, uint64_t timestamp, char *out,
    size_t out_cap, size_t *out_len);

/**
 * What the official libraries answer to the inputs of a token04.
 *
 * @param app_id  The application.
 * @param user_id,user_id_len  The user.
 * @param secret,secret_len  The server secret.
 * @param effective_seconds  Lifetime in seconds.
 * @return Their code, not a status: 0 good, 1 app id, 3 user id, 5 secret, 6
 *   effective time, -1 anything else.
 */
TOKENMINT_NODISCARD int32_t tokenmint_zego_official_code(
    uint32_t app_id, const char *user_id, size_t user_id_len,
    const char *secret, size_t secret_len, int64_t effective_seconds);

#ifdef __cplusplus
} // extern "C"
#endif

#endif // TOKENMINT_ZEGO_H
