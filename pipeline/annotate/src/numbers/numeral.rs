//! Cardinals in digits and in words.
//!
//! Answers for: the value of a run of words such as "1.2 million", "two hundred and five", "a dozen",
//! "hundreds of thousands". Leaves numbers in digits to `digits`.

use std::sync::LazyLock;

use super::digits;
use crate::key::{key, keys};
use crate::lexicon::{Lexicon, rows};
use crate::words::Words;

/// What a word does in a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Sense {
    Unit(f64),
    Ten(f64),
    Hundred,
    Scale(f64),
    Dozen,
    Open(f64),
    Ordinal(f64),
    Part(f64),
    Turkish(f64),
}

/// The number words.
pub(super) static SENSES: LazyLock<Lexicon<Sense>> = LazyLock::new(|| {
    Lexicon::new(rows(include_str!("../../data/number_words.tsv")).filter_map(|row| {
        let [kind, word, value] = row[..] else { return None };
        let value: f64 = value.parse().ok()?;
        let sense = match kind {
            "unit" => Sense::Unit(value),
            "ten" => Sense::Ten(value),
            "hundred" => Sense::Hundred,
            "scale" => Sense::Scale(value),
            "dozen" => Sense::Dozen,
            "open" => Sense::Open(value),
            "ordinal" => Sense::Ordinal(value),
            "part" => Sense::Part(value),
            _ => Sense::Turkish(value),
        };
        Some((word, sense))
    }))
});

/// A cardinal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Numeral {
    pub(crate) value: f64,
    /// One past its last word.
    pub(crate) end: usize,
    /// The scale word that multiplied it last; 1 where there was none.
    pub(crate) scale: f64,
    /// Whether it is only the least that is meant ("hundreds").
    pub(crate) is_open: bool,
}

/// The cardinal at `at`.
pub(crate) fn find(words: Words<'_>, at: usize) -> Option<Numeral> {
    match words.form(at).as_bytes().first()? {
        b'0'..=b'9' | b'.' => in_digits(words, at),
        b'-' => negative(words, at),
        b'm' | b'M' | b'n' | b'N' if words.key(at).is_any(&keys!["minus", "negative"]) => negative(words, at),
        byte if byte.is_ascii_alphabetic() || *byte >= 0x80 => {
            open(words, at).or_else(|| in_words(words, at)).or_else(|| in_turkish(words, at))
        }
        _ => None,
    }
}

/// The sense of the word at `at`.
pub(super) fn sense(words: Words<'_>, at: usize) -> Option<Sense> {
    SENSES.get(words.key(at))
}

fn in_digits(words: Words<'_>, at: usize) -> Option<Numeral> {
    let (value, end) = digits::find(words, at)?;
    Some(continued(words, scaled(words, Numeral { value, end, scale: 1.0, is_open: false })))
}

/// A number below zero, by a sign or by a word: "-5", "minus five".
fn negative(words: Words<'_>, at: usize) -> Option<Numeral> {
    let is_word = words.key(at).is_any(&keys!["minus", "negative"]) && !words.is_numeric(at.wrapping_sub(1));
    let numeral = match () {
        () if digits::negative(words, at) => in_digits(words, at + 1)?,
        () if is_word => in_digits(words, at + 1).or_else(|| in_words(words, at + 1))?,
        () => return None,
    };
    Some(Numeral { value: -numeral.value, ..numeral })
}

/// The product without the last bits that a decimal fraction leaves ("16.4 million").
pub(super) fn product(value: f64, factor: f64) -> f64 {
    let rounded = (value * factor * 1e4).round() / 1e4;
    if rounded.is_finite() { rounded } else { value * factor }
}

/// The number with the scale words behind it multiplied in.
fn scaled(words: Words<'_>, mut numeral: Numeral) -> Numeral {
    while let Some((factor, end)) = factor(words, numeral.end) {
        numeral = Numeral { value: product(numeral.value, factor), end, scale: factor, is_open: false };
    }
    numeral
}

/// What the word at `at` multiplies the number before it by, and where it ends.
pub(super) fn factor(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    // "a 5-million town" as well as "5 million".
    let place = at + usize::from(words.is(at, key!("-")) && words.adjoins(at));
    let factor = match sense(words, place) {
        Some(Sense::Hundred) => 100.0,
        Some(Sense::Scale(scale)) if !is_ambiguous(words, place) => scale,
        Some(Sense::Dozen) => 12.0,
        Some(Sense::Open(least)) => least / 2.0,
        _ => short_scale(words, at)?,
    };
    Some((factor, place + 1))
}

/// The scale that a capital letter behind a number means: "10M".
fn short_scale(words: Words<'_>, at: usize) -> Option<f64> {
    match words.form(at) {
        "M" if !words.is_capitalised(at + 1) => Some(1e6),
        "MM" if words.adjoins(at) => Some(1e6),
        "B" if words.adjoins(at) => Some(1e9),
        _ => None,
    }
}

/// The number with what stands behind its scale: "3 hundred and 21", "6 crore and two hundred".
fn continued(words: Words<'_>, numeral: Numeral) -> Numeral {
    let and = usize::from(words.is(numeral.end, key!("and")));
    let place = numeral.end + and;
    let is_part = || matches!(sense(words, place + 1), Some(Sense::Part(_)));
    let next = (numeral.scale >= 100.0)
        .then(|| if words.is_numeric(place) { in_digits(words, place) } else { in_words(words, place) })
        .flatten()
        .filter(|next| next.value > 0.0 && next.value < numeral.scale && next.value.fract() == 0.0);
    match next {
        // "5 million and 20 people" are two numbers unless the scale is a small one or the next has its own.
        Some(next)
            if (next.scale > 1.0
                || and == 1
                    && (numeral.scale <= 100.0 || next.value >= 100.0 && !words.is_numeric(place)))
                && !is_part() =>
        {
            Numeral { value: numeral.value + next.value, end: next.end, ..numeral }
        }
        _ => numeral,
    }
}

/// Whether a scale is a scale only in some languages or places: "bin" in Turkish, "k" written onto its number.
fn is_ambiguous(words: Words<'_>, at: usize) -> bool {
    words.is(at, key!("bin")) && !words.is_turkish()
        || words.is(at, key!("k")) && words.is_lower(at + 1) && !words.adjoins(at)
}

/// A number in words: what is complete, and what the next scale still multiplies.
#[derive(Debug, Clone, Copy)]
struct Sum {
    total: f64,
    current: f64,
    last: Sense,
    end: usize,
}

fn in_words(words: Words<'_>, at: usize) -> Option<Numeral> {
    let mut sum = first(words, at)?;
    while let Some(next) = step(words, sum) {
        sum = next;
    }
    let scale = match sum.last {
        Sense::Scale(scale) => scale,
        _ => 1.0,
    };
    let numeral =
        Numeral { value: sum.total + sum.current, end: sum.end, scale, is_open: is_vague(words, at) };
    Some(match sum.last {
        Sense::Unit(_) | Sense::Ten(_) | Sense::Hundred => {
            with_decimals(words, numeral).unwrap_or_else(|| of_plural(words, numeral))
        }
        _ => numeral,
    })
}

/// A number with its decimals in words: "nine point nought four".
fn with_decimals(words: Words<'_>, numeral: Numeral) -> Option<Numeral> {
    let (mut decimals, mut place, mut end) = (0.0, 1.0, numeral.end + 1);
    if !words.is(numeral.end, key!("point")) {
        return None;
    }
    while let Some(Sense::Unit(value) | Sense::Ten(value)) = sense(words, end) {
        let hyphen = usize::from(words.is(end + 1, key!("-")));
        let unit = match sense(words, end + 1 + hyphen) {
            Some(Sense::Unit(unit)) if value >= 20.0 && unit < 10.0 => Some(unit),
            _ => None,
        };
        place *= if value < 10.0 { 10.0 } else { 100.0 };
        decimals += (value + unit.unwrap_or(0.0)) / place;
        end += 1 + unit.map_or(0, |_| hyphen + 1);
    }
    (place > 1.0).then_some(Numeral { value: numeral.value + decimals, end, ..numeral })
}

/// A number of plurals: "three dozens", "five hundreds".
fn of_plural(words: Words<'_>, numeral: Numeral) -> Numeral {
    match sense(words, numeral.end) {
        Some(Sense::Open(least)) => Numeral {
            value: product(numeral.value, least / 2.0),
            end: numeral.end + 1,
            scale: least / 2.0,
            ..numeral
        },
        _ => numeral,
    }
}

/// Whether a vague word stands for the first factor ("several hundred").
fn is_vague(words: Words<'_>, at: usize) -> bool {
    words.key(at).is_any(&keys!["several", "few"])
}

/// The first word of a number, with the article or the half that may lead it in.
fn first(words: Words<'_>, at: usize) -> Option<Sum> {
    if let Some(sense @ (Sense::Unit(value) | Sense::Ten(value))) = sense(words, at) {
        return Some(Sum { total: 0.0, current: value, last: sense, end: at + 1 });
    }
    let multiplies =
        |place: usize| matches!(sense(words, place), Some(Sense::Hundred | Sense::Scale(_) | Sense::Dozen));
    let lead = |current: f64, length: usize| {
        let is_led = multiplies(at + length) && !is_ambiguous(words, at + length);
        is_led.then_some(Sum { total: 0.0, current, last: Sense::Unit(current), end: at + length })
    };
    match words.form(at).as_bytes().first()? {
        b'a' | b'A' if words.key(at).is_any(&keys!["a", "an"]) => lead(1.0, 1),
        b'h' | b'H' if words.are(at, &keys!["half", "a"]) => lead(0.5, 2),
        b'h' | b'H' if words.is(at, key!("half")) => lead(0.5, 1),
        b'q' | b'Q' if words.is(at, key!("quarter")) => lead(0.25, 1),
        b's' | b'S' | b'f' | b'F' if is_vague(words, at) => lead(2.0, 1),
        b'h' | b'H' | b't' | b'T' => lead(1.0, 0),
        _ => None,
    }
}

/// The number with its next word.
fn step(words: Words<'_>, sum: Sum) -> Option<Sum> {
    let link = link(words, sum);
    let place = sum.end + link;
    let next = sense(words, place).filter(|_| !is_ambiguous(words, place))?;
    let (total, current) = match (sum.last, next) {
        (Sense::Ten(_), Sense::Unit(value)) if (1.0..10.0).contains(&value) => {
            (sum.total, sum.current + value)
        }
        (Sense::Hundred, Sense::Unit(value) | Sense::Ten(value)) => (sum.total, sum.current + value),
        (Sense::Scale(_), Sense::Unit(value) | Sense::Ten(value)) => (sum.total, value),
        (Sense::Unit(_) | Sense::Ten(_), Sense::Hundred) => (sum.total, sum.current * 100.0),
        (Sense::Unit(_) | Sense::Ten(_) | Sense::Hundred, Sense::Scale(scale)) => {
            (sum.total + sum.current * scale, 0.0)
        }
        // "three lakh crore", "a hundred thousand million".
        (Sense::Scale(last), Sense::Scale(scale)) if scale > last => (sum.total * scale, 0.0),
        (Sense::Unit(_) | Sense::Ten(_), Sense::Dozen) => (sum.total, sum.current * 12.0),
        _ => return None,
    };
    Some(Sum { total, current, last: next, end: place + 1 })
}

/// How many words stand between a number and its next word: a hyphen, or "and" behind a scale.
fn link(words: Words<'_>, sum: Sum) -> usize {
    // Texts that were cut into words have "twenty - five".
    let is_spaced = matches!(sum.last, Sense::Ten(_)) && !words.adjoins(sum.end + 1);
    let hyphen = words.is(sum.end, key!("-")) && (words.adjoins(sum.end) || is_spaced);
    let and = matches!(sum.last, Sense::Hundred | Sense::Scale(_)) && words.is(sum.end, key!("and"));
    // "a million and two thirds" is no million and two.
    let is_part = || matches!(sense(words, sum.end + 2), Some(Sense::Part(_)));
    let small = match sense(words, sum.end + 1) {
        Some(Sense::Unit(_)) => !is_part(),
        Some(Sense::Ten(_)) => true,
        _ => false,
    };
    usize::from(hyphen || and && small)
}

/// An open many: "dozens", "tens of thousands".
fn open(words: Words<'_>, at: usize) -> Option<Numeral> {
    let is_tens = words.are(at, &keys!["tens", "of"]);
    let least = match sense(words, at) {
        // "tens of thousands" means two tens at least.
        _ if is_tens => 20.0,
        Some(Sense::Open(least)) => least,
        _ => return None,
    };
    let mut end = at + 1;
    // "scores" without "of" are results or marks.
    if words.is(at, key!("scores")) && !words.is(end, key!("of")) {
        return None;
    }
    let mut factor = 1.0;
    if words.is(end, key!("of"))
        && let Some(Sense::Open(plural)) = sense(words, end + 1)
        && plural >= 2000.0
    {
        factor = plural / 2.0;
        end += 2;
    }
    let numeral = Numeral { value: least * factor, end, scale: 1.0, is_open: true };
    (!is_tens || factor > 1.0).then_some(numeral)
}

/// A number in Turkish words: tens, then a unit.
fn in_turkish(words: Words<'_>, at: usize) -> Option<Numeral> {
    let part = |place: usize| match sense(words, place) {
        Some(Sense::Turkish(value)) if words.is_turkish() => Some(value),
        _ => None,
    };
    let first = part(at)?;
    let second = part(at + 1).filter(|&value| first >= 10.0 && value < 10.0);
    let value = first + second.unwrap_or(0.0);
    let end = at + 1 + usize::from(second.is_some());
    Some(scaled(words, Numeral { value, end, scale: 1.0, is_open: false }))
}
