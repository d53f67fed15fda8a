//! Calls with a token: through a gateway, or to a native service.
//!
//! | upstream | answer |
//! |---|---|
//! | `GET posts` | the list of what was posted |
//! | `POST posts` | 201; posting it again is another post |
//! | `GET search?...` | the query as it arrived |
//! | `GET report` | CSV |
//!
//! The handlers write a JSON body again, with the length that the client said;
//! the standalone gateway drops headers and query, and cannot pass on what is
//! no JSON.

use std::time::Duration;

use serde_json::json;
use tokenmint::http::{Body, Headers, Method, Request, Response};

use super::answers::{Refusal, refuse, text};
use super::service::{Ath, Flavour};
use crate::double::{self, Effect, Served};
use crate::javascript::Json;

impl Ath {
    pub(super) fn proxy(
        &mut self,
        request: &Request,
        provider: &str,
        path: &[&str],
        query: &str,
        now: Duration,
    ) -> Result<Served, Refusal> {
        let authorization = request.headers.get("authorization");
        let bearer = authorization.and_then(|value| value.strip_prefix("Bearer "));
        let bearer = bearer.ok_or_else(|| refuse(401, "TOKEN_INVALID", "no token"))?;
        if path.iter().any(|part| matches!(*part, "." | "..")) {
            return Err(refuse(400, "INVALID_PATH", path.join("/")));
        }
        let mut tokens = self.tokens.iter();
        let token = tokens.find(|token| token.text == bearer);
        let token = token.ok_or_else(|| refuse(401, "TOKEN_INVALID", bearer))?;
        if token.revoked {
            return Err(refuse(401, "TOKEN_REVOKED", bearer));
        }
        if !token.is_live(now) {
            return Err(refuse(401, "TOKEN_EXPIRED", bearer));
        }
        // Both do without the header.
        let agent = request.headers.get("x-ath-agent-id");
        if agent.is_some_and(|agent| agent != token.agent_id) {
            return Err(refuse(403, "AGENT_IDENTITY_MISMATCH", bearer));
        }
        if token.provider != provider {
            return Err(refuse(403, "PROVIDER_MISMATCH", provider));
        }
        let standalone = self.flavour == Flavour::Standalone;
        if self.flavour == Flavour::Handlers {
            check_length(request)?;
        }
        let query = if standalone { "" } else { query };
        let served = self.upstream(request, path, query)?;
        let declared = served.response.headers.get("content-type");
        if standalone && declared != Some("application/json") {
            return Err(Refusal::of_upstream("the answer is no JSON"));
        }
        Ok(served)
    }

    fn upstream(
        &mut self,
        request: &Request,
        path: &[&str],
        query: &str,
    ) -> Result<Served, Refusal> {
        match (request.method, path) {
            (Method::Get, ["posts"]) => {
                let body = json!({"posts": self.posts});
                Ok(Served::plain(double::json(200, &body)))
            }
            (Method::Post, ["posts"]) => {
                let body = double::json_body(request).unwrap_or_default();
                let post = text(&body, "text").unwrap_or_default().to_owned();
                self.posts.push(post.clone());
                let answer = double::json(201, &json!({"posted": post}));
                Ok(Served::plain(answer).effect(Effect::once("posted", post)))
            }
            (Method::Get, ["search"]) => {
                Ok(Served::plain(double::json(200, &json!({"query": query}))))
            }
            (Method::Get, ["report"]) => {
                let mut headers = Headers::new();
                headers.add_received("content-type", b"text/csv");
                Ok(Served::plain(Response::new(
                    200,
                    headers,
                    b"a,b\n1,2\n".to_vec(),
                )))
            }
            _ => Err(refuse(404, "UPSTREAM", "no such page")),
        }
    }
}

/// The body is written again, with the length that the client said.
fn check_length(request: &Request) -> Result<(), Refusal> {
    let Some(body) = request.body.as_ref().map(Body::as_bytes) else {
        return Ok(());
    };
    let written = Json::parse(body).map(|value| value.to_string());
    if written.is_none_or(|written| written.len() == body.len()) {
        return Ok(());
    }
    Err(refuse(502, "UPSTREAM_ERROR", "the length is another one"))
}
