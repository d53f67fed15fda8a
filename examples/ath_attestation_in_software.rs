//! An attestation signed by a key in memory, and the check of the gateway that
//! gets it.
//!
//! `cargo run --example ath_attestation_in_software --features ath`

use tokenmint::Error;
use tokenmint::ath::{
    self, Attestation, Audience, Developer, Expected, Identity, ParsedAttestation, SigningKey,
    TokenId, identity_key,
};

const AGENT: &str = "https://agent.example.com/.well-known/agent.json";
const GATEWAY: &str = "https://gateway.example.com";
const CAPACITY: usize =
    ath::attestation_capacity(AGENT.len(), "default".len(), GATEWAY.len(), TokenId::LEN);

/// Mints, prints and checks.
pub fn main() -> Result<(), Error> {
    // A key made for this example; yours is read with `from_pem` or `from_jwk`.
    let mut key = SigningKey::from_bytes(&[0x17; 32])?;
    // On a server: the system's clock and `TokenId::from_os()?`. A device
    // brings its own clock, and new random octets for every attestation.
    let (now, random) = (1_720_000_000, [1; 24]);
    let id = TokenId::from_random(&random);

    let audience = Audience::of_base(GATEWAY);
    let mut buffer = [0; CAPACITY];
    let token = Attestation::new(AGENT, audience, now, id.as_str()).mint(&mut key, &mut buffer)?;
    println!("{token}");

    // What the agent publishes, and where the gateway finds the public key.
    let identity = Identity {
        agent_id: AGENT,
        name: "Example agent",
        developer: Developer {
            name: "Example",
            id: "example.com",
            contact: None,
        },
        capabilities: &[],
        public_key: key.public_key(),
    };
    let mut document = [0; 512];
    let document = identity.write(&mut document)?;
    println!("{document}");

    let mut workspace = [0; ath::workspace_len(CAPACITY)];
    let public_key = identity_key(document, AGENT)?;
    let parsed = ParsedAttestation::parse(token, &mut workspace)?;
    let expected = Expected::of(&public_key, audience, AGENT, now + 10);
    parsed.check(&expected).ok()?;
    let claims = parsed.claims();
    assert!(claims.token_id.eq_str(id.as_str()));
    assert_eq!(claims.expires_at, now + u64::from(ath::LIFETIME));
    Ok(())
}
