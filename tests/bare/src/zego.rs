//! ZEGO credentials.

use tokenmint::{Error, Limits};
use tokenmint::zego::{Access, CbcEntropy, Expected, GcmEntropy, Mode, ParsedPayload, Privilege, Privileges, Report, RoomPayload, Sealed03, Sealed04, ServerSecret, Token03, Token04, check_token03, check_token04, error_code, server_api_signature};

use crate::{Memory, part_mut, status, text};

/// What a caller brings to mint or to check with.
#[repr(C)]
struct Inputs {
    app_id: u32,
    user_id: Memory,
    user_id_len: usize,
    room_id: Memory,
    room_id_len: usize,
    secret: Memory,
    secret_len: usize,
    payload: Memory,
    payload_len: usize,
    seconds: i64,
    now: i64,
    random: [u8; 20],
    login: bool,
    publish: bool,
    wire_limits: bool,
    gcm: bool,
}

impl Inputs {
    fn user_id(&self) -> &str {
        text(&self.user_id, self.user_id_len)
    }

    fn room_id(&self) -> &str {
        text(&self.room_id, self.room_id_len)
    }

    fn payload(&self) -> &str {
        text(&self.payload, self.payload_len)
    }

    fn secret_text(&self) -> &str {
        text(&self.secret, self.secret_len)
    }

    fn secret(&self) -> Result<ServerSecret, Error> {
        ServerSecret::new(self.secret_text())
    }

    const fn limits(&self) -> Limits {
        if self.wire_limits {
            Limits::Wire
        } else {
            Limits::Documented
        }
    }

    const fn mode(&self) -> Mode {
        if self.gcm { Mode::Gcm } else { Mode::Cbc }
    }

    fn token04(&self) -> Token04<'_> {
        Token04::new(self.app_id, self.user_id(), self.seconds).limits(self.limits())
    }

    fn cbc_entropy(&self) -> CbcEntropy {
        let [iv @ .., a, b, c, d] = self.random;
        CbcEntropy::from_random(iv, [a, b, c, d])
    }

    fn gcm_entropy(&self) -> GcmEntropy {
        let [nonce @ .., _, _, _, _, a, b, c, d] = self.random;
        GcmEntropy::new(nonce, i64::from_be_bytes([0, 0, 0, 0, a, b, c, d]))
    }
}

const fn access(allow: bool) -> Access {
    if allow { Access::Allow } else { Access::Deny }
}

#[unsafe(no_mangle)]
extern "C" fn bare_zego_token04(inputs: &Inputs, out: &mut Memory, cap: usize) -> i32 {
    let out = part_mut(out, cap);
    status((|| {
        let token = inputs.token04().payload(inputs.payload());
        token
            .mint(&inputs.secret()?, inputs.cbc_entropy(), inputs.now, out)
            .map(str::len)
    })())
}

#[unsafe(no_mangle)]
extern "C" fn bare_zego_token04_gcm(inputs: &Inputs, out: &mut Memory, cap: usize) -> i32 {
    let out = part_mut(out, cap);
    status((|| {
        let token = inputs.token04().payload(inputs.payload());
        token
            .mint_gcm(&inputs.secret()?, inputs.gcm_entropy(), inputs.now, out)
            .map(str::len)
    })())
}

#[unsafe(no_mangle)]
extern "C" fn bare_zego_token04_room(inputs: &Inputs, out: &mut Memory, cap: usize) -> i32 {
    let out = part_mut(out, cap);
    status((|| {
        let streams = [inputs.room_id(), inputs.user_id()];
        let privileges = match (inputs.login, inputs.publish) {
            (true, false) => Privileges::login(access(inputs.wire_limits)),
            (false, true) => Privileges::publish(access(inputs.wire_limits)),
            (login, publish) => Privileges::both(access(login), access(publish)),
        };
        let payload = RoomPayload::new(inputs.room_id(), privileges);
        let written = payload.without_streams().write(&mut *out)?.len();
        let payload = payload.streams(&streams);
        let token = inputs.token04().room(payload);
        let entropy = inputs.cbc_entropy();
        let len = token.len(inputs.mode(), inputs.now, entropy.nonce())?;
        let minted = token.mint(&inputs.secret()?, entropy, inputs.now, out)?;
        Ok(written ^ len ^ minted.len())
    })())
}

#[unsafe(no_mangle)]
extern "C" fn bare_zego_token03(inputs: &Inputs, out: &mut Memory, cap: usize) -> i32 {
    let out = part_mut(out, cap);
    status((|| {
        let token = Token03::new(
            inputs.app_id,
            inputs.room_id(),
            inputs.user_id(),
            access(inputs.login),
            access(inputs.publish),
            inputs.seconds,
        )
        .limits(inputs.limits());
        let entropy = inputs.cbc_entropy();
        let len = token.len(inputs.now, entropy.nonce())?;
        let minted = token.mint(&inputs.secret()?, entropy, inputs.now, out)?;
        Ok(len ^ minted.len())
    })())
}

/// The answers as bits.
fn bits(report: Report) -> usize {
    report
        .answers()
        .iter()
        .map(|(_, verdict)| verdict.fails())
        .chain([report.ok().is_ok()])
        .fold(0, |bits, bit| bits << 1 | usize::from(bit))
}

#[unsafe(no_mangle)]
extern "C" fn bare_zego_open04(inputs: &Inputs, out: &mut Memory, cap: usize) -> i32 {
    let out = part_mut(out, cap);
    status((|| {
        let sealed = Sealed04::parse(inputs.payload(), &mut *out)?;
        let clear = sealed.ciphertext_len() ^ usize::from(sealed.mode() == Mode::Gcm);
        let claims = if inputs.login {
            sealed.decrypt(&inputs.secret()?)?
        } else {
            sealed.open(&inputs.secret()?)?
        };
        let expected = Expected::of(inputs.app_id, inputs.user_id(), inputs.now)
            .room(inputs.room_id())
            .publisher();
        let mut report = claims.check(&expected);
        let times = claims.issued_at() ^ claims.expires_at() ^ claims.clear_expires_at();
        let numbers = times ^ claims.nonce() ^ claims.app_id();
        let texts = claims.as_json().len() ^ claims.user_id().chars().count();
        let mut unescaped = [0; 256];
        let payload = match claims.payload() {
            None => 0,
            Some(payload) => {
                let text = payload.unescape_into(&mut unescaped)?;
                report = report.with_payload(&expected, &ParsedPayload::parse(text)?);
                room(text)?
            }
        };
        Ok(clear ^ bits(report) ^ numbers.count_ones() as usize ^ texts ^ payload)
    })())
}

fn room(text: &str) -> Result<usize, Error> {
    let payload = ParsedPayload::parse(text)?;
    let room = payload.room_id().map_or(0, |room| room.chars().count());
    let streams = payload.streams().map(|stream| stream.chars().count());
    let allowed = [Privilege::Login, Privilege::Publish]
        .map(|privilege| usize::from(payload.privilege(privilege) == Some(1)));
    Ok(streams.chain(allowed).fold(room, |sum, part| sum ^ part))
}

#[unsafe(no_mangle)]
extern "C" fn bare_zego_open03(inputs: &Inputs, out: &mut Memory, cap: usize) -> i32 {
    let out = part_mut(out, cap);
    status((|| {
        let sealed = Sealed03::parse(inputs.payload(), out)?;
        let clear = sealed.ciphertext_len();
        let claims = if inputs.login {
            sealed.decrypt(&inputs.secret()?)?
        } else {
            sealed.open(&inputs.secret()?)?
        };
        let expected = Expected::of(inputs.app_id, inputs.user_id(), inputs.now);
        let report = claims.check(&expected.room(inputs.room_id()));
        let times = claims.issued_at() ^ claims.expires_at() ^ claims.clear_expires_at();
        let numbers = times ^ claims.nonce() ^ claims.app_id();
        let texts = claims.as_json().len()
            ^ claims.room_id().chars().count()
            ^ claims.user_id().chars().count();
        let login = claims.privilege(Privilege::Login).is_some();
        Ok(clear ^ bits(report) ^ numbers.count_ones() as usize ^ texts ^ usize::from(login))
    })())
}

#[unsafe(no_mangle)]
extern "C" fn bare_zego_codes(inputs: &Inputs) -> i32 {
    let user_id = inputs.user_id();
    let (secret, seconds) = (inputs.secret_text(), inputs.seconds);
    check_token04(inputs.app_id, user_id, secret, seconds, inputs.limits())
        .and_then(|_| {
            let room_id = inputs.room_id();
            check_token03(
                inputs.app_id,
                room_id,
                user_id,
                secret,
                seconds,
                inputs.limits(),
            )
        })
        .map_or_else(|error| error_code(&error), |_| 0)
}

#[unsafe(no_mangle)]
extern "C" fn bare_zego_server_api(inputs: &Inputs, out: &mut Memory, cap: usize) -> i32 {
    let out = part_mut(out, cap);
    status((|| {
        let now = inputs.now.unsigned_abs();
        server_api_signature(inputs.app_id, inputs.payload(), &inputs.secret()?, now, out)
            .map(str::len)
    })())
}
