//! A method of either client by its name.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Command, ValueEnum};
use tokenmint::client::authing::{Api, Authentication, Management, Row};

use crate::failure::Failure;

/// Whose method it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ClientWord {
    /// Of an end user
    Authentication,
    /// Of a user pool
    Management,
}

impl ClientWord {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Authentication => Authentication::NAME,
            Self::Management => Management::NAME,
        }
    }
}

/// The methods of both clients.
pub(super) fn all() -> impl Iterator<Item = (ClientWord, &'static Row)> {
    let of = |client, rows: &'static [&'static [&'static Row]]| {
        let rows = rows.iter().copied().flatten();
        rows.map(move |row| (client, *row))
    };
    of(ClientWord::Authentication, Authentication::rows())
        .chain(of(ClientWord::Management, Management::rows()))
}

/// The method of this name, of the client that is asked for.
pub(super) fn find(
    name: &str,
    client: Option<ClientWord>,
) -> Result<(ClientWord, &'static Row), Failure> {
    let mut found = all()
        .filter(|(_, row)| row.name() == name)
        .filter(|(owner, _)| client.is_none_or(|client| client == *owner));
    match (found.next(), found.next()) {
        (Some(_), Some(_)) => Err(Failure::usage(
            "both clients have a method of this name: use --client authentication or --client \
             management",
        )),
        (Some(found), None) => Ok(found),
        _ => Err(Failure::usage("this client has no method of this name")),
    }
}

/// Takes a name in the way of this library, and tells the nearest ones of any
/// other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Name;

impl TypedValueParser for Name {
    type Value = String;

    fn parse_ref(
        &self,
        command: &Command,
        _: Option<&Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        let name = value.to_string_lossy().into_owned();
        if all().any(|(_, row)| row.name() == name) {
            return Ok(name);
        }
        let mut text = String::from("there is no method of this name");
        let tips = tips(&name);
        if !tips.is_empty() {
            text += &format!("; did you mean {}?", tips.join(", "));
        }
        text += "\nhint: `tokenmint authing describe` lists all methods\n";
        Err(clap::Error::raw(ErrorKind::InvalidValue, text).with_cmd(command))
    }

    /// For completions.
    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue>>> {
        let mut names: Vec<_> = all().map(|(_, row)| row.name()).collect();
        names.sort_unstable();
        names.dedup();
        Some(Box::new(names.into_iter().map(PossibleValue::new)))
    }
}

/// Names like this one: of the official SDKs first, then the nearest.
fn tips(name: &str) -> Vec<&'static str> {
    let wanted = letters(name);
    let mut tips: Vec<&str> = all()
        .filter(|(_, row)| {
            letters(row.name()) == wanted || sdk_names(row).any(|other| letters(other) == wanted)
        })
        .map(|(_, row)| row.name())
        .collect();
    if tips.is_empty() {
        let mut near: Vec<(usize, &str)> = all()
            .map(|(_, row)| (distance(&wanted, &letters(row.name())), row.name()))
            .collect();
        near.sort_unstable();
        near.dedup();
        let most = wanted.len().div_ceil(3).min(6);
        let near = near.into_iter().filter(|(distance, _)| *distance <= most);
        tips = near.map(|(_, name)| name).take(4).collect();
    }
    tips.dedup();
    tips
}

/// What the SDKs call a method.
fn sdk_names(row: &Row) -> impl Iterator<Item = &'static str> {
    let names = row.facts.sdk_names.split(';');
    names
        .filter_map(|pair| pair.split_once('='))
        .flat_map(|(_, names)| names.split('|'))
}

fn letters(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

/// How many letters to add, leave out or change.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, x) in a.bytes().enumerate() {
        let mut before = row[0];
        row[0] = at + 1;
        for (n, y) in b.bytes().enumerate() {
            let changed = before + usize::from(x != y);
            before = row[n + 1];
            row[n + 1] = changed.min(row[n] + 1).min(before + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tips_are_names_of_other_sdks_and_the_nearest() {
        assert_eq!(tips("createRole"), ["create_role"]);
        assert_eq!(tips("CreateRole"), ["create_role"]);
        assert!(tips("list_user").contains(&"list_users"));
        assert!(tips("get_usr").contains(&"get_user"));
        assert!(tips("qqqqqqqqqq").is_empty());
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
