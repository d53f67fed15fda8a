//! What a vendor becomes in the body of a start.

use core::fmt;
use std::string::String;
use std::vec::Vec;

use super::{Options, VendorKind};
use crate::client::convoai::object::Shown;
use crate::client::convoai::types::pipeline::Mllm;
use crate::http::Error;

/// A vendor's part of a start body, and what is known about its sound.
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct VendorConfig {
    /// The object to send.
    pub config: Options,
    /// Samples a second: of speech, when that is known; for an avatar, those
    /// that it needs.
    pub sample_rate: Option<i64>,
    /// What the user should know and change.
    pub warnings: Vec<String>,
    /// The language that a recognition was told, for `asr.language`.
    pub(in crate::client::convoai) language: Option<String>,
    /// A sample rate that counts at the start alone.
    pub(in crate::client::convoai) late_sample_rate: Option<i64>,
    /// What the service demands but a preset may bring: checked at the start.
    pub(in crate::client::convoai) missing: Vec<String>,
    /// The kind of a catalogue's vendor.
    pub(in crate::client::convoai) kind: Option<VendorKind>,
    /// The names of a preview that this vendor needs.
    pub(in crate::client::convoai) preview: Option<&'static str>,
}

impl VendorConfig {
    /// An object to send.
    #[must_use]
    pub fn new(config: Options) -> Self {
        Self {
            config,
            ..Self::default()
        }
    }

    /// With a known sample rate, or one that an avatar needs; samples a second.
    #[must_use]
    pub const fn with_sample_rate(mut self, sample_rate: i64) -> Self {
        self.sample_rate = Some(sample_rate);
        self
    }
}

impl fmt::Debug for VendorConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VendorConfig")
            .field("config", &Shown(&self.config))
            .field("sample_rate", &self.sample_rate)
            .field("warnings", &self.warnings)
            .finish_non_exhaustive()
    }
}

/// Something that can be a part of an agent. Which one, says a second trait.
pub trait Vendor {
    /// The part of a start body.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`](crate::http::ErrorKind::InvalidInput) for
    /// an option that is out of its range or does not go with another.
    fn config(&self) -> Result<VendorConfig, Error>;
}

/// Speech recognition: `asr` = `{vendor, params, keywords?}`.
pub trait SttVendor: Vendor {}

/// A language model: `llm` = `{url, api_key, style, params, ..}`.
pub trait LlmVendor: Vendor {}

/// Speech: `tts` = `{vendor, params, skip_patterns?}`.
pub trait TtsVendor: Vendor {}

/// A model that hears and speaks by itself: `mllm` = `{vendor, params, ..}`.
pub trait MllmVendor: Vendor {}

/// An avatar: `avatar` = `{enable, vendor, params}`.
pub trait AvatarVendor: Vendor {}

impl Vendor for Mllm {
    fn config(&self) -> Result<VendorConfig, Error> {
        Ok(VendorConfig::new(self.to_map()))
    }
}

impl MllmVendor for Mllm {}
