//! The forms of Agora.

mod facts;
pub(super) mod key5;
pub(super) mod signaling;
pub(super) mod text_keys;
pub(super) mod v006;
pub(super) mod v007;
mod verdicts;
mod verify;

/// The app id of the examples in the official documents: public.
pub const SAMPLE_APP_ID: &str = "970CA35de60c44645bbae8a215061b33";

/// The certificate of [`SAMPLE_APP_ID`]: public as well.
pub const SAMPLE_CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";
