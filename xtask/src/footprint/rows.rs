//! What is measured, and what it may cost.

use crate::archive::Sha;

/// A line of the table.
pub(super) struct Row {
    pub(super) name: &'static str,
    /// The functions that an image of it calls.
    pub(super) roots: Roots,
    pub(super) sha: Sha,
    /// No entry of the allow-list may excuse a panic.
    pub(super) panic_free: bool,
    /// Bytes of flash on the Cortex-M4.
    pub(super) flash: Option<Budget>,
    /// The line of `measure.c` that shows it, and with which compression.
    pub(super) measured: Option<Measured>,
    /// Bytes of stack on the Cortex-M4.
    pub(super) stack: Option<Budget>,
}

/// What something may cost. Where the goal is not reached yet, the limit is
/// just above what is measured, so that it only ever comes down.
#[derive(Clone, Copy)]
pub(super) struct Budget {
    pub(super) goal: u64,
    pub(super) limit: u64,
}

const fn within(goal: u64) -> Option<Budget> {
    Some(Budget { goal, limit: goal })
}

const fn missing(goal: u64, limit: u64) -> Option<Budget> {
    Some(Budget { goal, limit })
}

pub(super) enum Roots {
    These(&'static [&'static str]),
    /// Functions with one of the first prefixes and none of the second; a prefix
    /// that ends with a bracket is a whole name.
    Set(&'static [&'static str], &'static [&'static str]),
}

impl Row {
    /// Measured with what is not the default on devices.
    pub(super) fn is_unusual(&self) -> bool {
        matches!(self.sha, Sha::Unrolled) || self.measured.is_some_and(|it| it.compression != FIXED)
    }
}

#[derive(Clone, Copy)]
pub(super) struct Measured {
    pub(super) name: &'static str,
    pub(super) what: &'static str,
    pub(super) compression: &'static str,
}

const fn measured(name: &'static str, what: &'static str) -> Option<Measured> {
    Some(Measured {
        name,
        what,
        compression: FIXED,
    })
}

const fn rtc(compression: &'static str) -> Option<Measured> {
    Some(Measured {
        name: RTC,
        what: "mint",
        compression,
    })
}

const RTC_MINT: &str = "tokenmint_agora_rtc_build_token_with_uid";
const V006_MINT: &str = "tokenmint_agora_v006_rtc_build_token_with_uid";
const RTC: &str = "agora/rtc2-uid-publisher";
const ATH: &str = "ath/python-order, register/authorize audience";
const STORED: &str = "tokenmint_compress_stored";
const FIXED: &str = "tokenmint_compress_fixed";
const EXACT: &str = "tokenmint_compress_exact";

/// An agent is started by preset, found, renewed and stopped with a token that is
/// given; requests are whole, and the program itself says what is next.
const REQUESTS: &[&str] = &[
    "tokenmint_device_write",
    "tokenmint_device_answer_begin",
    "tokenmint_device_answer_read",
    "tokenmint_device_answer_end",
    "tokenmint_device_answer_said",
    "tokenmint_device_convoai",
    "tokenmint_device_area",
    "tokenmint_device_token",
];
/// A session says what is next.
const CONVERSATION: &[&str] = &[
    "tokenmint_device_session_begin",
    "tokenmint_device_session_start",
    "tokenmint_device_session_stop",
    "tokenmint_device_session_next",
    "tokenmint_device_write",
    "tokenmint_device_answer_begin",
    "tokenmint_device_answer_read",
    "tokenmint_device_answer_end",
    "tokenmint_device_convoai",
    "tokenmint_device_area",
    "tokenmint_device_token",
];
/// Its tokens are minted.
const MINTING_CONVERSATION: &[&str] = &[
    "tokenmint_device_session_begin",
    "tokenmint_device_session_start",
    "tokenmint_device_session_stop",
    "tokenmint_device_session_next",
    "tokenmint_device_write",
    "tokenmint_device_answer_begin",
    "tokenmint_device_answer_read",
    "tokenmint_device_answer_end",
    "tokenmint_device_convoai",
    "tokenmint_device_area",
    "tokenmint_device_token",
    "tokenmint_device_mint",
    FIXED,
    HMAC_SHA256,
];

/// The library's own cryptography; without it a row is that of the platform's.
pub(super) const OWN: &[&str] = &[HMAC_SHA256, AES_CBC, AES_GCM, SHA256, ES256_VERIFY];
/// What the structs name and the library calls: not called by a program.
pub(super) const HOOKS: &[&str] = &[
    HMAC_SHA256,
    AES_CBC,
    AES_GCM,
    SHA256,
    ES256_VERIFY,
    STORED,
    FIXED,
    EXACT,
];
const HMAC_SHA256: &str = "tokenmint_hmac_sha256";
const AES_CBC: &str = "tokenmint_aes256_cbc";
const AES_GCM: &str = "tokenmint_aes256_gcm";
const SHA256: &str = "tokenmint_sha256";
const ES256_VERIFY: &str = "tokenmint_es256_verify";

/// What has cryptography of its own, whatever a struct names.
const ALWAYS_OWN: &[&str] = &[
    DEVICE,
    "tokenmint_agora_legacy_",
    "tokenmint_agora_verify",
    "tokenmint_agora_v006_verify",
    "tokenmint_aes256_",
    "tokenmint_ath_attest(",
    "tokenmint_ath_attest_with_pem",
    "tokenmint_ath_identity_key",
    "tokenmint_ath_public_",
    "tokenmint_authing_authorization",
    "tokenmint_authing_events_authorization",
    "tokenmint_authing_sign",
    "tokenmint_authing_verify",
    "tokenmint_es256_",
    "tokenmint_hmac_",
    "tokenmint_pkce_",
    "tokenmint_sha256",
    "tokenmint_zego_open",
];

/// Not among the default features.
const LEGACY: &str = "tokenmint_agora_legacy_";
const ATH_API: &str = "tokenmint_ath_";
/// Conversations have rows of their own.
const DEVICE: &str = "tokenmint_device_";

const KIB: u64 = 1024;

pub(super) const ROWS: &[Row] = &[
    Row {
        name: "007 RTC token, stored",
        roots: Roots::These(&[RTC_MINT, STORED, HMAC_SHA256]),
        sha: Sha::Compact,
        panic_free: true,
        flash: within(6 * KIB),
        measured: rtc(STORED),
        stack: within(3 * KIB / 2),
    },
    Row {
        name: "007 RTC token, fixed",
        roots: Roots::These(&[RTC_MINT, FIXED, HMAC_SHA256]),
        sha: Sha::Compact,
        panic_free: true,
        flash: within(15 * KIB / 2),
        measured: rtc(FIXED),
        stack: within(3 * KIB / 2),
    },
    Row {
        name: "007 RTC token, fixed, unrolled SHA",
        roots: Roots::These(&[RTC_MINT, FIXED, HMAC_SHA256]),
        sha: Sha::Unrolled,
        panic_free: true,
        flash: within(15 * KIB),
        measured: rtc(FIXED),
        stack: missing(3 * KIB / 2, 1_840),
    },
    Row {
        name: "007 RTC token, exact",
        roots: Roots::These(&[RTC_MINT, EXACT, HMAC_SHA256]),
        sha: Sha::Compact,
        panic_free: true,
        flash: within(23 * KIB / 2),
        measured: rtc(EXACT),
        stack: None,
    },
    Row {
        name: "007 read and check",
        roots: Roots::These(&[
            "tokenmint_agora_parse",
            "tokenmint_agora_check",
            HMAC_SHA256,
        ]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: measured(RTC, "check"),
        stack: within(5 * KIB / 2),
    },
    Row {
        name: "006 RTC token",
        roots: Roots::These(&[V006_MINT, HMAC_SHA256]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: measured("agora/v1-uid-publisher", "mint"),
        stack: within(3 * KIB / 2),
    },
    Row {
        name: "a device: start, find, renew, stop, token given",
        roots: Roots::These(REQUESTS),
        sha: Sha::Compact,
        panic_free: true,
        flash: missing(6 * KIB, 16_350),
        measured: None,
        stack: None,
    },
    Row {
        name: "a device in conversation, tokens given",
        roots: Roots::These(CONVERSATION),
        sha: Sha::Compact,
        panic_free: true,
        flash: missing(6 * KIB, 21_780),
        measured: None,
        stack: None,
    },
    Row {
        name: "a device in conversation, tokens minted, fixed",
        roots: Roots::These(MINTING_CONVERSATION),
        sha: Sha::Compact,
        panic_free: true,
        flash: missing(31 * KIB / 2, 28_450),
        measured: measured("device", "round"),
        stack: within(16 * KIB / 10),
    },
    Row {
        name: "a device, everything",
        roots: Roots::Set(&[DEVICE], &["tokenmint_device_mint("]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: None,
        stack: None,
    },
    Row {
        name: "ZEGO token04, CBC",
        roots: Roots::These(&["tokenmint_zego_generate_token04", AES_CBC]),
        sha: Sha::Compact,
        panic_free: false,
        flash: within(15 * KIB / 2),
        measured: measured("zego/pub-001", "mint"),
        stack: within(3 * KIB / 2),
    },
    Row {
        name: "ZEGO token04, GCM",
        roots: Roots::These(&["tokenmint_zego_generate_token04_gcm", AES_GCM]),
        sha: Sha::Compact,
        panic_free: false,
        flash: missing(9 * KIB, 9_700),
        measured: measured("zego/pub-047", "mint"),
        stack: within(5 * KIB / 2),
    },
    Row {
        name: "Authing signature",
        roots: Roots::These(&["tokenmint_authing_authorization"]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: measured("authing/get-no-params", "mint"),
        stack: within(3 * KIB / 2),
    },
    Row {
        name: "PKCE",
        roots: Roots::These(&["tokenmint_pkce_verifier", "tokenmint_pkce_challenge"]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: None,
        stack: None,
    },
    Row {
        name: "ATH attestation (ES256 sign)",
        roots: Roots::These(&["tokenmint_ath_attest", SHA256]),
        sha: Sha::Compact,
        panic_free: false,
        flash: None,
        measured: measured(ATH, "mint"),
        stack: within(4 * KIB),
    },
    Row {
        name: "ATH check (ES256 verify)",
        roots: Roots::These(&["tokenmint_ath_check", SHA256, ES256_VERIFY]),
        sha: Sha::Compact,
        panic_free: false,
        flash: None,
        measured: measured(ATH, "check"),
        stack: within(7 * KIB),
    },
    Row {
        name: "ATH attestation by a secure element",
        roots: Roots::These(&["tokenmint_ath_attest_with_signer", SHA256]),
        sha: Sha::Compact,
        panic_free: true,
        flash: within(7 * KIB),
        measured: None,
        stack: None,
    },
    Row {
        name: "007 RTC token, stored, platform's crypto",
        roots: Roots::These(&[RTC_MINT, STORED]),
        sha: Sha::Compact,
        panic_free: true,
        flash: within(9 * KIB / 2),
        measured: None,
        stack: None,
    },
    Row {
        name: "007 RTC token, fixed, platform's crypto",
        roots: Roots::These(&[RTC_MINT, FIXED]),
        sha: Sha::Compact,
        panic_free: true,
        flash: within(6 * KIB),
        measured: None,
        stack: None,
    },
    Row {
        name: "007 RTC token, exact, platform's crypto",
        roots: Roots::These(&[RTC_MINT, EXACT]),
        sha: Sha::Compact,
        panic_free: true,
        flash: within(10 * KIB),
        measured: None,
        stack: None,
    },
    Row {
        name: "007 read and check, platform's crypto",
        roots: Roots::These(&["tokenmint_agora_parse", "tokenmint_agora_check"]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: None,
        stack: None,
    },
    Row {
        name: "006 RTC token, platform's crypto",
        roots: Roots::These(&[V006_MINT]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: None,
        stack: None,
    },
    Row {
        name: "ZEGO token04, CBC, platform's crypto",
        roots: Roots::These(&["tokenmint_zego_generate_token04"]),
        sha: Sha::Compact,
        panic_free: true,
        flash: within(48 * KIB / 10),
        measured: None,
        stack: None,
    },
    Row {
        name: "ZEGO token04, GCM, platform's crypto",
        roots: Roots::These(&["tokenmint_zego_generate_token04_gcm"]),
        sha: Sha::Compact,
        panic_free: true,
        flash: within(5 * KIB),
        measured: None,
        stack: None,
    },
    Row {
        name: "ATH attestation by a secure element, platform's crypto",
        roots: Roots::These(&["tokenmint_ath_attest_with_signer"]),
        sha: Sha::Compact,
        panic_free: true,
        flash: within(6 * KIB),
        measured: None,
        stack: None,
    },
    Row {
        name: "ATH check, platform's crypto",
        roots: Roots::These(&["tokenmint_ath_check"]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: None,
        stack: None,
    },
    Row {
        name: "Authing signature, platform's crypto",
        roots: Roots::These(&[
            "tokenmint_authing_string_to_sign",
            "tokenmint_authing_authorization_of_mac",
        ]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: None,
        stack: None,
    },
    // Calls, messages and streams: RTC, RTM and ZEGO tokens minted, and those of
    // others checked.
    Row {
        name: "what a product links",
        roots: Roots::These(&[
            RTC_MINT,
            FIXED,
            "tokenmint_agora_rtm_build_token",
            "tokenmint_zego_generate_token04_gcm",
            "tokenmint_agora_parse",
            "tokenmint_agora_check",
            HMAC_SHA256,
            AES_GCM,
        ]),
        sha: Sha::Compact,
        panic_free: false,
        flash: None,
        measured: None,
        stack: None,
    },
    Row {
        name: "what a product links, platform's crypto",
        roots: Roots::These(&[
            RTC_MINT,
            FIXED,
            "tokenmint_agora_rtm_build_token",
            "tokenmint_zego_generate_token04_gcm",
            "tokenmint_agora_parse",
            "tokenmint_agora_check",
        ]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: None,
        stack: None,
    },
    Row {
        name: "all of Agora",
        roots: Roots::Set(&["tokenmint_agora_", "tokenmint_compress_"], &[LEGACY]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: None,
        stack: None,
    },
    Row {
        name: "all of ZEGO",
        roots: Roots::Set(&["tokenmint_zego_"], &[]),
        sha: Sha::Compact,
        panic_free: false,
        flash: None,
        measured: None,
        stack: None,
    },
    Row {
        name: "all of Authing, PKCE",
        roots: Roots::Set(&["tokenmint_authing_", "tokenmint_pkce_"], &[]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: None,
        stack: None,
    },
    Row {
        name: "all of ATH, PKCE",
        roots: Roots::Set(&[ATH_API, "tokenmint_pkce_"], &[]),
        sha: Sha::Compact,
        panic_free: false,
        flash: None,
        measured: None,
        stack: None,
    },
    Row {
        name: "everything but ATH",
        roots: Roots::Set(
            &["tokenmint_"],
            &[LEGACY, DEVICE, ATH_API, SHA256, ES256_VERIFY],
        ),
        sha: Sha::Compact,
        panic_free: false,
        flash: missing(64 * KIB, 83_600),
        measured: None,
        stack: None,
    },
    Row {
        name: "everything",
        roots: Roots::Set(&["tokenmint_"], &[LEGACY, DEVICE]),
        sha: Sha::Compact,
        panic_free: false,
        flash: missing(96 * KIB, 123_500),
        measured: None,
        stack: None,
    },
    Row {
        name: "everything that can, platform's crypto",
        roots: Roots::Set(&["tokenmint_"], ALWAYS_OWN),
        sha: Sha::Compact,
        panic_free: true,
        flash: within(70 * KIB),
        measured: None,
        stack: None,
    },
    Row {
        name: "everything, and legacy",
        roots: Roots::Set(&["tokenmint_"], &[DEVICE]),
        sha: Sha::Compact,
        panic_free: false,
        flash: None,
        measured: None,
        stack: None,
    },
];
