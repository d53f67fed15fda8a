//! Keys before 006 are verified by making them again.

use crate::run::{CERTIFICATE, OTHER_CERTIFICATE, OTHER_ID, tokenmint, words};

const NOW: u32 = 1_700_000_000;

fn code(token: &str, arguments: &str, certificate: &str) -> i32 {
    let mut run = tokenmint(["verify", token, "--now", &NOW.to_string()]);
    for word in arguments.split_whitespace() {
        run = run.arg(word);
    }
    run.project(OTHER_ID, certificate).run().code
}

#[test]
fn every_legacy_form() {
    for (kind, known, missing, wrong) in [
        ("001 --channel c", "--channel c", "", "--channel d"),
        ("002 --channel c --uid 7", "--channel c", "", "--channel d"),
        ("003 --channel c --uid 7", "--channel c", "", "--channel d"),
        (
            "004 --channel c --uid 7",
            "--channel c --uid 7",
            "--channel c",
            "--channel c --uid 8",
        ),
        (
            "004 --channel c --uid 7 --service recording",
            "--channel c --account 7 --any-privilege",
            "--uid 7",
            "--channel d --uid 7",
        ),
        (
            "004 --channel c --uid 7 --service public-sharing",
            "--channel c --uid 7 --any-privilege",
            "",
            "--channel d --uid 7",
        ),
        (
            "005 --channel c --uid 7",
            "--channel c --uid 7",
            "--channel c",
            "--channel c --uid 8",
        ),
        (
            "005 --channel c --uid 7 --service recording",
            "--channel c --uid 7 --any-privilege",
            "--uid 7",
            "--channel d --uid 7",
        ),
        (
            "005 --channel c --uid 7 --service public-sharing",
            "--channel c --uid 7 --any-privilege",
            "",
            "--channel d --uid 7",
        ),
        (
            "005 --channel c --uid 7 --permission audio-video",
            "--channel c --uid 7 --any-privilege",
            "",
            "--channel c --uid 8",
        ),
        ("signaling --account a", "--account a", "", "--account b"),
    ] {
        let line = format!("agora legacy {kind} --issued-at {NOW} -q");
        let ran = words(&line).project(OTHER_ID, OTHER_CERTIFICATE).run();
        let token = ran.line();
        assert_eq!(code(token, known, OTHER_CERTIFICATE), 0, "{kind}");
        assert_eq!(code(token, missing, OTHER_CERTIFICATE), 20, "{kind}");
        assert_eq!(code(token, wrong, OTHER_CERTIFICATE), 10, "{kind}");
        // A key for something else does not join.
        let joins = known.replace(" --any-privilege", "");
        let expected = if joins == known { 0 } else { 16 };
        assert_eq!(code(token, &joins, OTHER_CERTIFICATE), expected, "{kind}");
        assert_eq!(code(token, known, CERTIFICATE), 10, "{kind}");
        assert_eq!(code(token, known, "abc"), 18, "{kind}");
    }
}

#[test]
fn ends_and_users() {
    let line = format!("agora legacy 003 --channel c --uid 7 --issued-at {NOW} -q --expire-at");
    let mint = |end: u32| {
        let ran = words(&line)
            .arg(&end.to_string())
            .project(OTHER_ID, OTHER_CERTIFICATE)
            .run();
        ran.line().to_owned()
    };
    assert_eq!(code(&mint(NOW), "--channel c", OTHER_CERTIFICATE), 13);
    let token = mint(NOW + 1);
    assert_eq!(code(&token, "--channel c --uid 7", OTHER_CERTIFICATE), 0);
    assert_eq!(code(&token, "--channel c --uid 8", OTHER_CERTIFICATE), 15);
}
