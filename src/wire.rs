//! Encodings that every format shares. No service's name appears here.
//!
//! | module | what it reads and writes |
//! |---|---|
//! | `base64` | RFC 4648, standard alphabet with padding and URL alphabet without |
//! | `crc32` | the IEEE/zlib checksum |
//! | `decimal` | unsigned numbers as text |
//! | `der` | tags and lengths of X.690, for keys |
//! | `fingerprint` | numbers that tell names apart |
//! | `hex` | bytes as hexadecimal digits |
//! | `http_date` | the date of HTTP headers |
//! | `json` | RFC 8259: a compact writer, a total scanner, one for what comes byte by byte |
//! | `jws` | signed JSON, RFC 7515; made with ES256 |
//! | `packing` | little-endian integers, length-prefixed strings and maps |
//! | `pem` | keys as text, RFC 7468 |
//! | `percent` | percent-encoding of URL parts and forms |
//! | `pkce` | proof keys of authorization codes, RFC 7636 |
//! | `zlib` | RFC 1950/1951 from slice to slice |

#[cfg(any(
    feature = "agora",
    feature = "zego",
    feature = "ath",
    feature = "authing",
    feature = "http"
))]
pub mod base64;
#[cfg(feature = "agora")]
pub mod crc32;
pub mod decimal;
#[cfg(feature = "ath")]
pub mod der;
#[cfg(feature = "device")]
pub mod fingerprint;
pub mod hex;
pub mod http_date;
#[cfg(any(feature = "zego", feature = "ath", feature = "device"))]
pub mod json;
#[cfg(any(feature = "ath", feature = "authing-authentication"))]
pub mod jws;
pub mod packing;
#[cfg(feature = "ath")]
pub mod pem;
pub mod percent;
#[cfg(any(feature = "ath", feature = "authing"))]
pub mod pkce;
#[cfg(feature = "agora")]
pub mod zlib;
