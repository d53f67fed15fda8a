//! Hosts, configurations, tokens, lifetimes, uids and names.

use serde_json::{Value, json};
use tokenmint::Limits;
use tokenmint::agora::{Role, Stamp};
use tokenmint::client::convoai::vendors::{AnyVendor, VendorArea, VendorKind};
use tokenmint::client::convoai::{
    Agent, Area, AuthMode, BASE_URL_VARIABLE, ClientConfig, CnRouting, ConvoAiTokenOptions,
    RtcTokenOptions, SessionOptions, expires_in_hours, expires_in_minutes, generate_convo_ai_token,
    generate_rtc_token, phone_numbers,
};
use tokenmint::http::{Error, ErrorKind, Request};

use super::compare::{self, Compare};
use super::world::{self, World, config};
use super::{App, members};
use crate::convoai::hosts;
use crate::support::{Case, known};

/// The area that an enumeration's name or number means; other texts are none.
fn area(value: &Value) -> Option<Area> {
    match value {
        Value::String(name) if ["US", "EU", "AP", "CN"].contains(&name.as_str()) => {
            Area::from_name(name)
        }
        Value::Number(number) => Area::from_number(u32::try_from(number.as_u64()?).ok()?),
        _ => None,
    }
}

pub fn domain_pool(case: Case<'_>, app: &App) {
    let id = case.id;
    members(case);
    let input = case.get("input");
    known(id, input.value, &["area", "env", "steps"]);
    let recorded = case.get("expected").value.as_array().expect(id);
    let Some(area) = area(input.get("area").value) else {
        assert_eq!(recorded[0]["error"], "ValueError", "{id}");
        return;
    };
    let variable = input.value["env"][BASE_URL_VARIABLE].as_str();
    let mut config = ClientConfig::new(area, &app.id).cn_routing(CnRouting::EastNorth);
    if variable.is_some_and(|url| url.starts_with("http://")) {
        config = config.allow_plain_http(true);
    }
    // D24: it has a scheme and a host, and no query.
    let is_url = |url: &str| {
        let url = url.trim();
        let scheme = ["http://", "https://"].iter().any(|it| url.starts_with(it));
        url.is_empty() || scheme && !url.contains(['?', '#', '@', '[', ']'])
    };
    if variable.is_some_and(|url| !is_url(url)) {
        let world = World::default();
        world.set_variable(BASE_URL_VARIABLE, variable.expect(id));
        let refused = world.blocking(&config.app_certificate(&app.certificate));
        assert_eq!(refused.expect_err(id).kind(), ErrorKind::BadUrl, "{id}");
        return;
    }
    let steps: Vec<Value> = recorded
        .iter()
        .map(|step| {
            let told = ["after", "url", "url_of_requests", "asked", "error"];
            known(id, step, &told);
            let mut step = step.clone();
            // D15: client and pool have one state.
            step.as_object_mut().expect(id).remove("url_of_requests");
            step
        })
        .collect();
    let names = input.items("steps");
    assert_eq!(names.len(), steps.len(), "{id}");
    for (name, step) in names.iter().zip(&steps) {
        assert_eq!(*name.value, step["after"], "{id}");
    }
    let steps: Vec<Case<'_>> = steps.iter().map(|value| Case { id, value }).collect();
    let variables = variable.map(|url| (BASE_URL_VARIABLE, url));
    hosts::play(case, &steps, &config, variables.as_slice(), app);
}

pub fn client_config(case: Case<'_>, app: &App) {
    let id = case.id;
    members(case);
    let (mut input, expected) = (case.get("input").value.clone(), case.get("expected"));
    if input.get("area").is_none() {
        input["area"] = "US".into();
    }
    let compare = Compare {
        id,
        certificate: Some(&app.certificate),
    };
    let input = Case { id, value: &input };
    let result = sent(input, app);
    if is_refused_here(input.value) {
        let error = result.map(|(found, _)| found).expect_err(id);
        assert!(error.kind().is_local(), "{id}: {error:?}");
        return;
    }
    if expected.find("error").is_some() {
        assert!(result.is_err(), "{id}: not refused");
        return;
    }
    let told = [
        "auth_mode",
        "base_url",
        "area_scope",
        "authorization",
        "timeout_s",
        "identity_headers",
    ];
    known(id, expected.value, &told);
    let (found, request) = result.unwrap_or_else(|error| panic!("{id}: {error:?}"));
    let mut recorded = expected.value.clone();
    let recorded = recorded.as_object_mut().expect(id);
    recorded.remove("area_scope");
    recorded.remove("identity_headers");
    // The prefix is not doubled here.
    if let Some(text) = recorded["authorization"].as_str() {
        let once = text.replace("agora token=agora token=", "agora token=");
        recorded["authorization"] = once.into();
    }
    compare.value("config", &recorded.clone().into(), Some(&found));
    if let Some(own) = input.value.pointer("/headers/User-Agent") {
        assert_eq!(own.as_str(), request.headers.get("user-agent"), "{id}");
    }
}

/// Credentials that the reference takes at first and uses later, or ignores:
/// here they are refused at once.
fn is_refused_here(input: &Value) -> bool {
    let app_id = input.get("app_id");
    let bad_id = app_id.is_some_and(|id| id.as_str().is_none_or(|id| id.len() != 32));
    let names = [
        "customer_id",
        "customer_secret",
        "auth_token",
        "app_certificate",
    ];
    let empty = names
        .iter()
        .any(|name| input.get(name).is_some_and(|it| *it == ""));
    let lone_secret = input.get("customer_secret").is_some_and(|it| !it.is_null())
        && input.get("customer_id").is_none_or(Value::is_null);
    // A server could not tell where the name ends.
    let colon = input["customer_id"]
        .as_str()
        .is_some_and(|id| id.contains(':'));
    bad_id || lone_secret || colon || empty || area(&input["area"]).is_none()
}

fn sent(input: Case<'_>, app: &App) -> Result<(Value, Request), Error> {
    if input.value.get("app_id").is_some_and(Value::is_null) {
        return Err(Error::new(ErrorKind::InvalidInput));
    }
    let config = config(input, app)?;
    let answer = json!({"status": 200, "body": []});
    let world = World::answering(input.id, [&answer]);
    let client = world.blocking(&config)?;
    client.send(&phone_numbers::list())?;
    let request = world.requests().remove(0);
    let found = json!({
        "auth_mode": match client.auth_mode() {
            AuthMode::AppCredentials => "app-credentials",
            AuthMode::Basic => "basic",
            AuthMode::Token => "token",
            other => panic!("{}: unknown mode {other:?}", input.id),
        },
        "authorization": request.headers.get("authorization"),
        "base_url": client.current_url(),
        "timeout_s": request.timeouts.response.as_secs_f64(),
    });
    Ok((found, request))
}

pub fn token(case: Case<'_>) {
    let id = case.id;
    members(case);
    let (input, expected) = (case.get("input"), case.get("expected"));
    let minted = mint(input);
    if expected.find("error").is_some() || is_no_lifetime(input) || has_no_hex_id(input) {
        // A text is an account here, whatever it looks like.
        let is_text =
            input.text("fn") == "generate_convo_ai_token" && input.value["uid"].is_string();
        assert!(minted.is_err() || is_text, "{id}: not refused");
        return;
    }
    known(id, expected.value, &["token_as_emitted", "decoded"]);
    let certificate = input.text("app_certificate");
    let minted = minted.unwrap_or_else(|error| panic!("{id}: {error:?}"));
    for token in [minted.as_str(), expected.text("token_as_emitted")] {
        compare::token(id, expected.get("decoded").value, token, Some(certificate));
    }
}

/// 0 and more than a day are refused here.
fn is_no_lifetime(input: Case<'_>) -> bool {
    let names = ["token_expire", "expiry_seconds"];
    let seconds = names.iter().find_map(|name| input.value[name].as_i64());
    let privilege = input.value["privilege_expire"].as_i64();
    seconds.is_some_and(|seconds| !(1..=86_400).contains(&seconds))
        || privilege.is_some_and(|seconds| !(0..=86_400).contains(&seconds))
}

/// App id and certificate are hexadecimal here.
fn has_no_hex_id(input: Case<'_>) -> bool {
    ["app_id", "app_certificate"].iter().any(|name| {
        let text = input.value[*name].as_str().unwrap_or_default();
        !text.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

fn mint(input: Case<'_>) -> Result<String, Error> {
    let id = input.id;
    let told = [
        "fn",
        "app_id",
        "app_certificate",
        "channel_name",
        "channel",
        "uid",
        "role",
        "token_expire",
        "privilege_expire",
        "expiry_seconds",
    ];
    known(id, input.value, &told);
    let cannot_say = || Error::new(ErrorKind::InvalidInput);
    let text = |name: &str| input.value[name].as_str().ok_or_else(cannot_say);
    let number = |name: &str| {
        let number = input.find(name).map(|it| it.value.as_u64());
        number
            .map(|number| u32::try_from(number?).ok())
            .map(|number| number.ok_or_else(cannot_say))
            .transpose()
    };
    let stamp = Some(Stamp::new(world::CLOCK, world::SALT).expect(id));
    let uid = &input.value["uid"];
    match input.text("fn") {
        "generate_convo_ai_token" => {
            let mut options = ConvoAiTokenOptions::new().limits(Limits::Wire);
            options.stamp = stamp;
            options.token_expire = number("token_expire")?.unwrap_or(options.token_expire);
            options.privilege_expire = number("privilege_expire")?.unwrap_or(0);
            // A number in the form that its digits have.
            let account = match uid {
                Value::String(text) => text.clone(),
                Value::Number(number) if number.is_f64() && number.as_f64() < Some(1e15) => {
                    return Err(cannot_say());
                }
                Value::Number(number) if number.is_f64() => "12345678901234567890123".to_string(),
                Value::Number(number) => number.to_string(),
                _ => return Err(cannot_say()),
            };
            generate_convo_ai_token(
                text("app_id")?,
                text("app_certificate")?,
                text("channel_name")?,
                &account,
                options,
            )
        }
        "generate_rtc_token" => {
            let mut options = RtcTokenOptions::new().limits(Limits::Wire);
            options.stamp = stamp;
            options.role = number("role")?.map_or(options.role, Role::from_number_lossy);
            options.expiry_seconds = number("expiry_seconds")?.unwrap_or(options.expiry_seconds);
            if let Some(account) = uid.as_str() {
                return account_token(input, account, options.expiry_seconds);
            }
            let number = uid.as_u64().and_then(|uid| u32::try_from(uid).ok());
            if number.is_none() && uid.is_number() {
                return account_token(input, &uid.to_string(), options.expiry_seconds);
            }
            generate_rtc_token(
                text("app_id")?,
                text("app_certificate")?,
                text("channel")?,
                number.ok_or_else(cannot_say)?,
                options,
            )
        }
        other => panic!("{id}: unknown function {other:?}"),
    }
}

/// An account that is text: by the builder of RTC tokens.
fn account_token(input: Case<'_>, account: &str, expire: u32) -> Result<String, Error> {
    use tokenmint::agora::{Credentials, ExpireIn, RtcTokenBuilder2};
    use tokenmint::output::Owned;
    let id = input.id;
    let credentials = Credentials::new(input.text("app_id"), input.text("app_certificate"));
    let credentials = credentials.expect(id);
    let stamp = Stamp::new(world::CLOCK, world::SALT).expect(id);
    let expire = ExpireIn::seconds(expire);
    let mut builder = RtcTokenBuilder2::new(&credentials, stamp);
    let channel = input.text("channel");
    let role = Role::Publisher;
    Ok(builder.build_token_with_user_account(channel, account, role, expire, expire, Owned)?)
}

pub fn expires_in(case: Case<'_>) {
    let id = case.id;
    members(case);
    let (input, expected) = (case.get("input"), case.get("expected"));
    known(id, input.value, &["fn", "value"]);
    known(id, expected.value, &["seconds", "error", "warned"]);
    let value = input.get("value").value;
    let value = value.as_f64().unwrap_or_else(|| match value.as_str() {
        Some("inf" | "Infinity") => f64::INFINITY,
        Some("nan" | "NaN") => f64::NAN,
        other => panic!("{id}: no number {other:?}"),
    });
    let result = match input.text("fn") {
        "expires_in_hours" => expires_in_hours(value),
        "expires_in_minutes" => expires_in_minutes(value),
        other => panic!("{id}: unknown function {other:?}"),
    };
    // D7: less than a second is no lifetime.
    let refused = expected.find("error").is_some() || expected.value["seconds"] == 0;
    assert_eq!(result.is_err(), refused, "{id}: {result:?}");
    if let Ok(lifetime) = result {
        assert_eq!(
            expected.number("seconds"),
            u64::from(lifetime.seconds()),
            "{id}"
        );
        assert_eq!(expected.value["warned"], lifetime.was_capped(), "{id}");
    }
}

/// A start with these options and models that need nothing.
fn start(id: &str, options: SessionOptions, app: &App) -> Result<Value, Error> {
    let config = ClientConfig::new(Area::Us, &app.id).app_certificate(&app.certificate);
    let answer = json!({"status": 200, "body": {"agent_id": "A1"}});
    let world = super::world(id, [&answer]);
    let client = world.blocking(&config)?;
    let vendor = |kind, class, options: Value| {
        let options = options.as_object().expect(id).clone();
        AnyVendor::from_class(kind, VendorArea::Global, class, options).expect(id)
    };
    let llm = vendor(VendorKind::Llm, "OpenAI", json!({"model": "gpt-4o-mini"}));
    let tts = vendor(VendorKind::Tts, "OpenAITTS", json!({"voice": "alloy"}));
    let agent = Agent::new().with_llm(&llm)?.with_tts(&tts)?;
    let result = agent.create_session(&client, options).start();
    let requests = world.requests();
    if let Err(error) = result {
        assert!(requests.is_empty(), "{id}: something was sent");
        return Err(error);
    }
    let body = requests[0].body.as_ref().expect(id);
    Ok(serde_json::from_slice(body.as_bytes()).expect(id))
}

pub fn uid_rule(case: Case<'_>, app: &App) {
    let id = case.id;
    members(case);
    let input = case.get("input");
    known(id, input.value, &["agent_uid"]);
    let uid = input.text("agent_uid");
    let result = start(id, SessionOptions::new("room-123", uid, &["100"]), app);
    // A letter makes it text, with the flag set and a warning.
    let is_text =
        uid.contains(|c: char| c.is_alphabetic() && !c.is_numeric()) && !uid.starts_with("0x");
    match case.text("recommended") {
        "accept" => {
            let body = result.unwrap_or_else(|error| panic!("{id}: {error:?}"));
            assert_eq!(body["properties"]["agent_rtc_uid"], uid, "{id}");
        }
        "refuse" if is_text => {
            let body = result.unwrap_or_else(|error| panic!("{id}: {error:?}"));
            assert_eq!(body["properties"]["enable_string_uid"], true, "{id}");
        }
        "refuse" => {
            let error = result.expect_err(id);
            assert!(error.kind().is_local(), "{id}: {error:?}");
        }
        other => panic!("{id}: unknown recommendation {other:?}"),
    }
}

pub fn name(case: Case<'_>, app: &App) {
    let id = case.id;
    members(case);
    let (input, expected) = (case.get("input"), case.get("expected"));
    known(id, expected.value, &["name"]);
    let mut options = SessionOptions::new("room-123", "1001", &["100"]);
    if let Some(name) = input.find("name") {
        options = options.name(name.value.as_str().expect(id));
    }
    let body = start(id, options, app).unwrap_or_else(|error| panic!("{id}: {error:?}"));
    let name = body["name"].as_str().expect(id);
    if input.find("name").is_some_and(|name| name.value != "") {
        assert_eq!(name, expected.text("name"), "{id}");
        return;
    }
    // A random number follows the time, so that no two are the same.
    let clock = u64::from(world::CLOCK) * 1_000_000_000 + u64::from(super::NANOS);
    let start = format!("agent-{clock}");
    assert!(
        name.starts_with(&start) && name.len() > start.len(),
        "{id}: {name}"
    );
}
