//! Places in a row.
//!
//! Answers for: "third", "21st", "twenty-first".

use schema::labels::QuantityType;

use super::amount::Amount;
use super::numeral::{Sense, sense};
use crate::key::{key, keys};
use crate::words::Words;

/// The ordinal at `at`.
pub(super) fn find(words: Words<'_>, at: usize) -> Option<Amount> {
    let (value, end) = match sense(words, at) {
        Some(Sense::Ordinal(value)) if !is_adverb(words, at) => (value, at + 1),
        Some(Sense::Ten(ten)) => match sense(words, at + 2) {
            Some(Sense::Ordinal(unit)) if unit < 10.0 && words.is(at + 1, key!("-")) => (ten + unit, at + 3),
            _ => return None,
        },
        None => (in_digits(words, at)?, at + 1),
        _ => return None,
    };
    Some(Amount::exact(QuantityType::Ordinal, value, end))
}

/// Whether the word is no ordinal here: "at first", "per second", "first of all".
fn is_adverb(words: Words<'_>, at: usize) -> bool {
    let before = words.key_before(at, 1);
    words.is(at, key!("first")) && (before.is(key!("at")) || words.are(at + 1, &keys!["of", "all"]))
        || words.is(at, key!("second")) && before.is(key!("per"))
}

/// Digits with the ending of an ordinal.
fn in_digits(words: Words<'_>, at: usize) -> Option<f64> {
    let form = words.form(at);
    let (digits, ending) = form.split_at_checked(form.len().checked_sub(2)?)?;
    let is_ending = ["st", "nd", "rd", "th"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    if !is_ending || !digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b',') {
        return None;
    }
    digits.replace(',', "").parse().ok()
}
