//! `convoai number`: the telephone numbers of the project.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand};
use serde_json::{Map, json};
use tokenmint::client::convoai::phone_numbers;
use tokenmint::client::convoai::types::phone_numbers::{
    AddNumber, NumberConfig, PhoneNumber, PipelineChoice, UpdateNumber,
};

use super::agents::show_rows;
use super::service::Service;
use super::{Ask, With};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service::{Table, show};
use crate::output;
use crate::run::Run;
use tokenmint::doctor::words::safe;

/// What can be done with numbers.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List numbers
    List(With<List>),
    /// Add a number
    Add(With<Add>),
    /// Show a number
    Get(With<Get>),
    /// Change which pipelines a number has
    Update(With<Update>),
    /// Remove a number
    Delete(With<Delete>),
}

impl Run for Command {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        match self {
            Command::List(options) => options.run(as_json),
            Command::Add(options) => options.run(as_json),
            Command::Get(options) => options.run(as_json),
            Command::Update(options) => options.run(as_json),
            Command::Delete(options) => options.run(as_json),
        }
    }
}

/// Options of `convoai number list`.
#[derive(Debug, Args)]
pub(crate) struct List {}

impl Ask for List {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let numbers = service.send(&phone_numbers::list())?;
        let rows: Vec<_> = numbers.iter().map(PhoneNumber::to_map).collect();
        if as_json {
            output::json(&json!({ "numbers": rows }))?;
            return Ok(Exit::Ok);
        }
        let table = Table(&[
            ("phone_number", "NUMBER"),
            ("label", "LABEL"),
            ("provider", "PROVIDER"),
            ("inbound", "IN"),
            ("outbound", "OUT"),
        ]);
        show_rows("numbers", &rows, &table)?;
        Ok(Exit::Ok)
    }
}

/// Options of `convoai number add`.
#[derive(Debug, Args)]
#[command(after_help = "\
The file of --config has inbound_config (allowed_addresses) and outbound_config (address, transport,
prefix); an address may have a user and a password in it.")]
pub(crate) struct Add {
    /// The number, with +
    number: String,
    /// Where it comes from: byo or twilio
    #[arg(long, value_name = "NAME")]
    provider: String,
    /// A name for it
    #[arg(long, value_name = "TEXT")]
    label: String,
    /// It takes calls
    #[arg(long)]
    inbound: bool,
    /// It makes calls
    #[arg(long)]
    outbound: bool,
    /// File that has both configurations as a JSON object, or - for standard input
    #[arg(long, value_name = "PATH")]
    config: Option<PathBuf>,
}

impl Ask for Add {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let mut body = match &self.config {
            Some(path) => service.object(path, "the configuration's file")?,
            None => Map::new(),
        };
        for name in ["inbound_config", "outbound_config"] {
            body.entry(name).or_insert_with(|| json!({}));
        }
        for (name, value) in [
            ("provider", json!(self.provider)),
            ("phone_number", json!(self.number)),
            ("label", json!(self.label)),
            ("inbound", json!(self.inbound)),
            ("outbound", json!(self.outbound)),
        ] {
            body.insert(name.to_owned(), value);
        }
        let number = service.send(&phone_numbers::add(&AddNumber::from_map(body)))?;
        show(&number.to_map(), as_json)
    }
}

/// Options of `convoai number get`.
#[derive(Debug, Args)]
pub(crate) struct Get {
    /// The number, with +
    number: String,
}

impl Ask for Get {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let number = service.send(&phone_numbers::get(&self.number))?;
        show(&number.to_map(), as_json)
    }
}

/// Options of `convoai number update`.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("changes").required(true).multiple(true).args([
    "inbound_pipeline",
    "no_inbound_pipeline",
    "outbound_pipeline",
    "no_outbound_pipeline",
])))]
pub(crate) struct Update {
    /// The number, with +
    number: String,
    /// The pipeline that answers calls
    #[arg(long, value_name = "ID", conflicts_with = "no_inbound_pipeline")]
    inbound_pipeline: Option<String>,
    /// No pipeline answers calls any more
    #[arg(long)]
    no_inbound_pipeline: bool,
    /// The pipeline that makes calls
    #[arg(long, value_name = "ID", conflicts_with = "no_outbound_pipeline")]
    outbound_pipeline: Option<String>,
    /// No pipeline makes calls any more
    #[arg(long)]
    no_outbound_pipeline: bool,
}

impl Ask for Update {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let pipeline = |id: &Option<String>| {
            let id = id.as_deref()?;
            Some(PipelineChoice::new().pipeline_id(id))
        };
        let mut body = UpdateNumber::new();
        body.inbound_config = pipeline(&self.inbound_pipeline);
        body.outbound_config = pipeline(&self.outbound_pipeline);
        for (clear, config) in [
            (self.no_inbound_pipeline, NumberConfig::Inbound),
            (self.no_outbound_pipeline, NumberConfig::Outbound),
        ] {
            if clear {
                body = body.clear(config);
            }
        }
        let number = service.send(&phone_numbers::update(&self.number, &body))?;
        show(&number.to_map(), as_json)
    }
}

/// Options of `convoai number delete`.
#[derive(Debug, Args)]
pub(crate) struct Delete {
    /// The number, with +
    number: String,
}

impl Ask for Delete {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        service.send(&phone_numbers::delete(&self.number))?;
        if as_json {
            output::json(&json!({"phone_number": self.number, "deleted": true}))?;
        } else {
            output::line(&format!("{} was removed", safe(&self.number)))?;
        }
        Ok(Exit::Ok)
    }
}
