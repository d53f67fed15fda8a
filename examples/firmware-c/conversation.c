/*
 * A device that holds a conversation: an agent is started, its token renewed,
 * and it is stopped when somebody presses the button, whatever gets lost on the
 * way and whenever the power goes. `cargo xtask conversation` plays the rest of
 * the world: a modem, the service, and what goes wrong.
 */

#include <string.h>

#include "board.h"
#include "modem.h"
#include "semihosting.h"
#include "tokenmint/device.h"

#define STARTED_WITHIN_MS 60000u
#define STOPPED_WITHIN_MS 600000u

/* Seconds, short enough to see a renewal; on a device a day. */
#define TOKEN_SECONDS 16u

/* Where these come from is the most important question of a device: see
 * SECURITY.md. */
static tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
static tokenmint_device device = TOKENMINT_DEVICE_INIT;

static tokenmint_device_session session = TOKENMINT_DEVICE_SESSION_INIT;
static tokenmint_device_answer answer = TOKENMINT_DEVICE_ANSWER_INIT;
static char request[2048];

static void set_up(void) {
  issuer.app_id = "970ca35de60c44645bbae8a215061b33";
  issuer.app_id_len = 32;
  issuer.certificate = "5cfd2fd1755d40ecb72977518be15d3b";
  issuer.certificate_len = 32;
  device.issuer = &issuer;
  device.app_id = issuer.app_id;
  device.app_id_len = issuer.app_id_len;
  device.name = "kitchen-0042";
  device.name_len = strlen(device.name);
  device.channel = "kitchen-0042-talk";
  device.channel_len = strlen(device.channel);
  device.agent_uid = "1001";
  device.agent_uid_len = 4;
  device.remote_uid = "1002";
  device.remote_uid_len = 4;
  device.preset = "deepgram_nova_3,openai_gpt_4o_mini,minimax_speech_2_6_turbo";
  device.preset_len = strlen(device.preset);
  device.token_seconds = TOKEN_SECONDS;
}

/* Anything but TOKENMINT_OK is a mistake in this program: the status says
 * which. */
static void check(int32_t status) {
  if (status != TOKENMINT_OK) {
    semihosting_write(tokenmint_status_name(status));
    semihosting_write("\n");
    semihosting_exit(1);
  }
}

static size_t write_part(const tokenmint_device_step *step, uint32_t part) {
  size_t len = 0;
  check(tokenmint_device_write(&device, step, part, request, sizeof request,
                               &len));
  return len;
}

/* Sends the request of a step and reads the answer as it comes. */
static uint32_t exchange(const tokenmint_device_step *step) {
  uint32_t begin = board_millis();
  uint8_t bytes[255];
  bool complete = false;
  issuer.issued_at = step->unix_seconds;
  issuer.salt = board_random();
  modem_open(request, write_part(step, TOKENMINT_DEVICE_PART_HOST));
  modem_send(request, write_part(step, TOKENMINT_DEVICE_PART_REQUEST));
  memset(request, 0, sizeof request);
  check(tokenmint_device_answer_begin(&device, step, &answer));
  while (!complete && board_millis() - begin < step->ms) {
    int got = modem_receive(bytes, 100);
    int32_t status =
        got == MODEM_CLOSED
            ? tokenmint_device_answer_end(&answer)
            : tokenmint_device_answer_read(&answer, bytes, (size_t)got,
                                           &complete);
    if (got == MODEM_CLOSED || status != TOKENMINT_OK) {
      break;
    }
  }
  modem_close();
  return TOKENMINT_DEVICE_EVENT_ANSWERED;
}

static void tell(const tokenmint_device_step *step) {
  static const char *const asks[] = {
      "asks for the time",      "starts an agent",  "looks for an agent",
      "asks whose an agent is", "renews the token", "pings",
      "stops the agent"};
  switch (step->kind) {
    case TOKENMINT_DEVICE_STEP_KEEP:
      semihosting_write("writes its page");
      break;
    case TOKENMINT_DEVICE_STEP_SEND:
      semihosting_write(asks[step->ask]);
      break;
    case TOKENMINT_DEVICE_STEP_WAIT:
      semihosting_write("waits ");
      semihosting_write_number(step->ms);
      semihosting_write(" ms");
      break;
    default:
      semihosting_write("done, end ");
      semihosting_write_number(step->end);
      break;
  }
  if (step->agent_id_len > 0) {
    semihosting_write(", agent ");
    semihosting_write(step->agent_id);
  }
  semihosting_write("\n");
}

/* Until the time is over, or the button is pressed. */
static bool wait(uint32_t millis) {
  uint32_t begin = board_millis();
  uint8_t bytes[255];
  while (board_millis() - begin < millis) {
    (void)modem_receive(bytes, 10);
    if (modem_button()) {
      return true;
    }
  }
  return false;
}

int main(void) {
  uint8_t kept[TOKENMINT_DEVICE_KEPT_LEN];
  tokenmint_device_step step = TOKENMINT_DEVICE_STEP_INIT;
  uint32_t event = TOKENMINT_DEVICE_EVENT_TICK;
  board_start();
  set_up();
  size_t kept_len = board_page_load(kept, sizeof kept) ? sizeof kept : 0;
  check(tokenmint_device_session_begin(&session, &device, kept, kept_len,
                                       board_millis(), board_random()));
  check(tokenmint_device_session_start(&session, board_millis(),
                                       STARTED_WITHIN_MS));
  do {
    check(tokenmint_device_session_next(&session, &device, event, &answer,
                                        board_millis(), &step));
    tell(&step);
    event = TOKENMINT_DEVICE_EVENT_TICK;
    if (step.kind == TOKENMINT_DEVICE_STEP_KEEP) {
      board_page_store(step.kept, sizeof step.kept);
      event = TOKENMINT_DEVICE_EVENT_KEPT;
    } else if (step.kind == TOKENMINT_DEVICE_STEP_SEND) {
      event = exchange(&step);
    } else if (step.kind == TOKENMINT_DEVICE_STEP_WAIT && wait(step.ms)) {
      semihosting_write("button\n");
      check(tokenmint_device_session_stop(&session, board_millis(),
                                          STOPPED_WITHIN_MS));
    }
  } while (step.kind != TOKENMINT_DEVICE_STEP_DONE);
  return step.end == TOKENMINT_DEVICE_END_STOPPED ? 0 : 1;
}
