//! Words of closed classes.
//!
//! Answers for: `data/function_words.tsv`.

use std::sync::LazyLock;

use crate::lexicon::{Lexicon, rows};
use crate::words::Words;

/// What a word of a closed class does beside a reporting verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Determiner,
    Pronoun,
    Preposition,
    Conjunction,
    Auxiliary,
    Negation,
    Adverb,
    Time,
}

static CLASSES: LazyLock<Lexicon<Class>> = LazyLock::new(|| {
    Lexicon::new(rows(include_str!("../../data/function_words.tsv")).filter_map(|row| {
        let class = match *row.first()? {
            "determiner" => Class::Determiner,
            "pronoun" => Class::Pronoun,
            "preposition" => Class::Preposition,
            "conjunction" => Class::Conjunction,
            "auxiliary" => Class::Auxiliary,
            "negation" => Class::Negation,
            "adverb" => Class::Adverb,
            "time" => Class::Time,
            _ => return None,
        };
        Some((*row.get(1)?, class))
    }))
});

/// The class of the word at `at`; `None` for every other word.
pub(super) fn class(words: Words<'_>, at: usize) -> Option<Class> {
    let class = CLASSES.get(words.key(at))?;
    // "Theresa May", "Will Reed": an auxiliary with a capital inside a sentence is a name.
    let is_name =
        class == Class::Auxiliary && at > 0 && words.is_capitalised(at) && words.is_capitalised(at - 1);
    (!is_name).then_some(class)
}

/// Whether the word at `at` is of this class.
pub(super) fn is(words: Words<'_>, at: usize, wanted: Class) -> bool {
    class(words, at) == Some(wanted)
}

/// Whether the token at `at` is a mark.
pub(super) fn is_mark(words: Words<'_>, at: usize) -> bool {
    !words.form(at).starts_with(|first: char| {
        first.is_alphanumeric() || first == '\'' || first == '’' || first == '@' || first == '#'
    }) || matches!(words.form(at), "'" | "’" | "''")
}
