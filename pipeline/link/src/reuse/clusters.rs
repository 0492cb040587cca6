//! Sentences that are nearly the same, gathered.
//!
//! Answers for: which sentences are of one cluster. Equal ones always are. Two clusters become one where the sentences of
//! both are alike, each to each; so no chain of small changes leads from a sentence to one that has little of it.

use super::passages::Passages;
use crate::nearest::Tie;

/// How many equal sentences are sorted at once.
const AT_ONCE: u32 = 1 << 23;

/// How many sentences of each of two clusters are compared, equal ones once.
const COMPARED: usize = 10;

/// The sentences of a run, each in a cluster.
#[derive(Debug)]
pub(super) struct Clusters {
    /// A sentence of the same cluster that stood before, or the sentence itself where it is the first.
    earlier: Vec<u32>,
    /// Of the first of equal sentences the first of others in its cluster, in a ring.
    next: Vec<u32>,
}

impl Clusters {
    /// Equal sentences together.
    pub(super) fn of_equals(passages: &Passages<'_>) -> Self {
        let mut earlier: Vec<u32> = (0..passages.len()).collect();
        let next = earlier.clone();
        let shares = passages.len().div_ceil(AT_ONCE).max(1);
        let mut keyed = Vec::new();
        for share in 0..shares {
            keyed.clear();
            let hashed = (0..passages.len()).map(|number| (passages.passage(number).hash(), number));
            keyed.extend(hashed.filter(|(hash, _)| hash % u64::from(shares) == u64::from(share)));
            keyed.sort_unstable();
            for equal in keyed.chunk_by(|one, other| one.0 == other.0) {
                for &(_, number) in equal {
                    earlier[number as usize] = equal[0].1;
                }
            }
        }
        Self { earlier, next }
    }

    /// The first of each cluster.
    pub(super) fn firsts(&self) -> Vec<u32> {
        let numbered = (0_u32..).zip(&self.earlier);
        numbered.filter(|(number, earlier)| number == *earlier).map(|(number, _)| number).collect()
    }

    /// Makes one cluster of the two of each of `ties`, the strongest first, where all that are compared are alike.
    pub(super) fn join_near(&mut self, passages: &Passages<'_>, ties: &[Tie]) {
        for tie in ties {
            let (one, other) = (self.first(tie.one), self.first(tie.other));
            if one != other && self.are_alike(passages, one, other) {
                self.join(one, other);
            }
        }
    }

    fn are_alike(&self, passages: &Passages<'_>, one: u32, other: u32) -> bool {
        let alike = |one, other| passages.likeness(one, other).is_of_one();
        self.different(one).all(|one| self.different(other).all(|other| alike(one, other)))
    }

    /// Those of the cluster of `first` that are compared.
    fn different(&self, first: u32) -> impl Iterator<Item = u32> {
        let behind = move |&at: &u32| Some(self.next[at as usize]).filter(|&next| next != first);
        std::iter::successors(Some(first), behind).take(COMPARED)
    }

    /// Makes one cluster of those of two sentences.
    pub(super) fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.first(one), self.first(other));
        if one != other {
            self.earlier[one.max(other) as usize] = one.min(other);
            self.next.swap(one as usize, other as usize);
        }
    }

    /// The first sentence of the cluster of sentence `number`.
    pub(super) fn first(&mut self, number: u32) -> u32 {
        let mut at = number;
        while self.earlier[at as usize] != at {
            let before = self.earlier[self.earlier[at as usize] as usize];
            self.earlier[at as usize] = before;
            at = before;
        }
        at
    }

    /// The sentences of each cluster of several, each in order, in the order of the first ones.
    pub(super) fn several(mut self) -> Vec<Vec<u32>> {
        let count = u32::try_from(self.earlier.len()).unwrap_or(u32::MAX);
        let mut members: Vec<(u32, u32)> = (0..count).map(|number| (self.first(number), number)).collect();
        drop(self);
        members.sort_unstable();
        let clusters = members.chunk_by(|one, other| one.0 == other.0).filter(|cluster| cluster.len() > 1);
        clusters.map(|cluster| cluster.iter().map(|&(_, number)| number).collect()).collect()
    }
}
