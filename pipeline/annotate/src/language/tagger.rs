//! The tagger of parts of speech.
//!
//! # What it marks
//! Every word with one of the seventeen universal parts of speech.
//! # How it decides
//! The one that the network scores highest for the word; the recurrent layers have seen the words around it.
//! # Example
//! `They fish near the dock` gives PRON VERB ADP DET NOUN.
//! # Known misses
//! Headlines in capitals; words that the treebanks tag one way in one genre and another way in the next, such as
//! *Prime* in *Prime Minister* (ADJ or PROPN).
//! # Sources
//! Universal Dependencies 2, English EWT and GUM; see `models/language.md`.

use schema::labels::Upos;

use super::encoder::Encoded;
use super::network::{Network, TAGS};

/// The part of speech of every word.
pub(super) fn tag(network: &Network<'_>, encoded: &Encoded) -> Vec<Upos> {
    let scores = network.products.tags.products(&encoded.second);
    scores.chunks_exact(TAGS).map(|scores| Upos::ALL[best(scores)]).collect()
}

/// The place of the highest score, of equal ones the first.
#[inline]
pub fn best(scores: &[f32]) -> usize {
    let mut best = 0;
    for (nth, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = nth;
        }
    }
    best
}
