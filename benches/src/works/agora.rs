//! Agora tokens beside the bare HMAC chain that they cannot do without, and
//! beside shorter chains: what keeping state saves.

use std::hint::black_box;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use tokenmint::agora::v007::{
    Issuer, Minter, ParsedToken2, Permission, PermissionType, PrivilegeApaas, PrivilegeChat,
    PrivilegeFcdn, PrivilegeFpa, PrivilegeRtc, PrivilegeRtm, PrivilegeStreaming, ResourceType,
    Service, ServiceApaas, ServiceChat, ServiceConvoAi, ServiceFcdn, ServiceFpa, ServiceRtc,
    ServiceRtm, ServiceRtm2, ServiceStreaming, ServiceStt, peek,
};
use tokenmint::agora::{
    Account, Credentials, Expected, ExpireAt, ExpireIn, Role, RtcTokenBuilder, RtcTokenBuilder2,
    Stamp, v006,
};
use tokenmint::internals::wire::zlib::{Compression, Exact, Fixed, Stored, adler32};
use tokenmint::output::Owned;

use crate::rotation::{Random, Rotation};
use crate::{CERTIFICATE, List, Measured, credentials, keep, keep_text};

const HOUR: ExpireIn = ExpireIn::hours(1);

/// What a token may cost beside its three HMACs: goal and limit.
const STORED: (f64, f64) = (1.12, 1.12);
const FIXED: (f64, f64) = (1.45, 1.45);
const EXACT: (f64, f64) = (1.6, 1.7);
/// What a token may cost where `Exact` needs all it can do.
const OWN_CODES: (f64, f64) = (2.8, 2.9);
const PARSE: (f64, f64) = (1.25, 1.3);
const PEEK: (f64, f64) = (0.25, 0.3);
const OLD: (f64, f64) = (1.3, 1.35);

/// What a token may cost, beside three HMACs, where the state of its second is
/// there already.
const OF_A_SECOND: (f64, f64) = (0.8, 0.85);
const OF_A_STAMP: (f64, f64) = (0.5, 0.55);

/// Heap operations of a `String`: made, and given back.
const STRING: u64 = 2;

/// What is asked for when a token is minted.
struct Call {
    channel: &'static str,
    uid: u32,
    stamp: Stamp,
}

/// What is signed with the key of a stamp.
struct Signed {
    content: &'static [u8],
    stamp: Stamp,
}

pub(crate) fn add(list: &mut List) {
    let credentials = keep(credentials());
    rtc_with_uid(list, credentials);
    rtc_with_long_names(list, credentials);
    all_services(list, credentials);
    access_token_006(list, credentials);
    parse_and_verify(list, credentials);
}

fn calls(list: &List) -> Rotation<Call> {
    let mut random = Random::new(7);
    Rotation::new(list.contents, || Call {
        channel: keep_text(&random.channel()),
        uid: random.below(u32::MAX),
        stamp: random.stamp(),
    })
}

fn hmac(key: &[u8], data: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length");
    mac.update(data);
    mac.finalize().into_bytes().into()
}

/// What signing costs at the least: by `sha2`, and by `ring`.
fn three_hmacs(list: &mut List, mut signed: Rotation<Signed>) {
    list.floor("three_hmacs", move || {
        let Signed { content, stamp } = signed.turn();
        let k1 = hmac(&stamp.issued_at().to_le_bytes(), CERTIFICATE.as_bytes());
        let k2 = hmac(&stamp.salt().to_le_bytes(), &k1);
        hmac(&k2, content)
    });
    let by_ring = |key: &[u8], data: &[u8]| {
        let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, key);
        ring::hmac::sign(&key, data)
    };
    list.timed("three_hmacs_by_ring", "three_hmacs", (None, 0), move || {
        let Signed { content, stamp } = signed.turn();
        let k1 = by_ring(&stamp.issued_at().to_le_bytes(), CERTIFICATE.as_bytes());
        let k2 = by_ring(&stamp.salt().to_le_bytes(), k1.as_ref());
        by_ring(k2.as_ref(), content)
    });
}

/// The signed part of a token: the content without its signature.
fn signed_part(token: &str) -> &'static [u8] {
    let mut workspace = vec![0; 1 << 14];
    let parsed = ParsedToken2::parse(token, &mut workspace).expect("a token");
    parsed.content()[34..].to_vec().leak()
}

fn rtc(issuer: Issuer<impl Compression>, call: &Call, buffer: &mut [u8]) -> usize {
    mint_rtc(&mut RtcTokenBuilder2::with_issuer(issuer), call, buffer)
}

fn mint_rtc(
    builder: &mut RtcTokenBuilder2<impl Compression>,
    call: &Call,
    buffer: &mut [u8],
) -> usize {
    builder
        .build_token_with_uid(call.channel, call.uid, Role::Publisher, HOUR, HOUR, buffer)
        .expect("minted")
        .len()
}

fn rtc_token(credentials: &Credentials, call: &Call) -> &'static str {
    RtcTokenBuilder2::new(credentials, call.stamp)
        .build_token_with_uid(call.channel, call.uid, Role::Publisher, HOUR, HOUR, Owned)
        .expect("minted")
        .leak()
}

fn signed(credentials: &Credentials, calls: Rotation<Call>) -> Rotation<Signed> {
    calls.map(|call| Signed {
        content: signed_part(rtc_token(credentials, call)),
        stamp: call.stamp,
    })
}

fn rtc_with_uid(list: &mut List, credentials: &'static Credentials) {
    if !list.group("rtc_with_uid", Measured::Both) {
        return;
    }
    let mut calls = calls(list);
    let signed = signed(credentials, calls);
    three_hmacs(list, signed);
    as_used(list, credentials, calls);
    let mut buffer = [0; 1024];
    list.budgeted("stored", "three_hmacs", STORED, move || {
        let call = calls.turn();
        let issuer = Issuer::new(credentials, call.stamp);
        rtc(issuer.compression(Stored), call, &mut buffer)
    });
    list.budgeted("fixed", "three_hmacs", FIXED, move || {
        let call = calls.turn();
        let issuer = Issuer::new(credentials, call.stamp);
        rtc(issuer.compression(Fixed), call, &mut buffer)
    });
    list.budgeted("exact", "three_hmacs", EXACT, move || {
        let call = calls.turn();
        rtc(Issuer::new(credentials, call.stamp), call, &mut buffer)
    });
    let minter = keep(Minter::new(credentials, 1_700_000_000).expect("a minter"));
    list.budgeted("minter_stored", "three_hmacs", OF_A_SECOND, move || {
        let call = calls.turn();
        let issuer = minter.salt(call.stamp.salt());
        rtc(issuer.compression(Stored), call, &mut buffer)
    });
    list.work("minter_exact", "three_hmacs", move || {
        let call = calls.turn();
        let issuer = minter.salt(call.stamp.salt());
        rtc(issuer.compression(Exact), call, &mut buffer)
    });
    let of_one = Stamp::new(1_700_000_000, 12_345_678).expect("a stamp");
    let issuer = || Issuer::new(credentials, of_one);
    let mut builder = RtcTokenBuilder2::with_issuer(issuer().compression(Stored));
    list.budgeted("one_issuer_stored", "three_hmacs", OF_A_STAMP, move || {
        mint_rtc(&mut builder, calls.turn(), &mut buffer)
    });
    let mut builder = RtcTokenBuilder2::with_issuer(issuer());
    list.work("one_issuer_exact", "three_hmacs", move || {
        mint_rtc(&mut builder, calls.turn(), &mut buffer)
    });
    lower_floors(list, signed);
}

/// With the time and the salt of the operating system, as a `String`.
fn as_used(list: &mut List, credentials: &'static Credentials, mut calls: Rotation<Call>) {
    fn mint<C: Compression>(mut builder: RtcTokenBuilder2<C>, call: &Call) -> String {
        builder
            .build_token_with_uid(call.channel, call.uid, Role::Publisher, HOUR, HOUR, Owned)
            .expect("minted")
    }
    let builder = || {
        let stamp = Stamp::from_os().expect("a clock and random bytes");
        RtcTokenBuilder2::new(credentials, stamp)
    };
    let goal = |goal: f64| (Some(goal), STRING);
    list.timed("stored_as_used", "three_hmacs", goal(1.6), move || {
        mint(builder().compression(Stored), calls.turn())
    });
    list.timed("fixed_as_used", "three_hmacs", goal(3.0), move || {
        mint(builder().compression(Fixed), calls.turn())
    });
    list.timed("exact_as_used", "three_hmacs", goal(5.0), move || {
        mint(builder(), calls.turn())
    });
}

/// What is left of the floor when state is kept.
fn lower_floors(list: &mut List, mut signed: Rotation<Signed>) {
    let k1 = hmac(&1_700_000_000_u32.to_le_bytes(), CERTIFICATE.as_bytes());
    let k2 = hmac(&12_345_678_u32.to_le_bytes(), &k1);
    list.work("floor_of_a_second", "three_hmacs", move || {
        let Signed { content, stamp } = signed.turn();
        hmac(&hmac(&stamp.salt().to_le_bytes(), &k1), content)
    });
    list.work("floor_of_a_stamp", "three_hmacs", move || {
        hmac(&k2, signed.turn().content)
    });
    // The two blocks of the padded key are hashed already.
    let keyed = Hmac::<Sha256>::new_from_slice(&k2).expect("any length");
    list.work("floor_of_a_stamp_pads_kept", "three_hmacs", move || {
        let mut mac = keyed.clone();
        mac.update(signed.turn().content);
        mac.finalize()
    });
    // A pass over the content that could be joined with another.
    list.work("adler32_alone", "three_hmacs", move || {
        adler32(signed.turn().content)
    });
}

/// Names that make codes of its own the shortest form of a block, by so little
/// that `Exact` looks as closely as it can before it makes their trees.
fn rtc_with_long_names(list: &mut List, credentials: &'static Credentials) {
    const CHANNEL: &str = "the-weekly-planning-meeting-of-the-northern-sales-team-in-room-4";
    const ACCOUNT: &str = "Participants of this conference are asked to speak one after \
                           another, to keep their microphones off ";
    if !list.group("rtc_with_long_names", Measured::Both) {
        return;
    }
    let mint = move |call: &Call, buffer: &mut [u8]| {
        RtcTokenBuilder2::new(credentials, call.stamp)
            .build_token_with_user_account(CHANNEL, ACCOUNT, Role::Publisher, HOUR, HOUR, buffer)
            .expect("minted")
            .len()
    };
    let mut calls = calls(list);
    let mut buffer = [0; 1024];
    let signed = calls.map(|call| {
        let len = mint(call, &mut buffer);
        let token = std::str::from_utf8(&buffer[..len]).expect("ASCII");
        Signed {
            content: signed_part(token),
            stamp: call.stamp,
        }
    });
    three_hmacs(list, signed);
    list.budgeted("exact", "three_hmacs", OWN_CODES, move || {
        mint(calls.turn(), &mut buffer)
    });
}

/// All services of a channel and a user, and when.
struct Everything {
    services: [Service<'static>; 10],
    stamp: Stamp,
}

fn everything(random: &mut Random) -> Everything {
    let channel = keep_text(&random.channel());
    let user = keep_text(&random.text(8));
    let room = keep_text(&random.text(6));
    let uid = random.below(u32::MAX);
    let permissions = keep([
        Permission::new(
            ResourceType::MessageChannels,
            PermissionType::Read,
            &["news", "chat"],
        ),
        Permission::new(
            ResourceType::Users,
            PermissionType::Write,
            keep([user]).as_slice(),
        ),
    ]);
    let services = [
        ServiceRtc::new(channel, uid)
            .add_privilege(PrivilegeRtc::JoinChannel, HOUR)
            .into(),
        ServiceRtm::new(user)
            .add_privilege(PrivilegeRtm::Login, HOUR)
            .into(),
        ServiceStreaming::new(channel, uid)
            .add_privilege(PrivilegeStreaming::PublishMixStream, HOUR)
            .into(),
        ServiceFpa::new()
            .add_privilege(PrivilegeFpa::Login, HOUR)
            .into(),
        ServiceChat::new(user)
            .add_privilege(PrivilegeChat::User, HOUR)
            .into(),
        ServiceFcdn::new(channel, uid)
            .add_privilege(PrivilegeFcdn::Publish, HOUR)
            .into(),
        ServiceApaas::new(room, user, 1)
            .add_privilege(PrivilegeApaas::RoomUser, HOUR)
            .into(),
        ServiceRtm2::new(user, permissions)
            .add_privilege(PrivilegeRtm::Login, HOUR)
            .into(),
        ServiceConvoAi::new().into(),
        ServiceStt::new().into(),
    ];
    let stamp = random.stamp();
    Everything { services, stamp }
}

fn all_services(list: &mut List, credentials: &'static Credentials) {
    fn mint(mut issuer: Issuer<impl Compression>, call: &Everything, buffer: &mut [u8]) -> usize {
        issuer
            .mint(HOUR, &call.services, buffer)
            .expect("minted")
            .len()
    }
    if !list.group("all_services", Measured::Both) {
        return;
    }
    let mut random = Random::new(10);
    let mut calls = Rotation::new(list.contents, || everything(&mut random));
    let signed = calls.map(|call| {
        let token = Issuer::new(credentials, call.stamp).mint(HOUR, &call.services, Owned);
        Signed {
            content: signed_part(&token.expect("minted")),
            stamp: call.stamp,
        }
    });
    three_hmacs(list, signed);
    let mut buffer = [0; 2048];
    list.budgeted("stored", "three_hmacs", (1.3, 1.35), move || {
        let call = calls.turn();
        let issuer = Issuer::new(credentials, call.stamp);
        mint(issuer.compression(Stored), call, &mut buffer)
    });
    list.budgeted("fixed", "three_hmacs", (1.9, 2.0), move || {
        let call = calls.turn();
        let issuer = Issuer::new(credentials, call.stamp);
        mint(issuer.compression(Fixed), call, &mut buffer)
    });
    list.work("exact", "three_hmacs", move || {
        let call = calls.turn();
        mint(Issuer::new(credentials, call.stamp), call, &mut buffer)
    });
}

fn access_token_006(list: &mut List, credentials: &'static Credentials) {
    if !list.group("access_token_006", Measured::Both) {
        return;
    }
    let mut calls = calls(list);
    // App id, channel and uid; salt, time, and four privileges.
    let mut messages = calls.map(|call| {
        let len = 32 + call.channel.len() + call.uid.to_string().len() + 34;
        let mut random = Random::new(call.uid.into());
        let byte = || random.bytes::<1>()[0];
        std::iter::repeat_with(byte).take(len).collect::<Vec<u8>>()
    });
    list.floor("one_hmac", move || {
        hmac(CERTIFICATE.as_bytes(), messages.turn())
    });
    let keyed = Hmac::<Sha256>::new_from_slice(CERTIFICATE.as_bytes()).expect("any length");
    list.work("floor_pads_kept", "one_hmac", move || {
        let mut mac = keyed.clone();
        mac.update(messages.turn());
        mac.finalize()
    });
    let mut buffer = [0; v006::TOKEN_CAPACITY];
    let end = ExpireAt::unix(1_800_000_000);
    list.budgeted("mint", "one_hmac", OLD, move || {
        let Call {
            channel,
            uid,
            stamp,
        } = calls.turn();
        RtcTokenBuilder::new(credentials, *stamp)
            .build_token_with_uid(channel, *uid, Role::Publisher, end, &mut buffer)
            .map(str::len)
    });
    list.timed("mint_as_used", "one_hmac", (None, STRING), move || {
        let Call { channel, uid, .. } = calls.turn();
        RtcTokenBuilder::new(credentials, Stamp::from_os().expect("a stamp")).build_token_with_uid(
            channel,
            *uid,
            Role::Publisher,
            end,
            Owned,
        )
    });
}

fn parse_and_verify(list: &mut List, credentials: &'static Credentials) {
    if !list.group("parse_and_verify", Measured::Both) {
        return;
    }
    let mut calls = calls(list);
    three_hmacs(list, signed(credentials, calls));
    let mut tokens = calls.map(|call| rtc_token(credentials, call));
    let mut workspace = [0; 1024];
    list.budgeted("007", "three_hmacs", PARSE, move || {
        let token = tokens.turn();
        let parsed = ParsedToken2::parse(token, &mut workspace).expect("parsed");
        parsed.verify(credentials.certificate()).expect("verified");
        parsed
            .services()
            .any(|service| service.user() == Some(Account::ANY.text().as_str()))
    });
    // The workspace is a new vector.
    list.timed("007_as_used", "three_hmacs", (Some(2.5), 2), move || {
        let (token, call) = (tokens.turn(), calls.turn());
        let mut workspace = Vec::new();
        let expected = Expected::to_join(call.channel, call.uid, Role::Publisher)
            .certificate(credentials.certificate())
            .app_id(credentials.app_id())
            .now(call.stamp.issued_at() + 1);
        let parsed = ParsedToken2::parse_in(token, &mut workspace).expect("parsed");
        parsed.check(&expected).ok().expect("it holds");
    });
    list.budgeted("peek", "three_hmacs", PEEK, move || {
        let seen = peek(tokens.turn(), &mut workspace).expect("a token");
        black_box(seen).should_renew(black_box(1_700_000_000))
    });
}
