//! Agent Trust Handshake: keys, attestations, proof keys.

use tokenmint::{Error, Limits};
use tokenmint::ath::{Attestation, Audience, Developer, Es256Signer, Expected, HeaderForm, Identity, ParsedAttestation, PublicKey, SigningKey, State, TokenId, self};

use crate::{Memory, part, part_mut, status, text};

/// A signer outside, as C hands it over: 0 is success.
type Callback = extern "C" fn(digest: &[u8; 32], signature: &mut [u8; 64]) -> i32;

/// What a caller brings to mint with.
#[repr(C)]
struct Inputs {
    agent: Memory,
    agent_len: usize,
    base: Memory,
    base_len: usize,
    key_id: Memory,
    key_id_len: usize,
    random: [u8; 24],
    issued_at: u64,
    lifetime: u32,
    flags: u8,
}

impl Inputs {
    fn is(&self, bit: u8) -> bool {
        self.flags & bit != 0
    }

    fn agent(&self) -> &str {
        text(&self.agent, self.agent_len)
    }

    fn audience(&self) -> Audience<'_> {
        let base = text(&self.base, self.base_len);
        if self.is(1) {
            Audience::of_token_endpoint(base)
        } else {
            Audience::of_base(base)
        }
    }

    fn mint(
        &self,
        signer: &mut dyn Es256Signer,
        out: &mut Memory,
        cap: usize,
    ) -> Result<usize, Error> {
        let id = TokenId::from_random(&self.random);
        let key_id = text(&self.key_id, self.key_id_len);
        let capabilities = [key_id];
        let mut attestation =
            Attestation::new(self.agent(), self.audience(), self.issued_at, id.as_str())
                .key_id(key_id)
                .lifetime(self.lifetime);
        if self.is(2) {
            attestation = attestation.header_form(HeaderForm::WithoutType);
        }
        if self.is(4) {
            attestation = attestation.limits(Limits::Wire);
        }
        if self.is(8) {
            attestation = attestation.capabilities(&capabilities);
        }
        let token = attestation.mint(signer, part_mut(out, cap))?;
        Ok(token.len())
    }
}

#[unsafe(no_mangle)]
extern "C" fn bare_ath_mint(key: &[u8; 32], inputs: &Inputs, out: &mut Memory, cap: usize) -> i32 {
    status(SigningKey::from_bytes(key).and_then(|mut key| inputs.mint(&mut key, out, cap)))
}

#[unsafe(no_mangle)]
extern "C" fn bare_ath_mint_outside(
    callback: Callback,
    inputs: &Inputs,
    out: &mut Memory,
    cap: usize,
) -> i32 {
    let mut signer = |digest: &[u8; 32]| {
        let mut signature = [0; 64];
        match callback(digest, &mut signature) {
            0 => Ok(signature),
            _ => Err(Error::SignerFailed),
        }
    };
    status(inputs.mint(&mut signer, out, cap))
}

#[unsafe(no_mangle)]
extern "C" fn bare_ath_verify(
    token: &Memory,
    token_len: usize,
    point: &[u8; 65],
    inputs: &Inputs,
    workspace: &mut Memory,
    cap: usize,
) -> i32 {
    status((|| {
        let token = text(token, token_len);
        let key = PublicKey::from_point(point)?;
        let now = inputs.issued_at;
        let expected = Expected::of(&key, inputs.audience(), inputs.agent(), now)
            .tolerance(inputs.lifetime);
        let parsed = ParsedAttestation::parse(token, part_mut(workspace, cap))?;
        parsed.check(&expected).ok()?;
        Ok(parsed.claims().capabilities().count())
    })())
}

#[unsafe(no_mangle)]
extern "C" fn bare_ath_inspect(
    token: &Memory,
    token_len: usize,
    workspace: &mut Memory,
    out: &mut Memory,
    cap: usize,
) -> i32 {
    status((|| {
        let parsed = ParsedAttestation::parse(text(token, token_len), workspace)?;
        let issuer = parsed.claims().issuer.unescape_into(part_mut(out, cap))?;
        Ok(issuer.len())
    })())
}

#[unsafe(no_mangle)]
extern "C" fn bare_ath_key_read(input: &Memory, len: usize, form: u8, d: &mut [u8; 32]) -> i32 {
    let input = part(input, len);
    let key = match form {
        0 => SigningKey::from_pkcs8_der(input),
        1 => SigningKey::from_sec1_der(input),
        2 => SigningKey::from_pem(input),
        3 => SigningKey::from_der(input),
        _ => SigningKey::from_jwk(input),
    };
    status(key.map(|key| {
        d.copy_from_slice(key.to_bytes().expose());
        d.len()
    }))
}

#[unsafe(no_mangle)]
extern "C" fn bare_ath_key_write(key: &[u8; 32], form: u8, out: &mut Memory, cap: usize) -> i32 {
    let out = part_mut(out, cap);
    status((|| {
        let key = SigningKey::from_bytes(key)?;
        Ok(match form {
            0 => key.write_pkcs8_der(out)?.len(),
            1 => key.write_sec1_der(out)?.len(),
            2 => key.write_pkcs8_pem(out)?.len(),
            3 => key.write_sec1_pem(out)?.len(),
            4 => key.public_key().write_spki_der(out)?.len(),
            5 => key.public_key().write_spki_pem(out)?.len(),
            6 => key.public_key().write_jwk(out)?.len(),
            _ => {
                let thumbprint = key.public_key().thumbprint();
                let text = thumbprint.as_str();
                for (to, from) in out.iter_mut().zip(text.bytes()) {
                    *to = from;
                }
                text.len()
            }
        })
    })())
}

#[unsafe(no_mangle)]
extern "C" fn bare_ath_public_key_read(
    input: &Memory,
    len: usize,
    form: u8,
    point: &mut [u8; 65],
) -> i32 {
    let bytes = part(input, len);
    let key = match form {
        0 => PublicKey::from_spki_der(bytes),
        1 => PublicKey::from_pem(bytes),
        2 => PublicKey::from_jwk(bytes),
        _ => ath::identity_key(bytes, text(input, 16)),
    };
    status(key.map(|key| {
        *point = key.to_point();
        point.len()
    }))
}

#[unsafe(no_mangle)]
extern "C" fn bare_ath_identity(
    point: &[u8; 65],
    inputs: &Inputs,
    out: &mut Memory,
    cap: usize,
) -> i32 {
    let name = text(&inputs.key_id, inputs.key_id_len);
    status((|| {
        let identity = Identity {
            agent_id: inputs.agent(),
            name,
            developer: Developer {
                name,
                id: name,
                contact: inputs.is(1).then_some(name),
            },
            capabilities: &[name],
            public_key: PublicKey::from_point(point)?,
        };
        identity.write(part_mut(out, cap)).map(str::len)
    })())
}

#[unsafe(no_mangle)]
extern "C" fn bare_ath_state(random: &[u8; 16], out: &mut [u8; State::LEN]) {
    for (to, from) in out
        .iter_mut()
        .zip(State::from_random(random).as_str().bytes())
    {
        *to = from;
    }
}
