//! ZEGO tokens beside bare AES over the same bytes of JSON.

use std::hint::black_box;

use aes::cipher::consts::U12;
use aes::{Aes256Dec, Aes256Enc, Block};
use aes_gcm::{AeadInOut, AesGcm};
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyInit, KeyIvInit};
use md5::{Digest, Md5};
use tokenmint::zego::{
    Access, CbcEntropy, Expected, GcmEntropy, Mode, Privileges, RoomPayload, SIGNATURE_LEN,
    Sealed03, Sealed04, ServerSecret, Token03, Token04, server_api_signature, workspace_len,
};

use crate::{List, keep, keep_text};

const SECRET: &str = "b0d996aecc46ad51600ea853bb378c18";
const APP_ID: u32 = 2_913_569_222;
const NOW: i64 = 1_700_000_000;
const CAPACITY: usize = Token04::room_capacity_in(Mode::Gcm, 8, 8, 2, 16);

pub(crate) fn add(list: &mut List) {
    token04(list, "token04", general());
    let payload = RoomPayload::new("room-001", Privileges::both(Access::Allow, Access::Allow))
        .streams(&["camera-1", "screen-1"]);
    token04(list, "token04_strict", general().room(payload));
    token03(list);
    server_api(list);
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
fn cbc_floors(list: &mut List, json: &str) {
    let key = SECRET.as_bytes();
    let mut buffer = json.as_bytes().to_vec();
    buffer.resize((json.len() / 16 + 1) * 16, 0);
    let mut copy = buffer.clone();
    list.floor("cbc_encrypt", move || {
        let (blocks, _) = Block::slice_as_chunks_mut(&mut buffer);
        cbc::Encryptor::<Aes256Enc>::new_from_slices(black_box(key), &[7; 16])
            .expect("lengths")
            .encrypt_blocks(black_box(blocks));
    });
    list.floor("cbc_decrypt", move || {
        let (blocks, _) = Block::slice_as_chunks_mut(&mut copy);
        cbc::Decryptor::<Aes256Dec>::new_from_slices(black_box(key), &[7; 16])
            .expect("lengths")
            .decrypt_blocks(black_box(blocks));
    });
}

/// As [`cbc_floors`], with the tag.
fn gcm_floors(list: &mut List, json: &str) {
    type Gcm = AesGcm<Aes256Enc, U12>;
    let key = SECRET.as_bytes();
    let mut sealed = json.as_bytes().to_vec();
    let mut buffer = sealed.clone();
    let mut opened = sealed.clone();
    let tag = Gcm::new_from_slice(key)
        .expect("length")
        .encrypt_inout_detached(&[7; 12].into(), &[], sealed.as_mut_slice().into())
        .expect("encrypted");
    list.floor("gcm_encrypt", move || {
        let text = black_box(buffer.as_mut_slice());
        Gcm::new_from_slice(black_box(key))
            .expect("length")
            .encrypt_inout_detached(&[7; 12].into(), &[], text.into())
            .expect("encrypted")
    });
    list.floor("gcm_decrypt", move || {
        opened.copy_from_slice(&sealed);
        let text = black_box(opened.as_mut_slice());
        Gcm::new_from_slice(black_box(key))
            .expect("length")
            .decrypt_inout_detached(&[7; 12].into(), &[], text.into(), &tag)
            .expect("decrypted");
    });
}

fn token04(list: &mut List, name: &'static str, token: Token04<'static>) {
    list.group(name);
    let secret = keep(secret());
    let mut cbc = [0; CAPACITY];
    let cbc = token
        .mint(secret, cbc_entropy(), NOW, &mut cbc)
        .map(keep_text)
        .expect("minted");
    let mut gcm = [0; CAPACITY];
    let gcm = token
        .mint_gcm(secret, gcm_entropy(), NOW, &mut gcm)
        .map(keep_text)
        .expect("minted");
    let mut workspace = [0; workspace_len(CAPACITY)];
    let claims = Sealed04::parse(cbc, &mut workspace)
        .and_then(|sealed| sealed.open(secret))
        .expect("opened");
    cbc_floors(list, claims.as_json());
    gcm_floors(list, claims.as_json());

    let token = keep(token);
    let mut buffer = [0; CAPACITY];
    list.work("mint_cbc", "cbc_encrypt", move || {
        black_box(token)
            .mint(secret, cbc_entropy(), black_box(NOW), &mut buffer)
            .map(str::len)
    });
    list.work("mint_gcm", "gcm_encrypt", move || {
        black_box(token)
            .mint_gcm(secret, gcm_entropy(), black_box(NOW), &mut buffer)
            .map(str::len)
    });
    for (name, floor, minted) in [
        ("open_cbc", "cbc_decrypt", cbc),
        ("open_gcm", "gcm_decrypt", gcm),
    ] {
        let mut workspace = [0; workspace_len(CAPACITY)];
        list.work(name, floor, move || {
            let sealed = Sealed04::parse(black_box(minted), &mut workspace).expect("parsed");
            let claims = sealed.open(secret).expect("opened");
            claims.check(&Expected::of(APP_ID, "user-001", NOW)).ok()
        });
    }
}

fn token03(list: &mut List) {
    list.group("token03");
    let secret = keep(secret());
    let (login, publish) = (Access::Allow, Access::Deny);
    let token = keep(Token03::new(
        APP_ID, "room-001", "user-001", login, publish, 3600,
    ));
    let mut minted = [0; CAPACITY];
    let minted = token
        .mint(secret, cbc_entropy(), NOW, &mut minted)
        .map(keep_text)
        .expect("minted");
    let mut workspace = [0; workspace_len(CAPACITY)];
    let claims = Sealed03::parse(minted, &mut workspace)
        .and_then(|sealed| sealed.open(secret))
        .expect("opened");
    cbc_floors(list, claims.as_json());

    let mut buffer = [0; CAPACITY];
    list.work("mint", "cbc_encrypt", move || {
        black_box(token)
            .mint(secret, cbc_entropy(), black_box(NOW), &mut buffer)
            .map(str::len)
    });
    let mut workspace = [0; workspace_len(CAPACITY)];
    list.work("open", "cbc_decrypt", move || {
        let sealed = Sealed03::parse(black_box(minted), &mut workspace).expect("parsed");
        let claims = sealed.open(secret).expect("opened");
        claims
            .check(&Expected::of(APP_ID, "user-001", NOW).room("room-001"))
            .ok()
    });
}

fn server_api(list: &mut List) {
    list.group("server_api");
    let secret = keep(secret());
    let nonce = "0123456789abcdef";
    let signed = format!("{APP_ID}{nonce}{SECRET}{NOW}");
    list.floor("md5", move || Md5::digest(black_box(signed.as_bytes())));
    let mut buffer = [0; SIGNATURE_LEN];
    list.work("signature", "md5", move || {
        let now = black_box(NOW.unsigned_abs());
        server_api_signature(APP_ID, black_box(nonce), secret, now, &mut buffer).map(str::len)
    });
}
