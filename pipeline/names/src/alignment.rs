//! The words of two names, side by side.
//!
//! Answers for: which word of one name stands for which of the other, what the pairs cost, and which words stand for none.
//! Leaves to others: what words a name has, and what a word without a counterpart means (`likeness`).

use strsim::osa_distance;

use crate::phonetics::sound;
use crate::{given_names, nicknames};

/// What an edit costs: a letter more, less or other, or two turned round. Half of it where the sound stays.
const EDIT: f32 = 0.2;

/// The most edits that a pair of words may need.
const MOST_EDITS: f32 = 2.0;

/// The largest share of the letters of the longer word that may be edited.
const SHARE: f32 = 0.34;

/// The shortest word that may be another but for its sound, in letters.
const SHORT: usize = 4;

/// What two forms of a name cost, an initial for a name, and a short form of it.
const FORM: f32 = 0.03;
const INITIAL: f32 = 0.05;
const NICKNAME: f32 = 0.15;

/// How much a word tells of whose name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    /// It is the name.
    Full,
    /// It says little: how far a company reaches, what stands in brackets.
    Light,
    /// It says nothing: a legal form, "of".
    None,
}

/// A word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Folded, in Latin letters.
    pub(crate) text: String,
    /// How it sounds.
    sound: String,
    pub(crate) weight: Weight,
}

impl Word {
    /// The word that is folded as `text`.
    pub(crate) fn of(text: String, weight: Weight) -> Self {
        Self { sound: sound(&text), text, weight }
    }

    /// Whether it is one letter.
    pub(crate) fn is_initial(&self) -> bool {
        self.text.len() == 1 && self.text.bytes().all(|byte| byte.is_ascii_alphabetic())
    }

    /// How many edits lead from one to the other, those that keep the sound as half.
    pub(crate) fn edits(&self, other: &Self) -> f32 {
        let letters = osa_distance(&self.text, &other.text);
        let sounds = osa_distance(&self.sound, &other.sound);
        (letters + sounds) as f32 / 2.0
    }

    /// What it costs to take one for the other misspelt or otherwise romanised; `None` where they are too far apart.
    pub(crate) fn spelling_cost(&self, other: &Self) -> Option<f32> {
        if self.text == other.text {
            return Some(0.0);
        }
        let (shorter, longer) =
            (self.text.len().min(other.text.len()), self.text.len().max(other.text.len()));
        if longer - shorter > 4 {
            return None;
        }
        let edits = self.edits(other);
        let most = if longer < SHORT { EDIT } else { MOST_EDITS };
        (edits <= most && edits / longer as f32 <= SHARE).then_some(edits * EDIT)
    }

    /// What it costs to take one for the other in a person's name; `None` where they are of two names.
    pub(crate) fn personal_cost(&self, other: &Self) -> Option<f32> {
        if self.text == other.text {
            return Some(0.0);
        }
        if self.is_initial() || other.is_initial() {
            return (self.text.chars().next() == other.text.chars().next()).then_some(INITIAL);
        }
        if nicknames::are_of_one_name(&self.text, &other.text) {
            return Some(NICKNAME);
        }
        match given_names::are_one(&self.text, &other.text) {
            Some(true) => Some(FORM),
            Some(false) => None,
            None => self.spelling_cost(other),
        }
    }
}

/// The pairs of words of two names.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Alignment {
    /// For each word of the first name the place of its counterpart.
    pub(crate) pairs: Vec<Option<usize>>,
    /// What the pairs cost together.
    pub(crate) cost: f32,
    /// The places of the words of the second name that stand for none of the first.
    pub(crate) left: Vec<usize>,
}

impl Alignment {
    /// The pairs of `one` and `other`, the cheapest first; words in the same place before others.
    pub(crate) fn of(one: &[Word], other: &[Word], cost: fn(&Word, &Word) -> Option<f32>) -> Self {
        let mut costs = Vec::new();
        for (at, word) in one.iter().enumerate() {
            let paired =
                other.iter().enumerate().filter_map(|(with, other)| Some((cost(word, other)?, at, with)));
            costs.extend(paired);
        }
        costs.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.abs_diff(a.2).cmp(&b.1.abs_diff(b.2))));
        let (mut pairs, mut is_left, mut sum) = (vec![None; one.len()], vec![true; other.len()], 0.0);
        for (cost, at, with) in costs {
            if pairs[at].is_none() && is_left[with] {
                (pairs[at], is_left[with]) = (Some(with), false);
                sum += cost;
            }
        }
        let left = (0..other.len()).filter(|&with| is_left[with]).collect();
        Self { pairs, cost: sum, left }
    }

    /// The places of the words of the first name that have no counterpart.
    pub(crate) fn missing(&self) -> Vec<usize> {
        (0..self.pairs.len()).filter(|&at| self.pairs[at].is_none()).collect()
    }

    /// How the order of the pairs in the second name stands to that in the first.
    pub(crate) fn order(&self) -> Order {
        let places: Vec<usize> = self.pairs.iter().flatten().copied().collect();
        let falls = places.windows(2).filter(|pair| pair[0] > pair[1]).count();
        match (falls, places.first(), places.last()) {
            (0, ..) => Order::Same,
            (1, Some(first), Some(last)) if last < first => Order::Rotated,
            (_, first, _) if first == places.iter().min() => Order::Shuffled,
            _ => Order::Other,
        }
    }
}

/// How two orders of words stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// They are one.
    Same,
    /// What begins one ends the other: the surname first.
    Rotated,
    /// Both begin with the same word.
    Shuffled,
    /// Anything else.
    Other,
}

/// Joins words of `one` that stand next to each other and are one word of `other`; initials are no part of a word.
pub(crate) fn join_split(one: &mut Vec<Word>, other: &[Word]) {
    let mut at = 0;
    while at < one.len() {
        let joined = (2..=3).filter(|count| at + count <= one.len()).find_map(|count| {
            let parts = &one[at..at + count];
            if parts.iter().any(Word::is_initial) {
                return None;
            }
            let text: String = parts.iter().map(|word| word.text.as_str()).collect();
            let word = Word::of(text, Weight::Full);
            other.iter().any(|other| other.sound == word.sound).then_some((count, word))
        });
        if let Some((count, word)) = joined {
            one.splice(at..at + count, [word]);
        }
        at += 1;
    }
}
