//! The body of a start: what is sent of an agent, and what the user should know
//! of the rest.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use serde_json::{Map, Value, json};

use super::{Agent, invalid, same_rate};
use crate::client::convoai::object::Member;
use crate::client::convoai::presets::{Parts, Presets};
use crate::client::convoai::types::agents::{Properties, StartAgent};
use crate::client::convoai::vendors::VendorConfig;
use crate::client::convoai::{PREVIEW_HEADER, PREVIEW_URL};
use crate::http::Error;

mod check;

type Object = Map<String, Value>;

/// Vendors whose avatar joins the channel by itself.
const WITHOUT_TOKEN: [&str; 2] = ["akool", "anam"];

/// What belongs to the channel and not to the agent.
pub(in super::super) struct Seat<'a> {
    pub(in super::super) name: &'a str,
    /// Channel, token, uids, idle timeout.
    pub(in super::super) properties: &'a Properties,
    pub(in super::super) app_id: &'a str,
    /// Whether the service is that of mainland China.
    pub(in super::super) in_cn: bool,
    /// Where the service is.
    pub(in super::super) base_url: &'a str,
    pub(in super::super) avatar_token: Option<&'a str>,
    /// In place of the agent's own.
    pub(in super::super) preset: Option<&'a str>,
    /// In place of the agent's own.
    pub(in super::super) pipeline_id: Option<&'a str>,
}

impl Agent {
    /// What is refused before a session changes its state.
    pub(in super::super) fn check_avatar(&self) -> Result<(), Error> {
        let Some(avatar) = self.enabled_avatar() else {
            return Ok(());
        };
        if self.mllm.is_some() {
            return Err(invalid("a model that hears and speaks excludes an avatar"));
        }
        let tts = self.tts.as_ref();
        same_rate(avatar.sample_rate, tts.and_then(|it| it.late_sample_rate))?;
        if joins_by_token(avatar) && self.avatar_uid().is_some_and(|(uid, _)| uid.is_empty()) {
            return Err(invalid("the avatar needs a uid: `agora_uid` is empty"));
        }
        Ok(())
    }

    /// The uid of the avatar, and whether a token has to be made for it.
    pub(in super::super) fn avatar_uid(&self) -> Option<(&str, bool)> {
        let avatar = self.enabled_avatar()?;
        let params = avatar.config.get("params")?;
        let uid = params.get("agora_uid")?.as_str()?;
        let token = params.get("agora_token").and_then(Value::as_str);
        let has_token = token.is_some_and(|token| !token.is_empty());
        Some((uid, joins_by_token(avatar) && !has_token))
    }

    fn enabled_avatar(&self) -> Option<&VendorConfig> {
        let avatar = self.avatar.as_ref()?;
        (avatar.config.get("enable") != Some(&false.into())).then_some(avatar)
    }

    /// The body of a start, and what the user should know.
    pub(in super::super) fn start_body(
        &self,
        seat: &Seat<'_>,
    ) -> Result<(StartAgent, Vec<String>), Error> {
        let mut body = Body {
            agent: self,
            seat,
            properties: seat.properties.to_map(),
            warnings: Vec::new(),
        };
        let start = body.build()?;
        Ok((start, body.warnings))
    }
}

fn joins_by_token(avatar: &VendorConfig) -> bool {
    let vendor = avatar.config.get("vendor").and_then(Value::as_str);
    !vendor.is_some_and(|vendor| WITHOUT_TOKEN.contains(&vendor))
}

struct Body<'a> {
    agent: &'a Agent,
    seat: &'a Seat<'a>,
    properties: Object,
    warnings: Vec<String>,
}

impl Body<'_> {
    fn build(&mut self) -> Result<StartAgent, Error> {
        let agent = self.agent;
        let given = [
            &agent.stt,
            &agent.llm,
            &agent.tts,
            &agent.mllm,
            &agent.avatar,
        ];
        for part in given.into_iter().flatten() {
            self.warnings.extend(part.warnings.iter().cloned());
            if let Some(feature) = part.preview
                && !self.seat.base_url.starts_with(PREVIEW_URL)
            {
                self.warnings.push(format!(
                    "a vendor of this agent is a preview: make the client with base_url(PREVIEW_URL) \
                     and the header `{PREVIEW_HEADER}: {feature}`"
                ));
            }
        }
        self.put("geofence", agent.geofence.as_ref());
        self.put("interruption", agent.interruption.as_ref());
        self.put("sal", agent.sal.as_ref());
        self.put("labels", agent.labels.as_ref());
        self.put("rtc", agent.rtc.as_ref());
        self.put("filler_words", agent.filler_words.as_ref());
        self.put_features();
        self.put_parameters();
        let preset = self.seat.preset.or(agent.preset.as_deref());
        let mut presets = Presets::named(preset.unwrap_or_default());
        let pipeline_id = not_empty(self.seat.pipeline_id)
            .or_else(|| not_empty(agent.pipeline_id.as_deref()))
            .map(ToString::to_string);
        match &agent.mllm {
            Some(mllm) => self.put_mllm(mllm),
            None => self.put_models(&mut presets, pipeline_id.is_some())?,
        }
        self.put_avatar();
        check::closed(&self.properties)?;
        let properties = core::mem::take(&mut self.properties);
        let mut start = StartAgent::named(self.seat.name, properties);
        start.preset = presets.text();
        start.pipeline_id = pipeline_id;
        Ok(start)
    }

    fn put<T: Member>(&mut self, name: &str, member: Option<&T>) {
        if let Some(member) = member {
            let mut value = member.write();
            drop_nulls(&mut value);
            self.properties.insert(name.to_string(), value);
        }
    }

    fn put_features(&mut self) {
        self.put("advanced_features", self.agent.advanced_features.as_ref());
        if self.agent.mllm.is_none() {
            return;
        }
        let features = self
            .properties
            .entry("advanced_features")
            .or_insert_with(|| json!({}));
        let Some(features) = features.as_object_mut() else {
            return;
        };
        if self.agent.retired_mllm_switch {
            features.insert("enable_mllm".to_string(), true.into());
        } else {
            features.remove("enable_mllm");
        }
        if features.is_empty() {
            self.properties.remove("advanced_features");
        }
    }

    fn put_parameters(&mut self) {
        let mut parameters = self.agent.parameters.clone().unwrap_or_default();
        let features = self.agent.advanced_features.as_ref();
        let rtm = features.and_then(|it| it.enable_rtm) == Some(true);
        if rtm && parameters.data_channel.is_none() {
            parameters.extra.remove("data_channel");
            parameters = parameters.data_channel("rtm");
        }
        if parameters.audio_scenario.is_none() {
            parameters.extra.remove("audio_scenario");
            parameters = parameters.audio_scenario("default");
        }
        self.put("parameters", Some(&parameters));
    }

    /// One model in place of three. What belongs to the three has no place.
    fn put_mllm(&mut self, vendor: &VendorConfig) {
        let agent = self.agent;
        let mut mllm = vendor.config.clone();
        mllm.insert("enable".to_string(), true.into());
        fill(&mut mllm, "greeting_message", agent.greeting.as_ref());
        fill(&mut mllm, "failure_message", agent.failure_message.as_ref());
        let is_gpt_live = mllm.get("vendor") == Some(&"openai_gpt_live".into());
        if is_gpt_live && agent.turn_detection.is_some() {
            self.warn("turn detection is not sent: the model detects turns itself");
        } else {
            self.put("turn_detection", agent.turn_detection.as_ref());
        }
        drop_direct_nulls(&mut mllm);
        self.properties.insert("mllm".to_string(), mllm.into());
        if agent.instructions.as_ref().is_some_and(|it| !it.is_empty()) {
            self.warn(
                "the agent's instructions are not sent: give them to the model, for example \
                 with its option `instructions`",
            );
        }
        if agent.max_history.is_some() || agent.greeting_configs.is_some() {
            self.warn("the agent's history length and greeting settings are not sent to a model that hears and speaks");
        }
        if agent.llm.is_some() || agent.tts.is_some() || agent.stt.is_some() {
            self.warn("llm, tts and stt are not sent beside a model that hears and speaks");
        }
    }

    fn put_models(&mut self, presets: &mut Presets, in_pipeline: bool) -> Result<(), Error> {
        let agent = self.agent;
        if agent.tts.is_none() && !in_pipeline && !presets.bring_tts() {
            return Err(invalid("speech is required: use with_tts"));
        }
        if agent.llm.is_none() && !in_pipeline && !presets.bring_llm() {
            return Err(invalid("a language model is required: use with_llm"));
        }
        let language = self.language();
        let mut turns = agent.turn_detection.clone().unwrap_or_default();
        turns.extra.remove("language");
        turns.language = Some(language.clone());
        self.put("turn_detection", Some(&turns));
        let explicit = [
            presets.bring_asr(),
            presets.bring_llm(),
            presets.bring_tts(),
        ];
        let mut parts = Parts {
            asr: self.recognition(in_pipeline || presets.bring_asr(), &language),
            llm: self.language_model(),
            tts: agent.tts.as_ref().map(|tts| tts.config.clone()),
        };
        self.warn_of_keys(explicit, &parts);
        presets.infer(&mut parts);
        let mut checks = [
            (&agent.stt, presets.bring_asr()),
            (&agent.llm, presets.bring_llm()),
            (&agent.tts, presets.bring_tts()),
        ]
        .into_iter()
        .filter(|(_, brought)| !brought)
        .filter_map(|(part, _)| part.as_ref());
        if let Some(name) = checks.find_map(|part| part.missing.first()) {
            return Err(invalid(&format!("`{name}` is required")));
        }
        for (name, part) in [("asr", parts.asr), ("llm", parts.llm), ("tts", parts.tts)] {
            if let Some(mut part) = part {
                drop_direct_nulls(&mut part);
                if name != "llm"
                    && let Some(params) = part.get_mut("params").and_then(Value::as_object_mut)
                {
                    drop_direct_nulls(params);
                }
                self.properties.insert(name.to_string(), part.into());
            }
        }
        Ok(())
    }

    /// What is spoken: as the agent says, or its recognition, or as in most
    /// places of the area.
    fn language(&self) -> String {
        let turns = self.agent.turn_detection.as_ref();
        let given = turns.and_then(|it| it.language.clone());
        let own = || self.agent.stt.as_ref().and_then(|it| it.language.clone());
        let default = || if self.seat.in_cn { "zh-CN" } else { "en-US" };
        given.or_else(own).unwrap_or_else(|| default().to_string())
    }

    fn recognition(&self, elsewhere: bool, language: &str) -> Option<Object> {
        let mut asr = match &self.agent.stt {
            Some(stt) => stt.config.clone(),
            None if elsewhere => return None,
            None => {
                let vendor = if self.seat.in_cn { "fengming" } else { "ares" };
                Object::from_iter([("vendor".to_string(), vendor.into())])
            }
        };
        asr.insert("language".to_string(), language.into());
        Some(asr)
    }

    /// The vendor's configuration, and the agent's words where it has none.
    fn language_model(&mut self) -> Option<Object> {
        let agent = self.agent;
        let Some(llm) = &agent.llm else {
            let has_words = agent.instructions.is_some()
                || agent.greeting.is_some()
                || agent.failure_message.is_some()
                || agent.max_history.is_some()
                || agent.greeting_configs.is_some();
            if has_words {
                self.warn(
                    "the agent's words are not sent: the model of a preset or pipeline has its \
                     own; to give them, use with_llm with the preset's model and no key",
                );
            }
            return None;
        };
        let mut llm = llm.config.clone();
        let instructions = agent.instructions.as_ref();
        let system = instructions.map(|text| system_message(text));
        fill(&mut llm, "system_messages", system.as_ref());
        fill(&mut llm, "greeting_message", agent.greeting.as_ref());
        fill(&mut llm, "failure_message", agent.failure_message.as_ref());
        fill(&mut llm, "max_history", agent.max_history.as_ref());
        fill(
            &mut llm,
            "greeting_configs",
            agent.greeting_configs.as_ref(),
        );
        Some(llm)
    }

    /// A preset that was asked for changes nothing of a model that was given.
    fn warn_of_keys(&mut self, explicit: [bool; 3], parts: &Parts) {
        let given = [&parts.asr, &parts.llm, &parts.tts];
        for (part, _) in given
            .into_iter()
            .zip(explicit)
            .filter(|(_, explicit)| *explicit)
        {
            if part.as_ref().is_some_and(has_key) {
                self.warn("a preset brings a model for which a key is sent, too: leave one out");
            }
        }
    }

    fn put_avatar(&mut self) {
        let agent = self.agent;
        let Some(avatar) = &agent.avatar else { return };
        let enabled = agent.enabled_avatar().is_some();
        if enabled {
            let tts = agent.tts.as_ref();
            let known = tts.and_then(|it| it.sample_rate.or(it.late_sample_rate));
            if let (Some(rate), None) = (avatar.sample_rate, known) {
                self.warn(&format!(
                    "the avatar needs speech with {rate} samples a second; those of the vendor \
                     are not known"
                ));
            }
        }
        let mut avatar = avatar.config.clone();
        let is_generic = avatar.get("vendor") == Some(&"generic".into());
        let params = avatar.get_mut("params").and_then(Value::as_object_mut);
        if let (Some(params), true) = (params, enabled) {
            let channel = self.seat.properties.channel.clone();
            let app_id = self.seat.app_id.to_string();
            let token = self.seat.avatar_token.map(ToString::to_string);
            if let Some(token) = token {
                params.insert("agora_token".to_string(), token.into());
            }
            if is_generic {
                fill(params, "agora_appid", Some(&app_id));
                fill(params, "agora_channel", channel.as_ref());
            }
        }
        self.properties.insert("avatar".to_string(), avatar.into());
    }

    fn warn(&mut self, text: &str) {
        self.warnings.push(text.to_string());
    }
}

/// The messages before a conversation that say what the model is to be.
fn system_message(text: &str) -> Vec<Object> {
    let members = [("role", "system"), ("content", text)];
    let members = members.map(|(name, value)| (name.to_string(), value.into()));
    Vec::from([Object::from_iter(members)])
}

/// Writes a member that is not there.
fn fill<T: Member>(object: &mut Object, name: &str, value: Option<&T>) {
    let there = object.get(name).is_some_and(|value| !value.is_null());
    if let (Some(value), false) = (value, there) {
        object.insert(name.to_string(), value.write());
    }
}

fn not_empty(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}

fn has_key(part: &Object) -> bool {
    let params = part.get("params").and_then(Value::as_object);
    let names = ["key", "api_key"];
    let has = |object: &Object| {
        names.iter().any(|name| {
            let key = object.get(*name).and_then(Value::as_str);
            key.is_some_and(|key| !key.is_empty())
        })
    };
    has(part) || params.is_some_and(has)
}

fn drop_direct_nulls(object: &mut Object) {
    object.retain(|_, value| !value.is_null());
}

/// Members that are null say nothing; in lists they have a place.
fn drop_nulls(value: &mut Value) {
    if let Value::Object(object) = value {
        drop_direct_nulls(object);
        object.values_mut().for_each(drop_nulls);
    }
}
