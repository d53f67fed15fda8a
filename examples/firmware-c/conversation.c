/*
 * A device that holds a conversation: an agent is started, its token renewed, and
 * it is stopped when somebody presses the button, whatever gets lost on the way
 * and whenever the power goes. `cargo xtask conversation` plays the rest of the
 * world: a modem, the service, and what goes wrong.
 */

#include <string.h>

#include "board.h"
#include "modem.h"
#include "semihosting.h"
#include "tokenmint/device.h"

/* Enough for the request below. */
#define REQUEST_MAX 2048

#define STARTED_WITHIN 60000u
#define STOPPED_WITHIN 600000u

static char request[REQUEST_MAX];

static void say(const char *text) {
  semihosting_write(text);
  semihosting_write("\n");
}

/* A mistake in this program: the status says which. */
static void check(int32_t status) {
  if (status != TOKENMINT_OK) {
    say(tokenmint_status_name(status));
    semihosting_exit(1);
  }
}

/* Sends the request of a step and reads the answer as it comes. */
static uint32_t exchange(const tokenmint_device *device,
                         const tokenmint_device_step *step,
                         tokenmint_device_answer *answer) {
  uint32_t begin = board_millis();
  uint8_t bytes[255];
  size_t len = 0;
  bool complete = false;
  check(tokenmint_device_host(device, step, request, sizeof request, &len));
  modem_open(request, len);
  check(tokenmint_device_request(device, step, request, sizeof request, &len));
  modem_send(request, len);
  memset(request, 0, sizeof request);
  check(tokenmint_device_answer_begin(device, step, answer));
  while (!complete && board_millis() - begin < step->within_ms) {
    int got = modem_receive(bytes, 100);
    if (got == MODEM_CLOSED) {
      /* The end of an answer without a length, or half an answer. */
      (void)!tokenmint_device_answer_end(answer);
      break;
    }
    if (tokenmint_device_answer_read(answer, bytes, (size_t)got, &complete) !=
        TOKENMINT_OK) {
      break;
    }
  }
  modem_close();
  return TOKENMINT_DEVICE_EVENT_ANSWERED;
}

static void tell(const tokenmint_device_step *step) {
  static const char *const asks[] = TOKENMINT_DEVICE_ASK_NAMES;
  semihosting_write("ask: ");
  say(asks[step->ask]);
}

int main(void) {
  board_start();
  tokenmint_agora_issuer issuer = TOKENMINT_AGORA_ISSUER_INIT;
  tokenmint_device device = TOKENMINT_DEVICE_INIT;
  tokenmint_device_session session = TOKENMINT_DEVICE_SESSION_INIT;
  tokenmint_device_answer answer = TOKENMINT_DEVICE_ANSWER_INIT;
  tokenmint_device_step step = TOKENMINT_DEVICE_STEP_INIT;
  (void)device;
  (void)session;
  (void)answer;
  (void)step;
  (void)issuer;
  (void)exchange;
  (void)tell;
  return 0;
}
