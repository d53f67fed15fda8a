//! Operations on agents.

use core::time::Duration;
use std::string::ToString;

use crate::client::convoai::endpoints as table;
use crate::client::convoai::operation::{Operation, nothing, object, object_or_empty, refusal};
use crate::client::convoai::page::Page;
use crate::client::convoai::types::agents::{
    Agent, AgentFilter, History, Speak, Spoken, StartAgent, StartedAgent, Think, Turns,
    UpdateProperties,
};
use crate::http::{Error, Query, Response};

/// The states of [`running`], as a filter takes them.
const STARTING_AND_RUNNING: &str = "1,2";

/// The most bytes of a text to say.
const LONGEST_SPEECH: usize = 512;

/// The account of SDK 2.12.0 where it stops an agent without a session. SDK
/// 1.0.3 has the agent id there; what the service looks at is not documented.
const NO_ACCOUNT: &str = "0";

/// `POST v2/projects/{appid}/join`: starts an agent.
///
/// A success without an agent id is an error: an agent that may run and cannot
/// be stopped must not go unnoticed.
#[must_use]
pub fn start(body: &StartAgent) -> Operation<StartedAgent> {
    let mut operation = Operation::new(&table::AGENTS_START, &[], started);
    if let Some(properties) = &body.properties {
        let subject = operation.subject_mut();
        if let Some(channel) = &properties.channel {
            subject.channel.clone_from(channel);
        }
        subject.account.clone_from(&properties.agent_rtc_uid);
    }
    operation.body(body.to_map())
}

/// `GET v2/projects/{appid}/agents`: one page of agents.
#[must_use]
pub fn list(filter: &AgentFilter) -> Operation<Page<Agent>> {
    let number = |number: Option<f64>| number.map(|number| number.to_string());
    let query = Query::new()
        .with_some("channel", filter.channel.as_deref())
        .with_some("from_time", number(filter.from_time).as_deref())
        .with_some("to_time", number(filter.to_time).as_deref())
        .with_some("state", filter.state.as_deref())
        .with_some("limit", filter.limit.map(|n| n.to_string()).as_deref());
    Operation::new(&table::AGENTS_LIST, &[], object)
        .query(query)
        .page("cursor", filter.cursor.clone())
}

/// `GET v2/projects/{appid}/agents`: one page of the agents that start or run,
/// of one channel or of all, started at `since` (from 1970) or after.
///
/// Without a time the service shows those of the last two hours.
#[must_use]
pub fn running(channel: Option<&str>, since: Duration) -> Operation<Page<Agent>> {
    let mut filter = AgentFilter::new()
        .state(STARTING_AND_RUNNING)
        .from_time(f64::from(
            u32::try_from(since.as_secs()).unwrap_or(u32::MAX),
        ));
    filter.channel = channel.map(ToString::to_string);
    list(&filter)
}

/// `GET v2/projects/{appid}/agents/{agent_id}`: what an agent does.
#[must_use]
pub fn get(agent_id: &str) -> Operation<Agent> {
    Operation::new(&table::AGENTS_GET, &[agent_id], object)
}

/// `GET v2/projects/{appid}/agents/{agent_id}/history`: what was said. Running
/// agents alone have a history.
#[must_use]
pub fn get_history(agent_id: &str) -> Operation<History> {
    Operation::new(&table::AGENTS_GET_HISTORY, &[agent_id], object)
}

/// `POST v2/projects/{appid}/agents/{agent_id}/leave`: stops an agent.
///
/// Repeated when its answer is lost; an agent that is gone at the repetition
/// was stopped.
#[must_use]
pub fn stop(agent_id: &str) -> Operation<()> {
    let mut operation = Operation::new(&table::AGENTS_STOP, &[agent_id], nothing);
    operation.subject_mut().account = Some(NO_ACCOUNT.to_string());
    operation.parse_again = stopped;
    operation
}

/// `POST v2/projects/{appid}/agents/{agent_id}/leave`: stops an agent; one that
/// is not there counts as stopped.
#[must_use]
pub fn ensure_stopped(agent_id: &str) -> Operation<()> {
    let mut operation = stop(agent_id);
    operation.parse = stopped;
    operation
}

/// `POST v2/projects/{appid}/agents/{agent_id}/update`: changes an agent. With a
/// token and nothing else it is repeated when its answer is lost.
#[must_use]
pub fn update(agent_id: &str, properties: &UpdateProperties) -> Operation<StartedAgent> {
    let properties = properties.to_map();
    let mut operation = Operation::new(&table::AGENTS_UPDATE, &[agent_id], object_or_empty);
    operation.repeatable = properties.keys().eq(["token"]);
    if properties.is_empty() {
        return operation;
    }
    operation.body(
        [("properties".to_string(), properties.into())]
            .into_iter()
            .collect(),
    )
}

/// `POST v2/projects/{appid}/agents/{agent_id}/speak`: says something, at most
/// once: never repeated when it may have been said. More than 512 bytes are
/// refused before anything is sent.
#[must_use]
pub fn speak(agent_id: &str, body: &Speak) -> Operation<Spoken> {
    let mut operation = Operation::new(&table::AGENTS_SPEAK, &[agent_id], object_or_empty);
    if body
        .text
        .as_ref()
        .is_some_and(|text| text.len() > LONGEST_SPEECH)
    {
        operation.fault = Some(
            "the text to say is longer than 512 bytes, the most that the service takes: say it \
             in parts, with SpeakPriority::Append",
        );
    }
    operation.body(body.to_map())
}

/// `POST v2/projects/{appid}/agents/{agent_id}/interrupt`: stops speech and
/// thought.
#[must_use]
pub fn interrupt(agent_id: &str) -> Operation<Spoken> {
    Operation::new(&table::AGENTS_INTERRUPT, &[agent_id], object_or_empty)
}

/// `GET v2/projects/{appid}/agents/{agent_id}/turns`: one page of turns, from
/// page 1.
#[must_use]
pub fn turns(agent_id: &str, page_index: Option<u32>, page_size: Option<u32>) -> Operation<Turns> {
    let page_size = page_size.map(|size| size.to_string());
    Operation::new(&table::AGENTS_TURNS, &[agent_id], object)
        .query(Query::new().with_some("page_size", page_size.as_deref()))
        .page("page_index", page_index.map(|index| index.to_string()))
}

/// `POST v2/projects/{appid}/agents/{agent_id}/think`: has the model think
/// about a text.
#[must_use]
pub fn think(agent_id: &str, body: &Think) -> Operation<Spoken> {
    Operation::new(&table::AGENTS_THINK, &[agent_id], object_or_empty).body(body.to_map())
}

fn started(response: &Response) -> Result<StartedAgent, Error> {
    let started: StartedAgent = object(response)?;
    match started.agent_id.as_deref() {
        None | Some("") => Err(refusal(response)),
        Some(_) => Ok(started),
    }
}

fn stopped(response: &Response) -> Result<(), Error> {
    match response.status {
        404 | 410 => Ok(()),
        _ => nothing(response),
    }
}
