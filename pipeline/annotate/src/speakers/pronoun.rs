//! Pronouns that a source may be.
//!
//! Answers for: which they are. Leaves to others: for whom they stand (`scene`).

use schema::labels::Upos;

use super::nominal::Sex;
use crate::key::keys;
use crate::syntax::Parse;

/// What a pronoun points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pronoun {
    /// Whoever speaks: `I`, `we`.
    First,
    /// Whoever is spoken to.
    Second,
    /// A person: `he`, `her`.
    Person(Sex),
    /// A body: `it`.
    Body,
    /// Several: `they`.
    Many,
    /// What the clause belongs to: `who`.
    Relative,
}

/// The pronoun at `at`.
pub(super) fn at(parse: Parse<'_>, at: usize) -> Option<Pronoun> {
    // "US" and "WHO" are names.
    let form = Some(parse.words.key(at)).filter(|_| parse.upos(at) == Some(Upos::Pron))?;
    Some(match form {
        _ if form.is_any(&keys!["he", "him", "his", "himself"]) => Pronoun::Person(Sex::Male),
        _ if form.is_any(&keys!["she", "her", "hers", "herself"]) => Pronoun::Person(Sex::Female),
        _ if form.is_any(&keys!["it", "its", "itself"]) => Pronoun::Body,
        _ if form.is_any(&keys!["they", "them", "their", "theirs", "themselves"]) => Pronoun::Many,
        _ if form.is_any(&keys!["who", "whom", "whose", "which", "that"]) => Pronoun::Relative,
        _ if form.is_any(&keys!["i", "me", "my", "myself", "we", "us", "our", "ourselves"]) => Pronoun::First,
        _ if form.is_any(&keys!["you", "your", "yourself", "yourselves"]) => Pronoun::Second,
        _ => return None,
    })
}
