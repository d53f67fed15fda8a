//! Input that is refused before any traffic, by the name of what is wrong.

use serde_json::json;
use tokenmint::client::authing::authentication::{
    GetProfile, RemoveCredential, SignInByAccountPassword, UpdateProfile,
};
use tokenmint::client::authing::management::DeleteById;
use tokenmint::client::authing::{
    ApiRequest, AuthenticationClient, AuthenticationClientOptions, ClientAuthMethod, Management,
    ManagementClient, ManagementClientOptions, Operation,
};
use tokenmint::http::{Error, ErrorKind};

use crate::support::{Net, pool, user};

#[test]
fn missing_options_are_named() {
    let net = Net::saying(json!({}));
    let refused = |error: Error, kind, name: &str| {
        assert_eq!(error.kind(), kind, "{name}");
        assert!(error.to_string().contains(name), "{error}");
    };
    let options = AuthenticationClientOptions::new("");
    let error = AuthenticationClient::with_http(&options, net.blocking()).unwrap_err();
    refused(error, ErrorKind::Credentials, "`app_id`");
    for (id, secret, name) in [
        ("", "s", "`access_key_id`"),
        ("a", "", "`access_key_secret`"),
    ] {
        let options = ManagementClientOptions::new(id, secret);
        let error = ManagementClient::with_http(&options, net.blocking()).unwrap_err();
        refused(error, ErrorKind::Credentials, name);
    }
    let options = AuthenticationClientOptions::new("app-1")
        .app_host("https://authing.test")
        .token_endpoint_auth_method(ClientAuthMethod::ClientSecretBasic);
    let client = AuthenticationClient::with_http(&options, net.blocking()).unwrap();
    let error = client
        .sign_in_by_account_password(&SignInByAccountPassword::new("a", "p"))
        .unwrap_err();
    refused(error, ErrorKind::Credentials, "`app_secret`");
    assert!(net.requests().is_empty());
}

#[test]
fn hosts_and_texts_that_cannot_be_sent() {
    let net = Net::saying(json!({}));
    let make = |options| AuthenticationClient::with_http(&options, net.blocking()).map(|_| ());
    for (options, kind) in [
        (user().app_host("ftp://x"), ErrorKind::BadUrl),
        (user().app_host("https://x/?q"), ErrorKind::BadUrl),
        (user().lang("zh\r\nCN"), ErrorKind::BadHeader),
        (user().real_ip("1\n2"), ErrorKind::BadHeader),
    ] {
        assert_eq!(make(options).unwrap_err().kind(), kind);
    }
    let error = ManagementClient::with_http(&pool().tenant_id("t\n"), net.blocking()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BadHeader);
    // One slash at the end, and nothing at all, mean what they were meant to.
    assert!(make(user().app_host("https://x.example/")).is_ok());
    let client = AuthenticationClient::with_http(&user().app_host(""), net.blocking()).unwrap();
    client.get_profile(&GetProfile::new()).unwrap();
    assert!(
        net.requests()[0]
            .url
            .starts_with("https://api.authing.cn/api/v3/")
    );
}

#[test]
fn path_parameters_are_filled_and_encoded_or_refused() {
    let net = Net::saying(json!({}));
    let user = AuthenticationClient::with_http(&user(), net.blocking()).unwrap();
    let pool = ManagementClient::with_http(&pool(), net.blocking()).unwrap();
    for (id, kind) in [
        ("", ErrorKind::EmptyPathParameter),
        ("..", ErrorKind::DotSegment),
        ("a/../b", ErrorKind::DotSegment),
        ("a\n", ErrorKind::ControlCharacter),
    ] {
        let error = user
            .remove_credential(&RemoveCredential::new(id))
            .unwrap_err();
        assert_eq!(error.kind(), kind, "{id:?}");
        let error = pool.delete_by_id(&DeleteById::new(id)).unwrap_err();
        assert_eq!(error.kind(), kind, "{id:?}");
    }
    assert!(net.requests().is_empty());
    user.remove_credential(&RemoveCredential::new("a b/{c}"))
        .unwrap();
    let url = &net.requests()[0].url;
    assert!(url.ends_with("/remove-credential/a%20b%2F%7Bc%7D"), "{url}");
}

#[test]
fn calls_by_name_know_methods_and_parameters() {
    let named = Operation::<Management>::named;
    assert_eq!(
        named("list_user").unwrap_err().kind(),
        ErrorKind::InvalidInput
    );
    let error = named("list_users")
        .unwrap()
        .argument("page", 1)
        .unwrap_err();
    assert_eq!(error.endpoint(), Some("list_users"));
    for name in ["user_id", "userId", "userid"] {
        assert!(
            named("get_user").unwrap().argument(name, "u1").is_ok(),
            "{name}"
        );
    }
    let net = Net::saying(json!({}));
    let client = ManagementClient::with_http(&pool(), net.blocking()).unwrap();
    let error = client.send(&named("get_user").unwrap()).unwrap_err();
    assert!(
        error.to_string().contains("`user_id` is missing"),
        "{error}"
    );
    // A stream of events is no call.
    let operation = named("sub_event").unwrap().argument("code", "c").unwrap();
    assert_eq!(
        client.send(&operation).unwrap_err().kind(),
        ErrorKind::InvalidInput
    );
    assert!(net.requests().is_empty());
}

#[test]
fn nulls_go_at_the_top_and_stay_inside() {
    let net = Net::saying(json!({}));
    let client = AuthenticationClient::with_http(&user(), net.blocking()).unwrap();
    client
        .update_profile(
            &UpdateProfile::new()
                .custom_data(json!({"a": null}))
                .with("gender", json!(null)),
        )
        .unwrap();
    let requests = net.requests();
    let body = requests[0].body.as_ref().unwrap().as_bytes();
    assert_eq!(body, br#"{"customData":{"a":null}}"#);
}
