//! Official tokens, damaged in every way that has a name, and in others.

extern crate std;

use std::format;
use std::string::{String, ToString};
use std::vec;
use std::vec::Vec;

use proptest::prelude::*;

use super::*;
use crate::agora::Account;
use crate::agora::v007::{ParsedToken2, workspace_len};
use crate::wire::crc32::crc32;
use crate::wire::zlib::{Compression, Stored};

/// Made by the official Ruby, Python and PHP libraries.
const V007: &str = "007eJxTYLjQ9/zZ+w2CM35P8tTb86/Y7eKLwr+FVzqfTby1psdDViFBgcHM3CLN0tLIMi\
    Ul1dzYPNnUKNXAxDgpMcUizdTIyCTZ4uc3/3QOdgaGO8ktLIwMjAwsQAwCTGCSGUyygElWhpz8pKRKNgZTc2MDCwMA1e\
    YkHA==";
const V006: &str = "006704f4facce2aa116bbe5b6f81aadbedaIACPa1pwjUm6In+QJAKbxXQ8aqmbbSPCB3VRxS\
    fHHn0ef22qGuC5/gMMIgC8iAAA7ExEaAQAAQCMF0NoAwCMF0NoAgCMF0NoBACMF0No";
const ZEGO: &str = "04AAAAAGp569AAEHNiN2s2ZHVkbWkyYmJxb2sAcMJN4IcefWGe0UBer15g7M2bueOZSS9Wehq\
    iyX9LvjRUjvwtTmPD/7A9YSJ9+knC1b20HgjyoJyD+BsfIALdypmimTYEGUI6Q+zxhy0xOKhYjRQpAMVK7A8+nXtPkbye\
    oWOMD6zh3p+1CcBcB8beHF8=";
const SECRET: &str = "0766b4d1fef0aecbd1ee93a0d611170e";
const SIGNALING: &str =
    "1:970CA35de60c44645bbae8a215061b33:1514133234:82539e1f3973bcfe3f0d0c8993e6c051";

fn nothing() -> Question<'static> {
    Question::at(1_700_000_000)
}

fn ids(recovery: &Recovery) -> Vec<&'static str> {
    recovery.causes().map(Cause::id).collect()
}

#[track_caller]
fn check(text: &str, token: Option<&str>, causes: &[&str]) {
    let recovery = recover(text, &nothing());
    assert_eq!(recovery.token.as_deref(), token, "{text:?}: {recovery:?}");
    assert_eq!(ids(&recovery), causes, "{text:?}: {recovery:?}");
}

fn stream() -> Vec<u8> {
    view::decode(V007.bytes().skip(3).map_while(view::value))
}

fn content(token: &str) -> Vec<u8> {
    let mut workspace = vec![0; workspace_len(token.len())];
    let parsed = ParsedToken2::parse(token, &mut workspace).unwrap();
    parsed.content().to_vec()
}

fn base64(bytes: &[u8]) -> String {
    pack::token("", bytes).unwrap()
}

fn wrapped(text: &str, width: usize, between: &str) -> String {
    let characters: Vec<_> = text.chars().collect();
    let lines = characters.chunks(width).map(|line| line.iter().collect());
    lines.collect::<Vec<String>>().join(between)
}

#[test]
fn tokens_as_they_stand_are_left_alone() {
    for token in [V007, V006, ZEGO, SIGNALING] {
        assert!(recover(token, &nothing()).is_intact(), "{token}");
        assert_eq!(find_all(token, &nothing()).len(), 1);
    }
}

#[test]
fn each_encoding_is_undone() {
    for token in [V007, V006, ZEGO] {
        let percent = token
            .replace('+', "%2B")
            .replace('/', "%2f")
            .replace('=', "%3D");
        check(&percent, Some(token), &["paste-percent-encoded"]);
        check(
            &percent.replace('%', "%25"),
            Some(token),
            &["paste-percent-encoded"],
        );
        let url = token.replace('+', "-").replace('/', "_");
        check(&url, Some(token), &["paste-base64url"]);
        check(
            &token.replace('+', " "),
            Some(token),
            &["paste-plus-as-space"],
        );
        let wide = |c: char| char::from_u32(u32::from(c) + 0xFEE0).unwrap();
        let digits: String = token
            .chars()
            .map(|c| if c.is_ascii_digit() { wide(c) } else { c })
            .collect();
        check(&digits, Some(token), &["paste-full-width"]);
    }
    for token in [V007, ZEGO] {
        let bare = token.trim_end_matches('=');
        check(bare, Some(token), &["paste-padding-lost"]);
        let url = bare.replace('+', "-").replace('/', "_");
        check(
            &url,
            Some(token),
            &["paste-base64url", "paste-padding-lost"],
        );
    }
}

#[test]
fn white_space_inside_is_overlooked() {
    for token in [V007, V006, ZEGO] {
        for width in [8, 20, 64, 76, 80] {
            for between in ["\n", "\r\n", "\n    ", "\n\t", " "] {
                let text = wrapped(token, width, between);
                check(&text, Some(token), &["paste-whitespace-inside"]);
            }
        }
    }
}

#[test]
fn what_is_around_is_taken_off() {
    for token in [V007, V006, ZEGO] {
        for (front, behind, cause) in [
            ("\"", "\"", "paste-wrapped-in-marks"),
            ("'", "',", "paste-wrapped-in-marks"),
            ("**", "**", "paste-wrapped-in-marks"),
            ("`", "`", "paste-wrapped-in-marks"),
            ("<", ">", "paste-wrapped-in-marks"),
            ("“", "”", "paste-wrapped-in-marks"),
            ("「", "」", "paste-wrapped-in-marks"),
            ("（", "）\n", "paste-wrapped-in-marks"),
            ("", ".", "paste-extra-characters"),
            ("x", "", "paste-extra-characters"),
            ("", "x", "paste-extra-characters"),
            ("\u{FEFF}", "", "paste-invisible-characters"),
            ("\u{A0}", "", "paste-invisible-characters"),
            ("", "\n", "paste-invisible-characters"),
            ("", "\0", "paste-invisible-characters"),
            (
                "{\"token\": \"",
                "\", \"expireIn\": 7200}",
                "paste-embedded",
            ),
            ("Authorization: Bearer ", "", "paste-embedded"),
            ("agora token=", "", "paste-embedded"),
            ("https://example.com/?token=", "&uid=1", "paste-embedded"),
            ("const token = '", "';", "paste-embedded"),
            ("12:01 INFO joined with ", " as 77", "paste-embedded"),
            ("令牌：", "，请使用", "paste-embedded"),
        ] {
            check(&format!("{front}{token}{behind}"), Some(token), &[cause]);
        }
        let inside = format!("{}\u{200B}{}", &token[..50], &token[50..]);
        check(&inside, Some(token), &["paste-invisible-characters"]);
    }
}

#[test]
fn the_version_is_put_right() {
    for (token, version) in [(V007, "007"), (V006, "006"), (ZEGO, "04")] {
        let body = &token[version.len()..];
        check(body, Some(token), &["paste-prefix-lost"]);
        let doubled = format!("{version}{token}");
        check(&doubled, Some(token), &["paste-prefix-doubled"]);
        for wrong in ["OO7", "008", "7", "003", "0O7"] {
            let text = format!("{wrong}{body}");
            check(&text, Some(token), &["paste-wrong-version-digits"]);
        }
    }
    let other = format!("03{}", &ZEGO[2..]);
    assert!(recover(&other, &nothing()).is_intact(), "nothing shows it");
    let mut question = nothing();
    question.secret = Some(SECRET);
    let recovery = recover(&format!(" {other}"), &question);
    assert_eq!(recovery.token.as_deref(), Some(ZEGO));
}

#[test]
fn a_token_in_pieces_is_put_together() {
    for token in [V007, V006, ZEGO] {
        // At a +, which must not be taken for one between two strings.
        let (one, two) = token.split_at(token.find('+').unwrap());
        for text in [
            format!("token = \"{one}\" +\n    \"{two}\";"),
            format!("token = (\"{one}\"\n         \"{two}\")"),
            format!("Hello\n> {one}\n> {two}\n"),
            format!("Token: {one}=\n{}\nBye", two.replace('=', "=3D")),
        ] {
            let recovery = recover(&text, &nothing());
            assert_eq!(recovery.token.as_deref(), Some(token), "{text}");
            assert_eq!(ids(&recovery)[0], "paste-embedded");
        }
    }
}

#[test]
fn damages_add_up() {
    for token in [V007, V006, ZEGO] {
        let text = format!("\"{}\"", wrapped(&token.replace('+', " "), 63, "\n"));
        let causes = [
            "paste-wrapped-in-marks",
            "paste-whitespace-inside",
            "paste-plus-as-space",
        ];
        check(&text, Some(token), &causes);
    }
}

#[test]
fn home_made_packaging_is_named_and_the_content_packed_again() {
    let stream = stream();
    let content = content(V007);
    let raw = &stream[2..stream.len() - 4];
    let mut gzip = vec![0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3];
    gzip.extend(raw);
    gzip.extend(crc32(&content).to_le_bytes());
    gzip.extend(u32::try_from(content.len()).unwrap().to_le_bytes());
    let mut twice = vec![0; 512];
    let len = Stored.compress(&stream, &mut twice).unwrap();
    let hex: String = stream.iter().map(|byte| format!("{byte:02X}")).collect();
    for (body, cause) in [
        (base64(raw), "port-raw-deflate"),
        (base64(&gzip), "port-gzip"),
        (base64(&content), "port-not-compressed"),
        (base64(&twice[..len]), "port-double-compressed"),
        (hex.clone(), "port-hex"),
        (hex.to_lowercase(), "port-hex"),
        (base64(base64(&stream).as_bytes()), "port-double-base64"),
    ] {
        for (front, behind, first) in [("", "", cause), ("\"", "\"", "paste-wrapped-in-marks")] {
            let recovery = recover(&format!("{front}007{body}{behind}"), &nothing());
            assert_eq!(ids(&recovery)[0], first, "{cause}");
            assert_eq!(ids(&recovery).last(), Some(&cause));
            assert_eq!(self::content(&recovery.token.unwrap()), content, "{cause}");
        }
    }
    check(
        &base64(ZEGO.as_bytes()),
        Some(ZEGO),
        &["port-double-base64"],
    );
}

#[test]
fn a_short_end_is_put_back_where_that_is_certain() {
    for lost in 3..=6 {
        let text = &V007[..V007.len() - lost];
        check(text, Some(V007), &["paste-truncated"]);
    }
    let text = &V006[..V006.len() - 4];
    check(text, None, &["paste-truncated"]);
    let mut question = nothing();
    question.secret = Some("ccd306004130b12a3c66b7828c40e074");
    question.channel = Some("Karaoke");
    question.user = Some(Account::Uid(273_058_254));
    let recovery = recover(text, &question);
    assert_eq!(recovery.token.as_deref(), Some(V006));
    question.channel = Some("karaoke");
    assert_eq!(recover(text, &question).token, None);
}

#[test]
fn what_is_lost_is_named() {
    for token in [V007, V006, ZEGO] {
        for lost in [20, token.len() / 2, token.len() - 12] {
            let text = &token[..token.len() - lost];
            check(text, None, &["paste-truncated"]);
            check(&format!("{text}…"), None, &["paste-truncated"]);
        }
        check(&token.to_lowercase(), None, &["paste-case-changed"]);
        let capitals = token.to_uppercase();
        assert_eq!(ids(&recover(&capitals, &nothing())), ["paste-case-changed"]);
    }
}

#[test]
fn details_say_which_characters() {
    for (text, detail) in [
        (format!("\u{FEFF}{V006}"), "U+FEFF in front of it"),
        (
            format!("**{V006}**"),
            "\"**\" in front of it, \"**\" behind it",
        ),
        (
            V006.replace("+Q", " Q"),
            "character 50 of it: a blank for +",
        ),
        (V006.replace('/', "_"), "character 88 of it: - or _"),
        (
            wrapped(V006, 60, "\n"),
            "2 characters of it, the first is 61: white space",
        ),
    ] {
        let recovery = recover(&text, &nothing());
        assert_eq!(recovery.undone[0].detail, detail, "{text:?}");
    }
}

#[test]
fn the_tail_of_the_web_kit_is_cut_off() {
    let text = format!("{ZEGO}#eyJ1c2VySUQiOiJhbGljZSJ9");
    check(&text, Some(ZEGO), &["zego-kit-token"]);
}

#[test]
fn what_is_no_token_is_named() {
    for text in [
        "",
        " \n",
        "\"\"",
        "{\"token\": \"\"}",
        "Bearer ",
        "\u{FEFF}",
    ] {
        check(text, None, &["empty-token"]);
    }
    for text in [
        "undefined",
        "null",
        "[object Promise]",
        "<!DOCTYPE html><html><body>404</body></html>",
        "YOUR_TOKEN",
        "lobby",
        "{\"error\": \"not found\"}",
    ] {
        check(text, None, &["not-a-token"]);
    }
    let id = "970CA35de60c44645bbae8a215061b33";
    let pair = base64(format!("{id}:{id}").as_bytes());
    for text in [
        id.to_string(),
        format!("'{id}'"),
        pair.clone(),
        format!("Basic {pair}"),
    ] {
        check(&text, None, &["credential-as-token"]);
    }
}

#[test]
fn details_never_have_the_secret() {
    let mut question = nothing();
    question.secret = Some(SECRET);
    let texts = [
        SECRET.to_string(),
        format!("secret {SECRET} here"),
        format!("\"{SECRET}\""),
    ];
    for text in texts {
        let shown = format!("{:?}", recover(&text, &question));
        assert!(!shown.contains(SECRET), "{shown}");
    }
}

#[test]
fn several_tokens_are_found_one_by_one() {
    let text = format!("{V007}\n\"{V006}\"\n\nzego: {ZEGO}\n{SIGNALING}\n");
    let all = find_all(&text, &nothing());
    let tokens: Vec<_> = all.iter().filter_map(|one| one.token.as_deref()).collect();
    assert_eq!(tokens, [V007, V006, ZEGO, SIGNALING]);
    let causes: Vec<_> = all.iter().map(ids).collect();
    let expected: [&[&str]; 4] = [&[], &["paste-wrapped-in-marks"], &["paste-embedded"], &[]];
    assert_eq!(causes, expected);
}

#[test]
#[cfg_attr(miri, ignore = "megabytes")]
fn long_texts_are_searched_part_by_part() {
    let filler = "the quick brown fox; ".repeat(PART_LEN / 20);
    let text = format!("{filler}{V007} {filler}{ZEGO}\n{filler}");
    let all = find_all(&text, &nothing());
    let tokens: Vec<_> = all.iter().filter_map(|one| one.token.as_deref()).collect();
    assert_eq!(tokens, [V007, ZEGO]);
    assert_eq!(ids(&recover(&text, &nothing())), ["paste-embedded"]);
}

#[test]
fn of_several_tokens_the_first_is_taken_and_that_is_said() {
    check(&format!("{V007}\n{V006}"), Some(V007), &["paste-embedded"]);
}

/// Texts that are like a token in parts.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(V007.to_string()),
        Just(V006.to_string()),
        Just(ZEGO.to_string()),
        (0..V007.len()).prop_map(|at| V007[at..].to_string()),
        (0..V006.len()).prop_map(|at| V006[..at].to_string()),
        (0..ZEGO.len()).prop_map(|at| ZEGO[..at].to_string()),
        "[ \n\"'=+%#\\\\&A-Za-z0-9]{0,12}",
        "\\PC{0,4}",
        Just("007eJx".to_string()),
        Just("04AAAAA".to_string()),
        Just("\u{FEFF}\0\u{200B}".to_string()),
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(miri) { 4 } else { 512 }))]

    #[test]
    fn whatever_is_found_stands(text in prop_oneof![".*", pieces()]) {
        let question = nothing();
        let recovery = recover(&text, &question);
        if let Some(token) = &recovery.token {
            prop_assert_eq!(intact::kind_of(token), recovery.kind);
            prop_assert!(!recovery.undone.is_empty() || *token == text);
        }
        for one in find_all(&text, &question) {
            prop_assert!(one.token.is_some_and(|token| intact::kind_of(&token) == one.kind));
        }
    }

    #[test]
    fn a_mutated_token_is_never_recovered_as_another(
        at in 0..V007.len(),
        len in 0_usize..4,
        other in "[A-Za-z0-9+/= \n%]{0,3}",
    ) {
        let end = (at + len).min(V007.len());
        let text = format!("{}{other}{}", &V007[..at], &V007[end..]);
        if let Some(token) = recover(&text, &nothing()).token {
            prop_assert_eq!(content(&token), content(V007), "{}", text);
        }
    }
}
