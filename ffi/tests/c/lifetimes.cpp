// What lives how long: objects that move, results that are temporary, signers
// that fail. `refused.cpp` has what does not compile.

#include "wrapper.hpp"

#include <type_traits>

/// Moves `from` around: into a new object, over another one, onto itself. What
/// was moved from is as new, and what it had is with the last owner.
template <typename T, typename Text>
static void move_around(T &from, T &other, Text text) {
  const std::string before = text(from).str();
  EXPECT(!before.empty());
  const char *const place = text(from).data();

  T next(std::move(from));
  EXPECT(text(from).data() == nullptr && text(from).empty());
  EXPECT(from.info().struct_size == sizeof from.info());
  EXPECT(text(next).data() == place && text(next).str() == before);

  other = std::move(next);
  EXPECT(text(next).data() == nullptr && text(next).empty());
  EXPECT(text(other).str() == before);

  T &itself = other;
  other = std::move(itself);
  EXPECT(text(other).data() == place && text(other).str() == before);

  // Something else lies where a copy would have pointed to.
  from = T();
  next = T();
  EXPECT(text(other).str() == before);
}

static void try_moves() {
  using namespace tokenmint;
  const std::string rtc = *rtc_token();
  agora::token token = agora::token::parse(rtc).take();
  agora::token other_token =
      agora::token::parse(*agora::fpa_build_token(agora_issuer())).take();
  move_around(token, other_token,
              [](const agora::token &it) { return it.app_id(); });
  EXPECT(other_token.verify(CERTIFICATE) == TOKENMINT_OK);
  // An empty one is refused, and not read.
  EXPECT(token.verify(CERTIFICATE) == TOKENMINT_ERR_TRUNCATED);
  EXPECT(!token.service(0));

  agora::peeked peeked = agora::peeked::peek(rtc).take();
  agora::peeked other_peeked;
  move_around(peeked, other_peeked,
              [](const agora::peeked &it) { return it.channel(); });

  const std::string v006 = *agora::v006_rtc_build_token_with_uid(
      agora_issuer(), "lobby", 7, TOKENMINT_AGORA_ROLE_PUBLISHER, 0, 0);
  agora::v006_token old = agora::v006_token::parse(v006).take();
  agora::v006_token other_old;
  move_around(old, other_old,
              [](const agora::v006_token &it) { return it.app_id(); });
  EXPECT(other_old.verify(CERTIFICATE, "lobby", "7") == TOKENMINT_OK);

  static const std::uint8_t iv[16] = {1, 2, 3};
  const std::string token04 = *zego::generate_token04(
      zego::issuer(1234567890u, ZEGO_SECRET, iv, 42, 1700000000), "user", 3600,
      "");
  zego::claims opened = zego::claims::open(token04, ZEGO_SECRET).take();
  zego::claims other_opened;
  move_around(opened, other_opened,
              [](const zego::claims &it) { return it.user_id(); });

  static const std::uint8_t key[32] = {7};
  const std::string attested = *ath::attest(
      ath::attestation(AGENT, "https://gateway.example.com", 1720000000u,
                       "one-of-a-kind"),
      key);
  ath::claims claims = ath::claims::inspect(attested).take();
  ath::claims other_claims;
  move_around(claims, other_claims,
              [](const ath::claims &it) { return it.token_id(); });

  static_assert(!std::is_copy_constructible<agora::token>::value,
                "a copy would point into the memory of the first");
  static_assert(std::is_nothrow_move_constructible<agora::token>::value &&
                    std::is_nothrow_move_assignable<agora::token>::value,
                "vectors move their elements");
}

static void try_temporaries() {
  using namespace tokenmint;
  typedef result<std::string> text;
  static_assert(
      std::is_same<decltype(std::declval<text>().value()), std::string>::value,
      "a reference into a temporary");
  static_assert(
      std::is_same<decltype(*std::declval<text>()), std::string>::value,
      "a reference into a temporary");
  static_assert(std::is_same<decltype(std::declval<const text &>().value()),
                             const std::string &>::value,
                "a copy of what stays");
  const std::string wanted = *rtc_token();
  const std::string &value = rtc_token().value();
  const std::string &pointed = *rtc_token();
  EXPECT(value == wanted && pointed == wanted);
  for (const char letter : rtc_token().value()) {
    EXPECT(letter != '\0');
  }
#ifdef TOKENMINT_HPP_EXCEPTIONS
  static_assert(std::is_same<decltype(std::declval<text>().or_throw()),
                             std::string>::value,
                "a reference into a temporary");
  const std::string &unless = rtc_token().or_throw();
  EXPECT(unless == wanted);
#endif
  // A text argument may be a temporary: it is there during the call.
  EXPECT(agora::token_header(rtc_token().value()).value() ==
         "agora token=" + wanted);
  EXPECT(agora::token::parse(std::string(wanted)));
}

static void try_signers() {
  using namespace tokenmint;
  const tokenmint_ath_attestation it = ath::attestation(
      AGENT, "https://gateway.example.com", 1720000000u, "one-of-a-kind");
  const auto attest = [&it](ath::signer sign) {
    return ath::attest_with_signer(it, sign).status();
  };
  EXPECT(attest([](const std::uint8_t *, std::uint8_t *signature) {
           for (std::size_t at = 0; at < TOKENMINT_ATH_SIGNATURE_LEN; ++at) {
             signature[at] = 1;
           }
           return true;
         }) == TOKENMINT_OK);
  EXPECT(attest([](const std::uint8_t *, std::uint8_t *) { return false; }) ==
         TOKENMINT_ERR_SIGNER_FAILED);
  EXPECT(attest(ath::signer()) == TOKENMINT_ERR_NULL_POINTER);
  EXPECT(attest(nullptr) == TOKENMINT_ERR_NULL_POINTER);
#ifdef __cpp_exceptions
  EXPECT(attest([](const std::uint8_t *, std::uint8_t *) -> bool {
           throw std::string("no key");
         }) == TOKENMINT_ERR_SIGNER_FAILED);
  // A signer that has nothing to call throws by itself.
  const ath::signer empty;
  EXPECT(attest([&empty](const std::uint8_t *digest, std::uint8_t *signature) {
           return empty(digest, signature);
         }) == TOKENMINT_ERR_SIGNER_FAILED);
#endif
}

void try_lifetimes() {
  try_moves();
  try_temporaries();
  try_signers();
}
