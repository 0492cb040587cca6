//! JSON files: an array of objects, one object, several behind each other, or an object that wraps an array.
//!
//! Answers for: finding each record's slice of the file, so that what stands before damage is kept. Leaves to
//! others: what a record holds (`record`).

use std::io::Read;

use serde_json::value::RawValue;

use crate::Source;
use crate::fields;
use crate::reader::{OpenFile, Outcome, Outcomes};
use crate::source::Body;
use schema::Rejection;
use schema::labels::{RejectReason, SourceFormat};

/// The largest JSON file that is read, in bytes after decompression: it is held in memory whole.
const MAX_FILE_BYTES: u64 = 1 << 30;

/// The records of the file.
pub(crate) fn records(file: &OpenFile) -> Result<Outcomes, Box<Rejection>> {
    let mut bytes = Vec::new();
    let mut stream = file.stream()?.take(MAX_FILE_BYTES + 1);
    let cut = stream.read_to_end(&mut bytes).err();
    if bytes.len() as u64 > MAX_FILE_BYTES {
        let detail = format!("a JSON file of more than {MAX_FILE_BYTES} bytes; write it as JSON Lines");
        return Err(Box::new(file.rejection(None, RejectReason::TooLarge, detail)));
    }
    let start = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    if bytes[start..].trim_ascii().is_empty() && cut.is_none() {
        return Err(Box::new(file.empty()));
    }
    let mut elements =
        Elements { bytes, at: start, state: State::Sequence, record: 0, file: file.clone(), cut };
    elements.enter();
    Ok(Box::new(elements))
}

/// Where in the file the next record is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Between values that stand behind each other.
    Sequence,
    /// Before an element of an array.
    Element,
    /// Behind an element of an array.
    Behind,
    /// Nowhere.
    Finished,
}

/// The records of one file, cut out one by one.
struct Elements {
    bytes: Vec<u8>,
    at: usize,
    state: State,
    record: u64,
    file: OpenFile,
    /// Why the file could not be read to its end.
    cut: Option<std::io::Error>,
}

impl Elements {
    /// Goes into the array that the file is, or that its one object wraps.
    fn enter(&mut self) {
        self.skip_space();
        if self.bytes.get(self.at) != Some(&b'[')
            && let Some(inner) = wrapped_array(&self.bytes[self.at..], &self.file)
        {
            self.at += inner;
        }
        if self.bytes.get(self.at) == Some(&b'[') {
            self.at += 1;
            self.state = State::Element;
        }
    }

    fn skip_space(&mut self) {
        let rest = &self.bytes[self.at..];
        self.at += rest.len() - rest.trim_ascii_start().len();
    }

    /// Cuts out the value that starts here.
    fn value(&mut self) -> Outcome {
        let record = Some(self.record);
        self.record += 1;
        let mut values =
            serde_json::Deserializer::from_slice(&self.bytes[self.at..]).into_iter::<&RawValue>();
        match values.next() {
            Some(Ok(value)) => {
                let bytes = value.get().as_bytes().to_vec();
                let offset = self.at as u64;
                self.at += values.byte_offset();
                self.state = if self.state == State::Element { State::Behind } else { State::Sequence };
                let source = self.file.source(SourceFormat::Json, Body::Record, bytes);
                self.checked(Source { locator: self.file.locator(record), offset, ..source })
            }
            Some(Err(error)) => self.broken(&error.to_string(), error.is_eof()),
            None => self.broken("a value is missing", true),
        }
    }

    fn checked(&self, source: Source) -> Outcome {
        let limit = self.file.options.max_source_bytes;
        if source.len() as u64 > limit {
            return Err(self.file.too_large(source.locator.record, limit));
        }
        Ok(source)
    }

    /// The rejection of what is left of the file.
    fn broken(&mut self, what: &str, at_end: bool) -> Outcome {
        self.state = State::Finished;
        if let Some(error) = &self.cut {
            return Err(self.file.failed(error));
        }
        let line = memchr::memchr_iter(b'\n', &self.bytes[..self.at]).count() + 1;
        let what = what.split(" at line ").next().unwrap_or(what).to_lowercase();
        let detail = format!("the record that starts at line {line}: {what}");
        let reason = if at_end { RejectReason::Truncated } else { RejectReason::Malformed };
        Err(self.file.rejection(Some(self.record.saturating_sub(1)), reason, detail))
    }

    /// Goes over the comma or the end of the array; `None` where the next record can be read.
    fn separator(&mut self) -> Option<Outcome> {
        self.skip_space();
        match self.bytes.get(self.at) {
            Some(b',') => {
                self.at += 1;
                self.state = State::Element;
                None
            }
            Some(b']') => {
                self.state = State::Finished;
                None
            }
            Some(_) => Some(self.missing("expected `,` or `]`", false)),
            None => Some(self.missing("the array is not closed", true)),
        }
    }

    fn missing(&mut self, what: &str, at_end: bool) -> Outcome {
        self.record += 1;
        self.broken(what, at_end)
    }
}

impl Iterator for Elements {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        loop {
            self.skip_space();
            let next = self.bytes.get(self.at);
            match self.state {
                State::Finished => return None,
                State::Sequence if next.is_none() && self.cut.is_none() => return None,
                State::Element if next == Some(&b']') && self.record == 0 => {
                    self.state = State::Finished;
                    return Some(Err(self.file.empty()));
                }
                State::Sequence | State::Element => return Some(self.value()),
                State::Behind => {
                    if let Some(outcome) = self.separator() {
                        return Some(outcome);
                    }
                }
            }
        }
    }
}

/// Where the array starts that the object in `bytes` wraps: the object has no text itself, and one array of
/// objects.
fn wrapped_array(bytes: &[u8], file: &OpenFile) -> Option<usize> {
    let object: &RawValue = serde_json::from_slice(bytes).ok()?;
    let entries = fields::entries(object.get()).ok()?;
    if fields::has_text(entries.iter().map(|(name, _)| name.as_ref()), &file.options.fields) {
        return None;
    }
    let mut arrays = entries.iter().map(|(_, value)| value.get()).filter(|value| holds_objects(value));
    let array = arrays.next().filter(|_| arrays.next().is_none())?;
    Some(array.as_ptr() as usize - bytes.as_ptr() as usize)
}

fn holds_objects(value: &str) -> bool {
    value.strip_prefix('[').is_some_and(|inside| inside.trim_start().starts_with('{'))
}
