//! The endpoint table against the table of the specification.

use std::collections::BTreeSet;

use tokenmint::client::ath::endpoints::ALL;
use tokenmint::http::{AuthKind, BodyKind};

/// Path, method (of `proxy` and `api` any), JSON body, and what proves the
/// caller.
const LIST: [(&str, &str, bool, AuthKind); 10] = [
    (".well-known/ath.json", "GET", false, AuthKind::None),
    (".well-known/ath-app.json", "GET", false, AuthKind::None),
    ("ath/agents/register", "POST", true, AuthKind::Client),
    ("ath/agents/{client_id}", "GET", false, AuthKind::None),
    ("ath/agents/{client_id}", "DELETE", false, AuthKind::None),
    ("ath/authorize", "POST", true, AuthKind::Client),
    ("ath/token", "POST", true, AuthKind::Client),
    ("ath/revoke", "POST", true, AuthKind::Client),
    ("ath/proxy/{provider_id}/", "GET", false, AuthKind::Bearer),
    ("", "GET", false, AuthKind::Bearer),
];

#[test]
fn the_table_is_the_specification() {
    let line = |endpoint: &tokenmint::http::Endpoint| {
        let is_json = endpoint.body == BodyKind::Json;
        let method = endpoint.method.as_str();
        format!("{} {method} {is_json} {:?}", endpoint.path, endpoint.auth)
    };
    let table: BTreeSet<_> = ALL.iter().map(line).collect();
    let list: BTreeSet<_> = LIST
        .iter()
        .map(|(path, method, is_json, auth)| format!("{path} {method} {is_json} {auth:?}"))
        .collect();
    assert_eq!(table, list);
    assert_eq!(ALL.len(), LIST.len());
    // What has a body is not repeated.
    assert!(
        ALL.iter()
            .all(|endpoint| endpoint.repeatable != (endpoint.body == BodyKind::Json))
    );
}
