//! Doubles of services on a socket of this machine.

use std::io;
use std::time::Duration;

use clap::{Args, ValueEnum};
use serde_json::{Map, Value};
use tokenmint::ath::SigningKey;
use tokenmint::output::Owned;
use tokenmint_sim::ath::Flavour;
use tokenmint_sim::convoai::ConvoAi;
use tokenmint_sim::double::Double;
use tokenmint_sim::socket::Server;
use tokenmint_sim::{Shared, Strike, ath, authing};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::run::Run;
use crate::{duration, output};

const APP_ID: &str = "970ca35de60c44645bbae8a215061b33";
const CERTIFICATE: &str = "5cfd2fd1755d40ecb72977518be15d3b";
/// `customer` and `secret`.
const BASIC: &str = "Basic Y3VzdG9tZXI6c2VjcmV0";

const AGENT_ID: &str = "https://agent.example.com/.well-known/agent.json";
const USER_TOKEN: &str = "user-token-c0ffee";
/// What the made-up key of the agent is made of.
const AGENT_KEY: [u8; 32] = [7; 32];

/// Where it serves, and what goes wrong.
#[derive(Debug, Args)]
struct ServerOptions {
    /// Port at 127.0.0.1; 0 is any that is free
    #[arg(long, value_name = "NUMBER", default_value = "0")]
    port: u16,
    /// What goes wrong when, such as `leave:answer-lost`; `tokenmint fake --help` has the list
    #[arg(long = "fault", value_name = "WHEN:FAULT")]
    faults: Vec<Strike>,
    /// Let every fourth request or so fail as well, as this number decides
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,
    /// How long an answer that takes too long is held back
    #[arg(long, value_name = "DURATION", default_value = "60s", value_parser = duration::parse)]
    slow: u32,
    /// Send answers in chunks of a few bytes, without a length
    #[arg(long)]
    chunked: bool,
}

impl ServerOptions {
    fn bind(&self) -> Result<Server, Failure> {
        let server = Server::bind(self.port).map_err(|error| {
            Failure::system(format!(
                "cannot serve at 127.0.0.1:{}: {error}; --port 0 takes a port that is free",
                self.port
            ))
        })?;
        for Strike { on, fault } in &self.faults {
            let added = server.fault(on.clone(), *fault);
            added.map_err(|error| Failure::usage(format!("--fault {on}:{fault}: {error}")))?;
        }
        let server = server
            .slow(Duration::from_secs(self.slow.into()))
            .told(output::note);
        let server = if self.chunked {
            server.chunked()
        } else {
            server
        };
        Ok(match self.seed {
            Some(seed) => server.random(seed),
            None => server,
        })
    }
}

/// Says where a double is and what it accepts, and serves.
fn serve<D: Double + 'static>(
    server: Server,
    double: D,
    accepts: &[(&str, &str)],
    key: Option<&str>,
    as_json: bool,
) -> Result<Exit, Failure> {
    let failed = |error: io::Error| Failure::system(format!("cannot serve: {error}"));
    let url = server.url().to_owned();
    let running = server.serve(&Shared::new(double)).map_err(failed)?;
    let all = [("url", url.as_str())]
        .into_iter()
        .chain(accepts.iter().copied());
    if as_json {
        let key = key.map(|key| ("private_key", key));
        let members: Map<String, Value> = all
            .chain(key)
            .map(|(name, value)| (name.to_owned(), value.into()))
            .collect();
        output::json(&members.into())?;
    } else {
        let lines: Vec<String> = all.map(|(name, value)| format!("{name}={value}")).collect();
        output::line(&lines.join("\n"))?;
        if let Some(key) = key {
            output::line(key.trim_end())?;
        }
    }
    running.wait().map_err(failed)?;
    Ok(Exit::Ok)
}

/// Options of `fake convoai`.
#[derive(Debug, Args)]
pub(crate) struct Convoai {
    #[command(flatten)]
    server: ServerOptions,
}

impl Run for Convoai {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let server = self.server.bind()?;
        let double = ConvoAi::new(APP_ID, CERTIFICATE)?.with_basic(BASIC);
        let url = server.url().to_owned();
        let accepts = [
            ("AGORA_AGENTS_API_BASE_URL", url.as_str()),
            ("AGORA_APP_ID", APP_ID),
            ("AGORA_APP_CERTIFICATE", CERTIFICATE),
            ("authorization", BASIC),
        ];
        serve(server, double, &accepts, None, as_json)
    }
}

/// Options of `fake ath`.
#[derive(Debug, Args)]
pub(crate) struct Ath {
    /// What it is
    #[arg(long, value_enum, default_value = "gateway")]
    kind: Kind,
    /// The user says no
    #[arg(long)]
    deny: bool,
    #[command(flatten)]
    server: ServerOptions,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// A gateway made with the handlers of the TypeScript SDK
    Gateway,
    /// The standalone gateway, whose requests need ATH_USER_TOKEN
    Standalone,
    /// A service that speaks ATH itself
    Native,
}

impl Run for Ath {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let server = self.server.bind()?;
        let url = server.url().to_owned();
        let key = SigningKey::from_bytes(&AGENT_KEY)?;
        let flavour = match self.kind {
            Kind::Gateway => Flavour::Handlers,
            Kind::Standalone => Flavour::Standalone,
            Kind::Native => Flavour::Native,
        };
        let double = ath::Ath::new(flavour, url.as_str(), 1);
        let mut double = double.with_identity(AGENT_ID, key.public_key());
        // A person or a test opens the page.
        double.consent_after = Duration::ZERO;
        double.denies = self.deny;
        let mut accepts = vec![("ATH_URL", url.as_str()), ("ATH_AGENT_ID", AGENT_ID)];
        if self.kind == Kind::Standalone {
            double = double.with_user_token(USER_TOKEN);
            accepts.push(("ATH_USER_TOKEN", USER_TOKEN));
        }
        let pem = key.write_pkcs8_pem(Owned)?;
        serve(server, double, &accepts, Some(&pem), as_json)
    }
}

/// Options of `fake authing`.
#[derive(Debug, Args)]
pub(crate) struct Authing {
    #[command(flatten)]
    server: ServerOptions,
}

impl Run for Authing {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let server = self.server.bind()?;
        let url = server.url().to_owned();
        let accepts = [
            ("AUTHING_HOST", url.as_str()),
            ("AUTHING_ACCESS_KEY_ID", authing::KEY_ID),
            ("AUTHING_ACCESS_KEY_SECRET", authing::KEY_SECRET),
            ("app_id", authing::APP_ID),
            ("app_secret", authing::APP_SECRET),
            ("email", authing::EMAIL),
            ("password", authing::PASSWORD),
            ("issuer", authing::ISSUER),
        ];
        serve(server, authing::Authing::new(), &accepts, None, as_json)
    }
}
