//! CSV and TSV: a record a row under a header.
//!
//! Answers for: the separator, the cells' encoding, the limit on a row, and rows that do not fit the header.
//! Leaves to others: what the cells mean (`record`), to which a row goes as a JSON object.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use csv::ByteRecord;

use crate::Source;
use crate::encoding;
use crate::fields;
use crate::reader::{OpenFile, Outcome, Outcomes};
use crate::source::Body;
use crate::stream::Stream;
use schema::Rejection;
use schema::labels::{RejectReason, SourceFormat};

/// Bytes that the row reader may take in beyond a row's own.
const READ_AHEAD: u64 = 1 << 20;

/// The rows of the file; `separator` stands between cells unless the header speaks for another.
pub(crate) fn rows(file: OpenFile, separator: u8) -> Result<Outcomes, Box<Rejection>> {
    let budget = Arc::new(AtomicU64::new(0));
    let mut stream = BufReader::new(Budgeted { stream: file.stream()?, left: Arc::clone(&budget) });
    let mut rows = Rows { budget, header: Vec::new(), reader: None, record: 0, file };
    rows.refill();
    let head = stream.fill_buf().map_err(|error| Box::new(rows.file.failed(&error)))?;
    let separator = if separator == b',' { separator_of(head) } else { separator };
    let mut builder = csv::ReaderBuilder::new();
    rows.reader = Some(builder.delimiter(separator).flexible(true).has_headers(false).from_reader(stream));
    rows.read_header()?;
    Ok(Box::new(rows))
}

/// The separator that stands most often in the first line.
fn separator_of(head: &[u8]) -> u8 {
    let line = head.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let count = |separator: u8| memchr::memchr_iter(separator, line).count();
    // The first of the list wins a tie.
    [b'|', b'\t', b';', b','].into_iter().max_by_key(|&separator| count(separator)).unwrap_or(b',')
}

/// A stream that gives no more bytes than a row may have: an unclosed quotation mark must not draw the whole
/// file into memory.
struct Budgeted {
    stream: Stream,
    left: Arc<AtomicU64>,
}

impl Read for Budgeted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.load(Ordering::Relaxed);
        if left == 0 {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        let read = self.stream.read(buffer)?;
        self.left.store(left.saturating_sub(read as u64), Ordering::Relaxed);
        Ok(read)
    }
}

type Table = csv::Reader<BufReader<Budgeted>>;

/// The rows of one file.
struct Rows {
    /// Bytes that may still be read for the row in hand.
    budget: Arc<AtomicU64>,
    header: Vec<String>,
    /// `None` when there is nothing more to read.
    reader: Option<Table>,
    record: u64,
    file: OpenFile,
}

impl Rows {
    fn refill(&self) {
        self.budget.store(self.file.options.max_source_bytes.saturating_add(READ_AHEAD), Ordering::Relaxed);
    }

    fn read_row(&mut self, row: &mut ByteRecord) -> csv::Result<bool> {
        self.refill();
        self.reader.as_mut().map_or(Ok(false), |reader| reader.read_byte_record(row))
    }

    fn read_header(&mut self) -> Result<(), Box<Rejection>> {
        let mut row = ByteRecord::new();
        if !self.read_row(&mut row).map_err(|error| Box::new(self.broken(&error)))? {
            return Err(Box::new(self.file.empty()));
        }
        let encoding = self.file.options.encoding.as_deref();
        let cells = row.iter().map(|cell| cell.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(cell));
        self.header = cells.map(|cell| encoding::decode_piece(cell, encoding).0.trim().to_owned()).collect();
        let names = || self.header.iter().map(String::as_str);
        if !fields::has_text(names(), &self.file.options.fields) {
            let detail = fields::no_text(names(), "column", &self.file.options.fields);
            return Err(Box::new(self.file.rejection(None, RejectReason::MissingText, detail)));
        }
        Ok(())
    }

    fn outcome(&mut self, row: &ByteRecord) -> Outcome {
        let record = Some(self.record);
        self.record += 1;
        let position = row.position().map_or((0, 0), |position| (position.byte(), position.line()));
        if row.len() != self.header.len() {
            let detail = format!(
                "line {}: {} cells where the header has {}; check the quotation marks and separators",
                position.1,
                row.len(),
                self.header.len()
            );
            return Err(self.file.rejection(record, RejectReason::Malformed, detail));
        }
        let limit = self.file.options.max_source_bytes;
        if row.as_slice().len() as u64 > limit {
            return Err(self.file.too_large(record, limit));
        }
        let (bytes, encoding) = self.json(row);
        let source = self.file.source(SourceFormat::Csv, Body::Row(encoding), bytes);
        Ok(Source {
            locator: self.file.locator(record),
            offset: position.0,
            line: Some(position.1),
            ..source
        })
    }

    /// The row as a JSON object, with the name of its encoding.
    fn json(&self, row: &ByteRecord) -> (Vec<u8>, &'static str) {
        // One encoding for the whole row: single cells are too short to tell it.
        let (_, encoding) = encoding::decode_piece(row.as_slice(), self.file.options.encoding.as_deref());
        let cells = row.iter().map(|cell| encoding::decode_piece(cell, Some(encoding.name())).0);
        (object(self.header.iter().map(String::as_str).zip(cells)), encoding.name())
    }

    fn broken(&mut self, error: &csv::Error) -> Rejection {
        self.reader = None;
        let line = error.position().map_or(0, csv::Position::line);
        match error.kind() {
            csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                let limit = self.file.options.max_source_bytes;
                self.file.too_large(Some(self.record), limit)
            }
            csv::ErrorKind::Io(error) => self.file.broken(error, self.record, line),
            _ => self.file.rejection(
                Some(self.record),
                RejectReason::Malformed,
                error.to_string().to_lowercase(),
            ),
        }
    }
}

impl Iterator for Rows {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        let mut row = ByteRecord::new();
        match self.read_row(&mut row) {
            Ok(true) => Some(self.outcome(&row)),
            Ok(false) => {
                let is_empty = self.reader.take().is_some() && self.record == 0;
                is_empty.then(|| Err(self.file.empty()))
            }
            Err(error) => Some(Err(self.broken(&error))),
        }
    }
}

/// A JSON object with these texts.
pub(crate) fn object<'c>(cells: impl Iterator<Item = (&'c str, Cow<'c, str>)>) -> Vec<u8> {
    let mut json = vec![b'{'];
    for (name, text) in cells {
        if json.len() > 1 {
            json.push(b',');
        }
        serde_json::to_writer(&mut json, name).expect("memory takes all");
        json.push(b':');
        serde_json::to_writer(&mut json, &*text).expect("memory takes all");
    }
    json.push(b'}');
    json
}
