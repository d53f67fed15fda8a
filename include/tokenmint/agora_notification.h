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

/**
 * Checks the signature of the raw body of a webhook, in constant time.
 *
 * @param signature,signature_len  The header "Agora-Signature-V2".
 * @return Also TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_BAD_SIGNATURE.
 */
TOKENMINT_NODISCARD int32_t tokenmint_agora_verify_notification(
    const char *secret, size_t secret_len, const uint8_t *body, size_t body_len,
    const char *signature, size_t signature_len);

#ifdef __cplusplus
} // extern "C"
#endif

#endif // TOKENMINT_AGORA_NOTIFICATION_H
