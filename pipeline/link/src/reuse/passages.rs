//! All sentences of a run under one numbering.
//!
//! Answers for: the number of each sentence that can be reused, in the order of the documents and of their text, so that
//! of two sentences the one with the lower number stood first.

use super::likeness::Likeness;
use super::weights::Weights;
use crate::corpus::Corpus;
use crate::digest::Passage;

/// The sentences of a run.
#[derive(Debug)]
pub(super) struct Passages<'c> {
    corpus: &'c Corpus<'c>,
    /// The number of the first sentence of each document, by rank, and how many there are in all.
    firsts: Vec<u32>,
    /// The rank of the document of each sentence.
    ranks: Vec<u32>,
    weights: Weights,
}

impl<'c> Passages<'c> {
    /// Those of `corpus`.
    ///
    /// # Panics
    ///
    /// When there are more of them than 32 bits can count.
    pub(super) fn of(corpus: &'c Corpus<'c>) -> Self {
        let mut firsts = vec![0];
        let mut next: u32 = 0;
        for digest in corpus.digests() {
            let own = u32::try_from(digest.wording.sentences().len()).ok();
            next = own
                .and_then(|own| next.checked_add(own))
                .expect("a run has fewer than four billion sentences");
            firsts.push(next);
        }
        let sentences = |rank: u32| (firsts[rank as usize]..firsts[rank as usize + 1]).map(move |_| rank);
        let ranks = corpus.ranks().flat_map(sentences).collect();
        let words = corpus.digests().flat_map(|digest| {
            digest.wording.sentences().iter().map(|sentence| digest.wording.words(sentence))
        });
        Self { corpus, ranks, firsts, weights: Weights::of(words) }
    }

    /// How many there are.
    pub(super) fn len(&self) -> u32 {
        self.firsts[self.firsts.len() - 1]
    }

    /// The rank of the document that sentence `number` stands in.
    pub(super) fn rank(&self, number: u32) -> u32 {
        self.ranks[number as usize]
    }

    /// Sentence `number`.
    pub(super) fn passage(&self, number: u32) -> &'c Passage {
        self.with_rank(number).1
    }

    /// Sentence `number` and the rank of its document.
    pub(super) fn with_rank(&self, number: u32) -> (u32, &'c Passage) {
        let rank = self.rank(number);
        let own = (number - self.firsts[rank as usize]) as usize;
        (rank, &self.corpus.digest(rank).wording.sentences()[own])
    }

    /// How much words weigh.
    pub(super) const fn weights(&self) -> &Weights {
        &self.weights
    }

    /// How alike two sentences are.
    pub(super) fn likeness(&self, one: u32, other: u32) -> Likeness {
        Likeness::of(&self.weights, self.words(one), self.words(other))
    }

    /// The hashes of the words of sentence `number`.
    pub(super) fn words(&self, number: u32) -> &'c [u16] {
        let (rank, passage) = self.with_rank(number);
        self.corpus.digest(rank).wording.words(passage)
    }

    /// The numbers of the sentences of the document of this rank.
    pub(super) fn of_rank(&self, rank: u32) -> std::ops::Range<u32> {
        self.firsts[rank as usize]..self.firsts[rank as usize + 1]
    }

    /// The number of the sentence at place `sentence` of the document of this rank; `None` where it cannot be reused.
    pub(super) fn number(&self, rank: u32, sentence: u32) -> Option<u32> {
        let own = self.corpus.digest(rank).wording.sentences();
        let at = own.binary_search_by_key(&sentence, |passage| passage.sentence).ok()?;
        Some(self.firsts[rank as usize] + u32::try_from(at).ok()?)
    }
}
