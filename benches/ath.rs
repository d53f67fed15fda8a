//! ATH attestations beside bare signing and verifying by `p256`.
//!
//! `cargo bench --bench ath` prints ratios to a floor of the same run. The
//! arithmetic is all there is: what is above 1 is hashing, base64 and JSON.

use std::hint::black_box;

use criterion::Criterion;
use p256::ecdsa::Signature;
use p256::ecdsa::signature::hazmat::{PrehashSigner, PrehashVerifier};
use sha2::{Digest, Sha256};
use tokenmint::ath::pkce::Verifier;
use tokenmint::ath::{self, Attestation, Audience, Expectation, SigningKey, TokenId};

#[path = "support/ratio.rs"]
mod ratio;
use ratio::Pair;

const SCALAR: [u8; 32] = [0x17; 32];
const AGENT: &str = "https://agent.example.com/.well-known/agent.json";
const GATEWAY: &str = "https://gateway.example.com";
const NOW: u64 = 1_720_000_000;
const CAPACITY: usize = ath::max_len(AGENT.len(), "default".len(), GATEWAY.len(), TokenId::LEN);

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    attestation(&mut criterion);
    proof_key(&mut criterion);
    criterion.final_summary();
    let pair = |group, name, floor| Pair { group, name, floor };
    ratio::print(&[
        pair("attestation", "mint", "p256_sign"),
        pair("attestation", "verify", "p256_verify"),
        pair("attestation", "mint_outside", "one_sha256"),
        pair("attestation", "inspect", "one_sha256"),
        pair("proof_key", "challenge", "one_sha256"),
    ]);
}

fn attestation(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("attestation");
    let mut key = SigningKey::from_bytes(&SCALAR).expect("a key");
    let audience = Audience::of_base(GATEWAY);
    let id = TokenId::from_random(&[1; 24]);
    let attestation = Attestation::new(AGENT, audience, NOW, id.as_str());
    let mut token = [0; CAPACITY];
    let token = attestation.mint(&mut key, &mut token).expect("minted");

    let (signed, _) = token.rsplit_once('.').expect("three parts");
    let digest: [u8; 32] = Sha256::digest(signed).into();
    let bare = p256::ecdsa::SigningKey::from_slice(&SCALAR).expect("a key");
    let signature: Signature = bare.sign_prehash(&digest).expect("signed");
    group.bench_function("p256_sign", |bencher| {
        bencher.iter(|| -> Signature { bare.sign_prehash(black_box(&digest)).expect("signed") });
    });
    group.bench_function("p256_verify", |bencher| {
        let bare = bare.verifying_key();
        bencher.iter(|| bare.verify_prehash(black_box(&digest), &signature));
    });
    group.bench_function("one_sha256", |bencher| {
        bencher.iter(|| Sha256::digest(black_box(signed)));
    });

    let mut buffer = [0; CAPACITY];
    group.bench_function("mint", |bencher| {
        bencher.iter(|| {
            black_box(&attestation)
                .mint(&mut key, &mut buffer)
                .map(str::len)
        });
    });
    // A secure element signs: what is left for the processor.
    let mut element = |digest: &[u8; 32]| {
        black_box(digest);
        Ok([7; 64])
    };
    group.bench_function("mint_outside", |bencher| {
        bencher.iter(|| {
            black_box(&attestation)
                .mint(&mut element, &mut buffer)
                .map(str::len)
        });
    });
    let public_key = key.public_key();
    let expected = Expectation {
        audience,
        subject: AGENT,
        now: NOW,
        tolerance: ath::TOLERANCE,
    };
    let mut workspace = [0; ath::workspace_len(CAPACITY)];
    group.bench_function("verify", |bencher| {
        bencher.iter(|| {
            ath::verify(black_box(token), &public_key, &expected, &mut workspace)
                .expect("verified")
                .expires_at
        });
    });
    group.bench_function("inspect", |bencher| {
        bencher.iter(|| {
            ath::inspect(black_box(token), &mut workspace)
                .expect("read")
                .expires_at
        });
    });
}

fn proof_key(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("proof_key");
    let verifier = Verifier::from_random(&[7; 32]);
    group.bench_function("one_sha256", |bencher| {
        bencher.iter(|| Sha256::digest(black_box(verifier.expose())));
    });
    group.bench_function("challenge", |bencher| {
        bencher.iter(|| black_box(&verifier).challenge());
    });
}
