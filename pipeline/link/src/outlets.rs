//! The outlets of documents.
//!
//! Answers for: how many there are. A document of unknown outlet counts as an outlet of its own.

use std::collections::BTreeSet;

use crate::corpus::Corpus;

/// How many outlets the documents of these ranks are of.
pub(crate) fn count_outlets(corpus: &Corpus<'_>, ranks: impl Iterator<Item = u32>) -> usize {
    let outlet = |rank: u32| corpus.digest(rank).outlet.as_deref().ok_or(rank);
    ranks.map(outlet).collect::<BTreeSet<Result<&str, u32>>>().len()
}
