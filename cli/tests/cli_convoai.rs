//! `tokenmint convoai`: the built program against a server on the loopback
//! interface.

#![cfg(feature = "online")]
#![allow(missing_docs, unreachable_pub)]

#[path = "cases/convoai_commands.rs"]
mod commands;
#[path = "cases/convoai_failures.rs"]
mod failures;
#[path = "cases/convoai_routing.rs"]
mod routing;
#[path = "cases/run.rs"]
#[allow(dead_code)] // Shared with the other tests of the command.
mod run;
#[path = "../../tests/support/server.rs"]
mod server;
#[path = "../../tests/support/tls.rs"]
mod tls;

use run::{OTHER_CERTIFICATE, OTHER_ID, Run, tokenmint};
use server::{Received, Script, Server, answer};

/// Arguments, with the address of a service.
fn convoai(server: &Server, arguments: &[&str]) -> Run {
    let run = tokenmint(["convoai"]);
    let run = arguments.iter().fold(run, |run, word| run.arg(word));
    run.arg("--base-url")
        .arg(&server.url())
        .arg("--max-retries=0")
}

/// Asks with app credentials.
fn ask(server: &Server, arguments: &[&str]) -> Run {
    convoai(server, arguments).project(OTHER_ID, OTHER_CERTIFICATE)
}

/// A service with the same answer to everything.
fn service(status: u16, body: &str) -> Server {
    Server::constant(answer(status, "", body))
}

/// A service that answers by path.
fn by_path(rule: impl Fn(&str, &Received) -> String + Send + Sync + 'static) -> Server {
    Server::start(move |_, request| {
        let body = rule(request.line().1, request);
        Script::send(answer(200, "", &body))
    })
}
