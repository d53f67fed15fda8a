// An Agora token, made, and then read and checked as its receiver would:
//
//   rtc_token CHANNEL UID [SECONDS [ISSUED_AT SALT]]
//
// AGORA_APP_ID and AGORA_APP_CERTIFICATE are those of the project; without them
// it is the sample project of the official guide.

#include <tokenmint.hpp>

#include <iostream>

#include "settings.hpp"

namespace agora = tokenmint::agora;

static std::uint32_t number(int argc, char **argv, int index,
                            std::uint32_t fallback) {
  return index < argc ? static_cast<std::uint32_t>(std::stoul(argv[index]))
                      : fallback;
}

int main(int argc, char **argv) {
  if (argc < 3) {
    std::cerr << "usage: rtc_token CHANNEL UID [SECONDS [ISSUED_AT SALT]]\n";
    return 2;
  }
  const std::string app_id =
      setting("AGORA_APP_ID", "970CA35de60c44645bbae8a215061b33");
  const std::string certificate =
      setting("AGORA_APP_CERTIFICATE", "5CFd2fd1755d40ecb72977518be15d3b");
  const std::string channel = argv[1];
  const std::uint32_t uid = number(argc, argv, 2, 0);
  const std::uint32_t seconds = number(argc, argv, 3, 3600);
  const std::uint32_t issued_at = number(argc, argv, 4, now());
  const std::uint32_t salt =
      number(argc, argv, 5, std::random_device()() % 99999999 + 1);

  const auto token = agora::rtc_build_token_with_uid(
      agora::issuer(app_id, certificate, issued_at, salt), channel, uid,
      TOKENMINT_AGORA_ROLE_PUBLISHER, seconds, seconds);
  if (!token) {
    std::cerr << "no token: " << token.status_name() << "\n";
    return 1;
  }

  const auto read = agora::token::parse(*token);
  if (!read || read->verify(certificate) != TOKENMINT_OK) {
    std::cerr << "not genuine: " << read.status_name() << "\n";
    return 1;
  }
  std::cout << *token << "\n";
  return 0;
}
