//! Agora credentials.

use tokenmint::agora::{Credentials, ExpireIn, Role, Stamp, authorization};
use tokenmint::{Error, Limits};

use crate::{Memory, part_mut, status, text};

#[cfg(feature = "legacy")]
mod legacy;
mod v006;
mod v007;

/// What a caller brings to mint with.
#[repr(C)]
pub(crate) struct Inputs {
    app_id: Memory,
    app_id_len: usize,
    certificate: Memory,
    certificate_len: usize,
    issued_at: u32,
    salt: u32,
    channel: Memory,
    channel_len: usize,
    account: Memory,
    account_len: usize,
    role: u32,
    uid: u32,
    expire: u32,
    wire_limits: bool,
}

impl Inputs {
    pub(crate) fn credentials(&self) -> Result<Credentials, Error> {
        Credentials::new(
            text(&self.app_id, self.app_id_len),
            text(&self.certificate, self.certificate_len),
        )
    }

    pub(crate) fn stamp(&self) -> Result<Stamp, Error> {
        Stamp::new(self.issued_at, self.salt)
    }

    pub(crate) fn channel(&self) -> &str {
        text(&self.channel, self.channel_len)
    }

    pub(crate) fn account(&self) -> &str {
        text(&self.account, self.account_len)
    }

    const fn role(&self) -> Role {
        Role::from_number_lossy(self.role)
    }

    const fn expire(&self) -> ExpireIn {
        ExpireIn::seconds(self.expire)
    }

    const fn limits(&self) -> Limits {
        if self.wire_limits {
            Limits::Wire
        } else {
            Limits::Documented
        }
    }
}

#[unsafe(no_mangle)]
extern "C" fn bare_agora_headers(inputs: &Inputs, out: &mut Memory, cap: usize) -> i32 {
    let out = part_mut(out, cap);
    status((|| {
        let len = authorization::token_header(inputs.channel(), &mut *out)?.len();
        let basic = authorization::basic_header(inputs.channel(), inputs.account(), out)?;
        Ok(len.max(basic.len()))
    })())
}
