//! ZEGO: what is inside has the wrong form, or the secret does not open it.

use super::{Case, Findings, certificate, deformation};
use crate::doctor::cause::Cause;
use crate::doctor::facts::{Facts, open};
use crate::doctor::question::Question;

/// What has the wrong type in a token that opens.
pub(super) fn test(case: &Case<'_>, found: &mut Findings) {
    for cause in &case.inside.wrong {
        let because = match cause {
            Cause::ZegoPayloadObject => {
                "It opens with this secret, but its payload is a JSON object in place of text."
            }
            Cause::ZegoPayloadNotJson => {
                "It opens with this secret, but its payload is not the JSON text of an object."
            }
            Cause::ZegoUserNotText => "It opens with this secret, but its user id is a number.",
            _ => "It opens with this secret, but its app id is text.",
        };
        found.add(*cause, because);
    }
}

/// Why a secret of the right form does not open it.
pub(super) fn closed(facts: &Facts, question: &Question<'_>, found: &mut Findings) {
    let Some(secret) = question.secret else {
        return;
    };
    if certificate::is_of_one_case(&facts.token) {
        return found.add(
            Cause::PasteCaseChanged,
            "All letters of the token are of one case, which no token is.",
        );
    }
    let opens = |text: &[u8]| {
        let text = core::str::from_utf8(text).ok();
        text.is_some_and(|text| open(facts.version, &facts.token, text).is_some())
    };
    if let Some((cause, because)) = deformation::find(secret, None, &opens) {
        return found.add(cause, because);
    }
    found.add(Cause::WrongKey, "The secret does not open the token.");
}
