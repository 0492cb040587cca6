//! Parts of a whole.
//!
//! Answers for: "two-thirds", "half of", "a quarter of", "1/2", and whole numbers with a part ("two and a half").

use schema::labels::QuantityType;

use super::amount::Amount;
use super::numeral::{self, Numeral, Sense, sense};
use crate::key::{key, keys};
use crate::words::Words;

/// The fraction at `at`.
pub(super) fn find(words: Words<'_>, at: usize) -> Option<Amount> {
    let (value, end) = slashed(words, at)
        .or_else(|| parts(words, at))
        .or_else(|| half(words, at))
        .or_else(|| sign(words, at))?;
    Some(Amount::exact(QuantityType::Fraction, value, end))
}

/// A whole number and a part: "two and a half", "1 1/2".
pub(super) fn mixed(words: Words<'_>, at: usize) -> Option<Numeral> {
    let whole = match sense(words, at) {
        Some(Sense::Unit(value)) => value,
        _ => f64::from(words.integer(at)?),
    };
    let (part, end) = if words.is(at + 1, key!("and")) {
        parts(words, at + 2).or_else(|| words.are(at + 2, &keys!["a", "half"]).then_some((0.5, at + 4)))?
    } else {
        slashed(words, at + 1).filter(|_| words.is_numeric(at))?
    };
    Some(scaled(words, Numeral { value: whole + part, end, scale: 1.0, is_open: false }))
}

fn scaled(words: Words<'_>, numeral: Numeral) -> Numeral {
    match sense(words, numeral.end) {
        Some(Sense::Scale(scale)) if scale >= 1e6 => {
            Numeral { value: numeral::product(numeral.value, scale), end: numeral.end + 1, scale, ..numeral }
        }
        _ => numeral,
    }
}

/// A fraction in digits: "3/4". Fractions of one digit over one or two; "9/11" names a day.
fn slashed(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let (over, under) = words.form(at).split_once('/')?;
    let (over, under): (f64, f64) = (over.parse().ok()?, under.parse().ok()?);
    let is_fraction = over < under
        && [2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 16.0, 32.0].contains(&under)
        && over.fract() == 0.0;
    is_fraction.then(|| (over / under, at + 1))
}

/// A fraction that is one character.
fn sign(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let value = match words.form(at) {
        "½" => 0.5,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅕" => 0.2,
        "⅙" => 1.0 / 6.0,
        "⅛" => 0.125,
        _ => return None,
    };
    Some((value, at + 1))
}

/// A number of parts: "two-thirds", "three quarters", "a third of", "one in ten" is none.
fn parts(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let is_article = words.key(at).is_any(&keys!["a", "an"]);
    let (over, next) = if is_article {
        (1.0, at + 1)
    } else {
        let numeral = numeral::find(words, at)
            .filter(|numeral| numeral.value < 100.0 && numeral.value.fract() == 0.0)?;
        (numeral.value, numeral.end)
    };
    let place = next + usize::from(words.is(next, key!("-")) && words.adjoins(next));
    let is_one = (over - 1.0).abs() < f64::EPSILON;
    let under = match sense(words, place)? {
        Sense::Part(under) if !(is_article && words.is(place, key!("half")) || is_period(words, place)) => {
            under
        }
        // "a third of", "one-third": without these it is an ordinal.
        Sense::Ordinal(under)
            if is_one && under > 2.0 && (words.is(place + 1, key!("of")) || !is_article) =>
        {
            under
        }
        Sense::Ordinal(under) if is_article && under >= 100.0 => under,
        _ => return None,
    };
    // "one second" and "two second-hand cars" hold no fraction.
    let is_whole = over >= under && !words.form(place).ends_with('s');
    (!is_whole).then_some((over / under, place + 1))
}

/// Whether a quarter is one of the year or of a game.
fn is_period(words: Words<'_>, at: usize) -> bool {
    words.is(at, key!("quarter")) && !words.is(at + 1, key!("of")) || words.are(at + 1, &keys!["-", "final"])
}

/// The word "half" where it is a part of something.
fn half(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let is_part = words.is(at, key!("half"))
        && words.key(at + 1).is_any(&keys!["of", "the", "its", "their", "his", "her", "our", "all"]);
    let is_game =
        words.key_before(at, 1).is_any(&keys!["first", "second", "opening", "closing", "other", "latter"]);
    (is_part && !is_game).then_some((0.5, at + 1))
}
