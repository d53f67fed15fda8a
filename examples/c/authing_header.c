/*
 * The headers of a signed request to Authing, the listing of groups:
 *
 *   authing_header [DATE NONCE]
 *
 * AUTHING_ACCESS_KEY_ID and AUTHING_ACCESS_KEY_SECRET are those of the user
 * pool.
 */

#include <stdio.h>
#include <string.h>

#include "system.h"
#include "tokenmint.h"

#define TEXT(literal) (literal), sizeof(literal) - 1

int main(int argc, char **argv) {
  const char *key_id = system_setting("AUTHING_ACCESS_KEY_ID", "ak-000001");
  const char *key_secret =
      system_setting("AUTHING_ACCESS_KEY_SECRET", "sk-secret-000001");
  static char authorization[TOKENMINT_AUTHING_AUTHORIZATION_CAPACITY];
  char date[TOKENMINT_AUTHING_DATE_CAPACITY];
  char nonce[TOKENMINT_AUTHING_NONCE_CAPACITY];
  uint8_t random[TOKENMINT_AUTHING_RANDOM_LEN];
  size_t date_len = 0, nonce_len = 0, authorization_len = 0, i;
  tokenmint_authing_request request = TOKENMINT_AUTHING_REQUEST_INIT;
  tokenmint_authing_header headers[] = {
      {TEXT("date"), NULL, 0},
      {TEXT("x-authing-lang"), TEXT("zh-CN")},
      {TEXT("x-authing-sdk-version"), TEXT("authing-node-sdk:4.0.1")},
      {TEXT("x-authing-signature-method"), TEXT("HMAC-SHA1")},
      {TEXT("x-authing-signature-nonce"), NULL, 0},
      {TEXT("x-authing-signature-version"), TEXT("1.0")},
  };
  int32_t status;

  status = tokenmint_authing_date((uint64_t)system_now() * 1000,
                                  TOKENMINT_AUTHING_DATE_UNIX_MILLIS, date,
                                  sizeof date, &date_len);
  if (status != TOKENMINT_OK) {
    return system_failed("no date", status);
  }
  system_random(random, sizeof random);
  status = tokenmint_authing_nonce(random, sizeof random, nonce, sizeof nonce,
                                   &nonce_len);
  if (status != TOKENMINT_OK) {
    return system_failed("no nonce", status);
  }
  headers[0].value = argc > 2 ? argv[1] : date;
  headers[0].value_len = strlen(headers[0].value);
  headers[4].value = argc > 2 ? argv[2] : nonce;
  headers[4].value_len = strlen(headers[4].value);

  request.method = "GET";
  request.method_len = 3;
  request.path = "/api/v3/list-groups";
  request.path_len = strlen(request.path);
  request.headers = headers;
  request.headers_count = sizeof headers / sizeof headers[0];
  status = tokenmint_authing_authorization(
      key_id, strlen(key_id), key_secret, strlen(key_secret), &request,
      authorization, sizeof authorization, &authorization_len);
  if (status != TOKENMINT_OK) {
    return system_failed("no signature", status);
  }
  for (i = 0; i < request.headers_count; ++i) {
    printf("%s: %s\n", headers[i].name, headers[i].value);
  }
  printf("authorization: %s\n", authorization);
  return 0;
}
