//! `authing call` for what the clients have methods of their own for.

use serde_json::{Map, Value, json};
use tokenmint::client::authing::events::Events;
use tokenmint::client::authing::{
    AuthenticationClient, BuildAuthorizeUrl, BuildLogoutUrl, Claims, CodeChallengeMethod,
    ManagementClient, Row, TokenSet,
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

    /// Refuses what comes from elsewhere, rather than dropping it.
    fn check(&self, taken: &[&str]) -> Result<(), Failure> {
        let dropped = self
            .arguments
            .keys()
            .find(|name| !taken.contains(&name.as_str()));
        let Some(name) = dropped else {
            return Ok(());
        };
        let instead = match name.as_str() {
            "client_id" => "the application is --app-id",
            "client_secret" => {
                "the application's secret is AUTHING_APP_SECRET or --app-secret-file"
            }
            "server_jwks" => "`authing verify-token --jwks` takes a key set",
            "method" | "token_place" => "the token is sent in a header of a POST",
            "format" => "the answer is asked for as JSON",
            "forced" => "use prompt=login",
            _ => "this command does not take it",
        };
        Err(Failure::usage(format!(
            "{}: {name} is not given here: {instead}",
            self.row.name()
        )))
    }

    /// What is named so, or the user's access token.
    fn token(&self, name: &str, client: &AuthenticationClient) -> Result<String, Failure> {
        if let Some(token) = self.find(name) {
            return Ok(token.to_owned());
        }
        let token = client.access_token().map(|token| token.to_string());
        token.ok_or_else(|| {
            Failure::usage(format!(
                "{} needs {name}, or AUTHING_ACCESS_TOKEN or --access-token-file",
                self.row.name()
            ))
        })
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
    given.check(taken(row.name()))?;
    let answer = match row.name() {
        "set_access_token" => {
            return Err(Failure::usage(
                "a command keeps no token: set AUTHING_ACCESS_TOKEN or use --access-token-file",
            ));
        }
        "build_authorize_url" => authorize_url(client, &given).map_err(refuse)?,
        "build_logout_url" | "logout_with_redirect" => {
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
        "login_with_redirect" | "handle_redirect_callback" => {
            return Err(Failure::usage(
                "a login has two steps with a session between them, which a command does not have: \
                 use `authing authorize-url --pkce` and get_access_token_by_code",
            ));
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
        ("prompt", BuildAuthorizeUrl::prompt),
        ("tenantId", BuildAuthorizeUrl::tenant_id),
    ] {
        if let Some(text) = given.find(name) {
            request = set(request, text);
        }
    }
    if given.arguments.get("forced") == Some(&Value::Bool(true)) {
        request = request.prompt("login");
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
        "get_access_token_by_code" | "get_login_state_by_auth_code" => client
            .get_access_token_by_code(given.text("code")?, given.find("code_verifier"))
            .map(TokenSet::into_value),
        "get_new_access_token_by_refresh_token" | "refresh_login_state" => client
            .get_new_access_token_by_refresh_token(given.text("refresh_token")?)
            .map(TokenSet::into_value),
        "get_access_token_by_client_credentials" => client
            .get_access_token_by_client_credentials(
                given.text("scope")?,
                given.text("client_id")?,
                given.text("client_secret")?,
            )
            .map(TokenSet::into_value),
        "get_user_info_by_access_token" => {
            client.get_user_info_by_access_token(&given.token("access_token", client)?)
        }
        "introspect_token" => client.introspect_token(given.text("token")?),
        "introspect_token_offline" | "parse_access_token" => client
            .introspect_token_offline(&given.token("token", client)?)
            .map(Claims::into_value),
        "parse_id_token" => client
            .verify_id_token(given.text("token")?, None)
            .map(Claims::into_value),
        "revoke_token" => client
            .revoke_token(given.text("token")?)
            .map(|()| json!({})),
        "validate_ticket_v1" => client
            .validate_ticket_v1(given.text("ticket")?, given.text("service")?)
            .map(|ticket| json!({"valid": ticket.valid, "username": ticket.username})),
        "validate_ticket_v2" => {
            client.validate_ticket_v2(given.text("ticket")?, given.text("service")?)
        }
        other => {
            return Err(Failure::usage(format!(
                "{other} cannot be called from here"
            )));
        }
    };
    answer.map_err(refuse)
}

/// The parameters, by their names on the wire, that a method takes here.
fn taken(method: &str) -> &'static [&'static str] {
    match method {
        "build_authorize_url" => &[
            "redirect_uri",
            "response_type",
            "response_mode",
            "state",
            "nonce",
            "scope",
            "code_challenge",
            "code_challenge_method",
            "service",
            "prompt",
            "forced",
            "tenantId",
        ],
        "build_logout_url" | "logout_with_redirect" => &["redirect_uri", "id_token", "state"],
        "generate_code_challenge" => &["length"],
        "generate_code_challenge_digest" => &["code_challenge", "method"],
        "sub_event" => &["code"],
        "get_access_token_by_code" | "get_login_state_by_auth_code" => {
            &["code", "code_verifier", "redirect_uri"]
        }
        "get_new_access_token_by_refresh_token" | "refresh_login_state" => &["refresh_token"],
        "get_access_token_by_client_credentials" => &["scope", "client_id", "client_secret"],
        "get_user_info_by_access_token" => &["access_token"],
        "validate_ticket_v1" | "validate_ticket_v2" => &["ticket", "service"],
        "introspect_token"
        | "introspect_token_offline"
        | "parse_access_token"
        | "parse_id_token"
        | "revoke_token" => &["token"],
        // They say by themselves where what they need comes from.
        _ => &[
            "access_token",
            "request_url",
            "cookie_header",
            "redirect_uri",
            "scope",
            "state",
            "nonce",
            "forced",
        ],
    }
}

/// One event a line, until the stream ends.
fn follow<C>(events: Result<Events, Error>, service: &Service<C>) -> Result<Exit, Failure> {
    let refuse = |error: Error| refused(&error, &service.mask);
    for event in events.map_err(refuse)? {
        output::json_text(&event.map_err(refuse)?)?;
    }
    Ok(Exit::Ok)
}
