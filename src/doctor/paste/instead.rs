//! What a text is that has no token.

use alloc::format;
use alloc::string::String;

use super::Damage;
use super::glyphs::{Glyph, is_invisible};
use super::kind::TokenKind;
use super::reading::Trace;
use super::view::{Blanks, View, decode, value};
use crate::doctor::{Cause, Question};
use crate::text_fault::is_placeholder;

/// Why a token cannot be read: its kind and what happened to it.
pub(super) struct Ruin {
    pub(super) kind: Option<TokenKind>,
    pub(super) damage: Option<Damage>,
}

/// The fewest letters of which none is of the other case by chance.
const LETTERS_MIN: usize = 30;

/// The most places that are looked at for a token in one letter case.
const PLACES_MAX: usize = 64;

/// A token that cannot be had back, if the text begins or has one.
pub(super) fn ruined(glyphs: &[Glyph], traces: &[Trace]) -> Option<Ruin> {
    let view = View::new(glyphs, Blanks::Nothing)?;
    if let Some(kind) = one_case(&view) {
        return Some(Ruin {
            kind: Some(kind),
            damage: Some(case_changed()),
        });
    }
    let trace = traces.iter().find(|trace| trace.cut).or(traces.first());
    if let Some(trace) = trace {
        let damage = trace.cut.then(|| Damage {
            cause: Cause::PasteTruncated,
            detail: String::from("it ends before its content does"),
        });
        return Some(Ruin {
            kind: Some(trace.kind),
            damage,
        });
    }
    let kind = beginning(&view)?;
    let damage = Damage {
        cause: Cause::PasteTruncated,
        detail: String::from("there is hardly more than its beginning"),
    };
    Some(Ruin {
        kind: Some(kind),
        damage: Some(damage),
    })
}

/// The damage of a token in one letter case.
pub(super) fn case_changed() -> Damage {
    Damage {
        cause: Cause::PasteCaseChanged,
        detail: String::from("base64 without a single capital or small letter"),
    }
}

/// Whether `text` has many letters, all of one case.
pub(super) fn is_one_case(text: &[u8]) -> bool {
    let small = text.iter().filter(|byte| byte.is_ascii_lowercase()).count();
    let capital = text.iter().filter(|byte| byte.is_ascii_uppercase()).count();
    small.min(capital) == 0 && small.max(capital) >= LETTERS_MIN
}

/// A word that begins with a version and has one letter case only.
fn one_case(view: &View<'_>) -> Option<TokenKind> {
    const VERSIONS: [(&[u8], TokenKind); 4] = [
        (b"007", TokenKind::Agora007),
        (b"006", TokenKind::Agora006),
        (b"04", TokenKind::Zego04),
        (b"03", TokenKind::Zego03),
    ];
    let starts = (0..view.len()).filter_map(|at| {
        let (_, kind) = VERSIONS
            .iter()
            .find(|(version, _)| view.begins(at, version))?;
        let glued = at.checked_sub(1).is_some_and(|before| {
            view.byte(before).is_ascii_alphanumeric() && !view.gap_before(at)
        });
        (!glued).then_some((at, *kind))
    });
    starts.take(PLACES_MAX).find_map(|(at, kind)| {
        let run = view.run(at, 4096, true);
        is_one_case(&view.bytes(at, run)).then_some(kind)
    })
}

/// The kind of a token of which nothing but the beginning is there.
fn beginning(view: &View<'_>) -> Option<TokenKind> {
    let run = view.run(0, 64, false);
    // A mark behind it may be all that is seen of the rest.
    if view.len() > run.saturating_add(3) {
        return None;
    }
    let is_hex = (3..run).all(|at| view.byte(at).is_ascii_hexdigit());
    if view.begins(0, b"007eJ") {
        Some(TokenKind::Agora007)
    } else if view.begins(0, b"04AAAAA") {
        Some(TokenKind::Zego04)
    } else if view.begins(0, b"006") && is_hex && (11..=35).contains(&run) && run != 32 {
        Some(TokenKind::Agora006)
    } else {
        None
    }
}

/// What the text is when there is nothing of a token in it.
pub(super) fn instead(text: &str, question: &Question<'_>) -> Damage {
    let core = bare(text);
    if core.is_empty() || is_empty_member(text) {
        return Damage {
            cause: Cause::EmptyToken,
            detail: match text.is_empty() {
                true => String::from("the text is empty"),
                false => String::from("there is nothing where the token should be"),
            },
        };
    }
    if let Some(detail) = credential(core, question) {
        return Damage {
            cause: Cause::CredentialAsToken,
            detail: String::from(detail),
        };
    }
    Damage {
        cause: Cause::NotAToken,
        detail: other(core, question),
    }
}

/// The text without white space, marks and words that stand before a token.
fn bare(text: &str) -> &str {
    const LABELS: [&str; 8] = [
        "authorization:",
        "bearer",
        "basic",
        "agora",
        "token",
        "rtctoken",
        "access_token",
        "=",
    ];
    let is_around =
        |c: char| c.is_whitespace() || is_invisible(c) || "\"'`“”‘’«»「」『』*<>:=,;".contains(c);
    let mut core = text.trim_matches(is_around);
    loop {
        let label = LABELS.iter().find_map(|label| {
            let (front, rest) = core.split_at_checked(label.len())?;
            let ends = rest.is_empty() || rest.starts_with([':', '=', ' ', '"', '\'', '\t']);
            (front.eq_ignore_ascii_case(label) && (ends || label.ends_with([':', '='])))
                .then_some(rest)
        });
        // `token` alone is the name of a thing and not an empty token.
        match label {
            Some("")
                if core.eq_ignore_ascii_case("token") || core.eq_ignore_ascii_case("agora") =>
            {
                return core;
            }
            Some(rest) => core = rest.trim_matches(is_around),
            None => return core,
        }
    }
}

/// Whether it is JSON, a query or the like whose token is empty.
fn is_empty_member(text: &str) -> bool {
    let short = text.chars().take(4096).filter(|c| !c.is_whitespace());
    let short: String = short.map(|c| c.to_ascii_lowercase()).collect();
    [
        "token\":\"\"",
        "token':''",
        "token=&",
        "token=\"\"",
        "token:\"\"",
        "token:''",
        "token=''",
    ]
    .iter()
    .any(|empty| short.contains(empty))
        || short.ends_with("token=")
}

/// Which credential `core` is, if it is one.
fn credential(core: &str, question: &Question<'_>) -> Option<&'static str> {
    let is =
        |known: Option<&str>| known.is_some_and(|known| known.trim().eq_ignore_ascii_case(core));
    if is(question.secret) {
        return Some("it is the certificate or secret: renew it if a client has it");
    }
    if is(question.app_id) {
        return Some("it is the app id");
    }
    let is_hex = |text: &str, len| text.len() == len && text.bytes().all(|c| c.is_ascii_hexdigit());
    let is_pair = |text: &str| {
        text.split_once(':')
            .is_some_and(|(key, secret)| is_hex(key, 32) && is_hex(secret, 32))
    };
    // `APP_ID=...` and the like.
    let value_of = core
        .rsplit(['=', ':', ' ', '"', '\''])
        .find(|part| !part.is_empty())
        .unwrap_or(core);
    if core.len() < 200 && is_hex(value_of, 32) && !is_pair(core) {
        return Some("it has the form of an app id or certificate, 32 hexadecimal digits");
    }
    if core.len() < 200 && is_hex(value_of, 64) {
        return Some("it has the form of a ZEGO AppSign, 64 hexadecimal digits");
    }
    let values = core.bytes().filter_map(value);
    let decoded = if core.len() < 200 {
        decode(values)
    } else {
        return None;
    };
    let decoded = String::from_utf8(decoded).unwrap_or_default();
    (is_pair(core) || is_pair(&decoded)).then_some(
        "it has the form of a key and secret of the REST API: renew them if a client has them",
    )
}

/// What else the text is, without quoting it.
fn other(core: &str, question: &Question<'_>) -> String {
    const VALUES: [&str; 16] = [
        "undefined",
        "null",
        "None",
        "nil",
        "NaN",
        "NULL",
        "true",
        "false",
        "0",
        "[object Promise]",
        "[object Object]",
        "Promise { <pending> }",
        "(null)",
        "<null>",
        "Optional(nil)",
        "nullptr",
    ];
    let lower = core.chars().take(200).map(|c| c.to_ascii_lowercase());
    let lower: String = lower.collect();
    if let Some(value) = VALUES.iter().find(|value| value.eq_ignore_ascii_case(core)) {
        return format!(
            "it is {value:?}: a value that was missing or not awaited, turned into a text"
        );
    }
    if lower.starts_with("[object")
        || lower.contains("promise")
        || lower.contains("coroutine")
        || lower.starts_with("<function")
    {
        return String::from("it is an object or promise turned into a text");
    }
    if ["!doctype", "<html", "html", "?xml", "<head", "<body"]
        .iter()
        .any(|tag| lower.starts_with(tag))
    {
        return String::from("it is an HTML or XML page, such as the error page of a server");
    }
    if question.channel == Some(core) {
        return String::from("it is the name of the channel");
    }
    let is_user = question
        .user
        .is_some_and(|user| user.text().as_str() == core);
    if is_user {
        return String::from("it is the user");
    }
    if lower.starts_with(['{', '[']) {
        return String::from("it is JSON, or a part of it, in which no token is found");
    }
    if lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("wss://")
    {
        return String::from("it is a URL in which no token is found");
    }
    if is_placeholder(&lower) {
        return String::from("it is a placeholder that was never replaced");
    }
    let len = core.chars().count();
    format!("it is a text of {len} characters with nothing of a token in it")
}
