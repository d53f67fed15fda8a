// What the tests of the C++ headers share.

#ifndef WRAPPER_HPP
#define WRAPPER_HPP

#if defined(__cpp_exceptions) && !defined(TOKENMINT_HPP_EXCEPTIONS)
#define TOKENMINT_HPP_EXCEPTIONS
#endif
#include "tokenmint.hpp"
#include "tokenmint.hpp"

#include <cstdio>

extern int failures;

#define EXPECT(condition)                                        \
  do {                                                           \
    if (!(condition)) {                                          \
      std::fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__,    \
                   #condition);                                  \
      ++failures;                                                \
    }                                                            \
  } while (0)

static const char APP_ID[] = "970CA35de60c44645bbae8a215061b33";
static const char CERTIFICATE[] = "5CFd2fd1755d40ecb72977518be15d3b";
static const char ZEGO_SECRET[] = "fa94dd0f974cf2e293728a526b028271";
static const char AGENT[] = "https://agent.example.com/.well-known/agent.json";

/// An issuer of Agora, with literals.
inline tokenmint_agora_issuer agora_issuer() {
  return tokenmint::agora::issuer(APP_ID, CERTIFICATE, 1700000000u, 12345678u);
}

/// A token for uid 7 in "lobby".
inline tokenmint::result<std::string> rtc_token() {
  return tokenmint::agora::rtc_build_token_with_uid(
      agora_issuer(), "lobby", 7, TOKENMINT_AGORA_ROLE_PUBLISHER, 3600, 3600);
}

/// Moves, results and signers: what lives how long.
void try_lifetimes();

#endif
