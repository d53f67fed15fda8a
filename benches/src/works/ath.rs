//! ATH attestations beside bare signing and verifying, by `p256` and by `ring`.
//! The arithmetic is all there is: what is above 1 is hashing, base64 and JSON.

use std::hint::black_box;

use p256::ecdsa::Signature;
use p256::ecdsa::signature::hazmat::{PrehashSigner, PrehashVerifier};
use sha2::{Digest, Sha256};
use tokenmint::ath::{
    self, Attestation, Audience, Expected, ParsedAttestation, SigningKey, TokenId,
};
use tokenmint::output::Owned;
use tokenmint::pkce::Verifier;

use crate::rotation::{Random, Rotation};
use crate::{List, Measured, keep, keep_text};

const SCALAR: [u8; 32] = [0x17; 32];
const GATEWAY: &str = "https://gateway.example.com";
const AGENT_LEN: usize = "https://agent-01234567.example.com/.well-known/agent.json".len();
const CAPACITY: usize =
    ath::attestation_capacity(AGENT_LEN, "default".len(), GATEWAY.len(), TokenId::LEN);

pub(crate) fn add(list: &mut List) {
    attestation(list);
    proof_key(list);
}

/// What is asked for when an attestation is minted.
struct Call {
    agent: &'static str,
    id: TokenId,
    now: u64,
}

impl Call {
    fn new(random: &mut Random) -> Self {
        let name = random.text(8);
        Self {
            agent: keep_text(&format!(
                "https://agent-{name}.example.com/.well-known/agent.json"
            )),
            id: TokenId::from_random(&random.bytes()),
            now: 1_720_000_000 + u64::from(random.below(86_400)),
        }
    }

    fn attestation(&self) -> Attestation<'_> {
        Attestation::new(
            self.agent,
            Audience::of_base(GATEWAY),
            self.now,
            self.id.as_str(),
        )
    }
}

/// A signed text in its parts.
struct Signed {
    text: &'static str,
    digest: [u8; 32],
    signature: Signature,
}

fn key() -> SigningKey {
    SigningKey::from_bytes(&SCALAR).expect("a key")
}

/// What is asked for, and what is minted then.
fn tokens(contents: usize) -> (Rotation<Call>, Rotation<&'static str>) {
    let mut random = Random::new(6);
    let calls = Rotation::new(contents, || Call::new(&mut random));
    let mut signer = key();
    let tokens = calls.map(|call| {
        let token = call.attestation().mint(&mut signer, Owned);
        &*token.expect("minted").leak()
    });
    (calls, tokens)
}

fn attestation(list: &mut List) {
    if !list.group("attestation", Measured::Both) {
        return;
    }
    let mut signer = key();
    let (mut calls, mut tokens) = tokens(list.contents);
    let bare = keep(p256::ecdsa::SigningKey::from_slice(&SCALAR).expect("a key"));
    let mut signed = tokens.map(|token| {
        let (text, _) = token.rsplit_once('.').expect("three parts");
        let digest = Sha256::digest(text).into();
        Signed {
            text,
            digest,
            signature: bare.sign_prehash(&digest).expect("signed"),
        }
    });
    list.floor("p256_sign", move || -> Signature {
        bare.sign_prehash(&signed.turn().digest).expect("signed")
    });
    let public = bare.verifying_key();
    list.floor("p256_verify", move || {
        let Signed {
            digest, signature, ..
        } = signed.turn();
        public.verify_prehash(digest, signature).expect("verified");
    });
    list.floor("one_sha256", move || Sha256::digest(signed.turn().text));

    let mut buffer = [0; CAPACITY];
    list.work("mint", "p256_sign", move || {
        let attestation = calls.turn().attestation();
        attestation.mint(&mut signer, &mut buffer).map(str::len)
    });
    // A secure element signs: what is left for the processor.
    let mut element = |digest: &[u8; 32]| {
        black_box(digest);
        Ok([7; 64])
    };
    list.work("mint_outside", "one_sha256", move || {
        let attestation = calls.turn().attestation();
        attestation.mint(&mut element, &mut buffer).map(str::len)
    });
    let public_key = keep(key().public_key());
    let mut workspace = [0; ath::workspace_len(CAPACITY)];
    list.work("verify", "p256_verify", move || {
        let (token, call) = (tokens.turn(), calls.turn());
        let audience = Audience::of_base(GATEWAY);
        let expected = Expected::of(public_key, audience, call.agent, call.now);
        let parsed = ParsedAttestation::parse(token, &mut workspace).expect("read");
        parsed.check(&expected).ok().expect("verified");
        parsed.claims().expires_at
    });
    list.work("inspect", "one_sha256", move || {
        let parsed = ParsedAttestation::parse(tokens.turn(), &mut workspace);
        parsed.expect("read").claims().expires_at
    });
}

/// Where `ring` is linked: it verifies, and signs for who wants it to. Hashing is
/// part of its floors, since it takes no digest.
#[cfg(feature = "requests")]
pub(crate) fn add_by_ring(list: &mut List) {
    use ring::signature::{
        ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, UnparsedPublicKey,
    };
    use tokenmint::ath::RingSigningKey;

    list.group("attestation_by_ring", Measured::Time);
    let (mut calls, mut tokens) = tokens(list.contents);
    let mut signed = tokens.map(|token| {
        let (text, _) = token.rsplit_once('.').expect("three parts");
        text.as_bytes()
    });
    let random = ring::rand::SystemRandom::new();
    let public = key().public_key().to_point();
    let pair = EcdsaKeyPair::from_private_key_and_public_key(
        &ECDSA_P256_SHA256_FIXED_SIGNING,
        &SCALAR,
        &public,
        &random,
    );
    let pair = keep(pair.expect("a key"));
    let signatures = signed.map(|text| pair.sign(&random, text).expect("signed"));
    list.floor("ring_sign", move || {
        pair.sign(&random, signed.turn()).expect("signed")
    });
    let public = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, public);
    let mut both = Rotation::of(signed.all().iter().zip(signatures.all()).collect());
    list.floor("ring_verify", move || {
        let (text, signature) = both.turn();
        public.verify(text, signature.as_ref()).expect("verified");
    });

    let mut buffer = [0; CAPACITY];
    let mut software = key();
    let mut signer = RingSigningKey::new(key()).expect("a key");
    list.timed("mint", "ring_sign", (Some(4.0), 0), move || {
        let attestation = calls.turn().attestation();
        attestation.mint(&mut software, &mut buffer).map(str::len)
    });
    list.timed("mint_by_ring", "ring_sign", (Some(1.1), 0), move || {
        let attestation = calls.turn().attestation();
        attestation.mint(&mut signer, &mut buffer).map(str::len)
    });
    let public_key = keep(key().public_key());
    let mut workspace = [0; ath::workspace_len(CAPACITY)];
    list.timed("verify", "ring_verify", (Some(1.2), 0), move || {
        let (token, call) = (tokens.turn(), calls.turn());
        let audience = Audience::of_base(GATEWAY);
        let expected = Expected::of(public_key, audience, call.agent, call.now);
        let parsed = ParsedAttestation::parse(token, &mut workspace).expect("read");
        parsed.check(&expected).ok().expect("verified");
        parsed.claims().expires_at
    });
}

fn proof_key(list: &mut List) {
    if !list.group("proof_key", Measured::Both) {
        return;
    }
    let mut random = Random::new(8);
    let mut verifiers = Rotation::new(list.contents, || Verifier::from_random(&random.bytes()));
    list.floor("one_sha256", move || {
        Sha256::digest(verifiers.turn().expose())
    });
    list.work("challenge", "one_sha256", move || {
        verifiers.turn().challenge()
    });
}
