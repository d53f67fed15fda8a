//! Operations on calls by telephone.

use std::string::ToString;

use crate::client::convoai::endpoints as table;
use crate::client::convoai::operation::{Operation, object, object_or_empty};
use crate::client::convoai::page::Page;
use crate::client::convoai::types::telephony::{
    CallFilter, CallType, HungUp, PhoneCall, StartCall, StartedCall,
};
use crate::http::Query;

/// `GET v2/projects/{appid}/call`: one page of calls.
#[must_use]
pub fn list(filter: &CallFilter) -> Operation<Page<PhoneCall>> {
    let number = |number: Option<i64>| number.map(|number| number.to_string());
    let call_type = filter.call_type.as_ref().map(CallType::as_str);
    let query = Query::new()
        .with_some("number", filter.number.as_deref())
        .with_some("from_time", number(filter.from_time).as_deref())
        .with_some("to_time", number(filter.to_time).as_deref())
        .with_some("type", call_type)
        .with_some("limit", filter.limit.map(|n| n.to_string()).as_deref());
    Operation::new(&table::TELEPHONY_LIST, &[], object)
        .query(query)
        .page("cursor", filter.cursor.clone())
}

/// `POST v2/projects/{appid}/call`: calls somebody.
#[must_use]
pub fn call(body: &StartCall) -> Operation<StartedCall> {
    Operation::new(&table::TELEPHONY_CALL, &[], object).body(body.to_map())
}

/// `GET v2/projects/{appid}/calls/{agent_id}`: one call.
#[must_use]
pub fn get(agent_id: &str) -> Operation<PhoneCall> {
    Operation::new(&table::TELEPHONY_GET, &[agent_id], object)
}

/// `POST v2/projects/{appid}/calls/{agent_id}/hangup`: ends a call.
#[must_use]
pub fn hangup(agent_id: &str) -> Operation<HungUp> {
    Operation::new(&table::TELEPHONY_HANGUP, &[agent_id], object_or_empty)
}
