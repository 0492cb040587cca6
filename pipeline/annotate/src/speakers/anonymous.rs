//! Words that leave a source without a name.
//!
//! Answers for: `data/anonymous_sources.txt`.

use std::sync::LazyLock;

use schema::labels::UnresolvedSource;

use crate::key::Key;
use crate::lexicon::{Lexicon, rows};

static WORDS: LazyLock<Lexicon<UnresolvedSource>> = LazyLock::new(|| {
    let row = |row: Vec<&'static str>| Some((*row.first()?, UnresolvedSource::from_word(row.get(1)?)?));
    Lexicon::new(rows(include_str!("../../data/anonymous_sources.txt")).filter_map(row))
});

/// How the word with this form leaves its source without a name.
pub(super) fn of_form(form: Key) -> Option<UnresolvedSource> {
    WORDS.get(form)
}
