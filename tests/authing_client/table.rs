//! The committed tables and the code agree, row by row and column by column.

use std::collections::BTreeMap;

use tokenmint::client::authing::{Api, Authentication, Kind, Management, Parameter, Row, Sent};
use tokenmint::http::AuthKind;

const TABLE: &str = include_str!("../../src/client/authing/endpoints.tsv");
const ANSWERS: &str = include_str!("../../src/client/authing/answers.tsv");

/// What no recorded SDK sends. The documents name it.
const ADDITIONS: [(&str, &str); 4] = [
    ("list_credentials_by_page", "authenticatorCode:str?"),
    (
        "check_valid_credentials_by_cred_ids",
        "credentialIds:list<any>?",
    ),
    (
        "check_valid_credentials_by_cred_ids",
        "authenticatorCode:str?",
    ),
    ("remove_all_credentials", "authenticatorCode:str?"),
];

/// A line of the table, field by field.
type Line = Vec<String>;

#[test]
fn every_row_of_the_table_is_a_row_of_the_code() {
    let mut lines = TABLE.lines();
    assert_eq!(
        lines.next(),
        Some(
            "client\tmethod_name\thttp_method\tpath\tparams\tauth\tin\tsummary\tsource_kind\t\
             request_dto\tsdk_names\tnotes"
        )
    );
    let mut found = rows::<Authentication>();
    assert_eq!(found.len(), 161);
    found.append(&mut rows::<Management>());
    assert_eq!(found.len(), 671);
    let mut count = 0;
    for line in lines {
        let mut fields: Line = line.split('\t').map(str::to_owned).collect();
        assert_eq!(fields.len(), 12, "{line:?}");
        let method = fields[1].clone();
        for (_, parameter) in ADDITIONS.iter().filter(|(name, _)| *name == method) {
            let comma = if fields[4].is_empty() { "" } else { "," };
            fields[4] += &format!("{comma}{parameter}");
        }
        let key = (fields[0].clone(), fields[1].clone());
        let row = found
            .remove(&key)
            .unwrap_or_else(|| panic!("no row {key:?}"));
        assert_eq!(row.0, fields, "{key:?}");
        count += 1;
    }
    assert_eq!(count, 671);
}

#[test]
fn every_answer_of_the_table_is_one_of_the_code() {
    let mut found = rows::<Authentication>();
    found.append(&mut rows::<Management>());
    let lines = ANSWERS.lines().filter(|line| line.starts_with("method\t"));
    for line in lines {
        let fields: Vec<&str> = line.split('\t').collect();
        let key = (fields[1].to_owned(), fields[2].to_owned());
        let (_, row) = found
            .remove(&key)
            .unwrap_or_else(|| panic!("no row {key:?}"));
        let facts = [row.facts.answer, row.facts.data, row.facts.paging];
        assert_eq!(facts, fields[3..6], "{key:?}");
    }
    assert!(found.is_empty(), "without an answer: {:?}", found.keys());
}

#[test]
fn every_path_parameter_is_a_parameter() {
    let all = [Authentication::rows(), Management::rows()];
    let rows = all.into_iter().flatten().copied().flatten();
    let mut paths = 0;
    for row in rows.filter(|row| row.sent == Sent::Call) {
        for name in row.endpoint.parameters() {
            let parameter = row.parameter(name).expect(name);
            assert!(parameter.required, "{} {name}", row.name());
            paths += 1;
        }
        assert!(!row.endpoint.path.starts_with('/'), "{}", row.name());
    }
    assert_eq!(paths, 10);
}

fn rows<A: Api>() -> BTreeMap<(String, String), (Line, &'static Row)> {
    let rows = A::rows().iter().copied().flatten().copied();
    let mut found = BTreeMap::new();
    for row in rows {
        let parameters: Vec<String> = row.parameters.iter().map(written).collect();
        let facts = row.facts;
        let parameters = parameters.join(",");
        let path = path(row);
        let line = [
            A::NAME,
            row.name(),
            verb(row),
            &path,
            &parameters,
            auth(A::NAME, row.endpoint.auth),
            facts.sdks,
            facts.summary,
            facts.source,
            facts.request,
            facts.sdk_names,
            facts.notes,
        ];
        let line: Line = line.map(str::to_owned).into();
        let key = (A::NAME.to_owned(), row.name().to_owned());
        assert!(
            found.insert(key, (line, row)).is_none(),
            "{} twice",
            row.name()
        );
    }
    found
}

fn verb(row: &Row) -> &'static str {
    match row.sent {
        Sent::Nowhere | Sent::Anything => "-",
        Sent::Events => "WSS",
        _ => row.endpoint.method.as_str(),
    }
}

fn path(row: &Row) -> String {
    match row.endpoint.path {
        "-" => "-".to_owned(),
        path => format!("/{path}"),
    }
}

/// A parameter as the table writes it.
fn written(parameter: &Parameter) -> String {
    let wire = parameter.wire;
    let optional = if parameter.required { "" } else { "?" };
    if let Kind::Constant(text) = parameter.kind {
        return format!("{wire}={text}");
    }
    let values = |values: &[&str]| format!("enum({})", values.join("|"));
    let name = match parameter.kind {
        Kind::Text | Kind::JsonText => "str".to_owned(),
        Kind::Texts => "list<str>".to_owned(),
        Kind::Integer => "int".to_owned(),
        Kind::Integers => "list<int>".to_owned(),
        Kind::Flag | Kind::FlagInQuery => "bool".to_owned(),
        Kind::Object => "dict".to_owned(),
        Kind::Objects => "list<dict>".to_owned(),
        Kind::List => "list<any>".to_owned(),
        Kind::Any => "any".to_owned(),
        Kind::Choice(known) => values(known),
        Kind::Choices(known) => format!("list<{}>", values(known)),
        other => panic!("{wire}: unknown kind {other:?}"),
    };
    format!("{wire}:{name}{optional}")
}

fn auth(client: &str, kind: AuthKind) -> &'static str {
    match (client, kind) {
        ("management", AuthKind::Client) => "aksk",
        ("authentication", AuthKind::Client) => "app-secret",
        ("authentication", AuthKind::Bearer) => "user-token",
        ("authentication", AuthKind::None) => "none",
        other => panic!("{other:?}"),
    }
}
