//! Discovery documents.

use std::string::{String, ToString};
use std::vec::Vec;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::wire::{list, oauth2};
use crate::ath::VERSION;
use crate::client::ath::Warning;

/// What a gateway says about itself, at `/.well-known/ath.json`.
///
/// The endpoint in it is not used: endpoints follow from the base URL.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DiscoveryDocument {
    /// The version of the protocol; compare it before registering.
    pub ath_version: String,
    /// Who the gateway says it is, often its base URL.
    pub gateway_id: String,
    /// Where agents register.
    pub agent_registration_endpoint: String,
    /// The providers behind it.
    #[serde(default, deserialize_with = "list")]
    pub supported_providers: Vec<ProviderInfo>,
    /// Members without a field.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A provider behind a gateway.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProviderInfo {
    /// The id, for registering, authorizing and calling.
    pub provider_id: String,
    /// A name for people.
    pub display_name: String,
    /// What it is about.
    #[serde(default, deserialize_with = "list")]
    pub categories: Vec<String>,
    /// The scopes that can be asked for.
    #[serde(default, deserialize_with = "list")]
    pub available_scopes: Vec<String>,
    /// How users give their consent, for example `OAUTH2`.
    pub auth_mode: String,
    /// Whether agents have to be approved.
    pub agent_approval_required: bool,
    /// Members without a field.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// What a native service says about itself, at `/.well-known/ath-app.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ServiceDiscoveryDocument {
    /// The version of the protocol; compare it before registering.
    pub ath_version: String,
    /// The id; it takes the place of a provider's when registering and
    /// authorizing.
    pub app_id: String,
    /// A name for people.
    pub name: String,
    /// Its own OAuth server.
    pub auth: ServiceAuth,
    /// Where its interface is.
    pub api_base: String,
    /// Members without a field.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The OAuth server of a native service. Agents do not talk to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ServiceAuth {
    /// `oauth2`.
    #[serde(rename = "type", default = "oauth2_type", deserialize_with = "oauth2")]
    pub kind: String,
    /// Where users give their consent.
    pub authorization_endpoint: String,
    /// Where the service gets its tokens.
    pub token_endpoint: String,
    /// A page for developers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration_endpoint: Option<String>,
    /// The scopes that can be asked for.
    #[serde(default, deserialize_with = "list")]
    pub scopes_supported: Vec<String>,
    /// Whether agents have to attest.
    #[serde(default = "yes")]
    pub agent_attestation_required: bool,
    /// Members without a field.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl DiscoveryDocument {
    /// A provider by its id.
    #[must_use]
    pub fn provider(&self, provider_id: &str) -> Option<&ProviderInfo> {
        self.supported_providers
            .iter()
            .find(|provider| provider.provider_id == provider_id)
    }

    /// What is worth a look: another version.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        warnings(&self.ath_version)
    }
}

impl ServiceDiscoveryDocument {
    /// What is worth a look: another version.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        warnings(&self.ath_version)
    }
}

fn warnings(version: &str) -> Vec<Warning> {
    let other = (version != VERSION).then_some(Warning::OtherVersion);
    other.into_iter().collect()
}

fn oauth2_type() -> String {
    "oauth2".to_string()
}

const fn yes() -> bool {
    true
}
