//! Models that hear and speak by themselves. The official SDK ships none: its
//! users bring their own, as here.

use crate::client::convoai::types::pipeline::Mllm;
use crate::http::Error;

use super::Options;

/// Something that can be the `mllm` of an agent.
pub trait MllmVendor {
    /// The `mllm` of a start body.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`](crate::http::ErrorKind::InvalidInput) for
    /// an option out of its range.
    fn config(&self) -> Result<Options, Error>;
}

impl MllmVendor for Mllm {
    fn config(&self) -> Result<Options, Error> {
        Ok(self.to_map())
    }
}
