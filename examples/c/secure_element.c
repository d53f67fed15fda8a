/*
 * An ATH attestation whose key never leaves a secure element: the library asks
 * a function of yours for the signature of a digest.
 *
 *   secure_element
 */

#include <stdio.h>
#include <string.h>

#include "system.h"
#include "tokenmint.h"

/*
 * Stands in for the driver of a secure element, and so that the program runs
 * without one: it knows the signature of one digest. A driver sends the digest
 * to the element and gives what it answers: r and s, 32 bytes each, big-endian.
 */
typedef struct {
  uint8_t digest[TOKENMINT_ATH_KEY_LEN];
  uint8_t signature[TOKENMINT_ATH_SIGNATURE_LEN];
} element;

static int32_t element_sign(void *context, const uint8_t *digest,
                            uint8_t *signature) {
  const element *it = (const element *)context;
  if (memcmp(digest, it->digest, sizeof it->digest) != 0) {
    return TOKENMINT_ERR_SIGNER_FAILED;
  }
  (void)memcpy(signature, it->signature, sizeof it->signature);
  return TOKENMINT_OK;
}

static element slot = {
    {0xb3, 0xb8, 0x68, 0xbc, 0xd6, 0x80, 0x54, 0xfc, 0x3a, 0x2b, 0xb4,
     0xd9, 0x5f, 0xcb, 0x8e, 0x67, 0x16, 0x23, 0x7e, 0x76, 0xc9, 0x52,
     0x0c, 0x12, 0x53, 0x54, 0x73, 0x09, 0xf6, 0xe1, 0x0d, 0xe7},
    {0x99, 0xe1, 0xbc, 0xbf, 0x10, 0xc8, 0x0e, 0xbf, 0x69, 0x05, 0x99,
     0xaa, 0x13, 0xb9, 0xaf, 0x48, 0x79, 0xa0, 0x59, 0xb1, 0xee, 0xb5,
     0x95, 0x06, 0x13, 0x84, 0xf2, 0x39, 0xc0, 0xd0, 0xec, 0xfd, 0xe5,
     0x10, 0xcb, 0xa0, 0x3d, 0x4d, 0xd5, 0x2f, 0xc2, 0x34, 0xc0, 0x25,
     0xaa, 0xe1, 0x6c, 0xc8, 0x48, 0xbe, 0x37, 0x77, 0x3b, 0xa2, 0xaf,
     0x5a, 0x8c, 0xab, 0x19, 0x9f, 0x60, 0x47, 0x9e, 0x95},
};

int main(void) {
  static char token[TOKENMINT_ATH_ATTESTATION_CAPACITY];
  size_t token_len = 0;
  int32_t status;
  tokenmint_ath_attestation attestation = TOKENMINT_ATH_ATTESTATION_INIT;

  attestation.agent_id = "https://your-agent.com/.well-known/agent.json";
  attestation.agent_id_len = strlen(attestation.agent_id);
  attestation.audience = "https://gateway.example.com";
  attestation.audience_len = strlen(attestation.audience);
  attestation.key_id = "my-key-2024";
  attestation.key_id_len = strlen(attestation.key_id);
  /* Of a device: from its clock, and from tokenmint_ath_token_id(). */
  attestation.issued_at = 1720000000;
  attestation.token_id = "Rhbf91Yigabx2IxvcZqR0Saqil7Mojr6";
  attestation.token_id_len = strlen(attestation.token_id);
  attestation.lifetime = 3600;

  status = tokenmint_ath_attest_with_signer(&attestation, element_sign, &slot,
                                            token, sizeof token, &token_len);
  if (status != TOKENMINT_OK) {
    return system_failed("no attestation", status);
  }
  printf("%s\n", token);
  return 0;
}
