//! Years, decades and centuries.
//!
//! Answers for: which number of four digits is a year; "the 1990s", "the '60s"; "the 21st century".

use schema::labels::{Granularity, TimeModifier};

use super::calendar::{self, year};
use super::found::Found;
use crate::key::{Key, key, keys};
use crate::words::Words;

/// The year or decade at `at`; the words that modify it start at `lead`.
pub(super) fn find(words: Words<'_>, at: usize, lead: usize) -> Option<Found> {
    if let Some(year) = year(words, at) {
        return (is_year(words, at, lead) || is_turkish_year(words, at)).then(|| Found::year(at + 1, year));
    }
    decade(words, at).or_else(|| turkish(words, at)).or_else(|| century(words, at, nth(words, at)?))
}

/// Whether a word leads a date in.
pub(super) fn leads_in(before: Key) -> bool {
    before.is_any(&keys![
        "in",
        "copyright",
        "©",
        "since",
        "by",
        "until",
        "till",
        "of",
        "from",
        "during",
        "before",
        "after",
        "around",
        "circa",
        "through",
        "year",
        "to",
        "fiscal",
        "about",
        "between",
        "til",
        "season",
        "year's",
    ])
}

/// Whether the four digits at `at` are a year, seen from the words around them.
fn is_year(words: Words<'_>, at: usize, lead: usize) -> bool {
    if is_counted(words, at) || words.key_before(at, 1).is_any(&keys!["$", "£", "€", "#"]) {
        return false;
    }
    let before = words.key_before(lead, 1);
    if lead < at || is_stretch(words, at) {
        return true;
    }
    if before.is_any(&keys!["of", "to", "about", "around", "by", "from", "between"]) {
        // These lead in amounts as well: only the years that news is full of, and no noun behind.
        return is_modern(words, at) && !words.is_lower(at + 1)
            || is_modern(words, at)
                && words.key(at + 1).is_any(&keys![
                    "to", "and", "until", "in", "when", "as", "after", "for", "with", "by", "on"
                ]);
    }
    leads_in(before) || is_bracketed(words, at) || is_described(words, at)
}

/// Whether the number at `at` is followed by what it counts.
fn is_counted(words: Words<'_>, at: usize) -> bool {
    let next = words.form(at + 1);
    let is_plural = words.is_lower(at + 1)
        && next.len() > 4
        && next.ends_with('s')
        && !next.ends_with("ss")
        && !words.key(at + 1).is_any(&keys![
            "across",
            "whereas",
            "perhaps",
            "versus",
            "besides",
            "elections",
            "always",
        ]);
    let unit = keys![
        "people", "%", "percent", "pct", "men", "women", "children", "km", "kg", "mln", "million", "miles",
        "dlrs", "feet", "times",
    ];
    is_plural || words.key(at + 1).is_any(&unit)
}

/// Whether the year at `at` is an end of a stretch of years.
fn is_stretch(words: Words<'_>, at: usize) -> bool {
    let is_link = |place: usize| words.key(place).is_any(&keys!["-", "–", "—", "/"]);
    let forward = is_link(at + 1) && years_follow(words, at, at + 2);
    let backward = at >= 2 && is_link(at - 1) && years_follow(words, at - 2, at);
    forward || backward
}

/// Whether there are years at both places, the later behind the earlier and less than two centuries away.
fn years_follow(words: Words<'_>, first: usize, second: usize) -> bool {
    match (year(words, first), year(words, second)) {
        (Some(first), Some(second)) => (first..first + 200).contains(&second) && first >= 1500,
        _ => false,
    }
}

/// Whether the number at `at` stands alone in brackets.
fn is_bracketed(words: Words<'_>, at: usize) -> bool {
    at > 0 && words.form(at - 1) == "(" && words.form(at + 1) == ")" && is_modern(words, at)
}

/// Whether the number at `at` describes the noun behind it ("the 2016 campaign").
fn is_described(words: Words<'_>, at: usize) -> bool {
    let is_led =
        words.key_before(at, 1).is_any(&keys!["the", "a", "his", "her", "its", "their", "'s", "that"]);
    is_led
        && is_modern(words, at)
        && (words.is_lower(at + 1) || words.is_capitalised(at + 1))
        && !words.is(at + 1, key!("or"))
}

/// Whether the number at `at` is a year that news speaks of every day, and hardly an amount.
fn is_modern(words: Words<'_>, at: usize) -> bool {
    year(words, at).is_some_and(|year| (1900..=2040).contains(&year) && year != 2000)
}

/// The middle of a year or decade, which is one word: "mid-1990s".
pub(super) fn middle(words: Words<'_>, at: usize) -> Option<Found> {
    let form = words.form(at).strip_prefix("mid-").or_else(|| words.form(at).strip_prefix("Mid-"))?;
    let first = calendar::plausible_year(form.get(..4)?.parse().ok()?)?;
    let found = match &form[4..] {
        "" => Found::year(at + 1, first),
        "s" if first.is_multiple_of(10) => Found::date(at + 1, form[..3].to_owned(), Granularity::Decade)
            .on(calendar::years(first, first + 9)),
        _ => return None,
    };
    Some(Found { modifier: Some(TimeModifier::Mid), ..found })
}

/// The decade at `at`: "1990s", "1990's", "'90s".
fn decade(words: Words<'_>, at: usize) -> Option<Found> {
    let form = words.form(at);
    let is_short = form.starts_with(['\'', '’', '‘']) || form.len() < 5;
    let digits: &str =
        form.trim_start_matches(['\'', '’', '‘']).trim_end_matches('s').trim_end_matches(['\'', '’']);
    let is_decade =
        form.ends_with('s') && digits.ends_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
    match digits.len() {
        4 if is_decade && !is_short => {
            let first = calendar::plausible_year(digits.parse().ok()?)?;
            let found = Found::date(at + 1, digits[..3].to_owned(), Granularity::Decade);
            Some(found.on(calendar::years(first, first + 9)))
        }
        2 if is_decade
            && is_short
            && !words.key_before(at, 1).is_any(&keys!["his", "her", "their", "my"]) =>
        {
            Some(Found::date(at + 1, format!("XX{}", &digits[..1]), Granularity::Decade))
        }
        _ => None,
    }
}

/// The century at `at`, which starts with the ordinal `nth`: "21st century", "twentieth-century".
pub(super) fn century(words: Words<'_>, at: usize, nth: u8) -> Option<Found> {
    let behind = at + 1 + usize::from(words.is(at + 1, key!("-")));
    if !(10..=21).contains(&nth) || !words.is(behind, key!("century")) {
        return None;
    }
    let hundreds = nth - 1;
    let first = u16::from(hundreds) * 100;
    let found = Found::date(behind + 1, format!("{hundreds:02}"), Granularity::Century);
    Some(found.on(calendar::years(first + 1, first + 100)))
}

/// The ordinal in digits at `at` ("21st").
fn nth(words: Words<'_>, at: usize) -> Option<u8> {
    let form = words.form(at);
    let digits = form.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    (digits.len() < form.len()).then(|| digits.parse().ok()).flatten()
}

/// Whether a Turkish noun behind the number at `at` shows that it is a year: "1994 doğumlu", "2014 yılında".
fn is_turkish_year(words: Words<'_>, at: usize) -> bool {
    let next = words.form(at + 1);
    words.is_turkish() && (next.starts_with("yıl") || next.starts_with("doğum") || next.starts_with("sene"))
}

/// A year with a Turkish ending: "2015'te".
fn turkish(words: Words<'_>, at: usize) -> Option<Found> {
    let form = words.form(at);
    let (digits, ending) = form.split_at_checked(4)?;
    let is_ended = words.is_turkish() && ending.starts_with(['\'', '’']);
    let year = calendar::plausible_year(digits.parse().ok().filter(|_| is_ended)?)?;
    Some(Found::year(at + 1, year))
}
