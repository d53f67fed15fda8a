//! From a builder's options to the token on standard output.

use serde_json::{Map, Value};
use tokenmint::Stamp;
use tokenmint::agora::Credentials;

use super::options::Signing;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::formats::recognise;
use crate::{clock, credentials, output};

/// A subcommand that mints.
pub(crate) trait Builder {
    /// Who signs, and when.
    fn signing(&self) -> &Signing;

    /// Mints the token.
    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure>;
}

/// A token, and how it was made.
#[derive(Debug)]
pub(crate) struct Minted {
    /// The token.
    pub(crate) token: String,
    /// The official function that it is the answer of.
    pub(crate) function: &'static str,
    /// What was done on the way that the options did not say.
    pub(crate) notes: Vec<String>,
}

impl Minted {
    /// A token without notes.
    pub(crate) const fn new(function: &'static str, token: String) -> Self {
        Self {
            token,
            function,
            notes: Vec::new(),
        }
    }
}

/// Mints and shows.
pub(crate) fn run(builder: &dyn Builder, as_json: bool) -> Result<Exit, Failure> {
    let signing = builder.signing();
    let project = signing.project()?;
    let minted = builder.mint(&project.credentials, signing.stamp()?)?;
    let explanation = (recognise(&minted.token)?.explain)(&minted.token, clock::now()?)?;
    if project.sample {
        output::note(credentials::SAMPLE_NOTE);
    }
    if as_json {
        let mut object = Map::new();
        object.insert("token".to_owned(), minted.token.into());
        object.insert("function".to_owned(), minted.function.into());
        object.insert("sample_credentials".to_owned(), project.sample.into());
        object.insert("notes".to_owned(), minted.notes.into());
        object.extend(explanation.json());
        output::json(&Value::Object(object))?;
        return Ok(Exit::Ok);
    }
    output::line(&minted.token)?;
    if !signing.quiet() {
        for note in &minted.notes {
            output::note(&format!("note: {note}"));
        }
        output::note(&format!("\n{}\n{}", minted.function, explanation.text()));
    }
    Ok(Exit::Ok)
}
