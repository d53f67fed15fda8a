//! Waiting for the user: for the browser and the service at the same time.

use std::time::Duration;

use clap::Args;
use tokenmint::client::ath::{Authorization, Polling, RedirectListener};
use tokenmint::doctor::words::quoted;

use super::agent::{Agent, either};
use crate::{duration, output};

/// Where `login` listens, and `register` lets it.
pub(super) const DEFAULT_PORT: u16 = 8765;

/// How long to wait for a user.
#[derive(Debug, Args)]
pub(super) struct WaitOptions {
    /// How long to wait for the user
    #[arg(long, value_name = "TIME", value_parser = duration::parse, default_value = "10m")]
    wait: u32,
}

/// The redirect URI of a port on this machine.
pub(super) fn listened(port: u16) -> String {
    format!("http://127.0.0.1:{port}{}", RedirectListener::PATH)
}

impl WaitOptions {
    /// Waiting so long.
    pub(super) fn polling(&self) -> Polling<'static> {
        Polling::DEFAULT.total(Duration::from_secs(self.wait.into()))
    }

    /// Says what is waited for, and how long.
    pub(super) fn announce(&self, listener: Option<&RedirectListener>) {
        let seconds = self.wait;
        let how = match listener {
            Some(listener) => format!(
                "for the browser at {} and asking the service",
                listener.redirect_uri()
            ),
            None => "and asking the service".to_owned(),
        };
        output::note(&format!(
            "waiting up to {seconds} s (--wait) for the user to consent, {how}"
        ));
    }
}

/// A place for the browser, when it can be had and is registered; why not is
/// told.
pub(super) fn listener(agent: &Agent, port: u16) -> Option<RedirectListener> {
    let uri = listened(port);
    let known = either!(agent, client => client.credentials());
    let uris = known.map(|known| known.redirect_uris).unwrap_or_default();
    if !uris.is_empty() && !uris.contains(&uri) {
        output::note(&format!(
            "{uri} is not registered: the browser will not come back here, and may end on an error \
             page; consent counts all the same"
        ));
        return None;
    }
    match RedirectListener::bind(port) {
        Ok(listener) => Some(listener),
        Err(error) => {
            output::note(&format!(
                "port {port} cannot be listened on ({error}): the browser will end on an error \
                 page; consent counts all the same"
            ));
            None
        }
    }
}

/// Shows the page, and opens it when that was asked for.
pub(super) fn show_page(page: &Authorization, open: bool) {
    output::note(&format!("open this page: {}", page.authorization_url));
    if open && !opened(&page.authorization_url) {
        output::note("no browser could be started: open the page by hand");
    }
}

/// Whether a browser was started. The page is a plain https URL: the client has
/// looked at it.
fn opened(url: &str) -> bool {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let mut command = std::process::Command::new(program);
    let quiet = std::process::Stdio::null;
    let command = command.arg(url).stdin(quiet()).stdout(quiet());
    command.stderr(quiet()).spawn().is_ok()
}

/// What was told about a user who said no.
pub(super) fn reason(text: &str) -> String {
    format!("the user did not give consent: {}", quoted(text))
}
