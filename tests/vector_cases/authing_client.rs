//! `authing.json` through the clients, blocking and async. A case with
//! `corrected` is patched first; one with `not_applicable` is printed and
//! counted apart.

use serde_json::Value;

use crate::support::object;
use crate::tally::Tally;

#[path = "authing_answers.rs"]
mod answers;
#[path = "authing_by_hand.rs"]
mod by_hand;
#[path = "authing_oidc.rs"]
mod oidc;
#[path = "authing_options.rs"]
mod options;
#[path = "authing_player.rs"]
mod player;
#[path = "authing_recorded.rs"]
mod recorded;
#[path = "authing_steps.rs"]
mod steps;
#[path = "authing_transport.rs"]
mod transport;
#[cfg(feature = "authing-events-tokio")]
#[path = "authing_websocket.rs"]
mod websocket;
#[path = "authing_world.rs"]
pub mod world;

/// Runs every section that is about a client.
pub fn run(file: &Value) {
    for (section, content) in object("file", file) {
        match section.as_str() {
            "authorize_and_logout_urls"
            | "token_endpoints"
            | "authentication_v3"
            | "management" => each(section, content, steps::run),
            "oidc_tokens" => oidc::run(content),
            #[cfg(feature = "authing-events-tokio")]
            "websocket" => websocket::run(content, file),
            #[cfg(not(feature = "authing-events-tokio"))]
            "websocket" => println!("{section}: needs the feature authing-events-tokio"),
            "transport_arguments" => each(section, content, transport::run),
            "signature" => {
                let name = "request_signing_recorded_node_sdk";
                each(&format!("{section}.{name}"), &content[name], recorded::run);
            }
            "about" => {}
            _ => panic!("{section}: unknown section"),
        }
    }
}

/// Runs every case of a list: the name of the case, and the case as patched.
fn each(section: &str, list: &Value, check: fn(&str, &Value)) {
    let mut tally = Tally::new(section.to_owned());
    let cases = list
        .as_array()
        .unwrap_or_else(|| panic!("{section}: not a list"));
    for (at, case) in cases.iter().enumerate() {
        let id = case["id"].as_str().map_or(format!("#{at}"), str::to_owned);
        tally.case(&id, case, |id, _, case| check(id, case));
    }
    tally.finish();
}
