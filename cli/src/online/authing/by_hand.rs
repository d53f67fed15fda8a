//! `authing call` for what the clients have methods of their own for.

use serde_json::{Map, Value, json};
use tokenmint::client::authing::events::Events;
use tokenmint::client::authing::{
    AuthenticationClient, BuildAuthorizeUrl, BuildLogoutUrl, CodeChallengeMethod, ManagementClient,
    Row,
};
use tokenmint::http::Error;

use super::service::Service;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service::{refused, show};
use crate::output;

/// The arguments by name.
struct Given<'a> {
    row: &'a Row,
    arguments: &'a Map<String, Value>,
}

impl Given<'_> {
    fn find(&self, name: &str) -> Option<&str> {
        self.arguments.get(name)?.as_str()
    }

    fn text(&self, name: &str) -> Result<&str, Failure> {
        self.find(name)
            .ok_or_else(|| Failure::usage(format!("{} needs {name}", self.row.name())))
    }
}

/// Does it, and shows what came of it.
pub(super) fn run(
    row: &Row,
    arguments: &Map<String, Value>,
    service: &Service<AuthenticationClient>,
    as_json: bool,
) -> Result<Exit, Failure> {
    let given = Given { row, arguments };
    let client = &service.client;
    let refuse = |error: Error| refused(&error, &service.mask);
    let answer = match row.name() {
        "set_access_token" => {
            return Err(Failure::usage(
                "a command keeps no token: set AUTHING_ACCESS_TOKEN or use --access-token-file",
            ));
        }
        "build_authorize_url" => authorize_url(client, &given).map_err(refuse)?,
        "build_logout_url" => {
            let mut request = BuildLogoutUrl::new();
            if let Some(uri) = given.find("redirect_uri") {
                request = request.redirect_uri(uri);
            }
            if let Some(token) = given.find("id_token") {
                request = request.id_token(token);
            }
            if let Some(state) = given.find("state") {
                request = request.state(state);
            }
            json!({"url": client.build_logout_url(&request).map_err(refuse)?})
        }
        "generate_code_challenge" => {
            let length = arguments.get("length").and_then(Value::as_u64);
            let length = usize::try_from(length.unwrap_or(43)).unwrap_or(usize::MAX);
            let verifier = client.generate_code_challenge(length).map_err(refuse)?;
            json!({"code_challenge": verifier.expose()})
        }
        "generate_code_challenge_digest" => {
            let method: CodeChallengeMethod = match given.find("method") {
                Some(method) => method.parse().map_err(refuse)?,
                None => CodeChallengeMethod::S256,
            };
            let digest = client
                .generate_code_challenge_digest(given.text("code_challenge")?, method)
                .map_err(refuse)?;
            json!({"digest": digest})
        }
        "sub_event" => {
            return follow(client.sub_event(given.text("code")?), service);
        }
        _ => protocol(client, &given, &refuse)?,
    };
    match answer {
        Value::Object(members) => show(&members, as_json),
        _ => show(&Map::new(), as_json),
    }
}

/// Follows the events of a user pool.
pub(super) fn run_management(
    row: &Row,
    arguments: &Map<String, Value>,
    service: &Service<ManagementClient>,
) -> Result<Exit, Failure> {
    let given = Given { row, arguments };
    follow(service.client.sub_event(given.text("code")?), service)
}

fn authorize_url(client: &AuthenticationClient, given: &Given<'_>) -> Result<Value, Error> {
    let mut request = BuildAuthorizeUrl::new();
    for (name, set) in [
        (
            "redirect_uri",
            BuildAuthorizeUrl::redirect_uri as fn(_, &str) -> _,
        ),
        ("response_type", BuildAuthorizeUrl::response_type),
        ("response_mode", BuildAuthorizeUrl::response_mode),
        ("state", BuildAuthorizeUrl::state),
        ("nonce", BuildAuthorizeUrl::nonce),
        ("scope", BuildAuthorizeUrl::scope),
        ("code_challenge", BuildAuthorizeUrl::code_challenge),
        (
            "code_challenge_method",
            BuildAuthorizeUrl::code_challenge_method,
        ),
        ("service", BuildAuthorizeUrl::service),
    ] {
        if let Some(text) = given.find(name) {
            request = set(request, text);
        }
    }
    let url = client.build_authorize_url(&request)?;
    Ok(json!({"url": url.url, "state": url.state, "nonce": url.nonce}))
}

fn protocol(
    client: &AuthenticationClient,
    given: &Given<'_>,
    refuse: &dyn Fn(Error) -> Failure,
) -> Result<Value, Failure> {
    let answer = match given.row.name() {
        "get_access_token_by_code" => client
            .get_access_token_by_code(given.text("code")?, given.find("code_verifier"))
            .map(tokenmint::client::authing::TokenSet::into_value),
        "get_new_access_token_by_refresh_token" => client
            .get_new_access_token_by_refresh_token(given.text("refresh_token")?)
            .map(tokenmint::client::authing::TokenSet::into_value),
        "get_access_token_by_client_credentials" => client
            .get_access_token_by_client_credentials(
                given.text("scope")?,
                given.text("client_id")?,
                given.text("client_secret")?,
            )
            .map(tokenmint::client::authing::TokenSet::into_value),
        "get_user_info_by_access_token" => {
            let token = client.access_token().ok_or_else(|| {
                Failure::usage("there is no access token: set AUTHING_ACCESS_TOKEN")
            })?;
            client.get_user_info_by_access_token(&token)
        }
        "introspect_token" => client.introspect_token(given.text("token")?),
        "introspect_token_offline" => {
            let token = client.access_token().ok_or_else(|| {
                Failure::usage("there is no access token: set AUTHING_ACCESS_TOKEN")
            })?;
            client
                .introspect_token_offline(&token)
                .map(tokenmint::client::authing::Claims::into_value)
        }
        "revoke_token" => client
            .revoke_token(given.text("token")?)
            .map(|()| json!({})),
        "validate_ticket_v1" => client
            .validate_ticket_v1(given.text("ticket")?, given.text("service")?)
            .map(|ticket| json!({"valid": ticket.valid, "username": ticket.username})),
        other => {
            return Err(Failure::usage(format!(
                "{other} cannot be called from here"
            )));
        }
    };
    answer.map_err(refuse)
}

/// One event a line, until the stream ends.
fn follow<C>(events: Result<Events, Error>, service: &Service<C>) -> Result<Exit, Failure> {
    let refuse = |error: Error| refused(&error, &service.mask);
    for event in events.map_err(refuse)? {
        output::json_text(&event.map_err(refuse)?)?;
    }
    Ok(Exit::Ok)
}
