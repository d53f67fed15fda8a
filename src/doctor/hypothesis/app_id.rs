//! The app id: another, in other letter case, or the certificate in its place.

use alloc::format;

use super::{Case, Findings};
use crate::agora::AppId;
use crate::doctor::answer::Fault;
use crate::doctor::cause::Cause;
use crate::doctor::facts::clipped;

/// Whether two ids are the same but for their letter case.
fn same_but_for_case(one: &str, other: &str) -> bool {
    one != other && one.eq_ignore_ascii_case(other)
}

/// Whether the app id of the token is the certificate.
pub(super) fn is_certificate(case: &Case<'_>) -> bool {
    let secret = case.question.secret.map(str::trim);
    let is = |secret: &str| {
        AppId::new(secret).is_ok() && secret.eq_ignore_ascii_case(&case.inside.app_id)
    };
    case.question.app_id != case.question.secret && secret.is_some_and(is)
}

pub(super) fn test(case: &Case<'_>, found: &mut Findings) {
    if !case.fails(Fault::AppId) {
        return;
    }
    let Some(asked) = case.question.app_id else {
        return;
    };
    let has = &case.inside.app_id;
    if is_certificate(case) {
        found.add(
            Cause::AppIdCertificateSwapped,
            "Where the token has its app id it has the certificate, which whoever sees the token \
             can read.",
        );
    } else if same_but_for_case(has, asked.trim()) {
        let because = format!(
            "The token says {}, the question {}.",
            clipped(has),
            clipped(asked)
        );
        found.add(Cause::AppIdCase, because);
    } else {
        let because = format!(
            "The token belongs to app id {}, asked is {}.",
            clipped(has),
            clipped(asked)
        );
        found.add(Cause::WrongAppId, because);
    }
}
