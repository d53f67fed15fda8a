//! `agora rtc --batch`: a row becomes a grant, and a grant a token.

use std::borrow::Cow;

use tokenmint::agora::v007::Minter;
use tokenmint::agora::{Account, Credentials, ExpireIn};

use super::names;
use super::options::{Encoding, Signing};
use super::rtc::Grant;
use crate::batch::{Cells, Minting};
use crate::failure::Failure;
use crate::{clock, duration};

/// Mints the rows of one run.
pub(super) struct RtcRows<'a> {
    pub(super) credentials: &'a Credentials,
    pub(super) signing: &'a Signing,
    pub(super) encoding: &'a Encoding,
    /// What a row does not say,
    pub(super) defaults: Grant<'a>,
    /// whether that includes a channel,
    pub(super) has_channel: bool,
    /// and whether it includes a user.
    pub(super) has_user: bool,
}

const CHANNEL: usize = 0;
const UID: usize = 1;
const ACCOUNT: usize = 2;
const ROLE: usize = 3;
const EXPIRE: usize = 4;
const PRIVILEGE_EXPIRE: usize = 5;
const SINGLE: [usize; 4] = [6, 7, 8, 9];
const ISSUED_AT: usize = 10;
const SALT: usize = 11;

impl Minting for RtcRows<'_> {
    /// The part of the key that a second has in common.
    type State = Option<Minter>;

    const COLUMNS: &'static [&'static [&'static str]] = &[
        &["channel", "channel_name"],
        &["uid"],
        &["account", "user_account", "user_id"],
        &["role"],
        &["expire", "token_expire"],
        &["privilege_expire"],
        &["join_expire"],
        &["audio_expire"],
        &["video_expire"],
        &["data_expire"],
        &["issued_at"],
        &["salt"],
    ];

    fn state(&self) -> Self::State {
        None
    }

    fn mint(&self, minter: &mut Option<Minter>, cells: &Cells<'_>) -> Result<String, Failure> {
        let row = Row(cells);
        let stamp = self
            .signing
            .stamp_of(row.read(ISSUED_AT, clock::parse)?, row.read(SALT, number)?)?;
        let minter = match minter {
            Some(known) if known.issued_at() == stamp.issued_at() => known,
            _ => minter.insert(Minter::new(self.credentials, stamp.issued_at())?),
        };
        let issuer = self.encoding.apply(minter.salt(stamp.salt())?);
        let (_, token) = self.grant(row)?.mint(issuer, self.encoding)?;
        Ok(token)
    }
}

impl RtcRows<'_> {
    fn grant<'r>(&'r self, row: Row<'r>) -> Result<Grant<'r>, Failure> {
        let Grant {
            channel,
            role,
            expire,
            privilege,
            mut single,
            ..
        } = self.defaults;
        let seconds = |column| -> Result<_, Failure> {
            Ok(row.read(column, duration::parse)?.map(ExpireIn::seconds))
        };
        for (value, column) in single.iter_mut().zip(SINGLE) {
            *value = row.read(column, duration::parse)?.or(*value);
        }
        Ok(Grant {
            channel: row
                .text(CHANNEL)
                .or(self.has_channel.then_some(channel))
                .ok_or_else(|| Failure::usage("there is no channel"))?,
            account: self.account(row)?,
            role: row.read(ROLE, names::parse_role)?.unwrap_or(role),
            expire: seconds(EXPIRE)?.unwrap_or(expire),
            privilege: seconds(PRIVILEGE_EXPIRE)?.or(privilege),
            single,
        })
    }

    fn account<'r>(&'r self, row: Row<'r>) -> Result<Account<'r>, Failure> {
        match (row.read(UID, number)?, row.text(ACCOUNT)) {
            (Some(_), Some(_)) => Err(Failure::usage("there are both uid and account")),
            (Some(uid), None) => Ok(Account::Uid(uid)),
            (None, Some(name)) => Ok(Account::Name(name)),
            (None, None) => self
                .has_user
                .then_some(self.defaults.account)
                .ok_or_else(|| Failure::usage("there is neither uid nor account")),
        }
    }
}

/// The cells of a row by their columns.
#[derive(Clone, Copy)]
struct Row<'r>(&'r Cells<'r>);

impl<'r> Row<'r> {
    fn text(self, column: usize) -> Option<&'r str> {
        self.0.get(column)?.as_ref().map(Cow::as_ref)
    }

    /// The value of a cell, read as the option of its name is.
    fn read<T>(
        self,
        column: usize,
        parse: fn(&str) -> Result<T, String>,
    ) -> Result<Option<T>, Failure> {
        let named = |reason| {
            let names = RtcRows::COLUMNS.get(column).copied().unwrap_or_default();
            Failure::usage(format!("{}: {reason}", names.first().unwrap_or(&"")))
        };
        let text = self.text(column).map(str::trim);
        text.map(parse).transpose().map_err(named)
    }
}

fn number(text: &str) -> Result<u32, String> {
    // `parse` would take a plus sign.
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|_| digits);
    number.ok_or_else(|| "expected a number from 0 to 4294967295".to_owned())
}
