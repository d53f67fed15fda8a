/*
 * tokenmint: credentials of real-time and identity services, from C.
 *
 * Agora AccessToken2 ("007"), AccessToken ("006") and older keys, ZEGO token04
 * and token03, ATH attestations, Authing request signatures. C99 and C++11.
 * For C++ there is tokenmint.hpp on top.
 *
 * This header includes one for each service; each may be included alone:
 *
 *   tokenmint/common.h              statuses, version, texts, proof keys
 *   tokenmint/agora.h               AccessToken2 ("007"), Authorization headers
 *   tokenmint/agora_notification.h  signature of notifications
 *   tokenmint/agora_old.h           001 to 005, signaling tokens
 *   tokenmint/agora_v006.h          AccessToken ("006")
 *   tokenmint/crypto.h              cryptography of the platform
 *   tokenmint/zego.h                token04, token03, server API
 *   tokenmint/ath.h                 attestations
 *   tokenmint/authing.h             request signatures, event streams
 *   tokenmint/device.h              a device in a conversation
 *
 * This file is generated: edit ffi/header/tokenmint.h, then run
 * `cargo xtask header`.
 *
 *
 * CONVENTIONS
 *
 * Status     Functions return int32_t: TOKENMINT_OK (0), or a negative number
 *            that never changes its meaning (TOKENMINT_ERR_...).
 *            tokenmint_status_name() turns it into text. What any function
 *            can return is said once in tokenmint/common.h. Compilers warn
 *            where a status is dropped (TOKENMINT_NODISCARD).
 *
 * Inputs     A text is a pointer and a length in bytes, UTF-8, no NUL needed.
 *            The pointer is NULL only when the length is 0. Inputs may overlap
 *            each other. Nothing is kept after the call. For literals there
 *            is TOKENMINT_TEXT("lobby").
 *
 * Outputs    A text goes to `char *out, size_t out_cap, size_t *out_len`:
 *              - done: the text and a NUL are in `out`, *out_len is the length
 *                without the NUL, and the rest of `out` is zeros;
 *              - too small, or `NULL, 0` to ask for the size:
 *                TOKENMINT_ERR_BUFFER_TOO_SMALL, and *out_len is a capacity
 *                that is enough, the NUL included. It depends on the lengths of
 *                the inputs alone, and may exceed the text: the buffer is also
 *                the workspace;
 *              - another error: *out_len is 0.
 *            After any error all of `out` is zeros, so that nothing in it can
 *            pass for a token. (Only when the pointers themselves are refused,
 *            with TOKENMINT_ERR_OVERLAP or for `out` with
 *            TOKENMINT_ERR_NULL_POINTER or TOKENMINT_ERR_BAD_LENGTH, is `out`
 *            left alone.) `out_len` is never NULL. TOKENMINT_..._CAPACITY are
 *            sizes of static buffers that are always enough for names within
 *            the documented limits.
 *
 * Structs    The first member is `struct_size`. Begin with the _INIT macro that
 *            follows the struct, also where it will be filled: a program that
 *            was compiled with an older header then works with a newer library.
 *            After an error a struct that would have been filled is zeros
 *            behind `struct_size`. Elements of lists without `struct_size`
 *            never change. Members called `reserved` are 0.
 *
 * Workspace  Reading a token takes memory of yours, in which the results point:
 *            keep it as long as you use them.
 *
 * Overlap    An output or workspace must not overlap an input or another
 *            output: TOKENMINT_ERR_OVERLAP.
 *
 * Lengths    Above PTRDIFF_MAX they are refused: TOKENMINT_ERR_BAD_LENGTH.
 *
 * State      There is none: no heap, no globals, no clock, no random source.
 *            Every function is reentrant and may run on any thread.
 *
 * Linking    What is not called is not linked (--gc-sections). The compression
 *            of AccessToken2 is a function pointer in the issuer, so that only
 *            the one that is named is linked: TOKENMINT_COMPRESSION is what
 *            TOKENMINT_AGORA_ISSUER_INIT names, and may be defined before
 *            inclusion or with -D, also as NULL where only 006 is minted.
 *
 *
 * EXAMPLE
 *
 * @code{.c}
 * #include <stdio.h>
 * #include <string.h>
 * #include "tokenmint.h"
 *
 * int main(void) {
 *   static char token[TOKENMINT_AGORA_RTC_CAPACITY];
 *   size_t len = 0;
 *   int32_t status;
 *
 *   tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
 *   issuer.app_id = "970CA35de60c44645bbae8a215061b33";
 *   issuer.app_id_len = 32;
 *   issuer.certificate = "5CFd2fd1755d40ecb72977518be15d3b";
 *   issuer.certificate_len = 32;
 *   issuer.issued_at = 1700000000; // from your clock, UTC
 *   issuer.salt = 12345678;        // from your random source
 *
 *   status = tokenmint_agora_rtc_build_token_with_uid(
 *       &issuer, TOKENMINT_TEXT("lobby"), 7, TOKENMINT_AGORA_ROLE_PUBLISHER,
 *       3600, 3600, token, sizeof token, &len);
 *   if (status != TOKENMINT_OK) {
 *     printf("%s\n", tokenmint_status_name(status));
 *     return 1;
 *   }
 *   printf("%s\n", token);
 *   return 0;
 * }
 * @endcode
 */

#ifndef TOKENMINT_H
#define TOKENMINT_H

#include "tokenmint/common.h"
#include "tokenmint/crypto.h"

#include "tokenmint/agora.h"
#include "tokenmint/agora_notification.h"
#include "tokenmint/agora_old.h"
#include "tokenmint/agora_v006.h"
#include "tokenmint/ath.h"
#include "tokenmint/authing.h"
#include "tokenmint/device.h"
#include "tokenmint/zego.h"

#endif // TOKENMINT_H
