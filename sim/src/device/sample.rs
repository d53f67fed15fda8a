//! Shengwang's sample server, which starts agents of a project for devices.
//!
//! | request | answer |
//! |---|---|
//! | `POST /device` | 200 with the app id and a token |
//! | `POST /agent/start` | 200 with what the service answers, else 500 |
//! | `POST /agent/stop` | status and JSON of the service; of an answer without JSON, 200 with a second status line in the body |
//! | anything else | 404 without a body |
//!
//! It names each agent at random, so that nobody can ask for one that is lost; the
//! agent leaves when all users have left. The bearer is what is put in front of
//! it.

use std::time::Duration;

use serde_json::{Value, json};
use tokenmint::agora::{AppCertificate, AppId, Credentials, Stamp};
use tokenmint::http::{
    BaseUrl, Body, BodyKind, Endpoint, Headers, Method, Request, RequestOptions, Response, Settings,
};

use crate::convoai::ConvoAi;
use crate::double::{self, Double, Served, Shared};

/// The idle timeout of its configuration.
pub const IDLE_SECONDS: u32 = 120;

/// The server, with the service behind it.
#[derive(Debug)]
pub struct SampleServer {
    service: Shared<ConvoAi>,
    app_id: String,
    certificate: String,
    /// The credentials of the customer, which the service takes.
    basic: String,
    bearer: String,
    names: u32,
}

impl SampleServer {
    /// A server for a project of `service`, which takes `basic` as
    /// `Authorization`; devices come with `bearer` as theirs.
    ///
    /// # Errors
    ///
    /// What no app id or certificate can be.
    pub fn new(
        service: &Shared<ConvoAi>,
        app_id: &str,
        certificate: &str,
        basic: &str,
        bearer: &str,
    ) -> Result<Self, tokenmint::Error> {
        AppId::new(app_id)?;
        AppCertificate::new(certificate)?;
        Ok(Self {
            service: service.clone(),
            app_id: app_id.to_owned(),
            certificate: certificate.to_owned(),
            basic: basic.to_owned(),
            bearer: bearer.to_owned(),
            names: 0,
        })
    }

    fn token(&self, channel: &str, uid: &str, now: Duration) -> Option<String> {
        use tokenmint::agora::{ExpireIn, Role, RtcTokenBuilder2};
        let credentials = Credentials::new(&self.app_id, &self.certificate).ok()?;
        let now = u32::try_from(now.as_secs()).ok()?;
        let stamp = Stamp::new(now, self.names + 1).ok()?;
        let day = ExpireIn::seconds(86_400);
        RtcTokenBuilder2::new(&credentials, stamp)
            .build_token_with_user_account(
                channel,
                uid,
                Role::Publisher,
                day,
                day,
                tokenmint::output::Owned,
            )
            .ok()
    }

    /// What the service answers to `POST` of a path below the project.
    fn ask(&self, path: &str, body: Option<&Value>, now: Duration) -> Option<Served> {
        const POST: Endpoint = Endpoint::new("sample", Method::Post, "any").body(BodyKind::Json);
        let base = BaseUrl::new("https://api.agora.io").ok()?;
        let mut request = Request::to(&POST, &base)
            .build(&Settings::new(), &RequestOptions::new())
            .ok()?;
        request.url = format!(
            "https://api.agora.io/cn/api/conversational-ai-agent/v2/projects/{}/{path}",
            self.app_id
        );
        request.headers = Headers::new();
        for (name, value) in [
            ("authorization", self.basic.as_str()),
            ("content-type", "application/json"),
        ] {
            request.headers.add_received(name, value.as_bytes());
        }
        request.body = body.map(|body| Body::raw(body.to_string().into_bytes()));
        Some(self.service.lock().serve(&request, now))
    }

    fn device(&self, body: &Value, now: Duration) -> Option<Served> {
        let uid = uid(body, "uid")?;
        let channel = body["channel_name"].as_str().filter(|it| !it.is_empty())?;
        let token = self.token(channel, &uid, now)?;
        let answer = json!({"app_id": self.app_id, "token": token});
        Some(Served::plain(double::json(200, &answer)).issuing(&token))
    }

    fn start(&mut self, body: &Value, now: Duration) -> Option<Served> {
        let (uid, agent_uid) = (uid(body, "uid")?, uid(body, "agent_uid")?);
        let channel = body["channel_name"].as_str().filter(|it| !it.is_empty())?;
        let token = self.token(channel, &agent_uid, now)?;
        self.names += 1;
        let body = json!({
            "name": format!("random-{}", self.names),
            "properties": {
                "channel": channel, "token": token, "agent_rtc_uid": agent_uid,
                "remote_rtc_uids": [uid], "idle_timeout": IDLE_SECONDS,
            },
        });
        let served = self.ask("join", Some(&body), now)?;
        Some(match served.response.status {
            200 => served,
            _ => refuse(500, &json!({"error": "failed", "reason": "upstream"})),
        })
    }

    fn stop(&self, body: &Value, now: Duration) -> Option<Served> {
        let id = body["agent_id"].as_str().filter(|id| !id.is_empty())?;
        let served = self.ask(&format!("agents/{id}/leave"), None, now)?;
        // Now and then the service's answer is empty, as documented.
        let is_empty = served.response.status == 200 && self.names.is_multiple_of(2);
        let effect = served.effect.clone();
        Some(match is_empty {
            false => served,
            true => Served {
                effect,
                ..Served::plain(Response::new(
                    200,
                    Headers::new(),
                    b"HTTP/1.0 500 Internal Server Error\r\n\r\n{\"error\": \"bad JSON\"}".to_vec(),
                ))
            },
        })
    }
}

/// A uid as text: it may come as a number.
fn uid(body: &Value, name: &str) -> Option<String> {
    match body.get(name)? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) if number.as_u64() != Some(0) => Some(number.to_string()),
        _ => None,
    }
}

fn refuse(status: u16, body: &Value) -> Served {
    Served::plain(double::json(status, body))
}

impl Double for SampleServer {
    fn secrets(&self) -> Vec<String> {
        vec![
            self.certificate.clone(),
            self.basic.clone(),
            self.bearer.clone(),
        ]
    }

    fn serve(&mut self, request: &Request, now: Duration) -> Served {
        if request.headers.get("authorization") != Some(self.bearer.as_str()) {
            return refuse(401, &json!({"error": "no bearer"}));
        }
        let path = request.target().split('/').skip(3).collect::<Vec<_>>();
        let known = [&["device"][..], &["agent", "start"], &["agent", "stop"]];
        if request.method != Method::Post || !known.contains(&path.as_slice()) {
            return Served::plain(Response::new(404, Headers::new(), Vec::new()));
        }
        let Some(body) = double::json_body(request) else {
            return refuse(500, &json!({"error": "bad JSON"}));
        };
        let served = match path.as_slice() {
            ["device"] => self.device(&body, now),
            ["agent", "start"] => self.start(&body, now),
            _ => self.stop(&body, now),
        };
        served.unwrap_or_else(|| refuse(400, &json!({"error": "a member is missing"})))
    }
}
