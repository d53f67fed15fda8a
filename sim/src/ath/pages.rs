//! What a browser sees: the page where the user consents, and where that leads.
//!
//! | request | answer |
//! |---|---|
//! | `GET /oauth/{provider}?state={session}` | 302 to where the browser goes once the user has decided; before, a page that says so |
//! | `GET /ui/callback` | the last page of the standalone gateway |

use std::time::Duration;

use tokenmint::http::{Headers, Response};

use super::answers::{Refusal, refuse};
use super::service::Ath;
use crate::double::Served;
use crate::javascript::{Json, query};

impl Ath {
    /// A browser opens an authorization URL.
    pub(super) fn visit(&mut self, text: &str, now: Duration) -> Result<Served, Refusal> {
        let parameters = query(text);
        let state = parameters.get("state").and_then(Json::as_text);
        let known = |session: &&super::Session| Some(session.id.as_str()) == state;
        let session = self.sessions.iter().find(known);
        let session = session.ok_or_else(|| refuse(404, "SESSION_NOT_FOUND", text))?;
        let id = session.id.clone();
        self.open(&id, now);
        Ok(match self.browser(&id, now) {
            Some(location) => page(302, Some(&location), "The user has decided."),
            None => page(200, None, "The user is thinking. Load this page again."),
        })
    }

    /// Where browsers end that are not sent back.
    pub(super) fn last_page() -> Served {
        page(200, None, "Done. You can close this page.")
    }
}

fn page(status: u16, location: Option<&str>, text: &str) -> Served {
    let mut headers = Headers::new();
    headers.add_received("content-type", b"text/html");
    if let Some(location) = location {
        headers.add_received("location", location.as_bytes());
    }
    let body = format!("<!doctype html><p>{text}</p>");
    Served::plain(Response::new(status, headers, body.into_bytes()))
}
