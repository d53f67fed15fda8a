//! What a device does every day: look into its token without a certificate.
//!
//! `cargo run --example agora_is_it_time_to_renew`

use tokenmint::Error;
use tokenmint::agora::v007::peek;

/// Looks and decides.
pub fn main() -> Result<(), Error> {
    // Channel `lobby`, account `alice`, issued at 1700000000 for an hour.
    let token = "007eJxTYJBUe7brqe1+o3+rW9Xil89knsH0t2zfXduAiISYF10n+RkVGCzNDZwdjU1TUs0Mkk1MzExMk5ISUy0SjQxNDcwMk4yNGT4GpwrwMTD4Je5hYARCFiAG8ZnAJDOYZAGTrAw5+UlJlawMiTmZyakAuRkf1g==";

    let mut workspace = [0; 1024];
    let seen = peek(token, &mut workspace)?;
    println!("{seen:?}");
    assert_eq!((seen.channel, seen.account), (Some("lobby"), Some("alice")));

    for (now, what) in [
        (1_700_000_000, "keep"),
        (1_700_003_500, "renew"),
        (1_700_003_600, "expired"),
    ] {
        let advice = match (seen.has_expired(now), seen.should_renew(now)) {
            (true, _) => "expired",
            (false, true) => "renew",
            (false, false) => "keep",
        };
        println!("at {now}: {advice}");
        assert_eq!(advice, what);
    }
    Ok(())
}
