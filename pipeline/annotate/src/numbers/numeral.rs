//! Cardinals in digits and in words.
//!
//! Answers for: the value of a run of words such as "1.2 million", "two hundred and five", "a dozen",
//! "hundreds of thousands".

use std::sync::LazyLock;

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
pub(super) struct Numeral {
    pub(super) value: f64,
    /// One past its last word.
    pub(super) end: usize,
    /// The scale word that multiplied it last; 1 where there was none.
    pub(super) scale: f64,
    /// Whether it is only the least that is meant ("hundreds").
    pub(super) is_open: bool,
}

/// The cardinal at `at`.
pub(super) fn find(words: Words<'_>, at: usize) -> Option<Numeral> {
    match words.form(at).as_bytes().first()? {
        b'0'..=b'9' | b'.' => in_digits(words, at),
        b'-' => negative(words, at),
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
    let plain = Numeral { value: digits(words.form(at))?, end: at + 1, scale: 1.0, is_open: false };
    Some(scaled(words, plain))
}

/// A number below zero: its sign touches it, and nothing before.
fn negative(words: Words<'_>, at: usize) -> Option<Numeral> {
    let is_sign =
        words.form(at) == "-" && !words.adjoins(at) && words.adjoins(at + 1) && words.is_numeric(at + 1);
    let numeral = in_digits(words, at + 1).filter(|_| is_sign)?;
    Some(Numeral { value: -numeral.value, ..numeral })
}

/// The product without the last bits that a decimal fraction leaves ("16.4 million").
pub(super) fn product(value: f64, factor: f64) -> f64 {
    let rounded = (value * factor * 1e4).round() / 1e4;
    if rounded.is_finite() { rounded } else { value * factor }
}

/// The value of a number in digits, with commas between its groups and a decimal point.
fn digits(form: &str) -> Option<f64> {
    let (whole, decimals) = form.split_once('.').unwrap_or((form, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let is_grouped =
        groups.next().is_some_and(is_digits) && groups.all(|group| group.len() == 3 && is_digits(group));
    if !is_grouped || !is_digits(decimals) || form.len() > 24 {
        return None;
    }
    if whole.contains(',') { form.replace(',', "").parse().ok() } else { form.parse().ok() }
}

/// The number with the scale words behind it multiplied in.
fn scaled(words: Words<'_>, mut numeral: Numeral) -> Numeral {
    loop {
        // "a 5-million town" as well as "5 million".
        let hyphen = usize::from(words.is(numeral.end, key!("-")) && words.adjoins(numeral.end));
        let factor = match sense(words, numeral.end + hyphen) {
            Some(Sense::Hundred) => 100.0,
            Some(Sense::Scale(scale)) if !is_ambiguous(words, numeral.end) => scale,
            Some(Sense::Dozen) => 12.0,
            _ => match short_scale(words, numeral.end) {
                Some(scale) => scale,
                None => return numeral,
            },
        };
        numeral = Numeral {
            value: product(numeral.value, factor),
            end: numeral.end + hyphen + 1,
            scale: factor,
            is_open: false,
        };
    }
}

/// The scale that a capital letter written onto a number means: "10M".
fn short_scale(words: Words<'_>, at: usize) -> Option<f64> {
    match words.form(at) {
        "M" | "MM" if words.adjoins(at) => Some(1e6),
        "B" if words.adjoins(at) => Some(1e9),
        _ => None,
    }
}

/// Whether a scale is a scale only in some languages or places: "bin" in Turkish, "k" written onto its number.
fn is_ambiguous(words: Words<'_>, at: usize) -> bool {
    words.is(at, key!("bin")) && !words.is_turkish() || words.is(at, key!("k")) && !words.adjoins(at)
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
    Some(Numeral { value: sum.total + sum.current, end: sum.end, scale, is_open: is_vague(words, at) })
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
    match words.form(at).as_bytes()[0] {
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
        (Sense::Unit(_) | Sense::Ten(_), Sense::Dozen) => (sum.total, sum.current * 12.0),
        _ => return None,
    };
    Some(Sum { total, current, last: next, end: place + 1 })
}

/// How many words stand between a number and its next word: a hyphen, or "and" behind a scale.
fn link(words: Words<'_>, sum: Sum) -> usize {
    let hyphen = words.is(sum.end, key!("-")) && words.adjoins(sum.end);
    let and = matches!(sum.last, Sense::Hundred | Sense::Scale(_)) && words.is(sum.end, key!("and"));
    // "a million and two thirds" is no million and two.
    let is_part = matches!(sense(words, sum.end + 2), Some(Sense::Part(_)));
    let small = matches!(sense(words, sum.end + 1), Some(Sense::Unit(_) | Sense::Ten(_))) && !is_part;
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
