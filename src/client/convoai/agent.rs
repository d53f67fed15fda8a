//! What an agent is, put together step by step.
//!
//! An agent is a value: every `with_*` gives a new one and a clone keeps the
//! old. It knows no channel; [`Agent::create_session`] and
//! [`Agent::create_async_session`] put it into one.
//!
//! | mode | needs | refuses |
//! |---|---|---|
//! | models | `with_tts` and `with_llm`; `with_stt` may be left out | |
//! | models of a preset or pipeline | `with_preset` or `with_pipeline_id` | |
//! | one model that hears and speaks | `with_mllm` or `enable_mllm` | llm, tts, stt, avatar |
//!
//! Instructions, greeting, failure message and history length of the agent win
//! over those of the language model. In the mode of one model they are not
//! sent: such a model has its own.

use std::collections::BTreeMap;
use std::string::{String, ToString};

use serde_json::{Map, Value, json};

use super::object::{Member, Shown};
use super::types::agents::{Properties, StartAgent};
use super::types::conversation::{
    AdvancedFeatures, FillerWords, Geofence, Interruption, Parameters, Rtc, Sal, TurnDetection,
};
use super::vendors::avatar::{AvatarConfig, AvatarVendor};
use super::vendors::llm::LlmVendor;
use super::vendors::mllm::MllmVendor;
use super::vendors::stt::SttVendor;
use super::vendors::tts::{TtsConfig, TtsVendor};
use crate::http::{Error, ErrorKind};

macro_rules! agent {
    ($( $(#[$meta:meta])* $field:ident, $with:ident: $type:ty; )*) => {
        /// An agent, not yet in a channel.
        #[derive(Clone, Default, PartialEq)]
        pub struct Agent {
            $( $field: Option<$type>, )*
            llm: Option<Map<String, Value>>,
            tts: Option<TtsConfig>,
            stt: Option<Map<String, Value>>,
            mllm: Option<Map<String, Value>>,
            avatar: Option<AvatarConfig>,
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
    /// [`ErrorKind::InvalidInput`] for an option out of its range.
    pub fn with_llm(mut self, vendor: &dyn LlmVendor) -> Result<Self, Error> {
        self.llm = Some(vendor.config()?);
        Ok(self)
    }

    /// Speech.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for an option out of its range, or a sample
    /// rate that the avatar cannot use.
    pub fn with_tts(mut self, vendor: &dyn TtsVendor) -> Result<Self, Error> {
        self.tts = Some(vendor.config()?);
        self.check_sample_rate()?;
        Ok(self)
    }

    /// Speech recognition.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for an option out of its range.
    pub fn with_stt(mut self, vendor: &dyn SttVendor) -> Result<Self, Error> {
        self.stt = Some(vendor.config()?);
        Ok(self)
    }

    /// A model that hears and speaks by itself.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for an option out of its range.
    pub fn with_mllm(mut self, vendor: &dyn MllmVendor) -> Result<Self, Error> {
        self.mllm = Some(vendor.config()?);
        Ok(self)
    }

    /// A moving picture.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for an option out of its range, or when the
    /// speech has another sample rate than it needs.
    pub fn with_avatar(mut self, vendor: &dyn AvatarVendor) -> Result<Self, Error> {
        self.avatar = Some(vendor.config()?);
        self.check_sample_rate()?;
        Ok(self)
    }

    /// The samples a second that the avatar needs, while those of the speech
    /// are not known.
    pub(super) fn unproven_sample_rate(&self) -> Option<i64> {
        let needed = self.avatar.as_ref()?.required_sample_rate?;
        match self.tts.as_ref().and_then(|tts| tts.sample_rate) {
            Some(_) => None,
            None => Some(needed),
        }
    }

    /// The uid of the avatar, and whether it has no token yet.
    pub(super) fn avatar_uid(&self) -> Option<(&str, bool)> {
        let params = self.avatar.as_ref()?.config.get("params")?;
        let uid = params.get("agora_uid")?.as_str()?;
        Some((uid, params.get("agora_token").is_none()))
    }

    fn check_sample_rate(&self) -> Result<(), Error> {
        let needed = self.avatar.as_ref().and_then(|it| it.required_sample_rate);
        let known = self.tts.as_ref().and_then(|it| it.sample_rate);
        match (needed, known) {
            (Some(needed), Some(known)) if needed != known => Err(invalid(
                "the avatar needs another sample rate of the speech",
            )),
            _ => Ok(()),
        }
    }

    /// The body of a start with this agent. `seat` has what belongs to the
    /// channel: channel, token, uids, idle timeout.
    pub(super) fn start_body(
        &self,
        name: &str,
        seat: &Properties,
        avatar_token: Option<&str>,
    ) -> Result<StartAgent, Error> {
        let mut properties = seat.to_map();
        put(&mut properties, "geofence", self.geofence.as_ref());
        put(
            &mut properties,
            "advanced_features",
            self.advanced_features.as_ref(),
        );
        put(
            &mut properties,
            "turn_detection",
            self.turn_detection.as_ref(),
        );
        put(&mut properties, "interruption", self.interruption.as_ref());
        put(&mut properties, "sal", self.sal.as_ref());
        put(&mut properties, "labels", self.labels.as_ref());
        put(&mut properties, "rtc", self.rtc.as_ref());
        put(&mut properties, "filler_words", self.filler_words.as_ref());
        put(&mut properties, "parameters", self.parameters.as_ref());
        if self.hears_by_itself() {
            self.put_mllm(&mut properties)?;
        } else {
            self.put_models(&mut properties, avatar_token)?;
        }
        let mut body = StartAgent::named(name, properties);
        body.preset.clone_from(&self.preset);
        body.pipeline_id.clone_from(&self.pipeline_id);
        Ok(body)
    }

    fn hears_by_itself(&self) -> bool {
        let features = self.advanced_features.as_ref();
        let enabled = features.and_then(|features| features.enable_mllm);
        self.mllm.is_some() || enabled == Some(true)
    }

    fn put_mllm(&self, properties: &mut Map<String, Value>) -> Result<(), Error> {
        if self.llm.is_some() || self.tts.is_some() || self.stt.is_some() {
            return Err(invalid("mllm excludes llm, tts and stt"));
        }
        if self.avatar.is_some() {
            return Err(invalid("mllm excludes an avatar"));
        }
        let features = properties
            .entry("advanced_features")
            .or_insert_with(|| json!({}));
        if let Some(features) = features.as_object_mut() {
            features.insert("enable_mllm".to_string(), true.into());
        }
        if let Some(mllm) = &self.mllm {
            properties.insert("mllm".to_string(), mllm.clone().into());
        }
        Ok(())
    }

    fn put_models(
        &self,
        properties: &mut Map<String, Value>,
        avatar_token: Option<&str>,
    ) -> Result<(), Error> {
        let elsewhere = self.preset.is_some() || self.pipeline_id.is_some();
        if !elsewhere && self.tts.is_none() {
            return Err(invalid("speech is required: use with_tts"));
        }
        if !elsewhere && self.llm.is_none() {
            return Err(invalid("a language model is required: use with_llm"));
        }
        if let Some(llm) = self.language_model() {
            properties.insert("llm".to_string(), llm.into());
        }
        if let Some(tts) = &self.tts {
            properties.insert("tts".to_string(), tts.config.clone().into());
        }
        if let Some(stt) = &self.stt {
            let mut stt = stt.clone();
            let spoken = self.turn_detection.as_ref();
            if let Some(language) = spoken.and_then(|it| it.language.clone()) {
                stt.insert("language".to_string(), language.into());
            }
            properties.insert("asr".to_string(), stt.into());
        }
        if let Some(avatar) = &self.avatar {
            let mut avatar = avatar.config.clone();
            let params = avatar.get_mut("params").and_then(Value::as_object_mut);
            if let (Some(params), Some(token)) = (params, avatar_token) {
                params.insert("agora_token".to_string(), token.into());
            }
            properties.insert("avatar".to_string(), avatar.into());
        }
        Ok(())
    }

    /// The vendor's configuration with the agent's own words in it. Without a
    /// vendor these go to the model of a preset.
    fn language_model(&self) -> Option<Map<String, Value>> {
        let text = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let own = [
            (
                "system_messages",
                text(&self.instructions).map(|text| json!([{"role": "system", "content": text}])),
            ),
            ("greeting_message", text(&self.greeting).map(Value::from)),
            (
                "failure_message",
                text(&self.failure_message).map(Value::from),
            ),
            ("max_history", self.max_history.map(Value::from)),
        ];
        let own = own
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_string(), value?)));
        let mut llm = self.llm.clone().unwrap_or_default();
        llm.extend(own);
        (!llm.is_empty()).then_some(llm)
    }
}

fn put<T: Member>(properties: &mut Map<String, Value>, name: &str, member: Option<&T>) {
    if let Some(member) = member {
        properties.insert(name.to_string(), member.write());
    }
}

fn invalid(message: &str) -> Error {
    Error::with_message(ErrorKind::InvalidInput, message)
}
