//! The words on both sides of a stop.
//!
//! Answers for: what the token before a stop is and how the text behind it begins. No list is asked here.

use super::stop::Stop;

/// How far back, in bytes, the token before a stop is looked for.
const REACH: usize = 48;

/// What stands before a stop.
#[derive(Debug, Clone, Copy)]
pub(super) struct Left<'t> {
    /// The token that the stop touches, without the stop; empty where a space or a mark stands there.
    pub token: &'t str,
    /// The text of the sentence before the token.
    pub before: &'t str,
}

/// What a sentence could begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// A letter in upper case.
    Upper,
    /// A letter in lower case.
    Lower,
    /// A digit.
    Digit,
    /// A letter of a script without case.
    Caseless,
    /// A mark that opens nothing: a dash, a bullet, a symbol.
    Mark(char),
    /// Nothing.
    End,
}

/// What stands behind a stop.
#[derive(Debug, Clone, Copy)]
pub(super) struct Right<'t> {
    /// Whether white space stands between.
    pub is_spaced: bool,
    /// Where the text behind begins: opening marks included, white space not.
    pub start: usize,
    /// The opening quotation marks and brackets.
    pub openers: &'t str,
    /// What comes behind them.
    pub opening: Opening,
    /// The first word behind them, letters, digits and inner apostrophes; may be empty.
    pub word: &'t str,
    /// All of the text behind them.
    pub rest: &'t str,
}

impl<'t> Left<'t> {
    /// What stands before `stop` in the sentence that starts at `start`.
    pub(super) fn of(text: &'t str, start: usize, stop: &Stop) -> Self {
        let sentence = &text[start..stop.start];
        let from = sentence.len().saturating_sub(REACH);
        let from =
            (from..=sentence.len()).find(|&at| sentence.is_char_boundary(at)).unwrap_or(sentence.len());
        let token_at = sentence[from..].rfind(is_edge).map_or(from, |at| {
            let edge = from + at;
            edge + sentence[edge..].chars().next().map_or(1, char::len_utf8)
        });
        Self { token: &sentence[token_at..], before: &sentence[..token_at] }
    }

    /// Whether the token opens its sentence.
    pub(super) fn is_first(&self) -> bool {
        !self.before.contains(char::is_alphanumeric)
    }

    /// The last character of the token.
    pub(super) fn last(&self) -> Option<char> {
        self.token.chars().next_back()
    }

    /// The word before the token, with what sticks to it.
    pub(super) fn previous(&self) -> &'t str {
        self.before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default()
    }
}

impl<'t> Right<'t> {
    /// What stands behind `at` in `text`.
    pub(super) fn of(text: &'t str, at: usize) -> Self {
        let behind = &text[at..];
        let trimmed = behind.trim_start();
        let start = text.len() - trimmed.len();
        let rest = trimmed.trim_start_matches(is_opener);
        let word_len = rest.find(|c: char| !c.is_alphanumeric() && !is_apostrophe(c)).unwrap_or(rest.len());
        Self {
            is_spaced: trimmed.len() < behind.len(),
            start,
            openers: &trimmed[..trimmed.len() - rest.len()],
            opening: opening(rest),
            word: &rest[..word_len],
            rest,
        }
    }
}

impl Right<'_> {
    /// Whether a dash or a bullet stands here and a new sentence behind it: `- Then`.
    pub(super) fn begins_item(&self) -> bool {
        let behind = self.rest.trim_start_matches(['-', '–', '—', '•', '*', '·', '‣']);
        let item = behind.trim_start();
        behind.len() < self.rest.len() && item.len() < behind.len() && item.starts_with(char::is_uppercase)
    }
}

fn opening(rest: &str) -> Opening {
    match rest.chars().next() {
        None => Opening::End,
        Some(c) if c.is_uppercase() => Opening::Upper,
        Some(c) if c.is_lowercase() => Opening::Lower,
        Some(c) if c.is_numeric() => Opening::Digit,
        Some(c) if c.is_alphabetic() => Opening::Caseless,
        Some(c) => Opening::Mark(c),
    }
}

/// Whether a token ends before this character.
fn is_edge(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '(' | '['
                | '{'
                | '"'
                | '“'
                | '”'
                | '‘'
                | '«'
                | '„'
                | '/'
                | '—'
                | '–'
                | '-'
                | ','
                | ';'
                | ':'
                | ')'
                | ']'
        )
}

/// Whether this character opens a quotation or a bracket.
pub(super) const fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '“' | '‘' | '”' | '’' | '„' | '«' | '‹' | '(' | '[' | '{' | '¿' | '¡' | '「' | '『'
    )
}

pub(super) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}
