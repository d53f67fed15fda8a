//! The signature of a request to a user pool, computed again as a server in
//! JavaScript does.
//!
//! ```text
//! METHOD "\n" signed headers, sorted: name ":" value "\n"
//! path, and when there are parameters "?" k1=v1 "&" k2=v2, sorted
//! ```
//!
//! Parameters are what `qs` makes of the query of a GET, and the members of the
//! body otherwise, of which a DELETE mostly has none. What is no text is written as
//! `JSON.stringify` writes it.

use std::collections::HashSet;
use std::time::Duration;

use base64ct::{Base64, Encoding as _};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use tokenmint::http::{Body, Method, Request};

use super::envelope::{Refusal, refuse};
use crate::javascript::{Json, query};

/// Assumed, because no document says it: how far clocks may differ.
const SKEW: Duration = Duration::from_secs(5 * 60);

/// An access key, and the nonces that were used with it.
#[derive(Debug)]
pub(super) struct AccessKey {
    pub(super) id: &'static str,
    pub(super) secret: &'static str,
    pub(super) nonces: HashSet<String>,
}

impl AccessKey {
    /// Whether a request is signed, freshly and for the first time.
    pub(super) fn verify(&mut self, request: &Request, now: Duration) -> Result<(), Refusal> {
        let header = |name| request.headers.get(name).unwrap_or_default();
        let (key, given) = header("authorization")
            .strip_prefix("authing ")
            .and_then(|value| value.split_once(':'))
            .ok_or_else(|| refuse(401, 2020, "not signed in"))?;
        if header("x-authing-signature-method") != "HMAC-SHA1" {
            return Err(refuse(403, 1301, header("x-authing-signature-method")));
        }
        if header("x-authing-signature-version") != "1.0" {
            return Err(refuse(403, 1302, header("x-authing-signature-version")));
        }
        let date = request.headers.get("date");
        let date = date.ok_or_else(|| refuse(403, 1304, "no date"))?;
        let millis = date.parse().map_err(|_| refuse(403, 1303, date))?;
        if Duration::from_millis(millis).abs_diff(now) > SKEW {
            return Err(refuse(403, 1305, date));
        }
        let text = string_to_sign(request);
        let mut mac = Hmac::<Sha1>::new_from_slice(self.secret.as_bytes())
            .map_err(|_| refuse(500, 0, "no key"))?;
        mac.update(text.as_bytes());
        let expected = Base64::encode_string(&mac.finalize().into_bytes());
        if key != self.id || expected != given {
            return Err(refuse(
                403,
                1300,
                format!("expected the signature of {text}"),
            ));
        }
        if !self
            .nonces
            .insert(header("x-authing-signature-nonce").to_owned())
        {
            return Err(refuse(403, 1306, "used before"));
        }
        Ok(())
    }
}

fn string_to_sign(request: &Request) -> String {
    let mut text = format!("{}\n", request.method);
    let mut headers: Vec<(&str, String)> = request
        .headers
        .iter()
        .filter(|(name, _)| name.starts_with("x-authing-") || *name == "date")
        .map(|(name, value)| (name, value.replace(['\t', '\r', '\n', '\u{c}'], " ")))
        .collect();
    headers.sort();
    for (name, value) in headers {
        text.push_str(&format!("{name}:{}\n", value.trim()));
    }
    let (target, raw_query) = request.url.split_once('?').unwrap_or((&request.url, ""));
    let path = target.splitn(4, '/').nth(3).unwrap_or_default();
    text.push('/');
    text.push_str(path);
    let parameters = match request.method {
        Method::Get => query(raw_query),
        _ => {
            let body = request.body.as_ref().map(Body::as_bytes);
            body.and_then(Json::parse).unwrap_or(Json::Null)
        }
    };
    let mut pairs: Vec<(Vec<u16>, String)> = parameters
        .members()
        .into_iter()
        .map(|(name, value)| {
            let value = value
                .as_text()
                .map_or_else(|| value.to_string(), str::to_owned);
            (name.encode_utf16().collect(), format!("{name}={value}"))
        })
        .collect();
    pairs.sort();
    for (n, (_, pair)) in pairs.iter().enumerate() {
        text.push(if n == 0 { '?' } else { '&' });
        text.push_str(pair);
    }
    text
}
