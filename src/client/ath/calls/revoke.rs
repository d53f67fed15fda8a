//! `POST /ath/revoke`.

use std::vec::Vec;

use serde::Serialize;

use crate::client::ath::endpoints::REVOKE;
use crate::client::ath::error::{Error, Reaction};
use crate::client::ath::operation::request;
use crate::client::ath::shared::Core;
use crate::client::ath::state::{Held, Proof};
use crate::client::secret_text::SecretText;
use crate::http::{self, Endpoint, Operation, Request, RequestOptions, Response};

/// The end of a token.
pub(in crate::client::ath) struct Revoke {
    proof: Proof,
    token: SecretText,
}

impl Revoke {
    /// The tokens of a provider, or all: one call for each, the newest first.
    pub(in crate::client::ath) fn each(
        core: &Core,
        provider_id: Option<&str>,
    ) -> Result<Vec<Self>, Error> {
        Self::of(core, |held| {
            provider_id.is_none() || held.provider_id.as_deref() == provider_id
        })
    }

    /// The tokens that others have taken the place of.
    pub(in crate::client::ath) fn superseded(core: &Core) -> Result<Vec<Self>, Error> {
        Self::of(core, |held| held.superseded)
    }

    fn of(core: &Core, wanted: impl Fn(&Held) -> bool) -> Result<Vec<Self>, Error> {
        let state = core.state();
        state.proof()?;
        let tokens = state.tokens();
        tokens
            .filter(|held| wanted(held))
            .map(|held| {
                Ok(Self {
                    proof: state.proof()?,
                    token: held.text.clone(),
                })
            })
            .collect()
    }
}

#[derive(Serialize)]
struct Wire<'a> {
    client_id: &'a str,
    token: &'a str,
    client_secret: &'a str,
}

impl Operation for Revoke {
    type Service = Core;
    type Output = ();

    fn endpoint(&self) -> &Endpoint {
        &REVOKE
    }

    fn options<'a>(&'a self, core: &'a Core) -> &'a RequestOptions {
        core.options(false)
    }

    fn request(&self, core: &Core) -> Result<Request, http::Error> {
        let body = Wire {
            client_id: &self.proof.client_id,
            token: self.token.expose(),
            client_secret: self.proof.client_secret.expose(),
        };
        request(core, self, &[], Some(&body))
    }

    /// As RFC 7009 has it, the status says it all; but a page, and JSON that is no
    /// object, come from somebody else, and the token lives on.
    fn finish(&self, core: &Core, response: Response) -> Result<(), Error> {
        if !response.is_success() {
            let error = Error::refused(response);
            let is_gone = error.reaction() == Reaction::Authorize;
            if is_gone && core.state().is_superseded(&self.token) {
                core.state().drop_token(&self.token);
                return Ok(());
            }
            return Err(error);
        }
        let value: Option<serde_json::Value> = serde_json::from_slice(&response.body).ok();
        if response.is_page() || value.is_some_and(|value| !value.is_object()) {
            return Err(Error::unreadable(response, "no JSON object"));
        }
        core.state().drop_token(&self.token);
        // Whoever asked for it keeps it once more, and hears whether that failed.
        let _ = core.keep();
        Ok(())
    }
}
