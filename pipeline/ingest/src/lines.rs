//! JSON Lines: a record a line.
//!
//! Answers for: cutting the file into lines within the size limit, numbering the records (blank lines are none)
//! and keeping what stands before a break. Leaves to others: what a line holds (`record`).

use std::io::{self, BufRead, BufReader, Read};

use crate::Source;
use crate::reader::{OpenFile, Outcome};
use crate::source::Body;
use crate::stream::Stream;
use schema::labels::SourceFormat;

/// The records of one file.
pub(crate) struct Lines {
    stream: BufReader<Stream>,
    file: OpenFile,
    /// Where the next line starts in the decompressed file.
    offset: u64,
    /// Lines read.
    line: u64,
    /// Records given.
    record: u64,
    finished: bool,
}

impl Lines {
    pub(crate) fn new(stream: Stream, file: OpenFile) -> Self {
        Self { stream: BufReader::new(stream), file, offset: 0, line: 0, record: 0, finished: false }
    }

    /// The next line with its end; `None` at the end of the file.
    fn next_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let limit = self.file.options.max_source_bytes + 2;
        let read = self.stream.by_ref().take(limit).read_until(b'\n', &mut line)?;
        self.line += 1;
        self.offset += read as u64;
        Ok((read > 0).then_some(line))
    }

    /// Passes over the rest of a line that is too long to hold.
    fn skip_rest(&mut self) -> io::Result<()> {
        self.offset += self.stream.skip_until(b'\n')? as u64;
        Ok(())
    }

    fn outcome(&mut self, line: &[u8]) -> Option<Outcome> {
        let start = self.offset - line.len() as u64;
        let bom = if start == 0 && line.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        let content = line[bom..].trim_ascii();
        if content.is_empty() {
            return None;
        }
        let record = Some(self.record);
        self.record += 1;
        let limit = self.file.options.max_source_bytes;
        if content.len() as u64 > limit {
            let skipped = if line.ends_with(b"\n") { Ok(()) } else { self.skip_rest() };
            self.finished = skipped.is_err();
            return Some(Err(self.file.too_large(record, limit)));
        }
        let indent = line.len() - bom - line[bom..].trim_ascii_start().len();
        let offset = start + (bom + indent) as u64;
        let bytes = content.to_vec();
        let source = self.file.source(SourceFormat::Jsonl, Body::Record, bytes);
        Some(Ok(Source { locator: self.file.locator(record), offset, line: Some(self.line), ..source }))
    }
}

impl Iterator for Lines {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        while !self.finished {
            match self.next_line() {
                Ok(Some(line)) => {
                    if let Some(outcome) = self.outcome(&line) {
                        return Some(outcome);
                    }
                }
                Ok(None) if self.record == 0 => {
                    self.finished = true;
                    return Some(Err(self.file.empty()));
                }
                Ok(None) => self.finished = true,
                Err(error) => {
                    self.finished = true;
                    return Some(Err(self.file.broken(&error, self.record, self.line + 1)));
                }
            }
        }
        None
    }
}
