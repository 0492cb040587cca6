//! How much a feature tells.
//!
//! Answers for: in how many documents of the run each feature stands, and the weight that follows. Features are counted by
//! a part of their hashes: two that meet there count as one, which happens to few and makes them weigh a little less.

use super::features::{Feature, features};
use crate::corpus::Corpus;

/// How many counters there are for each document, and how many at least and at most.
const COUNTERS: usize = 64;
const FEWEST: usize = 1 << 16;
const MOST: usize = 1 << 22;

/// What a run is taken to have seen before: so many documents, with names that none of them has and other words that some
/// have. In a small run every word of a story would else look common.
const DOCUMENTS: f32 = 1000.0;
const WORDS: f32 = 4.0;

/// In how many documents of a run each feature stands.
#[derive(Debug)]
pub(super) struct Rarity {
    counts: Vec<u32>,
    documents: usize,
}

impl Rarity {
    /// That of the features of `corpus`.
    pub(super) fn of(corpus: &Corpus<'_>) -> Self {
        let counters = (corpus.len() * COUNTERS).next_power_of_two().clamp(FEWEST, MOST);
        let mut rarity = Self { counts: vec![0; counters], documents: corpus.len() };
        let mut own = Vec::new();
        for digest in corpus.digests() {
            own.clear();
            own.extend(features(digest).map(|feature| rarity.at(feature.hash)));
            own.sort_unstable();
            own.dedup();
            for &at in &own {
                rarity.counts[at] += 1;
            }
        }
        rarity
    }

    /// How many documents the run has.
    pub(super) const fn documents(&self) -> usize {
        self.documents
    }

    /// In how many documents the feature with this hash stands.
    pub(super) fn count(&self, hash: u32) -> u32 {
        self.counts[self.at(hash)]
    }

    /// How much `feature` tells of a document: the square of its inverse document frequency, since nearly every word of two
    /// reports of one kind of event is the same and only the rarest tell the events apart.
    pub(super) fn weight(&self, feature: &Feature) -> f32 {
        let before = if feature.is_name { 0.0 } else { WORDS };
        let share = (self.documents as f32 + DOCUMENTS) / (self.count(feature.hash).max(1) as f32 + before);
        feature.weight * share.ln_1p().powi(2)
    }

    const fn at(&self, hash: u32) -> usize {
        hash as usize & (self.counts.len() - 1)
    }
}
