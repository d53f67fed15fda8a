//! Encodings that every format shares. No service's name appears here.
//!
//! | module | what it reads and writes |
//! |---|---|
//! | [`base64`] | RFC 4648, standard alphabet with padding and URL alphabet without |
//! | [`crc32`] | the IEEE/zlib checksum |
//! | [`decimal`] | unsigned numbers as text |
//! | [`hex`] | bytes as hexadecimal digits |
//! | [`http_date`] | the date of HTTP headers |
//! | [`packing`] | little-endian integers, length-prefixed strings and maps |
//! | [`percent`] | percent-encoding of URL parts and forms |
//! | [`zlib`] | RFC 1950/1951 from slice to slice |

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
pub mod hex;
pub mod http_date;
pub mod packing;
pub mod percent;
#[cfg(feature = "agora")]
pub mod zlib;
