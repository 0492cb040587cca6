//! WARC files: their response records.
//!
//! Answers for: going from record to record within the size limit, passing over all that are no responses, and
//! the address that a record names. Leaves to others: the HTTP message in it (`response`).

use std::borrow::Cow;
use std::io::{BufReader, Read};

use fastwarc::warc::record::{WarcRecord, WarcRecordType};

use crate::Source;
use crate::reader::{OpenFile, Outcome, Outcomes};
use crate::rows;
use crate::source::Body;
use crate::stream::Stream;
use schema::labels::{RejectReason, SourceFormat};

/// The response records of the file. Their numbers count responses alone.
pub(crate) fn responses(stream: Stream, file: OpenFile) -> Outcomes {
    let mut first = WarcRecord::new();
    first.attach_reader(BufReader::with_capacity(256 << 10, stream));
    Box::new(Responses { previous: Some(first), record: 0, file })
}

struct Responses {
    /// The record before the next one, which holds the stream; `None` at the end.
    previous: Option<WarcRecord>,
    record: u64,
    file: OpenFile,
}

impl Iterator for Responses {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        loop {
            let mut next = match self.previous.take()?.next() {
                Some(Ok(record)) => record,
                Some(Err(error)) => {
                    let detail = format!("record {}: {}", self.record, error.to_string().to_lowercase());
                    let (reason, _) = crate::stream::failure(&error);
                    return Some(Err(self.file.rejection(Some(self.record), reason, detail)));
                }
                None if self.record == 0 => return Some(Err(self.file.empty())),
                None => return None,
            };
            let outcome = (next.record_type() == WarcRecordType::Response).then(|| self.outcome(&mut next));
            self.previous = Some(next);
            if outcome.is_some() {
                return outcome;
            }
        }
    }
}

impl Responses {
    fn outcome(&mut self, warc: &mut WarcRecord) -> Outcome {
        let record = Some(self.record);
        self.record += 1;
        let limit = self.file.options.max_source_bytes;
        let length = warc.content_length();
        if length > limit {
            return Err(self.file.too_large(record, limit));
        }
        let offset = warc.stream_pos();
        let url = warc.headers().get("WARC-Target-URI").map(Cow::into_owned);
        let mut bytes = Vec::new();
        if let Some(reader) = warc.reader_mut() {
            reader
                .read_to_end(&mut bytes)
                .map_err(|error| self.file.broken_record(&error, self.record - 1))?;
        }
        if (bytes.len() as u64) < length {
            let detail = format!("the file ends {} bytes into a record of {length}", bytes.len());
            return Err(self.file.rejection(record, RejectReason::Truncated, detail));
        }
        let source = self.file.source(SourceFormat::Warc, Body::Response, bytes);
        let sidecar = url.map(|url| {
            let url = url.trim_matches(['<', '>']);
            String::from_utf8_lossy(&rows::object(std::iter::once(("url", Cow::Borrowed(url))))).into()
        });
        Ok(Source { locator: self.file.locator(record), offset, sidecar, ..source })
    }
}
