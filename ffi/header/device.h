/*
 * A device in a conversation: an agent of Conversational AI is started, renewed
 * and stopped, whatever gets lost on the way and whenever the power goes. The
 * conventions are in tokenmint.h; what is said of tokens is in agora.h, and the
 * statuses there apply to functions that mint.
 *
 * A session says what to do next: keep bytes, send a request, wait. It does
 * none of that itself:
 *
 * @code{.c}
 * uint32_t event = TOKENMINT_DEVICE_EVENT_TICK;
 * do {
 *   tokenmint_device_session_next(&session, &device, event, &answer, millis(),
 *                                 &step);
 *   event = TOKENMINT_DEVICE_EVENT_TICK;
 *   if (step.kind == TOKENMINT_DEVICE_STEP_KEEP) {
 *     event = flash_write(step.kept) ? TOKENMINT_DEVICE_EVENT_KEPT
 *                                    : TOKENMINT_DEVICE_EVENT_NOT_KEPT;
 *   } else if (step.kind == TOKENMINT_DEVICE_STEP_SEND) {
 *     event = exchange(&device, &step, &answer); // yours: see docs/device.md
 *   } else if (step.kind == TOKENMINT_DEVICE_STEP_WAIT) {
 *     sleep_ms(step.ms);
 *   }
 * } while (step.kind != TOKENMINT_DEVICE_STEP_DONE);
 * @endcode
 *
 * Session and answer live in memory of yours between calls: nobody else writes
 * there, and one that was not begun is refused with
 * TOKENMINT_ERR_UNKNOWN_VALUE.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_DEVICE_H
#define TOKENMINT_DEVICE_H

#include "agora.h"

@@ constants

/*
 * What TOKENMINT_DEVICE_INIT names. A device links what its struct has named
 * somewhere, and nothing else: define another one before this header is read,
 * or set the member.
 */
/** Makes tokens; NULL where somebody else does. */
#ifndef TOKENMINT_DEVICE_MINT
#define TOKENMINT_DEVICE_MINT tokenmint_device_mint
#endif
/** Who is asked. */
#ifndef TOKENMINT_DEVICE_SERVICE
#define TOKENMINT_DEVICE_SERVICE tokenmint_device_convoai
#endif
/** Where. */
#ifndef TOKENMINT_DEVICE_SERVER
#define TOKENMINT_DEVICE_SERVER tokenmint_device_area
#endif
/** What proves the device. */
#ifndef TOKENMINT_DEVICE_AUTHORIZATION
#define TOKENMINT_DEVICE_AUTHORIZATION tokenmint_device_token
#endif

/* Sizes of static buffers that are always enough. */
@@ sizes

@@ types

#ifdef __cplusplus
extern "C" {
#endif

@@ tokenmint_device_session_ What is next

@@ tokenmint_device_ Requests

@@ tokenmint_device_answer_ Answers

#ifdef __cplusplus
} // extern "C"
#endif

#endif // TOKENMINT_DEVICE_H
