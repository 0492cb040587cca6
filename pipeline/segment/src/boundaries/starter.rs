//! Words that, in upper case behind an abbreviation, begin a new sentence.

use std::sync::LazyLock;

use crate::lexicon::Lexicon;

static STARTERS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words(include_str!("../../data/starters.txt")));

/// Whether `word`, behind an abbreviation and in upper case, begins a sentence.
pub(super) fn is_starter(word: &str) -> bool {
    let stem = word.split(['\'', '’']).next().unwrap_or(word);
    STARTERS.contains(stem)
}
