//! `POST /ath/revoke`.

use serde::Serialize;

use crate::client::ath::endpoints::REVOKE;
use crate::client::ath::error::Error;
use crate::client::ath::operation::request;
use crate::client::ath::shared::Core;
use crate::client::ath::state::Credentials;
use crate::client::secret_text::SecretText;
use crate::http::{self, Endpoint, Operation, Request, RequestOptions, Response};

/// The end of the current token. Nothing when there is none.
pub(in crate::client::ath) struct Revoke {
    credentials: Credentials,
    token: SecretText,
}

impl Revoke {
    pub(in crate::client::ath) fn new(core: &Core) -> Result<Option<Self>, Error> {
        let state = core.state();
        let credentials = state.credentials()?;
        Ok(state.any_token().map(|token| Self {
            credentials,
            token: token.text.clone(),
        }))
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
            client_id: &self.credentials.client_id,
            token: self.token.expose(),
            client_secret: self.credentials.client_secret.expose(),
        };
        request(core, self, &[], Some(&body))
    }

    /// As RFC 7009 has it, the status says it all; but a page, and JSON that is no
    /// object, come from somebody else, and the token lives on.
    fn finish(&self, core: &Core, response: Response) -> Result<(), Error> {
        if !response.is_success() {
            return Err(Error::refused(response));
        }
        let value: Option<serde_json::Value> = serde_json::from_slice(&response.body).ok();
        if response.is_page() || value.is_some_and(|value| !value.is_object()) {
            return Err(Error::unreadable(response, "no JSON object"));
        }
        let mut state = core.state();
        // Unless another call has put a new one in its place.
        if state
            .any_token()
            .is_some_and(|token| token.text == self.token)
        {
            state.token = None;
        }
        Ok(())
    }
}
