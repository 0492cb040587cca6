//! Stories: the articles about one event.
//!
//! Answers for: which documents tell one story. They share rare words and names, more so the further apart they are in
//! time. Where the run is small, words are not rare yet: it is taken to have seen others before (`rarity`). Leaves to
//! others: what a story reports.
//!
//! In reading order: `features` are what documents share, `rarity` says how much each tells, `profile` compares documents
//! by them; `chronology` says how alike they must be; `clusters` makes stories of their ties.

mod chronology;
mod clusters;
mod features;
mod profile;
mod rarity;

use schema::Story;

use crate::blocking;
use crate::corpus::Corpus;
use crate::entities::{Entities, Subject};
use crate::event_day;
use crate::nearest::{Nearest, Tie};
use crate::outlets::count_outlets;
use chronology::Chronology;
use clusters::Clusters;
use profile::Profile;
use rarity::Rarity;

/// How many ties of a document are looked at, at least.
const TIES: u8 = 16;

/// The stories of a run.
#[derive(Debug)]
pub(crate) struct Stories {
    /// The place of each document's story, by the rank of the document.
    pub(crate) of_rank: Vec<u32>,
    /// The ranks of the documents of each story, in order.
    pub(crate) members: Vec<Vec<u32>>,
}

impl Stories {
    /// The stories of `corpus`, in the order of their first documents.
    pub(crate) fn of(corpus: &Corpus<'_>) -> Self {
        let rarity = Rarity::of(corpus);
        let profiles: Vec<Profile> = corpus.digests().map(|digest| Profile::of(digest, &rarity)).collect();
        let chronology = Chronology::of(corpus);
        let mut nearest = Nearest::new(corpus.len(), TIES);
        let telling: Vec<Box<[_]>> = profiles.iter().map(|profile| profile.telling(&rarity)).collect();
        let features = |rank: u32, own: &mut Vec<_>| own.extend_from_slice(&telling[rank as usize]);
        blocking::pairs(corpus.ranks().end, profile::KEYS, features, |one, other| {
            let likeness = profiles[one as usize].product(&profiles[other as usize]);
            let strength = likeness - chronology.threshold(one, other);
            if strength >= 0.0 {
                nearest.add(Tie { strength, one, other });
            }
        });
        let mut clusters = Clusters::new(&profiles, &chronology);
        nearest.strongest_first().into_iter().for_each(|tie| clusters.join(tie));
        Self::gathered(&clusters.heads())
    }

    /// The stories of documents of which these are the heads.
    fn gathered(heads: &[u32]) -> Self {
        let mut members: Vec<Vec<u32>> = Vec::new();
        let mut of_rank: Vec<u32> = Vec::with_capacity(heads.len());
        for (rank, &head) in (0..).zip(heads) {
            let story = if head == rank {
                members.push(Vec::new());
                u32::try_from(members.len() - 1).unwrap_or(u32::MAX)
            } else {
                of_rank[head as usize]
            };
            members[story as usize].push(rank);
            of_rank.push(story);
        }
        Self { of_rank, members }
    }

    /// What the tables hold of them.
    pub(crate) fn described(&self, corpus: &Corpus<'_>, entities: &Entities) -> Vec<Story> {
        self.members.iter().map(|members| described(corpus, entities, members)).collect()
    }
}

fn described(corpus: &Corpus<'_>, entities: &Entities, members: &[u32]) -> Story {
    let subject = Subject::of(corpus, entities, members);
    let times = || members.iter().filter_map(|&rank| corpus.digest(rank).published);
    Story {
        documents: members.iter().map(|&rank| corpus.place(rank)).collect(),
        published: times().min().zip(times().max()),
        outlets: count_outlets(corpus, members.iter().copied()),
        place: subject.place,
        day: event_day::of(members.iter().map(|&rank| corpus.digest(rank))),
        entities: subject.entities,
    }
}
