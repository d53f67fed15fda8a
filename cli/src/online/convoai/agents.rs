//! `convoai list`, `get`, `history`, `turns`, `stop`: what agents do.

use clap::Args;
use serde_json::{Map, Value, json};
use tokenmint::client::convoai::types::agents::{Agent, AgentFilter, Turn};
use tokenmint::client::convoai::{Page, agents};

use super::Ask;
use super::seat::Seat;
use super::service::Service;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service::{Table, show};
use crate::{clock, output};
use tokenmint::doctor::words::safe;

/// Options of `convoai list`.
#[derive(Debug, Args)]
pub(crate) struct List {
    /// In this channel
    #[arg(long, value_name = "TEXT")]
    channel: Option<String>,
    /// Started at or after: Unix seconds or RFC 3339 [default of the service: two hours ago]
    #[arg(long, value_name = "TIME", value_parser = clock::parse)]
    from: Option<u32>,
    /// Started before
    #[arg(long, value_name = "TIME", value_parser = clock::parse)]
    to: Option<u32>,
    /// In this state: idle, starting, running, stopping, stopped, recovering, failed, or 0 to 6
    #[arg(long, value_name = "STATE", value_parser = state)]
    state: Option<String>,
    #[command(flatten)]
    pages: Pages,
}

/// How much of a listing.
#[derive(Debug, Args)]
pub(super) struct Pages {
    /// The most on one page
    #[arg(long, value_name = "NUMBER")]
    pub(super) limit: Option<u32>,
    /// Where the page begins, as the page before said
    #[arg(long, value_name = "TEXT")]
    pub(super) cursor: Option<String>,
    /// All pages
    #[arg(long)]
    pub(super) all: bool,
}

/// A state's number, from its number or name.
fn state(text: &str) -> Result<String, String> {
    const NAMES: [&str; 7] = [
        "idle",
        "starting",
        "running",
        "stopping",
        "stopped",
        "recovering",
        "failed",
    ];
    let named = NAMES
        .iter()
        .position(|name| name.eq_ignore_ascii_case(text));
    let number = named.or_else(|| text.parse().ok().filter(|number| *number < NAMES.len()));
    number
        .map(|number| number.to_string())
        .ok_or_else(|| format!("expected one of {}, or 0 to 6", NAMES.join(", ")))
}

impl Ask for List {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let mut filter = AgentFilter::new();
        filter.channel.clone_from(&self.channel);
        filter.from_time = self.from.map(f64::from);
        filter.to_time = self.to.map(f64::from);
        filter.state.clone_from(&self.state);
        filter.limit = self.pages.limit;
        filter.cursor.clone_from(&self.pages.cursor);
        let operation = agents::list(&filter);
        let pages = service.pages(operation, self.pages.all)?;
        let rows = rows(&pages, Agent::to_map);
        let table = Table(&[
            ("agent_id", "AGENT"),
            ("status", "STATUS"),
            ("start_ts", "STARTED"),
        ]);
        show_listing("agents", &rows, &pages, &table, as_json)
    }
}

/// The items of all pages as objects.
pub(super) fn rows<T>(
    pages: &[Page<T>],
    object: impl Fn(&T) -> Map<String, Value>,
) -> Vec<Map<String, Value>> {
    let items = pages.iter().flat_map(|page| &page.items);
    items.map(object).collect()
}

/// Shows rows as a table or as JSON, and how to go on.
pub(super) fn show_listing<T>(
    name: &str,
    rows: &[Map<String, Value>],
    pages: &[Page<T>],
    table: &Table,
    as_json: bool,
) -> Result<Exit, Failure> {
    let last = pages.last();
    let cursor = last.and_then(|page| page.cursor.as_deref());
    if as_json {
        let total = last.and_then(|page| page.total);
        let mut answer = Map::new();
        answer.insert(name.to_owned(), json!(rows));
        answer.insert("cursor".to_owned(), json!(cursor));
        answer.insert("total".to_owned(), json!(total));
        return show(&answer, true);
    }
    show_rows(name, rows, table)?;
    if let Some(cursor) = cursor {
        output::note(&format!("more: --cursor {}, or --all", safe(cursor)));
    }
    Ok(Exit::Ok)
}

/// Shows rows as a table.
pub(super) fn show_rows(
    name: &str,
    rows: &[Map<String, Value>],
    table: &Table,
) -> Result<(), Failure> {
    if rows.is_empty() {
        output::note(&format!("no {name}"));
        return Ok(());
    }
    output::line(&table.text(rows)?)?;
    Ok(())
}

/// Options of `convoai get`.
#[derive(Debug, Args)]
pub(crate) struct Get {
    /// The agent
    agent_id: String,
    #[command(flatten)]
    seat: Seat,
}

impl Ask for Get {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let agent = service.send(&self.seat.take(agents::get(&self.agent_id)))?;
        show(&agent.to_map(), as_json)
    }
}

/// Options of `convoai history`.
#[derive(Debug, Args)]
pub(crate) struct History {
    /// The agent; it has to be running
    agent_id: String,
    #[command(flatten)]
    seat: Seat,
}

impl Ask for History {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let history = service.send(&self.seat.take(agents::get_history(&self.agent_id)))?;
        if as_json {
            return show(&history.to_map(), true);
        }
        let said = history.contents.unwrap_or_default();
        if said.is_empty() {
            output::note("nothing was said");
        }
        for utterance in said {
            let speaker = utterance.role.as_ref().map_or("?", |role| role.as_str());
            let content = utterance.content.unwrap_or_default();
            output::line(&format!("{}: {}", safe(speaker), safe(&content)))?;
        }
        Ok(Exit::Ok)
    }
}

/// Options of `convoai turns`.
#[derive(Debug, Args)]
pub(crate) struct Turns {
    /// The agent
    agent_id: String,
    #[command(flatten)]
    seat: Seat,
    /// Which page, from 1
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    page: Option<u32>,
    /// The most on one page
    #[arg(long, value_name = "NUMBER")]
    page_size: Option<u32>,
    /// All pages
    #[arg(long, conflicts_with = "page")]
    all: bool,
}

impl Ask for Turns {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let operation = agents::turns(&self.agent_id, self.page, self.page_size);
        let operation = self.seat.take(operation);
        let pages = service.pages(operation, self.all)?;
        let turns = pages.iter().flat_map(|page| page.turns.iter().flatten());
        let rows: Vec<_> = turns.map(Turn::to_map).collect();
        let last = pages.last();
        let pagination = last.and_then(|page| page.pagination.as_ref());
        if as_json {
            let mut answer = Map::new();
            answer.insert("turns".to_owned(), json!(rows));
            answer.insert("pagination".to_owned(), json!(pagination));
            let total = last.and_then(|page| page.total_turn_count);
            answer.insert("total_turn_count".to_owned(), json!(total));
            return show(&answer, true);
        }
        let flat: Vec<_> = rows.iter().map(flat_turn).collect();
        let table = Table(&[
            ("turn_id", "TURN"),
            ("began", "BEGAN BY"),
            ("ended", "ENDED BY"),
            ("latency", "LATENCY MS"),
        ]);
        show_rows("turns", &flat, &table)?;
        if let Some(index) = pagination
            .filter(|it| it.is_last_page == Some(false) && !self.all)
            .and_then(|it| it.page_index)
        {
            output::note(&format!("more: --page {}, or --all", index + 1));
        }
        Ok(Exit::Ok)
    }
}

/// What a line has room for.
fn flat_turn(turn: &Map<String, Value>) -> Map<String, Value> {
    let within = |outer: &str, inner: &str| turn.get(outer)?.get(inner).cloned();
    let cells = [
        ("turn_id", turn.get("turn_id").cloned()),
        ("began", within("start", "type")),
        ("ended", within("end", "type")),
        ("latency", within("metrics", "e2e_latency_ms")),
    ];
    cells
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect()
}

/// Options of `convoai stop`.
#[derive(Debug, Args)]
pub(crate) struct Stop {
    /// The agent
    agent_id: String,
    #[command(flatten)]
    seat: Seat,
}

impl Ask for Stop {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let operation = self.seat.take(agents::stop(&self.agent_id));
        let was_running = match service.client.send(&operation) {
            Ok(()) => true,
            Err(error) if error.status() == Some(404) => false,
            Err(error) => return Err(service.refused(&error)),
        };
        if as_json {
            output::json(&json!({"agent_id": self.agent_id, "was_running": was_running}))?;
        } else if was_running {
            output::line(&format!("{} was stopped", safe(&self.agent_id)))?;
        } else {
            output::line(&format!("{} was not running", safe(&self.agent_id)))?;
        }
        Ok(Exit::Ok)
    }
}
