//! Stops with no space behind them: `difference.The ambassador`, `said."He`.
//!
//! Answers for: telling a lost space from a name that holds a full stop (`U.S.A`, `Node.js`, `example.com`,
//! `St.Louis`).

use std::sync::LazyLock;

use super::abbreviation;
use super::context::{Left, Opening, Right};
use super::starter::is_starter;
use super::stop::{Mark, Stop};
use crate::lexicon::Lexicon;

/// How far back, in bytes, straight quotation marks are counted to tell an opening from a closing one.
const QUOTATION: usize = 1000;

static DOMAINS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words(include_str!("../../data/domains.txt")));

/// Where the sentence ends when a space was lost behind `stop`.
pub(super) fn boundary(text: &str, stop: &Stop, left: &Left<'_>, right: &Right<'_>) -> Option<usize> {
    if stop.mark == Mark::Unambiguous {
        return Some(stop.after);
    }
    if right.opening != Opening::Upper || !ends_word(stop, left) {
        return None;
    }
    let is_lost = is_word(left.token) && begins_sentence(left, right) && !DOMAINS.contains(right.word);
    is_lost.then(|| split_at(text, stop))
}

/// Whether what stands before the stop can be the end of a sentence.
fn ends_word(stop: &Stop, left: &Left<'_>) -> bool {
    let is_closed = stop.after > stop.end;
    let ends_low = left.last().is_some_and(|c| c.is_lowercase() || c.is_numeric());
    let ends_closed = left.token.is_empty() && left.before.ends_with([')', ']', '"', '”', '’']);
    ends_low || ends_closed || is_closed
}

/// Whether the token is a plain word or number.
fn is_word(token: &str) -> bool {
    let is_plain = token.chars().all(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '%'));
    is_plain && abbreviation::classify(token).is_none() && token.chars().count() != 1
}

/// Whether the word behind the stop reads as the first of a sentence.
fn begins_sentence(left: &Left<'_>, right: &Right<'_>) -> bool {
    if is_starter(right.word) {
        return true;
    }
    let is_name = right.word.chars().count() > 2 && right.word.chars().skip(1).all(char::is_lowercase);
    let is_followed = right.rest[right.word.len()..].starts_with([' ', ',', '\'', '’']);
    let left_is_low = left.token.chars().all(char::is_lowercase);
    is_name && is_followed && left_is_low
}

/// Where to cut: a straight quotation mark behind the stop opens the next sentence when none is open.
fn split_at(text: &str, stop: &Stop) -> usize {
    let closers = &text[stop.end..stop.after];
    if closers != "\"" {
        return stop.after;
    }
    let from =
        (stop.end.saturating_sub(QUOTATION)..=stop.end).find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let marks = text[from..stop.end].matches('"').count();
    if marks.is_multiple_of(2) { stop.end } else { stop.after }
}
