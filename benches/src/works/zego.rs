//! ZEGO tokens beside bare AES over the same bytes of JSON.

use std::hint::black_box;

use aes::cipher::consts::U12;
use aes::{Aes256Dec, Aes256Enc, Block};
use aes_gcm::{AeadInOut, AesGcm, Tag};
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyInit, KeyIvInit};
use md5::{Digest, Md5};
use tokenmint::output::Owned;
use tokenmint::zego::{
    Access, CbcEntropy, Expected, GcmEntropy, Mode, Privileges, RoomPayload, SIGNATURE_LEN,
    Sealed03, Sealed04, ServerSecret, Token03, Token04, server_api_signature, workspace_len,
};

use crate::rotation::{Random, Rotation};
use crate::{List, Measured, keep, keep_text};

const SECRET: &str = "b0d996aecc46ad51600ea853bb378c18";
const APP_ID: u32 = 2_913_569_222;
const CAPACITY: usize = Token04::room_capacity_in(Mode::Gcm, 8, 8, 2, 16);

/// What is asked for when a token is minted.
struct Call {
    user: &'static str,
    room: &'static str,
    streams: [&'static str; 2],
    now: i64,
    iv: [u8; 16],
    gcm_nonce: [u8; 12],
    nonce: i64,
}

impl Call {
    fn new(random: &mut Random) -> Self {
        Self {
            user: keep_text(&random.text(8)),
            room: keep_text(&random.text(8)),
            streams: ["camera", "screen"]
                .map(|kind| keep_text(&format!("{kind}-{}", random.below(10)))),
            now: 1_700_000_000 + i64::from(random.below(86_400)),
            iv: random.bytes(),
            gcm_nonce: random.bytes(),
            nonce: i64::from(random.below(u32::MAX)),
        }
    }

    fn cbc(&self) -> CbcEntropy {
        CbcEntropy::new(self.iv, self.nonce)
    }

    fn gcm(&self) -> GcmEntropy {
        GcmEntropy::new(self.gcm_nonce, self.nonce)
    }

    fn general(&'static self) -> Token04<'static> {
        Token04::new(APP_ID, self.user, 3600)
    }

    fn strict(&'static self) -> Token04<'static> {
        let privileges = Privileges::both(Access::Allow, Access::Allow);
        let payload = RoomPayload::new(self.room, privileges).streams(&self.streams);
        self.general().room(payload)
    }

    fn token03(&self) -> Token03<'_> {
        let (login, publish) = (Access::Allow, Access::Deny);
        Token03::new(APP_ID, self.room, self.user, login, publish, 3600)
    }
}

fn calls(list: &List) -> Rotation<Call> {
    let mut random = Random::new(4);
    Rotation::new(list.contents, || Call::new(&mut random))
}

pub(crate) fn add(list: &mut List) {
    token04(list, "token04", Call::general);
    token04(list, "token04_strict", Call::strict);
    token03(list);
    server_api(list);
}

fn secret() -> ServerSecret {
    ServerSecret::new(SECRET).expect("sample secret")
}

/// What encrypting and decrypting each JSON costs at the least, round keys
/// included.
fn cbc_floors(list: &mut List, jsons: &[String]) {
    let key = SECRET.as_bytes();
    let padded = jsons.iter().map(|json| {
        let mut buffer = json.as_bytes().to_vec();
        buffer.resize((json.len() / 16 + 1) * 16, 0);
        buffer
    });
    let mut buffers = Buffers::new(padded.collect());
    let mut copies = buffers.clone();
    list.floor("cbc_encrypt", move || {
        let (blocks, _) = Block::slice_as_chunks_mut(buffers.turn());
        cbc::Encryptor::<Aes256Enc>::new_from_slices(black_box(key), &[7; 16])
            .expect("lengths")
            .encrypt_blocks(black_box(blocks));
    });
    list.floor("cbc_decrypt", move || {
        let (blocks, _) = Block::slice_as_chunks_mut(copies.turn());
        cbc::Decryptor::<Aes256Dec>::new_from_slices(black_box(key), &[7; 16])
            .expect("lengths")
            .decrypt_blocks(black_box(blocks));
    });
}

/// As [`cbc_floors`], with the tag.
fn gcm_floors(list: &mut List, jsons: &[String]) {
    type Gcm = AesGcm<Aes256Enc, U12>;
    let key = SECRET.as_bytes();
    let cipher = Gcm::new_from_slice(key).expect("length");
    let seal = |json: &String| {
        let mut sealed = json.as_bytes().to_vec();
        let tag = cipher
            .encrypt_inout_detached(&[7; 12].into(), &[], sealed.as_mut_slice().into())
            .expect("encrypted");
        (sealed, tag)
    };
    let mut sealed: Rotation<(Vec<u8>, Tag)> = Rotation::of(jsons.iter().map(seal).collect());
    let mut buffers = Buffers::new(jsons.iter().map(|json| json.as_bytes().to_vec()).collect());
    let mut opened = buffers.clone();
    list.floor("gcm_encrypt", move || {
        let text = black_box(buffers.turn());
        Gcm::new_from_slice(black_box(key))
            .expect("length")
            .encrypt_inout_detached(&[7; 12].into(), &[], text.into())
            .expect("encrypted")
    });
    list.floor("gcm_decrypt", move || {
        let (sealed, tag) = sealed.turn();
        let text = black_box(opened.turn());
        text.copy_from_slice(sealed);
        Gcm::new_from_slice(black_box(key))
            .expect("length")
            .decrypt_inout_detached(&[7; 12].into(), &[], text.into(), tag)
            .expect("decrypted");
    });
}

/// Buffers that take turns.
#[derive(Clone)]
struct Buffers {
    all: Vec<Vec<u8>>,
    turn: Rotation<usize>,
}

impl Buffers {
    fn new(all: Vec<Vec<u8>>) -> Self {
        let turn = Rotation::of((0..all.len()).collect());
        Self { all, turn }
    }

    fn turn(&mut self) -> &mut [u8] {
        &mut self.all[*self.turn.turn()]
    }
}

/// A token that was minted for a call.
struct Minted {
    token: String,
    call: &'static Call,
}

fn token04(list: &mut List, name: &'static str, token: fn(&'static Call) -> Token04<'static>) {
    if !list.group(name, Measured::Both) {
        return;
    }
    let secret = keep(secret());
    let mut calls = calls(list);
    let cbc = calls.map(|call| Minted {
        token: token(call)
            .mint(secret, call.cbc(), call.now, Owned)
            .expect("minted"),
        call,
    });
    let gcm = calls.map(|call| Minted {
        token: token(call)
            .mint_gcm(secret, call.gcm(), call.now, Owned)
            .expect("minted"),
        call,
    });
    let jsons: Vec<String> = cbc
        .all()
        .iter()
        .map(|minted| {
            let mut workspace = [0; workspace_len(CAPACITY)];
            let sealed = Sealed04::parse(&minted.token, &mut workspace).expect("parsed");
            sealed.open(secret).expect("opened").as_json().to_owned()
        })
        .collect();
    cbc_floors(list, &jsons);
    gcm_floors(list, &jsons);

    let mut buffer = [0; CAPACITY];
    list.work("mint_cbc", "cbc_encrypt", move || {
        let call = calls.turn();
        token(call)
            .mint(secret, call.cbc(), call.now, &mut buffer)
            .map(str::len)
    });
    list.work("mint_gcm", "gcm_encrypt", move || {
        let call = calls.turn();
        token(call)
            .mint_gcm(secret, call.gcm(), call.now, &mut buffer)
            .map(str::len)
    });
    for (name, floor, mut minted) in [
        ("open_cbc", "cbc_decrypt", cbc),
        ("open_gcm", "gcm_decrypt", gcm),
    ] {
        let mut workspace = [0; workspace_len(CAPACITY)];
        list.work(name, floor, move || {
            let Minted { token, call } = minted.turn();
            let sealed = Sealed04::parse(token, &mut workspace).expect("parsed");
            let claims = sealed.open(secret).expect("opened");
            claims
                .check(&Expected::of(APP_ID, call.user, call.now))
                .ok()
                .expect("it holds");
        });
    }
}

fn token03(list: &mut List) {
    if !list.group("token03", Measured::Both) {
        return;
    }
    let secret = keep(secret());
    let mut calls = calls(list);
    let mut minted = calls.map(|call| Minted {
        token: call
            .token03()
            .mint(secret, call.cbc(), call.now, Owned)
            .expect("minted"),
        call,
    });
    let jsons: Vec<String> = minted
        .all()
        .iter()
        .map(|minted| {
            let mut workspace = [0; workspace_len(CAPACITY)];
            let sealed = Sealed03::parse(&minted.token, &mut workspace).expect("parsed");
            sealed.open(secret).expect("opened").as_json().to_owned()
        })
        .collect();
    cbc_floors(list, &jsons);

    let mut buffer = [0; CAPACITY];
    list.work("mint", "cbc_encrypt", move || {
        let call = calls.turn();
        call.token03()
            .mint(secret, call.cbc(), call.now, &mut buffer)
            .map(str::len)
    });
    let mut workspace = [0; workspace_len(CAPACITY)];
    list.work("open", "cbc_decrypt", move || {
        let Minted { token, call } = minted.turn();
        let sealed = Sealed03::parse(token, &mut workspace).expect("parsed");
        let claims = sealed.open(secret).expect("opened");
        let expected = Expected::of(APP_ID, call.user, call.now).room(call.room);
        claims.check(&expected).ok().expect("it holds");
    });
}

fn server_api(list: &mut List) {
    if !list.group("server_api", Measured::Both) {
        return;
    }
    let secret = keep(secret());
    let mut random = Random::new(5);
    let mut calls = Rotation::new(list.contents, || {
        (
            random.text(16),
            1_700_000_000 + u64::from(random.below(86_400)),
        )
    });
    let mut signed = calls.map(|(nonce, now)| format!("{APP_ID}{nonce}{SECRET}{now}"));
    list.floor("md5", move || Md5::digest(signed.turn().as_bytes()));
    let mut buffer = [0; SIGNATURE_LEN];
    list.work("signature", "md5", move || {
        let (nonce, now) = calls.turn();
        server_api_signature(APP_ID, nonce, secret, *now, &mut buffer).map(str::len)
    });
}
