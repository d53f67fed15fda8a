//! Listings that end, go wrong, or would never end.

use std::future::poll_fn;
use std::pin::Pin;

use futures_core::Stream;
use serde_json::json;
use tokenmint::client::convoai::Area;
use tokenmint::client::convoai::types::agents::AgentFilter;
use tokenmint::client::convoai::types::telephony::CallFilter;
use tokenmint::http::ErrorKind;

use crate::fake::{Fake, answer, config, now, ok};

type Answer = Result<tokenmint::http::Response, tokenmint::http::TransportError>;

fn page(ids: &[&str], cursor: &str) -> Answer {
    let list: Vec<_> = ids.iter().map(|id| json!({"agent_id": id})).collect();
    ok(json!({"data": {"list": list}, "meta": {"cursor": cursor}}))
}

fn turns(index: u32, last: bool) -> Answer {
    let pagination = json!({"page_index": index, "total_pages": 3, "is_last_page": last});
    ok(json!({"turns": [{"turn_id": format!("t{index}")}], "pagination": pagination}))
}

#[test]
fn a_cursor_that_comes_back_is_an_error() {
    for answers in [
        vec![page(&["a"], "x"), page(&["b"], "x")],
        vec![page(&["a"], "x"), page(&[], "y"), page(&["b"], "x")],
    ] {
        let fake = Fake::answers(answers);
        let client = fake.blocking(&config(Area::Us));
        let mut items: Vec<_> = client.agents().list_all(&AgentFilter::default()).collect();
        let error = items.pop().unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RepeatedCursor);
        assert_eq!(items.len(), 1, "items before the error are handed out");
    }
    let fake = Fake::answers(vec![page(&["a"], "start")]);
    let client = fake.blocking(&config(Area::Us));
    let filter = AgentFilter::new().cursor("start");
    let error = client
        .agents()
        .list_all(&filter)
        .next()
        .unwrap()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::RepeatedCursor);
}

#[test]
fn an_error_ends_the_listing() {
    let fake = Fake::answers(vec![page(&["a"], "x"), answer(403, &json!({}))]);
    let client = fake.blocking(&config(Area::Us));
    let mut pages = client.agents().list_all(&AgentFilter::default());
    assert!(pages.next().unwrap().is_ok());
    assert_eq!(pages.next().unwrap().unwrap_err().status(), Some(403));
    assert!(pages.next().is_none());
    assert!(!pages.has_next());
}

#[test]
fn pages_one_by_one_and_filters_on_each() {
    let fake = Fake::answers(vec![page(&["a"], "x y"), page(&["b"], "")]);
    let client = fake.blocking(&config(Area::Us));
    let filter = CallFilter::new().limit(1).number("+1");
    let mut pages = client.telephony().list_all(&filter);
    let mut count = 0;
    while let Some(page) = pages.next_page().unwrap() {
        assert_eq!(page.items.len(), 1);
        count += 1;
    }
    assert_eq!(count, 2);
    assert!(
        pages.next_page().unwrap().is_none(),
        "nothing after the last page"
    );
    let queries: Vec<_> = fake
        .requests()
        .iter()
        .map(|request| request.url.split_once('?').unwrap().1.to_string())
        .collect();
    assert_eq!(
        queries,
        ["number=%2B1&limit=1", "number=%2B1&limit=1&cursor=x+y"]
    );
}

#[test]
fn a_stream_gives_the_same_items() {
    let fake = Fake::answers(vec![
        page(&["a", "b"], "x"),
        page(&[], "y"),
        page(&["c"], ""),
    ]);
    let client = fake.asynchronous(&config(Area::Us));
    let ids = now(async {
        let mut stream = client.agents().list_all(&AgentFilter::default());
        let mut ids = Vec::new();
        while let Some(item) = poll_fn(|context| Pin::new(&mut stream).poll_next(context)).await {
            ids.push(item.unwrap().agent_id.unwrap());
        }
        ids
    });
    assert_eq!(ids, ["a", "b", "c"]);
}

#[test]
fn turns_are_followed_until_the_last_page_or_a_standstill() {
    let fake = Fake::answers(vec![turns(1, false), turns(2, false), turns(3, true)]);
    let client = fake.blocking(&config(Area::Us));
    let all: Result<Vec<_>, _> = client.agents().all_turns("A1", None, Some(1)).collect();
    assert_eq!(all.unwrap().len(), 3);
    assert!(
        fake.requests()[2]
            .url
            .ends_with("turns?page_index=3&page_size=1")
    );

    let fake = Fake::answers(vec![turns(1, false), turns(1, false)]);
    let client = fake.blocking(&config(Area::Us));
    let all: Result<Vec<_>, _> = client.agents().all_turns("A1", None, None).collect();
    assert_eq!(all.unwrap_err().kind(), ErrorKind::RepeatedCursor);
}

#[test]
fn a_page_without_list_is_empty_and_nonsense_is_an_error() {
    for (body, count) in [
        (json!({}), Some(0)),
        (json!({"data": null}), Some(0)),
        (json!({"data": {"list": null}}), Some(0)),
        (json!({"data": {"list": [{}]}}), Some(1)),
        (json!({"data": {"list": [null, {}]}}), Some(1)),
        (json!({"data": {"list": ["a"]}}), None),
        (json!([]), None),
        (json!("x"), None),
        (json!(null), None),
    ] {
        let client = Fake::answers(vec![ok(body.clone())]).blocking(&config(Area::Us));
        let page = client.agents().list(&AgentFilter::default());
        match count {
            Some(count) => assert_eq!(page.unwrap().items.len(), count, "{body}"),
            None => assert_eq!(page.unwrap_err().kind(), ErrorKind::Answer, "{body}"),
        }
    }
}
