//! Minting, one row a builder.

use serde_json::{Value, json};
use tokenmint::Limits;
use tokenmint::agora::{
    Account, ApaasTokenBuilder, ChatTokenBuilder2, ConvoAiTokenBuilder, Credentials, ExpireAt,
    ExpireIn, FpaTokenBuilder, Role, RtcTokenBuilder, RtcTokenBuilder2, RtmTokenBuilder,
    RtmTokenBuilder2, Stamp, SttTokenBuilder, v007::Issuer,
};
use tokenmint::output::Owned;
use tokenmint::zego::{CbcEntropy, GcmEntropy, ServerSecret, Token04};
use tokenmint::zlib::Exact;

use crate::refusal::Refusal;
use crate::request::Request;

/// An official builder.
struct Builder {
    /// The word for it in a request: that of the command.
    name: &'static str,
    /// The official function.
    function: &'static str,
    mint: fn(&Request) -> Result<String, Refusal>,
}

/// The builders of RTC and signaling together take the same.
macro_rules! combined {
    ($builder:ident.$function:ident) => {
        |it| {
            let user = it.needed("account")?;
            let four = match privileges(it)? {
                Some(four) => four,
                None => [privilege(it)?; 4],
            };
            let rtm_expire = it.number("rtm_expire")?.map(ExpireIn::seconds);
            let mut builder = $builder::with_issuer(issuer(it)?);
            Ok(builder.$function(
                it.needed("channel")?,
                user,
                role(it)?,
                expire(it)?,
                four,
                it.text("rtm_user_id")?.unwrap_or(user),
                rtm_expire.map_or_else(|| expire(it), Ok)?,
                Owned,
            )?)
        }
    };
}

const BUILDERS: &[Builder] = &[
    Builder {
        name: "rtc",
        function: "RtcTokenBuilder2.build_token_with_uid, ..._user_account, ..._and_privilege",
        mint: rtc,
    },
    Builder {
        name: "rtc-rtm",
        function: "RtcTokenBuilder2.build_token_with_rtm",
        mint: rtc_rtm,
    },
    Builder {
        name: "rtm",
        function: "RtmTokenBuilder2.build_token",
        mint: |it| {
            let mut builder = RtmTokenBuilder2::with_issuer(issuer(it)?);
            Ok(builder.build_token(it.needed("account")?, expire(it)?, Owned)?)
        },
    },
    Builder {
        name: "chat-user",
        function: "ChatTokenBuilder2.build_user_token",
        mint: |it| {
            let mut builder = ChatTokenBuilder2::with_issuer(issuer(it)?);
            Ok(builder.build_user_token(it.needed("account")?, expire(it)?, Owned)?)
        },
    },
    Builder {
        name: "chat-app",
        function: "ChatTokenBuilder2.build_app_token",
        mint: |it| {
            let mut builder = ChatTokenBuilder2::with_issuer(issuer(it)?);
            Ok(builder.build_app_token(expire(it)?, Owned)?)
        },
    },
    Builder {
        name: "education-room-user",
        function: "ApaasTokenBuilder.build_room_user_token",
        mint: |it| {
            let mut builder = ApaasTokenBuilder::with_issuer(issuer(it)?);
            let (room, user) = (it.needed("channel")?, it.needed("account")?);
            let role = it.number("classroom_role")?.unwrap_or(1);
            Ok(builder.build_room_user_token(room, user, role, expire(it)?, Owned)?)
        },
    },
    Builder {
        name: "education-user",
        function: "ApaasTokenBuilder.build_user_token",
        mint: |it| {
            let mut builder = ApaasTokenBuilder::with_issuer(issuer(it)?);
            Ok(builder.build_user_token(it.needed("account")?, expire(it)?, Owned)?)
        },
    },
    Builder {
        name: "education-app",
        function: "ApaasTokenBuilder.build_app_token",
        mint: |it| {
            let mut builder = ApaasTokenBuilder::with_issuer(issuer(it)?);
            Ok(builder.build_app_token(expire(it)?, Owned)?)
        },
    },
    Builder {
        name: "fpa",
        function: "FpaTokenBuilder.build_token",
        mint: |it| Ok(FpaTokenBuilder::with_issuer(issuer(it)?).build_token(Owned)?),
    },
    Builder {
        name: "rtc-rtm2",
        function: "RtcTokenBuilder2.build_token_with_rtm2",
        mint: combined!(RtcTokenBuilder2.build_token_with_rtm2),
    },
    Builder {
        name: "convoai",
        function: "ConvoAITokenBuilder.build_token",
        mint: combined!(ConvoAiTokenBuilder.build_token),
    },
    Builder {
        name: "stt",
        function: "SttTokenBuilder.build_token",
        mint: combined!(SttTokenBuilder.build_token),
    },
    Builder {
        name: "rtc006",
        function: "RtcTokenBuilder.build_token_with_uid, ..._with_account",
        mint: rtc_006,
    },
    Builder {
        name: "rtm006",
        function: "RtmTokenBuilder.build_token",
        mint: |it| {
            let (credentials, stamp) = (credentials(it)?, stamp(it)?);
            let end = ExpireAt::unix(it.needed_number("expires_at")?);
            let builder = RtmTokenBuilder::new(&credentials, stamp).limits(limits(it)?);
            Ok(builder.build_token(it.needed("account")?, end, Owned)?)
        },
    },
    Builder {
        name: "zego-token04",
        function: "generateToken04",
        mint: zego,
    },
];

/// `token` and `function`, the official one that gives the same.
pub(crate) fn mint(request: &Request) -> Result<Value, Refusal> {
    let wanted = request.needed("builder")?;
    let builder = BUILDERS.iter().find(|builder| builder.name == wanted);
    let Some(builder) = builder else {
        let names: Vec<_> = BUILDERS.iter().map(|builder| builder.name).collect();
        let message = format!("expected one of {}", names.join(", "));
        return Err(Refusal::member("builder", message));
    };
    let token = (builder.mint)(request)?;
    Ok(json!({ "token": token, "function": builder.function }))
}

fn rtc(it: &Request) -> Result<String, Refusal> {
    let mut builder = RtcTokenBuilder2::with_issuer(issuer(it)?);
    let channel = it.needed("channel")?;
    let expire = expire(it)?;
    if let Some(four) = privileges(it)? {
        return Ok(match user(it)? {
            Account::Uid(uid) => {
                builder.build_token_with_uid_and_privilege(channel, uid, expire, four, Owned)?
            }
            Account::Name(name) => builder
                .build_token_with_user_account_and_privilege(channel, name, expire, four, Owned)?,
        });
    }
    let (role, privilege) = (role(it)?, privilege(it)?);
    Ok(match user(it)? {
        Account::Uid(uid) => {
            builder.build_token_with_uid(channel, uid, role, expire, privilege, Owned)?
        }
        Account::Name(name) => {
            builder.build_token_with_user_account(channel, name, role, expire, privilege, Owned)?
        }
    })
}

fn rtc_rtm(it: &Request) -> Result<String, Refusal> {
    let mut builder = RtcTokenBuilder2::with_issuer(issuer(it)?);
    Ok(builder.build_token_with_rtm(
        it.needed("channel")?,
        it.needed("account")?,
        role(it)?,
        expire(it)?,
        privilege(it)?,
        Owned,
    )?)
}

fn rtc_006(it: &Request) -> Result<String, Refusal> {
    let (credentials, stamp) = (credentials(it)?, stamp(it)?);
    let builder = RtcTokenBuilder::new(&credentials, stamp).limits(limits(it)?);
    let (channel, role) = (it.needed("channel")?, role(it)?);
    let end = ExpireAt::unix(it.needed_number("expires_at")?);
    Ok(match user(it)? {
        Account::Uid(uid) => builder.build_token_with_uid(channel, uid, role, end, Owned)?,
        Account::Name(name) => builder.build_token_with_account(channel, name, role, end, Owned)?,
    })
}

fn zego(it: &Request) -> Result<String, Refusal> {
    let secret = ServerSecret::new(it.needed("secret")?)?;
    let app_id = it.needed("app_id")?;
    let number = app_id.parse();
    let app_id = number.map_err(|_| Refusal::member("app_id", "expected a number"))?;
    let seconds = it.number("expire")?.unwrap_or(3600);
    let token = Token04::new(app_id, it.needed("account")?, seconds)
        .payload(it.text("payload")?.unwrap_or(""))
        .limits(limits(it)?);
    let issued_at = it.needed_number("issued_at")?;
    let nonce = it.needed_number("nonce")?;
    Ok(match it.text("mode")?.unwrap_or("cbc") {
        "cbc" => {
            let entropy = CbcEntropy::new(random(it)?, nonce);
            token.mint(&secret, entropy, issued_at, Owned)?
        }
        "gcm" => {
            let entropy = GcmEntropy::new(random(it)?, nonce);
            token.mint_gcm(&secret, entropy, issued_at, Owned)?
        }
        _ => return Err(Refusal::member("mode", "expected cbc or gcm")),
    })
}

/// The member `iv`: hexadecimal digits of as many random bytes.
fn random<const N: usize>(it: &Request) -> Result<[u8; N], Refusal> {
    let text = it.needed("iv")?;
    let digits: Option<Vec<u8>> = text
        .chars()
        .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect();
    let (pairs, odd) = digits.as_deref().unwrap_or(&[]).as_chunks();
    let bytes: Vec<u8> = pairs.iter().map(|[high, low]| high << 4 | low).collect();
    let whole = odd.is_empty().then(|| bytes.try_into().ok()).flatten();
    whole.ok_or_else(|| Refusal::member("iv", format!("expected {} hexadecimal digits", 2 * N)))
}

fn issuer(it: &Request) -> Result<Issuer<Exact>, Refusal> {
    let issuer = Issuer::new(&credentials(it)?, stamp(it)?).compression(Exact);
    Ok(issuer.limits(limits(it)?))
}

fn credentials(it: &Request) -> Result<Credentials, Refusal> {
    Ok(Credentials::new(
        it.needed("app_id")?,
        it.needed("secret")?,
    )?)
}

fn stamp(it: &Request) -> Result<Stamp, Refusal> {
    let (issued_at, salt) = (it.needed_number("issued_at")?, it.needed_number("salt")?);
    Ok(Stamp::new(issued_at, salt)?)
}

fn limits(it: &Request) -> Result<Limits, Refusal> {
    Ok(if it.flag("lenient")? {
        Limits::Wire
    } else {
        Limits::Documented
    })
}

fn user<'a>(it: &'a Request) -> Result<Account<'a>, Refusal> {
    let missing = || Refusal::member("uid", "is missing, and so is `account`");
    it.user()?.ok_or_else(missing)
}

fn role(it: &Request) -> Result<Role, Refusal> {
    Ok(it.role()?.unwrap_or(Role::Publisher))
}

/// `expire`, an hour when it is left out.
fn expire(it: &Request) -> Result<ExpireIn, Refusal> {
    Ok(ExpireIn::seconds(it.number("expire")?.unwrap_or(3600)))
}

/// `privilege_expire`, as `expire` when it is left out.
fn privilege(it: &Request) -> Result<ExpireIn, Refusal> {
    let seconds = it.number("privilege_expire")?.map(ExpireIn::seconds);
    seconds.map_or_else(|| expire(it), Ok)
}

/// `privileges_expire`: a lifetime for each of joining and publishing audio,
/// video and data.
fn privileges(it: &Request) -> Result<Option<[ExpireIn; 4]>, Refusal> {
    let four = it.numbers("privileges_expire")?;
    Ok(four.map(|four: [u32; 4]| four.map(ExpireIn::seconds)))
}
