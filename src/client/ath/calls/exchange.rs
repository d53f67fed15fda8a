//! `POST /ath/token`.

use core::time::Duration;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::client::ath::endpoints::TOKEN;
use crate::client::ath::error::Error;
use crate::client::ath::operation::{parse, request};
use crate::client::ath::shared::Core;
use crate::client::ath::state::{Held, Proof};
use crate::client::ath::types::{bearer, list};
use crate::client::ath::{Session, Token, Warning};
use crate::client::secret_text::SecretText;
use crate::http::{self, Endpoint, Operation, Request, RequestOptions, Response};

/// The end of an authorization; keeps the token.
pub(in crate::client::ath) struct Exchange {
    proof: Proof,
    code: String,
    session_id: String,
}

impl Exchange {
    pub(in crate::client::ath) fn new(
        core: &Core,
        code: &str,
        session_id: &str,
    ) -> Result<Self, Error> {
        let proof = core.state().proof()?;
        core.prepare()?;
        Ok(Self {
            proof,
            code: code.to_string(),
            session_id: session_id.to_string(),
        })
    }

    /// What in the token is not as it was asked for.
    fn warnings(core: &Core, session: Option<&Session>, token: &Token) -> Vec<Warning> {
        let mut warnings = Vec::new();
        if token.agent_id != core.agent_id {
            warnings.push(Warning::OtherAgent);
        }
        if let Some(session) = session {
            if token.provider_id != session.provider_id {
                warnings.push(Warning::OtherProvider);
            }
            let mut scopes = token.effective_scopes.iter();
            if !scopes.all(|scope| session.scopes.contains(scope)) {
                warnings.push(Warning::ExcessScopes);
            }
        }
        warnings
    }
}

#[derive(Serialize)]
struct Wire<'a> {
    grant_type: &'static str,
    client_id: &'a str,
    client_secret: &'a str,
    agent_attestation: &'a str,
    code: &'a str,
    ath_session_id: &'a str,
}

impl Operation for Exchange {
    type Service = Core;
    type Output = Token;

    fn endpoint(&self) -> &Endpoint {
        &TOKEN
    }

    fn options<'a>(&'a self, core: &'a Core) -> &'a RequestOptions {
        core.options(false)
    }

    fn request(&self, core: &Core) -> Result<Request, http::Error> {
        let attestation = core.attest(core.token_audience())?;
        let body = Wire {
            grant_type: "authorization_code",
            client_id: &self.proof.client_id,
            client_secret: self.proof.client_secret.expose(),
            agent_attestation: &attestation,
            code: &self.code,
            ath_session_id: &self.session_id,
        };
        request(core, self, &[], Some(&body))
    }

    fn finish(&self, core: &Core, response: Response) -> Result<Token, Error> {
        if !response.is_success() {
            return Err(Error::refused(response));
        }
        let parsed: Result<Token, String> = parse(&response.body);
        let essential: Result<Essential, String> = parse(&response.body);
        let (parsed, essential) = match (parsed, essential) {
            (parsed, Ok(essential)) => (parsed, essential),
            (Err(message), _) | (_, Err(message)) => {
                return Err(Error::unreadable(response, &message));
            }
        };
        if let Some(fault) = fault(essential.access_token.expose()) {
            return Err(Error::unreadable(response, fault));
        }
        let mut state = core.state();
        let session = state.session(&self.session_id);
        let asked = session.map(|session| (session.provider_id.clone(), session.scopes.clone()));
        let (provider_id, asked) = asked.unzip();
        let lifetime = |seconds| core.now().saturating_add(Duration::from_secs(seconds));
        let warnings = parsed
            .as_ref()
            .ok()
            .map(|token| Self::warnings(core, session, token));
        state.end_session(&self.session_id);
        state.hold(Held {
            text: essential.access_token,
            provider_id: essential.provider_id.or(provider_id),
            scopes: essential.effective_scopes,
            asked: asked.unwrap_or_default(),
            refused: false,
            superseded: false,
            ends: parsed.as_ref().ok().map(|token| lifetime(token.expires_in)),
        });
        drop(state);
        let not_kept = core.keep_or_warn();
        match parsed {
            Ok(mut token) => {
                token.warnings = warnings.into_iter().flatten().chain(not_kept).collect();
                Ok(token)
            }
            // The session is used up: there is no other token.
            Err(message) => {
                let message = format!("{message}; the client has the token all the same");
                Err(Error::unreadable(response, &message))
            }
        }
    }
}

/// Without this there is no token.
#[derive(Deserialize)]
struct Essential {
    access_token: SecretText,
    /// Another type is no token that could be sent.
    #[serde(default, deserialize_with = "bearer", rename = "token_type")]
    _token_type: String,
    #[serde(default)]
    provider_id: Option<String>,
    #[serde(default, deserialize_with = "list")]
    effective_scopes: Vec<String>,
}

/// Why a token could not be sent in a header.
fn fault(token: &str) -> Option<&'static str> {
    if token.is_empty() {
        return Some("member `access_token` is empty");
    }
    let fits = token.bytes().all(|byte| byte.is_ascii_graphic());
    (!fits).then_some("member `access_token` has a character that no header can carry")
}
