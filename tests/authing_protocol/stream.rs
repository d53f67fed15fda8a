//! Both kinds of event streams of both clients as one, and what a server says
//! to them.

use std::time::Duration;

use tokenmint::client::authing::events::{AsyncEvents, EventOptions, Events};
use tokenmint::client::authing::{
    AsyncAuthenticationClient, AsyncManagementClient, AuthenticationClient,
    AuthenticationClientOptions, ManagementClient, ManagementClientOptions,
};
use tokenmint::http::{Error, RetryPolicy};
use tokio::runtime::Runtime;

pub const TOKEN: &str = "UAT/+=first";

/// A client with something to subscribe by.
pub enum Subscriber {
    User(AuthenticationClient),
    AsyncUser(AsyncAuthenticationClient),
    Pool(ManagementClient),
    AsyncPool(AsyncManagementClient),
}

impl Subscriber {
    /// All four, for a server at `host`.
    pub fn all(host: &str) -> Vec<Self> {
        let user = AuthenticationClientOptions::new("app")
            .access_token(TOKEN)
            .websocket_host(host);
        let pool =
            ManagementClientOptions::new("ak-000001", "sk-secret-000001").websocket_host(host);
        vec![
            Self::User(AuthenticationClient::new(&user).unwrap()),
            Self::AsyncUser(AsyncAuthenticationClient::new(&user).unwrap()),
            Self::Pool(ManagementClient::new(&pool).unwrap()),
            Self::AsyncPool(AsyncManagementClient::new(&pool).unwrap()),
        ]
    }

    pub fn subscribe(&self, code: &str, options: &EventOptions) -> Result<Stream, Error> {
        let runtime = || {
            tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap()
        };
        match self {
            Self::User(client) => client.sub_event_with(code, options).map(Stream::Blocking),
            Self::Pool(client) => client.sub_event_with(code, options).map(Stream::Blocking),
            Self::AsyncUser(client) => {
                let runtime = runtime();
                let events = runtime.block_on(client.sub_event_with(code, options));
                events.map(|events| Stream::Async(runtime, events))
            }
            Self::AsyncPool(client) => {
                let runtime = runtime();
                let events = runtime.block_on(client.sub_event_with(code, options));
                events.map(|events| Stream::Async(runtime, events))
            }
        }
    }

    pub fn set_access_token(&self, token: &str) {
        match self {
            Self::User(client) => client.set_access_token(token),
            Self::AsyncUser(client) => client.set_access_token(token),
            Self::Pool(_) | Self::AsyncPool(_) => {}
        }
    }

    /// The target that belongs to `token`, and the header.
    pub fn proof(&self, token: &str) -> (String, Option<&'static str>) {
        match self {
            Self::User(_) | Self::AsyncUser(_) => (
                format!("/events/v1/authentication/sub?code=a%20b&token={token}"),
                None,
            ),
            Self::Pool(_) | Self::AsyncPool(_) => (
                "/events/v1/management/sub?code=a%20b".into(),
                Some("authing ak-000001:bzfg+dlMvaeNnfW40OYQ7f2Kj1A="),
            ),
        }
    }
}

pub enum Stream {
    Blocking(Events),
    Async(Runtime, AsyncEvents),
}

impl Stream {
    pub fn next(&mut self) -> Option<Result<String, Error>> {
        match self {
            Self::Blocking(events) => events.next(),
            Self::Async(runtime, events) => runtime.block_on(events.next()),
        }
    }

    /// The next event, which has to come.
    pub fn event(&mut self) -> String {
        self.next().expect("an event").expect("no error")
    }

    /// Nothing when the time was over first.
    pub fn next_within(&mut self, limit: Duration) -> Result<Option<String>, Error> {
        match self {
            Self::Blocking(events) => events.next_within(limit),
            Self::Async(runtime, events) => runtime
                .block_on(async { tokio::time::timeout(limit, events.next()).await })
                .ok()
                .flatten()
                .transpose(),
        }
    }

    pub fn reconnections(&self) -> u64 {
        match self {
            Self::Blocking(events) => events.reconnections(),
            Self::Async(_, events) => events.reconnections(),
        }
    }

    pub fn is_closed(&self) -> bool {
        match self {
            Self::Blocking(events) => events.is_closed(),
            Self::Async(_, events) => events.is_closed(),
        }
    }

    pub fn debug(&self) -> String {
        match self {
            Self::Blocking(events) => format!("{events:?} {:?}", events.handle()),
            Self::Async(_, events) => format!("{events:?}"),
        }
    }
}

/// Options with which a test does not wait for long.
pub fn quick() -> EventOptions {
    EventOptions::new().retry(
        RetryPolicy::DEFAULT
            .max_retries(3)
            .base_delay(Duration::from_millis(20))
            .max_delay(Duration::from_millis(40)),
    )
}
