//! The types of requests and answers by their names in the official SDKs: what
//! the tables of this version have of their members.
//!
//! ```
//! use tokenmint::client::authing::schema;
//!
//! let user = schema::answer_members("UserDto").unwrap();
//! assert!(user.iter().any(|member| member.name == "userId" && member.kind == "str"));
//! assert!(schema::request_members("CreateRoleDto").is_some());
//! ```

use std::vec::Vec;

const ANSWERS: &str = include_str!("answers.tsv");
const REQUESTS: &str = include_str!("request-dtos.tsv");

/// A member of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Member {
    /// The name on the wire.
    pub name: &'static str,
    /// What it holds: `str`, `int`, `num`, `bool`, `any`, `enum(A|B)`, the name
    /// of a type, or `list<...>` of one of them.
    pub kind: &'static str,
    /// Whether it may be missing.
    pub optional: bool,
}

/// The members of a type that answers have.
#[must_use]
pub fn answer_members(name: &str) -> Option<Vec<Member>> {
    let mut lines = ANSWERS.lines().map(|line| line.split('\t'));
    let members = lines.find_map(|mut fields| {
        let found = fields.next() == Some("dto") && fields.nth(1) == Some(name);
        fields.nth(3).filter(|_| found)
    })?;
    Some(members_of(members))
}

/// The members of a type that requests have.
#[must_use]
pub fn request_members(name: &str) -> Option<Vec<Member>> {
    let mut lines = REQUESTS.lines().skip(1).map(|line| line.split('\t'));
    let members = lines.find_map(|mut fields| {
        let found = fields.next() == Some(name);
        fields.next().filter(|_| found)
    })?;
    Some(members_of(members))
}

/// The members beside `statusCode`, of a method whose answer has no `data`.
pub(super) fn flat_members(client: &str, method: &str) -> Option<Vec<Member>> {
    let mut lines = ANSWERS.lines().map(|line| line.split('\t'));
    let members = lines.find_map(|mut fields| {
        let found = [fields.next(), fields.next(), fields.next()]
            == [Some("method"), Some(client), Some(method)];
        fields.nth(3).filter(|_| found)
    })?;
    Some(members_of(members))
}

fn members_of(text: &'static str) -> Vec<Member> {
    let (mut members, mut depth) = (Vec::new(), 0_u32);
    let separates = |c: char| {
        match c {
            '<' | '(' | '{' => depth = depth.saturating_add(1),
            '>' | ')' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    };
    for text in text.split(separates) {
        let (text, optional) = match text.strip_suffix('?') {
            Some(text) => (text, true),
            None => (text, false),
        };
        if let Some((name, kind)) = text.split_once(':') {
            members.push(Member {
                name,
                kind,
                optional,
            });
        }
    }
    members
}
