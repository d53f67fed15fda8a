//! An attestation signed by a secure element: the private key never is in the
//! memory of this program.
//!
//! `cargo run --example ath_attestation_by_external_signer --features ath`

use tokenmint::Error;
use tokenmint::ath::{
    self, Attestation, Audience, Es256Signer, Expected, ParsedAttestation, PublicKey, SigningKey,
    TokenId,
};

const AGENT: &str = "https://device.example.com/.well-known/agent.json";
const GATEWAY: &str = "https://gateway.example.com";
const CAPACITY: usize = ath::attestation_capacity(
    AGENT.len(),
    "default".len(),
    GATEWAY.len() + "/ath/token".len(),
    TokenId::LEN,
);

/// A driver of a secure element with a key in one of its slots. A real one
/// talks over a bus; this one has the chip inside.
struct SecureElement {
    chip: SigningKey,
    slot: u8,
    signatures: u32,
}

impl SecureElement {
    /// The slot that has a key.
    const SLOT: u8 = 2;

    fn public_key(&self) -> PublicKey {
        self.chip.public_key()
    }
}

impl Es256Signer for SecureElement {
    fn sign_prehash(&mut self, digest: &[u8; 32]) -> Result<[u8; 64], Error> {
        // Whatever the bus reports becomes this one error.
        if self.slot != Self::SLOT {
            return Err(Error::SignerFailed);
        }
        self.signatures += 1;
        self.chip.sign_prehash(digest)
    }
}

/// Mints, prints and checks.
pub fn main() -> Result<(), Error> {
    let mut element = SecureElement {
        chip: SigningKey::from_bytes(&[0x17; 32])?,
        slot: SecureElement::SLOT,
        signatures: 0,
    };
    // The device's own clock, and its random source: new octets for every
    // attestation. Many elements have one.
    let (now, random) = (1_720_000_000, [1; 24]);
    let id = TokenId::from_random(&random);

    let audience = Audience::of_token_endpoint(GATEWAY);
    let attestation = Attestation::new(AGENT, audience, now, id.as_str());
    let mut buffer = [0; CAPACITY];
    let token = attestation.mint(&mut element, &mut buffer)?;
    println!("{token}");

    let mut workspace = [0; ath::workspace_len(CAPACITY)];
    let public_key = element.public_key();
    let expected = Expected::of(&public_key, audience, AGENT, now);
    ParsedAttestation::parse(token, &mut workspace)?
        .check(&expected)
        .ok()?;

    // One signature for one attestation, none for a buffer that is too small,
    // and a signer that fails fails the mint.
    let needed = attestation.encoded_len();
    let too_small = attestation.mint(&mut element, &mut buffer[..needed - 1]);
    assert_eq!(too_small, Err(Error::BufferTooSmall { needed }));
    assert_eq!(element.signatures, 1);
    element.slot = 0;
    let failed = attestation.mint(&mut element, &mut buffer);
    assert_eq!(failed, Err(Error::SignerFailed));
    Ok(())
}
