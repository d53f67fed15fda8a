//! Agora tokens beside the bare HMAC chain that they cannot do without.
//!
//! `cargo bench --bench agora` prints ratios to a floor of the same run. The
//! budgets speak of portable SHA-256; a processor with SHA instructions makes
//! the floor, and so the ratios, another:
//! `RUSTFLAGS='--cfg sha2_backend="soft"' cargo bench --bench agora`.

use std::hint::black_box;

use criterion::{BenchmarkGroup, Criterion, measurement::WallTime};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use tokenmint::Stamp;
use tokenmint::agora::v007::{
    Issuer, Minter, ParsedToken2, Permission, PermissionType, PrivilegeApaas, PrivilegeChat,
    PrivilegeFcdn, PrivilegeFpa, PrivilegeRtc, PrivilegeRtm, PrivilegeStreaming, ResourceType,
    Service, ServiceApaas, ServiceChat, ServiceConvoAi, ServiceFcdn, ServiceFpa, ServiceRtc,
    ServiceRtm, ServiceRtm2, ServiceStreaming, ServiceStt,
};
use tokenmint::agora::{
    Account, Credentials, ExpireAt, ExpireIn, Role, RtcTokenBuilder, RtcTokenBuilder2, v006,
};
use tokenmint::wire::zlib::{Compression, Exact, Fixed, Stored};

#[path = "support/ratio.rs"]
mod ratio;
use ratio::Pair;

const CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";
const CHANNEL: &str = "7d72365eb983485397e3e3f9d460bdda";
const UID: u32 = 2_882_341_273;
const HOUR: ExpireIn = ExpireIn::hours(1);

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let credentials = Credentials::new("970CA35de60c44645bbae8a215061b33", CERTIFICATE)
        .expect("sample credentials");
    rtc_with_uid(&mut criterion, &credentials);
    all_services(&mut criterion, &credentials);
    access_token_006(&mut criterion, &credentials);
    parse_and_verify(&mut criterion, &credentials);
    criterion.final_summary();
    let pair = |group, name, floor| Pair { group, name, floor };
    ratio::print(&[
        pair("rtc_with_uid", "stored", "three_hmacs"),
        pair("rtc_with_uid", "fixed", "three_hmacs"),
        pair("rtc_with_uid", "exact", "three_hmacs"),
        pair("rtc_with_uid", "minter_stored", "three_hmacs"),
        pair("rtc_with_uid", "one_issuer_stored", "three_hmacs"),
        pair("all_services", "stored", "three_hmacs"),
        pair("all_services", "fixed", "three_hmacs"),
        pair("all_services", "exact", "three_hmacs"),
        pair("access_token_006", "mint", "one_hmac"),
        pair("parse_and_verify", "007", "three_hmacs"),
    ]);
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
fn three_hmacs(group: &mut BenchmarkGroup<'_, WallTime>, signed: &[u8]) {
    group.bench_function("three_hmacs", |bencher| {
        bencher.iter(|| {
            let k1 = hmac(
                &black_box(1_700_000_000_u32).to_le_bytes(),
                CERTIFICATE.as_bytes(),
            );
            let k2 = hmac(&black_box(12_345_678_u32).to_le_bytes(), &k1);
            hmac(&k2, black_box(signed))
        });
    });
}

/// The signed part of a token: the content without its signature.
fn signed_part(token: &str) -> Vec<u8> {
    let mut workspace = vec![0; 1 << 14];
    let parsed = ParsedToken2::parse(token, &mut workspace).expect("a token");
    parsed.content()[34..].to_vec()
}

fn rtc(issuer: Issuer<impl Compression>, buffer: &mut [u8]) -> usize {
    RtcTokenBuilder2::with_issuer(issuer)
        .build_token_with_uid(CHANNEL, black_box(UID), Role::Publisher, HOUR, HOUR, buffer)
        .expect("minted")
        .len()
}

fn rtc_with_uid(criterion: &mut Criterion, credentials: &Credentials) {
    let mut group = criterion.benchmark_group("rtc_with_uid");
    let mut buffer = [0; 1024];
    let issuer = || Issuer::new(credentials, black_box(stamp())).expect("an issuer");
    let len = rtc(issuer(), &mut buffer);
    let token = String::from_utf8(buffer[..len].to_vec()).expect("ASCII");
    three_hmacs(&mut group, &signed_part(&token));
    group.bench_function("stored", |bencher| {
        bencher.iter(|| rtc(issuer().compression(Stored), &mut buffer));
    });
    group.bench_function("fixed", |bencher| {
        bencher.iter(|| rtc(issuer().compression(Fixed), &mut buffer));
    });
    group.bench_function("exact", |bencher| {
        bencher.iter(|| rtc(issuer().compression(Exact), &mut buffer));
    });
    let minter = Minter::new(credentials, 1_700_000_000).expect("a minter");
    group.bench_function("minter_stored", |bencher| {
        bencher.iter(|| {
            let issuer = minter.salt(black_box(7)).expect("an issuer");
            rtc(issuer.compression(Stored), &mut buffer)
        });
    });
    let mut builder = RtcTokenBuilder2::with_issuer(issuer().compression(Stored));
    group.bench_function("one_issuer_stored", |bencher| {
        bencher.iter(|| {
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
    });
}

fn mint_all(
    mut issuer: Issuer<impl Compression>,
    services: &[Service<'_>],
    buffer: &mut [u8],
) -> usize {
    issuer.mint(HOUR, services, buffer).expect("minted").len()
}

fn all_services(criterion: &mut Criterion, credentials: &Credentials) {
    let permissions = [
        Permission::new(
            ResourceType::MessageChannels,
            PermissionType::Read,
            &["news", "chat"],
        ),
        Permission::new(ResourceType::Users, PermissionType::Write, &["alice"]),
    ];
    let services: [Service<'_>; 10] = [
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
        ServiceRtm2::new("alice", &permissions)
            .add_privilege(PrivilegeRtm::Login, HOUR)
            .into(),
        ServiceConvoAi::new().into(),
        ServiceStt::new().into(),
    ];
    let mut group = criterion.benchmark_group("all_services");
    let mut buffer = [0; 2048];
    let issuer = || Issuer::new(credentials, black_box(stamp())).expect("an issuer");
    let token = issuer().mint(HOUR, &services, &mut buffer).expect("minted");
    three_hmacs(&mut group, &signed_part(token));
    group.bench_function("stored", |bencher| {
        bencher.iter(|| mint_all(issuer().compression(Stored), &services, &mut buffer));
    });
    group.bench_function("fixed", |bencher| {
        bencher.iter(|| mint_all(issuer().compression(Fixed), &services, &mut buffer));
    });
    group.bench_function("exact", |bencher| {
        bencher.iter(|| mint_all(issuer(), &services, &mut buffer));
    });
}

fn access_token_006(criterion: &mut Criterion, credentials: &Credentials) {
    let mut group = criterion.benchmark_group("access_token_006");
    let mut buffer = [0; v006::MAX_LEN];
    let message = [7_u8; 32 + 32 + 10 + 34];
    group.bench_function("one_hmac", |bencher| {
        bencher.iter(|| hmac(CERTIFICATE.as_bytes(), black_box(&message)));
    });
    let end = ExpireAt::unix(1_800_000_000);
    group.bench_function("mint", |bencher| {
        bencher.iter(|| {
            RtcTokenBuilder::new(credentials, black_box(stamp()))
                .build_token_with_uid(CHANNEL, UID, Role::Publisher, end, &mut buffer)
                .map(str::len)
        });
    });
}

fn parse_and_verify(criterion: &mut Criterion, credentials: &Credentials) {
    let mut group = criterion.benchmark_group("parse_and_verify");
    let mut buffer = [0; 1024];
    let issuer = Issuer::new(credentials, stamp()).expect("an issuer");
    let len = rtc(issuer, &mut buffer);
    let token = std::str::from_utf8(&buffer[..len]).expect("ASCII");
    three_hmacs(&mut group, &signed_part(token));
    group.bench_function("007", |bencher| {
        let mut workspace = [0; 1024];
        bencher.iter(|| {
            let parsed = ParsedToken2::parse(black_box(token), &mut workspace).expect("parsed");
            parsed.verify(credentials.certificate()).expect("verified");
            parsed
                .services()
                .any(|service| service.user() == Some(Account::ANY.text().as_str()))
        });
    });
}
