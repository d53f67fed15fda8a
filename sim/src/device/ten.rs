//! The server of the TEN framework: a worker a channel, which lives while it is
//! pinged.
//!
//! | request | code |
//! |---|---|
//! | `POST /token/generate` | `0` with a token |
//! | `POST /start` | `0`; `10003` when the channel has a worker, `10001` when there are too many, `10100` for a graph that is not there |
//! | `POST /ping` | `0`, or `10002` when the channel has none |
//! | `POST /stop` | the same |
//!
//! Every answer has the status 200; the one that is meant is the number in `data`.

use std::time::Duration;

use serde_json::{Value, json};
use tokenmint::http::{Headers, Method, Request, Response};

use crate::double::{self, Double, Effect, Served};

/// A worker ends after so many seconds without a ping.
pub const WORKER_SECONDS: u64 = 60;

/// The most workers at once.
const WORKERS: usize = 16;

/// The graph that is there.
pub const GRAPH: &str = "voice_assistant";

/// One worker.
#[derive(Debug, Clone)]
pub struct Worker {
    /// Its channel.
    pub channel: String,
    /// When it came, since 1970.
    pub started: Duration,
    /// When it ends unless it is pinged.
    pub ends: Duration,
    /// When it was stopped, or ended.
    pub left: Option<Duration>,
}

/// The server.
#[derive(Debug)]
pub struct Ten {
    bearer: String,
    workers: Vec<Worker>,
}

impl Ten {
    /// A server that devices come to with `bearer` as `Authorization`.
    #[must_use]
    pub fn new(bearer: &str) -> Self {
        Self {
            bearer: bearer.to_owned(),
            workers: Vec::new(),
        }
    }

    /// Everything that ever ran.
    #[must_use]
    pub fn workers(&self) -> &[Worker] {
        &self.workers
    }

    /// What runs.
    pub fn running(&self) -> impl Iterator<Item = &Worker> {
        self.workers.iter().filter(|worker| worker.left.is_none())
    }

    /// Workers end whose time has come.
    pub fn pass(&mut self, now: Duration) {
        for worker in &mut self.workers {
            if worker.left.is_none() && worker.ends <= now {
                worker.left = Some(worker.ends);
            }
        }
    }

    fn worker(&mut self, channel: &str) -> Option<&mut Worker> {
        let mut workers = self.workers.iter_mut();
        workers.find(|worker| worker.left.is_none() && worker.channel == channel)
    }

    fn start(&mut self, channel: &str, body: &Value, now: Duration) -> Done {
        if self.running().count() >= WORKERS {
            return Err((10001, 429, "workers limit"));
        }
        if self.worker(channel).is_some() {
            return Err((10003, 400, "channel existed"));
        }
        if body["graph_name"] != GRAPH {
            return Err((10100, 500, "process property json failed"));
        }
        // In place of one that has ended by itself it is not done twice.
        let before = self
            .workers
            .iter()
            .rfind(|before| before.channel == channel);
        let effect = match before.is_some_and(|before| before.left == Some(before.ends)) {
            true => Effect::of("started", channel),
            false => Effect::once("started", channel),
        };
        let seconds = body["timeout"].as_u64().filter(|seconds| *seconds > 0);
        self.workers.push(Worker {
            channel: channel.to_owned(),
            started: now,
            ends: now + Duration::from_secs(seconds.unwrap_or(WORKER_SECONDS)),
            left: None,
        });
        Ok((Value::Null, Some(effect)))
    }

    fn ping(&mut self, channel: &str, now: Duration) -> Done {
        let worker = self.worker(channel).ok_or(NOT_EXISTED)?;
        worker.ends = now + Duration::from_secs(WORKER_SECONDS);
        Ok((Value::Null, Some(Effect::of("pinged", channel))))
    }

    fn stop(&mut self, channel: &str, now: Duration) -> Done {
        self.worker(channel).ok_or(NOT_EXISTED)?.left = Some(now);
        Ok((Value::Null, Some(Effect::of("stopped", channel))))
    }
}

/// The data, or code, status and message.
type Done = Result<(Value, Option<Effect>), (u32, u16, &'static str)>;

const NOT_EXISTED: (u32, u16, &str) = (10002, 400, "channel not existed");

impl Double for Ten {
    fn secrets(&self) -> Vec<String> {
        vec![self.bearer.clone()]
    }

    fn serve(&mut self, request: &Request, now: Duration) -> Served {
        self.pass(now);
        if request.headers.get("authorization") != Some(self.bearer.as_str()) {
            return Served::plain(double::json(401, &json!({"msg": "no bearer"})));
        }
        let body = double::json_body(request).unwrap_or(Value::Null);
        let channel = body["channel_name"].as_str().unwrap_or_default();
        let path = request.target().split('/').skip(3).collect::<Vec<_>>();
        let done = match (request.method, path.as_slice()) {
            (Method::Post, ["start" | "ping" | "stop"]) if channel.trim().is_empty() => {
                Err((10004, 400, "channel empty"))
            }
            (Method::Post, ["start"]) => self.start(channel, &body, now),
            (Method::Post, ["ping"]) => self.ping(channel, now),
            (Method::Post, ["stop"]) => self.stop(channel, now),
            _ => return Served::plain(Response::new(404, Headers::new(), Vec::new())),
        };
        let (code, data, msg, effect) = match done {
            Ok((data, effect)) => (0, data, "success", effect),
            Err((code, status, msg)) => (code, status.into(), msg, None),
        };
        let answer = json!({"code": code.to_string(), "data": data, "msg": msg});
        Served {
            effect,
            ..Served::plain(double::json(200, &answer))
        }
    }
}
