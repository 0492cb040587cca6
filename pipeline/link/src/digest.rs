//! What linking needs to know of one document.
//!
//! Answers for: the parts of a digest, packed. A million of them lie in memory at once: words are hashes, lists have no
//! room to grow, and text is kept only where names and sources must be compared. A local article of 300 words that reports
//! casualties takes about 2.5 kilobytes, a wire report of half the length 1.1. Leaves to others: what documents share.

mod folding;
mod names;
mod subject;
mod values;
mod wire;
mod wording;

use schema::{Date, Document, DocumentId, LanguageTag, Timestamp, Toll};
use smol_str::SmolStr;

pub(crate) use folding::{halves, pair_hash, text_hash, word_hash};
pub(crate) use names::Names;
pub(crate) use subject::{Subject, feature};
#[cfg(test)]
pub(crate) use values::Asserter;
pub(crate) use values::{Figure, Value, Values};
pub(crate) use wording::{Passage, PassageKind, Wording, is_number};

/// Microseconds of a day.
const MICROS_PER_DAY: i64 = 24 * 60 * 60 * 1_000_000;

/// What linking needs to know of one document.
#[derive(Debug, Clone, PartialEq)]
pub struct Digest {
    /// The document.
    pub(crate) id: DocumentId,
    /// Its outlet; `None` where it is not known.
    pub(crate) outlet: Option<SmolStr>,
    /// When it was published; `None` where it is not known.
    pub(crate) published: Option<Timestamp>,
    /// Its language.
    pub(crate) language: LanguageTag,
    /// The news agency that it says it is from; `None` where it names none.
    pub(crate) wire: Option<&'static str>,
    /// What it is about.
    pub(crate) subject: Subject,
    /// Its entities, in its order.
    pub(crate) names: Names,
    /// Its sentences and quotations, as far as they can be reused.
    pub(crate) wording: Wording,
    /// The values that it reports.
    pub(crate) values: Values,
    /// The dead and injured that it tells of.
    pub(crate) toll: Toll,
    /// Whether its headline sums up several events.
    pub(crate) is_roundup: bool,
}

impl Digest {
    /// The digest of `document`.
    pub fn of(document: &Document) -> Self {
        let article = &document.article;
        Self {
            id: article.id,
            outlet: article.metadata.outlet.as_deref().map(SmolStr::new),
            published: article.metadata.published.map(|published| published.at),
            language: document.language,
            wire: wire::agency(document),
            subject: Subject::of(document),
            names: Names::of(document),
            wording: Wording::of(document),
            values: Values::of(document),
            toll: document.annotations.toll,
            is_roundup: values::is_roundup(document),
        }
    }

    /// The day on which it was published, in UTC; `None` where that is not known.
    pub(crate) fn published_day(&self) -> Option<Date> {
        let day = self.published?.micros.div_euclid(MICROS_PER_DAY);
        i32::try_from(day).ok().map(|days| Date { days })
    }

    /// How many bytes it takes, those that its parts point to included.
    pub fn size(&self) -> usize {
        size_of::<Self>()
            + self.outlet.as_ref().map_or(0, heap_size)
            + self.subject.size()
            + self.names.size()
            + self.wording.size()
            + self.values.size()
    }
}

/// The bytes that a text takes beside its own place.
fn heap_size(text: &SmolStr) -> usize {
    if text.is_heap_allocated() { text.len() + 2 * size_of::<usize>() } else { 0 }
}
