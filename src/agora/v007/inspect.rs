//! Likely mistakes in a token.

use super::parse::{FieldsRef, ParsedToken2, ServiceRef, user_field};
use super::privilege::ServiceType;
use crate::Field;
use crate::agora::limits::{ACCOUNT_MAX, CHANNEL_MAX, is_documented_character};
use crate::agora::warning::{LOOKS_LIKE_UNIX_TIME, Warning};
use crate::agora::{AppId, ExpireIn};

impl ParsedToken2<'_> {
    /// Reports everything that is legal and still likely a mistake; what
    /// depends on the time only when `now` (Unix seconds) is given.
    pub fn warnings(&self, now: Option<u32>, mut report: impl FnMut(Warning)) {
        self.report_to(now, &mut report);
    }

    /// Apart from the function that it reports to, which would stand in each of
    /// the many places that call it: on a device that is a kilobyte.
    #[cfg_attr(target_os = "none", inline(never))]
    fn report_to(&self, now: Option<u32>, report: &mut dyn FnMut(Warning)) {
        self.token_warnings(report);
        if let Some(now) = now {
            self.time_warnings(now, report);
        }
        let mut last = 0;
        for service in self.services() {
            let number = service.service_type.number();
            if number < last || !service.privileges.are_sorted() {
                report(Warning::Unsorted);
            }
            last = number;
            name_warnings(&service, report);
            self.privilege_warnings(&service, now, report);
        }
    }

    fn token_warnings(&self, report: &mut dyn FnMut(Warning)) {
        if AppId::new(self.app_id()).is_err() {
            report(Warning::OddAppId);
        }
        if self.issued_at() == 0 {
            report(Warning::IssueTimeZero);
        }
        let seconds = self.expire().as_seconds();
        if seconds >= LOOKS_LIKE_UNIX_TIME {
            report(Warning::LifetimeLooksAbsolute { seconds });
        } else if seconds > ExpireIn::MAX.as_seconds() {
            report(Warning::LifetimeAboveMaximum { seconds });
        } else if seconds == 0 {
            report(Warning::LifetimeZero);
        }
        if self.service_count() == 0 {
            report(Warning::NoServices);
        }
        if let Some(service) = self.unknown_service() {
            report(Warning::UnknownService { service });
        }
        if self.trailing_len() > 0 {
            let len = self.trailing_len();
            report(Warning::TrailingData { len });
        }
    }

    fn time_warnings(&self, now: u32, report: &mut dyn FnMut(Warning)) {
        let now = u64::from(now);
        if let Some(seconds) = u64::from(self.issued_at())
            .checked_sub(now)
            .filter(|s| *s > 0)
        {
            report(Warning::IssuedInFuture { seconds });
        }
        if let Some(seconds) = now.checked_sub(self.expires_at()) {
            report(Warning::Expired { seconds });
        }
    }

    fn privilege_warnings(
        &self,
        service: &ServiceRef<'_>,
        now: Option<u32>,
        report: &mut dyn FnMut(Warning),
    ) {
        let number = service.service_type.number();
        let has_privileges = service.service_type.privilege_name(1).is_some();
        if has_privileges && service.privileges.is_empty() {
            report(Warning::NoPrivileges { service: number });
        }
        for (at, (privilege, expire)) in service.privileges.iter().enumerate() {
            let seconds = expire.as_seconds();
            if service.privileges.begin_with(at, privilege) {
                report(Warning::RepeatedPrivilege {
                    service: number,
                    privilege,
                });
            }
            let limit = if expire == ExpireIn::WITH_TOKEN {
                Some(Warning::PrivilegeWithoutLimit {
                    service: number,
                    privilege,
                })
            } else if seconds >= LOOKS_LIKE_UNIX_TIME {
                Some(Warning::PrivilegeLooksAbsolute {
                    service: number,
                    privilege,
                    seconds,
                })
            } else if expire > self.expire() {
                Some(Warning::PrivilegeOutlivesToken {
                    service: number,
                    privilege,
                    seconds,
                })
            } else {
                None
            };
            if let Some(limit) = limit {
                report(limit);
            }
            let end = expire.after(self.issued_at());
            let ended = |now: u32| u64::from(now) >= end && u64::from(now) < self.expires_at();
            if expire != ExpireIn::WITH_TOKEN && now.is_some_and(ended) {
                report(Warning::PrivilegeExpired {
                    service: number,
                    privilege,
                });
            }
        }
    }
}

fn name_warnings(service: &ServiceRef<'_>, report: &mut dyn FnMut(Warning)) {
    let number = service.service_type.number();
    let undocumented =
        |text: &str, max| text.len() > max || !text.bytes().all(is_documented_character);
    if let Some(channel) = service.channel() {
        if channel.is_empty() {
            report(Warning::EmptyChannel { service: number });
        } else if undocumented(channel, CHANNEL_MAX) {
            let field = Field::Channel;
            report(Warning::UndocumentedName {
                service: number,
                field,
            });
        }
    }
    // An empty user is how the application itself is written there.
    let for_application = matches!(service.service_type, ServiceType::Chat | ServiceType::Apaas);
    if let Some(user) = service.user() {
        let in_channel = matches!(service.fields, FieldsRef::ChannelUser { .. });
        if user.is_empty() && !for_application {
            report(Warning::AnyUser { service: number });
        } else if user == "0" {
            report(Warning::AccountIsTextZero { service: number });
        } else if in_channel && undocumented(user, ACCOUNT_MAX) {
            let field = user_field(&service.fields);
            report(Warning::UndocumentedName {
                service: number,
                field,
            });
        }
    }
}
