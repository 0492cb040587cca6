//! Words that, in upper case behind an abbreviation, begin a new sentence.

use std::sync::LazyLock;

use crate::lexicon::Lexicon;

static STARTERS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words(include_str!("../../data/starters.txt")));

/// Whether `word`, behind an abbreviation and in upper case, begins a sentence: not `O` of `O'Brien`.
pub(super) fn is_starter(word: &str) -> bool {
    let (stem, ending) = word.split_once(['\'', '’']).unwrap_or((word, ""));
    let is_name = stem == "O" && ending.starts_with(char::is_uppercase);
    !is_name && STARTERS.contains(stem)
}
