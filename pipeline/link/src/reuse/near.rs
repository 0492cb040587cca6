//! Sentences that are nearly the same.
//!
//! Answers for: finding them without comparing all with all. Two sentences meet that share three of the rarest words of
//! both, as most do that differ in up to three words, or one of a few shingles drawn by the lowest of their hashes (MinHash),
//! as those mostly do of which one lacks a clause. Leaves to `likeness` whether they are alike.

use super::likeness::Likeness;
use super::mark::Mark;
use super::passages::Passages;
use crate::blocking::{self, Feature};
use crate::digest::pair_hash;
use crate::nearest::{Nearest, Tie};

/// The fewest words of a sentence of which there may be others that are nearly the same.
const WORDS: usize = 6;

/// How many of the rarest words of a sentence are taken, how many shingles are drawn, and how many words a shingle has.
const RAREST: usize = 6;
const DRAWN: usize = 4;
const SHINGLE: usize = 4;

/// How many keys of a sentence come of them: those of three words and of the shingles.
const KEYS: u64 = 24;

/// By how many bits a hash is turned from one draw to the next.
const TURN: u32 = 16;

/// How many ties of a sentence are looked at, at least.
const TIES: u8 = 4;

/// The ties between the sentences `distinct`, of which no two are equal: the strongest first, each between the numbers of
/// two sentences.
pub(super) fn ties(passages: &Passages<'_>, distinct: &[u32]) -> Vec<Tie> {
    let long = distinct.iter().map(|&number| (number, passages.words(number)));
    let (numbers, words): (Vec<u32>, Vec<&[u16]>) = long.filter(|(_, words)| words.len() >= WORDS).unzip();
    let weights = passages.weights();
    let mut rarest = Vec::new();
    let mut marks = Vec::with_capacity(words.len());
    for words in &words {
        weights.rarest(words, words.len().div_ceil(2), &mut rarest);
        marks.push(Mark::of(words, &rarest));
    }
    let items = u32::try_from(words.len()).unwrap_or(u32::MAX);
    let mut nearest = Nearest::new(words.len(), TIES);
    let features = |item: u32, own: &mut Vec<Feature>| {
        let words = words[item as usize];
        weights.rarest(words, RAREST, &mut rarest);
        own.extend(threes(&rarest).chain(drawn(words)).map(Feature::Alone));
    };
    blocking::pairs(items, KEYS, features, |one, other| {
        let [at, other_at] = [one, other].map(|item| item as usize);
        if marks[at].may_be_near(marks[other_at]) {
            let likeness = Likeness::of(weights, words[at], words[other_at]);
            if likeness.is_near() {
                nearest.add(Tie { strength: likeness.similarity(), one, other });
            }
        }
    });
    let mut ties = nearest.strongest_first();
    for tie in &mut ties {
        (tie.one, tie.other) = (numbers[tie.one as usize], numbers[tie.other as usize]);
    }
    ties
}

/// What each three of `words` come to, in whatever order.
fn threes(words: &[u16]) -> impl Iterator<Item = u64> {
    let hash = |&word: &u16| pair_hash(word.into(), word.into());
    let hashes: [u64; RAREST] = std::array::from_fn(|at| words.get(at).map_or(0, hash));
    let count = words.len().min(RAREST);
    (0..count).flat_map(move |first| {
        (first + 1..count).flat_map(move |second| {
            let both = hashes[first].wrapping_add(hashes[second]);
            (second + 1..count).map(move |third| both.wrapping_add(hashes[third]))
        })
    })
}

/// The shingles of `words` with the lowest hashes, the bits of which are turned further for each draw.
fn drawn(words: &[u16]) -> [u64; DRAWN] {
    let mut lowest = [u64::MAX; DRAWN];
    for shingle in words.windows(SHINGLE) {
        let hash = shingle.iter().fold(0, |all, &word| all << u16::BITS | u64::from(word));
        let mut hash = pair_hash(hash, SHINGLE as u64);
        for lowest in &mut lowest {
            *lowest = hash.min(*lowest);
            hash = hash.rotate_left(TURN);
        }
    }
    lowest
}
