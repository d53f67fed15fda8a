//! A token04 that says who the user is and nothing more.
//!
//! `cargo run --example zego_general_token04 --features zego`

use tokenmint::Error;
use tokenmint::zego::{CbcEntropy, Expected, Sealed04, ServerSecret, Token04, workspace_len};

/// The longest user id of this application.
const USER_ID_MAX: usize = 32;
const CAPACITY: usize = Token04::capacity(USER_ID_MAX, 0);

/// Mints, prints, opens and checks.
pub fn main() -> Result<(), Error> {
    // App id and server secret of the ZEGO console; yours come from a safe place.
    let app_id = 2_913_569_222;
    let secret = ServerSecret::new("b0d996aecc46ad51600ea853bb378c18")?;
    // On a server: the system's clock and `CbcEntropy::from_os()?`. A device
    // brings its own clock, and new random values for every token.
    let now = 1_700_000_000;
    let entropy = CbcEntropy::new(*b"36710664d61b9295", 34_430_347);

    let mut buffer = [0; CAPACITY];
    let token = Token04::new(app_id, "demo", 3600).mint(&secret, entropy, now, &mut buffer)?;
    println!("{token}");

    let mut workspace = [0; workspace_len(CAPACITY)];
    let sealed = Sealed04::parse(token, &mut workspace)?;
    assert_eq!(sealed.expires_at(), now + 3600);
    let claims = sealed.open(&secret)?;
    println!("{}", claims.as_json());
    claims.check(&Expected::of(app_id, "demo", now)).ok()
}
