//! Which documents have their text by themselves.
//!
//! Answers for: the documents that are copies of one text, because they share most of their longer sentences, or because
//! they say that they are one agency's on one story; and how many of the documents of a cluster are left when those, and
//! the documents of one outlet, count once.

use std::collections::BTreeMap;

use crate::corpus::Corpus;
use crate::stories::Stories;

/// The fewest longer sentences that a copy shares with its origin, and one of how many of its own.
const SENTENCES: usize = 3;
const PART: usize = 2;

/// The texts of the documents of a run, by rank: the lowest rank among the copies of one text.
#[derive(Debug)]
pub(super) struct Texts(Vec<u32>);

impl Texts {
    /// Every document with a text of its own, but for the reports of one agency on one story.
    pub(super) fn of(corpus: &Corpus<'_>, stories: &Stories) -> Self {
        let mut first: BTreeMap<(u32, &str), u32> = BTreeMap::new();
        let text = |rank: u32| {
            let Some(agency) = corpus.digest(rank).wire else { return rank };
            *first.entry((stories.of_rank[rank as usize], agency)).or_insert(rank)
        };
        Self(corpus.ranks().map(text).collect())
    }

    /// Takes the copies: `shared` has, for each longer sentence, the ranks of a document that had it first and of one that
    /// has it too; `sentences` says how many longer sentences a document has.
    pub(super) fn add_copies(&mut self, mut shared: Vec<(u32, u32)>, sentences: impl Fn(u32) -> usize) {
        shared.sort_unstable();
        for pair in shared.chunk_by(|one, other| one == other) {
            let (first, copy) = pair[0];
            let fewer = sentences(first).min(sentences(copy));
            if first != copy && pair.len() >= SENTENCES && pair.len() * PART >= fewer {
                self.join(first, copy);
            }
        }
    }

    /// The text of the document of this rank.
    fn text(&self, rank: u32) -> u32 {
        let mut at = rank;
        while self.0[at as usize] != at {
            at = self.0[at as usize];
        }
        at
    }

    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.text(one), self.text(other));
        self.0[one.max(other) as usize] = one.min(other);
    }

    /// How many of the documents of these ranks are left when copies of one text and documents of one outlet count once.
    pub(super) fn count_origins(&self, corpus: &Corpus<'_>, ranks: &[u32]) -> usize {
        let mut of_text: BTreeMap<u32, usize> = BTreeMap::new();
        let mut of_outlet: BTreeMap<&str, usize> = BTreeMap::new();
        let mut heads: Vec<usize> = Vec::new();
        for &rank in ranks {
            let by_text = *of_text.entry(self.text(rank)).or_insert(heads.len());
            let outlet = corpus.digest(rank).outlet.as_deref();
            let by_outlet = outlet.map_or(by_text, |outlet| *of_outlet.entry(outlet).or_insert(by_text));
            if by_text == heads.len() {
                heads.push(by_text);
            }
            let (one, other) = (head(&heads, by_text), head(&heads, by_outlet));
            heads[one.max(other)] = one.min(other);
        }
        heads.iter().enumerate().filter(|(at, above)| at == *above).count()
    }
}

fn head(heads: &[usize], mut at: usize) -> usize {
    while heads[at] != at {
        at = heads[at];
    }
    at
}
