//! Agora: AccessToken2 ("007"), AccessToken ("006"), header values,
//! notifications, and with feature `legacy` what came before them.

// In the order of the header; the empty lines keep it.
mod inputs;

mod rtc;

mod rtm;

mod builders;

mod access_token2;

mod token;

mod v006;

mod authorization;

mod notification;

#[cfg(feature = "legacy")]
mod legacy;

pub use access_token2::*;
pub use authorization::*;
pub use builders::*;
pub use inputs::*;
#[cfg(feature = "legacy")]
pub use legacy::*;
pub use notification::*;
pub use rtc::*;
pub use rtm::*;
pub use token::*;
pub use v006::*;
