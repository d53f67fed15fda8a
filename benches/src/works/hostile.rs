//! Texts that are made to take long: for twice as much of one, a parser may do
//! hardly more than twice the work.

#[path = "../../../tests/support/hostile.rs"]
mod tokens;

use std::hint::black_box;

use tokenmint::agora::legacy::ParsedKey5;
use tokenmint::agora::v007::ParsedToken2;
use tokenmint::agora::{Expected, Role, v006};
use tokenmint::ath::{ParsedAttestation, PublicKey};
use tokenmint::internals::wire::json;
use tokenmint::zego::Sealed04;

use self::tokens::{NOW, content_007, distinct, token_006};
use crate::{List, Measured, keep};

/// Twice as much is twice the work, and a little.
const TWICE: (f64, f64) = (2.0, 2.2);

/// However much longer: it is not looked at.
const THE_SAME: (f64, f64) = (1.0, 1.1);

pub(crate) fn add(list: &mut List) {
    doubled(list, "007 privileges", |size| {
        let content = keep(content_007(1, size, distinct));
        move || read_007(content)
    });
    doubled(list, "007 services", |size| {
        let content = keep(content_007(size, 0, distinct));
        move || read_007(content)
    });
    doubled(list, "006 privileges", |size| {
        let token = keep(token_006(size / 2, distinct));
        let mut workspace = vec![0; token.len()];
        move || {
            let parsed = v006::ParsedToken::parse(token, &mut workspace).expect("a token");
            let mut count = 0;
            parsed.warnings(Some(NOW + 2), |_| count += 1);
            (count, parsed.check(&expected()).ok().is_ok())
        }
    });
    doubled(list, "json members", |size| {
        read_json(&format!("{{{}\"b\":1}}", "\"a\":[{}],".repeat(size / 9)))
    });
    doubled(list, "json depth", |size| {
        let (open, close) = ("[".repeat(30), "]".repeat(30));
        let lists = format!("{open}{close},").repeat(size / 60);
        read_json(&format!("{{\"b\":[{lists}0]}}"))
    });
    doubled(list, "json escapes", |size| {
        read_json(&format!("{{\"{}\":1}}", "\\u0061".repeat(size / 6)))
    });
    doubled(list, "pem blocks", |size| {
        let text = keep("-----BEGIN X-----".repeat(size / 17));
        move || PublicKey::from_pem(text).is_ok()
    });
    refused(list, "too long for 007", |text| {
        ParsedToken2::parse(text, &mut []).is_err()
    });
    refused(list, "too long for 006", |text| {
        v006::ParsedToken::parse(text, &mut []).is_err()
    });
    refused(list, "too long for 005", |text| {
        ParsedKey5::parse(text, &mut []).is_err()
    });
    refused(list, "too long for 04", |text| {
        Sealed04::parse(text, &mut []).is_err()
    });
    refused(list, "too long for an attestation", |text| {
        ParsedAttestation::parse(text, &mut []).is_err()
    });
}

fn expected() -> Expected<'static> {
    Expected::to_join("channel", 7, Role::Publisher).now(NOW)
}

fn read_007(content: &[u8]) -> (usize, bool) {
    let parsed = ParsedToken2::from_content(black_box(content)).expect("a content");
    let mut count = 0;
    parsed.warnings(Some(NOW + 2), |_| count += 1);
    (count, parsed.check(&expected()).ok().is_ok())
}

fn read_json(text: &str) -> impl FnMut() -> bool + use<> {
    let text = keep(text.to_owned());
    move || {
        let [b, none] = json::members(black_box(text).as_bytes(), &["b", "none"]).expect("JSON");
        b.is_some() && none.is_none()
    }
}

/// The work for half and all of `SIZE`.
fn doubled<T, W: FnMut() -> T + 'static>(
    list: &mut List,
    group: &'static str,
    work: impl Fn(usize) -> W,
) {
    const SIZE: usize = 20_000;
    if !list.group(group, Measured::Growth) {
        return;
    }
    list.floor("half", work(SIZE / 2));
    list.budgeted("whole", "half", TWICE, work(SIZE));
}

/// The work for 1 MiB and 4 MiB.
fn refused(list: &mut List, group: &'static str, refuse: fn(&str) -> bool) {
    if !list.group(group, Measured::Growth) {
        return;
    }
    let version = match group {
        "too long for 007" => "007",
        "too long for 006" => "006",
        "too long for 005" => "005",
        "too long for 04" => "04",
        _ => "",
    };
    let of = |len: usize| {
        let text = keep(format!("{version}{}", "A".repeat(len)));
        move || assert!(refuse(black_box(text)), "{version}")
    };
    list.floor("1 mib", of(1 << 20));
    list.budgeted("4 mib", "1 mib", THE_SAME, of(4 << 20));
}
