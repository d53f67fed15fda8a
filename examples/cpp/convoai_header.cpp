// The Authorization header of a request to Agora's Conversational AI:
//
//   convoai_header basic CUSTOMER_ID CUSTOMER_SECRET
//   convoai_header token CHANNEL ACCOUNT [ISSUED_AT SALT]

#include <tokenmint.hpp>

#include <iostream>

#include "settings.hpp"

namespace agora = tokenmint::agora;

static tokenmint::result<std::string> header(
    const std::vector<std::string> &words) {
  if (words[0] == "basic") {
    return agora::basic_header(words[1], words[2]);
  }
  const std::string app_id =
      setting("AGORA_APP_ID", "970CA35de60c44645bbae8a215061b33");
  const std::string certificate =
      setting("AGORA_APP_CERTIFICATE", "5CFd2fd1755d40ecb72977518be15d3b");
  const bool fixed = words.size() > 4;
  const auto token = agora::generate_convo_ai_token(
      agora::issuer(
          app_id, certificate,
          fixed ? static_cast<std::uint32_t>(std::stoul(words[3])) : now(),
          fixed ? static_cast<std::uint32_t>(std::stoul(words[4]))
                : std::random_device()() % 99999999 + 1),
      words[1], words[2], 86400, 0);
  return token ? agora::token_header(*token) : token;
}

int main(int argc, char **argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() < 3 || (words[0] != "basic" && words[0] != "token")) {
    std::cerr << "usage: convoai_header basic CUSTOMER_ID CUSTOMER_SECRET\n"
                 "       convoai_header token CHANNEL ACCOUNT [ISSUED_AT SALT]\n";
    return 2;
  }
  const auto value = header(words);
  if (!value) {
    std::cerr << "no header: " << value.status_name() << "\n";
    return 1;
  }
  std::cout << "Authorization: " << *value << "\n";
  return 0;
}
