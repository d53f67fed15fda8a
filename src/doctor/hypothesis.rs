//! Ideas of what went wrong, a file each: every one recomputes what the token
//! would be if it were so, and names the cause only when that fits.

mod app_id;
mod certificate;
mod channel;
mod deformation;
mod grants;
mod names;
mod sdk_error;
mod service;
mod time;
mod user;
mod writings;
mod zego;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::answer::{Answer, Fault};
use super::cause::Cause;
use super::facts::{Facts, Inside, Name};
use super::question::{Privilege, Question, Version};
use super::words;
use crate::agora::Role;
use crate::agora::v006::ParsedToken;
use crate::agora::v007::ServiceType;

/// A cause, and what of this token speaks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) cause: Cause,
    /// A sentence, safe to show.
    pub(super) because: String,
}

/// The causes found, the likeliest first.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) list: Vec<Finding>,
    /// The names of a 006 token, found by their checksums.
    channel: Option<String>,
    user: Option<String>,
    /// The uid that the certificate proves to be the one behind a checksum.
    pub(super) uid: Option<u32>,
    /// Every uid that has the checksum of the token.
    pub(super) uid_candidates: Vec<u32>,
}

impl Findings {
    /// The plainest cause of everything that fails, for forms that are only
    /// checked.
    pub(super) fn of_answers(answers: &[Answer]) -> Self {
        let mut found = Self::default();
        for answer in answers {
            let Some(fault) = answer.fault() else {
                continue;
            };
            let cause = match fault {
                Fault::Certificate => Cause::CertificateLength,
                Fault::Version => Cause::VersionNotAccepted,
                Fault::Signature => Cause::WrongKey,
                Fault::AppId => Cause::WrongAppId,
                Fault::Issued => Cause::ClockAhead,
                Fault::Time => Cause::Expired,
                Fault::Channel => Cause::ChannelMismatch,
                Fault::User => Cause::UserMismatch,
                Fault::Privilege => Cause::WrongService,
                Fault::PrivilegeEnded => Cause::PrivilegeExpired,
                _ => continue,
            };
            found.add(
                cause,
                alloc::format!("{}: {}.", answer.name, answer.message),
            );
        }
        found
    }

    /// A cause is named once, where it was found first.
    fn add(&mut self, cause: Cause, because: impl Into<String>) {
        if !self.has(cause) {
            let because = because.into();
            self.list.push(Finding { cause, because });
        }
    }

    fn has(&self, cause: Cause) -> bool {
        self.list.iter().any(|finding| finding.cause == cause)
    }
}

/// A privilege that is asked for; nothing as service is ZEGO's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) service: Option<ServiceType>,
    pub(super) number: u16,
}

impl Wanted {
    /// `RTC publish audio`.
    fn title(self) -> String {
        match self.service {
            Some(service) => Privilege {
                service: service.number(),
                number: self.number,
            }
            .title(),
            None if self.number == JOIN => "logging in to the room".to_string(),
            None => "publishing".to_string(),
        }
    }
}

/// A token, what is asked of it and what fails.
pub(super) struct Case<'a> {
    facts: &'a Facts,
    pub(super) inside: &'a Inside,
    pub(super) question: &'a Question<'a>,
    faults: &'a [Fault],
    pub(super) wanted: Vec<Wanted>,
    /// The user as it stands in tokens.
    user: Option<String>,
}

/// The causes of `faults`, and what is suspicious although it holds.
pub(super) fn test(facts: &Facts, question: &Question<'_>, faults: &[Fault]) -> Findings {
    let mut found = Findings::default();
    let inside = facts.inside.as_ref();
    let case = inside.map(|inside| Case::new(facts, inside, question, faults));
    if faults.contains(&Fault::Certificate) {
        certificate::malformed(facts, question, case.as_ref(), &mut found);
    }
    if faults.contains(&Fault::Version)
        && let Some(accepts) = question.accepts
    {
        let (has, takes) = (facts.version.digits(), accepts.digits());
        let because = alloc::format!("The token is of version {has}; what takes it wants {takes}.");
        found.add(Cause::VersionNotAccepted, because);
    }
    let Some(case) = case else {
        if faults.contains(&Fault::Signature) {
            zego::closed(facts, question, &mut found);
        }
        // Of a text that was changed the clear part is, too.
        if !found.has(Cause::PasteCaseChanged) {
            time::of_closed(facts, question, faults, &mut found);
        }
        return found;
    };
    if case.fails(Fault::Signature) {
        certificate::test(&case, &mut found);
    }
    app_id::test(&case, &mut found);
    time::test(&case, &mut found);
    zego::test(&case, &mut found);
    service::test(&case, &mut found);
    time::suspicious(&case, &mut found);
    if faults.is_empty() {
        sdk_error::test(&case, &mut found);
    }
    found
}

/// A role of RTC as its privileges.
const JOIN: u16 = 1;
const PUBLISHING: [u16; 3] = [2, 3, 4];

/// The privileges that a question comes to. A channel asks for joining it.
fn wanted(version: Version, inside: &Inside, question: &Question<'_>) -> Vec<Wanted> {
    let is_zego = matches!(version, Version::V03 | Version::V04);
    let has = |service| {
        inside
            .uses
            .iter()
            .any(|usage| usage.service == Some(service))
    };
    let service = match is_zego {
        true => None,
        false if has(ServiceType::Apaas) && !has(ServiceType::Rtc) => Some(ServiceType::Apaas),
        false => Some(ServiceType::Rtc),
    };
    let mut list = Vec::new();
    let mut want = |service, number| list.push(Wanted { service, number });
    if let Some(role) = question.role {
        want(service, JOIN);
        let publishes = match role {
            Role::Publisher => true,
            Role::Subscriber => false,
            Role::Attendee | Role::Admin => version == Version::V006,
        };
        if publishes && is_zego {
            want(None, 2);
        } else if publishes && service == Some(ServiceType::Rtc) {
            PUBLISHING
                .into_iter()
                .for_each(|number| want(service, number));
        }
    }
    for privilege in question.privileges {
        if let Some(service) = ServiceType::from_number(privilege.service) {
            want(Some(service), privilege.number);
        }
    }
    let join = Wanted {
        service,
        number: JOIN,
    };
    if question.channel.is_some() && !list.contains(&join) {
        list.insert(0, join);
    }
    if question.without_privilege {
        list.clear();
    }
    list
}

impl<'a> Case<'a> {
    pub(super) fn new(
        facts: &'a Facts,
        inside: &'a Inside,
        question: &'a Question<'a>,
        faults: &'a [Fault],
    ) -> Self {
        Self {
            facts,
            inside,
            question,
            faults,
            wanted: wanted(facts.version, inside, question),
            user: question.user.map(|user| user.text().as_str().to_string()),
        }
    }

    fn fails(&self, fault: Fault) -> bool {
        self.faults.contains(&fault)
    }

    /// `end` as a date, and how far it is from the time of the question.
    fn when(&self, end: i64) -> String {
        words::signed_time(end, self.question.now)
    }

    pub(super) fn user(&self) -> Option<&str> {
        self.user.as_deref()
    }

    /// Whether the given certificate signed a 006 token for these names;
    /// nothing, when that cannot be asked.
    fn is_signed_for(&self, channel: &str, user: &str) -> Option<bool> {
        let certificate = self.question.secret?.as_bytes();
        let token = self.token_006()?;
        let names = [channel.as_bytes(), user.as_bytes()];
        Some(token.is_signed_with(certificate, names))
    }

    /// Whether the certificate signed a 006 token for this channel, whoever the
    /// user is.
    fn is_signed_for_channel(&self, channel: &str) -> Option<bool> {
        let crc = self.token_006()?.account_crc();
        let users = [self.user(), Some("")];
        let user = users
            .into_iter()
            .flatten()
            .find(|user| Name::Checksum(crc).is(user))?;
        self.is_signed_for(channel, user)
    }

    /// Whether the certificate signed a 006 token for this user, of RTC in the
    /// channel that is asked.
    fn is_signed_for_user(&self, service: Option<ServiceType>, user: &str) -> Option<bool> {
        if service == Some(ServiceType::Rtm) {
            return self.is_signed_for(user, "");
        }
        let crc = self.token_006()?.channel_crc();
        let channel = self.question.channel.unwrap_or("");
        Name::Checksum(crc)
            .is(channel)
            .then(|| self.is_signed_for(channel, user))?
    }

    fn token_006(&self) -> Option<ParsedToken<'_>> {
        let is_006 = self.facts.version == Version::V006;
        let content = is_006.then_some(&self.facts.content)?;
        ParsedToken::from_content(&self.inside.app_id, content).ok()
    }

    /// Channel and account that a 006 token was signed for, where the question
    /// has them and their checksums agree. The RTM builder puts its user in the
    /// place of the channel.
    pub(super) fn names_006(&self) -> Option<[&str; 2]> {
        let token = self.token_006()?;
        let channel = [self.question.channel, self.user(), Some("")]
            .into_iter()
            .flatten()
            .find(|name| Name::Checksum(token.channel_crc()).is(name))?;
        let user = [self.user(), Some("")]
            .into_iter()
            .flatten()
            .find(|name| Name::Checksum(token.account_crc()).is(name))?;
        Some([channel, user])
    }
}
