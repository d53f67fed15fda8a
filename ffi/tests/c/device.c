/* A device in a conversation, as firmware calls it: an agent is started and
 * stopped, its answers come in pieces, whole or from a library that reads HTTP. */

#include "driver.h"

#include <string.h>

static tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
static tokenmint_device device = TOKENMINT_DEVICE_INIT;
static tokenmint_device_session session = TOKENMINT_DEVICE_SESSION_INIT;
static tokenmint_device_answer answer = TOKENMINT_DEVICE_ANSWER_INIT;
static char request[4096];

static void set_up(void) {
  issuer.app_id = "970CA35de60c44645bbae8a215061b33";
  issuer.app_id_len = 32;
  issuer.certificate = "5CFd2fd1755d40ecb72977518be15d3b";
  issuer.certificate_len = 32;
  issuer.salt = 1;
  device.issuer = &issuer;
  device.app_id = issuer.app_id;
  device.app_id_len = 32;
  device.name = "kitchen";
  device.name_len = 7;
  device.channel = "room";
  device.channel_len = 4;
  device.agent_uid = "1001";
  device.agent_uid_len = 4;
  device.remote_uid = "1002";
  device.remote_uid_len = 4;
  device.pipeline = "p\"1";
  device.pipeline_len = 3;
}

typedef struct {
  char bytes[4096];
  size_t len;
} sent_bytes;

static int32_t keep(void *context, const uint8_t *bytes, size_t len) {
  sent_bytes *sent = (sent_bytes *)context;
  if (len > sizeof sent->bytes - sent->len) {
    return 1;
  }
  (void)memcpy(sent->bytes + sent->len, bytes, len);
  sent->len += len;
  return TOKENMINT_OK;
}

static int32_t refuse(void *context, const uint8_t *bytes, size_t len) {
  (void)context;
  (void)bytes;
  (void)len;
  return 1;
}

static size_t part_of(const char *id, const tokenmint_device_step *step,
                      uint32_t part) {
  size_t len = 0;
  FAIL_UNLESS(id, tokenmint_device_write(&device, step, part, request,
                                         sizeof request, &len) == TOKENMINT_OK);
  return len;
}

/* The request in pieces is the whole one. */
static void send_it(const char *id, const tokenmint_device_step *step) {
  static sent_bytes sent;
  char workspace[1024];
  size_t needed = 99;
  size_t len = part_of(id, step, TOKENMINT_DEVICE_PART_REQUEST);
  sent.len = 0;
  FAIL_UNLESS(id, tokenmint_device_send(&device, step, workspace,
                                        sizeof workspace, &needed, keep,
                                        &sent) == TOKENMINT_OK);
  FAIL_UNLESS(id, needed == 0);
  FAIL_UNLESS(id, same(sent.bytes, sent.len, request, len));
  FAIL_UNLESS(id, tokenmint_device_send(&device, step, workspace,
                                        sizeof workspace, &needed, refuse,
                                        NULL) == TOKENMINT_ERR_SIGNER_FAILED);
}

static void read_it(const char *id, const tokenmint_device_step *step,
                    const char *text, int by_library) {
  bool complete = false;
  size_t at;
  FAIL_UNLESS(id, tokenmint_device_answer_begin(&device, step, &answer) ==
                      TOKENMINT_OK);
  if (by_library) {
    const char *date = "Tue, 14 Nov 2023 22:13:20 GMT";
    FAIL_UNLESS(id, tokenmint_device_answer_head(
                        &answer, 200, TOKENMINT_TEXT("date"), date,
                        strlen(date)) == TOKENMINT_OK);
    FAIL_UNLESS(id, tokenmint_device_answer_body(
                        &answer, (const uint8_t *)text, strlen(text)) ==
                        TOKENMINT_OK);
    FAIL_UNLESS(id, tokenmint_device_answer_complete(&answer) == TOKENMINT_OK);
    return;
  }
  for (at = 0; text[at] != '\0'; ++at) {
    FAIL_UNLESS(id, tokenmint_device_answer_read(
                        &answer, (const uint8_t *)&text[at], 1, &complete) ==
                        TOKENMINT_OK);
  }
  FAIL_UNLESS(id, complete);
  FAIL_UNLESS(id, tokenmint_device_answer_end(&answer) == TOKENMINT_OK);
}

static void expect_said(const char *id, uint32_t what, const char *agent) {
  tokenmint_device_said said = TOKENMINT_DEVICE_SAID_INIT;
  FAIL_UNLESS(id, tokenmint_device_answer_said(&answer, &said) == TOKENMINT_OK);
  FAIL_UNLESS(id, said.said == what);
  FAIL_UNLESS(id, same(said.agent_id, said.agent_id_len, agent, strlen(agent)));
}

static void answer_to(const char *id, const tokenmint_device_step *step) {
  size_t len;
  issuer.issued_at = step->unix_seconds;
  len = part_of(id, step, TOKENMINT_DEVICE_PART_HOST);
  FAIL_UNLESS(id, same(request, len, TOKENMINT_TEXT("api.agora.io")));
  switch (step->ask) {
    case TOKENMINT_DEVICE_ASK_DATE:
      FAIL_UNLESS(id, strcmp(step->method, "GET") == 0);
      len = part_of(id, step, TOKENMINT_DEVICE_PART_AUTHORIZATION);
      FAIL_UNLESS(id, len == 0);
      send_it(id, step);
      read_it(id, step,
              "HTTP/1.1 401 Unauthorized\r\n"
              "Date: Tue, 14 Nov 2023 22:13:20 GMT\r\n"
              "Content-Length: 0\r\n\r\n",
              0);
      expect_said(id, TOKENMINT_DEVICE_SAID_REFUSED, "");
      return;
    case TOKENMINT_DEVICE_ASK_START:
      FAIL_UNLESS(id, strcmp(step->method, "POST") == 0);
      FAIL_UNLESS(id, step->unix_seconds == 1700000000u);
      len = part_of(id, step, TOKENMINT_DEVICE_PART_AUTHORIZATION);
      FAIL_UNLESS(id, len > 15 && memcmp(request, "agora token=007", 15) == 0);
      len = part_of(id, step, TOKENMINT_DEVICE_PART_BODY);
      FAIL_UNLESS(id, strstr(request, "\"pipeline_id\":\"p\\\"1\"") != NULL);
      send_it(id, step);
      read_it(id, step, "{\"agent_id\":\"A7\"}", 1);
      expect_said(id, TOKENMINT_DEVICE_SAID_DONE, "A7");
      return;
    default:
      FAIL_UNLESS(id, step->ask == TOKENMINT_DEVICE_ASK_STOP);
      len = part_of(id, step, TOKENMINT_DEVICE_PART_URL);
      FAIL_UNLESS(id, len > 16 && memcmp(request + len - 16, "/agents/A7/leave",
                                         16) == 0);
      send_it(id, step);
      read_it(id, step, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", 0);
      expect_said(id, TOKENMINT_DEVICE_SAID_DONE, "");
      return;
  }
}

static void conversation(void) {
  const char *id = "device: a conversation";
  tokenmint_device_step step = TOKENMINT_DEVICE_STEP_INIT;
  uint32_t event = TOKENMINT_DEVICE_EVENT_TICK;
  unsigned asked = 0;
  unsigned kept = 0;
  unsigned steps;
  FAIL_UNLESS(id, tokenmint_device_session_begin(&session, &device, NULL, 0, 0,
                                                 7) == TOKENMINT_OK);
  FAIL_UNLESS(id, tokenmint_device_session_start(&session, 0, 60000) ==
                      TOKENMINT_OK);
  for (steps = 0; steps < 20 && step.kind != TOKENMINT_DEVICE_STEP_DONE;
       ++steps) {
    FAIL_UNLESS(id, tokenmint_device_session_next(&session, &device, event,
                                                  &answer, 0, &step) ==
                        TOKENMINT_OK);
    event = TOKENMINT_DEVICE_EVENT_TICK;
    if (step.kind == TOKENMINT_DEVICE_STEP_KEEP) {
      ++kept;
      event = TOKENMINT_DEVICE_EVENT_KEPT;
    } else if (step.kind == TOKENMINT_DEVICE_STEP_SEND) {
      ++asked;
      answer_to(id, &step);
      event = TOKENMINT_DEVICE_EVENT_ANSWERED;
    } else if (step.kind == TOKENMINT_DEVICE_STEP_WAIT) {
      FAIL_UNLESS(id, strcmp(step.agent_id, "A7") == 0);
      FAIL_UNLESS(id, tokenmint_device_session_stop(&session, 0, 60000) ==
                          TOKENMINT_OK);
    }
  }
  FAIL_UNLESS(id, step.kind == TOKENMINT_DEVICE_STEP_DONE);
  FAIL_UNLESS(id, step.end == TOKENMINT_DEVICE_END_STOPPED);
  FAIL_UNLESS(id, asked == 3 && kept == 3);
}

static void mistakes(void) {
  const char *id = "device: mistakes";
  tokenmint_device_session none = TOKENMINT_DEVICE_SESSION_INIT;
  tokenmint_device_answer unread = TOKENMINT_DEVICE_ANSWER_INIT;
  tokenmint_device_step step = TOKENMINT_DEVICE_STEP_INIT;
  tokenmint_device other = device;
  bool complete = true;
  size_t len = 99;
  FAIL_UNLESS(id, sizeof unread <= 256);
  FAIL_UNLESS(id, tokenmint_device_session_start(&none, 0, 1) ==
                      TOKENMINT_ERR_UNKNOWN_VALUE);
  FAIL_UNLESS(id, tokenmint_device_session_set_clock(&none, 1, 0) ==
                      TOKENMINT_ERR_UNKNOWN_VALUE);
  FAIL_UNLESS(id, tokenmint_device_session_set_clock(&session, 1700000000u,
                                                     0) == TOKENMINT_OK);
  FAIL_UNLESS(id, tokenmint_device_answer_read(
                      &unread, (const uint8_t *)"x", 1, &complete) ==
                      TOKENMINT_ERR_UNKNOWN_VALUE);
  FAIL_UNLESS(id, !complete);

  step.ask = TOKENMINT_DEVICE_ASK_START;
  issuer.issued_at = 0;
  FAIL_UNLESS(id, tokenmint_device_write(&device, &step,
                                         TOKENMINT_DEVICE_PART_REQUEST, request,
                                         sizeof request, &len) ==
                      TOKENMINT_ERR_ISSUE_TIME_ZERO);
  issuer.issued_at = 1700000000u;
  FAIL_UNLESS(id, tokenmint_device_write(&device, &step, 99, request,
                                         sizeof request, &len) ==
                      TOKENMINT_ERR_UNKNOWN_VALUE);
  FAIL_UNLESS(id, len == 0);
  other.mint = NULL;
  FAIL_UNLESS(id, tokenmint_device_write(&other, &step,
                                         TOKENMINT_DEVICE_PART_REQUEST, request,
                                         sizeof request, &len) ==
                      TOKENMINT_ERR_NULL_POINTER);
  other = device;
  other.remote_uid = "1001";
  FAIL_UNLESS(id, tokenmint_device_write(&other, &step,
                                         TOKENMINT_DEVICE_PART_REQUEST, request,
                                         sizeof request, &len) ==
                      TOKENMINT_ERR_DUPLICATE);
  other = device;
  other.properties = "[]";
  other.properties_len = 2;
  other.more = tokenmint_device_properties;
  FAIL_UNLESS(id, tokenmint_device_write(&other, &step,
                                         TOKENMINT_DEVICE_PART_REQUEST, request,
                                         sizeof request, &len) ==
                      TOKENMINT_ERR_BAD_JSON);
}

/* What a device names is called by the library alone. */
static void parts(void) {
  const char *id = "device: parts";
  static const tokenmint_device_part all[] = {
      tokenmint_device_convoai,    tokenmint_device_sample,
      tokenmint_device_ten,        tokenmint_device_area,
      tokenmint_device_url,        tokenmint_device_plain_url,
      tokenmint_device_token,      tokenmint_device_bearer,
      tokenmint_device_basic,      tokenmint_device_header,
      tokenmint_device_properties, tokenmint_device_mint};
  tokenmint_device_step step = TOKENMINT_DEVICE_STEP_INIT;
  tokenmint_device other = device;
  size_t len = 0;
  size_t at;
  for (at = 0; at < sizeof all / sizeof *all; ++at) {
    FAIL_UNLESS(id, all[at](NULL) == TOKENMINT_ERR_NULL_POINTER);
  }
  step.ask = TOKENMINT_DEVICE_ASK_START;
  other.service = tokenmint_device_ten;
  other.server = tokenmint_device_url;
  other.base_url = "https://tokens.example.com/v1";
  other.base_url_len = strlen(other.base_url);
  other.authorization = tokenmint_device_bearer;
  other.secret = "key";
  other.secret_len = 3;
  other.issuer = NULL;
  other.pipeline = "graph";
  other.pipeline_len = 5;
  FAIL_UNLESS(id, tokenmint_device_write(&other, &step,
                                         TOKENMINT_DEVICE_PART_REQUEST, request,
                                         sizeof request, &len) == TOKENMINT_OK);
  FAIL_UNLESS(id, strstr(request, "POST /v1/start HTTP/1.1\r\n") == request);
  FAIL_UNLESS(id, strstr(request, "\r\nAuthorization: Bearer key\r\n") != NULL);
  /* A part that is named where another belongs, for example one that would ask
     for itself for ever. */
  for (at = 0; at < sizeof all / sizeof *all; ++at) {
    int fits = all[at] == tokenmint_device_area ||
               all[at] == tokenmint_device_url ||
               all[at] == tokenmint_device_plain_url;
    other.server = all[at];
    FAIL_UNLESS(id,
                fits || tokenmint_device_write(
                            &other, &step, TOKENMINT_DEVICE_PART_REQUEST,
                            request, sizeof request,
                            &len) == TOKENMINT_ERR_UNKNOWN_VALUE);
  }
}

void run_device(void) {
  set_up();
  parts();
  conversation();
  mistakes();
}
