//! RS256 (RSASSA-PKCS1-v1_5 with SHA-256, RFC 7518 section 3.3): checking
//! alone, with `ring`.
//!
//! `ring` takes moduli of 2048 to 8192 bits and odd exponents from 3 to 33
//! bits; nothing in here can panic, and there is no provider to choose.

use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};

use crate::Error;

/// The fewest bits of a modulus.
pub const MODULUS_MIN_BITS: usize = 2048;
/// The most bits of a modulus.
pub const MODULUS_MAX_BITS: usize = 8192;

/// Checks the signature of `message` by the key with this modulus and exponent,
/// both big-endian without leading zeros.
///
/// # Errors
///
/// [`Error::BadSignature`], also for a key that is not taken.
pub fn verify(
    modulus: &[u8],
    exponent: &[u8],
    message: &[u8],
    signature: &[u8],
) -> Result<(), Error> {
    let key = RsaPublicKeyComponents {
        n: modulus,
        e: exponent,
    };
    key.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
        .map_err(|_| Error::BadSignature)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::base64;

    /// RFC 7515, appendix A.2.
    const N: &str = concat!(
        "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddx",
        "HmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMs",
        "D1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSH",
        "SXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdV",
        "MTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8",
        "NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ",
    );
    const MESSAGE: &str = concat!(
        "eyJhbGciOiJSUzI1NiJ9.",
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt",
        "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ",
    );
    const SIGNATURE: &str = concat!(
        "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7",
        "AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4",
        "BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K",
        "0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqv",
        "hJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrB",
        "p0igcN_IoypGlUPQGe77Rw",
    );

    fn octets(text: &str) -> std::vec::Vec<u8> {
        let mut out = std::vec![0; base64::decoded_capacity(text.len())];
        base64::decode_url(text.as_bytes(), 0, &mut out)
            .unwrap()
            .to_vec()
    }

    #[test]
    fn rfc_7515_answer() {
        let (n, e, signature) = (octets(N), octets("AQAB"), octets(SIGNATURE));
        assert_eq!(verify(&n, &e, MESSAGE.as_bytes(), &signature), Ok(()));

        let refused = Err(Error::BadSignature);
        assert_eq!(verify(&n, &e, b"another", &signature), refused);
        for at in [0, 100, signature.len() - 1] {
            let mut altered = signature.clone();
            altered[at] ^= 1;
            assert_eq!(verify(&n, &e, MESSAGE.as_bytes(), &altered), refused);
        }
        assert_eq!(verify(&n, &e, MESSAGE.as_bytes(), &signature[1..]), refused);
        assert_eq!(verify(&n, &e, MESSAGE.as_bytes(), &[]), refused);
    }

    #[test]
    fn keys_of_other_kinds_are_refused_and_nothing_panics() {
        let (n, signature) = (octets(N), octets(SIGNATURE));
        for (n, e) in [
            (&n[..], &[][..]),
            (&n[..], &[1][..]),
            (&n[..], &[0, 1, 0, 1][..]),
            (&n[..], &[255; 9][..]),
            (&n[..128], &[1, 0, 1][..]),
            (&[], &[1, 0, 1]),
            (&[0], &[3]),
            (&[255; 1025], &[1, 0, 1]),
        ] {
            let result = verify(n, e, MESSAGE.as_bytes(), &signature);
            assert_eq!(result, Err(Error::BadSignature), "{} {e:?}", n.len());
        }
    }
}
