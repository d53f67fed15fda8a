//! `ath doctor`: why an implementor does not take what the agent signs.

use std::time::Duration;

use clap::Args;
use serde_json::{Value, json};
use tokenmint::ath::{PublicKey, SigningKey, VERSION, identity_key};
use tokenmint::doctor::words::{quoted, safe};
use tokenmint::http::{Error, ErrorKind, Response, UreqTransport};

use super::agent::SigningOptions;
use crate::clock;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service::Fetch;
use crate::output;
use crate::run::Run;

/// Options of `ath doctor`.
#[derive(Debug, Args)]
#[command(after_help = "\
Compares the key at the agent id with the private one and the clock with that of the server, and
says which kind of server it is. Nothing is registered or changed, and no secret is sent.")]
pub(crate) struct Doctor {
    #[command(flatten)]
    signing: SigningOptions,
}

/// Verifiers take an issue time that is this far from their own.
const SKEW: u64 = 300;

/// The most bytes of a document.
const DOCUMENT_MAX: usize = 256 << 10;

/// An answer to one question.
struct Finding {
    question: &'static str,
    /// Nothing when all is well.
    exit: Option<Exit>,
    text: String,
    hint: Option<String>,
}

impl Finding {
    fn good(question: &'static str, text: impl Into<String>) -> Self {
        let (exit, hint) = (None, None);
        let text = text.into();
        Self {
            question,
            exit,
            text,
            hint,
        }
    }

    fn bad(question: &'static str, exit: Exit, text: impl Into<String>) -> Self {
        Self {
            exit: Some(exit),
            ..Self::good(question, text)
        }
    }

    fn hint(mut self, text: impl Into<String>) -> Self {
        self.hint = Some(text.into());
        self
    }
}

impl Run for Doctor {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let (url, connection, allow_plain_http) = self.signing.agent.implementor.reached()?;
        let transport = UreqTransport::new(&connection)?;
        let fetch = Fetch {
            transport: &transport,
            allow_plain_http,
            timeout: Duration::from_secs(20),
            max_body: DOCUMENT_MAX,
        };
        let agent_id = self.signing.agent.agent_id()?;
        let key = self.signing.private()?;
        let base = url.trim_end_matches('/');
        let (server, date) = server(&fetch, base);
        let findings = [
            identity(&fetch, &agent_id, &key),
            time(date.as_deref())?,
            server,
        ];
        report(&findings, as_json)
    }
}

fn report(findings: &[Finding], as_json: bool) -> Result<Exit, Failure> {
    if as_json {
        let list = findings.iter().map(|finding| {
            json!({
                "question": finding.question, "ok": finding.exit.is_none(),
                "finding": finding.text, "hint": finding.hint,
            })
        });
        output::json(&json!({"findings": list.collect::<Vec<_>>()}))?;
    } else {
        for finding in findings {
            let mark = if finding.exit.is_none() { "ok" } else { "NO" };
            output::line(&format!("{mark}  {}: {}", finding.question, finding.text))?;
            if let Some(hint) = &finding.hint {
                output::line(&format!("    hint: {hint}"))?;
            }
        }
    }
    let mut bad = findings.iter().filter_map(|finding| finding.exit);
    Ok(bad.next().unwrap_or(Exit::Ok))
}

/// Whether what is published at the agent id is of this key.
fn identity(fetch: &Fetch<'_>, agent_id: &str, key: &SigningKey) -> Finding {
    const QUESTION: &str = "identity";
    let publish = "`tokenmint ath identity` writes the document: serve it there as \
                   application/json with Cache-Control: max-age=300";
    let response = match fetch.get(agent_id) {
        Ok(response) => response,
        Err(error) => {
            let text = format!("the agent id cannot be fetched: {}", chain(&error));
            return Finding::bad(QUESTION, Exit::NoAnswer, text).hint(publish);
        }
    };
    if response.status != 200 {
        let text = format!("the agent id answers with status {}", response.status);
        return Finding::bad(QUESTION, Exit::NotFound, text).hint(publish);
    }
    match identity_key(&response.body, agent_id) {
        Ok(published) if published == key.public_key() => cached(&response, &published),
        Ok(published) => Finding::bad(
            QUESTION,
            Exit::Signature,
            format!(
                "another key is published (thumbprint {}), and this one is {}",
                published.thumbprint().as_str(),
                key.public_key().thumbprint().as_str()
            ),
        )
        .hint(format!(
            "{publish}; verifiers keep the old one for up to five minutes"
        )),
        Err(tokenmint::Error::UserMismatch) => {
            let text = "the document is of another agent id";
            Finding::bad(QUESTION, Exit::User, text).hint(publish)
        }
        Err(error) => {
            let text = format!("what is published is no identity document: {error}");
            Finding::bad(QUESTION, Exit::Unreadable, text).hint(publish)
        }
    }
}

/// How long verifiers keep the document.
fn cached(response: &Response, key: &PublicKey) -> Finding {
    let text = format!(
        "the key is the published one (thumbprint {})",
        key.thumbprint().as_str()
    );
    let finding = Finding::good("identity", text);
    match response.headers.get("cache-control") {
        Some(_) => finding,
        None => finding.hint("serve it with Cache-Control: max-age=300"),
    }
}

/// Whether both clocks are together.
fn time(date: Option<&str>) -> Result<Finding, Failure> {
    const QUESTION: &str = "clock";
    let Some(there) = date.and_then(unix_of_date) else {
        return Ok(Finding::good(
            QUESTION,
            "the server does not say what time it is",
        ));
    };
    let here = u64::from(clock::now()?);
    let apart = here.abs_diff(there);
    let side = if here > there { "ahead of" } else { "behind" };
    let text = format!("{apart} s {side} the server");
    Ok(if apart < SKEW {
        Finding::good(QUESTION, text)
    } else {
        Finding::bad(QUESTION, Exit::NotYetValid, text)
            .hint("attestations are taken within 5 minutes: set the clock of this machine")
    })
}

/// `Sun, 06 Nov 1994 08:49:37 GMT` in Unix seconds.
fn unix_of_date(text: &str) -> Option<u64> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let (_, rest) = text.split_once(", ")?;
    let words: Vec<&str> = rest.split(' ').collect();
    let [day, month, year, time, "GMT"] = words.as_slice() else {
        return None;
    };
    let month = MONTHS.find(month).filter(|_| month.len() == 3)? / 3 + 1;
    tokenmint::doctor::words::parse_utc(&format!("{year}-{month:02}-{day}T{time}Z"))
}

/// Which kind of server it is, and what it says of the time.
fn server(fetch: &Fetch<'_>, base: &str) -> (Finding, Option<String>) {
    const QUESTION: &str = "server";
    let mut date = None;
    let mut asked = |path: &str| {
        let response = fetch.get(&format!("{base}{path}"));
        if let Ok(response) = &response {
            date = response.headers.get("date").map(str::to_owned);
        }
        response
    };
    let documents = ["/.well-known/ath.json", "/.well-known/ath-app.json"].map(&mut asked);
    let agents = asked("/ath/agents/ath_0");
    let [gateway, native] = documents.each_ref().map(|found| document(found.as_ref()));
    let finding = match (gateway, native, agents) {
        (Some(found), _, Ok(agents)) => {
            let is_standalone = code(&agents).as_deref() == Some("AUTH_REQUIRED");
            let kind = match (is_standalone, agents.status) {
                (true, _) => {
                    "the standalone gateway: it wants ATH_USER_TOKEN, registers an agent once, \
                     its browser ends on a page of its own, its sessions end after ten minutes"
                }
                (_, 404) => {
                    "a gateway with the handlers of the TypeScript SDK: it registers an agent \
                     each time, and does not say what it knows of one; the browser goes to the \
                     registered URI"
                }
                _ => "a gateway of another kind",
            };
            versioned(QUESTION, &found, kind)
        }
        (None, Some(found), _) => {
            let text = "a native service (--native): it wants no provider for `proxy`";
            versioned(QUESTION, &found, text)
        }
        (None, None, _) => {
            let text = match &documents[0] {
                Err(error) => format!("there is no answer: {}", chain(error)),
                Ok(response) => format!(
                    "there is no discovery document (status {}): another URL may be right",
                    response.status
                ),
            };
            Finding::bad(QUESTION, Exit::NoAnswer, text)
                .hint("look at ATH_URL or --base-url: it is the URL without /.well-known and /ath")
        }
        (Some(_), _, Err(error)) => {
            let text = format!("a gateway, but {}", chain(&error));
            Finding::bad(QUESTION, Exit::NoAnswer, text)
        }
    };
    (finding, date)
}

/// What a server says about itself.
fn versioned(question: &'static str, document: &Value, kind: &str) -> Finding {
    match document["ath_version"].as_str() {
        Some(VERSION) => Finding::good(question, kind),
        version => {
            let version = quoted(version.unwrap_or("none"));
            let text = format!("{kind}; it speaks version {version}, and this is {VERSION}");
            Finding::bad(question, Exit::Version, text)
        }
    }
}

fn document(response: Result<&Response, &Error>) -> Option<Value> {
    let response = response.ok().filter(|response| response.status == 200)?;
    let document: Value = serde_json::from_slice(&response.body).ok()?;
    document.get("ath_version").is_some().then_some(document)
}

fn code(response: &Response) -> Option<String> {
    let body: Value = serde_json::from_slice(&response.body).ok()?;
    body["code"].as_str().map(str::to_owned)
}

fn chain(error: &Error) -> String {
    use std::error::Error as _;
    let cause = error.source().map(|cause| format!(": {cause}"));
    let more = match error.kind() {
        ErrorKind::BadUrl => " (--allow-plain-http lets http:// pass)",
        _ => "",
    };
    safe(&format!("{error}{}{more}", cause.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_headers() {
        // RFC 9110, 5.6.7.
        let date = "Sun, 06 Nov 1994 08:49:37 GMT";
        assert_eq!(unix_of_date(date), Some(784_111_777));
        for other in [
            "",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun, 06 Foo 1994 08:49:37 GMT",
        ] {
            assert_eq!(unix_of_date(other), None, "{other}");
        }
    }
}
