//! Credentials in the keyring of a desktop: `secret-tool` of libsecret keeps
//! them.
//!
//! ```text
//! ATH_URL=http://127.0.0.1:3000 ATH_AGENT_ID=https://agent.example.com/.well-known/agent.json \
//!     ATH_KEY_FILE=agent.pem cargo run --example ath_keyring --features ath-client,ureq3
//! ```

use std::io::Write;
use std::process::{Command, Stdio};

use tokenmint::client::ath::{ClientConfig, CredentialStore, Credentials, GatewayClient, Key};
use tokenmint::http::{Error, ErrorKind};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let var = |name: &str| std::env::var(name);
    let key = Key::from_pem(std::fs::read(var("ATH_KEY_FILE")?)?)?;
    let url = var("ATH_URL")?;
    let config = ClientConfig::new(&url, &var("ATH_AGENT_ID")?, key);
    let client = GatewayClient::new(&config.store(Keyring::new("secret-tool", &url)))?;
    println!("registered as {:?}", client.client_id());
    Ok(())
}

/// One entry of the keyring: what an implementor has given.
#[derive(Debug)]
pub struct Keyring {
    program: String,
    url: String,
}

impl Keyring {
    /// The entry for an implementor.
    #[must_use]
    pub fn new(program: &str, url: &str) -> Self {
        Self {
            program: program.to_owned(),
            url: url.to_owned(),
        }
    }

    /// Runs the program with this on its standard input; what it writes.
    fn run(&self, words: &[&str], input: &[u8]) -> Result<(bool, Vec<u8>), Error> {
        let run = || {
            let mut child = Command::new(&self.program)
                .args(words)
                .args(["service", "ath", "url", &self.url])
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()?;
            if let Some(mut stdin) = child.stdin.take() {
                stdin.write_all(input)?;
            }
            let output = child.wait_with_output()?;
            Ok((output.status.success(), output.stdout))
        };
        run().map_err(failed)
    }
}

fn failed(error: std::io::Error) -> Error {
    Error::with_message(ErrorKind::File, "the keyring does not answer").with_source(error)
}

impl CredentialStore for Keyring {
    fn load(&self) -> Result<Option<Credentials>, Error> {
        let (found, text) = self.run(&["lookup"], b"")?;
        if !found || text.is_empty() {
            return Ok(None);
        }
        let credentials = serde_json::from_slice(&text);
        // The parser's message may quote a secret.
        let refused = |_| Error::with_message(ErrorKind::File, "the entry is of something else");
        credentials.map(Some).map_err(refused)
    }

    /// A keyring that is locked, or not there, is found out before a secret is
    /// asked for.
    fn prepare(&self) -> Result<(), Error> {
        self.run(&["lookup"], b"").map(|_| ())
    }

    fn save(&self, credentials: &Credentials) -> Result<(), Error> {
        let text = serde_json::to_vec(credentials).map_err(|error| failed(error.into()))?;
        match self.run(&["store", "--label=ATH"], &text)? {
            (true, _) => Ok(()),
            _ => Err(Error::with_message(ErrorKind::File, "the keyring refuses")),
        }
    }

    fn clear(&self) -> Result<(), Error> {
        self.run(&["clear"], b"").map(|_| ())
    }
}
