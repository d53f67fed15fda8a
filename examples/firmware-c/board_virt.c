/* QEMU's RISC-V machine: a 16550 serial line, and the timer of the core. */

#include "board.h"

#define UART ((volatile uint8_t *)0x10000000)
#define UART_DATA UART[0]
#define UART_FIFO_CONTROL UART[2]
#define UART_LINE_STATE UART[5]

#define LINE_STATE_RX 1u
#define LINE_STATE_TX_EMPTY 0x20u

/* Ten million ticks a second, 64 bits. */
#define MTIME_LOW (*(volatile uint32_t *)0x0200bff8)
#define MTIME_HIGH (*(volatile uint32_t *)0x0200bffc)
#define TICKS_OF_MILLI 10000u

void board_start(void) { UART_FIFO_CONTROL = 1; }

int board_receive(void) {
  return (UART_LINE_STATE & LINE_STATE_RX) != 0 ? UART_DATA : -1;
}

void board_send(uint8_t byte) {
  while ((UART_LINE_STATE & LINE_STATE_TX_EMPTY) == 0) {
  }
  UART_DATA = byte;
}

uint32_t board_millis(void) {
  uint32_t high, low;
  do {
    high = MTIME_HIGH;
    low = MTIME_LOW;
  } while (high != MTIME_HIGH);
  return (uint32_t)(((uint64_t)high << 32 | low) / TICKS_OF_MILLI);
}
