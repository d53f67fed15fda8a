/*
 * Agora's obsolete credentials for C++. The conventions are in tokenmint.hpp.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_AGORA_OLD_HPP
#define TOKENMINT_AGORA_OLD_HPP

#include "agora.hpp"
#include "agora_old.h"

namespace tokenmint {
namespace agora {

@@ tokenmint_agora_

}  // namespace agora
}  // namespace tokenmint

#endif  // TOKENMINT_AGORA_OLD_HPP
