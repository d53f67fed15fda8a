//! Every 007 builder and free composition: the output rule, the content against
//! a plain encoder of the format, and the way back.

#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use tokenmint::agora::v007::{
    Issuer, ParsedToken2, Permission, PrivilegeRtc, Service, ServiceApaas, ServiceChat,
    ServiceConvoAi, ServiceFcdn, ServiceFpa, ServiceRtc, ServiceRtm, ServiceRtm2, ServiceStreaming,
    ServiceStt, workspace_len,
};
use tokenmint::agora::{
    AccessToken2, Account, ApaasTokenBuilder, ChatTokenBuilder2, ConvoAiTokenBuilder, ExpireIn,
    FpaTokenBuilder, Role, RtcTokenBuilder2, RtmTokenBuilder2, Stamp, SttTokenBuilder,
    generate_convo_ai_token, generate_rtc_token,
};
use tokenmint::internals::crypto::md5::md5_hex;
use tokenmint::zlib::{Compression, Exact, ExactRef, ExactScratch, Fixed, Stored};
use tokenmint::{Error, Limits};
use tokenmint_fuzz::{APP_ID, Name, credentials, obeys};

#[derive(Debug, Arbitrary)]
struct Input {
    issued_at: u32,
    salt: u32,
    wire: bool,
    strength: Strength,
    expire: Lifetime,
    size: u16,
    call: Call,
}

#[derive(Debug, Clone, Copy, Arbitrary)]
enum Lifetime {
    Allowed(u16),
    Any(u32),
}

impl Lifetime {
    fn seconds(self) -> u32 {
        match self {
            Self::Allowed(seconds) => seconds.into(),
            Self::Any(seconds) => seconds,
        }
    }

    fn expire(self) -> ExpireIn {
        ExpireIn::seconds(self.seconds())
    }
}

#[derive(Debug, Clone, Copy, Arbitrary)]
enum Strength {
    Stored,
    Fixed,
    Exact,
    WithoutMemory,
}

impl Compression for Strength {
    fn compress(&mut self, content: &[u8], out: &mut [u8]) -> Result<usize, Error> {
        match self {
            // Its time grows with the square of the length.
            Self::WithoutMemory if content.len() < 1_000 => {
                ExactRef::new(&mut ExactScratch::<0>::new()).compress(content, out)
            }
            Self::Exact | Self::WithoutMemory => Exact.compress(content, out),
            Self::Fixed => Fixed.compress(content, out),
            Self::Stored => Stored.compress(content, out),
        }
    }
}

#[derive(Debug, Arbitrary)]
enum Call {
    RtcUid(Name, u32, u8, Lifetime),
    RtcAccount(Name, Name, u8, Lifetime),
    RtcUidPrivileges(Name, u32, [Lifetime; 4]),
    RtcAccountPrivileges(Name, Name, [Lifetime; 4]),
    RtcWithRtm(Name, Name, u8, Lifetime),
    RtcWithRtm2(Combined),
    Rtm(Name),
    RtmUid(u32),
    RtmPermissions(Name, Vec<(u16, u16, Vec<Name>)>),
    ChatUser(Name),
    ChatApp,
    ApaasRoomUser(Name, Name, i16),
    ApaasUser(Name),
    ApaasApp,
    Fpa,
    ConvoAi(Combined),
    Stt(Combined),
    HelperRtc(Name, u32, u8),
    HelperConvoAi(Name, Name, Lifetime),
    Custom(Vec<Part>),
}

#[derive(Debug, Arbitrary)]
struct Combined {
    channel: Name,
    account: Name,
    role: u8,
    privileges: [Lifetime; 4],
    user_id: Name,
    user_expire: Lifetime,
}

#[derive(Debug, Arbitrary)]
struct Part {
    kind: u8,
    privileges: Vec<(u16, Lifetime)>,
    channel: Name,
    user: User,
    role: i16,
    permissions: Vec<(u16, u16, Vec<Name>)>,
}

#[derive(Debug, Arbitrary)]
enum User {
    Uid(u32),
    Name(Name),
}

impl User {
    fn account(&self) -> Account<'_> {
        match self {
            Self::Uid(uid) => Account::Uid(*uid),
            Self::Name(name) => Account::Name(&name.0),
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Uid(uid) => uid_text(*uid),
            Self::Name(name) => name.0.clone(),
        }
    }
}

fn uid_text(uid: u32) -> String {
    match uid {
        0 => String::new(),
        uid => uid.to_string(),
    }
}

fn role(number: u8) -> Role {
    [
        Role::Attendee,
        Role::Publisher,
        Role::Subscriber,
        Role::Admin,
    ][usize::from(number % 4)]
}

/// A service as the format has it.
struct Plain {
    kind: u16,
    privileges: Vec<(u16, u32)>,
    fields: Vec<u8>,
}

impl Plain {
    fn new(kind: u16, privileges: &[(u16, u32)], texts: &[&str]) -> Self {
        let mut fields = Vec::new();
        for text in texts {
            put_str(&mut fields, text);
        }
        Self {
            kind,
            privileges: privileges.to_vec(),
            fields,
        }
    }

    fn with_role(mut self, role: i16) -> Self {
        self.fields.extend(role.to_le_bytes());
        self
    }

    fn with_permissions(mut self, permissions: &[(u16, u16, Vec<Name>)]) -> Self {
        let mut last = Vec::<(u16, u16, &[Name])>::new();
        for (resource, permission, names) in permissions {
            last.retain(|entry| (entry.0, entry.1) != (*resource, *permission));
            last.push((*resource, *permission, names));
        }
        last.sort_by_key(|entry| (entry.0, entry.1));
        let mut kinds: Vec<u16> = last.iter().map(|entry| entry.0).collect();
        kinds.dedup();
        self.fields.extend((kinds.len() as u16).to_le_bytes());
        for kind in kinds {
            let of_kind: Vec<_> = last.iter().filter(|entry| entry.0 == kind).collect();
            self.fields.extend(kind.to_le_bytes());
            self.fields.extend((of_kind.len() as u16).to_le_bytes());
            for (_, permission, names) in of_kind {
                self.fields.extend(permission.to_le_bytes());
                self.fields.extend((names.len() as u16).to_le_bytes());
                for name in *names {
                    put_str(&mut self.fields, &name.0);
                }
            }
        }
        self
    }
}

fn put_str(out: &mut Vec<u8>, text: &str) {
    out.extend((text.len() as u16).to_le_bytes());
    out.extend(text.as_bytes());
}

fn signed(stamp: Stamp, expire: u32, services: &mut [Plain]) -> Vec<u8> {
    let mut out = Vec::new();
    put_str(&mut out, APP_ID);
    out.extend(stamp.issued_at().to_le_bytes());
    out.extend(expire.to_le_bytes());
    out.extend(stamp.salt().to_le_bytes());
    out.extend((services.len() as u16).to_le_bytes());
    services.sort_by_key(|service| service.kind);
    for service in services {
        let mut privileges = std::collections::BTreeMap::new();
        privileges.extend(service.privileges.iter().copied());
        out.extend(service.kind.to_le_bytes());
        out.extend((privileges.len() as u16).to_le_bytes());
        for (number, expire) in privileges {
            out.extend(number.to_le_bytes());
            out.extend(expire.to_le_bytes());
        }
        out.extend(&service.fields);
    }
    out
}

/// What the builders write, from the table of the format.
fn expected(call: &Call, expire: u32) -> (u32, Vec<Plain>) {
    let rtc = |channel: &str, account: &str, number: u8, lifetimes: [u32; 4]| {
        let count = if role(number) == Role::Publisher {
            4
        } else {
            1
        };
        let privileges: Vec<_> = (1..=4).zip(lifetimes).take(count).collect();
        Plain::new(1, &privileges, &[channel, account])
    };
    let rtm = |user: &str, expire: u32| Plain::new(2, &[(1, expire)], &[user]);
    let combined = |it: &Combined| {
        let privileges = it.privileges.map(Lifetime::seconds);
        vec![
            rtc(&it.channel.0, &it.account.0, it.role, privileges),
            rtm(&it.user_id.0, it.user_expire.seconds()),
        ]
    };
    let services = match call {
        Call::RtcUid(channel, uid, role, lifetime) => {
            vec![rtc(
                &channel.0,
                &uid_text(*uid),
                *role,
                [lifetime.seconds(); 4],
            )]
        }
        Call::RtcAccount(channel, account, role, lifetime) => {
            vec![rtc(&channel.0, &account.0, *role, [lifetime.seconds(); 4])]
        }
        Call::RtcUidPrivileges(channel, uid, all) => {
            vec![rtc(
                &channel.0,
                &uid_text(*uid),
                1,
                all.map(Lifetime::seconds),
            )]
        }
        Call::RtcAccountPrivileges(channel, account, all) => {
            vec![rtc(&channel.0, &account.0, 1, all.map(Lifetime::seconds))]
        }
        Call::RtcWithRtm(channel, account, role, lifetime) => vec![
            rtc(&channel.0, &account.0, *role, [lifetime.seconds(); 4]),
            rtm(&account.0, expire),
        ],
        Call::RtcWithRtm2(it) => combined(it),
        Call::Rtm(user) => vec![rtm(&user.0, expire)],
        Call::RtmUid(uid) => vec![rtm(&uid_text(*uid), expire)],
        Call::RtmPermissions(user, permissions) => {
            vec![Plain::new(8, &[(1, expire)], &[&user.0]).with_permissions(permissions)]
        }
        Call::ChatUser(user) => vec![Plain::new(5, &[(1, expire)], &[&user.0])],
        Call::ChatApp => vec![Plain::new(5, &[(2, expire)], &[""])],
        Call::ApaasRoomUser(room, user, role) => {
            let md5 = md5_hex(&[user.0.as_bytes()]);
            let chat = std::str::from_utf8(&md5).expect("hexadecimal digits");
            vec![
                Plain::new(7, &[(1, expire)], &[&room.0, &user.0]).with_role(*role),
                rtm(&user.0, expire),
                Plain::new(5, &[(1, expire)], &[chat]),
            ]
        }
        Call::ApaasUser(user) => {
            vec![Plain::new(7, &[(2, expire)], &["", &user.0]).with_role(-1)]
        }
        Call::ApaasApp => vec![Plain::new(7, &[(3, expire)], &["", ""]).with_role(-1)],
        Call::Fpa => return (86_400, vec![Plain::new(4, &[(1, 0)], &[])]),
        Call::ConvoAi(it) => {
            let mut services = combined(it);
            services.push(Plain::new(9, &[], &[]));
            services
        }
        Call::Stt(it) => {
            let mut services = combined(it);
            services.push(Plain::new(10, &[], &[]));
            services
        }
        Call::HelperRtc(channel, uid, role) => {
            vec![rtc(&channel.0, &uid_text(*uid), *role, [expire; 4])]
        }
        Call::HelperConvoAi(channel, account, lifetime) => {
            let lifetime = match lifetime.seconds() {
                0 => expire,
                seconds => seconds,
            };
            vec![
                rtc(&channel.0, &account.0, 1, [lifetime; 4]),
                rtm(&account.0, expire),
            ]
        }
        Call::Custom(parts) => parts.iter().map(plain).collect(),
    };
    (expire, services)
}

fn plain(part: &Part) -> Plain {
    let privileges: Vec<_> = part
        .privileges
        .iter()
        .map(|(number, lifetime)| (*number, lifetime.seconds()))
        .collect();
    let (channel, user) = (part.channel.0.as_str(), part.user.text());
    let new = |kind, texts: &[&str]| Plain::new(kind, &privileges, texts);
    match part.kind % 10 + 1 {
        kind @ (1 | 3 | 6) => new(kind.into(), &[channel, &user]),
        kind @ (2 | 5) => new(kind.into(), &[&user]),
        7 => new(7, &[channel, user_name(&part.user)]).with_role(part.role),
        8 => new(8, &[&user]).with_permissions(&part.permissions),
        kind => new(kind.into(), &[]),
    }
}

fn mint<'b>(
    input: &Input,
    parts: &[Service<'_>],
    permissions: &[Permission<'_>],
    issuer: Issuer<Strength>,
    out: &'b mut [u8],
) -> Result<&'b str, Error> {
    let expire = input.expire.expire();
    let rtc = || RtcTokenBuilder2::with_issuer(issuer.clone());
    match &input.call {
        Call::RtcUid(channel, uid, number, lifetime) => rtc().build_token_with_uid(
            &channel.0,
            *uid,
            role(*number),
            expire,
            lifetime.expire(),
            out,
        ),
        Call::RtcAccount(channel, account, number, lifetime) => rtc()
            .build_token_with_user_account(
                &channel.0,
                &account.0,
                role(*number),
                expire,
                lifetime.expire(),
                out,
            ),
        Call::RtcUidPrivileges(channel, uid, all) => rtc().build_token_with_uid_and_privilege(
            &channel.0,
            *uid,
            expire,
            all.map(Lifetime::expire),
            out,
        ),
        Call::RtcAccountPrivileges(channel, account, all) => rtc()
            .build_token_with_user_account_and_privilege(
                &channel.0,
                &account.0,
                expire,
                all.map(Lifetime::expire),
                out,
            ),
        Call::RtcWithRtm(channel, account, number, lifetime) => rtc().build_token_with_rtm(
            &channel.0,
            &account.0,
            role(*number),
            expire,
            lifetime.expire(),
            out,
        ),
        Call::RtcWithRtm2(it) => rtc().build_token_with_rtm2(
            &it.channel.0,
            &it.account.0,
            role(it.role),
            expire,
            it.privileges.map(Lifetime::expire),
            &it.user_id.0,
            it.user_expire.expire(),
            out,
        ),
        Call::Rtm(user) => {
            RtmTokenBuilder2::with_issuer(issuer).build_token(user.as_ref(), expire, out)
        }
        Call::RtmUid(uid) => RtmTokenBuilder2::with_issuer(issuer).build_token(*uid, expire, out),
        Call::RtmPermissions(user, _) => RtmTokenBuilder2::with_issuer(issuer)
            .build_token_with_permissions(user.as_ref(), permissions, expire, out),
        Call::ChatUser(user) => {
            ChatTokenBuilder2::with_issuer(issuer).build_user_token(&user.0, expire, out)
        }
        Call::ChatApp => ChatTokenBuilder2::with_issuer(issuer).build_app_token(expire, out),
        Call::ApaasRoomUser(room, user, role) => ApaasTokenBuilder::with_issuer(issuer)
            .build_room_user_token(&room.0, &user.0, *role, expire, out),
        Call::ApaasUser(user) => {
            ApaasTokenBuilder::with_issuer(issuer).build_user_token(&user.0, expire, out)
        }
        Call::ApaasApp => ApaasTokenBuilder::with_issuer(issuer).build_app_token(expire, out),
        Call::Fpa => FpaTokenBuilder::with_issuer(issuer).build_token(out),
        Call::ConvoAi(it) => ConvoAiTokenBuilder::with_issuer(issuer).build_token(
            &it.channel.0,
            &it.account.0,
            role(it.role),
            expire,
            it.privileges.map(Lifetime::expire),
            &it.user_id.0,
            it.user_expire.expire(),
            out,
        ),
        Call::Stt(it) => SttTokenBuilder::with_issuer(issuer).build_token(
            &it.channel.0,
            &it.account.0,
            role(it.role),
            expire,
            it.privileges.map(Lifetime::expire),
            &it.user_id.0,
            it.user_expire.expire(),
            out,
        ),
        Call::HelperRtc(channel, uid, number) => generate_rtc_token(
            &credentials(),
            issuer.stamp(),
            &channel.0,
            *uid,
            role(*number),
            expire,
            out,
        ),
        Call::HelperConvoAi(channel, account, lifetime) => generate_convo_ai_token(
            &credentials(),
            issuer.stamp(),
            &channel.0,
            &account.0,
            expire,
            lifetime.expire(),
            out,
        ),
        Call::Custom(_) if parts.len() <= 8 => {
            let mut token = AccessToken2::<8, _>::with_issuer(issuer, expire);
            for part in parts {
                token = token.add_service(part.clone())?;
            }
            token.build(out)
        }
        Call::Custom(_) => {
            let mut issuer = issuer;
            issuer.mint(expire, parts, out)
        }
    }
}

fn service<'a>(
    part: &'a Part,
    privileges: &'a [(u16, ExpireIn)],
    permissions: &'a [Permission<'a>],
) -> Service<'a> {
    let (channel, user) = (part.channel.0.as_str(), part.user.account());
    let service: Service<'a> = match part.kind % 10 + 1 {
        1 => ServiceRtc::new(channel, user)
            // Replaced as a whole below.
            .add_privilege(PrivilegeRtc::JoinChannel, ExpireIn::WITH_TOKEN)
            .into(),
        2 => ServiceRtm::new(user).into(),
        3 => ServiceStreaming::new(channel, user).into(),
        4 => ServiceFpa::new().into(),
        5 => ServiceChat::new(user).into(),
        6 => ServiceFcdn::new(channel, user).into(),
        7 => ServiceApaas::new(channel, user_name(&part.user), part.role).into(),
        8 => ServiceRtm2::new(user, permissions).into(),
        9 => ServiceConvoAi::new().into(),
        _ => ServiceStt::new().into(),
    };
    service.with_privileges(privileges)
}

/// A room has users by name only.
fn user_name(user: &User) -> &str {
    match user {
        User::Name(name) => &name.0,
        User::Uid(_) => "",
    }
}

fn names(permissions: &[(u16, u16, Vec<Name>)]) -> Vec<Vec<&str>> {
    permissions
        .iter()
        .map(|(_, _, names)| names.iter().map(|name| name.0.as_str()).collect())
        .collect()
}

fn permissions<'a>(
    input: &[(u16, u16, Vec<Name>)],
    names: &'a [Vec<&'a str>],
) -> Vec<Permission<'a>> {
    input
        .iter()
        .zip(names)
        .map(|((resource, permission, _), names)| Permission::new(*resource, *permission, names))
        .collect()
}

fuzz_target!(|input: Input| {
    let Ok(stamp) = Stamp::new(input.issued_at, input.salt) else {
        assert_eq!(input.issued_at, 0);
        return;
    };
    let credentials = credentials();
    let limits = if input.wire {
        Limits::Wire
    } else {
        Limits::Documented
    };
    let issuer = Issuer::new(&credentials, stamp)
        .limits(limits)
        .compression(input.strength);

    let mut parts: &[Part] = &[];
    let mut direct: &[(u16, u16, Vec<Name>)] = &[];
    match &input.call {
        Call::Custom(all) => parts = all,
        Call::RtmPermissions(_, all) => direct = all,
        _ => {}
    }
    let resources: Vec<_> = parts.iter().map(|part| names(&part.permissions)).collect();
    let granted: Vec<_> = parts
        .iter()
        .zip(&resources)
        .map(|(part, names)| permissions(&part.permissions, names))
        .collect();
    let lifetimes: Vec<Vec<_>> = parts
        .iter()
        .map(|part| {
            let entry = |(number, lifetime): &(u16, Lifetime)| (*number, lifetime.expire());
            part.privileges.iter().map(entry).collect()
        })
        .collect();
    let services: Vec<_> = parts
        .iter()
        .zip(&lifetimes)
        .zip(&granted)
        .map(|((part, lifetimes), granted)| service(part, lifetimes, granted))
        .collect();
    let direct_names = names(direct);
    let direct = permissions(direct, &direct_names);

    let minted = obeys(input.size, |out| {
        mint(&input, &services, &direct, issuer.clone(), out)
    });
    let Ok(token) = minted else {
        return;
    };

    let mut workspace = vec![0; workspace_len(token.len())];
    let parsed = ParsedToken2::parse(&token, &mut workspace).expect("a token");
    assert_eq!(parsed.verify(credentials.certificate()), Ok(()));
    assert_eq!(parsed.trailing_len(), 0);
    assert_eq!(parsed.unknown_service(), None);
    parsed.warnings(Some(input.issued_at), |_| {});
    let (expire, mut plain) = expected(&input.call, input.expire.seconds());
    let expected = signed(stamp, expire, &mut plain);
    assert_eq!(&parsed.content()[34..], expected);
});
