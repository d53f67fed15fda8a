//! Moving pictures: `avatar` = `{enable, vendor, params}`.

use core::fmt;
use std::string::String;

use serde_json::{Map, Value};

use super::{Options, given, required};
use crate::client::convoai::object::Shown;
use crate::http::Error;

/// The `avatar` of a start body, and what it needs of the sound.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AvatarConfig {
    /// The object to send.
    pub config: Options,
    /// Samples a second that the speech must have.
    pub required_sample_rate: Option<i64>,
}

impl AvatarConfig {
    /// An object to send, with a sample rate when one is required.
    #[must_use]
    pub const fn new(config: Options, required_sample_rate: Option<i64>) -> Self {
        Self {
            config,
            required_sample_rate,
        }
    }
}

/// Something that can be the `avatar` of an agent.
pub trait AvatarVendor {
    /// The `avatar` of a start body.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`](crate::http::ErrorKind::InvalidInput) for
    /// an option out of its range.
    fn config(&self) -> Result<AvatarConfig, Error>;
}

/// `SenseTime`; its speech has 16,000 samples a second. The names of its
/// options are mixed on the wire: `appId`, `sceneList`.
///
/// Without `agora_token` a session makes one for `agora_uid`.
#[derive(Clone, PartialEq)]
pub struct SensetimeAvatar {
    options: Options,
}

impl SensetimeAvatar {
    /// With what is required.
    #[must_use]
    pub fn new(
        agora_uid: &str,
        app_id: &str,
        app_key: &str,
        scenes: &[Map<String, Value>],
    ) -> Self {
        let mut options = Options::new();
        options.insert("agora_uid".into(), agora_uid.into());
        options.insert("appId".into(), app_id.into());
        options.insert("app_key".into(), app_key.into());
        options.insert("sceneList".into(), scenes.into());
        Self { options }
    }

    /// The token that the avatar joins with.
    #[must_use]
    pub fn agora_token(self, token: &str) -> Self {
        self.option("agora_token", token)
    }

    /// An option that has no method here.
    #[must_use]
    pub fn option(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.options.insert(name.into(), value.into());
        self
    }

    /// All options at once, under their names on the wire.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`](crate::http::ErrorKind::InvalidInput) for a
    /// required option that is missing or of another type.
    pub fn from_options(options: Options) -> Result<Self, Error> {
        for name in ["agora_uid", "appId", "app_key"] {
            required::<String>(&options, name)?;
        }
        required::<std::vec::Vec<Map<String, Value>>>(&options, "sceneList")?;
        Ok(Self { options })
    }
}

impl AvatarVendor for SensetimeAvatar {
    fn config(&self) -> Result<AvatarConfig, Error> {
        let mut config = Options::new();
        config.insert("enable".into(), true.into());
        config.insert("vendor".into(), "sensetime".into());
        let params: Options = given(&self.options).collect();
        config.insert("params".into(), params.into());
        Ok(AvatarConfig::new(config, Some(16_000)))
    }
}

impl fmt::Debug for SensetimeAvatar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SensetimeAvatar")
            .field("options", &Shown(&self.options))
            .finish()
    }
}

impl fmt::Debug for AvatarConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AvatarConfig")
            .field("required_sample_rate", &self.required_sample_rate)
            .finish_non_exhaustive()
    }
}
