//! `POST /ath/token`.

use core::time::Duration;
use std::string::{String, ToString};
use std::vec::Vec;

use serde::Serialize;

use crate::client::ath::endpoints::TOKEN;
use crate::client::ath::error::Error;
use crate::client::ath::operation::{object, request};
use crate::client::ath::shared::Core;
use crate::client::ath::state::{Credentials, Current};
use crate::client::ath::{Token, Warning};
use crate::http::{self, Endpoint, Operation, Request, RequestOptions, Response};

/// The end of an authorization; keeps the token.
pub(in crate::client::ath) struct Exchange {
    credentials: Credentials,
    code: String,
    session_id: String,
}

impl Exchange {
    pub(in crate::client::ath) fn new(
        core: &Core,
        code: &str,
        session_id: &str,
    ) -> Result<Self, Error> {
        Ok(Self {
            credentials: core.state().credentials()?,
            code: code.to_string(),
            session_id: session_id.to_string(),
        })
    }

    /// What in the token is not as it was asked for.
    fn warnings(&self, core: &Core, token: &Token) -> Vec<Warning> {
        let session = core.state().session(&self.session_id);
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
            client_id: &self.credentials.client_id,
            client_secret: self.credentials.client_secret.expose(),
            agent_attestation: &attestation,
            code: &self.code,
            ath_session_id: &self.session_id,
        };
        request(core, self, &[], Some(&body))
    }

    fn finish(&self, core: &Core, response: Response) -> Result<Token, Error> {
        let mut token: Token = object(response)?;
        token.warnings = self.warnings(core, &token);
        let lifetime = Duration::from_secs(token.expires_in);
        core.state().token = Some(Current {
            text: token.access_token.clone(),
            ends: Some(core.now().saturating_add(lifetime)),
        });
        Ok(token)
    }
}
