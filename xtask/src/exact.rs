//! Random contents of all kinds, compressed by `Exact` and by zlib at level 6:
//! the same bytes.
//!
//! | words | meaning |
//! |---|---|
//! | `--contents N` | how many; 10,000,000 |
//! | `--seed N` | which; 21 |

use crate::{Outcome, Result, tool};

/// The test, which compares fewer when it is run with the others.
const TEST: &str = "test --quiet --release --locked -p tokenmint \
    --features agora,internals,std --test zlib_differential -- --nocapture \
    exact_is_zlib_level_6_for_random_contents";

pub(crate) fn run(words: &[String]) -> Result {
    let (mut contents, mut seed) = ("10000000", "21");
    let mut words = words.iter().map(String::as_str);
    while let Some(word) = words.next() {
        let value = match word {
            "--contents" => &mut contents,
            "--seed" => &mut seed,
            _ => return Err("it takes `--contents N` and `--seed N`".to_owned()),
        };
        *value = words
            .next()
            .filter(|number| number.parse::<u32>().is_ok())
            .ok_or_else(|| format!("{word} wants a number"))?;
    }
    let mut command = tool::cargo(TEST);
    command.env("TOKENMINT_EXACT_CONTENTS", contents);
    tool::run(command.env("TOKENMINT_EXACT_SEED", seed))?;
    Ok(Outcome::Done)
}
