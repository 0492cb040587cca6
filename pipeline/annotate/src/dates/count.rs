//! How many of a unit: the numbers that lengths of time are told with.
//!
//! Answers for: "two", "5 1/2", "one and a half", "a", "half an", "a couple of", "several", with the words
//! that may stand between number and unit. Leaves numerals to `numbers`.

use super::sense::{Line, Sense};
use crate::key::{key, keys};
use crate::numbers::numeral;

/// A number of units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Count {
    /// One past its last word.
    pub(super) end: usize,
    /// How many; `None` where the word leaves it open.
    pub(super) value: Option<f64>,
    /// Whether it is not meant exactly.
    pub(super) is_about: bool,
}

/// The number at `at`.
pub(super) fn find(line: Line<'_>, at: usize) -> Option<Count> {
    let count = range(line, at)?;
    Some(Count { end: behind_adjectives(line, count.end), ..count })
}

/// The number at `at`, or the first of two that bound a range: "two to three", "12 to 18".
fn range(line: Line<'_>, at: usize) -> Option<Count> {
    let first = single(line, at)?;
    let is_linked = line.words.key(first.end).is_any(&keys!["to", "or", "-", "–"]);
    let second = is_linked.then(|| plain(line, first.end + 1)).flatten();
    match (first.value, second) {
        (Some(low), Some(Count { end, value: Some(high), .. })) if low < high => {
            Some(Count { end, is_about: true, ..first })
        }
        _ => Some(first),
    }
}

fn single(line: Line<'_>, at: usize) -> Option<Count> {
    match line.sense(at)? {
        Sense::Article => by_article(line, at),
        Sense::Number | Sense::Figure => {
            open(line, at).or_else(|| half(line, at)).or_else(|| plain(line, at))
        }
        _ => None,
    }
}

/// "A", "an", "a few", "a couple of", "a dozen"; the definite article counts nothing.
fn by_article(line: Line<'_>, at: usize) -> Option<Count> {
    if line.words.is(at, key!("the")) {
        return None;
    }
    if line.sense(at + 1) == Some(Sense::Number) {
        let behind = open(line, at + 1).or_else(|| half(line, at + 1));
        return behind.or_else(|| plain(line, at).filter(|count| count.end > at + 1));
    }
    Some(exact(at + 1, 1.0))
}

/// "Several", "few", "a couple of", "dozens of".
fn open(line: Line<'_>, at: usize) -> Option<Count> {
    let words = line.words;
    if words.is(at, key!("couple")) {
        let end = at + 1 + usize::from(words.is(at + 1, key!("of")));
        return Some(Count { end, value: Some(2.0), is_about: true });
    }
    if words.key(at).is_any(&keys!["several", "few", "many", "some"]) {
        // "some 20 years" is about 20.
        if let Some(count) = plain(line, at + 1) {
            let is_some = words.is(at, key!("some"));
            return Some(Count { is_about: true, value: count.value.filter(|_| is_some), ..count });
        }
        return Some(Count { end: at + 1, value: None, is_about: false });
    }
    let numeral = numeral::find(words, at).filter(|numeral| numeral.is_open)?;
    let end = numeral.end + usize::from(words.is(numeral.end, key!("of")));
    Some(Count { end, value: None, is_about: false })
}

/// "Half a", "half an", "half-".
fn half(line: Line<'_>, at: usize) -> Option<Count> {
    let is_half = line.words.is(at, key!("half"));
    let article = line.words.key(at + 1).is_any(&keys!["a", "an"]);
    is_half.then(|| exact(at + 1 + usize::from(article), 0.5))
}

/// A numeral, and the fraction behind it.
fn plain(line: Line<'_>, at: usize) -> Option<Count> {
    let words = line.words;
    if let Some(value) = fraction(words.form(at)) {
        return Some(exact(at + 1, value));
    }
    let is_article = words.key(at).is_any(&keys!["a", "an"]);
    let is_number = matches!(line.sense(at)?, Sense::Number | Sense::Figure) || is_article;
    let numeral = numeral::find(words, at).filter(|_| is_number)?;
    let (part, end) = part(line, numeral.end).unwrap_or((0.0, numeral.end));
    Some(exact(end, numeral.value + part))
}

/// The fraction behind a whole number: "1/2", "and a half", "and a quarter".
pub(super) fn part(line: Line<'_>, at: usize) -> Option<(f64, usize)> {
    let words = line.words;
    if let Some(part) = fraction(words.form(at)).filter(|part| *part < 1.0) {
        return Some((part, at + 1));
    }
    if !words.is(at, key!("and")) {
        return None;
    }
    let place = at + 1 + usize::from(words.key(at + 1).is_any(&keys!["a", "one"]));
    match words.form(place) {
        "half" => Some((0.5, place + 1)),
        "quarter" => Some((0.25, place + 1)),
        _ => None,
    }
}

/// A fraction in digits or one character: "1/2", "½", "2½".
fn fraction(form: &str) -> Option<f64> {
    let sign = |text: &str| match text {
        "1/2" | "½" => Some(0.5),
        "1/4" | "¼" => Some(0.25),
        "3/4" | "¾" => Some(0.75),
        _ => None,
    };
    let digits = form.len() - form.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    sign(form).or_else(|| {
        let whole: f64 = form.get(..digits).filter(|whole| !whole.is_empty())?.parse().ok()?;
        sign(&form[digits..]).filter(|_| !form.contains('/')).map(|part| whole + part)
    })
}

fn exact(end: usize, value: f64) -> Count {
    Count { end, value: Some(value), is_about: false }
}

/// The place behind the words that may stand between a number and its unit.
fn behind_adjectives(line: Line<'_>, at: usize) -> usize {
    let is_between = line.words.key(at).is_any(&keys![
        "more",
        "additional",
        "full",
        "consecutive",
        "straight",
        "whole",
        "trading",
        "business",
        "working",
        "calendar",
        "other",
        "further",
        "extra",
        "long",
        "short",
        "solid",
        "odd",
        "successive",
        "fiscal",
        "entire",
    ]);
    at + usize::from(is_between)
}
