//! Every token of the vectors that the command can make, made by the command.

use serde_json::{Value, json};
use tokenmint::agora::v007::{ParsedToken2, workspace_len};

use crate::run::{Ran, Scratch, tokenmint};
use crate::support::{Case, load};

#[test]
fn the_command_makes_the_vectors() {
    let file = load("agora");
    let cases = Case::list(&file["cases"]);
    let mut not_builders = Vec::new();
    for case in &cases {
        let inputs = case.get("inputs");
        let Some(arguments) = arguments(*case) else {
            not_builders.push(case.id);
            continue;
        };
        let scratch = services_file(*case);
        let mut run = tokenmint(&arguments.words)
            .project(inputs.text("app_id"), inputs.text("app_certificate"));
        if let Some(scratch) = &scratch {
            run = run.arg("--services-file").arg(scratch.path());
        }
        let ran = run.run();
        if arguments.refused {
            assert_eq!(ran.code, 2, "{}: {ran:?}", case.id);
            continue;
        }
        assert!(ran.stderr.is_empty(), "{}: {ran:?}", case.id);
        assert_token(*case, &ran);
    }
    // 006 with privileges of one's own has no builder, here or officially.
    assert_eq!(
        not_builders,
        [
            "v1-direct-unsorted",
            "v1-direct-none",
            "official-006-join-only",
            "official-006-uid0",
            "official-006-string-zero"
        ]
    );
}

fn assert_token(case: Case<'_>, ran: &Ran) {
    let token = ran.line();
    if case.text("format") != "007" {
        assert_eq!(token, case.text("token"), "{}", case.id);
        return;
    }
    let mut workspace = vec![0; workspace_len(token.len())];
    let parsed = ParsedToken2::parse(token, &mut workspace).expect(case.id);
    let content = crate::support::unhex(case.text("content_hex"));
    assert_eq!(parsed.content(), content, "{}: content", case.id);
    if case.get("zlib6").value == &Value::Bool(true) {
        assert_eq!(token, case.text("token"), "{}: text", case.id);
    }
}

struct Arguments {
    words: Vec<String>,
    /// The command refuses what the official builder turns into something else.
    refused: bool,
}

fn arguments(case: Case<'_>) -> Option<Arguments> {
    let inputs = case.get("inputs");
    let builder = case.text("builder");
    let mut words = vec!["agora".to_owned()];
    let mut push = |word: &str| words.push(word.to_owned());
    if case.text("format") == "006" {
        match builder {
            "RtmTokenBuilder.buildToken" => push("rtm006"),
            "AccessToken" => return None,
            _ => push("rtc006"),
        }
        push("--lenient");
        option(&mut words, inputs, "--token-expire-at", "ts");
        option(
            &mut words,
            inputs,
            "--privilege-expire-at",
            "privilege_expired_ts",
        );
    } else if case.text("format") == "007" {
        push(if is_composed(case) {
            "compose"
        } else {
            command_007(builder)
        });
        push("--lenient");
        option(&mut words, inputs, "--issued-at", "issue_ts");
    } else {
        push("legacy");
        legacy(&mut words, case);
        option(&mut words, inputs, "--issued-at", "unix_ts");
        option(&mut words, inputs, "--salt", "random_int");
        option(&mut words, inputs, "--expire-at", "expired_ts");
    }
    // The RTM builder of 006 takes a role and ignores it.
    let takes_role = builder != "RtmTokenBuilder.buildToken";
    for (name, input) in [
        ("--salt", "salt"),
        ("--channel", "channel"),
        ("--uid", "uid"),
        ("--account", "account"),
        ("--account", "rtc_account"),
        ("--user-id", "user_id"),
        ("--room-uuid", "room_uuid"),
        ("--user-uuid", "user_uuid"),
        ("--role", "role"),
        ("--role", "rtc_role"),
        ("--expire", "expire"),
        ("--expire", "token_expire"),
        ("--expire", "rtc_token_expire"),
        ("--privilege-expire", "privilege_expire"),
        ("--join-expire", "join_channel_privilege_expire"),
        ("--audio-expire", "pub_audio_privilege_expire"),
        ("--video-expire", "pub_video_privilege_expire"),
        ("--data-expire", "pub_data_stream_privilege_expire"),
        ("--rtm-user-id", "rtm_user_id"),
        ("--rtm-expire", "rtm_token_expire"),
    ] {
        if name != "--role" || takes_role {
            option(&mut words, inputs, name, input);
        }
    }
    if builder.ends_with("with_permissions") && !is_composed(case) {
        for permission in inputs.items("permissions") {
            words.push(permission_word(permission));
        }
    }
    if is_composed(case) {
        words.retain(|word| !word.starts_with("--user-id="));
    }
    words.push("--quiet".to_owned());
    let refused = inputs
        .find("role")
        .is_some_and(|role| role.value.as_u64() == Some(5));
    Some(Arguments { words, refused })
}

fn option(words: &mut Vec<String>, inputs: Case<'_>, name: &str, input: &str) {
    match inputs.find(input).map(|member| member.value) {
        None => {}
        Some(Value::String(text)) => words.push(format!("{name}={text}")),
        Some(Value::Number(number)) => words.push(format!("{name}={number}")),
        Some(other) => panic!("{}: {input} is {other}", inputs.id),
    }
}

fn command_007(builder: &str) -> &'static str {
    match builder {
        "RtcTokenBuilder2.build_token_with_uid"
        | "RtcTokenBuilder2.build_token_with_user_account"
        | "RtcTokenBuilder2.build_token_with_uid_and_privilege"
        | "RtcTokenBuilder2.build_token_with_user_account_and_privilege" => "rtc",
        "RtcTokenBuilder2.build_token_with_rtm" => "rtc-rtm",
        "RtcTokenBuilder2.build_token_with_rtm2" => "rtc-rtm2",
        "RtmTokenBuilder2.build_token" => "rtm",
        "RtmTokenBuilder2.build_token_with_permissions" => "rtm-permissions",
        "ChatTokenBuilder2.build_user_token" => "chat-user",
        "ChatTokenBuilder2.build_app_token" => "chat-app",
        "EducationTokenBuilder2.build_room_user_token" => "education-room-user",
        "EducationTokenBuilder2.build_user_token" => "education-user",
        "EducationTokenBuilder2.build_app_token" => "education-app",
        "ApaasTokenBuilder.build_room_user_token" => "apaas-room-user",
        "ApaasTokenBuilder.build_user_token" => "apaas-user",
        "ApaasTokenBuilder.build_app_token" => "apaas-app",
        "FpaTokenBuilder.build_token" => "fpa",
        "ConvoAITokenBuilder.buildToken" => "convoai",
        "SttTokenBuilder.buildToken" => "stt",
        other => panic!("unknown builder {other:?}"),
    }
}

fn legacy(words: &mut Vec<String>, case: Case<'_>) {
    let inputs = case.get("inputs");
    let format = case.text("format");
    words.push(format.strip_suffix("-1").unwrap_or(format).to_owned());
    match inputs.find("service").map(|_| inputs.text("service")) {
        None => {}
        Some("ACS") => words.push("--service=media-channel".to_owned()),
        Some("ARS") => words.push("--service=recording".to_owned()),
        Some("APSS") => words.push("--service=public-sharing".to_owned()),
        Some("ICP") => words.push(match inputs.text("permission") {
            "0" => "--permission=none".to_owned(),
            "3" => "--permission=audio-video".to_owned(),
            other => panic!("{}: permission {other:?}", case.id),
        }),
        Some(other) => panic!("{}: service {other:?}", case.id),
    }
}

fn permission_word(permission: Case<'_>) -> String {
    let names: Vec<_> = permission.items("resources");
    let names: Vec<_> = names
        .iter()
        .map(|n| n.value.as_str().expect("text"))
        .collect();
    format!(
        "--permission={}:{}:{}",
        permission.number("resource_type"),
        permission.number("permission_type"),
        names.join(",")
    )
}

/// Free compositions, and what the one-line form of permissions cannot say: a
/// list with nothing but an empty name.
fn is_composed(case: Case<'_>) -> bool {
    let has_nameless = |permission: &Case<'_>| {
        let names = permission.items("resources");
        names.len() == 1 && names[0].value == ""
    };
    let inputs = case.get("inputs");
    let permissions = inputs.find("permissions");
    let permissions = permissions.map_or(Vec::new(), |_| inputs.items("permissions"));
    case.text("builder").starts_with("AccessToken2") || permissions.iter().any(has_nameless)
}

/// The services of a composition in the command's own form.
fn services_file(case: Case<'_>) -> Option<Scratch> {
    if !is_composed(case) {
        return None;
    }
    let list = case.find("services").map(|_| case);
    let list = list.unwrap_or(case.get("inputs")).items("services");
    let services: Vec<_> = list.into_iter().map(service).collect();
    let text = Value::from(services).to_string();
    Some(Scratch::new(&format!("{}.json", case.id), &text))
}

fn service(case: Case<'_>) -> Value {
    let mut service = json!({});
    for (name, value) in case.value.as_object().expect("an object") {
        let (name, value) = match name.as_str() {
            "service_type" => ("type", value.clone()),
            "privileges" => ("privileges", privileges(value)),
            other => (other, value.clone()),
        };
        service[name] = value;
    }
    service
}

fn privileges(value: &Value) -> Value {
    let list = value.as_array().expect("a list");
    list.iter()
        .map(|pair| json!({ "number": pair[0], "expire_in": pair[1] }))
        .collect()
}
