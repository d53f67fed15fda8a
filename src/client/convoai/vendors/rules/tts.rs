//! Rules of speech. The sample rate that an avatar is checked against is what
//! the class says of itself.

use serde_json::Value;

use super::{Built, Checked, needs_key, not_blank, not_empty};
use crate::client::convoai::presets;

/// The rate is that of the options.
pub(in super::super) fn rate(built: &mut Built<'_>) -> Checked {
    built.part.sample_rate = known_rate(built);
    Ok(())
}

/// The rate counts at the start.
pub(in super::super) fn late_rate(built: &mut Built<'_>) -> Checked {
    built.part.late_sample_rate = known_rate(built);
    Ok(())
}

fn known_rate(built: &Built<'_>) -> Option<i64> {
    const PLACES: [&str; 4] = [
        "params.sample_rate",
        "params.audio_setting.sample_rate",
        "params.output_format.sample_rate",
        "params.AudioConfig.sample_rate_hertz",
    ];
    PLACES
        .iter()
        .find_map(|path| built.at(path).and_then(Value::as_i64))
}

pub(in super::super) fn cartesia(built: &mut Built<'_>) -> Checked {
    built.place("params.voice.mode", "id");
    if built.at("params.output_format").is_some() {
        built.place("params.output_format.container", "raw");
    }
    rate(built)
}

/// Without a key the service brings the model; address and group are not sent
/// then.
pub(in super::super) fn minimax(built: &mut Built<'_>) -> Checked {
    needs_key(built, "key", &presets::MINIMAX_MODELS)?;
    if built.text("key").is_none() {
        let model: Value = built.text("model").unwrap_or_default().into();
        built.place(presets::MODEL_HINT, model);
        for path in ["params.model", "params.group_id", "params.url"] {
            built.take(path);
        }
    } else if built.option("group_id").is_none() {
        return built.refuse("group_id", "is required with `key`");
    }
    minimax_cn(built)
}

pub(in super::super) fn minimax_cn(built: &mut Built<'_>) -> Checked {
    let voices = [built.option("voice_id"), built.option("timber_weights")];
    if voices.iter().flatten().count() != 1 {
        return built.refuse("voice_id", "or else `timber_weights` is required, not both");
    }
    rate(built)
}

pub(in super::super) fn openai_tts(built: &mut Built<'_>) -> Checked {
    if built.text("api_key").is_some() {
        not_empty(built, &["model", "base_url"])?;
    } else {
        if built.option("base_url").is_some() {
            return built.refuse("base_url", "is only for a model with `api_key`");
        }
        if built.option("model").is_some() {
            needs_key(built, "api_key", &presets::OPENAI_TTS_MODELS)?;
        }
    }
    built.part.sample_rate = Some(24_000);
    Ok(())
}

/// Whose key is used decides what is needed.
pub(in super::super) fn rime(built: &mut Built<'_>) -> Checked {
    match built.text("credential_mode") {
        Some("managed") => not_empty(built, &["base_url", "model_id"]),
        _ => not_empty(built, &["key", "speaker", "model_id"]),
    }
}

pub(in super::super) fn generic_tts(built: &mut Built<'_>) -> Checked {
    let url = built.text("url").unwrap_or_default();
    if !has_host(url, &["http", "https"]) {
        return built.refuse("url", "has to begin with https:// or http:// and a host");
    }
    rate(built)
}

/// Whether a URL has one of these schemes and a host.
pub(super) fn has_host(url: &str, schemes: &[&str]) -> bool {
    parts(url).is_some_and(|(scheme, host, _)| {
        let known = schemes.iter().any(|it| it.eq_ignore_ascii_case(scheme));
        known && !host.is_empty()
    })
}

/// Scheme, host without user and port, and what follows.
pub(super) fn parts(url: &str) -> Option<(&str, &str, &str)> {
    let (scheme, rest) = url.split_once("://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(end)?;
    let (_, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    let host = match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => host,
    };
    Some((scheme, host, path))
}

/// On a host of its own: see [`PREVIEW_URL`](crate::client::convoai::PREVIEW_URL).
pub(in super::super) fn gemini_tts(built: &mut Built<'_>) -> Checked {
    not_blank(built, &["api_key", "model", "voice"])?;
    built.part.preview = Some("gemini-live");
    Ok(())
}
