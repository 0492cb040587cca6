//! Reuse: the same sentence in several articles.
//!
//! Answers for: which sentences are one, printed again or nearly so, which share an utterance, which recur over the stories
//! of an outlet; where each first stood and how many had it by themselves. A cluster has sentences of at least two
//! documents. Leaves to others: what a recurring line is on the page, which the second stage decided.
//!
//! In reading order: `passages` numbers the sentences; `near` finds those worth comparing, `likeness` and `weights`
//! compare them and `clusters` gathers them; `quotes` finds shared utterances; `independence` tells copies from documents that have their
//! text by themselves.

mod clusters;
mod independence;
mod likeness;
mod near;
mod passages;
mod quotes;
mod weights;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use schema::labels::{ReuseDifference, ReuseType};
use schema::{DocumentLinks, ReuseCluster, ReusedSentence, SentencePlace};

use crate::corpus::Corpus;
use crate::digest::Passage;
use crate::outlets::count_outlets;
use crate::stories::Stories;
use clusters::Clusters;
use independence::Texts;
use passages::Passages;
use quotes::{Quotes, Sameness};

/// In how many stories of one outlet a sentence recurs that is boilerplate.
const STORIES: usize = 3;

/// The fewest words of a sentence that shows one text to be a copy of another.
const LONG: usize = 8;

/// Into how many clusters one is parted at most; what is left are clusters of equal sentences.
const PARTS: usize = 64;

/// What is needed to describe the clusters of a run.
struct Reuse<'c> {
    corpus: &'c Corpus<'c>,
    stories: &'c Stories,
    passages: Passages<'c>,
    quotes: Quotes<'c>,
    /// The quotations by the sentences that they stand in: rank and place.
    by_sentence: HashMap<(u32, u32), Vec<&'c Passage>>,
}

/// The reuse clusters of `corpus`, in the order of their origins. Their sentences are added to `documents`, which stand in
/// the order of the run.
pub(crate) fn find(
    corpus: &Corpus<'_>,
    stories: &Stories,
    documents: &mut [DocumentLinks],
) -> Vec<ReuseCluster> {
    let quotes = Quotes::of(corpus);
    let by_sentence = quotes.by_sentence();
    let reuse = Reuse { corpus, stories, passages: Passages::of(corpus), quotes, by_sentence };
    let clusters = reuse.clusters();
    let mut texts = Texts::of(corpus, stories);
    texts.add_copies(reuse.shared(&clusters), |rank| reuse.long_sentences(rank));
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
    /// The sentences of each cluster, the origin first.
    fn clusters(&self) -> Vec<Vec<u32>> {
        let passages = &self.passages;
        let mut clusters = Clusters::of_equals(passages);
        let ties = near::ties(passages, &clusters.firsts());
        clusters.join_near(passages, &ties);
        self.quotes.joined(self.stories, |one, other| {
            if let (Some(one), Some(other)) =
                (passages.number(one.0, one.1), passages.number(other.0, other.1))
            {
                clusters.join(one, other);
            }
        });
        let mut gathered = Vec::new();
        clusters.several().into_iter().for_each(|members| self.gather(members, &mut gathered));
        gathered.sort_unstable_by_key(|members| members[0]);
        gathered
    }

    /// Puts `members` into clusters around those of them that stood first, for as long as there are sentences of several
    /// documents.
    fn gather(&self, mut members: Vec<u32>, clusters: &mut Vec<Vec<u32>>) {
        for part in 0.. {
            if !self.are_of_several(&members) {
                break;
            }
            if part == PARTS {
                members.sort_by_key(|&number| self.passages.passage(number).hash);
                let equal = members.chunk_by(|one, other| self.are_equal(*one, *other));
                clusters.extend(equal.filter(|own| self.are_of_several(own)).map(<[u32]>::to_vec));
                break;
            }
            let first = members[0];
            let (own, left) = members.into_iter().partition(|&number| self.standing(first, number).is_some());
            members = left;
            clusters.extend(Some(own).filter(|own: &Vec<u32>| self.are_of_several(own)));
        }
    }

    fn are_equal(&self, one: u32, other: u32) -> bool {
        self.passages.passage(one).hash == self.passages.passage(other).hash
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
        let similarity = if self.are_equal(first, number) {
            1.0
        } else {
            self.passages.likeness(first, number).similarity()
        };
        let (kind, difference) = self.standing(first, number).unwrap_or((ReuseType::SharedQuote, None));
        ReusedSentence { sentence: passage.sentence as usize, cluster: 0, kind, difference, similarity }
    }

    /// How sentence `number` stands to `first`; `None` where it does in no way.
    fn standing(&self, first: u32, number: u32) -> Option<(ReuseType, Option<ReuseDifference>)> {
        let (first_rank, origin) = self.passages.with_rank(first);
        let (rank, own) = self.passages.with_rank(number);
        if own.hash == origin.hash {
            return Some((ReuseType::Verbatim, None));
        }
        let said =
            |rank, passage: &Passage| self.by_sentence.get(&(rank, passage.sentence)).map(Vec::as_slice);
        let quotes = said(first_rank, origin).zip(said(rank, own));
        let shared = quotes.and_then(|(first, own)| self.quotes.sameness((first_rank, first), (rank, own)));
        let likeness = self.passages.likeness(first, number);
        match shared {
            Some(Sameness { difference: Some(ReuseDifference::DirectIndirect) }) if likeness.is_near() => {
                Some((ReuseType::NearVerbatim, None))
            }
            Some(same) => Some((ReuseType::SharedQuote, same.difference)),
            None => likeness.is_of_one().then_some((ReuseType::NearVerbatim, None)),
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
