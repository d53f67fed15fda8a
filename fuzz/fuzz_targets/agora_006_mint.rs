//! Every 006 builder and free composition: the output rule, the content against
//! a plain encoder of the format, and the way back.

#![no_main]

use std::collections::BTreeMap;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use tokenmint::Limits;
use tokenmint::agora::AccessToken;
use tokenmint::agora::v006::ParsedToken;
use tokenmint::agora::{Account, ExpireAt, Role, RtcTokenBuilder, RtmTokenBuilder, Stamp};
use tokenmint_fuzz::{APP_ID, Name, credentials, obeys};

#[derive(Debug, Arbitrary)]
struct Input {
    issued_at: u32,
    salt: u32,
    wire: bool,
    ends: Option<u32>,
    size: u16,
    channel: Name,
    user: User,
    call: Call,
}

#[derive(Debug, Arbitrary)]
enum User {
    Uid(u32),
    Name(Name),
}

#[derive(Debug, Arbitrary)]
enum Call {
    Rtc(u8, u32),
    Rtm(u32),
    Custom(Vec<(u16, u32)>),
}

const ROLES: [Role; 4] = [
    Role::Attendee,
    Role::Publisher,
    Role::Subscriber,
    Role::Admin,
];

/// CRC-32 bit by bit.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc: u32, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

fuzz_target!(|input: Input| {
    let Ok(stamp) = Stamp::new(input.issued_at, input.salt) else {
        return;
    };
    let credentials = credentials();
    let limits = if input.wire {
        Limits::Wire
    } else {
        Limits::Documented
    };
    let account = match &input.user {
        User::Uid(uid) => Account::Uid(*uid),
        User::Name(name) => Account::Name(&name.0),
    };
    let account_text = match &input.user {
        User::Uid(0) => String::new(),
        User::Uid(uid) => uid.to_string(),
        User::Name(name) => name.0.clone(),
    };
    let ends = input.ends.map(ExpireAt::unix);
    let minted = obeys(input.size, |out| match &input.call {
        Call::Rtc(role, at) => {
            let mut builder = RtcTokenBuilder::new(&credentials, stamp).limits(limits);
            if let Some(ends) = ends {
                builder = builder.token_expires_at(ends);
            }
            let (role, at) = (ROLES[usize::from(role % 4)], ExpireAt::unix(*at));
            match &input.user {
                User::Uid(uid) => {
                    builder.build_token_with_uid(&input.channel.0, *uid, role, at, out)
                }
                User::Name(name) => {
                    builder.build_token_with_account(&input.channel.0, &name.0, role, at, out)
                }
            }
        }
        Call::Rtm(at) => {
            let mut builder = RtmTokenBuilder::new(&credentials, stamp).limits(limits);
            if let Some(ends) = ends {
                builder = builder.token_expires_at(ends);
            }
            builder.build_token(&account_text, ExpireAt::unix(*at), out)
        }
        Call::Custom(privileges) => {
            let mut token =
                AccessToken::new(&credentials, stamp, &input.channel.0, account)?.limits(limits);
            if let Some(ends) = ends {
                token = token.token_expires_at(ends);
            }
            let entry = |(number, at): &(u16, u32)| (*number, ExpireAt::unix(*at));
            token.build(&privileges.iter().map(entry).collect::<Vec<_>>(), out)
        }
    });
    let Ok(token) = minted else {
        return;
    };

    let (channel, account, privileges) = match &input.call {
        Call::Rtc(role, at) => {
            // All but a subscriber may publish, as in most official libraries.
            let count = if role % 4 == 2 { 1 } else { 4 };
            let all: BTreeMap<u16, u32> = (1..=count).map(|number| (number, *at)).collect();
            (input.channel.0.as_str(), account_text.as_str(), all)
        }
        Call::Rtm(at) => (account_text.as_str(), "", BTreeMap::from([(1000, *at)])),
        Call::Custom(all) => (
            input.channel.0.as_str(),
            account_text.as_str(),
            all.iter().copied().collect(),
        ),
    };
    let mut message = Vec::new();
    message.extend(input.salt.to_le_bytes());
    let ends = input.ends.unwrap_or_else(|| input.issued_at + 86_400);
    message.extend(ends.to_le_bytes());
    message.extend((privileges.len() as u16).to_le_bytes());
    for (number, at) in &privileges {
        message.extend(number.to_le_bytes());
        message.extend(at.to_le_bytes());
    }
    let mut expected = Vec::new();
    expected.extend(crc(channel.as_bytes()).to_le_bytes());
    expected.extend(crc(account.as_bytes()).to_le_bytes());
    expected.extend((message.len() as u16).to_le_bytes());
    expected.extend(message);

    let mut workspace = vec![0; token.len()];
    let parsed = ParsedToken::parse(&token, &mut workspace).expect("a token");
    assert_eq!(parsed.app_id(), APP_ID);
    assert_eq!(&parsed.content()[34..], expected);
    let certificate = credentials.certificate();
    assert_eq!(
        parsed.verify(certificate, channel, Account::Name(account)),
        Ok(())
    );
    assert!(
        parsed
            .privileges()
            .map(|(number, at)| (number, at.as_unix()))
            .eq(privileges)
    );
    parsed.warnings(Some(input.issued_at), |_| {});
});
