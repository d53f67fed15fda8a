//! The frame of a call: inputs are checked against the outputs before a
//! reference to either exists, and outputs are settled in one place.
//!
//! | step | done by |
//! |---|---|
//! | are the outputs usable? | [`text`], [`fill`], [`put`] |
//! | read the inputs, none of which may overlap an output | [`Guard`] |
//! | write | the caller's closure, through [`Buffer`] or [`Workspace`] |
//! | NUL, length, wiping | [`text`], [`fill`], [`put`] |
//! | clear the stack of the work | [`text`], [`check`], [`stack`] |

mod fill;
mod guard;
pub(crate) mod stack;
mod text;
#[cfg(any(feature = "zego", feature = "ath"))]
mod unescaped;
mod utf8;

pub(crate) use fill::put;
pub(crate) use fill::{check, fill};
pub use guard::tokenmint_text;
pub(crate) use guard::{Guard, Params, Plain};
pub(crate) use text::copy;
pub(crate) use text::{Buffer, binary};
pub(crate) use text::{deep_text, text};
#[cfg(any(feature = "zego", feature = "ath"))]
pub(crate) use unescaped::Unescaped;
