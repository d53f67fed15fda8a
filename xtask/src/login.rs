//! Hosted login against a certified OpenID provider: the package
//! `oidc-provider`, started from `xtask/oidc-provider`.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};

use crate::{Outcome, Result, tool};

const FILES: &[&str] = &["package.json", "package-lock.json", "server.mjs"];

pub(crate) fn run(_: &[String]) -> Result {
    for program in ["node", "npm"] {
        if !tool::exists(program) {
            return Ok(Outcome::Skipped(format!("there is no {program}")));
        }
    }
    let folder = tool::target_dir().join("oidc-provider");
    let failed = |error: std::io::Error| format!("cannot write {}: {error}", folder.display());
    std::fs::create_dir_all(&folder).map_err(failed)?;
    for file in FILES {
        let text = tool::read(format!("xtask/oidc-provider/{file}"))?;
        std::fs::write(folder.join(file), text).map_err(failed)?;
    }
    let mut install = tool::command("npm");
    install.args(["ci", "--no-audit", "--no-fund", "--silent"]);
    if tool::run(install.current_dir(&folder)).is_err() {
        return Ok(Outcome::Skipped(
            "npm cannot install oidc-provider".to_owned(),
        ));
    }
    let mut provider = tool::command("node")
        .arg("server.mjs")
        .current_dir(&folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("cannot start node: {error}"))?;
    let result = test(&mut provider);
    // It ends with this chore, however that went.
    let _ = provider.kill();
    let _ = provider.wait();
    result
}

fn test(provider: &mut Child) -> Result {
    let output = provider.stdout.take().ok_or("the provider has no output")?;
    let mut address = String::new();
    // It writes on while it is tested: its output stays open.
    let mut output = BufReader::new(output);
    output
        .read_line(&mut address)
        .map_err(|error| format!("the provider cannot be read: {error}"))?;
    if address.is_empty() {
        return Err("the provider does not start: look at `node server.mjs`".to_owned());
    }
    let mut test = tool::cargo(
        "test --quiet -p tokenmint --all-features --test authing_provider -- --ignored",
    );
    tool::run(test.env("TOKENMINT_OIDC_PROVIDER", address.trim()))?;
    Ok(Outcome::Done)
}
