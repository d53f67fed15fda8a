//! The examples for hosts, built against an installed package and run.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::warnings::WARNINGS;
use crate::{Result, tool, vectors};

use super::cmake::Project;

/// A run of an example: what it is given, and what one line of its output is.
struct Run {
    program: &'static str,
    arguments: &'static [&'static str],
    settings: &'static [(&'static str, &'static str)],
    /// What stands before the credential in its line.
    before: &'static str,
    /// The case with that credential.
    case: &'static str,
}

const AGORA: &[(&str, &str)] = &[
    ("AGORA_APP_ID", "970CA35de60c44645bbae8a215061b33"),
    ("AGORA_APP_CERTIFICATE", "5CFd2fd1755d40ecb72977518be15d3b"),
];
const RTC_TOKEN: &[&str] = &[
    "7d72365eb983485397e3e3f9d460bdda",
    "2882341273",
    "600",
    "1111111",
    "1",
];

const C: &[Run] = &[
    Run {
        program: "rtc_token",
        arguments: RTC_TOKEN,
        settings: AGORA,
        before: "",
        case: "agora/rtc2-uid-publisher",
    },
    Run {
        program: "time_key_token",
        arguments: &[
            "7d72365eb983485397e3e3f9d460bdda",
            "2882341273",
            "600",
            "1111111",
            // HMAC-SHA256 of the certificate above, as the format has it.
            "e0f6141e54329d72102500478ec18e0020a5eeef53bbcccc442c6c2f7f178251",
            "1",
        ],
        settings: &[],
        before: "",
        case: "agora/rtc2-uid-publisher",
    },
    Run {
        program: "zego_token",
        arguments: &["demo", "3600", "1700000000", "34430347", "36710664d61b9295"],
        settings: &[
            ("ZEGO_APP_ID", "2913569222"),
            ("ZEGO_SERVER_SECRET", "b0d996aecc46ad51600ea853bb378c18"),
        ],
        before: "",
        case: "zego/pub-001",
    },
    Run {
        program: "authing_header",
        arguments: &[
            "Tue, 14 Nov 2023 22:13:20 GMT",
            "0123456789abcdef0123456789abcdef",
        ],
        settings: &[],
        before: "authorization: ",
        case: "authing/get-no-params",
    },
    Run {
        program: "secure_element",
        arguments: &[],
        settings: &[],
        before: "",
        case: "ath/python-order, register/authorize audience",
    },
];

const CPP: &[Run] = &[
    Run {
        program: "rtc_token",
        arguments: RTC_TOKEN,
        settings: AGORA,
        before: "",
        case: "agora/rtc2-uid-publisher",
    },
    Run {
        program: "convoai_header",
        arguments: &["basic", "cust-id-1", "cust-secret-1"],
        settings: &[],
        before: "Authorization: ",
        case: "convoai/basic",
    },
];

/// The examples with the package at `root`, whose pkg-config file is in
/// `<libdir>/pkgconfig`.
pub(super) fn check(root: &Path, libdir: &str) -> Result<()> {
    let prefix = format!("CMAKE_PREFIX_PATH={}", root.display());
    let c_flags = format!("CMAKE_C_FLAGS={}", flags(true));
    let cpp_flags = format!("CMAKE_CXX_FLAGS={}", flags(false));
    for (kind, linking) in [("shared", "OFF"), ("static", "ON")] {
        let linking = format!("TOKENMINT_STATIC={linking}");
        let c = Project::new("examples/c", &format!("c-{kind}"))?;
        c.configure(&[prefix.clone(), linking.clone(), c_flags.clone()])?;
        c.build()?;
        run_all(&c.build, C)?;
        check_token(&c.build)?;
        println!("examples/c, CMake, {kind}: the credentials of the vectors");

        let cpp = Project::new("examples/cpp", &format!("cpp-{kind}"))?;
        cpp.configure(&[prefix.clone(), linking, cpp_flags.clone()])?;
        cpp.build()?;
        run_all(&cpp.build, CPP)?;
        attestation(&cpp.build)?;
        println!("examples/cpp, CMake, {kind}: the credentials of the vectors");
    }
    versions(root)?;
    pkg_config(root, libdir)
}

/// The warnings that the header has to be free of.
fn flags(c: bool) -> String {
    let mut flags = WARNINGS.join(" ");
    if c {
        flags += " -Wstrict-prototypes";
    }
    flags
}

fn run_all(folder: &Path, runs: &[Run]) -> Result<()> {
    for run in runs {
        let printed = tool::output(
            example(folder, run.program)
                .args(run.arguments)
                .envs(run.settings.iter().copied()),
        )?;
        let expected = format!("{}{}", run.before, vectors::token(run.case)?);
        if !printed.lines().any(|line| line == expected) {
            return Err(format!(
                "{} prints\n{printed}and not\n{expected}",
                run.program
            ));
        }
    }
    Ok(())
}

fn example(folder: &Path, program: &str) -> Command {
    tool::command(folder.join(program))
}

/// Right and wrong: each question has its answer.
fn check_token(folder: &Path) -> Result<()> {
    let token = vectors::token("agora/rtc2-uid-publisher")?;
    let check = |channel: &str| {
        let mut command = example(folder, "check_token");
        command
            .args([&token, channel, "2882341273", "1111200"])
            .envs(AGORA.iter().copied());
        command
    };
    tool::output(&mut check("7d72365eb983485397e3e3f9d460bdda"))?;
    let output = check("another")
        .output()
        .map_err(|error| format!("cannot start check_token: {error}"))?;
    let printed = String::from_utf8_lossy(&output.stdout);
    let told = ["signature  ok", "channel    TOKENMINT_ERR_CHANNEL_MISMATCH"]
        .iter()
        .all(|line| printed.lines().any(|printed| printed == *line));
    if output.status.code() == Some(1) && told {
        Ok(())
    } else {
        Err(format!("check_token of another channel prints\n{printed}"))
    }
}

/// It makes its own key, so what it prints is new each time.
fn attestation(folder: &Path) -> Result<()> {
    let agent = "https://agent.example.com/.well-known/agent.json";
    let printed = tool::output(&mut example(folder, "attestation"))?;
    let dots = printed.lines().next().unwrap_or("").matches('.').count();
    if dots == 2 && printed.ends_with(&format!("\nissuer {agent}\n")) {
        Ok(())
    } else {
        Err(format!("attestation prints\n{printed}"))
    }
}

/// `find_package` with a version: ours, and one there will not be.
fn versions(root: &Path) -> Result<()> {
    let project = |version: &str| -> Result<(Project, Vec<String>)> {
        let source = tool::target_dir().join("package/versions");
        std::fs::create_dir_all(&source)
            .map_err(|error| format!("cannot make {}: {error}", source.display()))?;
        let text = format!(
            "cmake_minimum_required(VERSION 3.16)\nproject(versions LANGUAGES C)\n\
             find_package(tokenmint {version} CONFIG REQUIRED)\n\
             if(NOT TARGET tokenmint::tokenmint)\n  message(FATAL_ERROR \"no target\")\nendif()\n"
        );
        let file = source.join("CMakeLists.txt");
        std::fs::write(&file, text)
            .map_err(|error| format!("cannot write {}: {error}", file.display()))?;
        let prefix = format!("CMAKE_PREFIX_PATH={}", root.display());
        Ok((Project::new(&source, "versions")?, vec![prefix]))
    };
    for version in ["", "0.1", concat!(env!("CARGO_PKG_VERSION"), " EXACT")] {
        let (project, variables) = project(version)?;
        project.configure(&variables)?;
    }
    for version in ["0.1.9999", "0.0.1", "99"] {
        let (project, variables) = project(version)?;
        project.refuse(&variables, "tokenmint")?;
    }
    println!("find_package takes this version and no other");
    Ok(())
}

/// Without CMake: what a Makefile does.
fn pkg_config(root: &Path, libdir: &str) -> Result<()> {
    let library = root.join(libdir);
    let flags = Module::new("tokenmint", &library).flags()?;
    let folder = flags
        .split_whitespace()
        .find_map(|word| word.strip_prefix("-L"))
        .ok_or("pkg-config names no folder")?;
    links(&flags, Some(folder))?;
    // `cargo cinstall` writes its own, whose flags for static linking are those
    // of `pkg-config --static`.
    let fixed = Module::new("tokenmint-static", &library);
    if fixed.exists() {
        links(&fixed.flags()?, None)?;
    }
    println!("examples/c, pkg-config: the token of the vectors");
    Ok(())
}

/// A file of pkg-config.
pub(super) struct Module {
    name: &'static str,
    folder: PathBuf,
}

impl Module {
    /// In `<library>/pkgconfig`.
    pub(super) fn new(name: &'static str, library: &Path) -> Self {
        let folder = library.join("pkgconfig");
        Self { name, folder }
    }

    fn exists(&self) -> bool {
        self.folder.join(format!("{}.pc", self.name)).exists()
    }

    /// For the compiler and the linker, after a look at the version.
    pub(super) fn flags(&self) -> Result<String> {
        let version = self.ask(&["--modversion"])?;
        if version.trim() != env!("CARGO_PKG_VERSION") {
            return Err(format!(
                "pkg-config knows version {version} of {}",
                self.name
            ));
        }
        self.ask(&["--cflags", "--libs"])
    }

    fn ask(&self, what: &[&str]) -> Result<String> {
        tool::output(
            tool::command("pkg-config")
                .args(what)
                .arg(self.name)
                .env("PKG_CONFIG_LIBDIR", &self.folder),
        )
    }
}

/// Whether the example links with `flags` and mints; `library` is where its
/// shared library is, if it needs one.
fn links(flags: &str, library: Option<&str>) -> Result<()> {
    let folder = tool::target_dir().join("package/build");
    let program = folder.join("rtc_token");
    tool::run(
        tool::command("gcc")
            .args([
                "-std=c99",
                "examples/c/rtc_token.c",
                "examples/c/system.c",
                "-o",
            ])
            .arg(&program)
            .args(flags.split_whitespace()),
    )?;
    let printed = tool::output(
        example(&folder, "rtc_token")
            .args(RTC_TOKEN)
            .envs(AGORA.iter().copied())
            .env("LD_LIBRARY_PATH", library.unwrap_or_default()),
    )?;
    if printed.trim_end() == vectors::token("agora/rtc2-uid-publisher")? {
        Ok(())
    } else {
        Err(format!("rtc_token prints {printed}"))
    }
}
