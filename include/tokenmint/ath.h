/*
 * ATH attestations (ES256). The conventions are in tokenmint.h, proof keys in
 * common.h.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_ATH_H
#define TOKENMINT_ATH_H

#include "crypto.h"

#define TOKENMINT_ATH_AUDIENCE_EXACT 0 /**< The audience is exactly the text. */
/** The text is the base URL of gateway or service; for register and
 *  authorize. */
#define TOKENMINT_ATH_AUDIENCE_BASE 1
/** The text is the base URL of gateway or service; for the token exchange. */
#define TOKENMINT_ATH_AUDIENCE_TOKEN_ENDPOINT 2

/** Header with `typ`, `alg`, `kid`: specification and Python SDK. */
#define TOKENMINT_ATH_HEADER_WITH_TYPE 0
/** Header with `alg`, `kid`: TypeScript SDK. */
#define TOKENMINT_ATH_HEADER_WITHOUT_TYPE 1

/** Agent ids are `https://<domain>/.well-known/agent.json`, no text is empty or
 *  overlong, the lifetime is at most an hour. */
#define TOKENMINT_ATH_LIMITS_DOCUMENTED 0
/** Only what the wire cannot carry is refused. */
#define TOKENMINT_ATH_LIMITS_WIRE 1

/** The most capabilities of an attestation. */
#define TOKENMINT_ATH_CAPABILITIES_MAX 16
/** Bytes of a private key, of a digest, and of half a signature. */
#define TOKENMINT_ATH_KEY_LEN 32
#define TOKENMINT_ATH_SIGNATURE_LEN 64 /**< Bytes of a signature. */
/** Bytes of a public key: an uncompressed point. */
#define TOKENMINT_ATH_PUBLIC_KEY_LEN 65
#define TOKENMINT_ATH_TOKEN_ID_RANDOM_LEN 24 /**< Random bytes of a token id. */
#define TOKENMINT_ATH_STATE_RANDOM_LEN 16 /**< Random bytes of a state. */

/** Seconds that an issue time may be off the clock of the verifier: what the
 *  specification says. */
#define TOKENMINT_ATH_TOLERANCE 300

/* Sizes of static buffers that are always enough. */
/** Every attestation without capabilities; usual ones have 400 to 600
 *  characters. */
#define TOKENMINT_ATH_ATTESTATION_CAPACITY 2676
#define TOKENMINT_ATH_TOKEN_ID_CAPACITY 33 /**< Every token id. */
#define TOKENMINT_ATH_STATE_CAPACITY 33 /**< Every state. */
#define TOKENMINT_ATH_PUBLIC_JWK_CAPACITY 127 /**< Every public JWK. */

/** What an attestation says. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_ath_attestation)`. */
  const char *agent_id; /**< The agent: the URL of its identity document. */
  size_t agent_id_len; /**< Bytes of the agent id. */
  const char *audience; /**< Whom it is for; see `audience_form`. */
  size_t audience_len; /**< Bytes of the audience. */
  /** Unique to this attestation: see @ref tokenmint_ath_token_id. */
  const char *token_id;
  size_t token_id_len; /**< Bytes of the token id. */
  const char *key_id; /**< The name of the key; NULL: "default". */
  size_t key_id_len; /**< Bytes of the key id. */
  /** What the agent can do; usually nothing is listed. */
  const tokenmint_text *capabilities;
  /** How many, at most `TOKENMINT_ATH_CAPABILITIES_MAX`. */
  size_t capabilities_count;
  tokenmint_hash sha256; /**< Computes SHA-256; not NULL. */
  void *sha256_context; /**< Handed to `sha256` as it is; may be NULL. */
  /** 0; keeps the numbers that follow at the same place everywhere. */
  size_t reserved;
  /** Issue time in Unix seconds, UTC. 0 is an error: the clock is not set. */
  uint64_t issued_at;
  uint32_t lifetime; /**< Seconds from issue to end; 0: an hour. */
  uint32_t audience_form; /**< `TOKENMINT_ATH_AUDIENCE_...`. */
  uint32_t header_form; /**< `TOKENMINT_ATH_HEADER_...`. */
  uint32_t limits; /**< `TOKENMINT_ATH_LIMITS_...`. */
} tokenmint_ath_attestation;
#define TOKENMINT_ATH_ATTESTATION_INIT \
  { sizeof(tokenmint_ath_attestation), NULL, 0, NULL, 0, NULL, 0, NULL, 0, \
    NULL, 0, TOKENMINT_SHA256, NULL, 0, 0, 0, TOKENMINT_ATH_AUDIENCE_EXACT, \
    TOKENMINT_ATH_HEADER_WITH_TYPE, TOKENMINT_ATH_LIMITS_DOCUMENTED }

/** Signs the SHA-256 digest of a message with a P-256 key that it keeps, such
 *  as that of a secure element: 32 bytes `digest` in, 64 bytes `signature` out
 *  (r and s, big-endian). `context` is what was given with it. Returns
 *  `TOKENMINT_OK`, or anything else when it cannot sign now. */
typedef int32_t (*tokenmint_ath_signer)(
    void *context, const uint8_t *digest, uint8_t *signature);

/** What an attestation says; it points into the workspace. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_ath_claims)`. */
  const char *issuer; /**< Whose key signs: the URL of the identity document. */
  size_t issuer_len; /**< Bytes of the issuer. */
  const char *subject; /**< Whose attestation it is. */
  size_t subject_len; /**< Bytes of the subject. */
  const char *audience; /**< Whom it is for. */
  size_t audience_len; /**< Bytes of the audience. */
  /** The unique id. Remember it until `expires_at`, and refuse it the second
   *  time. */
  const char *token_id;
  size_t token_id_len; /**< Bytes of the token id. */
  size_t capabilities_count; /**< How many capabilities are listed. */
  uint64_t issued_at; /**< Issue time, Unix seconds. */
  uint64_t expires_at; /**< End, Unix seconds. */
} tokenmint_ath_claims;
#define TOKENMINT_ATH_CLAIMS_INIT \
  { sizeof(tokenmint_ath_claims), NULL, 0, NULL, 0, NULL, 0, NULL, 0, 0, 0, \
    0 }

/** What an attestation must say. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_ath_expected)`. */
  /** Whom it must be for: the verifier itself; see `audience_form`. */
  const char *audience;
  size_t audience_len; /**< Bytes of the audience. */
  const char *subject; /**< Whose it must be: an agent id. */
  size_t subject_len; /**< Bytes of the subject. */
  tokenmint_hash sha256; /**< Computes SHA-256; not NULL. */
  void *sha256_context; /**< Handed to `sha256` as it is; may be NULL. */
  tokenmint_es256_verifier verifier; /**< Checks the signature; not NULL. */
  void *verifier_context; /**< Handed to `verifier` as it is; may be NULL. */
  /** 0; keeps the numbers that follow at the same place everywhere. */
  size_t reserved;
  uint64_t now; /**< The time, Unix seconds. */
  /** Seconds that the issue time may be off: `TOKENMINT_ATH_TOLERANCE`. */
  uint32_t tolerance;
  uint32_t audience_form; /**< `TOKENMINT_ATH_AUDIENCE_...`. */
} tokenmint_ath_expected;
#define TOKENMINT_ATH_EXPECTED_INIT \
  { sizeof(tokenmint_ath_expected), NULL, 0, NULL, 0, TOKENMINT_SHA256, NULL, \
    TOKENMINT_ES256_VERIFY, NULL, 0, 0, TOKENMINT_ATH_TOLERANCE, \
    TOKENMINT_ATH_AUDIENCE_EXACT }

#ifdef __cplusplus
extern "C" {
#endif

/**
 * An attestation, signed with a private key that the caller holds.
 *
 * @param attestation  What it says.
 * @param key,key_len  The private key: `TOKENMINT_ATH_KEY_LEN` bytes,
 *   big-endian. The library keeps no copy after the call.
 * @param out,out_cap,out_len  The attestation; see "Outputs".
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  Lifetime or end is outside its
 *   range.
 * @retval TOKENMINT_ERR_BAD_KEY  The key is not a P-256 key.
 * @return Also TOKENMINT_ERR_ISSUE_TIME_ZERO, TOKENMINT_ERR_EMPTY,
 *   TOKENMINT_ERR_STRING_TOO_LONG, TOKENMINT_ERR_BAD_CHARACTER,
 *   TOKENMINT_ERR_TOO_MANY, TOKENMINT_ERR_CRYPTO_FAILED.
 * @note M4: 24,859 bytes of flash, 4,048 of stack (ATH attestation (ES256
 *   sign)).
 */
TOKENMINT_NODISCARD int32_t tokenmint_ath_attest(
    const tokenmint_ath_attestation *attestation, const uint8_t *key,
    size_t key_len, char *out, size_t out_cap, size_t *out_len);

/**
 * An attestation, signed with a private key in PEM: PKCS #8 or SEC 1.
 *
 * @param attestation  What it says.
 * @param pem,pem_len  The text, `-----BEGIN` and `-----END` included. The
 *   library keeps no copy after the call.
 * @param out,out_cap,out_len  The attestation; see "Outputs".
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  Lifetime or end is outside its
 *   range.
 * @retval TOKENMINT_ERR_BAD_KEY  The key is not a P-256 key.
 * @retval TOKENMINT_ERR_MALFORMED  The PEM text holds no such key.
 * @return Also TOKENMINT_ERR_ISSUE_TIME_ZERO, TOKENMINT_ERR_EMPTY,
 *   TOKENMINT_ERR_STRING_TOO_LONG, TOKENMINT_ERR_BAD_CHARACTER,
 *   TOKENMINT_ERR_TOO_MANY, TOKENMINT_ERR_CRYPTO_FAILED,
 *   TOKENMINT_ERR_BAD_BASE64.
 */
TOKENMINT_NODISCARD int32_t tokenmint_ath_attest_with_pem(
    const tokenmint_ath_attestation *attestation, const char *pem,
    size_t pem_len, char *out, size_t out_cap, size_t *out_len);

/**
 * An attestation, signed by a function, for keys that do not leave a secure
 * element.
 *
 * @param attestation  What it says.
 * @param signer  The function.
 * @param context  Handed to it as it is; may be NULL.
 * @param out,out_cap,out_len  The attestation; see "Outputs".
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  Lifetime or end is outside its
 *   range.
 * @retval TOKENMINT_ERR_SIGNER_FAILED  The function returned another number
 *   than `TOKENMINT_OK`.
 * @return Also TOKENMINT_ERR_ISSUE_TIME_ZERO, TOKENMINT_ERR_EMPTY,
 *   TOKENMINT_ERR_STRING_TOO_LONG, TOKENMINT_ERR_BAD_CHARACTER,
 *   TOKENMINT_ERR_TOO_MANY, TOKENMINT_ERR_CRYPTO_FAILED.
 * @note M4: 7,091 bytes of flash (ATH attestation by a secure element).
 */
TOKENMINT_NODISCARD int32_t tokenmint_ath_attest_with_signer(
    const tokenmint_ath_attestation *attestation, tokenmint_ath_signer signer,
    void *context, char *out, size_t out_cap, size_t *out_len);

/**
 * The public key of a private key.
 *
 * @param key,key_len  The private key: `TOKENMINT_ATH_KEY_LEN` bytes,
 *   big-endian.
 * @param out,out_cap,out_len  The point, `TOKENMINT_ATH_PUBLIC_KEY_LEN` bytes:
 *   no NUL follows.
 * @retval TOKENMINT_ERR_BAD_KEY  The key is not a P-256 key.
 */
TOKENMINT_NODISCARD int32_t tokenmint_ath_public_key(
    const uint8_t *key, size_t key_len, uint8_t *out, size_t out_cap,
    size_t *out_len);

/**
 * The public key in an identity document, which must be that of an agent.
 *
 * @param document,document_len  The JSON text.
 * @param agent_id,agent_id_len  The agent.
 * @param out,out_cap,out_len  The point, `TOKENMINT_ATH_PUBLIC_KEY_LEN` bytes:
 *   no NUL follows.
 * @retval TOKENMINT_ERR_BAD_KEY  The key is not a P-256 key.
 * @retval TOKENMINT_ERR_TOO_LARGE  The PEM text has more than 512 bytes.
 * @retval TOKENMINT_ERR_MALFORMED  The PEM text holds no such key.
 * @retval TOKENMINT_ERR_USER_MISMATCH  The document is another agent's.
 * @return Also TOKENMINT_ERR_BAD_BASE64, TOKENMINT_ERR_BAD_JSON,
 *   TOKENMINT_ERR_BAD_MEMBER.
 */
TOKENMINT_NODISCARD int32_t tokenmint_ath_identity_key(
    const char *document, size_t document_len, const char *agent_id,
    size_t agent_id_len, uint8_t *out, size_t out_cap, size_t *out_len);

/**
 * A public key as JWK, as an identity document carries it.
 *
 * @param public_key,public_key_len  The point, uncompressed or compressed.
 * @param out,out_cap,out_len  The JSON text; see "Outputs".
 * @retval TOKENMINT_ERR_BAD_KEY  The key is not a P-256 key.
 */
TOKENMINT_NODISCARD int32_t tokenmint_ath_public_jwk(
    const uint8_t *public_key, size_t public_key_len, char *out, size_t out_cap,
    size_t *out_len);

/**
 * The unique id of an attestation.
 *
 * @param random,random_len  `TOKENMINT_ATH_TOKEN_ID_RANDOM_LEN` bytes from a
 *   cryptographic random source, new for every attestation.
 * @param out,out_cap,out_len  The id; see "Outputs".
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  There are more or fewer random
 *   bytes.
 */
TOKENMINT_NODISCARD int32_t tokenmint_ath_token_id(
    const uint8_t *random, size_t random_len, char *out, size_t out_cap,
    size_t *out_len);

/**
 * The `state` of an authorize request.
 *
 * @param random,random_len  `TOKENMINT_ATH_STATE_RANDOM_LEN` bytes from a
 *   cryptographic random source, new for every request.
 * @param out,out_cap,out_len  The state; see "Outputs".
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  There are more or fewer random
 *   bytes.
 */
TOKENMINT_NODISCARD int32_t tokenmint_ath_state(
    const uint8_t *random, size_t random_len, char *out, size_t out_cap,
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
 * @param workspace,workspace_cap  Receives what is in it; see @ref
 *   tokenmint_ath_workspace_len.
 * @param claims  Receives what it says.
 * @retval TOKENMINT_ERR_TOO_LARGE  It has more than 8,192 characters.
 * @retval TOKENMINT_ERR_MALFORMED  It is no attestation.
 * @return Also TOKENMINT_ERR_BAD_BASE64, TOKENMINT_ERR_NOT_UTF8,
 *   TOKENMINT_ERR_BAD_JSON, TOKENMINT_ERR_BAD_MEMBER.
 */
TOKENMINT_NODISCARD int32_t tokenmint_ath_inspect(
    const char *token, size_t token_len, uint8_t *workspace,
    size_t workspace_cap, tokenmint_ath_claims *claims);

/**
 * Checks an attestation. Whether its `token_id` was seen before is yours to
 * know.
 *
 * @param token,token_len  The attestation.
 * @param public_key,public_key_len  The point, uncompressed or compressed.
 * @param expected  What it must say.
 * @param workspace,workspace_cap  Receives what is in it; see @ref
 *   tokenmint_ath_workspace_len.
 * @param claims  Receives what it says.
 * @retval TOKENMINT_ERR_VALUE_OUT_OF_RANGE  It was issued longer ago than the
 *   tolerance.
 * @retval TOKENMINT_ERR_BAD_KEY  The key is not a P-256 key.
 * @retval TOKENMINT_ERR_TOO_LARGE  It has more than 8,192 characters.
 * @retval TOKENMINT_ERR_MALFORMED  It is no attestation.
 * @retval TOKENMINT_ERR_UNSUPPORTED_ALGORITHM  It is not ES256.
 * @return Also TOKENMINT_ERR_CRYPTO_FAILED, TOKENMINT_ERR_BAD_BASE64,
 *   TOKENMINT_ERR_NOT_UTF8, TOKENMINT_ERR_BAD_JSON, TOKENMINT_ERR_BAD_MEMBER,
 *   TOKENMINT_ERR_BAD_SIGNATURE, TOKENMINT_ERR_USER_MISMATCH,
 *   TOKENMINT_ERR_EXPIRED, TOKENMINT_ERR_NOT_YET_VALID,
 *   TOKENMINT_ERR_AUDIENCE_MISMATCH.
 * @note M4: 31,994 bytes of flash, 6,864 of stack (ATH check (ES256 verify)).
 */
TOKENMINT_NODISCARD int32_t tokenmint_ath_check(
    const char *token, size_t token_len, const uint8_t *public_key,
    size_t public_key_len, const tokenmint_ath_expected *expected,
    uint8_t *workspace, size_t workspace_cap, tokenmint_ath_claims *claims);

#ifdef __cplusplus
} // extern "C"
#endif

#endif // TOKENMINT_ATH_H
