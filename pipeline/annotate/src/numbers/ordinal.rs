//! Places in a row.
//!
//! Answers for: "third", "21st", "twenty-first".

use schema::labels::QuantityType;

use super::amount::Amount;
use super::numeral::{self, Sense, sense};
use crate::key::{key, keys};
use crate::words::Words;

/// The ordinal at `at`.
pub(super) fn find(words: Words<'_>, at: usize) -> Option<Amount> {
    let (value, end) = match sense(words, at) {
        Some(Sense::Ordinal(value)) if !is_adverb(words, at) => (value, at + 1),
        None if words.is_numeric(at) => (in_digits(words, at)?, at + 1),
        _ => in_words(words, at)?,
    };
    Some(Amount::exact(QuantityType::Ordinal, value, end))
}

/// An ordinal of several words: "twenty-first", "two hundredth", "one hundred and fifth".
fn in_words(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let ten = match sense(words, at) {
        Some(Sense::Ten(ten)) => Some((ten, at + 1)),
        _ => None,
    };
    let numeral = numeral::find(words, at).filter(|numeral| numeral.value >= 1.0);
    let numeral = numeral.map(|numeral| (numeral.value, numeral.end));
    numeral.and_then(|whole| behind(words, whole)).or_else(|| behind(words, ten?))
}

/// The number `whole` with the ordinal behind it, and where that ends.
fn behind(words: Words<'_>, (whole, end): (f64, usize)) -> Option<(f64, usize)> {
    let is_linked = words.is(end, key!("-")) || words.is(end, key!("and")) && whole >= 100.0;
    let place = end + usize::from(is_linked);
    let Some(Sense::Ordinal(last)) = sense(words, place) else { return None };
    let is_digits = words.is_numeric(end - 1);
    let is_sum = last < 10.0 && whole % 10.0 == 0.0 && whole >= 20.0
        || last < 100.0 && whole % 100.0 == 0.0 && whole >= 100.0;
    match () {
        () if is_digits || words.is(place + 1, key!("-")) => None,
        () if is_sum => Some((whole + last, place + 1)),
        () if last >= 100.0 && whole > 1.0 => Some((numeral::product(whole, last), place + 1)),
        () => None,
    }
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
