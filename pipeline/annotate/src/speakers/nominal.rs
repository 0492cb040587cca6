//! Nouns that stand for one person or one body.
//!
//! Answers for: `data/nominals.tsv`, what a noun stands for and the sex that it tells, and
//! `data/title_abbreviations.tsv`. Leaves to others: for whom it
//! stands in an article (`scene`).

use std::sync::LazyLock;

use crate::key::{Key, keys};
use crate::lexicon::{Lexicon, rows};
use crate::syntax::Parse;

/// The sex that words tell of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sex {
    Female,
    Male,
}

/// What a noun stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nominal {
    /// A person, and the sex if the noun tells it.
    Person(Option<Sex>),
    /// An organisation, a state or a place that can speak.
    Body,
}

static NOMINALS: LazyLock<Lexicon<Nominal>> = LazyLock::new(|| {
    let file = include_str!("../../data/nominals.tsv");
    Lexicon::new(rows(file).filter_map(|row| {
        let [noun, kind, sex] = row[..] else { return None };
        let sex = match sex {
            "f" => Some(Sex::Female),
            "m" => Some(Sex::Male),
            _ => None,
        };
        Some((noun, if kind == "person" { Nominal::Person(sex) } else { Nominal::Body }))
    }))
});

/// Abbreviated titles, each with its noun.
static ABBREVIATIONS: LazyLock<Lexicon<Key>> = LazyLock::new(|| {
    let file = include_str!("../../data/title_abbreviations.tsv");
    Lexicon::new(rows(file).filter_map(|row| Some((*row.first()?, Key::of(row.get(1)?)))))
});

/// The lemma of the noun at `at`: in full where it is an abbreviated title.
pub(super) fn noun(parse: Parse<'_>, at: usize) -> Key {
    let form = parse.words.form(at);
    let is_title = form.len() < 6 && parse.words.is_capitalised(at);
    let full = if is_title { ABBREVIATIONS.get(Key::of(form.trim_end_matches('.'))) } else { None };
    full.unwrap_or_else(|| parse.lemma(at))
}

/// What the noun with this lemma stands for.
pub(super) fn of_lemma(lemma: Key) -> Option<Nominal> {
    NOMINALS.get(lemma)
}

/// Whether a noun behind an organisation's name says what that is: `the Nordlight news agency`.
pub(super) fn is_class_of_body(noun: Key) -> bool {
    noun.is_any(&keys![
        "agency",
        "newspaper",
        "paper",
        "daily",
        "weekly",
        "tabloid",
        "magazine",
        "journal",
        "broadcaster",
        "channel",
        "television",
        "radio",
        "tv",
        "station",
        "outlet",
        "website",
        "site",
        "network",
        "company",
        "firm",
        "group",
        "corporation",
        "party",
        "bank",
        "airline",
        "union",
        "charity",
        "movement",
        "organisation",
        "organization",
        "association",
        "club",
        "service",
    ])
}

/// Whether an adjective tells one office from another.
pub(super) fn is_of_office(adjective: Key) -> bool {
    adjective.is_any(&keys![
        "prime", "foreign", "interior", "former", "deputy", "vice", "senior", "junior", "acting", "new",
        "old", "first", "second", "third", "other", "late", "current", "previous", "general", "federal",
        "local", "young",
    ])
}
