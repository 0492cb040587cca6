//! One utterance in several articles.
//!
//! Answers for: which quotations of one story are the same utterance, in the words of the source here and there or in the
//! author's there, and in what they differ. Equal quotations of some length are one in whatever story. Leaves to others:
//! the sentences that they stand in.

use schema::labels::ReuseDifference;

use super::likeness::Likeness;
use super::weights::Weights;
use crate::blocking::{self, Feature};
use crate::corpus::Corpus;
use crate::digest::{Passage, PassageKind, Wording, pair_hash};
use crate::stories::Stories;

/// How many of the rarest words of a quotation are taken to find others, and the keys that come of them and the whole.
const RAREST: usize = 6;
const KEYS: u64 = 16;

/// The fewest words of a quotation that is the same utterance in another story too.
const WORDS_ANYWHERE: usize = 8;

/// What two quotations have in common that are one utterance.
struct Common {
    /// The share of the shorter one's words that the longer one has, by number.
    words: f32,
    /// The share of its pairs of neighbours that the longer one has: names alone make no utterance.
    order: f32,
    /// How much the words weigh that both have.
    weight: f32,
}

/// In the words of the source in both: as much as one rare word and some common ones.
const KEPT: Common = Common { words: 0.7, order: 0.5, weight: 150.0 };

/// In the words of the source in one, which the author of the other turned into his own: as much as two rare words.
const TURNED: Common = Common { words: 0.6, order: 0.4, weight: 300.0 };

/// The share of the lighter one's words that the other one has in either case, by weight.
const CONTAINED_WEIGHT: f32 = 0.75;

/// How much less than all of the longer one's words the shorter one has where it is cut.
const CUT: f32 = 0.85;

/// That two quotations are one utterance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sameness {
    /// In what they differ; `None` where their words are the same.
    pub(super) difference: Option<ReuseDifference>,
}

/// What a source says in a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'c> {
    /// The rank of the document.
    pub(super) rank: u32,
    /// What is said.
    pub(super) passage: &'c Passage,
}

/// What sources say in the articles of a run.
#[derive(Debug)]
pub(super) struct Quotes<'c> {
    corpus: &'c Corpus<'c>,
    /// All of it, by rank and then as it stands.
    all: Vec<Said<'c>>,
    weights: Weights,
}

impl<'c> Quotes<'c> {
    /// Those of `corpus`.
    pub(super) fn of(corpus: &'c Corpus<'c>) -> Self {
        let wordings = || corpus.ranks().zip(corpus.digests().map(|digest| &digest.wording));
        let said =
            wordings().flat_map(|(rank, wording)| wording.said().map(move |passage| Said { rank, passage }));
        let words = wordings().flat_map(|(_, wording)| wording.said().map(|passage| wording.words(passage)));
        Self { corpus, all: said.collect(), weights: Weights::of(words) }
    }

    /// Calls `take` with every two of different documents that are one utterance.
    pub(super) fn same(&self, stories: &Stories, mut take: impl FnMut(Said<'c>, Said<'c>)) {
        let items = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let mut rarest = Vec::new();
        let features = |item: u32, own: &mut Vec<Feature>| {
            let said = self.all[item as usize];
            let story = stories.of_rank[said.rank as usize];
            self.weights.rarest(self.words(said), RAREST, &mut rarest);
            let in_story = |word: u16| Feature::Paired(pair_hash(story.into(), word.into()));
            own.extend(rarest.iter().map(|&word| in_story(word)));
            if self.is_telling(said) {
                own.push(Feature::Alone(said.passage.hash()));
            }
        };
        blocking::pairs(items, KEYS, features, |one, other| {
            let (one, other) = (self.all[one as usize], self.all[other as usize]);
            if one.rank != other.rank && self.are_one(one, other) {
                take(one, other);
            }
        });
    }

    /// Whether an equal quotation is the same utterance in whatever story.
    fn is_telling(&self, said: Said<'_>) -> bool {
        said.passage.kind == PassageKind::Quotation && self.words(said).len() >= WORDS_ANYWHERE
    }

    fn words(&self, said: Said<'_>) -> &'c [u16] {
        self.corpus.digest(said.rank).wording.words(said.passage)
    }

    /// The wording of the document of this rank.
    pub(super) fn wording(&self, rank: u32) -> &'c Wording {
        &self.corpus.digest(rank).wording
    }

    /// Whether two are the same utterance; at least one is in the words of the source.
    fn are_one(&self, one: Said<'_>, other: Said<'_>) -> bool {
        let kinds = [one.passage.kind, other.passage.kind];
        let is_turned = kinds[0] != kinds[1];
        if kinds == [PassageKind::Report; 2] {
            return false;
        }
        let needed = if is_turned { TURNED } else { KEPT };
        let likeness = self.likeness(one, other);
        likeness.containment() >= needed.words
            && likeness.weighed_containment() >= CONTAINED_WEIGHT
            && likeness.weight() >= needed.weight
            && likeness.order() >= needed.order
    }

    fn likeness(&self, one: Said<'_>, other: Said<'_>) -> Likeness {
        Likeness::of(&self.weights, self.words(one), self.words(other))
    }

    /// In what two differ that are one utterance; `None` where they are two.
    pub(super) fn sameness(&self, one: Said<'_>, other: Said<'_>) -> Option<Sameness> {
        self.are_one(one, other).then(|| Sameness { difference: self.difference(one, other) })
    }

    fn difference(&self, one: Said<'_>, other: Said<'_>) -> Option<ReuseDifference> {
        let likeness = self.likeness(one, other);
        let speakers = [one.passage.speaker, other.passage.speaker];
        if speakers[0] != speakers[1] && !speakers.contains(&0) {
            Some(ReuseDifference::OtherSpeaker)
        } else if one.passage.kind != other.passage.kind {
            Some(ReuseDifference::DirectIndirect)
        } else if likeness.containment() >= 1.0 && likeness.similarity() <= CUT {
            Some(ReuseDifference::Truncated)
        } else {
            (likeness.similarity() < 1.0).then_some(ReuseDifference::Reworded)
        }
    }
}
