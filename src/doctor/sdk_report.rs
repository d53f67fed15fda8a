//! What the client's SDK says of a token that fails.
//!
//! | SDK | ended | any other fault |
//! |---|---|---|
//! | RTC | 109 `ERR_TOKEN_EXPIRED` | 110 `ERR_INVALID_TOKEN` |
//! | RTM (login) | 6 `LOGIN_ERR_TOKEN_EXPIRED` | 5 `LOGIN_ERR_INVALID_TOKEN` |
//!
//! Source: the error codes of Agora's RTC and RTM (1.x) SDKs. Other services
//! have no numbers that could be confirmed.

use super::answer::Fault;
use super::question::Question;
use crate::agora::v007::ServiceType;

/// The code for `faults` of an Agora token, most important first; none when
/// nothing fails.
pub(super) fn of(faults: &[Fault], question: &Question<'_>) -> Option<&'static str> {
    let first = faults.first()?;
    let ended = matches!(first, Fault::Time | Fault::PrivilegeEnded);
    let is = |service: ServiceType| {
        let mut asked = question.privileges.iter();
        asked.any(|privilege| privilege.service == service.number())
    };
    let rtm = is(ServiceType::Rtm) || is(ServiceType::Rtm2);
    let rtc = question.channel.is_some() || question.role.is_some() || is(ServiceType::Rtc);
    match (rtm, rtc, ended) {
        (true, _, true) => Some("RTM 6 (LOGIN_ERR_TOKEN_EXPIRED)"),
        (true, _, false) => Some("RTM 5 (LOGIN_ERR_INVALID_TOKEN)"),
        (false, true, true) => Some("109 (ERR_TOKEN_EXPIRED)"),
        (false, true, false) => Some("110 (ERR_INVALID_TOKEN)"),
        (false, false, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Privilege;

    #[test]
    fn ended_and_refused_have_numbers_of_their_own() {
        let login = [Privilege {
            service: 2,
            number: 1,
        }];
        let mut join = Question::at(1);
        join.channel = Some("lobby");
        let mut rtm = Question::at(1);
        rtm.privileges = &login;
        for (question, faults, expected) in [
            (&join, &[Fault::Time][..], "109"),
            (&join, &[Fault::PrivilegeEnded], "109"),
            (&join, &[Fault::Signature, Fault::Time], "110"),
            (&join, &[Fault::Format], "110"),
            (&rtm, &[Fault::Time], "RTM 6"),
            (&rtm, &[Fault::User], "RTM 5"),
        ] {
            let told = of(faults, question);
            assert!(
                told.is_some_and(|told| told.starts_with(expected)),
                "{faults:?}"
            );
        }
        assert_eq!(of(&[], &join), None);
        assert_eq!(of(&[Fault::User], &Question::at(1)), None);
    }
}
