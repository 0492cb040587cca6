//! Words for people.
//!
//! Answers for: `data/people.tsv`, whether a word stands for people, and which side it puts them on.

use std::sync::LazyLock;

use schema::Mention;
use schema::labels::{EntityType, Party, Relation, Upos};

use crate::key::{Key, key, keys};
use crate::lexicon::{Lexicon, rows};
use crate::syntax::Parse;

/// What the lexicon says of a noun for people.
#[derive(Debug, Clone, Copy)]
struct Noun {
    /// The side that it tells, if any.
    party: Option<Party>,
}

static PEOPLE: LazyLock<Lexicon<Noun>> = LazyLock::new(|| {
    Lexicon::new(
        rows(include_str!("../../data/people.tsv"))
            .filter_map(|row| Some((*row.first()?, Noun { party: Party::from_word(row.get(1)?) }))),
    )
});

/// Whether this is the singular of a noun for people.
pub(crate) fn is_noun_for_one(word: Key) -> bool {
    PEOPLE.get(word).is_some() && !word.is_any(&keys!["people", "more", "other", "police"])
}

/// Whether the noun, pronoun, number or name at `at` stands for people.
pub(super) fn is_person(parse: Parse<'_>, at: usize, mentions: &[Mention]) -> bool {
    match parse.upos(at) {
        Some(Upos::Num) => true,
        Some(Upos::Pron) => is_pronoun(parse, at),
        Some(Upos::Det) => parse.relation(at) != Relation::Det && is_pronoun(parse, at),
        _ if parse.words.is(at, key!("self")) => true,
        Some(Upos::Propn) => name(parse, at, mentions).is_some() || noun(parse, at).is_some(),
        _ => noun(parse, at).is_some(),
    }
}

/// The noun for people at `at`.
fn noun(parse: Parse<'_>, at: usize) -> Option<Noun> {
    PEOPLE
        .get(parse.lemma(at))
        .or_else(|| PEOPLE.get(parse.words.key(at)))
        .or_else(|| age(parse, at).or_else(|| ordinal(parse, at)))
}

/// "A second", "a third", where no noun follows.
fn ordinal(parse: Parse<'_>, at: usize) -> Option<Noun> {
    let is_ordinal = parse.words.key(at).is_any(&keys!["second", "third", "fourth", "fifth", "sixth"]);
    let is_led = parse.words.key_before(at, 1).is_any(&keys!["a", "the"]);
    (is_ordinal && is_led && parse.upos(at + 1) != Some(Upos::Noun)).then_some(Noun { party: None })
}

/// "A 22-year-old", "an eight-year-old", as a noun.
fn age(parse: Parse<'_>, at: usize) -> Option<Noun> {
    let is_old = parse.words.key(at).is_any(&keys!["old", "olds"]);
    (is_old && parse.words.form_before(at) == "-").then_some(Noun { party: None })
}

fn is_pronoun(parse: Parse<'_>, at: usize) -> bool {
    parse.words.key(at).is_any(&keys![
        "he",
        "she",
        "him",
        "her",
        "himself",
        "herself",
        "self",
        "one",
        "another",
        "someone",
        "somebody",
        "both",
        "who",
        "they",
        "them",
        "themselves",
        "others",
        "all",
        "several",
        "many",
    ])
}

/// The name of a person that the word at `at` belongs to: its place among the mentions.
pub(crate) fn name(parse: Parse<'_>, at: usize, mentions: &[Mention]) -> Option<usize> {
    let span = parse.words.tokens.get(at)?.span;
    let place = mentions.partition_point(|mention| mention.span.end() <= span.start());
    mentions
        .get(place)
        .filter(|mention| mention.kind == EntityType::Person && mention.span.contains(span))
        .map(|_| place)
}

/// Which side the word for people at `at` puts them on.
pub(super) fn party(parse: Parse<'_>, at: usize) -> Party {
    let own = noun(parse, at).and_then(|noun| noun.party);
    let described = || parse.children(at).find_map(|child| noun(parse, child)?.party);
    own.or_else(described).unwrap_or(Party::Victim)
}

/// Whether the word at `at` means one person: a noun in the singular, a name or a pronoun.
pub(super) fn is_one(parse: Parse<'_>, at: usize) -> bool {
    let words = parse.words;
    match parse.upos(at) {
        Some(Upos::Pron | Upos::Det) => words.key(at).is_any(&keys![
            "he", "she", "him", "her", "himself", "herself", "self", "one", "another", "someone", "somebody",
        ]),
        Some(Upos::Num) => words.is(at, key!("one")),
        Some(Upos::Propn) => true,
        _ => is_singular(parse, at),
    }
}

/// Whether the noun at `at` stands in the singular.
fn is_singular(parse: Parse<'_>, at: usize) -> bool {
    let words = parse.words;
    let is_base = parse.lemma(at) == words.key(at) || words.is(at, key!("old"));
    is_base && !words.key(at).is_any(&keys!["people", "more", "police", "others", "other"])
        || words.is(at, key!("other")) && words.key_before(at, 1).is_any(&keys!["the", "one"])
}
