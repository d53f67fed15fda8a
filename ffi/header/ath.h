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

#endif // TOKENMINT_ATH_H
