//! Boundaries without a stop: a full stop was left out, or a heading, an address or a credit runs into the text.
//!
//! Answers for: cutting a sentence before a word that can only begin one: a pronoun or conjunction with a
//! capital behind a word in lower case (`... to the police He denied it`), or a credit (`... the bridge Photo:`).
//! Leaves to others: everything a mark shows.

use std::sync::LazyLock;

use schema::Span;

use super::gap::Gap;
use super::junction::Signs;
use super::turkish;
use crate::lexicon::Lexicon;

/// What a listed word must have around it to begin a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// A word in lower case on both sides.
    Clause,
    /// A colon behind it.
    Credit,
}

static LEADS: LazyLock<Lexicon<Lead>> = LazyLock::new(|| {
    Lexicon::parse(include_str!("../../data/leads.tsv"), |class| match class {
        "clause" => Some(Lead::Clause),
        "credit" => Some(Lead::Credit),
        _ => None,
    })
});

pub(super) static LINKING: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words(include_str!("../../data/linking_words.txt")));

/// The bytes of `sentence`, which has these gaps, before which a sentence begins without a stop, in order.
pub(super) fn starts(text: &str, sentence: Span, gaps: &[Gap], signs: Signs) -> impl Iterator<Item = usize> {
    let bytes = &text.as_bytes()[..sentence.end()];
    gaps.iter().map(|gap| gap.at).filter(move |&at| {
        let is_turkish = signs.is_turkish && (bytes[at].is_ascii_uppercase() || bytes[at] >= TWO_BYTES);
        (is_turkish || bytes[at].is_ascii_uppercase())
            && (begins(text, sentence, at) || is_turkish && turkish::begins(text, sentence, at))
    })
}

/// The first byte of characters beyond ASCII.
const TWO_BYTES: u8 = 0xC2;

/// Whether the capital at `at`, behind a space, begins a sentence.
fn begins(text: &str, sentence: Span, at: usize) -> bool {
    let before = &text.as_bytes()[sentence.start()..at - 1];
    let is_marked = before.last().is_some_and(u8::is_ascii_punctuation);
    if is_marked { follows_face(before) } else { is_lead(text, sentence, at) }
}

/// Whether the word at `at`, with no mark before it, is listed and stands as it must.
fn is_lead(text: &str, sentence: Span, at: usize) -> bool {
    let rest = &text[at..sentence.end()];
    let is_end = |byte: u8| byte.is_ascii_punctuation() || byte == b' ';
    let (word, behind) = rest.split_at(rest.bytes().position(is_end).unwrap_or(rest.len()));
    if behind.starts_with(": ") {
        return LEADS.get(word) == Some(Lead::Credit) && follows_text(text, sentence, at);
    }
    let goes_on = behind.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_lowercase));
    goes_on
        && LEADS.get(word) == Some(Lead::Clause)
        && word.chars().skip(1).all(char::is_lowercase)
        && follows_low_word(text, sentence, at)
}

/// Whether the text before ends in a face drawn with marks: `:)`, `;-(`, `=)`.
fn follows_face(before: &[u8]) -> bool {
    matches!(before, [.., b':' | b';' | b'=', b')' | b'('] | [.., b':' | b';', b'-', b')' | b'('])
}

/// Whether several words stand before `at`, the last of them no label in capitals.
fn follows_text(text: &str, sentence: Span, at: usize) -> bool {
    let mut words = text[sentence.start()..at].split_whitespace().rev();
    let is_word = |word: &str| word.ends_with(char::is_alphanumeric) && word.contains(char::is_lowercase);
    words.next().is_some_and(is_word) && words.nth(2).is_some()
}

/// Whether the word before the space before `at` is all in lower case.
fn follows_low_word(text: &str, sentence: Span, at: usize) -> bool {
    let before = &text[sentence.start()..at - 1];
    let word = before.rsplit(' ').next().unwrap_or_default();
    word.chars().count() > 1 && word.chars().all(char::is_lowercase) && !LINKING.contains(word)
}
