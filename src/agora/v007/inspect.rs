//! Likely mistakes in a token.

use super::parse::{FieldsRef, ParsedToken2, ServiceRef};
use super::privilege::ServiceType;
use crate::Field;
use crate::agora::limits::{ACCOUNT_MAX, CHANNEL_MAX};
use crate::agora::warning::{
    Group, LOOKS_LIKE_UNIX_TIME, NameFault, OddAccount, PRIVILEGES_TOLD, SERVICES_TOLD, Warning,
};
use crate::agora::{AppId, ExpireIn};

impl ParsedToken2<'_> {
    /// Reports everything that is legal and still likely a mistake; what
    /// depends on the time only when `now` (Unix seconds) is given.
    ///
    /// Of the first 32 services, and each of their first 32 privileges: the
    /// work grows with the token and no faster, and the number of reports is
    /// bounded.
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
        let (mut last, mut is_sorted) = (0, true);
        for service in self.services().take(SERVICES_TOLD) {
            let number = service.service_type.number();
            is_sorted &= number >= last && service.privileges.are_sorted();
            last = number;
            name_warnings(&service, report);
            self.privilege_warnings(&service, now, report);
        }
        if !is_sorted {
            report(Warning::Unsorted);
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
        let join = service.service_type.join_privilege();
        if has_privileges && service.privileges.is_empty() {
            report(Warning::NoPrivileges { service: number });
        } else if service.channel().is_some_and(|channel| !channel.is_empty())
            && join.is_some_and(|join| service.privileges.get(join).is_none())
        {
            report(Warning::NoJoinPrivilege { service: number });
        }
        let [mut unlimited, mut absolute, mut longer] = [Group::default(); 3];
        for (at, (privilege, expire)) in service.privileges.iter().enumerate() {
            let seconds = expire.as_seconds();
            let is_told = at < PRIVILEGES_TOLD;
            if is_told && service.privileges.begin_with(at, privilege) {
                report(Warning::RepeatedPrivilege {
                    service: number,
                    privilege,
                });
            }
            if expire == ExpireIn::WITH_TOKEN {
                unlimited.add(privilege, seconds);
                continue;
            }
            if seconds >= LOOKS_LIKE_UNIX_TIME {
                absolute.add(privilege, seconds);
            } else if expire > self.expire() {
                longer.add(privilege, seconds);
            }
            let end = expire.after(self.issued_at());
            let ended = |now: u32| u64::from(now) >= end && u64::from(now) < self.expires_at();
            if is_told && now.is_some_and(ended) {
                report(Warning::PrivilegeExpired {
                    service: number,
                    privilege,
                });
            }
        }
        let service = number;
        if let Some(warning) = unlimited.without_limit(service) {
            report(warning);
        }
        let Group {
            privilege,
            count,
            seconds,
        } = absolute;
        if count > 0 {
            report(Warning::PrivilegeLooksAbsolute {
                service,
                privilege,
                count,
                seconds,
            });
        }
        let Group {
            privilege,
            count,
            seconds,
        } = longer;
        if count > 0 {
            report(Warning::PrivilegeOutlivesToken {
                service,
                privilege,
                count,
                seconds,
            });
        }
    }
}

fn name_warnings(service: &ServiceRef<'_>, report: &mut dyn FnMut(Warning)) {
    let number = service.service_type.number();
    let mut undocumented = |field, name, max| {
        if let Some(fault) = NameFault::of(name, max) {
            report(Warning::UndocumentedName {
                service: number,
                field,
                fault,
            });
        }
    };
    let in_channel = matches!(service.fields, FieldsRef::ChannelUser { .. });
    if let FieldsRef::ChannelUser { channel, account } = service.fields {
        undocumented(Field::Channel, channel, CHANNEL_MAX);
        undocumented(Field::Account, account, ACCOUNT_MAX);
        if channel.is_empty() {
            report(Warning::EmptyChannel { service: number });
        }
    }
    // An empty user is how the application itself is written there.
    let for_application = matches!(service.service_type, ServiceType::Chat | ServiceType::Apaas);
    let Some(user) = service.user() else {
        return;
    };
    if user.is_empty() && !for_application {
        report(Warning::AnyUser { service: number });
    } else if user == "0" {
        report(Warning::AccountIsTextZero { service: number });
    } else {
        // Other services have no uids: a long number is a name like any other.
        let odd_number = in_channel.then(|| OddAccount::number(user)).flatten();
        if let Some(odd) = OddAccount::no_value(user).or(odd_number) {
            let service = number;
            report(Warning::OddAccount { service, odd });
        }
    }
}
