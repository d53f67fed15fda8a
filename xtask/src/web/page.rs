//! The page: everything in one file, so that it works from a disk, and nothing
//! but what is in it may run.

use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256};

use super::words;
use crate::{Result, tool};

/// The most that zlib can do.
const LEVEL: u8 = 10;

/// Puts the page together.
pub(super) fn page(module: &[u8]) -> Result<String> {
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(module, LEVEL);
    let style = tool::read("web/page/style.css")?;
    let script = format!(
        "\"use strict\";\nconst MODULE=\"{}\";\nconst WORDS={};\n{}\n{}",
        Base64::encode_string(&packed),
        words::object("zh")?,
        tool::read("web/page/engine.js")?.replace("export function", "function"),
        tool::read("web/page/app.js")?,
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
    let template = tool::read("web/page/index.html")?;
    Ok(template
        .replace("{policy}", &policy)
        .replace("{style}", &style)
        .replace("{script}", &script))
}

/// How a policy names a text that may be used.
fn source(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    format!("'sha256-{}'", Base64::encode_string(&hash))
}
