//! Years, decades and centuries.
//!
//! Answers for: which number of four digits is a year; years in words; "the 1990s", "the '60s", "the
//! nineties"; "the 21st century"; "fiscal 1989"; and whether a month without a year is a time.

use schema::labels::{TimeModifier, Upos};

use super::calendar::{self, year, year_in_words};
use super::meaning::{Found, Meaning};
use super::period::{Period, Unit, date};
use super::sense::{Line, Sense};
use crate::key::{Key, key, keys};
use crate::words::Words;

/// The year or decade at `at`; the words that modify it start at `lead`.
pub(super) fn find(line: Line<'_>, at: usize, lead: usize) -> Option<Found> {
    if let Some(year) = year(line, at) {
        let is_year = is_year(line, at, lead) || is_turkish_year(line.words, at);
        let end = at + 1 + usize::from(line.words.is(at + 1, key!("period")));
        return is_year.then(|| stated(at, end, year)).flatten();
    }
    decade(line, at).or_else(|| turkish(line.words, at)).or_else(|| century(line, at, nth(line, at)?))
}

/// The year in words at `at`, with "the year" before it.
pub(super) fn in_words(line: Line<'_>, at: usize) -> Option<Found> {
    let place = at + if line.words.are(at, &keys!["the", "year"]) { 2 } else { 0 };
    let (end, year) = match year(line, place).filter(|_| place > at) {
        Some(year) => (place + 1, year),
        None => year_in_words(line, place)?,
    };
    // "two thousand" alone is a number.
    let is_year = place > at || year != 2000 && (leads_in(line.words.key_before(at, 1)) || end > at + 1);
    is_year.then(|| stated(at, end, year)).flatten()
}

/// A year of business at `at`: "fiscal 1989", "fiscal year 1989".
pub(super) fn fiscal(line: Line<'_>, at: usize) -> Option<Found> {
    let place = at + 1 + usize::from(line.words.is(at + 1, key!("year")));
    let year = year(line, place).filter(|_| line.words.is(at, key!("fiscal")))?;
    Some(Found::new(at, place + 1, Meaning::Fiscal(year)))
}

fn stated(at: usize, end: usize, year: i16) -> Option<Found> {
    Some(Found::new(at, end, Meaning::Stated(Period { unit: Unit::Year, first: date(year, 1, 1)? })))
}

/// The ten or the hundred years that the year is the first of.
fn many(at: usize, end: usize, (unit, first): (Unit, i16)) -> Option<Found> {
    Some(Found::new(at, end, Meaning::Stated(Period { unit, first: date(first, 1, 1)? })))
}

/// Whether a month without a year is a time: a word leads it in, and it is not the first name of someone.
pub(super) fn month_stands_alone(line: Line<'_>, at: usize) -> bool {
    let words = line.words;
    let before = words.key_before(at, 1);
    let is_led = leads_in(before)
        || before.is_any(&keys![
            "late",
            "early",
            "mid",
            "and",
            "or",
            "-",
            "–",
            "through",
            "throughout",
            "'s"
        ])
        || before.is(key!("the")) && words.key_before(at, 2).is_any(&keys!["in", "of"]);
    let is_plain = words.form(at).len() > 4 && !words.key(at).is_any(&keys!["march", "april", "august"]);
    // "a June agreement", "January's figures"; "April Reed" is a person.
    let is_before_noun = before.is_any(&keys!["the", "a", "an", "his", "her", "its", "their", "'s"])
        && line.parse.upos(line.first + at + 1) == Some(Upos::Noun);
    let is_described = is_before_noun || is_plain && (words.is_lower(at + 1) || words.form(at + 1) == "'s");
    let is_name = words.is_capitalised(at + 1) && !(is_plain && is_led);
    let is_small = words.form(at).len() > 4
        && (before.is_any(&keys!["in", "since", "until"]) || words.key_before(at, 2).is(key!("in")));
    (words.is_capitalised(at) || is_small) && !is_name && (is_led || is_described)
}

/// Whether a word leads a date in.
fn leads_in(before: Key) -> bool {
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
fn is_year(line: Line<'_>, at: usize, lead: usize) -> bool {
    let words = line.words;
    let is_alone = words.len() == 1 || words.len() == 2 && words.form(at + 1) == ".";
    if is_described(line, at) || is_alone && is_modern(line, at) {
        return true;
    }
    if is_counted(words, at) || words.key_before(at, 1).is_any(&keys!["$", "£", "€", "#"]) {
        return false;
    }
    let before = words.key_before(lead, 1);
    if lead < at || is_stretch(line, at) {
        return true;
    }
    if before.is_any(&keys![
        "of", "to", "about", "around", "by", "from", "between", "for", "into", "due", "both", "than"
    ]) {
        // These lead in amounts as well: only the years that news is full of, and no noun behind.
        return is_modern(line, at) && !words.is_lower(at + 1)
            || is_modern(line, at)
                && words.key(at + 1).is_any(&keys![
                    "to", "and", "until", "in", "when", "as", "after", "for", "with", "by", "on", "through",
                    "or", "it", "he", "she", "they", "we",
                ]);
    }
    leads_in(before) || is_bracketed(line, at) || is_listed(line, at)
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
            "results",
            "earnings",
        ]);
    is_plural || is_unit(words, at + 1)
}

/// Whether the word at `at` is what large numbers count.
fn is_unit(words: Words<'_>, at: usize) -> bool {
    words.key(at).is_any(&keys![
        "people",
        "%",
        "percent",
        "pct",
        "men",
        "women",
        "children",
        "km",
        "kg",
        "mln",
        "million",
        "miles",
        "dlrs",
        "feet",
        "times",
        "dollars",
        "pounds",
        "euros",
        "troops",
        "victims",
        "workers",
        "employees",
        "jobs",
        "members",
    ])
}

/// Whether the year at `at` is an end of a stretch of years.
fn is_stretch(line: Line<'_>, at: usize) -> bool {
    let is_link = |place: usize| line.words.key(place).is_any(&keys!["-", "–", "—", "/"]);
    let forward = is_link(at + 1) && years_follow(line, at, at + 2);
    let backward = at >= 2 && is_link(at - 1) && years_follow(line, at - 2, at);
    forward || backward
}

/// Whether there are years at both places, the later behind the earlier and less than two centuries away.
fn years_follow(line: Line<'_>, first: usize, second: usize) -> bool {
    match (year(line, first), year(line, second)) {
        (Some(first), Some(second)) => (first..first + 200).contains(&second) && first >= 1500,
        _ => false,
    }
}

/// Whether the number at `at` stands in a list behind a year: "in 1994, 1995 and 1997".
fn is_listed(line: Line<'_>, at: usize) -> bool {
    let is_link = line.words.key_before(at, 1).is_any(&keys![",", "and", "or"]);
    let has_year = (2..=3).any(|back| at.checked_sub(back).is_some_and(|place| is_modern(line, place)));
    is_link && has_year && is_modern(line, at)
}

/// Whether the number at `at` stands alone in brackets.
fn is_bracketed(line: Line<'_>, at: usize) -> bool {
    at > 0 && line.words.form(at - 1) == "(" && line.words.form(at + 1) == ")" && is_modern(line, at)
}

/// Whether the number at `at` describes the noun behind it: "the 2016 campaign", "his failed 1996 bid".
fn is_described(line: Line<'_>, at: usize) -> bool {
    let words = line.words;
    let is_adjective = line.parse.upos(line.first + at.saturating_sub(1)) == Some(Upos::Adj);
    let is_led = words
        .key_before(at, 1 + usize::from(is_adjective))
        .is_any(&keys!["the", "a", "his", "her", "its", "their", "'s", "that", "our", "my", "whose",]);
    let is_of_noun = words.is_lower(at + 1) && !is_unit(words, at + 1) || words.is_capitalised(at + 1);
    let is_year = is_modern(line, at) || year(line, at) == Some(2000) && words.is_capitalised(at + 1);
    is_led && is_year && is_of_noun && !words.is(at + 1, key!("or"))
}

/// Whether the number at `at` is a year that news speaks of every day, and hardly an amount.
fn is_modern(line: Line<'_>, at: usize) -> bool {
    year(line, at).is_some_and(|year| (1900..=2040).contains(&year) && year != 2000)
}

/// The middle, or what lies before or behind a year or decade, which is one word: "mid-1990s", "post-1959".
pub(super) fn prefixed(line: Line<'_>, at: usize) -> Option<Found> {
    let form = line.words.form(at);
    let (lead, years) = form.split_once('-')?;
    let modifier = match lead {
        "mid" | "Mid" => TimeModifier::Mid,
        "pre" | "Pre" => TimeModifier::Before,
        "post" | "Post" => TimeModifier::After,
        _ => return None,
    };
    let first = calendar::plausible_year(years.get(..4)?.parse().ok()?)?;
    let found = match &years[4..] {
        "" => stated(at, at + 1, first),
        "s" if first % 10 == 0 => many(at, at + 1, (Unit::Decade, first)),
        _ => None,
    }?;
    Some(Found { modifier: Some(modifier), ..found })
}

/// The decade at `at`: "1990s", "1990's", "'90s".
fn decade(line: Line<'_>, at: usize) -> Option<Found> {
    let form = line.words.form(at);
    let is_short = form.starts_with(['\'', '’', '‘']) || form.len() < 5;
    let digits: &str =
        form.trim_start_matches(['\'', '’', '‘']).trim_end_matches('s').trim_end_matches(['\'', '’']);
    let is_decade =
        form.ends_with('s') && digits.ends_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
    match digits.len() {
        4 if is_decade && !is_short => {
            many(at, at + 1, (Unit::Decade, calendar::plausible_year(digits.parse().ok()?)?))
        }
        2 if is_decade && is_short && is_told(line, at) && !is_of_age(line, at) => {
            short_decade(at, digits.parse().ok()?)
        }
        _ => None,
    }
}

/// Whether an apostrophe or a word before it shows that two digits are a decade: "'30s", "the 30s".
fn is_told(line: Line<'_>, at: usize) -> bool {
    let is_led = line.words.key_before(at, 1).is_any(&keys!["the", "early", "late", "mid"]);
    is_led || !line.words.is_numeric(at)
}

/// The decade in words at `at`: "the nineties".
pub(super) fn decade_in_words(line: Line<'_>, at: usize) -> Option<Found> {
    let Some(Sense::Decade(tens)) = line.sense(at) else { return None };
    let before = line.words.key_before(at, 1);
    let is_led =
        before.is_any(&keys!["the", "early", "late", "mid", "-"]) || line.words.is_capitalised(at) && at > 0;
    let is_weather = line.words.key(at + 1).is_any(&keys!["degrees", "f", "c", "°"]);
    if !is_led || is_weather || is_of_age(line, at) {
        return None;
    }
    short_decade(at, i16::from(tens))
}

/// Whether someone's years of life are meant: "in his 30s".
fn is_of_age(line: Line<'_>, at: usize) -> bool {
    let is_whose =
        |back| line.words.key_before(at, back).is_any(&keys!["his", "her", "their", "my", "our", "your"]);
    is_whose(1) || is_whose(2)
}

/// The decade of which the century is not told.
fn short_decade(at: usize, tens: i16) -> Option<Found> {
    (tens % 10 == 0).then(|| Found::new(at, at + 1, Meaning::Decade(tens)))
}

/// The century at `at`, which starts with the ordinal `nth`: "21st century", "twentieth-century".
pub(super) fn century(line: Line<'_>, at: usize, nth: u8) -> Option<Found> {
    let behind = line.behind_hyphen(at + 1);
    if !(1..=21).contains(&nth) || !line.words.is(behind, key!("century")) {
        return None;
    }
    many(at, behind + 1, (Unit::Century, i16::from(nth - 1) * 100 + 1))
}

/// The ordinal in digits at `at` ("21st").
fn nth(line: Line<'_>, at: usize) -> Option<u8> {
    let form = line.words.form(at);
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
    stated(at, at + 1, year)
}
