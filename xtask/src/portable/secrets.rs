//! Keys on the dead stack, as `cargo xtask secrets` looks for them, after the
//! work of the portable C file: by every compiler and optimization that there
//! is an emulated board for.

use std::path::Path;

use super::{Library, check};
use crate::qemu::{self, XTENSA};
use crate::{Result, secrets};

const OPTIONS: &[&str] = &["-Os", "-O2", "-O3", "-O0"];

pub(super) fn run(place: &Path) -> Result<()> {
    let file = Library::build()?.write(place)?;
    let mut finds = Vec::new();
    for board in [qemu::m4()?, &XTENSA] {
        for option in OPTIONS {
            let object = check::object(board, &file, &[option], &place.join(board.name))?;
            let image = check::image(board, "secrets", &object)?;
            secrets::search_image(board, &image, option, &mut finds)?;
        }
    }
    match finds.is_empty() {
        true => Ok(()),
        false => Err(format!("left on the stack:\n{}", finds.join("\n"))),
    }
}
