//! `ath identity`.

use clap::Args;
use tokenmint::ath::{self, PublicKey};
use tokenmint::output::Owned;

use super::jwk::public_half;
use super::key::KeyOptions;
use crate::environment;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;

/// The environment variable that has the agent id.
const AGENT_VARIABLE: &str = "ATH_AGENT_ID";

/// Options of `ath identity`.
#[derive(Debug, Args)]
#[command(after_help = "\
The document is served at the agent id, as application/json with Cache-Control: max-age=300. The key
may be private or public; the private half is never written.")]
pub(crate) struct Identity {
    /// URL at which the document will be [env: ATH_AGENT_ID]
    #[arg(long, value_name = "URL")]
    agent_id: Option<String>,
    /// Name of the agent, for people
    #[arg(long, value_name = "TEXT")]
    name: String,
    #[command(flatten)]
    developer: DeveloperOptions,
    /// What the agent can do; repeatable
    #[arg(long, value_name = "NAME")]
    capability: Vec<String>,
    #[command(flatten)]
    key: KeyOptions,
}

/// Who is responsible for an agent.
#[derive(Debug, Args)]
pub(crate) struct DeveloperOptions {
    /// Name of who is responsible, for people
    #[arg(long, value_name = "TEXT")]
    pub(crate) developer_name: String,
    /// Id of who is responsible, for instance a domain
    #[arg(long, value_name = "TEXT")]
    pub(crate) developer_id: String,
    /// Address for questions
    #[arg(long, value_name = "TEXT")]
    pub(crate) developer_contact: Option<String>,
}

/// Writes the document.
pub(crate) fn run(options: &Identity, as_json: bool) -> Result<Exit, Failure> {
    let public: PublicKey = public_half(&options.key.bytes()?)
        .map_err(|error| Failure::usage(format!("this is no P-256 key: {error}")))?;
    let capabilities: Vec<_> = options.capability.iter().map(String::as_str).collect();
    let agent_id = agent_id(options.agent_id.as_deref())?;
    let document = ath::Identity {
        agent_id: &agent_id,
        name: &options.name,
        developer: ath::Developer {
            name: &options.developer.developer_name,
            id: &options.developer.developer_id,
            contact: options.developer.developer_contact.as_deref(),
        },
        capabilities: &capabilities,
        public_key: public,
    };
    let document = document.write(Owned)?;
    if as_json {
        let document: serde_json::Value =
            serde_json::from_str(&document).map_err(|error| Failure::system(error.to_string()))?;
        output::json(&document)?;
    } else {
        output::line(&document)?;
    }
    Ok(Exit::Ok)
}

/// The agent id that was given, or else that of the environment.
pub(crate) fn agent_id(given: Option<&str>) -> Result<String, Failure> {
    environment::required(given, "--agent-id", AGENT_VARIABLE, "agent id")
}
