//! What holds for every Agora token, whatever the inputs.

#![cfg(feature = "agora")]
#![allow(missing_docs)]

use proptest::prelude::*;
use tokenmint::agora::v007::{
    Issuer, Minter, ParsedToken2, PrivilegeRtc, RTC_CAPACITY, RTC_TOKEN_CAPACITY, Service,
    ServiceApaas, ServiceFpa, ServiceRtc, ServiceRtm, ServiceStreaming, mint_capacity,
    rtc_content_len, token_capacity, workspace_len,
};
use tokenmint::agora::{
    AccessToken2, Account, Credentials, Expected, ExpireAt, ExpireIn, Role, RtcTokenBuilder,
    RtcTokenBuilder2, Stamp, v006,
};
use tokenmint::output::Owned;
use tokenmint::zlib::{Exact, Fixed, Stored};
use tokenmint::{Error, Field, Limits, Verdict};

const APP_ID: &str = "970CA35de60c44645bbae8a215061b33";
const CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";
const OTHER_CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3c";

fn credentials() -> Credentials {
    Credentials::new(APP_ID, CERTIFICATE).expect("sample credentials")
}

fn name(max: usize) -> impl Strategy<Value = String> {
    proptest::string::string_regex(&format!(
        "[a-zA-Z0-9 !#$%&()+\\-:;<=.>?@\\[\\]^_{{}}|~,]{{1,{max}}}"
    ))
    .expect("a regular expression")
}

prop_compose! {
    fn stamps()(issued_at in 1..=u32::MAX, salt in any::<u32>()) -> Stamp {
        Stamp::new(issued_at, salt).expect("not 0")
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rtc_round_trip(
        stamp in stamps(),
        channel in name(64),
        account in name(255),
        token_expire in 1..=86_400_u32,
        lifetimes in proptest::array::uniform4(0..=86_400_u32),
    ) {
        let credentials = credentials();
        let lifetimes = lifetimes.map(ExpireIn::seconds);
        let mut buffer = [0; RTC_CAPACITY];
        let token = RtcTokenBuilder2::new(&credentials, stamp)
            .build_token_with_user_account_and_privilege(
                &channel, &account, ExpireIn::seconds(token_expire), lifetimes, &mut buffer,
            )?;
        prop_assert!(token.len() <= RTC_TOKEN_CAPACITY);

        let mut workspace = [0; RTC_CAPACITY];
        let parsed = ParsedToken2::parse(token, &mut workspace)?;
        prop_assert_eq!(parsed.verify(credentials.certificate()), Ok(()));
        prop_assert_eq!(parsed.app_id(), APP_ID);
        prop_assert_eq!(parsed.issued_at(), stamp.issued_at());
        prop_assert_eq!(parsed.salt(), stamp.salt());
        prop_assert_eq!(parsed.expire().as_seconds(), token_expire);
        let service = parsed.services().next().expect("a service");
        prop_assert_eq!(service.channel(), Some(channel.as_str()));
        prop_assert_eq!(service.user(), Some(account.as_str()));
        let found: Vec<_> = service.privileges.iter().map(|(_, expire)| expire).collect();
        prop_assert_eq!(found, lifetimes);
        prop_assert_eq!(parsed.services().count(), 1);
    }

    /// Every compression gives the same content, and none exceeds the sizes
    /// that depend on the lengths of the inputs alone.
    #[test]
    fn compressions_agree(stamp in stamps(), channel in name(64), uid in any::<u32>()) {
        let credentials = credentials();
        let hour = ExpireIn::hours(1);
        let issuer = Issuer::new(&credentials, stamp);
        let content_len = rtc_content_len(channel.len(), Account::Uid(uid).len(), 4);
        let mut contents = Vec::new();
        let exact = RtcTokenBuilder2::with_issuer(issuer.clone().compression(Exact))
            .build_token_with_uid(&channel, uid, Role::Publisher, hour, hour, Owned)?;
        let fixed = RtcTokenBuilder2::with_issuer(issuer.clone().compression(Fixed))
            .build_token_with_uid(&channel, uid, Role::Publisher, hour, hour, Owned)?;
        let stored = RtcTokenBuilder2::with_issuer(issuer.compression(Stored))
            .build_token_with_uid(&channel, uid, Role::Publisher, hour, hour, Owned)?;
        for token in [exact, fixed, stored] {
            prop_assert!(token.len() <= token_capacity(content_len));
            let mut workspace = vec![0; workspace_len(token.len())];
            let parsed = ParsedToken2::parse(&token, &mut workspace)?;
            prop_assert_eq!(parsed.content().len(), content_len);
            contents.push(parsed.content().to_vec());
        }
        prop_assert!(contents.iter().all(|content| *content == contents[0]));
    }

    /// One byte less than the capacity is an error that names it; exactly the
    /// capacity is enough; nothing is written behind the buffer.
    #[test]
    fn capacity_is_exact_and_the_end_is_respected(
        channel in name(64), account in name(255), less in 1..200_usize,
    ) {
        let credentials = credentials();
        let stamp = Stamp::new(1_700_000_000, 1)?;
        let hour = ExpireIn::hours(1);
        let capacity = mint_capacity(rtc_content_len(channel.len(), account.len(), 4));
        let mut memory = vec![0xA5; capacity + 16];
        let mint = |buffer: &mut [u8]| {
            RtcTokenBuilder2::new(&credentials, stamp)
                .build_token_with_user_account(
                    &channel, &account, Role::Publisher, hour, hour, buffer,
                )
                .map(str::len)
        };
        prop_assert!(mint(&mut memory[..capacity]).is_ok());
        prop_assert_eq!(&memory[capacity..], &[0xA5; 16]);
        let short = capacity - less.min(capacity);
        memory.fill(0xA5);
        prop_assert_eq!(
            mint(&mut memory[..short]),
            Err(Error::BufferTooSmall { needed: capacity })
        );
        prop_assert!(memory[short..].iter().all(|byte| *byte == 0xA5));
    }

    /// Whatever byte of the content is changed: it no longer verifies.
    #[test]
    fn a_changed_content_never_verifies(at in any::<prop::sample::Index>(), bits in 1..=255_u8) {
        let credentials = credentials();
        let hour = ExpireIn::hours(1);
        let token = RtcTokenBuilder2::new(&credentials, Stamp::new(1_700_000_000, 7)?)
            .build_token_with_rtm("lobby", "alice", Role::Publisher, hour, hour, Owned)?;
        let mut workspace = vec![0; workspace_len(token.len())];
        let mut content = ParsedToken2::parse(&token, &mut workspace)?.content().to_vec();
        let at = at.index(content.len());
        content[at] ^= bits;
        let verified = ParsedToken2::from_content(&content)
            .and_then(|parsed| parsed.verify(credentials.certificate()));
        prop_assert!(verified.is_err());
    }

    /// A changed character of the text is noticed as well, unless it decodes
    /// to the very same content.
    #[test]
    fn a_changed_text_never_passes_for_another_token(
        at in 3..200_usize, character in proptest::char::range('!', '~'),
    ) {
        let credentials = credentials();
        let hour = ExpireIn::hours(1);
        let token = RtcTokenBuilder2::new(&credentials, Stamp::new(1_700_000_000, 7)?)
            .build_token_with_uid("lobby", 7, Role::Publisher, hour, hour, Owned)?;
        let mut workspace = vec![0; workspace_len(token.len())];
        let content = ParsedToken2::parse(&token, &mut workspace)?.content().to_vec();
        let mut changed = token.clone().into_bytes();
        let at = at % token.len();
        changed[at] = character as u8;
        let changed = String::from_utf8(changed).expect("ASCII");
        let mut workspace = vec![0; workspace_len(token.len())];
        if let Ok(parsed) = ParsedToken2::parse(&changed, &mut workspace)
            && parsed.verify(credentials.certificate()).is_ok()
        {
            prop_assert_eq!(parsed.content(), content);
        }
    }

    #[test]
    fn any_text_parses_or_not_but_never_panics(text in "\\PC{0,300}", version in 0..3_u8) {
        let text = match version {
            0 => text,
            1 => format!("007{text}"),
            _ => format!("006{APP_ID}{text}"),
        };
        let mut workspace = vec![0; workspace_len(text.len())];
        let parsed = ParsedToken2::parse(&text, &mut workspace).map(|it| it.content());
        let mut workspace = text.clone().into_bytes();
        let grown = ParsedToken2::parse_in(&text, &mut workspace).map(|it| it.content());
        prop_assert_eq!(parsed, grown);
        let mut workspace = vec![0; text.len()];
        let _ = v006::ParsedToken::parse(&text, &mut workspace);
    }

    #[test]
    fn any_content_parses_or_not_but_never_panics(
        content in proptest::collection::vec(any::<u8>(), 0..400),
        now in any::<Option<u32>>(),
    ) {
        let mut regular = 32_u16.to_le_bytes().to_vec();
        regular.extend([0; 32]);
        regular.extend(&content);
        for bytes in [&content, &regular] {
            if let Ok(parsed) = ParsedToken2::from_content(bytes) {
                let certificate = credentials();
                prop_assert!(parsed.verify(certificate.certificate()).is_err());
                parsed.warnings(now, |warning| drop(warning.to_string()));
                parsed.services().for_each(|service| drop(format!("{service:?}")));
            }
        }
        let _ = v006::ParsedToken::from_content(APP_ID, &content);
    }

    #[test]
    fn round_trip_of_006(
        stamp in stamps(), channel in name(64), account in name(255), end in any::<u32>(),
    ) {
        prop_assume!(stamp.issued_at() <= u32::MAX - 86_400);
        let credentials = credentials();
        let mut buffer = [0; v006::TOKEN_CAPACITY];
        let token = RtcTokenBuilder::new(&credentials, stamp).build_token_with_account(
            &channel, &account, Role::Publisher, ExpireAt::unix(end), &mut buffer,
        )?;
        let mut workspace = [0; v006::TOKEN_CAPACITY];
        let parsed = v006::ParsedToken::parse(token, &mut workspace)?;
        let account = Account::Name(&account);
        prop_assert_eq!(parsed.verify(credentials.certificate(), &channel, account), Ok(()));
        prop_assert_eq!(parsed.expires_at().as_unix(), stamp.issued_at() + 86_400);
        let other = Credentials::new(APP_ID, OTHER_CERTIFICATE)?;
        prop_assert_eq!(
            parsed.verify(other.certificate(), &channel, account),
            Err(Error::BadSignature)
        );
    }
}

/// A service as the property below makes it: what it is for and what it grants.
#[derive(Debug, Clone)]
struct Made {
    kind: u8,
    channel: &'static str,
    user: &'static str,
    /// Number and lifetime; 0: no end of its own.
    privileges: Vec<(u16, u32)>,
}

fn made() -> impl Strategy<Value = Made> {
    let privilege = (1_u16..=4, prop_oneof![Just(0), Just(10), Just(3600)]);
    (
        0_u8..5,
        prop_oneof![Just("room"), Just("lobby")],
        prop_oneof![Just("7"), Just("alice"), Just("")],
        proptest::collection::vec(privilege, 0..5),
    )
        .prop_map(|(kind, channel, user, privileges)| Made {
            kind,
            channel,
            user,
            privileges,
        })
}

impl Made {
    fn service(&self) -> Service<'_> {
        let privileges: Vec<_> = self
            .privileges
            .iter()
            .map(|(number, seconds)| (*number, ExpireIn::seconds(*seconds)))
            .collect();
        let service: Service<'_> = match self.kind {
            0 => ServiceRtc::new(self.channel, self.user).into(),
            1 => ServiceStreaming::new(self.channel, self.user).into(),
            2 => ServiceApaas::new(self.channel, self.user, 1).into(),
            3 => ServiceRtm::new(self.user).into(),
            _ => ServiceFpa::new().into(),
        };
        service.with_privileges(privileges.leak())
    }

    fn service_type(&self) -> u16 {
        [1, 3, 7, 2, 4][usize::from(self.kind)]
    }

    fn is_for(&self, user: &str) -> bool {
        self.kind < 4 && (self.user.is_empty() || self.user == user)
    }

    /// Granted and, 10 seconds after the issue, not ended; the last one counts.
    fn grants(&self, number: u16) -> bool {
        let mut of_number = self.privileges.iter().filter(|(other, _)| *other == number);
        of_number
            .next_back()
            .is_some_and(|(_, seconds)| *seconds != 10)
    }

    /// What joining, or publishing, takes in this service.
    fn may(&self, publish: bool) -> bool {
        let joins = matches!(self.kind, 0 | 2) && self.grants(1);
        joins && (!publish || (self.kind == 0 && (2..=4).all(|number| self.grants(number))))
    }
}

proptest! {
    /// Whatever services a token has: it is good for a use exactly when one of
    /// them alone is.
    #[test]
    fn a_token_is_good_for_a_use_when_one_service_is(
        made in proptest::collection::vec(made(), 1..5),
        channel in prop_oneof![Just("room"), Just("stage")],
        user in prop_oneof![Just("7"), Just("alice"), Just("bob")],
        privilege in (1_u16..=4),
    ) {
        let credentials = credentials();
        let mut token = AccessToken2::new(
            &credentials,
            Stamp::new(1_700_000_000, 7)?,
            ExpireIn::hours(2),
        )
        .limits(Limits::Wire);
        for made in &made {
            token = token.add_service(made.service())?;
        }
        let token = token.build(Owned)?;
        let mut workspace = vec![0; workspace_len(token.len())];
        let parsed = ParsedToken2::parse(&token, &mut workspace)?;
        let now = 1_700_000_010;
        // The order of the token, which sorts services by their type.
        let mut order: Vec<_> = made.iter().collect();
        order.sort_by_key(|made| made.service_type());

        for publish in [false, true] {
            let role = if publish { Role::Publisher } else { Role::Subscriber };
            let good = |made: &&Made| {
                made.kind < 3 && made.channel == channel && made.is_for(user) && made.may(publish)
            };
            let report = parsed.check(&Expected::to_join(channel, user, role).now(now));
            prop_assert_eq!(report.ok().is_ok(), order.iter().any(good), "{:?}", report);
            if report.ok().is_ok() {
                let judged = order[report.service.expect("a service")];
                prop_assert!(good(&judged));
            }
        }
        // A privilege by its number, in its own service and without a channel.
        for (kind, service_type) in [(0, 1), (1, 3), (2, 7), (3, 2)] {
            let wanted = [(service_type, privilege)];
            let expected = Expected::default().account(user).privileges(&wanted).now(now);
            let good = made.iter().any(|made| {
                made.kind == kind && made.is_for(user) && made.grants(privilege)
            });
            prop_assert_eq!(parsed.check(&expected).ok().is_ok(), good, "{}", service_type);
        }
        // A user alone.
        let named = made.iter().filter(|made| made.kind < 4);
        let good = named.clone().count() > 0 && named.clone().all(|made| made.is_for(user));
        let report = parsed.check(&Expected::default().account(user));
        prop_assert_eq!(report.ok().is_ok(), good);
    }
}

#[test]
fn the_minter_gives_what_the_builder_gives() {
    let credentials = credentials();
    let minter = Minter::new(&credentials, 1_700_000_000).unwrap();
    let hour = ExpireIn::hours(1);
    for salt in [0, 1, 99_999_999, u32::MAX] {
        let stamp = Stamp::new(1_700_000_000, salt).unwrap();
        let mint = |mut builder: RtcTokenBuilder2| {
            builder.build_token_with_uid("lobby", 7, Role::Publisher, hour, hour, Owned)
        };
        assert_eq!(
            mint(RtcTokenBuilder2::with_issuer(minter.salt(salt))),
            mint(RtcTokenBuilder2::new(&credentials, stamp)),
        );
    }
    assert_eq!(
        Minter::new(&credentials, 0).err(),
        Some(Error::IssueTimeZero)
    );
}

#[test]
fn every_answer_is_given_by_itself() {
    let credentials = credentials();
    let token = RtcTokenBuilder2::new(&credentials, Stamp::new(1_700_000_000, 7).unwrap())
        .build_token_with_uid(
            "lobby",
            7,
            Role::Subscriber,
            ExpireIn::hours(1),
            ExpireIn::minutes(1),
            Owned,
        )
        .unwrap();
    let mut workspace = vec![0; workspace_len(token.len())];
    let parsed = ParsedToken2::parse(&token, &mut workspace).unwrap();
    let other = Credentials::new(&APP_ID.to_lowercase(), OTHER_CERTIFICATE).unwrap();

    let holds = Expected::to_join("lobby", 7, Role::Subscriber)
        .certificate(credentials.certificate())
        .app_id(credentials.app_id())
        .now(1_700_000_059);
    let report = parsed.check(&holds);
    assert!(
        report
            .answers()
            .iter()
            .all(|(_, verdict)| *verdict == Verdict::Holds)
    );
    assert_eq!(report.ok(), Ok(()));
    let nothing = parsed.check(&Expected::default());
    assert!(
        nothing
            .answers()
            .iter()
            .all(|(_, verdict)| *verdict == Verdict::NotAsked)
    );

    let cases = [
        (
            holds.certificate(other.certificate()),
            "signature",
            Error::BadSignature,
        ),
        (holds.app_id(other.app_id()), "app id", Error::AppIdMismatch),
        (holds.now(1_699_999_999), "time", Error::NotYetValid),
        (holds.account(8), "user", Error::UserMismatch),
        (holds.account(Account::ANY), "user", Error::UserMismatch),
        (
            holds.role(Role::Publisher),
            "privilege",
            Error::NotAuthorized,
        ),
        (
            holds.privileges(&[(1, 2)]),
            "privilege",
            Error::NotAuthorized,
        ),
        (holds.now(1_700_000_060), "privilege", Error::Expired),
    ];
    for (expected, name, error) in cases {
        let report = parsed.check(&expected);
        let failures: Vec<_> = report
            .answers()
            .into_iter()
            .filter(|(_, verdict)| verdict.fails())
            .collect();
        assert_eq!(failures, [(name, Verdict::Fails(error))]);
        assert_eq!(report.ok(), Err(error));
    }
    // One mistake is enough: user and privilege are those of the channels that
    // the token has.
    let elsewhere = parsed.check(&holds.channel("stage"));
    assert_eq!(elsewhere.channel, Verdict::Fails(Error::ChannelMismatch));
    assert_eq!(elsewhere.user, Verdict::Holds);
    assert_eq!(elsewhere.privilege, Verdict::Holds);
    // A service that the token does not have grants nothing.
    let rtm = parsed.check(&holds.privileges(&[(2, 1)]));
    assert_eq!(rtm.privilege, Verdict::Fails(Error::NotAuthorized));
    // What has ended is no matter when nothing is wanted.
    let later = holds.now(1_700_000_060).without_privileges();
    assert_eq!(parsed.check(&later).privilege, Verdict::NotAsked);
    assert_eq!(parsed.check(&later).ok(), Ok(()));
    // The end of the token and of the privilege are told apart.
    let ended = parsed.check(&holds.now(1_700_003_600));
    assert_eq!(ended.time, Verdict::Fails(Error::Expired));
}

#[test]
fn a_token_for_any_user_is_for_this_one() {
    let credentials = credentials();
    let hour = ExpireIn::hours(1);
    let token = RtcTokenBuilder2::new(&credentials, Stamp::new(1_700_000_000, 7).unwrap())
        .build_token_with_uid("lobby", 0, Role::Publisher, hour, hour, Owned)
        .unwrap();
    let mut workspace = vec![0; workspace_len(token.len())];
    let parsed = ParsedToken2::parse(&token, &mut workspace).unwrap();
    let expected = Expected::default().account(9);
    assert_eq!(parsed.check(&expected).user, Verdict::Holds);
}

#[test]
fn documented_limits_are_checked_and_can_be_lifted() {
    let credentials = credentials();
    let stamp = Stamp::new(1_700_000_000, 7).unwrap();
    let hour = ExpireIn::hours(1);
    let build = |limits, channel: &str, account: &str, token_expire, privilege_expire| {
        RtcTokenBuilder2::new(&credentials, stamp)
            .limits(limits)
            .build_token_with_user_account(
                channel,
                account,
                Role::Publisher,
                token_expire,
                privilege_expire,
                Owned,
            )
            .map(|_| ())
    };
    let long = "x".repeat(256);
    let day_and_more = ExpireIn::seconds(86_401);
    let cases = [
        (
            "",
            "a",
            hour,
            hour,
            Error::Empty {
                field: Field::Channel,
            },
        ),
        (
            "c",
            "",
            hour,
            hour,
            Error::Empty {
                field: Field::Account,
            },
        ),
        (
            &long,
            "a",
            hour,
            hour,
            Error::StringTooLong {
                field: Field::Channel,
                len: 256,
                max: 64,
            },
        ),
        (
            "c",
            &long,
            hour,
            hour,
            Error::StringTooLong {
                field: Field::Account,
                len: 256,
                max: 255,
            },
        ),
        (
            "c*",
            "a",
            hour,
            hour,
            Error::BadCharacter {
                field: Field::Channel,
                at: 1,
            },
        ),
        (
            "c",
            "\u{e9}",
            hour,
            hour,
            Error::BadCharacter {
                field: Field::Account,
                at: 0,
            },
        ),
        (
            "c",
            "a",
            ExpireIn::seconds(0),
            hour,
            Error::ValueOutOfRange {
                field: Field::ExpireIn,
                min: 1,
                max: 86_400,
            },
        ),
        (
            "c",
            "a",
            day_and_more,
            hour,
            Error::ValueOutOfRange {
                field: Field::ExpireIn,
                min: 1,
                max: 86_400,
            },
        ),
        (
            "c",
            "a",
            hour,
            day_and_more,
            Error::ValueOutOfRange {
                field: Field::PrivilegeExpireIn,
                min: 0,
                max: 86_400,
            },
        ),
    ];
    for (channel, account, token_expire, privilege_expire, error) in cases {
        let strict = build(
            Limits::Documented,
            channel,
            account,
            token_expire,
            privilege_expire,
        );
        assert_eq!(strict, Err(error));
        let lenient = build(
            Limits::Wire,
            channel,
            account,
            token_expire,
            privilege_expire,
        );
        assert_eq!(lenient, Ok(()), "{error}");
    }
    let too_long = "x".repeat(65_536);
    assert_eq!(
        build(Limits::Wire, &too_long, "a", hour, hour),
        Err(Error::StringTooLong {
            field: Field::Channel,
            len: 65_536,
            max: 65_535
        })
    );
    assert_eq!(
        build(Limits::Wire, &too_long[1..], &too_long[1..], hour, hour),
        Ok(())
    );
}

#[test]
fn a_composed_token_is_bounded_and_not_empty() {
    let credentials = credentials();
    let stamp = Stamp::new(1_700_000_000, 7).unwrap();
    let hour = ExpireIn::hours(1);
    let empty = AccessToken2::new(&credentials, stamp, hour).build(Owned);
    assert_eq!(empty, Err(Error::NoServices));
    let mut token = AccessToken2::new(&credentials, stamp, hour);
    for _ in 0..8 {
        token = token.add_service(ServiceRtm::new("alice")).unwrap();
    }
    assert_eq!(
        token.add_service(ServiceRtm::new("alice")).err(),
        Some(Error::TooMany {
            field: Field::Services,
            max: 8
        })
    );
}

#[test]
fn a_content_above_the_limit_is_refused() {
    let credentials = credentials();
    let long = "x".repeat(65_535);
    let services: Vec<_> = (0..5)
        .map(|_| ServiceRtc::new(&long, 1).add_privilege(PrivilegeRtc::JoinChannel, ExpireIn::MAX))
        .map(Into::into)
        .collect();
    let mut issuer = Issuer::new(&credentials, Stamp::new(1, 1).unwrap()).limits(Limits::Wire);
    assert_eq!(
        issuer.mint(ExpireIn::MAX, &services, Owned),
        Err(Error::ContentTooLarge { max: 262_144 })
    );
    let token = issuer.mint(ExpireIn::MAX, &services[..3], Owned).unwrap();
    let mut workspace = vec![0; workspace_len(token.len())];
    let parsed = ParsedToken2::parse(&token, &mut workspace).unwrap();
    assert_eq!(parsed.services().count(), 3);
    assert_eq!(parsed.verify(credentials.certificate()), Ok(()));
}

/// Compresses nothing, and says that it went well.
struct Silent(usize);

impl tokenmint::zlib::Compression for Silent {
    fn compress(&mut self, _: &[u8], out: &mut [u8]) -> Result<usize, Error> {
        out.fill(0);
        Ok(self.0)
    }
}

#[test]
fn a_compressor_that_wrote_nothing_is_an_error() {
    for len in [0, 1, 7, 8, 60] {
        let stamp = Stamp::new(1_700_000_000, 1).unwrap();
        let issuer = Issuer::new(&credentials(), stamp);
        let mut builder = RtcTokenBuilder2::with_issuer(issuer.compression(Silent(len)));
        let hour = ExpireIn::hours(1);
        let mut buffer = [0; RTC_CAPACITY];
        let result =
            builder.build_token_with_uid("lobby", 7, Role::Publisher, hour, hour, &mut buffer);
        assert_eq!(result, Err(Error::BadCompression { at: 0 }), "{len}");
    }
}

#[test]
fn a_text_longer_than_any_token_is_refused_unread() {
    let longest = token_capacity(tokenmint::zlib::CONTENT_MAX);
    let too_large = |result: Result<(), Error>| matches!(result, Err(Error::TooLarge { .. }));
    for (len, refused) in [(longest, false), (longest + 1, true), (3_300_000, true)] {
        let token = format!("007{}", "A".repeat(len - 3));
        // Room for the text alone: what is refused unread needs none.
        let result = ParsedToken2::parse(&token, &mut []).map(drop);
        assert_eq!(too_large(result), refused, "{len}");
    }
}

/// From what is likely to whatever it takes.
#[test]
fn a_vector_grows_to_what_a_token_needs() {
    let credentials = credentials();
    let stamp = Stamp::new(1_700_000_000, 1).expect("a stamp");
    let hour = ExpireIn::hours(1);
    for len in [1, 1_000, 60_000] {
        let channel = "a".repeat(len);
        let token = RtcTokenBuilder2::new(&credentials, stamp)
            .limits(Limits::Wire)
            .build_token_with_uid(&channel, 7, Role::Publisher, hour, hour, Owned)
            .expect("a token");
        for mut workspace in [Vec::new(), vec![b'x'; 100_000]] {
            let room = workspace.len();
            let parsed = ParsedToken2::parse_in(&token, &mut workspace).expect("parsed");
            let found: Vec<_> = parsed.services().filter_map(|it| it.channel()).collect();
            assert_eq!(found, [channel.as_str()], "{len} characters in {room}");
            if len == 1 && room == 0 {
                assert!(workspace.len() < 4_096, "{}", workspace.len());
            }
        }
    }
}
