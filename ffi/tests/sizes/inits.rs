//! The `_INIT` macros. That they name every member is checked by a C compiler
//! (`-Wmissing-field-initializers`).

use super::Init;

pub(crate) const INITS: &[Init] = &[
    (
        "tokenmint_agora_issuer",
        &[
            "NULL",
            "0",
            "NULL",
            "0",
            "TOKENMINT_COMPRESSION",
            "0",
            "0",
            "TOKENMINT_AGORA_LIMITS_DOCUMENTED",
            "0",
        ],
    ),
    (
        "tokenmint_agora_service",
        &[
            "NULL",
            "0",
            "NULL",
            "0",
            "NULL",
            "0",
            "NULL",
            "0",
            "0",
            "TOKENMINT_AGORA_USER_TEXT",
            "0",
            "-1",
            "0",
        ],
    ),
    (
        "tokenmint_agora_token",
        &["NULL", "0", "NULL", "0", "0", "0", "0", "0", "0", "0", "0"],
    ),
    (
        "tokenmint_agora_expected",
        &[
            "NULL",
            "0",
            "NULL",
            "0",
            "NULL",
            "0",
            "NULL",
            "0",
            "0",
            "TOKENMINT_AGORA_USER_TEXT",
            "0",
            "0",
            "0",
            "TOKENMINT_AGORA_WANT_JOIN",
            "0",
        ],
    ),
    (
        "tokenmint_agora_report",
        &["0", "0", "0", "0", "0", "0", "-1", "0"],
    ),
    (
        "tokenmint_agora_service_info",
        &["NULL", "0", "NULL", "0", "0", "0", "0", "-1", "0"],
    ),
    (
        "tokenmint_agora_peeked",
        &["NULL", "0", "NULL", "0", "NULL", "0", "0", "0", "0"],
    ),
    (
        "tokenmint_agora_warning",
        &["NULL", "0", "0", "0", "0", "0"],
    ),
    (
        "tokenmint_agora_v006_token",
        &["NULL", "0", "NULL", "0", "0", "0", "0", "0", "0"],
    ),
    (
        "tokenmint_zego_issuer",
        &[
            "NULL",
            "0",
            "NULL",
            "0",
            "0",
            "0",
            "0",
            "0",
            "TOKENMINT_ZEGO_LIMITS_STRICT",
        ],
    ),
    (
        "tokenmint_zego_claims",
        &[
            "NULL", "0", "NULL", "0", "NULL", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0",
        ],
    ),
    (
        "tokenmint_zego_expected",
        &["NULL", "0", "NULL", "0", "0", "0", "0", "0"],
    ),
    (
        "tokenmint_ath_attestation",
        &[
            "NULL",
            "0",
            "NULL",
            "0",
            "NULL",
            "0",
            "NULL",
            "0",
            "NULL",
            "0",
            "0",
            "0",
            "0",
            "TOKENMINT_ATH_AUDIENCE_EXACT",
            "TOKENMINT_ATH_HEADER_WITH_TYPE",
            "TOKENMINT_ATH_LIMITS_DOCUMENTED",
        ],
    ),
    (
        "tokenmint_ath_claims",
        &[
            "NULL", "0", "NULL", "0", "NULL", "0", "NULL", "0", "0", "0", "0",
        ],
    ),
    (
        "tokenmint_ath_expectation",
        &[
            "NULL",
            "0",
            "NULL",
            "0",
            "0",
            "0",
            "TOKENMINT_ATH_TOLERANCE",
            "TOKENMINT_ATH_AUDIENCE_EXACT",
        ],
    ),
    (
        "tokenmint_authing_request",
        &["NULL", "0", "NULL", "0", "NULL", "0", "NULL", "0"],
    ),
];
