//! Which implementor, as which agent, with what from the steps before.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Map, Value};
use tokenmint::Limits;
use tokenmint::ath::{DEFAULT_KEY_ID, SigningKey};
use tokenmint::client::ath::{
    ClientConfig, CredentialStore, Error, FileStore, GatewayClient, NativeClient, ProviderScopes,
    Warning,
};
use tokenmint::http::Connection;
use zeroize::Zeroizing;

use super::hints::{Words, hint};
use crate::ath::identity::agent_id;
use crate::ath::key::KeyOptions;
use crate::environment::{self, Form};
use crate::failure::Failure;
use crate::online::service::{ConnectionOptions, Mask, refused};
use crate::{input, output};

const URL_VARIABLE: &str = "ATH_URL";
const CREDENTIALS_VARIABLE: &str = "ATH_CREDENTIALS";
const USER_TOKEN_VARIABLE: &str = "ATH_USER_TOKEN";
const USER_VARIABLE: &str = "ATH_USER";

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
    /// Whose tokens these are, by any name, when several users share the file
    /// [env: ATH_USER]
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
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
    /// What was given, for the commands of hints.
    pub(super) words: Words,
    mask: Mask,
}

/// Who asks.
struct Who<'a> {
    agent_id: &'a str,
    key: &'a SigningKey,
    key_id: &'a str,
}

impl ImplementorOptions {
    /// An agent without a name, for what anybody may ask.
    pub(super) fn nobody(&self) -> Result<Agent, Failure> {
        let who = Who {
            agent_id: NOBODY,
            key: &SigningKey::from_os()?,
            key_id: DEFAULT_KEY_ID,
        };
        self.agent(&who, self.words(), |config| config)
    }

    /// How it is reached without a client.
    pub(super) fn reached(&self) -> Result<(String, Connection, bool), Failure> {
        let plain = self.connection.allow_plain_http();
        Ok((self.url()?, self.connection.connection()?, plain))
    }

    fn url(&self) -> Result<String, Failure> {
        let given = self.connection.base_url();
        environment::required(given, "--base-url", URL_VARIABLE, "address")
    }

    fn words(&self) -> Words {
        let mut words = Words::default();
        words.flag("--native", self.native);
        words.option("--base-url", self.connection.base_url());
        words.path("--header-file", self.header_file.as_deref());
        words
    }

    fn agent(
        &self,
        who: &Who<'_>,
        words: Words,
        more: impl FnOnce(ClientConfig) -> ClientConfig,
    ) -> Result<Agent, Failure> {
        let mut mask = Mask::default();
        let url = self.url()?;
        let mut config = ClientConfig::new(&url, who.agent_id, who.key.clone())
            .key_id(who.key_id)
            .allow_plain_http(self.connection.allow_plain_http())
            .allow_other_origin(self.allow_other_origin)
            .timeouts_each(self.connection.timeouts())
            .max_retries(self.connection.max_retries());
        for (name, value) in self.headers()? {
            mask.hide(&value);
            config = config
                .header(&name, &value)
                .map_err(|error| refused(&error, &mask))?;
        }
        config = more(config);
        let connection = self.connection.connection()?;
        let client = if self.native {
            NativeClient::connecting(&config, &connection).map(Client::Native)
        } else {
            GatewayClient::connecting(&config, &connection).map(Client::Gateway)
        };
        let client = client.map_err(|error| told(&error, &mask, &words))?;
        let mut agent = Agent {
            client,
            words,
            mask,
        };
        agent.hide_what_is_known();
        Ok(agent)
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
    /// The file of `--credentials`.
    pub(super) fn credentials(&self) -> Result<PathBuf, Failure> {
        let path = environment::path(self.credentials.as_deref(), CREDENTIALS_VARIABLE)?;
        Ok(path.unwrap_or_else(|| PathBuf::from("ath-credentials.json")))
    }

    /// Whose tokens are asked for.
    fn user(&self) -> Result<Option<String>, Failure> {
        environment::option(self.user.as_deref(), "--user", USER_VARIABLE, Form::Free)
    }

    fn words(&self) -> Words {
        let mut words = self.implementor.words();
        words.option("--agent-id", self.agent_id.as_deref());
        words.path("--credentials", self.credentials.as_deref());
        words.option("--user", self.user.as_deref());
        words.flag("--lenient", self.lenient);
        words
    }

    /// The agent id.
    pub(super) fn agent_id(&self) -> Result<String, Failure> {
        agent_id(self.agent_id.as_deref())
    }

    fn agent(
        &self,
        key: &SigningKey,
        key_id: &str,
        words: Words,
        store: impl CredentialStore + 'static,
    ) -> Result<Agent, Failure> {
        let agent_id = self.agent_id()?;
        let user = self.user()?;
        let who = Who {
            agent_id: &agent_id,
            key,
            key_id,
        };
        self.implementor.agent(&who, words, |mut config| {
            if self.lenient {
                config = config.limits(Limits::Wire);
            }
            if let Some(user) = user {
                config = config.user(&user);
            }
            config.store(store)
        })
    }

    /// An agent that does not attest, with what it has.
    pub(super) fn bearer(&self) -> Result<Agent, Failure> {
        let key = SigningKey::from_os()?;
        let store = FileStore::new(self.credentials()?);
        warn(&store.warnings());
        let agent = self.agent(&key, DEFAULT_KEY_ID, self.words(), store)?;
        agent.is_registered()?;
        Ok(agent)
    }
}

impl SigningOptions {
    /// An agent that attests, with what it has, if it has something.
    pub(super) fn agent(&self) -> Result<Agent, Failure> {
        let store = FileStore::new(self.agent.credentials()?);
        warn(&store.warnings());
        self.with(store)
    }

    /// An agent that attests and has nothing yet.
    pub(super) fn newcomer(&self) -> Result<Agent, Failure> {
        self.with(Replacing(FileStore::new(self.agent.credentials()?)))
    }

    /// An agent that attests, with what it has.
    pub(super) fn known(&self) -> Result<Agent, Failure> {
        let agent = self.agent()?;
        agent.is_registered()?;
        Ok(agent)
    }

    /// Whether standard input is for the key.
    #[cfg(feature = "mcp")]
    pub(super) const fn reads_stdin(&self) -> bool {
        self.key.reads_stdin()
    }

    /// The private key.
    pub(super) fn private(&self) -> Result<SigningKey, Failure> {
        self.key.private()
    }

    fn with(&self, store: impl CredentialStore + 'static) -> Result<Agent, Failure> {
        let mut words = self.agent.words();
        words.path("--key-file", self.key.given());
        if self.key_id != DEFAULT_KEY_ID {
            words.option("--key-id", Some(&self.key_id));
        }
        self.agent
            .agent(&self.key.private()?, &self.key_id, words, store)
    }
}

/// A file whose content does not count.
struct Replacing(FileStore);

impl CredentialStore for Replacing {
    fn load(&self) -> Result<Option<tokenmint::client::ath::Credentials>, tokenmint::http::Error> {
        Ok(None)
    }

    fn prepare(&self) -> Result<(), tokenmint::http::Error> {
        self.0.prepare()
    }

    fn save(
        &self,
        credentials: &tokenmint::client::ath::Credentials,
    ) -> Result<(), tokenmint::http::Error> {
        self.0.save(credentials)
    }

    fn clear(&self) -> Result<(), tokenmint::http::Error> {
        self.0.clear()
    }
}

impl Agent {
    /// What an error of the client means.
    pub(super) fn refused(&self, error: &Error) -> Failure {
        told(error, &self.mask, &self.words)
    }

    /// Without what is secret.
    pub(super) fn masked(&self, text: &str) -> String {
        self.mask.apply(text)
    }

    /// What a token is asked for, for hints: `scopes`, or what is approved.
    pub(super) fn asks_for(&mut self, provider_id: &str, scopes: Option<&[String]>) {
        let known = either!(self, client => client.credentials());
        let approved = known
            .map(|known| known.approved_providers)
            .unwrap_or_default();
        let approval = approved
            .iter()
            .find(|known| known.provider_id == provider_id);
        let approved = approval.map_or(&[][..], |approval| &approval.approved_scopes);
        self.words.provider(provider_id, scopes.unwrap_or(approved));
    }

    fn is_registered(&self) -> Result<(), Failure> {
        let known = either!(self, client => client.client_id()).is_some();
        known.then_some(()).ok_or_else(|| {
            let login = self.words.login(" --developer-name NAME --developer-id ID");
            Failure::usage("there are no credentials in the file of --credentials")
                .line(format!("hint: {login}"))
        })
    }

    /// What was given may not be in the file: then it is handed over here, and the
    /// command fails.
    pub(super) fn handed_over(&mut self, warnings: &[Warning]) -> Result<(), Failure> {
        self.hide_what_is_known();
        let (lost, rest): (Vec<_>, Vec<_>) = warnings
            .iter()
            .partition(|warning| **warning == Warning::NotKept);
        warn(&rest.into_iter().copied().collect::<Vec<_>>());
        if lost.is_empty() {
            return Ok(());
        }
        // The second try is the last one.
        let Err(error) = either!(self, client => client.keep()) else {
            return Ok(());
        };
        let credentials = either!(self, client => client.credentials());
        let content = serde_json::to_value(credentials).unwrap_or(Value::Null);
        let failure = Failure::system(format!("the credentials could not be kept: {error}"));
        Err(failure
            .line("the only copy is the JSON below: make it the file of --credentials (chmod 600)")
            .line(format!("{content:#}"))
            .member("credentials", content))
    }

    pub(super) fn hide_what_is_known(&mut self) {
        let Some(known) = either!(self, client => client.credentials()) else {
            return;
        };
        self.mask.hide(known.client_secret.expose());
        for token in &known.tokens {
            self.mask.hide(token.access_token.expose());
        }
    }
}

fn told(error: &Error, mask: &Mask, words: &Words) -> Failure {
    let mut failure = refused(error.as_http(), mask);
    if *error.code() == tokenmint::client::ath::ErrorCode::InvalidResponse {
        failure = failure
            .line(format!("the answer: {}", error.message()))
            .member("reason", error.message());
    }
    match hint(error, words) {
        Some(hint) => failure.hint(&hint),
        None => failure,
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
