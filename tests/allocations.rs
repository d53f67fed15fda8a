//! Minting, reading and verifying do not allocate, with or without `std`.
//!
//! One test in a process of its own: the allocator is counted for all threads.

#![allow(missing_docs)]

use std::alloc::System;
use std::hint::black_box;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Runs `work` and gives the number of heap operations it made.
fn heap_operations(work: impl FnOnce()) -> usize {
    let region = Region::new(ALLOCATOR);
    work();
    let change = region.change();
    change.allocations + change.reallocations + change.deallocations
}

#[test]
fn credentials_are_made_without_the_heap() {
    // The counter counts.
    assert_ne!(heap_operations(|| drop(black_box(vec![1_u8; 64]))), 0);

    let mut total = 0;
    for (name, work) in works() {
        let count = heap_operations(work);
        println!("{name}: {count} heap operations");
        total += count;
    }
    assert_eq!(total, 0, "heap operations");
}

fn works() -> Vec<(&'static str, fn())> {
    let mut works: Vec<(&'static str, fn())> = Vec::new();
    #[cfg(feature = "agora")]
    works.extend(agora::WORKS);
    works
}

#[cfg(feature = "agora")]
mod agora {
    use super::black_box;
    use tokenmint::agora::v007::{
        Expected, Issuer, Minter, ParsedToken2, PrivilegeRtc, RTC_CAPACITY, ServiceRtc, peek,
    };
    use tokenmint::agora::{
        AccessToken2, Account, Credentials, ExpireAt, ExpireIn, Role, RtcTokenBuilder,
        RtcTokenBuilder2, authorization, v006,
    };
    use tokenmint::wire::zlib::{Compression, Exact, Fixed, Stored};
    use tokenmint::{Error, Stamp};

    pub(crate) const WORKS: [(&str, fn()); 7] = [
        ("007 Stored", || mint(Stored)),
        ("007 Fixed", || mint(Fixed)),
        ("007 Exact", || mint(Exact)),
        ("007 Minter", || minter().expect("minted")),
        ("007 composed", || composed().expect("minted")),
        ("006", || token_006().expect("minted")),
        ("authorization header", || header().expect("written")),
    ];

    fn credentials() -> Credentials {
        Credentials::new(
            "970CA35de60c44645bbae8a215061b33",
            "5CFd2fd1755d40ecb72977518be15d3b",
        )
        .expect("sample credentials")
    }

    fn stamp() -> Stamp {
        Stamp::new(1_700_000_000, 12_345_678).expect("a stamp")
    }

    fn mint(compression: impl Compression) {
        mint_and_check(compression).expect("minted and verified");
    }

    fn mint_and_check(compression: impl Compression) -> Result<(), Error> {
        let credentials = credentials();
        let hour = ExpireIn::hours(1);
        let issuer = Issuer::new(&credentials, stamp())?.compression(compression);
        let mut buffer = [0; RTC_CAPACITY];
        let token = RtcTokenBuilder2::with_issuer(issuer).build_token_with_uid(
            "lobby",
            7,
            Role::Publisher,
            hour,
            hour,
            &mut buffer,
        )?;
        let mut workspace = [0; RTC_CAPACITY];
        let parsed = ParsedToken2::parse(token, &mut workspace)?;
        let report = parsed.check(&Expected {
            certificate: Some(credentials.certificate()),
            channel: Some("lobby"),
            account: Some(Account::Uid(7)),
            privilege: Some((1, 1)),
            ..Expected::default()
        });
        report.ok()?;
        parsed.warnings(Some(1_700_000_001), |warning| {
            black_box(warning);
        });
        let mut workspace = [0; RTC_CAPACITY];
        black_box(peek(token, &mut workspace)?.should_renew(1_700_000_001));
        Ok(())
    }

    fn minter() -> Result<(), Error> {
        let minter = Minter::new(&credentials(), 1_700_000_000)?;
        let hour = ExpireIn::hours(1);
        let mut buffer = [0; RTC_CAPACITY];
        for salt in 0..3 {
            RtcTokenBuilder2::with_issuer(minter.salt(salt)?).build_token_with_uid(
                "lobby",
                7,
                Role::Publisher,
                hour,
                hour,
                &mut buffer,
            )?;
        }
        Ok(())
    }

    fn composed() -> Result<(), Error> {
        let hour = ExpireIn::hours(1);
        let mut buffer = [0; RTC_CAPACITY];
        AccessToken2::new(&credentials(), stamp(), hour)?
            .add_service(ServiceRtc::new("a", 1).add_privilege(PrivilegeRtc::JoinChannel, hour))?
            .add_service(ServiceRtc::new("b", "x"))?
            .build(&mut buffer)?;
        Ok(())
    }

    fn token_006() -> Result<(), Error> {
        let credentials = credentials();
        let mut buffer = [0; v006::MAX_LEN];
        let token = RtcTokenBuilder::new(&credentials, stamp()).build_token_with_uid(
            "lobby",
            7,
            Role::Publisher,
            ExpireAt::unix(1_800_000_000),
            &mut buffer,
        )?;
        let mut workspace = [0; v006::MAX_LEN];
        v006::ParsedToken::parse(token, &mut workspace)?.verify(
            credentials.certificate(),
            "lobby",
            Account::Uid(7),
        )
    }

    fn header() -> Result<(), Error> {
        authorization::token_header("007abc", &mut [0; 64])?;
        authorization::basic_header("id", "secret", &mut [0; 64])?;
        Ok(())
    }
}
