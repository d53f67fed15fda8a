//! Agora tokens beside the bare HMAC chain that they cannot do without, and
//! beside shorter chains: what keeping state saves.

use std::hint::black_box;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use tokenmint::agora::v007::{
    Issuer, Minter, ParsedToken2, Permission, PermissionType, PrivilegeApaas, PrivilegeChat,
    PrivilegeFcdn, PrivilegeFpa, PrivilegeRtc, PrivilegeRtm, PrivilegeStreaming, ResourceType,
    Service, ServiceApaas, ServiceChat, ServiceConvoAi, ServiceFcdn, ServiceFpa, ServiceRtc,
    ServiceRtm, ServiceRtm2, ServiceStreaming, ServiceStt,
};
use tokenmint::agora::{
    Account, Credentials, ExpireAt, ExpireIn, Role, RtcTokenBuilder, RtcTokenBuilder2, Stamp, v006,
};
use tokenmint::internals::wire::zlib::{Compression, Exact, Fixed, Stored, adler32};

use crate::{List, keep, keep_text};

const CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";
const CHANNEL: &str = "7d72365eb983485397e3e3f9d460bdda";
const UID: u32 = 2_882_341_273;
const HOUR: ExpireIn = ExpireIn::hours(1);

/// What a token may cost beside its three HMACs: goal and limit.
const STORED: (f64, f64) = (1.15, 1.2);
const FIXED: (f64, f64) = (1.6, 1.7);
const EXACT: (f64, f64) = (1.6, 1.6);
/// The same where it needs all it can do.
const OWN_CODES: (f64, f64) = (2.8, 2.9);

/// What a token may cost, beside three HMACs, where the state of its second is
/// there already.
const REUSED: (f64, f64) = (1.0, 1.0);

pub(crate) fn add(list: &mut List) {
    let credentials = keep(
        Credentials::new("970CA35de60c44645bbae8a215061b33", CERTIFICATE)
            .expect("sample credentials"),
    );
    rtc_with_uid(list, credentials);
    rtc_with_long_names(list, credentials);
    all_services(list, credentials);
    access_token_006(list, credentials);
    parse_and_verify(list, credentials);
}

fn stamp() -> Stamp {
    Stamp::new(1_700_000_000, 12_345_678).expect("a stamp")
}

fn hmac(key: &[u8], data: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length");
    mac.update(data);
    mac.finalize().into_bytes().into()
}

/// What signing `signed` costs at the least.
fn three_hmacs(list: &mut List, signed: &'static [u8]) {
    list.floor("three_hmacs", || {
        let issued_at = black_box(1_700_000_000_u32).to_le_bytes();
        let k1 = hmac(&issued_at, CERTIFICATE.as_bytes());
        let k2 = hmac(&black_box(12_345_678_u32).to_le_bytes(), &k1);
        hmac(&k2, black_box(signed))
    });
}

/// The signed part of a token: the content without its signature.
fn signed_part(token: &str) -> &'static [u8] {
    let mut workspace = vec![0; 1 << 14];
    let parsed = ParsedToken2::parse(token, &mut workspace).expect("a token");
    keep(parsed.content()[34..].to_vec())
}

fn rtc(issuer: Issuer<impl Compression>, buffer: &mut [u8]) -> usize {
    RtcTokenBuilder2::with_issuer(issuer)
        .build_token_with_uid(CHANNEL, black_box(UID), Role::Publisher, HOUR, HOUR, buffer)
        .expect("minted")
        .len()
}

fn issuer(credentials: &Credentials) -> Issuer {
    Issuer::new(credentials, black_box(stamp()))
}

fn rtc_token(credentials: &Credentials) -> &'static str {
    let mut buffer = [0; 1024];
    let len = rtc(issuer(credentials), &mut buffer);
    keep_text(std::str::from_utf8(&buffer[..len]).expect("ASCII"))
}

fn rtc_with_uid(list: &mut List, credentials: &'static Credentials) {
    list.group("rtc_with_uid");
    let signed = signed_part(rtc_token(credentials));
    three_hmacs(list, signed);
    let mut buffer = [0; 1024];
    list.budgeted("stored", "three_hmacs", STORED, move || {
        rtc(issuer(credentials).compression(Stored), &mut buffer)
    });
    list.budgeted("fixed", "three_hmacs", FIXED, move || {
        rtc(issuer(credentials).compression(Fixed), &mut buffer)
    });
    list.budgeted("exact", "three_hmacs", EXACT, move || {
        rtc(issuer(credentials).compression(Exact), &mut buffer)
    });
    let minter = keep(Minter::new(credentials, 1_700_000_000).expect("a minter"));
    let salted = || minter.salt(black_box(7));
    list.budgeted("minter_stored", "three_hmacs", REUSED, move || {
        rtc(salted().compression(Stored), &mut buffer)
    });
    list.work("minter_exact", "three_hmacs", move || {
        rtc(salted().compression(Exact), &mut buffer)
    });
    let mut builder = RtcTokenBuilder2::with_issuer(issuer(credentials).compression(Stored));
    list.budgeted("one_issuer_stored", "three_hmacs", REUSED, move || {
        builder
            .build_token_with_uid(
                CHANNEL,
                black_box(UID),
                Role::Publisher,
                HOUR,
                HOUR,
                &mut buffer,
            )
            .map(str::len)
    });
    let mut builder = RtcTokenBuilder2::with_issuer(issuer(credentials).compression(Exact));
    list.work("one_issuer_exact", "three_hmacs", move || {
        builder
            .build_token_with_uid(
                CHANNEL,
                black_box(UID),
                Role::Publisher,
                HOUR,
                HOUR,
                &mut buffer,
            )
            .map(str::len)
    });
    lower_floors(list, signed);
}

/// What is left of the floor when state is kept.
fn lower_floors(list: &mut List, signed: &'static [u8]) {
    let k1 = hmac(&1_700_000_000_u32.to_le_bytes(), CERTIFICATE.as_bytes());
    let k2 = hmac(&12_345_678_u32.to_le_bytes(), &k1);
    list.work("floor_of_a_second", "three_hmacs", move || {
        let k2 = hmac(&black_box(12_345_678_u32).to_le_bytes(), &k1);
        hmac(&k2, black_box(signed))
    });
    list.work("floor_of_a_stamp", "three_hmacs", move || {
        hmac(&k2, black_box(signed))
    });
    // The two blocks of the padded key are hashed already.
    let keyed = Hmac::<Sha256>::new_from_slice(&k2).expect("any length");
    list.work("floor_of_a_stamp_pads_kept", "three_hmacs", move || {
        let mut mac = keyed.clone();
        mac.update(black_box(signed));
        mac.finalize()
    });
    // A pass over the content that could be joined with another.
    list.work("adler32_alone", "three_hmacs", move || {
        adler32(black_box(signed))
    });
}

/// Names that make codes of its own the shortest form of a block, by so little
/// that `Exact` looks as closely as it can before it makes their trees.
fn rtc_with_long_names(list: &mut List, credentials: &'static Credentials) {
    const CHANNEL: &str = "the-weekly-planning-meeting-of-the-northern-sales-team-in-room-4";
    const ACCOUNT: &str = "Participants of this conference are asked to speak one after \
                           another, to keep their microphones off ";
    fn mint(issuer: Issuer, buffer: &mut [u8]) -> usize {
        RtcTokenBuilder2::with_issuer(issuer)
            .build_token_with_user_account(
                CHANNEL,
                black_box(ACCOUNT),
                Role::Publisher,
                HOUR,
                HOUR,
                buffer,
            )
            .expect("minted")
            .len()
    }
    list.group("rtc_with_long_names");
    let mut buffer = [0; 1024];
    let len = mint(issuer(credentials), &mut buffer);
    let token = std::str::from_utf8(&buffer[..len]).expect("ASCII");
    three_hmacs(list, signed_part(token));
    list.budgeted("exact", "three_hmacs", OWN_CODES, move || {
        mint(issuer(credentials), &mut buffer)
    });
}

fn mint_all(
    mut issuer: Issuer<impl Compression>,
    services: &[Service<'_>],
    buffer: &mut [u8],
) -> usize {
    issuer.mint(HOUR, services, buffer).expect("minted").len()
}

fn all_services(list: &mut List, credentials: &'static Credentials) {
    let permissions = keep([
        Permission::new(
            ResourceType::MessageChannels,
            PermissionType::Read,
            &["news", "chat"],
        ),
        Permission::new(ResourceType::Users, PermissionType::Write, &["alice"]),
    ]);
    let services: &[Service<'_>; 10] = keep([
        ServiceRtc::new(CHANNEL, UID)
            .add_privilege(PrivilegeRtc::JoinChannel, HOUR)
            .into(),
        ServiceRtm::new("alice")
            .add_privilege(PrivilegeRtm::Login, HOUR)
            .into(),
        ServiceStreaming::new(CHANNEL, UID)
            .add_privilege(PrivilegeStreaming::PublishMixStream, HOUR)
            .into(),
        ServiceFpa::new()
            .add_privilege(PrivilegeFpa::Login, HOUR)
            .into(),
        ServiceChat::new("alice")
            .add_privilege(PrivilegeChat::User, HOUR)
            .into(),
        ServiceFcdn::new(CHANNEL, UID)
            .add_privilege(PrivilegeFcdn::Publish, HOUR)
            .into(),
        ServiceApaas::new("123", "alice", 1)
            .add_privilege(PrivilegeApaas::RoomUser, HOUR)
            .into(),
        ServiceRtm2::new("alice", permissions)
            .add_privilege(PrivilegeRtm::Login, HOUR)
            .into(),
        ServiceConvoAi::new().into(),
        ServiceStt::new().into(),
    ]);
    list.group("all_services");
    let mut buffer = [0; 2048];
    let token = issuer(credentials)
        .mint(HOUR, services, &mut buffer)
        .expect("minted");
    three_hmacs(list, signed_part(token));
    list.work("stored", "three_hmacs", move || {
        mint_all(
            issuer(credentials).compression(Stored),
            services,
            &mut buffer,
        )
    });
    list.work("fixed", "three_hmacs", move || {
        mint_all(
            issuer(credentials).compression(Fixed),
            services,
            &mut buffer,
        )
    });
    list.work("exact", "three_hmacs", move || {
        mint_all(issuer(credentials), services, &mut buffer)
    });
}

fn access_token_006(list: &mut List, credentials: &'static Credentials) {
    list.group("access_token_006");
    let message = [7_u8; 32 + 32 + 10 + 34];
    list.floor("one_hmac", move || {
        hmac(CERTIFICATE.as_bytes(), black_box(&message))
    });
    let keyed = Hmac::<Sha256>::new_from_slice(CERTIFICATE.as_bytes()).expect("any length");
    list.work("floor_pads_kept", "one_hmac", move || {
        let mut mac = keyed.clone();
        mac.update(black_box(&message));
        mac.finalize()
    });
    let mut buffer = [0; v006::TOKEN_CAPACITY];
    let end = ExpireAt::unix(1_800_000_000);
    list.work("mint", "one_hmac", move || {
        RtcTokenBuilder::new(credentials, black_box(stamp()))
            .build_token_with_uid(CHANNEL, UID, Role::Publisher, end, &mut buffer)
            .map(str::len)
    });
}

fn parse_and_verify(list: &mut List, credentials: &'static Credentials) {
    list.group("parse_and_verify");
    let token = rtc_token(credentials);
    three_hmacs(list, signed_part(token));
    let mut workspace = [0; 1024];
    list.work("007", "three_hmacs", move || {
        let parsed = ParsedToken2::parse(black_box(token), &mut workspace).expect("parsed");
        parsed.verify(credentials.certificate()).expect("verified");
        parsed
            .services()
            .any(|service| service.user() == Some(Account::ANY.text().as_str()))
    });
}
