//! Marks inside a word.
//!
//! Answers for: which marks join two runs of letters and digits into one word, and when a full stop belongs to
//! the word before it.

use std::sync::LazyLock;

use super::mark::is_clitic;
use super::scanner::{Class, Scanner};
use crate::key::Key;
use crate::lexicon::{Lexicon, rows};

/// What joins to the next word by its hyphen: prefixes, which are no words of their own.
const PREFIXES: &[&str] = &[
    "anti", "co", "counter", "cross", "e", "ex", "inter", "intra", "mid", "micro", "mini", "mis", "multi",
    "neo", "non", "over", "post", "pre", "pro", "psycho", "re", "semi", "socio", "sub", "super", "un",
];

/// The longest number of several groups that is looked at, in bytes.
const LONGEST_CODE: usize = 32;

/// When the full stop belongs to an abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Always,
    Inside,
    Number,
}

static ABBREVIATIONS: LazyLock<Lexicon<Stop>> = LazyLock::new(|| {
    Lexicon::new(rows(include_str!("../../data/abbreviations.tsv")).map(|row| match row[..] {
        [word, "always"] => (word, Stop::Always),
        [word, "inside"] => (word, Stop::Inside),
        [word, ..] => (word, Stop::Number),
        [] => ("", Stop::Number),
    }))
});

/// The end of the word that starts at `at` and whose first run of letters ends at `end`.
pub(super) fn end(scanner: Scanner<'_>, at: usize, mut end: usize) -> usize {
    while let Some(next) = joined(scanner, at, end) {
        end = scanner.run_end(next);
    }
    end
}

/// The start of the run that the mark at `end` joins to the word from `at`; `None` where it joins none.
fn joined(scanner: Scanner<'_>, at: usize, end: usize) -> Option<usize> {
    let mark = scanner.byte(end);
    if mark.is_ascii() && !matches!(mark, b'.' | b',' | b':' | b'/' | b'&' | b'-' | b'\'') {
        return None;
    }
    let width = if mark.is_ascii() { 1 } else { scanner.text[end..].starts_with('’').then_some(3)? };
    let (Class::Word, _) = scanner.class_at(end + width)? else { return None };
    let (before, after) = (scanner.text.as_bytes()[end - 1], scanner.byte(end + width));
    let digits = before.is_ascii_digit() && after.is_ascii_digit();
    let joins = match mark {
        b'.' => digits || stop_joins(scanner, at, end),
        b',' => digits && comma_joins(scanner, end + 1),
        b':' => digits,
        b'/' => digits || slash_joins(scanner, at, end),
        b'&' => before.is_ascii_uppercase() && after.is_ascii_uppercase(),
        b'-' => hyphen_joins(scanner, at, end),
        _ => !after.is_ascii_digit(),
    };
    joins.then_some(end + width)
}

/// Whether the full stop at `end` is inside a word: not where a sentence was glued to the next.
fn stop_joins(scanner: Scanner<'_>, at: usize, end: usize) -> bool {
    let (before, after) = (scanner.byte_before(end), scanner.byte(end + 1));
    let is_glued = !before.is_ascii_uppercase() && after.is_ascii_uppercase() && end - at > 2;
    let is_mixed = before.is_ascii_alphabetic() && after.is_ascii_digit();
    !(is_glued || is_mixed)
}

/// Whether the digits from `at` are a group of a number: three of them.
fn comma_joins(scanner: Scanner<'_>, at: usize) -> bool {
    scanner.text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count() == 3
}

/// Whether a slash joins two abbreviations of a letter (b/c, s/he).
fn slash_joins(scanner: Scanner<'_>, at: usize, end: usize) -> bool {
    end - at == 1 && scanner.run_end(end + 1) - end <= 3 && scanner.byte(at).is_ascii_alphabetic()
}

/// Whether a hyphen stands behind a prefix or inside a number of the kind 555-0100.
fn hyphen_joins(scanner: Scanner<'_>, at: usize, end: usize) -> bool {
    let before = &scanner.text[at..end];
    if before.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return PREFIXES.iter().any(|prefix| before.eq_ignore_ascii_case(prefix));
    }
    before.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && is_coded_number(scanner, at, end)
}

/// Whether three groups of digits stand in a row, or the last two of a telephone number.
fn is_coded_number(scanner: Scanner<'_>, at: usize, end: usize) -> bool {
    let bytes = scanner.text.as_bytes();
    let rest = &bytes[at..bytes.len().min(at + LONGEST_CODE)];
    let length = rest.iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'-').count();
    let mut groups = rest[..length].split(|&byte| byte == b'-').map(<[u8]>::len);
    let count = groups.clone().count();
    let is_telephone = count == 2 && end - at == 3 && groups.nth(1) == Some(4);
    (count >= 3 || is_telephone) && groups.all(|group| group > 0)
}

/// The end of the word `at..end` with the full stop that belongs to it, if one does.
pub(super) fn with_full_stop(scanner: Scanner<'_>, at: usize, end: usize) -> usize {
    let belongs = scanner.byte(end) == b'.'
        && scanner.byte(end + 1) != b'.'
        && (is_dotted(&scanner.text[at..end])
            || is_initial(scanner, at, end)
            || is_abbreviation(scanner, at, end));
    end + usize::from(belongs)
}

/// Whether the word has stops inside, between letters few enough to be an abbreviation (U.S, p.m, Ph.D).
fn is_dotted(word: &str) -> bool {
    let mut parts = word.split('.');
    parts.clone().count() > 1
        && parts
            .all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

/// Whether a single capital is an initial: not where it ends the sentence.
fn is_initial(scanner: Scanner<'_>, at: usize, end: usize) -> bool {
    end - at == 1 && scanner.byte(at).is_ascii_uppercase() && !scanner.is_last(end + 1)
}

fn is_abbreviation(scanner: Scanner<'_>, at: usize, end: usize) -> bool {
    match ABBREVIATIONS.get(Key::of(&scanner.text[at..end])) {
        Some(Stop::Always) => true,
        Some(Stop::Inside) => !scanner.is_last(end + 1),
        Some(Stop::Number) => {
            scanner.text[end + 1..].trim_start().starts_with(|next: char| next.is_ascii_digit())
        }
        None => false,
    }
}

/// Whether the letters behind an apostrophe lean on the word before it.
pub(super) fn leans(host: &str, run: &str) -> bool {
    // "the 1930's" is one word, "2015's" is not.
    is_clitic(run) && !(host.ends_with('0') && host.bytes().all(|byte| byte.is_ascii_digit()))
}
