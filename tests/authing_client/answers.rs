//! Envelopes, refusals, and answers that are none.

use serde::Deserialize;
use serde_json::{Value, json};
use tokenmint::client::authing::management::{GetUser, ListUsers};
use tokenmint::client::authing::{
    ApiCode, AsyncManagementClient, Envelope, ManagementClient, StatusCode,
};
use tokenmint::http::{Error, ErrorKind};

use crate::support::{Net, pool};

fn ask(status: u16, body: &str) -> Result<Envelope, Error> {
    let body = body.to_owned();
    let net = Net::new(move |_| Some((status, body.clone())));
    let client = ManagementClient::with_http(&pool(), net.blocking()).unwrap();
    client.get_user(&GetUser::new("u1"))
}

#[test]
fn a_success_is_used_as_json_or_as_a_type() {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Users {
        total_count: u64,
        list: Vec<User>,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct User {
        user_id: String,
    }

    let net = Net::saying(json!({"totalCount": 1, "list": [{"userId": "u1", "more": true}]}));
    let client = ManagementClient::with_http(&pool(), net.blocking()).unwrap();
    let answer = client.list_users(&ListUsers::new()).unwrap();
    assert_eq!(answer.data()["list"][0]["userId"], "u1");
    let users: Users = answer.into_data().unwrap();
    assert_eq!(
        (users.total_count, users.list[0].user_id.as_str()),
        (1, "u1")
    );

    let error = ask(200, r#"{"statusCode":200,"data":7}"#)
        .unwrap()
        .into_data::<Users>()
        .map(|_| ())
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Answer);
}

#[test]
fn a_refusal_is_a_value_and_an_error_on_request() {
    let body = r#"{"statusCode":403,"apiCode":2333,"message":"hello u1","requestId":"req-1"}"#;
    for status in [200, 403, 500] {
        let answer = ask(status, body).unwrap();
        assert!(!answer.is_success());
        assert_eq!(answer.status_code(), StatusCode::Forbidden);
        assert_eq!(
            answer.api_code(),
            Some(ApiCode::UnknownAccountOrWrongPassword)
        );
        assert_eq!(
            (answer.message(), answer.request_id()),
            ("hello u1", Some("req-1"))
        );
        assert_eq!(answer.data(), &Value::Null);
        let refused = |answer: Envelope| -> Result<Value, Error> { Ok(answer.into_result()?) };
        let error = refused(answer).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Refused);
        assert_eq!(
            (error.code(), error.request_id()),
            (Some("2333"), Some("req-1"))
        );
        assert_eq!(error.detail(), Some("hello u1"));
        assert!(!error.to_string().contains("hello"), "{error}");
    }
}

#[test]
fn a_further_step_keeps_what_it_needs() {
    let body = r#"{"statusCode":401,"apiCode":1635,"data":{"mfaToken":"m1"}}"#;
    let refusal = ask(200, body).unwrap().into_result().unwrap_err();
    assert_eq!(refusal.api_code, Some(ApiCode::MfaRequired));
    assert_eq!(refusal.data["mfaToken"], "m1");
    assert!(!format!("{refusal} {refusal:?}").contains("m1"));
}

#[test]
fn the_wrong_date_names_its_option() {
    let refusal = ask(200, r#"{"statusCode":400,"apiCode":1303}"#)
        .unwrap()
        .into_result()
        .unwrap_err();
    assert!(refusal.to_string().contains("`date_format`"), "{refusal}");
    let error = Error::from(refusal);
    assert!(error.to_string().contains("`date_format`"), "{error}");
}

#[test]
fn codes_are_open() {
    assert_eq!(StatusCode::from(418), StatusCode::Other(418));
    assert_eq!(StatusCode::from(418).meaning(), None);
    let (status, api) = (StatusCode::ALL, ApiCode::ALL);
    assert_eq!((status.len(), api.len()), (18, 43));
    assert!(
        status
            .iter()
            .all(|code| StatusCode::from(code.number()) == *code)
    );
    assert!(api.iter().all(|code| ApiCode::from(code.number()) == *code));
}

#[test]
fn answers_without_an_envelope() {
    // What the service answers about itself may come bare.
    let answer = ask(200, r#"{"rsa":{"publicKey":"k"}}"#).unwrap();
    assert!(answer.is_success());
    assert_eq!(answer.data()["rsa"]["publicKey"], "k");
    // A gateway that speaks JSON.
    let answer = ask(503, r#"{"error":"busy"}"#).unwrap();
    assert_eq!(answer.status_code(), StatusCode::Maintenance);
    for (status, body, kind) in [
        (502, "<html>", ErrorKind::Answer),
        (200, "", ErrorKind::Answer),
        (200, "{\"statusCode\":200", ErrorKind::Answer),
        (302, "moved", ErrorKind::Redirect),
    ] {
        let error = ask(status, body).unwrap_err();
        assert_eq!(
            (error.kind(), error.status()),
            (kind, Some(status)),
            "{body:?}"
        );
        assert_eq!(error.endpoint(), Some("get_user"));
    }
}

#[tokio::test]
async fn a_broken_connection_is_an_error_on_both_faces() {
    let net = Net::new(|_| None);
    let client = ManagementClient::with_http(&pool(), net.blocking()).unwrap();
    let error = client.get_user(&GetUser::new("u1")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Interrupted);
    let client = AsyncManagementClient::with_http(&pool(), net.asynchronous()).unwrap();
    let error = client.get_user(&GetUser::new("u1")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Interrupted);
}
