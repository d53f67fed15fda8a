//! What is measured, and what it may cost.

use crate::archive::Sha;

/// A line of the table.
pub(super) struct Row {
    pub(super) name: &'static str,
    /// The functions that an image of it calls.
    pub(super) roots: Roots,
    /// What computes hashes, ciphers and signatures for them.
    pub(super) crypto: Crypto,
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

/// Whose code computes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Crypto {
    /// These functions of the library, which the macros of the parameter structs
    /// name; none where nothing is handed in.
    Own(&'static [&'static str]),
    /// The platform's, which is not counted.
    Platform,
}

impl Crypto {
    pub(super) fn roots(self) -> &'static [&'static str] {
        match self {
            Self::Own(names) => names,
            Self::Platform => &[],
        }
    }
}

pub(super) enum Roots {
    These(&'static [&'static str]),
    /// Of several services, as one firmware has them.
    Product(&'static [&'static str]),
    /// Functions with one of the first prefixes and none of the second.
    Set(&'static [&'static str], &'static [&'static str]),
}

impl Row {
    /// Measured with what is not the default on devices.
    pub(super) fn is_unusual(&self) -> bool {
        matches!(self.sha, Sha::Unrolled)
            || self.crypto == Crypto::Platform
            || self.measured.is_some_and(|it| it.compression != FIXED)
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

const RTC: &str = "agora/rtc2-uid-publisher";
const ATH: &str = "ath/python-order, register/authorize audience";
const RTC_UID: &str = "tokenmint_agora_rtc_build_token_with_uid";
const HMAC: &str = "tokenmint_hmac_sha256";
const CBC: &str = "tokenmint_aes256_cbc";
const GCM: &str = "tokenmint_aes256_gcm";
const SHA256: &str = "tokenmint_sha256";
const VERIFY: &str = "tokenmint_es256_verify";
const STORED: &str = "tokenmint_compress_stored";
const FIXED: &str = "tokenmint_compress_fixed";
const EXACT: &str = "tokenmint_compress_exact";

/// Not among the default features.
const LEGACY: &str = "tokenmint_agora_legacy_";
const ATH_API: &str = "tokenmint_ath_";

const DEVICE: &str = "tokenmint_device_";

/// A product with calls, messages and streams: RTC, RTM and ZEGO tokens minted, and
/// tokens of others checked.
const PRODUCT: &[&str] = &[
    RTC_UID,
    FIXED,
    "tokenmint_agora_rtm_build_token",
    "tokenmint_zego_generate_token04_gcm",
    "tokenmint_agora_parse",
    "tokenmint_agora_check",
];

const KIB: u64 = 1024;

/// What a row has unless it says otherwise.
const ROW: Row = Row {
    name: "",
    roots: Roots::These(&[]),
    crypto: Crypto::Own(&[]),
    sha: Sha::Compact,
    panic_free: true,
    flash: None,
    measured: None,
    stack: None,
};

pub(super) const ROWS: &[Row] = &[
    Row {
        name: "007 RTC token, stored",
        roots: Roots::These(&[RTC_UID, STORED]),
        crypto: Crypto::Own(&[HMAC]),
        flash: missing(6 * KIB, 6_230),
        measured: rtc(STORED),
        stack: within(3 * KIB / 2),
        ..ROW
    },
    Row {
        name: "007 RTC token, fixed",
        roots: Roots::These(&[RTC_UID, FIXED]),
        crypto: Crypto::Own(&[HMAC]),
        flash: missing(15 * KIB / 2, 7_890),
        measured: rtc(FIXED),
        stack: within(3 * KIB / 2),
        ..ROW
    },
    Row {
        name: "007 RTC token, exact",
        roots: Roots::These(&[RTC_UID, EXACT]),
        crypto: Crypto::Own(&[HMAC]),
        flash: within(23 * KIB / 2),
        measured: rtc(EXACT),
        ..ROW
    },
    Row {
        name: "007 RTC token, stored, HMAC of the platform",
        roots: Roots::These(&[RTC_UID, STORED]),
        crypto: Crypto::Platform,
        flash: missing(9 * KIB / 2, 4_660),
        ..ROW
    },
    Row {
        name: "007 RTC token, fixed, HMAC of the platform",
        roots: Roots::These(&[RTC_UID, FIXED]),
        crypto: Crypto::Platform,
        flash: missing(6 * KIB, 6_320),
        ..ROW
    },
    Row {
        name: "007 RTC token, exact, HMAC of the platform",
        roots: Roots::These(&[RTC_UID, EXACT]),
        crypto: Crypto::Platform,
        flash: within(10 * KIB),
        ..ROW
    },
    Row {
        name: "007 RTC token, fixed, unrolled SHA",
        roots: Roots::These(&[RTC_UID, FIXED]),
        crypto: Crypto::Own(&[HMAC]),
        sha: Sha::Unrolled,
        flash: within(15 * KIB),
        measured: rtc(FIXED),
        stack: missing(3 * KIB / 2, 1_830),
        ..ROW
    },
    Row {
        name: "007 read and check",
        roots: Roots::These(&["tokenmint_agora_parse", "tokenmint_agora_check"]),
        crypto: Crypto::Own(&[HMAC]),
        measured: measured(RTC, "check"),
        stack: within(5 * KIB / 2),
        ..ROW
    },
    Row {
        name: "006 RTC token",
        roots: Roots::These(&["tokenmint_agora_v006_rtc_build_token_with_uid"]),
        crypto: Crypto::Own(&[HMAC]),
        measured: measured("agora/v1-uid-publisher", "mint"),
        stack: within(3 * KIB / 2),
        ..ROW
    },
    Row {
        name: "ZEGO token04, CBC",
        roots: Roots::These(&["tokenmint_zego_generate_token04"]),
        crypto: Crypto::Own(&[CBC]),
        panic_free: false,
        flash: missing(15 * KIB / 2, 8_215),
        measured: measured("zego/pub-001", "mint"),
        stack: missing(3 * KIB / 2, 1_650),
        ..ROW
    },
    Row {
        name: "ZEGO token04, GCM",
        roots: Roots::These(&["tokenmint_zego_generate_token04_gcm"]),
        crypto: Crypto::Own(&[GCM]),
        panic_free: false,
        flash: missing(9 * KIB, 10_200),
        measured: measured("zego/pub-047", "mint"),
        stack: within(5 * KIB / 2),
        ..ROW
    },
    Row {
        name: "ZEGO token04, CBC of the platform",
        roots: Roots::These(&["tokenmint_zego_generate_token04"]),
        crypto: Crypto::Platform,
        flash: missing(48 * KIB / 10, 5_220),
        ..ROW
    },
    Row {
        name: "ZEGO token04, GCM of the platform",
        roots: Roots::These(&["tokenmint_zego_generate_token04_gcm"]),
        crypto: Crypto::Platform,
        flash: missing(5 * KIB, 5_170),
        ..ROW
    },
    Row {
        name: "Authing signature",
        roots: Roots::These(&["tokenmint_authing_authorization"]),
        measured: measured("authing/get-no-params", "mint"),
        stack: missing(3 * KIB / 2, 2_000),
        ..ROW
    },
    Row {
        name: "PKCE",
        roots: Roots::These(&["tokenmint_pkce_verifier", "tokenmint_pkce_challenge"]),
        ..ROW
    },
    Row {
        name: "ATH attestation (ES256 sign)",
        roots: Roots::These(&["tokenmint_ath_attest"]),
        panic_free: false,
        measured: measured(ATH, "mint"),
        stack: within(4 * KIB),
        ..ROW
    },
    Row {
        name: "ATH attestation by a secure element",
        roots: Roots::These(&["tokenmint_ath_attest_with_signer"]),
        crypto: Crypto::Own(&[SHA256]),
        flash: missing(7 * KIB, 7_890),
        ..ROW
    },
    Row {
        name: "ATH attestation by a secure element, SHA-256 of the platform",
        roots: Roots::These(&["tokenmint_ath_attest_with_signer"]),
        crypto: Crypto::Platform,
        flash: missing(6 * KIB, 6_890),
        ..ROW
    },
    Row {
        name: "ATH check (ES256 verify)",
        roots: Roots::These(&["tokenmint_ath_check"]),
        crypto: Crypto::Own(&[SHA256, VERIFY]),
        panic_free: false,
        measured: measured(ATH, "check"),
        stack: within(7 * KIB),
        ..ROW
    },
    Row {
        name: "what a product links",
        roots: Roots::Product(PRODUCT),
        crypto: Crypto::Own(&[HMAC, GCM]),
        panic_free: false,
        ..ROW
    },
    Row {
        name: "what a product links, crypto of the platform",
        roots: Roots::Product(PRODUCT),
        crypto: Crypto::Platform,
        ..ROW
    },
    Row {
        name: "all of Agora",
        roots: Roots::Set(&["tokenmint_agora_", "tokenmint_compress_"], &[LEGACY]),
        crypto: Crypto::Own(&[HMAC]),
        ..ROW
    },
    Row {
        name: "all of ZEGO",
        roots: Roots::Set(&["tokenmint_zego_"], &[]),
        crypto: Crypto::Own(&[CBC, GCM]),
        panic_free: false,
        ..ROW
    },
    Row {
        name: "all of Authing, PKCE",
        roots: Roots::Set(&["tokenmint_authing_", "tokenmint_pkce_"], &[]),
        ..ROW
    },
    Row {
        name: "all of ATH, PKCE",
        roots: Roots::Set(&[ATH_API, "tokenmint_pkce_"], &[]),
        crypto: Crypto::Own(&[SHA256, VERIFY]),
        panic_free: false,
        ..ROW
    },
    Row {
        name: "everything but ATH",
        roots: Roots::Set(&["tokenmint_"], &[LEGACY, DEVICE, ATH_API, SHA256, VERIFY]),
        panic_free: false,
        flash: missing(64 * KIB, 87_000),
        ..ROW
    },
    Row {
        name: "everything",
        roots: Roots::Set(&["tokenmint_"], &[LEGACY, DEVICE]),
        panic_free: false,
        flash: missing(96 * KIB, 128_000),
        ..ROW
    },
    Row {
        name: "everything, and legacy",
        roots: Roots::Set(&["tokenmint_"], &[DEVICE]),
        panic_free: false,
        ..ROW
    },
];
