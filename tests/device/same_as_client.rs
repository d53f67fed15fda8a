//! What a device sends is what the client sends: URL, headers and, byte by byte,
//! the body.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokenmint::client::convoai::types::agents::{
    Properties, StartAgent as ClientStart, UpdateProperties,
};
use tokenmint::client::convoai::types::conversation::Parameters;
use tokenmint::client::convoai::{AgentClient, Area, ClientConfig, agents};
use tokenmint::device::{
    AgentName, Authorization, Codec, FindAgents, Project, RenewToken, Request, Server, StartAgent,
    StopAgent,
};
use tokenmint::http::{Client, Headers, Request as Sent, Response};

use crate::{APP_ID, project};

/// What a client with Basic credentials sends.
fn sent(area: Area, call: impl FnOnce(&AgentClient)) -> Sent {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let keep = Arc::clone(&seen);
    let http = Client::new(move |request: Sent| {
        keep.lock().unwrap().push(request);
        Ok(Response::new(
            200,
            Headers::new(),
            b"{\"agent_id\":\"A1\"}".to_vec(),
        ))
    });
    let config = ClientConfig::new(area, APP_ID).basic("key", "p:\u{e4}ssword");
    call(&AgentClient::with_http(&config, http).expect("a client"));
    let mut seen = seen.lock().unwrap();
    assert_eq!(seen.len(), 1);
    seen.remove(0)
}

fn compare(ours: &Request<'_>, theirs: &Sent) {
    let (mut url, mut value, mut body) = ([0; 512], [0; 128], [0; 1024]);
    assert_eq!(ours.method(), theirs.method);
    assert_eq!(ours.write_url(&mut url).unwrap(), theirs.url);
    let value = ours.write_authorization(&mut value).unwrap();
    assert_eq!(Some(value), theirs.headers.get("authorization"));
    assert_eq!(ours.content_type(), theirs.headers.get("content-type"));
    let theirs = theirs
        .body
        .as_ref()
        .map_or(&b""[..], |body| body.as_bytes());
    let body = ours.write_body(&mut body).unwrap();
    assert_eq!(body, String::from_utf8_lossy(theirs));
}

fn at(area: Area) -> Project<'static> {
    let authorization = Authorization::basic("key", "p:\u{e4}ssword");
    Project {
        server: Server::of(area),
        authorization,
        ..project()
    }
}

const AREAS: [Area; 5] = [Area::Us, Area::Eu, Area::Ap, Area::Cn, Area::Global];

#[test]
fn starts() {
    for (name, agent, remote, text) in [
        ("kitchen", "1001", "1002", None),
        ("a\"b\\c\n\u{7f}\u{1f600}/", "alice", "*", Some(true)),
        ("n", "0", "4294967295", None),
    ] {
        for area in AREAS {
            let project = at(area);
            let remotes = [remote];
            let mut ours = StartAgent::new("n", "room 1", "007T", agent, &remotes)
                .preset("a,b")
                .idle_timeout(120)
                .output_codec(Codec::Pcmu);
            let mut properties = Properties::joining("room 1", "007T", agent, &[remote])
                .idle_timeout(120)
                .parameters(Parameters::new().output_audio_codec("PCMU"));
            if let Some(text) = text {
                properties = properties.enable_string_uid(text);
            }
            let mut theirs = ClientStart::new()
                .name("n")
                .preset("a,b")
                .properties(properties);
            if !name.contains('\n') {
                theirs = theirs.name(name).pipeline_id("p");
                ours = StartAgent::new(name, "room 1", "007T", agent, &remotes)
                    .preset("a,b")
                    .pipeline("p")
                    .idle_timeout(120)
                    .output_codec(Codec::Pcmu);
            }
            let theirs = sent(area, |client| {
                client.send(&agents::start(&theirs)).expect("sent");
            });
            compare(&ours.to(&project).unwrap(), &theirs);
        }
    }
}

#[test]
fn everything_about_an_agent() {
    for area in AREAS {
        let project = at(area);
        let id = "A42AC47HY8+CH7FR6N5?";
        let theirs = sent(area, |client| client.send(&agents::stop(id)).expect("sent"));
        compare(&StopAgent::new(id).to(&project).unwrap(), &theirs);

        let update = agents::update(id, &UpdateProperties::new().token("007\"U"));
        assert!(tokenmint::http::Operation::is_repeatable(&update));
        let theirs = sent(area, |client| {
            client.send(&update).expect("sent");
        });
        let renew = RenewToken::new(id, "007\"U");
        let request = renew.to(&project).unwrap();
        assert!(request.is_repeatable());
        compare(&request, &theirs);

        let theirs = sent(area, |client| {
            client
                .send(&agents::turns(id, None, Some(1)))
                .expect("sent");
        });
        compare(&AgentName::of(id).to(&project).unwrap(), &theirs);

        let since = Duration::from_secs(1_700_000_000);
        let running = agents::running(Some("room 1&\u{e4}+"), since);
        let theirs = sent(area, |client| {
            client.send(&running).expect("sent");
        });
        let find = FindAgents::in_channel("room 1&\u{e4}+").since(1_700_000_000);
        compare(&find.to(&project).unwrap(), &theirs);
    }
}
