//! Days written in digits alone.
//!
//! Answers for: "2016-12-19", "19.12.2016", "12/19/2016", "20161219", "Oct/2", with a time behind a T. Where
//! day and month cannot be told apart, only the year is known.

use schema::labels::Granularity;

use super::calendar::{exists, plausible_year};
use super::meaning::{Clock, Found, Hour, Meaning, Which};
use super::period::{Period, date};
use super::returning::Returning;
use super::sense::{self, Line, Sense};
use crate::key::Key;

/// The day at `at`.
pub(super) fn find(line: Line<'_>, at: usize) -> Option<Found> {
    let form = line.words.form(at);
    if let Some(name) = slashed(form) {
        return Some(Found::new(at, at + 1, Meaning::Returning(name, Which::Open)));
    }
    if !(6..=32).contains(&form.len()) {
        return None;
    }
    let (date, time) = form.split_once('T').map_or((form, None), |(date, time)| (date, Some(time)));
    let meaning = plain(date).or_else(|| parted(date))?;
    let found = Found::new(at, at + 1, meaning);
    Some(match time.and_then(clock) {
        Some(clock) => found.at(clock),
        None => found,
    })
}

/// A day of a month behind the name of the month: "Oct/2".
fn slashed(form: &str) -> Option<Returning> {
    let (month, day) = form.split_once('/')?;
    let Some(Sense::Month(month)) = sense::of(Key::of(month)) else { return None };
    day.parse().ok().filter(|&day| exists(month, day)).map(|day| Returning::Day(month, day))
}

/// A day whose parts a mark keeps apart.
fn parted(date: &str) -> Option<Meaning> {
    let mark = date.bytes().find(|byte| !byte.is_ascii_digit())?;
    let mut parts = date.split(char::from(mark)).map(|part| Some((part.len(), part.parse::<u32>().ok()?)));
    let (first, second, third) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() {
        return None;
    }
    match (mark, first.0, third.0) {
        (b'-' | b'/' | b'.', 4, 1..=2) => written(first.1, second.1, third.1),
        (b'.', 1..=2, 4) => written(third.1, second.1, first.1),
        (b'/' | b'-', 1..=2, 4) => either(third.1, first.1, second.1),
        _ => None,
    }
}

/// A day in eight digits, of this century or the end of the last: "20161219".
fn plain(date: &str) -> Option<Meaning> {
    let is_day = date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit());
    let number = |range: std::ops::Range<usize>| date.get(range)?.parse::<u32>().ok();
    let year = number(0..4).filter(|year| is_day && (1980..2050).contains(year))?;
    written(year, number(4..6)?, number(6..8)?)
}

/// The day of which all parts are told.
fn written(year: u32, month: u32, day: u32) -> Option<Meaning> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    Some(Meaning::Stated(Period::day(date(plausible_year(year)?, month, day)?)))
}

/// The day of which the order of month and day is not told.
fn either(year: u32, one: u32, other: u32) -> Option<Meaning> {
    if one > 12 {
        return written(year, other, one);
    }
    if other > 12 || one == other {
        return written(year, one, other);
    }
    let year = plausible_year(year)?;
    (one > 0 && other > 0).then(|| Meaning::Partial(format!("{year:04}-XX-XX"), Granularity::Day))
}

/// The hour and minute that the text behind the T starts with.
fn clock(time: &str) -> Option<Clock> {
    let [b'0'..=b'2', b'0'..=b'9', b':', b'0'..=b'5', b'0'..=b'9', ..] = time.as_bytes() else { return None };
    let (hour, minute) = (time[..2].parse().ok()?, time[3..5].parse().ok()?);
    Some(Clock::Hour(Hour { of_day: hour, minute: Some(minute), second: None, is_greenwich: false }))
}
