//! From a builder's options to the token on standard output.

use tokenmint::Stamp;
use tokenmint::agora::Credentials;
use tokenmint::doctor::Question;

use super::options::Signing;
use crate::exit::Exit;
use crate::failure::Failure;
pub(crate) use crate::minted::Minted;
use crate::{clock, credentials, output, read};

/// A subcommand that mints.
pub(crate) trait Builder {
    /// Who signs, and when.
    fn signing(&self) -> &Signing;

    /// Mints the token.
    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure>;
}

/// Mints and shows.
pub(crate) fn run(builder: &dyn Builder, as_json: bool) -> Result<Exit, Failure> {
    let signing = builder.signing();
    let project = signing.project()?;
    let minted = builder.mint(&project.credentials, signing.stamp()?)?;
    let question = Question::at(clock::now()?);
    let explanation = read::explain(&minted.token, &question)?;
    if project.sample {
        output::note(credentials::SAMPLE_NOTE);
    }
    let facts = [("sample_credentials", project.sample.into())];
    minted.show(&explanation, &facts, signing.quiet(), as_json)
}
