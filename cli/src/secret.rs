//! The secret of a service that has one name for it.

use std::path::PathBuf;

use clap::Args;
use zeroize::Zeroizing;

use crate::credentials::find_secret;
use crate::environment::Form;
use crate::failure::Failure;

/// Options that say where the secret is.
#[derive(Debug, Args)]
pub(crate) struct SecretOptions {
    /// File that has the secret
    #[arg(long, value_name = "PATH", conflicts_with = "secret_stdin")]
    secret_file: Option<PathBuf>,
    /// Read the secret from standard input
    #[arg(long)]
    secret_stdin: bool,
}

impl SecretOptions {
    /// The secret; options win over the environment `variable`.
    pub(crate) fn read(
        &self,
        what: &str,
        variable: &str,
        form: Form,
    ) -> Result<Zeroizing<String>, Failure> {
        find_secret(
            self.secret_stdin,
            self.secret_file.as_deref(),
            Some(variable),
            form,
        )?
        .ok_or_else(|| {
            Failure::usage(format!(
                "there is no {what}: set {variable}, or use --secret-file or --secret-stdin"
            ))
        })
    }

    /// Whether standard input is taken.
    pub(crate) const fn uses_stdin(&self) -> bool {
        self.secret_stdin
    }
}
