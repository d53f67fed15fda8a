/* ARM MPS2: the first serial line (CMSDK), and the counter of its FPGA. */

#include "board.h"

#define UART_DATA (*(volatile uint32_t *)0x40004000)
#define UART_STATE (*(volatile uint32_t *)0x40004004)
#define UART_CTRL (*(volatile uint32_t *)0x40004008)
#define UART_BAUDDIV (*(volatile uint32_t *)0x40004010)

#define STATE_TX_FULL 1u
#define STATE_RX_FULL 2u
#define CTRL_TX_ENABLE 1u
#define CTRL_RX_ENABLE 2u

/* Counts hundredths of a second. */
#define FPGA_CLK100HZ (*(volatile uint32_t *)0x40028014)

void board_start(void) {
  UART_BAUDDIV = 16;
  UART_CTRL = CTRL_TX_ENABLE | CTRL_RX_ENABLE;
}

int board_receive(void) {
  return (UART_STATE & STATE_RX_FULL) != 0 ? (int)(UART_DATA & 0xff) : -1;
}

void board_send(uint8_t byte) {
  while ((UART_STATE & STATE_TX_FULL) != 0) {
  }
  UART_DATA = byte;
}

uint32_t board_millis(void) { return FPGA_CLK100HZ * 10; }
