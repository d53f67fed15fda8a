//! The committed table and the code agree, row by row.

use std::collections::BTreeMap;

use tokenmint::client::authing::{Api, Authentication, Kind, Management, Parameter, Row, Sent};
use tokenmint::http::AuthKind;

const TABLE: &str = include_str!("../../src/client/authing/endpoints.tsv");

/// What the recorded SDK forgets to send. The documents name it.
const ADDITIONS: [(&str, &str); 5] = [
    ("list_credentials_by_page", "authenticatorCode:str?"),
    ("check_valid_credentials_by_cred_ids", "credentialIds:list?"),
    (
        "check_valid_credentials_by_cred_ids",
        "authenticatorCode:str?",
    ),
    ("remove_all_credentials", "authenticatorCode:str?"),
    ("verify_mfa_token", "token:str"),
];

/// A line without its parameters' types in the two cases where the table has
/// none.
type Line = (String, String, String, Vec<String>, String);

#[test]
fn every_row_of_the_table_is_a_row_of_the_code() {
    let mut lines = TABLE.lines();
    assert_eq!(
        lines.next(),
        Some("client\tmethod_name\thttp_method\tpath\tparams\tauth")
    );
    let mut expected: BTreeMap<(String, String), Line> = BTreeMap::new();
    for line in lines {
        let fields: Vec<&str> = line.split('\t').collect();
        let [client, method, verb, path, parameters, auth] = fields[..] else {
            panic!("not six fields: {line:?}");
        };
        let mut parameters: Vec<String> = parameters
            .split(',')
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
            .collect();
        let added = ADDITIONS.iter().filter(|(name, _)| *name == method);
        parameters.extend(added.map(|(_, parameter)| (*parameter).to_owned()));
        let line = (
            method.to_owned(),
            verb.to_owned(),
            path.to_owned(),
            parameters,
            auth.to_owned(),
        );
        let before = expected.insert((client.to_owned(), method.to_owned()), line);
        assert!(before.is_none(), "{client} {method} twice");
    }
    assert_eq!(expected.len(), 525);

    let mut found = rows::<Authentication>();
    assert_eq!(found.len(), 113);
    found.append(&mut rows::<Management>());
    assert_eq!(found.len(), 525);
    for (key, line) in &expected {
        assert_eq!(found.get(key), Some(line), "{key:?}");
    }
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
    assert_eq!(paths, 4);
}

fn rows<A: Api>() -> BTreeMap<(String, String), Line> {
    let rows = A::rows().iter().copied().flatten();
    let mut found = BTreeMap::new();
    for row in rows {
        let line = (
            row.name().to_owned(),
            verb(row).to_owned(),
            path(row),
            row.parameters.iter().map(written).collect(),
            auth(A::NAME, row.endpoint.auth).to_owned(),
        );
        let key = (A::NAME.to_owned(), row.name().to_owned());
        assert!(found.insert(key, line).is_none(), "{} twice", row.name());
    }
    found
}

fn verb(row: &Row) -> &'static str {
    match row.sent {
        Sent::Nowhere => "-",
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
    match parameter.kind {
        Kind::Constant(text) => format!("{wire}={text}"),
        Kind::Any => format!("{wire}{optional}"),
        kind => {
            let name = match kind {
                Kind::Text | Kind::Texts | Kind::JsonText => "str",
                Kind::Integer => "int",
                Kind::Flag => "bool",
                Kind::Object => "dict",
                Kind::List => "list",
                other => panic!("{wire}: unknown kind {other:?}"),
            };
            format!("{wire}:{name}{optional}")
        }
    }
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
