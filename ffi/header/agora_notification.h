/*
 * Notifications that Agora sends to a server of yours (webhooks). The
 * conventions are in tokenmint.h.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_AGORA_NOTIFICATION_H
#define TOKENMINT_AGORA_NOTIFICATION_H

#include "common.h"

#ifdef __cplusplus
extern "C" {
#endif

@@ tokenmint_agora_verify_notification

#ifdef __cplusplus
} // extern "C"
#endif

#endif // TOKENMINT_AGORA_NOTIFICATION_H
