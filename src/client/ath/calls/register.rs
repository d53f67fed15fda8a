//! `POST /ath/agents/register`.

use std::string::{String, ToString};
use std::vec::Vec;
use std::{format, vec};

use serde::{Deserialize, Serialize};

use crate::client::ath::endpoints::REGISTER;
use crate::client::ath::error::Error;
use crate::client::ath::operation::{parse, request};
use crate::client::ath::shared::Core;
use crate::client::ath::{Developer, ProviderScopes, Registration, Warning};
use crate::client::secret_text::SecretText;
use crate::http::{self, Endpoint, Operation, Request, RequestOptions, Response};

/// What an agent asks for when it registers.
///
/// ```
/// use tokenmint::client::ath::{Developer, RegisterRequest};
///
/// let request = RegisterRequest::new(Developer::new("Example", "example.com"))
///     .provider("github", &["repo", "read:user"])
///     .purpose("reviews pull requests")
///     .redirect_uri("http://127.0.0.1:8765/callback");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct RegisterRequest {
    developer: Developer,
    providers: Vec<ProviderScopes>,
    purpose: Option<String>,
    /// Nothing: what the client takes by itself.
    redirect_uris: Option<Vec<String>>,
}

impl RegisterRequest {
    /// A registration in the name of `developer`; providers follow.
    #[must_use]
    pub const fn new(developer: Developer) -> Self {
        Self {
            developer,
            providers: Vec::new(),
            purpose: None,
            redirect_uris: None,
        }
    }

    /// Another provider, or the `app_id` of a native service, and scopes of it.
    /// The protocol wants one at least.
    #[must_use]
    pub fn provider(self, provider_id: &str, scopes: &[&str]) -> Self {
        self.providers(vec![ProviderScopes::new(provider_id, scopes)])
    }

    /// Other providers.
    #[must_use]
    pub fn providers(mut self, providers: impl IntoIterator<Item = ProviderScopes>) -> Self {
        self.providers.extend(providers);
        self
    }

    /// What it is for, for whoever approves it. Both official SDKs demand it.
    #[must_use]
    pub fn purpose(mut self, purpose: &str) -> Self {
        self.purpose = Some(purpose.to_string());
        self
    }

    /// Another place where the browser may be sent back to. `authorize` must
    /// name one of them to the byte, and takes the first unless told.
    ///
    /// Without any the implementor's own `{base}/ath/callback` is registered.
    #[must_use]
    pub fn redirect_uri(mut self, uri: &str) -> Self {
        let uris = self.redirect_uris.get_or_insert_with(Vec::new);
        uris.push(uri.to_string());
        self
    }

    /// Registers no place to send the browser back to; `authorize` then names
    /// none.
    #[must_use]
    pub fn without_redirect_uris(mut self) -> Self {
        self.redirect_uris = Some(Vec::new());
        self
    }
}

/// A registration; keeps id and secret.
pub(in crate::client::ath) struct Register {
    request: RegisterRequest,
    redirect_uris: Vec<String>,
}

impl Register {
    pub(in crate::client::ath) fn new(
        core: &Core,
        request: &RegisterRequest,
    ) -> Result<Self, Error> {
        let default = || vec![core.default_redirect_uri()];
        core.prepare()?;
        Ok(Self {
            request: request.clone(),
            redirect_uris: request.redirect_uris.clone().unwrap_or_else(default),
        })
    }

    /// Keeps an id and its secret, and what is known of them.
    fn keep(
        &self,
        core: &Core,
        proof: &Essential,
        known: Option<&Registration>,
    ) -> Option<Warning> {
        let mut state = core.state();
        state.set_credentials(&proof.client_id, proof.client_secret.expose());
        state.redirect_uris.clone_from(&self.redirect_uris);
        if let Some(known) = known {
            state.agent_status = Some(known.agent_status.clone());
            state
                .approved_providers
                .clone_from(&known.approved_providers);
        }
        drop(state);
        core.keep_or_warn()
    }
}

#[derive(Serialize)]
struct Wire<'a> {
    agent_id: &'a str,
    agent_attestation: &'a str,
    developer: &'a Developer,
    requested_providers: &'a [ProviderScopes],
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    redirect_uris: &'a [String],
}

impl Operation for Register {
    type Service = Core;
    type Output = Registration;

    fn endpoint(&self) -> &Endpoint {
        &REGISTER
    }

    fn options<'a>(&'a self, core: &'a Core) -> &'a RequestOptions {
        core.options(false)
    }

    fn request(&self, core: &Core) -> Result<Request, http::Error> {
        let attestation = core.attest(core.audience())?;
        let body = Wire {
            agent_id: &core.agent_id,
            agent_attestation: &attestation,
            developer: &self.request.developer,
            requested_providers: &self.request.providers,
            purpose: self.request.purpose.as_deref(),
            redirect_uris: &self.redirect_uris,
        };
        request(core, self, &[], Some(&body))
    }

    fn finish(&self, core: &Core, response: Response) -> Result<Registration, Error> {
        if !response.is_success() {
            return Err(Error::refused(response));
        }
        let essential: Option<Essential> = parse(&response.body).ok();
        let essential = essential
            .filter(|it| !it.client_id.is_empty() && !it.client_secret.expose().is_empty());
        let parsed: Result<Registration, String> = parse(&response.body);
        match (parsed, essential) {
            (Ok(mut registration), Some(proof)) => {
                let warning = self.keep(core, &proof, Some(&registration));
                registration.warnings.extend(warning);
                Ok(registration)
            }
            // Nobody gives the secret out again.
            (Err(message), Some(proof)) => {
                let kept = match self.keep(core, &proof, None) {
                    None => "the client has id and secret all the same",
                    Some(_) => "the client has id and secret, but they could not be kept",
                };
                Err(Error::unreadable(response, &format!("{message}; {kept}")))
            }
            (Err(message), None) => Err(Error::unreadable(response, &message)),
            (Ok(_), None) => {
                let message = "client_id or client_secret is empty";
                Err(Error::unreadable(response, message))
            }
        }
    }
}

/// Without these there is no registration.
#[derive(Deserialize)]
struct Essential {
    client_id: String,
    client_secret: SecretText,
}
