//! `tokenmint ath`: attestations and keys of the Agent Trust Handshake, and the
//! handshake itself, step by step.

mod attestation;
pub(crate) mod identity;
mod jwk;
pub(crate) mod key;
mod keygen;
mod pkce;

use clap::Subcommand;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::online;
use crate::run::Run;

/// What can be made and asked.
#[derive(Debug, Subcommand)]
#[command(after_help = "\
Environment:
  ATH_URL          base URL of the gateway or native service
  ATH_AGENT_ID     URL of the agent's identity document
  ATH_KEY_FILE     file that has the agent's private key
  ATH_CREDENTIALS  file that keeps what the handshake gives [default: ath-credentials.json]
  ATH_USER         whose tokens these are, when several users share the file
  ATH_USER_TOKEN   sent as X-ATH-User-Token, which the standalone gateway asks for

  tokenmint ath keygen --out agent.pem
  tokenmint ath identity --key-file agent.pem --name Reviewer --developer-name Me --developer-id me
  export ATH_KEY_FILE=agent.pem
  tokenmint ath login --provider github=repo,read:user --developer-name Me --developer-id me
  tokenmint ath proxy GET /user --provider github
  tokenmint ath revoke

Step by step: discover, register, authorize, exchange.")]
pub(crate) enum Command {
    /// Sign an attestation (ES256), new for every request
    Attestation(attestation::Attestation),
    /// Make a proof key: verifier and S256 challenge
    Pkce(pkce::Pkce),
    /// Make a P-256 key; the private half goes to a new file
    Keygen(keygen::Keygen),
    /// Write the public half of a key as JWK
    Jwk(jwk::Jwk),
    /// Write the identity document of an agent, to be served at its agent id
    Identity(identity::Identity),
    /// Get a token, whatever it takes: register, authorize, wait for the user, exchange
    Login(online!(ath::Login)),
    /// Find out why a server does not take what the agent signs: key, clock, kind of server
    Doctor(online!(ath::Doctor)),
    /// Offer approved providers as tools of a language model (MCP on standard input and output)
    #[cfg(feature = "mcp")]
    Serve(online!(ath::Serve)),
    /// Ask a gateway or a native service what it offers
    Discover(online!(ath::Discover)),
    /// Register an agent; id and secret go to a file
    Register(online!(ath::Register)),
    /// Take a registration away
    Deregister(online!(ath::Deregister)),
    /// Ask what is known about the agent
    Status(online!(ath::Status)),
    /// Begin an authorization and write the page for the user
    Authorize(online!(ath::Authorize)),
    /// End an authorization; the token goes to the file
    Exchange(online!(ath::Exchange)),
    /// Call a provider through a gateway, or a native service
    Proxy(online!(ath::Proxy)),
    /// End the token of a provider, or all
    Revoke(online!(ath::Revoke)),
}

/// Makes or asks it.
pub(crate) fn run(command: &Command, as_json: bool) -> Result<Exit, Failure> {
    match command {
        Command::Attestation(options) => attestation::run(options, as_json),
        Command::Pkce(options) => pkce::run(options, as_json),
        Command::Keygen(options) => keygen::run(options, as_json),
        Command::Jwk(options) => jwk::run(options, as_json),
        Command::Identity(options) => identity::run(options, as_json),
        Command::Login(options) => options.run(as_json),
        Command::Doctor(options) => options.run(as_json),
        #[cfg(feature = "mcp")]
        Command::Serve(options) => options.run(as_json),
        Command::Deregister(options) => options.run(as_json),
        Command::Discover(options) => options.run(as_json),
        Command::Register(options) => options.run(as_json),
        Command::Status(options) => options.run(as_json),
        Command::Authorize(options) => options.run(as_json),
        Command::Exchange(options) => options.run(as_json),
        Command::Proxy(options) => options.run(as_json),
        Command::Revoke(options) => options.run(as_json),
    }
}
