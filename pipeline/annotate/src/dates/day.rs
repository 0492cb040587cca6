//! Days written with the name of their month, or with that of their weekday.
//!
//! Answers for: "December 19, 2016", "19 December", "Monday, Dec. 19", "the 9th of May", "March eighth", and
//! the shared month and year of two days ("December 19-21, 2016", "19 and 21 December").

use super::calendar::{day_of_month, exists, month, month_of_day, year};
use super::meaning::{Found, Meaning, Which};
use super::named;
use super::period::{Period, Unit, date};
use super::returning::Returning;
use super::sense::{Line, Sense};
use crate::key::{key, keys};
use crate::language::gazetteer::Listing;

/// A day of a month, its year where that is told.
#[derive(Debug, Clone, Copy)]
struct Day {
    end: usize,
    year: Option<i16>,
    month: u8,
    of_month: u8,
}

/// The day at `at`, whose weekday may lead it in.
pub(super) fn find(line: Line<'_>, at: usize) -> Option<Found> {
    let place = match line.sense(at)? {
        Sense::Weekday(_) => behind_mark(line, at + 1),
        _ => at,
    };
    let day =
        hyphenated(line, place).or_else(|| month_first(line, place)).or_else(|| day_first(line, place))?;
    meaning(line, at, day)
}

/// The place behind the comma or the article between a weekday and its day.
fn behind_mark(line: Line<'_>, at: usize) -> usize {
    let at = at + usize::from(line.words.is(at, key!(",")));
    at + usize::from(line.words.is(at, key!("the")))
}

fn meaning(line: Line<'_>, at: usize, Day { end, year, month, of_month }: Day) -> Option<Found> {
    let name = Returning::Day(month, of_month);
    if let Some(year) = year {
        return Some(Found::new(at, end, Meaning::Stated(Period::day(date(year, month, of_month)?))));
    }
    if let Some((end, steps)) = named::in_period(line, end).filter(|(_, steps)| steps.unit == Unit::Year) {
        return Some(Found::new(at, end, Meaning::Within(name, steps)));
    }
    exists(month, of_month).then(|| Found::new(at, end, Meaning::Returning(name, Which::Open)))
}

/// A day whose parts hyphens join, in any order: "2019-Aug-1", "23-Sep-2020".
fn hyphenated(line: Line<'_>, at: usize) -> Option<Day> {
    if !line.is_hyphen(at + 1) || !line.is_hyphen(at + 3) {
        return None;
    }
    let places = [at, at + 2, at + 4];
    let month = places.into_iter().find_map(|place| month_of_day(line, place))?;
    let year = places.into_iter().find_map(|place| year(line, place))?;
    let (_, day) = places.into_iter().find_map(|place| day_of_month(line, place))?;
    Some(Day { end: at + 5, year: Some(year), month, of_month: day })
}

/// A day whose month comes first, at `at`.
fn month_first(line: Line<'_>, at: usize) -> Option<Day> {
    let month = month_of_day(line, at)?;
    // "Ada May, 26": the age of somebody.
    let is_surname = line.words.is(at + 1, key!(","))
        && line.words.is_capitalised(at.wrapping_sub(1))
        && Listing::of(line.words.form_before(at)).is_given();
    if is_surname {
        return None;
    }
    let place = at + 1 + usize::from(line.words.key(at + 1).is_any(&keys![".", ",", "the"]));
    let (behind, day) = day_of_month(line, place).filter(|_| !is_other_number(line, place))?;
    let (end, year) = year_behind(line, behind);
    // The year behind the second of two days is the first one's too.
    let year = year.or_else(|| second_day(line, behind).and_then(|second| year_behind(line, second).1));
    Some(Day { end, year, month, of_month: day })
}

/// A day whose month comes behind it, at `at`; or the second of two days whose month came before.
fn day_first(line: Line<'_>, at: usize) -> Option<Day> {
    let is_money = line.words.key_before(at, 1).is_any(&keys!["$", "£", "€"]);
    let (behind, day) = day_of_month(line, at).filter(|_| !is_money)?;
    if let Some(place) = month_behind(line, behind) {
        let (end, year) = year_behind(line, place + 1);
        return Some(Day { end, year, month: month_of_day(line, place)?, of_month: day });
    }
    if let Some(second) = second_day(line, behind) {
        let place = month_behind(line, second)?;
        return Some(Day {
            end: behind,
            year: year_behind(line, place + 1).1,
            month: month_of_day(line, place)?,
            of_month: day,
        });
    }
    let first = (at >= 3 && is_link(line, at - 1)).then(|| at - 2)?;
    let month = day_of_month(line, first).and_then(|_| month(line, first - 1))?;
    if is_other_number(line, at) {
        return None;
    }
    let (end, year) = year_behind(line, behind);
    Some(Day { end, year, month, of_month: day })
}

/// Where a weekday's day of the month ends, and the day: "Tuesday the 11th".
pub(super) fn behind_weekday(line: Line<'_>, at: usize) -> Option<(usize, u8)> {
    let is_definite = line.words.is(at, key!("the"));
    let (end, day) = day_of_month(line, at + usize::from(is_definite))?;
    let is_last = end >= line.words.len() || matches!(line.words.form(end), "," | "." | "!" | "?");
    let is_followed = line.words.key(end).is_any(&keys!["at", "of", "in", "and", "for"])
        || line.sense(end) == Some(Sense::Number);
    let is_alone = is_last || is_definite && (!line.words.is_lower(end) || is_followed);
    is_alone.then_some((end, day))
}

/// The day of a month told from today at `at`: "the 15th day of next month", "the 18th".
pub(super) fn of_month(line: Line<'_>, at: usize) -> Option<Found> {
    let (behind, day) = day_of_month(line, at)?;
    let name = Returning::DayOfMonth(day, None);
    let place = behind + usize::from(line.words.is(behind, key!("day")));
    if let Some((end, steps)) = named::in_period(line, place).filter(|(_, steps)| steps.unit == Unit::Month) {
        return Some(Found::new(at, end, Meaning::Within(name, steps)));
    }
    let is_ordinal = !line.words.form(at).ends_with(|letter: char| letter.is_ascii_digit());
    let is_led = line.words.is(at.checked_sub(1)?, key!("the"))
        && line.words.key_before(at, 2).is_any(&keys!["on", "until", "by"]);
    let is_alone =
        behind >= line.words.len() || matches!(line.words.form(behind), "," | "." | "?" | "!" | ";");
    let is_day = is_led && is_ordinal && is_alone && line.words.is_numeric(at);
    is_day.then(|| Found::new(at, behind, Meaning::Returning(name, Which::Open)))
}

/// The place of the month behind a day: "19 December", "19th of December".
fn month_behind(line: Line<'_>, at: usize) -> Option<usize> {
    let place = at + usize::from(line.words.is(at, key!("day")) && line.words.is(at + 1, key!("of")));
    let place = place + usize::from(line.words.is(place, key!("of")));
    month_of_day(line, place).map(|_| place)
}

/// The year behind a day and month, after a comma or none, and where the date ends.
fn year_behind(line: Line<'_>, at: usize) -> (usize, Option<i16>) {
    let place = at + usize::from(line.words.key(at).is_any(&keys![",", "of", "in"]));
    match year(line, place) {
        Some(year) => (place + 1, Some(year)),
        None => (at, None),
    }
}

/// Where the second of two days of a month ends, whose first ends at `at`.
fn second_day(line: Line<'_>, at: usize) -> Option<usize> {
    let (end, _) = day_of_month(line, at + 1).filter(|_| is_link(line, at))?;
    (!is_other_number(line, end - 1)).then_some(end)
}

/// What may stand between two days of a month.
fn is_link(line: Line<'_>, at: usize) -> bool {
    line.words.key(at).is_any(&keys!["-", "–", "and", "to"])
}

/// Whether the number at `at` counts something, or is a part of a larger one.
fn is_other_number(line: Line<'_>, at: usize) -> bool {
    line.words
        .key(at + 1)
        .is_any(&keys!["%", "percent", "pct", "million", "mln", "billion", "bln", "p.m.", "a.m.", "pm", "am"])
}
