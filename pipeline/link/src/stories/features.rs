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
        let weight = stress(term.count(), term.is_prominent()) * if term.is_name() { NAME } else { 1.0 };
        Feature { hash: term.word(), weight, is_name: term.is_name() }
    });
    let full = digest.names.iter().filter(|name| name.text.contains(' ')).map(|name| {
        let weight = stress(name.mentions.into(), name.is_prominent) * FULL_NAME;
        Feature { hash: feature(word_hash(name.text)), weight, is_name: true }
    });
    words.chain(full)
}

fn stress(count: u32, is_prominent: bool) -> f32 {
    let often = 1.0 + (count.max(1) as f32).ln();
    if is_prominent { often * PROMINENT } else { often }
}
