//! Keys of the application, and an ID token signed with each: made with OpenSSL,
//! which has the private halves no more.
//!
//! ```text
//! {"iss": "https://app.authing.example/oidc", "aud": "64f0c0ffee0000000000a001",
//!  "sub": "user-1", "iat": 1700000000, "exp": 2015360000}
//! ```

use serde_json::{Value, json};

/// A key, and what it has signed.
pub(super) struct SigningKey {
    id: &'static str,
    modulus: &'static str,
    /// The ID token of the only user.
    pub(super) id_token: &'static str,
}

impl SigningKey {
    /// The key as a member of a key set.
    pub(super) fn jwk(&self) -> Value {
        json!({"kty": "RSA", "use": "sig", "alg": "RS256", "kid": self.id, "n": self.modulus, "e": "AQAB"})
    }
}

/// The key of hosted login, whose token has this nonce.
pub(super) const HOSTED: SigningKey = SigningKey {
    id: "sim-hosted",
    modulus: "\
         0O_BW4hQgRk-41g1NDQXL6P-eppNvcd9PltbaKA4InZF6pLuvp1MmKYKyi51lQs-\
         6jSSxL3LJcwpKM1eHJMT_h1xLZaKewUS4Upu9KTdLJBmSd3PTKyzaTexgMOAJdPXjFYQLUhRa29fBrDjkZGl\
         y9WeFz9S6BoJ0koI1Vs2o-992YtZdvzMbMw-nm4KhJEl0EuNifzOWiVDeZlV-dTafPhZZ36vWpbzozetpCkk\
         PEplHNAFJl5WAfI1uxcrXnyFHbHXvI37XYk3iUrZNodTjV2oyBdp36UJ4tw572YwoocRIwBBxTQkv_GyYmnb\
         lCFsXEIXXCxfxi9VYrWwJPYjQQ",
    id_token: "\
         eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InNpbS1ob3N0ZWQifQ.eyJpc3MiOiJodHRwczovL\
         2FwcC5hdXRoaW5nLmV4YW1wbGUvb2lkYyIsImF1ZCI6IjY0ZjBjMGZmZWUwMDAwMDAwMDAwYTAwMSIsInN1Y\
         iI6InVzZXItMSIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjoyMDE1MzYwMDAwLCJub25jZSI6InNpbS1ub25jZ\
         SJ9.bvA2xwxZfCtFEaQe2PCd_DnouEeGfC7mOJh6D67VSZB25VBayOBLx9VZeo_hK_Nd__Ucj_GfgFxkY2p8\
         SmmjdFe8iLdZWuSWRZufF3YHB4zfWQ83AZSFMXLGg3m9kxbCGmCngxuCQYxbB6sf2zJfEf9Ot5AsL8HhKXTw\
         AVIO-NIgTPPLPBy80jiqyoNlS0bwTAk5A76QArO1IGHxQdBnG1mQqf7z6u6bkm8g8-\
         HDUu1M8WHlrs_T5Eyabc9v-0mBfn_hmyVI-1ucfSEyFWaTU6TeLsE2fWb0j-\
         lfvTr9nTsgCZOkm31__s81MvdZO7dH2lKvGTQrdfPjn8Jqwh3ypA",
};
/// The nonce in it: tokens cannot be signed here.
#[cfg(feature = "journeys")]
pub(super) const HOSTED_NONCE: &str = "sim-nonce";

/// Before and after the keys were rotated.
pub(super) const KEYS: [SigningKey; 2] = [
    SigningKey {
        id: "sim-1",
        modulus: "\
         viBpGwX_YT-cM8R2-EXVMJwf2zr6rWnwDHl8nEbgg6Gk39wzIHRiPX5F_fv_TalpBlAZ38SSU-14egkAO8n8\
         ntdIaDu_BTidrGVRnvoDHFpjAPjqf3qlNnLdVcmPCEA5oBYsPfiMdRUCrxJainP_xFYRdxnUEfE7vxkmiFMT\
         A4sYCkfTfgjyGJ-xBG-U2q1X0CuvbYGBr-9I1RWNtRwWazvtXhRVBhfdV8GSPeu2_aVuUR5Iy7X5lRO8ig49\
         YCncKWjJK4R1px3UQn6YyWEpxQ7wwHebcGPwS8jAuLbUZj-yO2B9p1wKJzbwaOKRIaQHBfFs2lR5SrVoZDW4\
         Ae5WhQ",
        id_token: "\
         eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InNpbS0xIn0.eyJpc3MiOiJodHRwczovL2FwcC5h\
         dXRoaW5nLmV4YW1wbGUvb2lkYyIsImF1ZCI6IjY0ZjBjMGZmZWUwMDAwMDAwMDAwYTAwMSIsInN1YiI6InVz\
         ZXItMSIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjoyMDE1MzYwMDAwfQ.VHCoZYEq0Yz-_RGnS2BZSwTAwFgp0\
         QgWWkRKI3kpUdgjs-dHjLyCOh8MLjd_w2lotbbdU8LrvyMRqyCqWfWct51Fkc5PMx1NBNjck8twP9WnbHS_L\
         IzCl8fhR8ZMLxpMHnRT7RpWNepHD1prGhPDXtn-A1cZrlbICKvKBWTs_kCiYznUQwcdXwDRWa5C6DyjgKsXg\
         yFPKb8BeI0xW8dV5x8PKfZ2JYGBEX0cz8_kzrWjbA2LlwfjNXVh60U1tB9GO6dlTxrwkI9n4u3DYxD2yGHQv\
         gk_lM_OyUULW0oogW5IF6J0xE_4JcU2bBDTq0_jRtnOlUFI-wLRelITgnngCA",
    },
    SigningKey {
        id: "sim-2",
        modulus: "\
         x3jX_HjabPNKiOqlaSne9RKmKFjuu_Wvf6T4lmzIK9PhWGlK5_Bd_EuTQCUY6oMV6jOq5YCsh8W14cqGk2G8\
         1x69gZmAnfE2LQbqLM61CfcLQJRu3dG4KG9D9NSfXnjBJZMvx6P86QJI77duacFG0gOPiuX2ufDVWp2hGkBx\
         FPdCE9iddVGfgLWPYJkVoQDwWopiAHkO66FPieixvzefKWLmIWb3bRBLpDOw66iGKFdah8Kuy588XvTSxAwk\
         c08Blmv0xd-xvKgqaFhlsm0oVIFyEvVNmoo9Ly2IVtvafKAkQYOd-J1NA6pGx1bNPgorZDp8VxjIgh8KWEVy\
         R8IzXw",
        id_token: "\
         eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InNpbS0yIn0.eyJpc3MiOiJodHRwczovL2FwcC5h\
         dXRoaW5nLmV4YW1wbGUvb2lkYyIsImF1ZCI6IjY0ZjBjMGZmZWUwMDAwMDAwMDAwYTAwMSIsInN1YiI6InVz\
         ZXItMSIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjoyMDE1MzYwMDAwfQ.s-9WHK4t15wMJDQ4Pn4obpjxxaxBl\
         8HpZkVzp2ZDzIPrTMmBsIyL3-lL0Sp09DJXKb8k6mpZlSREVCXdAzMydrBtFpWKPNB4AO9pBFMn4--SDps9I\
         avODO01agHiwoGbpfHRqRlIzRjQZ1xPjO5IEmF-mRLLYMNpHEOWUqXvbB62vRFr69XJJTf1-Pz2wyY5sEQSQ\
         TZgA04BgMjoKEyRNS-sl06Gv4y55BvZrIe1R9vjFtCU_VnHKAFDsK7Z129XpL-XvuqiJjFgfbC2htE47PHq3\
         ozZM0pjUEwTgR_8L8j478UoQhGvuYv8Z4PjLQh6iyB-p4S8ZEWUodjvHPiwhQ",
    },
];
