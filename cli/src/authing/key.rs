//! The access key.

use clap::Args;
use tokenmint::authing::AccessKey;

use crate::environment::{Form, required};
use crate::failure::Failure;
use crate::secret::SecretOptions;

/// The environment variable that has the id.
pub(crate) const ID_VARIABLE: &str = "AUTHING_ACCESS_KEY_ID";
/// The environment variable that has the secret.
pub(crate) const SECRET_VARIABLE: &str = "AUTHING_ACCESS_KEY_SECRET";

/// Options that name the access key.
#[derive(Debug, Args)]
#[command(next_help_heading = "Credentials (secret: environment AUTHING_ACCESS_KEY_SECRET)")]
pub(crate) struct KeyOptions {
    /// Access key id [env: AUTHING_ACCESS_KEY_ID]
    #[arg(long, value_name = "ID")]
    access_key_id: Option<String>,
    #[command(flatten)]
    secret: SecretOptions,
}

impl KeyOptions {
    /// The access key.
    pub(crate) fn read(&self) -> Result<AccessKey, Failure> {
        let id = self.access_key_id.as_deref();
        let id = required(id, "--access-key-id", ID_VARIABLE, "access key id")?;
        let secret = self
            .secret
            .read("access key secret", SECRET_VARIABLE, Form::Free)?;
        Ok(AccessKey::new(&id, &secret)?)
    }

    /// Whether standard input is taken.
    pub(crate) const fn uses_stdin(&self) -> bool {
        self.secret.uses_stdin()
    }
}
