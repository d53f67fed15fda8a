//! From a builder's options to the token on standard output.

use tokenmint::doctor::{Explanation, Question};

use super::options::Signing;
use super::signer::Signer;
use crate::exit::Exit;
use crate::failure::Failure;
pub(crate) use crate::minted::Minted;
use crate::{clock, credentials, output};

/// Something that mints.
pub(crate) trait Mint {
    /// Mints the token.
    fn mint(&self, signer: Signer<'_>) -> Result<Minted, Failure>;
}

/// A subcommand that mints.
pub(crate) trait Builder: Mint {
    /// Who signs, and when.
    fn signing(&self) -> &Signing;

    /// Mints for every row of a file, if that is asked for.
    fn batch(&self, _as_json: bool) -> Option<Result<Exit, Failure>> {
        None
    }
}

/// Mints and shows.
pub(crate) fn run(builder: &dyn Builder, as_json: bool) -> Result<Exit, Failure> {
    if let Some(done) = builder.batch(as_json) {
        return done;
    }
    let signing = builder.signing();
    let project = signing.project()?;
    let minted = builder.mint(Signer {
        credentials: &project.credentials,
        stamp: signing.stamp()?,
        minter: None,
    })?;
    let question = Question::at(clock::now()?);
    let explanation = Explanation::of(&minted.token, &question)?;
    if project.sample {
        output::note(credentials::SAMPLE_NOTE);
    }
    let facts = [("sample_credentials", project.sample.into())];
    minted.show(&explanation, &facts, signing.quiet(), as_json)
}
