//! The models that an agent is built from, under their official names.
//!
//! | module | what | joins an agent with |
//! |---|---|---|
//! | [`stt`] | speech recognition | [`Agent::with_stt`](super::Agent::with_stt) |
//! | [`llm`] | language models | [`Agent::with_llm`](super::Agent::with_llm) |
//! | [`tts`] | speech | [`Agent::with_tts`](super::Agent::with_tts) |
//! | [`mllm`] | models that hear and speak by themselves | [`Agent::with_mllm`](super::Agent::with_mllm) |
//! | [`avatar`] | avatars | [`Agent::with_avatar`](super::Agent::with_avatar) |
//!
//! These are for the global service; [`cn`] has the same modules for the
//! service in mainland China. Three classes are in both with different options:
//! `MicrosoftStt`, `MicrosoftTts` and `MiniMaxTts`.
//!
//! What a vendor requires is an argument of `new`; every other documented
//! option has a method that says where it is sent and what its range is. A
//! member that no option names goes through `extra`. `from_options` takes all
//! options from a JSON object, for example of a configuration file, and refuses
//! unknown, missing, mistyped and out-of-range ones; [`AnyVendor`] takes the
//! name of the class from there, too. Any other vendor is a type with
//! [`Vendor`] and the trait of its kind.
//!
//! The types are written by `cargo xtask convoai` from `vendors.tsv`.

use std::string::String;

use serde_json::{Map, Value};

pub mod avatar;
mod build;
mod catalogue;
mod class;
pub mod cn;
mod config;
pub mod llm;
mod make;
pub mod mllm;
mod rules;
pub mod stt;
pub mod tts;

pub use catalogue::AnyVendor;
pub use class::{VendorArea, VendorKind};
pub use config::{AvatarVendor, LlmVendor, MllmVendor, SttVendor, TtsVendor, Vendor, VendorConfig};

/// Options by name.
pub type Options = Map<String, Value>;
