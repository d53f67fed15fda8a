/*
 * Notifications of Agora for C++. The conventions are in tokenmint.hpp.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_AGORA_NOTIFICATION_HPP
#define TOKENMINT_AGORA_NOTIFICATION_HPP

#include "agora_notification.h"
#include "common.hpp"

namespace tokenmint {
namespace agora {

/// Checks the signature of the raw body of a webhook, in constant time.
TOKENMINT_NODISCARD inline std::int32_t verify_notification(
    detail::text secret, detail::octets body, detail::text signature) {
  return tokenmint_agora_verify_notification(
      secret.data(), secret.size(), body.data(), body.size(), signature.data(),
      signature.size());
}

}  // namespace agora
}  // namespace tokenmint

#endif  // TOKENMINT_AGORA_NOTIFICATION_HPP
