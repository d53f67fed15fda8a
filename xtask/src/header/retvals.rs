//! The statuses of the functions: `@retvals ok mint` becomes a line each.

use crate::Result;

/// Groups that many functions share. The order of a list is the order in the
/// header; `ok` comes first, what C alone can do wrong comes last.
const GROUPS: &[(&str, &str)] = &[
    (
        "mint_legacy",
        "text_call null_pointer_issuer struct_size unknown_value issue_time_zero bad_app_id bad_certificate",
    ),
    (
        "zego_mint",
        "text_call struct_size unknown_value bad_zego_app_id bad_secret bad_character_secret empty_id value_out_of_range_zego issue_time_zero content_too_large_zego",
    ),
    (
        "authing_request",
        "text_call struct_size unknown_value empty bad_character too_many duplicate",
    ),
    ("authing", "authing_request string_too_long"),
    (
        "authing_check",
        "ok invalid_utf8 null_pointer bad_length struct_size unknown_value empty bad_character too_many duplicate string_too_long malformed app_id_mismatch_key bad_base64 bad_signature",
    ),
    ("item", "judge not_found"),
    (
        "judge",
        "ok null_pointer struct_size overlap bad_length content",
    ),
    (
        "mint",
        "text_call null_pointer_issuer struct_size unknown_value issue_time_zero bad_app_id \
         bad_certificate bad_compression",
    ),
    (
        "mint006",
        "text_call null_pointer_issuer struct_size unknown_value issue_time_zero bad_app_id bad_certificate value_out_of_range_deadline",
    ),
    ("names", "empty string_too_long bad_character"),
    ("lifetimes", "value_out_of_range"),
    ("role", "unknown_value"),
    ("list", "too_many content_too_large"),
    (
        "text_call",
        "ok buffer_too_small invalid_utf8 null_pointer overlap bad_length",
    ),
    (
        "read_call",
        "ok invalid_utf8 null_pointer struct_size overlap bad_length",
    ),
    (
        "compress",
        "buffer_too_small content_too_large null_pointer overlap bad_length",
    ),
];

/// Name, constant without `TOKENMINT_`, text.
const STATUSES: &[(&str, &str, &str)] = &[
    ("ok", "OK", "Done."),
    (
        "buffer_too_small",
        "ERR_BUFFER_TOO_SMALL",
        "`*out_len` is a capacity that is enough.",
    ),
    (
        "workspace",
        "ERR_BUFFER_TOO_SMALL",
        "The workspace is too small.",
    ),
    (
        "issue_time_zero",
        "ERR_ISSUE_TIME_ZERO",
        "`issued_at` is 0.",
    ),
    (
        "bad_app_id",
        "ERR_BAD_APP_ID",
        "The app id is not 32 hexadecimal digits.",
    ),
    (
        "bad_certificate",
        "ERR_BAD_CERTIFICATE",
        "The certificate is not 32 hexadecimal digits.",
    ),
    (
        "empty",
        "ERR_EMPTY",
        "A text that must have content is empty.",
    ),
    (
        "string_too_long",
        "ERR_STRING_TOO_LONG",
        "A text is longer than allowed.",
    ),
    (
        "bad_character",
        "ERR_BAD_CHARACTER",
        "A text has a character that is not allowed.",
    ),
    (
        "value_out_of_range",
        "ERR_VALUE_OUT_OF_RANGE",
        "A lifetime is outside its range.",
    ),
    (
        "value_out_of_range_deadline",
        "ERR_VALUE_OUT_OF_RANGE",
        "24 hours from `issued_at` on is past the year 2106.",
    ),
    ("no_services", "ERR_NO_SERVICES", "There is no service."),
    (
        "too_many",
        "ERR_TOO_MANY",
        "A list is longer than its `_MAX`.",
    ),
    (
        "content_too_large",
        "ERR_CONTENT_TOO_LARGE",
        "The content exceeds 256 KiB.",
    ),
    (
        "unsupported_version",
        "ERR_UNSUPPORTED_VERSION",
        "The text does not start as this kind does.",
    ),
    (
        "bad_base64",
        "ERR_BAD_BASE64",
        "The base64 part is malformed.",
    ),
    (
        "bad_zlib",
        "ERR_BAD_COMPRESSION",
        "The compressed part is malformed.",
    ),
    (
        "bad_compression",
        "ERR_BAD_COMPRESSION",
        "The compressor failed: not one of this library.",
    ),
    (
        "too_large",
        "ERR_TOO_LARGE",
        "It inflates to more than 256 KiB.",
    ),
    ("truncated", "ERR_TRUNCATED", "The content ends too early."),
    (
        "trailing_data",
        "ERR_TRAILING_DATA",
        "Bytes follow the end.",
    ),
    ("not_utf8", "ERR_NOT_UTF8", "A name inside is no text."),
    (
        "malformed",
        "ERR_MALFORMED",
        "The content has another form.",
    ),
    (
        "bad_signature",
        "ERR_BAD_SIGNATURE",
        "The signature does not match.",
    ),
    (
        "app_id_mismatch",
        "ERR_APP_ID_MISMATCH",
        "It belongs to another application.",
    ),
    (
        "channel_mismatch",
        "ERR_CHANNEL_MISMATCH",
        "It is for another channel.",
    ),
    (
        "user_mismatch",
        "ERR_USER_MISMATCH",
        "It is for another user.",
    ),
    (
        "decrypt_failed",
        "ERR_DECRYPT_FAILED",
        "Wrong secret or damaged token.",
    ),
    (
        "expiry_mismatch",
        "ERR_EXPIRY_MISMATCH",
        "Clear and protected expiry differ: it was changed.",
    ),
    ("expired", "ERR_EXPIRED", "It has ended."),
    (
        "not_yet_valid",
        "ERR_NOT_YET_VALID",
        "It was issued in the future.",
    ),
    (
        "not_authorized",
        "ERR_NOT_AUTHORIZED",
        "It does not grant the privilege.",
    ),
    (
        "unknown_value",
        "ERR_UNKNOWN_VALUE",
        "A choice has no such number.",
    ),
    ("not_found", "ERR_NOT_FOUND", "The list has ended."),
    (
        "invalid_utf8",
        "ERR_INVALID_UTF8",
        "An input text is not UTF-8.",
    ),
    (
        "null_pointer",
        "ERR_NULL_POINTER",
        "A pointer is NULL that must not be.",
    ),
    (
        "null_pointer_issuer",
        "ERR_NULL_POINTER",
        "A pointer is NULL that must not be.",
    ),
    (
        "struct_size",
        "ERR_BAD_STRUCT_SIZE",
        "`struct_size` is none of this struct.",
    ),
    (
        "overlap",
        "ERR_OVERLAP",
        "An output overlaps an input or another output.",
    ),
    (
        "bad_length",
        "ERR_BAD_LENGTH",
        "A length is above PTRDIFF_MAX.",
    ),
];

/// The lines for `names`, each status once, in the order of the table.
pub(super) fn expand(names: &str) -> Result<String> {
    let mut wanted = Vec::new();
    for name in names.split_whitespace() {
        collect(name, &mut wanted)?;
    }
    let mut lines = String::new();
    let mut told = Vec::new();
    for (name, status, text) in STATUSES {
        if wanted.contains(name) && !told.contains(status) {
            told.push(status);
            lines += &format!(" * @retval TOKENMINT_{status}  {text}\n");
        }
    }
    Ok(lines)
}

fn collect(name: &str, wanted: &mut Vec<&'static str>) -> Result<()> {
    if let Some((_, names)) = GROUPS.iter().find(|(group, _)| *group == name) {
        return names
            .split_whitespace()
            .try_for_each(|name| collect(name, wanted));
    }
    match STATUSES.iter().find(|(known, _, _)| *known == name) {
        Some((known, _, _)) => wanted.push(known),
        None => return Err(format!("`@retvals` knows no {name:?}")),
    }
    Ok(())
}
