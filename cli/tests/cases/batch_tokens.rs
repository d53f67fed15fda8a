//! Whether a token of a batch is the recorded one.

use serde_json::Value;
use tokenmint::agora::v007::{ParsedToken2, workspace_len};
use tokenmint::zego::{self, Sealed03, Sealed04, ServerSecret};

/// How tokens of a case are compared.
pub struct Compare<'a> {
    pub builder: &'a str,
    /// The lifetimes of single privileges are left open.
    pub lifetime_only: bool,
    pub zego_secret: &'a str,
}

/// Fails unless both tokens say the same.
pub fn expect_same(at: &str, compare: &Compare<'_>, token: &str, recorded: &str) {
    match compare.builder {
        builder if builder.starts_with("zego-") => {
            let [ours, theirs] = [token, recorded].map(|token| opened(at, compare, token));
            assert_eq!(ours, theirs, "{at}");
        }
        builder if builder.ends_with("006") => assert_eq!(token, recorded, "{at}"),
        _ if compare.lifetime_only => {
            let [ours, theirs] = [token, recorded].map(|token| who_and_how_long(at, token));
            assert_eq!(ours, theirs, "{at}");
        }
        _ => {
            let [ours, theirs] = [token, recorded].map(|token| inflated(at, token));
            assert_eq!(ours, theirs, "{at}");
        }
    }
}

/// The signature and what it signs, whatever the compression.
fn inflated(at: &str, token: &str) -> Vec<u8> {
    parsed(at, token, |parsed| parsed.content().to_vec())
}

fn parsed<T>(at: &str, token: &str, look: impl Fn(&ParsedToken2<'_>) -> T) -> T {
    let mut workspace = vec![0; workspace_len(token.len())];
    let parsed = ParsedToken2::parse(token, &mut workspace);
    look(&parsed.unwrap_or_else(|error| panic!("{at}: {error}: {token}")))
}

type Who = (Option<String>, Option<String>);

fn who_and_how_long(at: &str, token: &str) -> (u32, u32, Vec<Who>) {
    parsed(at, token, |parsed| {
        let who = parsed.services().map(|service| {
            let owned = |text: Option<&str>| text.map(str::to_owned);
            (owned(service.channel()), owned(service.user()))
        });
        let (issued_at, expire) = (parsed.issued_at(), parsed.expire());
        (issued_at, expire.as_seconds(), who.collect())
    })
}

/// All members but the nonce, which no two tokens share.
fn opened(at: &str, compare: &Compare<'_>, token: &str) -> Value {
    let secret = ServerSecret::new(compare.zego_secret).expect("a secret");
    let mut workspace = vec![0; zego::workspace_len(token.len())];
    let json = match compare.builder {
        "zego-token03" => {
            let sealed = Sealed03::parse(token, &mut workspace).expect(at);
            sealed.open(&secret).expect(at).as_json().to_owned()
        }
        _ => {
            let sealed = Sealed04::parse(token, &mut workspace).expect(at);
            sealed.open(&secret).expect(at).as_json().to_owned()
        }
    };
    let mut members: Value = serde_json::from_str(&json).expect(at);
    let nonce = members
        .as_object_mut()
        .and_then(|members| members.remove("nonce"));
    assert!(nonce.is_some(), "{at}: {json}");
    members
}
