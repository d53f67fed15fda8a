//! The page: everything in one file, so that it works from a disk, and nothing
//! but what is in it may run.

use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256};
use zopfli::{Format, Options};

use super::words;
use crate::{Result, tool};

/// Puts the page together.
pub(super) fn page(module: &[u8]) -> Result<String> {
    let words = words::object("zh")?;
    let style = bare(&tool::read("web/page/style.css")?);
    let script = format!(
        "\"use strict\";\nconst MODULE={};\nconst WORDS={};\n{}\n{}\n{}",
        packed(module)?,
        packed(words.as_bytes())?,
        bare(&tool::read("web/page/engine.js")?.replace("export function", "function")),
        bare(&tool::read("web/page/rs256.js")?),
        bare(&tool::read("web/page/app.js")?),
    );
    if script.contains("</script") || style.contains("</style") {
        return Err("a script or style that ends its own element".to_owned());
    }
    let policy = format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval' {}; style-src {}; img-src data:; \
         base-uri 'none'; form-action 'none'",
        source(&script),
        source(&style)
    );
    let template = bare(&tool::read("web/page/index.html")?);
    Ok(template
        .replace("{policy}", &policy)
        .replace("{style}", &style)
        .replace("{script}", &script))
}

/// Without indentation and lines of comment: no text of ours has several lines.
fn bare(source: &str) -> String {
    let lines = source.lines().map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    kept.collect::<Vec<_>>().join("\n")
}

/// Compressed as far as zlib goes, as a JavaScript array of its length and its text in base 85,
/// which is a sixteenth shorter than base 64: four bytes, the first the highest,
/// are five digits, and a digit is a character from `#` on without `<` and `\\`.
fn packed(bytes: &[u8]) -> Result<String> {
    let mut packed = Vec::new();
    zopfli::compress(Options::default(), Format::Zlib, bytes, &mut packed)
        .map_err(|error| format!("cannot compress: {error}"))?;
    let mut text = String::new();
    for chunk in packed.chunks(4) {
        let mut four = [0; 4];
        four[..chunk.len()].copy_from_slice(chunk);
        let number = u32::from_be_bytes(four);
        text.extend([85_u32.pow(4), 85_u32.pow(3), 85 * 85, 85, 1].map(|unit| {
            // Below 85.
            let digit = (number / unit % 85) as u8;
            let character = digit + b'#' + u8::from(digit > 24);
            char::from(character + u8::from(character > b'['))
        }));
    }
    Ok(format!("[{},\"{text}\"]", packed.len()))
}

/// How a policy names a text that may be used.
fn source(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    format!("'sha256-{}'", Base64::encode_string(&hash))
}
