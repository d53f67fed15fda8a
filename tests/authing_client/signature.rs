//! Signed requests, checked as a service would.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tokenmint::authing::{AccessKey, DateFormat, Param, Request as Signed, Value as Argument};
use tokenmint::client::authing::management::{
    CreateRole, DeleteById, GetUser, GetUserBatch, ListUsers,
};
use tokenmint::client::authing::{ApiRequest, ManagementClient};
use tokenmint::http::{ErrorKind, Request, RequestOptions, RetryPolicy};
use tokenmint::internals::wire::percent::{Style, decode};

use crate::clock::assert_clock_is_out_of_range;
use crate::support::{Net, START, ok, pool};

/// The signature over what arrived: path, headers, decoded parameters.
fn assert_signed(request: &Request, parameters: &[(&str, &str)]) {
    let key = AccessKey::new("ak-1", "sk-secret-1").unwrap();
    let path = request
        .target()
        .strip_prefix("https://authing.test")
        .unwrap();
    let headers: Vec<_> = request.headers.iter().collect();
    let parameters: Vec<Param<'_>> = parameters
        .iter()
        .map(|(name, value)| (*name, Argument::Text(value)))
        .collect();
    let signed = Signed::new(request.method.as_str(), path)
        .with_params(&parameters)
        .with_headers(&headers);
    let authorization = request.headers.get("authorization").unwrap();
    assert_eq!(key.verify(&signed, authorization), Ok(()), "{request:?}");
}

fn client(net: &Net) -> ManagementClient {
    ManagementClient::with_http(&pool(), net.blocking()).unwrap()
}

#[test]
fn what_arrives_is_what_was_signed() {
    let net = Net::saying(json!({}));
    let client = client(&net);
    client
        .create_role(
            &CreateRole::new("a b&c")
                .description("管理员")
                .with("rate", 1.0),
        )
        .unwrap();
    client
        .list_users(&ListUsers::new().options(json!({"pagination": {"page": 1, "limit": 10}})))
        .unwrap();
    client
        .get_user(&GetUser::new("u/1").with_custom_data(false))
        .unwrap();
    client
        .get_user_batch(&GetUserBatch::new(["u1", "u 2"]))
        .unwrap();
    client.delete_by_id(&DeleteById::new("a/b")).unwrap();
    let requests = net.requests();
    assert_signed(
        &requests[0],
        &[("code", "a b&c"), ("description", "管理员"), ("rate", "1")],
    );
    assert_signed(
        &requests[1],
        &[("options", r#"{"pagination":{"page":1,"limit":10}}"#)],
    );
    assert_signed(
        &requests[2],
        &[("userId", "u/1"), ("withCustomData", "false")],
    );
    assert_signed(&requests[3], &[("userIds", r#"["u1","u 2"]"#)]);
    assert_signed(&requests[4], &[]);
    assert!(requests[4].url.ends_with("/api/v3/ip-list/a%2Fb"));
    let query = requests[3].url.split_once('?').unwrap().1;
    // As the official SDK for Node sends lists: one item is a list as well.
    assert_eq!(query, "userIds%5B%5D=u1&userIds%5B%5D=u+2");
    let mut buffer = [0; 64];
    let decoded = decode(query.as_bytes(), Style::Form, &mut buffer).unwrap();
    assert_eq!(decoded, b"userIds[]=u1&userIds[]=u 2");
}

#[test]
fn headers_and_fields_of_one_call_are_signed_too() {
    let net = Net::saying(json!({}));
    let options = RequestOptions::new()
        .header("x-authing-tenant-id", "t1")
        .unwrap()
        .header("x-trace", "not signed")
        .unwrap()
        .body_field("more", Value::Null);
    client(&net)
        .list_users(&ListUsers::new().with_options(options))
        .unwrap();
    assert_signed(&net.requests()[0], &[("more", "null")]);
    assert_eq!(
        net.requests()[0].headers.get("x-authing-tenant-id"),
        Some("t1")
    );
    // A query beside the arguments would not be signed.
    let options = RequestOptions::new().query("a", "b");
    let request = GetUser::new("u1").with_options(options);
    let error = client(&net).get_user(&request).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
}

#[test]
fn the_date_is_in_milliseconds_unless_said_otherwise() {
    let net = Net::saying(json!({}));
    let date = |options| {
        let client = ManagementClient::with_http(&options, net.blocking()).unwrap();
        client.get_user(&GetUser::new("u1")).unwrap();
        let requests = net.requests();
        requests
            .last()
            .unwrap()
            .headers
            .get("date")
            .unwrap()
            .to_owned()
    };
    assert_eq!(date(pool()), format!("{START}000"));
    let text = date(pool().date_format(DateFormat::Rfc1123));
    assert_eq!(text, "Tue, 14 Nov 2023 22:13:20 GMT");
}

#[test]
fn every_attempt_has_a_nonce_of_its_own() {
    let net = Net::new(|_| None);
    let policy = RetryPolicy::DEFAULT.base_delay(std::time::Duration::ZERO);
    let client = ManagementClient::with_http(&pool().retry(policy), net.blocking()).unwrap();
    client.get_user(&GetUser::new("u1")).unwrap_err();
    let requests = net.requests();
    let nonces: BTreeSet<_> = requests
        .iter()
        .map(|request| request.headers.get("x-authing-signature-nonce").unwrap())
        .collect();
    assert_eq!((requests.len(), nonces.len()), (3, 3));
}

#[test]
fn the_secret_is_never_sent() {
    let net = Net::new(|request| {
        let body = request
            .body
            .as_ref()
            .map_or(&[][..], |body| body.as_bytes());
        let all = format!(
            "{:?}{:?}",
            request.url,
            request.headers.iter().collect::<Vec<_>>()
        );
        assert!(!all.contains("sk-secret"));
        assert!(!String::from_utf8_lossy(body).contains("sk-secret"));
        ok(&json!({}))
    });
    client(&net).get_user(&GetUser::new("u1")).unwrap();
}

#[test]
fn a_clock_before_1970_signs_no_request_and_is_called_out_of_range() {
    let net = Net::saying(json!({}));
    net.before_1970();
    let error = client(&net).get_user(&GetUser::new("u1")).unwrap_err();
    assert_clock_is_out_of_range(&error);
    assert!(net.requests().is_empty());
}
