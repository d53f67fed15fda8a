//! Lists page by page, of every list that the table has.

use serde_json::{Value, json};
use tokenmint::client::authing::management::{
    GetUserActionLogs, ListDnef, ListGroups, ListTenants, ListUsers,
};
use tokenmint::client::authing::{
    Api, ApiRequest as _, AsyncManagementClient, Kind, Management, ManagementClient, Operation,
    Sent,
};
use tokenmint::http::{ErrorKind, Request};

use crate::support::{Net, ok, pool};

const TOTAL: u64 = 7;

/// A parameter of a call, wherever it is, as a number.
fn number(request: &Request, pointer: &str) -> Option<u64> {
    if let Some(body) = &request.body {
        let body: Value = serde_json::from_slice(body.as_bytes()).unwrap();
        let value = body.pointer(pointer)?.clone();
        return value.as_u64().or_else(|| value.as_str()?.parse().ok());
    }
    let name = pointer.strip_prefix('/')?;
    let query = request.url.split_once('?')?.1;
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let value = pairs.find(|(known, _)| *known == name)?.1;
    value.parse().ok()
}

/// Seven entries, a page of them at a time.
fn service(page: &'static str, limit: &'static str, counts: bool) -> Net {
    Net::new(move |request| {
        let page = number(request, page).unwrap_or(1);
        let limit = number(request, limit).unwrap_or(10);
        let entries = (0..TOTAL)
            .skip(((page - 1) * limit) as usize)
            .take(limit as usize);
        let list: Vec<Value> = entries
            .map(|n| json!({"userId": format!("u{n}")}))
            .collect();
        let mut data = json!({ "list": list });
        if counts {
            data["totalCount"] = TOTAL.into();
        }
        ok(&data)
    })
}

fn client(net: &Net) -> ManagementClient {
    ManagementClient::with_http(&pool(), net.blocking()).unwrap()
}

#[test]
fn every_form_of_a_page_is_asked_for() {
    let options = json!({"withCustomData": true, "pagination": {"limit": 3}});
    let mut calls: Vec<(Operation<Management>, &str, &str)> = Vec::new();
    let mut add = |call: &Operation<Management>, page, limit| {
        calls.push((call.clone(), page, limit));
    };
    add(ListGroups::new().limit(3).operation(), "/page", "/limit");
    let call = ListUsers::new().options(options);
    let (page, limit) = ("/options/pagination/page", "/options/pagination/limit");
    add(call.operation(), page, limit);
    let call = GetUserActionLogs::new().pagination(json!({"limit": 3}));
    add(call.operation(), "/pagination/page", "/pagination/limit");
    let call = ListTenants::new().limit("3");
    add(call.operation(), "/page", "/limit");
    for (call, page, limit) in calls {
        for counts in [true, false] {
            let net = service(page, limit, counts);
            let pages: Vec<_> = client(&net).pages(&call).map(Result::unwrap).collect();
            let counts: Vec<_> = pages.iter().map(|page| page.items().len()).collect();
            assert_eq!(counts, [3, 3, 1], "{call:?}");
            let numbers: Vec<_> = pages
                .iter()
                .map(tokenmint::client::authing::Page::number)
                .collect();
            assert_eq!(numbers, [1, 2, 3], "{call:?}");
            assert_eq!(net.requests().len(), 3, "{call:?}");
        }
    }
    // What else the caller said stays.
    let net = service(
        "/options/pagination/page",
        "/options/pagination/limit",
        true,
    );
    let call = ListUsers::new().options(json!({"withCustomData": true}));
    assert_eq!(client(&net).pages(&call).count(), 1);
    let requests = net.requests();
    let sent: Value =
        serde_json::from_slice(requests[0].body.as_ref().unwrap().as_bytes()).unwrap();
    assert_eq!(
        sent["options"],
        json!({"withCustomData": true, "pagination": {"page": 1, "limit": 50}})
    );
}

#[test]
fn pages_by_offset_go_on_where_they_were() {
    let net = Net::new(|request| {
        let start = number(request, "/startIndex").unwrap_or(0);
        let limit = number(request, "/maxSize").unwrap_or(10);
        ok(&json!({"list": (start..TOTAL.min(start + limit)).collect::<Vec<_>>()}))
    });
    let call = ListDnef::new("ns", "res").max_size(4);
    let pages: Vec<_> = client(&net).pages(&call).map(Result::unwrap).collect();
    let counts: Vec<_> = pages.iter().map(|page| page.items().len()).collect();
    assert_eq!(counts, [4, 3]);
}

#[test]
fn a_list_begins_where_the_caller_says_and_ends_with_an_error() {
    let net = service("/page", "/limit", true);
    let call = ListGroups::new().page(3).limit(3);
    let pages: Vec<_> = client(&net).pages(&call).map(Result::unwrap).collect();
    assert_eq!((pages.len(), pages[0].number()), (1, 3));
    assert_eq!(pages[0].total_count(), Some(TOTAL));
    // A service that gives the same page again and again.
    let net = Net::saying(json!({"totalCount": 100, "list": [1, 2]}));
    let mut pages = client(&net).pages(&ListGroups::new()).collect::<Vec<_>>();
    assert_eq!(pages.len(), 2);
    let error = pages.remove(1).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::RepeatedCursor);
    let net = Net::new(|_| Some((200, r#"{"statusCode": 403}"#.to_owned())));
    let pages: Vec<_> = client(&net).pages(&ListGroups::new()).collect();
    assert_eq!(pages.len(), 1);
    assert_eq!(pages[0].as_ref().unwrap_err().kind(), ErrorKind::Refused);
}

#[test]
fn futures_give_the_same_pages() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let net = service("/page", "/limit", true);
        let client = AsyncManagementClient::with_http(&pool(), net.asynchronous()).unwrap();
        let mut pages = client.pages(&ListGroups::new().limit(3));
        let mut entries = 0;
        while let Some(page) = pages.next_page().await.unwrap() {
            entries += page.items().len();
        }
        assert_eq!(entries, 7);
    });
}

/// Every list of the table, whatever it takes: it is read to its end.
#[test]
fn every_list_of_the_table_ends() {
    let rows = Management::rows().iter().copied().flatten().copied();
    let lists = rows.filter(|row| row.sent == Sent::Call && row.facts.paging != "-");
    let mut count = 0;
    for row in lists {
        let net = Net::saying(json!({"totalCount": 1, "list": [{"id": "1"}], "scrollId": "s"}));
        let mut call = Operation::<Management>::new(row);
        for parameter in row.parameters.iter().filter(|it| it.required) {
            let value = match parameter.kind {
                Kind::Integer => 1.into(),
                Kind::Flag => true.into(),
                Kind::Text if parameter.wire == "page" => "1".into(),
                Kind::Text | Kind::Choice(_) => "x".into(),
                _ => json!(["x"]),
            };
            call = call.argument(parameter.name, value).unwrap();
        }
        let pages: Vec<_> = client(&net).pages(&call).map(Result::unwrap).collect();
        assert_eq!(pages.len(), 1, "{}", row.name());
        count += 1;
    }
    assert_eq!(count, 147);
}
