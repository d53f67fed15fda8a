// What must not compile: something that is kept, made of a temporary. Every
// case compiles without REFUSED; with REFUSED and CASE alone the compiler says
// the word that stands behind the case.

#include "tokenmint.hpp"

#include <string>
#include <vector>

using namespace tokenmint;

static const std::string text = "kept";
static const std::vector<std::uint8_t> octets(32);
static const std::vector<tokenmint_text> texts;
static const std::vector<tokenmint_authing_param> params;
static const std::vector<tokenmint_authing_header> headers;

#ifdef REFUSED
#define TEXT std::string("gone")
#define OCTETS std::vector<std::uint8_t>(32)
#define TEXTS std::vector<tokenmint_text>()
#define PARAMS std::vector<tokenmint_authing_param>()
#define HEADERS std::vector<tokenmint_authing_header>()
#else
#define TEXT text
#define OCTETS octets
#define TEXTS texts
#define PARAMS params
#define HEADERS headers
#endif

#if !defined CASE || CASE == 1  // deleted
static view one() {
  const view it = TEXT;
  return it;
}
#endif
#if !defined CASE || CASE == 2  // deleted
static bytes two() {
  const bytes it = OCTETS;
  return it;
}
#endif
#if !defined CASE || CASE == 3  // deleted
static tokenmint_agora_issuer three() {
  return agora::issuer(TEXT, "certificate", 1, 1);
}
#endif
#if !defined CASE || CASE == 4  // deleted
static tokenmint_agora_issuer four() {
  return agora::issuer("app id", TEXT, 1, 1);
}
#endif
#if !defined CASE || CASE == 5  // deleted
static tokenmint_agora_expected five() {
  return agora::expected("certificate", TEXT, "account", 1);
}
#endif
#if !defined CASE || CASE == 6  // deleted
static tokenmint_agora_permission six() {
  return agora::permission(TEXTS, 0, 0);
}
#endif
#if !defined CASE || CASE == 7  // deleted
static tokenmint_text seven() { return list_item(TEXT); }
#endif
#if !defined CASE || CASE == 8  // deleted
static tokenmint_zego_issuer eight() {
  return zego::issuer(1, TEXT, octets, 1, 1);
}
#endif
#if !defined CASE || CASE == 9  // deleted
static tokenmint_zego_issuer nine() {
  return zego::issuer(1, text, OCTETS, 1, 1);
}
#endif
#if !defined CASE || CASE == 10  // deleted
static tokenmint_ath_attestation ten() {
  return ath::attestation(text, TEXT, 1, text);
}
#endif
#if !defined CASE || CASE == 11  // deleted
static tokenmint_ath_expected eleven() {
  return ath::expected(text, TEXT, 1);
}
#endif
#if !defined CASE || CASE == 12  // deleted
static tokenmint_authing_request twelve() {
  return authing::request("GET", "/", PARAMS, headers);
}
#endif
#if !defined CASE || CASE == 13  // deleted
static tokenmint_authing_request thirteen() {
  return authing::request("GET", "/", params, HEADERS);
}
#endif
#if !defined CASE || CASE == 14  // deleted
static tokenmint_authing_param fourteen() {
  return authing::param("name", TEXT);
}
#endif
#if !defined CASE || CASE == 15  // deleted
static view fifteen() {
#ifdef REFUSED
  return ath::claims().issuer();
#else
  static const ath::claims kept;
  return kept.issuer();
#endif
}
#endif
#if !defined CASE || CASE == 16  // deleted
static const tokenmint_agora_token &sixteen() {
#ifdef REFUSED
  return agora::token().info();
#else
  static const agora::token kept;
  return kept.info();
#endif
}
#endif
#if !defined CASE || CASE == 17  // deleted
static const std::string *seventeen() {
#ifdef REFUSED
  return pkce::challenge(text).operator->();
#else
  static const result<std::string> kept = pkce::challenge(text);
  return kept.operator->();
#endif
}
#endif
#if !defined CASE || CASE == 18  // deleted
static agora::token eighteen(agora::token &from) {
#ifdef REFUSED
  return from;
#else
  return std::move(from);
#endif
}
#endif
#if !defined CASE || CASE == 19  // unused
void nineteen() {
#ifdef REFUSED
  pkce::verify(text, text);
#else
  const bool good = pkce::verify(text, text) == TOKENMINT_OK;
  static_cast<void>(good);
#endif
}
#endif

int main() {
#ifndef CASE
  agora::token token;
  static_cast<void>(eighteen(token));
  nineteen();
  static_cast<void>(one().size() + two().size() + three().salt + four().salt);
  static_cast<void>(five().now + six().resources_count + seven().len);
  static_cast<void>(eight().iv_len + nine().iv_len + ten().lifetime);
  static_cast<void>(eleven().now + twelve().path_len + thirteen().path_len);
  static_cast<void>(fourteen().kind + fifteen().size() + sixteen().salt);
  static_cast<void>(seventeen());
#endif
  return 0;
}
