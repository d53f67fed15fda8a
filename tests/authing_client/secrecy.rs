//! Secrets stay out of `Debug`, errors and the users of others.

use serde_json::json;
use tokenmint::client::authing::authentication::{GetProfile, SignInByAccountPassword};
use tokenmint::client::authing::{AuthenticationClient, ManagementClient};

use crate::support::{Net, pool, pool_with_token, user};

#[test]
fn nothing_secret_is_shown() {
    let net = Net::saying(json!({"access_token": "tok-1", "expires_in": 60}));
    let client = AuthenticationClient::with_http(&user(), net.blocking()).unwrap();
    client.set_access_token("tok-1");
    let request = SignInByAccountPassword::new("account-1", "pass-1");
    let answer = client.sign_in_by_account_password(&request).unwrap();
    let management = ManagementClient::with_http(&pool_with_token(), net.blocking()).unwrap();
    let shown = format!(
        "{client:?} {request:?} {answer:?} {management:?} {:?} {:?} {:?}",
        user().access_token("tok-1"),
        pool(),
        net.requests()[0],
    );
    for secret in [
        "app-secret-1",
        "sk-secret-1",
        "tok-1",
        "pass-1",
        "account-1",
    ] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
}

#[test]
fn a_token_belongs_to_one_user() {
    let net = Net::saying(json!({}));
    let first = AuthenticationClient::with_http(&user(), net.blocking()).unwrap();
    first.set_access_token("tok-1");
    let second = first.for_another_user();
    assert!(second.access_token().is_none());
    second.set_access_token("tok-2");
    first.clone().get_profile(&GetProfile::new()).unwrap();
    second.get_profile(&GetProfile::new()).unwrap();
    first.set_access_token("");
    first.get_profile(&GetProfile::new()).unwrap();
    let sent: Vec<_> = net
        .requests()
        .iter()
        .map(|request| request.headers.get("authorization").map(str::to_owned))
        .collect();
    assert_eq!(sent, [Some("tok-1".into()), Some("tok-2".into()), None]);
}
