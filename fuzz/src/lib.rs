//! What the harnesses share: inputs, the output rule, and zlib as a judge.

pub mod input;
pub mod output;
pub mod zlib;

pub use input::{Bytes, Name};
pub use output::obeys;

use tokenmint::agora::Credentials;

pub const APP_ID: &str = "970CA35de60c44645bbae8a215061b33";
pub const CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";
pub const SERVER_SECRET: &str = "fa94dd0f974cf2e293728a526b028271";

pub fn credentials() -> Credentials {
    Credentials::new(APP_ID, CERTIFICATE).expect("sample credentials")
}
