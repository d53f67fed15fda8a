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

@@ constants

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
@@ sizes

@@ types

#ifdef __cplusplus
extern "C" {
#endif

@@ tokenmint_

@@ tokenmint_pkce_ Proof keys (RFC 7636)

#ifdef __cplusplus
} // extern "C"
#endif

#endif // TOKENMINT_COMMON_H
