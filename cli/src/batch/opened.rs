//! The beginning of an input.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;

use super::columns::Names;
use super::detect::{self, Layout};
use super::form::{Form, LineEnd, swap};
use super::source::ROW_MAX;
use crate::failure::Failure;

/// An opened input.
pub(crate) struct Input {
    /// Everything after a byte order mark.
    pub(crate) stream: Box<dyn Read + Send>,
    /// Bytes of all of it, when that is known.
    pub(crate) size: Option<u64>,
    /// How its lines end.
    pub(crate) line_end: LineEnd,
    /// How its rows are written.
    pub(crate) layout: Layout,
    /// What was found that the name does not say.
    pub(crate) found: Option<&'static str>,
}

/// Opens a file, or standard input for `-`.
pub(crate) fn open(path: &Path, asked: Option<Form>, columns: &[Names]) -> Result<Input, Failure> {
    if path == Path::new("-") {
        return begin(io::stdin(), None, path, asked, columns);
    }
    let failed = |error| Failure::usage(format!("cannot open {}: {error}", path.display()));
    let file = File::open(path).map_err(failed)?;
    let metadata = file.metadata().map_err(failed)?;
    if metadata.is_dir() {
        return Err(Failure::usage(format!("{} is a directory", path.display())));
    }
    let size = metadata.is_file().then_some(metadata.len());
    begin(file, size, path, asked, columns)
}

/// Looks at the first line that is not blank: byte order mark, encoding, line
/// end, form.
fn begin(
    mut stream: impl Read + Send + 'static,
    size: Option<u64>,
    path: &Path,
    asked: Option<Form>,
    columns: &[Names],
) -> Result<Input, Failure> {
    let mut head = Vec::new();
    let mut part = [0; 4096];
    while !detect::is_enough(&head) && (head.len() as u64) < ROW_MAX {
        let read = stream.read(&mut part);
        let len = read.map_err(|error| cannot_read(&error))?;
        if len == 0 {
            break;
        }
        head.extend_from_slice(&part[..len]);
    }
    if detect::is_utf_16(&head) {
        return Err(Failure::usage(
            "the rows are UTF-16: save them as UTF-8 (in a spreadsheet: \"CSV UTF-8\")",
        ));
    }
    let mark: &[u8] = b"\xef\xbb\xbf";
    if head.starts_with(mark) {
        head.drain(..mark.len());
    }
    let line_end = detect::line_end(&head);
    if line_end == LineEnd::Cr {
        swap(&mut head, b'\r', b'\n');
    }
    let (layout, found) = detect::layout(&head, asked, Form::of(path), columns)?;
    let head = Cursor::new(head);
    Ok(Input {
        stream: match line_end {
            LineEnd::Cr => Box::new(head.chain(CarriageReturns(stream))),
            _ => Box::new(head.chain(stream)),
        },
        size,
        line_end,
        layout,
        found,
    })
}

/// Reads CR as LF.
struct CarriageReturns<R>(R);

impl<R: Read> Read for CarriageReturns<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = self.0.read(buffer)?;
        debug_assert!(len <= buffer.len(), "a reader fills its buffer at most");
        let bytes = buffer.get_mut(..len).unwrap_or_default();
        if bytes.contains(&b'\n') {
            return Err(io::ErrorKind::InvalidData.into());
        }
        swap(bytes, b'\r', b'\n');
        Ok(len)
    }
}

/// Reading failed.
pub(crate) fn cannot_read(error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::InvalidData => Failure::usage(
            "some line ends are CR alone and others are not: save the rows with one kind of \
             line end",
        ),
        _ => Failure::system(format!("cannot read the rows: {error}")),
    }
}
