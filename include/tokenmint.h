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

/** The app id is not valid (Agora: 32 hexadecimal digits). */
#define TOKENMINT_ERR_BAD_APP_ID (-11)

/** The app certificate is not 32 hexadecimal digits. */
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

/** A secret does not have the size its algorithm asks for. */
#define TOKENMINT_ERR_BAD_SECRET (-20)

/** A private or public key cannot be used. */
#define TOKENMINT_ERR_BAD_KEY (-21)

/** The external signer reported a failure. */
#define TOKENMINT_ERR_SIGNER_FAILED (-22)

/** A name is given twice where it can stand only once. */
#define TOKENMINT_ERR_DUPLICATE (-23)

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
  /**
   * `sizeof(tokenmint_agora_issuer)`.
   */
  size_t struct_size;
  /**
   * The app id: 32 hexadecimal digits, letter case kept.
   */
  const char *app_id;
  /**
   * Bytes of the app id.
   */
  size_t app_id_len;
  /**
   * The app certificate: 32 hexadecimal digits. The library keeps no copy
   * after the call; wiping this one is yours.
   */
  const char *certificate;
  /**
   * Bytes of the certificate.
   */
  size_t certificate_len;
  /**
   * How a 007 token is compressed; not NULL for 007, not used elsewhere.
   */
  tokenmint_compression compression;
  /**
   * Issue time in Unix seconds, UTC. 0 is an error: the clock is not set.
   */
  uint32_t issued_at;
  /**
   * Any number; official libraries draw it from 1 to 99,999,999. It need not
   * be secret.
   */
  uint32_t salt;
  /**
   * `TOKENMINT_AGORA_LIMITS_DOCUMENTED` or `TOKENMINT_AGORA_LIMITS_WIRE`.
   */
  uint32_t limits;
  /**
   * 0.
   */
  uint32_t reserved;
} tokenmint_agora_issuer;

/**
 * A text in a list: `len` bytes of UTF-8 at `data`, no NUL needed. `data` is
 * NULL only when `len` is 0.
 */
typedef struct {
  /**
   * The bytes.
   */
  const char *data;
  /**
   * How many.
   */
  size_t len;
} tokenmint_text;

/** What may be done with which resources (service RTM2). */
typedef struct {
  /**
   * The names of the resources.
   */
  const tokenmint_text *resources;
  /**
   * How many.
   */
  size_t resources_count;
  /**
   * `TOKENMINT_AGORA_RESOURCE_...`, or a number unknown here.
   */
  uint16_t resource_type;
  /**
   * `TOKENMINT_AGORA_PERMISSION_...`, or a number unknown here.
   */
  uint16_t permission_type;
} tokenmint_agora_permission;

/** A privilege and its end. */
typedef struct {
  /**
   * Its number; each service has its own.
   */
  uint16_t privilege;
  /**
   * 0.
   */
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
  /**
   * `sizeof(tokenmint_agora_service)`, the same in every element of a list.
   */
  size_t struct_size;
  /**
   * The channel; for APaaS the room.
   */
  const char *channel;
  /**
   * Bytes of the channel.
   */
  size_t channel_len;
  /**
   * The user, when `user_kind` is `TOKENMINT_AGORA_USER_TEXT`.
   */
  const char *user;
  /**
   * Bytes of the user.
   */
  size_t user_len;
  /**
   * The privileges, in any order; the last of a number counts.
   */
  const tokenmint_agora_privilege *privileges;
  /**
   * How many.
   */
  size_t privileges_count;
  /**
   * The permissions (RTM2).
   */
  const tokenmint_agora_permission *permissions;
  /**
   * How many.
   */
  size_t permissions_count;
  /**
   * The user, when `user_kind` is `TOKENMINT_AGORA_USER_UID`.
   */
  uint32_t uid;
  /**
   * `TOKENMINT_AGORA_USER_TEXT` or `TOKENMINT_AGORA_USER_UID`.
   */
  uint32_t user_kind;
  /**
   * `TOKENMINT_AGORA_SERVICE_...`.
   */
  uint16_t service_type;
  /**
   * The role (APaaS); -1: none.
   */
  int16_t role;
  /**
   * 0.
   */
  uint32_t reserved;
} tokenmint_agora_service;

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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_TOO_MANY  A list is longer than its `_MAX`.
 * @retval TOKENMINT_ERR_CONTENT_TOO_LARGE  The content exceeds 256 KiB.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_NO_SERVICES  There is no service.
 * @retval TOKENMINT_ERR_TOO_MANY  A list is longer than its `_MAX`.
 * @retval TOKENMINT_ERR_CONTENT_TOO_LARGE  The content exceeds 256 KiB.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 */
int32_t tokenmint_agora_access_token2_build(const tokenmint_agora_issuer *issuer,
                                            uint32_t expire,
                                            const tokenmint_agora_service *services,
                                            size_t services_count,
                                            char *out,
                                            size_t out_cap,
                                            size_t *out_len);

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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_BAD_APP_ID  The app id is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_BAD_CERTIFICATE  The certificate is not 32 hexadecimal digits.
 * @retval TOKENMINT_ERR_EMPTY  A text that must have content is empty.
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  A text is longer than allowed.
 * @retval TOKENMINT_ERR_BAD_CHARACTER  A text has a character that is not allowed.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  A lifetime is outside its range.
 * @retval TOKENMINT_ERR_BAD_COMPRESSION  The compressor failed: not one of this library.
 * @retval TOKENMINT_ERR_UNKNOWN_VALUE  A choice has no such number.
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_BAD_STRUCT_SIZE  `struct_size` is none of this struct.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
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
 * @retval TOKENMINT_ERR_INVALID_UTF8  An input text is not UTF-8.
 * @retval TOKENMINT_ERR_NULL_POINTER  A pointer is NULL that must not be.
 * @retval TOKENMINT_ERR_OVERLAP  An output overlaps an input or another output.
 * @retval TOKENMINT_ERR_BAD_LENGTH  A length is above PTRDIFF_MAX.
 */
int32_t tokenmint_agora_basic_header(const char *customer_id,
                                     size_t customer_id_len,
                                     const char *customer_secret,
                                     size_t customer_secret_len,
                                     char *out,
                                     size_t out_cap,
                                     size_t *out_len);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* TOKENMINT_H */
