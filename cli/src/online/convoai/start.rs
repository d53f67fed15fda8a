//! `convoai start` and `update`: what an agent is made of, from a file.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Map, Value, json};
use tokenmint::client::convoai::types::agents::{Properties, StartAgent, UpdateProperties};
use tokenmint::client::convoai::{Subject, agents};

use super::Ask;
use super::models::{complete, text_of};
use super::seat::{Seat, check_uids};
use super::service::{Service, id_of, lifetime};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service;
use crate::{duration, output};
use tokenmint::doctor::words::safe;

/// Options of `convoai start`.
#[derive(Debug, Args)]
#[command(after_help = "\
The file of --properties has the properties of a start body: llm, tts, asr, turn_detection and so on.
Options of the same meaning win over it. Without a token in it one is made for the channel and the
uid of the agent.")]
pub(crate) struct Start {
    /// A name that no other running agent of the project has [default: agent-, the time and a random number]
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    /// The channel to join
    #[arg(long, value_name = "TEXT")]
    channel: Option<String>,
    /// The uid of the agent
    #[arg(long, value_name = "UID")]
    agent_uid: Option<String>,
    /// Whom it listens to; repeatable
    #[arg(long, value_name = "UID")]
    remote_uid: Vec<String>,
    /// File that has the properties as a JSON object, or - for standard input
    #[arg(long, value_name = "PATH")]
    properties: Option<PathBuf>,
    /// Presets, separated by commas, in place of models
    #[arg(long, value_name = "NAMES")]
    preset: Option<String>,
    /// A pipeline made in the console, in place of models
    #[arg(long, value_name = "ID")]
    pipeline_id: Option<String>,
    /// How long the tokens last, 24h at most [default: 24h]
    #[arg(long, value_name = "DURATION", value_parser = duration::parse)]
    expires_in: Option<u32>,
    /// Seconds after the last user left until the agent leaves; 0 is never
    #[arg(long, value_name = "SECONDS")]
    idle_timeout: Option<u32>,
    /// Uids are text
    #[arg(long)]
    string_uid: bool,
}

impl Ask for Start {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let lifetime = lifetime(self.expires_in)?;
        let mut properties = match &self.properties {
            Some(path) => service.object(path, "the properties' file")?,
            None => Map::new(),
        };
        self.lay_over(&mut properties);
        let channel = text_of(&properties, "channel", "--channel")?;
        let uid = text_of(&properties, "agent_rtc_uid", "--agent-uid")?;
        if !properties.contains_key("remote_rtc_uids") {
            return Err(Failure::usage(
                "there is nobody to listen to: use --remote-uid",
            ));
        }
        let mut properties = Properties::from_map(properties);
        check_uids(service, &mut properties)?;
        let mut properties = properties.to_map();
        let elsewhere = self.preset.is_some() || self.pipeline_id.is_some();
        complete(&properties, elsewhere)?;
        if !properties
            .get("token")
            .is_some_and(|token| *token != json!(""))
        {
            let token = service.join_token(&channel, &uid, lifetime)?;
            properties.insert("token".to_owned(), token.into());
        }
        let name = match &self.name {
            Some(name) => name.clone(),
            None => service.unique_name("agent")?,
        };
        let (mut body, warnings) = StartAgent::named(&name, properties).with_mllm_switch();
        for warning in warnings {
            output::note(&format!("warning: {warning}"));
        }
        body.preset.clone_from(&self.preset);
        body.pipeline_id.clone_from(&self.pipeline_id);
        let subject = Subject::new(&channel).account(&uid).lifetime(lifetime);
        let operation = agents::start(&body).with_subject(subject);
        let started = service.client.send(&operation).map_err(|error| {
            let failure = service.refused(&error);
            match error.may_have_happened() {
                true => failure.line(format!(
                    "hint: the agent may run all the same: `tokenmint convoai sweep --channel {} \
                     --dry-run` lists what runs there",
                    safe(&channel)
                )),
                false => failure,
            }
        })?;
        let mut answer = started.to_map();
        for (name, value) in [("name", name), ("channel", channel), ("agent_rtc_uid", uid)] {
            answer.entry(name).or_insert_with(|| value.into());
        }
        if as_json {
            return service::show(&answer, true);
        }
        output::line(&id_of(started.agent_id)?)?;
        output::note(&service::text(&answer)?);
        Ok(Exit::Ok)
    }
}

impl Start {
    /// Puts what the options say in place of what the file says.
    fn lay_over(&self, properties: &mut Map<String, Value>) {
        let mut set = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                properties.insert(name.to_owned(), value);
            }
        };
        set("channel", self.channel.clone().map(Value::from));
        set("agent_rtc_uid", self.agent_uid.clone().map(Value::from));
        let uids = Some(&self.remote_uid).filter(|uids| !uids.is_empty());
        set("remote_rtc_uids", uids.cloned().map(Value::from));
        set("idle_timeout", self.idle_timeout.map(Value::from));
        set("enable_string_uid", self.string_uid.then(|| true.into()));
    }
}

/// Options of `convoai update`.
#[derive(Debug, Args)]
#[command(after_help = "\
The file has llm (system_messages, params), mllm (params) or token; params takes the place of all
parameters there were. With --new-token a token is made, which needs --channel and --agent-uid.")]
pub(crate) struct Update {
    /// The agent
    agent_id: String,
    /// File that has what changes as a JSON object, or - for standard input
    #[arg(long, value_name = "PATH", required_unless_present = "new_token")]
    properties: Option<PathBuf>,
    #[command(flatten)]
    seat: Seat,
    /// Give it a new token to stay in the channel with
    #[arg(long, requires = "channel", requires = "agent_uid")]
    new_token: bool,
    /// How long the new token lasts, 24h at most [default: 24h]
    #[arg(long, value_name = "DURATION", value_parser = duration::parse, requires = "new_token")]
    expires_in: Option<u32>,
}

impl Ask for Update {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let mut properties = match &self.properties {
            Some(path) => service.object(path, "the properties' file")?,
            None => Map::new(),
        };
        let seat = (&self.seat.channel, &self.seat.agent_uid);
        if let (true, (Some(channel), Some(uid))) = (self.new_token, seat) {
            let token = service.join_token(channel, uid, lifetime(self.expires_in)?)?;
            properties.insert("token".to_owned(), token.into());
        }
        let properties = UpdateProperties::from_map(properties);
        let operation = self.seat.take(agents::update(&self.agent_id, &properties));
        service::show(&service.send(&operation)?.to_map(), as_json)
    }
}
