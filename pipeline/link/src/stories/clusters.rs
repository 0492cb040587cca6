//! Documents that tell one story, gathered tie by tie.
//!
//! Answers for: that the documents of a story are alike on the average, not only each to the next: two clusters become one
//! where the mean over their pairs is what those pairs need. A chain of reports that drifts from one event to another does
//! not hold together.

use std::collections::BTreeMap;

use super::chronology::Chronology;
use super::profile::Profile;
use crate::nearest::Tie;

/// How many documents of a cluster are asked how alike its pairs must be.
const ASKED: usize = 16;

/// Documents, each in one cluster.
pub(super) struct Clusters<'p> {
    profiles: &'p [Profile],
    chronology: &'p Chronology,
    /// The cluster of each document: a document with a lower rank of the same cluster, or itself.
    heads: Vec<u32>,
    /// The clusters of several documents, by their heads.
    several: BTreeMap<u32, Cluster>,
}

/// A cluster.
#[derive(Debug, Clone, Default)]
struct Cluster {
    members: Vec<u32>,
    sum: Profile,
}

impl<'p> Clusters<'p> {
    /// Every document by itself.
    pub(super) fn new(profiles: &'p [Profile], chronology: &'p Chronology) -> Self {
        let heads = (0..).take(profiles.len()).collect();
        Self { profiles, chronology, heads, several: BTreeMap::new() }
    }

    /// Makes one cluster of the two of `tie` where they hold together.
    pub(super) fn join(&mut self, tie: Tie) {
        let (one, other) = (self.head(tie.one), self.head(tie.other));
        let (one, other) = (one.min(other), one.max(other));
        if one != other && self.hold_together(one, other) {
            let [mut first, second] = [one, other].map(|head| self.take(head));
            first.sum = first.sum.sum(&second.sum);
            first.members.extend(second.members);
            self.several.insert(one, first);
            self.heads[other as usize] = one;
        }
    }

    /// For each document the lowest rank of its cluster.
    pub(super) fn heads(mut self) -> Vec<u32> {
        (0..).take(self.heads.len()).map(|rank| self.head(rank)).collect()
    }

    fn head(&mut self, rank: u32) -> u32 {
        let mut at = rank;
        while self.heads[at as usize] != at {
            let above = self.heads[self.heads[at as usize] as usize];
            self.heads[at as usize] = above;
            at = above;
        }
        at
    }

    fn hold_together(&self, one: u32, other: u32) -> bool {
        let (ours, theirs) = (self.members(&one), self.members(&other));
        let pairs = (ours.len() * theirs.len()) as f32;
        let mean = self.sum(one).product(self.sum(other)) / pairs;
        let (ours, theirs) = (&ours[..ours.len().min(ASKED)], &theirs[..theirs.len().min(ASKED)]);
        let asked =
            ours.iter().flat_map(|one| theirs.iter().map(|other| self.chronology.threshold(*one, *other)));
        mean * (ours.len() * theirs.len()) as f32 >= asked.sum()
    }

    fn members<'s>(&'s self, head: &'s u32) -> &'s [u32] {
        self.several.get(head).map_or(std::slice::from_ref(head), |cluster| &cluster.members)
    }

    fn sum(&self, head: u32) -> &Profile {
        self.several.get(&head).map_or(&self.profiles[head as usize], |cluster| &cluster.sum)
    }

    fn take(&mut self, head: u32) -> Cluster {
        let alone = || Cluster { members: vec![head], sum: self.profiles[head as usize].clone() };
        self.several.remove(&head).unwrap_or_else(alone)
    }
}
