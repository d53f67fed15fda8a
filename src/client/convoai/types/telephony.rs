//! Calls by telephone.

use std::string::String;

use super::agents::Properties;
use crate::client::convoai::object::{objects, open_enums, setters};

open_enums! {
    /// Who called whom.
    CallType {
        Inbound = "inbound",
        Outbound = "outbound",
    }

    /// Whether a call goes on.
    CallState {
        Answered = "answered",
        Hangup = "hangup",
    }

    /// Why a call ended.
    CallReason {
        Request = "request",
        Hangup = "hangup",
        Failed = "failed",
    }
}

objects! {
    /// The body of `telephony.call`.
    StartCall {
        /// The name of the agent.
        name: String,
        /// The telephone's side. Required.
        sip: Sip,
        /// A pipeline made in the console.
        pipeline_id: String,
        /// The agent's side; any member of a start body may be there.
        properties: Properties,
    }

    /// The telephone's side of a call; all required.
    Sip {
        /// Whom to call.
        to_number: String,
        /// From which number.
        from_number: String,
        /// The uid of the telephone in the channel.
        rtc_uid: String,
        /// The token of that uid.
        rtc_token: String,
    }

    /// The answer of `telephony.call`.
    StartedCall {
        /// The id of the agent.
        agent_id: String,
    }

    /// A call.
    PhoneCall {
        /// Who was called.
        to_number: String,
        /// From which number.
        from_number: String,
        /// The pipeline of the agent.
        pipeline_id: String,
        /// Who called whom.
        r#type: CallType,
        /// The id of the agent.
        agent_id: String,
        /// Its channel.
        channel: String,
        /// Why it ended; in the answer of `telephony.get` alone.
        reason: CallReason,
        /// When it began, Unix seconds.
        create_ts: i64,
        /// Whether it goes on.
        state: CallState,
        /// When it ended, Unix seconds.
        stop_ts: i64,
    }

    /// The answer of `telephony.hangup`: nothing that is known.
    HungUp {}
}

/// Which calls `telephony.list` shows. Times are Unix seconds; the service
/// defaults to the last 60 days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct CallFilter {
    /// From or to this number.
    pub number: Option<String>,
    /// Begun at or after.
    pub from_time: Option<i64>,
    /// Begun before.
    pub to_time: Option<i64>,
    /// Who called whom.
    pub call_type: Option<CallType>,
    /// On one page.
    pub limit: Option<u32>,
    /// After this call.
    pub cursor: Option<String>,
}

setters! {
    CallFilter {
        /// Shows those from or to this number.
        number: &str = Some(number.into());
        /// Shows those begun at this time or after.
        from_time: i64 = Some(from_time);
        /// Shows those begun before this time.
        to_time: i64 = Some(to_time);
        /// Shows those of one direction.
        call_type: CallType = Some(call_type);
        /// Sets how many are on one page.
        limit: u32 = Some(limit);
        /// Goes on after this call.
        cursor: &str = Some(cursor.into());
    }
}
