//! Requests of a device in every form, what is refused, and what is made of any
//! answer.

#![allow(missing_docs)]

#[path = "device/answers.rs"]
mod answers;
#[path = "device/clock.rs"]
mod clock;
#[path = "device/requests.rs"]
mod requests;
#[cfg(feature = "convoai")]
#[path = "device/same_as_client.rs"]
mod same_as_client;

use tokenmint::agora::AppId;
use tokenmint::device::{Area, Authorization, Project, Server};

const APP_ID: &str = "970CA35de60c44645bbae8a215061b33";

fn project() -> Project<'static> {
    let app_id = AppId::new(APP_ID).expect("an app id");
    Project::new(Server::of(Area::Us), app_id, Authorization::token("007T"))
}
