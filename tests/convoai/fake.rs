//! Clients on a network of the test's own, and what they send.

use tokenmint::agora::v007::{ParsedToken2, workspace_len};
use tokenmint::client::convoai::{AgentClient, Area, AsyncAgentClient, ClientConfig};
use tokenmint::http::Request;

#[allow(dead_code)]
#[path = "../support/fake.rs"]
mod network;

pub use network::*;

pub const APP_ID: &str = "0123456789abcdef0123456789abcdef";
pub const CERTIFICATE: &str = "fedcba9876543210fedcba9876543210";

pub fn config(area: Area) -> ClientConfig {
    ClientConfig::new(area, APP_ID).app_certificate(CERTIFICATE)
}

impl Fake {
    pub fn blocking(&self, config: &ClientConfig) -> AgentClient {
        AgentClient::with_http(config, self.http()).expect("a client")
    }

    pub fn asynchronous(&self, config: &ClientConfig) -> AsyncAgentClient {
        AsyncAgentClient::with_http(config, self.async_http()).expect("a client")
    }
}

/// What a minted token says.
#[derive(Debug, PartialEq, Eq)]
pub struct Token {
    pub channel: String,
    pub account: String,
    pub expire: u32,
    pub salt: u32,
}

pub fn token(request: &Request) -> Token {
    let value = request.headers.get("authorization").expect("a token");
    decode(value.strip_prefix("agora token=").expect("a minted token"))
}

pub fn decode(text: &str) -> Token {
    let mut workspace = vec![0; workspace_len(text.len())];
    let parsed = ParsedToken2::parse(text, &mut workspace).expect("a token");
    let rtc = parsed.services().next().expect("a service");
    let rtm = parsed.services().nth(1).expect("a second service");
    assert_eq!(rtc.user(), rtm.user());
    Token {
        channel: rtc.channel().expect("a channel").to_string(),
        account: rtc.user().expect("an account").to_string(),
        expire: parsed.expire().as_seconds(),
        salt: parsed.salt(),
    }
}
