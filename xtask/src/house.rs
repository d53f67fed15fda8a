//! The house as tables. Whoever adds a room, a service or a feature edits here.

/// A part of `src/` and the floor it is on.
pub(crate) struct Room {
    /// Module path below `crate`, with `/`: `client/convoai` is
    /// `src/client/convoai.rs` and everything in `src/client/convoai/`.
    pub(crate) path: &'static str,
    pub(crate) floor: u8,
    /// The service it belongs to; rooms of different services never meet.
    pub(crate) service: Option<&'static str>,
}

const fn room(path: &'static str, floor: u8) -> Room {
    Room {
        path,
        floor,
        service: None,
    }
}

const fn service(path: &'static str, floor: u8, service: &'static str) -> Room {
    Room {
        path,
        floor,
        service: Some(service),
    }
}

/// The service of a room that is about all of them.
pub(crate) const EVERY: &str = "every service";

/// Floor 5, outside `src/`: faces, the simulated world, proofs and chores. They
/// name what the library makes public.
pub(crate) const ABOVE: &[&str] = &[
    "benches/",
    "cli/",
    "examples/",
    "ffi/",
    "fuzz/",
    "sim/",
    "tests/",
    "web/",
    "xtask/",
];

pub(crate) const ROOMS: &[Room] = &[
    room("buffer", 0),
    room("error", 0),
    room("limits", 0),
    room("os", 0),
    room("output", 0),
    room("secret", 0),
    room("text_fault", 0),
    room("verdict", 0),
    room("crypto", 1),
    room("wire", 1),
    service("agora", 2, "agora"),
    service("zego", 2, "zego"),
    service("ath", 2, "ath"),
    service("authing", 2, "authing"),
    room("http", 3),
    service("convoai", 3, "agora"),
    service("device", 4, EVERY),
    service("doctor", 4, EVERY),
    room("client", 4),
    service("client/convoai", 4, "agora"),
    service("client/ath", 4, "ath"),
    service("client/authing", 4, "authing"),
];

/// Crates that are named in one place of `src/` only.
pub(crate) const CRATES: &[(&str, &str)] = &[
    ("aes", "crypto"),
    ("aes_gcm", "crypto"),
    ("cbc", "crypto"),
    ("hmac", "crypto"),
    ("md5", "crypto"),
    ("p256", "crypto"),
    ("ring", "crypto"),
    ("rsa", "crypto"),
    ("sha1", "crypto"),
    ("sha2", "crypto"),
    ("subtle", "crypto"),
    ("base64ct", "wire/base64"),
    ("crc", "wire/crc32"),
    ("getrandom", "os"),
    ("miniz_oxide", "wire/zlib"),
    ("tokio_tungstenite", "client/authing/events"),
    ("tungstenite", "client/authing/events"),
];

/// Where `unsafe` may stand, by the start of the path, and why.
pub(crate) const UNSAFE: &[(&str, &str)] = &[
    ("ffi/", "the C ABI"),
    ("fuzz/", "calls the C ABI, and zlib, which is C"),
    ("tests/bare/", "#[unsafe(no_mangle)] on what is linked"),
    (
        "examples/firmware/src/conversation/chips/",
        "registers of emulated chips",
    ),
    ("tests/constant-time/", "requests to valgrind"),
    ("tests/http/answers.rs", "calls zlib, which is C"),
    ("tests/memory.rs", "an allocator that counts"),
    ("tests/vector_cases/agora.rs", "calls zlib, which is C"),
    ("tests/zlib", "calls zlib, which is C"),
    (
        "web/src/exports.rs",
        "#[unsafe(no_mangle)] on what is exported",
    ),
];

/// What one image of the bare-target proof contains.
pub(crate) struct Image {
    pub(crate) name: &'static str,
    pub(crate) features: &'static [&'static str],
    /// No entry of the allow-list may excuse a panic.
    pub(crate) panic_free: bool,
}

const fn image(name: &'static str, features: &'static [&'static str], panic_free: bool) -> Image {
    Image {
        name,
        features,
        panic_free,
    }
}

pub(crate) const IMAGES: &[Image] = &[
    image("agora", &["agora"], true),
    image("device", &["device"], true),
    image("authing", &["authing"], true),
    image("zego", &["zego"], false),
    image("ath", &["ath"], false),
    image("all but ath", &["agora", "authing", "zego"], false),
    image(
        "all",
        &["agora", "authing", "zego", "ath", "device", "legacy"],
        false,
    ),
];

/// The bare targets: no atomics, the common case, another architecture.
pub(crate) const BARE_TARGETS: &[&str] = &[
    "thumbv6m-none-eabi",
    "thumbv7em-none-eabi",
    "riscv32imc-unknown-none-elf",
];

/// Features of the core, which build on a bare target in every combination.
pub(crate) const CORE_FEATURES: &[&str] = &[
    "agora",
    "zego",
    "ath",
    "authing",
    "legacy",
    "heapless09",
    "alloc",
    "device",
];

/// Combinations worth a build on the host each time.
pub(crate) const QUICK_FEATURES: &[&str] = &[
    "",
    "agora",
    "zego",
    "ath",
    "authing",
    "authing-json",
    "legacy",
    "alloc",
    "std",
    "agora,zego,ath,authing,legacy,heapless09",
    "alloc,agora,zego,ath,authing,legacy,heapless09",
    "device",
    "doctor",
    "ath,ring017",
    "ring017",
    "ath-client",
    "ath-client,ureq3,reqwest013",
];

/// What runs in a browser, and its target.
pub(crate) const BROWSER: (&str, &str) = ("doctor", "wasm32-unknown-unknown");

/// Files of test vectors, one a service.
pub(crate) const VECTORS: &[&str] = &["agora", "ath", "authing", "convoai", "situations", "zego"];
