//! ARM MPS2: the first serial line (CMSDK), and the counter of its FPGA.

use core::ptr::{read_volatile, write_volatile};

const UART: usize = 0x4000_4000;
const UART_STATE: usize = UART + 4;
const UART_CTRL: usize = UART + 8;
const UART_BAUDDIV: usize = UART + 16;

const STATE_TX_FULL: u32 = 1;
const STATE_RX_FULL: u32 = 2;
const CTRL_ENABLE: u32 = 3;

/// Counts hundredths of a second.
const FPGA_CLK100HZ: usize = 0x4002_8014;

fn read(register: usize) -> u32 {
    // SAFETY: one of the registers above, which are always there.
    unsafe { read_volatile(register as *const u32) }
}

fn write(register: usize, value: u32) {
    // SAFETY: one of them.
    unsafe { write_volatile(register as *mut u32, value) }
}

pub(crate) fn start() {
    write(UART_BAUDDIV, 16);
    write(UART_CTRL, CTRL_ENABLE);
}

pub(crate) fn has_byte() -> bool {
    read(UART_STATE) & STATE_RX_FULL != 0
}

pub(crate) fn take_byte() -> u8 {
    read(UART) as u8
}

pub(crate) fn is_full() -> bool {
    read(UART_STATE) & STATE_TX_FULL != 0
}

pub(crate) fn put_byte(byte: u8) {
    write(UART, byte.into());
}

pub(crate) fn millis() -> u32 {
    read(FPGA_CLK100HZ).wrapping_mul(10)
}
