//! Reading the table.

use crate::Result;

const HEAD: &str = "kind\tclass\tcatalogue_key\twire_vendor\tarea\toption\twire_path\ttype\t\
                    required\tdefault\tconstraint\tclass_rule";

/// A class with its options.
#[derive(Debug)]
pub(super) struct Class {
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) wire_vendor: String,
    pub(super) area: String,
    pub(super) options: Vec<Row>,
}

/// An option.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) wire_path: String,
    pub(super) kind: String,
    pub(super) required: String,
    pub(super) default: String,
    pub(super) constraint: String,
}

/// The classes in the order of the table, whose lines of one class are together.
pub(super) fn parse(text: &str) -> Result<Vec<Class>> {
    let mut lines = text.lines();
    if lines.next() != Some(HEAD) {
        return Err(format!("the table does not begin with {HEAD:?}"));
    }
    let mut classes: Vec<Class> = Vec::new();
    for line in lines {
        let fields: Vec<&str> = line.split('\t').collect();
        let &[
            kind,
            class,
            _,
            vendor,
            area,
            name,
            path,
            of_type,
            required,
            default,
            constraint,
            _,
        ] = fields.as_slice()
        else {
            return Err(format!("not twelve fields: {line:?}"));
        };
        let row = Row {
            name: name.to_owned(),
            wire_path: path.to_owned(),
            kind: of_type.to_owned(),
            required: required.to_owned(),
            default: default.to_owned(),
            constraint: constraint.to_owned(),
        };
        match classes.last_mut() {
            Some(last) if last.name == class && last.area == area && last.kind == kind => {
                last.options.push(row);
            }
            _ => classes.push(Class {
                kind: kind.to_owned(),
                name: class.to_owned(),
                wire_vendor: vendor.to_owned(),
                area: area.to_owned(),
                options: vec![row],
            }),
        }
    }
    Ok(classes)
}
