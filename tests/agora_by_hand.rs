//! Agora tokens put together here by the tables of their formats, byte for byte:
//! what reading says of them, also of those that no builder writes.

#![cfg(all(feature = "agora", feature = "alloc"))]
#![allow(missing_docs)]

use tokenmint::agora::v007::{
    self, FieldsRef, Issuer, Minter, ParsedToken2, Permission, PermissionType, PrivilegeApaas,
    PrivilegeRtm, ResourceType, Service, ServiceApaas, ServiceRtc, ServiceRtm, ServiceRtm2,
    ServiceType,
};
use tokenmint::agora::{
    AccessToken, Account, AppId, Credentials, Expected, ExpireAt, ExpireIn, Role, Stamp, Warning,
    generate_convo_ai_token, v006,
};
use tokenmint::internals::wire::base64;
use tokenmint::output::{Owned, Writer};
use tokenmint::zlib::{Compression, Stored};
use tokenmint::{Error, Field, Limits, TextFault, Verdict};

const APP_ID: &str = "970CA35de60c44645bbae8a215061b33";
const CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";
const NOW: u32 = 1_700_000_000;
const HOUR: ExpireIn = ExpireIn::hours(1);

fn credentials() -> Credentials {
    Credentials::new(APP_ID, CERTIFICATE).expect("sample credentials")
}

fn stamp() -> Stamp {
    Stamp::new(NOW, 7).expect("a stamp")
}

fn number16(value: usize) -> [u8; 2] {
    u16::try_from(value).expect("16 bits").to_le_bytes()
}

fn string(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    let bytes = bytes.as_ref();
    [&number16(bytes.len())[..], bytes].concat()
}

fn privileges(list: &[(u16, u32)]) -> Vec<u8> {
    let mut bytes = number16(list.len()).to_vec();
    for (number, seconds) in list {
        bytes.extend(number.to_le_bytes());
        bytes.extend(seconds.to_le_bytes());
    }
    bytes
}

fn base64_of(bytes: &[u8]) -> String {
    let mut text = vec![0; base64::encoded_len(bytes.len())];
    let mut out = Writer::new(&mut text);
    base64::put(&mut out, bytes);
    out.finish_str().expect("it fits").to_owned()
}

/// RFC 1950 around one stored block of RFC 1951.
fn stored(content: &[u8]) -> Vec<u8> {
    let len = number16(content.len());
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in content {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    let check = (b << 16 | a).to_be_bytes();
    let [low, high] = len;
    [&[0x78, 0x01, 0x01, low, high, !low, !high], content, &check].concat()
}

/// A 007 token of these numbers, with an empty signature of 32 bytes.
struct Hand<'a> {
    app_id: &'a str,
    issued_at: u32,
    expire: u32,
    services: &'a [Vec<u8>],
    rest: &'a [u8],
}

impl Hand<'_> {
    fn token(&self) -> String {
        let mut content = string([0; 32]);
        content.extend(string(self.app_id));
        for number in [self.issued_at, self.expire, 5] {
            content.extend(number.to_le_bytes());
        }
        content.extend(number16(self.services.len()));
        content.extend(self.services.concat());
        content.extend(self.rest);
        format!("007{}", base64_of(&stored(&content)))
    }

    fn warnings(&self, now: u32) -> Vec<Warning> {
        let token = self.token();
        let mut workspace = vec![0; v007::workspace_len(token.len())];
        let parsed = ParsedToken2::parse(&token, &mut workspace).expect("parsed");
        let mut found = Vec::new();
        parsed.warnings(Some(now), |warning| found.push(warning));
        found
    }
}

const GOOD: Hand<'static> = Hand {
    app_id: APP_ID,
    issued_at: NOW,
    expire: 3600,
    services: &[],
    rest: &[],
};

fn rtc(list: &[(u16, u32)]) -> Vec<u8> {
    [
        &number16(1)[..],
        &privileges(list),
        &string("lobby"),
        &string("7"),
    ]
    .concat()
}

fn rtm(list: &[(u16, u32)]) -> Vec<u8> {
    [&number16(2)[..], &privileges(list), &string("alice")].concat()
}

#[test]
fn what_is_odd_about_a_007_token_is_told() {
    let service = [rtc(&[(1, 3600)])];
    let good = Hand {
        services: &service,
        ..GOOD
    };
    assert_eq!(good.warnings(NOW), []);
    let lives = |expire, end| {
        let services = [rtc(&[(1, end)])];
        Hand {
            expire,
            services: &services,
            ..GOOD
        }
        .warnings(NOW)
    };
    assert_eq!(lives(86_400, 86_400), []);
    let seconds = 86_401;
    let above = Warning::LifetimeAboveMaximum { seconds };
    assert_eq!(lives(86_401, 86_400), [above]);
    let seconds = 999_999_999;
    let above = Warning::LifetimeAboveMaximum { seconds };
    assert_eq!(lives(seconds, 86_400), [above]);
    let seconds = 1_000_000_000;
    let absolute = Warning::LifetimeLooksAbsolute { seconds };
    assert_eq!(lives(seconds, 86_400), [absolute]);

    for (hand, warning) in [
        (
            Hand {
                app_id: "demo",
                ..good
            },
            Warning::OddAppId,
        ),
        (
            Hand { rest: &[0], ..good },
            Warning::TrailingData { len: 1 },
        ),
        (
            Hand {
                services: &[],
                ..good
            },
            Warning::NoServices,
        ),
        (
            Hand {
                services: &[rtc(&[(1, 3600)]), number16(99).to_vec()],
                ..good
            },
            Warning::UnknownService { service: 99 },
        ),
        (
            Hand {
                services: &[rtm(&[(1, 3600)]), rtc(&[(1, 3600)])],
                ..good
            },
            Warning::Unsorted,
        ),
        (
            Hand {
                services: &[rtc(&[(2, 3600), (1, 3600)])],
                ..good
            },
            Warning::Unsorted,
        ),
        (
            Hand {
                services: &[rtc(&[(1, 3600), (1, 3600)])],
                ..good
            },
            Warning::RepeatedPrivilege {
                service: 1,
                privilege: 1,
            },
        ),
    ] {
        assert_eq!(hand.warnings(NOW), [warning]);
    }
    let sorted = [rtc(&[(1, 3600), (2, 3600)]), rtm(&[(1, 3600)])];
    let sorted = Hand {
        services: &sorted,
        ..GOOD
    };
    assert_eq!(sorted.warnings(NOW), []);
    let names: Vec<_> = lives(0, 3600).iter().map(Warning::name).collect();
    assert!(names.contains(&"lifetime-zero"), "{names:?}");
}

#[test]
fn the_time_of_a_007_token_is_told_to_the_second() {
    let services = [rtc(&[(1, 3600), (2, 60)])];
    let hand = Hand {
        services: &services,
        ..GOOD
    };
    let ended = Warning::PrivilegeExpired {
        service: 1,
        privilege: 2,
    };
    for (now, warnings) in [
        (NOW - 1, vec![Warning::IssuedInFuture { seconds: 1 }]),
        (NOW, vec![]),
        (NOW + 59, vec![]),
        (NOW + 60, vec![ended]),
        (NOW + 3599, vec![ended]),
        (NOW + 3600, vec![Warning::Expired { seconds: 0 }]),
        (NOW + 3601, vec![Warning::Expired { seconds: 1 }]),
    ] {
        assert_eq!(hand.warnings(now), warnings, "{now}");
    }
}

#[test]
fn what_a_007_token_is_made_of() {
    let list = [
        Permission::new(ResourceType::Users, PermissionType::Write, &["u1"]),
        Permission::new(
            ResourceType::StreamChannels,
            PermissionType::Read,
            &["a", "b"],
        ),
    ];
    let rtm2 = |list| ServiceRtm2::new("alice", list).add_privilege(PrivilegeRtm::Login, HOUR);
    assert_eq!(rtm2(&list), rtm2(&list));
    assert_ne!(rtm2(&list), rtm2(&list[1..]));
    let services: [Service<'_>; 2] = [
        ServiceRtc::new("lobby", 7)
            .add_privilege(v007::PrivilegeRtc::JoinChannel, ExpireIn::seconds(60))
            .into(),
        rtm2(&list).into(),
    ];
    let token = Issuer::new(&credentials(), stamp())
        .mint(HOUR, &services, Owned)
        .expect("minted");
    let mut workspace = vec![0; v007::workspace_len(token.len())];
    let parsed = ParsedToken2::parse(&token, &mut workspace).expect("parsed");
    assert_eq!(parsed.service_count(), 2);
    let permissions = parsed.services().find_map(|service| match service.fields {
        FieldsRef::Permissions { permissions, .. } => Some(permissions),
        _ => None,
    });
    let found: Vec<_> = permissions
        .expect("of RTM2")
        .iter()
        .map(|it| {
            let resources: Vec<_> = it.resources().collect();
            (it.resource_type, it.permission_type, resources)
        })
        .collect();
    // Sorted by kind: streams are 1, users 4; reading is 0, writing 1.
    assert_eq!(found, [(1, 0, vec!["a", "b"]), (4, 1, vec!["u1"])]);
    // The end that counts is that of the privilege to join.
    assert_eq!(parsed.peek().expires_at, u64::from(NOW) + 60);
    for (list, end) in [
        (&[(1, 0)][..], 3600),
        (&[(2, 60)], 3600),
        (&[(1, 59), (2, 1)], 59),
    ] {
        let services = [rtc(list), rtm(&[(1, 5)])];
        let hand = Hand {
            services: &services,
            ..GOOD
        };
        let token = hand.token();
        let mut workspace = vec![0; v007::workspace_len(token.len())];
        let parsed = ParsedToken2::parse(&token, &mut workspace).expect("parsed");
        assert_eq!(parsed.peek().expires_at, u64::from(NOW) + end, "{list:?}");
    }
    let long = "x".repeat(65_536);
    let resources = [long.as_str()];
    let list = [Permission::new(4_u16, 0_u16, &resources)];
    let services = [ServiceRtm2::new("alice", &list).into()];
    let result = Issuer::new(&credentials(), stamp()).mint(HOUR, &services, Owned);
    let (field, len, max) = (Field::Resource, 65_536, 65_535);
    assert_eq!(result, Err(Error::StringTooLong { field, len, max }));
}

#[test]
fn services_and_privileges_have_the_official_numbers() {
    for (number, name, has_channel, privileges) in [
        (
            1,
            "RTC",
            true,
            &[
                "join channel",
                "publish audio",
                "publish video",
                "publish data",
            ][..],
        ),
        (2, "RTM", false, &["login"]),
        (
            3,
            "Streaming",
            true,
            &["publish mix stream", "publish raw stream"],
        ),
        (4, "FPA", false, &["login"]),
        (5, "Chat", false, &["user", "app"]),
        (6, "FCDN", true, &["publish", "play"]),
        (7, "APaaS", true, &["room user", "user", "app"]),
        (8, "RTM2", false, &["login"]),
        (9, "ConvoAI", false, &[]),
        (10, "STT", false, &[]),
    ] {
        let service = ServiceType::from_number(number).expect("known");
        assert_eq!((service.name(), service.has_channel()), (name, has_channel));
        let named: Vec<_> = (0..6).map(|it| service.privilege_name(it)).collect();
        let mut expected = vec![None; 6];
        for (at, name) in privileges.iter().enumerate() {
            expected[at + 1] = Some(*name);
        }
        assert_eq!(named, expected, "{name}");
    }
    for (number, name) in [
        (1, "join channel"),
        (2, "publish audio"),
        (3, "publish video"),
        (4, "publish data"),
        (101, "administrate channel"),
        (1000, "RTM login"),
    ] {
        assert_eq!(v006::Privilege::name_of(number), Some(name));
    }
    assert_eq!(v006::Privilege::name_of(5), None);
    for (number, role) in [
        (0, Role::Attendee),
        (1, Role::Publisher),
        (2, Role::Subscriber),
        (101, Role::Admin),
    ] {
        assert_eq!((role.number(), Role::try_from(number)), (number, Ok(role)));
    }
    for number in [3, 100, 102] {
        assert!(Role::try_from(number).is_err(), "{number}");
    }
}

#[test]
fn names_and_accounts_as_text() {
    assert_eq!(AppId::new(APP_ID).expect("an id").to_string(), APP_ID);
    for (account, is_empty) in [
        (Account::Uid(0), true),
        (Account::Name(""), true),
        (Account::Uid(1), false),
        (Account::Name("0"), false),
    ] {
        assert_eq!(account.is_empty(), is_empty, "{account:?}");
    }
    let minter = Minter::new(&credentials(), NOW).expect("a minter");
    assert_eq!(minter.issued_at(), NOW);
    for shown in [format!("{minter:?}"), format!("{:?}", minter.salt(1))] {
        assert!(
            shown.contains(APP_ID) && !shown.contains(CERTIFICATE),
            "{shown}"
        );
        assert!(shown.contains("1700000000"), "{shown}");
    }
}

/// A content of exactly the most bytes: 82 of the token, 14 of each service,
/// and the channels.
#[test]
fn a_content_of_the_limit_is_minted() {
    let (a, b, c) = ("x".repeat(65_501), "x".repeat(65_503), "x".repeat(65_504));
    let issuer = Issuer::new(&credentials(), stamp()).limits(Limits::Wire);
    let mut issuer = issuer.compression(Stored);
    let mut mint = |last: &str| {
        let services: Vec<Service<'_>> = [&a, &a, &a, last]
            .into_iter()
            .map(|channel| {
                ServiceRtc::new(channel, 0)
                    .add_privilege(v007::PrivilegeRtc::JoinChannel, HOUR)
                    .into()
            })
            .collect();
        issuer.mint(HOUR, &services, Owned).map(drop)
    };
    assert_eq!(mint(&b), Ok(()));
    assert_eq!(mint(&c), Err(Error::ContentTooLarge { max: 262_144 }));
}

/// Agora documents 24 hours, and characters for channels and RTC accounts alone.
#[test]
fn what_is_documented_of_a_007_token_is_kept() {
    let mint = |service: Service<'_>| {
        let mut issuer = Issuer::new(&credentials(), stamp()).compression(Stored);
        issuer.mint(HOUR, &[service], Owned).map(drop)
    };
    let login = |user| ServiceRtm::new(user).add_privilege(PrivilegeRtm::Login, HOUR);
    assert_eq!(mint(login("用户").into()), Ok(()));
    let rtc = |second| {
        ServiceRtc::new("lobby", 7)
            .add_privilege(v007::PrivilegeRtc::JoinChannel, HOUR)
            .add_privilege(v007::PrivilegeRtc::PublishAudioStream, second)
    };
    assert_eq!(mint(rtc(ExpireIn::seconds(86_400)).into()), Ok(()));
    let too_long = Error::ValueOutOfRange {
        field: Field::PrivilegeExpireIn,
        min: 0,
        max: 86_400,
    };
    assert_eq!(mint(rtc(ExpireIn::seconds(86_401)).into()), Err(too_long));
    for (channel, account, error) in [
        (
            "",
            "a",
            Error::Empty {
                field: Field::Channel,
            },
        ),
        (
            "c",
            "",
            Error::Empty {
                field: Field::Account,
            },
        ),
        (
            "c*",
            "a",
            Error::BadCharacter {
                field: Field::Channel,
                at: 1,
            },
        ),
        (
            "c",
            "用",
            Error::BadCharacter {
                field: Field::Account,
                at: 0,
            },
        ),
    ] {
        let service = ServiceRtc::new(channel, account);
        assert_eq!(mint(service.into()), Err(error), "{channel:?} {account:?}");
    }
}

/// A token for a room, for a user of any room, and for the application.
#[test]
fn a_classroom_needs_the_names_of_what_it_grants() {
    let mint = |service: Service<'_>| {
        let mut issuer = Issuer::new(&credentials(), stamp()).compression(Stored);
        issuer.mint(HOUR, &[service], Owned).map(drop)
    };
    let [no_room, no_user] = [Field::Room, Field::UserId].map(|field| Err(Error::Empty { field }));
    for (room, user, privilege, result) in [
        ("room", "user", PrivilegeApaas::RoomUser, Ok(())),
        ("", "user", PrivilegeApaas::RoomUser, no_room),
        ("room", "", PrivilegeApaas::RoomUser, no_user),
        ("", "user", PrivilegeApaas::User, Ok(())),
        ("", "", PrivilegeApaas::User, no_user),
        ("", "", PrivilegeApaas::App, Ok(())),
    ] {
        let service = ServiceApaas::new(room, user, ServiceApaas::NO_ROLE);
        let service = service.add_privilege(privilege, HOUR);
        assert_eq!(
            mint(service.into()),
            result,
            "{room:?} {user:?} {privilege:?}"
        );
    }
    let twice = [(1, HOUR), (1, HOUR)];
    let service = Service::from(ServiceApaas::new("", "user", 1)).with_privileges(&twice);
    assert_eq!(mint(service), no_room);
    assert_eq!(ServiceApaas::NO_ROLE, -1);
}

#[test]
fn without_a_certificate_and_a_platform_there_is_no_006_token() {
    let app_id = AppId::new(APP_ID).expect("digits");
    let token = AccessToken::with_app_id(&app_id, None, stamp(), "room", 7).expect("a token");
    let fault = TextFault::Length { chars: 0 };
    assert_eq!(
        token.build(&[], Owned),
        Err(Error::BadCertificate { fault })
    );
}

/// Writes the head of a stream, and says that it has so many bytes.
struct Short(usize);

impl Compression for Short {
    fn compress(&mut self, _: &[u8], out: &mut [u8]) -> Result<usize, Error> {
        out.fill(0);
        out[0] = 0x78;
        Ok(self.0)
    }
}

/// RFC 1950: two bytes, an empty block of at least two, four of checksum.
#[test]
fn no_stream_has_less_than_eight_bytes() {
    let mint = |len| {
        let mut issuer = Issuer::new(&credentials(), stamp()).compression(Short(len));
        let service = ServiceRtc::new("lobby", 7);
        issuer.mint(HOUR, &[service.into()], Owned).map(drop)
    };
    assert_eq!(mint(7), Err(Error::BadCompression { at: 0 }));
    assert_eq!(mint(8), Ok(()));
}

#[test]
fn a_conversation_ends_with_its_token_unless_it_is_said() {
    let credentials = credentials();
    for (asked, found) in [
        (ExpireIn::WITH_TOKEN, HOUR),
        (ExpireIn::seconds(60), ExpireIn::seconds(60)),
    ] {
        let token =
            generate_convo_ai_token(&credentials, stamp(), "lobby", "7", HOUR, asked, Owned)
                .expect("minted");
        let mut workspace = vec![0; v007::workspace_len(token.len())];
        let parsed = ParsedToken2::parse(&token, &mut workspace).expect("parsed");
        let rtc = parsed.services().next().expect("RTC");
        assert_eq!(
            rtc.privileges.get(v007::PrivilegeRtc::JoinChannel),
            Some(found)
        );
    }
}

/// A 006 token of channel and account by their checksums.
fn hand_006(sums: [u32; 2], list: &[(u16, u32)], inner: &[u8], outer: &[u8]) -> String {
    let mut message = 9_u32.to_le_bytes().to_vec();
    message.extend((NOW + 86_400).to_le_bytes());
    message.extend(privileges(list));
    message.extend(inner);
    let mut content = string([0; 32]);
    content.extend(sums.map(u32::to_le_bytes).concat());
    content.extend(string(&message));
    content.extend(outer);
    format!("006{APP_ID}{}", base64_of(&content))
}

#[test]
fn what_a_006_token_is_made_of() {
    // The check value of CRC-32.
    let sums = [0xCBF4_3926, 3];
    let list = [(1, NOW)];
    let token = hand_006(sums, &list, &[], &[]);
    assert_eq!(token.len(), v006::token_capacity(1));
    let mut workspace = vec![0; token.len() + 8];
    let parsed = v006::ParsedToken::parse(&token, &mut workspace).expect("parsed");
    assert_eq!((parsed.app_id(), parsed.salt()), (APP_ID, 9));
    assert_eq!([parsed.channel_crc(), parsed.account_crc()], sums);
    let check = |now| parsed.check(&Expected::default().channel("123456789").now(now));
    assert_eq!(check(NOW).channel, Verdict::Holds);
    assert_eq!(check(NOW + 86_399).time, Verdict::Holds);
    assert_eq!(check(NOW + 86_400).time, Verdict::Fails(Error::Expired));
    for (app_id, verdict) in [
        (APP_ID, Verdict::Holds),
        (CERTIFICATE, Verdict::Fails(Error::AppIdMismatch)),
    ] {
        let app_id = AppId::new(app_id).expect("digits");
        assert_eq!(
            parsed.check(&Expected::default().app_id(&app_id)).app_id,
            verdict
        );
    }
    for (inner, outer) in [(&[0][..], &[][..]), (&[], &[0])] {
        let token = hand_006(sums, &list, inner, outer);
        let result = v006::ParsedToken::parse(&token, &mut workspace).map(drop);
        assert!(
            matches!(result, Err(Error::TrailingData { .. })),
            "{result:?}"
        );
    }
}

#[test]
fn a_006_token_is_for_a_login_when_it_is_for_nothing_else() {
    for (account, list, is_rtm) in [
        (0, &[(1000, NOW)][..], true),
        (3, &[(1000, NOW)], false),
        (0, &[(1, NOW)], false),
        (0, &[(1, NOW), (1000, NOW)], false),
        (0, &[], false),
    ] {
        let token = hand_006([1, account], list, &[], &[]);
        let mut workspace = vec![0; token.len()];
        let parsed = v006::ParsedToken::parse(&token, &mut workspace).expect("parsed");
        assert_eq!(parsed.is_rtm(), is_rtm, "{account} {list:?}");
    }
}

#[test]
fn a_deadline_of_006_is_no_lifetime() {
    let seconds = 999_999_999;
    for (deadline, warnings) in [
        (1_000_000_000, vec![]),
        (
            seconds,
            vec![Warning::DeadlineLooksRelative {
                privilege: 1,
                count: 1,
                seconds,
            }],
        ),
    ] {
        let token = hand_006([1, 3], &[(1, deadline)], &[], &[]);
        let mut workspace = vec![0; token.len()];
        let parsed = v006::ParsedToken::parse(&token, &mut workspace).expect("parsed");
        let mut found = Vec::new();
        parsed.warnings(None, |warning| found.push(warning));
        assert_eq!(found, warnings, "{deadline}");
    }
}

#[test]
fn roles_of_006_are_what_their_builder_grants() {
    let credentials = credentials();
    let end = ExpireAt::unix(NOW + 60);
    let build = |list: &[(u16, ExpireAt)]| {
        let token = AccessToken::new(&credentials, stamp(), "room", 7).expect("a token");
        token.build(list, Owned).expect("minted")
    };
    let check = |token: &str, expected: &Expected<'_>| {
        let mut workspace = vec![0; token.len()];
        let parsed = v006::ParsedToken::parse(token, &mut workspace).expect("parsed");
        parsed.check(expected)
    };
    let all: Vec<_> = (1..=4).map(|number| (number, end)).collect();
    let room = Expected::default().channel("room").account(7);
    for (role, count) in [
        (Role::Publisher, 4),
        (Role::Attendee, 4),
        (Role::Admin, 4),
        (Role::Subscriber, 1),
    ] {
        let asked = room.role(role);
        let enough = check(&build(&all[..count]), &asked);
        assert_eq!(enough.privilege, Verdict::Holds, "{role}");
        let less = check(&build(&all[..count - 1]), &asked);
        assert_eq!(
            less.privilege,
            Verdict::Fails(Error::NotAuthorized),
            "{role}"
        );
    }
    let certificate = tokenmint::agora::AppCertificate::new("00000000000000000000000000000000");
    let certificate = certificate.expect("digits");
    let report = check(&build(&all), &room.certificate(&certificate));
    assert_eq!(report.signature, Verdict::Fails(Error::BadSignature));
}

/// The length of the message has 16 bits.
#[test]
fn a_006_token_has_at_most_10920_privileges() {
    let credentials = credentials();
    let token = AccessToken::new(&credentials, stamp(), "room", 7).expect("a token");
    let list: Vec<_> = (0..10_921)
        .map(|number| (number, ExpireAt::unix(NOW)))
        .collect();
    assert!(token.build(&list[1..], Owned).is_ok());
    let too_many = Error::TooMany {
        field: Field::Privileges,
        max: 10_920,
    };
    assert_eq!(token.build(&list, Owned), Err(too_many));
}
