//! What is said of a clock that nothing can be signed by.

use std::error::Error as _;

use tokenmint::http::{Error, ErrorKind};
use tokenmint::{Error as TokenError, Field};

pub fn assert_clock_is_out_of_range(error: &Error) {
    assert_eq!(error.kind(), ErrorKind::Token);
    let cause = error.source().and_then(|cause| cause.downcast_ref());
    assert_eq!(
        cause,
        Some(&TokenError::ValueOutOfRange {
            field: Field::IssuedAt,
            min: 1,
            max: u64::MAX,
        })
    );
}
