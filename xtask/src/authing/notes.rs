//! What the kinds of the table do not say of a parameter: units and ranges.

/// By name on the wire, wherever it is a parameter.
const NOTES: &[(&str, &str)] = &[
    ("page", "from 1"),
    ("pageNo", "from 1"),
    ("limit", "entries a page, at most 50"),
    ("pageSize", "entries a page"),
    ("startIndex", "entries to pass over"),
    ("maxSize", "entries a page"),
    ("updatedAtStart", "Unix milliseconds"),
    ("updatedAtEnd", "Unix milliseconds"),
    ("createdAfter", "Unix milliseconds"),
    ("createdBefore", "Unix milliseconds"),
    ("updatedAfter", "Unix milliseconds"),
    ("updatedBefore", "Unix milliseconds"),
    ("startAt", "Unix milliseconds"),
    (
        "password",
        "in clear unless the encryption is said: `PasswordKey` encrypts",
    ),
    (
        "passwordEncryptType",
        "how the caller has encrypted the password",
    ),
    ("phoneCountryCode", "with the plus sign, such as +86"),
    ("userIdType", "what `userId` is; by default `user_id`"),
    (
        "departmentIdType",
        "what `departmentId` is; by default `department_id`",
    ),
    ("length", "characters, 43 to 128"),
    ("token_place", "where the token is sent"),
];

pub(super) fn of(wire: &str) -> Option<&'static str> {
    let mut notes = NOTES.iter();
    notes
        .find(|(known, _)| *known == wire)
        .map(|(_, note)| *note)
}
