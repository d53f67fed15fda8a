//! stand-in
#![no_std]
#![no_main]
mod board;
use board::*;
#[cfg(feature = "cortex-m-rt")]
use cortex_m_rt::entry;
#[cfg(feature = "riscv-rt")]
use riscv_rt::entry;
use semihosting::println;
use tokenmint_firmware::modem::{Event, Modem};
use embedded_hal::delay::DelayNs;
#[entry]
fn main() -> ! {
    let mut m = Modem::new(Line::start());
    println!("page {:?} random {:?}", load_page::<32>(), random());
    store_page(&[7; 32]).unwrap();
    m.open("api.agora.io").unwrap();
    m.send(b"GET /api/conversational-ai-agent/v2/projects/x/agents HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").unwrap();
    let mut b = [0; 255];
    loop {
        match m.poll(&mut b).unwrap() {
            Some(Event::Bytes(n)) => println!("{:?}", core::str::from_utf8(&b[..n])),
            Some(e) => { println!("{e:?}"); if e == Event::Button { break } }
            None => Clock.delay_ms(1),
        }
    }
    println!("{}", millis());
    semihosting::process::exit(0)
}
