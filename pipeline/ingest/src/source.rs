//! One source: what one article is made of, before anything in it is looked at.
//!
//! Answers for: holding the bytes with their place and kind. Leaves to others: reading them (`reader`), making an
//! article of them (`parse`).

use std::sync::Arc;

use crate::identity;
use crate::stream::Compression;
use schema::labels::SourceFormat;
use schema::{DocumentId, Locator};

/// The bytes that one article, or one rejection, comes from.
#[derive(Debug, Clone)]
pub struct Source {
    pub(crate) locator: Locator,
    pub(crate) format: SourceFormat,
    pub(crate) bytes: Vec<u8>,
    pub(crate) body: Body,
    /// Where the bytes start in the decompressed file.
    pub(crate) offset: u64,
    /// The line of the file that it starts in, from 1, where lines are counted.
    pub(crate) line: Option<u64>,
    pub(crate) sidecar: Option<Arc<str>>,
}

/// What the bytes of a source are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    /// A whole file as it is on disk.
    File(Compression),
    /// The slice of a JSON file that holds one object.
    Record,
    /// A table's row, made into a JSON object here; the text of its cells was in this encoding.
    Row(&'static str),
    /// The block of a WARC response record: a JSON object with its address stands in `sidecar`.
    Response,
}

impl Body {
    /// A name for the cache key: one per way in which the bytes are understood.
    pub(crate) const fn kind(self) -> (&'static str, &'static str) {
        match self {
            Self::File(Compression::None) => ("file", ""),
            Self::File(Compression::Gzip) => ("file", "gzip"),
            Self::File(Compression::Zstd) => ("file", "zstd"),
            Self::Record => ("record", ""),
            Self::Row(encoding) => ("row", encoding),
            Self::Response => ("response", ""),
        }
    }
}

impl Source {
    /// Where the source stands.
    pub const fn locator(&self) -> &Locator {
        &self.locator
    }

    /// Its format.
    pub const fn format(&self) -> SourceFormat {
        self.format
    }

    /// Its bytes: the file's as on disk, or the record's.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many bytes it has.
    pub const fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether it has none.
    pub const fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Where its bytes start in the decompressed file; 0 where the file is the article.
    pub const fn offset(&self) -> u64 {
        self.offset
    }

    /// The id of the document that it gives.
    pub fn id(&self) -> DocumentId {
        identity::document_id(&self.bytes, &self.locator)
    }

    /// A hash over everything that [`parse`](crate::parse) sees of it: with equal options, equal keys mean equal
    /// articles. Made for the cache.
    pub fn key(&self) -> [u8; 32] {
        identity::key(self)
    }
}
