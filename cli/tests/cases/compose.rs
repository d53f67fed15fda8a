//! Free composition.

use crate::run::{Scratch, words};

const STAMP: &str = "--issued-at 1700000000 --salt 5";

#[test]
fn a_description_gives_what_the_builder_gives() {
    for (builder, composed) in [
        (
            "rtc --channel lobby --uid 7 --expire 2h --privilege-expire 1h",
            "--service rtc,channel=lobby,uid=7,1=1h,2=3600,publish-video=60m,publish-data=1h --expire 2h",
        ),
        (
            "rtc --channel lobby --account alice --role subscriber",
            "--service rtc,channel=lobby,account=alice,join-channel",
        ),
        (
            "rtm --account alice --expire 600",
            "--service rtm,user-id=alice,login --expire 600",
        ),
        ("chat-app --expire 600", "--service chat,app --expire 600"),
        (
            "education-user --user-uuid u",
            "--service apaas,user-uuid=u,role=-1,user",
        ),
        (
            "stt --channel c --account a",
            "--service stt --service rtm,user-id=a,login --service \
             rtc,channel=c,account=a,join,publish-audio,publish-video,publish-data",
        ),
    ] {
        let expected = words(&format!("agora {builder} {STAMP} -q")).run();
        let ran = words(&format!("agora compose {composed} {STAMP} -q")).run();
        assert_eq!(ran.line(), expected.line(), "{composed}");
    }
}

#[test]
fn what_inspection_writes_can_be_composed_again() {
    for builder in [
        "rtc --channel lobby --uid 7 --privilege-expire 0",
        "rtm-permissions --account al --permission users:write:a,b --permission 0:0:",
        "education-room-user --room-uuid r --user-uuid u --role 2",
        "convoai --channel c --account a --role subscriber",
    ] {
        let first = words(&format!("agora {builder} {STAMP} -q")).run();
        let inspected = words("inspect - --json").stdin(first.line()).run();
        let file = Scratch::new("again.json", &inspected.stdout);
        let again = words(&format!("agora compose {STAMP} -q --services-file"))
            .arg(file.path())
            .run();
        assert_eq!(again.line(), first.line(), "{builder}");
    }
}

#[test]
fn what_does_not_fit_is_named() {
    for (arguments, reason) in [
        ("", "--service"),
        ("--service xyz", "no service"),
        ("--service rtc,room=x", "no privilege"),
        ("--service rtc,uid=7,account=a", "twice"),
        ("--service rtc,uid=7", "channel is empty"),
        ("--service rtm2,permissions=x", "services-file"),
        ("--services-file /nonexistent/x.json", "cannot read"),
    ] {
        let ran = words(&format!("agora compose {arguments}")).run();
        assert_eq!(ran.code, 2, "{arguments}: {ran:?}");
        assert!(ran.stderr.contains(reason), "{arguments}: {ran:?}");
    }
    let file = Scratch::new("odd.json", r#"[{"type": "rtc", "chanel": "x"}]"#);
    let ran = words("agora compose --services-file")
        .arg(file.path())
        .run();
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("service 1"), "{ran:?}");
    assert!(ran.stderr.contains("chanel"), "{ran:?}");
}
