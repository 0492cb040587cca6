//! A table as a CSV file.
//!
//! Answers for: RFC 4180 with every text quoted and null as an unquoted empty field; line breaks inside a text
//! escaped, so that a row is a line; cells that a spreadsheet would run as a formula made safe. Both escapes
//! are undone by [`unescape`], so a CSV file holds the same values as the Parquet file.

use std::borrow::Cow;
use std::io::{self, Write};

use jiff::Span;
use jiff::civil;
use schema::table::{Cell, Table};
use schema::{Date, Timestamp};

use crate::hashed_file::{HashedFile, Written};
use crate::{CsvDialect, Error};

/// How a row ends.
const LINE_END: &[u8] = b"\r\n";

/// The day that dates are counted from.
const EPOCH: civil::Date = civil::date(1970, 1, 1);

/// The mark by which Excel knows UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A CSV file being written.
pub(crate) struct CsvFile {
    file: HashedFile,
    line: Vec<u8>,
}

impl CsvFile {
    /// Starts the file of `table` with its header.
    pub(crate) fn create(table: &Table, dialect: CsvDialect, file: HashedFile) -> Result<Self, Error> {
        let mut csv = Self { file, line: Vec::new() };
        if dialect == CsvDialect::Excel {
            csv.line.extend_from_slice(BYTE_ORDER_MARK);
        }
        for (index, column) in table.columns.iter().enumerate() {
            csv.separate(index);
            csv.line.extend_from_slice(column.name.as_bytes());
        }
        csv.end_row()?;
        Ok(csv)
    }

    /// Adds `cell` as the row's field at place `index`.
    pub(crate) fn push(&mut self, index: usize, cell: &Cell<'_>) {
        self.separate(index);
        let line = &mut self.line;
        let written = match cell {
            Cell::Null => Ok(()),
            Cell::Text(text) => {
                quote(text, line);
                Ok(())
            }
            Cell::Int32(value) => write!(line, "{value}"),
            Cell::Int64(value) => write!(line, "{value}"),
            Cell::Float32(value) => write!(line, "{value}"),
            Cell::Float64(value) => write!(line, "{value}"),
            Cell::Boolean(value) => write!(line, "{value}"),
            Cell::Date(date) => write_date(*date, line),
            Cell::Timestamp(at) => write_timestamp(*at, line),
        };
        written.expect("writing to memory does not fail");
    }

    /// Ends the row.
    pub(crate) fn end_row(&mut self) -> Result<(), Error> {
        self.line.extend_from_slice(LINE_END);
        self.file.write_all(&self.line).map_err(Error::write(self.file.path()))?;
        self.line.clear();
        Ok(())
    }

    /// Writes what is buffered.
    pub(crate) fn finish(self) -> Result<Written, Error> {
        self.file.finish()
    }

    fn separate(&mut self, index: usize) {
        if index > 0 {
            self.line.push(b',');
        }
    }
}

/// Writes `text` as a quoted field.
fn quote(text: &str, line: &mut Vec<u8>) {
    line.push(b'"');
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) {
        line.push(b'\'');
    }
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | b'\n' | b'\r')) {
        line.extend_from_slice(&rest[..at]);
        line.extend_from_slice(match rest[at] {
            b'"' => b"\"\"",
            b'\\' => b"\\\\",
            b'\n' => b"\\n",
            _ => b"\\r",
        });
        rest = &rest[at + 1..];
    }
    line.extend_from_slice(rest);
    line.push(b'"');
}

/// The text that a field of a CSV file stands for: a leading apostrophe, which keeps a spreadsheet from
/// running the cell, is dropped; `\n`, `\r` and `\\` become a line feed, a carriage return and a backslash.
///
/// ```
/// assert_eq!(export::unescape("'=1+1"), "=1+1");
/// assert_eq!(export::unescape(r"two\nlines"), "two\nlines");
/// ```
pub fn unescape(field: &str) -> Cow<'_, str> {
    let field = field.strip_prefix('\'').unwrap_or(field);
    if !field.contains('\\') {
        return Cow::Borrowed(field);
    }
    let mut text = String::with_capacity(field.len());
    let mut characters = field.chars();
    while let Some(character) = characters.next() {
        text.push(match character {
            '\\' => match characters.next() {
                Some('n') => '\n',
                Some('r') => '\r',
                other => other.unwrap_or('\\'),
            },
            plain => plain,
        });
    }
    Cow::Owned(text)
}

/// Writes a day as ISO 8601.
fn write_date(date: Date, line: &mut Vec<u8>) -> io::Result<()> {
    let day =
        EPOCH.checked_add(Span::new().days(date.days)).expect("dates are made by jiff, within its range");
    write!(line, "{day}")
}

/// Writes an instant as ISO 8601 in UTC, with a fraction of a second where there is one.
fn write_timestamp(at: Timestamp, line: &mut Vec<u8>) -> io::Result<()> {
    let instant =
        jiff::Timestamp::from_microsecond(at.micros).expect("instants are made by jiff, within its range");
    write!(line, "{instant}")
}

#[cfg(test)]
mod tests {
    use super::{quote, unescape, write_date, write_timestamp};
    use schema::{Date, Timestamp};

    fn quoted(text: &str) -> String {
        let mut line = Vec::new();
        quote(text, &mut line);
        String::from_utf8(line).unwrap()
    }

    #[test]
    fn a_field_is_one_line_and_no_formula() {
        assert_eq!(quoted("=SUM(A1)"), "\"'=SUM(A1)\"");
        assert_eq!(quoted("say \"x\"\nC:\\"), r#""say ""x""\nC:\\""#);
    }

    #[test]
    fn unescaping_undoes_both_escapes() {
        for text in ["", "plain", "'quoted'", "-5", "a\nb\r\nc", r"C:\new", "\\", "''", "=\\n\n"] {
            let field = quoted(text);
            let inner = field[1..field.len() - 1].replace("\"\"", "\"");
            assert_eq!(unescape(&inner), text);
        }
    }

    #[test]
    fn days_and_instants_are_iso_8601() {
        let mut line = Vec::new();
        write_date(Date { days: -1 }, &mut line).unwrap();
        line.push(b' ');
        write_timestamp(Timestamp { micros: 1_500_000 }, &mut line).unwrap();
        assert_eq!(String::from_utf8(line).unwrap(), "1969-12-31 1970-01-01T00:00:01.5Z");
    }
}
