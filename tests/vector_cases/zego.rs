//! The vectors of `zego.json`.
//!
//! Where the file gives no code because official libraries disagree, the rule
//! is that of a careful minter: [`Limits::Documented`] refuses what any of them
//! refuses, [`Limits::Wire`] does what at least one of them does, and what the
//! typed libraries cannot be given is refused by our types as by theirs.

use std::collections::BTreeSet;

use serde_json::Value;
use sha2::{Digest, Sha256};
use tokenmint::internals::wire;
use tokenmint::output::Owned;
use tokenmint::zego::{
    Access, CbcEntropy, Claims03, Claims04, Expected, GcmEntropy, Mode, Privilege, SIGNATURE_LEN,
    Sealed03, Sealed04, ServerSecret, Token03, Token04, check_token03, check_token04, error_code,
    generate_token04_at, server_api_signature, workspace_len,
};
use tokenmint::{Error, Limits, Verdict};

/// The code for what our types do not let in and the official ones have none.
const REFUSED_BY_TYPE: i64 = i64::MIN;

pub(crate) fn run(file: &Value) {
    let sections = file.as_object().expect("an object of sections");
    assert!(sections.contains_key("vectors"), "no section `vectors`");
    for (name, section) in sections {
        let count = match name.as_str() {
            "provider" | "source" | "schema" => continue,
            "vectors" => each(section, vector),
            "invalid_inputs" => each(section, invalid_input),
            "invalid_inputs_token03" => each(section, invalid_input_token03),
            "size_limits" => each(section, size_limit),
            "malformed_tokens" => each(section, malformed_token),
            "server_api_signature" => each(&section["vectors"], signature),
            _ => panic!("unknown section `{name}`"),
        };
        println!("{name}: {count}");
    }
}

fn each(section: &Value, case: fn(&Value, &str)) -> usize {
    let cases = section.as_array().expect("a list of cases");
    for (at, value) in cases.iter().enumerate() {
        let id = value["id"].as_str().map_or_else(
            || format!("case {at}"),
            |id| format!("{id} ({})", value["note"].as_str().unwrap_or("")),
        );
        case(value, &id);
    }
    cases.len()
}

fn text<'v>(value: &'v Value, name: &str, id: &str) -> &'v str {
    value[name]
        .as_str()
        .unwrap_or_else(|| panic!("{id}: `{name}` is no text"))
}

fn integer(value: &Value, name: &str, id: &str) -> i64 {
    value[name]
        .as_i64()
        .unwrap_or_else(|| panic!("{id}: `{name}` is no integer"))
}

fn app_id(value: &Value, id: &str) -> u32 {
    integer(value, "app_id", id)
        .try_into()
        .unwrap_or_else(|_| panic!("{id}: `app_id` is not of 32 bits"))
}

fn unhex(text: &str, id: &str) -> Vec<u8> {
    assert_eq!(text.len() % 2, 0, "{id}: odd number of digits");
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).expect(id))
        .collect()
}

/// The bytes of the IV; text and digits must say the same where both are there.
fn iv<const N: usize>(input: &Value, id: &str) -> [u8; N] {
    let from_text = input["iv"].as_str().map(|iv| iv.as_bytes().to_vec());
    let from_hex = input["iv_hex"].as_str().map(|iv| unhex(iv, id));
    if let (Some(a), Some(b)) = (&from_text, &from_hex) {
        assert_eq!(a, b, "{id}: `iv` and `iv_hex` differ");
    }
    from_hex
        .or(from_text)
        .unwrap_or_else(|| panic!("{id}: no IV"))
        .try_into()
        .unwrap_or_else(|iv| panic!("{id}: IV {iv:?} has not {N} bytes"))
}

fn mode(value: &Value, id: &str) -> Mode {
    match text(value, "mode", id) {
        "cbc" => Mode::Cbc,
        "gcm" => Mode::Gcm,
        other => panic!("{id}: unknown mode `{other}`"),
    }
}

fn vector(case: &Value, id: &str) {
    let output = &case["output"];
    assert_eq!(integer(output, "error_code", id), 0, "{id}: error code");
    let exact = match text(case, "json_profile", id) {
        "plain" => true,
        "go" | "php" | "cpp" | "java" => false,
        other => panic!("{id}: unknown profile `{other}`"),
    };
    let token = text(output, "token", id);
    let minted = match text(case, "api", id) {
        "token04" => {
            reads_as_04(case, token, Some(text(output, "json", id)), id);
            let minted = mint04(case, id);
            reads_as_04(case, &minted, None, id);
            minted
        }
        "token03" => {
            reads_as_03(case, token, Some(text(output, "json", id)), id);
            let minted = mint03(case, id);
            reads_as_03(case, &minted, None, id);
            minted
        }
        other => panic!("{id}: unknown api `{other}`"),
    };
    if exact {
        assert_eq!(minted, token, "{id}");
    }
}

fn mint04(case: &Value, id: &str) -> String {
    let input = &case["input"];
    let secret = ServerSecret::new(text(input, "secret", id)).expect(id);
    let (issued_at, nonce) = (integer(input, "ctime", id), integer(input, "nonce", id));
    let (user_id, payload) = (text(input, "user_id", id), text(input, "payload", id));
    let seconds = integer(input, "effective_seconds", id);
    let token = Token04::new(app_id(input, id), user_id, seconds)
        .payload(payload)
        .limits(Limits::Wire);
    let mode = mode(case, id);
    let minted = match mode {
        Mode::Cbc => {
            let info = generate_token04_at(
                app_id(input, id),
                user_id,
                text(input, "secret", id),
                seconds,
                payload,
                issued_at,
                CbcEntropy::new(iv(input, id), nonce),
            );
            assert_eq!(info.error_code, 0, "{id}: {}", info.error_message);
            let entropy = CbcEntropy::new(iv(input, id), nonce);
            let minted = token.mint(&secret, entropy, issued_at, Owned).expect(id);
            assert_eq!(minted, info.token, "{id}: the official face");
            minted
        }
        Mode::Gcm => {
            let entropy = GcmEntropy::new(iv(input, id), nonce);
            token
                .mint_gcm(&secret, entropy, issued_at, Owned)
                .expect(id)
        }
    };
    assert_eq!(token.len(mode, issued_at, nonce), Ok(minted.len()), "{id}");
    let capacity = Token04::capacity_in(mode, user_id.len(), payload.len());
    assert!(minted.len() <= capacity, "{id}: capacity {capacity}");
    minted
}

fn mint03(case: &Value, id: &str) -> String {
    assert_eq!(mode(case, id), Mode::Cbc, "{id}: token03 is CBC");
    let input = &case["input"];
    let secret = ServerSecret::new(text(input, "secret", id)).expect(id);
    let (room_id, user_id) = (text(input, "room_id", id), text(input, "user_id", id));
    let (login, publish) = privileges(&input["privilege"])
        .unwrap_or_else(|| panic!("{id}: `privilege` is not both keys with 0 or 1"));
    let (issued_at, nonce) = (integer(input, "ctime", id), integer(input, "nonce", id));
    let seconds = integer(input, "effective_seconds", id);
    let token = Token03::new(app_id(input, id), room_id, user_id, login, publish, seconds)
        .limits(Limits::Wire);
    let minted = token
        .mint(
            &secret,
            CbcEntropy::new(iv(input, id), nonce),
            issued_at,
            Owned,
        )
        .expect(id);
    assert_eq!(token.len(issued_at, nonce), Ok(minted.len()), "{id}");
    assert!(minted.len() <= Token03::capacity(room_id.len(), user_id.len()));
    minted
}

/// Both privileges and nothing else, 0 or 1.
fn privileges(value: &Value) -> Option<(Access, Access)> {
    let object = value.as_object()?;
    let access = |key| match object.get(key)?.as_i64()? {
        0 => Some(Access::Deny),
        1 => Some(Access::Allow),
        _ => None,
    };
    let both = (access("1")?, access("2")?);
    (object.len() == 2).then_some(both)
}

fn reads_as_04(case: &Value, token: &str, json: Option<&str>, id: &str) {
    let (input, output) = (&case["input"], &case["output"]);
    let secret = ServerSecret::new(text(input, "secret", id)).expect(id);
    let expires_at = integer(output, "expire", id);
    let mut workspace = vec![0; workspace_len(token.len())];
    let sealed = Sealed04::parse(token, &mut workspace).expect(id);
    assert_eq!(sealed.mode(), mode(case, id), "{id}");
    assert_eq!(sealed.expires_at(), expires_at, "{id}");
    if let Some(json) = json {
        let header = match sealed.mode() {
            Mode::Cbc => 28,
            Mode::Gcm => 24,
        };
        has_ciphertext(output, token, header, sealed.ciphertext_len(), id);
        assert!(json.len() < sealed.ciphertext_len(), "{id}");
    }
    let claims = sealed.open(&secret).expect(id);
    if let Some(json) = json {
        assert_eq!(claims.as_json(), json, "{id}");
    }
    assert_eq!(claims.app_id(), integer(input, "app_id", id), "{id}");
    let user_id = text(input, "user_id", id);
    assert!(claims.user_id().eq_str(user_id), "{id}: user id");
    assert_eq!(claims.nonce(), integer(input, "nonce", id), "{id}");
    assert_eq!(claims.issued_at(), integer(input, "ctime", id), "{id}");
    assert_eq!(claims.expires_at(), expires_at, "{id}");
    assert_eq!(claims.clear_expires_at(), expires_at, "{id}");
    let payload = text(input, "payload", id);
    let mut unescaped = vec![0; payload.len()];
    let read = claims
        .payload()
        .map_or(Ok(""), |text| text.unescape_into(&mut unescaped));
    assert_eq!(read, Ok(payload), "{id}: payload");
    let expected = Expected::of(app_id(input, id), user_id, expires_at - 1);
    assert_eq!(claims.check(&expected).ok(), Ok(()), "{id}");
}

fn reads_as_03(case: &Value, token: &str, json: Option<&str>, id: &str) {
    let (input, output) = (&case["input"], &case["output"]);
    let secret = ServerSecret::new(text(input, "secret", id)).expect(id);
    let expires_at = integer(output, "expire", id);
    let mut workspace = vec![0; workspace_len(token.len())];
    let sealed = Sealed03::parse(token, &mut workspace).expect(id);
    assert_eq!(sealed.expires_at(), expires_at, "{id}");
    if json.is_some() {
        has_ciphertext(output, token, 28, sealed.ciphertext_len(), id);
    }
    let claims = sealed.open(&secret).expect(id);
    if let Some(json) = json {
        assert_eq!(claims.as_json(), json, "{id}");
    }
    assert_eq!(claims.app_id(), integer(input, "app_id", id), "{id}");
    let (room_id, user_id) = (text(input, "room_id", id), text(input, "user_id", id));
    assert!(claims.room_id().eq_str(room_id), "{id}: room id");
    assert!(claims.user_id().eq_str(user_id), "{id}: user id");
    for (privilege, key) in [(Privilege::Login, "1"), (Privilege::Publish, "2")] {
        let expected = input["privilege"][key].as_i64();
        assert_eq!(claims.privilege(privilege), expected, "{id}: {key}");
    }
    assert_eq!(claims.nonce(), integer(input, "nonce", id), "{id}");
    assert_eq!(claims.issued_at(), integer(input, "ctime", id), "{id}");
    assert_eq!(claims.expires_at(), expires_at, "{id}");
    let expected = Expected::of(app_id(input, id), user_id, expires_at - 1).room(room_id);
    let granted = claims.privilege(Privilege::Login) == Some(1);
    let report = claims.check(&expected);
    assert_eq!(report.privilege.fails(), !granted, "{id}");
    assert_eq!(
        claims.check(&expected.without_privileges()).ok(),
        Ok(()),
        "{id}"
    );
}

/// The ciphertext of the token is the one that the file has, and stands where
/// the format says.
fn has_ciphertext(output: &Value, token: &str, start: usize, len: usize, id: &str) {
    let mut body = vec![0; workspace_len(token.len())];
    let body = wire::base64::decode(&token.as_bytes()[2..], 2, &mut body).expect(id);
    let expected = unhex(text(output, "ciphertext_hex", id), id);
    assert_eq!(body[start..start + len], expected, "{id}: ciphertext");
}

/// What official libraries did with an input: codes, and whether any took it.
struct Outcomes {
    codes: BTreeSet<i64>,
    accepted: bool,
}

impl Outcomes {
    fn of(case: &Value, id: &str) -> Self {
        let all = case["by_impl"].as_object().expect(id);
        Self {
            codes: all
                .values()
                .filter_map(|outcome| outcome["error_code"].as_i64())
                .filter(|code| *code != 0)
                .collect(),
            accepted: all.values().any(|outcome| {
                outcome["accepted"] == true || outcome["error_code"].as_i64() == Some(0)
            }),
        }
    }

    fn include(&self, code: i64) -> bool {
        if code == 0 {
            self.accepted
        } else {
            self.codes.contains(&code)
        }
    }
}

/// An input of an invalid-inputs section, as far as our types take it; what
/// they do not take stands as the value that is refused in its place.
struct Typed<'v> {
    app_id: u32,
    user_id: &'v str,
    secret: &'v str,
    seconds: i64,
    payload: &'v str,
    /// Whether every input could be given as it is.
    fits: bool,
    payload_fits: bool,
}

impl<'v> Typed<'v> {
    fn of(input: &'v Value) -> Self {
        let app_id = input["app_id"].as_u64().and_then(|id| id.try_into().ok());
        let user_id = input["user_id"].as_str();
        let secret = input["secret"].as_str();
        let seconds = input["effective_seconds"].as_i64();
        // A payload that is not there is none.
        let payload = match &input["payload"] {
            Value::Null => Some(""),
            payload => payload.as_str(),
        };
        Self {
            app_id: app_id.unwrap_or(0),
            user_id: user_id.unwrap_or(""),
            secret: secret.unwrap_or(""),
            seconds: seconds.unwrap_or(0),
            payload: payload.unwrap_or(""),
            fits: app_id.is_some()
                && user_id.is_some()
                && secret.is_some()
                && seconds.is_some()
                && payload.is_some(),
            payload_fits: payload.is_some(),
        }
    }
}

fn invalid_input(case: &Value, id: &str) {
    assert_eq!(text(case, "api", id), "token04", "{id}: unknown api");
    let input = &case["input"];
    let typed = Typed::of(input);
    let issued_at = integer(input, "ctime", id);
    let nonce = integer(input, "nonce", id);

    let code_of = |result: Result<String, Error>| match result {
        Ok(_) if !typed.payload_fits => REFUSED_BY_TYPE,
        Ok(_) => 0,
        Err(error) => error_code(&error).into(),
    };
    let [strict, wire] = [Limits::Documented, Limits::Wire].map(|limits| {
        let secret = check_token04(
            typed.app_id,
            typed.user_id,
            typed.secret,
            typed.seconds,
            limits,
        );
        let token = Token04::new(typed.app_id, typed.user_id, typed.seconds)
            .payload(typed.payload)
            .limits(limits);
        let cbc = code_of(secret.clone().and_then(|secret| {
            let entropy = CbcEntropy::new(iv(input, id), nonce);
            token.mint(&secret, entropy, issued_at, Owned)
        }));
        let gcm = code_of(secret.and_then(|secret| {
            token.mint_gcm(&secret, GcmEntropy::new([0; 12], nonce), issued_at, Owned)
        }));
        assert_eq!(cbc, gcm, "{id}: CBC and GCM");
        cbc
    });
    let info = generate_token04_at(
        typed.app_id,
        typed.user_id,
        typed.secret,
        typed.seconds,
        typed.payload,
        issued_at,
        CbcEntropy::new(iv(input, id), nonce),
    );
    if typed.payload_fits {
        assert_eq!(i64::from(info.error_code), wire, "{id}: the official face");
    }
    assert_eq!(info.token.is_empty(), info.error_code != 0, "{id}");

    if let Some(expected) = case["expected_error_code"].as_i64() {
        assert_eq!((strict, wire), (expected, expected), "{id}");
        let python = &case["by_impl"]["python"];
        if python["error_code"].as_i64() == Some(expected) {
            let message = text(python, "error_message", id);
            assert_eq!(info.error_message, message, "{id}");
        }
        return;
    }
    let outcomes = Outcomes::of(case, id);
    if !typed.fits {
        assert_ne!(strict, 0, "{id}: {outcomes}");
        assert_ne!(wire, 0, "{id}: {outcomes}");
        return;
    }
    assert!(outcomes.include(wire), "{id}: {wire} but {outcomes}");
    let all_accept = outcomes.codes.is_empty() && outcomes.accepted;
    assert!(outcomes.include(strict), "{id}: {strict} but {outcomes}");
    assert_eq!(strict == 0, all_accept, "{id}: {strict} but {outcomes}");
}

impl std::fmt::Display for Outcomes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "codes {:?}, accepted {}", self.codes, self.accepted)
    }
}

fn invalid_input_token03(case: &Value, id: &str) {
    assert_eq!(text(case, "api", id), "token03", "{id}: unknown api");
    let input = &case["input"];
    let typed = Typed::of(input);
    let room_id = input["room_id"].as_str().unwrap_or("");
    let both = privileges(&input["privilege"]);
    let checked = check_token03(
        typed.app_id,
        room_id,
        typed.user_id,
        typed.secret,
        typed.seconds,
        Limits::Documented,
    );
    let code: i64 = match (checked, both) {
        (Err(error), None) => match error_code(&error) {
            code @ 1..=3 => code.into(),
            // Our type of privileges refuses before the secret is looked at.
            _ => 4,
        },
        (Ok(_), None) => 4,
        (Err(error), Some(_)) => error_code(&error).into(),
        (Ok(secret), Some((login, publish))) => {
            let issued_at = input["ctime"].as_i64().unwrap_or(1_700_000_000);
            Token03::new(
                typed.app_id,
                room_id,
                typed.user_id,
                login,
                publish,
                typed.seconds,
            )
            .mint(&secret, CbcEntropy::new([b'0'; 16], 1), issued_at, Owned)
            .map_or_else(|error| error_code(&error).into(), |_| 0)
        }
    };
    if let Some(expected) = case["expected_error_code"].as_i64() {
        assert_eq!(code, expected, "{id}");
    }
    let outcomes = Outcomes::of(case, id);
    assert!(outcomes.include(code), "{id}: {code} but {outcomes}");
    // The library that checks privileges as the format asks for is C++.
    let reference = &case["by_impl"]["c++"];
    if reference["accepted"] == true {
        assert_eq!(code, 0, "{id}");
    } else if let Some(reference) = reference["error_code"].as_i64() {
        assert_eq!(code, reference, "{id}");
    }
}

fn size_limit(case: &Value, id: &str) {
    let input = &case["input"];
    let secret = ServerSecret::new(text(input, "secret", id)).expect(id);
    let payload = payload_of(input, id);
    let token = Token04::new(
        app_id(input, id),
        text(input, "user_id", id),
        integer(input, "effective_seconds", id),
    )
    .payload(&payload)
    .limits(Limits::Wire);
    let (issued_at, nonce) = (integer(input, "ctime", id), integer(input, "nonce", id));
    let minted = match case["mode"].as_str() {
        None | Some("cbc") => {
            let entropy = CbcEntropy::new(iv(input, id), nonce);
            token.mint(&secret, entropy, issued_at, Owned)
        }
        Some("gcm") => {
            let entropy = GcmEntropy::new(iv(input, id), nonce);
            token.mint_gcm(&secret, entropy, issued_at, Owned)
        }
        Some(other) => panic!("{id}: unknown mode `{other}`"),
    };

    if integer(case, "ciphertext_bytes", id) > i64::from(i16::MAX) {
        // What some write here is wrong, or read as negative: refused.
        assert!(matches!(minted, Err(Error::ContentTooLarge { .. })), "{id}");
        return;
    }
    let minted = minted.expect(id);
    let mut workspace = vec![0; workspace_len(minted.len())];
    let sealed = Sealed04::parse(&minted, &mut workspace).expect(id);
    let ciphertext_len = sealed.ciphertext_len();
    assert_eq!(
        Some(ciphertext_len as u64),
        case["ciphertext_bytes"].as_u64(),
        "{id}"
    );
    let json_len = sealed.open(&secret).expect(id).as_json().len();
    assert_eq!(Some(json_len as u64), case["json_bytes"].as_u64(), "{id}");

    let hash: String = Sha256::digest(&minted)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let mut compared = 0;
    for (name, outcome) in case["by_impl"].as_object().expect(id) {
        if outcome["token_length"].is_null() {
            continue;
        }
        let len = outcome["token_length"].as_u64();
        assert_eq!(len, Some(minted.len() as u64), "{id}: {name}");
        assert_eq!(text(outcome, "token_sha256", id), hash, "{id}: {name}");
        let field = format!("{ciphertext_len:04x}");
        assert_eq!(text(outcome, "length_field_hex", id), field, "{id}: {name}");
        compared += 1;
    }
    assert!(compared > 0, "{id}: nothing to compare with");
}

/// The payload, or what `'x' repeated N times` describes.
fn payload_of(input: &Value, id: &str) -> String {
    if let Some(payload) = input["payload"].as_str() {
        return payload.into();
    }
    let note = text(input, "payload_note", id);
    let described = note.strip_prefix('\'').and_then(|rest| {
        let (unit, rest) = rest.split_once("' repeated ")?;
        let count = rest.strip_suffix(" times")?.parse().ok()?;
        Some(unit.repeat(count))
    });
    described.unwrap_or_else(|| panic!("{id}: cannot read `{note}`"))
}

fn malformed_token(case: &Value, id: &str) {
    let token = text(case, "token", id);
    let now = integer(case, "now", id);
    let secret = ServerSecret::new(text(case, "secret", id));
    let (mut workspace03, mut workspace04) = (vec![0; token.len()], vec![0; token.len()]);
    let opened03 = open03(token, &mut workspace03, &secret);
    let opened04 = open04(token, &mut workspace04, &secret);
    let refused = opened03.is_err() && opened04.is_err();
    match text(case, "verdict", id) {
        "reject" => assert!(refused, "{id}: {opened03:?}, {opened04:?}"),
        "reject-expired" => {
            assert!(!refused, "{id}");
            let at = Expected::of(0, "", now);
            let reports = [
                opened03.map(|claims| claims.check(&at)),
                opened04.map(|claims| claims.check(&at)),
            ];
            for report in reports.iter().flatten() {
                assert_eq!(report.expiry, Verdict::Holds, "{id}");
                assert_eq!(report.time, Verdict::Fails(Error::Expired), "{id}");
            }
        }
        verdict if verdict.starts_with("accept") => {
            assert!(!refused, "{id}: {opened03:?}, {opened04:?}");
            if let Ok(claims) = opened04 {
                let app_id = claims.app_id().try_into().expect(id);
                let report = claims.check(&Expected::of(app_id, "", now));
                assert_eq!(report.app_id, Verdict::Holds, "{id}");
                assert_eq!(report.time, Verdict::Holds, "{id}");
                let other = claims.check(&Expected::of(app_id ^ 1, "", now));
                assert!(other.app_id.fails(), "{id}");
                let empty = claims.payload().is_none();
                assert!(empty || !verdict.contains("payload empty"), "{id}");
            }
        }
        // Ours is to read the mode byte that is defined but never written.
        "policy" => assert!(opened04.is_ok(), "{id}: {opened04:?}"),
        other => panic!("{id}: unknown verdict `{other}`"),
    }
}

fn open03<'w>(
    token: &str,
    workspace: &'w mut [u8],
    secret: &Result<ServerSecret, Error>,
) -> Result<Claims03<'w>, Error> {
    Sealed03::parse(token, workspace)?.open(secret.as_ref().map_err(|error| *error)?)
}

fn open04<'w>(
    token: &str,
    workspace: &'w mut [u8],
    secret: &Result<ServerSecret, Error>,
) -> Result<Claims04<'w>, Error> {
    Sealed04::parse(token, workspace)?.open(secret.as_ref().map_err(|error| *error)?)
}

fn signature(case: &Value, id: &str) {
    let secret = ServerSecret::new(text(case, "server_secret", id)).expect(id);
    let mut out = [0; SIGNATURE_LEN];
    let signature = server_api_signature(
        app_id(case, id),
        text(case, "signature_nonce", id),
        &secret,
        case["timestamp"].as_u64().expect(id),
        &mut out,
    );
    assert_eq!(signature, Ok(text(case, "signature", id)), "{id}");
}
