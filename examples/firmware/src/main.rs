//! Mints one credential of every kind on a board and prints it through the
//! debugger: name, tab, credential.
//!
//! Under emulation there is neither clock nor random source, so the values are
//! those of the test vectors that the names say. On a device,
//! [`Device`](tokenmint_firmware::device::Device) gives them.

#![no_std]
#![no_main]

#[cfg(feature = "cortex-m-rt")]
use cortex_m_rt::entry;
#[cfg(feature = "riscv-rt")]
use riscv_rt::entry;
use semihosting::println;
use semihosting::process::ExitCode;
use tokenmint::Error;
use tokenmint::agora::Stamp;
use tokenmint::zego::Entropy;
use tokenmint_firmware::tokens;

type Mint = fn(&mut [u8]) -> Result<&str, Error>;

const KINDS: &[(&str, Mint)] = &[
    ("agora/rtc2-uid-publisher", |out| {
        tokens::agora_007(Stamp::new(1_111_111, 1)?, out)
    }),
    ("agora/v1-uid-publisher", |out| {
        tokens::agora_006(Stamp::new(1_111_111, 1)?, out)
    }),
    ("zego/pub-001", |out| {
        let entropy = Entropy::new(*b"36710664d61b9295", 34_430_347);
        tokens::zego_cbc(1_700_000_000, entropy, out)
    }),
    ("zego/pub-047", |out| {
        let iv = [
            0xf2, 0x1b, 0x0e, 0xf8, 0x9d, 0x8e, 0xe5, 0xda, 0xf6, 0xba, 0x6c, 0xd4,
        ];
        tokens::zego_gcm(1_700_000_000, Entropy::new(iv, 1_809_075_584), out)
    }),
    ("authing/get-no-params", tokens::authing),
    ("ath/python-order, register/authorize audience", |out| {
        tokens::ath(1_720_000_000, out)
    }),
];

#[entry]
fn main() -> ! {
    print_all().exit_process()
}

fn print_all() -> ExitCode {
    let mut buffer = [0; 900];
    for (name, mint) in KINDS {
        match mint(&mut buffer) {
            Ok(token) => println!("{name}\t{token}"),
            Err(error) => {
                println!("{name}\t{error}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}
