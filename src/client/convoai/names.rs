//! Names that nothing else has: names are unique among the running agents of a
//! project, and two of a kind are refused.
//!
//! ```text
//! agent-1700000000123456789-9f86d081884c
//!       └ Unix nanoseconds  └ 48 random bits
//! ```
//!
//! SDK 2.12.0 has the nanoseconds alone, which two programs can share.

use std::format;
use std::string::String;

use crate::Error;
use crate::http::Environment;

/// A name that begins with `prefix`.
pub(super) fn unique_name(prefix: &str, environment: &dyn Environment) -> Result<String, Error> {
    let now = environment.unix_time().as_nanos();
    let mut random = [0; 8];
    let [_, _, low @ ..] = &mut random;
    environment.fill(low)?;
    Ok(format!(
        "{prefix}-{now}-{:012x}",
        u64::from_be_bytes(random)
    ))
}

#[cfg(test)]
mod tests {
    use core::time::Duration;
    use std::collections::BTreeSet;

    use super::*;

    struct Still;

    impl Environment for Still {
        fn unix_time(&self) -> Duration {
            Duration::from_nanos(1_700_000_000_123_456_789)
        }
    }

    #[test]
    fn names_of_one_moment_differ() {
        let names: BTreeSet<String> = (0..1_000)
            .map(|_| unique_name("agent", &Still).unwrap())
            .collect();
        assert_eq!(names.len(), 1_000);
        for name in names {
            let random = name.strip_prefix("agent-1700000000123456789-").unwrap();
            assert_eq!(random.len(), 12, "{name}");
            assert!(
                random.bytes().all(|byte| byte.is_ascii_hexdigit()),
                "{name}"
            );
        }
    }
}
