//! ZEGO credentials: token04, its predecessor token03, and the signature of the
//! server API.
//!
//! | item | for |
//! |---|---|
//! | [`Token04`], [`Sealed04`], [`Claims04`] | minting, parsing and checking token04 |
//! | [`Token03`], [`Sealed03`], [`Claims03`] | minting, parsing and checking token03 |
//! | [`RoomPayload`], [`ParsedPayload`] | what a strict token allows |
//! | `generate_token04`, [`error_code`] | the function and the codes of the official libraries |
//! | [`server_api_signature`] | requests to the server API |
//!
//! Source of truth: the libraries of `zegoim/zego_server_assistant`, and for the
//! server API ZEGO's documentation.
//!
//! # Two revisions of token04
//!
//! | | CBC ([`Token04::mint`]) | GCM ([`Token04::mint_gcm`]) |
//! |---|---|---|
//! | found in | the default branches of `zegoim` and `ZEGOCLOUD` (October and November 2023) | a Go branch of October 2024, and published copies of the same revision for other languages |
//! | label there | mode 0, "deprecated" | mode 1, "recommended" |
//! | trailing mode byte | absent | 1 |
//!
//! Both start with `04`. Nothing public proves which services take the GCM
//! revision, so CBC is what `generate_token04` makes; ask ZEGO first before
//! using GCM.
//!
//! # What a token proves
//!
//! CBC encrypts but does not authenticate: flipping a bit of the initialization
//! vector flips that bit of the first 16 bytes of the JSON (the digits of the
//! app id) and nothing shows it. Parsing here gives one and the same
//! [`DecryptFailed`](crate::Error::DecryptFailed) for every fault inside, so
//! that it is no oracle, and [`Claims04::check`] compares the app id; still, an
//! opened CBC token is something to look into, not something to rely on. GCM
//! authenticates the JSON, but not the clear copy of the expiry, which is why
//! [`Sealed04::open`] compares the two.

mod entropy;
mod envelope;
mod inputs;
mod official;
mod payload;
mod report;
pub(crate) mod secret;
mod signature;
pub(crate) mod token03;
pub(crate) mod token04;

pub use entropy::{CbcEntropy, Entropy, GcmEntropy};
pub use envelope::{JSON_MAX, Mode, workspace_len};
pub use inputs::parse_app_id;
pub use official::*;
pub use payload::{Access, ParsedPayload, Privilege, Privileges, RoomPayload};
pub use report::{Expected, Report, Wanted};
pub use secret::ServerSecret;
pub use signature::{SIGNATURE_LEN, SIGNATURE_VERSION, server_api_signature};
pub use token03::{Claims03, Sealed03, Token03};
pub use token04::{Claims04, Sealed04, Token04};
