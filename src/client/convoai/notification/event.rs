//! What happened.
//!
//! | number | event | members |
//! |---|---|---|
//! | 101 | an agent joined | [`AgentEvent`] |
//! | 102 | an agent left | [`AgentEvent`] |
//! | 103 | what was said | [`AgentEvent`], with `contents` |
//! | 110 | an agent failed | [`AgentEvent`] |
//! | 111 | measurements | the object |
//! | 112 | turns that ended | the object |
//! | 201 | a call from outside | the object |
//! | 202 | a call to the outside | the object |
//!
//! Members that the documentation does not name are kept in `extra`.

use std::collections::BTreeMap;
use std::string::String;
use std::vec::Vec;

use serde_json::{Map, Value};

use super::Notification;
use crate::client::convoai::object::objects;
use crate::client::convoai::types::agents::Utterance;

/// Conversational AI among the products that send notifications.
pub const PRODUCT_ID: i64 = 17;

objects! {
    /// What is said about an agent.
    AgentEvent {
        /// The id of the agent.
        agent_id: String,
        /// Its name.
        name: String,
        /// The channel.
        channel: String,
        /// When it started, Unix seconds.
        start_ts: i64,
        /// When it ended, Unix seconds.
        stop_ts: i64,
        /// Labels of the start.
        labels: BTreeMap<String, String>,
        /// The turn.
        turn_id: i64,
        /// What was said.
        contents: Vec<Utterance>,
    }
}

/// What happened, with what is said about it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// An agent joined its channel.
    AgentJoined(AgentEvent),
    /// An agent left its channel.
    AgentLeft(AgentEvent),
    /// What was said, after the agent left.
    AgentHistory(AgentEvent),
    /// Something failed in an agent.
    AgentError(AgentEvent),
    /// Measurements of an agent.
    AgentMetrics(Map<String, Value>),
    /// Turns of a conversation that ended.
    TurnsFinished(Map<String, Value>),
    /// A call from outside changed its state.
    InboundCallState(Map<String, Value>),
    /// A call to the outside changed its state.
    OutboundCallState(Map<String, Value>),
    /// Anything else, also of another product.
    Other {
        /// The product.
        product_id: i64,
        /// The type of the event within the product.
        event_type: i64,
        /// What is said about it.
        payload: Map<String, Value>,
    },
}

impl Event {
    pub(super) fn of(notification: &Notification) -> Self {
        let payload = notification.payload.clone();
        match (notification.product_id, notification.event_type) {
            (PRODUCT_ID, 101) => Self::AgentJoined(payload.into()),
            (PRODUCT_ID, 102) => Self::AgentLeft(payload.into()),
            (PRODUCT_ID, 103) => Self::AgentHistory(payload.into()),
            (PRODUCT_ID, 110) => Self::AgentError(payload.into()),
            (PRODUCT_ID, 111) => Self::AgentMetrics(payload),
            (PRODUCT_ID, 112) => Self::TurnsFinished(payload),
            (PRODUCT_ID, 201) => Self::InboundCallState(payload),
            (PRODUCT_ID, 202) => Self::OutboundCallState(payload),
            (product_id, event_type) => Self::Other {
                product_id,
                event_type,
                payload,
            },
        }
    }
}
