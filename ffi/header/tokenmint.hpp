/*
 * tokenmint for C++11 and later: RAII and std::string on top of tokenmint.h.
 * Header only; link the same library.
 *
 * This header includes one for each service; each may be included alone:
 *
 *   tokenmint/common.hpp              view, bytes, list, result, proof keys
 *   tokenmint/agora.hpp               AccessToken2 ("007"), Authorization
 *   tokenmint/agora_notification.hpp  signature of notifications
 *   tokenmint/agora_old.hpp           001 to 005, signaling tokens
 *   tokenmint/agora_v006.hpp          AccessToken ("006")
 *   tokenmint/crypto.hpp              cryptography of the platform
 *   tokenmint/zego.hpp                token04, token03, server API
 *   tokenmint/ath.hpp                 attestations
 *   tokenmint/authing.hpp             request signatures, event streams
 *   tokenmint/device.hpp              a device in a conversation
 *
 * This file is generated: edit ffi/header/tokenmint.hpp, then run
 * `cargo xtask header`.
 *
 *
 * CONVENTIONS
 *
 * Names      Functions are in one namespace a service and have the names of C
 *            without `tokenmint_` and the service. Arguments and statuses are
 *            those of C.
 *
 * Results    A result is a status and, when that is TOKENMINT_OK, a value.
 *            Nothing throws but what the standard library throws
 *            (std::bad_alloc). With TOKENMINT_HPP_EXCEPTIONS defined there is
 *            result::or_throw(). -fno-exceptions and -fno-rtti are fine.
 *
 * Arguments  A text argument is a literal, a std::string, in C++17 a
 *            std::string_view, or a view. It may be a temporary.
 *
 * Lifetimes  What keeps text takes a `view`, bytes a `bytes`, a vector a
 *            `list`: issuers, attestations, requests, elements of lists, and
 *            what is expected. They point to memory of yours, so they are not
 *            made of a temporary std::string or vector: that does not compile.
 *            A token that has been read has its own memory. What was moved from
 *            is empty.
 *
 *
 * EXAMPLE
 *
 *   tokenmint::result<std::string> token =
 *       tokenmint::agora::rtc_build_token_with_uid(
 *           tokenmint::agora::issuer(app_id, certificate, now, salt), "lobby",
 *           7, TOKENMINT_AGORA_ROLE_PUBLISHER, 3600, 3600);
 *   if (!token) {
 *     std::cerr << token.status_name() << "\n";
 *   }
 */

#ifndef TOKENMINT_HPP
#define TOKENMINT_HPP

#include "tokenmint.h"

#include "tokenmint/common.hpp"
#include "tokenmint/crypto.hpp"

#include "tokenmint/agora.hpp"
#include "tokenmint/agora_notification.hpp"
#include "tokenmint/agora_old.hpp"
#include "tokenmint/agora_v006.hpp"
#include "tokenmint/ath.hpp"
#include "tokenmint/authing.hpp"
#include "tokenmint/device.hpp"
#include "tokenmint/zego.hpp"

#endif  // TOKENMINT_HPP
