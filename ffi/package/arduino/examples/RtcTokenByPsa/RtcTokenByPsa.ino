/*
 * An Agora RTC token whose HMAC is that of PSA Crypto (Mbed TLS, TF-M), where
 * the core of the board has it: the library's own is not linked then.
 *
 * tokenmint_psa.c beside this file is part of the sketch. What RtcToken says of
 * the certificate holds here, too.
 */

#include <psa/crypto.h>
#include <string.h>

/* Before the header: what the structs name is PSA's. */
#define TOKENMINT_PSA
#include <tokenmint.h>

static const char app_id[] = "00000000000000000000000000000000";
static const char certificate[] = "11111111111111111111111111111111";

/* Not on the stack: 881 bytes. */
static char token[TOKENMINT_AGORA_RTC_CAPACITY];

/* Unix seconds. Set it by SNTP or from a clock with a battery: 0 is refused. */
static uint32_t now = 0;

void setup() {
  Serial.begin(115200);
  if (psa_crypto_init() != PSA_SUCCESS) {
    Serial.println("PSA Crypto does not start");
    return;
  }
  size_t len = 0;
  tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
  issuer.app_id = app_id;
  issuer.app_id_len = strlen(app_id);
  issuer.certificate = certificate;
  issuer.certificate_len = strlen(certificate);
  issuer.issued_at = now;
  issuer.salt = (uint32_t)random(1, 99999999);
  const int32_t status = tokenmint_agora_rtc_build_token_with_uid(
      &issuer, TOKENMINT_TEXT("lobby"), 7, TOKENMINT_AGORA_ROLE_PUBLISHER, 3600,
      3600, token, sizeof token, &len);
  Serial.println(status == TOKENMINT_OK ? token : tokenmint_status_name(status));
}

void loop() {}
