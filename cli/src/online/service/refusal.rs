//! An error of a client on its way to the user.

use std::error::Error as _;
use std::sync::Arc;

use tokenmint::client::authing::Refusal;
use tokenmint::http::{Error, ErrorKind};

use super::Mask;
use crate::exit::Exit;
use crate::failure::Failure;
use tokenmint::doctor::words::{quoted, safe};

/// What `error` means for a command. The service's own words are told, without
/// the secrets that `mask` knows.
pub(crate) fn refused(error: &Error, mask: &Mask) -> Failure {
    if let Some(cause) = error.source().and_then(|it| it.downcast_ref()) {
        let cause: &tokenmint::Error = cause;
        if *cause == tokenmint::Error::NoRandomness {
            return (*cause).into();
        }
    }
    let (exit, name) = meaning(error);
    let message = whole(error);
    let mut failure = Failure::new(exit, name, mask.apply(&message));
    if let Some(endpoint) = error.endpoint() {
        failure = failure.member("endpoint", endpoint);
    }
    if let Some(status) = status(error) {
        failure = failure.member("status", status);
    }
    for (name, label, text) in [
        ("code", None, error.code()),
        ("request_id", None, error.request_id()),
        ("detail", Some("the service says: "), error.detail()),
    ] {
        let Some(text) = text.map(|text| mask.apply(text)) else {
            continue;
        };
        if let Some(label) = label {
            failure = failure.line(format!("{label}{}", safe(&text)));
        }
        failure = failure.member(name, text);
    }
    if error.kind() == ErrorKind::Redirect
        && let Some(location) = error.headers().and_then(|headers| headers.get("location"))
    {
        let place = location.split('?').next().unwrap_or_default();
        failure = failure.line(format!("it points to {}", quoted(&mask.apply(place))));
    }
    match hint(exit, error) {
        Some(hint) => failure.line(hint),
        None => failure,
    }
}

/// The error and its causes, each said once.
fn whole(error: &Error) -> String {
    let mut message = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let cause_text = cause.to_string();
        if !message.contains(&cause_text) {
            message += &format!(": {cause_text}");
        }
        source = cause.source();
    }
    message
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let text = whole(&error);
        if error.kind().is_local() {
            Self::usage(text)
        } else {
            Self::system(text)
        }
    }
}

fn meaning(error: &Error) -> (Exit, &'static str) {
    match (error.kind(), status(error)) {
        (kind, _) if kind.is_local() => (Exit::Usage, "usage"),
        // A page of a proxy, say, is no success that cannot be used.
        (ErrorKind::Answer, Some(400..)) | (ErrorKind::Status, Some(_)) => by_status(error),
        (ErrorKind::Answer | ErrorKind::RepeatedCursor, _) => (Exit::BadAnswer, "bad-answer"),
        (_, None) => (Exit::NoAnswer, "no-answer"),
        _ => by_status(error),
    }
}

fn by_status(error: &Error) -> (Exit, &'static str) {
    match status(error) {
        Some(401 | 403) => (Exit::Denied, "denied"),
        Some(404) => (Exit::NotFound, "not-found"),
        Some(409) => (Exit::Conflict, "conflict"),
        Some(429 | 500..=599) => (Exit::Busy, "busy"),
        _ => (Exit::Refused, "refused"),
    }
}

/// The HTTP status, or what stands for it in a service without; of an error that
/// many callers share, too.
fn status(error: &Error) -> Option<u16> {
    let mut cause = error.source();
    let mut found = error.status();
    while let Some(inner) = cause {
        let refusal: Option<&Refusal> = inner.downcast_ref();
        let inside = refusal.and_then(|it| u16::try_from(it.status_code.number()).ok());
        let shared: Option<&Arc<Error>> = inner.downcast_ref();
        found = inside
            .or(found)
            .or_else(|| shared.and_then(|shared| shared.status()));
        cause = inner.source();
    }
    found
}

/// What to look at next.
fn hint(exit: Exit, error: &Error) -> Option<&'static str> {
    match (exit, error.kind(), status(error)) {
        (_, ErrorKind::Resolve, _) => Some(match error.endpoint() {
            Some("sub_event") => "hint: look at --websocket-host and the name server",
            Some("key set") => "hint: look at --app-host or --jwks-url, and the name server",
            _ => "hint: look at --base-url and the name server",
        }),
        (_, ErrorKind::Tls, _) => {
            Some("hint: a private authority is given with --ca-file; look at the clock as well")
        }
        (_, ErrorKind::Timeout | ErrorKind::Deadline, _) => {
            Some("hint: --timeout gives it more time; what was asked for may have happened")
        }
        (_, ErrorKind::Interrupted, _) => Some("hint: what was asked for may have happened"),
        (Exit::Denied, _, Some(401)) => {
            Some("hint: look at the credentials, and at the clock when tokens are minted")
        }
        _ => None,
    }
}
