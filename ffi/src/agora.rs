//! Agora: AccessToken2 ("007"), AccessToken ("006"), header values, and with
//! feature `legacy` what came before them.

mod access_token2;
mod authorization;
mod builders;
mod inputs;
mod rtc;
mod rtm;

pub use access_token2::*;
pub use authorization::*;
pub use builders::*;
pub use inputs::*;
pub use rtc::*;
pub use rtm::*;
