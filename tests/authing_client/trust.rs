//! The option `reject_unauthorized`, against a certificate of nobody's.

use tokenmint::client::authing::authentication::GetCountryList;
use tokenmint::client::authing::management::ListGroups;
use tokenmint::client::authing::{
    AsyncAuthenticationClient, AsyncManagementClient, AuthenticationClient, Envelope,
    ManagementClient,
};
use tokenmint::http::{Error, ErrorKind};

use crate::support::{pool, pool_with_token, user};
use crate::tls::tls_server;

/// What all four clients get.
async fn ask(host: &str, verify: bool) -> Vec<Result<bool, ErrorKind>> {
    let user = user().app_host(host).reject_unauthorized(verify);
    let pool = pool().host(host).reject_unauthorized(verify);
    let (countries, groups) = (GetCountryList::new(), ListGroups::new());
    let outcome = |answer: Result<Envelope, Error>| {
        answer
            .map(|answer| answer.is_success())
            .map_err(|error| error.kind())
    };
    let blocking = AuthenticationClient::new(&user).unwrap();
    let asynchronous = AsyncAuthenticationClient::new(&user).unwrap();
    let first = outcome(blocking.get_country_list(&countries));
    let second = outcome(asynchronous.get_country_list(&countries).await);
    let blocking = ManagementClient::new(&pool).unwrap();
    let asynchronous = AsyncManagementClient::new(&pool).unwrap();
    let third = outcome(blocking.list_groups(&groups));
    let fourth = outcome(asynchronous.list_groups(&groups).await);
    vec![first, second, third, fourth]
}

#[test]
fn certificates_are_verified_unless_the_caller_says_otherwise() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (_, server) = tls_server("localhost");
    let host = format!("https://localhost:{}", server.port);
    let answers = runtime.block_on(ask(&host, true));
    assert_eq!(answers, [Err(ErrorKind::Tls); 4]);
    assert!(server.received().is_empty(), "something was sent");
    let answers = runtime.block_on(ask(&host, false));
    assert_eq!(answers, [Ok(true); 4]);
}

#[test]
fn the_request_for_a_token_is_no_exception() {
    let (_, server) = tls_server("localhost");
    let options = pool_with_token().host(&format!("https://localhost:{}", server.port));
    let client = ManagementClient::new(&options).unwrap();
    let error = client.list_groups(&ListGroups::new()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Tls);
    let client = ManagementClient::new(&options.reject_unauthorized(false)).unwrap();
    let error = client.list_groups(&ListGroups::new()).unwrap_err();
    // The server was asked, and has no token to give.
    assert_eq!(error.kind(), ErrorKind::Answer);
    assert!(server.received()[0].head.contains("/get-management-token"));
}
