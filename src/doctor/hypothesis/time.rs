//! Times: ended, from the future, in another unit, or counted from another
//! point than the format counts from.

use alloc::format;
use alloc::string::String;

use super::{Case, Findings, Wanted};
use crate::doctor::answer::Fault;
use crate::doctor::cause::Cause;
use crate::doctor::facts::{End, Facts, Grant, Inside};
use crate::doctor::question::{Question, Version};
use crate::doctor::words;

const MINUTE: i64 = 60;
const DAY: i64 = 86_400;

/// From here on a number of seconds is rather a point in time (2001).
const LOOKS_LIKE_TIME: i64 = 1_000_000_000;
/// From here on a point in time is rather one in milliseconds (1973; in seconds
/// the year 5138).
const LOOKS_LIKE_MILLISECONDS: i64 = 100_000_000_000;
/// Ten years: who gives a lifetime as a point in time gives at most this.
const LONGEST_LIFETIME: i64 = 315_360_000;

pub(super) fn test(case: &Case<'_>, found: &mut Findings) {
    let Inside {
        issued_at,
        expires_at,
        ..
    } = *case.inside;
    let now = i64::from(case.question.now);
    if case.fails(Fault::Issued) {
        issued(issued_at, now, found);
    }
    if case.fails(Fault::Time) {
        let lifetime = expires_at.saturating_sub(issued_at);
        if case.facts.version != Version::V006 && lifetime <= 0 {
            let because = format!("It ended when it was made, at {}.", case.when(expires_at));
            found.add(Cause::LifetimeZero, because);
        } else if case.facts.version == Version::V006 && privileges_last(case, now) {
            let because = format!(
                "The token ended 24 hours after it was made, at {}; its privileges would last.",
                case.when(expires_at)
            );
            found.add(Cause::V006DayLimit, because);
        } else {
            ended(expires_at, case.question, found);
        }
    }
}

fn ended(end: i64, question: &Question<'_>, found: &mut Findings) {
    let because = format!("It ended at {}.", words::signed_time(end, question.now));
    found.add(Cause::Expired, because);
}

/// What the clear part of a token that nobody can open tells.
pub(super) fn of_closed(
    facts: &Facts,
    question: &Question<'_>,
    faults: &[Fault],
    found: &mut Findings,
) {
    if let Some(end) = facts.clear_end {
        if faults.contains(&Fault::Time) {
            ended(end, question, found);
        } else if end >= LOOKS_LIKE_MILLISECONDS {
            found.add(Cause::Milliseconds, "Its end is a time in milliseconds.");
        }
    }
}

fn issued(issued_at: i64, now: i64, found: &mut Findings) {
    if is_milliseconds_near(issued_at, now) {
        let because = format!("The issue time {issued_at} is one in milliseconds.");
        return found.add(Cause::Milliseconds, because);
    }
    let ahead = issued_at.saturating_sub(now);
    let span = words::span(ahead.unsigned_abs());
    let zone = time_zone(ahead).map_or_else(String::new, |zone| {
        format!(" That is {zone}: local time was probably taken for UTC.")
    });
    let because = format!("It was issued {span} after the time of the question.{zone}");
    found.add(Cause::ClockAhead, because);
}

/// Whether `time` is one in milliseconds, whole or cut to 32 bits, around
/// `now`.
fn is_milliseconds_near(time: i64, now: i64) -> bool {
    const HOUR: i64 = 3_600_000;
    const CUT: i64 = 1 << 32;
    if time >= LOOKS_LIKE_MILLISECONDS {
        return true;
    }
    let ahead = time.saturating_sub(now);
    let distance = now
        .saturating_mul(1000)
        .saturating_sub(time)
        .rem_euclid(CUT);
    ahead > 30 * DAY && !(HOUR..=CUT - HOUR).contains(&distance)
}

/// `UTC+8`, when a clock is ahead by what a time zone is.
fn time_zone(ahead: i64) -> Option<String> {
    const QUARTER: i64 = 900;
    const TOLERANCE: i64 = 120;
    let quarters = ahead.saturating_add(QUARTER / 2) / QUARTER;
    let off = ahead
        .saturating_sub(quarters.saturating_mul(QUARTER))
        .saturating_abs();
    if off > TOLERANCE || !(2..=56).contains(&quarters) {
        return None;
    }
    let (hours, minutes) = (quarters / 4, (quarters % 4).saturating_mul(15));
    Some(if minutes == 0 {
        format!("UTC+{hours}")
    } else {
        format!("UTC+{hours}:{minutes:02}")
    })
}

/// Whether what is asked of a 006 token, or all of it, lasts beyond `now`.
fn privileges_last(case: &Case<'_>, now: i64) -> bool {
    let lasts = |grant: &Grant| match grant.end {
        End::WithToken => true,
        End::At(end) => now < end,
        End::Denied => false,
    };
    let uses = &case.inside.uses;
    let is_wanted = |service, number| {
        let mut wanted = case.wanted.iter();
        case.wanted.is_empty() || wanted.any(|one| one.service == service && one.number == number)
    };
    let mut asked = uses.iter().flat_map(|usage| {
        let service = usage.service;
        usage
            .grants
            .iter()
            .filter(move |grant| is_wanted(service, grant.number))
    });
    asked.any(lasts)
}

/// Why the privilege `wanted` has ended, at `end`.
pub(super) fn privilege_ended(
    case: &Case<'_>,
    wanted: Wanted,
    grant: &Grant,
    end: i64,
    found: &mut Findings,
) {
    let title = wanted.title();
    let when = case.when(end);
    let value = i64::from(grant.value);
    let issued_at = case.inside.issued_at;
    if case.facts.version == Version::V006 {
        // Lifetimes are whole minutes, unless they are short.
        let is_lifetime = value <= LONGEST_LIFETIME && (value % MINUTE == 0 || value <= 12 * DAY);
        if cut_milliseconds(value, issued_at).is_some() || (!is_lifetime && value < issued_at) {
            let because =
                format!("The deadline of {title} is {when}: milliseconds cut to 32 bits.");
            return found.add(Cause::Milliseconds, because);
        }
        if is_lifetime {
            let because = format!("The deadline of {title} is {value}, which is {when}.");
            return found.add(Cause::LifetimeAsAbsoluteTime, because);
        }
        // That is how tokens of 006 end, unless some of it lasts.
        let now = i64::from(case.question.now);
        let mut all = case.inside.uses.iter().flat_map(|usage| &usage.grants);
        if all.all(|grant| matches!(grant.end, End::At(end) if now >= end)) {
            found.add(
                Cause::Expired,
                format!("All that it grants ended at {when}."),
            );
        }
    }
    if !case.fails(Fault::Time) {
        found.add(Cause::PrivilegeExpired, format!("{title} ended at {when}."));
    }
}

/// The lifetime of a deadline that was given in milliseconds and cut to 32 bits,
/// of whole minutes and at most a year.
fn cut_milliseconds(deadline: i64, issued_at: i64) -> Option<i64> {
    const CUT: i64 = 1 << 32;
    let from = issued_at.saturating_mul(1000);
    let mut lifetime = deadline.saturating_sub(from).rem_euclid(CUT);
    while lifetime <= 366 * DAY * 1000 {
        if lifetime > 0 && lifetime % (MINUTE * 1000) == 0 {
            return Some(lifetime / 1000);
        }
        lifetime = lifetime.saturating_add(CUT);
    }
    None
}

/// Lifetimes that nobody means, although nothing fails by them.
pub(super) fn suspicious(case: &Case<'_>, found: &mut Findings) {
    let Inside {
        issued_at,
        expires_at,
        ..
    } = *case.inside;
    let is_006 = case.facts.version == Version::V006;
    if expires_at >= LOOKS_LIKE_MILLISECONDS || issued_at >= LOOKS_LIKE_MILLISECONDS {
        let because = format!("Its times, such as its end {expires_at}, are milliseconds.");
        return found.add(Cause::Milliseconds, because);
    }
    if !is_006 {
        lifetime(
            "The token",
            expires_at.saturating_sub(issued_at),
            issued_at,
            found,
        );
    }
    for usage in &case.inside.uses {
        for grant in &usage.grants {
            let value = i64::from(grant.value);
            let wanted = Wanted {
                service: usage.service,
                number: grant.number,
            };
            let title = wanted.title();
            match usage.service {
                None => {}
                Some(_) if !is_006 => lifetime(&title, value, issued_at, found),
                Some(_) if value > issued_at.saturating_add(400 * DAY) => {
                    if cut_milliseconds(value, issued_at).is_some() {
                        let because = format!(
                            "The deadline {value} of {title} is milliseconds cut to 32 bits."
                        );
                        found.add(Cause::Milliseconds, because);
                    } else {
                        lifetime(&title, value.saturating_sub(issued_at), issued_at, found);
                    }
                }
                Some(_) => {}
            }
        }
    }
}

fn lifetime(title: &str, seconds: i64, issued_at: i64, found: &mut Findings) {
    let span = words::span(seconds.unsigned_abs());
    let distance = seconds.saturating_sub(issued_at);
    let near = (-30 * DAY..=LONGEST_LIFETIME).contains(&distance);
    // Days are counted in days, and nobody means 1000 of them.
    let of_days = seconds % DAY == 0 && seconds <= 400 * DAY;
    if seconds >= LOOKS_LIKE_TIME && (near || seconds % (MINUTE * 1000) != 0) {
        let because = format!("{title} lasts {seconds} seconds, {span}: that is a point in time.");
        found.add(Cause::AbsoluteTimeAsLifetime, because);
    } else if seconds > DAY && seconds % (MINUTE * 1000) == 0 && !of_days {
        let meant = words::span((seconds / 1000).unsigned_abs());
        let because =
            format!("{title} lasts {seconds} seconds, {span}; as milliseconds it is {meant}.");
        found.add(Cause::Milliseconds, because);
    }
}
