/* The functions that no vector of a whole credential needs, each with values of
 * the specification or of a vector. */

#include "driver.h"

#include <string.h>

#define TEXT(literal) (literal), sizeof(literal) - 1

/* What a call wrote, and that it wrote nothing else. */
#define EXPECT_TEXT(id, call, expected)                                  \
  do {                                                                   \
    char out[256];                                                       \
    size_t out_len = 99;                                                 \
    (void)memset(out, 'x', sizeof out);                                  \
    FAIL_UNLESS(id, (call) == TOKENMINT_OK);                             \
    FAIL_UNLESS(id, same(out, out_len, TEXT(expected)));                 \
    FAIL_UNLESS(id, out_len < sizeof out && out[out_len] == 0);          \
  } while (0)

static void authing(void) {
  static const uint8_t random[TOKENMINT_AUTHING_RANDOM_LEN] = {
      0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef,
      0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef};
  EXPECT_TEXT("authing date",
              tokenmint_authing_date(1700000000000u,
                                     TOKENMINT_AUTHING_DATE_UNIX_MILLIS, out,
                                     sizeof out, &out_len),
              "1700000000000");
  EXPECT_TEXT("authing date",
              tokenmint_authing_date(1700000000000u,
                                     TOKENMINT_AUTHING_DATE_RFC1123, out,
                                     sizeof out, &out_len),
              "Tue, 14 Nov 2023 22:13:20 GMT");
  EXPECT_TEXT("authing nonce",
              tokenmint_authing_nonce(random, sizeof random, out, sizeof out,
                                      &out_len),
              "0123456789abcdef0123456789abcdef");
  EXPECT_TEXT("authing management events",
              tokenmint_authing_management_events_target(
                  TEXT("/events/v1/management/sub"),
                  TEXT("authing.user.created"), out, sizeof out, &out_len),
              "/events/v1/management/sub?code=authing.user.created");
  EXPECT_TEXT("authing authentication events",
              tokenmint_authing_authentication_events_target(
                  TEXT("/events/v1/authentication/sub"), TEXT("a b"),
                  TEXT("T/+="), out, sizeof out, &out_len),
              "/events/v1/authentication/sub?code=a%20b&token=T%2F%2B%3D");
}

static void zego(void) {
  static const tokenmint_text streams[] = {{TEXT("a")}, {TEXT("b")}};
  EXPECT_TEXT("zego payload",
              tokenmint_zego_room_payload(
                  TEXT("demo"), TOKENMINT_ZEGO_ALLOW, TOKENMINT_ZEGO_DENY,
                  TOKENMINT_ZEGO_STREAMS_NULL, NULL, 0, out, sizeof out,
                  &out_len),
              "{\"room_id\":\"demo\",\"privilege\":{\"1\":1,\"2\":0},"
              "\"stream_id_list\":null}");
  EXPECT_TEXT("zego payload",
              tokenmint_zego_room_payload(
                  TEXT("demo"), TOKENMINT_ZEGO_ALLOW, TOKENMINT_ZEGO_ALLOW,
                  TOKENMINT_ZEGO_STREAMS_LIST, streams, 2, out, sizeof out,
                  &out_len),
              "{\"room_id\":\"demo\",\"privilege\":{\"1\":1,\"2\":1},"
              "\"stream_id_list\":[\"a\",\"b\"]}");
}

/* The first test key of ath.json, its point, and an identity document. */
static void ath(void) {
  static const uint8_t key[TOKENMINT_ATH_KEY_LEN] = {
      0x98, 0x1c, 0x8a, 0x58, 0xca, 0x2a, 0x60, 0x80, 0xd9, 0xc3, 0x82,
      0xe1, 0xf0, 0xc2, 0x6c, 0x62, 0xfe, 0x55, 0x2d, 0xfa, 0xd8, 0xe7,
      0xf9, 0xf9, 0x7e, 0x12, 0x32, 0xc4, 0xeb, 0xff, 0xb3, 0xc9};
  static const uint8_t point[TOKENMINT_ATH_PUBLIC_KEY_LEN] = {
      0x04, 0x9c, 0x34, 0x04, 0x8a, 0xff, 0x5a, 0xe9, 0x7b, 0x7b, 0x77,
      0xd6, 0x3b, 0x20, 0xcd, 0x0a, 0xa9, 0x58, 0x7c, 0x28, 0x32, 0xa5,
      0x85, 0x50, 0xab, 0xb1, 0x92, 0x7d, 0xfa, 0x6e, 0xf9, 0xa3, 0x83,
      0x8c, 0x7a, 0x9e, 0xcf, 0xaf, 0xba, 0x0d, 0x61, 0x56, 0xce, 0x8a,
      0xdb, 0x0c, 0x6d, 0xda, 0xae, 0x5c, 0xac, 0xcc, 0xc4, 0x3d, 0xa0,
      0xed, 0x8d, 0x76, 0xa4, 0x63, 0xdf, 0xc8, 0x7d, 0x19, 0xae};
  static const char document[] =
      "{\"agent_id\":\"https://a.example/.well-known/agent.json\","
      "\"public_key\":{\"kty\":\"EC\",\"crv\":\"P-256\","
      "\"x\":\"nDQEiv9a6Xt7d9Y7IM0KqVh8KDKlhVCrsZJ9-m75o4M\","
      "\"y\":\"jHqez6-6DWFWzorbDG3arlyszMQ9oO2NdqRj38h9Ga4\"}}";
  uint8_t out[TOKENMINT_ATH_PUBLIC_KEY_LEN];
  size_t len = 99;
  FAIL_UNLESS("ath key", tokenmint_ath_public_key(key, sizeof key, out,
                                                  sizeof out, &len) ==
                             TOKENMINT_OK);
  FAIL_UNLESS("ath key", same(out, len, point, sizeof point));
  (void)memset(out, 0, sizeof out);
  FAIL_UNLESS("ath identity",
              tokenmint_ath_identity_key(
                  TEXT(document), TEXT("https://a.example/.well-known/agent.json"),
                  out, sizeof out, &len) == TOKENMINT_OK);
  FAIL_UNLESS("ath identity", same(out, len, point, sizeof point));
  FAIL_UNLESS("ath identity of another",
              tokenmint_ath_identity_key(
                  TEXT(document), TEXT("https://b.example/.well-known/agent.json"),
                  out, sizeof out, &len) == TOKENMINT_ERR_USER_MISMATCH);
  FAIL_UNLESS("ath identity of another", len == 0 && out[0] == 0);
}

/* A user id that is a number is its decimal text. */
static void agora(void) {
  char one[TOKENMINT_AGORA_RTM_CAPACITY];
  char other[TOKENMINT_AGORA_RTM_CAPACITY];
  size_t one_len = 0, other_len = 1;
  tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
  issuer.app_id = "970CA35de60c44645bbae8a215061b33";
  issuer.app_id_len = 32;
  issuer.certificate = "5CFd2fd1755d40ecb72977518be15d3b";
  issuer.certificate_len = 32;
  issuer.issued_at = 1700000000u;
  issuer.salt = 12345678u;
  FAIL_UNLESS("rtm uid", tokenmint_agora_rtm_build_token(
                             &issuer, TEXT("2882341273"), 600, one, sizeof one,
                             &one_len) == TOKENMINT_OK);
  FAIL_UNLESS("rtm uid", tokenmint_agora_rtm_build_token_with_uid(
                             &issuer, 2882341273u, 600, other, sizeof other,
                             &other_len) == TOKENMINT_OK);
  FAIL_UNLESS("rtm uid", same(one, one_len, other, other_len));
}

void run_values(void) {
  agora();
  zego();
  ath();
  authing();
}
