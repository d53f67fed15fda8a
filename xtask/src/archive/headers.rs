//! The header cut to each function of the interface compiles alone, as C and as
//! C++, and declares what is needed to call it.

use crate::header::{self, cut};
use crate::warnings::WARNINGS;
use crate::{Result, tool};

pub(super) fn check() -> Result<()> {
    let place = tool::target_dir().join("archive/headers");
    std::fs::create_dir_all(&place)
        .map_err(|error| format!("cannot make {}: {error}", place.display()))?;
    let mut files = Vec::new();
    let functions = header::functions()?;
    for function in &functions {
        let cut = cut::cut(&[function])?;
        // Twice, as headers may come.
        let text = format!("{0}{0}void *here = (void *)&{function};\n", cut.text);
        let file = place.join(format!("{function}.c"));
        std::fs::write(&file, text)
            .map_err(|error| format!("cannot write {}: {error}", file.display()))?;
        files.push(file);
    }
    for (compiler, language, standard) in [
        ("gcc", "c", "c99"),
        ("clang", "c", "c99"),
        ("g++", "c++", "c++11"),
    ] {
        tool::run(
            tool::command(compiler)
                .args(WARNINGS)
                // The address of a function as one of data.
                .args(["-Wno-pedantic", "-fsyntax-only", "-x", language])
                .arg(format!("-std={standard}"))
                .args(&files),
        )?;
    }
    println!(
        "the header cut to each of {} functions compiles alone",
        functions.len()
    );
    Ok(())
}
