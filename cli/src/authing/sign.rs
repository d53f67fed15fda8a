//! `authing sign`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};
use tokenmint::authing::{
    DateFormat, Header, HeaderOptions, Nonce, Request, SignatureHeaders, Value as Param,
};
use tokenmint::internals::wire::hex;
use tokenmint::output::Owned;

use super::key::KeyOptions;
use super::{body, query};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{input, output};

/// Options of `authing sign`.
#[derive(Debug, Args)]
#[command(after_help = "\
Writes the headers to send, one a line, as curl reads them with -H @file. They are good for one
sending. For GET, the parameters are those of the query: a list is given as JSON or one --param for
each item, and how it has to be sent is told. For other methods they are the fields of the JSON
body; a list or an object is its compact JSON.")]
pub(crate) struct Sign {
    /// Method as it is sent, such as GET
    method: String,
    /// Path, without host
    path: String,
    /// A parameter, not percent-encoded: NAME=VALUE; repeatable
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair::<'='>)]
    param: Vec<(String, String)>,
    /// File that has the JSON body, or - for standard input
    #[arg(long, value_name = "PATH", conflicts_with = "param")]
    body: Option<PathBuf>,
    /// Another header, signed when it begins with x-authing-: NAME:VALUE; repeatable
    #[arg(long, value_name = "NAME:VALUE", value_parser = pair::<':'>)]
    header: Vec<(String, String)>,
    /// Language of messages; empty: none
    #[arg(long, default_value = "zh-CN")]
    lang: String,
    /// Tenant
    #[arg(long, value_name = "ID")]
    tenant_id: Option<String>,
    /// What to send as x-authing-sdk-version [default: tokenmint and its version]
    #[arg(long, value_name = "TEXT")]
    sdk_version: Option<String>,
    /// How the date is written; a server that refuses one (1303) may want the other
    #[arg(long, value_enum, default_value = "unix-millis")]
    date_format: DateWord,
    /// Time in Unix milliseconds, for reproducible output [default: now]
    #[arg(long, value_name = "NUMBER")]
    now_millis: Option<u64>,
    /// Nonce, for reproducible output only: 32 hexadecimal digits [default: random]
    #[arg(long, value_name = "HEX")]
    nonce_hex: Option<String>,
    /// Show the text that is signed as well, which has the parameters in clear
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    key: KeyOptions,
}

/// How a date is written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum DateWord {
    /// 1700000000000
    UnixMillis,
    /// Tue, 14 Nov 2023 22:13:20 GMT
    Rfc1123,
}

impl From<DateWord> for DateFormat {
    fn from(word: DateWord) -> Self {
        match word {
            DateWord::UnixMillis => Self::UnixMillis,
            DateWord::Rfc1123 => Self::Rfc1123,
        }
    }
}

/// What is before and after the first separator.
pub(crate) fn pair<const SEPARATOR: char>(text: &str) -> Result<(String, String), String> {
    let (name, value) = text
        .split_once(SEPARATOR)
        .filter(|(name, _)| !name.is_empty())
        .ok_or_else(|| format!("expected NAME{SEPARATOR}VALUE"))?;
    Ok((name.to_owned(), value.to_owned()))
}

/// What is signed beside the headers, and what has to be sent for it.
struct Signed {
    path: String,
    params: Vec<(String, String)>,
    /// Path and query as they are sent.
    target: String,
    /// Whether that is not what everybody would send.
    tells_target: bool,
    /// What may not be as the caller means it.
    warnings: Vec<String>,
}

impl Sign {
    fn signed(&self) -> Result<Signed, Failure> {
        let method = self.method.as_str();
        let (path, raw) = match self.path.split_once('?') {
            Some((path, raw)) => (path, Some(raw)),
            None => (self.path.as_str(), None),
        };
        let mut signed = Signed {
            path: path.to_owned(),
            params: Vec::new(),
            target: self.path.clone(),
            tells_target: false,
            warnings: Vec::new(),
        };
        if method != method.to_ascii_uppercase() {
            signed.warnings.push(format!(
                "{method} is signed as it stands, and most clients send {}",
                method.to_ascii_uppercase()
            ));
        }
        if method == "GET" {
            if self.body.is_some() {
                return Err(Failure::usage(
                    "a GET request has no body: give the arguments of its query with --param",
                ));
            }
            let query =
                query::arguments(raw.unwrap_or_default(), &self.param, &mut signed.warnings)?;
            signed.target = query.target(path);
            signed.tells_target = query.has_lists;
            signed.params = query.params;
            return Ok(signed);
        }
        if raw.is_some() {
            signed.warnings.push(format!(
                "the query of a {method} request is not signed: it is sent as it stands"
            ));
        }
        if method == "DELETE" && !self.param.is_empty() {
            return Err(Failure::usage(
                "the query of a DELETE request is not signed: leave --param away",
            ));
        }
        signed.params = match &self.body {
            None => self.param.clone(),
            Some(path) => {
                let taken = self.key.uses_stdin();
                body::params(&input::file_or_stdin(path, "the body's file", taken)?)?
            }
        };
        Ok(signed)
    }

    fn headers(&self) -> Result<SignatureHeaders<'_>, Failure> {
        let mut options = HeaderOptions {
            lang: Some(self.lang.as_str()).filter(|lang| !lang.is_empty()),
            tenant_id: self.tenant_id.as_deref(),
            date_format: self.date_format.into(),
            ..HeaderOptions::default()
        };
        if let Some(version) = &self.sdk_version {
            options.sdk_version = version;
        }
        let nonce = match &self.nonce_hex {
            None => Nonce::from_os()?,
            Some(digits) => Nonce::new(
                hex::decode(digits.as_bytes())
                    .ok_or_else(|| Failure::usage("--nonce-hex needs 32 hexadecimal digits"))?,
            ),
        };
        let millis = match self.now_millis {
            Some(millis) => millis,
            None => now_millis()?,
        };
        Ok(SignatureHeaders::new(options, millis, nonce)?)
    }
}

/// Signs and shows.
pub(crate) fn run(options: &Sign, as_json: bool) -> Result<Exit, Failure> {
    let signed = options.signed()?;
    let params: Vec<_> = signed
        .params
        .iter()
        .map(|(name, value)| (name.as_str(), Param::Text(value)))
        .collect();
    let headers = options.headers()?;
    let mut list = headers.list()?;
    for (name, value) in &options.header {
        list.push(name, value.trim())?;
    }
    let request = Request::new(&options.method, &signed.path)
        .with_params(&params)
        .with_headers(list.as_slice());
    let authorization = options.key.read()?.authorization(&request, Owned)?;
    let text = options
        .explain
        .then(|| request.string_to_sign(Owned))
        .transpose()?;
    show(
        options,
        &signed,
        list.as_slice(),
        &authorization,
        text.as_deref(),
        as_json,
    )
}

fn show(
    options: &Sign,
    signed: &Signed,
    headers: &[Header<'_>],
    authorization: &str,
    text: Option<&str>,
    as_json: bool,
) -> Result<Exit, Failure> {
    let all = || {
        headers
            .iter()
            .copied()
            .chain([("authorization", authorization)])
    };
    if as_json {
        let headers: Map<_, _> = all()
            .map(|(name, value)| (name.to_owned(), Value::from(value)))
            .collect();
        let mut object = json!({
            "method": options.method,
            "path": options.path,
            "target": signed.target,
            "headers": headers,
        });
        if !signed.warnings.is_empty() {
            object["warnings"] = json!(signed.warnings);
        }
        if let Some(text) = text {
            object["string_to_sign"] = text.into();
        }
        output::json(&object)?;
        return Ok(Exit::Ok);
    }
    let lines: Vec<_> = all()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    output::line(&lines.join("\n"))?;
    for warning in &signed.warnings {
        output::note(&format!("warning: {warning}"));
    }
    if signed.tells_target {
        output::note(&format!("send: {} {}", options.method, signed.target));
    }
    if let Some(text) = text {
        output::note(&format!("\nstring to sign:\n{text}"));
    }
    Ok(Exit::Ok)
}

fn now_millis() -> Result<u64, Failure> {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .ok()
        .and_then(|elapsed| u64::try_from(elapsed.as_millis()).ok())
        .ok_or_else(|| Failure::system("the system clock is before 1970"))
}
