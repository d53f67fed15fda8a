//! Environment variables: all that the command reads are read here.
//!
//! | the variable | what happens |
//! |---|---|
//! | is not set | there is no value |
//! | is empty | an error that names it: a template or a script has lost the value |
//! | has line ends behind | they are taken away, as those of a file are |
//! | has white space, quotes or a byte order mark around | an error that says so; of a value of fixed form its own check says it |

use std::path::{Path, PathBuf};

use tokenmint::TextFault;
use zeroize::Zeroizing;

use crate::failure::Failure;

/// What a value may look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// It has a length and a set of characters, which whoever takes it checks.
    Fixed,
    /// Any, so that nobody else sees what surrounds it.
    Free,
}

impl Form {
    /// Refuses what stands around a value that `name` gives.
    pub(crate) fn check(self, name: &str, value: &str) -> Result<(), Failure> {
        match TextFault::around(value) {
            Some(fault) if self == Self::Free => Err(Failure::usage(format!(
                "{name} is not valid: {fault}; take away what does not belong to it"
            ))),
            _ => Ok(()),
        }
    }
}

/// The variables that have the credentials of a service.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Variables {
    /// That of the app id.
    pub(crate) app_id: &'static str,
    /// That of the certificate or secret.
    pub(crate) secret: &'static str,
}

impl Variables {
    /// Those of every Agora token.
    pub(crate) const AGORA: Self = Self {
        app_id: "AGORA_APP_ID",
        secret: "AGORA_APP_CERTIFICATE",
    };

    /// Those of every ZEGO token.
    pub(crate) const ZEGO: Self = Self {
        app_id: "ZEGO_APP_ID",
        secret: "ZEGO_SERVER_SECRET",
    };
}

/// The value of a variable, if it is set.
pub(crate) fn variable(name: &str, form: Form) -> Result<Option<Zeroizing<String>>, Failure> {
    let Some(value) = std::env::var_os(name) else {
        return Ok(None);
    };
    let text = value
        .into_string()
        .map_err(|_| Failure::usage(format!("{name} is not text")))?;
    let text = Zeroizing::new(text);
    let value = text.trim_end_matches(['\r', '\n']);
    if value.is_empty() {
        return Err(Failure::usage(format!(
            "{name} is set but empty: give it its value, or unset it"
        )));
    }
    form.check(name, value)?;
    Ok(Some(Zeroizing::new(value.to_owned())))
}

/// The value of an option, or else that of a variable.
pub(crate) fn option(
    given: Option<&str>,
    flag: &str,
    name: &str,
    form: Form,
) -> Result<Option<String>, Failure> {
    match given {
        Some("") => Err(empty(flag)),
        Some(given) => Ok(Some(given.to_owned())),
        None => Ok(variable(name, form)?.map(|value| value.to_string())),
    }
}

/// [`option`] of what has to be there.
pub(crate) fn required(
    given: Option<&str>,
    flag: &str,
    name: &str,
    what: &str,
) -> Result<String, Failure> {
    option(given, flag, name, Form::Free)?
        .ok_or_else(|| Failure::usage(format!("there is no {what}: set {name} or use {flag}")))
}

/// The path of an option, or else that of a variable.
pub(crate) fn path(given: Option<&Path>, name: &str) -> Result<Option<PathBuf>, Failure> {
    match given {
        Some(given) => Ok(Some(given.to_owned())),
        None => Ok(variable(name, Form::Free)?.map(|value| PathBuf::from(value.as_str()))),
    }
}

/// An option that is there without a value, as a script leaves it whose
/// variable is not set.
pub(crate) fn empty(flag: &str) -> Failure {
    Failure::usage(format!(
        "{flag} is empty: give it its value, or leave it away"
    ))
}
