/*
 * tokenmint: credentials of real-time and identity services, from C.
 *
 * Agora AccessToken2 ("007"), AccessToken ("006") and older keys, ZEGO token04
 * and token03, ATH attestations, Authing request signatures. C99 and C++11.
 * For C++ there is tokenmint.hpp on top.
 *
 * This file is generated: edit the comments in ffi/src, then run
 * `cargo xtask header`.
 *
 *
 * CONVENTIONS
 *
 * Status     Functions return int32_t: TOKENMINT_OK (0), or a negative number
 *            that never changes its meaning (TOKENMINT_ERR_...).
 *            tokenmint_status_name() turns it into text.
 *
 * Inputs     A text is a pointer and a length in bytes, UTF-8, no NUL needed.
 *            The pointer is NULL only when the length is 0. Inputs may overlap
 *            each other. Nothing is kept after the call.
 *
 * Outputs    A text goes to `char *out, size_t out_cap, size_t *out_len`:
 *              - done: the text and a NUL are in `out`, *out_len is the length
 *                without the NUL, and the rest of `out` is zeros;
 *              - too small, or `NULL, 0` to ask for the size:
 *                TOKENMINT_ERR_BUFFER_TOO_SMALL, and *out_len is a capacity
 *                that is enough, the NUL included. It depends on the lengths of
 *                the inputs alone, and may exceed the text: the buffer is also
 *                the workspace;
 *              - another error: *out_len is 0.
 *            After any error all of `out` is zeros, so that nothing in it can
 *            pass for a token. (Only when the pointers themselves are refused,
 *            with TOKENMINT_ERR_OVERLAP or for `out` with
 *            TOKENMINT_ERR_NULL_POINTER or TOKENMINT_ERR_BAD_LENGTH, is `out`
 *            left alone.) `out_len` is never NULL. TOKENMINT_..._MAX are sizes
 *            of static buffers that are always enough for names within the
 *            documented limits.
 *
 * Structs    The first member is `struct_size`. Begin with the _INIT macro of
 *            the struct, also for structs that are filled: a program that was
 *            compiled with an older header then works with a newer library.
 *            After an error a struct that would have been filled is zeros
 *            behind `struct_size`. Elements of lists without `struct_size`
 *            never change. Members called `reserved` are 0.
 *
 * Workspace  Reading a token takes memory of yours, in which the results point:
 *            keep it as long as you use them.
 *
 * Overlap    An output or workspace must not overlap an input or another
 *            output: TOKENMINT_ERR_OVERLAP.
 *
 * Lengths    Above PTRDIFF_MAX they are refused: TOKENMINT_ERR_BAD_LENGTH.
 *
 * State      There is none: no heap, no globals, no clock, no random source.
 *            Every function is reentrant and may run on any thread.
 *
 * Linking    What is not called is not linked (--gc-sections). The compression
 *            of AccessToken2 is a function pointer in the issuer, so that only
 *            the one that is named is linked: TOKENMINT_COMPRESSION is what
 *            TOKENMINT_AGORA_ISSUER_INIT names, and may be defined before
 *            inclusion or with -D, also as NULL where only 006 is minted.
 *
 *
 * EXAMPLE
 *
 * @code{.c}
 * #include <stdio.h>
 * #include <string.h>
 * #include "tokenmint.h"
 *
 * int main(void) {
 *   static char token[TOKENMINT_AGORA_RTC_MAX];
 *   size_t len = 0;
 *   int32_t status;
 *
 *   tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
 *   issuer.app_id = "970CA35de60c44645bbae8a215061b33";
 *   issuer.app_id_len = 32;
 *   issuer.certificate = "5CFd2fd1755d40ecb72977518be15d3b";
 *   issuer.certificate_len = 32;
 *   issuer.issued_at = 1700000000; // from your clock, UTC
 *   issuer.salt = 12345678;        // from your random source
 *
 *   status = tokenmint_agora_rtc_build_token_with_uid(
 *       &issuer, "lobby", 5, 7, TOKENMINT_AGORA_ROLE_PUBLISHER, 3600, 3600,
 *       token, sizeof token, &len);
 *   if (status != TOKENMINT_OK) {
 *     printf("%s\n", tokenmint_status_name(status));
 *     return 1;
 *   }
 *   printf("%s\n", token);
 *   return 0;
 * }
 * @endcode
 */

#ifndef TOKENMINT_H
#define TOKENMINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "tokenmint_sizes.h"

/** Done. */
#define TOKENMINT_OK 0

/**
 * The output or the workspace is too small; an output length then holds a
 * sufficient capacity.
 */
#define TOKENMINT_ERR_BUFFER_TOO_SMALL (-1)

/** The operating system gave no randomness. */
#define TOKENMINT_ERR_NO_RANDOMNESS (-2)

/** The issue time is 0: the clock is not set. */
#define TOKENMINT_ERR_ISSUE_TIME_ZERO (-10)

/**
 * The app id is not valid (Agora: 32 hexadecimal digits and nothing around them,
 * such as a line end or quotes; ZEGO: not 0).
 */
#define TOKENMINT_ERR_BAD_APP_ID (-11)

/** The app certificate is not 32 hexadecimal digits and nothing around them. */
#define TOKENMINT_ERR_BAD_CERTIFICATE (-12)

/** A text that must have content is empty. */
#define TOKENMINT_ERR_EMPTY (-13)

/** A text is longer than the service or the wire format allows. */
#define TOKENMINT_ERR_STRING_TOO_LONG (-14)

/** A text has a character outside the allowed set. */
#define TOKENMINT_ERR_BAD_CHARACTER (-15)

/** A number is outside its range. */
#define TOKENMINT_ERR_VALUE_OUT_OF_RANGE (-16)

/** A token without services authorizes nothing and is not made. */
#define TOKENMINT_ERR_NO_SERVICES (-17)

/** A list has more entries than it can hold. */
#define TOKENMINT_ERR_TOO_MANY (-18)

/** What is to be encoded exceeds the limit of the format. */
#define TOKENMINT_ERR_CONTENT_TOO_LARGE (-19)

/**
 * A secret does not have the form that its algorithm asks for (ZEGO: 32
 * characters; an AppSign has 64 and is none).
 */
#define TOKENMINT_ERR_BAD_SECRET (-20)

/** A private or public key cannot be used. */
#define TOKENMINT_ERR_BAD_KEY (-21)

/** The external signer reported a failure. */
#define TOKENMINT_ERR_SIGNER_FAILED (-22)

/** A name is given twice where it can stand only once. */
#define TOKENMINT_ERR_DUPLICATE (-23)

/** The app id was given as certificate, too. No project has that. */
#define TOKENMINT_ERR_CERTIFICATE_IS_APP_ID (-25)

/** The text does not start with the version that the function reads. */
#define TOKENMINT_ERR_UNSUPPORTED_VERSION (-30)

/** The base64 part is malformed. */
#define TOKENMINT_ERR_BAD_BASE64 (-31)

/** The compressed part is malformed, or the compressor failed. */
#define TOKENMINT_ERR_BAD_COMPRESSION (-32)

/** The decoded content exceeds the limit. */
#define TOKENMINT_ERR_TOO_LARGE (-33)

/** The content ends before a field that must be there. */
#define TOKENMINT_ERR_TRUNCATED (-34)

/** Bytes follow where the content should end. */
#define TOKENMINT_ERR_TRAILING_DATA (-35)

/** A text inside a credential is not valid UTF-8. */
#define TOKENMINT_ERR_NOT_UTF8 (-36)

/** The JSON is malformed. */
#define TOKENMINT_ERR_BAD_JSON (-37)

/** A JSON member is missing or has the wrong type. */
#define TOKENMINT_ERR_BAD_MEMBER (-38)

/** The content does not have the form of this credential. */
#define TOKENMINT_ERR_MALFORMED (-39)

/** The signature does not match content and secret. */
#define TOKENMINT_ERR_BAD_SIGNATURE (-50)

/** Decryption failed: wrong secret or damaged token. */
#define TOKENMINT_ERR_DECRYPT_FAILED (-51)

/** The credential belongs to another application. */
#define TOKENMINT_ERR_APP_ID_MISMATCH (-52)

/** The credential is for another channel or room. */
#define TOKENMINT_ERR_CHANNEL_MISMATCH (-53)

/** The credential is for another user. */
#define TOKENMINT_ERR_USER_MISMATCH (-54)

/** The credential has expired. */
#define TOKENMINT_ERR_EXPIRED (-55)

/** The credential was issued in the future. */
#define TOKENMINT_ERR_NOT_YET_VALID (-56)

/** The clear copy of the expiry differs from the protected one. */
#define TOKENMINT_ERR_EXPIRY_MISMATCH (-57)

/** The credential does not grant what is asked. */
#define TOKENMINT_ERR_NOT_AUTHORIZED (-58)

/** The assertion is for another audience. */
#define TOKENMINT_ERR_AUDIENCE_MISMATCH (-59)

/** The algorithm is not the one that the credential requires. */
#define TOKENMINT_ERR_UNSUPPORTED_ALGORITHM (-60)

/**
 * What was asked cannot be told from what was given: a signature covers names
 * that are not in the credential.
 */
#define TOKENMINT_ERR_UNDECIDED (-61)

/** A pointer is NULL that must not be. */
#define TOKENMINT_ERR_NULL_POINTER (-70)

/** `struct_size` is no size of this struct: use its `_INIT` macro. */
#define TOKENMINT_ERR_BAD_STRUCT_SIZE (-71)

/** An output overlaps an input or another output. */
#define TOKENMINT_ERR_OVERLAP (-72)

/** A length is above PTRDIFF_MAX, or runs past the end of memory. */
#define TOKENMINT_ERR_BAD_LENGTH (-73)

/**
 * A role, service type or other choice has no such number, or a reserved
 * member is not 0.
 */
#define TOKENMINT_ERR_UNKNOWN_VALUE (-74)

/** An input text is not valid UTF-8. */
#define TOKENMINT_ERR_INVALID_UTF8 (-75)

/** There is no item with this index: the list has ended. */
#define TOKENMINT_ERR_NOT_FOUND (-76)

/** Major version of this header. */
#define TOKENMINT_VERSION_MAJOR 0

/** Minor version of this header. */
#define TOKENMINT_VERSION_MINOR 1

/** Patch version of this header. */
#define TOKENMINT_VERSION_PATCH 0

/** 006 only: the same as a publisher. */
#define TOKENMINT_AGORA_ROLE_ATTENDEE 0

/** May join and publish audio, video and data. */
#define TOKENMINT_AGORA_ROLE_PUBLISHER 1

/** May only join. */
#define TOKENMINT_AGORA_ROLE_SUBSCRIBER 2

/** 006 only: the same as a publisher. */
#define TOKENMINT_AGORA_ROLE_ADMIN 101

/**
 * Names and lifetimes as the service documents them: channels of 1 to 64 and
 * accounts of 1 to 255 bytes of 89 characters, RTM user ids of 1 to 64 bytes,
 * lifetimes of at most 86,400 seconds.
 */
#define TOKENMINT_AGORA_LIMITS_DOCUMENTED 0

/** Only what the wire format cannot carry is refused. */
#define TOKENMINT_AGORA_LIMITS_WIRE 1

/**
 * Real-time audio and video: channel, user. Privileges 1 join, 2 publish
 * audio, 3 publish video, 4 publish data.
 */
#define TOKENMINT_AGORA_SERVICE_RTC 1

/** Signaling: user. Privilege 1 log in. */
#define TOKENMINT_AGORA_SERVICE_RTM 2

/** Media streaming: channel, user. Privileges 1 publish mixed, 2 publish raw. */
#define TOKENMINT_AGORA_SERVICE_STREAMING 3

/** Fusion player acceleration. Privilege 1 log in. */
#define TOKENMINT_AGORA_SERVICE_FPA 4

/** Chat: user, empty for the application. Privileges 1 user, 2 application. */
#define TOKENMINT_AGORA_SERVICE_CHAT 5

/** Fusion CDN: channel, user. Privileges 1 publish, 2 play. */
#define TOKENMINT_AGORA_SERVICE_FCDN 6

/**
 * Flexible classroom: room (as channel), user, role. Privileges 1 room user,
 * 2 user, 3 application.
 */
#define TOKENMINT_AGORA_SERVICE_APAAS 7

/** Signaling with permissions: user, permissions. Privilege 1 log in. */
#define TOKENMINT_AGORA_SERVICE_RTM2 8

/** Conversational AI; no privileges. */
#define TOKENMINT_AGORA_SERVICE_CONVOAI 9

/** Speech to text; no privileges. */
#define TOKENMINT_AGORA_SERVICE_STT 10

/** The user is the text `user`. */
#define TOKENMINT_AGORA_USER_TEXT 0

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

/** The most services of one token. */
#define TOKENMINT_AGORA_SERVICES_MAX 8

/** The most privileges of one token, over all its services. */
#define TOKENMINT_AGORA_PRIVILEGES_MAX 32

/** The most permissions of one token. */
#define TOKENMINT_AGORA_PERMISSIONS_MAX 16

/** The most resources of one token, over all its permissions. */
#define TOKENMINT_AGORA_RESOURCES_MAX 64

/** In a report: it was not asked. */
#define TOKENMINT_AGORA_NOT_CHECKED 1

/**
 * What is wanted: to join where a channel is expected, and the privilege where
 * a service type is given.
 */
#define TOKENMINT_AGORA_WANT_JOIN 0

/** What is wanted: to join and to publish audio, video and data. */
#define TOKENMINT_AGORA_WANT_PUBLISHER 1

/** What is wanted: to join. */
#define TOKENMINT_AGORA_WANT_SUBSCRIBER 2

/** What is wanted: no privilege, so also a token whose privileges have ended. */
#define TOKENMINT_AGORA_WANT_NOTHING 3

/**
 * What every official library takes: ids of at most 64 UTF-16 units, an issue
 * time above 0.
 */
#define TOKENMINT_ZEGO_LIMITS_STRICT 0

/** All that the format can carry. */
#define TOKENMINT_ZEGO_LIMITS_WIRE 1

/** Bytes of the `iv` of a CBC token (token04 and token03). */
#define TOKENMINT_ZEGO_IV_LEN_CBC 16

/** Bytes of the `iv` of a GCM token. */
#define TOKENMINT_ZEGO_IV_LEN_GCM 12

/** Denies a privilege. */
#define TOKENMINT_ZEGO_DENY 0

/** Allows a privilege. */
#define TOKENMINT_ZEGO_ALLOW 1

/** Leaves a privilege out of a payload. One of the two must be there. */
#define TOKENMINT_ZEGO_ABSENT 2

/** `stream_id_list` is null, as in the official samples. */
#define TOKENMINT_ZEGO_STREAMS_NULL 0

/** `stream_id_list` is left out. */
#define TOKENMINT_ZEGO_STREAMS_ABSENT 1

/** `stream_id_list` is the list that is given. */
#define TOKENMINT_ZEGO_STREAMS_LIST 2

/** The most stream ids of a payload. */
#define TOKENMINT_ZEGO_STREAMS_MAX 32

/** How a token is encrypted: AES-256-CBC. */
#define TOKENMINT_ZEGO_MODE_CBC 0

/** How a token is encrypted: AES-256-GCM. */
#define TOKENMINT_ZEGO_MODE_GCM 1

/** What is wanted: to log in where a room is expected. */
#define TOKENMINT_ZEGO_WANT_LOGIN 0

/** What is wanted: to log in and to publish. */
#define TOKENMINT_ZEGO_WANT_PUBLISH 1

/** What is wanted: no privilege. */
#define TOKENMINT_ZEGO_WANT_NOTHING 2

/** The audience is exactly the text. */
#define TOKENMINT_ATH_AUDIENCE_EXACT 0

/** The text is the base URL of gateway or service; for register and authorize. */
#define TOKENMINT_ATH_AUDIENCE_BASE 1

/** The text is the base URL of gateway or service; for the token exchange. */
#define TOKENMINT_ATH_AUDIENCE_TOKEN_ENDPOINT 2

/** Header with `typ`, `alg`, `kid`: specification and Python SDK. */
#define TOKENMINT_ATH_HEADER_WITH_TYPE 0

/** Header with `alg`, `kid`: TypeScript SDK. */
#define TOKENMINT_ATH_HEADER_WITHOUT_TYPE 1

/**
 * Agent ids are `https://<domain>/.well-known/agent.json`, no text is empty or
 * overlong, the lifetime is at most an hour.
 */
#define TOKENMINT_ATH_LIMITS_DOCUMENTED 0

/** Only what the wire cannot carry is refused. */
#define TOKENMINT_ATH_LIMITS_WIRE 1

/** The most capabilities of an attestation. */
#define TOKENMINT_ATH_CAPABILITIES_MAX 16

/** Bytes of a private key, of a digest, and of half a signature. */
#define TOKENMINT_ATH_KEY_LEN 32

/** Bytes of a signature. */
#define TOKENMINT_ATH_SIGNATURE_LEN 64

/** Bytes of a public key: an uncompressed point. */
#define TOKENMINT_ATH_PUBLIC_KEY_LEN 65

/** Random bytes of a token id. */
#define TOKENMINT_ATH_TOKEN_ID_RANDOM_LEN 24

/** Random bytes of a state. */
#define TOKENMINT_ATH_STATE_RANDOM_LEN 16

/**
 * Seconds that an issue time may be off the clock of the verifier: what the
 * specification says.
 */
#define TOKENMINT_ATH_TOLERANCE 300

/** The most parameters of a request. */
#define TOKENMINT_AUTHING_PARAMS_MAX 128

/** The most headers of a request, signed or not. */
#define TOKENMINT_AUTHING_HEADERS_MAX 32

/** A parameter with the value null. */
#define TOKENMINT_AUTHING_NULL 0

/** A parameter that is a boolean: `number` is not 0. */
#define TOKENMINT_AUTHING_BOOL 1

/** A parameter that is an integer: `number`, as uint64_t. */
#define TOKENMINT_AUTHING_UNSIGNED 2

/** A parameter that is an integer: `number`. */
#define TOKENMINT_AUTHING_SIGNED 3

/** A parameter that is a text: `text`, nothing escaped. */
#define TOKENMINT_AUTHING_TEXT 4

/**
 * A parameter that is a list, an object or a number with a fraction: `text` is
 * the JSON exactly as sent.
 */
#define TOKENMINT_AUTHING_JSON 5

/** `date` as Unix milliseconds: what the service asks for. */
#define TOKENMINT_AUTHING_DATE_UNIX_MILLIS 0

/**
 * `date` as RFC 1123 text: what the Node SDK sends. For a server that refuses
 * the other (code 1303).
 */
#define TOKENMINT_AUTHING_DATE_RFC1123 1

/** Random bytes of a nonce. */
#define TOKENMINT_AUTHING_RANDOM_LEN 16

/**
 * How the content of an AccessToken2 is compressed: one of the
 * `tokenmint_compress_...` functions, or your own that writes `content` as one
 * zlib stream (RFC 1950) to `out`, its length to `*out_len`, and returns
 * `TOKENMINT_OK`. `out_cap` is enough for a stream of stored blocks.
 */
typedef int32_t (*tokenmint_compression)(const uint8_t *content,
                                         size_t content_len,
                                         uint8_t *out,
                                         size_t out_cap,
                                         size_t *out_len);

/**
 * Who issues a token, when, and how it is written. Begin with
 * `TOKENMINT_AGORA_ISSUER_INIT`.
 */
typedef struct {
  /** `sizeof(tokenmint_agora_issuer)`. */
  size_t struct_size;
  /** The app id: 32 hexadecimal digits, letter case kept. */
  const char *app_id;
  /** Bytes of the app id. */
  size_t app_id_len;
  /**
   * The app certificate: 32 hexadecimal digits. The library keeps no copy
   * after the call; wiping this one is yours.
   */
  const char *certificate;
  /** Bytes of the certificate. */
  size_t certificate_len;
  /** How a 007 token is compressed; not NULL for 007, not used elsewhere. */
  tokenmint_compression compression;
  /** Issue time in Unix seconds, UTC. 0 is an error: the clock is not set. */
  uint32_t issued_at;
  /**
   * Any number; official libraries draw it from 1 to 99,999,999. It need not
   * be secret.
   */
  uint32_t salt;
  /** `TOKENMINT_AGORA_LIMITS_DOCUMENTED` or `TOKENMINT_AGORA_LIMITS_WIRE`. */
  uint32_t limits;
  /** 0. */
  uint32_t reserved;
} tokenmint_agora_issuer;

/**
 * A text in a list: `len` bytes of UTF-8 at `data`, no NUL needed. `data` is
 * NULL only when `len` is 0.
 */
typedef struct {
  /** The bytes. */
  const char *data;
  /** How many. */
  size_t len;
} tokenmint_text;

/** What may be done with which resources (service RTM2). */
typedef struct {
  /** The names of the resources. */
  const tokenmint_text *resources;
  /** How many. */
  size_t resources_count;
  /** `TOKENMINT_AGORA_RESOURCE_...`, or a number unknown here. */
  uint16_t resource_type;
  /** `TOKENMINT_AGORA_PERMISSION_...`, or a number unknown here. */
  uint16_t permission_type;
} tokenmint_agora_permission;

/** A privilege and its end. */
typedef struct {
  /** Its number; each service has its own. */
  uint16_t privilege;
  /** 0. */
  uint16_t reserved;
  /**
   * 007: lifetime in seconds from the issue time, 0: as long as the token.
   * 006: deadline in Unix seconds, 0: never.
   */
  uint32_t expire;
} tokenmint_agora_privilege;

/**
 * One service of a token. Begin with `TOKENMINT_AGORA_SERVICE_INIT`. Members
 * that a service type does not have are not looked at.
 */
typedef struct {
  /** `sizeof(tokenmint_agora_service)`, the same in every element of a list. */
  size_t struct_size;
  /** The channel; for APaaS the room. */
  const char *channel;
  /** Bytes of the channel. */
  size_t channel_len;
  /** The user, when `user_kind` is `TOKENMINT_AGORA_USER_TEXT`. */
  const char *user;
  /** Bytes of the user. */
  size_t user_len;
  /** The privileges, in any order; the last of a number counts. */
  const tokenmint_agora_privilege *privileges;
  /** How many. */
  size_t privileges_count;
  /** The permissions (RTM2). */
  const tokenmint_agora_permission *permissions;
  /** How many. */
  size_t permissions_count;
  /** The user, when `user_kind` is `TOKENMINT_AGORA_USER_UID`. */
  uint32_t uid;
  /** `TOKENMINT_AGORA_USER_TEXT` or `TOKENMINT_AGORA_USER_UID`. */
  uint32_t user_kind;
  /** `TOKENMINT_AGORA_SERVICE_...`. */
  uint16_t service_type;
  /** The role (APaaS); -1: none. */
  int16_t role;
  /** 0. */
  uint32_t reserved;
} tokenmint_agora_service;

/**
 * A token that has been read; it points into the workspace. Begin with
 * `TOKENMINT_AGORA_TOKEN_INIT`. Nothing in it is verified.
 */
typedef struct {
  /** `sizeof(tokenmint_agora_token)`. */
  size_t struct_size;
  /** The decoded content: what two implementations have to agree on. */
  const uint8_t *content;
  /** Bytes of the content. */
  size_t content_len;
  /** The app id, of any form. */
  const char *app_id;
  /** Bytes of the app id. */
  size_t app_id_len;
  /** Signed bytes after the last service; 0 in a regular token. */
  size_t trailing_len;
  /** End of the token in Unix seconds. */
  uint64_t expires_at;
  /** Issue time in Unix seconds. */
  uint32_t issued_at;
  /** Lifetime in seconds from the issue time. */
  uint32_t expire;
  /** The salt. */
  uint32_t salt;
  /** How many services the token says it has. */
  uint16_t service_count;
  /**
   * Number of the service type at which reading stopped, because nobody
   * knows how long it is; 0: all were read.
   */
  uint16_t unknown_service;
} tokenmint_agora_token;

/**
 * What a token should be; what is NULL or 0 is not asked, but a channel asks
 * for joining it unless `wanted` says otherwise. Channel, user and privilege
 * have to be those of one service of the token. Begin with
 * `TOKENMINT_AGORA_EXPECTED_INIT`.
 */
typedef struct {
  /** `sizeof(tokenmint_agora_expected)`. */
  size_t struct_size;
  /**
   * The certificate that should have signed it. Without it, nothing in the
   * token is proven.
   */
  const char *certificate;
  /** Bytes of the certificate. */
  size_t certificate_len;
  /** The app id it should belong to. */
  const char *app_id;
  /** Bytes of the app id. */
  size_t app_id_len;
  /** The channel it should be for. */
  const char *channel;
  /** Bytes of the channel. */
  size_t channel_len;
  /**
   * The user it should be for, when `user_kind` is
   * `TOKENMINT_AGORA_USER_TEXT`.
   */
  const char *user;
  /** Bytes of the user. */
  size_t user_len;
  /** The user, when `user_kind` is `TOKENMINT_AGORA_USER_UID`. */
  uint32_t uid;
  /** `TOKENMINT_AGORA_USER_TEXT` or `TOKENMINT_AGORA_USER_UID`. */
  uint32_t user_kind;
  /** The time at which it should be valid, in Unix seconds. */
  uint32_t now;
  /**
   * Service type whose `privilege` it should grant,
   * `TOKENMINT_AGORA_SERVICE_...`. (006 has one space of numbers: those of
   * RTC are the same there, and RTM has its login.)
   */
  uint16_t service_type;
  /** The privilege; only with `service_type`. */
  uint16_t privilege;
  /**
   * `TOKENMINT_AGORA_WANT_...`; with a `service_type` only
   * `TOKENMINT_AGORA_WANT_JOIN`.
   */
  uint32_t wanted;
  /** 0. */
  uint32_t reserved;
} tokenmint_agora_expected;

/**
 * The answers: `TOKENMINT_OK`, `TOKENMINT_AGORA_NOT_CHECKED`, or the status
 * that says what does not hold; `TOKENMINT_ERR_UNDECIDED` where that cannot be
 * told. Begin with `TOKENMINT_AGORA_REPORT_INIT`.
 */
typedef struct {
  /** `sizeof(tokenmint_agora_report)`. */
  size_t struct_size;
  /**
   * Signed by the certificate. (006: undecided unless channel and user are
   * given and hold, because they are signed too.)
   */
  int32_t signature;
  /** The same app id, letter case included. */
  int32_t app_id;
  /** Issued and not yet ended. */
  int32_t time;
  /** For this channel. */
  int32_t channel;
  /** For this user, or for any. */
  int32_t user;
  /** What is wanted is granted, and has not ended when `now` is given. */
  int32_t privilege;
  /**
   * The service that channel, user and privilege are answered for, as an
   * index for @ref tokenmint_agora_token_service; -1: none.
   */
  int32_t service;
  /** 0. */
  uint32_t reserved;
} tokenmint_agora_report;

/**
 * A service of a token that has been read. Begin with
 * `TOKENMINT_AGORA_SERVICE_INFO_INIT`.
 */
typedef struct {
  /** `sizeof(tokenmint_agora_service_info)`. */
  size_t struct_size;
  /** The channel, for APaaS the room; NULL where the service has none. */
  const char *channel;
  /** Bytes of the channel. */
  size_t channel_len;
  /**
   * The account or user id, empty: any user; NULL where the service has
   * none.
   */
  const char *user;
  /** Bytes of the user. */
  size_t user_len;
  /** For @ref tokenmint_agora_token_privilege. */
  size_t privileges_count;
  /** For @ref tokenmint_agora_token_permission. */
  size_t permissions_count;
  /** `TOKENMINT_AGORA_SERVICE_...`. */
  uint16_t service_type;
  /** The role (APaaS); -1: none. */
  int16_t role;
  /** 0. */
  uint32_t reserved;
} tokenmint_agora_service_info;

/**
 * App id, channel, user and end of a token; they point into the workspace.
 * Begin with `TOKENMINT_AGORA_PEEKED_INIT`. Nothing in it is verified.
 */
typedef struct {
  /** `sizeof(tokenmint_agora_peeked)`. */
  size_t struct_size;
  /** The app id. */
  const char *app_id;
  /** Bytes of the app id. */
  size_t app_id_len;
  /** The channel of the first service that has one, or NULL. */
  const char *channel;
  /** Bytes of the channel. */
  size_t channel_len;
  /** The user of the first service that has one, or NULL; empty: any user. */
  const char *account;
  /** Bytes of the user. */
  size_t account_len;
  /** When the token, or the right to join, ends, in Unix seconds. */
  uint64_t expires_at;
  /** Issue time in Unix seconds. */
  uint32_t issued_at;
  /** 0. */
  uint32_t reserved;
} tokenmint_agora_peeked;

/**
 * A likely mistake. Begin with `TOKENMINT_AGORA_WARNING_INIT`. Numbers that a
 * warning does not have are 0.
 */
typedef struct {
  /** `sizeof(tokenmint_agora_warning)`. */
  size_t struct_size;
  /**
   * Its name, static text without a NUL: "lifetime-looks-absolute" and so
   * on.
   */
  const char *name;
  /** Bytes of the name. */
  size_t name_len;
  /**
   * Seconds or bytes that it is about: of a name that is too long its bytes,
   * else the byte at which the character begins.
   */
  uint64_t value;
  /** The service type it is about. */
  uint16_t service_type;
  /** The privilege it is about; of several the first. */
  uint16_t privilege;
  /** 0. */
  uint32_t reserved;
} tokenmint_agora_warning;

/**
 * A 006 token that has been read; it points into token and workspace. Begin
 * with `TOKENMINT_AGORA_V006_TOKEN_INIT`. Nothing in it is verified.
 */
typedef struct {
  /** `sizeof(tokenmint_agora_v006_token)`. */
  size_t struct_size;
  /** The decoded content. */
  const uint8_t *content;
  /** Bytes of the content. */
  size_t content_len;
  /** The app id, of any form; it points into the token. */
  const char *app_id;
  /** Bytes of the app id. */
  size_t app_id_len;
  /** For @ref tokenmint_agora_v006_token_privilege. */
  size_t privileges_count;
  /** End of the token in Unix seconds. */
  uint32_t expires_at;
  /** The salt. */
  uint32_t salt;
  /** CRC-32 of the channel. */
  uint32_t channel_crc;
  /** CRC-32 of the account; 0 for the empty one. */
  uint32_t account_crc;
} tokenmint_agora_v006_token;

/**
 * Who issues a token, when, and from which random values. Begin with
 * `TOKENMINT_ZEGO_ISSUER_INIT`.
 *
 * `iv` and `nonce` are new for every token, from a cryptographic random
 * source: two GCM tokens with the same `iv` give away the key of the tag.
 */
typedef struct {
  /** `sizeof(tokenmint_zego_issuer)`. */
  size_t struct_size;
  /**
   * The server secret: 32 ASCII characters. The library keeps no copy after
   * the call; wiping this one is yours.
   */
  const char *secret;
  /** Bytes of the secret. */
  size_t secret_len;
  /** Random bytes. */
  const uint8_t *iv;
  /** `TOKENMINT_ZEGO_IV_LEN_CBC` or `TOKENMINT_ZEGO_IV_LEN_GCM`. */
  size_t iv_len;
  /** 0; keeps the numbers that follow at the same place everywhere. */
  size_t reserved;
  /** A random number from 0 to 2^31 - 1, the range all libraries read. */
  int64_t nonce;
  /** Issue time in Unix seconds, UTC. */
  int64_t issued_at;
  /** The application, not 0. */
  uint32_t app_id;
  /** `TOKENMINT_ZEGO_LIMITS_STRICT` or `TOKENMINT_ZEGO_LIMITS_WIRE`. */
  uint32_t limits;
} tokenmint_zego_issuer;

/**
 * What a token says; it points into the workspace. Begin with
 * `TOKENMINT_ZEGO_CLAIMS_INIT`. CBC encrypts but does not authenticate: what
 * such a token says is something to look into, not something to rely on.
 */
typedef struct {
  /** `sizeof(tokenmint_zego_claims)`. */
  size_t struct_size;
  /** The room (token03), else NULL. */
  const char *room_id;
  /** Bytes of the room. */
  size_t room_id_len;
  /** The user. */
  const char *user_id;
  /** Bytes of the user. */
  size_t user_id_len;
  /** The payload of a strict token04, else NULL. */
  const char *payload;
  /** Bytes of the payload. */
  size_t payload_len;
  /** 0. */
  size_t reserved;
  /** The application. */
  int64_t app_id;
  /** The random number. */
  int64_t nonce;
  /** When it was made, Unix seconds. */
  int64_t issued_at;
  /** When it ends, Unix seconds. */
  int64_t expires_at;
  /** The privilege to log in (token03): 1 allows, 0 denies, -1 is not there. */
  int32_t login;
  /** The privilege to publish (token03). */
  int32_t publish;
  /** `TOKENMINT_ZEGO_MODE_CBC` or `TOKENMINT_ZEGO_MODE_GCM`. */
  uint32_t mode;
  /** 3 or 4. */
  uint32_t version;
} tokenmint_zego_claims;

/** What a token must be for. Begin with `TOKENMINT_ZEGO_EXPECTED_INIT`. */
typedef struct {
  /** `sizeof(tokenmint_zego_expected)`. */
  size_t struct_size;
  /** The room. Empty for a token04: it is not asked. */
  const char *room_id;
  /** Bytes of the room. */
  size_t room_id_len;
  /** The user. */
  const char *user_id;
  /** Bytes of the user. */
  size_t user_id_len;
  /** 0. */
  size_t reserved;
  /** The time at which it must be good, Unix seconds. */
  int64_t now;
  /** The application. */
  uint32_t app_id;
  /** `TOKENMINT_ZEGO_WANT_...` */
  uint32_t wanted;
} tokenmint_zego_expected;

/** What an attestation says. Begin with `TOKENMINT_ATH_ATTESTATION_INIT`. */
typedef struct {
  /** `sizeof(tokenmint_ath_attestation)`. */
  size_t struct_size;
  /** The agent: the URL of its identity document. */
  const char *agent_id;
  /** Bytes of the agent id. */
  size_t agent_id_len;
  /** Whom it is for; see `audience_form`. */
  const char *audience;
  /** Bytes of the audience. */
  size_t audience_len;
  /** Unique to this attestation: see @ref tokenmint_ath_token_id. */
  const char *token_id;
  /** Bytes of the token id. */
  size_t token_id_len;
  /** The name of the key; NULL: "default". */
  const char *key_id;
  /** Bytes of the key id. */
  size_t key_id_len;
  /** What the agent can do; usually nothing is listed. */
  const tokenmint_text *capabilities;
  /** How many, at most `TOKENMINT_ATH_CAPABILITIES_MAX`. */
  size_t capabilities_count;
  /** 0; keeps the numbers that follow at the same place everywhere. */
  size_t reserved;
  /** Issue time in Unix seconds, UTC. 0 is an error: the clock is not set. */
  uint64_t issued_at;
  /** Seconds from issue to end; 0: an hour. */
  uint32_t lifetime;
  /** `TOKENMINT_ATH_AUDIENCE_...`. */
  uint32_t audience_form;
  /** `TOKENMINT_ATH_HEADER_...`. */
  uint32_t header_form;
  /** `TOKENMINT_ATH_LIMITS_...`. */
  uint32_t limits;
} tokenmint_ath_attestation;

/**
 * Signs the SHA-256 digest of a message with a P-256 key that it keeps, such
 * as that of a secure element: 32 bytes `digest` in, 64 bytes `signature` out
 * (r and s, big-endian). `context` is what was given with it. Returns
 * `TOKENMINT_OK`, or anything else when it cannot sign now.
 */
typedef int32_t (*tokenmint_ath_signer)(void *context,
                                        const uint8_t *digest,
                                        uint8_t *signature);

/**
 * What an attestation says; it points into the workspace. Begin with
 * `TOKENMINT_ATH_CLAIMS_INIT`.
 */
typedef struct {
  /** `sizeof(tokenmint_ath_claims)`. */
  size_t struct_size;
  /** Whose key signs: the URL of the identity document. */
  const char *issuer;
  /** Bytes of the issuer. */
  size_t issuer_len;
  /** Whose attestation it is. */
  const char *subject;
  /** Bytes of the subject. */
  size_t subject_len;
  /** Whom it is for. */
  const char *audience;
  /** Bytes of the audience. */
  size_t audience_len;
  /**
   * The unique id. Remember it until `expires_at`, and refuse it the second
   * time.
   */
  const char *token_id;
  /** Bytes of the token id. */
  size_t token_id_len;
  /** How many capabilities are listed. */
  size_t capabilities_count;
  /** Issue time, Unix seconds. */
  uint64_t issued_at;
  /** End, Unix seconds. */
  uint64_t expires_at;
} tokenmint_ath_claims;

/** What an attestation must say. Begin with `TOKENMINT_ATH_EXPECTATION_INIT`. */
typedef struct {
  /** `sizeof(tokenmint_ath_expectation)`. */
  size_t struct_size;
  /** Whom it must be for: the verifier itself; see `audience_form`. */
  const char *audience;
  /** Bytes of the audience. */
  size_t audience_len;
  /** Whose it must be: an agent id. */
  const char *subject;
  /** Bytes of the subject. */
  size_t subject_len;
  /** 0; keeps the numbers that follow at the same place everywhere. */
  size_t reserved;
  /** The time, Unix seconds. */
  uint64_t now;
  /** Seconds that the issue time may be off: `TOKENMINT_ATH_TOLERANCE`. */
  uint32_t tolerance;
  /** `TOKENMINT_ATH_AUDIENCE_...`. */
  uint32_t audience_form;
} tokenmint_ath_expectation;

/** An argument of the query (GET) or a top-level field of the JSON body (POST). */
typedef struct {
  /** Its name. */
  const char *name;
  /** Bytes of the name. */
  size_t name_len;
  /** Its value, where that is text. */
  const char *text;
  /** Bytes of the text. */
  size_t text_len;
  /** Its value, where that is a number. */
  int64_t number;
  /** `TOKENMINT_AUTHING_NULL` to `TOKENMINT_AUTHING_JSON`. */
  uint32_t kind;
  /** 0. */
  uint32_t reserved;
} tokenmint_authing_param;

/** A header. */
typedef struct {
  /** Its name, in any letter case. */
  const char *name;
  /** Bytes of the name. */
  size_t name_len;
  /** Its value. */
  const char *value;
  /** Bytes of the value. */
  size_t value_len;
} tokenmint_authing_header;

/**
 * The parts of a request that its signature covers. Begin with
 * `TOKENMINT_AUTHING_REQUEST_INIT`.
 *
 * A server wants these headers, and signs all of them: `date`
 * (@ref tokenmint_authing_date), `x-authing-signature-nonce`
 * (@ref tokenmint_authing_nonce), `x-authing-signature-method: HMAC-SHA1`,
 * `x-authing-signature-version: 1.0`, `x-authing-sdk-version`, and where they
 * apply `x-authing-lang` and `x-authing-app-id`.
 */
typedef struct {
  /** `sizeof(tokenmint_authing_request)`. */
  size_t struct_size;
  /** The method as it is sent: "GET". */
  const char *method;
  /** Bytes of the method. */
  size_t method_len;
  /** The path: it begins with "/" and has no host. */
  const char *path;
  /** Bytes of the path. */
  size_t path_len;
  /** The parameters, not percent-encoded, in any order. */
  const tokenmint_authing_param *params;
  /** How many. */
  size_t params_count;
  /** The headers, in any order; only `date` and `x-authing-*` are signed. */
  const tokenmint_authing_header *headers;
  /** How many. */
  size_t headers_count;
} tokenmint_authing_request;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The name of a status: "TOKENMINT_OK", "TOKENMINT_ERR_EXPIRED" and so on.
 *
 * @param status  What a function returned.
 * @return Static, NUL-terminated text, never NULL; "TOKENMINT_ERR_UNKNOWN"
 *         for any other number.
 */
const char *tokenmint_status_name(int32_t status);

/**
 * The version of the library: major * 65536 + minor * 256 + patch. Equal to
 * `TOKENMINT_VERSION` when library and header belong together.
 *
 * @return The version as a number.
 */
uint32_t tokenmint_version(void);

/**
 * No compression, least code: zlib with stored blocks.
 *
 * For @ref tokenmint_agora_issuer::compression; not called directly.
 *
 * @param content      What to compress.
 * @param content_len  Bytes of it.
 * @param out          Receives the zlib stream. It is bytes: no NUL follows.
 * @param out_cap      Bytes there are.
 * @param out_len      Receives the length of the stream.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_CONTENT_TOO_LARGE  The content exceeds 256 KiB.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 */
int32_t tokenmint_compress_stored(const uint8_t *content,
                                  size_t content_len,
                                  uint8_t *out,
                                  size_t out_cap,
                                  size_t *out_len);

/**
 * One block of the fixed codes with matches: little code, and for short names
 * as short as zlib. The default on devices.
 *
 * For @ref tokenmint_agora_issuer::compression; not called directly.
 *
 * @param content,content_len,out,out_cap,out_len
 *        As for @ref tokenmint_compress_stored.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_CONTENT_TOO_LARGE  The content exceeds 256 KiB.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 */
int32_t tokenmint_compress_fixed(const uint8_t *content,
                                 size_t content_len,
                                 uint8_t *out,
                                 size_t out_cap,
                                 size_t *out_len);

/**
 * The very bytes of zlib at level 6, so that tokens equal those of the
 * official Python, C++ and Java libraries as text. Takes more code, and
 * kilobytes of stack while it runs. The default on hosts.
 *
 * For @ref tokenmint_agora_issuer::compression; not called directly.
 *
 * @param content,content_len,out,out_cap,out_len
 *        As for @ref tokenmint_compress_stored.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_CONTENT_TOO_LARGE  The content exceeds 256 KiB.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 */
int32_t tokenmint_compress_exact(const uint8_t *content,
                                 size_t content_len,
                                 uint8_t *out,
                                 size_t out_cap,
                                 size_t *out_len);

/* Agora ------------------------------------------------------------------- */

/**
 * A token for a numeric uid in a channel (official name: RtcTokenBuilder2,
 * build_token_with_uid). A publisher may join and publish, every other role
 * may join.
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel: 1 to 64 bytes.
 * @param uid  The user; 0: any user.
 * @param role  `TOKENMINT_AGORA_ROLE_...`
 * @param token_expire  Lifetime of the token in seconds from the issue time:
 *        1 to 86,400.
 * @param privilege_expire  Lifetime of the privileges in seconds from the
 *        issue time; 0: as long as the token.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_rtc_build_token_with_uid(const tokenmint_agora_issuer *issuer,
                                                 const char *channel,
                                                 size_t channel_len,
                                                 uint32_t uid,
                                                 uint32_t role,
                                                 uint32_t token_expire,
                                                 uint32_t privilege_expire,
                                                 char *out,
                                                 size_t out_cap,
                                                 size_t *out_len);

/**
 * The same for a text account (build_token_with_user_account).
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel: 1 to 64 bytes.
 * @param account,account_len  The user: 1 to 255 bytes. The text "0" is not
 *        uid 0.
 * @param role  `TOKENMINT_AGORA_ROLE_...`
 * @param token_expire  Lifetime of the token in seconds from the issue time:
 *        1 to 86,400.
 * @param privilege_expire  Lifetime of the privileges in seconds from the
 *        issue time; 0: as long as the token.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_rtc_build_token_with_user_account(const tokenmint_agora_issuer *issuer,
                                                          const char *channel,
                                                          size_t channel_len,
                                                          const char *account,
                                                          size_t account_len,
                                                          uint32_t role,
                                                          uint32_t token_expire,
                                                          uint32_t privilege_expire,
                                                          char *out,
                                                          size_t out_cap,
                                                          size_t *out_len);

/**
 * A token for a numeric uid with a lifetime for each privilege; all four are
 * granted (build_token_with_uid_and_privilege).
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel: 1 to 64 bytes.
 * @param uid  The user; 0: any user.
 * @param token_expire  Lifetime of the token in seconds from the issue time:
 *        1 to 86,400.
 * @param join_channel_expire,publish_audio_expire,publish_video_expire,publish_data_expire
 *        Lifetime of each privilege in seconds from the issue time; 0: as long
 *        as the token.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_rtc_build_token_with_uid_and_privilege(const tokenmint_agora_issuer *issuer,
                                                               const char *channel,
                                                               size_t channel_len,
                                                               uint32_t uid,
                                                               uint32_t token_expire,
                                                               uint32_t join_channel_expire,
                                                               uint32_t publish_audio_expire,
                                                               uint32_t publish_video_expire,
                                                               uint32_t publish_data_expire,
                                                               char *out,
                                                               size_t out_cap,
                                                               size_t *out_len);

/**
 * The same for a text account (build_token_with_user_account_and_privilege).
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel: 1 to 64 bytes.
 * @param account,account_len  The user: 1 to 255 bytes. The text "0" is not
 *        uid 0.
 * @param token_expire  Lifetime of the token in seconds from the issue time:
 *        1 to 86,400.
 * @param join_channel_expire,publish_audio_expire,publish_video_expire,publish_data_expire
 *        Lifetime of each privilege in seconds from the issue time; 0: as long
 *        as the token.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_rtc_build_token_with_user_account_and_privilege(const tokenmint_agora_issuer *issuer,
                                                                        const char *channel,
                                                                        size_t channel_len,
                                                                        const char *account,
                                                                        size_t account_len,
                                                                        uint32_t token_expire,
                                                                        uint32_t join_channel_expire,
                                                                        uint32_t publish_audio_expire,
                                                                        uint32_t publish_video_expire,
                                                                        uint32_t publish_data_expire,
                                                                        char *out,
                                                                        size_t out_cap,
                                                                        size_t *out_len);

/**
 * A token for RTC and RTM with the same account (build_token_with_rtm). The
 * privilege lifetime applies to RTC; the RTM login lasts as long as the
 * token.
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel: 1 to 64 bytes.
 * @param account,account_len  The user: 1 to 255 bytes. The text "0" is not
 *        uid 0.
 * @param role  `TOKENMINT_AGORA_ROLE_...`
 * @param token_expire  Lifetime of the token in seconds from the issue time:
 *        1 to 86,400.
 * @param privilege_expire  Lifetime of the privileges in seconds from the
 *        issue time; 0: as long as the token.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_rtc_build_token_with_rtm(const tokenmint_agora_issuer *issuer,
                                                 const char *channel,
                                                 size_t channel_len,
                                                 const char *account,
                                                 size_t account_len,
                                                 uint32_t role,
                                                 uint32_t token_expire,
                                                 uint32_t privilege_expire,
                                                 char *out,
                                                 size_t out_cap,
                                                 size_t *out_len);

/**
 * A token for RTC and RTM with accounts and lifetimes of their own
 * (build_token_with_rtm2). Only a publisher gets the last three privileges.
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel: 1 to 64 bytes.
 * @param rtc_account,rtc_account_len  The RTC user: 1 to 255 bytes.
 * @param rtc_role  `TOKENMINT_AGORA_ROLE_...`
 * @param rtc_token_expire  Lifetime of the token, also for RTM, in seconds
 *        from the issue time: 1 to 86,400.
 * @param join_channel_expire,publish_audio_expire,publish_video_expire,publish_data_expire
 *        Lifetime of each privilege in seconds from the issue time; 0: as long
 *        as the token.
 * @param rtm_user_id,rtm_user_id_len  The RTM user: 1 to 64 bytes.
 * @param rtm_token_expire  Lifetime of the RTM login in seconds from the
 *        issue time.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_rtc_build_token_with_rtm2(const tokenmint_agora_issuer *issuer,
                                                  const char *channel,
                                                  size_t channel_len,
                                                  const char *rtc_account,
                                                  size_t rtc_account_len,
                                                  uint32_t rtc_role,
                                                  uint32_t rtc_token_expire,
                                                  uint32_t join_channel_expire,
                                                  uint32_t publish_audio_expire,
                                                  uint32_t publish_video_expire,
                                                  uint32_t publish_data_expire,
                                                  const char *rtm_user_id,
                                                  size_t rtm_user_id_len,
                                                  uint32_t rtm_token_expire,
                                                  char *out,
                                                  size_t out_cap,
                                                  size_t *out_len);

/**
 * A token with which a user may log in to signaling (official name:
 * RtmTokenBuilder2, build_token).
 *
 * @param issuer  Who issues it.
 * @param user_id,user_id_len  The user: 1 to 64 bytes.
 * @param expire  Lifetime of token and privilege in seconds from the issue
 *        time: 1 to 86,400.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_rtm_build_token(const tokenmint_agora_issuer *issuer,
                                        const char *user_id,
                                        size_t user_id_len,
                                        uint32_t expire,
                                        char *out,
                                        size_t out_cap,
                                        size_t *out_len);

/**
 * The same for a numeric user id.
 *
 * @param issuer  Who issues it.
 * @param uid  The user; 0: any user.
 * @param expire  Lifetime of token and privilege in seconds from the issue
 *        time: 1 to 86,400.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_rtm_build_token_with_uid(const tokenmint_agora_issuer *issuer,
                                                 uint32_t uid,
                                                 uint32_t expire,
                                                 char *out,
                                                 size_t out_cap,
                                                 size_t *out_len);

/**
 * The same with permissions per resource: service RTM2
 * (build_token_with_permissions).
 *
 * @param issuer  Who issues it.
 * @param user_id,user_id_len  The user: 1 to 64 bytes.
 * @param permissions,permissions_count  What may be done; at most
 *        `TOKENMINT_AGORA_PERMISSIONS_MAX`, with at most
 *        `TOKENMINT_AGORA_RESOURCES_MAX` resources in all. NULL only with 0.
 * @param expire  Lifetime of token and privilege in seconds from the issue
 *        time: 1 to 86,400.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_TOO_MANY  A list is longer than its `_MAX`.
 * @retval TOKENMINT_ERR_CONTENT_TOO_LARGE  The content exceeds 256 KiB.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_rtm_build_token_with_permissions(const tokenmint_agora_issuer *issuer,
                                                         const char *user_id,
                                                         size_t user_id_len,
                                                         const tokenmint_agora_permission *permissions,
                                                         size_t permissions_count,
                                                         uint32_t expire,
                                                         char *out,
                                                         size_t out_cap,
                                                         size_t *out_len);

/**
 * A token for a chat user (official name: ChatTokenBuilder2,
 * build_user_token).
 *
 * @param issuer  Who issues it.
 * @param user_id,user_id_len  The user's UUID.
 * @param expire  Lifetime of token and privilege in seconds from the issue
 *        time: 1 to 86,400.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_chat_build_user_token(const tokenmint_agora_issuer *issuer,
                                              const char *user_id,
                                              size_t user_id_len,
                                              uint32_t expire,
                                              char *out,
                                              size_t out_cap,
                                              size_t *out_len);

/**
 * A chat token for the application itself (ChatTokenBuilder2,
 * build_app_token).
 *
 * @param issuer  Who issues it.
 * @param expire  Lifetime of token and privilege in seconds from the issue
 *        time: 1 to 86,400.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_chat_build_app_token(const tokenmint_agora_issuer *issuer,
                                             uint32_t expire,
                                             char *out,
                                             size_t out_cap,
                                             size_t *out_len);

/**
 * A token for a user in a room of the flexible classroom, including signaling
 * and chat (official names: EducationTokenBuilder2 and ApaasTokenBuilder,
 * build_room_user_token).
 *
 * @param issuer  Who issues it.
 * @param room_uuid,room_uuid_len  The room.
 * @param user_uuid,user_uuid_len  The user: 1 to 255 bytes.
 * @param role  A role of the product.
 * @param expire  Lifetime of token and privilege in seconds from the issue
 *        time: 1 to 86,400.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_education_build_room_user_token(const tokenmint_agora_issuer *issuer,
                                                        const char *room_uuid,
                                                        size_t room_uuid_len,
                                                        const char *user_uuid,
                                                        size_t user_uuid_len,
                                                        int16_t role,
                                                        uint32_t expire,
                                                        char *out,
                                                        size_t out_cap,
                                                        size_t *out_len);

/**
 * A token for a user of the flexible classroom without a room
 * (build_user_token).
 *
 * @param issuer  Who issues it.
 * @param user_uuid,user_uuid_len  The user.
 * @param expire  Lifetime of token and privilege in seconds from the issue
 *        time: 1 to 86,400.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_education_build_user_token(const tokenmint_agora_issuer *issuer,
                                                   const char *user_uuid,
                                                   size_t user_uuid_len,
                                                   uint32_t expire,
                                                   char *out,
                                                   size_t out_cap,
                                                   size_t *out_len);

/**
 * A token for the flexible classroom for the application itself
 * (build_app_token).
 *
 * @param issuer  Who issues it.
 * @param expire  Lifetime of token and privilege in seconds from the issue
 *        time: 1 to 86,400.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_education_build_app_token(const tokenmint_agora_issuer *issuer,
                                                  uint32_t expire,
                                                  char *out,
                                                  size_t out_cap,
                                                  size_t *out_len);

/**
 * A token for fusion player acceleration, of 24 hours (official name:
 * FpaTokenBuilder, build_token).
 *
 * @param issuer  Who issues it.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_fpa_build_token(const tokenmint_agora_issuer *issuer,
                                        char *out,
                                        size_t out_cap,
                                        size_t *out_len);

/**
 * A token for conversational AI: RTC and RTM as @ref
 * tokenmint_agora_rtc_build_token_with_rtm2, and the service itself (official
 * name: ConvoAITokenBuilder, buildToken).
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel: 1 to 64 bytes.
 * @param rtc_account,rtc_account_len  The RTC user: 1 to 255 bytes.
 * @param rtc_role  `TOKENMINT_AGORA_ROLE_...`
 * @param rtc_token_expire  Lifetime of the token, also for RTM, in seconds
 *        from the issue time: 1 to 86,400.
 * @param join_channel_expire,publish_audio_expire,publish_video_expire,publish_data_expire
 *        Lifetime of each privilege in seconds from the issue time; 0: as long
 *        as the token.
 * @param rtm_user_id,rtm_user_id_len  The RTM user: 1 to 64 bytes.
 * @param rtm_token_expire  Lifetime of the RTM login in seconds from the
 *        issue time.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_convoai_build_token(const tokenmint_agora_issuer *issuer,
                                            const char *channel,
                                            size_t channel_len,
                                            const char *rtc_account,
                                            size_t rtc_account_len,
                                            uint32_t rtc_role,
                                            uint32_t rtc_token_expire,
                                            uint32_t join_channel_expire,
                                            uint32_t publish_audio_expire,
                                            uint32_t publish_video_expire,
                                            uint32_t publish_data_expire,
                                            const char *rtm_user_id,
                                            size_t rtm_user_id_len,
                                            uint32_t rtm_token_expire,
                                            char *out,
                                            size_t out_cap,
                                            size_t *out_len);

/**
 * A token for speech to text, built the same way (official name:
 * SttTokenBuilder, buildToken).
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel: 1 to 64 bytes.
 * @param rtc_account,rtc_account_len  The RTC user: 1 to 255 bytes.
 * @param rtc_role  `TOKENMINT_AGORA_ROLE_...`
 * @param rtc_token_expire  Lifetime of the token, also for RTM, in seconds
 *        from the issue time: 1 to 86,400.
 * @param join_channel_expire,publish_audio_expire,publish_video_expire,publish_data_expire
 *        Lifetime of each privilege in seconds from the issue time; 0: as long
 *        as the token.
 * @param rtm_user_id,rtm_user_id_len  The RTM user: 1 to 64 bytes.
 * @param rtm_token_expire  Lifetime of the RTM login in seconds from the
 *        issue time.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_stt_build_token(const tokenmint_agora_issuer *issuer,
                                        const char *channel,
                                        size_t channel_len,
                                        const char *rtc_account,
                                        size_t rtc_account_len,
                                        uint32_t rtc_role,
                                        uint32_t rtc_token_expire,
                                        uint32_t join_channel_expire,
                                        uint32_t publish_audio_expire,
                                        uint32_t publish_video_expire,
                                        uint32_t publish_data_expire,
                                        const char *rtm_user_id,
                                        size_t rtm_user_id_len,
                                        uint32_t rtm_token_expire,
                                        char *out,
                                        size_t out_cap,
                                        size_t *out_len);

/**
 * A token composed service by service (official name: AccessToken2). The same
 * service type may be there more than once.
 *
 * @param issuer  Who issues it.
 * @param expire  Lifetime of the token in seconds from the issue time: 1 to
 *        86,400.
 * @param services,services_count  The services, in any order: 1 to
 *        `TOKENMINT_AGORA_SERVICES_MAX`.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_NO_SERVICES  There is no service.
 * @retval TOKENMINT_ERR_TOO_MANY  A list is longer than its `_MAX`.
 * @retval TOKENMINT_ERR_CONTENT_TOO_LARGE  The content exceeds 256 KiB.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_access_token2_build(const tokenmint_agora_issuer *issuer,
                                            uint32_t expire,
                                            const tokenmint_agora_service *services,
                                            size_t services_count,
                                            char *out,
                                            size_t out_cap,
                                            size_t *out_len);

/**
 * Checks the signature alone, in constant time: that the holder of the
 * certificate made this token, and nothing else.
 *
 * @param token  What @ref tokenmint_agora_parse gave.
 * @param certificate,certificate_len  The certificate.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_TRUNCATED  The workspace was changed since the token was read.
 * @retval TOKENMINT_ERR_BAD_SIGNATURE  The signature does not match.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_verify(const tokenmint_agora_token *token,
                               const char *certificate,
                               size_t certificate_len);

/**
 * Answers every question that is asked. There is no tolerance for clocks: give
 * a `now` that has it.
 *
 * @param token     What @ref tokenmint_agora_parse gave.
 * @param expected  The questions.
 * @param report    Receives the answers, whether they are good or bad.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_TRUNCATED  The workspace was changed since the token was read.
 * @retval TOKENMINT_ERR_BAD_SIGNATURE  The signature does not match.
 * @retval TOKENMINT_ERR_APP_ID_MISMATCH  It belongs to another application.
 * @retval TOKENMINT_ERR_CHANNEL_MISMATCH  It is for another channel or room.
 * @retval TOKENMINT_ERR_USER_MISMATCH  It is for another user.
 * @retval TOKENMINT_ERR_EXPIRED  It has ended.
 * @retval TOKENMINT_ERR_NOT_YET_VALID  It was issued in the future.
 * @retval TOKENMINT_ERR_NOT_AUTHORIZED  It does not grant the privilege.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_check(const tokenmint_agora_token *token,
                              const tokenmint_agora_expected *expected,
                              tokenmint_agora_report *report);

/**
 * Workspace that is enough to read any token of `token_len` characters: more
 * than 256 KiB. A device gives less: `TOKENMINT_AGORA_RTC_MAX` bytes are
 * enough for every RTC token within the documented limits, and too little is
 * an error.
 *
 * @param token_len  Characters of the token.
 * @return Bytes of workspace.
 */
size_t tokenmint_agora_workspace_len(size_t token_len);

/**
 * Reads an AccessToken2. Whether it is genuine is
 * @ref tokenmint_agora_verify, whether it is the expected one
 * @ref tokenmint_agora_check.
 *
 * @param token,token_len  The token.
 * @param workspace,workspace_cap  Receives the decoded token; see
 *        @ref tokenmint_agora_workspace_len.
 * @param info  Receives what is in the token.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  The workspace is too small.
 * @retval TOKENMINT_ERR_UNSUPPORTED_VERSION  The text does not start as this kind does.
 * @retval TOKENMINT_ERR_BAD_BASE64  The base64 part is malformed.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressed part is malformed.
 * @retval TOKENMINT_ERR_TOO_LARGE  It inflates to more than 256 KiB.
 * @retval TOKENMINT_ERR_TRUNCATED  The content ends too early.
 * @retval TOKENMINT_ERR_TRAILING_DATA  Bytes follow the end.
 * @retval TOKENMINT_ERR_NOT_UTF8  A name inside is no text.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_parse(const char *token,
                              size_t token_len,
                              uint8_t *workspace,
                              size_t workspace_cap,
                              tokenmint_agora_token *info);

/**
 * The service at `index` of a token that has been read.
 *
 * @param token  What @ref tokenmint_agora_parse gave.
 * @param index  0 for the first, in the order of the token.
 * @param info   Receives the service; it points into the workspace.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_TRUNCATED  The workspace was changed since the token was read.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_NOT_FOUND  The list has ended.
 */
int32_t tokenmint_agora_token_service(const tokenmint_agora_token *token,
                                      size_t index,
                                      tokenmint_agora_service_info *info);

/**
 * The privilege at `index` of a service, as it stands in the token.
 *
 * @param token          What @ref tokenmint_agora_parse gave.
 * @param service_index  Which service.
 * @param index          0 for the first, in the order of the token.
 * @param privilege      Receives number and lifetime.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_TRUNCATED  The workspace was changed since the token was read.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_NOT_FOUND  The list has ended.
 */
int32_t tokenmint_agora_token_privilege(const tokenmint_agora_token *token,
                                        size_t service_index,
                                        size_t index,
                                        tokenmint_agora_privilege *privilege);

/**
 * The permission at `index` of an RTM2 service. Its resources are not listed:
 * ask @ref tokenmint_agora_token_resource for each.
 *
 * @param token          What @ref tokenmint_agora_parse gave.
 * @param service_index  Which service.
 * @param index          0 for the first, in the order of the token.
 * @param permission     Receives the permission, with `resources` NULL and
 *                       `resources_count` as it is.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_TRUNCATED  The workspace was changed since the token was read.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_NOT_FOUND  The list has ended.
 */
int32_t tokenmint_agora_token_permission(const tokenmint_agora_token *token,
                                         size_t service_index,
                                         size_t index,
                                         tokenmint_agora_permission *permission);

/**
 * The resource at `index` of a permission.
 *
 * @param token             What @ref tokenmint_agora_parse gave.
 * @param service_index     Which service.
 * @param permission_index  Which permission.
 * @param index             0 for the first, in the order of the token.
 * @param resource          Receives the name; it points into the workspace.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_TRUNCATED  The workspace was changed since the token was read.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_NOT_FOUND  The list has ended.
 */
int32_t tokenmint_agora_token_resource(const tokenmint_agora_token *token,
                                       size_t service_index,
                                       size_t permission_index,
                                       size_t index,
                                       tokenmint_text *resource);

/**
 * Reads the few facts of an AccessToken2 that a device needs.
 *
 * @param token,token_len  The token.
 * @param workspace,workspace_cap  Receives the decoded token; see
 *        @ref tokenmint_agora_workspace_len.
 * @param info  Receives the facts.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  The workspace is too small.
 * @retval TOKENMINT_ERR_UNSUPPORTED_VERSION  The text does not start as this kind does.
 * @retval TOKENMINT_ERR_BAD_BASE64  The base64 part is malformed.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressed part is malformed.
 * @retval TOKENMINT_ERR_TOO_LARGE  It inflates to more than 256 KiB.
 * @retval TOKENMINT_ERR_TRUNCATED  The content ends too early.
 * @retval TOKENMINT_ERR_TRAILING_DATA  Bytes follow the end.
 * @retval TOKENMINT_ERR_NOT_UTF8  A name inside is no text.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_peek(const char *token,
                             size_t token_len,
                             uint8_t *workspace,
                             size_t workspace_cap,
                             tokenmint_agora_peeked *info);

/**
 * Whether it is time for a new token: in the last tenth of the lifetime, at
 * the latest 30 seconds before the end.
 *
 * @param info    What @ref tokenmint_agora_peek gave.
 * @param now     Unix seconds.
 * @param answer  Receives the answer.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_TRUNCATED  The workspace was changed since the token was read.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 */
int32_t tokenmint_agora_should_renew(const tokenmint_agora_peeked *info,
                                     uint32_t now,
                                     bool *answer);

/**
 * Whether the token has ended.
 *
 * @param info    What @ref tokenmint_agora_peek gave.
 * @param now     Unix seconds.
 * @param answer  Receives the answer.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_TRUNCATED  The workspace was changed since the token was read.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 */
int32_t tokenmint_agora_has_expired(const tokenmint_agora_peeked *info,
                                    uint32_t now,
                                    bool *answer);

/**
 * The warning at `index` about a token.
 *
 * @param token    What @ref tokenmint_agora_parse gave.
 * @param now      Unix seconds; 0: leave out what depends on the time.
 * @param index    0 for the first.
 * @param warning  Receives it.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_TRUNCATED  The workspace was changed since the token was read.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_NOT_FOUND  The list has ended.
 */
int32_t tokenmint_agora_token_warning(const tokenmint_agora_token *token,
                                      uint32_t now,
                                      size_t index,
                                      tokenmint_agora_warning *warning);

/**
 * A 006 token for a numeric uid in a channel (official name: RtcTokenBuilder,
 * buildTokenWithUid). Every role but a subscriber may publish.
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel: 1 to 64 bytes.
 * @param uid  The user; 0: any user.
 * @param role  `TOKENMINT_AGORA_ROLE_...`
 * @param privilege_expires_at  When the privileges end, in Unix seconds; 0:
 *        never.
 * @param token_expires_at  When the token ends, in Unix seconds; 0: 24 hours
 *        after the issue time, as official builders have it.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  24 hours after `issued_at` is past the year 2106.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_v006_rtc_build_token_with_uid(const tokenmint_agora_issuer *issuer,
                                                      const char *channel,
                                                      size_t channel_len,
                                                      uint32_t uid,
                                                      uint32_t role,
                                                      uint32_t privilege_expires_at,
                                                      uint32_t token_expires_at,
                                                      char *out,
                                                      size_t out_cap,
                                                      size_t *out_len);

/**
 * The same for a text account (buildTokenWithAccount,
 * buildTokenWithUserAccount).
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel: 1 to 64 bytes.
 * @param account,account_len  The user: 1 to 255 bytes.
 * @param role  `TOKENMINT_AGORA_ROLE_...`
 * @param privilege_expires_at  When the privileges end, in Unix seconds; 0:
 *        never.
 * @param token_expires_at  When the token ends, in Unix seconds; 0: 24 hours
 *        after the issue time, as official builders have it.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  24 hours after `issued_at` is past the year 2106.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_v006_rtc_build_token_with_account(const tokenmint_agora_issuer *issuer,
                                                          const char *channel,
                                                          size_t channel_len,
                                                          const char *account,
                                                          size_t account_len,
                                                          uint32_t role,
                                                          uint32_t privilege_expires_at,
                                                          uint32_t token_expires_at,
                                                          char *out,
                                                          size_t out_cap,
                                                          size_t *out_len);

/**
 * A 006 token for signaling (official name: RtmTokenBuilder, buildToken).
 *
 * @param issuer  Who issues it.
 * @param account,account_len  The user: 1 to 255 bytes.
 * @param privilege_expires_at  When the privileges end, in Unix seconds; 0:
 *        never.
 * @param token_expires_at  When the token ends, in Unix seconds; 0: 24 hours
 *        after the issue time, as official builders have it.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  24 hours after `issued_at` is past the year 2106.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_v006_rtm_build_token(const tokenmint_agora_issuer *issuer,
                                             const char *account,
                                             size_t account_len,
                                             uint32_t privilege_expires_at,
                                             uint32_t token_expires_at,
                                             char *out,
                                             size_t out_cap,
                                             size_t *out_len);

/**
 * A 006 token composed privilege by privilege (official name: AccessToken),
 * for a numeric uid.
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel: 1 to 64 bytes.
 * @param uid  The user; 0: any user.
 * @param privileges,privileges_count  The privileges with their deadlines, in
 *        any order, at most `TOKENMINT_AGORA_PRIVILEGES_MAX`; the last of a
 *        number counts. Numbers: 1 join, 2 publish audio, 3 publish video, 4
 *        publish data, 1000 RTM login.
 * @param token_expires_at  When the token ends, in Unix seconds; 0: 24 hours
 *        after the issue time, as official builders have it.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  24 hours after `issued_at` is past the year 2106.
 * @retval TOKENMINT_ERR_TOO_MANY  A list is longer than its `_MAX`.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_v006_access_token_build_with_uid(const tokenmint_agora_issuer *issuer,
                                                         const char *channel,
                                                         size_t channel_len,
                                                         uint32_t uid,
                                                         const tokenmint_agora_privilege *privileges,
                                                         size_t privileges_count,
                                                         uint32_t token_expires_at,
                                                         char *out,
                                                         size_t out_cap,
                                                         size_t *out_len);

/**
 * The same for a text account.
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel: 1 to 64 bytes.
 * @param account,account_len  The user: 1 to 255 bytes.
 * @param privileges,privileges_count  The privileges with their deadlines, in
 *        any order, at most `TOKENMINT_AGORA_PRIVILEGES_MAX`; the last of a
 *        number counts. Numbers: 1 join, 2 publish audio, 3 publish video, 4
 *        publish data, 1000 RTM login.
 * @param token_expires_at  When the token ends, in Unix seconds; 0: 24 hours
 *        after the issue time, as official builders have it.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  24 hours after `issued_at` is past the year 2106.
 * @retval TOKENMINT_ERR_TOO_MANY  A list is longer than its `_MAX`.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_v006_access_token_build_with_account(const tokenmint_agora_issuer *issuer,
                                                             const char *channel,
                                                             size_t channel_len,
                                                             const char *account,
                                                             size_t account_len,
                                                             const tokenmint_agora_privilege *privileges,
                                                             size_t privileges_count,
                                                             uint32_t token_expires_at,
                                                             char *out,
                                                             size_t out_cap,
                                                             size_t *out_len);

/**
 * Reads a 006 token.
 *
 * @param token,token_len  The token.
 * @param workspace,workspace_cap  Receives the decoded token; as many bytes as
 *        the token has characters are enough.
 * @param info  Receives what is in the token.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  The workspace is too small.
 * @retval TOKENMINT_ERR_UNSUPPORTED_VERSION  The text does not start as this kind does.
 * @retval TOKENMINT_ERR_BAD_BASE64  The base64 part is malformed.
 * @retval TOKENMINT_ERR_TRUNCATED  The content ends too early.
 * @retval TOKENMINT_ERR_TRAILING_DATA  Bytes follow the end.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_v006_parse(const char *token,
                                   size_t token_len,
                                   uint8_t *workspace,
                                   size_t workspace_cap,
                                   tokenmint_agora_v006_token *info);

/**
 * The privilege at `index` of a 006 token.
 *
 * @param token      What @ref tokenmint_agora_v006_parse gave.
 * @param index      0 for the first, in the order of the token.
 * @param privilege  Receives number and deadline.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_TRUNCATED  The workspace was changed since the token was read.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_NOT_FOUND  The list has ended.
 */
int32_t tokenmint_agora_v006_token_privilege(const tokenmint_agora_v006_token *token,
                                             size_t index,
                                             tokenmint_agora_privilege *privilege);

/**
 * Checks the signature of a 006 token, in constant time. Channel and account
 * are signed too, so they must be known; for a token of the RTM builder the
 * channel is the user and the account is empty.
 *
 * @param token  What @ref tokenmint_agora_v006_parse gave.
 * @param certificate,certificate_len  The certificate.
 * @param channel,channel_len  The channel.
 * @param account,account_len  The user; empty: any user (uid 0).
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_TRUNCATED  The workspace was changed since the token was read.
 * @retval TOKENMINT_ERR_BAD_SIGNATURE  The signature does not match.
 * @retval TOKENMINT_ERR_CHANNEL_MISMATCH  It is for another channel or room.
 * @retval TOKENMINT_ERR_USER_MISMATCH  It is for another user.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_v006_verify(const tokenmint_agora_v006_token *token,
                                    const char *certificate,
                                    size_t certificate_len,
                                    const char *channel,
                                    size_t channel_len,
                                    const char *account,
                                    size_t account_len);

/**
 * Answers every question that is asked about a 006 token.
 *
 * @param token     What @ref tokenmint_agora_v006_parse gave.
 * @param expected  The questions.
 * @param report    Receives the answers, whether they are good or bad.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_TRUNCATED  The workspace was changed since the token was read.
 * @retval TOKENMINT_ERR_BAD_SIGNATURE  The signature does not match.
 * @retval TOKENMINT_ERR_APP_ID_MISMATCH  It belongs to another application.
 * @retval TOKENMINT_ERR_CHANNEL_MISMATCH  It is for another channel or room.
 * @retval TOKENMINT_ERR_USER_MISMATCH  It is for another user.
 * @retval TOKENMINT_ERR_EXPIRED  It has ended.
 * @retval TOKENMINT_ERR_NOT_AUTHORIZED  It does not grant the privilege.
 * @retval TOKENMINT_ERR_UNDECIDED  The signature covers a name that is not given.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_v006_check(const tokenmint_agora_v006_token *token,
                                   const tokenmint_agora_expected *expected,
                                   tokenmint_agora_report *report);

/**
 * The warning at `index` about a 006 token.
 *
 * @param token    What @ref tokenmint_agora_v006_parse gave.
 * @param now      Unix seconds; 0: leave out what depends on the time.
 * @param index    0 for the first.
 * @param warning  Receives it.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_TRUNCATED  The workspace was changed since the token was read.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_NOT_FOUND  The list has ended.
 */
int32_t tokenmint_agora_v006_token_warning(const tokenmint_agora_v006_token *token,
                                           uint32_t now,
                                           size_t index,
                                           tokenmint_agora_warning *warning);

/**
 * An RTC token as the Conversational AI SDK generates it
 * (generate_rtc_token): token and privileges have the same lifetime.
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel: 1 to 64 bytes.
 * @param uid  The user; 0: any user.
 * @param role  `TOKENMINT_AGORA_ROLE_...`; the SDK takes a publisher unless
 *        told otherwise.
 * @param expire  Lifetime in seconds from the issue time: 1 to 86,400, which
 *        is what the SDK takes unless told otherwise.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_generate_rtc_token(const tokenmint_agora_issuer *issuer,
                                           const char *channel,
                                           size_t channel_len,
                                           uint32_t uid,
                                           uint32_t role,
                                           uint32_t expire,
                                           char *out,
                                           size_t out_cap,
                                           size_t *out_len);

/**
 * A token for RTC and RTM with the same account, always as publisher, as the
 * Conversational AI service takes it (generate_convo_ai_token).
 *
 * @param issuer  Who issues it.
 * @param channel_name,channel_name_len  The channel: 1 to 64 bytes.
 * @param account,account_len  The user: 1 to 255 bytes. The text "0" is not
 *        uid 0.
 * @param token_expire  Lifetime of the token in seconds from the issue time:
 *        1 to 86,400.
 * @param privilege_expire  Lifetime of the RTC privileges; 0: the same as
 *        `token_expire`.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_generate_convo_ai_token(const tokenmint_agora_issuer *issuer,
                                                const char *channel_name,
                                                size_t channel_name_len,
                                                const char *account,
                                                size_t account_len,
                                                uint32_t token_expire,
                                                uint32_t privilege_expire,
                                                char *out,
                                                size_t out_cap,
                                                size_t *out_len);

/**
 * The value of the `Authorization` header for a token: "agora token=...". A
 * token that already has the prefix is taken as it is.
 *
 * @param token,token_len  The token.
 * @param out,out_cap,out_len  The header value; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_token_header(const char *token,
                                     size_t token_len,
                                     char *out,
                                     size_t out_cap,
                                     size_t *out_len);

/**
 * The value of the `Authorization` header for a customer id and secret:
 * "Basic ..." (RFC 7617).
 *
 * @param customer_id,customer_id_len  The customer id: no colon, no control
 *        character.
 * @param customer_secret,customer_secret_len  The customer secret: no control
 *        character.
 * @param out,out_cap,out_len  The header value; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_basic_header(const char *customer_id,
                                     size_t customer_id_len,
                                     const char *customer_secret,
                                     size_t customer_secret_len,
                                     char *out,
                                     size_t out_cap,
                                     size_t *out_len);

/**
 * A 001 key (official name: DynamicKey.generate). Obsolete, like all of this
 * chapter. The salt is the random number.
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel.
 * @param out,out_cap,out_len  The key; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_legacy_generate(const tokenmint_agora_issuer *issuer,
                                        const char *channel,
                                        size_t channel_len,
                                        char *out,
                                        size_t out_cap,
                                        size_t *out_len);

/**
 * A 002 key (DynamicKey2.generate).
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel.
 * @param uid  The user; 0: any user.
 * @param expires_at  When the key ends, in Unix seconds.
 * @param out,out_cap,out_len  The key; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_legacy_generate2(const tokenmint_agora_issuer *issuer,
                                         const char *channel,
                                         size_t channel_len,
                                         uint32_t uid,
                                         uint32_t expires_at,
                                         char *out,
                                         size_t out_cap,
                                         size_t *out_len);

/**
 * A 003 key (DynamicKey3.generate).
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel.
 * @param uid  The user; 0: any user.
 * @param expires_at  When the key ends, in Unix seconds.
 * @param out,out_cap,out_len  The key; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_legacy_generate3(const tokenmint_agora_issuer *issuer,
                                         const char *channel,
                                         size_t channel_len,
                                         uint32_t uid,
                                         uint32_t expires_at,
                                         char *out,
                                         size_t out_cap,
                                         size_t *out_len);

/**
 * A 004 key for public sharing (DynamicKey4.generatePublicSharingKey).
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel.
 * @param uid  The user; 0: any user.
 * @param expires_at  When the key ends, in Unix seconds.
 * @param out,out_cap,out_len  The key; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_legacy_generate_public_sharing_key(const tokenmint_agora_issuer *issuer,
                                                           const char *channel,
                                                           size_t channel_len,
                                                           uint32_t uid,
                                                           uint32_t expires_at,
                                                           char *out,
                                                           size_t out_cap,
                                                           size_t *out_len);

/**
 * A 004 key for recording (DynamicKey4.generateRecordingKey).
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel.
 * @param uid  The user; 0: any user.
 * @param expires_at  When the key ends, in Unix seconds.
 * @param out,out_cap,out_len  The key; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_legacy_generate_recording_key(const tokenmint_agora_issuer *issuer,
                                                      const char *channel,
                                                      size_t channel_len,
                                                      uint32_t uid,
                                                      uint32_t expires_at,
                                                      char *out,
                                                      size_t out_cap,
                                                      size_t *out_len);

/**
 * A 004 key for a media channel (DynamicKey4.generateMediaChannelKey).
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel.
 * @param uid  The user; 0: any user.
 * @param expires_at  When the key ends, in Unix seconds.
 * @param out,out_cap,out_len  The key; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_legacy_generate_media_channel_key(const tokenmint_agora_issuer *issuer,
                                                          const char *channel,
                                                          size_t channel_len,
                                                          uint32_t uid,
                                                          uint32_t expires_at,
                                                          char *out,
                                                          size_t out_cap,
                                                          size_t *out_len);

/**
 * A 005 key for public sharing (DynamicKey5.generatePublicSharingKey).
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel.
 * @param uid  The user; 0: any user.
 * @param expires_at  When the key ends, in Unix seconds.
 * @param out,out_cap,out_len  The key; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_legacy_generate_public_sharing_key5(const tokenmint_agora_issuer *issuer,
                                                            const char *channel,
                                                            size_t channel_len,
                                                            uint32_t uid,
                                                            uint32_t expires_at,
                                                            char *out,
                                                            size_t out_cap,
                                                            size_t *out_len);

/**
 * A 005 key for recording (DynamicKey5.generateRecordingKey).
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel.
 * @param uid  The user; 0: any user.
 * @param expires_at  When the key ends, in Unix seconds.
 * @param out,out_cap,out_len  The key; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_legacy_generate_recording_key5(const tokenmint_agora_issuer *issuer,
                                                       const char *channel,
                                                       size_t channel_len,
                                                       uint32_t uid,
                                                       uint32_t expires_at,
                                                       char *out,
                                                       size_t out_cap,
                                                       size_t *out_len);

/**
 * A 005 key for a media channel (DynamicKey5.generateMediaChannelKey).
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel.
 * @param uid  The user; 0: any user.
 * @param expires_at  When the key ends, in Unix seconds.
 * @param out,out_cap,out_len  The key; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_legacy_generate_media_channel_key5(const tokenmint_agora_issuer *issuer,
                                                           const char *channel,
                                                           size_t channel_len,
                                                           uint32_t uid,
                                                           uint32_t expires_at,
                                                           char *out,
                                                           size_t out_cap,
                                                           size_t *out_len);

/**
 * A 005 key for a permission in a channel
 * (DynamicKey5.generateInChannelPermissionKey).
 *
 * @param issuer  Who issues it.
 * @param channel,channel_len  The channel.
 * @param uid  The user; 0: any user.
 * @param expires_at  When the key ends, in Unix seconds.
 * @param permission,permission_len  "0": no upload, "3": audio and video.
 * @param out,out_cap,out_len  The key; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_legacy_generate_in_channel_permission_key(const tokenmint_agora_issuer *issuer,
                                                                  const char *channel,
                                                                  size_t channel_len,
                                                                  uint32_t uid,
                                                                  uint32_t expires_at,
                                                                  const char *permission,
                                                                  size_t permission_len,
                                                                  char *out,
                                                                  size_t out_cap,
                                                                  size_t *out_len);

/**
 * A signaling token (SignalingToken.generateSignalingToken).
 *
 * @param issuer  Who issues it.
 * @param account,account_len  The user.
 * @param expires_at  When the token ends, in Unix seconds.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits alone.
 * @retval TOKENMINT_ERR_CERTIFICATE_IS_APP_ID  The certificate is the app id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_agora_legacy_generate_signaling_token(const tokenmint_agora_issuer *issuer,
                                                        const char *account,
                                                        size_t account_len,
                                                        uint32_t expires_at,
                                                        char *out,
                                                        size_t out_cap,
                                                        size_t *out_len);

/* ZEGO -------------------------------------------------------------------- */

/**
 * A token04, encrypted with AES-256-CBC (official name: generateToken04): the
 * revision that every ZEGO service reads.
 *
 * @param issuer  Who issues it; `iv` has 16 bytes.
 * @param user_id,user_id_len  The user: 1 to 64 UTF-16 units.
 * @param effective_seconds  Lifetime in seconds from the issue time, above 0.
 * @param payload,payload_len  The payload as it is; empty for an identity
 *        token. See @ref tokenmint_zego_room_payload.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is 0.
 * @retval TOKENMINT_ERR_EMPTY  The user or the room is empty.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  The secret is not ASCII.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  An id, a time or `iv_len` is outside its range.
 * @retval TOKENMINT_ERR_CONTENT_TOO_LARGE  The JSON exceeds 32,751 bytes.
 * @retval TOKENMINT_ERR_BAD_SECRET  The secret does not have 32 visible characters.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_zego_generate_token04(const tokenmint_zego_issuer *issuer,
                                        const char *user_id,
                                        size_t user_id_len,
                                        int64_t effective_seconds,
                                        const char *payload,
                                        size_t payload_len,
                                        char *out,
                                        size_t out_cap,
                                        size_t *out_len);

/**
 * A token04, encrypted with AES-256-GCM. Nothing public proves which services
 * read this revision: ask ZEGO first.
 *
 * @param issuer  Who issues it; `iv` has 12 bytes and is never used twice.
 * @param user_id,user_id_len  The user: 1 to 64 UTF-16 units.
 * @param effective_seconds  Lifetime in seconds from the issue time, above 0.
 * @param payload,payload_len  The payload as it is; empty for an identity
 *        token.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is 0.
 * @retval TOKENMINT_ERR_EMPTY  The user or the room is empty.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  The secret is not ASCII.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  An id, a time or `iv_len` is outside its range.
 * @retval TOKENMINT_ERR_CONTENT_TOO_LARGE  The JSON exceeds 32,751 bytes.
 * @retval TOKENMINT_ERR_BAD_SECRET  The secret does not have 32 visible characters.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_zego_generate_token04_gcm(const tokenmint_zego_issuer *issuer,
                                            const char *user_id,
                                            size_t user_id_len,
                                            int64_t effective_seconds,
                                            const char *payload,
                                            size_t payload_len,
                                            char *out,
                                            size_t out_cap,
                                            size_t *out_len);

/**
 * A token03, the predecessor of token04.
 *
 * @param issuer  Who issues it; `iv` has 16 bytes.
 * @param room_id,room_id_len  The room: 1 to 64 UTF-16 units.
 * @param user_id,user_id_len  The user: 1 to 64 UTF-16 units.
 * @param login    `TOKENMINT_ZEGO_ALLOW` or `TOKENMINT_ZEGO_DENY`.
 * @param publish  `TOKENMINT_ZEGO_ALLOW` or `TOKENMINT_ZEGO_DENY`.
 * @param effective_seconds  Lifetime in seconds from the issue time, above 0.
 * @param out,out_cap,out_len  The token; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is 0.
 * @retval TOKENMINT_ERR_EMPTY  The user or the room is empty.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  The secret is not ASCII.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  An id, a time or `iv_len` is outside its range.
 * @retval TOKENMINT_ERR_CONTENT_TOO_LARGE  The JSON exceeds 32,751 bytes.
 * @retval TOKENMINT_ERR_BAD_SECRET  The secret does not have 32 visible characters.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_zego_generate_token03(const tokenmint_zego_issuer *issuer,
                                        const char *room_id,
                                        size_t room_id_len,
                                        const char *user_id,
                                        size_t user_id_len,
                                        uint32_t login,
                                        uint32_t publish,
                                        int64_t effective_seconds,
                                        char *out,
                                        size_t out_cap,
                                        size_t *out_len);

/**
 * The payload of a strict token, JSON text for one room.
 *
 * @param room_id,room_id_len  The room; empty: any.
 * @param login    `TOKENMINT_ZEGO_ALLOW`, `TOKENMINT_ZEGO_DENY` or
 *                 `TOKENMINT_ZEGO_ABSENT`.
 * @param publish  The same for publishing a stream.
 * @param streams_kind  `TOKENMINT_ZEGO_STREAMS_...`
 * @param streams,streams_count  The streams that may be published, at most
 *        `TOKENMINT_ZEGO_STREAMS_MAX`; none named: any.
 * @param out,out_cap,out_len  The payload; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_TOO_MANY  A list is longer than its `_MAX`.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_zego_room_payload(const char *room_id,
                                    size_t room_id_len,
                                    uint32_t login,
                                    uint32_t publish,
                                    uint32_t streams_kind,
                                    const tokenmint_text *streams,
                                    size_t streams_count,
                                    char *out,
                                    size_t out_cap,
                                    size_t *out_len);

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
 * @param workspace,workspace_cap  Scratch memory; see
 *        @ref tokenmint_zego_workspace_len.
 * @param info  Receives `expires_at`, `mode` and `version`; the rest is 0.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  The workspace is too small.
 * @retval TOKENMINT_ERR_UNSUPPORTED_VERSION  The text does not start as this kind does.
 * @retval TOKENMINT_ERR_BAD_BASE64  The base64 part is malformed.
 * @retval TOKENMINT_ERR_TRUNCATED  The content ends too early.
 * @retval TOKENMINT_ERR_TRAILING_DATA  Bytes follow the end.
 * @retval TOKENMINT_ERR_MALFORMED  The content has another form.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_zego_peek(const char *token,
                            size_t token_len,
                            uint8_t *workspace,
                            size_t workspace_cap,
                            tokenmint_zego_claims *info);

/**
 * Decrypts a token04 of either mode, or a token03, refuses one whose two
 * expiries differ, and compares it with what is expected.
 *
 * @param token,token_len  The token.
 * @param secret,secret_len  The server secret: 32 ASCII characters.
 * @param expected  What it must be for; NULL: anything, also when it has
 *        ended. Room and privileges of a token04 stand in its payload.
 * @param workspace,workspace_cap  Receives the decrypted token; see
 *        @ref tokenmint_zego_workspace_len.
 * @param info  Receives what it says.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  The workspace is too small.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_BAD_SECRET  The secret does not have 32 visible characters.
 * @retval TOKENMINT_ERR_UNSUPPORTED_VERSION  The text does not start as this kind does.
 * @retval TOKENMINT_ERR_BAD_BASE64  The base64 part is malformed.
 * @retval TOKENMINT_ERR_TRUNCATED  The content ends too early.
 * @retval TOKENMINT_ERR_TRAILING_DATA  Bytes follow the end.
 * @retval TOKENMINT_ERR_BAD_JSON  The JSON is malformed.
 * @retval TOKENMINT_ERR_BAD_MEMBER  A member is missing or has the wrong type.
 * @retval TOKENMINT_ERR_MALFORMED  The content has another form.
 * @retval TOKENMINT_ERR_DECRYPT_FAILED  Wrong secret or damaged token.
 * @retval TOKENMINT_ERR_APP_ID_MISMATCH  It belongs to another application.
 * @retval TOKENMINT_ERR_CHANNEL_MISMATCH  It is for another channel or room.
 * @retval TOKENMINT_ERR_USER_MISMATCH  It is for another user.
 * @retval TOKENMINT_ERR_EXPIRED  It has ended.
 * @retval TOKENMINT_ERR_NOT_YET_VALID  It was issued in the future.
 * @retval TOKENMINT_ERR_EXPIRY_MISMATCH  Clear and protected expiry differ: it was changed.
 * @retval TOKENMINT_ERR_NOT_AUTHORIZED  It does not grant the privilege.
 * @retval TOKENMINT_ERR_UNDECIDED  The signature covers a name that is not given.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_zego_open(const char *token,
                            size_t token_len,
                            const char *secret,
                            size_t secret_len,
                            const tokenmint_zego_expected *expected,
                            uint8_t *workspace,
                            size_t workspace_cap,
                            tokenmint_zego_claims *info);

/**
 * The query parameter `Signature` of a request to the server API, which also
 * carries `AppId`, `SignatureNonce` and `Timestamp` as given here, and
 * `SignatureVersion=2.0`.
 *
 * @param app_id  The application, not 0.
 * @param signature_nonce,signature_nonce_len  New for every request, such as
 *        16 hexadecimal digits of 8 random bytes.
 * @param secret,secret_len  The server secret: 32 ASCII characters.
 * @param timestamp  Unix seconds.
 * @param out,out_cap,out_len  The signature; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is 0.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_BAD_SECRET  The secret does not have 32 visible characters.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_zego_server_api_signature(uint32_t app_id,
                                            const char *signature_nonce,
                                            size_t signature_nonce_len,
                                            const char *secret,
                                            size_t secret_len,
                                            uint64_t timestamp,
                                            char *out,
                                            size_t out_cap,
                                            size_t *out_len);

/**
 * What the official libraries answer to the inputs of a token04.
 *
 * @param app_id  The application.
 * @param user_id,user_id_len  The user.
 * @param secret,secret_len  The server secret.
 * @param effective_seconds  Lifetime in seconds.
 * @return Their code, not a status: 0 good, 1 app id, 3 user id, 5 secret, 6
 *         effective time, -1 anything else.
 */
int32_t tokenmint_zego_official_code(uint32_t app_id,
                                     const char *user_id,
                                     size_t user_id_len,
                                     const char *secret,
                                     size_t secret_len,
                                     int64_t effective_seconds);

/* ATH --------------------------------------------------------------------- */

/**
 * An attestation, signed with a private key that the caller holds.
 *
 * @param attestation  What it says.
 * @param key,key_len  The private key: `TOKENMINT_ATH_KEY_LEN` bytes,
 *        big-endian. The library keeps no copy after the call.
 * @param out,out_cap,out_len  The attestation; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  Lifetime or end is outside its range.
 * @retval TOKENMINT_ERR_TOO_MANY  A list is longer than its `_MAX`.
 * @retval TOKENMINT_ERR_BAD_KEY  The key is none of P-256.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_ath_attest(const tokenmint_ath_attestation *attestation,
                             const uint8_t *key,
                             size_t key_len,
                             char *out,
                             size_t out_cap,
                             size_t *out_len);

/**
 * An attestation, signed with a private key in PEM: PKCS #8 or SEC 1.
 *
 * @param attestation  What it says.
 * @param pem,pem_len  The text, `-----BEGIN` and `-----END` included. The
 *        library keeps no copy after the call.
 * @param out,out_cap,out_len  The attestation; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  Lifetime or end is outside its range.
 * @retval TOKENMINT_ERR_TOO_MANY  A list is longer than its `_MAX`.
 * @retval TOKENMINT_ERR_BAD_KEY  The key is none of P-256.
 * @retval TOKENMINT_ERR_BAD_BASE64  The base64 part is malformed.
 * @retval TOKENMINT_ERR_MALFORMED  The PEM text holds no such key.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_ath_attest_with_pem(const tokenmint_ath_attestation *attestation,
                                      const char *pem,
                                      size_t pem_len,
                                      char *out,
                                      size_t out_cap,
                                      size_t *out_len);

/**
 * An attestation, signed by a function, for keys that do not leave a secure
 * element.
 *
 * @param attestation  What it says.
 * @param signer   The function.
 * @param context  Handed to it as it is; may be NULL.
 * @param out,out_cap,out_len  The attestation; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  Lifetime or end is outside its range.
 * @retval TOKENMINT_ERR_TOO_MANY  A list is longer than its `_MAX`.
 * @retval TOKENMINT_ERR_SIGNER_FAILED  The function returned another number than `TOKENMINT_OK`.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_ath_attest_with_signer(const tokenmint_ath_attestation *attestation,
                                         tokenmint_ath_signer signer,
                                         void *context,
                                         char *out,
                                         size_t out_cap,
                                         size_t *out_len);

/**
 * The public key of a private key.
 *
 * @param key,key_len  The private key: `TOKENMINT_ATH_KEY_LEN` bytes,
 *        big-endian.
 * @param out,out_cap,out_len  The point, `TOKENMINT_ATH_PUBLIC_KEY_LEN` bytes:
 *        no NUL follows.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_BAD_KEY  The key is none of P-256.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 */
int32_t tokenmint_ath_public_key(const uint8_t *key,
                                 size_t key_len,
                                 uint8_t *out,
                                 size_t out_cap,
                                 size_t *out_len);

/**
 * The public key in an identity document, which must be that of an agent.
 *
 * @param document,document_len  The JSON text.
 * @param agent_id,agent_id_len  The agent.
 * @param out,out_cap,out_len  The point, `TOKENMINT_ATH_PUBLIC_KEY_LEN` bytes:
 *        no NUL follows.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_BAD_KEY  The key is none of P-256.
 * @retval TOKENMINT_ERR_BAD_BASE64  The base64 part is malformed.
 * @retval TOKENMINT_ERR_TOO_LARGE  The PEM text has more than 512 bytes.
 * @retval TOKENMINT_ERR_BAD_JSON  The JSON is malformed.
 * @retval TOKENMINT_ERR_BAD_MEMBER  A member is missing or has the wrong type.
 * @retval TOKENMINT_ERR_MALFORMED  The PEM text holds no such key.
 * @retval TOKENMINT_ERR_USER_MISMATCH  The document is another agent's.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_ath_identity_key(const char *document,
                                   size_t document_len,
                                   const char *agent_id,
                                   size_t agent_id_len,
                                   uint8_t *out,
                                   size_t out_cap,
                                   size_t *out_len);

/**
 * A public key as JWK, as an identity document carries it.
 *
 * @param public_key,public_key_len  The point, uncompressed or compressed.
 * @param out,out_cap,out_len  The JSON text; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_BAD_KEY  The key is none of P-256.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_ath_public_jwk(const uint8_t *public_key,
                                 size_t public_key_len,
                                 char *out,
                                 size_t out_cap,
                                 size_t *out_len);

/**
 * The unique id of an attestation.
 *
 * @param random,random_len  `TOKENMINT_ATH_TOKEN_ID_RANDOM_LEN` bytes from a
 *        cryptographic random source, new for every attestation.
 * @param out,out_cap,out_len  The id; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  There are more or fewer random bytes.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_ath_token_id(const uint8_t *random,
                               size_t random_len,
                               char *out,
                               size_t out_cap,
                               size_t *out_len);

/**
 * The `state` of an authorize request.
 *
 * @param random,random_len  `TOKENMINT_ATH_STATE_RANDOM_LEN` bytes from a
 *        cryptographic random source, new for every request.
 * @param out,out_cap,out_len  The state; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  There are more or fewer random bytes.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_ath_state(const uint8_t *random,
                            size_t random_len,
                            char *out,
                            size_t out_cap,
                            size_t *out_len);

/**
 * Workspace that is enough for an attestation of `token_len` characters.
 *
 * @param token_len  Characters of the attestation.
 * @return Bytes of workspace.
 */
size_t tokenmint_ath_workspace_len(size_t token_len);

/**
 * Reads an attestation without checking anything it says: to find out whose
 * identity document has the key.
 *
 * @param token,token_len  The attestation.
 * @param workspace,workspace_cap  Receives what is in it; see
 *        @ref tokenmint_ath_workspace_len.
 * @param claims  Receives what it says.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  The workspace is too small.
 * @retval TOKENMINT_ERR_BAD_BASE64  The base64 part is malformed.
 * @retval TOKENMINT_ERR_TOO_LARGE  It has more than 8,192 characters.
 * @retval TOKENMINT_ERR_NOT_UTF8  A name inside is no text.
 * @retval TOKENMINT_ERR_BAD_JSON  The JSON is malformed.
 * @retval TOKENMINT_ERR_BAD_MEMBER  A member is missing or has the wrong type.
 * @retval TOKENMINT_ERR_MALFORMED  It is no attestation.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_ath_inspect(const char *token,
                              size_t token_len,
                              uint8_t *workspace,
                              size_t workspace_cap,
                              tokenmint_ath_claims *claims);

/**
 * Checks an attestation. Whether its `token_id` was seen before is yours to
 * know.
 *
 * @param token,token_len  The attestation.
 * @param public_key,public_key_len  The point, uncompressed or compressed.
 * @param expected  What it must say.
 * @param workspace,workspace_cap  Receives what is in it; see
 *        @ref tokenmint_ath_workspace_len.
 * @param claims  Receives what it says.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  The workspace is too small.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  It was issued longer ago than the tolerance.
 * @retval TOKENMINT_ERR_BAD_KEY  The key is none of P-256.
 * @retval TOKENMINT_ERR_BAD_BASE64  The base64 part is malformed.
 * @retval TOKENMINT_ERR_TOO_LARGE  It has more than 8,192 characters.
 * @retval TOKENMINT_ERR_NOT_UTF8  A name inside is no text.
 * @retval TOKENMINT_ERR_BAD_JSON  The JSON is malformed.
 * @retval TOKENMINT_ERR_BAD_MEMBER  A member is missing or has the wrong type.
 * @retval TOKENMINT_ERR_MALFORMED  It is no attestation.
 * @retval TOKENMINT_ERR_BAD_SIGNATURE  The signature does not match.
 * @retval TOKENMINT_ERR_USER_MISMATCH  It is for another user.
 * @retval TOKENMINT_ERR_EXPIRED  It has ended.
 * @retval TOKENMINT_ERR_NOT_YET_VALID  It was issued in the future.
 * @retval TOKENMINT_ERR_AUDIENCE_MISMATCH  It is for another audience.
 * @retval TOKENMINT_ERR_UNSUPPORTED_ALGORITHM  It is not ES256.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_ath_verify(const char *token,
                             size_t token_len,
                             const uint8_t *public_key,
                             size_t public_key_len,
                             const tokenmint_ath_expectation *expected,
                             uint8_t *workspace,
                             size_t workspace_cap,
                             tokenmint_ath_claims *claims);

/* Authing ----------------------------------------------------------------- */

/**
 * The value of the `authorization` header for a request: "authing
 * id:signature".
 *
 * @param key_id,key_id_len  Id of the access key: 1 to 128 bytes.
 * @param key_secret,key_secret_len  Its secret. The library keeps no copy
 *        after the call.
 * @param request  What is signed.
 * @param out,out_cap,out_len  The header value; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_TOO_MANY  A list is longer than its `_MAX`.
 * @retval TOKENMINT_ERR_DUPLICATE  Two parameters or signed headers have one name.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_authing_authorization(const char *key_id,
                                        size_t key_id_len,
                                        const char *key_secret,
                                        size_t key_secret_len,
                                        const tokenmint_authing_request *request,
                                        char *out,
                                        size_t out_cap,
                                        size_t *out_len);

/**
 * The signature alone, in base64.
 *
 * @param key_id,key_id_len  Id of the access key: 1 to 128 bytes.
 * @param key_secret,key_secret_len  Its secret. The library keeps no copy
 *        after the call.
 * @param request  What is signed.
 * @param out,out_cap,out_len  The signature; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_TOO_MANY  A list is longer than its `_MAX`.
 * @retval TOKENMINT_ERR_DUPLICATE  Two parameters or signed headers have one name.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_authing_sign(const char *key_id,
                               size_t key_id_len,
                               const char *key_secret,
                               size_t key_secret_len,
                               const tokenmint_authing_request *request,
                               char *out,
                               size_t out_cap,
                               size_t *out_len);

/**
 * The text that is signed, for a look at what a server refuses (codes 1300 to
 * 1306). It holds the parameters in clear. Here the needed capacity is the
 * exact one.
 *
 * @param request  What is signed.
 * @param out,out_cap,out_len  The text; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_TOO_MANY  A list is longer than its `_MAX`.
 * @retval TOKENMINT_ERR_DUPLICATE  Two parameters or signed headers have one name.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_authing_string_to_sign(const tokenmint_authing_request *request,
                                         char *out,
                                         size_t out_cap,
                                         size_t *out_len);

/**
 * The value of the `authorization` header that opens the management event
 * stream. It is the same for every connection of a key.
 *
 * @param key_id,key_id_len  Id of the access key: 1 to 128 bytes.
 * @param key_secret,key_secret_len  Its secret. The library keeps no copy
 *        after the call.
 * @param out,out_cap,out_len  The header value; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_authing_events_authorization(const char *key_id,
                                               size_t key_id_len,
                                               const char *key_secret,
                                               size_t key_secret_len,
                                               char *out,
                                               size_t out_cap,
                                               size_t *out_len);

/**
 * Checks an `authorization` value, in constant time as far as the signature
 * is concerned. It says nothing about freshness: date and nonce are yours to
 * compare.
 *
 * @param key_id,key_id_len  Id of the access key.
 * @param key_secret,key_secret_len  Its secret.
 * @param request  What was signed.
 * @param authorization,authorization_len  The header value.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_TOO_MANY  A list is longer than its `_MAX`.
 * @retval TOKENMINT_ERR_DUPLICATE  Two parameters or signed headers have one name.
 * @retval TOKENMINT_ERR_BAD_BASE64  The base64 part is malformed.
 * @retval TOKENMINT_ERR_MALFORMED  The content has another form.
 * @retval TOKENMINT_ERR_BAD_SIGNATURE  The signature does not match.
 * @retval TOKENMINT_ERR_APP_ID_MISMATCH  It names another key id.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_authing_verify(const char *key_id,
                                 size_t key_id_len,
                                 const char *key_secret,
                                 size_t key_secret_len,
                                 const tokenmint_authing_request *request,
                                 const char *authorization,
                                 size_t authorization_len);

/**
 * The value of the `date` header.
 *
 * @param unix_millis  Milliseconds since 1970, UTC, from 2001 on.
 * @param format  `TOKENMINT_AUTHING_DATE_...`
 * @param out,out_cap,out_len  The header value; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_ISSUE_TIME_ZERO  `issued_at` is 0.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  The time is outside its range: milliseconds are meant.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_authing_date(uint64_t unix_millis,
                               uint32_t format,
                               char *out,
                               size_t out_cap,
                               size_t *out_len);

/**
 * The value of the `x-authing-signature-nonce` header.
 *
 * @param random  New random bytes for every request.
 * @param random_len  `TOKENMINT_AUTHING_RANDOM_LEN`.
 * @param out,out_cap,out_len  The header value; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  There are more or fewer random bytes.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_authing_nonce(const uint8_t *random,
                                size_t random_len,
                                char *out,
                                size_t out_cap,
                                size_t *out_len);

/**
 * The request target of the management event stream.
 *
 * @param path,path_len  The path, usually "/events/v1/management/sub".
 * @param code,code_len  The events, such as "authing.user.created".
 * @param out,out_cap,out_len  The target; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_authing_management_events_target(const char *path,
                                                   size_t path_len,
                                                   const char *code,
                                                   size_t code_len,
                                                   char *out,
                                                   size_t out_cap,
                                                   size_t *out_len);

/**
 * The request target of the authentication event stream. It holds the token:
 * it does not belong in a log.
 *
 * @param path,path_len  The path, usually "/events/v1/authentication/sub".
 * @param code,code_len  The events, such as "authing.user.created".
 * @param access_token,access_token_len  The access token of the user.
 * @param out,out_cap,out_len  The target; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_authing_authentication_events_target(const char *path,
                                                       size_t path_len,
                                                       const char *code,
                                                       size_t code_len,
                                                       const char *access_token,
                                                       size_t access_token_len,
                                                       char *out,
                                                       size_t out_cap,
                                                       size_t *out_len);

/* Proof keys (RFC 7636) --------------------------------------------------- */

/**
 * The verifier of random bytes: a secret, for the token request.
 *
 * @param random,random_len  32 to 96 bytes from a cryptographic random source,
 *        used once.
 * @param out,out_cap,out_len  The verifier, 43 to 128 characters; see
 *        "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  There are too many random bytes.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  There are more or fewer random bytes.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_pkce_verifier(const uint8_t *random,
                                size_t random_len,
                                char *out,
                                size_t out_cap,
                                size_t *out_len);

/**
 * The challenge of a verifier, for the authorization request.
 *
 * @param verifier,verifier_len  43 to 128 unreserved characters.
 * @param out,out_cap,out_len  The challenge, 43 characters; see "Outputs".
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_BUFFER_TOO_SMALL  `*out_len` is a capacity that is enough.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  The verifier is too short.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_pkce_challenge(const char *verifier,
                                 size_t verifier_len,
                                 char *out,
                                 size_t out_cap,
                                 size_t *out_len);

/**
 * Whether a challenge is that of a verifier, in constant time.
 *
 * @param verifier,verifier_len    43 to 128 unreserved characters.
 * @param challenge,challenge_len  The challenge.
 * @retval TOKENMINT_OK  Done.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  The verifier is too short.
 * @retval TOKENMINT_ERR_BAD_SIGNATURE  It is another challenge.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 */
int32_t tokenmint_pkce_verify(const char *verifier,
                              size_t verifier_len,
                              const char *challenge,
                              size_t challenge_len);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* TOKENMINT_H */
