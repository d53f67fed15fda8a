//! `doctor`, beyond the situations.

use crate::run::{APP_ID, CERTIFICATE, tokenmint, words};

#[test]
fn what_could_not_be_checked_is_said() {
    let token = words("agora rtc --channel lobby --uid 7 --quiet").run();
    let ran = tokenmint(["doctor", token.line()]).run();
    assert_eq!(ran.code, 0, "{ran:?}");
    for word in ["channel", "user", "privilege"] {
        assert!(ran.stdout.contains(&format!("unknown  {word}")), "{ran:?}");
    }
}

#[test]
fn nothing_of_a_paste_reaches_the_terminal_as_it_is() {
    for paste in [
        "\u{1b}[2J\u{1b}]0;x\u{7}",
        "\u{202e}007",
        "\u{9b}31m",
        "a\u{7f}b",
    ] {
        for command in ["doctor", "inspect", "verify"] {
            let ran = tokenmint([command, "-"]).stdin(paste).run();
            assert_eq!(ran.code, 3, "{ran:?}");
            let shown = format!("{}{}", ran.stdout, ran.stderr);
            assert!(
                !shown.contains(|c: char| c.is_control() && c != '\n')
                    && !shown.contains('\u{202e}'),
                "{ran:?}"
            );
        }
    }
}

#[test]
fn bytes_that_are_no_text_are_no_token() {
    let ran = tokenmint(["doctor", "-"])
        .stdin([0xff, 0xfe, 0, 0x80])
        .run();
    assert_eq!(ran.code, 3, "{ran:?}");
}

#[test]
fn a_token_inside_bytes_that_are_no_text_is_found() {
    let token = words("agora rtc --channel lobby --uid 7 --quiet").run();
    let mut bytes = vec![0xff, 0xfe, b'\n'];
    bytes.extend(token.line().as_bytes());
    bytes.extend([b'\n', 0x80]);
    let ran = words("doctor - --channel lobby --uid 7 --json")
        .project(APP_ID, CERTIFICATE)
        .stdin(bytes)
        .run();
    assert_eq!(ran.json()["recovered_token"], token.line(), "{ran:?}");
    assert_eq!(ran.json()["verdict_of_recovered"], "holds", "{ran:?}");
}

#[test]
fn several_tokens_are_inspected_one_a_line() {
    let one = words("agora rtc --channel lobby --uid 7 --quiet").run();
    let two = words("agora rtm --user-id alice --quiet").run();
    let text = format!("{}\n{}\n", one.line(), two.line());
    let ran = words("inspect - --json").stdin(&text).run();
    let tokens = ran.json()["tokens"].clone();
    assert_eq!(tokens.as_array().map(Vec::len), Some(2), "{ran:?}");
    assert_eq!(tokens[1]["services"][0]["user_id"], "alice");
}
