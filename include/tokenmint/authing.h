/*
 * Authing: request signatures, event streams. The conventions are in
 * tokenmint.h, proof keys in common.h.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_AUTHING_H
#define TOKENMINT_AUTHING_H

#include "common.h"

/** The most parameters of a request. */
#define TOKENMINT_AUTHING_PARAMS_MAX 128
/** The most headers of a request, signed or not. */
#define TOKENMINT_AUTHING_HEADERS_MAX 32

#define TOKENMINT_AUTHING_NULL 0 /**< A parameter with the value null. */
/** A parameter that is a boolean: `number` is not 0. */
#define TOKENMINT_AUTHING_BOOL 1
/** A parameter that is an integer: `number`, as uint64_t. */
#define TOKENMINT_AUTHING_UNSIGNED 2
/** A parameter that is an integer: `number`. */
#define TOKENMINT_AUTHING_SIGNED 3
/** A parameter that is a text: `text`, nothing escaped. */
#define TOKENMINT_AUTHING_TEXT 4
/** A parameter that is a list, an object or a number with a fraction: `text` is
 *  the JSON exactly as sent. */
#define TOKENMINT_AUTHING_JSON 5

/** Bytes of the keyed hash behind a signature (HMAC-SHA1). */
#define TOKENMINT_AUTHING_MAC_LEN 20

/** `date` as Unix milliseconds: what the service asks for. */
#define TOKENMINT_AUTHING_DATE_UNIX_MILLIS 0
/** `date` as RFC 1123 text: what the Node SDK sends. For a server that refuses
 *  the other (code 1303). */
#define TOKENMINT_AUTHING_DATE_RFC1123 1

#define TOKENMINT_AUTHING_RANDOM_LEN 16 /**< Random bytes of a nonce. */

/* Sizes of static buffers that are always enough. */
/** Every `authorization` value. */
#define TOKENMINT_AUTHING_AUTHORIZATION_CAPACITY 166
#define TOKENMINT_AUTHING_SIGNATURE_CAPACITY 29 /**< Every signature. */
#define TOKENMINT_AUTHING_DATE_CAPACITY 30 /**< Every date. */
#define TOKENMINT_AUTHING_NONCE_CAPACITY 33 /**< Every nonce. */

/** An argument of the query (GET) or a top-level field of the JSON body
 *  (POST). */
typedef struct {
  const char *name; /**< Its name. */
  size_t name_len; /**< Bytes of the name. */
  const char *text; /**< Its value, where that is text. */
  size_t text_len; /**< Bytes of the text. */
  int64_t number; /**< Its value, where that is a number. */
  uint32_t kind; /**< `TOKENMINT_AUTHING_NULL` to `TOKENMINT_AUTHING_JSON`. */
  uint32_t reserved; /**< 0. */
} tokenmint_authing_param;

/** A header. */
typedef struct {
  const char *name; /**< Its name, in any letter case. */
  size_t name_len; /**< Bytes of the name. */
  const char *value; /**< Its value. */
  size_t value_len; /**< Bytes of the value. */
} tokenmint_authing_header;

/** The parts of a request that its signature covers.
 *
 *  A server wants these headers, and signs all of them: `date` (@ref
 *  tokenmint_authing_date), `x-authing-signature-nonce` (@ref
 *  tokenmint_authing_nonce), `x-authing-signature-method: HMAC-SHA1`,
 *  `x-authing-signature-version: 1.0`, `x-authing-sdk-version`, and where they
 *  apply `x-authing-lang` and `x-authing-app-id`. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_authing_request)`. */
  const char *method; /**< The method as it is sent: "GET". */
  size_t method_len; /**< Bytes of the method. */
  const char *path; /**< The path: it begins with "/" and has no host. */
  size_t path_len; /**< Bytes of the path. */
  /** The parameters, not percent-encoded, in any order. */
  const tokenmint_authing_param *params;
  size_t params_count; /**< How many. */
  /** The headers, in any order; only `date` and `x-authing-*` are signed. */
  const tokenmint_authing_header *headers;
  size_t headers_count; /**< How many. */
} tokenmint_authing_request;
#define TOKENMINT_AUTHING_REQUEST_INIT \
  { sizeof(tokenmint_authing_request), NULL, 0, NULL, 0, NULL, 0, NULL, 0 }

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The value of the `authorization` header for a request: "authing
 * id:signature".
 *
 * @param key_id,key_id_len  Id of the access key: 1 to 128 bytes.
 * @param key_secret,key_secret_len  Its secret. The library keeps no copy after
 *   the call.
 * @param request  What is signed.
 * @param out,out_cap,out_len  The header value; see "Outputs".
 * @retval TOKENMINT_ERR_DUPLICATE  Two parameters or signed headers have one
 *   name.
 * @return Also TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_STRING_TOO_LONG,
 *   TOKENMINT_ERR_BAD_CHARACTER, TOKENMINT_ERR_TOO_MANY.
 * @note M4: 7,244 bytes of flash, 1,512 of stack (Authing signature).
 */
TOKENMINT_NODISCARD int32_t tokenmint_authing_authorization(
    const char *key_id, size_t key_id_len, const char *key_secret,
    size_t key_secret_len, const tokenmint_authing_request *request, char *out,
    size_t out_cap, size_t *out_len);

/**
 * The signature alone, in base64.
 *
 * @param key_id,key_id_len  Id of the access key: 1 to 128 bytes.
 * @param key_secret,key_secret_len  Its secret. The library keeps no copy after
 *   the call.
 * @param request  What is signed.
 * @param out,out_cap,out_len  The signature; see "Outputs".
 * @retval TOKENMINT_ERR_DUPLICATE  Two parameters or signed headers have one
 *   name.
 * @return Also TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_STRING_TOO_LONG,
 *   TOKENMINT_ERR_BAD_CHARACTER, TOKENMINT_ERR_TOO_MANY.
 */
TOKENMINT_NODISCARD int32_t tokenmint_authing_sign(
    const char *key_id, size_t key_id_len, const char *key_secret,
    size_t key_secret_len, const tokenmint_authing_request *request, char *out,
    size_t out_cap, size_t *out_len);

/**
 * The text that is signed, for a look at what a server refuses (codes 1300 to
 * 1306). It holds the parameters in clear. Here the needed capacity is the
 * exact one.
 *
 * @param request  What is signed.
 * @param out,out_cap,out_len  The text; see "Outputs".
 * @retval TOKENMINT_ERR_DUPLICATE  Two parameters or signed headers have one
 *   name.
 * @return Also TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_BAD_CHARACTER,
 *   TOKENMINT_ERR_TOO_MANY.
 * @note M4: 5,916 bytes of flash (Authing signature, platform's crypto).
 */
TOKENMINT_NODISCARD int32_t tokenmint_authing_string_to_sign(
    const tokenmint_authing_request *request, char *out, size_t out_cap,
    size_t *out_len);

/**
 * The value of the `authorization` header that opens the management event
 * stream. It is the same for every connection of a key.
 *
 * @param key_id,key_id_len  Id of the access key: 1 to 128 bytes.
 * @param key_secret,key_secret_len  Its secret. The library keeps no copy after
 *   the call.
 * @param out,out_cap,out_len  The header value; see "Outputs".
 * @return Also TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_STRING_TOO_LONG,
 *   TOKENMINT_ERR_BAD_CHARACTER.
 */
TOKENMINT_NODISCARD int32_t tokenmint_authing_events_authorization(
    const char *key_id, size_t key_id_len, const char *key_secret,
    size_t key_secret_len, char *out, size_t out_cap, size_t *out_len);

/**
 * The value of the `authorization` header with a keyed hash of the platform:
 * the HMAC-SHA1 of @ref tokenmint_authing_string_to_sign, whose key is the
 * secret.
 *
 * @param key_id,key_id_len  Id of the access key: 1 to 128 bytes.
 * @param mac,mac_len  The hash: `TOKENMINT_AUTHING_MAC_LEN` bytes.
 * @param out,out_cap,out_len  The header value; see "Outputs".
 * @retval TOKENMINT_ERR_CRYPTO_FAILED  The hash does not have 20 bytes, or its
 *   end is all zeros.
 * @return Also TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_STRING_TOO_LONG,
 *   TOKENMINT_ERR_BAD_CHARACTER.
 * @note M4: 5,916 bytes of flash (Authing signature, platform's crypto).
 */
TOKENMINT_NODISCARD int32_t tokenmint_authing_authorization_of_mac(
    const char *key_id, size_t key_id_len, const uint8_t *mac, size_t mac_len,
    char *out, size_t out_cap, size_t *out_len);

/**
 * Checks an `authorization` value, in constant time as far as the signature is
 * concerned. It says nothing about freshness: date and nonce are yours to
 * compare.
 *
 * @param key_id,key_id_len  Id of the access key.
 * @param key_secret,key_secret_len  Its secret.
 * @param request  What was signed.
 * @param authorization,authorization_len  The header value.
 * @retval TOKENMINT_ERR_DUPLICATE  Two parameters or signed headers have one
 *   name.
 * @retval TOKENMINT_ERR_APP_ID_MISMATCH  It names another key id.
 * @return Also TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_STRING_TOO_LONG,
 *   TOKENMINT_ERR_BAD_CHARACTER, TOKENMINT_ERR_TOO_MANY,
 *   TOKENMINT_ERR_BAD_BASE64, TOKENMINT_ERR_MALFORMED,
 *   TOKENMINT_ERR_BAD_SIGNATURE.
 */
TOKENMINT_NODISCARD int32_t tokenmint_authing_verify(
    const char *key_id, size_t key_id_len, const char *key_secret,
    size_t key_secret_len, const tokenmint_authing_request *request,
    const char *authorization, size_t authorization_len);

/**
 * The value of the `date` header.
 *
 * @param unix_millis  Milliseconds since 1970, UTC, from 2001 on.
 * @param format  `TOKENMINT_AUTHING_DATE_...`
 * @param out,out_cap,out_len  The header value; see "Outputs".
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  The time is outside its range:
 *   milliseconds are meant.
 * @return Also TOKENMINT_ERR_ISSUE_TIME_ZERO.
 */
TOKENMINT_NODISCARD int32_t tokenmint_authing_date(
    uint64_t unix_millis, uint32_t format, char *out, size_t out_cap,
    size_t *out_len);

/**
 * The value of the `x-authing-signature-nonce` header.
 *
 * @param random  New random bytes for every request.
 * @param random_len  `TOKENMINT_AUTHING_RANDOM_LEN`.
 * @param out,out_cap,out_len  The header value; see "Outputs".
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  There are more or fewer random
 *   bytes.
 */
TOKENMINT_NODISCARD int32_t tokenmint_authing_nonce(
    const uint8_t *random, size_t random_len, char *out, size_t out_cap,
    size_t *out_len);

/**
 * The request target of the management event stream.
 *
 * @param path,path_len  The path, usually "/events/v1/management/sub".
 * @param code,code_len  The events, such as "authing.user.created".
 * @param out,out_cap,out_len  The target; see "Outputs".
 * @return Also TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_BAD_CHARACTER.
 */
TOKENMINT_NODISCARD int32_t tokenmint_authing_management_events_target(
    const char *path, size_t path_len, const char *code, size_t code_len,
    char *out, size_t out_cap, size_t *out_len);

/**
 * The request target of the authentication event stream. It holds the token: it
 * does not belong in a log.
 *
 * @param path,path_len  The path, usually "/events/v1/authentication/sub".
 * @param code,code_len  The events, such as "authing.user.created".
 * @param access_token,access_token_len  The access token of the user.
 * @param out,out_cap,out_len  The target; see "Outputs".
 * @return Also TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_BAD_CHARACTER.
 */
TOKENMINT_NODISCARD int32_t tokenmint_authing_authentication_events_target(
    const char *path, size_t path_len, const char *code, size_t code_len,
    const char *access_token, size_t access_token_len, char *out,
    size_t out_cap, size_t *out_len);

#ifdef __cplusplus
} // extern "C"
#endif

#endif // TOKENMINT_AUTHING_H
