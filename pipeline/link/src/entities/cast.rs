//! Who is meant by a name in a story.
//!
//! Answers for: the names that say too little by themselves, or are spelt in another way, among all names of the documents
//! of one story. Leaves to others: names that say enough (`persons`), persons (`people`) and the rest (`things`) of one
//! story.

mod people;
mod things;

use std::collections::HashMap;

use super::bearers::Bearers;
use super::persons::Families;
use super::spellings::Spellings;
use crate::stories::Stories;
use people::People;
use things::Things;

/// The most others that a name is compared with of those that have a key in common with it.
const COMPARED: usize = 24;

/// For each story and name that says too little, both by their places, a name of the one that is meant. Names that are
/// spelt in several ways are joined.
pub(super) fn meant(
    spellings: &Spellings<'_>,
    stories: &Stories,
    (families, bearers): (&Families, &mut Bearers),
) -> HashMap<(u32, u32), u32> {
    let mut found = Found::default();
    for (story, members) in (0..).zip(&stories.members).filter(|(_, members)| members.len() > 1) {
        let parts = parts(spellings, members);
        let people = People::of(&parts, spellings, families);
        let things = Things::of(&parts, spellings);
        people.join(bearers);
        let unknown = people.name(bearers, |part, full| found.meant.push((story, part.name, full)));
        things.name_misread(&unknown, bearers, |part, full| found.meant.push((story, part.name, full)));
        things.join_misspelt(bearers);
        things.name_acronyms(bearers, |part, full| found.acronyms.push((story, part.name, full)));
        things.name_shortened(bearers, |part, full| found.meant.push((story, part.name, full)));
    }
    found.settled(bearers)
}

/// What is found story by story: the story, the name, and a name of the one that is meant.
#[derive(Debug, Default)]
struct Found {
    meant: Vec<(u32, u32, u32)>,
    /// Those of acronyms, whose bearers may be one in all stories.
    acronyms: Vec<(u32, u32, u32)>,
}

impl Found {
    /// All together. An acronym that stands for one bearer wherever it is told stands for that one everywhere.
    fn settled(mut self, bearers: &mut Bearers) -> HashMap<(u32, u32), u32> {
        self.acronyms.sort_unstable_by_key(|&(story, acronym, _)| (acronym, story));
        for told in self.acronyms.chunk_by(|one, other| one.1 == other.1) {
            let (_, acronym, full) = told[0];
            let root = bearers.root(full);
            if told.iter().all(|&(_, _, other)| bearers.root(other) == root) {
                bearers.join(acronym, full);
            } else {
                self.meant.extend(told);
            }
        }
        self.meant.into_iter().map(|(story, name, full)| ((story, name), full)).collect()
    }
}

/// A name in a story.
#[derive(Debug)]
struct Part {
    /// The place of the name.
    name: u32,
    /// The ranks of the documents that have it, in order.
    ranks: Vec<u32>,
}

impl Part {
    /// Whether a document has both names, and so keeps them apart.
    fn is_beside(&self, other: &Self) -> bool {
        self.ranks.iter().any(|rank| other.ranks.binary_search(rank).is_ok())
    }
}

/// The names of the documents of these ranks, in the order of their places.
fn parts(spellings: &Spellings<'_>, ranks: &[u32]) -> Vec<Part> {
    let of = |&rank: &u32| spellings.names_of(rank).map(move |name| (name, rank));
    let mut all: Vec<(u32, u32)> = ranks.iter().flat_map(of).collect();
    all.sort_unstable();
    all.dedup();
    let of_one =
        |same: &[(u32, u32)]| Part { name: same[0].0, ranks: same.iter().map(|&(_, rank)| rank).collect() };
    all.chunk_by(|one, other| one.0 == other.0).map(of_one).collect()
}

/// The one bearer of all `names`; `None` where there are none or several.
fn only_bearer(names: impl Iterator<Item = u32>, bearers: &mut Bearers) -> Option<u32> {
    let mut roots: Vec<u32> = names.map(|name| bearers.root(name)).collect();
    roots.sort_unstable();
    roots.dedup();
    if let [one] = roots[..] { Some(one) } else { None }
}

/// Calls `meet` for the pairs of those that share a key, each with the next ones only where many do.
fn meet_by_keys(mut keyed: Vec<(u64, usize)>, mut meet: impl FnMut(usize, usize)) {
    keyed.sort_unstable();
    keyed.dedup();
    for same in keyed.chunk_by(|one, other| one.0 == other.0) {
        for (at, &(_, one)) in same.iter().enumerate() {
            same[at + 1..].iter().take(COMPARED).for_each(|&(_, other)| meet(one, other));
        }
    }
}

/// The hashes of how a long word begins and how it ends: a misspelling leaves one of both as it is.
fn edges(word: &str) -> impl Iterator<Item = u64> {
    let is_edge = |at: &usize| word.is_char_boundary(*at);
    let start = (3..word.len()).find(is_edge).map(|end| ["<", &word[..end]].concat());
    let end =
        (0..word.len().saturating_sub(2)).rev().find(is_edge).map(|start| [&word[start..], ">"].concat());
    start.into_iter().chain(end).map(|edge| crate::digest::text_hash(&edge))
}
