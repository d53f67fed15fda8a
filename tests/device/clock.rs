//! A clock that is set by answers.

use proptest::prelude::*;
use tokenmint::Error;
use tokenmint::device::{Clock, Skew};

const DATE: u32 = 1_700_000_000;

proptest! {
    /// A server stamps an answer with its second at some moment of the exchange;
    /// the device's quartz is a little off.
    #[test]
    fn the_true_time_is_always_within_what_is_said(
        sent in 0_u64..1 << 40,
        exchange in 0_u64..20_000,
        stamped in 0.0..=1.0,
        later in 0_u64..1 << 32,
        drift in -190.0..190.0,
        fraction in 0_u64..1000,
    ) {
        let at = (stamped * exchange as f64) as u64;
        // The true time, in milliseconds, when the answer was stamped.
        let true_stamp = u64::from(DATE) * 1000 + fraction;
        let true_received = true_stamp + (exchange - at);
        let clock = Clock::new(DATE, sent, sent + exchange);
        let tick = sent + exchange + later;
        let true_now = true_received + (later as f64 * (1.0 + drift / 1e6)) as u64;
        let earliest = u64::from(clock.unix_seconds(tick)) * 1000;
        let latest = earliest + 1000 + u64::from(clock.uncertainty_ms(tick));
        prop_assert!(earliest <= true_now + 1, "{earliest} {true_now}");
        prop_assert!(true_now <= latest + 1, "{true_now} {latest}");
        let own = u32::try_from(true_now / 1000).unwrap();
        prop_assert_eq!(clock.skew_of(own, tick), Skew::None);
    }
}

#[test]
fn what_was_learned_is_kept_or_replaced() {
    let mut clock = Clock::new(DATE, 0, 8_000);
    assert_eq!(clock.uncertainty_ms(8_000), 9_000);
    // A quicker exchange narrows it.
    assert!(clock.learn(DATE + 10, 18_000, 18_100));
    assert!(clock.uncertainty_ms(18_100) <= 1_100);
    // A slower one cannot widen it.
    assert!(clock.learn(DATE + 12, 20_000, 30_000));
    assert!(clock.uncertainty_ms(30_000) < 1_200);
    // The ticks stood still for an hour: it is noticed, and set.
    assert!(!clock.learn(DATE + 3_700, 31_000, 31_100));
    assert_eq!(clock.unix_seconds(31_100), DATE + 3_700);
    // And a clock that was an hour ahead.
    assert!(!clock.learn(DATE + 30, 32_000, 32_100));
    assert_eq!(clock.unix_seconds(32_100), DATE + 30);
}

#[test]
fn a_wrong_clock_is_noticed() {
    let clock = Clock::new(DATE, 0, 1_000);
    assert_eq!(clock.skew_of(0, 1_000), Skew::Behind(DATE));
    assert_eq!(clock.skew_of(DATE - 1, 1_000), Skew::Behind(1));
    assert_eq!(clock.skew_of(DATE, 1_000), Skew::None);
    assert_eq!(clock.skew_of(DATE + 2, 1_000), Skew::None);
    assert_eq!(clock.skew_of(DATE + 3, 1_000), Skew::Ahead(1));
    assert_eq!(
        clock.skew_of(u32::MAX, 1_000),
        Skew::Ahead(u32::MAX - DATE - 2)
    );
}

#[test]
fn extremes_do_not_wrap() {
    assert_eq!(Clock::new(0, 0, 0).stamp(0, 1), Err(Error::IssueTimeZero));
    let clock = Clock::new(u32::MAX, 5, 1);
    assert_eq!(clock.unix_seconds(u64::MAX), u32::MAX);
    assert_eq!(clock.uncertainty_ms(u64::MAX), u32::MAX);
    let mut clock = Clock::new(DATE, 0, u64::MAX);
    assert_eq!(clock.unix_seconds(0), DATE);
    clock.learn(0, u64::MAX, 0);
}
