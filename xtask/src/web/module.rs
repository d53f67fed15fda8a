//! The module.

use std::fs;

use crate::archive::{self, Sha};
use crate::{Result, tool};

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds it; no path of this machine is in it.
pub(super) fn build() -> Result<Vec<u8>> {
    tool::ensure(&tool::active_toolchain()?, "target", TARGET)?;
    let mut cargo = tool::cargo("rustc --quiet --locked -p tokenmint-web --profile web --lib");
    cargo.args(["--target", TARGET, "--crate-type", "cdylib"]);
    cargo.env(
        "CARGO_ENCODED_RUSTFLAGS",
        archive::flags(Sha::Compact).join("\x1f"),
    );
    tool::run(&mut cargo)?;
    let path = tool::target_dir()
        .join(TARGET)
        .join("web/tokenmint_web.wasm");
    fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}
