//! A day and a time of day that stand together and are one expression.
//!
//! Answers for: "Friday morning", "yesterday at 6 p.m.", "9 a.m. EST Tuesday", "midnight Friday", "the
//! morning of May 3". Leaves to `resolve` a time of day without its day.

use schema::labels::{Granularity, TimeModifier};

use super::clock;
use super::lead;
use super::meaning::{Clock, Found, Meaning};
use super::period::Unit;
use super::phrase;
use super::sense::{Line, Sense};
use crate::key::{key, keys};

/// What was found, with the day or the time of day behind it.
pub(super) fn widened(line: Line<'_>, found: Found) -> Found {
    match found.clock {
        None if is_day(&found.meaning) => with_part(line, found),
        Some(Clock::Part(_)) if is_day(&found.meaning) => with_hour(line, found),
        Some(Clock::Part(_)) if found.meaning == Meaning::AnyDay => with_day(line, with_hour(line, found)),
        Some(_) if found.meaning == Meaning::AnyDay => with_day(line, found),
        _ => found,
    }
}

/// Whether a meaning may be one day.
fn is_day(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Stated(period) => period.unit == Unit::Day,
        Meaning::Partial(_, granularity) => *granularity == Granularity::Day,
        Meaning::Returning(name, _) | Meaning::Within(name, _) => name.unit() == Unit::Day,
        Meaning::Counted(steps) => steps.unit == Unit::Day,
        _ => false,
    }
}

/// A day with the part of it, or the hour, behind: "Friday morning", "Friday, late in the evening".
fn with_part(line: Line<'_>, found: Found) -> Found {
    match part_behind(line, found.end) {
        Some((end, code, modifier)) => {
            let modifier = found.modifier.or(modifier);
            with_hour(line, Found { end, modifier, ..found }.at(Clock::Part(code)))
        }
        None => with_hour(line, found),
    }
}

/// The part of the day at `at`, with where it ends and its modifier: "morning", "early in the morning".
fn part_behind(line: Line<'_>, at: usize) -> Option<(usize, &'static str, Option<TimeModifier>)> {
    let lead = lead::find(line, at).filter(|lead| !lead.is_of_length);
    let place = lead.map_or(at, |lead| lead.end);
    let place = if line.words.are(place, &keys!["in", "the"]) { place + 2 } else { place };
    match line.sense(place)? {
        Sense::DayPart(code) if !line.words.key(place).is_any(&keys!["overnight", "dawn", "dusk"]) => {
            Some((place + 1, code, lead.and_then(|lead| lead.modifier)))
        }
        _ => None,
    }
}

/// A day or a part of it with the hour behind: "Friday at 6 p.m.", "Monday evening at about 6", "23.04.2022
/// 14:55".
fn with_hour(line: Line<'_>, found: Found) -> Found {
    let words = line.words;
    let comma = found.end + usize::from(words.is(found.end, key!(",")));
    let is_at = words.key(comma).is_any(&keys!["at", "around", "about", "for"]);
    let place = comma + usize::from(is_at);
    let place = place + usize::from(words.key(place).is_any(&keys!["about", "around"]));
    let part = match found.clock {
        Some(Clock::Part(code)) => Some(code),
        _ => None,
    };
    let loose =
        || clock::bare(line, place).filter(|_| is_at && part.is_some() || words.form(place).contains(':'));
    match clock::find(line, place).or_else(loose) {
        Some(Found { clock: Some(Clock::Hour(hour)), end, .. }) => {
            let behind = part_behind(line, end);
            let end = behind.map_or(end, |(end, ..)| end);
            let hour = part.or(behind.map(|(_, code, _)| code)).map_or(hour, |code| hour.of_part(code));
            Found { clock: Some(Clock::Hour(hour)), end, ..found }
        }
        _ => found,
    }
}

/// A time of day with its day behind: "6 p.m. Monday", "9 a.m. EST on Tuesday", "the morning of May 3".
fn with_day(line: Line<'_>, found: Found) -> Found {
    let words = line.words;
    let comma = found.end + usize::from(words.is(found.end, key!(",")));
    let place = comma + usize::from(words.key(comma).is_any(&keys!["on", "of"]));
    let Some(day) = phrase::day(line, place).filter(|day| is_day(&day.meaning)) else { return found };
    // "6 p.m. Monday evening": the part of the day is told already, unless the hour leaves it open.
    let code = match (day.clock, line.sense(day.end)) {
        (None, Some(Sense::DayPart(code))) => Some(code),
        _ => None,
    };
    let end = day.end + usize::from(code.is_some());
    let clock = match (found.clock, code) {
        (Some(Clock::Hour(hour)), Some(code)) => Some(Clock::Hour(hour.of_part(code))),
        (clock, _) => clock,
    };
    Found { end, meaning: day.meaning, clock, ..found }
}
