//! The features of a document by which stories are told apart.
//!
//! Answers for: which they are, content words and full names, and how much each is stressed in the document itself.
//! Leaves to `rarity` how much it tells.

use crate::digest::{Digest, feature, word_hash};

/// How much more a feature counts that the headline or the lead has, a word of a name, and a name of several words.
const PROMINENT: f32 = 1.5;
const NAME: f32 = 1.5;
const FULL_NAME: f32 = 1.5;

/// A feature of a document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Feature {
    /// Its hash.
    pub(super) hash: u32,
    /// How much the document stresses it.
    pub(super) weight: f32,
    /// Whether it is, or is part of, a name.
    pub(super) is_name: bool,
}

/// The features of `digest`. One may come twice.
pub(super) fn features(digest: &Digest) -> impl Iterator<Item = Feature> {
    let words = digest.subject.terms.iter().map(|term| {
        let stress = if term.is_prominent() { PROMINENT } else { 1.0 };
        let weight = often(term.count()) * stress * if term.is_name() { NAME } else { 1.0 };
        Feature { hash: term.word(), weight, is_name: term.is_name() }
    });
    let full = digest.names.iter().filter(|name| name.text.contains(' ')).map(|name| {
        let stress = if name.is_prominent { PROMINENT } else { 1.0 };
        let weight = often(name.mentions.into()) * stress * FULL_NAME;
        Feature { hash: feature(word_hash(name.text)), weight, is_name: true }
    });
    words.chain(full)
}

/// How much more a feature counts that stands in a document so often.
fn often(count: u32) -> f32 {
    1.0 + (count.max(1) as f32).ln()
}
