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

/** 006 only: the same as a publisher. */
#define TOKENMINT_AGORA_ROLE_ATTENDEE 0
/** May join and publish audio, video and data. */
#define TOKENMINT_AGORA_ROLE_PUBLISHER 1
#define TOKENMINT_AGORA_ROLE_SUBSCRIBER 2 /**< May only join. */
/** 006 only: the same as a publisher. */
#define TOKENMINT_AGORA_ROLE_ADMIN 101

/** Names and lifetimes as the service documents them: channels of 1 to 64 and
 *  accounts of 1 to 255 bytes of 89 characters, RTM user ids of 1 to 64 bytes,
 *  lifetimes of at most 86,400 seconds. */
#define TOKENMINT_AGORA_LIMITS_DOCUMENTED 0
/** Only what the wire format cannot carry is refused. */
#define TOKENMINT_AGORA_LIMITS_WIRE 1

#define TOKENMINT_AGORA_TIME_KEY_LEN 32 /**< Bytes of the key of a second. */

/** Real-time audio and video: channel, user. Privileges 1 join, 2 publish
 *  audio, 3 publish video, 4 publish data. */
#define TOKENMINT_AGORA_SERVICE_RTC 1
/** Signaling: user. Privilege 1 log in. */
#define TOKENMINT_AGORA_SERVICE_RTM 2
/** Media streaming: channel, user. Privileges 1 publish mixed, 2 publish
 *  raw. */
#define TOKENMINT_AGORA_SERVICE_STREAMING 3
/** Fusion player acceleration. Privilege 1 log in. */
#define TOKENMINT_AGORA_SERVICE_FPA 4
/** Chat: user, empty for the application. Privileges 1 user, 2 application. */
#define TOKENMINT_AGORA_SERVICE_CHAT 5
/** Fusion CDN: channel, user. Privileges 1 publish, 2 play. */
#define TOKENMINT_AGORA_SERVICE_FCDN 6
/** Flexible classroom: room (as channel), user, role. Privileges 1 room user, 2
 *  user, 3 application. */
#define TOKENMINT_AGORA_SERVICE_APAAS 7
/** Signaling with permissions: user, permissions. Privilege 1 log in. */
#define TOKENMINT_AGORA_SERVICE_RTM2 8
/** Conversational AI; no privileges. */
#define TOKENMINT_AGORA_SERVICE_CONVOAI 9
#define TOKENMINT_AGORA_SERVICE_STT 10 /**< Speech to text; no privileges. */

#define TOKENMINT_AGORA_USER_TEXT 0 /**< The user is the text `user`. */
/** The user is the number `uid`; 0: any user. */
#define TOKENMINT_AGORA_USER_UID 1

/** Resource type of an RTM2 permission: message channels. */
#define TOKENMINT_AGORA_RESOURCE_MESSAGE_CHANNELS 0
/** Resource type of an RTM2 permission: stream channels. */
#define TOKENMINT_AGORA_RESOURCE_STREAM_CHANNELS 1
/** Resource type of an RTM2 permission: group channels. */
#define TOKENMINT_AGORA_RESOURCE_GROUP_CHANNELS 2
/** Resource type of an RTM2 permission: server groups. */
#define TOKENMINT_AGORA_RESOURCE_SERVER_GROUPS 3
/** Resource type of an RTM2 permission: users. */
#define TOKENMINT_AGORA_RESOURCE_USERS 4

/** What an RTM2 permission allows: receive. */
#define TOKENMINT_AGORA_PERMISSION_READ 0
/** What an RTM2 permission allows: send. */
#define TOKENMINT_AGORA_PERMISSION_WRITE 1

#define TOKENMINT_AGORA_SERVICES_MAX 8 /**< The most services of one token. */
/** The most privileges of one token, over all its services. */
#define TOKENMINT_AGORA_PRIVILEGES_MAX 32
/** The most permissions of one token. */
#define TOKENMINT_AGORA_PERMISSIONS_MAX 16
/** The most resources of one token, over all its permissions. */
#define TOKENMINT_AGORA_RESOURCES_MAX 64

#define TOKENMINT_AGORA_NOT_ASKED 1 /**< In a report: it was not asked. */

/** What is wanted: to join where a channel is expected, and the privilege where
 *  a service type is given. */
#define TOKENMINT_AGORA_WANT_JOIN 0
/** What is wanted: to join and to publish audio, video and data. */
#define TOKENMINT_AGORA_WANT_PUBLISHER 1
#define TOKENMINT_AGORA_WANT_SUBSCRIBER 2 /**< What is wanted: to join. */
/** What is wanted: no privilege, so also a token whose privileges have
 *  ended. */
#define TOKENMINT_AGORA_WANT_NOTHING 3

/* Sizes of static buffers that are always enough. */
#define TOKENMINT_AGORA_RTC_CAPACITY 881 /**< Every RTC token. */
/** Every token for RTC and RTM, with one account or with two. */
#define TOKENMINT_AGORA_RTC_WITH_RTM_CAPACITY 1415
/** Every RTM token without permissions. */
#define TOKENMINT_AGORA_RTM_CAPACITY 331
/** Every chat token, for user ids of at most 64 bytes. */
#define TOKENMINT_AGORA_CHAT_CAPACITY 331
/** Every classroom token, for room and user ids of at most 64 bytes. */
#define TOKENMINT_AGORA_EDUCATION_CAPACITY 707
#define TOKENMINT_AGORA_FPA_CAPACITY 199 /**< Every FPA token. */
/** Every token for conversational AI or speech to text. */
#define TOKENMINT_AGORA_CONVOAI_CAPACITY 1041
/** Every `Authorization` value for an RTC token. */
#define TOKENMINT_AGORA_TOKEN_HEADER_CAPACITY 893

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

/** How the content of an AccessToken2 is compressed: one of the
 *  `tokenmint_compress_...` functions, or your own that writes `content` as one
 *  zlib stream (RFC 1950) to `out`, its length to `*out_len`, and returns
 *  `TOKENMINT_OK`. `out_cap` is enough for a stream of stored blocks. */
typedef int32_t (*tokenmint_compression)(
    const uint8_t *content, size_t content_len, uint8_t *out, size_t out_cap,
    size_t *out_len);

/** Who issues a token, when, and how it is written. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_agora_issuer)`. */
  /** The app id: 32 hexadecimal digits, letter case kept. */
  const char *app_id;
  size_t app_id_len; /**< Bytes of the app id. */
  /** The app certificate: 32 hexadecimal digits. The library keeps no copy
   *  after the call; wiping this one is yours. */
  const char *certificate;
  size_t certificate_len; /**< Bytes of the certificate. */
  /** In place of the certificate (both pointers are never given), the key of
   *  the second `issued_at`, which @ref tokenmint_agora_time_key gave: for 007
   *  alone. NULL: none. */
  const uint8_t *time_key;
  size_t time_key_len; /**< Bytes of it: `TOKENMINT_AGORA_TIME_KEY_LEN`. */
  /** How a 007 token is compressed; not NULL for 007, not used elsewhere. */
  tokenmint_compression compression;
  /** Computes HMAC-SHA256; not NULL, not used for what is older than 006. */
  tokenmint_hmac hmac_sha256;
  /** Handed to `hmac_sha256` as it is; may be NULL. Otherwise it may name a key
   *  of the platform: then 006 (not 007) does without a certificate here. */
  void *hmac_context;
  /** Issue time in Unix seconds, UTC. 0 is an error: the clock is not set. */
  uint32_t issued_at;
  /** Any number; official libraries draw it from 1 to 99,999,999. It need not
   *  be secret. */
  uint32_t salt;
  /** `TOKENMINT_AGORA_LIMITS_DOCUMENTED` or `TOKENMINT_AGORA_LIMITS_WIRE`. */
  uint32_t limits;
  uint32_t reserved; /**< 0. */
} tokenmint_agora_issuer;
#define TOKENMINT_AGORA_ISSUER_INIT \
  { sizeof(tokenmint_agora_issuer), NULL, 0, NULL, 0, NULL, 0, \
    TOKENMINT_COMPRESSION, TOKENMINT_HMAC_SHA256, NULL, 0, 0, \
    TOKENMINT_AGORA_LIMITS_DOCUMENTED, 0 }

/** How long each privilege of an RTC service lasts, in seconds from the issue
 *  time; 0: as long as the token. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_agora_rtc_lifetimes)`. */
  uint32_t join_channel; /**< To join the channel. */
  uint32_t publish_audio; /**< To publish audio. */
  uint32_t publish_video; /**< To publish video. */
  uint32_t publish_data; /**< To publish data. */
} tokenmint_agora_rtc_lifetimes;
#define TOKENMINT_AGORA_RTC_LIFETIMES_INIT \
  { sizeof(tokenmint_agora_rtc_lifetimes), 0, 0, 0, 0 }

/** What may be done with which resources (service RTM2). */
typedef struct {
  const tokenmint_text *resources; /**< The names of the resources. */
  size_t resources_count; /**< How many. */
  /** `TOKENMINT_AGORA_RESOURCE_...`, or a number unknown here. */
  uint16_t resource_type;
  /** `TOKENMINT_AGORA_PERMISSION_...`, or a number unknown here. */
  uint16_t permission_type;
} tokenmint_agora_permission;

/** A privilege and its end. */
typedef struct {
  uint16_t privilege; /**< Its number; each service has its own. */
  uint16_t reserved; /**< 0. */
  /** 007: lifetime in seconds from the issue time, 0: as long as the token.
   *  006: deadline in Unix seconds, 0: never. */
  uint32_t expire;
} tokenmint_agora_privilege;

/** One service of a token. Members that a service type does not have are not
 *  looked at. */
typedef struct {
  /** `sizeof(tokenmint_agora_service)`, the same in every element of a list. */
  size_t struct_size;
  const char *channel; /**< The channel; for APaaS the room. */
  size_t channel_len; /**< Bytes of the channel. */
  /** The user, when `user_kind` is `TOKENMINT_AGORA_USER_TEXT`. */
  const char *user;
  size_t user_len; /**< Bytes of the user. */
  /** The privileges, in any order; the last of a number counts. */
  const tokenmint_agora_privilege *privileges;
  size_t privileges_count; /**< How many. */
  const tokenmint_agora_permission *permissions; /**< The permissions (RTM2). */
  size_t permissions_count; /**< How many. */
  /** The user, when `user_kind` is `TOKENMINT_AGORA_USER_UID`. */
  uint32_t uid;
  /** `TOKENMINT_AGORA_USER_TEXT` or `TOKENMINT_AGORA_USER_UID`. */
  uint32_t user_kind;
  uint16_t service_type; /**< `TOKENMINT_AGORA_SERVICE_...`. */
  int16_t role; /**< The role (APaaS); -1: none. */
  uint32_t reserved; /**< 0. */
} tokenmint_agora_service;
#define TOKENMINT_AGORA_SERVICE_INIT \
  { sizeof(tokenmint_agora_service), NULL, 0, NULL, 0, NULL, 0, NULL, 0, 0, \
    TOKENMINT_AGORA_USER_TEXT, 0, -1, 0 }

/** A token that has been read; it points into the workspace. Nothing in it is
 *  verified. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_agora_token)`. */
  /** The decoded content: what two implementations have to agree on. */
  const uint8_t *content;
  size_t content_len; /**< Bytes of the content. */
  const char *app_id; /**< The app id, of any form. */
  size_t app_id_len; /**< Bytes of the app id. */
  /** Signed bytes after the last service; 0 in a regular token. */
  size_t trailing_len;
  uint64_t expires_at; /**< End of the token in Unix seconds. */
  uint32_t issued_at; /**< Issue time in Unix seconds. */
  uint32_t expire; /**< Lifetime in seconds from the issue time. */
  uint32_t salt; /**< The salt. */
  uint16_t service_count; /**< How many services the token says it has. */
  /** Number of the service type at which reading stopped, because nobody knows
   *  how long it is; 0: all were read. */
  uint16_t unknown_service;
} tokenmint_agora_token;
#define TOKENMINT_AGORA_TOKEN_INIT \
  { sizeof(tokenmint_agora_token), NULL, 0, NULL, 0, 0, 0, 0, 0, 0, 0, 0 }

/** What a token should be; what is NULL or 0 is not asked, but a channel asks
 *  for joining it unless `wanted` says otherwise. Channel, user and privilege
 *  have to be those of one service of the token. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_agora_expected)`. */
  /** The certificate that should have signed it. Without it, nothing in the
   *  token is proven. */
  const char *certificate;
  size_t certificate_len; /**< Bytes of the certificate. */
  const char *app_id; /**< The app id it should belong to. */
  size_t app_id_len; /**< Bytes of the app id. */
  const char *channel; /**< The channel it should be for. */
  size_t channel_len; /**< Bytes of the channel. */
  /** The user it should be for, when `user_kind` is
   *  `TOKENMINT_AGORA_USER_TEXT`. */
  const char *user;
  size_t user_len; /**< Bytes of the user. */
  /** The user, when `user_kind` is `TOKENMINT_AGORA_USER_UID`. */
  uint32_t uid;
  /** `TOKENMINT_AGORA_USER_TEXT` or `TOKENMINT_AGORA_USER_UID`. */
  uint32_t user_kind;
  uint32_t now; /**< The time at which it should be valid, in Unix seconds. */
  /** Service type whose `privilege` it should grant,
   *  `TOKENMINT_AGORA_SERVICE_...`. (006 has one space of numbers: those of RTC
   *  are the same there, and RTM has its login.) */
  uint16_t service_type;
  uint16_t privilege; /**< The privilege; only with `service_type`. */
  /** `TOKENMINT_AGORA_WANT_...`; with a `service_type` only
   *  `TOKENMINT_AGORA_WANT_JOIN`. */
  uint32_t wanted;
  uint32_t reserved; /**< 0. */
  /** Computes HMAC-SHA256; not NULL with a certificate. */
  tokenmint_hmac hmac_sha256;
  void *hmac_context; /**< Handed to `hmac_sha256` as it is; may be NULL. */
} tokenmint_agora_expected;
#define TOKENMINT_AGORA_EXPECTED_INIT \
  { sizeof(tokenmint_agora_expected), NULL, 0, NULL, 0, NULL, 0, NULL, 0, 0, \
    TOKENMINT_AGORA_USER_TEXT, 0, 0, 0, TOKENMINT_AGORA_WANT_JOIN, 0, \
    TOKENMINT_HMAC_SHA256, NULL }

/** The answers: `TOKENMINT_OK`, `TOKENMINT_AGORA_NOT_ASKED`, or the status that
 *  says what does not hold; `TOKENMINT_ERR_UNDECIDED` where that cannot be
 *  told. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_agora_report)`. */
  /** Signed by the certificate. (006: undecided unless channel and user are
   *  given and hold, because they are signed too.) */
  int32_t signature;
  int32_t app_id; /**< Of this app id, letter case included. */
  int32_t time; /**< Issued and not yet ended. */
  int32_t channel; /**< For this channel. */
  int32_t user; /**< For this user, or for any. */
  /** What is wanted is granted, and has not ended when `now` is given. */
  int32_t privilege;
  /** The service that channel, user and privilege are answered for, as an index
   *  for @ref tokenmint_agora_token_service; -1: none. */
  int32_t service;
  uint32_t reserved; /**< 0. */
} tokenmint_agora_report;
#define TOKENMINT_AGORA_REPORT_INIT \
  { sizeof(tokenmint_agora_report), 0, 0, 0, 0, 0, 0, -1, 0 }

/** A service of a token that has been read. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_agora_service_info)`. */
  /** The channel, for APaaS the room; NULL where the service has none. */
  const char *channel;
  size_t channel_len; /**< Bytes of the channel. */
  /** The account or user id, empty: any user; NULL where the service has
   *  none. */
  const char *user;
  size_t user_len; /**< Bytes of the user. */
  /** For @ref tokenmint_agora_token_privilege. */
  size_t privileges_count;
  /** For @ref tokenmint_agora_token_permission. */
  size_t permissions_count;
  uint16_t service_type; /**< `TOKENMINT_AGORA_SERVICE_...`. */
  int16_t role; /**< The role (APaaS); -1: none. */
  uint32_t reserved; /**< 0. */
} tokenmint_agora_service_info;
#define TOKENMINT_AGORA_SERVICE_INFO_INIT \
  { sizeof(tokenmint_agora_service_info), NULL, 0, NULL, 0, 0, 0, 0, -1, 0 }

/** App id, channel, user and end of a token; they point into the workspace.
 *  Nothing in it is verified. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_agora_peeked)`. */
  const char *app_id; /**< The app id. */
  size_t app_id_len; /**< Bytes of the app id. */
  /** The channel of the first service that has one, or NULL. */
  const char *channel;
  size_t channel_len; /**< Bytes of the channel. */
  /** The user of the first service that has one, or NULL; empty: any user. */
  const char *account;
  size_t account_len; /**< Bytes of the user. */
  /** When the token, or the right to join, ends, in Unix seconds. */
  uint64_t expires_at;
  uint32_t issued_at; /**< Issue time in Unix seconds. */
  uint32_t reserved; /**< 0. */
} tokenmint_agora_peeked;
#define TOKENMINT_AGORA_PEEKED_INIT \
  { sizeof(tokenmint_agora_peeked), NULL, 0, NULL, 0, NULL, 0, 0, 0, 0 }

/** A likely mistake. Numbers that a warning does not have are 0. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_agora_warning)`. */
  /** Its name, static text without a NUL: "lifetime-looks-absolute" and so
   *  on. */
  const char *name;
  size_t name_len; /**< Bytes of the name. */
  /** Seconds or bytes that it is about: of a name that is too long its bytes,
   *  else the byte at which the character begins. */
  uint64_t value;
  uint16_t service_type; /**< The service type it is about. */
  uint16_t privilege; /**< The privilege it is about; of several the first. */
  uint32_t reserved; /**< 0. */
} tokenmint_agora_warning;
#define TOKENMINT_AGORA_WARNING_INIT \
  { sizeof(tokenmint_agora_warning), NULL, 0, 0, 0, 0, 0 }

#ifdef __cplusplus
extern "C" {
#endif

/* Compression of AccessToken2 ---------------------------------------------- */

/**
 * No compression, least code: zlib with stored blocks.
 *
 * For @ref tokenmint_agora_issuer::compression; not called directly.
 *
 * @param content  What to compress.
 * @param content_len  Bytes of it.
 * @param out  Receives the zlib stream. It is bytes: no NUL follows.
 * @param out_cap  Bytes there are.
 * @param out_len  Receives the length of the stream.
 * @note M4: 5,904 bytes of flash, 1,344 of stack (007 RTC token, stored).
 */
TOKENMINT_NODISCARD int32_t tokenmint_compress_stored(
    const uint8_t *content, size_t content_len, uint8_t *out, size_t out_cap,
    size_t *out_len);

/**
 * One block of the fixed codes with matches: little code, and for short names
 * as short as zlib. The default on devices. Arguments and use as @ref
 * tokenmint_compress_stored.
 * @note M4: 7,432 bytes of flash, 1,344 of stack (007 RTC token, fixed).
 */
TOKENMINT_NODISCARD int32_t tokenmint_compress_fixed(
    const uint8_t *content, size_t content_len, uint8_t *out, size_t out_cap,
    size_t *out_len);

/**
 * The very bytes of zlib at level 6, so that tokens equal those of the official
 * Python, C++ and Java libraries as text. Takes more code, and kilobytes of
 * stack while it runs. The default on hosts. Arguments and use as @ref
 * tokenmint_compress_stored.
 * @note M4: 11,274 bytes of flash, 3,352 of stack (007 RTC token, exact).
 */
TOKENMINT_NODISCARD int32_t tokenmint_compress_exact(
    const uint8_t *content, size_t content_len, uint8_t *out, size_t out_cap,
    size_t *out_len);

/* Real-time audio and video ------------------------------------------------ */

/**
 * A token for a numeric uid in a channel (official name: RtcTokenBuilder2,
 * build_token_with_uid). A publisher may join and publish, every other role may
 * join.
 * @note M4: 7,432 bytes of flash, 1,344 of stack (007 RTC token, fixed).
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_rtc_build_token_with_uid(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, uint32_t uid, uint32_t role, uint32_t token_expire,
    uint32_t privilege_expire, char *out, size_t out_cap, size_t *out_len);

/** A token for a text account in a channel (build_token_with_user_account). */
TOKENMINT_NODISCARD int32_t tokenmint_agora_rtc_build_token_with_user_account(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, const char *account, size_t account_len, uint32_t role,
    uint32_t token_expire, uint32_t privilege_expire, char *out, size_t out_cap,
    size_t *out_len);

/** A token for a numeric uid with a lifetime for each privilege; all four are
 *  granted (build_token_with_uid_and_privilege). */
TOKENMINT_NODISCARD int32_t
tokenmint_agora_rtc_build_token_with_uid_and_privilege(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, uint32_t uid, uint32_t token_expire,
    const tokenmint_agora_rtc_lifetimes *lifetimes, char *out, size_t out_cap,
    size_t *out_len);

/** A token for a text account with a lifetime for each privilege; all four are
 *  granted (build_token_with_user_account_and_privilege). */
TOKENMINT_NODISCARD int32_t
tokenmint_agora_rtc_build_token_with_user_account_and_privilege(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, const char *account, size_t account_len,
    uint32_t token_expire, const tokenmint_agora_rtc_lifetimes *lifetimes,
    char *out, size_t out_cap, size_t *out_len);

/** A token for RTC and RTM with the same account (build_token_with_rtm). The
 *  privilege lifetime applies to RTC; the RTM login lasts as long as the
 *  token. */
TOKENMINT_NODISCARD int32_t tokenmint_agora_rtc_build_token_with_rtm(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, const char *account, size_t account_len, uint32_t role,
    uint32_t token_expire, uint32_t privilege_expire, char *out, size_t out_cap,
    size_t *out_len);

/**
 * A token for RTC and RTM with accounts and lifetimes of their own
 * (build_token_with_rtm2). Only a publisher gets the last three privileges.
 *
 * @param rtc_account,rtc_account_len  The RTC user: 1 to 255 bytes.
 * @param rtc_role  `TOKENMINT_AGORA_ROLE_...`
 * @param rtc_token_expire  Lifetime of the token, also for RTM, in seconds from
 *   the issue time: 1 to 86,400.
 * @param rtm_user_id,rtm_user_id_len  The RTM user: 1 to 64 bytes.
 * @param rtm_token_expire  Lifetime of the RTM login in seconds from the issue
 *   time.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_rtc_build_token_with_rtm2(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, const char *rtc_account, size_t rtc_account_len,
    uint32_t rtc_role, uint32_t rtc_token_expire,
    const tokenmint_agora_rtc_lifetimes *lifetimes, const char *rtm_user_id,
    size_t rtm_user_id_len, uint32_t rtm_token_expire, char *out,
    size_t out_cap, size_t *out_len);

/* Signaling ---------------------------------------------------------------- */

/**
 * A token with which a user may log in to signaling (official name:
 * RtmTokenBuilder2, build_token).
 *
 * @param user_id,user_id_len  The user: 1 to 64 bytes.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_rtm_build_token(
    const tokenmint_agora_issuer *issuer, const char *user_id,
    size_t user_id_len, uint32_t expire, char *out, size_t out_cap,
    size_t *out_len);

/** A token with which a numeric user id may log in to signaling. */
TOKENMINT_NODISCARD int32_t tokenmint_agora_rtm_build_token_with_uid(
    const tokenmint_agora_issuer *issuer, uint32_t uid, uint32_t expire,
    char *out, size_t out_cap, size_t *out_len);

/**
 * A signaling token with permissions per resource: service RTM2
 * (build_token_with_permissions).
 *
 * @param user_id,user_id_len  The user: 1 to 64 bytes.
 * @param permissions,permissions_count  What may be done; at most
 *   `TOKENMINT_AGORA_PERMISSIONS_MAX`, with at most
 *   `TOKENMINT_AGORA_RESOURCES_MAX` resources in all. NULL only with 0.
 * @return Also TOKENMINT_ERR_TOO_MANY.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_rtm_build_token_with_permissions(
    const tokenmint_agora_issuer *issuer, const char *user_id,
    size_t user_id_len, const tokenmint_agora_permission *permissions,
    size_t permissions_count, uint32_t expire, char *out, size_t out_cap,
    size_t *out_len);

/* Other products ----------------------------------------------------------- */

/**
 * A token for a chat user (official name: ChatTokenBuilder2, build_user_token).
 *
 * @param user_id,user_id_len  The user's UUID.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_chat_build_user_token(
    const tokenmint_agora_issuer *issuer, const char *user_id,
    size_t user_id_len, uint32_t expire, char *out, size_t out_cap,
    size_t *out_len);

/** A chat token for the application itself (ChatTokenBuilder2,
 *  build_app_token). */
TOKENMINT_NODISCARD int32_t tokenmint_agora_chat_build_app_token(
    const tokenmint_agora_issuer *issuer, uint32_t expire, char *out,
    size_t out_cap, size_t *out_len);

/**
 * A token for a user in a room of the flexible classroom, including signaling
 * and chat (official names: EducationTokenBuilder2 and ApaasTokenBuilder,
 * build_room_user_token).
 *
 * @param room_uuid,room_uuid_len  The room.
 * @param user_uuid,user_uuid_len  The user: 1 to 255 bytes.
 * @param role  A role of the product.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_education_build_room_user_token(
    const tokenmint_agora_issuer *issuer, const char *room_uuid,
    size_t room_uuid_len, const char *user_uuid, size_t user_uuid_len,
    int16_t role, uint32_t expire, char *out, size_t out_cap, size_t *out_len);

/**
 * A token for a user of the flexible classroom without a room
 * (build_user_token).
 *
 * @param user_uuid,user_uuid_len  The user.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_education_build_user_token(
    const tokenmint_agora_issuer *issuer, const char *user_uuid,
    size_t user_uuid_len, uint32_t expire, char *out, size_t out_cap,
    size_t *out_len);

/** A token for the flexible classroom for the application itself
 *  (build_app_token). */
TOKENMINT_NODISCARD int32_t tokenmint_agora_education_build_app_token(
    const tokenmint_agora_issuer *issuer, uint32_t expire, char *out,
    size_t out_cap, size_t *out_len);

/** @ref tokenmint_agora_education_build_room_user_token */
#define tokenmint_agora_apaas_build_room_user_token \
  tokenmint_agora_education_build_room_user_token
/** @ref tokenmint_agora_education_build_user_token */
#define tokenmint_agora_apaas_build_user_token \
  tokenmint_agora_education_build_user_token
/** @ref tokenmint_agora_education_build_app_token */
#define tokenmint_agora_apaas_build_app_token \
  tokenmint_agora_education_build_app_token

/** A token for fusion player acceleration, of 24 hours (official name:
 *  FpaTokenBuilder, build_token). */
TOKENMINT_NODISCARD int32_t tokenmint_agora_fpa_build_token(
    const tokenmint_agora_issuer *issuer, char *out, size_t out_cap,
    size_t *out_len);

/** A token for conversational AI: RTC and RTM as @ref
 *  tokenmint_agora_rtc_build_token_with_rtm2, and the service itself (official
 *  name: ConvoAITokenBuilder, buildToken). */
TOKENMINT_NODISCARD int32_t tokenmint_agora_convoai_build_token(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, const char *rtc_account, size_t rtc_account_len,
    uint32_t rtc_role, uint32_t rtc_token_expire,
    const tokenmint_agora_rtc_lifetimes *lifetimes, const char *rtm_user_id,
    size_t rtm_user_id_len, uint32_t rtm_token_expire, char *out,
    size_t out_cap, size_t *out_len);

/** A token for speech to text: RTC and RTM as @ref
 *  tokenmint_agora_rtc_build_token_with_rtm2, and the service itself (official
 *  name: SttTokenBuilder, buildToken). */
TOKENMINT_NODISCARD int32_t tokenmint_agora_stt_build_token(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, const char *rtc_account, size_t rtc_account_len,
    uint32_t rtc_role, uint32_t rtc_token_expire,
    const tokenmint_agora_rtc_lifetimes *lifetimes, const char *rtm_user_id,
    size_t rtm_user_id_len, uint32_t rtm_token_expire, char *out,
    size_t out_cap, size_t *out_len);

/**
 * An RTC token as the Conversational AI SDK generates it (generate_rtc_token):
 * token and privileges have the same lifetime.
 *
 * @param role  `TOKENMINT_AGORA_ROLE_...`; the SDK takes a publisher unless
 *   told otherwise.
 * @param expire  Lifetime in seconds from the issue time: 1 to 86,400, which is
 *   what the SDK takes unless told otherwise.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_generate_rtc_token(
    const tokenmint_agora_issuer *issuer, const char *channel,
    size_t channel_len, uint32_t uid, uint32_t role, uint32_t expire, char *out,
    size_t out_cap, size_t *out_len);

/**
 * A token for RTC and RTM with the same account, always as publisher, as the
 * Conversational AI service takes it (generate_convo_ai_token).
 *
 * @param privilege_expire  Lifetime of the RTC privileges; 0: the same as
 *   `token_expire`.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_generate_convo_ai_token(
    const tokenmint_agora_issuer *issuer, const char *channel_name,
    size_t channel_name_len, const char *account, size_t account_len,
    uint32_t token_expire, uint32_t privilege_expire, char *out, size_t out_cap,
    size_t *out_len);

/* Any services ------------------------------------------------------------- */

/**
 * A token composed service by service (official name: AccessToken2). The same
 * service type may be there more than once.
 *
 * @param services,services_count  The services, in any order: 1 to
 *   `TOKENMINT_AGORA_SERVICES_MAX`.
 * @return Also TOKENMINT_ERR_NO_SERVICES, TOKENMINT_ERR_TOO_MANY.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_access_token2_build(
    const tokenmint_agora_issuer *issuer, uint32_t expire,
    const tokenmint_agora_service *services, size_t services_count, char *out,
    size_t out_cap, size_t *out_len);

/* Reading and checking ----------------------------------------------------- */

/**
 * Checks the signature alone, in constant time: that the holder of the
 * certificate made this token, and nothing else.
 *
 * @param certificate,certificate_len  The certificate.
 * @return Also TOKENMINT_ERR_BAD_SIGNATURE.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_verify(
    const tokenmint_agora_token *token, const char *certificate,
    size_t certificate_len);

/**
 * Answers every question that is asked. There is no tolerance for clocks: give
 * a `now` that has it.
 *
 * @param expected  The questions.
 * @param report  Receives the answers, whether they are good or bad.
 * @return Also TOKENMINT_ERR_BAD_SIGNATURE, TOKENMINT_ERR_APP_ID_MISMATCH,
 *   TOKENMINT_ERR_CHANNEL_MISMATCH, TOKENMINT_ERR_USER_MISMATCH,
 *   TOKENMINT_ERR_EXPIRED, TOKENMINT_ERR_NOT_YET_VALID,
 *   TOKENMINT_ERR_NOT_AUTHORIZED.
 * @note M4: 12,386 bytes of flash, 2,280 of stack (007 read and check).
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_check(
    const tokenmint_agora_token *token,
    const tokenmint_agora_expected *expected, tokenmint_agora_report *report);

/**
 * Workspace that is enough to read any token of `token_len` characters: more
 * than 256 KiB. A device gives less: `TOKENMINT_AGORA_RTC_CAPACITY` bytes are
 * enough for every RTC token within the documented limits, and too little is an
 * error.
 *
 * @param token_len  Characters of the token.
 * @return Bytes of workspace.
 */
size_t tokenmint_agora_workspace_len(size_t token_len);

/**
 * Reads an AccessToken2. Whether it is genuine is @ref tokenmint_agora_verify,
 * whether it is the expected one @ref tokenmint_agora_check.
 *
 * @param token,token_len  The token.
 * @param workspace,workspace_cap  Receives the decoded token; see @ref
 *   tokenmint_agora_workspace_len.
 * @param info  Receives what is in the token.
 * @retval TOKENMINT_ERR_TOO_LARGE  It inflates to more than 256 KiB.
 * @return Also TOKENMINT_ERR_UNSUPPORTED_VERSION, TOKENMINT_ERR_BAD_BASE64,
 *   TOKENMINT_ERR_BAD_COMPRESSION, TOKENMINT_ERR_TRUNCATED,
 *   TOKENMINT_ERR_TRAILING_DATA, TOKENMINT_ERR_NOT_UTF8.
 * @note M4: 12,386 bytes of flash, 2,280 of stack (007 read and check).
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_parse(
    const char *token, size_t token_len, uint8_t *workspace,
    size_t workspace_cap, tokenmint_agora_token *info);

/**
 * The service at `index` of a token that has been read.
 *
 * @param info  Receives the service; it points into the workspace.
 * @return Also TOKENMINT_ERR_NOT_FOUND.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_token_service(
    const tokenmint_agora_token *token, size_t index,
    tokenmint_agora_service_info *info);

/**
 * The privilege at `index` of a service, as it stands in the token.
 *
 * @param privilege  Receives number and lifetime.
 * @return Also TOKENMINT_ERR_NOT_FOUND.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_token_privilege(
    const tokenmint_agora_token *token, size_t service_index, size_t index,
    tokenmint_agora_privilege *privilege);

/**
 * The permission at `index` of an RTM2 service. Its resources are not listed:
 * ask @ref tokenmint_agora_token_resource for each.
 *
 * @param permission  Receives the permission, with `resources` NULL and
 *   `resources_count` as it is.
 * @return Also TOKENMINT_ERR_NOT_FOUND.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_token_permission(
    const tokenmint_agora_token *token, size_t service_index, size_t index,
    tokenmint_agora_permission *permission);

/**
 * The resource at `index` of a permission.
 *
 * @param resource  Receives the name; it points into the workspace.
 * @return Also TOKENMINT_ERR_NOT_FOUND.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_token_resource(
    const tokenmint_agora_token *token, size_t service_index,
    size_t permission_index, size_t index, tokenmint_text *resource);

/**
 * Reads the few facts of an AccessToken2 that a device needs.
 *
 * @param token,token_len  The token.
 * @param workspace,workspace_cap  Receives the decoded token; see @ref
 *   tokenmint_agora_workspace_len.
 * @param info  Receives the facts.
 * @retval TOKENMINT_ERR_TOO_LARGE  It inflates to more than 256 KiB.
 * @return Also TOKENMINT_ERR_UNSUPPORTED_VERSION, TOKENMINT_ERR_BAD_BASE64,
 *   TOKENMINT_ERR_BAD_COMPRESSION, TOKENMINT_ERR_TRUNCATED,
 *   TOKENMINT_ERR_TRAILING_DATA, TOKENMINT_ERR_NOT_UTF8.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_peek(
    const char *token, size_t token_len, uint8_t *workspace,
    size_t workspace_cap, tokenmint_agora_peeked *info);

/**
 * Whether it is time for a new token: in the last tenth of the lifetime, at the
 * latest 30 seconds before the end.
 *
 * @param info  What @ref tokenmint_agora_peek gave.
 * @param now  Unix seconds.
 * @param answer  Receives the answer.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_should_renew(
    const tokenmint_agora_peeked *info, uint32_t now, bool *answer);

/**
 * Whether the token has ended.
 *
 * @param info  What @ref tokenmint_agora_peek gave.
 * @param now  Unix seconds.
 * @param answer  Receives the answer.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_has_expired(
    const tokenmint_agora_peeked *info, uint32_t now, bool *answer);

/**
 * The warning at `index` about a token.
 *
 * @param now  Unix seconds; 0: leave out what depends on the time.
 * @param warning  Receives it.
 * @return Also TOKENMINT_ERR_NOT_FOUND.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_token_warning(
    const tokenmint_agora_token *token, uint32_t now, size_t index,
    tokenmint_agora_warning *warning);

/* Devices without a certificate -------------------------------------------- */

/**
 * The key of the second `issued_at`, for a device that mints its own 007 tokens
 * without the certificate: see @ref tokenmint_agora_issuer::time_key. It is a
 * secret, with which every token of that issue time can be made; none of them
 * outlives it by more than 24 hours.
 *
 * @param issuer  Who issues it, with a certificate; `compression`, `salt` and
 *   `limits` play no part.
 * @param out,out_cap,out_len  The key, `TOKENMINT_AGORA_TIME_KEY_LEN` bytes: no
 *   NUL follows.
 * @return Also TOKENMINT_ERR_CRYPTO_FAILED.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_time_key(
    const tokenmint_agora_issuer *issuer, uint8_t *out, size_t out_cap,
    size_t *out_len);

/* Authorization header ----------------------------------------------------- */

/**
 * The value of the `Authorization` header for a token: "agora token=...". A
 * token that already has the prefix is taken as it is.
 *
 * @param token,token_len  The token.
 * @return Also TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_BAD_CHARACTER.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_token_header(
    const char *token, size_t token_len, char *out, size_t out_cap,
    size_t *out_len);

/**
 * The value of the `Authorization` header for a customer id and secret: "Basic
 * ..." (RFC 7617).
 *
 * @param customer_id,customer_id_len  The customer id: no colon, no control
 *   character.
 * @param customer_secret,customer_secret_len  The customer secret: no control
 *   character.
 * @return Also TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_BAD_CHARACTER.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_basic_header(
    const char *customer_id, size_t customer_id_len,
    const char *customer_secret, size_t customer_secret_len, char *out,
    size_t out_cap, size_t *out_len);

#ifdef __cplusplus
} // extern "C"
#endif

#endif // TOKENMINT_AGORA_H
