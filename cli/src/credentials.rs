//! App id and certificate: where they come from. A certificate is never an
//! argument, because arguments are seen by other users and kept in histories.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::Args;
use zeroize::Zeroizing;

use crate::environment::{self, Form, Variables};
use crate::failure::Failure;

/// The app id of the examples in the official documents: public.
pub(crate) const SAMPLE_APP_ID: &str = "970CA35de60c44645bbae8a215061b33";

/// Its certificate: public as well.
pub(crate) const SAMPLE_CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";

/// The environment variable that has the customer id.
pub(crate) const CUSTOMER_ID_VARIABLE: &str = "AGORA_CUSTOMER_ID";

/// The environment variable that has the customer secret.
pub(crate) const CUSTOMER_SECRET_VARIABLE: &str = "AGORA_CUSTOMER_SECRET";

/// What is said when the sample is used.
pub(crate) const SAMPLE_NOTE: &str = "note: no credentials given, so this token is made with the \
    public sample app id 970CA35de60c44645bbae8a215061b33 of the official documents; no real \
    project accepts it. Set AGORA_APP_ID and AGORA_APP_CERTIFICATE.";

/// The most bytes read as a secret; real ones have 32.
const SECRET_MAX: u64 = 4096;

/// The heading of these options in `--help`.
const HEADING: &str = "Credentials (certificate: environment AGORA_APP_CERTIFICATE)";

/// Options that name the project.
#[derive(Debug, Args)]
pub(crate) struct CredentialOptions {
    /// App id, 32 hexadecimal digits [env: AGORA_APP_ID]
    #[arg(long, value_name = "HEX", help_heading = HEADING)]
    app_id: Option<String>,
    /// File that has the app certificate
    #[arg(long, value_name = "PATH", conflicts_with = "certificate_stdin", help_heading = HEADING)]
    certificate_file: Option<PathBuf>,
    /// Read the app certificate from standard input
    #[arg(long, help_heading = HEADING)]
    certificate_stdin: bool,
}

/// App id and certificate for minting.
#[derive(Debug)]
pub(crate) struct Project {
    /// Checked and complete.
    pub(crate) credentials: tokenmint::agora::Credentials,
    /// Whether they are those of the official documents.
    pub(crate) sample: bool,
}

impl CredentialOptions {
    /// The app id, if there is one.
    pub(crate) fn app_id(&self) -> Result<Option<String>, Failure> {
        let given = self.app_id.as_deref();
        environment::option(given, "--app-id", Variables::AGORA.app_id, Form::Fixed)
    }

    /// The certificate as it was given, if it was; options win over the
    /// environment.
    pub(crate) fn certificate(&self) -> Result<Option<Zeroizing<String>>, Failure> {
        let file = self.certificate_file.as_deref();
        let variable = Some(Variables::AGORA.secret);
        find_secret(self.certificate_stdin, file, variable, Form::Fixed)
    }

    /// Whether standard input has the certificate.
    pub(crate) const fn uses_stdin(&self) -> bool {
        self.certificate_stdin
    }

    /// Both, or the sample when there is neither.
    pub(crate) fn project(&self) -> Result<Project, Failure> {
        let certificate = self.certificate()?;
        let app_id = self.app_id()?;
        let (app_id, certificate, sample) = match (app_id.as_deref(), &certificate) {
            (Some(app_id), Some(certificate)) => (app_id, certificate.as_str(), false),
            (None, None) => (SAMPLE_APP_ID, SAMPLE_CERTIFICATE, true),
            (Some(_), None) => {
                return Err(Failure::usage(format!(
                    "there is an app id but no certificate: set {}, or use \
                     --certificate-file or --certificate-stdin",
                    Variables::AGORA.secret
                )));
            }
            (None, Some(_)) => {
                return Err(Failure::usage(
                    "there is a certificate but no app id: set AGORA_APP_ID or use --app-id",
                ));
            }
        };
        Ok(Project {
            credentials: tokenmint::agora::Credentials::new(app_id, certificate)?,
            sample,
        })
    }
}

/// A secret from where it was said to be, or else from the environment.
pub(crate) fn find_secret(
    from_stdin: bool,
    file: Option<&Path>,
    variable: Option<&str>,
    form: Form,
) -> Result<Option<Zeroizing<String>>, Failure> {
    if from_stdin {
        return read_secret(io::stdin().lock(), "standard input", form).map(Some);
    }
    match (file, variable) {
        (Some(path), _) => read_secret_file(path, form).map(Some),
        (None, Some(variable)) => environment::variable(variable, form),
        (None, None) => Ok(None),
    }
}

/// A secret from a file, without the white space around it. The path stays
/// out of the message: it may be the secret itself, given by mistake.
fn read_secret_file(path: &Path, form: Form) -> Result<Zeroizing<String>, Failure> {
    let file = File::open(path)
        .map_err(|error| Failure::usage(format!("cannot open the secret's file: {error}")))?;
    read_secret(file, "the secret's file", form)
}

/// A secret from a stream, without the white space around it.
fn read_secret(source: impl Read, name: &str, form: Form) -> Result<Zeroizing<String>, Failure> {
    // Allocated once, so that no copy is left behind by growing.
    let mut text = Zeroizing::new(String::with_capacity(8192));
    source
        .take(SECRET_MAX)
        .read_to_string(&mut text)
        .map_err(|error| Failure::usage(format!("cannot read {name}: {error}")))?;
    let trimmed = Zeroizing::new(text.trim().to_owned());
    if trimmed.is_empty() {
        return Err(Failure::usage(format!("{name} has no secret in it")));
    }
    form.check(name, &trimmed)?;
    Ok(trimmed)
}
