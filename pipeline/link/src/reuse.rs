//! Reuse: the same sentence in several articles.
//!
//! Answers for: which sentences are one, printed again or nearly so, which share an utterance, which recur over the stories
//! of an outlet; where each first stood and how many had it by themselves. A cluster has sentences of at least two
//! documents. Leaves to others: what a recurring line is on the page, which the second stage decided.
//!
//! In reading order: `passages` numbers the sentences; `near` and `mark` find those worth comparing, `likeness` and
//! `weights` compare them and `clusters` gathers them; `quotes` tells which quotations are one and `utterances` joins the clusters
//! that share one; `independence` tells copies from documents that have their text by themselves.

mod clusters;
mod independence;
mod likeness;
mod mark;
mod near;
mod passages;
mod quotes;
mod utterances;
mod weights;

use std::collections::{BTreeMap, BTreeSet};

use schema::labels::{ReuseDifference, ReuseType};
use schema::{DocumentLinks, ReuseCluster, ReusedSentence, SentencePlace};

use crate::corpus::Corpus;
use crate::outlets::count_outlets;
use crate::stories::Stories;
use clusters::Clusters;
use independence::Texts;
use likeness::Likeness;
use passages::Passages;
use quotes::Sameness;
use utterances::Utterances;

/// In how many stories of one outlet a sentence recurs that is boilerplate.
const STORIES: usize = 3;

/// The fewest words of a sentence that shows one text to be a copy of another.
const LONG: usize = 8;

/// What is needed to describe the clusters of a run.
struct Reuse<'c> {
    corpus: &'c Corpus<'c>,
    stories: &'c Stories,
    passages: Passages<'c>,
    utterances: Utterances<'c>,
}

/// The reuse clusters of `corpus`, in the order of their origins. Their sentences are added to `documents`, which stand in
/// the order of the run.
pub(crate) fn find(
    corpus: &Corpus<'_>,
    stories: &Stories,
    documents: &mut [DocumentLinks],
) -> Vec<ReuseCluster> {
    let (passages, utterances) = (Passages::of(corpus), Utterances::of(corpus));
    let reuse = Reuse { corpus, stories, passages, utterances };
    let clusters = reuse.clusters();
    let mut texts = Texts::of(corpus, stories);
    let shared = reuse.shared(&clusters);
    texts.add_copies(shared, |rank| reuse.long_sentences(rank));
    let described = clusters.iter().enumerate().map(|(place, members)| {
        reuse.add(place, members, documents);
        reuse.described(members, &texts)
    });
    let described = described.collect();
    for links in documents {
        links.sentences.sort_by_key(|reused| reused.sentence);
    }
    described
}

impl Reuse<'_> {
    /// The sentences of each cluster of several documents, the origin first.
    fn clusters(&self) -> Vec<Vec<u32>> {
        let mut clusters = Clusters::of_equals(&self.passages);
        let ties = near::ties(&self.passages, &clusters.firsts());
        clusters.join_near(&self.passages, &ties);
        self.utterances.join(&self.passages, self.stories, &mut clusters);
        let mut several = clusters.several();
        several.retain(|members| self.are_of_several(members));
        several
    }

    /// Whether these sentences, which are in order, stand in several documents.
    fn are_of_several(&self, members: &[u32]) -> bool {
        let ends = members.first().zip(members.last());
        ends.is_some_and(|(&first, &last)| self.passages.rank(first) != self.passages.rank(last))
    }

    /// For each longer sentence of a cluster the ranks of the origin's document and its own.
    fn shared(&self, clusters: &[Vec<u32>]) -> Vec<(u32, u32)> {
        let mut shared = Vec::new();
        for members in clusters.iter().filter(|members| !self.is_boilerplate(members)) {
            let first = self.passages.rank(members[0]);
            let long = members[1..].iter().filter(|&&number| self.passages.words(number).len() >= LONG);
            shared.extend(long.map(|&number| (first, self.passages.rank(number))));
        }
        shared
    }

    /// How many longer sentences the document of this rank has.
    fn long_sentences(&self, rank: u32) -> usize {
        self.passages.of_rank(rank).filter(|&number| self.passages.words(number).len() >= LONG).count()
    }

    /// Whether a cluster recurs over the stories of one outlet.
    fn is_boilerplate(&self, members: &[u32]) -> bool {
        if members.len() < STORIES {
            return false;
        }
        let mut stories: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
        for rank in members.iter().map(|&number| self.passages.rank(number)) {
            if let Some(outlet) = self.corpus.digest(rank).outlet.as_deref() {
                stories.entry(outlet).or_default().insert(self.stories.of_rank[rank as usize]);
            }
        }
        stories.values().any(|stories| stories.len() >= STORIES)
    }

    /// Adds the sentences of the cluster at `place` to their documents.
    fn add(&self, place: usize, members: &[u32], documents: &mut [DocumentLinks]) {
        let is_boilerplate = self.is_boilerplate(members);
        for &number in members {
            let mut reused = self.reused(members[0], number);
            if is_boilerplate {
                (reused.kind, reused.difference) = (ReuseType::Boilerplate, None);
            }
            let document = self.corpus.place(self.passages.rank(number));
            documents[document].sentences.push(ReusedSentence { cluster: place, ..reused });
        }
    }

    /// Sentence `number` of the cluster whose origin is `first`.
    fn reused(&self, first: u32, number: u32) -> ReusedSentence {
        let passage = self.passages.passage(number);
        let likeness = self.passages.likeness(first, number);
        let is_equal = self.passages.passage(first).hash() == passage.hash();
        let (kind, difference) =
            if is_equal { (ReuseType::Verbatim, None) } else { self.standing(first, number, likeness) };
        let similarity = if is_equal { 1.0 } else { likeness.similarity() };
        ReusedSentence { sentence: passage.sentence as usize, cluster: 0, kind, difference, similarity }
    }

    /// How sentence `number` stands to `first`, the origin of its cluster, which is another sentence.
    fn standing(&self, first: u32, number: u32, likeness: Likeness) -> (ReuseType, Option<ReuseDifference>) {
        match self.utterances.sameness(&self.passages, first, number) {
            Some(Sameness { difference: Some(ReuseDifference::DirectIndirect) }) if likeness.is_near() => {
                (ReuseType::NearVerbatim, None)
            }
            Some(same) => (ReuseType::SharedQuote, same.difference),
            None if likeness.is_of_one() => (ReuseType::NearVerbatim, None),
            None => (ReuseType::SharedQuote, None),
        }
    }

    fn described(&self, members: &[u32], texts: &Texts) -> ReuseCluster {
        let mut ranks: Vec<u32> = members.iter().map(|&number| self.passages.rank(number)).collect();
        ranks.dedup();
        let (rank, origin) = self.passages.with_rank(members[0]);
        let is_dated = |rank: &u32| self.corpus.digest(*rank).published.is_some();
        ReuseCluster {
            origin: SentencePlace { document: self.corpus.place(rank), sentence: origin.sentence as usize },
            is_origin_dated: ranks.iter().all(is_dated),
            sentences: members.len(),
            outlets: count_outlets(self.corpus, ranks.iter().copied()),
            independent_origins: texts.count_origins(self.corpus, &ranks),
        }
    }
}
