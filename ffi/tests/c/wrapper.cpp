// The C++ header: every namespace, good and bad, and twice included.

#define TOKENMINT_HPP_EXCEPTIONS
#include "tokenmint.hpp"
#include "tokenmint.hpp"

#include <cstdio>

static int failures = 0;

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

static void try_agora_007() {
  using namespace tokenmint;
  const tokenmint_agora_issuer issuer =
      agora::issuer(APP_ID, CERTIFICATE, 1700000000u, 12345678u);
  const std::string channel = "lobby";
  const result<std::string> token = agora::rtc_build_token_with_uid(
      issuer, channel, 7, TOKENMINT_AGORA_ROLE_PUBLISHER, 3600, 3600);
  EXPECT(token && token.value().compare(0, 3, "007") == 0);
  EXPECT(token.or_throw() == *token);
#ifdef TOKENMINT_HPP_STRING_VIEW
  EXPECT(agora::rtc_build_token_with_uid(issuer, std::string_view("lobby"), 7,
                                         TOKENMINT_AGORA_ROLE_PUBLISHER, 3600,
                                         3600)
             .value() == *token);
#endif

  result<agora::token> parsed = agora::token::parse(*token);
  EXPECT(parsed && parsed->app_id().str() == APP_ID);
  const agora::token moved = parsed.take();
  EXPECT(moved.verify(CERTIFICATE) == TOKENMINT_OK);
  EXPECT(moved.verify(APP_ID) == TOKENMINT_ERR_BAD_SIGNATURE);
  EXPECT(moved.service(0) && moved.service(0)->service_type == 1);
  EXPECT(moved.service(1).status() == TOKENMINT_ERR_NOT_FOUND);
  EXPECT(moved.privilege(0, 3)->expire == 3600);
  EXPECT(!moved.permission(0, 0) && !moved.resource(0, 0, 0));
  tokenmint_agora_expected expected = TOKENMINT_AGORA_EXPECTED_INIT;
  expected.channel = "else";
  expected.channel_len = 4;
  EXPECT(moved.check(expected).status() == TOKENMINT_ERR_CHANNEL_MISMATCH);
  EXPECT(moved.check(expected)->signature == TOKENMINT_AGORA_NOT_CHECKED);
  expected.channel = "lobby";
  expected.channel_len = 5;
  expected.user_kind = TOKENMINT_AGORA_USER_UID;
  expected.uid = 7;
  expected.wanted = TOKENMINT_AGORA_WANT_PUBLISHER;
  EXPECT(moved.check(expected) && moved.check(expected)->service == 0);
  expected.uid = 8;
  EXPECT(moved.check(expected).status() == TOKENMINT_ERR_USER_MISMATCH);
  EXPECT(moved.warning(0, 0).status() == TOKENMINT_ERR_NOT_FOUND);

  const result<agora::peeked> peeked = agora::peeked::peek(*token);
  EXPECT(peeked && peeked->channel().str() == "lobby");
  EXPECT(!peeked->should_renew(1700000001u));
  EXPECT(peeked->has_expired(1700003600u));

  const result<std::string> refused = agora::rtc_build_token_with_uid(
      issuer, "", 7, TOKENMINT_AGORA_ROLE_PUBLISHER, 3600, 3600);
  EXPECT(!refused && refused.value().empty());
  EXPECT(refused.status() == TOKENMINT_ERR_EMPTY);
  bool thrown = false;
  try {
    refused.or_throw();
  } catch (const std::runtime_error &) {
    thrown = true;
  }
  EXPECT(thrown);

  const tokenmint_text resource = list_item("news");
  const tokenmint_agora_permission permission = {
      &resource, 1, TOKENMINT_AGORA_RESOURCE_MESSAGE_CHANNELS,
      TOKENMINT_AGORA_PERMISSION_READ};
  const result<std::string> rtm2 = agora::rtm_build_token_with_permissions(
      issuer, "alice",
      std::vector<tokenmint_agora_permission>(1, permission), 60);
  EXPECT(rtm2);
  const result<agora::token> read = agora::token::parse(*rtm2);
  EXPECT(read->permission(0, 0)->resources_count == 1);
  EXPECT(read->resource(0, 0, 0).value() == "news");
  EXPECT(agora::token_header(*token).value() == "agora token=" + *token);
}

static void try_agora_006() {
  using namespace tokenmint;
  const tokenmint_agora_issuer issuer =
      agora::issuer(APP_ID, CERTIFICATE, 1700000000u, 12345678u);
  const result<std::string> token = agora::v006_rtc_build_token_with_account(
      issuer, "lobby", "alice", TOKENMINT_AGORA_ROLE_SUBSCRIBER, 1700003600u,
      0);
  EXPECT(token);
  result<agora::v006_token> parsed =
      agora::v006_token::parse(std::string(*token));
  EXPECT(parsed && parsed->app_id().str() == APP_ID);
  const agora::v006_token moved = parsed.take();
  EXPECT(moved.verify(CERTIFICATE, "lobby", "alice") == TOKENMINT_OK);
  EXPECT(moved.privilege(0)->expire == 1700003600u);
  EXPECT(!moved.privilege(1));
  tokenmint_agora_expected expected = TOKENMINT_AGORA_EXPECTED_INIT;
  expected.now = 1700086400u;
  EXPECT(moved.check(expected).status() == TOKENMINT_ERR_EXPIRED);
  EXPECT(moved.warning(1700086400u, 0));
}

static void try_zego() {
  using namespace tokenmint;
  static const std::uint8_t iv[16] = {1, 2, 3, 4, 5, 6, 7, 8};
  const char secret[] = "fa94dd0f974cf2e293728a526b028271";
  const tokenmint_zego_issuer issuer =
      zego::issuer(1234567890u, secret, iv, 42, 1700000000);
  const result<std::string> payload = zego::room_payload(
      "demo", TOKENMINT_ZEGO_ALLOW, TOKENMINT_ZEGO_DENY,
      TOKENMINT_ZEGO_STREAMS_NULL, std::vector<tokenmint_text>());
  EXPECT(*payload ==
         "{\"room_id\":\"demo\",\"privilege\":{\"1\":1,\"2\":0},"
         "\"stream_id_list\":null}");
  const result<std::string> token =
      zego::generate_token04(issuer, "user", 3600, *payload);
  EXPECT(token && token.value().compare(0, 2, "04") == 0);
  const result<zego::claims> opened =
      zego::claims::open(*token, secret, nullptr);
  EXPECT(opened && opened->user_id().str() == "user");
  EXPECT(opened->payload().str() == *payload);
  EXPECT(zego::claims::peek(*token)->info().expires_at == 1700003600);
  EXPECT(zego::claims::open(*token, CERTIFICATE, nullptr).status() ==
         TOKENMINT_ERR_DECRYPT_FAILED);
  EXPECT(zego::official_code(0, "user", secret, 1) == 1);
}

static void try_ath() {
  using namespace tokenmint;
  static const std::uint8_t key[32] = {7};
  static const std::uint8_t random[24] = {1};
  const char agent[] = "https://agent.example.com/.well-known/agent.json";
  const result<std::string> id = ath::token_id(random);
  const tokenmint_ath_attestation it = ath::attestation(
      agent, "https://gateway.example.com", 1720000000u, *id);
  const result<std::string> token = ath::attest(it, key);
  EXPECT(token);
  const result<std::vector<std::uint8_t> > point = ath::public_key(key);
  EXPECT(point && point->size() == TOKENMINT_ATH_PUBLIC_KEY_LEN);
  tokenmint_ath_expectation expected = TOKENMINT_ATH_EXPECTATION_INIT;
  expected.audience = it.audience;
  expected.audience_len = it.audience_len;
  expected.subject = agent;
  expected.subject_len = sizeof agent - 1;
  expected.now = 1720000010u;
  const result<ath::claims> claims =
      ath::claims::verify(*token, *point, expected);
  EXPECT(claims && claims->token_id().str() == *id);
  EXPECT(ath::claims::inspect(*token)->issuer().str() == agent);
  EXPECT(ath::attest_with_signer(it, [](const std::uint8_t *,
                                        std::uint8_t *) { return false; })
             .status() == TOKENMINT_ERR_SIGNER_FAILED);
}

static void try_authing() {
  using namespace tokenmint;
  std::vector<tokenmint_authing_param> params;
  params.push_back(authing::param("userId", "u1"));
  std::vector<tokenmint_authing_header> headers;
  headers.push_back(authing::header("date", "1700000000000"));
  const tokenmint_authing_request request =
      authing::request("GET", "/api/v3/get-user", params, headers);
  EXPECT(authing::string_to_sign(request).value() ==
         "GET\ndate:1700000000000\n/api/v3/get-user?userId=u1");
  const result<std::string> authorization =
      authing::authorization("ak", "sk", request);
  EXPECT(authing::verify("ak", "sk", request, *authorization) ==
         TOKENMINT_OK);
  EXPECT(authing::verify("ak", "other", request, *authorization) ==
         TOKENMINT_ERR_BAD_SIGNATURE);
  const result<std::string> challenge =
      pkce::challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
  EXPECT(*challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

int main() {
  EXPECT(tokenmint::version() == TOKENMINT_VERSION);
  try_agora_007();
  try_agora_006();
  try_zego();
  try_ath();
  try_authing();
  if (failures != 0) {
    return 1;
  }
  std::printf("the C++ header works\n");
  return 0;
}
