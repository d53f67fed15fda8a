//! JSON (RFC 8259): a compact writer and a total scanner, without a tree.
//!
//! Written is one escaping profile, the common denominator of the encoders of
//! Python (`ensure_ascii=False`) and JavaScript, without white space:
//!
//! | character | written as |
//! |---|---|
//! | `"` `\` | `\"` `\\` |
//! | U+0008 U+0009 U+000A U+000C U+000D | `\b` `\t` `\n` `\f` `\r` |
//! | other controls below U+0020 | `\u00xx`, lower-case digits |
//! | all else, also `/`, DEL, U+2028 and non-ASCII | as it is, in UTF-8 |
//!
//! Read is all of RFC 8259 and nothing beside it: UTF-8 only, no byte order
//! mark, no trailing commas, strict numbers, surrogates only in pairs, with
//! three rules of our own:
//!
//! * nesting deeper than [`DEPTH_MAX`] is refused;
//! * [`members`] refuses a second member of a name that was asked for (names
//!   that were not asked for are skipped, so theirs are not compared);
//! * numbers are checked for their form and kept as text: a value is formed
//!   only when an integer is asked for, exactly or not at all.
//!
//! ```
//! # #[cfg(feature = "internals")] {
//! use tokenmint::output::Writer;
//! use tokenmint::internals::wire::json;
//!
//! let mut buffer = [0; 64];
//! let mut out = Writer::new(&mut buffer);
//! json::object(&mut out, |object| {
//!     object.string("user", "a\"b");
//!     object.object_as_text("payload", |inner| inner.unsigned("n", 1));
//! });
//! let text = out.finish_str()?;
//! assert_eq!(text, r#"{"user":"a\"b","payload":"{\"n\":1}"}"#);
//!
//! let [user] = json::members(text.as_bytes(), &["user"])?;
//! assert!(user.and_then(|user| user.as_text()).is_some_and(|user| user.eq_str("a\"b")));
//! # }
//! # Ok::<(), tokenmint::Error>(())
//! ```

mod cursor;
mod escape;
mod scan;
mod stream;
mod text;
mod value;
mod write;

pub use cursor::DEPTH_MAX;
pub use escape::{escaped_len, escaped_len_times, put_escaped, visit_escaped};
pub use scan::{Elements, Entries, elements, entries, members, validate};
pub use stream::{Event, Stream};
pub use text::{Chars, Text};
pub use value::Value;
pub use write::{Array, Object, array, object};
