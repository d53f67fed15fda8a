//! Keys as JSON Web Keys (RFC 7517; RFC 7518, section 6.2).
//!
//! ```text
//! {"kty":"EC","crv":"P-256","x":b64url(x),"y":b64url(y)[,"d":b64url(d)]}
//! ```
//!
//! Members come in any order. `use` and `key_ops` are heeded where they are
//! there, and unknown ones are ignored.

use super::{PublicKey, SCALAR_LEN, SigningKey};
use crate::Error;
use crate::buffer::{Writer, ascii};
use crate::crypto::sha256::sha256;
use crate::output::Output;
use crate::secret::Secret;
use crate::wire::base64;
use crate::wire::json::{self, Object, Value};

/// Characters of a coordinate, a scalar or a hash.
const NUMBER_LEN: usize = base64::url_encoded_len(SCALAR_LEN);

impl PublicKey {
    /// Characters that [`PublicKey::write_jwk`] writes.
    pub const JWK_LEN: usize = r#"{"kty":"EC","crv":"P-256","x":"","y":""}"#
        .len()
        .saturating_add(NUMBER_LEN)
        .saturating_add(NUMBER_LEN);

    /// The key in a public JWK.
    ///
    /// # Errors
    ///
    /// [`Error::BadJson`]; [`Error::UnsupportedAlgorithm`] when `kty`, `crv` or
    /// `alg` name another kind of key, or `use` or `key_ops` another purpose;
    /// [`Error::BadMember`] when `x` or `y` is missing or not 32 octets, and
    /// for a private member `d`, which has no place where others read;
    /// [`Error::BadKey`] when the point is not on the curve.
    pub fn from_jwk(json: impl AsRef<[u8]>) -> Result<Self, Error> {
        let fields = Fields::read(json.as_ref(), "verify")?;
        if fields.d.is_some() {
            return Err(Error::BadMember { name: "d" });
        }
        fields.public_key()
    }

    /// The key as public JWK, members in the order `kty`, `crv`, `x`, `y`.
    ///
    /// ```
    /// use tokenmint::ath::{PublicKey, SigningKey};
    ///
    /// let key = SigningKey::from_bytes(&[7; 32])?.public_key();
    /// let jwk = key.write_jwk(&mut [0; PublicKey::JWK_LEN])?.len();
    /// assert_eq!(jwk, PublicKey::JWK_LEN);
    /// # Ok::<(), tokenmint::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] below [`PublicKey::JWK_LEN`].
    pub fn write_jwk<O: Output>(&self, out: O) -> Result<O::Text, Error> {
        out.write_text(Self::JWK_LEN, |buffer| {
            let mut writer = Writer::new(buffer);
            json::object(&mut writer, |jwk| self.put_jwk(jwk));
            writer.finish().map(|jwk| jwk.len())
        })
    }

    /// Adds the members of the JWK to an object.
    pub fn put_jwk(&self, jwk: &mut Object<'_, '_>) {
        let (x, y) = self.coordinates();
        jwk.string("kty", "EC");
        jwk.string("crv", "P-256");
        jwk.string("x", Number::new(&x).as_str());
        jwk.string("y", Number::new(&y).as_str());
    }

    /// The thumbprint of the JWK (RFC 7638) with SHA-256, as base64url.
    #[must_use]
    pub fn thumbprint(&self) -> Thumbprint {
        let (x, y) = self.coordinates();
        let hash = sha256(&[
            br#"{"crv":"P-256","kty":"EC","x":""#,
            Number::new(&x).as_str().as_bytes(),
            br#"","y":""#,
            Number::new(&y).as_str().as_bytes(),
            br#""}"#,
        ]);
        Thumbprint(Number::new(&hash))
    }
}

impl SigningKey {
    /// The key in a private JWK; `x` and `y` must be there and belong to `d`.
    ///
    /// # Errors
    ///
    /// As [`PublicKey::from_jwk`], but `d` must be there and 32 octets;
    /// [`Error::BadKey`] also when the scalar is out of range or not that of
    /// the public key.
    pub fn from_jwk(json: impl AsRef<[u8]>) -> Result<Self, Error> {
        let fields = Fields::read(json.as_ref(), "sign")?;
        let d = number(fields.d, "d")?;
        let key = Self::from_bytes(d.expose())?;
        if key.public_key() == fields.public_key()? {
            Ok(key)
        } else {
            Err(Error::BadKey)
        }
    }
}

/// The name that a public key gives itself: 43 characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thumbprint(Number);

impl Thumbprint {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl core::fmt::Display for Thumbprint {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// 32 octets as base64url.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Number([u8; NUMBER_LEN]);

impl Number {
    fn new(octets: &[u8; SCALAR_LEN]) -> Self {
        let mut text = [0; NUMBER_LEN];
        // It fits: this is where the length comes from.
        let written = base64::encode_url(octets, &mut text);
        debug_assert!(written.is_ok(), "the text is long enough");
        Self(text)
    }

    fn as_str(&self) -> &str {
        // Only ASCII was written.
        ascii(&self.0)
    }
}

/// What a JWK on P-256 has, not yet decoded.
struct Fields<'a> {
    x: Option<Value<'a>>,
    y: Option<Value<'a>>,
    d: Option<Value<'a>>,
}

impl<'a> Fields<'a> {
    /// Reads a key for this operation.
    fn read(json: &'a [u8], operation: &str) -> Result<Self, Error> {
        let names = &["kty", "crv", "alg", "use", "key_ops", "x", "y", "d"];
        let [kty, crv, alg, purpose, operations, x, y, d] = json::members(json, names)?;
        let is = |value: Option<Value<'_>>, text| {
            value
                .and_then(|value| value.as_text())
                .is_some_and(|value| value.eq_str(text))
        };
        if !is(kty, "EC") || !is(crv, "P-256") || (alg.is_some() && !is(alg, "ES256")) {
            return Err(Error::UnsupportedAlgorithm);
        }
        let may = match operations {
            None => true,
            Some(Value::Array(list)) => {
                json::elements(list.as_bytes())?.any(|element| is(element.ok(), operation))
            }
            Some(_) => false,
        };
        if !may || (purpose.is_some() && !is(purpose, "sig")) {
            return Err(Error::UnsupportedAlgorithm);
        }
        Ok(Self { x, y, d })
    }

    fn public_key(&self) -> Result<PublicKey, Error> {
        let (x, y) = (number(self.x, "x")?, number(self.y, "y")?);
        PublicKey::from_coordinates(x.expose(), y.expose())
    }
}

/// The 32 octets of a member.
fn number(value: Option<Value<'_>>, name: &'static str) -> Result<Secret<SCALAR_LEN>, Error> {
    let bad = Error::BadMember { name };
    let text = value.and_then(|value| value.as_text()).ok_or(bad)?;
    let mut characters = Secret::new([0; NUMBER_LEN]);
    let characters = text
        .unescape_into(characters.expose_mut())
        .map_err(|_| bad)?;
    let mut octets = Secret::new([0; base64::decoded_capacity(NUMBER_LEN)]);
    let octets =
        base64::decode_url(characters.as_bytes(), 0, octets.expose_mut()).map_err(|_| bad)?;
    let octets = (&*octets).try_into().map_err(|_| bad)?;
    Ok(Secret::new(octets))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 7515, appendix A.3.
    const X: &str = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
    const Y: &str = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
    const PRIVATE: &str = concat!(
        r#"{"kty":"EC","crv":"P-256","#,
        r#""x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","#,
        r#""y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","#,
        r#""d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}"#,
    );

    #[test]
    #[cfg_attr(miri, ignore = "half a minute for every use of the curve")]
    fn rfc_7515_key() {
        let key = SigningKey::from_jwk(PRIVATE).unwrap();
        let private = Error::BadMember { name: "d" };
        assert_eq!(PublicKey::from_jwk(PRIVATE), Err(private));
        let mut buffer = [0; PublicKey::JWK_LEN];
        let jwk = key.public_key().write_jwk(&mut buffer).unwrap();
        let (public, _) = PRIVATE.split_once(r#","d""#).unwrap();
        assert_eq!(jwk.strip_suffix('}'), Some(public));
    }

    #[test]
    #[cfg_attr(miri, ignore = "half a minute for every use of the curve")]
    fn members_in_any_order_with_others() {
        let mut buffer = [0; 400];
        let mut out = Writer::new(&mut buffer);
        json::object(&mut out, |jwk| {
            jwk.string("y", Y);
            jwk.string("use", "sig");
            jwk.array("key_ops", |ops| ops.string("verify"));
            jwk.string("alg", "ES256");
            jwk.string("x", X);
            jwk.string("kid", "k");
            jwk.string("crv", "P-256");
            jwk.string("kty", "EC");
        });
        let jwk = out.finish_str().unwrap();
        let key = SigningKey::from_jwk(PRIVATE).unwrap().public_key();
        assert_eq!(PublicKey::from_jwk(jwk), Ok(key));
        assert_eq!(
            SigningKey::from_jwk(jwk).unwrap_err(),
            Error::UnsupportedAlgorithm,
            "its operations are others"
        );
    }

    #[test]
    #[cfg_attr(miri, ignore = "half a minute for every use of the curve")]
    fn other_keys_are_refused() {
        for (from, to, error) in [
            ("EC", "RSA", Error::UnsupportedAlgorithm),
            ("P-256", "P-384", Error::UnsupportedAlgorithm),
            (
                "\"kty\"",
                "\"alg\":\"ECDH-ES\",\"kty\"",
                Error::UnsupportedAlgorithm,
            ),
            (
                "\"kty\"",
                "\"use\":\"enc\",\"kty\"",
                Error::UnsupportedAlgorithm,
            ),
            (
                "\"kty\"",
                "\"key_ops\":[\"deriveKey\",\"verify\"],\"kty\"",
                Error::UnsupportedAlgorithm,
            ),
            (
                "\"kty\"",
                "\"key_ops\":\"sign\",\"kty\"",
                Error::UnsupportedAlgorithm,
            ),
            ("f83O", "f83P", Error::BadKey),
            ("f83O", "f83", Error::BadMember { name: "x" }),
            ("f83O", "f83OA", Error::BadMember { name: "x" }),
            ("x_FE", "x/FE", Error::BadMember { name: "y" }),
            ("5a0", "5a1", Error::BadMember { name: "y" }),
            ("jpsQ", "jpsR", Error::BadKey),
            ("\"d\":", "\"d\":1,\"e\":", Error::BadMember { name: "d" }),
            ("\"d\"", "\"x\":1,\"d\"", Error::BadJson { at: 125 }),
        ] {
            let mut buffer = [0; 400];
            let mut out = Writer::new(&mut buffer);
            let (before, after) = PRIVATE.split_once(from).unwrap();
            out.put_str(before);
            out.put_str(to);
            out.put_str(after);
            let jwk = out.finish_str().unwrap();
            assert_eq!(SigningKey::from_jwk(jwk).unwrap_err(), error, "{from} {to}");
        }
    }
}
