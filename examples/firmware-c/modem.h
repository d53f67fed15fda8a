/*
 * A modem on the serial line, which opens one connection at a time and carries
 * its bytes. On a device this is its network stack, with TLS on top.
 *
 * Both sides send frames: a kind, the number of the connection, how many bytes
 * follow, and these. From the board: 'o' opens a connection to the host that the
 * bytes name, 'd' is bytes to send, 'c' closes. To the board: 'd' is bytes that
 * came, 'c' that the connection is over or was never there, 'b' that somebody
 * has pressed the button.
 */

#ifndef MODEM_H
#define MODEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

void modem_open(const char *host, size_t host_len);
void modem_send(const char *bytes, size_t len);

/* Bytes that came, at most 255; 0 after `millis` without any. */
#define MODEM_CLOSED (-1)
int modem_receive(uint8_t bytes[255], uint32_t millis);

void modem_close(void);

/* Whether the button has been pressed since the last call. */
bool modem_button(void);

#endif
