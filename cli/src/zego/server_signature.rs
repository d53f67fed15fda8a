//! `zego server-signature`.

use clap::Args;
use serde_json::json;
use tokenmint::internals::wire::percent::{self, Style};
use tokenmint::output::Writer;
use tokenmint::zego::{SIGNATURE_LEN, SIGNATURE_VERSION, server_api_signature};

use super::options::Project;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{clock, output};

/// Options of `zego server-signature`.
#[derive(Debug, Args)]
#[command(after_help = "\
Writes AppId, SignatureNonce, Timestamp, SignatureVersion and Signature as they stand in the query;
Action and its own parameters are not signed. ZEGO takes a signature for ten minutes.")]
pub(crate) struct ServerSignature {
    /// Text that makes the request another one, for reproducible output
    /// [default: 16 random hexadecimal digits]
    #[arg(long, value_name = "TEXT")]
    nonce: Option<String>,
    /// Time of the request: Unix seconds or RFC 3339, for reproducible output [default: now]
    #[arg(long, visible_alias = "issued-at", value_name = "TIME", value_parser = clock::parse_long)]
    timestamp: Option<u64>,
    #[command(flatten)]
    project: Project,
}

/// Signs and shows.
pub(crate) fn run(options: &ServerSignature, as_json: bool) -> Result<Exit, Failure> {
    let app_id = options.project.app_id()?;
    let (_, secret) = options.project.secret()?;
    let nonce = match &options.nonce {
        Some(nonce) => nonce.clone(),
        None => random_nonce()?,
    };
    let timestamp = match options.timestamp {
        Some(timestamp) => timestamp,
        None => clock::now()?.into(),
    };
    let mut buffer = [0; SIGNATURE_LEN];
    let signature = server_api_signature(app_id, &nonce, &secret, timestamp, &mut buffer)?;
    let query = format!(
        "AppId={app_id}&SignatureNonce={}&Timestamp={timestamp}\
         &SignatureVersion={SIGNATURE_VERSION}&Signature={signature}",
        encoded(&nonce)?
    );
    if as_json {
        output::json(&json!({
            "AppId": app_id,
            "SignatureNonce": nonce,
            "Timestamp": timestamp,
            "SignatureVersion": SIGNATURE_VERSION,
            "Signature": signature,
            "query": query,
        }))?;
    } else {
        output::line(&query)?;
    }
    Ok(Exit::Ok)
}

fn random_nonce() -> Result<String, Failure> {
    let number = getrandom::u64().map_err(|_| tokenmint::Error::NoRandomness)?;
    Ok(format!("{number:016x}"))
}

fn encoded(text: &str) -> Result<String, Failure> {
    let mut buffer = vec![0; percent::encoded_len(text.as_bytes(), Style::Component)];
    let mut writer = Writer::new(&mut buffer);
    percent::put(&mut writer, text, Style::Component);
    Ok(writer.finish_str()?.to_owned())
}
