/*
 * A conversation on Zephyr: whole requests over a TLS socket, the page that
 * outlives a power cut in the settings, random numbers of the kernel. The
 * network is to be up before (CONFIG_NET_CONFIG_...); no SNTP is needed.
 *
 * Fill in the project, the models and the certificate of the authority; what
 * may be in the flash of a product is in docs/device.md.
 */

#include <string.h>
#include <zephyr/kernel.h>
#include <zephyr/net/socket.h>
#include <zephyr/net/tls_credentials.h>
#include <zephyr/random/random.h>
#include <zephyr/settings/settings.h>
#include <zephyr/sys/printk.h>

#include "tokenmint/device.h"

#define APP_ID "0123456789abcdef0123456789abcdef"
#define CERTIFICATE "fedcba9876543210fedcba9876543210"
#define NAME "kitchen-0042"
#define CHANNEL "kitchen-0042-talk"
#define PRESET "deepgram_nova_3,openai_gpt_4o_mini,minimax_speech_2_6_turbo"

/* The authority that signs for the service, in PEM with its NUL. */
static const char authority[] = "-----BEGIN CERTIFICATE-----\n...";
#define AUTHORITY_TAG 1

#define STARTED_WITHIN_MS 60000u
#define STOPPED_WITHIN_MS 600000u
#define TALK_MS (10 * 60 * 1000u)

#define PAGE "tokenmint/session"

static tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
static tokenmint_device device = TOKENMINT_DEVICE_INIT;
static tokenmint_device_session session = TOKENMINT_DEVICE_SESSION_INIT;
static tokenmint_device_answer answer = TOKENMINT_DEVICE_ANSWER_INIT;

/* The request, and then the answer, piece by piece. */
static char buffer[2560];

/* What does not fit is a mistake in this program: a length of 0. */
static size_t write_part(const tokenmint_device_step *step, uint32_t part) {
  size_t len = 0;
  int32_t status = tokenmint_device_write(&device, step, part, buffer,
                                          sizeof buffer, &len);
  if (status != TOKENMINT_OK) {
    printk("%s, %u bytes are enough\n", tokenmint_status_name(status),
           (unsigned)len);
    return 0;
  }
  return len;
}

/* A TLS connection to the host that is in the buffer; below 0: none. */
static int connect_tls(void) {
  const sec_tag_t tags[] = {AUTHORITY_TAG};
  struct zsock_addrinfo hints = {.ai_family = AF_INET,
                                 .ai_socktype = SOCK_STREAM};
  struct zsock_addrinfo *found = NULL;
  int tls = -1;
  if (zsock_getaddrinfo(buffer, "443", &hints, &found) != 0) {
    return -1;
  }
  tls = zsock_socket(found->ai_family, SOCK_STREAM, IPPROTO_TLS_1_2);
  if (tls >= 0 &&
      (zsock_setsockopt(tls, SOL_TLS, TLS_SEC_TAG_LIST, tags, sizeof tags) < 0 ||
       zsock_setsockopt(tls, SOL_TLS, TLS_HOSTNAME, buffer,
                        strlen(buffer) + 1) < 0 ||
       zsock_connect(tls, found->ai_addr, found->ai_addrlen) < 0)) {
    zsock_close(tls);
    tls = -1;
  }
  zsock_freeaddrinfo(found);
  return tls;
}

static bool send_all(int tls, size_t len) {
  const char *at = buffer;
  while (len > 0) {
    ssize_t sent = zsock_send(tls, at, len, 0);
    if (sent <= 0) {
      return false;
    }
    at += sent;
    len -= (size_t)sent;
  }
  return true;
}

/* Reads until the answer is whole, or its time is over. */
static void read_answer(int tls, int64_t deadline) {
  bool complete = false;
  while (!complete) {
    int64_t left = deadline - k_uptime_get();
    struct zsock_pollfd ready = {.fd = tls, .events = ZSOCK_POLLIN};
    if (left <= 0 || zsock_poll(&ready, 1, (int)left) <= 0) {
      return;
    }
    ssize_t got = zsock_recv(tls, buffer, sizeof buffer, 0);
    if (got <= 0) {
      /* The end of an answer without a length, or half an answer. */
      (void)!tokenmint_device_answer_end(&answer);
      return;
    }
    if (tokenmint_device_answer_read(&answer, (const uint8_t *)buffer,
                                     (size_t)got, &complete) != TOKENMINT_OK) {
      return;
    }
  }
}

/* Sends the request of a step and reads the answer. */
static uint32_t exchange(const tokenmint_device_step *step) {
  int64_t deadline = k_uptime_get() + step->ms;
  issuer.issued_at = step->unix_seconds;
  issuer.salt = sys_rand32_get();
  if (tokenmint_device_answer_begin(&device, step, &answer) != TOKENMINT_OK ||
      write_part(step, TOKENMINT_DEVICE_PART_HOST) == 0) {
    return TOKENMINT_DEVICE_EVENT_NOT_SENT;
  }
  int tls = connect_tls();
  if (tls < 0) {
    return TOKENMINT_DEVICE_EVENT_NOT_SENT;
  }
  uint32_t event = TOKENMINT_DEVICE_EVENT_NOT_SENT;
  size_t len = write_part(step, TOKENMINT_DEVICE_PART_REQUEST);
  if (len > 0) {
    event = TOKENMINT_DEVICE_EVENT_LOST;
    if (send_all(tls, len)) {
      read_answer(tls, deadline);
      event = TOKENMINT_DEVICE_EVENT_ANSWERED;
    }
  }
  zsock_close(tls);
  memset(buffer, 0, sizeof buffer);
  return event;
}

/* What the settings have of the session. */
static uint8_t kept[TOKENMINT_DEVICE_KEPT_LEN];
static size_t kept_len;

static int on_setting(const char *key, size_t len, settings_read_cb read,
                      void *context, void *param) {
  ARG_UNUSED(key);
  ARG_UNUSED(param);
  if (len == sizeof kept && read(context, kept, sizeof kept) == sizeof kept) {
    kept_len = sizeof kept;
  }
  return 0;
}

/* From the start of the agent to its stop; the status of the library. */
static int32_t converse(uint32_t *end) {
  tokenmint_device_step step = TOKENMINT_DEVICE_STEP_INIT;
  uint32_t event = TOKENMINT_DEVICE_EVENT_TICK;
  uint32_t begin = k_uptime_get_32();
  bool stopping = false;
  int32_t status = tokenmint_device_session_begin(
      &session, &device, kept, kept_len, begin, sys_rand32_get());
  if (status == TOKENMINT_OK) {
    status = tokenmint_device_session_start(&session, begin, STARTED_WITHIN_MS);
  }
  while (status == TOKENMINT_OK) {
    status = tokenmint_device_session_next(&session, &device, event, &answer,
                                           k_uptime_get_32(), &step);
    event = TOKENMINT_DEVICE_EVENT_TICK;
    if (status != TOKENMINT_OK || step.kind == TOKENMINT_DEVICE_STEP_DONE) {
      break;
    }
    if (step.kind == TOKENMINT_DEVICE_STEP_KEEP) {
      event = settings_save_one(PAGE, step.kept, sizeof step.kept) == 0
                  ? TOKENMINT_DEVICE_EVENT_KEPT
                  : TOKENMINT_DEVICE_EVENT_NOT_KEPT;
    } else if (step.kind == TOKENMINT_DEVICE_STEP_SEND) {
      event = exchange(&step);
    } else {
      /* The user talks; a button would end it as well. */
      k_sleep(K_MSEC(step.ms < 1000 ? step.ms : 1000));
      if (!stopping && k_uptime_get_32() - begin > TALK_MS) {
        stopping = true;
        status = tokenmint_device_session_stop(&session, k_uptime_get_32(),
                                               STOPPED_WITHIN_MS);
      }
    }
  }
  *end = step.end;
  return status;
}

int main(void) {
  if (settings_subsys_init() != 0 ||
      settings_load_subtree_direct(PAGE, on_setting, NULL) != 0 ||
      tls_credential_add(AUTHORITY_TAG, TLS_CREDENTIAL_CA_CERTIFICATE, authority,
                         sizeof authority) < 0) {
    printk("no settings, or no authority\n");
    return 1;
  }
  issuer.app_id = APP_ID;
  issuer.app_id_len = strlen(APP_ID);
  issuer.certificate = CERTIFICATE;
  issuer.certificate_len = strlen(CERTIFICATE);
  device.issuer = &issuer;
  device.app_id = APP_ID;
  device.app_id_len = strlen(APP_ID);
  device.name = NAME;
  device.name_len = strlen(NAME);
  device.channel = CHANNEL;
  device.channel_len = strlen(CHANNEL);
  device.agent_uid = "1001";
  device.agent_uid_len = 4;
  device.remote_uid = "1002";
  device.remote_uid_len = 4;
  device.preset = PRESET;
  device.preset_len = strlen(PRESET);

  uint32_t end = TOKENMINT_DEVICE_END_NEW;
  int32_t status = converse(&end);
  printk("%s, end %u\n", tokenmint_status_name(status), (unsigned)end);
  return 0;
}
