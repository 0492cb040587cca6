//! An amount on its way to its row: a number with its unit, its other end and what bounds it.
//!
//! Answers for: the order in which the parts of an amount are tried, and the values of a bounded range.

use schema::labels::{QuantityType, ValueModifier};

use super::numeral::Numeral;
use super::{bounds, fraction, money, numeral, ordinal, unit};
use crate::key::{key, keys};
use crate::words::Words;

/// What was found, but for where it starts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    pub(super) kind: QuantityType,
    pub(super) min: Option<f64>,
    pub(super) max: Option<f64>,
    pub(super) modifier: Option<ValueModifier>,
    pub(super) unit: Option<&'static str>,
    /// One past its last word.
    pub(super) end: usize,
    /// The scale word inside it, which a range shares.
    pub(super) scale: f64,
}

impl Amount {
    /// Exactly `value` of a kind without unit.
    pub(super) fn exact(kind: QuantityType, value: f64, end: usize) -> Self {
        Self { kind, min: Some(value), max: Some(value), modifier: None, unit: None, end, scale: 1.0 }
    }

    /// The same in a unit that ends at `end`.
    pub(super) fn of(self, kind: QuantityType, unit: &'static str, end: usize) -> Self {
        Self { kind, unit: Some(unit), end, ..self }
    }
}

/// The amount at `at`, with everything that belongs to it.
pub(super) fn find(words: Words<'_>, at: usize) -> Option<Amount> {
    if let Some((modifier, start)) = bounds::before(words, at) {
        let amount = whole(words, start)?;
        let is_bounded = bounds::allows(words, at, &amount);
        // "Up to hundreds" has no end that is told.
        return Some(bounded(amount, modifier))
            .filter(|amount| is_bounded && (amount.min.is_some() || amount.max.is_some()));
    }
    if words.is(at, key!("between")) {
        return range(words, at + 1, plain(words, at + 1)?);
    }
    let amount = whole(words, at)?;
    Some(match bounds::behind(words, amount.end) {
        Some((modifier, end)) if amount.modifier.is_none() => bounded(Amount { end, ..amount }, modifier),
        _ => amount,
    })
}

/// A number with its unit, and its other end where it has one.
fn whole(words: Words<'_>, at: usize) -> Option<Amount> {
    let first = plain(words, at)?;
    Some(range(words, at, first).unwrap_or(first))
}

/// The amount taken as `modifier` says.
fn bounded(amount: Amount, modifier: ValueModifier) -> Amount {
    let (min, max) = match modifier {
        ValueModifier::AtLeast | ValueModifier::MoreThan => (amount.min, None),
        ValueModifier::AtMost | ValueModifier::FewerThan => (None, amount.max),
        ValueModifier::About => (amount.min, amount.max),
    };
    Amount { min, max, modifier: Some(modifier), ..amount }
}

/// One number with its unit.
pub(super) fn plain(words: Words<'_>, at: usize) -> Option<Amount> {
    money::before(words, at)
        .or_else(|| unit::percent_before(words, at))
        .or_else(|| unit::age_before(words, at))
        .or_else(|| unit::joined(words, at))
        .or_else(|| part(words, at))
        .or_else(|| ordinal::find(words, at))
        .or_else(|| cardinal(words, at))
}

/// A fraction, with the unit behind it where there is one ("1/2 mile").
fn part(words: Words<'_>, at: usize) -> Option<Amount> {
    if let Some(numeral) = fraction::mixed(words, at) {
        return Some(of_numeral(words, numeral));
    }
    let fraction = fraction::find(words, at)?;
    Some(unit::behind(words, fraction).unwrap_or(fraction))
}

/// A cardinal with the unit behind it.
fn cardinal(words: Words<'_>, at: usize) -> Option<Amount> {
    Some(of_numeral(words, numeral::find(words, at)?))
}

/// The number as an amount with the unit behind it.
fn of_numeral(words: Words<'_>, numeral: Numeral) -> Amount {
    let amount =
        Amount { scale: numeral.scale, ..Amount::exact(QuantityType::Cardinal, numeral.value, numeral.end) };
    let amount = if numeral.is_open { bounded(amount, ValueModifier::AtLeast) } else { amount };
    unit::behind(words, amount).unwrap_or(amount)
}

/// The amount of which `first`, at `at`, is one end: "20 to 30 km", "340-350", "between $5 and $6".
fn range(words: Words<'_>, at: usize, first: Amount) -> Option<Amount> {
    let link = first.end;
    let is_between = words.key_before(at, 1).is(key!("between"));
    let is_choice = words.is(link, key!("or"));
    let is_range = if is_between { words.is(link, key!("and")) } else { is_link(words, at, &first) };
    if !(is_range || is_choice) || first.modifier.is_some() {
        return None;
    }
    let second = plain(words, link + 1).filter(|second| second.modifier.is_none())?;
    if is_choice && !is_guess(words, &first, &second) {
        return None;
    }
    if first.kind != second.kind && first.kind != QuantityType::Cardinal
        || first.unit.is_some() && first.unit != second.unit
        || second.kind == QuantityType::Ordinal
    {
        return None;
    }
    joined(first, second)
}

/// Whether two numbers with "or" between them are a guess at one: "four or five years", not "one or 50".
fn is_guess(words: Words<'_>, first: &Amount, second: &Amount) -> bool {
    let counts = |amount: &Amount| matches!(amount.kind, QuantityType::Cardinal | QuantityType::Measure);
    let is_told = first.unit.is_none() && counts(first) && counts(second);
    let is_near =
        first.min.zip(second.max).is_some_and(|(low, high)| low >= 1.0 && high <= low * 2.0 && low < high);
    is_told && is_near && (second.unit.is_some() || words.is_lower(second.end))
}

/// The two ends as one amount; the first shares the second's scale where that keeps them in order.
fn joined(first: Amount, second: Amount) -> Option<Amount> {
    let (low, high) = (first.min?, second.max?);
    let shared = if first.scale < second.scale { numeral::product(low, second.scale) } else { low };
    let low = if shared < high { shared } else { low };
    (low < high).then_some(Amount { min: Some(low), ..second })
}

/// Whether the word behind the first end of a range links it to the second.
fn is_link(words: Words<'_>, at: usize, first: &Amount) -> bool {
    let link = first.end;
    if words.key(link).is_any(&keys!["-", "–"]) {
        return words.adjoins(link) && words.adjoins(link + 1);
    }
    // "rose 2 dollars to 30 dollars" is no range.
    let is_change = words.key_before(at, 1).is_any(&keys![
        "rose",
        "fell",
        "up",
        "down",
        "by",
        "gained",
        "dropped",
        "climbed",
        "slipped",
        "jumped",
        "added",
        "lost",
        "increased",
        "rises",
        "falls",
        "off",
        "declined",
        "grew",
        "decreased",
    ]);
    let is_told = words.key_before(at, 1).is(key!("from")) || first.unit.is_none();
    words.is(link, key!("to")) && !is_change && is_told
}
