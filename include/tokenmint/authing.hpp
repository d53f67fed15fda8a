/*
 * Authing for C++: request signatures, event streams. The conventions are in
 * tokenmint.hpp.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_AUTHING_HPP
#define TOKENMINT_AUTHING_HPP

#include "authing.h"
#include "common.hpp"

namespace tokenmint {
namespace authing {

/// A parameter that is a text; it points to name and text.
inline tokenmint_authing_param param(view name, view text) {
  tokenmint_authing_param it = {name.data(), name.size(), text.data(),
                                text.size(), 0, TOKENMINT_AUTHING_TEXT, 0};
  return it;
}

/// A header; it points to name and value.
inline tokenmint_authing_header header(view name, view value) {
  tokenmint_authing_header it = {name.data(), name.size(), value.data(),
                                 value.size()};
  return it;
}

/// A request; it points to the texts and lists.
inline tokenmint_authing_request request(
    view method, view path, list<tokenmint_authing_param> params,
    list<tokenmint_authing_header> headers) {
  tokenmint_authing_request it = TOKENMINT_AUTHING_REQUEST_INIT;
  it.method = method.data();
  it.method_len = method.size();
  it.path = path.data();
  it.path_len = path.size();
  it.params = params.data();
  it.params_count = params.size();
  it.headers = headers.data();
  it.headers_count = headers.size();
  return it;
}

/// The value of the `authorization` header for a request: "authing
/// id:signature".
TOKENMINT_NODISCARD inline result<std::string> authorization(
    detail::text key_id, detail::text key_secret,
    const tokenmint_authing_request &request) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_authing_authorization(
            key_id.data(), key_id.size(), key_secret.data(), key_secret.size(),
            &request, out, cap, len);
      });
}

/// The signature alone, in base64.
TOKENMINT_NODISCARD inline result<std::string> sign(
    detail::text key_id, detail::text key_secret,
    const tokenmint_authing_request &request) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_authing_sign(
            key_id.data(), key_id.size(), key_secret.data(), key_secret.size(),
            &request, out, cap, len);
      });
}

/// The text that is signed, for a look at what a server refuses (codes 1300 to
/// 1306). It holds the parameters in clear. Here the needed capacity is the
/// exact one.
TOKENMINT_NODISCARD inline result<std::string> string_to_sign(
    const tokenmint_authing_request &request) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_authing_string_to_sign(&request, out, cap, len);
      });
}

/// The value of the `authorization` header that opens the management event
/// stream. It is the same for every connection of a key.
TOKENMINT_NODISCARD inline result<std::string> events_authorization(
    detail::text key_id, detail::text key_secret) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_authing_events_authorization(
            key_id.data(), key_id.size(), key_secret.data(), key_secret.size(),
            out, cap, len);
      });
}

/// The value of the `authorization` header with a keyed hash of the platform:
/// the HMAC-SHA1 of tokenmint_authing_string_to_sign, whose key is the secret.
TOKENMINT_NODISCARD inline result<std::string> authorization_of_mac(
    detail::text key_id, detail::octets mac) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_authing_authorization_of_mac(
            key_id.data(), key_id.size(), mac.data(), mac.size(), out, cap,
            len);
      });
}

/// Checks an `authorization` value, in constant time as far as the signature is
/// concerned. It says nothing about freshness: date and nonce are yours to
/// compare.
TOKENMINT_NODISCARD inline std::int32_t verify(
    detail::text key_id, detail::text key_secret,
    const tokenmint_authing_request &request, detail::text authorization) {
  return tokenmint_authing_verify(
      key_id.data(), key_id.size(), key_secret.data(), key_secret.size(),
      &request, authorization.data(), authorization.size());
}

/// The value of the `date` header.
TOKENMINT_NODISCARD inline result<std::string> date(
    std::uint64_t unix_millis, std::uint32_t format) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_authing_date(unix_millis, format, out, cap, len);
      });
}

/// The value of the `x-authing-signature-nonce` header.
TOKENMINT_NODISCARD inline result<std::string> nonce(detail::octets random) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_authing_nonce(
            random.data(), random.size(), out, cap, len);
      });
}

/// The request target of the management event stream.
TOKENMINT_NODISCARD inline result<std::string> management_events_target(
    detail::text path, detail::text code) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_authing_management_events_target(
            path.data(), path.size(), code.data(), code.size(), out, cap, len);
      });
}

/// The request target of the authentication event stream. It holds the token:
/// it does not belong in a log.
TOKENMINT_NODISCARD inline result<std::string> authentication_events_target(
    detail::text path, detail::text code, detail::text access_token) {
  return tokenmint::detail::write_text(
      [&](char *out, std::size_t cap, std::size_t *len) {
        return tokenmint_authing_authentication_events_target(
            path.data(), path.size(), code.data(), code.size(),
            access_token.data(), access_token.size(), out, cap, len);
      });
}

}  // namespace authing
}  // namespace tokenmint

#endif  // TOKENMINT_AUTHING_HPP
