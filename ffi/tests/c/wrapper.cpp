// The C++ headers: every namespace, good and bad, and twice included.

#include "wrapper.hpp"

int failures = 0;

static void try_agora_007() {
  using namespace tokenmint;
  const tokenmint_agora_issuer issuer = agora_issuer();
  const std::string channel = "lobby";
  const result<std::string> token = agora::rtc_build_token_with_uid(
      issuer, channel, 7, TOKENMINT_AGORA_ROLE_PUBLISHER, 3600, 3600);
  EXPECT(token && token.value().compare(0, 3, "007") == 0);
#ifdef TOKENMINT_HPP_STRING_VIEW
  EXPECT(agora::rtc_build_token_with_uid(issuer, std::string_view("lobby"), 7,
                                         TOKENMINT_AGORA_ROLE_PUBLISHER, 3600,
                                         3600)
             .value() == *token);
#endif

  const result<agora::token> parsed = agora::token::parse(*token);
  EXPECT(parsed && parsed->app_id().str() == APP_ID);
  EXPECT(parsed->verify(CERTIFICATE) == TOKENMINT_OK);
  EXPECT(parsed->verify(APP_ID) == TOKENMINT_ERR_BAD_SIGNATURE);
  const result<tokenmint_agora_service_info> service = parsed->service(0);
  EXPECT(service && service->service_type == 1);
  EXPECT(parsed->service(1).status() == TOKENMINT_ERR_NOT_FOUND);
  EXPECT(parsed->privilege(0, 3).value().expire == 3600);
  EXPECT(!parsed->permission(0, 0) && !parsed->resource(0, 0, 0));
  tokenmint_agora_expected expected =
      agora::expected(CERTIFICATE, "else", 7, 1700000000u);
  EXPECT(parsed->check(expected).status() == TOKENMINT_ERR_CHANNEL_MISMATCH);
  expected = agora::expected(view(), "lobby", 7, 0);
  expected.wanted = TOKENMINT_AGORA_WANT_PUBLISHER;
  const result<tokenmint_agora_report> report = parsed->check(expected);
  EXPECT(report && report->service == 0);
  EXPECT(report->signature == TOKENMINT_AGORA_NOT_ASKED);
  expected = agora::expected(CERTIFICATE, "lobby", "7", 1700000000u);
  EXPECT(parsed->check(expected));
  expected = agora::expected(CERTIFICATE, "lobby", "8", 1700000000u);
  EXPECT(parsed->check(expected).status() == TOKENMINT_ERR_USER_MISMATCH);
  EXPECT(parsed->warning(0, 0).status() == TOKENMINT_ERR_NOT_FOUND);

  const result<agora::peeked> peeked = agora::peeked::peek(*token);
  EXPECT(peeked && peeked->channel().str() == "lobby");
  EXPECT(!peeked->should_renew(1700000001u));
  EXPECT(peeked->has_expired(1700003600u));

  const result<std::string> refused = agora::rtc_build_token_with_uid(
      issuer, "", 7, TOKENMINT_AGORA_ROLE_PUBLISHER, 3600, 3600);
  EXPECT(!refused && refused.value().empty());
  EXPECT(refused.status() == TOKENMINT_ERR_EMPTY);
#ifdef TOKENMINT_HPP_EXCEPTIONS
  EXPECT(token.or_throw() == *token);
  bool thrown = false;
  try {
    refused.or_throw();
  } catch (const std::runtime_error &) {
    thrown = true;
  }
  EXPECT(thrown);
#endif

  const tokenmint_text resources[] = {list_item("news")};
  const tokenmint_agora_permission permission = agora::permission(
      resources, TOKENMINT_AGORA_RESOURCE_MESSAGE_CHANNELS,
      TOKENMINT_AGORA_PERMISSION_READ);
  const result<std::string> rtm2 = agora::rtm_build_token_with_permissions(
      issuer, "alice",
      std::vector<tokenmint_agora_permission>(1, permission), 60);
  EXPECT(rtm2);
  const result<agora::token> read = agora::token::parse(*rtm2);
  EXPECT(read->permission(0, 0).value().resources_count == 1);
  EXPECT(read->resource(0, 0, 0).value() == "news");
  EXPECT(agora::token_header(*token).value() == "agora token=" + *token);

  // The example of the public documentation.
  const std::string body =
      "{\"eventType\":10,\"noticeId\":\"4eb720f0-8da7-11e9-a43e-53f411c2761f\","
      "\"notifyMs\":1560408533119,\"payload\":{\"a\":\"1\",\"b\":2},"
      "\"productId\":1}";
  const char *signature =
      "de96da5acf03b0021ac3b4fa2225e7ae6f3533a30d50bb02c08ea4fa748bda24";
  const std::vector<unsigned char> raw(body.begin(), body.end());
  EXPECT(agora::verify_notification("secret", raw, signature) == TOKENMINT_OK);
  EXPECT(agora::verify_notification("Secret", raw, signature) ==
         TOKENMINT_ERR_BAD_SIGNATURE);
}

static void try_agora_006() {
  using namespace tokenmint;
  const tokenmint_agora_issuer issuer = agora_issuer();
  const result<std::string> token = agora::v006_rtc_build_token_with_account(
      issuer, "lobby", "alice", TOKENMINT_AGORA_ROLE_SUBSCRIBER, 1700003600u,
      0);
  EXPECT(token);
  const result<agora::v006_token> parsed = agora::v006_token::parse(*token);
  EXPECT(parsed && parsed->app_id().str() == APP_ID);
  EXPECT(parsed->verify(CERTIFICATE, "lobby", "alice") == TOKENMINT_OK);
  EXPECT(parsed->privilege(0).value().expire == 1700003600u);
  EXPECT(!parsed->privilege(1));
  tokenmint_agora_expected expected = TOKENMINT_AGORA_EXPECTED_INIT;
  expected.now = 1700086400u;
  EXPECT(parsed->check(expected).status() == TOKENMINT_ERR_EXPIRED);
  EXPECT(parsed->warning(1700086400u, 0));
}

static void try_zego() {
  using namespace tokenmint;
  static const std::uint8_t iv[16] = {1, 2, 3, 4, 5, 6, 7, 8};
  const tokenmint_zego_issuer issuer =
      zego::issuer(1234567890u, ZEGO_SECRET, iv, 42, 1700000000);
  const result<std::string> payload = zego::room_payload(
      "demo", TOKENMINT_ZEGO_ALLOW, TOKENMINT_ZEGO_DENY,
      TOKENMINT_ZEGO_STREAMS_NULL, std::vector<tokenmint_text>());
  EXPECT(*payload ==
         "{\"room_id\":\"demo\",\"privilege\":{\"1\":1,\"2\":0},"
         "\"stream_id_list\":null}");
  const result<std::string> token =
      zego::generate_token04(issuer, "user", 3600, *payload);
  EXPECT(token && token.value().compare(0, 2, "04") == 0);
  const result<zego::claims> opened = zego::claims::open(*token, ZEGO_SECRET);
  EXPECT(opened && opened->user_id().str() == "user");
  EXPECT(opened->payload().str() == *payload);
  const result<zego::claims> peeked = zego::claims::peek(*token);
  EXPECT(peeked && peeked->info().expires_at == 1700003600);
  EXPECT(zego::claims::open(*token, CERTIFICATE).status() ==
         TOKENMINT_ERR_DECRYPT_FAILED);
  tokenmint_zego_expected expected =
      zego::expected(1234567890u, "user", 1700000001);
  expected.wanted = TOKENMINT_ZEGO_WANT_NOTHING;
  EXPECT(zego::claims::open(*token, ZEGO_SECRET, expected));
  expected.now = 1700003600;
  EXPECT(zego::claims::open(*token, ZEGO_SECRET, expected).status() ==
         TOKENMINT_ERR_EXPIRED);
  EXPECT(zego::official_code(0, "user", ZEGO_SECRET, 1) == 1);
}

static void try_ath() {
  using namespace tokenmint;
  static const std::uint8_t key[32] = {7};
  static const std::uint8_t random[24] = {1};
  const result<std::string> id = ath::token_id(random);
  const tokenmint_ath_attestation it = ath::attestation(
      AGENT, "https://gateway.example.com", 1720000000u, *id);
  const result<std::string> token = ath::attest(it, key);
  EXPECT(token);
  const result<std::vector<std::uint8_t> > point = ath::public_key(key);
  EXPECT(point && point->size() == TOKENMINT_ATH_PUBLIC_KEY_LEN);
  const result<ath::claims> claims = ath::claims::check(
      *token, *point,
      ath::expected("https://gateway.example.com", AGENT, 1720000010u));
  EXPECT(claims && claims->token_id().str() == *id);
  EXPECT(claims->subject().str() == AGENT);
  const tokenmint_ath_expected other =
      ath::expected("https://other.example.com", AGENT, 1720000010u);
  EXPECT(ath::claims::check(*token, *point, other).status() ==
         TOKENMINT_ERR_AUDIENCE_MISMATCH);
  const result<ath::claims> inspected = ath::claims::inspect(*token);
  EXPECT(inspected && inspected->issuer().str() == AGENT);
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

/// Takes bytes up to a limit.
struct taker {
  std::string *to;
  bool operator()(tokenmint::bytes piece) const {
    to->append(reinterpret_cast<const char *>(piece.data()), piece.size());
    return true;
  }
};

static void try_device() {
  using namespace tokenmint;
  tokenmint_agora_issuer issuer = agora_issuer();
  tokenmint_device kitchen =
      device::device(APP_ID, "kitchen", "room", "1001", "1002");
  kitchen.issuer = &issuer;
  kitchen.pipeline = "p1";
  kitchen.pipeline_len = 2;
  device::session session(kitchen, bytes(), 0, 7);
  EXPECT(session.status() == TOKENMINT_OK);
  EXPECT(session.set_clock(1700000000u, 0) == TOKENMINT_OK);
  EXPECT(session.start(0, 60000) == TOKENMINT_OK);
  result<tokenmint_device_step> step =
      session.next(kitchen, TOKENMINT_DEVICE_EVENT_TICK, 0);
  EXPECT(step && step->kind == TOKENMINT_DEVICE_STEP_KEEP);
  step = session.next(kitchen, TOKENMINT_DEVICE_EVENT_KEPT, 0);
  EXPECT(step && step->ask == TOKENMINT_DEVICE_ASK_START);
  const result<std::string> request =
      device::write(kitchen, *step, TOKENMINT_DEVICE_PART_REQUEST);
  EXPECT(request && request->compare(0, 5, "POST ") == 0);
  std::string sent;
  taker take = {&sent};
  EXPECT(device::send(kitchen, *step, take) == TOKENMINT_OK);
  EXPECT(sent == *request);

  device::answer answer(kitchen, *step);
  EXPECT(answer.status() == TOKENMINT_OK);
  const char text[] = "HTTP/1.1 200 OK\r\n\r\n{\"agent_id\":\"A1\"}";
  EXPECT(answer.read(bytes(reinterpret_cast<const std::uint8_t *>(text),
                           sizeof text - 1)) == TOKENMINT_OK);
  EXPECT(!answer.is_complete());
  EXPECT(answer.end() == TOKENMINT_OK);
  EXPECT(answer.said().said == TOKENMINT_DEVICE_SAID_DONE);
  step = session.next(kitchen, answer, 0);
  EXPECT(step && step->agent_id_len == 2);
  EXPECT(session.stop(0, 60000) == TOKENMINT_OK);

  device::answer parts(kitchen, *step);
  EXPECT(parts.head(404, view(), view()) == TOKENMINT_OK);
  EXPECT(parts.body(bytes()) == TOKENMINT_OK);
  EXPECT(parts.complete() == TOKENMINT_OK);
  EXPECT(parts.said().http_status == 404);
}

int main() {
  EXPECT(tokenmint::version() == TOKENMINT_VERSION);
  try_agora_007();
  try_agora_006();
  try_zego();
  try_ath();
  try_authing();
  try_device();
  try_lifetimes();
  if (failures != 0) {
    return 1;
  }
  std::printf("the C++ header works\n");
  return 0;
}
