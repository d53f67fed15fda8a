//! Minting, reading and verifying do not allocate, with or without `std`.
//!
//! A program without the test harness, whose own thread would use the heap at
//! the same time: the allocator is counted for all threads.

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

fn main() {
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
    works.extend(agora::WORKS);
    works.extend(zego::WORKS);
    works.extend(ath::WORKS);
    works.extend(authing::WORKS);
    works
}

mod agora {
    use super::black_box;
    use tokenmint::Error;
    #[cfg(feature = "std")]
    use tokenmint::agora::Salts;
    use tokenmint::agora::v007::{
        Issuer, Minter, ParsedToken2, PrivilegeRtc, RTC_CAPACITY, ServiceRtc, peek,
    };
    use tokenmint::agora::{
        AccessToken2, Account, Credentials, Expected, ExpireAt, ExpireIn, Role, RtcTokenBuilder,
        RtcTokenBuilder2, Stamp, authorization, v006,
    };
    use tokenmint::zlib::{Compression, Exact, Fixed, Stored};

    pub(crate) const WORKS: &[(&str, fn())] = &[
        ("007 Stored", || mint(Stored)),
        ("007 Fixed", || mint(Fixed)),
        ("007 Exact", || mint(Exact)),
        ("007 Minter", || minter().expect("minted")),
        #[cfg(feature = "std")]
        ("007 in bulk", || bulk().expect("minted")),
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
        let issuer = Issuer::new(&credentials, stamp()).compression(compression);
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
        let report = parsed.check(
            &Expected::to_join("lobby", 7, Role::Publisher).certificate(credentials.certificate()),
        );
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
            RtcTokenBuilder2::with_issuer(minter.salt(salt)).build_token_with_uid(
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

    /// More tokens than a block has salts for.
    #[cfg(feature = "std")]
    fn bulk() -> Result<(), Error> {
        let credentials = credentials();
        let mut salts = Salts::from_os();
        let hour = ExpireIn::hours(1);
        let mut buffer = [0; RTC_CAPACITY];
        for second in 1_700_000_000..1_700_000_003 {
            let minter = Minter::new(&credentials, second)?;
            for uid in 1..=200 {
                let issuer = minter.salt(salts.draw()?);
                black_box(RtcTokenBuilder2::with_issuer(issuer).build_token_with_uid(
                    "lobby",
                    uid,
                    Role::Publisher,
                    hour,
                    hour,
                    &mut buffer,
                )?);
            }
        }
        Ok(())
    }

    fn composed() -> Result<(), Error> {
        let hour = ExpireIn::hours(1);
        let mut buffer = [0; RTC_CAPACITY];
        AccessToken2::new(&credentials(), stamp(), hour)
            .add_service(ServiceRtc::new("a", 1).add_privilege(PrivilegeRtc::JoinChannel, hour))?
            .add_service(ServiceRtc::new("b", "x"))?
            .build(&mut buffer)?;
        Ok(())
    }

    fn token_006() -> Result<(), Error> {
        let credentials = credentials();
        let mut buffer = [0; v006::TOKEN_CAPACITY];
        let token = RtcTokenBuilder::new(&credentials, stamp()).build_token_with_uid(
            "lobby",
            7,
            Role::Publisher,
            ExpireAt::unix(1_800_000_000),
            &mut buffer,
        )?;
        let mut workspace = [0; v006::TOKEN_CAPACITY];
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

mod zego {
    use tokenmint::Error;
    use tokenmint::Limits;
    use tokenmint::zego::{
        Access, CbcEntropy, Expected, GcmEntropy, Mode, ParsedPayload, Privilege, Privileges,
        RoomPayload, SIGNATURE_LEN, Sealed03, Sealed04, ServerSecret, Token03, Token04,
        check_token04, error_code, server_api_signature, workspace_len,
    };

    pub(crate) const WORKS: [(&str, fn()); 5] = [
        ("token04 CBC", || token04_cbc().expect("minted and opened")),
        ("token04 GCM", || token04_gcm().expect("minted and opened")),
        ("token04 strict", || strict().expect("minted and opened")),
        ("token03", || token03().expect("minted and opened")),
        ("server API", || server_api().expect("signed")),
    ];

    const APP_ID: u32 = 1_234_567_890;
    const NOW: i64 = 1_700_000_000;
    const CAPACITY: usize = Token04::room_capacity_in(Mode::Gcm, 4, 4, 2, 12);

    fn secret() -> Result<ServerSecret, Error> {
        ServerSecret::new("fa94dd0f974cf2e293728a526b028271")
    }

    fn open(token: &str) -> Result<(), Error> {
        let mut workspace = [0; workspace_len(CAPACITY)];
        let claims = Sealed04::parse(token, &mut workspace)?.open(&secret()?)?;
        claims.check(&Expected::of(APP_ID, "user", NOW)).ok()?;
        if let Some(text) = claims.payload() {
            let mut payload = [0; 256];
            let payload = ParsedPayload::parse(text.unescape_into(&mut payload)?)?;
            assert_eq!(payload.privilege(Privilege::Login), Some(1));
            assert_eq!(payload.streams().count(), 2);
        }
        Ok(())
    }

    fn token04_cbc() -> Result<(), Error> {
        let secret = check_token04(
            APP_ID,
            "user",
            "fa94dd0f974cf2e293728a526b028271",
            3600,
            Limits::Documented,
        )?;
        let entropy = CbcEntropy::from_random([7; 16], [7; 4]);
        let token = Token04::new(APP_ID, "user", 3600);
        open(token.mint(&secret, entropy, NOW, &mut [0; CAPACITY])?)
    }

    fn token04_gcm() -> Result<(), Error> {
        let entropy = GcmEntropy::from_random([7; 12], [7; 4]);
        let token = Token04::new(APP_ID, "user", 3600);
        open(token.mint_gcm(&secret()?, entropy, NOW, &mut [0; CAPACITY])?)
    }

    fn strict() -> Result<(), Error> {
        let payload = RoomPayload::new("room", Privileges::both(Access::Allow, Access::Deny))
            .streams(&["camera", "screen"]);
        payload.write(&mut [0; 256])?;
        let token = Token04::new(APP_ID, "user", 3600).room(payload);
        let entropy = CbcEntropy::from_random([7; 16], [7; 4]);
        open(token.mint(&secret()?, entropy, NOW, &mut [0; CAPACITY])?)?;
        let entropy = GcmEntropy::from_random([7; 12], [7; 4]);
        open(token.mint_gcm(&secret()?, entropy, NOW, &mut [0; CAPACITY])?)
    }

    fn token03() -> Result<(), Error> {
        let entropy = CbcEntropy::from_random([7; 16], [7; 4]);
        let mut buffer = [0; Token03::capacity(4, 4)];
        let token = Token03::new(APP_ID, "room", "user", Access::Allow, Access::Deny, 3600).mint(
            &secret()?,
            entropy,
            NOW,
            &mut buffer,
        )?;
        let mut workspace = [0; workspace_len(Token03::capacity(4, 4))];
        let claims = Sealed03::parse(token, &mut workspace)?.open(&secret()?)?;
        claims
            .check(&Expected::of(APP_ID, "user", NOW).room("room"))
            .ok()
    }

    fn server_api() -> Result<(), Error> {
        let mut buffer = [0; SIGNATURE_LEN];
        server_api_signature(APP_ID, "nonce", &secret()?, 1_700_000_000, &mut buffer)?;
        let refused = server_api_signature(0, "nonce", &secret()?, 1_700_000_000, &mut buffer);
        assert_eq!(refused.map_err(|error| error_code(&error)), Err(1));
        Ok(())
    }
}

mod ath {
    use tokenmint::Error;
    use tokenmint::ath::{
        self, Attestation, Audience, Developer, Expected, Identity, ParsedAttestation, PublicKey,
        SigningKey, State, TokenId, identity_key,
    };
    use tokenmint::pkce::Verifier;

    pub(crate) const WORKS: [(&str, fn()); 4] = [
        ("attestation", || attestation().expect("minted and checked")),
        ("identity", || identity().expect("written and read")),
        ("keys", || keys().expect("written and read")),
        ("PKCE", || pkce().expect("made and checked")),
    ];

    const AGENT: &str = "https://agent.example.com/.well-known/agent.json";

    fn key() -> Result<SigningKey, Error> {
        SigningKey::from_bytes(&[7; 32])
    }

    fn attestation() -> Result<(), Error> {
        let mut key = key()?;
        let audience = Audience::of_token_endpoint("https://gateway.example.com/");
        let id = TokenId::from_random(&[1; 24]);
        let mut buffer = [0; 1024];
        let token = Attestation::new(AGENT, audience, 1_720_000_000, id.as_str())
            .capabilities(&["search"])
            .mint(&mut key, &mut buffer)?;
        let mut workspace = [0; ath::workspace_len(1024)];
        let public_key = key.public_key();
        let expected = Expected::of(&public_key, audience, AGENT, 1_720_000_010);
        let parsed = ParsedAttestation::parse(token, &mut workspace)?;
        parsed.check(&expected).ok()?;
        assert_eq!(parsed.claims().capabilities().count(), 1);
        Ok(())
    }

    fn identity() -> Result<(), Error> {
        let public_key = key()?.public_key();
        let document = Identity {
            agent_id: AGENT,
            name: "Agent",
            developer: Developer {
                name: "Developer",
                id: "example.com",
                contact: None,
            },
            capabilities: &["search"],
            public_key,
        };
        let mut buffer = [0; 512];
        let document = document.write(&mut buffer)?;
        assert_eq!(identity_key(document, AGENT)?, public_key);
        Ok(())
    }

    fn keys() -> Result<(), Error> {
        let key = key()?;
        let public = key.public_key();
        let mut buffer = [0; 512];
        let der = key.write_pkcs8_der(&mut buffer)?;
        assert_eq!(SigningKey::from_pkcs8_der(der)?.public_key(), public);
        let der = key.write_sec1_der(&mut buffer)?;
        assert_eq!(SigningKey::from_sec1_der(der)?.public_key(), public);
        let pem = key.write_pkcs8_pem(&mut buffer)?;
        assert_eq!(SigningKey::from_pem(pem)?.public_key(), public);
        let der = public.write_spki_der(&mut buffer)?;
        assert_eq!(PublicKey::from_spki_der(der)?, public);
        let pem = public.write_spki_pem(&mut buffer)?;
        assert_eq!(PublicKey::from_pem(pem)?, public);
        let jwk = public.write_jwk(&mut buffer)?;
        assert_eq!(PublicKey::from_jwk(jwk)?.thumbprint(), public.thumbprint());
        Ok(())
    }

    fn pkce() -> Result<(), Error> {
        let verifier = Verifier::from_random(&[7; 32]);
        assert!(Verifier::new(verifier.expose())?.matches(verifier.challenge().as_str()));
        assert_eq!(State::from_random(&[7; 16]).as_str().len(), State::LEN);
        Ok(())
    }
}

mod authing {
    use tokenmint::Error;
    use tokenmint::authing::{
        AUTHENTICATION_EVENTS, AccessKey, DateFormat, HeaderOptions, MANAGEMENT_EVENTS, Nonce,
        Request, SignatureHeaders, Value, authentication_events_target, management_events_target,
    };

    pub(crate) const WORKS: [(&str, fn()); 2] = [
        ("signed request", || {
            signed_request().expect("signed and checked");
        }),
        ("event streams", || event_streams().expect("written")),
    ];

    fn key() -> Result<AccessKey, Error> {
        AccessKey::new("64f0c0ffee0000000000a001", "sk-secret-000001")
    }

    fn signed_request() -> Result<(), Error> {
        let key = key()?;
        for date_format in [DateFormat::UnixMillis, DateFormat::Rfc1123] {
            let options = HeaderOptions {
                date_format,
                ..HeaderOptions::default()
            };
            let headers = SignatureHeaders::new(options, 1_700_000_000_000, Nonce::new([7; 16]))?;
            let mut list = headers.list()?;
            list.push("x-authing-request-from", "device")?;
            let fields = [
                ("page", Value::Unsigned(1)),
                ("keywords", Value::Text("a b")),
                ("options", Value::Json("{\"a\":[1,2]}")),
            ];
            let request =
                Request::post("/api/v3/list-users", &fields).with_headers(list.as_slice());
            let mut buffer = [0; AccessKey::AUTHORIZATION_CAPACITY];
            let authorization = key.authorization(&request, &mut buffer)?;
            key.verify(&request, authorization)?;
            request.string_to_sign(&mut [0; 1024])?;
        }
        Ok(())
    }

    fn event_streams() -> Result<(), Error> {
        let code = "authing.user.created";
        let mut buffer = [0; 256];
        key()?.events_authorization(&mut buffer)?;
        management_events_target(MANAGEMENT_EVENTS, code, &mut buffer)?;
        authentication_events_target(AUTHENTICATION_EVENTS, code, "a token", &mut buffer)?;
        Ok(())
    }
}
