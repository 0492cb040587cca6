//! Months, seasons, quarters and halves of a year.
//!
//! Answers for: "November 2015", "in November", "mid-July", "summer 2015", "third quarter of 1987", "Q3 2015".

use schema::labels::{Granularity, TimeModifier};

use super::calendar::{self, SENSES, Sense, year};
use super::found::Found;
use super::year::leads_in;
use crate::key::{key, keys};
use crate::words::Words;

/// The month at `at`, with its year where that follows.
pub(super) fn find(words: Words<'_>, at: usize) -> Option<Found> {
    let (month, modifier) = match SENSES.get(words.key(at))? {
        Sense::MidMonth(month) => (month, Some(TimeModifier::Mid)),
        _ => (calendar::month(words, at)?, None),
    };
    let dot = at + 1 + usize::from(words.is(at + 1, key!(".")) && words.is_numeric(at + 2));
    let found = match year_behind(words, dot) {
        Some((end, year)) => Found::month(end, Some(year), month),
        None if modifier.is_some() || stands_alone(words, at) => Found::month(at + 1, None, month),
        None => return None,
    };
    Some(Found { modifier, ..found })
}

/// The year behind a month or a season and where it ends: "2015", ", 2015", "of 2015".
fn year_behind(words: Words<'_>, at: usize) -> Option<(usize, u16)> {
    let place = at + usize::from(words.key(at).is_any(&keys![",", "of"]));
    year(words, place).map(|year| (place + 1, year))
}

/// Whether a month without day and year is one: a word leads it in, and it is not the first name of someone.
fn stands_alone(words: Words<'_>, at: usize) -> bool {
    let leads = leads_in(words.key_before(at, 1))
        || words.key_before(at, 1).is_any(&keys!["late", "early", "mid", "last", "next", "this"]);
    leads && words.is_capitalised(at) && !words.is_capitalised(at + 1)
}

/// The season of a year at `at`.
pub(super) fn season(words: Words<'_>, at: usize, season: &str) -> Option<Found> {
    let (end, year) = year_behind(words, at + 1)?;
    Some(Found::date(end, format!("{year:04}-{season}"), Granularity::Season))
        // A season's days differ with the country; its year does not.
        .map(|found| found.on(calendar::years(year, if season == "WI" { year + 1 } else { year })))
}

/// The part of a year at `at` that is written as a code ("Q3 2015").
pub(super) fn part_of_year(words: Words<'_>, at: usize) -> Option<Found> {
    let (end, year) = year_behind(words, at + 1)?;
    let nth = u8::try_from(words.form(at).chars().nth(1)?.to_digit(10)?).ok()?;
    let length = if words.form(at).starts_with(['q', 'Q']) { 3 } else { 6 };
    Some(part(end, Some(year), nth, length))
}

/// The quarter at `at`, which starts with the word for `nth`.
pub(super) fn quarter(words: Words<'_>, at: usize, nth: u8) -> Option<Found> {
    let behind = at + 1 + usize::from(words.is(at + 1, key!("-")));
    if nth > 4 || !words.is(behind, key!("quarter")) {
        return None;
    }
    let (end, year) = match year_behind(words, behind + 1) {
        Some((end, year)) => (end, Some(year)),
        None => (behind + 1, None),
    };
    Some(part(end, year, nth, 3))
}

/// The `nth` part of a year, `length` months long.
fn part(end: usize, year: Option<u16>, nth: u8, length: u8) -> Found {
    let (letter, granularity) =
        if length == 3 { ('Q', Granularity::Quarter) } else { ('H', Granularity::Month) };
    let named = year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
    let days = year.and_then(|year| calendar::months(year, (nth - 1) * length + 1, nth * length));
    Found::date(end, format!("{named}-{letter}{nth}"), granularity).on(days)
}
