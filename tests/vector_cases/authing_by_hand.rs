//! Methods of the clients of end users that are not sent as calls.

use serde_json::{Map, Value, json};
use tokenmint::client::authing::{
    AsyncAuthenticationClient, AuthenticationClient, BuildAuthorizeUrl, BuildLogoutUrl,
    CodeChallengeMethod,
};
use tokenmint::http::{Error, ErrorKind};

use crate::now::now;
use crate::support::known_names;

/// The methods written by hand, for a client that blocks or one that is waited for.
macro_rules! by_hand {
    ($name:ident, $client:ident, $wait:ident) => {
        pub fn $name(
            client: &$client,
            id: &str,
            name: &str,
            kwargs: &Map<String, Value>,
        ) -> Result<Value, Error> {
            let find = |name: &str| kwargs.get(name).and_then(Value::as_str);
            let text = |name: &str| find(name).unwrap_or_default();
            let takes = |names: &[&str]| known_names(id, kwargs, names);
            match name {
                "set_access_token" => {
                    client.set_access_token(text("access_token"));
                    Ok(Value::Null)
                }
                "build_authorize_url" => {
                    let url = client.build_authorize_url(&authorize(id, kwargs))?;
                    Ok(url.url.into())
                }
                "build_logout_url" => {
                    let url = client.build_logout_url(&logout(id, kwargs))?;
                    Ok(url.into())
                }
                "generate_code_challenge" => {
                    takes(&["length"]);
                    let length = match kwargs.get("length") {
                        None => 43,
                        Some(length) => length
                            .as_u64()
                            .and_then(|length| usize::try_from(length).ok())
                            .ok_or_else(unsayable)?,
                    };
                    let verifier = client.generate_code_challenge(length)?;
                    Ok(verifier.expose().into())
                }
                "generate_code_challenge_digest" => {
                    takes(&["code_challenge", "method"]);
                    let method: CodeChallengeMethod = match kwargs.get("method") {
                        None => CodeChallengeMethod::S256,
                        Some(method) => method.as_str().ok_or_else(unsayable)?.parse()?,
                    };
                    let verifier = find("code_challenge").ok_or_else(unsayable)?;
                    let digest = client.generate_code_challenge_digest(verifier, method)?;
                    Ok(digest.into())
                }
                "get_access_token_by_code" => {
                    takes(&["code", "code_verifier"]);
                    let (code, verifier) = (text("code"), find("code_verifier"));
                    let tokens = $wait(client.get_access_token_by_code(code, verifier))?;
                    Ok(tokens.into_value())
                }
                "get_new_access_token_by_refresh_token" => {
                    takes(&["refresh_token"]);
                    let token = text("refresh_token");
                    let tokens = $wait(client.get_new_access_token_by_refresh_token(token))?;
                    Ok(tokens.into_value())
                }
                "get_access_token_by_client_credentials" => {
                    takes(&["scope", "access_key", "access_secret"]);
                    let tokens = $wait(client.get_access_token_by_client_credentials(
                        text("scope"),
                        text("access_key"),
                        text("access_secret"),
                    ))?;
                    Ok(tokens.into_value())
                }
                "introspect_token" => {
                    takes(&["token"]);
                    $wait(client.introspect_token(text("token")))
                }
                "revoke_token" => {
                    takes(&["token"]);
                    $wait(client.revoke_token(text("token")))?;
                    Ok(true.into())
                }
                "get_user_info_by_access_token" => {
                    takes(&["access_token"]);
                    $wait(client.get_user_info_by_access_token(text("access_token")))
                }
                "introspect_token_offline" => {
                    takes(&["token"]);
                    let claims = $wait(client.introspect_token_offline(text("token")))?;
                    Ok(claims.into_value())
                }
                "validate_ticket_v1" => {
                    takes(&["ticket", "service"]);
                    let (ticket, service) = (text("ticket"), text("service"));
                    let ticket = $wait(client.validate_ticket_v1(ticket, service))?;
                    Ok(json!({"valid": ticket.valid, "username": ticket.username}))
                }
                _ => panic!("{id}: unknown method {name:?}"),
            }
        }
    };
}

by_hand!(call, AuthenticationClient, done);
by_hand!(call_async, AsyncAuthenticationClient, now);

/// What needs no waiting.
fn done<T>(value: T) -> T {
    value
}

/// What a typed call cannot even say is refused input.
fn unsayable() -> Error {
    Error::new(ErrorKind::InvalidInput)
}

fn authorize(id: &str, kwargs: &Map<String, Value>) -> BuildAuthorizeUrl {
    let mut request = BuildAuthorizeUrl::new();
    for (name, value) in kwargs.iter().filter(|(_, value)| !value.is_null()) {
        let value = value.as_str().expect(id);
        request = match name.as_str() {
            "redirect_uri" => request.redirect_uri(value),
            "response_type" => request.response_type(value),
            "response_mode" => request.response_mode(value),
            "state" => request.state(value),
            "nonce" => request.nonce(value),
            "scope" => request.scope(value),
            "code_challenge" => request.code_challenge(value),
            "code_challenge_method" => request.code_challenge_method(value),
            "service" => request.service(value),
            other => panic!("{id}: unknown argument {other:?}"),
        };
    }
    request
}

fn logout(id: &str, kwargs: &Map<String, Value>) -> BuildLogoutUrl {
    let mut request = BuildLogoutUrl::new();
    for (name, value) in kwargs.iter().filter(|(_, value)| !value.is_null()) {
        let value = value.as_str().expect(id);
        request = match name.as_str() {
            "redirect_uri" => request.redirect_uri(value),
            "id_token" => request.id_token(value),
            "state" => request.state(value),
            other => panic!("{id}: unknown argument {other:?}"),
        };
    }
    request
}
