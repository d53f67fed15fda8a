//! QEMU's RISC-V machine: a 16550 serial line, and the timer of the core.

use core::ptr::{read_volatile, write_volatile};

const UART: usize = 0x1000_0000;
const UART_FIFO_CONTROL: usize = UART + 2;
const UART_LINE_STATE: usize = UART + 5;

const LINE_STATE_RX: u8 = 1;
const LINE_STATE_TX_EMPTY: u8 = 0x20;

/// Ten million ticks a second, 64 bits.
const MTIME_LOW: usize = 0x0200_bff8;
const MTIME_HIGH: usize = 0x0200_bffc;
const TICKS_OF_MILLI: u64 = 10_000;

fn read(register: usize) -> u8 {
    // SAFETY: one of the registers above, which are always there.
    unsafe { read_volatile(register as *const u8) }
}

fn write(register: usize, value: u8) {
    // SAFETY: one of them.
    unsafe { write_volatile(register as *mut u8, value) }
}

fn ticks(half: usize) -> u32 {
    // SAFETY: one of them.
    unsafe { read_volatile(half as *const u32) }
}

pub(crate) fn start() {
    write(UART_FIFO_CONTROL, 1);
}

pub(crate) fn has_byte() -> bool {
    read(UART_LINE_STATE) & LINE_STATE_RX != 0
}

pub(crate) fn take_byte() -> u8 {
    read(UART)
}

pub(crate) fn is_full() -> bool {
    read(UART_LINE_STATE) & LINE_STATE_TX_EMPTY == 0
}

pub(crate) fn put_byte(byte: u8) {
    write(UART, byte);
}

pub(crate) fn millis() -> u32 {
    loop {
        let (high, low) = (ticks(MTIME_HIGH), ticks(MTIME_LOW));
        if high == ticks(MTIME_HIGH) {
            let ticks = u64::from(high) << 32 | u64::from(low);
            return (ticks / TICKS_OF_MILLI) as u32;
        }
    }
}
