/*
 * Agora's obsolete credentials: dynamic keys 001 to 005 and signaling tokens,
 * for systems that still need them. An archive has them when it was built with
 * feature `legacy`. The conventions are in tokenmint.h.
 *
 * As in agora.h, `issuer` says who issues the key, and `out, out_cap, out_len`
 * receive it; the statuses named there may come here, too.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_AGORA_OLD_H
#define TOKENMINT_AGORA_OLD_H

#include "agora.h"

/* Sizes of static buffers that are always enough. */
@@ sizes

#ifdef __cplusplus
extern "C" {
#endif

@@ tokenmint_agora_legacy_

#ifdef __cplusplus
} // extern "C"
#endif

#endif // TOKENMINT_AGORA_OLD_H
