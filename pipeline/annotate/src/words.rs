//! A run of words, as the annotators read them.
//!
//! Answers for: asking what stands at a place without minding the ends of the run, which is a sentence, a
//! paragraph or an article: before its first word and behind its last stands nothing. Every place and range here counts tokens, not bytes.

use std::ops::Range;

use schema::{LanguageTag, Span, Token};

use crate::key::Key;

/// The tokens of a run with their keys.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words<'t> {
    /// The document text.
    pub(crate) text: &'t str,
    /// Its tokens.
    pub(crate) tokens: &'t [Token],
    /// The keys of the tokens, place by place.
    pub(crate) keys: &'t [Key],
    /// Its language; that of its first sentence where it has several.
    pub(crate) language: LanguageTag,
}

impl<'t> Words<'t> {
    /// How many there are.
    pub(crate) fn len(self) -> usize {
        self.tokens.len()
    }

    /// The key at `at`; none outside.
    pub(crate) fn key(self, at: usize) -> Key {
        self.keys.get(at).copied().unwrap_or(Key::NONE)
    }

    /// The key of the word `back` places before `at`; none outside.
    pub(crate) fn key_before(self, at: usize, back: usize) -> Key {
        at.checked_sub(back).map_or(Key::NONE, |place| self.key(place))
    }

    /// The text at `at`; empty outside.
    pub(crate) fn form(self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// The text before `at`; empty outside.
    pub(crate) fn form_before(self, at: usize) -> &'t str {
        at.checked_sub(1).map_or("", |place| self.form(place))
    }

    /// Where the words of a range that is not empty stand in the text.
    pub(crate) fn span(self, range: Range<usize>) -> Span {
        Span::new(self.tokens[range.start].span.start(), self.tokens[range.end - 1].span.end())
    }

    /// Whether the word at `at` is `word`.
    pub(crate) fn is(self, at: usize, word: Key) -> bool {
        self.key(at).is(word)
    }

    /// Whether these words stand from `at` on.
    pub(crate) fn are(self, at: usize, words: &[Key]) -> bool {
        words.iter().enumerate().all(|(step, word)| self.is(at + step, *word))
    }

    /// Whether no white space stands between the word at `at` and the one before it.
    pub(crate) fn adjoins(self, at: usize) -> bool {
        at > 0 && at < self.len() && self.tokens[at - 1].span.end() == self.tokens[at].span.start()
    }

    /// Whether the word at `at` starts with a capital.
    pub(crate) fn is_capitalised(self, at: usize) -> bool {
        self.form(at).starts_with(char::is_uppercase)
    }

    /// Whether the word at `at` starts with a small letter.
    pub(crate) fn is_lower(self, at: usize) -> bool {
        self.form(at).starts_with(char::is_lowercase)
    }

    /// Whether the word at `at` starts with a digit.
    pub(crate) fn is_numeric(self, at: usize) -> bool {
        self.form(at).as_bytes().first().is_some_and(u8::is_ascii_digit)
    }

    /// The whole number at `at`, written in digits alone; `None` where there is none.
    pub(crate) fn integer(self, at: usize) -> Option<u32> {
        let form = self.form(at);
        let is_plain = (1..=9).contains(&form.len()) && form.bytes().all(|byte| byte.is_ascii_digit());
        is_plain.then(|| form.parse().ok()).flatten()
    }

    /// Whether it is in Turkish.
    pub(crate) fn is_turkish(self) -> bool {
        self.language.as_str() == "tr"
    }
}
