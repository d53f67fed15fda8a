//! `ureq`: one thread, and a hundred at once over one client.

use std::hint::black_box;
use std::sync::{Arc, Barrier};
use std::thread;

use tokenmint::client::convoai::AgentClient;
use tokenmint::client::convoai::types::agents::Speak;
use tokenmint_benches::{Timed, nanos};

use crate::{
    BASIC, Call, MANY, SPEAK, TEXT, app_credentials, basic, connection, credentials, get_url,
    post_url, row, token,
};

type Get = Arc<dyn Fn() + Send + Sync>;

pub(crate) fn calls(base: &str) -> Vec<Call> {
    let one = |name, floor, call: &Get| Call {
        alone: true,
        row: row("ureq", name, floor),
        time: in_turn(Arc::clone(call)),
    };
    let many = |name, floor, call: &Get| Call {
        alone: false,
        row: row("ureq_100_threads", name, floor),
        time: at_once(Arc::clone(call)),
    };
    // Those of many threads have many idle connections, which a request of one
    // thread would look through.
    let [bare_get, bare_get_with_token, bare_post] = bare(base);
    let [bare_get_of_many, bare_get_with_token_of_many, _] = bare(base);
    let client = |config| AgentClient::connecting(&config, &connection()).expect("a client");
    let get = |client: AgentClient| -> Get {
        Arc::new(move || {
            black_box(client.agents().get("A1").expect("an agent"));
        })
    };
    let get_basic = || get(client(basic().base_url(base)));
    let get_credentials = || get(client(app_credentials().base_url(base)));
    let (speaker, what) = (client(basic().base_url(base)), Speak::text_of(TEXT));
    let post_basic: Get = Arc::new(move || {
        black_box(speaker.agents().speak("A1", &what).expect("spoken"));
    });
    vec![
        one("bare_get", None, &bare_get),
        one("get_basic", Some("bare_get"), &get_basic()),
        one("bare_get_with_token", None, &bare_get_with_token),
        one(
            "get_app_credentials",
            Some("bare_get_with_token"),
            &get_credentials(),
        ),
        one("bare_post", None, &bare_post),
        one("post_basic", Some("bare_post"), &post_basic),
        many("bare_get", None, &bare_get_of_many),
        many("get_basic", Some("bare_get"), &get_basic()),
        many("bare_get_with_token", None, &bare_get_with_token_of_many),
        many(
            "get_app_credentials",
            Some("bare_get_with_token"),
            &get_credentials(),
        ),
    ]
}

/// With room for as many connections as there are threads.
fn bare(base: &str) -> [Get; 3] {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .proxy(None)
        .max_idle_connections(128)
        .max_idle_connections_per_host(128)
        .build()
        .into();
    let (get_url, post_url) = (get_url(base), post_url(base));
    let poster = agent.clone();
    let (getter, url) = (agent.clone(), get_url.clone());
    let get: Get = Arc::new(move || {
        let call = getter.get(&url).header("authorization", BASIC).call();
        read(call.expect("an answer"));
    });
    let credentials = credentials();
    let get_with_token: Get = Arc::new(move || {
        let call = agent.get(&get_url);
        let call = call.header("authorization", token(&credentials)).call();
        read(call.expect("an answer"));
    });
    let post: Get = Arc::new(move || {
        let call = poster
            .post(&post_url)
            .header("authorization", BASIC)
            .header("content-type", "application/json")
            .send(SPEAK);
        read(call.expect("an answer"));
    });
    [get, get_with_token, post]
}

fn read(mut answer: ureq::http::Response<ureq::Body>) {
    let body = answer.body_mut().read_to_vec().expect("a body");
    let agent: serde_json::Value = serde_json::from_slice(&body).expect("JSON");
    black_box(agent);
}

fn in_turn(call: Get) -> Timed<'static> {
    Box::new(move |count| {
        let start = nanos();
        for _ in 0..count {
            call();
        }
        nanos() - start
    })
}

/// The processor time of all threads together.
fn at_once(call: Get) -> Timed<'static> {
    Box::new(move |count| {
        let start = Barrier::new(MANY);
        thread::scope(|scope| {
            let threads: Vec<_> = (0..MANY)
                .map(|at| {
                    let own = count / MANY + usize::from(at < count % MANY);
                    let (call, start) = (&call, &start);
                    scope.spawn(move || {
                        // The connection stands.
                        call();
                        start.wait();
                        let start = nanos();
                        for _ in 0..own {
                            call();
                        }
                        nanos() - start
                    })
                })
                .collect();
            let joined = threads.into_iter().map(thread::ScopedJoinHandle::join);
            joined.map(|nanos| nanos.expect("a thread")).sum()
        })
    })
}
