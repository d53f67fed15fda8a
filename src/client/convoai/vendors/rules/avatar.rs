//! Rules of avatars: which sample rate the speech must have.

use serde_json::Value;

use super::{Built, Checked};

pub(in super::super) const fn akool(built: &mut Built<'_>) -> Checked {
    built.part.sample_rate = Some(16_000);
    Ok(())
}

pub(in super::super) fn live_avatar(built: &mut Built<'_>) -> Checked {
    let quality = built.text("quality").unwrap_or_default();
    if !["low", "medium", "high"].contains(&quality) {
        return built.refuse("quality", "has to be low, medium or high");
    }
    built.part.sample_rate = Some(24_000);
    Ok(())
}

pub(in super::super) fn hey_gen(built: &mut Built<'_>) -> Checked {
    built.warn("HeyGen is deprecated: use LiveAvatar");
    live_avatar(built)
}

pub(in super::super) fn spatius(built: &mut Built<'_>) -> Checked {
    built.part.sample_rate = built.option("sample_rate").and_then(Value::as_i64);
    Ok(())
}
