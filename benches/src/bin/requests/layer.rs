//! Calls over a transport that answers by itself: what the layer alone costs.

use std::hint::black_box;

use tokenmint::client::convoai::AgentClient;
use tokenmint::http::{Client, Headers, Request, Response};
use tokenmint_benches::nanos;

use crate::{AGENT, Call, app_credentials, basic, row};

pub(crate) fn calls() -> Vec<Call> {
    [
        ("get_basic", basic()),
        ("get_app_credentials", app_credentials()),
    ]
    .into_iter()
    .map(|(name, config)| {
        let http = Client::new(|request: Request| {
            black_box(request);
            Ok(Response::new(200, Headers::new(), AGENT.into()))
        });
        let client = AgentClient::with_http(&config, http).expect("a client");
        Call {
            alone: true,
            row: row("layer", name, None),
            time: Box::new(move |count| {
                let start = nanos();
                for _ in 0..count {
                    black_box(client.agents().get("A1").expect("an agent"));
                }
                nanos() - start
            }),
        }
    })
    .collect()
}
