//! Tokens of ZEGO: one, or one for every row of a file.

use clap::Args;
use tokenmint::Limits;
use tokenmint::internals::os::Block;
use tokenmint::zego::ServerSecret;

use super::options::{Making, Project, Randomness, Times, refused};
use crate::batch::BatchOptions;
use crate::batch::columns::{Columns, Rows};
use crate::batch::row::Maker;
use crate::exit::Exit;
use crate::failure::Failure;

/// What a token is made with.
pub(crate) struct Signer<'a> {
    pub(super) app_id: u32,
    pub(super) secret: &'a ServerSecret,
    pub(super) limits: Limits,
    pub(super) expire: i64,
    pub(super) issued_at: i64,
    pub(super) randomness: Randomness<'a>,
}

/// The options of one form of token.
pub(crate) trait Mint: Args + Rows {
    /// The token, and the function that gives it.
    fn mint(
        &self,
        signer: Signer<'_>,
    ) -> Result<(&'static str, Result<String, tokenmint::Error>), Failure>;
}

/// The options of a form, and those that all of them have.
#[derive(Debug, Args)]
pub(crate) struct ByRow<T: Args> {
    #[command(flatten)]
    options: T,
    #[command(flatten)]
    making: Making,
    #[command(flatten)]
    project: Project,
    #[command(flatten)]
    batch: BatchOptions,
}

impl<T: Mint> ByRow<T> {
    /// Mints and shows.
    pub(super) fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        if self.batch.is_asked() {
            return self.mint_all(as_json);
        }
        let app_id = self.project.app_id()?;
        let (text, secret) = self.project.secret()?;
        let times = self.making.times();
        let (function, token) = self.options.mint(Signer {
            app_id,
            secret: &secret,
            limits: self.making.limits(),
            expire: times.expire(),
            issued_at: times.issued_at()?,
            randomness: Randomness::Options(&self.making),
        })?;
        let token = token.map_err(refused)?;
        self.making.show(function, token, &text, as_json)
    }

    fn mint_all(&self, as_json: bool) -> Result<Exit, Failure> {
        if self.making.has_iv() {
            return Err(Failure::usage(
                "one initialization vector for many tokens is not safe: two tokens with the same \
                 one show where they begin to differ, with GCM they give away the key of the \
                 tag; leave --iv-hex and --nonce away, then each token has random ones",
            ));
        }
        if self.batch.uses_stdin() && self.project.uses_stdin() {
            return Err(Failure::usage(
                "standard input cannot give both the rows and the server secret",
            ));
        }
        let app_id = self.project.app_id()?;
        let (_, secret) = self.project.secret()?;
        let maker = RowMaker::<T> {
            app_id,
            secret: &secret,
            limits: self.making.limits(),
            options: std::marker::PhantomData,
        };
        let defaults = RowOptions {
            options: self.options.clone(),
            times: self.making.times(),
        };
        self.batch
            .run(&maker, &defaults, self.making.quiet(), as_json)
    }
}

/// What a row may say.
#[derive(Clone)]
struct RowOptions<T> {
    options: T,
    times: Times,
}

impl<T: Rows> Rows for RowOptions<T> {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
            .with(T::columns(), |this| &mut this.options)
            .with(Times::columns(), |this| &mut this.times)
    }

    fn objection(&self, _: i64) -> Option<String> {
        self.times.objection()
    }

    fn warning(&self) -> Option<String> {
        self.options.warning()
    }
}

/// Mints the rows of one run.
struct RowMaker<'a, T> {
    app_id: u32,
    secret: &'a ServerSecret,
    limits: Limits,
    options: std::marker::PhantomData<fn() -> T>,
}

impl<T: Mint> Maker for RowMaker<'_, T> {
    type Options = RowOptions<T>;
    type State = Block;

    fn state(&self) -> Block {
        Block::from_os()
    }

    fn make(&self, block: &mut Block, row: &RowOptions<T>) -> Result<String, Failure> {
        let issued_at = row.times.issued_at()?;
        if self.limits == Limits::Documented
            && let Some(objection) = row.objection(issued_at)
        {
            return Err(Failure::usage(objection));
        }
        let (_, token) = row.options.mint(Signer {
            app_id: self.app_id,
            secret: self.secret,
            limits: self.limits,
            expire: row.times.expire(),
            issued_at,
            randomness: Randomness::Block(block),
        })?;
        token.map_err(refused)
    }
}
