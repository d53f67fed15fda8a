//! Running the program.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

pub const APP_ID: &str = "970CA35de60c44645bbae8a215061b33";
pub const CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";
pub const OTHER_ID: &str = "0123456789abcdef0123456789ABCDEF";
pub const OTHER_CERTIFICATE: &str = "fedcba9876543210FEDCBA9876543210";

/// What the program wrote, and how it ended.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("stdout is not one JSON value: {error}\n{self:?}"))
    }

    /// Standard output without its line feed, of a run that went well.
    pub fn line(&self) -> &str {
        assert_eq!(self.code, 0, "{self:?}");
        let line = self.stdout.strip_suffix('\n').expect("a line feed");
        assert!(!line.contains('\n'), "more than one line: {self:?}");
        line
    }
}

/// A run with its surroundings; nothing of the caller's own gets in.
pub struct Run {
    command: Command,
    stdin: Option<Vec<u8>>,
}

pub fn tokenmint(arguments: impl IntoIterator<Item = impl AsRef<str>>) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tokenmint"));
    for name in [
        "AGORA_APP_ID",
        "AGORA_APP_CERTIFICATE",
        "AGORA_CUSTOMER_ID",
        "AGORA_CUSTOMER_SECRET",
        "AGORA_AUTH_TOKEN",
        "AGORA_AREA",
        "AGORA_AGENTS_API_BASE_URL",
        "ZEGO_APP_ID",
        "ZEGO_SERVER_SECRET",
        "ATH_AGENT_ID",
        "ATH_CREDENTIALS",
        "ATH_KEY_FILE",
        "ATH_URL",
        "ATH_USER",
        "ATH_USER_TOKEN",
        "AUTHING_ACCESS_KEY_ID",
        "AUTHING_ACCESS_KEY_SECRET",
        "AUTHING_HOST",
        "AUTHING_WEBSOCKET_HOST",
        "AUTHING_APP_ID",
        "AUTHING_APP_SECRET",
        "AUTHING_APP_HOST",
        "AUTHING_ACCESS_TOKEN",
        "ALL_PROXY",
        "all_proxy",
        "HTTPS_PROXY",
        "https_proxy",
        "HTTP_PROXY",
        "http_proxy",
        "NO_PROXY",
        "no_proxy",
    ] {
        command.env_remove(name);
    }
    for argument in arguments {
        command.arg(argument.as_ref());
    }
    Run {
        command,
        stdin: None,
    }
}

/// The words of a line, for arguments without blanks.
pub fn words(line: &str) -> Run {
    tokenmint(line.split_whitespace())
}

impl Run {
    pub fn arg(mut self, argument: &str) -> Self {
        self.command.arg(argument);
        self
    }

    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn project(self, app_id: &str, certificate: &str) -> Self {
        self.env("AGORA_APP_ID", app_id)
            .env("AGORA_APP_CERTIFICATE", certificate)
    }

    pub fn stdin(mut self, text: impl AsRef<[u8]>) -> Self {
        self.stdin = Some(text.as_ref().to_vec());
        self
    }

    pub fn run(mut self) -> Ran {
        self.command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = self.command.spawn().expect("the program starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        // A program that does not read has closed it.
        let _ = stdin.write_all(self.stdin.as_deref().unwrap_or(b""));
        drop(stdin);
        let Output {
            status,
            stdout,
            stderr,
        } = child.wait_with_output().expect("the program ends");
        Ran {
            code: status.code().expect("an exit code, not a signal"),
            stdout: String::from_utf8(stdout).expect("text"),
            stderr: String::from_utf8(stderr).expect("text"),
        }
    }
}

/// A file that is gone when the test is.
pub struct Scratch(pub std::path::PathBuf);

impl Scratch {
    pub fn new(name: &str, content: &str) -> Self {
        let path = std::env::temp_dir().join(format!("tokenmint-{}-{name}", std::process::id()));
        std::fs::write(&path, content).expect("a scratch file");
        Self(path)
    }

    pub fn path(&self) -> &str {
        self.0.to_str().expect("a path of text")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}
