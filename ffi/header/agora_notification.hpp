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

@@ tokenmint_agora_

}  // namespace agora
}  // namespace tokenmint

#endif  // TOKENMINT_AGORA_NOTIFICATION_HPP
