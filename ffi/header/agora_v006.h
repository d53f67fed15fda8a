/*
 * Agora's AccessToken ("006"), the predecessor of AccessToken2. The conventions
 * are in tokenmint.h; arguments and statuses that mean the same everywhere are
 * in agora.h.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_AGORA_V006_H
#define TOKENMINT_AGORA_V006_H

#include "agora.h"

/* Sizes of static buffers that are always enough. */
@@ sizes

@@ types

#ifdef __cplusplus
extern "C" {
#endif

@@ tokenmint_agora_v006_

#ifdef __cplusplus
} // extern "C"
#endif

#endif // TOKENMINT_AGORA_V006_H
