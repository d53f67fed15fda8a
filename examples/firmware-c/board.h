/*
 * What a board brings to a conversation: a serial line, milliseconds, random
 * numbers, and a page of memory that outlives a power cut.
 */

#ifndef BOARD_H
#define BOARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

void board_start(void);

/* A byte of the serial line; -1 when there is none. */
int board_receive(void);
void board_send(uint8_t byte);

/* Since the start; begins again after 49 days. */
uint32_t board_millis(void);

/* From a source that is not predictable. */
uint32_t board_random(void);

/* False when nothing was stored. */
bool board_page_load(void *bytes, size_t len);
void board_page_store(const void *bytes, size_t len);

#endif
