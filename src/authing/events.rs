//! Request targets of the event streams (websocket).
//!
//! | stream | target | authorized by |
//! |---|---|---|
//! | management | `/events/v1/management/sub?code={code}` | header, [`AccessKey::events_authorization`] |
//! | authentication | `/events/v1/authentication/sub?code={code}&token={access token}` | the token in the query |
//!
//! Code and token are percent-encoded here. (The Python SDK sends them raw.)
//!
//! [`AccessKey::events_authorization`]: super::AccessKey::events_authorization

use super::canonical::check_path;
use crate::buffer::Writer;
use crate::output::Output;
use crate::wire::percent::{self, Style};
use crate::{Error, Field};

/// Path of the management event stream.
pub const MANAGEMENT_EVENTS: &str = "/events/v1/management/sub";

/// Path of the authentication event stream.
pub const AUTHENTICATION_EVENTS: &str = "/events/v1/authentication/sub";

/// The request target of the management event stream at `path` (usually
/// [`MANAGEMENT_EVENTS`]) for events `code`.
///
/// ```
/// use tokenmint::authing::{MANAGEMENT_EVENTS, management_events_target};
///
/// let mut buffer = [0; 64];
/// assert_eq!(
///     management_events_target(MANAGEMENT_EVENTS, "authing.user.created", &mut buffer)?,
///     "/events/v1/management/sub?code=authing.user.created"
/// );
/// # Ok::<(), tokenmint::Error>(())
/// ```
///
/// # Errors
///
/// [`Error::Empty`] without a code; [`Error::BadCharacter`] for a path that
/// does not begin with `/` or has a control character, `?` or `#`;
/// [`Error::BufferTooSmall`] with the exact length.
pub fn management_events_target<O: Output>(
    path: &str,
    code: &str,
    out: O,
) -> Result<O::Text, Error> {
    target(path, &[("?code=", code, Field::Query)], out)
}

/// The request target of the authentication event stream at `path` (usually
/// [`AUTHENTICATION_EVENTS`]) for events `code` of the user whose
/// `access_token` it is. The target holds the token: it does not belong in a
/// log.
///
/// # Errors
///
/// As [`management_events_target`], also for an empty token.
pub fn authentication_events_target<O: Output>(
    path: &str,
    code: &str,
    access_token: &str,
    out: O,
) -> Result<O::Text, Error> {
    let query = [
        ("?code=", code, Field::Query),
        ("&token=", access_token, Field::Secret),
    ];
    target(path, &query, out)
}

fn target<O: Output>(path: &str, query: &[(&str, &str, Field)], out: O) -> Result<O::Text, Error> {
    check_path(path)?;
    if let Some(at) = path.find(['?', '#']) {
        return Err(Error::BadCharacter {
            field: Field::Path,
            at,
        });
    }
    let mut len = path.len();
    for (name, value, field) in query {
        if value.is_empty() {
            return Err(Error::Empty { field: *field });
        }
        len = len
            .saturating_add(name.len())
            .saturating_add(percent::encoded_len(value.as_bytes(), Style::Component));
    }
    out.write_text(len, |buffer| {
        let mut writer = Writer::new(buffer);
        writer.put_str(path);
        for (name, value, _) in query {
            writer.put_str(name);
            percent::put(&mut writer, value, Style::Component);
        }
        Ok(writer.finish()?.len())
    })
}
