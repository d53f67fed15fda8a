/*
 * A conversation on ESP-IDF: requests by esp_http_client, the page that outlives
 * a power cut in NVS, random numbers of the chip. The network is to be up
 * before, as in every example of ESP-IDF; no SNTP is needed.
 *
 * Fill in the project and the models; what may be in the flash of a product is
 * in docs/device.md.
 */

#include <string.h>

#include "esp_crt_bundle.h"
#include "esp_event.h"
#include "esp_http_client.h"
#include "esp_log.h"
#include "esp_netif.h"
#include "esp_random.h"
#include "esp_timer.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "nvs.h"
#include "nvs_flash.h"
#include "tokenmint/device.h"

#define APP_ID "0123456789abcdef0123456789abcdef"
#define CERTIFICATE "fedcba9876543210fedcba9876543210"
#define NAME "kitchen-0042"
#define CHANNEL "kitchen-0042-talk"
#define PRESET "deepgram_nova_3,openai_gpt_4o_mini,minimax_speech_2_6_turbo"

#define STARTED_WITHIN_MS 60000u
#define STOPPED_WITHIN_MS 600000u
#define TALK_MS (10 * 60 * 1000u)

static const char *TAG = "conversation";

static tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
static tokenmint_device device = TOKENMINT_DEVICE_INIT;
static tokenmint_device_session session = TOKENMINT_DEVICE_SESSION_INIT;
static tokenmint_device_answer answer = TOKENMINT_DEVICE_ANSWER_INIT;

/* The parts of a request; the token is made behind them. */
static char url[768];
static char authorization[1536];
static char body[2560];

static uint32_t millis(void) { return (uint32_t)(esp_timer_get_time() / 1000); }

/* What does not fit is a mistake in this program. */
static bool write_part(const tokenmint_device_step *step, uint32_t part,
                       char *out, size_t cap) {
  size_t len = 0;
  int32_t status = tokenmint_device_write(&device, step, part, out, cap, &len);
  if (status != TOKENMINT_OK) {
    ESP_LOGE(TAG, "%s, %u bytes are enough", tokenmint_status_name(status),
             (unsigned)len);
  }
  return status == TOKENMINT_OK;
}

/* Headers and body, as they come. */
static esp_err_t on_event(esp_http_client_event_t *event) {
  uint32_t status = (uint32_t)esp_http_client_get_status_code(event->client);
  int32_t taken = TOKENMINT_OK;
  if (event->event_id == HTTP_EVENT_ON_HEADER) {
    taken = tokenmint_device_answer_head(
        &answer, status, event->header_key, strlen(event->header_key),
        event->header_value, strlen(event->header_value));
  } else if (event->event_id == HTTP_EVENT_ON_DATA) {
    taken = tokenmint_device_answer_body(&answer, event->data,
                                         (size_t)event->data_len);
  }
  return taken == TOKENMINT_OK ? ESP_OK : ESP_FAIL;
}

/* Sends the request of a step and reads the answer. */
static uint32_t exchange(const tokenmint_device_step *step) {
  uint32_t event = TOKENMINT_DEVICE_EVENT_NOT_SENT;
  issuer.issued_at = step->unix_seconds;
  issuer.salt = esp_random();
  if (!write_part(step, TOKENMINT_DEVICE_PART_URL, url, sizeof url) ||
      !write_part(step, TOKENMINT_DEVICE_PART_AUTHORIZATION, authorization,
                  sizeof authorization) ||
      !write_part(step, TOKENMINT_DEVICE_PART_BODY, body, sizeof body) ||
      tokenmint_device_answer_begin(&device, step, &answer) != TOKENMINT_OK) {
    return event;
  }
  esp_http_client_config_t config = {
      .url = url,
      .method = strcmp(step->method, "GET") == 0 ? HTTP_METHOD_GET
                                                 : HTTP_METHOD_POST,
      .timeout_ms = (int)step->ms,
      .disable_auto_redirect = true,
      .event_handler = on_event,
      .crt_bundle_attach = esp_crt_bundle_attach,
      .buffer_size_tx = sizeof authorization + 512,
  };
  esp_http_client_handle_t client = esp_http_client_init(&config);
  if (client == NULL) {
    return event;
  }
  if (authorization[0] != '\0') {
    esp_http_client_set_header(client, "Authorization", authorization);
  }
  if (body[0] != '\0') {
    esp_http_client_set_header(client, "Content-Type", "application/json");
    esp_http_client_set_post_field(client, body, (int)strlen(body));
  }
  esp_err_t performed = esp_http_client_perform(client);
  if (performed == ESP_ERR_HTTP_CONNECT) {
    event = TOKENMINT_DEVICE_EVENT_NOT_SENT;
  } else if (performed != ESP_OK ||
             !esp_http_client_is_complete_data_received(client)) {
    event = TOKENMINT_DEVICE_EVENT_LOST;
  } else if (tokenmint_device_answer_complete(&answer) == TOKENMINT_OK) {
    event = TOKENMINT_DEVICE_EVENT_ANSWERED;
  }
  esp_http_client_cleanup(client);
  memset(authorization, 0, sizeof authorization);
  memset(body, 0, sizeof body);
  return event;
}

/* The page is a value in NVS, which is written as a whole or not at all. */
static size_t load_page(uint8_t kept[TOKENMINT_DEVICE_KEPT_LEN]) {
  nvs_handle_t nvs;
  size_t len = TOKENMINT_DEVICE_KEPT_LEN;
  if (nvs_open("tokenmint", NVS_READONLY, &nvs) != ESP_OK) {
    return 0;
  }
  esp_err_t read = nvs_get_blob(nvs, "session", kept, &len);
  nvs_close(nvs);
  return read == ESP_OK ? len : 0;
}

static bool store_page(const uint8_t *kept) {
  nvs_handle_t nvs;
  if (nvs_open("tokenmint", NVS_READWRITE, &nvs) != ESP_OK) {
    return false;
  }
  bool stored = nvs_set_blob(nvs, "session", kept, TOKENMINT_DEVICE_KEPT_LEN) ==
                    ESP_OK &&
                nvs_commit(nvs) == ESP_OK;
  nvs_close(nvs);
  return stored;
}

/* From the start of the agent to its stop; the status of the library. */
static int32_t converse(uint32_t *end) {
  uint8_t kept[TOKENMINT_DEVICE_KEPT_LEN];
  size_t kept_len = load_page(kept);
  tokenmint_device_step step = TOKENMINT_DEVICE_STEP_INIT;
  uint32_t event = TOKENMINT_DEVICE_EVENT_TICK;
  uint32_t begin = millis();
  bool stopping = false;
  int32_t status = tokenmint_device_session_begin(
      &session, &device, kept, kept_len, begin, esp_random());
  if (status == TOKENMINT_OK) {
    status = tokenmint_device_session_start(&session, begin, STARTED_WITHIN_MS);
  }
  while (status == TOKENMINT_OK) {
    status = tokenmint_device_session_next(&session, &device, event, &answer,
                                           millis(), &step);
    event = TOKENMINT_DEVICE_EVENT_TICK;
    if (status != TOKENMINT_OK || step.kind == TOKENMINT_DEVICE_STEP_DONE) {
      break;
    }
    if (step.kind == TOKENMINT_DEVICE_STEP_KEEP) {
      event = store_page(step.kept) ? TOKENMINT_DEVICE_EVENT_KEPT
                                    : TOKENMINT_DEVICE_EVENT_NOT_KEPT;
    } else if (step.kind == TOKENMINT_DEVICE_STEP_SEND) {
      event = exchange(&step);
    } else {
      /* The user talks; a button would end it as well. */
      vTaskDelay(pdMS_TO_TICKS(step.ms < 1000 ? step.ms : 1000));
      if (!stopping && millis() - begin > TALK_MS) {
        stopping = true;
        status = tokenmint_device_session_stop(&session, millis(),
                                               STOPPED_WITHIN_MS);
      }
    }
  }
  *end = step.end;
  return status;
}

void app_main(void) {
  ESP_ERROR_CHECK(nvs_flash_init());
  ESP_ERROR_CHECK(esp_netif_init());
  ESP_ERROR_CHECK(esp_event_loop_create_default());
  /* Bring up Wi-Fi or Ethernet here. */

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
  device.codec = "G722";
  device.codec_len = 4;

  uint32_t end = TOKENMINT_DEVICE_END_NEW;
  int32_t status = converse(&end);
  ESP_LOGI(TAG, "%s, end %u", tokenmint_status_name(status), (unsigned)end);
}
