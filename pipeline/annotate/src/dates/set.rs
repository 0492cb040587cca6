//! Times that recur.
//!
//! Answers for: "every Monday", "each year", "every two weeks", "daily", "twice a week", "Tuesday nights", as
//! SET with the TIMEX3 value of the time or the length between.

use schema::labels::{Granularity, Upos};

use super::clock;
use super::count;
use super::length;
use super::meaning::{Found, Length, Meaning};
use super::named;
use super::sense::{Line, Sense};
use crate::key::{key, keys};

/// The set at `at`.
pub(super) fn find(line: Line<'_>, at: usize) -> Option<Found> {
    match line.sense(at)? {
        Sense::Each => each(line, at),
        Sense::Recurs(value) => adverb(line, at, value),
        Sense::Number if line.words.key(at).is_any(&keys!["once", "twice"]) => {
            let is_rate = line.words.key(at + 1).is_any(&keys!["a", "an", "every", "each"]);
            unit(line, at, at + 2).filter(|_| is_rate)
        }
        Sense::Weekdays(weekday) => {
            let (end, part) = part_of_day(line, at + 1);
            Some(set(at, end, format!("XXXX-WXX-{weekday}{part}"), Granularity::Day))
        }
        Sense::Weekday(weekday) => {
            let Some(Sense::DayParts(part)) = line.sense(at + 1) else { return None };
            Some(set(at, at + 2, format!("XXXX-WXX-{weekday}T{part}"), Granularity::Day))
        }
        Sense::DayParts(code) if !line.words.is_capitalised(at) => {
            Some(set(at, at + 1, format!("XXXX-XX-XXT{code}"), Granularity::Day))
        }
        Sense::Article if length::is_rate(line, at) => unit(line, at, at + 1),
        _ => None,
    }
}

fn set(start: usize, end: usize, value: String, granularity: Granularity) -> Found {
    Found::new(start, end, Meaning::Set(value, granularity))
}

/// What recurs, at an hour: "each Monday at 4 p.m.".
fn each(line: Line<'_>, at: usize) -> Option<Found> {
    let found = each_day(line, at)?;
    let hour = clock::find(line, found.end + 1).filter(|_| line.words.is(found.end, key!("at")));
    let (Some(Found { clock: Some(clock), end, .. }), Meaning::Set(value, _)) = (hour, &found.meaning) else {
        return Some(found);
    };
    let day = value.split('T').next().filter(|day| day.starts_with('X')).unwrap_or("XXXX-XX-XX");
    Some(set(at, end, day.to_owned() + &clock.value(), clock.granularity()))
}

/// "Every day", "each Monday", "every other week", "every three years".
fn each_day(line: Line<'_>, at: usize) -> Option<Found> {
    let is_other = line.words.is(at + 1, key!("other"));
    let place = at + 1 + usize::from(is_other || line.words.is(at + 1, key!("single")));
    if let Some((end, name)) = named::find(line, place) {
        let (end, part) = part_of_day(line, end);
        return Some(set(at, end, name.value() + &part, name.unit().granularity()));
    }
    if let Some(Sense::DayPart(code)) = line.sense(place) {
        return Some(set(at, place + 1, format!("XXXX-XX-XXT{code}"), Granularity::Day));
    }
    if is_other {
        let length = length::unit(line, place).map(|unit| Length { unit, count: Some(2.0), reach: None })?;
        return Some(set(at, place + 1, length.value(), length.unit.granularity()));
    }
    if let Some(count) = count::find(line, place) {
        let (length, end) = length::of_count(line, place, count)?;
        return Some(set(at, end, length.value(), length.unit.granularity()));
    }
    unit(line, at, place)
}

/// One unit at `place`: "every year", "a week".
fn unit(line: Line<'_>, at: usize, place: usize) -> Option<Found> {
    let Some(Sense::Unit(unit)) = line.sense(place) else { return None };
    let length = Length { unit, count: Some(1.0), reach: None };
    Some(set(at, place + 1, length.value(), unit.granularity()))
}

/// The part of the day at `at`, as its value, and where it ends.
fn part_of_day(line: Line<'_>, at: usize) -> (usize, String) {
    match line.sense(at) {
        Some(Sense::DayPart(code) | Sense::DayParts(code)) => (at + 1, format!("T{code}")),
        _ => (at, String::new()),
    }
}

/// "Daily", "annually": words that say how often. What is weekly or quarterly by nature ("a quarterly
/// dividend") is left out, as its time is told by no one.
fn adverb(line: Line<'_>, at: usize, value: &'static str) -> Option<Found> {
    let is_of_nature = line.words.key(at).is_any(&keys!["monthly", "quarterly", "yearly", "biweekly"])
        && line.parse.upos(line.first + at) == Some(Upos::Adj);
    let is_beside_name = || line.words.is_capitalised(at + 1) || line.words.is_capitalised(at - 1);
    let is_name = line.words.is_capitalised(at) && (at == 0 || is_beside_name());
    let granularity = match value {
        "P1W" | "P2W" => Granularity::Week,
        "P1M" => Granularity::Month,
        "P3M" => Granularity::Quarter,
        "P1Y" => Granularity::Year,
        "PT1H" => Granularity::Hour,
        _ => Granularity::Day,
    };
    (!is_of_nature && !is_name).then(|| set(at, at + 1, value.to_owned(), granularity))
}
