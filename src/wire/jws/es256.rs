//! A JWS with ES256 (RFC 7518, section 3.4): the signature is `r ‖ s`.

use super::Jws;
use crate::Error;
use crate::buffer::Writer;
use crate::crypto::es256::{Es256Signer, PublicKey, SIGNATURE_LEN, is_signature};
use crate::crypto::platform::{self, Crypto};
use crate::output::Output;
use crate::wire::base64;
use crate::wire::json::{self, Object};

/// Characters of an ES256 signature.
pub const SIGNATURE_TEXT_LEN: usize = base64::url_encoded_len(SIGNATURE_LEN);

/// Characters of a JWS over JSON texts of these lengths in bytes.
#[must_use]
pub const fn encoded_len(header_len: usize, claims_len: usize) -> usize {
    base64::url_encoded_len(header_len)
        .saturating_add(base64::url_encoded_len(claims_len))
        .saturating_add(SIGNATURE_TEXT_LEN)
        .saturating_add(2)
}

/// Characters of the JWS that [`sign`] makes of the same header and claims.
pub fn signed_len(
    header: impl Fn(&mut Object<'_, '_>),
    claims: impl Fn(&mut Object<'_, '_>),
) -> usize {
    encoded_len(object_len(&header), object_len(&claims))
}

/// Writes and signs a JWS; `header` and `claims` add the members of the two
/// objects, the same ones at every call.
///
/// The text is the only workspace: nothing but it has to fit.
///
/// # Errors
///
/// [`Error::BufferTooSmall`] with the exact length, before the signer is
/// called; what the signer reports; [`Error::SignerFailed`] when it gives what
/// no signature can be, such as zeros; [`Error::CryptoFailed`] when `crypto` cannot
/// hash.
pub fn sign<O: Output>(
    header: impl Fn(&mut Object<'_, '_>),
    claims: impl Fn(&mut Object<'_, '_>),
    crypto: &mut impl Crypto,
    signer: &mut (impl Es256Signer + ?Sized),
    out: O,
) -> Result<O::Text, Error> {
    let needed = signed_len(&header, &claims);
    out.write_text(needed, |text| {
        let too_small = Error::BufferTooSmall { needed };
        let header_len = put_part(text, &header)?;
        let rest = text.get_mut(header_len..).ok_or(too_small)?;
        let (dot, rest) = rest.split_first_mut().ok_or(too_small)?;
        *dot = b'.';
        let claims_len = put_part(rest, &claims)?;
        let signed_len = header_len.saturating_add(1).saturating_add(claims_len);
        let (signed, rest) = text.split_at_mut_checked(signed_len).ok_or(too_small)?;
        let (dot, rest) = rest.split_first_mut().ok_or(too_small)?;
        *dot = b'.';
        #[cfg(feature = "ring017")]
        if let Some(signature) = &signer.sign_message(signed) {
            return put_signature(signature, rest).map(|()| needed);
        }
        let digest = platform::hashed(crypto, signed)?;
        put_signature(&signer.sign_prehash(&digest), rest).map(|()| needed)
    })
}

/// Writes what a signer gave. It is not moved out of the result: a move may be a
/// copy.
#[inline]
fn put_signature(
    signature: &Result<[u8; SIGNATURE_LEN], Error>,
    out: &mut [u8],
) -> Result<(), Error> {
    match signature {
        Ok(signature) if !is_signature(signature) => Err(Error::SignerFailed),
        Ok(signature) => {
            let mut writer = Writer::new(out);
            base64::put_url(&mut writer, signature);
            writer.finish().map(|_| ())
        }
        Err(error) => Err(*error),
    }
}

/// What writes the members of an object.
type Fill<'f> = dyn Fn(&mut Object<'_, '_>) + 'f;

/// Writes an object to the front of `out`, encoded; gives the length of its text.
#[cfg_attr(target_os = "none", inline(never))] // A device has it once.
fn put_part(out: &mut [u8], fill: &Fill<'_>) -> Result<usize, Error> {
    let mut writer = Writer::new(out);
    json::object(&mut writer, fill);
    let len = writer.finish()?.len();
    base64::encode_url_in_place(out, len)
}

/// Bytes of an object, which is counted and not kept.
#[cfg_attr(target_os = "none", inline(never))]
fn object_len(fill: &Fill<'_>) -> usize {
    let mut writer = Writer::new(&mut []);
    json::object(&mut writer, fill);
    writer.len()
}

impl Jws<'_> {
    /// Checks the signature as ES256.
    ///
    /// # Errors
    ///
    /// [`Error::BadSignature`] when it does not match or does not have 64
    /// octets.
    pub fn verify_es256(&self, key: &PublicKey) -> Result<(), Error> {
        self.signed_es256(|signed, signature| key.verify(&[signed], signature))
    }

    /// [`Jws::verify_es256`] by `crypto`, with the key `point`.
    ///
    /// # Errors
    ///
    /// As [`Jws::verify_es256`], [`Error::BadKey`] and [`Error::CryptoFailed`].
    pub fn verify_es256_with(&self, crypto: &mut impl Crypto, point: &[u8]) -> Result<(), Error> {
        self.signed_es256(|signed, signature| {
            let digest = platform::hashed(crypto, signed)?;
            crypto.es256_verify(point, &digest, signature)
        })
    }

    fn signed_es256(
        &self,
        verify: impl FnOnce(&[u8], &[u8; SIGNATURE_LEN]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        // The decoder wants room for whole groups of four characters.
        let mut octets = [0; base64::decoded_capacity(SIGNATURE_TEXT_LEN)];
        if self.signature.len() != SIGNATURE_TEXT_LEN {
            return Err(Error::BadSignature);
        }
        let octets = base64::decode_url(self.signature.as_bytes(), 0, &mut octets)?;
        let signature = (&*octets).try_into().map_err(|_| Error::BadSignature)?;
        verify(self.signing_input.as_bytes(), signature)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::es256::SigningKey;
    use crate::crypto::platform::Software;

    /// RFC 7515, appendix A.3.
    const RFC_7515: &str = concat!(
        "eyJhbGciOiJFUzI1NiJ9",
        ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt",
        "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ",
        ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSA",
        "pmWQxfKTUJqPP3-Kg6NU1Q",
    );
    const D: [u8; 32] = [
        142, 155, 16, 158, 113, 144, 152, 191, 152, 4, 135, 223, 31, 93, 119, 233, 203, 41, 96,
        110, 190, 210, 38, 59, 95, 87, 194, 19, 223, 132, 244, 178,
    ];

    #[test]
    #[cfg_attr(miri, ignore = "half a minute for every use of the curve")]
    fn rfc_7515_answer() {
        let key = SigningKey::from_bytes(&D).unwrap().public_key();
        let jws = Jws::parse(RFC_7515, 1000).unwrap();
        assert_eq!(jws.verify_es256(&key), Ok(()));
        let mut workspace = [0; Jws::workspace_len(RFC_7515.len())];
        assert_eq!(jws.header(&mut workspace), Ok(&br#"{"alg":"ES256"}"#[..]));
        assert_eq!(
            jws.claims(&mut workspace),
            Ok(&b"{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}"[..])
        );
        assert_eq!(
            Jws::parse(RFC_7515, RFC_7515.len() - 1).unwrap_err(),
            Error::TooLarge {
                max: RFC_7515.len() - 1
            }
        );
    }

    #[test]
    #[cfg_attr(miri, ignore = "half a minute for every use of the curve")]
    fn what_is_signed_fits_exactly_and_verifies() {
        let mut key = SigningKey::from_bytes(&D).unwrap();
        let text = "0123456789012345678901234567890123456789012345678901234567890";
        for len in 0..=text.len() {
            let header = |object: &mut Object<'_, '_>| object.string("a", "ES256");
            let claims = |object: &mut Object<'_, '_>| object.string("b", &text[..len]);
            let needed = signed_len(header, claims);
            let mut out = [0; 300];
            assert_eq!(
                sign(
                    header,
                    claims,
                    &mut Software,
                    &mut key,
                    &mut out[..needed - 1]
                ),
                Err(Error::BufferTooSmall { needed })
            );
            let token = sign(header, claims, &mut Software, &mut key, &mut out[..needed]).unwrap();
            assert_eq!(token.len(), needed);
            let jws = Jws::parse(token, needed).unwrap();
            assert_eq!(jws.verify_es256(&key.public_key()), Ok(()));
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "half a minute for every use of the curve")]
    fn signatures_of_another_length_do_not_match() {
        let key = SigningKey::from_bytes(&D).unwrap().public_key();
        for text in ["e30.e30.", "e30.e30.AAAA"] {
            let jws = Jws::parse(text, 100).unwrap();
            assert_eq!(jws.verify_es256(&key), Err(Error::BadSignature), "{text}");
        }
    }
}
