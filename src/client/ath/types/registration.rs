//! Registration.

use core::fmt;
use std::string::{String, ToString};
use std::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use super::wire::list;
use crate::client::ath::Warning;
use crate::client::open_enum::open_enum;
use crate::client::secret_text::SecretText;

/// Who is responsible for an agent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Developer {
    /// A name for people.
    pub name: String,
    /// An id, for instance a domain.
    pub id: String,
    /// An address for questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Members without a field.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Developer {
    /// Somebody without an address.
    #[must_use]
    pub fn new(name: &str, id: &str) -> Self {
        Self {
            name: name.to_string(),
            id: id.to_string(),
            contact: None,
            extra: Map::new(),
        }
    }

    /// Adds an address for questions.
    #[must_use]
    pub fn contact(mut self, contact: &str) -> Self {
        self.contact = Some(contact.to_string());
        self
    }
}

/// A provider and the scopes to ask it for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProviderScopes {
    /// The id of the provider, or of the native service.
    pub provider_id: String,
    /// The scopes.
    pub scopes: Vec<String>,
    /// Members without a field.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl ProviderScopes {
    /// Scopes of a provider.
    #[must_use]
    pub fn new(provider_id: &str, scopes: &[&str]) -> Self {
        Self {
            provider_id: provider_id.to_string(),
            scopes: scopes.iter().map(ToString::to_string).collect(),
            extra: Map::new(),
        }
    }
}

open_enum! {
    /// Whether an agent may act.
    AgentStatus {
        Approved = "approved",
        /// A human has to look at it: authorize later.
        Pending = "pending",
        Denied = "denied",
    }
}

impl<'de> Deserialize<'de> for AgentStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::from(text.as_str()))
    }
}

impl Serialize for AgentStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// What was approved for one provider.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProviderApproval {
    /// The id of the provider.
    pub provider_id: String,
    /// The scopes to stay within.
    #[serde(default, deserialize_with = "list")]
    pub approved_scopes: Vec<String>,
    /// The scopes that were asked for in vain.
    #[serde(default, deserialize_with = "list")]
    pub denied_scopes: Vec<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denial_reason: Option<String>,
    /// Members without a field.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The answer to a registration. The client keeps id and secret by itself.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Registration {
    /// The id of the agent with this implementor.
    pub client_id: String,
    /// The secret that goes with it: it is never given out again.
    pub client_secret: SecretText,
    /// Whether the agent may act; a registration without approval is one too.
    pub agent_status: AgentStatus,
    /// What was approved, often less than was asked for.
    #[serde(default, deserialize_with = "list")]
    pub approved_providers: Vec<ProviderApproval>,
    /// The end of the approval, ISO 8601.
    pub approval_expires: String,
    /// What is worth a look; found out by the client.
    #[serde(skip)]
    pub warnings: Vec<Warning>,
    /// Members without a field.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Registration {
    /// What was approved for a provider.
    #[must_use]
    pub fn approval(&self, provider_id: &str) -> Option<&ProviderApproval> {
        self.approved_providers
            .iter()
            .find(|approval| approval.provider_id == provider_id)
    }
}

impl fmt::Debug for Registration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Registration")
            .field("client_id", &self.client_id)
            .field("agent_status", &self.agent_status)
            .field("approved_providers", &self.approved_providers)
            .field("approval_expires", &self.approval_expires)
            .field("warnings", &self.warnings)
            .finish_non_exhaustive()
    }
}

/// What an implementor knows about an agent. No document says what is in it:
/// these are the members of the standalone gateway.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AgentRecord {
    /// Whether the agent may act.
    pub agent_status: AgentStatus,
    /// Its id with this implementor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// The URL of its identity document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_id: Option<String>,
    /// What was approved.
    #[serde(default, deserialize_with = "list")]
    pub approved_providers: Vec<ProviderApproval>,
    /// The end of the approval, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval_expires: Option<String>,
    /// Members without a field, such as `registered_at`, `developer`,
    /// `purpose`.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
