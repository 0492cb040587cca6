//! Days written in digits alone.
//!
//! Answers for: "2016-12-19", "19.12.2016", "12/19/2016", with a time behind a T. Where day and month cannot be
//! told apart, only the year is known.

use schema::labels::{Granularity, TimeType};

use super::calendar::plausible_year;
use super::found::Found;
use crate::words::Words;

/// The day at `at`.
pub(super) fn find(words: Words<'_>, at: usize) -> Option<Found> {
    let form = words.form(at);
    if !(6..=32).contains(&form.len()) {
        return None;
    }
    let (date, time) = form.split_once('T').map_or((form, None), |(date, time)| (date, Some(time)));
    let mark = date.bytes().find(|byte| !byte.is_ascii_digit())?;
    let mut parts = date.split(char::from(mark)).map(|part| Some((part.len(), part.parse::<u32>().ok()?)));
    let (first, second, third) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() {
        return None;
    }
    let found = match (mark, first.0, third.0) {
        (b'-' | b'/' | b'.', 4, 1..=2) => written(at + 1, first.1, second.1, third.1),
        (b'.', 1..=2, 4) => written(at + 1, third.1, second.1, first.1),
        (b'/' | b'-', 1..=2, 4) => either(at + 1, third.1, first.1, second.1),
        _ => None,
    }?;
    Some(match time.filter(|time| is_time(time)) {
        Some(time) => with_time(found, time),
        None => found,
    })
}

/// The day of which all parts are told.
fn written(end: usize, year: u32, month: u32, day: u32) -> Option<Found> {
    Found::day(end, Some(plausible_year(year)?), u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// The day of which the order of month and day is not told.
fn either(end: usize, year: u32, one: u32, other: u32) -> Option<Found> {
    if one > 12 {
        return written(end, year, other, one);
    }
    if other > 12 || one == other {
        return written(end, year, one, other);
    }
    let year = plausible_year(year)?;
    (one > 0 && other > 0).then(|| Found::date(end, format!("{year:04}-XX-XX"), Granularity::Day))
}

/// Whether the text behind the T starts with an hour and a minute.
fn is_time(time: &str) -> bool {
    matches!(time.as_bytes(), [b'0'..=b'2', b'0'..=b'9', b':', b'0'..=b'5', b'0'..=b'9', ..])
}

fn with_time(found: Found, time: &str) -> Found {
    let value = found.value + "T" + &time[..5];
    Found { kind: TimeType::Time, value, granularity: Granularity::Minute, ..found }
}
