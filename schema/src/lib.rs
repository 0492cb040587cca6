//! The domain types and the table definitions that every stage shares.
//!
//! Responsible for: what an article, a block, a sentence and an annotation are; the closed vocabularies; and
//! every column of every table, from which the Arrow schema, the CSV header, the codebook and the JSON Schema
//! are made. Not responsible for: reading, deciding or writing anything. There is no I/O here and no behaviour
//! beyond the invariants of the types.
//!
//! In reading order: [`Span`] and [`CharIndex`] say where something stands in a text, [`SourceMap`] where that
//! is in the source; [`Article`] is what the first stage gives, [`Sentence`] the second, [`Annotations`] the
//! third, [`Links`] the fourth, [`Rejection`] what became of the rest; [`labels`] holds the vocabularies; [`table`]
//! says what a column is and [`tables`] lists them all.

pub mod labels;
pub mod table;
pub mod tables;

mod annotation;
mod article;
mod chars;
mod id;
mod rejection;
mod sentence;
mod source_map;
mod span;
mod story;
mod time;

pub use annotation::{
    Annotations, Attribution, Cue, Entity, Event, Evidence, Mention, Participant, Quantity, Source,
    Statement, TimeExpression, Token, Toll,
};
pub use article::{Article, Block, Document, Locator, Metadata};
pub use chars::CharIndex;
pub use id::{DocumentId, SentenceId};
pub use rejection::Rejection;
pub use sentence::{LanguageTag, Sentence};
pub use source_map::{Run, SourceMap};
pub use span::Span;
pub use story::{
    Claim, ClaimSource, ClaimSummary, ClaimValue, DocumentLinks, LinkedEntity, Links, ReuseCluster,
    ReusedSentence, SentencePlace, Story,
};
pub use time::{Date, Moment, Timestamp};
