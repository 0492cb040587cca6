//! One utterance in several articles.
//!
//! Answers for: which quotations of one story are the same utterance, in the words of the source here and there or in the
//! author's there, and in what they differ. Equal quotations of some length are one in whatever story. Leaves to others:
//! the sentences that they stand in.

use std::collections::HashMap;

use schema::labels::ReuseDifference;

use super::likeness::Likeness;
use super::weights::Weights;
use crate::blocking::{self, Feature};
use crate::corpus::Corpus;
use crate::digest::{Passage, PassageKind, pair_hash};
use crate::stories::Stories;

/// How many of the rarest words of a quotation are taken to find others.
const RAREST: usize = 6;

/// The fewest words of a quotation, and of one that is the same utterance in another story too.
const WORDS: usize = 2;
const WORDS_ANYWHERE: usize = 8;

/// The share of the shorter one's words that the longer one has, by number, by number where the author turned it into words
/// of his own, and by weight.
const CONTAINED: f32 = 0.7;
const TURNED: f32 = 0.6;
const CONTAINED_WEIGHT: f32 = 0.75;

/// How much the words weigh at least that they have in common: about that of one rare one and some common ones, and of
/// twice as many.
const WEIGHT: f32 = 150.0;
const TURNED_WEIGHT: f32 = 300.0;

/// How much less than all of the longer one's words the shorter one has where it is cut.
const CUT: f32 = 0.85;

/// That two quotations are one utterance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sameness {
    /// In what they differ; `None` where their words are the same.
    pub(super) difference: Option<ReuseDifference>,
}

/// What sources say in the articles of a run.
#[derive(Debug)]
pub(super) struct Quotes<'c> {
    corpus: &'c Corpus<'c>,
    /// The rank of the document and what is said there, in order.
    all: Vec<(u32, &'c Passage)>,
    weights: Weights,
}

impl<'c> Quotes<'c> {
    /// Those of `corpus`.
    pub(super) fn of(corpus: &'c Corpus<'c>) -> Self {
        let wordings = || corpus.ranks().zip(corpus.digests().map(|digest| &digest.wording));
        let said = wordings().flat_map(|(rank, wording)| wording.said().map(move |passage| (rank, passage)));
        let words = wordings().flat_map(|(_, wording)| wording.said().map(|passage| wording.words(passage)));
        let has_words =
            |&(rank, passage): &(u32, &Passage)| corpus.digest(rank).wording.words(passage).len() >= WORDS;
        Self { corpus, all: said.filter(has_words).collect(), weights: Weights::of(words) }
    }

    /// Calls `join` with the sentences of every two of different documents that are one utterance: rank and place of each.
    pub(super) fn joined(&self, stories: &Stories, mut join: impl FnMut((u32, u32), (u32, u32))) {
        let items = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let features = |item: u32, own: &mut Vec<Feature>| self.features(stories, item as usize, own);
        blocking::pairs(items, RAREST + 1, features, |one, other| {
            let (one, other) = (self.all[one as usize], self.all[other as usize]);
            if one.0 != other.0 && self.are_one(one, other) {
                join((one.0, one.1.sentence), (other.0, other.1.sentence));
            }
        });
    }

    fn features(&self, stories: &Stories, item: usize, own: &mut Vec<Feature>) {
        let (rank, passage) = self.all[item];
        let words = self.words_of((rank, passage));
        let story = u64::from(stories.of_rank[rank as usize]);
        let mut rarest = Vec::new();
        self.weights.rarest(words, &mut rarest);
        let in_story = |word: u16| Feature::Paired(pair_hash(story, word.into()));
        own.extend(rarest.iter().take(RAREST).map(|&(_, word)| in_story(word)));
        if words.len() >= WORDS_ANYWHERE && passage.kind == PassageKind::Quotation {
            own.push(Feature::Alone(passage.hash));
        }
    }

    fn words_of(&self, (rank, passage): (u32, &Passage)) -> &'c [u16] {
        self.corpus.digest(rank).wording.words(passage)
    }

    /// Whether two are the same utterance; at least one is in the words of the source.
    fn are_one(&self, one: (u32, &Passage), other: (u32, &Passage)) -> bool {
        if one.1.kind == PassageKind::Report && other.1.kind == PassageKind::Report {
            return false;
        }
        let (ours, theirs) = (self.words_of(one), self.words_of(other));
        if one.1.kind == other.1.kind && one.1.hash == other.1.hash {
            return true;
        }
        let is_turned = one.1.kind != other.1.kind;
        let (contained, least) = if is_turned { (TURNED, TURNED_WEIGHT) } else { (CONTAINED, WEIGHT) };
        let is_contained = Likeness::of(&self.weights, ours, theirs).containment() >= contained;
        let weighed = self.weights.compare(ours, theirs);
        is_contained && weighed.containment() >= CONTAINED_WEIGHT && weighed.shared >= least
    }

    /// The quotations by the sentences that they start in: rank and place.
    pub(super) fn by_sentence(&self) -> HashMap<(u32, u32), Vec<&'c Passage>> {
        let mut found: HashMap<(u32, u32), Vec<&'c Passage>> = HashMap::new();
        for &(rank, passage) in &self.all {
            found.entry((rank, passage.sentence)).or_default().push(passage);
        }
        found
    }

    /// Whether of the quotations `said_first` in one document and those `said` in another two are one utterance.
    pub(super) fn sameness(
        &self,
        said_first: (u32, &[&Passage]),
        said: (u32, &[&Passage]),
    ) -> Option<Sameness> {
        let pairs = said_first.1.iter().flat_map(|one| said.1.iter().map(move |other| (*one, *other)));
        let mut same = pairs.filter(|(one, other)| self.are_one((said_first.0, one), (said.0, other)));
        same.next().map(|(one, other)| Sameness {
            difference: self.difference_of((said_first.0, one), (said.0, other)),
        })
    }

    fn difference_of(&self, one: (u32, &Passage), other: (u32, &Passage)) -> Option<ReuseDifference> {
        let (ours, theirs) = (self.words_of(one), self.words_of(other));
        let likeness = Likeness::of(&self.weights, ours, theirs);
        let speakers = [one.1.speaker, other.1.speaker];
        if speakers[0] != speakers[1] && !speakers.contains(&0) {
            Some(ReuseDifference::OtherSpeaker)
        } else if one.1.kind != other.1.kind {
            Some(ReuseDifference::DirectIndirect)
        } else if likeness.containment() >= 1.0 && likeness.similarity() <= CUT {
            Some(ReuseDifference::Truncated)
        } else {
            (likeness.similarity() < 1.0).then_some(ReuseDifference::Reworded)
        }
    }
}
