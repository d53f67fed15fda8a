//! The harnesses as a table: where each begins, and how far it goes.

use super::seeds::{Kind, Source};

pub(super) struct Harness {
    pub(super) name: &'static str,
    pub(super) seeds: &'static [Source],
    /// A file of `fuzz/dictionaries/`.
    pub(super) dictionary: Option<&'static str>,
    /// Bytes of the longest input.
    pub(super) max_len: usize,
}

const fn harness(
    name: &'static str,
    seeds: &'static [Source],
    dictionary: Option<&'static str>,
    max_len: usize,
) -> Harness {
    Harness {
        name,
        seeds,
        dictionary,
        max_len,
    }
}

use Kind::{Bytes, Inputs, Json, Streams, Texts};

pub(super) const HARNESSES: &[Harness] = &[
    harness("agora_006_mint", &[("agora", Inputs)], Some("agora"), 1_024),
    harness("agora_007_mint", &[("agora", Inputs)], Some("agora"), 2_048),
    harness(
        "agora_legacy_mint",
        &[("agora", Inputs)],
        Some("agora"),
        512,
    ),
    harness(
        "agora_parse",
        &[("agora", Texts), ("agora", Bytes)],
        Some("agora"),
        4_096,
    ),
    harness("ath_mint", &[("ath", Inputs)], Some("jws"), 1_024),
    harness("authing_sign", &[("authing", Inputs)], Some("http"), 2_048),
    harness(
        "c_abi",
        &[("agora", Inputs), ("zego", Inputs)],
        Some("agora"),
        4_096,
    ),
    harness(
        "codecs",
        &[("authing", Texts), ("zego", Texts)],
        Some("http"),
        512,
    ),
    harness(
        "device_answer",
        &[("device-requests", Json)],
        Some("http"),
        4_096,
    ),
    harness("doctor", &[("situations", Texts)], Some("agora"), 2_048),
    harness(
        "http_answer",
        &[("convoai", Json), ("convoai", Texts)],
        Some("json"),
        4_096,
    ),
    harness(
        "json_scan",
        &[("convoai", Json), ("zego", Texts)],
        Some("json"),
        2_048,
    ),
    harness("json_write", &[("convoai", Inputs)], Some("json"), 2_048),
    harness(
        "jws_parse",
        &[("ath", Texts), ("ath", Json)],
        Some("jws"),
        2_048,
    ),
    harness(
        "keys_parse",
        &[("ath", Texts), ("ath", Bytes), ("ath", Json)],
        Some("keys"),
        1_024,
    ),
    harness("verify_mutated", &[("agora", Inputs)], None, 256),
    harness("zego_mint", &[("zego", Inputs)], Some("json"), 1_024),
    harness(
        "zego_parse",
        &[("zego", Texts), ("zego", Json)],
        Some("json"),
        2_048,
    ),
    harness(
        "zlib_bound",
        &[("agora", Bytes), ("agora", Texts)],
        None,
        1_024,
    ),
    harness(
        "zlib_encode",
        &[("agora", Bytes), ("agora", Texts)],
        None,
        4_096,
    ),
    harness(
        "zlib_inflate",
        &[("agora", Streams), ("agora", Bytes)],
        Some("zlib"),
        4_096,
    ),
];
