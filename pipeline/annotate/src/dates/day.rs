//! Days written with the name of their month.
//!
//! Answers for: "December 19, 2016", "19 December", "Monday, Dec. 19", and the shared month and year of two
//! days ("December 19-21, 2016", "19 and 21 December").

use super::calendar::{day_of_month, month, year};
use super::found::Found;
use crate::key::{key, keys};
use crate::words::Words;

/// A day whose month comes first, at `at`.
pub(super) fn month_first(words: Words<'_>, at: usize) -> Option<Found> {
    let month = month(words, at)?;
    let place = at + 1 + usize::from(words.is(at + 1, key!(".")));
    let of_month = day_of_month(words, place).filter(|_| !is_other_number(words, place))?;
    let (end, year) = year_behind(words, place + 1);
    // The year behind the second of two days is the first one's too.
    let year = year.or_else(|| second_day(words, place).and_then(|second| year_behind(words, second + 1).1));
    Found::day(end, year, month, of_month)
}

/// A day whose month comes behind it, at `at`; or the second of two days whose month came before.
pub(super) fn day_first(words: Words<'_>, at: usize) -> Option<Found> {
    let of_month = day_of_month(words, at)?;
    if let Some(place) = month_behind(words, at + 1) {
        let (end, year) = year_behind(words, place + 1);
        return Found::day(end, year, month(words, place)?, of_month);
    }
    if let Some(second) = second_day(words, at) {
        let place = month_behind(words, second + 1)?;
        return Found::day(at + 1, year_behind(words, place + 1).1, month(words, place)?, of_month);
    }
    let first = (at >= 3 && is_link(words, at - 1)).then(|| at - 2)?;
    let month = (day_of_month(words, first).is_some()).then(|| month(words, first - 1)).flatten()?;
    if is_other_number(words, at) {
        return None;
    }
    let (end, year) = year_behind(words, at + 1);
    Found::day(end, year, month, of_month)
}

/// A day that its weekday leads in, at `at`.
pub(super) fn behind_weekday(words: Words<'_>, at: usize) -> Option<Found> {
    let place = at + 1 + usize::from(words.is(at + 1, key!(",")));
    if words.is_numeric(place) { day_first(words, place) } else { month_first(words, place) }
}

/// The place of the month behind a day: "19 December", "19th of December".
fn month_behind(words: Words<'_>, at: usize) -> Option<usize> {
    let place = at + usize::from(words.is(at, key!("of")));
    month(words, place).map(|_| place)
}

/// The year behind a day and month, after a comma or none, and where the date ends.
fn year_behind(words: Words<'_>, at: usize) -> (usize, Option<u16>) {
    let place = at + usize::from(words.is(at, key!(",")));
    match year(words, place) {
        Some(year) => (place + 1, Some(year)),
        None => (at, None),
    }
}

/// The place of the second of two days of a month.
fn second_day(words: Words<'_>, first: usize) -> Option<usize> {
    let is_day = is_link(words, first + 1) && day_of_month(words, first + 2).is_some();
    (is_day && !is_other_number(words, first + 2)).then_some(first + 2)
}

/// What may stand between two days of a month.
fn is_link(words: Words<'_>, at: usize) -> bool {
    words.key(at).is_any(&keys!["-", "–", "and", "to"])
}

/// Whether the number at `at` counts something, or is a part of a larger one.
fn is_other_number(words: Words<'_>, at: usize) -> bool {
    words
        .key(at + 1)
        .is_any(&keys!["%", "percent", "pct", "million", "mln", "billion", "bln", "p.m.", "a.m.", "pm", "am"])
}
