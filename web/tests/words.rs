//! Every word of the page has its Chinese.

#![allow(missing_docs)]

use std::collections::HashMap;
use std::fs;

use tokenmint::doctor::{Cause, Fault};

fn read(path: &str) -> String {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(path).expect("a file of this package")
}

fn words() -> HashMap<String, String> {
    let table = read("words/zh.tsv");
    let lines = table.lines().skip(1);
    lines
        .map(|line| line.split_once('\t').expect("a tab"))
        .map(|(english, other)| (english.to_owned(), other.to_owned()))
        .collect()
}

/// What stands between `start` and the next quotation mark.
fn between<'t>(text: &'t str, start: &str) -> Vec<&'t str> {
    let parts = text.split(start).skip(1);
    parts.filter_map(|part| part.split('"').next()).collect()
}

#[test]
fn causes_and_faults() {
    let words = words();
    for cause in Cause::ALL {
        for text in [cause.meaning(), cause.advice()] {
            assert!(words.contains_key(text), "{}: {text}", cause.id());
        }
    }
    for fault in [
        Fault::Format,
        Fault::Certificate,
        Fault::Version,
        Fault::Signature,
        Fault::Issuer,
        Fault::AppId,
        Fault::Issued,
        Fault::Time,
        Fault::Content,
        Fault::Audience,
        Fault::Nonce,
        Fault::Channel,
        Fault::User,
        Fault::Privilege,
        Fault::PrivilegeEnded,
    ] {
        let word = fault.name().replace('_', " ");
        assert!(words.contains_key(&word), "{word}");
    }
}

#[test]
fn what_the_page_says() {
    let words = words();
    let (page, script) = (read("page/index.html"), read("page/app.js"));
    let said = between(&page, "data-say=\"");
    assert!(said.len() > 20);
    for text in said.into_iter().chain(between(&script, "say(\"")) {
        assert!(words.contains_key(text), "{text}");
    }
}

#[test]
fn names_of_pieces() {
    let words = words();
    for file in ["agora", "jwt", "walk", "zego"] {
        let code = read(&format!("../src/doctor/anatomy/{file}.rs"));
        for call in [
            "bytes", "hex", "text", "u16", "u32", "string", "length", "rest",
        ] {
            for name in between(&code, &format!(".{call}(\"")) {
                assert!(words.contains_key(name), "{name}");
            }
        }
    }
}

#[test]
fn every_translation_is_one() {
    for (english, other) in words() {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || " .:()".contains(c);
        let same_allowed = ["JSON", "base64", "base64url", "payload", "uid"];
        assert!(
            !other.chars().all(is_plain)
                || same_allowed.contains(&english.as_str())
                || other == "App ID",
            "{english}: {other}"
        );
    }
}
