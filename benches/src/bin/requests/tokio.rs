//! `reqwest` on a runtime of one thread: one request, and a hundred at once over
//! one client.

use std::future::Future;
use std::hint::black_box;
use std::pin::Pin;
use std::sync::Arc;

use tokenmint::client::convoai::AsyncAgentClient;
use tokenmint::client::convoai::types::agents::Speak;
use tokenmint_benches::{Timed, nanos};
use tokio::runtime::{Builder, Runtime};

use crate::{
    BASIC, Call, MANY, SPEAK, TEXT, app_credentials, basic, connection, credentials, get_url,
    post_url, row, token,
};

type Get = Arc<dyn Fn() -> Pin<Box<dyn Future<Output = ()> + Send>>>;

/// A call as a value that can be made again.
fn again<F: Future<Output = ()> + Send + 'static>(call: impl Fn() -> F + 'static) -> Get {
    Arc::new(move || Box::pin(call()))
}

pub(crate) fn calls(base: &str) -> Vec<Call> {
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = Arc::new(runtime.expect("a runtime"));
    let one = |name, floor, call: &Get| Call {
        alone: true,
        row: row("reqwest", name, floor),
        time: in_turn(Arc::clone(&runtime), Arc::clone(call)),
    };
    let many = |name, floor, call: &Get| Call {
        alone: false,
        row: row("reqwest_100_at_once", name, floor),
        time: at_once(Arc::clone(&runtime), Arc::clone(call)),
    };
    let [bare_get, bare_get_with_token, bare_post] = bare(base);
    let [bare_get_of_many, bare_get_with_token_of_many, _] = bare(base);
    let client = |config| {
        let client = AsyncAgentClient::connecting(&config, &connection());
        Arc::new(client.expect("a client"))
    };
    let get = |client: Arc<AsyncAgentClient>| {
        again(move || {
            let client = Arc::clone(&client);
            async move {
                black_box(client.agents().get("A1").await.expect("an agent"));
            }
        })
    };
    let get_basic = || get(client(basic().base_url(base)));
    let get_credentials = || get(client(app_credentials().base_url(base)));
    let (speaker, what) = (
        client(basic().base_url(base)),
        Arc::new(Speak::text_of(TEXT)),
    );
    let post_basic = again(move || {
        let (speaker, what) = (Arc::clone(&speaker), Arc::clone(&what));
        async move {
            black_box(speaker.agents().speak("A1", &what).await.expect("spoken"));
        }
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

fn bare(base: &str) -> [Get; 3] {
    // TLS has to be named even where it is not used: there is no default one.
    let tls = rustls::ClientConfig::builder_with_provider(
        rustls::crypto::ring::default_provider().into(),
    )
    .with_safe_default_protocol_versions()
    .expect("versions")
    .with_root_certificates(rustls::RootCertStore::empty())
    .with_no_client_auth();
    let client = reqwest::Client::builder()
        .no_proxy()
        .tls_backend_preconfigured(tls)
        .build()
        .expect("a client");
    let (get_url, post_url) = (get_url(base), post_url(base));
    let poster = client.clone();
    let (getter, url) = (client.clone(), get_url.clone());
    let get = again(move || read(getter.get(&url).header("authorization", BASIC)));
    let credentials = credentials();
    let get_with_token = again(move || {
        let call = client.get(&get_url);
        read(call.header("authorization", token(&credentials)))
    });
    let post = again(move || {
        read(
            poster
                .post(&post_url)
                .header("authorization", BASIC)
                .header("content-type", "application/json")
                .body(SPEAK),
        )
    });
    [get, get_with_token, post]
}

async fn read(request: reqwest::RequestBuilder) {
    let answer = request.send().await.expect("an answer");
    let body = answer.bytes().await.expect("a body");
    let agent: serde_json::Value = serde_json::from_slice(&body).expect("JSON");
    black_box(agent);
}

fn in_turn(runtime: Arc<Runtime>, call: Get) -> Timed<'static> {
    Box::new(move |count| {
        let start = nanos();
        for _ in 0..count {
            runtime.block_on(call());
        }
        nanos() - start
    })
}

fn at_once(runtime: Arc<Runtime>, call: Get) -> Timed<'static> {
    Box::new(move |count| {
        let start = nanos();
        runtime.block_on(async {
            let tasks: Vec<_> = (0..MANY)
                .map(|at| {
                    let own: Vec<_> = (at..count).step_by(MANY).map(|_| call()).collect();
                    tokio::spawn(async {
                        for call in own {
                            call.await;
                        }
                    })
                })
                .collect();
            for task in tasks {
                task.await.expect("a task");
            }
        });
        nanos() - start
    })
}
