#include "modem.h"

#include "board.h"

/* A frame that comes in. */
static struct {
  uint8_t head[3];
  uint8_t head_len;
  uint8_t body[255];
  uint8_t body_len;
} in;

static uint8_t connection;
static bool pressed;

static void frame(char kind, const char *bytes, size_t len) {
  board_send((uint8_t)kind);
  board_send(connection);
  board_send((uint8_t)len);
  for (size_t i = 0; i < len; i++) {
    board_send((uint8_t)bytes[i]);
  }
}

/* Takes what the line has; true when a frame is whole. */
static bool poll(void) {
  int byte;
  while ((byte = board_receive()) >= 0) {
    if (in.head_len < sizeof in.head) {
      in.head[in.head_len++] = (uint8_t)byte;
    } else {
      in.body[in.body_len++] = (uint8_t)byte;
    }
    if (in.head_len == sizeof in.head && in.body_len == in.head[2]) {
      return true;
    }
  }
  return false;
}

static void next_frame(void) {
  in.head_len = 0;
  in.body_len = 0;
}

void modem_open(const char *host, size_t host_len) {
  connection++;
  frame('o', host, host_len);
}

void modem_send(const char *bytes, size_t len) {
  while (len > 0) {
    size_t part = len < 255 ? len : 255;
    frame('d', bytes, part);
    bytes += part;
    len -= part;
  }
}

int modem_receive(uint8_t bytes[255], uint32_t millis) {
  uint32_t begin = board_millis();
  do {
    if (!poll()) {
      continue;
    }
    char kind = (char)in.head[0];
    bool ours = in.head[1] == connection;
    int len = in.body_len;
    for (int i = 0; i < len; i++) {
      bytes[i] = in.body[i];
    }
    next_frame();
    if (kind == 'b') {
      pressed = true;
      return 0;
    }
    if (ours && kind == 'd') {
      return len;
    }
    if (ours && kind == 'c') {
      return MODEM_CLOSED;
    }
  } while (board_millis() - begin < millis);
  return 0;
}

void modem_close(void) { frame('c', NULL, 0); }

bool modem_button(void) {
  bool was = pressed;
  pressed = false;
  return was;
}
