/*
 * A conversation without a network: what a device needs for one is measured
 * here, stack and instructions, with a token that is minted for every request.
 */

#include "round.h"

#include <string.h>

#include "tokenmint/device.h"

#define TEXT_MEMBER(member, text) \
  device.member = (text);         \
  device.member##_len = strlen(text)

static tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
static tokenmint_device device = TOKENMINT_DEVICE_INIT;
static tokenmint_device_session session = TOKENMINT_DEVICE_SESSION_INIT;
static tokenmint_device_answer answer = TOKENMINT_DEVICE_ANSWER_INIT;
static tokenmint_device_step step = TOKENMINT_DEVICE_STEP_INIT;
static char request[2048];

static const char *answer_to(uint32_t ask) {
  switch (ask) {
    case TOKENMINT_DEVICE_ASK_DATE:
      return "HTTP/1.1 401 Unauthorized\r\n"
             "Date: Tue, 14 Nov 2023 22:13:20 GMT\r\nContent-Length: 0\r\n\r\n";
    case TOKENMINT_DEVICE_ASK_START:
      return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
             "11\r\n{\"agent_id\":\"A1\"}\r\n0\r\n\r\n";
    default:
      return "HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n{\"agent_id\":\"A1\"}";
  }
}

static uint32_t exchange(void) {
  const char *text = answer_to(step.ask);
  size_t len = 0;
  bool complete = false;
  issuer.issued_at = step.unix_seconds;
  issuer.salt = 1;
  if (tokenmint_device_write(&device, &step, TOKENMINT_DEVICE_PART_REQUEST,
                             request, sizeof request, &len) != TOKENMINT_OK ||
      tokenmint_device_answer_begin(&device, &step, &answer) != TOKENMINT_OK ||
      tokenmint_device_answer_read(&answer, (const uint8_t *)text, strlen(text),
                                   &complete) != TOKENMINT_OK ||
      tokenmint_device_answer_end(&answer) != TOKENMINT_OK) {
    return TOKENMINT_DEVICE_EVENT_LOST;
  }
  return TOKENMINT_DEVICE_EVENT_ANSWERED;
}

static void set_up(void) {
  issuer.app_id = "970CA35de60c44645bbae8a215061b33";
  issuer.app_id_len = 32;
  issuer.certificate = "5CFd2fd1755d40ecb72977518be15d3b";
  issuer.certificate_len = 32;
  device.issuer = &issuer;
  TEXT_MEMBER(app_id, issuer.app_id);
  TEXT_MEMBER(name, "kitchen-0042");
  TEXT_MEMBER(channel, "kitchen-0042-talk");
  TEXT_MEMBER(agent_uid, "1001");
  TEXT_MEMBER(remote_uid, "1002");
  TEXT_MEMBER(preset, "openai_gpt_4o_mini");
}

int32_t conversation_request(void) {
  tokenmint_device_step start = TOKENMINT_DEVICE_STEP_INIT;
  size_t len = 0;
  set_up();
  start.ask = TOKENMINT_DEVICE_ASK_START;
  issuer.issued_at = 1111111;
  issuer.salt = 1;
  return tokenmint_device_write(&device, &start, TOKENMINT_DEVICE_PART_REQUEST,
                                request, sizeof request, &len);
}

int32_t conversation_round(void) {
  uint32_t event = TOKENMINT_DEVICE_EVENT_TICK;
  uint32_t now = 0;
  uint32_t renewals = 0;
  int32_t status;
  set_up();
  status = tokenmint_device_session_begin(&session, &device, NULL, 0, now, 7);
  if (status == TOKENMINT_OK) {
    status = tokenmint_device_session_start(&session, now, 60000);
  }
  while (status == TOKENMINT_OK && step.kind != TOKENMINT_DEVICE_STEP_DONE) {
    status = tokenmint_device_session_next(&session, &device, event, &answer,
                                           now, &step);
    event = TOKENMINT_DEVICE_EVENT_TICK;
    if (step.kind == TOKENMINT_DEVICE_STEP_KEEP) {
      event = TOKENMINT_DEVICE_EVENT_KEPT;
    } else if (step.kind == TOKENMINT_DEVICE_STEP_SEND) {
      renewals += step.ask == TOKENMINT_DEVICE_ASK_RENEW;
      event = exchange();
    } else if (step.kind == TOKENMINT_DEVICE_STEP_WAIT) {
      now += step.ms;
      if (renewals > 0) {
        status = tokenmint_device_session_stop(&session, now, 60000);
      }
    }
  }
  if (status == TOKENMINT_OK && step.end != TOKENMINT_DEVICE_END_STOPPED) {
    return TOKENMINT_ERR_UNDECIDED;
  }
  return status;
}
