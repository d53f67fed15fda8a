//! The Conversational AI service as a small state machine.
//!
//! It checks what the real service is known to check and keeps what it keeps:
//! projects, agents with unique names, the tokens that they stay in their
//! channel with, and how long each has run.
//!
//! | request | answer |
//! |---|---|
//! | `POST .../join` | 200, or 409 with the id of the agent that has the name |
//! | `GET .../agents` | 200, page by page |
//! | `GET .../agents/{id}` | 200, also after the agent has left |
//! | `GET .../agents/{id}/history`, `turns` | 200 while it runs |
//! | `POST .../agents/{id}/leave`, `update`, `speak`, `interrupt` | 200 while it runs, else 404 |
//! | anything else | 501 `NotImplemented` |
//!
//! Assumed, because no document says it: which token a request needs (any that
//! the project's certificate has signed and that has not ended), that a token
//! from the future is refused, the member of a 409 that has the id (`agent_id`,
//! in the older form `taskId`), and that an agent leaves when its join token
//! ends.

use std::time::Duration;

use serde_json::{Value, json};
use tokenmint::agora::{AppCertificate, AppId};
use tokenmint::http::{Method, Request};

use super::agent::{AgentRecord, Leaving};
use super::answers::{self, ErrorBody, error};
use crate::double::{self, Double, Effect, Served};

/// The most agents that a project runs at once.
const QUOTA: usize = 20;

/// Without a time a listing shows those that started in the last two hours.
const LISTED_SECONDS: u64 = 2 * 60 * 60;

/// Every 007 token begins so: the version and the first byte of zlib.
const TOKEN_START: &str = "007eJ";

/// The service, with one project.
#[derive(Debug)]
pub struct ConvoAi {
    pub(super) app_id: AppId,
    pub(super) certificate: AppCertificate,
    certificate_text: String,
    pub(super) basic: Option<String>,
    /// The form of its refusals.
    pub error_body: ErrorBody,
    agents: Vec<AgentRecord>,
    most_running: usize,
}

impl ConvoAi {
    /// A service with this project.
    ///
    /// # Errors
    ///
    /// What no app id or certificate can be.
    pub fn new(app_id: &str, certificate: &str) -> Result<Self, tokenmint::Error> {
        Ok(Self {
            app_id: AppId::new(app_id)?,
            certificate: AppCertificate::new(certificate)?,
            certificate_text: certificate.to_owned(),
            basic: None,
            error_body: ErrorBody::Current,
            agents: Vec::new(),
            most_running: 0,
        })
    }

    /// The service takes this `Authorization` as well, such as `Basic dTpw`.
    #[must_use]
    pub fn with_basic(mut self, value: impl Into<String>) -> Self {
        self.basic = Some(value.into());
        self
    }

    /// Everything that ever ran.
    #[must_use]
    pub fn agents(&self) -> &[AgentRecord] {
        &self.agents
    }

    /// What runs.
    pub fn running(&self) -> impl Iterator<Item = &AgentRecord> {
        self.agents.iter().filter(|agent| agent.is_running())
    }

    /// The most that ran at once.
    #[must_use]
    pub const fn most_running(&self) -> usize {
        self.most_running
    }

    /// Running time of all agents until `now`: what the user pays.
    #[must_use]
    pub fn bill(&self, now: Duration) -> Duration {
        self.agents.iter().map(|agent| agent.ran(now)).sum()
    }

    /// All users leave a channel.
    pub fn users_leave(&mut self, channel: &str, now: Duration) {
        self.pass(now);
        let there = self.agents.iter_mut();
        for agent in there.filter(|agent| agent.channel == channel) {
            agent.alone_since.get_or_insert(now);
        }
    }

    /// Agents leave whose time has come.
    pub fn pass(&mut self, now: Duration) {
        for agent in &mut self.agents {
            agent.pass(now);
        }
    }

    fn route(&mut self, request: &Request, now: Duration) -> Result<Done, answers::Refusal> {
        let not_implemented = || answers::Refusal::new(501, "NotImplemented", "no such endpoint");
        let (_, path) = request
            .target()
            .split_once("/api/conversational-ai-agent/")
            .ok_or_else(not_implemented)?;
        let parts: Vec<&str> = path.split('/').collect();
        let ["v2", "projects", app_id, rest @ ..] = parts.as_slice() else {
            return Err(not_implemented());
        };
        self.authorize(app_id, request.headers.get("authorization"), now)?;
        match (request.method, rest) {
            (Method::Post, ["join"]) => self.join(&body(request)?, now),
            (Method::Get, ["agents"]) => Ok((self.list(request, now)?, None)),
            (Method::Get, ["agents", id]) => {
                let agent = self.agents.iter().find(|agent| agent.id == *id);
                Ok((agent.ok_or_else(not_found)?.summary(), None))
            }
            (Method::Get, ["agents", id, "history"]) => Ok((self.live(id)?.history(), None)),
            (Method::Get, ["agents", id, "turns"]) => Ok((self.live(id)?.turns(), None)),
            (Method::Post, ["agents", id, "leave"]) => {
                self.live(id)?.leave(now, Leaving::Asked);
                Ok((json!({}), Some(Effect::of("stopped", *id))))
            }
            (Method::Post, ["agents", id, "update"]) => self.update(id, &body(request)?, now),
            (Method::Post, ["agents", id, "speak"]) => self.speak(id, &body(request)?),
            (Method::Post, ["agents", id, "interrupt"]) => Ok((self.live(id)?.spoken(), None)),
            _ => Err(not_implemented()),
        }
    }

    fn join(&mut self, body: &Value, now: Duration) -> Result<Done, answers::Refusal> {
        let name = answers::text(body, "name")?;
        let properties = body.get("properties").unwrap_or(&Value::Null);
        let channel = answers::text(properties, "channel")?;
        let uid = answers::text(properties, "agent_rtc_uid")?;
        let token = answers::text(properties, "token")?;
        if properties
            .get("remote_rtc_uids")
            .is_none_or(|uids| !uids.is_array())
        {
            return Err(answers::missing("remote_rtc_uids"));
        }
        let token_ends = self.may_join(token, channel, uid, now)?;
        if let Some(agent) = self.running().find(|agent| agent.name == name) {
            return Err(answers::conflict(&agent.id));
        }
        if self.running().count() >= QUOTA {
            let quota = "ResourceQuotaLimitExceeded";
            return Err(answers::Refusal::new(422, quota, "too many agents"));
        }
        let idle = properties.get("idle_timeout").and_then(Value::as_u64);
        let agent = AgentRecord {
            id: format!("A{}", self.agents.len() + 1),
            name: name.to_owned(),
            channel: channel.to_owned(),
            uid: uid.to_owned(),
            started: now,
            left: None,
            token_ends,
            idle_timeout: Duration::from_secs(idle.unwrap_or(0)),
            alone_since: None,
            said: Vec::new(),
        };
        let answer = json!({
            "agent_id": agent.id, "create_ts": now.as_secs(), "status": "RUNNING",
        });
        // In place of one that has left by itself it is not done twice.
        let before = self.agents.iter().rfind(|before| before.name == name);
        let replaces = before.and_then(|before| before.left);
        let effect = match replaces {
            Some((_, Leaving::TokenEnded | Leaving::Idle)) => Effect::of("started", &agent.id),
            _ => Effect::once("started", &agent.id),
        };
        self.agents.push(agent);
        self.most_running = self.most_running.max(self.running().count());
        Ok((answer, Some(effect)))
    }

    fn update(&mut self, id: &str, body: &Value, now: Duration) -> Result<Done, answers::Refusal> {
        let (channel, uid) = {
            let agent = self.live(id)?;
            (agent.channel.clone(), agent.uid.clone())
        };
        let token = body.pointer("/properties/token").and_then(Value::as_str);
        let ends = match token {
            Some(token) => Some(self.may_join(token, &channel, &uid, now)?),
            None => None,
        };
        let agent = self.live(id)?;
        agent.token_ends = ends.unwrap_or(agent.token_ends);
        let effect = Effect::of("updated", id);
        let created = agent.started.as_secs();
        let answer = json!({"agent_id": id, "create_ts": created, "status": "RUNNING"});
        Ok((answer, Some(effect)))
    }

    fn speak(&mut self, id: &str, body: &Value) -> Result<Done, answers::Refusal> {
        let text = answers::text(body, "text")?.to_owned();
        if text.len() > 512 {
            let why = "text is longer than 512 bytes";
            return Err(answers::Refusal::new(400, "InvalidFieldValue", why));
        }
        let agent = self.live(id)?;
        agent.said.push(text.clone());
        Ok((agent.spoken(), Some(Effect::once("said", text))))
    }

    fn live(&mut self, id: &str) -> Result<&mut AgentRecord, answers::Refusal> {
        let mut agents = self.agents.iter_mut();
        let found = agents.find(|agent| agent.id == id && agent.is_running());
        found.ok_or_else(not_found)
    }

    /// One page. The cursor is the id of the last agent on the page before.
    fn list(&self, request: &Request, now: Duration) -> Result<Value, answers::Refusal> {
        let parameter = |name: &str| answers::parameter(&request.url, name);
        let bad = |name| answers::Refusal::new(400, "InvalidFieldValue", name);
        let limit: usize = match parameter("limit") {
            Some(limit) => limit.parse().map_err(|_| bad("limit"))?,
            None => 20,
        };
        let time = |name, default: u64| match parameter(name) {
            Some(time) => time.parse().map_err(|_| bad(name)),
            None => Ok(default),
        };
        let from = time("from_time", now.as_secs().saturating_sub(LISTED_SECONDS))?;
        let to = time("to_time", now.as_secs() + 1)?;
        let states = parameter("state").map(|states| states.replace("%2C", ","));
        let wanted = |agent: &&AgentRecord| {
            parameter("channel").is_none_or(|channel| agent.channel == channel)
                && (states.as_ref()).is_none_or(|all| all.split(',').any(|it| it == agent.state()))
                && (from..to).contains(&agent.started.as_secs())
        };
        let agents: Vec<&AgentRecord> = self.agents.iter().filter(wanted).collect();
        let start = match parameter("cursor") {
            None => 0,
            Some(cursor) => {
                let number = |id: &str| id.get(1..).and_then(|id| id.parse::<usize>().ok());
                let cursor = number(&cursor).ok_or_else(|| bad("cursor"))?;
                let after = agents
                    .iter()
                    .position(|agent| number(&agent.id) > Some(cursor));
                after.unwrap_or(agents.len())
            }
        };
        let page = agents.iter().skip(start).take(limit.max(1));
        let list: Vec<Value> = page.map(|agent| agent.summary()).collect();
        let more = start + list.len() < agents.len();
        let cursor = list
            .last()
            .filter(|_| more)
            .map(|last| last["agent_id"].clone());
        Ok(json!({
            "data": {"count": list.len(), "list": list},
            "meta": {"cursor": cursor, "total": agents.len()},
            "status": "ok",
        }))
    }
}

type Done = (Value, Option<Effect>);

fn not_found() -> answers::Refusal {
    answers::Refusal::new(404, "TaskNotFound", "no such agent")
}

fn body(request: &Request) -> Result<Value, answers::Refusal> {
    let value = double::json_body(request);
    value.ok_or_else(|| answers::Refusal::new(400, "InvalidRequestBody", "the body is no JSON"))
}

impl Double for ConvoAi {
    fn secrets(&self) -> Vec<String> {
        let secrets = [self.certificate_text.clone(), TOKEN_START.to_owned()].into_iter();
        secrets.chain(self.basic.clone()).collect()
    }

    fn serve(&mut self, request: &Request, now: Duration) -> Served {
        self.pass(now);
        match self.route(request, now) {
            Ok((body, effect)) => Served {
                effect,
                ..Served::plain(double::json(200, &body))
            },
            Err(refusal) => Served::plain(error(self.error_body, &refusal)),
        }
    }
}
