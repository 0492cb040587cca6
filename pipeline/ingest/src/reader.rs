//! The only place where inputs are opened.
//!
//! Answers for: going through the plan file by file, giving each source or rejection in order, and holding no
//! more than one record of a file that has records. Leaves to others: what is in the sources.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::format::{self, FileKind};
use crate::plan::PlannedFile;
use crate::source::Body;
use crate::stream::{self, Compression, Stream};
use crate::{Options, Plan, Source};
use schema::labels::{RejectReason, SourceFormat, Stage};
use schema::{Locator, Rejection};

/// What reading gives for each source.
pub(crate) type Outcome = Result<Source, Rejection>;

/// The outcomes of one file in order.
pub(crate) type Outcomes = Box<dyn Iterator<Item = Outcome> + Send>;

/// The sources of a plan in its order, each read when it is asked for.
pub struct Reader {
    entries: std::vec::IntoIter<Entry>,
    options: Arc<Options>,
    current: Option<(Outcomes, u64)>,
    /// Bytes of the files that are done.
    done: u64,
    /// Bytes of the file in hand.
    count: Arc<AtomicU64>,
}

enum Entry {
    File(PlannedFile),
    Refused(Rejection),
}

impl Entry {
    fn locator(&self) -> &str {
        match self {
            Self::File(file) => &file.locator,
            Self::Refused(rejection) => &rejection.locator.path,
        }
    }
}

/// Reads what `plan` lists.
///
/// Memory is bounded by one record, or one row group of a Parquet file, never by a file; but a file that is
/// itself the article, and a JSON array, are held whole.
pub fn read(plan: &Plan, options: &Options) -> Reader {
    let files = plan.files.iter().cloned().map(Entry::File);
    let mut entries: Vec<_> = files.chain(plan.rejections.iter().cloned().map(Entry::Refused)).collect();
    entries.sort_by(|a, b| a.locator().cmp(b.locator()));
    Reader {
        entries: entries.into_iter(),
        options: Arc::new(options.clone()),
        current: None,
        done: 0,
        count: Arc::default(),
    }
}

impl Reader {
    /// How many bytes of the input files were read so far, as they are on disk.
    pub fn bytes_read(&self) -> u64 {
        let size = self.current.as_ref().map_or(0, |&(_, size)| size);
        self.done + self.count.load(Ordering::Relaxed).min(size)
    }

    fn start(&mut self, file: PlannedFile) {
        self.count = Arc::default();
        let size = file.bytes;
        let opened = OpenFile {
            file: Arc::new(file),
            options: Arc::clone(&self.options),
            count: Arc::clone(&self.count),
        };
        self.current = Some((opened.outcomes(), size));
    }
}

impl Iterator for Reader {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        loop {
            if let Some((outcomes, size)) = &mut self.current {
                if let Some(outcome) = outcomes.next() {
                    return Some(outcome);
                }
                self.done += *size;
                self.current = None;
            }
            match self.entries.next()? {
                Entry::File(file) => self.start(file),
                Entry::Refused(rejection) => return Some(Err(rejection)),
            }
        }
    }
}

/// A file being read: what every kind of file needs to make its sources.
#[derive(Debug, Clone)]
pub(crate) struct OpenFile {
    pub(crate) file: Arc<PlannedFile>,
    pub(crate) options: Arc<Options>,
    pub(crate) count: Arc<AtomicU64>,
}

impl OpenFile {
    fn outcomes(self) -> Outcomes {
        match self.try_outcomes() {
            Ok(outcomes) => outcomes,
            Err(rejection) => Box::new(std::iter::once(Err(*rejection))),
        }
    }

    fn try_outcomes(self) -> Result<Outcomes, Box<Rejection>> {
        let refuse = |(reason, detail)| Box::new(self.rejection(None, reason, detail));
        let kind = match format::by_name(&self.file.path).map_err(refuse)? {
            Some(kind) => kind,
            None => self.sniff()?,
        };
        match kind {
            FileKind::Article(format) => {
                self.whole(format).map(|source| -> Outcomes { Box::new(std::iter::once(Ok(source))) })
            }
            FileKind::Lines => Ok(Box::new(crate::lines::Lines::new(self.stream()?, self))),
            FileKind::Json => crate::array::records(&self),
            FileKind::Table(separator) => crate::rows::rows(self, separator),
            FileKind::Parquet => crate::batches::rows(self),
            FileKind::Warc => Ok(crate::warc::responses(self.stream()?, self)),
        }
    }

    /// The file's decompressed bytes.
    pub(crate) fn stream(&self) -> Result<Stream, Box<Rejection>> {
        let opened = self.open()?;
        Stream::open(opened, Arc::clone(&self.count), self.options.max_ratio)
            .map_err(|error| Box::new(self.failed(&error)))
    }

    pub(crate) fn open(&self) -> Result<File, Box<Rejection>> {
        File::open(&self.file.path).map_err(|error| Box::new(self.failed(&error)))
    }

    /// The kind of a file whose name does not tell it.
    fn sniff(&self) -> Result<FileKind, Box<Rejection>> {
        let mut head = Vec::new();
        let mut stream = Stream::open(self.open()?, Arc::default(), self.options.max_ratio)
            .map_err(|error| Box::new(self.failed(&error)))?
            .take(format::HEAD_BYTES as u64);
        // A file that breaks off inside its head is told by what there is; reading it will say the rest.
        if let Err(error) = stream.read_to_end(&mut head)
            && head.is_empty()
        {
            return Err(Box::new(self.failed(&error)));
        }
        format::by_content(&head).map_err(|(reason, detail)| Box::new(self.rejection(None, reason, detail)))
    }

    /// The file as one source, as it is on disk.
    fn whole(&self, format: SourceFormat) -> Result<Source, Box<Rejection>> {
        let bytes = self.read_raw(self.options.max_source_bytes)?;
        let compression = Compression::of(&bytes);
        Ok(self.source(format, Body::File(compression), bytes))
    }

    /// The file's bytes as on disk, if they are no more than `limit`.
    pub(crate) fn read_raw(&self, limit: u64) -> Result<Vec<u8>, Box<Rejection>> {
        let mut bytes = Vec::with_capacity(usize::try_from(self.file.bytes.min(limit)).unwrap_or(0) + 1);
        let read = self
            .open()?
            .take(limit + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| Box::new(self.failed(&error)))?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        if read as u64 > limit {
            return Err(Box::new(self.too_large(None, limit)));
        }
        Ok(bytes)
    }

    /// A source of this file: the file itself.
    pub(crate) fn source(&self, format: SourceFormat, body: Body, bytes: Vec<u8>) -> Source {
        Source {
            locator: self.locator(None),
            format,
            bytes,
            body,
            offset: 0,
            line: None,
            sidecar: self.file.sidecar.clone(),
        }
    }

    pub(crate) fn locator(&self, record: Option<u64>) -> Locator {
        Locator { path: self.file.locator.clone(), record }
    }

    pub(crate) fn rejection(&self, record: Option<u64>, reason: RejectReason, detail: String) -> Rejection {
        let bytes = match reason {
            RejectReason::Gone | RejectReason::Unreadable => None,
            _ => Some(self.file.bytes),
        };
        Rejection { locator: self.locator(record), stage: Stage::Read, reason, detail, bytes }
    }

    pub(crate) fn too_large(&self, record: Option<u64>, limit: u64) -> Rejection {
        let detail = format!("it has more than {limit} bytes; raise `ingest.max_source_bytes` to read it");
        self.rejection(record, RejectReason::TooLarge, detail)
    }

    pub(crate) fn empty(&self) -> Rejection {
        self.rejection(None, RejectReason::Empty, "it holds no record".to_owned())
    }

    /// The rejection of what stands from record `record`, in line `line`, to the end of the file.
    pub(crate) fn broken(&self, error: &io::Error, record: u64, line: u64) -> Rejection {
        let (reason, detail) = stream::failure(error);
        self.rejection(Some(record), reason, format!("the file breaks off in line {line}: {detail}"))
    }

    /// The rejection of record `record` alone, whose bytes could not be read.
    pub(crate) fn broken_record(&self, error: &io::Error, record: u64) -> Rejection {
        let (reason, detail) = stream::failure(error);
        self.rejection(Some(record), reason, detail)
    }

    /// Whether the file on disk ends with these bytes.
    pub(crate) fn ends_with(&self, end: &[u8]) -> bool {
        let mut bytes = Vec::new();
        let Ok(mut file) = File::open(&self.file.path) else { return false };
        let from = self.file.bytes.saturating_sub(end.len() as u64);
        file.seek(SeekFrom::Start(from)).and_then(|_| file.read_to_end(&mut bytes)).is_ok() && bytes == end
    }

    pub(crate) fn failed(&self, error: &io::Error) -> Rejection {
        let (reason, detail) = stream::failure(error);
        self.rejection(None, reason, detail)
    }
}
