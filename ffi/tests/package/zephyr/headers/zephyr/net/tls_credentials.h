#include <stddef.h>
typedef int sec_tag_t;
enum tls_credential_type { TLS_CREDENTIAL_CA_CERTIFICATE };
int tls_credential_add(sec_tag_t tag, enum tls_credential_type type,
                       const void *credential, size_t len);
