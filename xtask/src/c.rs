//! The C interface from outside: header, archive, and what C compilers and
//! memory checkers say.
//!
//! | step | what |
//! |---|---|
//! | cases | the vectors, run through the Rust functions and written as C |
//! | C, C++ | cases, driver and faults, by every compiler and standard |
//! | headers | each alone and twice, by every compiler and standard |
//! | wrapper | `tokenmint.hpp`, which has every function, with exceptions and without |
//! | refused | what must not compile in C++, and its twin that does |
//! | PSA | the cases with all cryptography by Mbed TLS, keys that it holds, and a library that lies |
//! | example | the example in the header's own comment |
//! | sanitizers, valgrind | the same programs, watched |
//! | exports | the shared library shows `tokenmint_*` and nothing else |

use std::path::{Path, PathBuf};

use crate::warnings::WARNINGS;
use crate::{Outcome, Result, header, package, program, tool};

/// What PSA Crypto is found by, and what does tokenmint's work with it.
pub(crate) const PSA_HEADER: &str = "/usr/include/psa/crypto.h";
pub(crate) const PSA: &str = "ffi/package/psa/tokenmint_psa.c";
pub(crate) const BY_PSA: &str = "-DTOKENMINT_PSA";
const MBEDTLS: &str = "-lmbedcrypto";

const HEADER: &str = "include/tokenmint.h";
const ABUSE: &str = "ffi/src/abuse/rows.rs";
/// What the generated cases are compiled with.
pub(crate) const SOURCES: &[&str] = &[
    "ffi/tests/c/driver.c",
    "ffi/tests/c/values.c",
    "ffi/tests/c/faults.c",
    "ffi/tests/c/device.c",
];
/// The name of the file with the cases.
pub(crate) const CASES: &str = "cases.c";
/// For C++ besides: headers are included by programs of any style.
const CPP_WARNINGS: &[&str] = &["-Wold-style-cast"];
const PLAIN_CPP: &[&str] = &["-fno-exceptions", "-fno-rtti"];
const REFUSED: &str = "ffi/tests/c/refused.cpp";
const C_STANDARDS: &[&str] = &["c99", "c11", "c17"];
const CPP_STANDARDS: &[&str] = &["c++11", "c++14", "c++17", "c++20"];
const SANITIZE: &[&str] = &[
    "-g",
    "-fsanitize=address,undefined",
    "-fno-sanitize-recover=all",
];

/// A pair of compilers.
const COMPILERS: &[(&str, &str)] = &[("gcc", "g++"), ("clang", "clang++")];

pub(crate) fn run(_: &[String]) -> Result {
    for (tool, package) in [
        ("gcc", "gcc"),
        ("g++", "g++"),
        ("clang", "clang"),
        ("valgrind", "valgrind"),
        ("nm", "binutils"),
    ] {
        if !program::ensure(tool, package)? {
            return Ok(Outcome::Skipped(format!("no {tool} can be installed here")));
        }
    }
    let has_psa = program::ensure_file(PSA_HEADER, "libmbedtls-dev")?;
    let build = Build::new()?;
    complete(&build.cases())?;
    let example = build.write_example()?;
    std::thread::scope(|scope| {
        let runs: Vec<_> = COMPILERS
            .iter()
            .map(|compilers| scope.spawn(|| build.compilers(compilers, &example)))
            .collect();
        let watched = build.watched();
        for run in runs {
            run.join().map_err(|_| "a thread panicked".to_owned())??;
        }
        watched
    })?;
    build.exports()?;
    if !has_psa {
        let why = "all but PSA: no libmbedtls-dev can be installed here";
        return Ok(Outcome::Skipped(why.to_owned()));
    }
    build.psa()?;
    Ok(Outcome::Done)
}

const CPP: &str = "include/*.hpp";

/// Nothing is left out: the C++ header wraps every function, the test with bad
/// arguments and a C program call it.
fn complete(cases: &Path) -> Result<()> {
    let mut programs = tool::read(cases)?;
    for source in SOURCES {
        programs += &tool::read(source)?;
    }
    for (what, text) in [
        (CPP, header::all(header::CPP_HEADERS)?),
        (ABUSE, tool::read(ABUSE)?),
        ("ffi/tests/c", programs),
    ] {
        let mut missing = unnamed(&text)?;
        if what == CPP {
            // What the library alone calls is named as in C.
            let headers = header::all(header::HEADERS)?;
            missing.retain(|name| !headers.contains(&format!("{name}(void *making)")));
        }
        if !missing.is_empty() {
            return Err(format!("{what} does not call {}", missing.join(", ")));
        }
        println!("{what} calls all {} functions", header::functions()?.len());
    }
    Ok(())
}

/// The functions of the header that `source` does not name.
pub(crate) fn unnamed(source: &str) -> Result<Vec<String>> {
    let mut missing = header::functions()?;
    missing.retain(|name| !header::names(source, name));
    Ok(missing)
}

/// Runs the vectors through the Rust functions and writes them as C.
pub(crate) fn write_cases(path: &Path) -> Result<()> {
    let mut test = tool::cargo(
        "test --quiet --package tokenmint-ffi --features legacy --test vectors -- --nocapture",
    );
    tool::run(test.env("TOKENMINT_C_CASES", path))
}

/// The archive and the cases.
struct Build {
    directory: PathBuf,
    archive: PathBuf,
}

/// A program that has been linked.
struct Program {
    what: String,
    path: PathBuf,
}

impl Build {
    fn new() -> Result<Self> {
        let directory = tool::target_dir().join("c");
        std::fs::create_dir_all(&directory)
            .map_err(|error| format!("cannot make {}: {error}", directory.display()))?;
        write_cases(&directory.join(CASES))?;
        tool::run(&mut tool::cargo(
            "rustc --quiet --package tokenmint-ffi --features legacy --crate-type staticlib",
        ))?;
        Ok(Self {
            archive: tool::target_dir().join("debug/libtokenmint_ffi.a"),
            directory,
        })
    }

    fn cases(&self) -> PathBuf {
        self.directory.join(CASES)
    }

    fn driver(&self, compiler: &str, standard: &str, more: &[&str]) -> Result<Program> {
        let cases = self.cases();
        let mut sources: Vec<_> = SOURCES.iter().map(Path::new).collect();
        sources.push(&cases);
        self.link("driver", compiler, standard, more, &sources)
    }

    /// All cryptography by PSA: the same cases, keys that it holds, and a library in
    /// its place that lies.
    fn psa(&self) -> Result<()> {
        let cases = self.cases();
        let mut sources: Vec<_> = SOURCES.iter().map(Path::new).collect();
        sources.extend([cases.as_path(), Path::new(PSA)]);
        let held = ["ffi/tests/c/psa.c", PSA].map(Path::new);
        let lies = ["ffi/tests/c/psa_faults.c", PSA].map(Path::new);
        for (compiler, sanitize) in [("gcc", SANITIZE), ("clang", &[])] {
            let watched = [&[BY_PSA], sanitize].concat();
            let with_library = [&watched[..], &[MBEDTLS]].concat();
            for (name, sources, more) in [
                ("psa", &sources[..], &with_library),
                ("psa-held", &held, &with_library),
                ("psa-lies", &lies, &watched),
            ] {
                self.link(name, compiler, "c99", more, sources)?.run(&[])?;
            }
        }
        Ok(())
    }

    fn wrapper(&self, compiler: &str, standard: &str, more: &[&str]) -> Result<Program> {
        let sources = ["ffi/tests/c/wrapper.cpp", "ffi/tests/c/lifetimes.cpp"];
        self.link("wrapper", compiler, standard, more, &sources.map(Path::new))
    }

    fn link(
        &self,
        name: &str,
        compiler: &str,
        standard: &str,
        more: &[&str],
        sources: &[&Path],
    ) -> Result<Program> {
        // Several are made at the same time.
        let kind = more.concat().replace([',', '='], "");
        let path = self
            .directory
            .join(format!("{name}-{compiler}-{standard}{kind}"));
        let mut command = tool::command(compiler);
        command.arg(format!("-std={standard}")).args(WARNINGS);
        let (libraries, flags): (Vec<&&str>, Vec<&&str>) =
            more.iter().partition(|word| word.starts_with("-l"));
        command.args(["-Iinclude", "-Iffi/tests/c"]).args(flags);
        if standard.starts_with("c++") {
            command.args(["-x", "c++"]);
        } else {
            command.arg("-Wstrict-prototypes");
        }
        command
            .args(sources)
            .args(["-x", "none"])
            .arg(&self.archive);
        command.args(libraries).args(["-lm", "-o"]).arg(&path);
        tool::run(&mut command)?;
        Ok(Program {
            what: format!("{name}, {compiler} {standard} {}", more.join(" ")),
            path,
        })
    }

    /// Every standard, by a compiler for C and its sibling for C++.
    fn compilers(&self, (c, cpp): &(&str, &str), example: &Path) -> Result<()> {
        for standard in C_STANDARDS {
            self.alone(c, standard)?;
            self.driver(c, standard, &[])?.run(&[])?;
        }
        for standard in CPP_STANDARDS {
            self.alone(cpp, standard)?;
            self.driver(cpp, standard, &[])?.run(&[])?;
            self.wrapper(cpp, standard, &[])?.run(&[])?;
            self.wrapper(cpp, standard, PLAIN_CPP)?.run(&[])?;
            refused(cpp, standard)?;
        }
        self.example(c, "c99", example)?;
        self.example(cpp, "c++11", example)
    }

    /// Each header alone, and a second time.
    fn alone(&self, compiler: &str, standard: &str) -> Result<()> {
        let cpp = standard.starts_with("c++");
        let more = if cpp { header::CPP_HEADERS } else { &[] };
        for header in header::HEADERS.iter().chain(more) {
            let name = header.replace(['/', '.'], "_");
            let file = self
                .directory
                .join(format!("alone-{name}-{compiler}-{standard}"));
            // A translation unit of a header alone may be empty in C.
            let line = format!("#include \"{header}\"\n");
            std::fs::write(&file, format!("{line}{line}int here;\n"))
                .map_err(|error| format!("cannot write {}: {error}", file.display()))?;
            let mut command = tool::command(compiler);
            command.arg(format!("-std={standard}")).args(WARNINGS);
            command.args(["-Iinclude", "-fsyntax-only"]);
            if cpp {
                command.args(CPP_WARNINGS).args(PLAIN_CPP);
            }
            command.args(["-x", if cpp { "c++" } else { "c" }]);
            tool::run(command.arg(&file))?;
        }
        println!("each header alone, {compiler} {standard}");
        Ok(())
    }

    /// Runs the programs under the tools that watch memory.
    fn watched(&self) -> Result<()> {
        self.driver("gcc", "c99", SANITIZE)?.run(&[])?;
        self.wrapper("g++", "c++17", SANITIZE)?.run(&[])?;
        let valgrind = ["valgrind", "-q", "--leak-check=full", "--error-exitcode=9"];
        self.driver("gcc", "c99", &["-g"])?.run(&valgrind)?;
        self.wrapper("g++", "c++11", &["-g"])?.run(&valgrind)
    }

    /// The example of the header, as it stands there.
    fn write_example(&self) -> Result<PathBuf> {
        let header = tool::read(HEADER)?;
        let code = header
            .split_once("@code{.c}\n")
            .and_then(|(_, rest)| rest.split_once(" * @endcode"))
            .map(|(code, _)| code)
            .ok_or_else(|| format!("{HEADER} has no example"))?;
        let mut source = String::new();
        for line in code.lines() {
            source += line.strip_prefix(" * ").unwrap_or("");
            source.push('\n');
        }
        let path = self.directory.join("example.c");
        std::fs::write(&path, source)
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        Ok(path)
    }

    fn example(&self, compiler: &str, standard: &str, source: &Path) -> Result<()> {
        let program = self.link("example", compiler, standard, &[], &[source])?;
        let printed = tool::output(&mut tool::command(&program.path))?;
        println!("{}: {}", program.what, printed.trim_end());
        if printed.starts_with("007") {
            Ok(())
        } else {
            Err("the example of the header prints no token".to_owned())
        }
    }

    /// Only our names, and all of them.
    fn exports(&self) -> Result<()> {
        let release = package::host_libraries()?;
        let library = ["libtokenmint_ffi.so", "libtokenmint_ffi.dylib"]
            .map(|name| release.join(name))
            .into_iter()
            .find(|path| path.exists())
            .ok_or("cargo made no shared library")?;
        let listing = tool::output(
            tool::command("nm")
                .args(["-D", "--defined-only", "--format=posix"])
                .arg(&library),
        )?;
        let shown: Vec<&str> = listing
            .lines()
            .filter_map(|line| line.split_whitespace().next())
            .collect();
        let functions = header::functions()?;
        let foreign: Vec<_> = shown
            .iter()
            .filter(|name| !functions.iter().any(|function| function == *name))
            .collect();
        let missing: Vec<_> = functions
            .iter()
            .filter(|function| !shown.contains(&function.as_str()))
            .collect();
        if !foreign.is_empty() || !missing.is_empty() {
            return Err(format!(
                "exported too: {foreign:?}; not exported: {missing:?}"
            ));
        }
        println!(
            "the shared library exports {} functions and nothing else",
            shown.len()
        );
        Ok(())
    }
}

/// Every case of the file compiles, and not when it is told to keep what is
/// temporary: then the compiler says the word that stands behind the case.
fn refused(compiler: &str, standard: &str) -> Result<()> {
    let compile = || {
        let mut command = tool::command(compiler);
        command.arg(format!("-std={standard}")).args(WARNINGS);
        // As far as the assembler: gcc warns late of a status that is dropped.
        command.args(["-Iinclude", "-S", "-o", "/dev/null", REFUSED]);
        command
    };
    tool::run(&mut compile())?;
    let source = tool::read(REFUSED)?;
    let cases: Vec<_> = source
        .lines()
        .filter_map(|line| line.split_once("|| CASE == ")?.1.split_once("  // "))
        .collect();
    for (case, why) in &cases {
        let output = compile()
            .arg(format!("-DCASE={case}"))
            .arg("-DREFUSED")
            // The other cases do not use all that they share.
            .args(["-Wno-unused-variable", "-Wno-unused-function"])
            .output()
            .map_err(|error| format!("cannot start {compiler}: {error}"))?;
        let said = String::from_utf8_lossy(&output.stderr);
        if output.status.success() || !said.contains(why) {
            return Err(format!(
                "{REFUSED}, case {case}, {compiler} {standard}: not {why:?} but\n{said}"
            ));
        }
    }
    if cases.is_empty() {
        return Err(format!("{REFUSED} has no cases"));
    }
    println!("refused, {compiler} {standard}: {} cases", cases.len());
    Ok(())
}

impl Program {
    /// Runs it, under `watcher` if that is not empty.
    fn run(&self, watcher: &[&str]) -> Result<()> {
        let mut command = match watcher {
            [] => tool::command(&self.path),
            [program, arguments @ ..] => {
                let mut command = tool::command(program);
                command.args(arguments).arg(&self.path);
                command
            }
        };
        let printed = tool::output(&mut command)?;
        let watched = watcher
            .first()
            .map_or(String::new(), |name| format!(" under {name}"));
        println!("{}{watched}: {}", self.what.trim_end(), printed.trim_end());
        Ok(())
    }
}
