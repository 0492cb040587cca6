//! What the calendar knows: the words that name its parts, and the days that a value means.
//!
//! Answers for: `data/calendar.tsv`, the number of a day of a month, first and last days. Leaves to the
//! grammar which words stand where.

use std::sync::LazyLock;

use jiff::civil;
use schema::Date;

use crate::key::key;
use crate::lexicon::{Lexicon, rows};
use crate::words::Words;

/// What a word of the calendar names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// A month, from 1.
    Month(u8),
    /// The middle of a month, from 1: "mid-July".
    MidMonth(u8),
    /// A day of the week.
    Weekday,
    /// A season by its TIMEX3 code.
    Season(&'static str),
    /// A half or a quarter of a year: "Q3".
    Part,
    /// Which in a row, from 1.
    Ordinal(u8),
    /// Noon or midnight by its hour.
    Noon(u8),
}

/// The words of the calendar.
pub(super) static SENSES: LazyLock<Lexicon<Sense>> = LazyLock::new(|| {
    let entries: Vec<_> =
        rows(include_str!("../../data/calendar.tsv")).filter_map(|row| sense(&row)).collect();
    let middles: Vec<_> = entries
        .iter()
        .filter_map(|&(word, sense)| match sense {
            Sense::Month(month) => Some((format!("mid-{word}"), Sense::MidMonth(month))),
            _ => None,
        })
        .collect();
    Lexicon::new(entries.into_iter().chain(middles.iter().map(|(word, sense)| (word.as_str(), *sense))))
});

fn sense(row: &[&'static str]) -> Option<(&'static str, Sense)> {
    let &[word, kind, number] = row else { return None };
    let sense = match kind {
        "month" => Sense::Month(number.parse().ok()?),
        "weekday" => Sense::Weekday,
        "season" => Sense::Season(number),
        "part" => Sense::Part,
        "ordinal" => Sense::Ordinal(number.parse().ok()?),
        "noon" => Sense::Noon(number.parse().ok()?),
        _ => return None,
    };
    Some((word, sense))
}

/// The month at `at`, from 1: a name with a capital, or any in Turkish.
pub(super) fn month(words: Words<'_>, at: usize) -> Option<u8> {
    match SENSES.get(words.key(at))? {
        Sense::Month(month) if words.is_capitalised(at) || is_plainly_a_month(words, at) => Some(month),
        _ => None,
    }
}

/// Whether a month's name in small letters can be nothing else.
fn is_plainly_a_month(words: Words<'_>, at: usize) -> bool {
    words.form(at).len() > 4 && !words.is(at, key!("march")) && !words.is(at, key!("august"))
}

/// The day of a month at `at`, from 1 to 31, with or without an ordinal's ending.
pub(super) fn day_of_month(words: Words<'_>, at: usize) -> Option<u8> {
    let form = words.form(at);
    let digits = form.bytes().take_while(u8::is_ascii_digit).count();
    let is_day = matches!(&form[digits..], "" | "st" | "nd" | "rd" | "th") && (1..=2).contains(&digits);
    let day = form[..digits].parse().ok().filter(|_| is_day)?;
    (1..=31).contains(&day).then_some(day)
}

/// The year at `at`: four digits, from 1000 to 2100.
pub(super) fn year(words: Words<'_>, at: usize) -> Option<u16> {
    (words.form(at).len() == 4).then(|| words.integer(at)).flatten().and_then(plausible_year)
}

/// `number` as a year of which news speaks.
pub(super) fn plausible_year(number: u32) -> Option<u16> {
    u16::try_from(number).ok().filter(|year| (1000..=2100).contains(year))
}

/// The day, where the calendar has it.
pub(super) fn day(year: u16, month: u8, day: u8) -> Option<civil::Date> {
    civil::Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Whether some year has this day.
pub(super) fn exists(month: u8, of_month: u8) -> bool {
    // 2000 was a leap year.
    day(2000, month, of_month).is_some()
}

/// From the first day of month `from` to the last day of month `to`.
pub(super) fn months(year: u16, from: u8, to: u8) -> Option<(Date, Date)> {
    Some((stored(day(year, from, 1)?), stored(day(year, to, 1)?.last_of_month())))
}

/// From the first day of year `from` to the last day of year `to`.
pub(super) fn years(from: u16, to: u16) -> Option<(Date, Date)> {
    Some((stored(day(from, 1, 1)?), stored(day(to, 12, 31)?)))
}

/// A day of the calendar as the tables hold it.
pub(super) fn stored(day: civil::Date) -> Date {
    let hours = day.duration_since(civil::Date::constant(1970, 1, 1)).as_hours();
    Date { days: i32::try_from(hours / 24).expect("jiff's calendar ends in the year 9999") }
}
