//! Comparing what came out with what was recorded.
//!
//! | recorded | holds for |
//! |---|---|
//! | `{"$token": {..}}` | a token with this content and a right signature |
//! | `{"$scheme": "..", "$token": ..}` | the same behind a prefix |
//! | anything else | as [`same`] has it |

use serde_json::{Map, Value, json};
use tokenmint::agora::AppCertificate;
use tokenmint::agora::v007::{ParsedToken2, workspace_len};
use tokenmint::http::{Error, ErrorKind};

use crate::same::same;
use crate::support::Case;

/// The certificate that minted tokens are verified with.
#[derive(Clone, Copy)]
pub struct Compare<'a> {
    pub id: &'a str,
    pub certificate: Option<&'a str>,
}

impl Compare<'_> {
    pub fn value(&self, at: &str, recorded: &Value, found: Option<&Value>) {
        same(self.id, at, recorded, found, &|at, members, found| {
            self.is_token(at, members, found)
        });
    }

    fn is_token(&self, at: &str, members: &Map<String, Value>, found: Option<&Value>) -> bool {
        let id = self.id;
        let Some(content) = members.get("$token") else {
            return false;
        };
        let text = found.and_then(Value::as_str);
        let text = text.unwrap_or_else(|| panic!("{id}: {at} is no text"));
        for name in members.keys() {
            let is_known = ["$scheme", "$token"].contains(&name.as_str());
            assert!(is_known, "{id}: unknown member {name:?}");
        }
        let scheme = members.get("$scheme").map_or("", |s| s.as_str().expect(id));
        let bare = text.strip_prefix(scheme);
        let bare = bare.unwrap_or_else(|| panic!("{id}: {at} lacks {scheme:?}"));
        token(id, content, bare, self.certificate);
        true
    }

    /// An error as it was recorded.
    pub fn error(&self, recorded: &Value, error: &Error) {
        let id = self.id;
        let kind = error.kind();
        let members = [
            "type",
            "message",
            "status_code",
            "body",
            "headers",
            "fields",
            "at",
        ];
        crate::support::known(id, recorded, &members);
        match recorded["type"].as_str().expect(id) {
            "ApiError" => {
                let answered = [ErrorKind::Status, ErrorKind::Redirect, ErrorKind::Answer];
                assert!(answered.contains(&kind), "{id}: {error:?}");
                let status = error.status().map(Value::from);
                self.value("status_code", &recorded["status_code"], status.as_ref());
                let text = || String::from_utf8_lossy(error.body().expect(id)).into();
                let body = error.body_json().unwrap_or_else(text);
                self.value("body", &recorded["body"], Some(&body));
                let headers = error.headers().expect(id);
                for (name, value) in recorded["headers"].as_object().into_iter().flatten() {
                    assert_eq!(headers.get(name), value.as_str(), "{id}: {name}");
                }
            }
            "TransportError" => assert_eq!(kind, ErrorKind::Interrupted, "{id}: {error:?}"),
            "ValueError" | "ValidationError" | "TypeError" | "AttributeError" => {
                assert!(
                    kind.is_local() && kind != ErrorKind::State,
                    "{id}: {error:?}"
                );
            }
            "RuntimeError" => assert_eq!(kind, ErrorKind::State, "{id}: {error:?}"),
            other => panic!("{id}: unknown error type {other:?}"),
        }
    }

    /// A whole result, `{"ok": ..}`, `{"error": ..}` or `"<error>"`. Whether
    /// the error had to be a local one is the answer.
    pub fn result(&self, recorded: &Value, result: Result<Value, Error>) {
        let id = self.id;
        if *recorded == "<error>" {
            let error = result.expect_err("an error was recorded");
            assert!(error.kind().is_local(), "{id}: {error:?}");
            return;
        }
        match (recorded.get("error"), result) {
            (Some(recorded), Err(error)) if *recorded == "<error>" => {
                assert!(error.kind().is_local(), "{id}: {error:?}");
            }
            (Some(recorded), Err(error)) => self.error(recorded, &error),
            (Some(_), Ok(value)) => panic!("{id}: no error but {value}"),
            (None, Err(error)) => panic!("{id}: {error:?}"),
            (None, Ok(value)) => {
                let recorded = recorded.get("ok").unwrap_or(recorded);
                self.value("result", recorded, Some(&value));
            }
        }
    }
}

pub fn result_without_traffic(case: Case<'_>, result: Result<Value, Error>) {
    let compare = Compare {
        id: case.id,
        certificate: None,
    };
    compare.result(case.get("result").value, result);
}

/// A token as the record writes it down.
pub fn token(id: &str, recorded: &Value, text: &str, certificate: Option<&str>) {
    let mut workspace = vec![0; workspace_len(text.len())];
    let parsed = ParsedToken2::parse(text, &mut workspace).unwrap_or_else(|e| panic!("{id}: {e}"));
    if let Some(certificate) = certificate {
        let certificate = AppCertificate::new(certificate).expect(id);
        let verified = parsed.verify(&certificate);
        verified.unwrap_or_else(|e| panic!("{id}: {e}"));
    }
    if *recorded == "<any>" {
        return;
    }
    let services: Vec<Value> = parsed
        .services()
        .map(|service| {
            let privileges: Map<String, Value> = service
                .privileges
                .iter()
                .map(|(number, expire)| (number.to_string(), expire.as_seconds().into()))
                .collect();
            let number = service.service_type.number();
            match number {
                1 => json!({
                    "type": number, "name": "rtc", "privileges": privileges,
                    "channel": service.channel(), "uid": service.user(),
                }),
                2 => json!({
                    "type": number, "name": "rtm", "privileges": privileges,
                    "user_id": service.user(),
                }),
                other => panic!("{id}: unexpected service {other}"),
            }
        })
        .collect();
    let signature: String = parsed.content()[2..34]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let found = json!({
        "version": "007",
        "signature_hex": signature,
        "app_id": parsed.app_id(),
        "issue_ts": parsed.issued_at(),
        "expire": parsed.expire().as_seconds(),
        "salt": parsed.salt(),
        "services": services,
    });
    let compare = Compare { id, certificate };
    compare.value("token", recorded, Some(&found));
}
