/* What the generated cases and the driver agree on. Compiles as C99 and as
 * C++11, like the header it includes (twice, on purpose). */

#ifndef DRIVER_H
#define DRIVER_H

#include "tokenmint.h"
#include "tokenmint.h"

/* All of it by the platform, if that is asked for. */
#ifdef TOKENMINT_PSA
#define GCM_CIPHER tokenmint_psa_encrypt
#define tokenmint_zego_open(token, token_len, secret, secret_len, expected,   \
                            workspace, workspace_cap, info)                  \
  tokenmint_zego_open_with_cipher(token, token_len, secret, secret_len,      \
                                  tokenmint_psa_decrypt, NULL, expected,     \
                                  workspace, workspace_cap, info)
#else
#define GCM_CIPHER tokenmint_aes256_gcm
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* A call that writes a text: asked for its size, called with too little, with
 * the exact size, and with more. */
typedef struct {
  const char *id;
  int32_t (*call)(char *out, size_t out_cap, size_t *out_len);
  int32_t status;
  const char *text; /* what it writes, or NULL */
  size_t text_len;
  const uint8_t *content; /* what is in the 007 token it writes, or NULL */
  size_t content_len;
} text_case;

typedef struct {
  const char *id;
  void (*check)(const char *id);
} check_case;

extern const text_case text_cases[];
extern const size_t text_cases_count;
extern const check_case check_cases[];
extern const size_t check_cases_count;

void fail(const char *id, const char *file, int line, const char *what);

#define FAIL_UNLESS(id, condition)                 \
  do {                                             \
    if (!(condition)) {                            \
      fail(id, __FILE__, __LINE__, #condition);    \
    }                                              \
  } while (0)

int same(const void *a, size_t a_len, const void *b, size_t b_len);

const tokenmint_agora_token *read_007(const char *id, const char *token,
                                      size_t token_len, int32_t status);
void expect_service(const char *id, const tokenmint_agora_token *token,
                    size_t index, unsigned type, int has_channel,
                    const char *channel, size_t channel_len, int has_user,
                    const char *user, size_t user_len, size_t privileges);
void expect_privilege(const char *id, const tokenmint_agora_token *token,
                      size_t service, size_t index, unsigned privilege,
                      uint32_t expire);
void expect_permission(const char *id, const tokenmint_agora_token *token,
                       size_t service, size_t index, unsigned resource_type,
                       unsigned permission_type, size_t resources);
void expect_resource(const char *id, const tokenmint_agora_token *token,
                     size_t service, size_t permission, size_t index,
                     const char *name, size_t name_len);
/* What else one may ask of a good token: report, short form, warnings. */
void question_007(const char *id, const char *token, size_t token_len,
                  const char *certificate, size_t certificate_len);
void expect_006(const char *id, const char *token, size_t token_len,
                const char *certificate, size_t certificate_len,
                const char *channel, size_t channel_len, const char *account,
                size_t account_len, const uint8_t *content,
                size_t content_len, const tokenmint_agora_privilege *privileges,
                size_t privileges_count);
/* Reads a token of either version and asks; in C++ through the classes too.
 * What is NULL or 0 is not asked. */
void ask_agora(const char *id, const char *token, size_t token_len,
               const char *certificate, size_t certificate_len,
               const char *app_id, size_t app_id_len, const char *channel,
               size_t channel_len, const char *user, size_t user_len,
               uint32_t user_kind, uint32_t uid, uint32_t now,
               unsigned service_type, unsigned privilege, uint32_t wanted,
               int32_t status);
void refuse_006(const char *id, const char *token, size_t token_len,
                int32_t status);

void expect_zego(const char *id, const char *token, size_t token_len,
                 const char *secret, size_t secret_len, const char *room,
                 size_t room_len, const char *user, size_t user_len,
                 const char *payload, size_t payload_len, uint32_t app_id,
                 int64_t now, int32_t status);
void ask_zego(const char *id, const char *token, size_t token_len,
              const char *secret, size_t secret_len, const char *room,
              size_t room_len, const char *user, size_t user_len,
              uint32_t app_id, int64_t now, uint32_t wanted, int32_t status);
void open_zego(const char *id, const char *token, size_t token_len,
               const char *secret, size_t secret_len, int32_t status);

/* A secure element that knows one digest. */
typedef struct {
  const uint8_t *digest;
  const uint8_t *signature;
} element;
int32_t element_sign(void *context, const uint8_t *digest, uint8_t *signature);

void expect_ath(const char *id, const char *token, size_t token_len,
                const uint8_t *key, size_t key_len, const char *audience,
                size_t audience_len, const char *subject, size_t subject_len,
                uint64_t now, int32_t status);
void inspect_ath(const char *id, const char *token, size_t token_len,
                 int32_t status);

void run_faults(void);
void run_device(void);
void run_values(void);

#ifdef __cplusplus
}
#endif

#endif
