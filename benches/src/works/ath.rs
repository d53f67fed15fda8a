//! ATH attestations beside bare signing and verifying by `p256` and by `ring`.
//! The arithmetic is all there is: what is above 1 is hashing, base64 and JSON.

use std::hint::black_box;

use p256::ecdsa::Signature;
use p256::ecdsa::signature::hazmat::{PrehashSigner, PrehashVerifier};
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, UnparsedPublicKey,
};
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

fn attestation(list: &mut List) {
    if !list.group("attestation", Measured::Both) {
        return;
    }
    let key = || SigningKey::from_bytes(&SCALAR).expect("a key");
    let mut random = Random::new(6);
    let mut calls = Rotation::new(list.contents, || Call::new(&mut random));
    let mut signer = key();
    let mut tokens = calls.map(|call| {
        let token = call.attestation().mint(&mut signer, Owned);
        &*token.expect("minted").leak()
    });
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
    by_ring(list, bare, signed);
    list.floor("one_sha256", move || Sha256::digest(signed.turn().text));

    let public_key = key().public_key();
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
    let public_key = keep(public_key);
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

/// Hashing included: `ring` takes no digest.
fn by_ring(list: &mut List, key: &p256::ecdsa::SigningKey, mut signed: Rotation<Signed>) {
    let public = key.verifying_key().to_sec1_point(false).as_bytes().to_vec();
    let random = ring::rand::SystemRandom::new();
    let pair = EcdsaKeyPair::from_private_key_and_public_key(
        &ECDSA_P256_SHA256_FIXED_SIGNING,
        &SCALAR,
        &public,
        &random,
    );
    let pair = pair.expect("a key");
    list.timed("ring_sign", "p256_sign", (None, 0), move || {
        pair.sign(&random, signed.turn().text.as_bytes())
            .expect("signed")
    });
    let public = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, public);
    list.timed("ring_verify", "p256_verify", (None, 0), move || {
        let Signed {
            text, signature, ..
        } = signed.turn();
        let signature = signature.to_bytes();
        public
            .verify(text.as_bytes(), &signature)
            .expect("verified");
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
