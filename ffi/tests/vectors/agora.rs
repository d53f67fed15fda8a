//! `agora.json`.

use serde_json::Value;
use tokenmint_ffi::agora::*;
use tokenmint_ffi::*;

use crate::book::{Book, Of, Want, leak};
use crate::json::{list, number, signed, text, unhex};
use crate::text;

pub(crate) fn run(file: &Value, book: &mut Book) {
    for case in list(&file["cases"]) {
        let id = case["id"].as_str().expect("an id");
        let token = text(case, "token", id);
        match text(case, "format", id) {
            "007" => {
                let content = unhex(text(case, "content_hex", id));
                let zlib6 = case["zlib6"] == true;
                for compression in Compression::ALL {
                    let want = if zlib6 && compression.name == "exact" {
                        book.count("agora: 007 minted, equal as text");
                        Want::Text(token.to_owned())
                    } else {
                        book.count("agora: 007 minted, equal content");
                        Want::Content(content.clone())
                    };
                    let by = if compression.by_time_key {
                        " by a time key"
                    } else {
                        ""
                    };
                    let id = format!("agora {id} {}{by}", compression.name);
                    mint007(case, &id, book, &want, compression);
                }
                read007(case, &format!("agora {id}"), token, &content, book);
                let others = case["alternate_tokens"].as_object();
                for (name, other) in others.into_iter().flatten() {
                    let other = other.as_str().expect(id);
                    read007(case, &format!("agora {id} {name}"), other, &content, book);
                }
            }
            "006" => {
                let id = format!("agora {id}");
                mint006(case, &id, book, &Want::Text(token.to_owned()));
                book.count("agora: 006 minted");
                read006(case, &id, token, book);
            }
            _ => {
                let id = format!("agora {id}");
                legacy(case, &id, book, &Want::Text(token.to_owned()));
                book.count("agora: legacy minted");
            }
        }
    }
    for case in list(&file["decode_alternates"]) {
        let id = case["id"].as_str().expect("an id");
        let content = unhex(text(case, "content_hex", id));
        read007(
            case,
            &format!("agora {id}"),
            text(case, "token", id),
            &content,
            book,
        );
    }
    for case in list(&file["invalid"]) {
        let id = case["id"].as_str().expect("an id");
        invalid(case, &format!("agora {id}"), book);
        book.count("agora: invalid");
    }
}

#[derive(Clone, Copy)]
pub(crate) struct Compression {
    pub(crate) name: &'static str,
    function: tokenmint_compression,
    /// The key of the second stands in place of the certificate.
    by_time_key: bool,
}

impl Compression {
    pub(crate) const ALL: [Self; 4] = [
        Self {
            name: "exact",
            function: Some(tokenmint_compress_exact),
            by_time_key: false,
        },
        Self {
            name: "fixed",
            function: Some(tokenmint_compress_fixed),
            by_time_key: false,
        },
        Self {
            name: "stored",
            function: Some(tokenmint_compress_stored),
            by_time_key: false,
        },
        Self {
            name: "exact",
            function: Some(tokenmint_compress_exact),
            by_time_key: true,
        },
    ];
}

pub(crate) fn issuer(
    inputs: &Value,
    id: &str,
    book: &mut Book,
    times: [&str; 2],
    compression: Compression,
) -> Of<tokenmint_agora_issuer> {
    let app_id = leak(text(inputs, "app_id", id));
    let certificate = leak(text(inputs, "app_certificate", id));
    let [issued_at, salt] = times.map(|name| inputs[name].as_u64().unwrap_or(1) as u32);
    let time_key: &[u8] = if compression.by_time_key {
        leak(time_key(app_id, certificate, issued_at))
    } else {
        &[]
    };
    let certificate: &[u8] = if compression.by_time_key {
        b""
    } else {
        certificate
    };
    let (app_id_c, certificate_c) = (book.intern(app_id), book.intern(certificate));
    let time_key_c = book.intern(time_key);
    let name = book.name();
    let setup = format!(
        "  tokenmint_agora_issuer {name} = TOKENMINT_AGORA_ISSUER_INIT;\n  {name}.app_id = (const \
         char *){app_id_c};\n  {name}.app_id_len = {};\n  {name}.certificate = (const char \
         *){certificate_c};\n  {name}.certificate_len = {};\n  {name}.time_key = (const uint8_t \
         *){time_key_c};\n  {name}.time_key_len = {};\n  {name}.compression = \
         tokenmint_compress_{};\n  {name}.issued_at = {issued_at}u;\n  {name}.salt = {salt}u;\n  \
         {name}.limits = TOKENMINT_AGORA_LIMITS_WIRE;\n",
        app_id.len(),
        certificate.len(),
        time_key.len(),
        compression.name,
    );
    Of {
        rust: vec![tokenmint_agora_issuer {
            struct_size: size_of::<tokenmint_agora_issuer>(),
            app_id: app_id.as_ptr().cast(),
            app_id_len: app_id.len(),
            certificate: certificate.as_ptr().cast(),
            certificate_len: certificate.len(),
            time_key: time_key.as_ptr(),
            time_key_len: time_key.len(),
            compression: compression.function,
            hmac_sha256: Some(tokenmint_hmac_sha256),
            hmac_context: std::ptr::null_mut(),
            issued_at,
            salt,
            limits: TOKENMINT_AGORA_LIMITS_WIRE,
            reserved: 0,
        }]
        .leak(),
        setup,
        name,
    }
}

/// As a server computes it.
fn time_key(app_id: &[u8], certificate: &[u8], issued_at: u32) -> [u8; 32] {
    // SAFETY: zeros are a value of the struct; every pointer is live.
    unsafe {
        let mut issuer: tokenmint_agora_issuer = std::mem::zeroed();
        issuer.struct_size = size_of::<tokenmint_agora_issuer>();
        (issuer.app_id, issuer.app_id_len) = (app_id.as_ptr().cast(), app_id.len());
        (issuer.certificate, issuer.certificate_len) =
            (certificate.as_ptr().cast(), certificate.len());
        issuer.hmac_sha256 = Some(tokenmint_hmac_sha256);
        issuer.issued_at = issued_at;
        let (mut key, mut len) = ([0x55; 32], 0);
        let (out, cap) = (key.as_mut_ptr(), key.len());
        let status = tokenmint_agora_time_key(&raw const issuer, out, cap, &raw mut len);
        assert_eq!((status, len), (TOKENMINT_OK, 32), "{issued_at}");
        key
    }
}

fn lifetimes(seconds: [u32; 4], book: &mut Book) -> Of<tokenmint_agora_rtc_lifetimes> {
    let [join_channel, publish_audio, publish_video, publish_data] = seconds;
    let name = book.name();
    let setup = format!(
        "  tokenmint_agora_rtc_lifetimes {name} = TOKENMINT_AGORA_RTC_LIFETIMES_INIT;\n  \
         {name}.join_channel = {join_channel}u;\n  {name}.publish_audio = {publish_audio}u;\n  \
         {name}.publish_video = {publish_video}u;\n  {name}.publish_data = {publish_data}u;\n",
    );
    Of {
        rust: vec![tokenmint_agora_rtc_lifetimes {
            struct_size: size_of::<tokenmint_agora_rtc_lifetimes>(),
            join_channel,
            publish_audio,
            publish_video,
            publish_data,
        }]
        .leak(),
        setup,
        name,
    }
}

/// `x*65536` with a note stands for that many letters.
fn channel(inputs: &Value, id: &str) -> String {
    let channel = text(inputs, "channel", id);
    if inputs["channel_note"].is_null() {
        return channel.to_owned();
    }
    let (letter, times) = channel.split_once('*').expect(id);
    letter.repeat(times.parse().expect(id))
}

/// A number as C takes it: what does not fit 32 bits cannot be said.
fn word(inputs: &Value, name: &str, id: &str) -> u32 {
    u32::try_from(number(inputs, name, id)).unwrap_or_else(|_| panic!("{id}: {name}"))
}

/// Official libraries take unknown roles for subscribers.
fn role(inputs: &Value, name: &str, id: &str) -> u32 {
    match number(inputs, name, id) {
        0 => TOKENMINT_AGORA_ROLE_ATTENDEE,
        1 => TOKENMINT_AGORA_ROLE_PUBLISHER,
        101 => TOKENMINT_AGORA_ROLE_ADMIN,
        _ => TOKENMINT_AGORA_ROLE_SUBSCRIBER,
    }
}

fn mint007(case: &Value, id: &str, book: &mut Book, want: &Want, compression: Compression) {
    let inputs = &case["inputs"];
    let issuer = issuer(inputs, id, book, ["issue_ts", "salt"], compression);
    let word = |name: &str| word(inputs, name, id);
    let string = |name: &str| text(inputs, name, id);
    let four = || {
        [
            word("join_channel_privilege_expire"),
            word("pub_audio_privilege_expire"),
            word("pub_video_privilege_expire"),
            word("pub_data_stream_privilege_expire"),
        ]
    };
    let builder = text(case, "builder", id);
    if builder.starts_with("AccessToken2") {
        let from = if case["services"].is_array() {
            case
        } else {
            inputs
        };
        let services = services(list(&from["services"]), id, book);
        text!(
            book,
            id,
            want,
            tokenmint_agora_access_token2_build,
            one(issuer),
            int(word("expire")),
            many(services)
        );
        return;
    }
    let room = || channel(inputs, id);
    match builder {
        "RtcTokenBuilder2.build_token_with_uid" => {
            text!(
                book,
                id,
                want,
                tokenmint_agora_rtc_build_token_with_uid,
                one(issuer),
                text(room()),
                int(word("uid")),
                int(role(inputs, "role", id)),
                int(word("token_expire")),
                int(word("privilege_expire"))
            )
        }
        "RtcTokenBuilder2.build_token_with_user_account" => {
            text!(
                book,
                id,
                want,
                tokenmint_agora_rtc_build_token_with_user_account,
                one(issuer),
                text(room()),
                text(string("account")),
                int(role(inputs, "role", id)),
                int(word("token_expire")),
                int(word("privilege_expire"))
            )
        }
        "RtcTokenBuilder2.build_token_with_uid_and_privilege" => {
            let lifetimes = lifetimes(four(), book);
            text!(
                book,
                id,
                want,
                tokenmint_agora_rtc_build_token_with_uid_and_privilege,
                one(issuer),
                text(room()),
                int(word("uid")),
                int(word("token_expire")),
                one(lifetimes)
            )
        }
        "RtcTokenBuilder2.build_token_with_user_account_and_privilege" => {
            let lifetimes = lifetimes(four(), book);
            text!(
                book,
                id,
                want,
                tokenmint_agora_rtc_build_token_with_user_account_and_privilege,
                one(issuer),
                text(room()),
                text(string("account")),
                int(word("token_expire")),
                one(lifetimes)
            )
        }
        "RtcTokenBuilder2.build_token_with_rtm" => {
            text!(
                book,
                id,
                want,
                tokenmint_agora_rtc_build_token_with_rtm,
                one(issuer),
                text(room()),
                text(string("account")),
                int(role(inputs, "role", id)),
                int(word("token_expire")),
                int(word("privilege_expire"))
            )
        }
        "RtcTokenBuilder2.build_token_with_rtm2"
        | "ConvoAITokenBuilder.buildToken"
        | "SttTokenBuilder.buildToken" => {
            let lifetimes = lifetimes(four(), book);
            macro_rules! combined {
                ($function:ident) => {
                    text!(
                        book,
                        id,
                        want,
                        $function,
                        one(issuer),
                        text(room()),
                        text(string("rtc_account")),
                        int(role(inputs, "rtc_role", id)),
                        int(word("rtc_token_expire")),
                        one(lifetimes),
                        text(string("rtm_user_id")),
                        int(word("rtm_token_expire"))
                    )
                };
            }
            match builder {
                "ConvoAITokenBuilder.buildToken" => combined!(tokenmint_agora_convoai_build_token),
                "SttTokenBuilder.buildToken" => combined!(tokenmint_agora_stt_build_token),
                _ => combined!(tokenmint_agora_rtc_build_token_with_rtm2),
            }
        }
        "RtmTokenBuilder2.build_token" => match inputs["user_id"].as_str() {
            Some(user) => text!(
                book,
                id,
                want,
                tokenmint_agora_rtm_build_token,
                one(issuer),
                text(user),
                int(word("expire"))
            ),
            None => text!(
                book,
                id,
                want,
                tokenmint_agora_rtm_build_token_with_uid,
                one(issuer),
                int(word("user_id")),
                int(word("expire"))
            ),
        },
        "RtmTokenBuilder2.build_token_with_permissions" => {
            let permissions = permissions(list(&inputs["permissions"]), id, book);
            text!(
                book,
                id,
                want,
                tokenmint_agora_rtm_build_token_with_permissions,
                one(issuer),
                text(string("user_id")),
                many(permissions),
                int(word("expire"))
            )
        }
        "ChatTokenBuilder2.build_user_token" => {
            text!(
                book,
                id,
                want,
                tokenmint_agora_chat_build_user_token,
                one(issuer),
                text(string("user_id")),
                int(word("expire"))
            )
        }
        "ChatTokenBuilder2.build_app_token" => {
            text!(
                book,
                id,
                want,
                tokenmint_agora_chat_build_app_token,
                one(issuer),
                int(word("expire"))
            )
        }
        "EducationTokenBuilder2.build_room_user_token"
        | "ApaasTokenBuilder.build_room_user_token" => {
            let role = i16::try_from(signed(inputs, "role", id)).expect(id);
            text!(
                book,
                id,
                want,
                tokenmint_agora_education_build_room_user_token,
                one(issuer),
                text(string("room_uuid")),
                text(string("user_uuid")),
                int(role),
                int(word("expire"))
            )
        }
        "EducationTokenBuilder2.build_user_token" | "ApaasTokenBuilder.build_user_token" => {
            text!(
                book,
                id,
                want,
                tokenmint_agora_education_build_user_token,
                one(issuer),
                text(string("user_uuid")),
                int(word("expire"))
            )
        }
        "EducationTokenBuilder2.build_app_token" | "ApaasTokenBuilder.build_app_token" => {
            text!(
                book,
                id,
                want,
                tokenmint_agora_education_build_app_token,
                one(issuer),
                int(word("expire"))
            )
        }
        "FpaTokenBuilder.build_token" => {
            text!(book, id, want, tokenmint_agora_fpa_build_token, one(issuer))
        }
        other => panic!("{id}: unknown builder {other:?}"),
    };
}

fn privileges(cases: &[Value], id: &str, book: &mut Book) -> Of<tokenmint_agora_privilege> {
    let mut rust = Vec::new();
    let mut items = String::new();
    for pair in cases {
        let number = u16::try_from(pair[0].as_u64().expect(id)).expect(id);
        let expire = u32::try_from(pair[1].as_u64().expect(id)).expect(id);
        rust.push(tokenmint_agora_privilege {
            privilege: number,
            reserved: 0,
            expire,
        });
        items += &format!("{{{number}, 0, {expire}u}}, ");
    }
    array(
        "tokenmint_agora_privilege",
        rust,
        &items,
        String::new(),
        book,
    )
}

/// An array of C, or NULL for none.
fn array<T>(kind: &str, rust: Vec<T>, items: &str, before: String, book: &mut Book) -> Of<T> {
    let name = if rust.is_empty() {
        "NULL".to_owned()
    } else {
        book.name()
    };
    let setup = if rust.is_empty() {
        before
    } else {
        format!("{before}  const {kind} {name}[] = {{{items}}};\n")
    };
    Of {
        rust: rust.leak(),
        setup,
        name,
    }
}

fn permissions(cases: &[Value], id: &str, book: &mut Book) -> Of<tokenmint_agora_permission> {
    let mut rust = Vec::new();
    let (mut items, mut before) = (String::new(), String::new());
    for case in cases {
        let mut names = Vec::new();
        let mut name_items = String::new();
        for resource in list(&case["resources"]) {
            let resource = leak(resource.as_str().expect(id));
            name_items += &format!("{{{}}}, ", book.text_args(resource));
            names.push(tokenmint_text {
                data: resource.as_ptr().cast(),
                len: resource.len(),
            });
        }
        let names = array("tokenmint_text", names, &name_items, String::new(), book);
        before += &names.setup;
        let [kind, action] = ["resource_type", "permission_type"]
            .map(|name| u16::try_from(number(case, name, id)).expect(id));
        items += &format!(
            "{{{}, {}, {kind}, {action}}}, ",
            names.name,
            names.rust.len()
        );
        rust.push(tokenmint_agora_permission {
            resources: names.rust.as_ptr(),
            resources_count: names.rust.len(),
            resource_type: kind,
            permission_type: action,
        });
    }
    array("tokenmint_agora_permission", rust, &items, before, book)
}

fn services(cases: &[Value], id: &str, book: &mut Book) -> Of<tokenmint_agora_service> {
    let mut rust = Vec::new();
    let (mut items, mut before) = (String::new(), String::new());
    for case in cases {
        let find = |names: &[&str]| {
            let found = names.iter().find_map(|name| case[name].as_str());
            leak(found.unwrap_or(""))
        };
        let channel = find(&["channel", "room_uuid"]);
        let user = find(&["account", "user_id", "user_uuid"]);
        let none = Vec::new();
        let privileges = privileges(list(&case["privileges"]), id, book);
        let permissions = permissions(case["permissions"].as_array().unwrap_or(&none), id, book);
        before += &privileges.setup;
        before += &permissions.setup;
        let kind = u16::try_from(number(case, "service_type", id)).expect(id);
        let role = i16::try_from(case["role"].as_i64().unwrap_or(-1)).expect(id);
        items += &format!(
            "{{sizeof(tokenmint_agora_service), {}, {}, {}, {}, {}, {}, 0, \
             TOKENMINT_AGORA_USER_TEXT, {kind}, {role}, 0}}, ",
            book.text_args(channel),
            book.text_args(user),
            privileges.name,
            privileges.rust.len(),
            permissions.name,
            permissions.rust.len(),
        );
        rust.push(tokenmint_agora_service {
            struct_size: size_of::<tokenmint_agora_service>(),
            channel: channel.as_ptr().cast(),
            channel_len: channel.len(),
            user: user.as_ptr().cast(),
            user_len: user.len(),
            privileges: privileges.rust.as_ptr(),
            privileges_count: privileges.rust.len(),
            permissions: permissions.rust.as_ptr(),
            permissions_count: permissions.rust.len(),
            uid: 0,
            user_kind: TOKENMINT_AGORA_USER_TEXT,
            service_type: kind,
            role,
            reserved: 0,
        });
    }
    array("tokenmint_agora_service", rust, &items, before, book)
}

fn mint006(case: &Value, id: &str, book: &mut Book, want: &Want) {
    let inputs = &case["inputs"];
    let issuer = issuer(inputs, id, book, ["", "salt"], Compression::ALL[1]);
    let word = |name: &str| word(inputs, name, id);
    let room = || channel(inputs, id);
    match text(case, "builder", id) {
        "RtcTokenBuilder.buildTokenWithUid" => {
            text!(
                book,
                id,
                want,
                tokenmint_agora_v006_rtc_build_token_with_uid,
                one(issuer),
                text(room()),
                int(word("uid")),
                int(role(inputs, "role", id)),
                int(word("privilege_expired_ts")),
                int(word("ts"))
            )
        }
        "RtcTokenBuilder.buildTokenWithAccount" | "RtcTokenBuilder.buildTokenWithUserAccount" => {
            text!(
                book,
                id,
                want,
                tokenmint_agora_v006_rtc_build_token_with_account,
                one(issuer),
                text(room()),
                text(text(inputs, "account", id)),
                int(role(inputs, "role", id)),
                int(word("privilege_expired_ts")),
                int(word("ts"))
            )
        }
        "RtmTokenBuilder.buildToken" => {
            text!(
                book,
                id,
                want,
                tokenmint_agora_v006_rtm_build_token,
                one(issuer),
                text(text(inputs, "account", id)),
                int(word("privilege_expired_ts")),
                int(word("ts"))
            )
        }
        "AccessToken" => {
            let privileges = privileges(list(&inputs["privileges"]), id, book);
            match inputs["account"].as_str() {
                Some(account) => {
                    text!(
                        book,
                        id,
                        want,
                        tokenmint_agora_v006_access_token_build_with_account,
                        one(issuer),
                        text(room()),
                        text(account),
                        many(privileges),
                        int(word("ts"))
                    )
                }
                None => text!(
                    book,
                    id,
                    want,
                    tokenmint_agora_v006_access_token_build_with_uid,
                    one(issuer),
                    text(room()),
                    int(word("uid")),
                    many(privileges),
                    int(word("ts"))
                ),
            }
        }
        other => panic!("{id}: unknown builder {other:?}"),
    };
}

fn legacy(case: &Value, id: &str, book: &mut Book, want: &Want) {
    let inputs = &case["inputs"];
    let issuer = issuer(
        inputs,
        id,
        book,
        ["unix_ts", "random_int"],
        Compression::ALL[1],
    );
    let word = |name: &str| word(inputs, name, id);
    let room = || channel(inputs, id);
    macro_rules! key {
        ($function:ident) => {
            text!(
                book,
                id,
                want,
                $function,
                one(issuer),
                text(room()),
                int(word("uid")),
                int(word("expired_ts"))
            )
        };
    }
    match text(case, "builder", id) {
        "SignalingToken.generateSignalingToken" => {
            text!(
                book,
                id,
                want,
                tokenmint_agora_legacy_generate_signaling_token,
                one(issuer),
                text(text(inputs, "account", id)),
                int(word("expired_ts"))
            )
        }
        "DynamicKey.generate" => {
            text!(
                book,
                id,
                want,
                tokenmint_agora_legacy_generate,
                one(issuer),
                text(room())
            )
        }
        "DynamicKey2.generate" => key!(tokenmint_agora_legacy_generate2),
        "DynamicKey3.generate" => key!(tokenmint_agora_legacy_generate3),
        "DynamicKey4.generatePublicSharingKey" => {
            key!(tokenmint_agora_legacy_generate_public_sharing_key)
        }
        "DynamicKey4.generateRecordingKey" => key!(tokenmint_agora_legacy_generate_recording_key),
        "DynamicKey4.generateMediaChannelKey" => {
            key!(tokenmint_agora_legacy_generate_media_channel_key)
        }
        "DynamicKey5.generatePublicSharingKey" => {
            key!(tokenmint_agora_legacy_generate_public_sharing_key5)
        }
        "DynamicKey5.generateRecordingKey" => key!(tokenmint_agora_legacy_generate_recording_key5),
        "DynamicKey5.generateMediaChannelKey" => {
            key!(tokenmint_agora_legacy_generate_media_channel_key5)
        }
        "DynamicKey5.generateInChannelPermissionKey" => {
            text!(
                book,
                id,
                want,
                tokenmint_agora_legacy_generate_in_channel_permission_key,
                one(issuer),
                text(room()),
                int(word("uid")),
                int(word("expired_ts")),
                text(text(inputs, "permission", id))
            )
        }
        other => panic!("{id}: unknown builder {other:?}"),
    };
}

/// What [`tokenmint_agora_parse`] gives.
struct Parsed {
    status: i32,
    info: tokenmint_agora_token,
    _workspace: Vec<u8>,
}

fn parse007(token: &str) -> Parsed {
    let mut workspace = vec![0; tokenmint_agora_workspace_len(token.len())];
    // SAFETY: zeros are a value of the struct.
    let mut info: tokenmint_agora_token = unsafe { std::mem::zeroed() };
    info.struct_size = size_of::<tokenmint_agora_token>();
    // SAFETY: every pointer is live for its length.
    let status = unsafe {
        tokenmint_agora_parse(
            token.as_ptr().cast(),
            token.len(),
            workspace.as_mut_ptr(),
            workspace.len(),
            &raw mut info,
        )
    };
    Parsed {
        status,
        info,
        _workspace: workspace,
    }
}

pub(crate) fn content_of(token: &str) -> Vec<u8> {
    let parsed = parse007(token);
    assert_eq!(parsed.status, TOKENMINT_OK);
    // SAFETY: it points into the workspace.
    unsafe { std::slice::from_raw_parts(parsed.info.content, parsed.info.content_len) }.to_vec()
}

fn verify007(parsed: &Parsed, certificate: &str) -> i32 {
    // SAFETY: every pointer is live for its length.
    unsafe {
        tokenmint_agora_verify(
            &raw const parsed.info,
            certificate.as_ptr().cast(),
            certificate.len(),
        )
    }
}

fn certificate<'v>(case: &'v Value, id: &str) -> &'v str {
    let inputs = &case["inputs"];
    text(
        if inputs.is_object() { inputs } else { case },
        "app_certificate",
        id,
    )
}

fn read007(case: &Value, id: &str, token: &str, content: &[u8], book: &mut Book) {
    assert_eq!(content_of(token), content, "{id}");
    let certificate = certificate(case, id);
    let parsed = parse007(token);
    assert_eq!(verify007(&parsed, certificate), TOKENMINT_OK, "{id}");
    assert_eq!(
        (parsed.info.unknown_service, parsed.info.trailing_len),
        (0, 0),
        "{id}"
    );
    let mut lists = String::new();
    for (index, service) in case["services"]
        .as_array()
        .map_or(&[][..], |s| s)
        .iter()
        .enumerate()
    {
        lists += &check_service(id, &parsed.info, index, service, case, book);
    }
    let content_c = book.intern(content);
    let (token_c, certificate_c) = (
        book.text_args(token.as_bytes()),
        book.text_args(certificate.as_bytes()),
    );
    book.check(
        id,
        &format!(
            "  const tokenmint_agora_token *token = read_007(id, {token_c}, TOKENMINT_OK);\n  \
             FAIL_UNLESS(id, same(token->content, token->content_len, {content_c}, {}));\n  \
             FAIL_UNLESS(id, tokenmint_agora_verify(token, {certificate_c}) == TOKENMINT_OK);\n  \
             FAIL_UNLESS(id, token->unknown_service == 0 && token->trailing_len == 0);\n{lists}  \
             question_007(id, {token_c}, {certificate_c});\n",
            content.len()
        ),
    );
    book.count("agora: 007 read and verified");
}

/// Services stand in the token sorted by type.
fn check_service(
    id: &str,
    token: &tokenmint_agora_token,
    index: usize,
    _: &Value,
    case: &Value,
    book: &mut Book,
) -> String {
    let mut sorted: Vec<&Value> = list(&case["services"]).iter().collect();
    sorted.sort_by_key(|service| number(service, "service_type", id));
    let expected = sorted[index];
    // SAFETY: zeros are a value of the struct.
    let mut info: tokenmint_agora_service_info = unsafe { std::mem::zeroed() };
    info.struct_size = size_of::<tokenmint_agora_service_info>();
    // SAFETY: every pointer is live.
    let status = unsafe { tokenmint_agora_token_service(token, index, &raw mut info) };
    assert_eq!(status, TOKENMINT_OK, "{id}");
    let kind = number(expected, "service_type", id);
    assert_eq!(u64::from(info.service_type), kind, "{id}");
    let mut c = format!("  expect_service(id, token, {index}, {kind}");
    for (names, data, len) in [
        (
            &["channel", "room_uuid"][..],
            info.channel,
            info.channel_len,
        ),
        (
            &["account", "user_id", "user_uuid"][..],
            info.user,
            info.user_len,
        ),
    ] {
        let found = names.iter().find_map(|name| expected[name].as_str());
        assert_eq!(data.is_null(), found.is_none(), "{id}");
        match found {
            None => c += ", 0, NULL, 0",
            Some(text) => {
                // SAFETY: it points into the workspace.
                let data = unsafe { std::slice::from_raw_parts(data.cast::<u8>(), len) };
                assert_eq!(data, text.as_bytes(), "{id}");
                c += &format!(", 1, {}", book.text_args(text.as_bytes()));
            }
        }
    }
    let mut pairs: Vec<(u64, u64)> = list(&expected["privileges"])
        .iter()
        .map(|pair| (pair[0].as_u64().expect(id), pair[1].as_u64().expect(id)))
        .collect();
    pairs.sort_by_key(|(number, _)| *number);
    assert_eq!(info.privileges_count, pairs.len(), "{id}");
    c += &format!(", {});\n", pairs.len());
    for (at, (number, expire)) in pairs.iter().enumerate() {
        // SAFETY: zeros are a value of the struct.
        let mut found: tokenmint_agora_privilege = unsafe { std::mem::zeroed() };
        // SAFETY: every pointer is live.
        let status = unsafe { tokenmint_agora_token_privilege(token, index, at, &raw mut found) };
        assert_eq!(status, TOKENMINT_OK, "{id}");
        assert_eq!(
            (u64::from(found.privilege), u64::from(found.expire)),
            (*number, *expire),
            "{id}"
        );
        c += &format!("  expect_privilege(id, token, {index}, {at}, {number}, {expire}u);\n");
    }
    c + &check_permissions(id, token, index, expected, book)
}

/// Permissions stand in the token sorted, their resources as they were given.
fn check_permissions(
    id: &str,
    token: &tokenmint_agora_token,
    service: usize,
    expected: &Value,
    book: &mut Book,
) -> String {
    let numbers = |permission: &Value| {
        ["resource_type", "permission_type"].map(|name| number(permission, name, id))
    };
    let permissions = expected["permissions"].as_array();
    let mut sorted: Vec<&Value> = permissions.into_iter().flatten().collect();
    sorted.sort_by_key(|permission| numbers(permission));
    let mut c = String::new();
    for (at, expected) in sorted.into_iter().enumerate() {
        // SAFETY: zeros are a value of the struct.
        let mut found: tokenmint_agora_permission = unsafe { std::mem::zeroed() };
        // SAFETY: every pointer is live.
        let status =
            unsafe { tokenmint_agora_token_permission(token, service, at, &raw mut found) };
        assert_eq!(status, TOKENMINT_OK, "{id}");
        let [kind, action] = numbers(expected);
        let names = list(&expected["resources"]);
        assert_eq!(
            (
                u64::from(found.resource_type),
                u64::from(found.permission_type),
                found.resources_count
            ),
            (kind, action, names.len()),
            "{id}"
        );
        c += &format!(
            "  expect_permission(id, token, {service}, {at}, {kind}, {action}, {});\n",
            names.len()
        );
        for (nth, name) in names.iter().enumerate() {
            let name = name.as_str().expect(id);
            c += &format!(
                "  expect_resource(id, token, {service}, {at}, {nth}, {});\n",
                book.text_args(name.as_bytes())
            );
        }
    }
    c
}

fn read006(case: &Value, id: &str, token: &str, book: &mut Book) {
    let content = unhex(text(case, "content_hex", id));
    let effective = &case["effective"];
    let (channel, account) = (
        text(effective, "channel", id),
        text(effective, "account", id),
    );
    let certificate = certificate(case, id);
    let mut workspace = vec![0; token.len()];
    // SAFETY: zeros are a value of the struct; every pointer is live for its
    // length.
    unsafe {
        let mut info: tokenmint_agora_v006_token = std::mem::zeroed();
        info.struct_size = size_of::<tokenmint_agora_v006_token>();
        let status = tokenmint_agora_v006_parse(
            token.as_ptr().cast(),
            token.len(),
            workspace.as_mut_ptr(),
            workspace.len(),
            &raw mut info,
        );
        assert_eq!(status, TOKENMINT_OK, "{id}");
        let found = std::slice::from_raw_parts(info.content, info.content_len);
        assert_eq!(found, content, "{id}");
        let status = tokenmint_agora_v006_verify(
            &raw const info,
            certificate.as_ptr().cast(),
            certificate.len(),
            channel.as_ptr().cast(),
            channel.len(),
            account.as_ptr().cast(),
            account.len(),
        );
        assert_eq!(status, TOKENMINT_OK, "{id}");
        let pairs = list(&effective["privileges"]);
        assert_eq!(info.privileges_count, pairs.len(), "{id}");
        for (at, pair) in pairs.iter().enumerate() {
            let mut privilege: tokenmint_agora_privilege = std::mem::zeroed();
            let status =
                tokenmint_agora_v006_token_privilege(&raw const info, at, &raw mut privilege);
            assert_eq!(status, TOKENMINT_OK, "{id}");
            assert_eq!(
                Some(u64::from(privilege.privilege)),
                pair[0].as_u64(),
                "{id}"
            );
            assert_eq!(Some(u64::from(privilege.expire)), pair[1].as_u64(), "{id}");
        }
    }
    let content_c = book.intern(&content);
    let args = [token, certificate, channel, account].map(|text| book.text_args(text.as_bytes()));
    let privileges = privileges(list(&effective["privileges"]), id, book);
    book.check(
        id,
        &format!(
            "{}  expect_006(id, {}, {}, {}, {}, {content_c}, {}, {}, {});\n",
            privileges.setup,
            args[0],
            args[1],
            args[2],
            args[3],
            content.len(),
            privileges.name,
            privileges.rust.len()
        ),
    );
    book.count("agora: 006 read and verified");
}

fn invalid(case: &Value, id: &str, book: &mut Book) {
    let status = status_of(text(&case["expect"], "error", id), id);
    let result = text(&case["expect"], "result", id);
    match (text(case, "operation", id), text(case, "format", id)) {
        ("build", format) => {
            assert_eq!(result, "reject", "{id}");
            // What does not fit 32 bits cannot be said in C.
            let wide = ["uid", "token_expire", "privilege_expire", "expire"]
                .iter()
                .any(|name| {
                    case["inputs"][name]
                        .as_u64()
                        .is_some_and(|n| n > u64::from(u32::MAX))
                });
            if wide {
                assert_eq!(status, TOKENMINT_ERR_VALUE_OUT_OF_RANGE, "{id}");
                book.count("agora: invalid, excluded by the types of C");
                return;
            }
            let want = Want::Status(status);
            match format {
                "007" => mint007(case, id, book, &want, Compression::ALL[0]),
                _ => mint006(case, id, book, &want),
            }
        }
        (operation, "007") => {
            let token = text(case, "token", id);
            let parsed = parse007(token);
            let token_c = book.text_args(token.as_bytes());
            let mut c = format!(
                "  const tokenmint_agora_token *token = read_007(id, {token_c}, {});\n",
                parsed.status
            );
            if parsed.status != TOKENMINT_OK {
                assert_eq!(parsed.status, status, "{id}");
                assert!(
                    !result.starts_with("accept") && result != "parse-ok-verify-fails",
                    "{id}"
                );
                c += "  (void)token;\n";
                book.check(id, &c);
                return;
            }
            let mut verified = TOKENMINT_OK;
            if operation == "parse+verify" {
                let certificate = certificate(case, id);
                verified = verify007(&parsed, certificate);
                let certificate_c = book.text_args(certificate.as_bytes());
                c += &format!(
                    "  FAIL_UNLESS(id, tokenmint_agora_verify(token, {certificate_c}) == {verified});\n"
                );
            }
            let (unknown, trailing) = (parsed.info.unknown_service, parsed.info.trailing_len);
            c += &format!(
                "  FAIL_UNLESS(id, token->unknown_service == {unknown} && token->trailing_len == {trailing});\n"
            );
            book.check(id, &c);
            let holds = match result {
                "parse-ok-verify-fails" | "reject-or-verify-fails" => verified == status,
                "reject-or-flag" => verified == TOKENMINT_OK && trailing > 0,
                "accept" => verified == TOKENMINT_OK && unknown == 0 && trailing == 0,
                "accept-partial" => verified == TOKENMINT_OK && unknown != 0,
                "accept-bytes-or-reject" => true,
                _ => false,
            };
            assert!(holds, "{id}: {result}, but verified {verified}");
        }
        (_, "006") => {
            let token = text(case, "token", id);
            let mut workspace = vec![0; token.len()];
            // SAFETY: zeros are a value of the struct; every pointer is live.
            let found = unsafe {
                let mut info: tokenmint_agora_v006_token = std::mem::zeroed();
                info.struct_size = size_of::<tokenmint_agora_v006_token>();
                tokenmint_agora_v006_parse(
                    token.as_ptr().cast(),
                    token.len(),
                    workspace.as_mut_ptr(),
                    workspace.len(),
                    &raw mut info,
                )
            };
            assert_eq!(found, status, "{id}");
            let token_c = book.text_args(token.as_bytes());
            book.check(id, &format!("  refuse_006(id, {token_c}, {status});\n"));
        }
        other => panic!("{id}: unknown operation {other:?}"),
    }
}

fn status_of(error: &str, id: &str) -> i32 {
    match error {
        "unsupported-version" => TOKENMINT_ERR_UNSUPPORTED_VERSION,
        "bad-base64" => TOKENMINT_ERR_BAD_BASE64,
        "bad-compression" => TOKENMINT_ERR_BAD_COMPRESSION,
        "too-large" => TOKENMINT_ERR_TOO_LARGE,
        "truncated" => TOKENMINT_ERR_TRUNCATED,
        "trailing-data" => TOKENMINT_ERR_TRAILING_DATA,
        "bad-signature" => TOKENMINT_ERR_BAD_SIGNATURE,
        "bad-app-id" => TOKENMINT_ERR_BAD_APP_ID,
        "bad-certificate" => TOKENMINT_ERR_BAD_CERTIFICATE,
        "no-services" => TOKENMINT_ERR_NO_SERVICES,
        "string-too-long" => TOKENMINT_ERR_STRING_TOO_LONG,
        "value-out-of-range" => TOKENMINT_ERR_VALUE_OUT_OF_RANGE,
        "not-utf8" => TOKENMINT_ERR_NOT_UTF8,
        "unknown-service" | "none" => TOKENMINT_OK,
        other => panic!("{id}: unknown error {other:?}"),
    }
}
