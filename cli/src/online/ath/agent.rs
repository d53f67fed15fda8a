//! Which implementor, as which agent, with what from the steps before.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, Value};
use tokenmint::Limits;
use tokenmint::ath::{DEFAULT_KEY_ID, SigningKey};
use tokenmint::client::ath::{
    ClientConfig, Error, GatewayClient, Include, Loaded, NativeClient, ProviderScopes, Warning,
};
use tokenmint::http::ErrorKind;
use zeroize::Zeroizing;

use crate::ath::identity::agent_id;
use crate::ath::key::KeyOptions;
use crate::environment::{self, Form};
use crate::failure::Failure;
use crate::online::service::{ConnectionOptions, Mask, refused};
use crate::{input, output};

const URL_VARIABLE: &str = "ATH_URL";
const CREDENTIALS_VARIABLE: &str = "ATH_CREDENTIALS";
const USER_TOKEN_VARIABLE: &str = "ATH_USER_TOKEN";

/// For requests that do not say who asks.
const NOBODY: &str = "https://localhost/.well-known/agent.json";

const HEADING: &str = "Implementor (environment ATH_URL, ATH_USER_TOKEN)";

/// How the implementor is reached.
#[derive(Debug, Args)]
pub(super) struct ImplementorOptions {
    /// It is a service that speaks ATH itself, not a gateway
    #[arg(long, help_heading = HEADING)]
    pub(super) native: bool,
    /// Let a native service have its interface on another origin: the token is sent there
    #[arg(long, help_heading = HEADING)]
    allow_other_origin: bool,
    /// File with more headers for every request, one `name: value` a line
    #[arg(long, value_name = "PATH", help_heading = HEADING)]
    header_file: Option<PathBuf>,
    #[command(flatten)]
    connection: ConnectionOptions,
}

/// Who the agent is, and what it has.
#[derive(Debug, Args)]
pub(super) struct AgentOptions {
    /// URL of the agent's identity document [env: ATH_AGENT_ID]
    #[arg(long, value_name = "URL")]
    agent_id: Option<String>,
    /// File that keeps what the handshake gives; only its owner may read it
    /// [env: ATH_CREDENTIALS] [default: ath-credentials.json]
    #[arg(long, value_name = "PATH")]
    credentials: Option<PathBuf>,
    /// Refuse only what the wire format cannot carry, such as an agent id of another form
    #[arg(long)]
    lenient: bool,
    #[command(flatten)]
    pub(super) implementor: ImplementorOptions,
}

/// The key of an agent that attests.
#[derive(Debug, Args)]
pub(super) struct SigningOptions {
    /// Name of the key
    #[arg(long, value_name = "TEXT", default_value = DEFAULT_KEY_ID)]
    key_id: String,
    #[command(flatten)]
    key: KeyOptions,
    #[command(flatten)]
    pub(super) agent: AgentOptions,
}

/// Either client.
pub(super) enum Client {
    Gateway(GatewayClient),
    Native(NativeClient),
}

/// Does one thing with whichever client it is.
macro_rules! either {
    ($agent:expr, $client:ident => $body:expr) => {
        match &$agent.client {
            $crate::online::ath::agent::Client::Gateway($client) => $body,
            $crate::online::ath::agent::Client::Native($client) => $body,
        }
    };
}
pub(super) use either;

/// The agent, ready to ask.
pub(super) struct Agent {
    pub(super) client: Client,
    mask: Mask,
}

impl ImplementorOptions {
    /// An agent without a name, for what anybody may ask.
    pub(super) fn nobody(&self) -> Result<Agent, Failure> {
        self.agent(NOBODY, &SigningKey::from_os()?, DEFAULT_KEY_ID, false)
    }

    fn agent(
        &self,
        agent_id: &str,
        key: &SigningKey,
        key_id: &str,
        lenient: bool,
    ) -> Result<Agent, Failure> {
        let mut mask = Mask::default();
        let given = self.connection.base_url();
        let url = environment::required(given, "--base-url", URL_VARIABLE, "address")?;
        let mut config = ClientConfig::new(&url, agent_id, key.clone())
            .key_id(key_id)
            .allow_plain_http(self.connection.allow_plain_http())
            .allow_other_origin(self.allow_other_origin)
            .timeouts_each(self.connection.timeouts())
            .max_retries(self.connection.max_retries());
        if lenient {
            config = config.limits(Limits::Wire);
        }
        for (name, value) in self.headers()? {
            mask.hide(&value);
            config = config
                .header(&name, &value)
                .map_err(|error| refused(&error, &mask))?;
        }
        let connection = self.connection.connection()?;
        let client = if self.native {
            NativeClient::connecting(&config, &connection).map(Client::Native)
        } else {
            GatewayClient::connecting(&config, &connection).map(Client::Gateway)
        };
        let client = client.map_err(|error| told(&error, &mask))?;
        Ok(Agent { client, mask })
    }

    fn headers(&self) -> Result<Vec<(String, Zeroizing<String>)>, Failure> {
        let mut headers = Vec::new();
        if let Some(token) = environment::variable(USER_TOKEN_VARIABLE, Form::Free)? {
            headers.push(("x-ath-user-token".to_owned(), token));
        }
        let Some(path) = &self.header_file else {
            return Ok(headers);
        };
        let bytes = input::file(path, "the headers' file")?;
        let text = std::str::from_utf8(&bytes);
        let text = text.map_err(|_| Failure::usage("the headers' file is no text"))?;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let (name, value) = line.split_once(':').ok_or_else(|| {
                Failure::usage("a line of the headers' file is not `name: value`")
            })?;
            let value = Zeroizing::new(value.trim().to_owned());
            headers.push((name.trim().to_owned(), value));
        }
        Ok(headers)
    }
}

impl AgentOptions {
    /// The agent id.
    fn agent_id(&self) -> Result<String, Failure> {
        agent_id(self.agent_id.as_deref())
    }

    /// The file of `--credentials`.
    pub(super) fn credentials(&self) -> Result<PathBuf, Failure> {
        let path = environment::path(self.credentials.as_deref(), CREDENTIALS_VARIABLE)?;
        Ok(path.unwrap_or_else(|| PathBuf::from("ath-credentials.json")))
    }

    /// An agent that does not attest, with what it has.
    pub(super) fn bearer(&self) -> Result<Agent, Failure> {
        let key = SigningKey::from_os()?;
        let mut agent =
            self.implementor
                .agent(&self.agent_id()?, &key, DEFAULT_KEY_ID, self.lenient)?;
        agent.load(&self.credentials()?)?;
        Ok(agent)
    }
}

impl SigningOptions {
    /// An agent that attests and has nothing yet.
    pub(super) fn newcomer(&self) -> Result<Agent, Failure> {
        let agent = &self.agent;
        let key = self.key.private()?;
        let id = agent.agent_id()?;
        agent
            .implementor
            .agent(&id, &key, &self.key_id, agent.lenient)
    }

    /// An agent that attests, with what it has.
    pub(super) fn known(&self) -> Result<(Agent, Loaded), Failure> {
        let mut agent = self.newcomer()?;
        let loaded = agent.load(&self.agent.credentials()?)?;
        Ok((agent, loaded))
    }
}

impl Agent {
    /// What an error of the client means.
    pub(super) fn refused(&self, error: &Error) -> Failure {
        told(error, &self.mask)
    }

    fn load(&mut self, path: &Path) -> Result<Loaded, Failure> {
        let loaded = either!(self, client => client.load_credentials(path));
        let loaded = loaded.map_err(|error| {
            self.refused(&error)
                .line("hint: `tokenmint ath register` writes the file of --credentials")
        })?;
        warn(&loaded.warnings);
        self.hide_what_is_known();
        Ok(loaded)
    }

    /// Keeps everything for the next step.
    pub(super) fn save(&mut self, path: &Path) -> Result<(), Failure> {
        self.hide_what_is_known();
        either!(self, client => client.save_credentials_with(path, Include::EVERYTHING))
            .map_err(|error| self.refused(&error))
    }

    fn hide_what_is_known(&mut self) {
        let (secret, token) =
            either!(self, client => (client.client_secret(), client.access_token()));
        for secret in [secret, token].into_iter().flatten() {
            self.mask.hide(secret.expose());
        }
    }
}

fn told(error: &Error, mask: &Mask) -> Failure {
    let failure = refused(error.as_http(), mask);
    match error.kind() {
        ErrorKind::BadUrl => {
            failure.line("hint: look at --base-url, --allow-plain-http, --allow-other-origin")
        }
        _ => failure,
    }
}

/// Tells what is worth a look.
pub(super) fn warn(warnings: &[Warning]) {
    for warning in warnings {
        output::note(&format!("warning: {warning}"));
    }
}

/// `ID=SCOPE,SCOPE`.
pub(super) fn provider(text: &str) -> Result<ProviderScopes, String> {
    let expected = || "expected ID=SCOPE,SCOPE, for example github=repo,read:user".to_owned();
    let (id, scopes) = text.split_once('=').ok_or_else(expected)?;
    let scopes: Vec<&str> = scopes
        .split(',')
        .filter(|scope| !scope.is_empty())
        .collect();
    if id.is_empty() || scopes.is_empty() {
        return Err(expected());
    }
    Ok(ProviderScopes::new(id, &scopes))
}

/// What a client answered as an object to show, without what is kept in the
/// file.
pub(super) fn shown(answer: &impl serde_core::Serialize) -> Map<String, Value> {
    let mut shown = match serde_json::to_value(answer) {
        Ok(Value::Object(members)) => members,
        _ => Map::new(),
    };
    for secret in ["client_secret", "access_token", "state"] {
        shown.remove(secret);
    }
    shown
}
