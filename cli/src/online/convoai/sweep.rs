//! `convoai sweep`: stops agents that nobody has in hand.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use serde_json::{Map, Value, json};
use tokenmint::client::convoai::agents;
use tokenmint::client::convoai::types::agents::Agent;

use super::Ask;
use super::agents::show_rows;
use super::service::Service;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service::{Table, show};
use crate::{clock, duration, input, output};

/// Options of `convoai sweep`.
#[derive(Debug, Args)]
#[command(after_help = "\
An agent has an owner when its id is kept: by --keep, or on a line of --keep-file. Every other agent
that starts or runs is stopped, within --channel, --older-than and --since. Without any of --channel,
--older-than, --keep and --keep-file that would be every agent of the project, so it takes --all.

  tokenmint convoai sweep --older-than 2h --keep-file live.txt --dry-run")]
pub(crate) struct Sweep {
    /// In this channel alone
    #[arg(long, value_name = "TEXT")]
    channel: Option<String>,
    /// Those alone that have run for longer
    #[arg(long, value_name = "DURATION", value_parser = duration::parse)]
    older_than: Option<u32>,
    /// An agent that has an owner; repeatable
    #[arg(long, value_name = "AGENT_ID")]
    keep: Vec<String>,
    /// File that has ids of agents with an owner, one a line, or - for standard input
    #[arg(long, value_name = "PATH")]
    keep_file: Option<PathBuf>,
    /// How far back agents are looked for; the service alone would show two hours
    #[arg(long, value_name = "DURATION", default_value = "7d", value_parser = duration::parse)]
    since: u32,
    /// Every agent of the project, when nothing else says which
    #[arg(long)]
    all: bool,
    /// List them, and stop none
    #[arg(long)]
    dry_run: bool,
}

impl Ask for Sweep {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let kept = self.kept(service.stdin_is_taken)?;
        let narrowed = self.channel.is_some() || self.older_than.is_some() || !kept.is_empty();
        if !narrowed && !self.all && !self.dry_run {
            return Err(Failure::usage(
                "this would stop every agent of the project: say which with --channel, \
                 --older-than, --keep or --keep-file, look with --dry-run, or take --all",
            ));
        }
        let now = clock::now()?;
        let since = Duration::from_secs(now.saturating_sub(self.since).into());
        let listing = agents::running(self.channel.as_deref(), since);
        let pages = service.pages(listing, true)?;
        let found = pages.iter().flat_map(|page| &page.items);
        let mut failed = None;
        let mut rows = Vec::new();
        for agent in found.filter(|agent| self.has_no_owner(agent, &kept, now)) {
            let mut row = agent.to_map();
            let outcome = match self.dry_run {
                true => "runs",
                false => stop(service, agent, &mut failed),
            };
            row.insert("outcome".to_owned(), outcome.into());
            rows.push(row);
        }
        self.show(&rows, as_json)?;
        match failed {
            Some(failure) => Err(failure),
            None => Ok(Exit::Ok),
        }
    }
}

/// Stops one; the first failure is kept, and the others are tried.
fn stop(service: &Service, agent: &Agent, failed: &mut Option<Failure>) -> &'static str {
    let agent_id = agent.agent_id.as_deref().unwrap_or_default();
    match service.send(&agents::ensure_stopped(agent_id)) {
        Ok(()) => "stopped",
        Err(failure) => {
            failed.get_or_insert(failure);
            "not stopped"
        }
    }
}

impl Sweep {
    /// The ids of agents with an owner.
    fn kept(&self, stdin_is_taken: bool) -> Result<BTreeSet<String>, Failure> {
        let mut kept: BTreeSet<String> = self.keep.iter().cloned().collect();
        if let Some(path) = &self.keep_file {
            let name = "the file of --keep-file";
            let bytes = input::file_or_stdin(path, name, stdin_is_taken)?;
            let text = std::str::from_utf8(&bytes)
                .map_err(|_| Failure::usage(format!("{name} is no text in UTF-8")))?;
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            kept.extend(lines.map(ToOwned::to_owned));
        }
        Ok(kept)
    }

    /// In doubt about its age an agent is left alone.
    fn has_no_owner(&self, agent: &Agent, kept: &BTreeSet<String>, now: u32) -> bool {
        let Some(agent_id) = agent.agent_id.as_ref().filter(|id| !id.is_empty()) else {
            return false;
        };
        let is_old = self.older_than.is_none_or(|age| {
            let latest = i64::from(now.saturating_sub(age));
            agent.start_ts.is_some_and(|started| started <= latest)
        });
        is_old && !kept.contains(agent_id)
    }

    fn show(&self, rows: &[Map<String, Value>], as_json: bool) -> Result<(), Failure> {
        if as_json {
            let mut answer = Map::new();
            answer.insert("agents".to_owned(), json!(rows));
            answer.insert("dry_run".to_owned(), self.dry_run.into());
            show(&answer, true)?;
            return Ok(());
        }
        let table = Table(&[
            ("agent_id", "AGENT"),
            ("status", "STATUS"),
            ("start_ts", "STARTED"),
            ("outcome", "OUTCOME"),
        ]);
        show_rows("agents without an owner", rows, &table)?;
        if self.dry_run && !rows.is_empty() {
            output::note("nothing was stopped: --dry-run");
        }
        Ok(())
    }
}
