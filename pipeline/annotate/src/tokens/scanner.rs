//! The one pass over a sentence that cuts it into tokens.
//!
//! Answers for: where a token starts and which kind of rule ends it. Leaves to its siblings: which marks join
//! two runs of letters, what an address is, which marks stand together, and what is split off a word.

use schema::Span;

use super::{address, clitics, joint, mark};

/// A sentence on its way to being cut.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scanner<'t> {
    /// The document text up to the end of the sentence.
    pub(super) text: &'t str,
    /// The first byte of the sentence.
    start: usize,
}

/// What kind of character a token may start with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Space,
    Word,
    Mark,
}

impl<'t> Scanner<'t> {
    /// For the sentence from `start` to the end of `text`.
    pub(super) fn new(text: &'t str, start: usize) -> Self {
        Self { text, start }
    }

    /// Gives every token to `put`, in order.
    pub(super) fn scan(self, mut put: impl FnMut(Span)) {
        let mut at = self.start;
        while let Some((class, width)) = self.class_at(at) {
            at = match class {
                Class::Space => at + width,
                Class::Mark => self.mark(at, width, &mut put),
                Class::Word => self.word(at, &mut put),
            };
        }
    }

    /// The class and the width in bytes of the character at `at`; `None` at the end.
    pub(super) fn class_at(self, at: usize) -> Option<(Class, usize)> {
        let byte = *self.text.as_bytes().get(at)?;
        Some(match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'_' => (Class::Word, 1),
            b' ' | b'\t'..=b'\r' => (Class::Space, 1),
            0..=0x7F => (Class::Mark, 1),
            _ => class_of_wide(self.text.get(at..)?.chars().next()?),
        })
    }

    /// The byte at `at`, 0 past the end.
    pub(super) fn byte(self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// The byte before `at`, a blank at the start of the sentence.
    pub(super) fn byte_before(self, at: usize) -> u8 {
        if at > self.start { self.text.as_bytes()[at - 1] } else { b' ' }
    }

    /// Where the run of letters and digits from `at` ends.
    pub(super) fn run_end(self, mut at: usize) -> usize {
        loop {
            while self.byte(at).is_ascii_alphanumeric() {
                at += 1;
            }
            match self.class_at(at) {
                Some((Class::Word, width)) => at += width,
                _ => return at,
            }
        }
    }

    /// Whether nothing but closing marks follows from `at` to the end of the sentence.
    pub(super) fn is_last(self, at: usize) -> bool {
        self.text[at..].chars().all(|mark| matches!(mark, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | ' '))
    }

    /// Puts the token that starts with the mark at `at`, gives where it ends.
    fn mark(self, at: usize, width: usize, put: &mut impl FnMut(Span)) -> usize {
        let end = mark::end(self, at).unwrap_or(at + width);
        put(Span::new(at, end));
        end
    }

    /// Puts the word that starts at `at` and what is split off it, gives where they end.
    fn word(self, at: usize, put: &mut impl FnMut(Span)) -> usize {
        let first = self.run_end(at);
        if let Some(end) = address::end(self, at, first) {
            put(Span::new(at, end));
            return end;
        }
        let joined = joint::end(self, at, first);
        let end = joint::with_full_stop(self, at, joined);
        clitics::split(self.text, Span::new(at, end), put);
        end
    }
}

/// The class of a character beyond ASCII. Marks that combine and characters without width stay in the word.
fn class_of_wide(character: char) -> (Class, usize) {
    let is_inside = character.is_alphanumeric()
        || matches!(character, '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}');
    let class = match character {
        'º' | 'ª' => Class::Mark,
        _ if is_inside => Class::Word,
        _ if character.is_whitespace() => Class::Space,
        _ => Class::Mark,
    };
    (class, character.len_utf8())
}
