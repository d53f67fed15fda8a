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

@@ tokenmint_authing_

}  // namespace authing
}  // namespace tokenmint

#endif  // TOKENMINT_AUTHING_HPP
