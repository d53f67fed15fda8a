//! Regions and domains: who is asked next.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::json;
use tokenmint::client::convoai::types::agents::{Properties, Speak, StartAgent};
use tokenmint::client::convoai::{AgentClient, Area, CnRouting};
use tokenmint::http::{Client, ErrorKind, Request, Response, TransportError, TransportErrorKind};

use crate::fake::{APP_ID, Fake, answer, config, lost, not_sent, now, ok, runtime};

const WEST: &str = "api-us-west-1.agora.io";
const EAST: &str = "api-us-east-1.agora.io";

#[test]
fn what_was_not_sent_goes_to_the_next_region() {
    let fake = Fake::answers(vec![not_sent(), ok(json!({})), ok(json!({}))]);
    let client = fake.blocking(&config(Area::Us));
    let what = Speak::text_of("hi");
    client.agents().speak("A1", &what).unwrap();
    client.agents().get("A1").unwrap();
    assert_eq!(fake.hosts(), [WEST, EAST, EAST], "the region found is kept");
}

#[test]
fn what_may_be_repeated_does_too_when_lost_or_answered_with_5xx() {
    for failure in [lost, || answer(500, &json!({})), || answer(503, &json!({}))] {
        let fake = Fake::answers(vec![failure(), ok(json!({}))]);
        let client = fake.blocking(&config(Area::Us));
        client.agents().get("A1").unwrap();
        assert_eq!(fake.hosts(), [WEST, EAST]);
    }
}

#[test]
fn what_may_have_arrived_stays() {
    let what = Speak::text_of("hi");
    for failure in [lost, || answer(500, &json!({})), || answer(503, &json!({}))] {
        let fake = Fake::answers(vec![failure()]);
        let client = fake.blocking(&config(Area::Us));
        client.agents().speak("A1", &what).unwrap_err();
        assert!(client.current_url().contains(WEST), "moved for nothing");
    }
    let fake = Fake::answers(vec![answer(429, &json!({})), ok(json!({}))]);
    let client = fake.blocking(&config(Area::Us));
    client.agents().get("A1").unwrap();
    assert_eq!(
        fake.hosts(),
        [WEST, WEST],
        "429 says nothing about the region"
    );
}

#[test]
fn failover_can_be_turned_off() {
    let fake = Fake::answers(vec![not_sent(), lost(), ok(json!({}))]);
    let client = fake.blocking(&config(Area::Us).failover(false));
    client.agents().get("A1").unwrap();
    assert_eq!(fake.hosts(), [WEST, WEST, WEST]);
}

#[test]
fn many_failures_at_once_move_the_region_once() {
    let fake = Fake::rule(|request| {
        if request.url.contains(WEST) {
            std::thread::sleep(Duration::from_millis(20));
            return not_sent();
        }
        ok(json!({}))
    });
    let client = fake.blocking(&config(Area::Us));
    std::thread::scope(|scope| {
        for _ in 0..50 {
            scope.spawn(|| client.agents().get("A1").unwrap());
        }
    });
    assert!(client.current_url().contains(EAST));
    let hosts = fake.hosts();
    let (west, east) = hosts.iter().partition::<Vec<_>, _>(|host| *host == WEST);
    assert!(west.len() <= 50 && east.len() == 50, "{west:?} {east:?}");
}

#[test]
fn mainland_china_has_one_host_or_two() {
    let fake = Fake::rule(|_| not_sent());
    let client = fake.blocking(&config(Area::Cn).cn_routing(CnRouting::OneHost));
    client.agents().get("A1").unwrap_err();
    assert_eq!(fake.hosts(), ["api.agora.io"; 3]);

    let fake = Fake::rule(|_| not_sent());
    let client = fake.blocking(&config(Area::Cn));
    client.agents().get("A1").unwrap_err();
    let (east, north) = ("api-cn-east-1.sd-rtn.com", "api-cn-north-1.sd-rtn.com");
    assert_eq!(fake.hosts(), [east, north, east]);
    assert!(
        client
            .current_url()
            .ends_with("/cn/api/conversational-ai-agent")
    );
}

#[test]
fn the_global_host_is_an_area_of_its_own() {
    let fake = Fake::rule(|_| not_sent());
    let client = fake.blocking(&config(Area::Global));
    client.agents().get("A1").unwrap_err();
    assert_eq!(fake.hosts(), ["api.agora.io"; 3]);
    let expected = "https://api.agora.io/api/conversational-ai-agent";
    assert_eq!(client.current_url(), expected);
    assert_eq!(Area::from_name("global"), Some(Area::Global));
}

fn failed(kind: TransportErrorKind) -> Result<Response, TransportError> {
    Err(TransportError::not_sent(kind))
}

#[test]
fn a_name_that_fails_moves_the_domain_and_not_the_region() {
    let (other, east) = ("api-us-west-1.sd-rtn.com", "api-us-east-1.agora.io");
    for kind in [TransportErrorKind::Resolve, TransportErrorKind::Tls] {
        // A start too, although it may not be repeated: nothing was sent.
        let fake = Fake::answers(vec![failed(kind), ok(json!({"agent_id": "A1"}))]);
        let client = fake.blocking(&config(Area::Us));
        client
            .agents()
            .start(&StartAgent::named("n", Properties::new()))
            .unwrap();
        assert_eq!(fake.hosts(), [WEST, other], "{kind:?}");
        // With all domains tried it may be the region.
        let fake = Fake::answers(vec![failed(kind), failed(kind), ok(json!({}))]);
        let client = fake.blocking(&config(Area::Us));
        client.agents().get("A1").unwrap();
        assert_eq!(fake.hosts(), [WEST, other, east], "{kind:?}");
    }
    let cn = Fake::answers(vec![failed(TransportErrorKind::Resolve), ok(json!({}))]);
    cn.blocking(&config(Area::Cn)).agents().get("A1").unwrap();
    assert_eq!(
        cn.hosts(),
        ["api-cn-east-1.sd-rtn.com", "api-cn-east-1.agora.io"]
    );
}

/// Where there is one host it would fail again.
#[test]
fn a_bad_certificate_is_not_tried_again_at_the_same_host() {
    for config in [
        config(Area::Global),
        config(Area::Us).base_url("https://gateway.example.com"),
        config(Area::Us).failover(false),
    ] {
        let fake = Fake::answers(vec![failed(TransportErrorKind::Tls)]);
        let error = fake.blocking(&config).agents().get("A1").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Tls);
        assert!(!error.may_have_happened());
    }
    // Once something was sent, nobody knows what was done.
    let sent = Err(TransportError::maybe_sent(TransportErrorKind::Tls));
    let fake = Fake::answers(vec![sent]);
    let client = fake.blocking(&config(Area::Us));
    let error = client
        .agents()
        .speak("A1", &Speak::text_of("hi"))
        .unwrap_err();
    assert!(error.may_have_happened());
    assert_eq!(fake.hosts(), [WEST]);
}

#[test]
fn a_base_url_of_ones_own_stays() {
    let fake = Fake::rule(|_| not_sent());
    let asked = Arc::new(AtomicUsize::new(0));
    let count = asked.clone();
    let config = config(Area::Eu)
        .base_url("https://gateway.example.com/agents/")
        .resolver(move |_: &str, _: &[&str]| {
            count.fetch_add(1, Ordering::SeqCst);
            None
        });
    let client = fake.blocking(&config);
    client.select_best_domain().unwrap();
    client.next_region();
    client.agents().get("A1").unwrap_err();
    assert_eq!(client.current_url(), "https://gateway.example.com/agents");
    for request in fake.requests() {
        let path = format!("/agents/v2/projects/{APP_ID}/agents/A1");
        assert_eq!(request.url, format!("https://gateway.example.com{path}"));
    }
    assert_eq!(asked.load(Ordering::SeqCst), 0);
}

#[test]
fn the_environment_replaces_hosts_of_every_area_and_keeps_their_paths() {
    for (area, path) in [
        (Area::Us, "/api/conversational-ai-agent"),
        (Area::Eu, "/api/conversational-ai-agent"),
        (Area::Ap, "/api/conversational-ai-agent"),
        (Area::Cn, "/cn/api/conversational-ai-agent"),
    ] {
        let fake = Fake::rule(|_| not_sent());
        fake.base_url_variable("http://gateway.example.com:8080/lead/");
        let resolver = |_: &str, _: &[&str]| panic!("nothing is looked up");
        let client = fake.blocking(&config(area).allow_plain_http(true).resolver(resolver));
        client.select_best_domain().unwrap();
        client.next_region();
        client.agents().get("A1").unwrap_err();
        let expected = format!("http://gateway.example.com:8080/lead{path}");
        assert_eq!(client.current_url(), expected);
        let sent = fake.requests();
        assert_eq!(sent.len(), 3);
        for request in sent {
            let path = format!("/v2/projects/{APP_ID}/agents/A1");
            assert_eq!(request.url, format!("{expected}{path}"));
        }
        let own = fake.blocking(&config(area).base_url("https://own.example.com/x"));
        assert_eq!(own.current_url(), "https://own.example.com/x");
        let asynchronous = fake.asynchronous(&config(area).allow_plain_http(true));
        assert_eq!(asynchronous.current_url(), expected);
    }
}

#[test]
fn an_environment_that_cannot_be_used_is_an_error_that_names_it() {
    for bad in [
        "gateway",
        "http://u:p@gateway",
        "http://g/?q",
        "http://g\r\nx: 1",
        "\u{fffd}",
    ] {
        let fake = Fake::rule(|_| not_sent());
        fake.base_url_variable(bad);
        let http = Client::new(|_: Request| not_sent()).with_environment(fake);
        let error = AgentClient::with_http(&config(Area::Us), http).expect_err(bad);
        assert_eq!(error.kind(), ErrorKind::BadUrl, "{bad:?}");
        assert!(
            error.to_string().contains("AGORA_AGENTS_API_BASE_URL"),
            "{error}"
        );
    }
}

#[test]
fn selections_at_once_ask_once_and_block_nobody() {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = asked.clone();
    let config = config(Area::Ap).resolver(move |region: &str, domains: &[&str]| {
        assert_eq!(region, "api-ap-southeast-1");
        count.fetch_add(1, Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(50));
        domains.last().map(ToString::to_string)
    });
    let client = Fake::rule(|_| not_sent()).asynchronous(&config);
    // One thread alone, as in the runtime that the reference locks up.
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(async {
            let mut selections = Vec::new();
            for _ in 0..20 {
                let client = client.clone();
                selections.push(tokio::spawn(
                    async move { client.select_best_domain().await },
                ));
            }
            for selection in selections {
                selection.await.unwrap().unwrap();
            }
        });
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    assert!(client.current_url().contains("sd-rtn.com"));
}

#[test]
fn no_name_no_selection() {
    let config = config(Area::Us).resolver(|_: &str, _: &[&str]| None);
    let fake = Fake::rule(|_| not_sent());
    let error = fake.blocking(&config).select_best_domain().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Resolve);
    let error = now(fake.asynchronous(&config).select_best_domain()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Resolve);
}

#[test]
fn async_calls_fail_over_too() {
    let fake = Fake::rule(|request| {
        if request.url.contains(WEST) {
            lost()
        } else {
            ok(json!({"agent_id": "A1"}))
        }
    });
    let client = fake.asynchronous(&config(Area::Us));
    runtime().block_on(async {
        let agent = client.agents().get("A1").await.unwrap();
        assert_eq!(agent.agent_id.as_deref(), Some("A1"));
    });
    assert_eq!(fake.hosts(), [WEST, EAST]);
}
