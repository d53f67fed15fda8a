//! Where an agent is, for whoever knows it.

use clap::Args;
use tokenmint::client::convoai::types::agents::Properties;
use tokenmint::client::convoai::{Operation, Subject};

use super::service::Service;
use crate::failure::Failure;
use crate::output;

/// The heading of [`Seat`].
const HEADING: &str = "Seat of the agent, for the token of the request";

/// The seat of an agent.
#[derive(Debug, Args)]
pub(super) struct Seat {
    /// Its channel
    #[arg(long, value_name = "TEXT", requires = "agent_uid", help_heading = HEADING)]
    pub(super) channel: Option<String>,
    /// Its uid there
    #[arg(long, value_name = "UID", requires = "channel", help_heading = HEADING)]
    pub(super) agent_uid: Option<String>,
}

impl Seat {
    /// The operation with a token for this seat, when it is known; what the
    /// service looks at is not documented.
    pub(super) fn take<T>(&self, operation: Operation<T>) -> Operation<T> {
        match (&self.channel, &self.agent_uid) {
            (Some(channel), Some(uid)) => {
                operation.with_subject(Subject::new(channel).account(uid))
            }
            _ => operation,
        }
    }
}

/// Checks uids as the service does; sets what has to be set for them.
pub(super) fn check_uids(service: &Service, properties: &mut Properties) -> Result<(), Failure> {
    let warnings = properties
        .check_uids()
        .map_err(|error| service.refused(&error))?;
    for warning in warnings {
        output::note(&format!("warning: {warning}"));
    }
    Ok(())
}
