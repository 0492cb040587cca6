//! Sentences that are nearly the same.
//!
//! Answers for: finding them without comparing all with all. Two sentences meet that share two of the rarest words of
//! both, as any two do that differ in no more than three words, or one of a few shingles drawn by the lowest of their hashes
//! (MinHash), as those mostly do of which one lacks a clause. Leaves to `likeness` whether they are alike.

use super::passages::Passages;
use crate::blocking::{self, Feature};
use crate::digest::pair_hash;
use crate::nearest::{Nearest, Tie};

/// The fewest words of a sentence of which there may be others that are nearly the same.
const WORDS: usize = 6;

/// How many of the rarest words of a sentence are taken, how many shingles are drawn, and how many words a shingle has.
const RAREST: usize = 5;
const DRAWN: u64 = 4;
const SHINGLE: usize = 4;

/// How many ties of a sentence are looked at, at least.
const TIES: u8 = 4;

/// The ties between the sentences `distinct`, of which no two are equal: the strongest first, each between the numbers of
/// two sentences.
pub(super) fn ties(passages: &Passages<'_>, distinct: &[u32]) -> Vec<Tie> {
    let long: Vec<u32> =
        distinct.iter().copied().filter(|&number| passages.words(number).len() >= WORDS).collect();
    let items = u32::try_from(long.len()).unwrap_or(u32::MAX);
    let mut nearest = Nearest::new(long.len(), TIES);
    let mut rarest = Vec::new();
    let features = |item: u32, own: &mut Vec<Feature>| {
        let words = passages.words(long[item as usize]);
        passages.weights().rarest(words, &mut rarest);
        own.extend(rarest.iter().take(RAREST).map(|&(_, word)| Feature::Paired(word.into())));
        own.extend((0..DRAWN).filter_map(|draw| drawn(words, draw)).map(Feature::Alone));
    };
    blocking::pairs(items, RAREST + 1, features, |one, other| {
        let likeness = passages.likeness(long[one as usize], long[other as usize]);
        if likeness.is_near() {
            nearest.add(Tie { strength: likeness.similarity(), one, other });
        }
    });
    let mut ties = nearest.strongest_first();
    for tie in &mut ties {
        (tie.one, tie.other) = (long[tie.one as usize], long[tie.other as usize]);
    }
    ties
}

/// The shingle of `words` with the lowest hash, the hashes being other ones for each `draw`.
fn drawn(words: &[u16], draw: u64) -> Option<u64> {
    let shingle = |words: &[u16]| words.iter().fold(0, |all, &word| all << u16::BITS | u64::from(word));
    words.windows(SHINGLE).map(shingle).min_by_key(|&shingle| pair_hash(shingle, draw))
}
