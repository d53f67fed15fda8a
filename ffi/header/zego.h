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

@@ constants

/* Sizes of static buffers that are always enough. */
@@ sizes

@@ types

#ifdef __cplusplus
extern "C" {
#endif

@@ tokenmint_

#ifdef __cplusplus
} // extern "C"
#endif

#endif // TOKENMINT_ZEGO_H
