//! Sentences that hold one utterance, gathered.
//!
//! Answers for: which quotations stand in a sentence, and which clusters of sentences become one because those that stood
//! first in them hold the same utterance. Leaves to `quotes` when two quotations are the same.

use super::clusters::Clusters;
use super::passages::Passages;
use super::quotes::{Quotes, Said, Sameness};
use crate::corpus::Corpus;
use crate::stories::Stories;

/// What is said in the sentences of a run.
#[derive(Debug)]
pub(super) struct Utterances<'c> {
    quotes: Quotes<'c>,
}

impl<'c> Utterances<'c> {
    /// Those of `corpus`.
    pub(super) fn of(corpus: &'c Corpus<'c>) -> Self {
        Self { quotes: Quotes::of(corpus) }
    }

    /// Joins to each of `clusters` the later ones whose first sentence holds an utterance of its own first one.
    pub(super) fn join(&self, passages: &Passages<'_>, stories: &Stories, clusters: &mut Clusters) {
        let mut pairs = Vec::new();
        self.quotes.same(stories, |one, other| {
            let number = |said: Said<'_>| passages.number(said.rank, said.passage.sentence);
            let both = number(one).zip(number(other));
            let firsts = both.map(|(one, other)| (clusters.first(one), clusters.first(other)));
            pairs.extend(firsts.map(|(one, other)| (one.min(other), one.max(other))));
        });
        pairs.sort_unstable();
        pairs.dedup();
        for (one, other) in pairs {
            // In a crowd each met only those next to it: what is alike goes to the first of them all.
            let one = clusters.first(one);
            let is_free = clusters.first(other) == other && one != other;
            if is_free && self.sameness(passages, one, other).is_some() {
                clusters.join(one, other);
            }
        }
    }

    /// How the utterance that sentences `first` and `number` share is said in both; `None` where they share none.
    pub(super) fn sameness(&self, passages: &Passages<'_>, first: u32, number: u32) -> Option<Sameness> {
        let said = |number| {
            let (rank, passage) = passages.with_rank(number);
            let said = self.quotes.wording(rank).said_in(passage.sentence);
            said.iter().map(|passage| Said { rank, passage }).collect::<Vec<_>>()
        };
        said(first)
            .iter()
            .find_map(|&one| said(number).iter().find_map(|&other| self.quotes.sameness(one, other)))
    }
}
