//! Turkish sentences that begin without a stop before them: behind a heading, an ingredient, a lost full stop.
//!
//! Answers for: telling a capitalised word that can only begin a sentence from one that may be a name. Names take
//! their endings behind an apostrophe, so a word with the bare ending of a verb is none; the everyday words are
//! listed. Leaves to others: everything a mark shows.

use std::sync::LazyLock;

use memchr::memchr2_iter;
use schema::Span;

use super::unmarked::LINKING;
use crate::lexicon::Lexicon;

static WORDS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words(include_str!("../../data/turkish_words.txt")));
static ENDINGS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words(include_str!("../../data/turkish_endings.txt")));

/// The shortest stem, in characters, before an ending.
const STEM: usize = 2;

/// Text in Turkish holds one of its own letters in so many bytes or fewer.
const RARITY: usize = 40;

/// Whether `text` is in Turkish by its letters: `ğ`, `ı`, `ş`, `İ`, of which others share few.
pub(super) fn is_turkish(text: &str) -> bool {
    let letters = memchr2_iter(0xC4, 0xC5, text.as_bytes()).count();
    letters * RARITY > text.len()
}

/// Whether the word at `at` of `text`, behind a space, begins a sentence inside `sentence`: it can be no name, a
/// word in lower case stands behind it, and before it a plain word, a heading in capitals, a comma or a bracket.
pub(super) fn begins(text: &str, sentence: Span, at: usize) -> bool {
    let rest = &text[at..sentence.end()];
    if !rest.starts_with(char::is_uppercase) {
        return false;
    }
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let behind = &rest[word.len()..];
    let behind = behind.strip_prefix(',').unwrap_or(behind);
    let goes_on = behind.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_lowercase));
    goes_on && is_no_name(word) && follows_end(&text[sentence.start()..at])
}

fn is_no_name(word: &str) -> bool {
    let is_plain = word.chars().skip(1).all(char::is_lowercase);
    let mut ends = word.char_indices().skip(STEM).map(|(at, _)| &word[at..]);
    is_plain && (WORDS.contains(word) || ends.any(|end| ENDINGS.contains(end)))
}

/// Whether a sentence can end with `before` though no stop closes it.
fn follows_end(before: &str) -> bool {
    let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let bare = word.strip_suffix([',', ')']).unwrap_or(word);
    let letters = bare.chars().count();
    let is_low = letters > 1 && bare.chars().all(char::is_lowercase) && !LINKING.contains(bare);
    is_low || (letters > 2 && bare.chars().all(char::is_uppercase))
}
