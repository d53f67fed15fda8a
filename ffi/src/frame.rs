//! The frame of a call: inputs are checked against the outputs before a
//! reference to either exists, and outputs are settled in one place.
//!
//! | step | done by |
//! |---|---|
//! | are the outputs usable? | [`Call`] |
//! | look at the inputs, none of which may overlap an output | [`given`], [`Guard`] |
//! | write | the function, through [`Buffer`] or [`Workspace`](fill::Workspace) |
//! | NUL, length, wiping | [`Call`] |
//! | clear the stack of the work | [`Call`], [`stack`] |

mod call;
mod fill;
mod given;
mod guard;
#[cfg(feature = "device")]
pub(crate) mod held;
pub(crate) mod stack;
mod text;
#[cfg(any(feature = "zego", feature = "ath"))]
mod unescaped;
mod utf8;

pub(crate) use call::Call;
#[cfg(feature = "zego")]
pub(crate) use fill::Workspace;
pub(crate) use given::{
    Arguments, Chars, Door, Kinds, Led, Passage, bytes, function, known_bytes, known_text,
    known_text_or_null, text,
};
#[cfg(feature = "device")]
pub(crate) use guard::Region;
pub use guard::tokenmint_text;
pub(crate) use guard::{Guard, Params, Plain};
pub(crate) use text::{Buffer, Text, copy, put};
#[cfg(any(feature = "zego", feature = "ath"))]
pub(crate) use unescaped::Unescaped;
#[cfg(feature = "device")]
pub(crate) use utf8::is_text;
