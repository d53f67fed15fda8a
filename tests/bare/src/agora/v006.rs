//! AccessToken, minted and read.

use tokenmint::agora::v006::{ParsedToken, Privilege};
use tokenmint::agora::{AccessToken, Account, Expected, ExpireAt, RtcTokenBuilder, RtmTokenBuilder};

use super::Inputs;
use crate::{Memory, part_mut, status, text};

#[unsafe(no_mangle)]
extern "C" fn bare_006_mint(inputs: &Inputs, out: &mut Memory, cap: usize) -> i32 {
    let out = part_mut(out, cap);
    status((|| {
        let credentials = inputs.credentials()?;
        let stamp = inputs.stamp()?;
        let end = ExpireAt::after(inputs.issued_at, inputs.expire())?;
        let (channel, account) = (inputs.channel(), inputs.account());
        let rtc = RtcTokenBuilder::new(&credentials, stamp).limits(inputs.limits());
        let mut len = rtc
            .build_token_with_uid(channel, inputs.uid, inputs.role(), end, &mut *out)?
            .len();
        len ^= rtc
            .build_token_with_account(channel, account, inputs.role(), end, &mut *out)?
            .len();
        len ^= RtmTokenBuilder::new(&credentials, stamp)
            .build_token(account, end, &mut *out)?
            .len();
        let token = AccessToken::new(&credentials, stamp, channel, account)?;
        Ok(len
            ^ token
                .build(&[(Privilege::RtmLogin.into(), end)], out)?
                .len())
    })())
}

#[unsafe(no_mangle)]
extern "C" fn bare_006_read(
    inputs: &Inputs,
    token: &Memory,
    token_len: usize,
    now: u32,
    workspace: &mut Memory,
) -> i32 {
    status((|| {
        let credentials = inputs.credentials()?;
        let parsed = ParsedToken::parse(text(token, token_len), workspace)?;
        let account = Account::Name(inputs.account());
        parsed.verify(credentials.certificate(), inputs.channel(), account)?;
        parsed
            .check(
                &Expected::to_join(inputs.channel(), account, inputs.role())
                    .certificate(credentials.certificate())
                    .app_id(credentials.app_id())
                    .now(now),
            )
            .ok()?;
        let mut sum = parsed.privileges().count();
        parsed.warnings(Some(now), |warning| {
            sum = sum.wrapping_add(warning.name().len());
        });
        Ok(sum)
    })())
}
