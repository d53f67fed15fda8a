//! Telephone numbers.

use std::string::String;
use std::vec::Vec;

use serde_json::{Map, Value};

use crate::client::convoai::object::{objects, open_enums};

open_enums! {
    /// Where a number comes from.
    NumberProvider {
        Byo = "byo",
        Twilio = "twilio",
    }
}

objects! {
    /// The body of `phone_numbers.add`. Required: `provider`, `phone_number`,
    /// `label`, both configurations.
    AddNumber {
        /// Where it comes from.
        provider: NumberProvider,
        /// The number, with `+`.
        phone_number: String,
        /// A name for it.
        label: String,
        /// Whether it takes calls.
        inbound: bool,
        /// Whether it makes calls.
        outbound: bool,
        /// Who may call in.
        inbound_config: InboundConfig,
        /// Through what calls go out.
        outbound_config: OutboundConfig,
    }

    /// Who may call in.
    InboundConfig {
        /// Networks of the provider.
        allowed_addresses: Vec<String>,
    }

    /// Through what calls go out.
    OutboundConfig {
        /// The provider's address; may have a user and a password.
        address: String,
        /// `udp`, `tcp` or `tls`.
        transport: String,
        /// Dialled before the number.
        prefix: String,
    }

    /// A number.
    PhoneNumber {
        /// Where it comes from.
        provider: NumberProvider,
        /// The number.
        phone_number: String,
        /// Its name.
        label: String,
        /// Whether it takes calls.
        inbound: bool,
        /// Whether it makes calls.
        outbound: bool,
        /// The pipeline that answers.
        associated_pipeline: Pipeline,
        /// Who may call in.
        inbound_config: Map<String, Value>,
        /// Through what calls go out.
        outbound_config: Map<String, Value>,
    }

    /// A pipeline made in the console.
    Pipeline {
        /// Its id.
        pipeline_id: String,
        /// Its name.
        pipeline_name: String,
    }

    /// The body of `phone_numbers.update`. What is not set stays as it is;
    /// [`UpdateNumber::clear`] removes a configuration.
    UpdateNumber {
        /// The pipeline for calls that come in.
        inbound_config: PipelineChoice,
        /// The pipeline for calls that go out.
        outbound_config: PipelineChoice,
    }

    /// Which pipeline.
    PipelineChoice {
        /// Its id.
        pipeline_id: String,
    }
}

/// A configuration of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NumberConfig {
    /// For calls that come in.
    Inbound,
    /// For calls that go out.
    Outbound,
}

impl UpdateNumber {
    /// Removes a configuration: it is sent as null.
    #[must_use]
    pub fn clear(self, config: NumberConfig) -> Self {
        let name = match config {
            NumberConfig::Inbound => "inbound_config",
            NumberConfig::Outbound => "outbound_config",
        };
        self.with(name, Value::Null)
    }
}
