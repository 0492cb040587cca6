//! The vocabularies of sources.
//!
//! Answers for: in which format a source comes, how exactly it states its times, and where and why one is refused.
//! The macro and the trait are the parent module's.

use super::{Entry, Vocabulary};

vocabulary! {
    /// The format of a source.
    SourceFormat {
        /// Plain text.
        Text = "text",
        /// Markdown.
        Markdown = "markdown",
        /// An HTML page.
        Html = "html",
        /// A line of a JSON Lines file.
        Jsonl = "jsonl",
        /// An object, or an element of an array, in a JSON file.
        Json = "json",
        /// A row of a file with separated values.
        Csv = "csv",
        /// A row of a Parquet file.
        Parquet = "parquet",
        /// A response record of a WARC file.
        Warc = "warc",
    }
}

vocabulary! {
    /// What a published or modified time states.
    MomentPrecision {
        /// Day and time with an offset from UTC.
        Instant = "instant",
        /// Day and time without an offset, taken as UTC.
        Local = "local",
        /// The day alone, taken from its start in UTC.
        Day = "day",
    }
}

vocabulary! {
    /// The stage that refused an input.
    Stage {
        /// Reading the file or the record.
        Read = "read",
        /// Making an article of it.
        Parse = "parse",
    }
}

vocabulary! {
    /// Why an input gave no document.
    RejectReason {
        /// It holds nothing but white space.
        Empty = "empty",
        /// It is not text.
        Binary = "binary",
        /// Its format is not one that is read.
        UnsupportedFormat = "unsupported_format",
        /// The system refused to open or read it.
        Unreadable = "unreadable",
        /// It was listed and then gone when it was to be read.
        Gone = "gone",
        /// A link that leads back to a folder above it.
        SymlinkLoop = "symlink_loop",
        /// Its bytes are not text in the encoding it declares, or in any.
        Undecodable = "undecodable",
        /// It breaks the rules of its format.
        Malformed = "malformed",
        /// It ends before it should.
        Truncated = "truncated",
        /// A record without a text field.
        MissingText = "missing_text",
        /// A page in which no article was found.
        NoArticle = "no_article",
        /// It is larger than the limit.
        TooLarge = "too_large",
        /// It unpacks to more than the limits allow.
        DecompressionBomb = "decompression_bomb",
        /// The same bytes under the same locator were read before.
        Duplicate = "duplicate",
    }
}
