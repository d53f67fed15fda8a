//! ATH attestations beside bare signing and verifying by `p256`. The arithmetic
//! is all there is: what is above 1 is hashing, base64 and JSON.

use std::hint::black_box;

use p256::ecdsa::Signature;
use p256::ecdsa::signature::hazmat::{PrehashSigner, PrehashVerifier};
use sha2::{Digest, Sha256};
use tokenmint::ath::{
    self, Attestation, Audience, Expected, ParsedAttestation, SigningKey, TokenId,
};
use tokenmint::pkce::Verifier;

use crate::{List, keep, keep_text};

const SCALAR: [u8; 32] = [0x17; 32];
const AGENT: &str = "https://agent.example.com/.well-known/agent.json";
const GATEWAY: &str = "https://gateway.example.com";
const NOW: u64 = 1_720_000_000;
const CAPACITY: usize =
    ath::attestation_capacity(AGENT.len(), "default".len(), GATEWAY.len(), TokenId::LEN);

pub(crate) fn add(list: &mut List) {
    attestation(list);
    proof_key(list);
}

fn attestation(list: &mut List) {
    list.group("attestation");
    let mut key = SigningKey::from_bytes(&SCALAR).expect("a key");
    let audience = Audience::of_base(GATEWAY);
    let id = keep(TokenId::from_random(&[1; 24]));
    let attestation = keep(Attestation::new(AGENT, audience, NOW, id.as_str()));
    let mut token = [0; CAPACITY];
    let token = keep_text(attestation.mint(&mut key, &mut token).expect("minted"));

    let (signed, _) = token.rsplit_once('.').expect("three parts");
    let digest: [u8; 32] = Sha256::digest(signed).into();
    let bare = keep(p256::ecdsa::SigningKey::from_slice(&SCALAR).expect("a key"));
    let signature: Signature = bare.sign_prehash(&digest).expect("signed");
    list.floor("p256_sign", move || -> Signature {
        bare.sign_prehash(black_box(&digest)).expect("signed")
    });
    let public = bare.verifying_key();
    list.floor("p256_verify", move || {
        public.verify_prehash(black_box(&digest), &signature)
    });
    list.floor("one_sha256", move || Sha256::digest(black_box(signed)));

    let public_key = key.public_key();
    let mut buffer = [0; CAPACITY];
    list.work("mint", "p256_sign", move || {
        black_box(attestation)
            .mint(&mut key, &mut buffer)
            .map(str::len)
    });
    // A secure element signs: what is left for the processor.
    let mut element = |digest: &[u8; 32]| {
        black_box(digest);
        Ok([7; 64])
    };
    list.work("mint_outside", "one_sha256", move || {
        black_box(attestation)
            .mint(&mut element, &mut buffer)
            .map(str::len)
    });
    let public_key = keep(public_key);
    let expected = Expected::of(public_key, audience, AGENT, NOW);
    let mut workspace = [0; ath::workspace_len(CAPACITY)];
    list.work("verify", "p256_verify", move || {
        let parsed = ParsedAttestation::parse(black_box(token), &mut workspace).expect("read");
        parsed.check(&expected).ok().expect("verified");
        parsed.claims().expires_at
    });
    list.work("inspect", "one_sha256", move || {
        let parsed = ParsedAttestation::parse(black_box(token), &mut workspace);
        parsed.expect("read").claims().expires_at
    });
}

fn proof_key(list: &mut List) {
    list.group("proof_key");
    let verifier = keep(Verifier::from_random(&[7; 32]));
    list.floor("one_sha256", move || {
        Sha256::digest(black_box(verifier.expose()))
    });
    list.work("challenge", "one_sha256", move || {
        black_box(verifier).challenge()
    });
}
