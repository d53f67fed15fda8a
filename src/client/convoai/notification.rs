//! Notifications of the service as types: who signed them, what happened, and
//! whether it was said before.
//!
//! | type | for |
//! |---|---|
//! | [`Receiver`] | all of it: signature, content, duplicates |
//! | [`Notification`] | a body that was checked elsewhere |
//! | [`crate::agora::notification`] | the signature alone, without `std` |
//!
//! ```
//! use tokenmint::client::convoai::notification::{Event, Receiver, Signatures};
//!
//! let receiver = Receiver::new("the secret of the console")?;
//! # let body = br#"{"noticeId":"n1","productId":17,"eventType":101,"notifyMs":1,"payload":{"agent_id":"A1","channel":"lobby"}}"#;
//! # let signature = tokenmint::agora::notification::sign("the secret of the console", body)?;
//! # let signature = core::str::from_utf8(&signature).unwrap();
//! // The raw body, and the header `Agora-Signature-V2`.
//! let received = receiver.receive(body, Signatures::v2(signature))?;
//! if received.is_duplicate {
//!     return Ok(()); // Answer with 200 all the same.
//! }
//! match received.notification.event() {
//!     Event::AgentJoined(agent) => println!("{:?} is there", agent.agent_id),
//!     Event::AgentLeft(agent) => println!("{:?} is gone", agent.agent_id),
//!     other => println!("{other:?}"),
//! }
//! # Ok::<(), tokenmint::http::Error>(())
//! ```
//!
//! The service sends again what was not answered with 200 within a few seconds,
//! with the same `noticeId`: answer first, work later.

mod event;
mod receiver;
mod seen;

pub use event::{AgentEvent, Event, PRODUCT_ID};
pub use receiver::{Received, Receiver, Signatures};

use core::fmt;
use std::string::String;

use serde_json::{Map, Value};

use super::object::{Member, Shown};
use crate::http::{Error, ErrorKind};

/// The envelope of a notification. What it does not name is in `extra`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Notification {
    /// Tells notifications apart: the same again when it is sent again.
    pub notice_id: String,
    /// The product: [`PRODUCT_ID`] is Conversational AI. Types of events have
    /// numbers of their own in each product.
    pub product_id: i64,
    /// The type of the event within the product.
    pub event_type: i64,
    /// When it was sent, Unix milliseconds; another time when it is sent again.
    pub notify_ms: Option<i64>,
    /// The session.
    pub sid: Option<String>,
    /// What happened.
    pub payload: Map<String, Value>,
    /// Other members of the envelope.
    pub extra: Map<String, Value>,
}

impl Notification {
    /// Reads a body whose signature was checked.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for a body that is not a JSON object or lacks
    /// `noticeId`, `productId` or `eventType`.
    pub fn from_body(body: &[u8]) -> Result<Self, Error> {
        let members = serde_json::from_slice(body).map_err(|_| bad("is not a JSON object"))?;
        Self::from_map(members)
    }

    /// Reads the object of a body whose signature was checked.
    ///
    /// # Errors
    ///
    /// As [`Self::from_body`].
    pub fn from_map(mut members: Map<String, Value>) -> Result<Self, Error> {
        Ok(Self {
            notice_id: take(&mut members, "noticeId")
                .filter(|id: &String| !id.is_empty())
                .ok_or_else(|| bad("has no `noticeId`"))?,
            product_id: take(&mut members, "productId").ok_or_else(|| bad("has no `productId`"))?,
            event_type: take(&mut members, "eventType").ok_or_else(|| bad("has no `eventType`"))?,
            notify_ms: take(&mut members, "notifyMs"),
            sid: take(&mut members, "sid"),
            payload: take(&mut members, "payload").unwrap_or_default(),
            extra: members,
        })
    }

    /// What happened, as a type.
    #[must_use]
    pub fn event(&self) -> Event {
        Event::of(self)
    }
}

/// A member out of an object, when it is of its type.
fn take<T: Member>(members: &mut Map<String, Value>, name: &str) -> Option<T> {
    let value = T::read(members.get(name)?)?;
    members.remove(name);
    Some(value)
}

fn bad(why: &str) -> Error {
    let message = std::format!("the notification {why}");
    Error::with_message(ErrorKind::InvalidInput, message)
}

impl fmt::Debug for Notification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notification")
            .field("notice_id", &self.notice_id)
            .field("product_id", &self.product_id)
            .field("event_type", &self.event_type)
            .field("payload", &Shown(&self.payload))
            .finish_non_exhaustive()
    }
}
