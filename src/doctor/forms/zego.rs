//! The forms of ZEGO.

mod explain;
mod sentences;
mod token;
mod verify;

use self::token::{read_03, read_04};
use super::{Form, Service};
use crate::doctor::anatomy;
use crate::doctor::question::Version;

/// The form of token04.
pub(super) const TOKEN04: Form = Form {
    service: Service::Zego,
    version: Some(Version::V04),
    matches: |text| text.starts_with("04"),
    anatomy: anatomy::of_zego,
    explain: |token, question| Ok(explain::explain(&read_04(token, question)?, question)),
    verify: |token, question| Ok(verify::verify(&read_04(token, question)?, question)),
};

/// The form of token03.
pub(super) const TOKEN03: Form = Form {
    service: Service::Zego,
    version: Some(Version::V03),
    matches: |text| text.starts_with("03"),
    anatomy: anatomy::of_zego,
    explain: |token, question| Ok(explain::explain(&read_03(token, question)?, question)),
    verify: |token, question| Ok(verify::verify(&read_03(token, question)?, question)),
};
