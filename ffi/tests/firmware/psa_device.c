/* What Mbed TLS asks a device for, and the program of the host that runs on it. */

#include <psa/crypto.h>

#include "semihosting.h"

int psa_main(void);
void initialise_monitor_handles(void);

/* Blinding, and keys and signatures that nobody keeps: a sequence does. */
psa_status_t mbedtls_psa_external_get_random(
    mbedtls_psa_external_random_context_t *context, uint8_t *output,
    size_t output_size, size_t *output_length) {
  static uint32_t state = 1;
  (void)context;
  for (size_t at = 0; at < output_size; at++) {
    state = state * 1664525u + 1013904223u;
    output[at] = (uint8_t)(state >> 24);
  }
  *output_length = output_size;
  return PSA_SUCCESS;
}

int main(void) {
  initialise_monitor_handles();
  return psa_main();
}
