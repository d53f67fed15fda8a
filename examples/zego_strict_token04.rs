//! A token04 for one room: the user may log in and publish one stream. ZEGO
//! has to enable privilege checks for the application.
//!
//! `cargo run --example zego_strict_token04 --features zego`

use tokenmint::Error;
use tokenmint::zego::{
    Access, CbcEntropy, Expected, Mode, ParsedPayload, Privileges, RoomPayload, Sealed04,
    ServerSecret, Token04, workspace_len,
};

const ROOM: &str = "lobby";
const STREAMS: [&str; 1] = ["camera"];
const CAPACITY: usize =
    Token04::room_capacity_in(Mode::Cbc, "alice".len(), ROOM.len(), 1, STREAMS[0].len());

/// Mints, prints, opens and reads the payload.
pub fn main() -> Result<(), Error> {
    // App id and server secret of the ZEGO console; yours come from a safe place.
    let app_id = 2_913_569_222;
    let secret = ServerSecret::new("b0d996aecc46ad51600ea853bb378c18")?;
    // On a server: the system's clock and `CbcEntropy::from_os()?`. A device
    // brings its own clock, and new random values for every token.
    let (now, random) = (1_700_000_000, ([7; 16], [7; 4]));
    let entropy = CbcEntropy::from_random(random.0, random.1);

    let payload =
        RoomPayload::new(ROOM, Privileges::both(Access::Allow, Access::Allow)).streams(&STREAMS);
    let mut buffer = [0; CAPACITY];
    let token = Token04::new(app_id, "alice", 3600).room(payload).mint(
        &secret,
        entropy,
        now,
        &mut buffer,
    )?;
    println!("{token}");

    let mut workspace = [0; workspace_len(CAPACITY)];
    let claims = Sealed04::parse(token, &mut workspace)?.open(&secret)?;
    let text = claims
        .payload()
        .ok_or(Error::BadMember { name: "payload" })?;
    let mut unescaped = [0; 128];
    let text = text.unescape_into(&mut unescaped)?;
    println!("{text}");
    let payload = ParsedPayload::parse(text)?;
    let expected = Expected::of(app_id, "alice", now).room(ROOM).publisher();
    claims
        .check(&expected)
        .with_payload(&expected, &payload)
        .ok()?;
    assert!(
        payload
            .streams()
            .zip(STREAMS)
            .all(|(is, should)| is.eq_str(should))
    );
    assert_eq!(payload.streams().count(), STREAMS.len());
    Ok(())
}
