//! The management token: one caller asks for it, whoever else needs it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::json;
use tokenmint::client::authing::management::{CreateRole, ListGroups};
use tokenmint::client::authing::{
    ApiCode, ApiRequest, AsyncManagementClient, ManagementClient, Refusal,
};
use tokenmint::http::{ErrorKind, Request, RequestOptions, Timeouts};

use crate::support::{Net, ok, pool_with_token, token};

const TOKEN: &str = "/get-management-token";
const CALLERS: usize = 16;

/// Tokens of 7200 s, told apart by their number.
fn net(delay: Duration) -> Net {
    let issued = Arc::new(AtomicUsize::new(0));
    Net::slow(delay, move |request| {
        if request.target().ends_with(TOKEN) {
            return token(issued.fetch_add(1, Ordering::SeqCst) + 1, 7200);
        }
        ok(&json!({}))
    })
}

fn bearer(request: &Request) -> &str {
    request.headers.get("authorization").unwrap_or_default()
}

#[test]
fn threads_that_start_together_ask_once() {
    let net = net(Duration::from_millis(100));
    let client = ManagementClient::with_http(&pool_with_token(), net.blocking()).unwrap();
    for round in 1..=2 {
        std::thread::scope(|scope| {
            for _ in 0..CALLERS {
                scope.spawn(|| client.list_groups(&ListGroups::new()).unwrap());
            }
        });
        assert_eq!(net.count(TOKEN), round);
        assert_eq!(net.count("/list-groups"), round * CALLERS);
        net.pass(7200);
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
}

/// A successful call of every task, started together.
async fn all_at_once(client: &AsyncManagementClient) {
    let tasks: Vec<_> = (0..CALLERS)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.list_groups(&ListGroups::new()).await })
        })
        .collect();
    for task in tasks {
        assert!(task.await.unwrap().unwrap().is_success());
    }
}

#[test]
fn tasks_that_start_together_ask_once() {
    runtime().block_on(async {
        let net = net(Duration::from_millis(100));
        let options = pool_with_token();
        let client = AsyncManagementClient::with_http(&options, net.asynchronous()).unwrap();
        for round in 1..=2 {
            all_at_once(&client).await;
            assert_eq!(net.count(TOKEN), round);
            assert_eq!(net.count("/list-groups"), round * CALLERS);
            net.pass(7200);
        }
    });
}

#[test]
fn renewal_is_due_a_twentieth_and_at_most_a_minute_before_the_end() {
    for (lifetime, kept) in [(7200, 7139), (60, 56), (20, 18)] {
        let issued = AtomicUsize::new(0);
        let net = Net::new(move |request| {
            if request.target().ends_with(TOKEN) {
                return token(issued.fetch_add(1, Ordering::SeqCst), lifetime);
            }
            ok(&json!({}))
        });
        let client = ManagementClient::with_http(&pool_with_token(), net.blocking()).unwrap();
        let ask = || client.list_groups(&ListGroups::new()).unwrap();
        ask();
        net.pass(kept);
        ask();
        assert_eq!(net.count(TOKEN), 1, "of {lifetime} s after {kept} s");
        net.pass(lifetime - kept);
        ask();
        assert_eq!(net.count(TOKEN), 2, "of {lifetime} s at its end");
    }
}

#[test]
fn while_one_renews_the_others_go_on_with_the_old_token() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let net = net(Duration::from_millis(200));
        let options = pool_with_token();
        let client = AsyncManagementClient::with_http(&options, net.asynchronous()).unwrap();
        let request = ListGroups::new();
        client.list_groups(&request).await.unwrap();
        net.pass(7150);
        let (first, second) =
            tokio::join!(client.list_groups(&request), client.list_groups(&request));
        assert!(first.unwrap().is_success() && second.unwrap().is_success());
        let requests = net.requests();
        let mut used: Vec<&str> = requests.iter().map(bearer).collect();
        // The renewal and the other call went side by side, in either order.
        used[2..4].sort_unstable();
        assert_eq!(
            used,
            [
                "",
                "Bearer token.1.x",
                "",
                "Bearer token.1.x",
                "Bearer token.2.x"
            ]
        );
    });
}

#[test]
fn a_cancelled_renewal_is_taken_over() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let net = net(Duration::from_millis(200));
        let options = pool_with_token();
        let client = AsyncManagementClient::with_http(&options, net.asynchronous()).unwrap();
        let request = ListGroups::new();
        let (cancelled, waiting) = tokio::join!(
            tokio::time::timeout(Duration::from_millis(50), client.list_groups(&request)),
            client.list_groups(&request),
        );
        assert!(cancelled.is_err());
        assert!(waiting.unwrap().is_success());
        assert_eq!(net.count(TOKEN), 1);
    });
}

#[test]
fn all_who_wait_learn_why_there_is_no_token() {
    let net = Net::slow(Duration::from_millis(100), |_| {
        let body = json!({"statusCode": 401, "apiCode": 1300, "message": "sk-secret-1 is wrong"});
        Some((200, body.to_string()))
    });
    let client = ManagementClient::with_http(&pool_with_token(), net.blocking()).unwrap();
    let errors: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..CALLERS)
            .map(|_| scope.spawn(|| client.list_groups(&ListGroups::new()).unwrap_err()))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    // Those that came too late for the first answer asked once more.
    assert!(
        (1..CALLERS).contains(&net.count(TOKEN)),
        "{}",
        net.count(TOKEN)
    );
    for error in errors {
        assert_eq!(error.kind(), ErrorKind::Refused);
        assert_eq!(error.code(), Some("1300"));
        assert!(
            !format!("{error} {error:?}").contains("sk-secret"),
            "{error:?}"
        );
        let mut cause: &dyn std::error::Error = &error;
        while let Some(next) = cause.source() {
            cause = next;
        }
        let refusal = cause.downcast_ref::<Refusal>().unwrap();
        assert_eq!(refusal.api_code, Some(ApiCode::BadSignature));
    }
}

#[test]
fn a_token_can_be_given_up() {
    let net = net(Duration::ZERO);
    let client = ManagementClient::with_http(&pool_with_token(), net.blocking()).unwrap();
    client.list_groups(&ListGroups::new()).unwrap();
    client.forget_token();
    client.list_groups(&ListGroups::new()).unwrap();
    assert_eq!(net.count(TOKEN), 2);
}

/// Tokens of 7200 s of which the service takes none but the latest.
fn latest_alone(delay: Duration, issued: &Arc<AtomicUsize>) -> Net {
    let issued = Arc::clone(issued);
    Net::slow(delay, move |request| {
        if request.target().ends_with(TOKEN) {
            return token(issued.fetch_add(1, Ordering::SeqCst) + 1, 7200);
        }
        let latest = format!("Bearer token.{}.x", issued.load(Ordering::SeqCst));
        if bearer(request) == latest {
            return ok(&json!({}));
        }
        Some((200, r#"{"statusCode": 401, "apiCode": 2020}"#.to_owned()))
    })
}

#[test]
fn calls_with_a_token_that_was_revoked_early_get_one_new_token() {
    let issued = Arc::new(AtomicUsize::new(0));
    let net = latest_alone(Duration::from_millis(50), &issued);
    let client = ManagementClient::with_http(&pool_with_token(), net.blocking()).unwrap();
    let ask = || client.create_role(&CreateRole::new("admin")).unwrap();
    assert!(ask().is_success());
    // The service takes back the token that the client has.
    issued.fetch_add(1, Ordering::SeqCst);
    std::thread::scope(|scope| {
        for _ in 0..CALLERS {
            scope.spawn(|| assert!(ask().is_success()));
        }
    });
    assert_eq!(net.count(TOKEN), 2);
    assert_eq!(net.count("/create-role"), 1 + 2 * CALLERS);
}

#[test]
fn tasks_with_a_token_that_was_revoked_early_get_one_new_token() {
    runtime().block_on(async {
        let issued = Arc::new(AtomicUsize::new(0));
        let net = latest_alone(Duration::from_millis(50), &issued);
        let options = pool_with_token();
        let client = AsyncManagementClient::with_http(&options, net.asynchronous()).unwrap();
        client.list_groups(&ListGroups::new()).await.unwrap();
        issued.fetch_add(1, Ordering::SeqCst);
        all_at_once(&client).await;
        assert_eq!(net.count(TOKEN), 2);
    });
}

#[test]
fn a_call_that_is_refused_with_a_new_token_too_is_not_repeated_again() {
    let net = Net::new(|request| {
        if request.target().ends_with(TOKEN) {
            return token(1, 7200);
        }
        Some((200, r#"{"statusCode": 401, "apiCode": 2020}"#.to_owned()))
    });
    let client = ManagementClient::with_http(&pool_with_token(), net.blocking()).unwrap();
    let refused = client.list_groups(&ListGroups::new()).unwrap();
    assert_eq!(refused.api_code(), Some(ApiCode::NotSignedIn));
    assert_eq!((net.count(TOKEN), net.count("/list-groups")), (2, 2));
}

#[test]
fn a_call_and_its_tokens_have_one_deadline() {
    // Each answer takes 60 ms: token, call, token, and there is no time left.
    let issued = Arc::new(AtomicUsize::new(0));
    let net = latest_alone(Duration::from_millis(60), &issued);
    let client = ManagementClient::with_http(&pool_with_token(), net.blocking()).unwrap();
    client.list_groups(&ListGroups::new()).unwrap();
    issued.fetch_add(1, Ordering::SeqCst);
    let limits = Timeouts::of(Duration::from_secs(1)).total(Duration::from_millis(100));
    let options = RequestOptions::new().timeouts_each(limits);
    let request = ListGroups::new().with_options(options);
    let error = client.list_groups(&request).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Deadline);
    assert_eq!((net.count(TOKEN), net.count("/list-groups")), (2, 2));
}
