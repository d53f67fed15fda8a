//! The simulated service: `tokenmint fake convoai`, as a user would run it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};

use super::transcript::{Transcript, Who};
use crate::{Result, tool};

/// It serves until it is dropped.
pub(super) struct Service {
    process: Child,
    pub(super) address: SocketAddr,
    app_id: String,
    authorization: String,
}

impl Service {
    /// Its lines go to `transcript`.
    pub(super) fn start(program: &Path, options: &[&str], transcript: &Transcript) -> Result<Self> {
        let mut process = tool::command(program)
            .args(["fake", "convoai", "--chunked"])
            .args(options)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("cannot start {}: {error}", program.display()))?;
        let lines = process.stderr.take().ok_or("no standard error")?;
        transcript.follow(Who::Service, lines);
        let mut said = BufReader::new(process.stdout.take().ok_or("no standard output")?).lines();
        let mut value = |name: &str| {
            said.by_ref()
                .map_while(std::result::Result::ok)
                .find_map(|line| Some(line.strip_prefix(name)?.strip_prefix('=')?.to_owned()))
                .ok_or_else(|| format!("the service does not say its {name}"))
        };
        let url = value("url")?;
        let app_id = value("AGORA_APP_ID")?;
        let authorization = value("authorization")?;
        let address = url.strip_prefix("http://").unwrap_or(&url).parse();
        Ok(Self {
            process,
            address: address.map_err(|error| format!("{url}: {error}"))?,
            app_id,
            authorization,
        })
    }

    /// What it answers when it is asked for all agents that run: in one piece,
    /// because HTTP/1.0 has no chunks.
    pub(super) fn running(&self) -> Result<String> {
        let request = format!(
            "GET /api/conversational-ai-agent/v2/projects/{}/agents?state=2 HTTP/1.0\r\n\
             Host: {}\r\nAuthorization: {}\r\n\r\n",
            self.app_id, self.address, self.authorization
        );
        let mut answer = String::new();
        TcpStream::connect(self.address)
            .and_then(|mut socket| {
                socket.write_all(request.as_bytes())?;
                socket.read_to_string(&mut answer)
            })
            .map_err(|error| format!("the service is gone: {error}"))?;
        Ok(answer)
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
