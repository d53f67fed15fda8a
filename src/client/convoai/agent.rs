//! What an agent is, put together step by step.
//!
//! An agent is a value: every `with_*` gives a new one and a clone keeps the
//! old. It knows no channel; [`Agent::create_session`] and
//! [`Agent::create_async_session`] put it into one.
//!
//! | mode | needs | what else is given |
//! |---|---|---|
//! | models | `with_tts` and `with_llm`; without `with_stt` the service's own recognition | |
//! | models of a preset or pipeline | `with_preset` or `with_pipeline_id` | models that are given override |
//! | one model that hears and speaks | `with_mllm` | llm, tts and stt are not sent, with a warning; an avatar is refused |
//!
//! Instructions, greeting, failure message and history length of the agent fill
//! what its language model leaves open. Greeting and failure message go to a
//! model that hears and speaks, too. What cannot go anywhere causes a warning
//! of the session that is started.

use std::collections::BTreeMap;
use std::format;
use std::string::String;

use super::object::Shown;
use super::types::conversation::{
    AdvancedFeatures, AudioScenario, FillerWords, Geofence, Interruption, Parameters, Rtc, Sal,
    TurnDetection,
};
use super::types::pipeline::GreetingConfigs;
use super::vendors::{
    AvatarVendor, LlmVendor, MllmVendor, SttVendor, TtsVendor, Vendor, VendorConfig, VendorKind,
};
use crate::http::{Error, ErrorKind};

mod body;

pub(super) use body::Seat;

macro_rules! agent {
    ($( $(#[$meta:meta])* $field:ident, $with:ident: $type:ty; )*) => {
        /// An agent, not yet in a channel.
        #[derive(Clone, Default, PartialEq)]
        pub struct Agent {
            $( $field: Option<$type>, )*
            llm: Option<VendorConfig>,
            tts: Option<VendorConfig>,
            stt: Option<VendorConfig>,
            mllm: Option<VendorConfig>,
            avatar: Option<VendorConfig>,
            retired_mllm_switch: bool,
        }

        impl Agent {
            $(
                $(#[$meta])*
                #[must_use]
                pub fn $with(mut self, value: impl Into<$type>) -> Self {
                    self.$field = Some(value.into());
                    self
                }

                $(#[$meta])*
                #[must_use]
                pub const fn $field(&self) -> Option<&$type> {
                    self.$field.as_ref()
                }
            )*
        }

        impl core::fmt::Debug for Agent {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                let mut debug = f.debug_struct("Agent");
                $( if let Some(value) = &self.$field {
                    debug.field(stringify!($field), &Shown(value));
                } )*
                debug.finish_non_exhaustive()
            }
        }
    };
}

agent! {
    /// The name of sessions that have none of their own.
    name, with_name: String;
    /// What the model is told to be.
    instructions, with_instructions: String;
    /// Said first.
    greeting, with_greeting: String;
    /// Said when the model fails.
    failure_message, with_failure_message: String;
    /// How many turns the model is told.
    max_history, with_max_history: i64;
    /// When and how the greeting is said.
    greeting_configs, with_greeting_configs: GreetingConfigs;
    /// When a turn begins and ends.
    turn_detection, with_turn_detection: TurnDetection;
    /// What interrupts the agent.
    interruption, with_interruption: Interruption;
    /// Whose voice counts.
    sal, with_sal: Sal;
    /// Switches.
    advanced_features, with_advanced_features: AdvancedFeatures;
    /// The rest.
    parameters, with_parameters: Parameters;
    /// Which servers may be used.
    geofence, with_geofence: Geofence;
    /// Labels of the caller's.
    labels, with_labels: BTreeMap<String, String>;
    /// Encryption of the channel.
    rtc, with_rtc: Rtc;
    /// What is said while the model thinks.
    filler_words, with_filler_words: FillerWords;
    /// Presets, separated by commas.
    preset, with_preset: String;
    /// A pipeline made in the console.
    pipeline_id, with_pipeline_id: String;
}

impl Agent {
    /// Nothing is set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The language model.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for an option that is out of its range or
    /// does not go with another.
    pub fn with_llm(mut self, vendor: &dyn LlmVendor) -> Result<Self, Error> {
        self.llm = Some(part(vendor, VendorKind::Llm)?);
        Ok(self)
    }

    /// Speech.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for an option that is out of its range or
    /// does not go with another, or a sample rate that the avatar cannot use.
    pub fn with_tts(mut self, vendor: &dyn TtsVendor) -> Result<Self, Error> {
        self.tts = Some(part(vendor, VendorKind::Tts)?);
        self.check_sample_rate()?;
        Ok(self)
    }

    /// Speech recognition. Without it the service takes its own: `ares`, in
    /// mainland China `fengming`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for an option that is out of its range or
    /// does not go with another.
    pub fn with_stt(mut self, vendor: &dyn SttVendor) -> Result<Self, Error> {
        self.stt = Some(part(vendor, VendorKind::Stt)?);
        Ok(self)
    }

    /// A model that hears and speaks by itself. It is sent with `enable: true`;
    /// models that were given beside it are not sent.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for an option that is out of its range or
    /// does not go with another.
    pub fn with_mllm(mut self, vendor: &dyn MllmVendor) -> Result<Self, Error> {
        self.mllm = Some(part(vendor, VendorKind::Mllm)?);
        Ok(self)
    }

    /// An avatar.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for an option that is out of its range or
    /// does not go with another, or when the speech has another sample rate
    /// than the avatar needs.
    pub fn with_avatar(mut self, vendor: &dyn AvatarVendor) -> Result<Self, Error> {
        self.avatar = Some(part(vendor, VendorKind::Avatar)?);
        self.check_sample_rate()?;
        Ok(self)
    }

    /// Whether models may use tools.
    #[must_use]
    pub fn with_tools(mut self, enable: bool) -> Self {
        let features = self.advanced_features.unwrap_or_default();
        self.advanced_features = Some(features.enable_tools(enable));
        self
    }

    /// How sound is processed; `default` otherwise.
    #[must_use]
    pub fn with_audio_scenario(mut self, scenario: impl Into<AudioScenario>) -> Self {
        let parameters = self.parameters.unwrap_or_default();
        self.parameters = Some(parameters.audio_scenario(scenario));
        self
    }

    /// Sends the switch of SDK 1.0.3, `advanced_features.enable_mllm`, beside
    /// `mllm.enable`: only for a service that does not know the new one.
    #[must_use]
    pub const fn with_retired_mllm_switch(mut self) -> Self {
        self.retired_mllm_switch = true;
        self
    }

    fn check_sample_rate(&self) -> Result<(), Error> {
        let rate = |part: &Option<VendorConfig>| part.as_ref().and_then(|part| part.sample_rate);
        same_rate(rate(&self.avatar), rate(&self.tts))
    }
}

fn part<V: Vendor + ?Sized>(vendor: &V, kind: VendorKind) -> Result<VendorConfig, Error> {
    let part = vendor.config()?;
    match part.kind {
        Some(other) if other != kind => Err(invalid("the vendor is of another kind")),
        _ => Ok(part),
    }
}

/// Refuses speech that an avatar cannot use, as far as both are known.
fn same_rate(needed: Option<i64>, known: Option<i64>) -> Result<(), Error> {
    match (needed, known) {
        (Some(needed), Some(known)) if needed != known => Err(invalid(&format!(
            "the avatar needs speech with {needed} samples a second, and it has {known}"
        ))),
        _ => Ok(()),
    }
}

fn invalid(message: &str) -> Error {
    Error::with_message(ErrorKind::InvalidInput, message)
}
