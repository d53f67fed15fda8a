/*
 * What all headers of tokenmint share: statuses, version, texts, proof keys.
 * The conventions are in tokenmint.h.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_COMMON_H
#define TOKENMINT_COMMON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Every function may return these, where it has what they are about. They are
 * said here once:
 *   TOKENMINT_OK, TOKENMINT_ERR_BUFFER_TOO_SMALL,
 *   TOKENMINT_ERR_NULL_POINTER, TOKENMINT_ERR_BAD_STRUCT_SIZE,
 *   TOKENMINT_ERR_OVERLAP, TOKENMINT_ERR_BAD_LENGTH,
 *   TOKENMINT_ERR_UNKNOWN_VALUE, TOKENMINT_ERR_INVALID_UTF8.
 * At a function stands what it may return besides.
 */

#define TOKENMINT_OK 0 /**< Done. */
/** The output or the workspace is too small; an output length then holds a
 *  sufficient capacity. */
#define TOKENMINT_ERR_BUFFER_TOO_SMALL (-1)
/** The operating system gave no randomness. */
#define TOKENMINT_ERR_NO_RANDOMNESS (-2)
/** The issue time is 0: the clock is not set. */
#define TOKENMINT_ERR_ISSUE_TIME_ZERO (-10)
/** The app id is not valid (Agora: 32 hexadecimal digits and nothing around
 *  them, such as a line end or quotes; ZEGO: not 0). */
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
/** A secret does not have the form that its algorithm asks for (ZEGO: 32
 *  characters; an AppSign has 64 and is none). */
#define TOKENMINT_ERR_BAD_SECRET (-20)
/** A private or public key cannot be used. */
#define TOKENMINT_ERR_BAD_KEY (-21)
/** The external signer reported a failure. */
#define TOKENMINT_ERR_SIGNER_FAILED (-22)
/** A name is given twice where it can stand only once. */
#define TOKENMINT_ERR_DUPLICATE (-23)
/** The app id was given as certificate, too. No project has that. */
#define TOKENMINT_ERR_CERTIFICATE_IS_APP_ID (-25)
/** A function of the platform's cryptography failed, or wrote less than it had
 *  to; or our own was asked for a key that the platform holds. */
#define TOKENMINT_ERR_CRYPTO_FAILED (-26)
/** The text does not start with the version that the function reads. */
#define TOKENMINT_ERR_UNSUPPORTED_VERSION (-30)
#define TOKENMINT_ERR_BAD_BASE64 (-31) /**< The base64 part is malformed. */
/** The compressed part is malformed, or the compressor failed. */
#define TOKENMINT_ERR_BAD_COMPRESSION (-32)
/** A text, or what it decodes to, exceeds the limit. */
#define TOKENMINT_ERR_TOO_LARGE (-33)
/** The content ends before a field that must be there. */
#define TOKENMINT_ERR_TRUNCATED (-34)
/** Bytes follow where the content should end. */
#define TOKENMINT_ERR_TRAILING_DATA (-35)
/** A text inside a credential is not valid UTF-8. */
#define TOKENMINT_ERR_NOT_UTF8 (-36)
#define TOKENMINT_ERR_BAD_JSON (-37) /**< The JSON is malformed. */
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
#define TOKENMINT_ERR_EXPIRED (-55) /**< The credential has expired. */
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
/** What was asked cannot be told from what was given: a signature covers names
 *  that are not in the credential. */
#define TOKENMINT_ERR_UNDECIDED (-61)
/** A pointer is NULL that must not be. */
#define TOKENMINT_ERR_NULL_POINTER (-70)
/** `struct_size` is no size of this struct: use its `_INIT` macro. */
#define TOKENMINT_ERR_BAD_STRUCT_SIZE (-71)
/** An output overlaps an input or another output. */
#define TOKENMINT_ERR_OVERLAP (-72)
/** A length is above PTRDIFF_MAX, or runs past the end of memory. */
#define TOKENMINT_ERR_BAD_LENGTH (-73)
/** A role, service type or other choice has no such number, or a reserved
 *  member is not 0. */
#define TOKENMINT_ERR_UNKNOWN_VALUE (-74)
/** An input text is not valid UTF-8. */
#define TOKENMINT_ERR_INVALID_UTF8 (-75)
/** There is no item with this index: the list has ended. */
#define TOKENMINT_ERR_NOT_FOUND (-76)

#define TOKENMINT_VERSION_MAJOR 0 /**< Major version of this header. */
#define TOKENMINT_VERSION_MINOR 1 /**< Minor version of this header. */
#define TOKENMINT_VERSION_PATCH 0 /**< Patch version of this header. */

/** The version of this header, as tokenmint_version() gives it. */
#define TOKENMINT_VERSION \
  (TOKENMINT_VERSION_MAJOR * 65536u + TOKENMINT_VERSION_MINOR * 256u + \
   TOKENMINT_VERSION_PATCH)

/**
 * Two arguments, or two members, from a literal: its pointer and its length,
 * without the NUL.
 */
#define TOKENMINT_TEXT(literal) "" literal, sizeof(literal) - 1

/**
 * Before functions whose status must be looked at: the compiler warns where it
 * is dropped. May be defined before, also as nothing.
 */
#ifndef TOKENMINT_NODISCARD
#if defined(__cplusplus) && __cplusplus >= 201703L
#define TOKENMINT_NODISCARD [[nodiscard]]
#elif defined(__GNUC__) || defined(__clang__)
#define TOKENMINT_NODISCARD __attribute__((warn_unused_result))
#else
#define TOKENMINT_NODISCARD
#endif
#endif

/* Sizes of static buffers that are always enough. */
#define TOKENMINT_PKCE_VERIFIER_CAPACITY 129 /**< Every verifier. */
#define TOKENMINT_PKCE_CHALLENGE_CAPACITY 44 /**< Every challenge. */

/** A text in a list: `len` bytes of UTF-8 at `data`, no NUL needed. `data` is
 *  NULL only when `len` is 0. */
typedef struct {
  const char *data; /**< The bytes. */
  size_t len; /**< How many. */
} tokenmint_text;

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The name of a status: "TOKENMINT_OK", "TOKENMINT_ERR_EXPIRED" and so on.
 *
 * @param status  What a function returned.
 * @return Static, NUL-terminated text, never NULL; "TOKENMINT_ERR_UNKNOWN" for
 *   any other number.
 */
const char *tokenmint_status_name(int32_t status);

/**
 * The version of the library: major * 65536 + minor * 256 + patch. Equal to
 * `TOKENMINT_VERSION` when library and header belong together.
 *
 * @return The version as a number.
 */
uint32_t tokenmint_version(void);

/* Proof keys (RFC 7636) ---------------------------------------------------- */

/**
 * The verifier of random bytes: a secret, for the token request.
 *
 * @param random,random_len  32 to 96 bytes from a cryptographic random source,
 *   used once.
 * @param out,out_cap,out_len  The verifier, 43 to 128 characters; see
 *   "Outputs".
 * @retval TOKENMINT_ERR_STRING_TOO_LONG  There are too many random bytes.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  There are more or fewer random
 *   bytes.
 * @note M4: 3,125 bytes of flash (PKCE).
 */
TOKENMINT_NODISCARD int32_t tokenmint_pkce_verifier(
    const uint8_t *random, size_t random_len, char *out, size_t out_cap,
    size_t *out_len);

/**
 * The challenge of a verifier, for the authorization request.
 *
 * @param verifier,verifier_len  43 to 128 unreserved characters.
 * @param out,out_cap,out_len  The challenge, 43 characters; see "Outputs".
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  The verifier is too short.
 * @return Also TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_STRING_TOO_LONG,
 *   TOKENMINT_ERR_BAD_CHARACTER.
 * @note M4: 3,125 bytes of flash (PKCE).
 */
TOKENMINT_NODISCARD int32_t tokenmint_pkce_challenge(
    const char *verifier, size_t verifier_len, char *out, size_t out_cap,
    size_t *out_len);

/**
 * Whether a challenge is that of a verifier, in constant time.
 *
 * @param verifier,verifier_len  43 to 128 unreserved characters.
 * @param challenge,challenge_len  The challenge.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  The verifier is too short.
 * @retval TOKENMINT_ERR_BAD_SIGNATURE  It is another challenge.
 * @return Also TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_STRING_TOO_LONG,
 *   TOKENMINT_ERR_BAD_CHARACTER.
 */
TOKENMINT_NODISCARD int32_t tokenmint_pkce_verify(
    const char *verifier, size_t verifier_len, const char *challenge,
    size_t challenge_len);

#ifdef __cplusplus
} // extern "C"
#endif

#endif // TOKENMINT_COMMON_H
