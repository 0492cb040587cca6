//! Junctions: the places inside a sentence of the rules at which the model is asked whether another begins.
//!
//! Answers for: finding them, and what is noted about each as numbers of features. Places where the rules or the
//! form of news forbid a boundary are none: behind abbreviations, initials and bullets, in datelines, before the
//! day of a time. The weights of the features are `model`'s.

use std::slice;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use schema::Span;

use super::abbreviation::{self, goes_with_time as is_day};
use super::gap::Gap;
use super::token::{Edge, Letters, Token};
use super::turkish;
use super::unmarked::LINKING;

/// How many features a junction has.
pub const FEATURES: usize = 16;

/// How many bits the number of a feature has.
pub const FEATURE_BITS: u32 = 17;

/// A place where a sentence could begin without the rules seeing it.
#[derive(Debug, Clone, Copy)]
pub struct Junction {
    /// The byte of the block at which the sentence would begin.
    pub at: usize,
    /// Whether the block ends in a stop.
    pub manner: Manner,
    /// The numbers of its features.
    pub features: [u32; FEATURES],
}

/// How the writer of a block treats the ends of sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// The block ends in a stop: others are rarely left out.
    Closed,
    /// It does not.
    Open,
}

/// What all junctions of a block share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signs {
    manner: Manner,
    code: u32,
    /// Whether the block is in Turkish, which has rules of its own and no model.
    pub is_turkish: bool,
    /// Whether the address of a page may stand in it.
    pub has_pages: bool,
}

impl Signs {
    /// Those of the block `text`.
    pub(super) fn of(text: &str) -> Self {
        let manner = if is_closed(text) { Manner::Closed } else { Manner::Open };
        let begins_low = text.starts_with(|c: char| c.is_ascii_lowercase());
        let code = u32::from(manner == Manner::Closed) | u32::from(begins_low) << 1;
        Self {
            manner,
            code,
            is_turkish: turkish::is_turkish(text),
            has_pages: PAGE.find(text.as_bytes()).is_some(),
        }
    }
}

/// What the address of a page begins with.
static PAGE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("http"));

/// Whether `text` ends in a stop.
fn is_closed(text: &str) -> bool {
    text.trim_end_matches(['"', '\'', '”', '’', ')', ' ', '\n']).ends_with(['.', '!', '?', '…'])
}

/// The junctions of one sentence of the rules, in order.
pub(super) struct Junctions<'t> {
    text: &'t str,
    sentence: Span,
    signs: Signs,
    /// The gaps that are left.
    gaps: slice::Iter<'t, Gap>,
    /// Number of the word that leads the sentence, and whether the sentence ends in a stop.
    frame: Option<(u32, bool)>,
    /// What stood beside the last place of which anything was noted.
    last: Option<Sides>,
}

impl<'t> Junctions<'t> {
    /// Those of `sentence`, which has these gaps, in the block `text`; none where it is in Turkish.
    pub(super) fn of(text: &'t str, sentence: Span, gaps: &'t [Gap], signs: Signs) -> Self {
        let gaps = if signs.is_turkish { [].iter() } else { gaps.iter() };
        Self { text, sentence, signs, gaps, frame: None, last: None }
    }

    /// Whether the bytes beside the gap leave it open that a sentence begins there.
    fn may_begin(&self, gap: &Gap) -> bool {
        let bytes = &self.text.as_bytes()[..self.sentence.end()];
        let last = bytes[gap.at - 2];
        let is_inner = last == b',' && gap.count > SALUTATION
            || may_be_inner(last) && self.is_deep(gap)
            || bytes[gap.at].is_ascii_lowercase() && never_ends(last);
        !is_inner || bytes[gap.at..].starts_with(b"http")
    }

    /// Whether the model is asked at the place between these two.
    fn is_junction(&self, gap: &Gap, previous: Token, next: Token) -> bool {
        let text = self.text;
        let is_page = next.of(text).starts_with("http");
        let is_asked = match (previous.last(text), next.first(text)) {
            (Edge::Lower, Edge::Upper) => !links(previous.of(text)) && !is_day(next.core(text)),
            (Edge::Upper, Edge::Upper) => !is_day(next.core(text)),
            (Edge::Mark(b'.'), Edge::Upper | Edge::Digit) => !is_short(previous.core(text)),
            (Edge::Mark(b'.'), Edge::Dash | Edge::Mark(b'-' | b'(')) => !is_listed(previous.core(text)),
            (Edge::Dash, Edge::Upper | Edge::Digit) | (Edge::Mark(b':'), Edge::Lower) | (_, Edge::None) => {
                false
            }
            (Edge::Lower, Edge::Lower) => is_page && !links(previous.of(text)),
            (Edge::Mark(b',' | b'"') | Edge::Quote, Edge::Lower) => is_page,
            _ => true,
        };
        is_asked
            && self.has_words(gap)
            && (gap.has_low || !(previous.is_bullet(text) || next.is_bullet(text)))
    }

    /// Whether the place is past the head of a sentence whose writer does not leave out stops.
    fn is_deep(&self, gap: &Gap) -> bool {
        self.signs.manner == Manner::Closed && gap.count > HEAD
    }

    /// Whether a letter or digit stands in the sentence before the gap.
    fn has_words(&self, gap: &Gap) -> bool {
        gap.has_low || self.text[self.sentence.start()..gap.at].contains(char::is_alphanumeric)
    }

    fn frame(&mut self) -> (u32, bool) {
        let (text, sentence) = (self.text, self.sentence);
        *self.frame.get_or_insert_with(|| {
            let first = Token::next(text, sentence.start(), sentence.end());
            let lead = first.map_or(0, |token| Letters::of(token.core(text)).word);
            (lead, is_closed(sentence.of(text)))
        })
    }

    /// What stands beside the place between these two; from the place before, what was noted there.
    fn sides(&mut self, previous: Token, next: Token) -> Sides {
        let (text, start, end) = (self.text, self.sentence.start(), self.sentence.end());
        let after = View::of(text, Token::next(text, next.end, end));
        let sides = match self.last {
            Some(last) if last.next.token == Some(previous) => {
                Sides { earlier: last.previous, previous: last.next, next: last.after, after }
            }
            _ => Sides {
                earlier: View::of(text, Token::before(text, start, previous.start)),
                previous: View::of(text, Some(previous)),
                next: View::of(text, Some(next)),
                after,
            },
        };
        *self.last.insert(sides)
    }

    fn junction(&mut self, gap: &Gap, previous: Token, next: Token) -> Junction {
        let (lead, is_closed) = self.frame();
        let left = bucket(gap.count as usize) | u32::from(gap.has_low) << 4;
        let right = bucket((self.sentence.end() - next.start) / WORD) | u32::from(is_closed) << 4;
        let position = Position { left, right, signs: self.signs.code, lead };
        let features = self.sides(previous, next).features(&position);
        Junction { at: next.start, manner: self.signs.manner, features }
    }
}

impl Iterator for Junctions<'_> {
    type Item = Junction;

    fn next(&mut self) -> Option<Junction> {
        loop {
            let gap = self.gaps.next()?;
            if !self.may_begin(gap) {
                continue;
            }
            let previous = Token::before(self.text, self.sentence.start(), gap.at)?;
            let next = Token::next(self.text, gap.at, self.sentence.end())?;
            if self.is_junction(gap, previous, next) {
                return Some(self.junction(gap, previous, next));
            }
        }
    }
}

/// The words in which a sender, a date or a heading can run into a sentence.
const HEAD: u32 = 8;

/// The longest salutation, in words: `Dear Ms Holt,`.
const SALUTATION: u32 = 5;

/// The bytes that a word and its space take on average.
const WORD: usize = 6;

/// Whether a sentence goes on behind `word` whatever follows.
fn links(word: &str) -> bool {
    LINKING.contains(word)
}

/// Whether a full stop behind `core` is rather that of an abbreviation or an initial.
fn is_short(core: &str) -> bool {
    core.len() < 3 || core.contains('.') || is_listed(core)
}

/// Whether `core` is an abbreviation: of a state, in a dateline.
fn is_listed(core: &str) -> bool {
    abbreviation::classify(core).is_some()
}

/// Whether a token that ends in this byte mostly stands inside a sentence.
const fn may_be_inner(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'>' | b'\'')
}

/// Whether no word in lower case begins a sentence behind a token that ends in this byte.
const fn never_ends(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b',' | b'"')
}

/// A count, coarser as it grows.
const fn bucket(count: usize) -> u32 {
    match count {
        0 => 0,
        1 => 1,
        2 => 2,
        3 => 3,
        4 => 4,
        5..8 => 5,
        8..13 => 6,
        13..25 => 7,
        _ => 8,
    }
}

/// What is noted of a token, or of the lack of one.
#[derive(Debug, Clone, Copy)]
struct View {
    token: Option<Token>,
    letters: Letters,
    first: u32,
    last: u32,
}

impl View {
    fn of(text: &str, token: Option<Token>) -> Self {
        match token {
            None => Self { token, letters: Letters::NONE, first: 0, last: 0 },
            Some(at) => Self {
                token,
                letters: Letters::of(at.core(text)),
                first: at.first(text).code(),
                last: at.last(text).code(),
            },
        }
    }

    /// Its form with its last character.
    const fn ended(&self) -> u32 {
        self.letters.form as u32 | self.last << 4
    }

    /// Its form with its first character.
    const fn begun(&self) -> u32 {
        self.letters.form as u32 | self.first << 4
    }
}

/// The tokens on both sides of a place.
#[derive(Debug, Clone, Copy)]
struct Sides {
    earlier: View,
    previous: View,
    next: View,
    after: View,
}

/// Where in its sentence a place is, and the word that leads the sentence.
struct Position {
    left: u32,
    right: u32,
    signs: u32,
    lead: u32,
}

impl Sides {
    fn features(&self, position: &Position) -> [u32; FEATURES] {
        let Self { earlier, previous, next, after } = self;
        let (ended, begun) = (previous.ended(), next.begun());
        let forms = ended | begun << 12;
        let edges = previous.last | next.first << 8;
        let pairs = [
            (position.signs, 0),
            (edges, 0),
            (previous.letters.word, previous.last),
            (next.letters.word, next.first),
            (ended, begun | next.last << 12),
            (previous.letters.word, begun),
            (next.letters.word, ended),
            (previous.letters.ending, begun),
            (next.letters.ending, begun | ended << 12),
            (earlier.letters.word, forms),
            (earlier.ended() | ended << 12, begun | next.last << 12),
            (after.letters.word, begun | after.begun() << 12),
            (position.left | position.right << 8, forms),
            (position.signs | position.left << 8, forms),
            (position.lead, edges | position.left << 16),
            (previous.first | previous.last << 8, next.first | next.last << 8),
        ];
        let mut features = [0; FEATURES];
        for (template, (feature, (one, other))) in (1..).zip(features.iter_mut().zip(pairs)) {
            *feature = number(template, one, other);
        }
        features
    }
}

/// The number of the feature that says `one` and `other` by a template.
const fn number(template: u32, one: u32, other: u32) -> u32 {
    let mixed = one.wrapping_mul(0x9E37_79B1) ^ other.rotate_left(16).wrapping_add(template << 27 | template);
    let mixed = (mixed ^ mixed >> 15).wrapping_mul(0x85EB_CA77);
    (mixed ^ mixed >> 13).wrapping_mul(0xC2B2_AE3D) >> (u32::BITS - FEATURE_BITS)
}
