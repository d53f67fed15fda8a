//! Proof Key for Code Exchange (RFC 7636), method `S256`.
//!
//! | text | form |
//! |---|---|
//! | verifier | 43 to 128 characters of `A-Z a-z 0-9 - . _ ~`, secret |
//! | challenge | base64url(SHA-256(verifier)) without padding, 43 characters |
//!
//! Whoever starts the authorization makes a verifier, sends the challenge with
//! the authorization request and the verifier with the token request. Method
//! `plain` is not made and not accepted.
//! Source of truth: <https://www.rfc-editor.org/rfc/rfc7636>.
//!
//! ```
//! use tokenmint::pkce::Verifier;
//!
//! let random = [7; 32]; // from a cryptographic random source
//! let verifier = Verifier::from_random(&random);
//! assert_eq!(verifier.expose().len(), 43);
//! assert!(verifier.matches(verifier.challenge().as_str()));
//! ```

use core::fmt;

use crate::buffer::{Writer, ascii};
use crate::crypto::{compare, sha256};
#[cfg(feature = "std")]
use crate::os;
use crate::secret::Secret;
use crate::wire::base64;
use crate::{Error, Field};

/// The value of `code_challenge_method`.
pub const METHOD: &str = "S256";
/// The fewest characters of a verifier.
pub const MIN_LEN: usize = 43;
/// The most characters of a verifier.
pub const MAX_LEN: usize = 128;
/// Characters of a challenge.
pub const CHALLENGE_LEN: usize = base64::url_encoded_len(sha256::LEN);

/// Octets that give the shortest verifier.
const MIN_OCTETS: usize = 32;
/// Octets that give the longest verifier.
const MAX_OCTETS: usize = 96;

/// The secret behind a challenge: never printed, wiped when dropped.
#[derive(Clone)]
pub struct Verifier {
    text: Secret<MAX_LEN>,
    len: u8,
}

impl Verifier {
    /// A verifier that exists as text, for instance the one that a client
    /// sends.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`], [`Error::ValueOutOfRange`] below 43 characters,
    /// [`Error::StringTooLong`] above 128, [`Error::BadCharacter`] for anything
    /// but the unreserved characters.
    pub fn new(text: &str) -> Result<Self, Error> {
        let field = Field::Verifier;
        let len = text.len();
        if len == 0 {
            return Err(Error::Empty { field });
        }
        if len > MAX_LEN {
            return Err(Error::StringTooLong {
                field,
                len,
                max: MAX_LEN,
            });
        }
        if let Some(at) = text.bytes().position(|c| !is_unreserved(c)) {
            return Err(Error::BadCharacter { field, at });
        }
        if len < MIN_LEN {
            return Err(too_short());
        }
        Ok(Self::from_checked(text.as_bytes()))
    }

    /// The verifier that 32 random octets give: 43 characters.
    ///
    /// The octets must come from a cryptographic random source and be used
    /// once.
    #[must_use]
    pub fn from_random(octets: &[u8; MIN_OCTETS]) -> Self {
        Self::encoded(octets)
    }

    /// The verifier that 32 to 96 random octets give: 43 to 128 characters.
    ///
    /// # Errors
    ///
    /// [`Error::ValueOutOfRange`] for fewer octets,
    /// [`Error::StringTooLong`] for more.
    pub fn from_octets(octets: &[u8]) -> Result<Self, Error> {
        if octets.len() < MIN_OCTETS {
            return Err(too_short());
        }
        if octets.len() > MAX_OCTETS {
            return Err(Error::StringTooLong {
                field: Field::Verifier,
                len: base64::url_encoded_len(octets.len()),
                max: MAX_LEN,
            });
        }
        Ok(Self::encoded(octets))
    }

    /// A verifier from the randomness of the operating system.
    ///
    /// # Errors
    ///
    /// [`Error::NoRandomness`] when it has none to give.
    #[cfg(feature = "std")]
    pub fn from_os() -> Result<Self, Error> {
        os::secret().map(|octets| Self::from_random(octets.expose()))
    }

    /// The text, for the token request.
    #[must_use]
    pub fn expose(&self) -> &str {
        // Only ASCII was written.
        ascii(self.expose_bytes())
    }

    /// The text as bytes, without a look at it.
    #[must_use]
    pub fn expose_bytes(&self) -> &[u8] {
        let text = self.text.expose();
        text.get(..usize::from(self.len)).unwrap_or(text)
    }

    /// The challenge, for the authorization request.
    #[must_use]
    pub fn challenge(&self) -> Challenge {
        let hash = sha256::sha256(&[self.expose_bytes()]);
        let mut text = [0; CHALLENGE_LEN];
        // It fits: this is where the length comes from. Nobody asks whether it
        // is text: the answer would depend on the verifier.
        base64::put_url(&mut Writer::new(&mut text), &hash);
        Challenge(text)
    }

    /// Whether `challenge` is that of this verifier, in constant time.
    #[must_use]
    pub fn matches(&self, challenge: &str) -> bool {
        compare::equal(&self.challenge().0, challenge.as_bytes())
    }

    /// Of 32 to 96 octets.
    fn encoded(octets: &[u8]) -> Self {
        let mut text = Secret::new([0; MAX_LEN]);
        let mut out = Writer::new(text.expose_mut());
        base64::put_url(&mut out, octets);
        let len = out.len();
        Self::with_len(text, len)
    }

    fn from_checked(characters: &[u8]) -> Self {
        let mut text = Secret::new([0; MAX_LEN]);
        for (to, from) in text.expose_mut().iter_mut().zip(characters) {
            *to = *from;
        }
        Self::with_len(text, characters.len())
    }

    fn with_len(text: Secret<MAX_LEN>, len: usize) -> Self {
        // At most 128.
        #[allow(clippy::cast_possible_truncation)]
        let len = len as u8;
        Self { text, len }
    }
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Verifier(redacted)")
    }
}

/// What the authorization request carries; it is no secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Challenge([u8; CHALLENGE_LEN]);

impl Challenge {
    /// The value of `code_challenge` as bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; CHALLENGE_LEN] {
        &self.0
    }

    /// The value of `code_challenge`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only ASCII was written.
        ascii(&self.0)
    }
}

impl fmt::Display for Challenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

const fn too_short() -> Error {
    Error::ValueOutOfRange {
        field: Field::Verifier,
        min: MIN_LEN as u64,
        max: MAX_LEN as u64,
    }
}

const fn is_unreserved(c: u8) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, b'-' | b'.' | b'_' | b'~')
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;

    /// RFC 7636, appendix B.
    const OCTETS: [u8; 32] = [
        116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37,
        77, 105, 214, 191, 240, 91, 88, 5, 88, 83, 132, 141, 121,
    ];
    const TEXT: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    #[test]
    fn rfc_7636_answer() {
        let verifier = Verifier::from_random(&OCTETS);
        assert_eq!(verifier.expose(), TEXT);
        let challenge = verifier.challenge();
        assert_eq!(challenge.as_str(), CHALLENGE);
        assert_eq!(challenge.as_bytes(), CHALLENGE.as_bytes());
        assert_eq!(std::format!("{challenge}"), CHALLENGE);
        let verifier = Verifier::new(TEXT).unwrap();
        assert!(verifier.matches(CHALLENGE));
        for other in [
            "",
            TEXT,
            &CHALLENGE[1..],
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cm",
        ] {
            assert!(!verifier.matches(other), "{other}");
        }
    }

    #[test]
    fn lengths_and_characters_are_checked() {
        let field = Field::Verifier;
        let text = [b'a'; 129];
        let of = |len| core::str::from_utf8(&text[..len]).unwrap();
        assert_eq!(Verifier::new("").unwrap_err(), Error::Empty { field });
        assert_eq!(Verifier::new(of(42)).unwrap_err(), too_short());
        assert_eq!(Verifier::new(of(43)).unwrap().expose(), of(43));
        assert_eq!(Verifier::new(of(128)).unwrap().expose(), of(128));
        assert_eq!(
            Verifier::new(of(129)).unwrap_err(),
            Error::StringTooLong {
                field,
                len: 129,
                max: 128
            }
        );
        for foreign in 0..=127_u8 {
            let mut text = [b'b'; 50];
            text[49] = foreign;
            let text = core::str::from_utf8(&text).unwrap();
            let allowed = foreign.is_ascii_alphanumeric() || b"-._~".contains(&foreign);
            let expected = if allowed {
                None
            } else {
                Some(Error::BadCharacter { field, at: 49 })
            };
            assert_eq!(Verifier::new(text).err(), expected, "{foreign}");
        }
    }

    #[test]
    fn octets_give_43_to_128_characters() {
        let octets = [0x5a; 97];
        assert_eq!(
            Verifier::from_octets(&octets[..31]).unwrap_err(),
            too_short()
        );
        assert_eq!(
            Verifier::from_octets(&octets[..32]).unwrap().expose().len(),
            43
        );
        assert_eq!(
            Verifier::from_octets(&octets[..96]).unwrap().expose().len(),
            128
        );
        assert!(matches!(
            Verifier::from_octets(&octets),
            Err(Error::StringTooLong { max: 128, .. })
        ));
    }

    #[cfg(feature = "std")]
    #[test]
    fn generated_ones_differ_and_are_not_printed() {
        let (one, other) = (Verifier::from_os().unwrap(), Verifier::from_os().unwrap());
        assert_ne!(one.expose(), other.expose());
        assert!(Verifier::new(one.expose()).is_ok());
        assert_eq!(std::format!("{one:?}"), "Verifier(redacted)");
    }
}
