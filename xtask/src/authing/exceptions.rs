//! What is otherwise than the table says, which lists what the official SDK
//! for Python does.

/// Parameters that the table does not have; the services take them. Source: the
/// SDKs for Android and iOS.
const ADDITIONS: &[(&str, &str, &[&str])] = &[
    (
        "authentication",
        "list_credentials_by_page",
        &["authenticatorCode:str?"],
    ),
    (
        "authentication",
        "check_valid_credentials_by_cred_ids",
        &["credentialIds:list<any>?", "authenticatorCode:str?"],
    ),
    (
        "authentication",
        "remove_all_credentials",
        &["authenticatorCode:str?"],
    ),
];

/// Names of arguments in the SDK that are not those on the wire.
const NAMES: &[(&str, &str, &str, &str)] = &[
    (
        "authentication",
        "sign_in_by_ldap",
        "ldapPayload.sAMAccountName",
        "sam_account_name",
    ),
    (
        "authentication",
        "sign_in_by_ad",
        "adPayload.sAMAccountName",
        "sam_account_name",
    ),
    (
        "authentication",
        "get_access_token_by_client_credentials",
        "client_id",
        "access_key",
    ),
    (
        "authentication",
        "get_access_token_by_client_credentials",
        "client_secret",
        "access_secret",
    ),
    ("authentication", "put_event", "eventType", "event_code"),
    ("authentication", "put_event", "eventData", "data"),
    ("management", "put_event", "eventType", "event_code"),
    ("management", "put_event", "eventData", "data"),
];

/// Arguments of other kinds than the table's.
const KINDS: &[(&str, &str, &str, &str)] = &[
    ("authentication", "put_event", "eventData", "JsonText"),
    ("management", "put_event", "eventData", "JsonText"),
    ("management", "upload", "private", "FlagInQuery"),
];

/// What the clients have methods of their own for, in the files that the table
/// cannot write: a variant of `Sent`, and the method where it has another name.
const BY_HAND: &[(&str, &str, &str)] = &[
    ("set_access_token", "Nowhere", ""),
    ("get_access_token_by_code", "Protocol", ""),
    ("get_access_token_by_client_credentials", "Protocol", ""),
    ("get_user_info_by_access_token", "Protocol", ""),
    ("build_authorize_url", "Nowhere", ""),
    ("generate_code_challenge", "Nowhere", ""),
    ("generate_code_challenge_digest", "Nowhere", ""),
    ("build_logout_url", "Nowhere", ""),
    ("get_new_access_token_by_refresh_token", "Protocol", ""),
    ("revoke_token", "Protocol", ""),
    ("introspect_token", "Protocol", ""),
    ("introspect_token_offline", "Protocol", ""),
    ("validate_ticket_v1", "Protocol", ""),
    ("validate_ticket_v2", "Protocol", ""),
    ("login_with_redirect", "Nowhere", "begin"),
    ("handle_redirect_callback", "Protocol", "finish"),
    ("parse_access_token", "Protocol", "introspect_token_offline"),
    ("parse_id_token", "Protocol", "verify_id_token"),
    ("logout_with_redirect", "Nowhere", "build_logout_url"),
    (
        "get_login_state_by_auth_code",
        "Protocol",
        "get_access_token_by_code",
    ),
    (
        "refresh_login_state",
        "Protocol",
        "get_new_access_token_by_refresh_token",
    ),
    ("make_request", "Anything", "send"),
    ("sub_event", "Events", ""),
];

pub(super) fn additions(client: &str, method: &str) -> &'static [&'static str] {
    ADDITIONS
        .iter()
        .find(|known| (known.0, known.1) == (client, method))
        .map_or(&[], |known| known.2)
}

pub(super) fn name(client: &str, method: &str, wire: &str) -> Option<&'static str> {
    find(NAMES, client, method, wire)
}

pub(super) fn kind(client: &str, method: &str, wire: &str) -> Option<&'static str> {
    find(KINDS, client, method, wire)
}

fn find(
    table: &[(&str, &str, &str, &'static str)],
    client: &str,
    method: &str,
    wire: &str,
) -> Option<&'static str> {
    table
        .iter()
        .find(|known| (known.0, known.1, known.2) == (client, method, wire))
        .map(|known| known.3)
}

/// How a method is sent that is no plain call: a variant of `Sent`, and the
/// method of the client.
pub(super) fn by_hand(method: &str) -> Option<(&'static str, &'static str)> {
    let known = BY_HAND.iter().find(|known| known.0 == method)?;
    let name = if known.2.is_empty() { known.0 } else { known.2 };
    Some((known.1, name))
}
