//! Operations on telephone numbers.

use std::vec::Vec;

use crate::client::convoai::endpoints as table;
use crate::client::convoai::operation::{Operation, nothing, object};
use crate::client::convoai::types::phone_numbers::{AddNumber, PhoneNumber, UpdateNumber};

/// `GET v2/phone-numbers`: all numbers.
#[must_use]
pub fn list() -> Operation<Vec<PhoneNumber>> {
    Operation::new(&table::PHONE_NUMBERS_LIST, &[], object)
}

/// `POST v2/phone-numbers`: adds a number.
#[must_use]
pub fn add(body: &AddNumber) -> Operation<PhoneNumber> {
    Operation::new(&table::PHONE_NUMBERS_ADD, &[], object).body(body.to_map())
}

/// `GET v2/phone-numbers/{phone_number}`: one number.
#[must_use]
pub fn get(phone_number: &str) -> Operation<PhoneNumber> {
    Operation::new(&table::PHONE_NUMBERS_GET, &[phone_number], object)
}

/// `PATCH v2/phone-numbers/{phone_number}`: changes a number.
#[must_use]
pub fn update(phone_number: &str, body: &UpdateNumber) -> Operation<PhoneNumber> {
    Operation::new(&table::PHONE_NUMBERS_UPDATE, &[phone_number], object).body(body.to_map())
}

/// `DELETE v2/phone-numbers/{phone_number}`: removes a number.
#[must_use]
pub fn delete(phone_number: &str) -> Operation<()> {
    Operation::new(&table::PHONE_NUMBERS_DELETE, &[phone_number], nothing)
}
