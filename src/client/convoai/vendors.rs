//! The models that an agent is built from, under their official names.
//!
//! | module | what | joins an agent with |
//! |---|---|---|
//! | [`llm`] | language models | [`Agent::with_llm`](super::Agent::with_llm) |
//! | [`tts`] | speech | [`Agent::with_tts`](super::Agent::with_tts) |
//! | [`stt`] | speech recognition | [`Agent::with_stt`](super::Agent::with_stt) |
//! | [`mllm`] | models that hear and speak by themselves | [`Agent::with_mllm`](super::Agent::with_mllm) |
//! | [`avatar`] | moving pictures | [`Agent::with_avatar`](super::Agent::with_avatar) |
//!
//! What a vendor requires is an argument of `new`; the rest has a method each.
//! An option that is not known here goes through `option`. `from_options`
//! takes everything from a JSON object, for example of a configuration file,
//! and refuses missing or mistyped options. Any other vendor is a type with
//! one trait.

use std::format;
use std::string::String;

use serde_json::{Map, Value};

use super::object::Member;
use crate::http::{Error, ErrorKind};

pub mod avatar;
pub mod llm;
pub mod mllm;
pub mod stt;
pub mod tts;

/// Options by name.
pub type Options = Map<String, Value>;

/// Makes vendor types: required options in `new`, a method for each other.
macro_rules! vendors {
    ($(
        $(#[$meta:meta])*
        $name:ident {
            required { $( $required:ident: $required_type:ty ),* $(,)? }
            optional { $( $optional:ident: $optional_type:ty ),* $(,)? }
        }
    )*) => { $(
        $(#[$meta])*
        #[derive(Clone, PartialEq)]
        pub struct $name {
            options: $crate::client::convoai::vendors::Options,
        }

        impl $name {
            #[allow(dead_code)] // Not every kind of vendor tells them apart.
            const KNOWN: &[&str] = &[
                $( stringify!($required), )*
                $( stringify!($optional), )*
            ];

            /// With what is required.
            #[must_use]
            #[allow(clippy::new_without_default)]
            pub fn new($( $required: impl Into<$required_type> ),*) -> Self {
                #[allow(unused_mut)]
                let mut options = $crate::client::convoai::vendors::Options::new();
                $(
                    let value: $required_type = $required.into();
                    options.insert(
                        stringify!($required).into(),
                        $crate::client::convoai::object::Member::write(&value),
                    );
                )*
                Self { options }
            }

            $(
                #[doc = concat!("The option `", stringify!($optional), "`.")]
                #[must_use]
                pub fn $optional(mut self, value: impl Into<$optional_type>) -> Self {
                    let value: $optional_type = value.into();
                    self.options.insert(
                        stringify!($optional).into(),
                        $crate::client::convoai::object::Member::write(&value),
                    );
                    self
                }
            )*

            /// An option that has no method here.
            #[must_use]
            pub fn option(mut self, name: &str, value: impl Into<serde_json::Value>) -> Self {
                self.options.insert(name.into(), value.into());
                self
            }

            /// All options at once.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::InvalidInput`](crate::http::ErrorKind::InvalidInput)
            /// for a required option that is missing, or a known one of
            /// another type.
            pub fn from_options(
                options: $crate::client::convoai::vendors::Options,
            ) -> Result<Self, $crate::http::Error> {
                #[allow(unused_imports)]
                use $crate::client::convoai::vendors::{optional, required};
                $( required::<$required_type>(&options, stringify!($required))?; )*
                $( optional::<$optional_type>(&options, stringify!($optional))?; )*
                Ok(Self { options })
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_struct(stringify!($name))
                    .field("options", &$crate::client::convoai::object::Shown(&self.options))
                    .finish()
            }
        }
    )* };
}
use vendors;

fn required<T: Member>(options: &Options, name: &str) -> Result<(), Error> {
    if options.get(name).and_then(T::read).is_none() {
        return Err(refused(name, "is missing or of another type"));
    }
    Ok(())
}

fn optional<T: Member>(options: &Options, name: &str) -> Result<(), Error> {
    match options.get(name) {
        None | Some(Value::Null) => Ok(()),
        Some(_) => required::<T>(options, name),
    }
}

/// The error for an option; never its value.
fn refused(name: &str, why: &str) -> Error {
    Error::with_message(ErrorKind::InvalidInput, format!("option `{name}` {why}"))
}

/// The members that have a value.
fn given(options: &Options) -> impl Iterator<Item = (String, Value)> {
    options
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| (name.clone(), value.clone()))
}
