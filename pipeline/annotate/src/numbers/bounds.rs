//! Words that bound a number.
//!
//! Answers for: `data/bounds.tsv`, and where such a word bounds nothing ("over the weekend").

use std::sync::LazyLock;

use schema::labels::{QuantityType, ValueModifier};

use super::amount::Amount;
use crate::key::{Key, key};
use crate::lexicon::{Lexicon, rows};
use crate::words::Words;

/// A phrase with what it means.
#[derive(Debug)]
struct Phrase {
    words: Vec<Key>,
    modifier: ValueModifier,
}

/// The phrases that start with one word: the places of the first of them and of the one behind the last.
#[derive(Debug, Clone, Copy)]
struct Group {
    start: usize,
    end: usize,
}

/// Phrases in groups by their first word.
#[derive(Debug)]
struct Phrases {
    phrases: Vec<Phrase>,
    by_first: Lexicon<Group>,
}

static BEFORE: LazyLock<Phrases> = LazyLock::new(|| phrases("before"));
static BEHIND: LazyLock<Phrases> = LazyLock::new(|| phrases("behind"));

fn phrases(place: &str) -> Phrases {
    let mut phrases = Vec::new();
    let mut firsts: Vec<(&str, Group)> = Vec::new();
    for row in rows(include_str!("../../data/bounds.tsv")).filter(|row| row[0] == place) {
        let modifier = ValueModifier::from_word(row[2]).expect("a test reads every row of the file");
        let first = row[1].split(' ').next().unwrap_or_default();
        match firsts.last_mut() {
            Some((word, group)) if *word == first => group.end += 1,
            _ => firsts.push((first, Group { start: phrases.len(), end: phrases.len() + 1 })),
        }
        phrases.push(Phrase { words: row[1].split(' ').map(Key::of).collect(), modifier });
    }
    Phrases { phrases, by_first: Lexicon::new(firsts) }
}

/// The bound that stands at `at`, and where the number behind it starts.
pub(super) fn before(words: Words<'_>, at: usize) -> Option<(ValueModifier, usize)> {
    longest(&BEFORE, words, at)
}

/// The bound behind a number that ends at `at`, and where the bound ends.
pub(super) fn behind(words: Words<'_>, at: usize) -> Option<(ValueModifier, usize)> {
    let hyphen = usize::from(words.is(at, key!("-")) && words.is(at + 1, key!("plus")));
    longest(&BEHIND, words, at + hyphen)
}

fn longest(phrases: &Phrases, words: Words<'_>, at: usize) -> Option<(ValueModifier, usize)> {
    let Group { start, end } = phrases.by_first.get(words.key(at))?;
    phrases.phrases[start..end]
        .iter()
        .filter(|phrase| phrase.words.iter().enumerate().all(|(step, key)| words.key(at + step) == *key))
        .max_by_key(|phrase| phrase.words.len())
        .map(|phrase| (phrase.modifier, at + phrase.words.len()))
}

/// Whether the bound at `at` bounds `amount`, and is not a preposition of place or time.
pub(super) fn allows(words: Words<'_>, at: usize, amount: &Amount) -> bool {
    if amount.kind == QuantityType::Ordinal {
        return false;
    }
    let is_time = matches!(amount.unit, Some("s" | "min" | "h" | "d" | "wk" | "mo"));
    let is_small = amount.max.is_some_and(|value| value < 10.0) && amount.kind == QuantityType::Cardinal;
    match () {
        () if words.is(at, key!("over")) => !is_time,
        () if words.is(at, key!("some")) => !is_small,
        () => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{BEFORE, BEHIND};

    #[test]
    fn every_row_names_a_modifier() {
        assert!(BEFORE.phrases.len() > 20);
        assert!(BEHIND.phrases.len() > 5);
    }
}
