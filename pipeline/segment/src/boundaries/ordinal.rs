//! Ordinal numbers written with a full stop: `19. Aralık`, `3. Liga`, `II. Mehmet`.
//!
//! Answers for: whether a number and the word behind it are one expression.

use std::sync::LazyLock;

use super::context::{Left, Opening, Right};
use crate::lexicon::Lexicon;

static COUNTED: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words(include_str!("../../data/counted.txt")));

/// Whether the token before a full stop is an ordinal number of what follows.
pub(super) fn continues(left: &Left<'_>, right: &Right<'_>) -> bool {
    let is_number = (1..4).contains(&left.token.len()) && left.token.bytes().all(|b| b.is_ascii_digit());
    let is_roman = !left.token.is_empty() && left.token.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    right.opening == Opening::Upper && (is_number || is_roman) && COUNTED.contains(right.word)
}
