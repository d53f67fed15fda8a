//! JSON Web Tokens.

mod explain;
mod token;
mod verify;

use self::token::Token;
use super::{Form, Service};
use crate::doctor::anatomy;

/// The form. A header is a JSON object, and `{"` or `{ ` begin like this.
pub(super) const FORM: Form = Form {
    service: Service::Jwt,
    version: None,
    matches: |text| text.starts_with("ey") && text.contains('.'),
    anatomy: |token, _| anatomy::of_jwt(token),
    explain: |token, question| Ok(explain::explain(&Token::parse(token)?, question)),
    verify: |token, question| Ok(verify::verify(&Token::parse(token)?, question)),
};
