//! The columns of a builder: the options that a row may give, by the names of
//! the options.
//!
//! Each column says where its value goes and how the option of its name is
//! read, so a row and the command line have one parser and one set of words.

use std::borrow::Cow;

use super::spare;

/// Names of a column; the first is the one that messages use.
pub(crate) type Names = &'static [&'static str];

/// What a row says in the columns that matter, in their order; what it leaves
/// open is `None`.
pub(crate) type Cells<'r> = Vec<Option<Cow<'r, str>>>;

/// Where the value of a column goes.
type Place<T, V> = fn(&mut T) -> &mut V;

type Put<T> = Box<dyn Fn(&mut T, &str) -> Result<(), String> + Send + Sync>;
type Clear<T> = Box<dyn Fn(&mut T) + Send + Sync>;
type Given<T> = Box<dyn Fn(&mut T) -> bool + Send + Sync>;
type Text<T> = Box<dyn Fn(&mut T) -> &mut Option<String> + Send + Sync>;

/// The options that a row may give: `T` are those of the command line.
pub(crate) trait Rows: Clone + Send + Sync + 'static {
    /// The columns.
    fn columns() -> Columns<Self>;

    /// Why a row is refused where a single run would warn: nobody reads the
    /// explanation of every token of a batch.
    fn objection(&self, _issued_at: i64) -> Option<String> {
        None
    }

    /// What is odd about the values of a row, which has its token.
    fn warning(&self) -> Option<String> {
        None
    }
}

/// A column that matters.
struct Column<T> {
    names: Names,
    put: Put<T>,
    /// Where it goes, when it is taken as it is.
    text: Option<Text<T>>,
}

/// Columns of which a row has one at the most.
struct OneOf<T> {
    columns: Names,
    /// Forgets the options, because the row says another one of them.
    clear: Clear<T>,
}

/// Columns of which one has to be there, in the row or as an option.
struct Need<T> {
    columns: Names,
    is_given: Given<T>,
    /// A value of the first column that any builder takes.
    sample: &'static str,
}

/// All columns of a builder.
pub(crate) struct Columns<T> {
    columns: Vec<Column<T>>,
    one_of: Vec<OneOf<T>>,
    needs: Vec<Need<T>>,
}

impl<T: 'static> Columns<T> {
    /// No columns yet.
    pub(crate) const fn new() -> Self {
        Self {
            columns: Vec::new(),
            one_of: Vec::new(),
            needs: Vec::new(),
        }
    }

    /// A text, taken as it is.
    pub(crate) fn text(self, names: Names, place: Place<T, Option<String>>) -> Self {
        self.column(names, Some(Box::new(place)), move |options, text| {
            // No argument can have one, and programs in C stop there.
            if text.contains('\0') {
                return Err("there is a NUL character in it".to_owned());
            }
            if let Some(before) = place(options).replace(spare::text(text)) {
                spare::keep(before);
            }
            Ok(())
        })
    }

    /// A value, read as the option is.
    pub(crate) fn value<V: 'static>(
        self,
        names: Names,
        parse: fn(&str) -> Result<V, String>,
        place: Place<T, V>,
    ) -> Self {
        self.column(names, None, move |options, text| {
            *place(options) = parse(text.trim())?;
            Ok(())
        })
    }

    /// A value that has no default.
    pub(crate) fn optional<V: 'static>(
        self,
        names: Names,
        parse: fn(&str) -> Result<V, String>,
        place: Place<T, Option<V>>,
    ) -> Self {
        self.column(names, None, move |options, text| {
            *place(options) = Some(parse(text.trim())?);
            Ok(())
        })
    }

    fn column(
        mut self,
        names: Names,
        text: Option<Text<T>>,
        put: impl Fn(&mut T, &str) -> Result<(), String> + Send + Sync + 'static,
    ) -> Self {
        self.columns.push(Column {
            names,
            put: Box::new(put),
            text,
        });
        self
    }

    /// A row has one of these at the most, and the options of all of them make
    /// way for it.
    pub(crate) fn one_of(mut self, columns: Names, clear: fn(&mut T)) -> Self {
        self.one_of.push(OneOf {
            columns,
            clear: Box::new(clear),
        });
        self
    }

    /// There is no token without one of these.
    pub(crate) fn needs(
        mut self,
        columns: Names,
        is_given: fn(&mut T) -> bool,
        sample: &'static str,
    ) -> Self {
        self.needs.push(Need {
            columns,
            is_given: Box::new(is_given),
            sample,
        });
        self
    }

    /// The columns of a part of the options.
    pub(crate) fn with<P: 'static>(mut self, part: Columns<P>, place: Place<T, P>) -> Self {
        for Column { put, names, text } in part.columns {
            let text =
                text.map(|text| -> Text<T> { Box::new(move |options| text(place(options))) });
            self = self.column(names, text, move |options, text| put(place(options), text));
        }
        for OneOf { columns, clear } in part.one_of {
            let clear: Clear<T> = Box::new(move |options| clear(place(options)));
            self.one_of.push(OneOf { columns, clear });
        }
        for Need {
            columns,
            is_given,
            sample,
        } in part.needs
        {
            let is_given: Given<T> = Box::new(move |options| is_given(place(options)));
            self.needs.push(Need {
                columns,
                is_given,
                sample,
            });
        }
        self
    }

    /// Names of all columns, in their order.
    pub(crate) fn names(&self) -> Vec<Names> {
        self.columns.iter().map(|column| column.names).collect()
    }

    /// Whether a row can say nothing and have a token.
    pub(crate) fn needs_nothing(&self, defaults: &mut T) -> bool {
        self.missing(defaults, |_| false).is_none()
    }

    /// What is neither an option nor, as `has_column` says, in the rows.
    pub(crate) fn missing(
        &self,
        defaults: &mut T,
        has_column: impl Fn(&str) -> bool,
    ) -> Option<String> {
        let is_missing = |need: &&Need<T>| {
            !(need.is_given)(defaults) && !need.columns.iter().any(|name| has_column(name))
        };
        let need = self.needs.iter().find(is_missing)?;
        Some(need.columns.join(" or "))
    }

    /// Gives what is missing a value that any builder takes, so that the options
    /// can be tried without a row.
    pub(crate) fn complete(&self, options: &mut T) {
        for need in &self.needs {
            let name = need.columns.first();
            let column = self.columns.iter().find(|c| c.names.first() == name);
            if let Some(column) = column
                && !(need.is_given)(options)
            {
                // A sample is a value by its nature.
                let put = (column.put)(options, need.sample);
                debug_assert!(put.is_ok(), "{name:?} takes its sample");
            }
        }
    }

    /// Puts what a row says over the options.
    pub(crate) fn apply(&self, options: &mut T, cells: &Cells<'_>) -> Result<(), String> {
        for group in &self.one_of {
            let mut said = self.said(cells).filter(|name| group.columns.contains(name));
            if let Some(first) = said.next() {
                if let Some(second) = said.next() {
                    return Err(format!("there are both {first} and {second}"));
                }
                let of_group = |column: &&Column<T>| group.columns.contains(&name_of(column.names));
                keep_texts(self.columns.iter().filter(of_group), options);
                (group.clear)(options);
            }
        }
        for (column, cell) in self.columns.iter().zip(cells) {
            if let Some(text) = cell {
                let put = (column.put)(options, text);
                put.map_err(|reason| format!("{}: {reason}", name_of(column.names)))?;
            }
        }
        match self.needs.iter().find(|need| !(need.is_given)(options)) {
            None => Ok(()),
            Some(need) => Err(match need.columns {
                [name] => format!("there is no {name}"),
                [first, second] => format!("there is neither {first} nor {second}"),
                names => format!("there is none of {}", names.join(", ")),
            }),
        }
    }

    /// Takes the texts out of options and keeps their memory.
    pub(crate) fn take_texts(&self, options: &mut T) {
        keep_texts(self.columns.iter(), options);
    }

    /// Gives `options`, which have no texts, those of `defaults`.
    pub(crate) fn copy_texts(&self, defaults: &mut T, options: &mut T) {
        for text in self
            .columns
            .iter()
            .filter_map(|column| column.text.as_ref())
        {
            if let Some(default) = text(defaults) {
                *text(options) = Some(spare::text(default));
            }
        }
    }

    /// A text with white space around it, which is kept: it may be part of the
    /// name, and mostly is not.
    pub(crate) fn odd_text(&self, cells: &Cells<'_>) -> Option<String> {
        let mut columns = self.columns.iter().zip(cells);
        columns.find_map(|(column, cell)| {
            let text = cell.as_deref().filter(|_| column.text.is_some())?;
            let name = name_of(column.names);
            let is_odd = text.trim().len() < text.len();
            is_odd.then(|| format!("{name}: there is white space around it, which is kept"))
        })
    }

    fn said<'a>(&'a self, cells: &'a Cells<'_>) -> impl Iterator<Item = &'static str> + 'a {
        let columns = self.columns.iter().zip(cells);
        columns.filter_map(|(column, cell)| cell.as_ref().map(|_| name_of(column.names)))
    }
}

/// Takes the texts of `columns` out of options and keeps their memory.
fn keep_texts<'a, T: 'a>(columns: impl Iterator<Item = &'a Column<T>>, options: &mut T) {
    for text in columns.filter_map(|column| column.text.as_ref()) {
        if let Some(text) = text(options).take() {
            spare::keep(text);
        }
    }
}

/// The name of a column for messages.
pub(crate) fn name_of(names: Names) -> &'static str {
    debug_assert!(!names.is_empty(), "a column has a name");
    names.first().copied().unwrap_or_default()
}

/// Which of `columns` has the name `text`. Case and the difference between
/// hyphen and underscore do not matter.
pub(crate) fn column_of(columns: &[Names], text: &str) -> Option<usize> {
    let plain = |byte: u8| match byte {
        b'-' => b'_',
        other => other.to_ascii_lowercase(),
    };
    let text = text.trim();
    let is_it = |name: &&str| name.bytes().eq(text.bytes().map(plain));
    columns.iter().position(|names| names.iter().any(is_it))
}

/// A text that is there, because without rows it is asked for, and with rows
/// those without it were refused.
pub(crate) fn given(text: &Option<String>) -> &str {
    debug_assert!(text.is_some(), "an option that is needed was looked for");
    text.as_deref().unwrap_or_default()
}
