//! A minted token on its way out.

use serde_json::{Map, Value};
use tokenmint::doctor::Explanation;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;

/// A token, and how it was made.
#[derive(Debug)]
pub(crate) struct Minted {
    /// The token.
    pub(crate) token: String,
    /// The official function that it is the answer of, or the library's own
    /// when there is none.
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

    /// Writes it: the token alone to standard output and what is inside to
    /// standard error, or all as JSON, where `facts` have a place too.
    pub(crate) fn show(
        self,
        explanation: &Explanation,
        facts: &[(&str, Value)],
        quiet: bool,
        as_json: bool,
    ) -> Result<Exit, Failure> {
        if as_json {
            let mut object = Map::new();
            object.insert("token".to_owned(), self.token.into());
            object.insert("function".to_owned(), self.function.into());
            for (name, value) in facts {
                object.insert((*name).to_owned(), value.clone());
            }
            object.insert("notes".to_owned(), self.notes.into());
            object.extend(explanation.json());
            output::json(&Value::Object(object))?;
            return Ok(Exit::Ok);
        }
        output::line(&self.token)?;
        if !quiet {
            for note in &self.notes {
                output::note(&format!("note: {note}"));
            }
            output::note(&format!("\n{}\n{}", self.function, explanation.text()));
        }
        Ok(Exit::Ok)
    }
}
