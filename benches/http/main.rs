//! Requests through the HTTP layer beside the bare call of the same library.
//!
//! `cargo bench -p tokenmint-benches --bench http` prints ratios
//! to the bare `ureq` or `reqwest` call of the same run: the same server on the
//! loopback interface, the same kept connection, the same request and answer.
//! What is above 1 is this library: the request put together, the limits, the
//! answer parsed; with app credentials also a token for every request. A real
//! network makes both a thousand times slower, so the ratios there are 1.
//!
//! `layer/...` is the same without a network: what the layer alone costs.

use std::hint::black_box;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};

use criterion::Criterion;
use tokenmint::client::convoai::types::agents::Speak;
use tokenmint::client::convoai::{AgentClient, Area, AsyncAgentClient, ClientConfig};
use tokenmint::http::{Client, Connection, Headers, Proxy, Request, Response};

mod ratio;
mod threads;
use ratio::Pair;

const APP_ID: &str = "0123456789abcdef0123456789abcdef";
const CERTIFICATE: &str = "fedcba9876543210fedcba9876543210";
const AGENT: &str = r#"{"agent_id":"A1","status":"RUNNING","start_ts":1700000000}"#;
const SPEAK: &str = r#"{"text":"one moment"}"#;
const BASIC: &str = "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==";

fn main() {
    // Alone, since it takes its time: `cargo bench --bench http -- threads`.
    if std::env::args().any(|word| word == "threads") {
        many_threads(&format!("http://127.0.0.1:{}", serve()));
        return;
    }
    let mut criterion = Criterion::default().configure_from_args();
    let port = serve();
    let base = format!("http://127.0.0.1:{port}");
    blocking(&mut criterion, &base);
    asynchronous(&mut criterion, &base);
    layer(&mut criterion);
    criterion.final_summary();
    let pair = |group, name, floor| Pair { group, name, floor };
    ratio::print(&[
        pair("ureq", "get_basic", "bare_get"),
        pair("ureq", "get_app_credentials", "bare_get"),
        pair("ureq", "post_basic", "bare_post"),
        pair("reqwest", "get_basic", "bare_get"),
        pair("reqwest", "get_app_credentials", "bare_get"),
        pair("reqwest", "post_basic", "bare_post"),
    ]);
}

fn config() -> ClientConfig {
    ClientConfig::new(Area::Us, APP_ID)
}

fn basic() -> ClientConfig {
    config().basic("Aladdin", "open sesame")
}

fn app_credentials() -> ClientConfig {
    config().app_certificate(CERTIFICATE)
}

fn connection() -> Connection {
    Connection::new().proxy(Proxy::None)
}

fn get_url(base: &str) -> String {
    format!("{base}/v2/projects/{APP_ID}/agents/A1")
}

fn post_url(base: &str) -> String {
    format!("{}/speak", get_url(base))
}

fn blocking(criterion: &mut Criterion, base: &str) {
    let mut group = criterion.benchmark_group("ureq");
    let agent: ureq::Agent = ureq::Agent::config_builder().proxy(None).build().into();
    let (get_url, post_url) = (get_url(base), post_url(base));
    group.bench_function("bare_get", |bencher| {
        bencher.iter(|| {
            let call = agent.get(&get_url).header("authorization", BASIC).call();
            let body = call.expect("an answer").body_mut().read_to_vec();
            let agent: serde_json::Value =
                serde_json::from_slice(&body.expect("a body")).expect("JSON");
            agent
        });
    });
    group.bench_function("bare_post", |bencher| {
        bencher.iter(|| {
            let call = agent
                .post(&post_url)
                .header("authorization", BASIC)
                .header("content-type", "application/json")
                .send(SPEAK);
            let body = call.expect("an answer").body_mut().read_to_vec();
            let agent: serde_json::Value =
                serde_json::from_slice(&body.expect("a body")).expect("JSON");
            agent
        });
    });
    for (name, config) in [
        ("get_basic", basic()),
        ("get_app_credentials", app_credentials()),
    ] {
        let client = AgentClient::connecting(&config.base_url(base), &connection());
        let client = client.expect("a client");
        group.bench_function(name, |bencher| {
            bencher.iter(|| client.agents().get("A1").expect("an agent"));
        });
    }
    let client = AgentClient::connecting(&basic().base_url(base), &connection());
    let client = client.expect("a client");
    let what = Speak::text_of("one moment");
    group.bench_function("post_basic", |bencher| {
        bencher.iter(|| client.agents().speak("A1", &what).expect("spoken"));
    });
}

/// The blocking client under a hundred threads.
fn many_threads(base: &str) {
    let bare = |idle: usize| -> ureq::Agent {
        let config = ureq::Agent::config_builder()
            .proxy(None)
            .max_idle_connections(idle)
            .max_idle_connections_per_host(idle);
        config.build().into()
    };
    let get = |agent: &ureq::Agent, url: &str| {
        let call = agent.get(url).header("authorization", BASIC).call();
        let body = call.expect("an answer").body_mut().read_to_vec();
        let agent: serde_json::Value =
            serde_json::from_slice(&body.expect("a body")).expect("JSON");
        black_box(agent);
    };
    let url = get_url(base);
    let (as_it_comes, with_room) = (bare(3), bare(128));
    let client = AgentClient::connecting(&basic().base_url(base), &connection());
    let client = client.expect("a client");
    threads::print(&[
        ("bare, 128 connections", &|| get(&with_room, &url)),
        ("bare, 3 connections", &|| get(&as_it_comes, &url)),
        ("agents().get", &|| {
            black_box(client.agents().get("A1").expect("an agent"));
        }),
    ]);
}

fn asynchronous(criterion: &mut Criterion, base: &str) {
    let mut group = criterion.benchmark_group("reqwest");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let (get_url, post_url) = (get_url(base), post_url(base));
    // TLS has to be named even where it is not used: there is no default one.
    let tls = rustls::ClientConfig::builder_with_provider(
        rustls::crypto::ring::default_provider().into(),
    )
    .with_safe_default_protocol_versions()
    .expect("versions")
    .with_root_certificates(rustls::RootCertStore::empty())
    .with_no_client_auth();
    let bare = reqwest::Client::builder()
        .no_proxy()
        .tls_backend_preconfigured(tls)
        .build()
        .expect("a client");
    group.bench_function("bare_get", |bencher| {
        bencher.iter(|| {
            runtime.block_on(async {
                let call = bare.get(&get_url).header("authorization", BASIC).send();
                let body = call.await.expect("an answer").bytes().await;
                let agent: serde_json::Value =
                    serde_json::from_slice(&body.expect("a body")).expect("JSON");
                agent
            })
        });
    });
    group.bench_function("bare_post", |bencher| {
        bencher.iter(|| {
            runtime.block_on(async {
                let call = bare
                    .post(&post_url)
                    .header("authorization", BASIC)
                    .header("content-type", "application/json")
                    .body(SPEAK)
                    .send();
                let body = call.await.expect("an answer").bytes().await;
                let agent: serde_json::Value =
                    serde_json::from_slice(&body.expect("a body")).expect("JSON");
                agent
            })
        });
    });
    for (name, config) in [
        ("get_basic", basic()),
        ("get_app_credentials", app_credentials()),
    ] {
        let client = AsyncAgentClient::connecting(&config.base_url(base), &connection());
        let client = client.expect("a client");
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let agent = runtime.block_on(client.agents().get("A1"));
                agent.expect("an agent")
            });
        });
    }
    let client = AsyncAgentClient::connecting(&basic().base_url(base), &connection());
    let client = client.expect("a client");
    let what = Speak::text_of("one moment");
    group.bench_function("post_basic", |bencher| {
        bencher.iter(|| {
            let spoken = runtime.block_on(client.agents().speak("A1", &what));
            spoken.expect("spoken")
        });
    });
}

/// Calls over a transport that answers by itself: what the layer alone costs.
fn layer(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("layer");
    for (name, config) in [
        ("get_basic", basic()),
        ("get_app_credentials", app_credentials()),
    ] {
        let http = Client::new(|request: Request| {
            black_box(request);
            Ok(Response::new(200, Headers::new(), AGENT.into()))
        });
        let client = AgentClient::with_http(&config, http).expect("a client");
        group.bench_function(name, |bencher| {
            bencher.iter(|| client.agents().get("A1").expect("an agent"));
        });
    }
}

/// A server that keeps connections and answers everything alike.
fn serve() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || answer_all(stream));
        }
    });
    port
}

fn answer_all(stream: TcpStream) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut out = stream.try_clone()?;
    let mut input = BufReader::new(stream);
    let answer = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{AGENT}",
        AGENT.len()
    );
    loop {
        let mut len = 0;
        loop {
            let mut line = String::new();
            if input.read_line(&mut line)? == 0 {
                return Ok(());
            }
            if line == "\r\n" {
                break;
            }
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                len = value.trim().parse().unwrap_or(0);
            }
        }
        let mut body = vec![0; len];
        input.read_exact(&mut body)?;
        out.write_all(answer.as_bytes())?;
    }
}
