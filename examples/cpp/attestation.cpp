// An ATH attestation: from a key of a new agent, and checked with its public
// half.
//
//   attestation [AGENT_ID AUDIENCE]

#include <tokenmint.hpp>

#include <iostream>

#include "settings.hpp"

namespace ath = tokenmint::ath;

int main(int argc, char **argv) {
  const std::string agent =
      argc > 1 ? argv[1] : "https://agent.example.com/.well-known/agent.json";
  const std::string audience = argc > 2 ? argv[2] : "https://gateway.example.com";

  const std::vector<std::uint8_t> key = random_bytes(TOKENMINT_ATH_KEY_LEN);
  const auto token_id =
      ath::token_id(random_bytes(TOKENMINT_ATH_TOKEN_ID_RANDOM_LEN));
  const auto public_key = ath::public_key(key);
  if (!token_id || !public_key) {
    std::cerr << "no key: " << public_key.status_name() << "\n";
    return 1;
  }
  const auto token =
      ath::attest(ath::attestation(agent, audience, now(), *token_id), key);
  if (!token) {
    std::cerr << "no attestation: " << token.status_name() << "\n";
    return 1;
  }

  const auto claims = ath::claims::check(
      *token, *public_key, ath::expected(audience, agent, now()));
  if (!claims) {
    std::cerr << "refused: " << claims.status_name() << "\n";
    return 1;
  }
  std::cout << *token << "\n"
            << "issuer " << claims->issuer().str() << "\n";
  return 0;
}
