//! `convoai call`: agents on the telephone.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Map, Value};
use tokenmint::client::convoai::telephony;
use tokenmint::client::convoai::types::agents::Properties;
use tokenmint::client::convoai::types::telephony::{
    CallFilter, CallType, PhoneCall, Sip, StartCall,
};

use super::agents::{Pages, rows, show_listing};
use super::models::complete;
use super::seat::check_uids;
use super::service::{Service, id_of, lifetime};
use super::{Ask, With};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service::{Table, show};
use crate::run::Run;
use crate::{clock, duration, output};

/// What can be done with calls.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Call somebody and write the id of the agent
    Start(Box<With<Start>>),
    /// List calls
    List(With<List>),
    /// Say how a call is
    Get(With<Get>),
    /// End a call
    Hangup(With<Hangup>),
}

impl Run for Command {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        match self {
            Command::Start(options) => options.run(as_json),
            Command::List(options) => options.run(as_json),
            Command::Get(options) => options.run(as_json),
            Command::Hangup(options) => options.run(as_json),
        }
    }
}

/// Options of `convoai call start`.
#[derive(Debug, Args)]
#[command(after_help = "\
Tokens are made for both uids. The file of --properties has llm, tts and whatever else an agent is
made of.")]
pub(crate) struct Start {
    /// Whom to call, with +
    #[arg(long, value_name = "NUMBER")]
    to: String,
    /// From which number, with +
    #[arg(long, value_name = "NUMBER")]
    from: String,
    /// The channel in which agent and telephone meet
    #[arg(long, value_name = "TEXT")]
    channel: String,
    /// The uid of the agent
    #[arg(long, value_name = "UID")]
    agent_uid: String,
    /// The uid of the telephone
    #[arg(long, value_name = "UID")]
    sip_uid: String,
    /// A name [default: call-, the time and a random number]
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    /// A pipeline made in the console, in place of models
    #[arg(long, value_name = "ID")]
    pipeline_id: Option<String>,
    /// File that has more properties as a JSON object, or - for standard input
    #[arg(long, value_name = "PATH")]
    properties: Option<PathBuf>,
    /// How long the tokens last, 24h at most [default: 24h]
    #[arg(long, value_name = "DURATION", value_parser = duration::parse)]
    expires_in: Option<u32>,
}

impl Ask for Start {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let lifetime = lifetime(self.expires_in)?;
        let mut properties = match &self.properties {
            Some(path) => service.object(path, "the properties' file")?,
            None => Map::new(),
        };
        complete(&properties, self.pipeline_id.is_some())?;
        let mut seats = Properties::joining(&self.channel, "", &self.agent_uid, &[&self.sip_uid]);
        check_uids(service, &mut seats)?;
        if let Some(text) = seats.enable_string_uid {
            properties.insert("enable_string_uid".to_owned(), text.into());
        }
        for (name, value) in [
            ("channel", Value::from(self.channel.as_str())),
            (
                "token",
                service
                    .join_token(&self.channel, &self.agent_uid, lifetime)?
                    .into(),
            ),
            ("agent_rtc_uid", self.agent_uid.as_str().into()),
            ("remote_rtc_uids", vec![self.sip_uid.as_str()].into()),
        ] {
            properties.insert(name.to_owned(), value);
        }
        let sip_token = service.join_token(&self.channel, &self.sip_uid, lifetime)?;
        let sip = Sip::new()
            .to_number(self.to.as_str())
            .from_number(self.from.as_str())
            .rtc_uid(self.sip_uid.as_str())
            .rtc_token(sip_token);
        let name = match &self.name {
            Some(name) => name.clone(),
            None => service.unique_name("call")?,
        };
        let mut body = StartCall::new().name(name).sip(sip).properties(properties);
        body.pipeline_id.clone_from(&self.pipeline_id);
        let started = service.send(&telephony::call(&body))?;
        if as_json {
            return show(&started.to_map(), true);
        }
        output::line(&id_of(started.agent_id)?)?;
        Ok(Exit::Ok)
    }
}

/// Options of `convoai call list`.
#[derive(Debug, Args)]
pub(crate) struct List {
    /// From or to this number
    #[arg(long, value_name = "NUMBER")]
    number: Option<String>,
    /// Begun at or after: Unix seconds or RFC 3339 [default of the service: 60 days ago]
    #[arg(long, value_name = "TIME", value_parser = clock::parse)]
    from: Option<u32>,
    /// Begun before
    #[arg(long, value_name = "TIME", value_parser = clock::parse)]
    to: Option<u32>,
    /// Who called whom
    #[arg(long, value_enum, value_name = "TYPE")]
    r#type: Option<TypeWord>,
    #[command(flatten)]
    pages: Pages,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum TypeWord {
    Inbound,
    Outbound,
}

impl Ask for List {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let mut filter = CallFilter::new();
        filter.number.clone_from(&self.number);
        filter.from_time = self.from.map(i64::from);
        filter.to_time = self.to.map(i64::from);
        filter.call_type = self.r#type.map(|word| match word {
            TypeWord::Inbound => CallType::Inbound,
            TypeWord::Outbound => CallType::Outbound,
        });
        filter.limit = self.pages.limit;
        filter.cursor.clone_from(&self.pages.cursor);
        let operation = telephony::list(&filter);
        let pages = service.pages(operation, self.pages.all)?;
        let rows = rows(&pages, PhoneCall::to_map);
        let table = Table(&[
            ("agent_id", "AGENT"),
            ("type", "TYPE"),
            ("from_number", "FROM"),
            ("to_number", "TO"),
            ("state", "STATE"),
            ("create_ts", "BEGUN"),
        ]);
        show_listing("calls", &rows, &pages, &table, as_json)
    }
}

/// Options of `convoai call get`.
#[derive(Debug, Args)]
pub(crate) struct Get {
    /// The agent of the call
    agent_id: String,
}

impl Ask for Get {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let call = service.send(&telephony::get(&self.agent_id))?;
        show(&call.to_map(), as_json)
    }
}

/// Options of `convoai call hangup`.
#[derive(Debug, Args)]
pub(crate) struct Hangup {
    /// The agent of the call
    agent_id: String,
}

impl Ask for Hangup {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let answer = service.send(&telephony::hangup(&self.agent_id))?;
        let mut answer = answer.to_map();
        answer
            .entry("agent_id")
            .or_insert_with(|| self.agent_id.as_str().into());
        show(&answer, as_json)
    }
}
