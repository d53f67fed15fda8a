//! ZEGO tokens beside bare AES over the same bytes of JSON.
//!
//! `cargo bench --bench zego` prints ratios to a floor of the same run. A
//! processor with AES instructions makes the floor cheap and so the ratios
//! high; portable AES, as on a device, is
//! `RUSTFLAGS='--cfg aes_backend="soft"' cargo bench --bench zego`.

use std::hint::black_box;

use aes::cipher::consts::U12;
use aes::{Aes256Dec, Aes256Enc, Block};
use aes_gcm::{AeadInOut, AesGcm};
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyInit, KeyIvInit};
use criterion::{BenchmarkGroup, Criterion, measurement::WallTime};
use md5::{Digest, Md5};
use tokenmint::zego::{
    Access, CbcEntropy, GcmEntropy, Mode, Privileges, RoomPayload, SIGNATURE_LEN, Sealed03,
    Sealed04, ServerSecret, Token03, Token04, server_api_signature, workspace_max,
};

#[path = "support/ratio.rs"]
mod ratio;
use ratio::Pair;

const SECRET: &str = "b0d996aecc46ad51600ea853bb378c18";
const APP_ID: u32 = 2_913_569_222;
const NOW: i64 = 1_700_000_000;
const CAPACITY: usize = Token04::room_capacity_in(Mode::Gcm, 8, 8, 2, 16);

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    token04(&mut criterion, "token04", general());
    let payload = RoomPayload::new("room-001", Privileges::both(Access::Allow, Access::Allow))
        .streams(&["camera-1", "screen-1"]);
    token04(&mut criterion, "token04_strict", general().room(payload));
    token03(&mut criterion);
    server_api(&mut criterion);
    criterion.final_summary();
    let pair = |group, name, floor| Pair { group, name, floor };
    ratio::print(&[
        pair("token04", "mint_cbc", "cbc_encrypt"),
        pair("token04", "mint_gcm", "gcm_encrypt"),
        pair("token04", "open_cbc", "cbc_decrypt"),
        pair("token04", "open_gcm", "gcm_decrypt"),
        pair("token04_strict", "mint_cbc", "cbc_encrypt"),
        pair("token04_strict", "mint_gcm", "gcm_encrypt"),
        pair("token04_strict", "open_cbc", "cbc_decrypt"),
        pair("token04_strict", "open_gcm", "gcm_decrypt"),
        pair("token03", "mint", "cbc_encrypt"),
        pair("token03", "open", "cbc_decrypt"),
        pair("server_api", "signature", "md5"),
    ]);
}

fn secret() -> ServerSecret {
    ServerSecret::new(SECRET).expect("sample secret")
}

fn general() -> Token04<'static> {
    Token04::new(APP_ID, "user-001", 3600)
}

fn cbc_entropy() -> CbcEntropy {
    black_box(CbcEntropy::new([7; 16], 1_234_567_890))
}

fn gcm_entropy() -> GcmEntropy {
    black_box(GcmEntropy::new([7; 12], 1_234_567_890))
}

/// What encrypting and decrypting `json` costs at the least, round keys
/// included.
fn cbc_floors(group: &mut BenchmarkGroup<'_, WallTime>, json: &str) {
    let key = SECRET.as_bytes();
    let mut buffer = json.as_bytes().to_vec();
    buffer.resize((json.len() / 16 + 1) * 16, 0);
    let (blocks, _) = Block::slice_as_chunks_mut(&mut buffer);
    group.bench_function("cbc_encrypt", |bencher| {
        bencher.iter(|| {
            cbc::Encryptor::<Aes256Enc>::new_from_slices(black_box(key), &[7; 16])
                .expect("lengths")
                .encrypt_blocks(black_box(&mut *blocks));
        });
    });
    group.bench_function("cbc_decrypt", |bencher| {
        bencher.iter(|| {
            cbc::Decryptor::<Aes256Dec>::new_from_slices(black_box(key), &[7; 16])
                .expect("lengths")
                .decrypt_blocks(black_box(&mut *blocks));
        });
    });
}

/// As [`cbc_floors`], with the tag.
fn gcm_floors(group: &mut BenchmarkGroup<'_, WallTime>, json: &str) {
    type Gcm = AesGcm<Aes256Enc, U12>;
    let key = SECRET.as_bytes();
    let mut buffer = json.as_bytes().to_vec();
    group.bench_function("gcm_encrypt", |bencher| {
        bencher.iter(|| {
            Gcm::new_from_slice(black_box(key))
                .expect("length")
                .encrypt_inout_detached(
                    &[7; 12].into(),
                    &[],
                    black_box(buffer.as_mut_slice()).into(),
                )
                .expect("encrypted")
        });
    });
    let mut sealed = json.as_bytes().to_vec();
    let tag = Gcm::new_from_slice(key)
        .expect("length")
        .encrypt_inout_detached(&[7; 12].into(), &[], sealed.as_mut_slice().into())
        .expect("encrypted");
    group.bench_function("gcm_decrypt", |bencher| {
        bencher.iter(|| {
            buffer.copy_from_slice(&sealed);
            Gcm::new_from_slice(black_box(key))
                .expect("length")
                .decrypt_inout_detached(
                    &[7; 12].into(),
                    &[],
                    black_box(buffer.as_mut_slice()).into(),
                    &tag,
                )
                .expect("decrypted");
        });
    });
}

fn token04(criterion: &mut Criterion, name: &str, token: Token04<'_>) {
    let mut group = criterion.benchmark_group(name);
    let secret = secret();
    let mut cbc = [0; CAPACITY];
    let cbc = token
        .mint(&secret, cbc_entropy(), NOW, &mut cbc)
        .expect("minted");
    let mut gcm = [0; CAPACITY];
    let gcm = token
        .mint_gcm(&secret, gcm_entropy(), NOW, &mut gcm)
        .expect("minted");
    let mut workspace = [0; workspace_max(CAPACITY)];
    let claims = Sealed04::parse(cbc, &mut workspace)
        .and_then(|sealed| sealed.open(&secret))
        .expect("opened");
    cbc_floors(&mut group, claims.as_json());
    gcm_floors(&mut group, claims.as_json());

    let mut buffer = [0; CAPACITY];
    group.bench_function("mint_cbc", |bencher| {
        bencher.iter(|| {
            black_box(&token)
                .mint(&secret, cbc_entropy(), black_box(NOW), &mut buffer)
                .map(str::len)
        });
    });
    group.bench_function("mint_gcm", |bencher| {
        bencher.iter(|| {
            black_box(&token)
                .mint_gcm(&secret, gcm_entropy(), black_box(NOW), &mut buffer)
                .map(str::len)
        });
    });
    for (name, minted) in [("open_cbc", cbc), ("open_gcm", gcm)] {
        let mut workspace = [0; workspace_max(CAPACITY)];
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let sealed = Sealed04::parse(black_box(minted), &mut workspace).expect("parsed");
                let claims = sealed.open(&secret).expect("opened");
                claims.check(APP_ID, "user-001", NOW).result()
            });
        });
    }
}

fn token03(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("token03");
    let secret = secret();
    let (login, publish) = (Access::Allow, Access::Deny);
    let token = Token03::new(APP_ID, "room-001", "user-001", login, publish, 3600);
    let mut minted = [0; CAPACITY];
    let minted = token
        .mint(&secret, cbc_entropy(), NOW, &mut minted)
        .expect("minted");
    let mut workspace = [0; workspace_max(CAPACITY)];
    let claims = Sealed03::parse(minted, &mut workspace)
        .and_then(|sealed| sealed.open(&secret))
        .expect("opened");
    cbc_floors(&mut group, claims.as_json());

    let mut buffer = [0; CAPACITY];
    group.bench_function("mint", |bencher| {
        bencher.iter(|| {
            black_box(&token)
                .mint(&secret, cbc_entropy(), black_box(NOW), &mut buffer)
                .map(str::len)
        });
    });
    let mut workspace = [0; workspace_max(CAPACITY)];
    group.bench_function("open", |bencher| {
        bencher.iter(|| {
            let sealed = Sealed03::parse(black_box(minted), &mut workspace).expect("parsed");
            let claims = sealed.open(&secret).expect("opened");
            claims.check(APP_ID, "room-001", "user-001", NOW).result()
        });
    });
}

fn server_api(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("server_api");
    let secret = secret();
    let nonce = "0123456789abcdef";
    let signed = format!("{APP_ID}{nonce}{SECRET}{NOW}");
    group.bench_function("md5", |bencher| {
        bencher.iter(|| Md5::digest(black_box(signed.as_bytes())));
    });
    let mut buffer = [0; SIGNATURE_LEN];
    group.bench_function("signature", |bencher| {
        bencher.iter(|| {
            let now = black_box(NOW.unsigned_abs());
            server_api_signature(APP_ID, black_box(nonce), &secret, now, &mut buffer).map(str::len)
        });
    });
}
