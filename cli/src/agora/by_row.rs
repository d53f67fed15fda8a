//! Builders that mint one token, or one for every row of a file.

use clap::Args;
use tokenmint::agora::v007::Minter;
use tokenmint::agora::{Credentials, Salts};

use super::options::{Signing, Stamping};
use super::present::{Builder, Mint, Minted};
use super::signer::Signer;
use crate::batch::BatchOptions;
use crate::batch::columns::{Columns, Rows};
use crate::batch::row::Maker;
use crate::credentials::SAMPLE_NOTE;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;

/// The options of a builder, and those that all of them have.
#[derive(Debug, Args)]
pub(crate) struct ByRow<T: Args> {
    #[command(flatten)]
    options: T,
    #[command(flatten)]
    signing: Signing,
    #[command(flatten)]
    batch: BatchOptions,
}

impl<T: Args + Mint + Rows> Mint for ByRow<T> {
    fn mint(&self, signer: Signer<'_>) -> Result<Minted, Failure> {
        if let Some(objection) = self.options.objection(signer.stamp.issued_at().into()) {
            // It names columns, which are the options without their hyphens.
            let objection = objection.replace('_', "-");
            return Err(Failure::usage(format!("--{objection}")));
        }
        self.options.mint(signer)
    }
}

impl<T: Args + Mint + Rows> Builder for ByRow<T> {
    fn signing(&self) -> &Signing {
        &self.signing
    }

    fn batch(&self, as_json: bool) -> Option<Result<Exit, Failure>> {
        self.batch.is_asked().then(|| self.mint_all(as_json))
    }
}

impl<T: Args + Mint + Rows> ByRow<T> {
    fn mint_all(&self, as_json: bool) -> Result<Exit, Failure> {
        if self.batch.uses_stdin() && self.signing.uses_stdin() {
            return Err(Failure::usage(
                "standard input cannot give both the rows and the certificate",
            ));
        }
        let project = self.signing.project()?;
        let defaults = RowOptions {
            options: self.options.clone(),
            stamping: self.signing.stamping(),
        };
        let maker = RowMaker::<T> {
            credentials: &project.credentials,
            options: std::marker::PhantomData,
        };
        let quiet = self.signing.quiet();
        let exit = self.batch.run(&maker, &defaults, quiet, as_json)?;
        if project.sample {
            output::note(SAMPLE_NOTE);
        }
        Ok(exit)
    }
}

/// What a row may say.
#[derive(Clone)]
struct RowOptions<T> {
    options: T,
    stamping: Stamping,
}

impl<T: Rows> Rows for RowOptions<T> {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
            .with(T::columns(), |this| &mut this.options)
            .with(Stamping::columns(), |this| &mut this.stamping)
    }

    fn warning(&self) -> Option<String> {
        self.options.warning()
    }
}

/// Mints the rows of one run.
struct RowMaker<'a, T> {
    credentials: &'a Credentials,
    options: std::marker::PhantomData<fn() -> T>,
}

/// The part of the key that a second has in common, and salts.
struct State {
    minter: Option<Minter>,
    salts: Salts,
}

impl<T: Rows + Mint> Maker for RowMaker<'_, T> {
    type Options = RowOptions<T>;
    type State = State;

    fn state(&self) -> State {
        State {
            minter: None,
            salts: Salts::from_os(),
        }
    }

    fn make(&self, state: &mut State, row: &RowOptions<T>) -> Result<String, Failure> {
        let stamp = row.stamping.stamp(|| Ok(state.salts.draw()?))?;
        if let Some(objection) = row.options.objection(stamp.issued_at().into()) {
            return Err(Failure::usage(objection));
        }
        let minter = match &mut state.minter {
            Some(known) if known.issued_at() == stamp.issued_at() => known,
            other => other.insert(Minter::new(self.credentials, stamp.issued_at())?),
        };
        let minted = row.options.mint(Signer {
            credentials: self.credentials,
            stamp,
            minter: Some(minter),
        })?;
        Ok(minted.token)
    }
}
