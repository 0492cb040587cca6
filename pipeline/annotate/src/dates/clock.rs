//! Times of day.
//!
//! Answers for: "6 p.m.", "10:30", "10.30am", "1500 GMT", "six o'clock" in digits, noon and midnight. The day is
//! not known here, so it is X in the value.

use schema::labels::{Granularity, TimeType};

use super::found::Found;
use crate::key::keys;
use crate::words::Words;

/// A time of day on its way to its value.
#[derive(Debug, Clone, Copy)]
struct Clock {
    hour: u32,
    /// `None` where only the hour is told.
    minute: Option<u32>,
    /// One past its last word.
    end: usize,
}

/// The time of day at `at`.
pub(super) fn find(words: Words<'_>, at: usize) -> Option<Found> {
    let clock = digits(words, at)?;
    if let Some(half) = half_of_day(words, clock.end) {
        let hour = half.hour(clock.hour)?;
        return Some(found(words, Clock { hour, end: clock.end + 1, ..clock }));
    }
    if words.key(clock.end).is_any(&keys!["o'clock"]) && clock.minute.is_none() && clock.hour <= 12 {
        return Some(found(words, Clock { end: clock.end + 1, ..clock }));
    }
    let is_clock = clock.minute.is_some() && (zone(words, clock.end).is_some() || is_led_in(words, at));
    is_clock.then(|| found(words, clock))
}

/// Noon or midnight at `at`.
pub(super) fn noon(words: Words<'_>, at: usize, hour: u8) -> Option<Found> {
    let is_time = !words.is_capitalised(at) || words.key_before(at, 1).is_any(&keys!["at", "until", "by"]);
    is_time.then(|| found(words, Clock { hour: u32::from(hour), minute: Some(0), end: at + 1 }))
}

/// The hour, and the minute where there is one, at `at`.
fn digits(words: Words<'_>, at: usize) -> Option<Clock> {
    let form = words.form(at);
    let is_dotted = form.contains('.') && half_of_day(words, at + 1).is_some();
    let (hour, minute) = match form.split_once(if is_dotted { '.' } else { ':' }) {
        Some((hour, minute)) => (hour, Some(minute.split_once(':').map_or(minute, |(minute, _)| minute))),
        None if form.len() == 4 && zone(words, at + 1).is_some() => {
            form.split_at_checked(2).map(|(h, m)| (h, Some(m)))?
        }
        None => (form, None),
    };
    let is_short = hour.len() <= 2 && minute.is_none_or(|minute| minute.len() == 2);
    let (hour, minute) = (number(hour).filter(|_| is_short)?, minute.map(number));
    match minute {
        Some(minute) => minute.filter(|&minute| hour < 24 && minute < 60).map(|minute| Clock {
            hour,
            minute: Some(minute),
            end: at + 1,
        }),
        None => (hour <= 24).then_some(Clock { hour, minute: None, end: at + 1 }),
    }
}

fn number(digits: &str) -> Option<u32> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// The half of a day, before noon and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

impl Half {
    /// The hour of 24 for an hour of this half.
    fn hour(self, hour: u32) -> Option<u32> {
        match (self, hour) {
            (_, 0 | 13..) => None,
            (Self::Morning, 12) => Some(0),
            (Self::Morning, hour) | (Self::Afternoon, hour @ 12) => Some(hour),
            (Self::Afternoon, hour) => Some(hour + 12),
        }
    }
}

fn half_of_day(words: Words<'_>, at: usize) -> Option<Half> {
    let key = words.key(at);
    // "am" is a verb where it stands apart from a number in small letters; behind an hour it is none.
    if key.is_any(&keys!["a.m.", "am", "a.m"]) {
        return Some(Half::Morning);
    }
    key.is_any(&keys!["p.m.", "pm", "p.m"]).then_some(Half::Afternoon)
}

/// How many words from `at` on name a time zone, and whether it is that of Greenwich.
fn zone(words: Words<'_>, at: usize) -> Option<(usize, bool)> {
    let key = words.key(at);
    if key.is_any(&keys!["gmt", "utc"]) {
        return Some((1, true));
    }
    if words.are(at, &keys!["local", "time"]) {
        return Some((2, false));
    }
    let is_zone = key.is_any(&keys![
        "est", "edt", "et", "pst", "pdt", "pt", "cst", "cdt", "ct", "cet", "cest", "bst", "hrs", "hours",
    ]);
    (is_zone && (words.is_capitalised(at) || key.is_any(&keys!["hrs", "hours"]))).then_some((1, false))
}

/// Whether the words before `at` lead a time of day in.
fn is_led_in(words: Words<'_>, at: usize) -> bool {
    let lead = words.key_before(at, 1);
    lead.is_any(&keys![
        "at", "by", "until", "till", "around", "about", "from", "to", "before", "after", "since", "between",
        "and", "-", "–",
    ]) && !words.form(at).starts_with("0:")
}

fn found(words: Words<'_>, clock: Clock) -> Found {
    let (length, is_greenwich) = zone(words, clock.end).unwrap_or((0, false));
    let (minute, granularity) = match clock.minute {
        Some(minute) => (minute, Granularity::Minute),
        None => (0, Granularity::Hour),
    };
    let suffix = if is_greenwich { "Z" } else { "" };
    let value = format!("XXXX-XX-XXT{:02}:{minute:02}{suffix}", clock.hour);
    Found { kind: TimeType::Time, ..Found::date(clock.end + length, value, granularity) }
}
