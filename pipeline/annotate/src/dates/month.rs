//! Months, seasons, quarters and halves of a year, with the year that they are of.
//!
//! Answers for: "November 2015", "mid-July", "summer 2015", "the winter of 1994", "third quarter of 1987",
//! "Q3 2015", "2017 Q1", "the 1988 second quarter".

use schema::labels::TimeModifier;

use super::calendar::{self, year, year_in_words};
use super::meaning::{Found, Meaning, Which};
use super::named;
use super::period::{Period, Unit, date};
use super::returning::Returning;
use super::sense::{Line, Sense};
use crate::key::{key, keys};

/// The month or part of a year at `at`, with its year.
pub(super) fn with_year(line: Line<'_>, at: usize) -> Option<Found> {
    let (end, name) = match line.sense(at)? {
        Sense::Month(_) => {
            let month = calendar::month(line, at)?;
            let is_short = line.words.is(at + 1, key!(".")) && line.words.is_numeric(at + 2);
            (at + 1 + usize::from(is_short), Returning::Month(month))
        }
        Sense::Season(month) => (at + 1, Returning::Season(month)),
        Sense::Ordinal(_) | Sense::Part | Sense::Fiscal => named::part_of_year(line, at)?,
        Sense::Feast => named::find(line, at)?,
        _ => return None,
    };
    let (end, year) = year_behind(line, end)?;
    within(name, year).map(|period| Found::new(at, end, Meaning::Stated(period)))
}

/// The middle of a month that is one word: "mid-July 2015".
pub(super) fn middle(line: Line<'_>, at: usize) -> Option<Found> {
    let Some(Sense::MidMonth(month)) = line.sense(at) else { return None };
    let name = Returning::Month(month);
    let found = match year_behind(line, at + 1) {
        Some((end, year)) => Found::new(at, end, Meaning::Stated(within(name, year)?)),
        None => Found::new(at, at + 1, Meaning::Returning(name, Which::Open)),
    };
    Some(Found { modifier: Some(TimeModifier::Mid), ..found })
}

/// The part of a year that stands behind it: "the 1988 second quarter", "2017-Q1".
pub(super) fn behind_year(line: Line<'_>, at: usize) -> Option<Found> {
    let year = year(line, at)?;
    let place = line.behind_hyphen(at + 1);
    let (end, name) = match line.sense(place)? {
        Sense::Month(_) => (place + 1, Returning::Month(calendar::month(line, place)?)),
        _ => named::part_of_year(line, place)?,
    };
    // "in 2015 May resigned" holds no month.
    let is_month = !matches!(name, Returning::Month(5)) && !line.words.is_numeric(end);
    let period = within(name, year).filter(|_| is_month)?;
    Some(Found::new(at, end, Meaning::Stated(period)))
}

/// The part of this name of a year.
fn within(name: Returning, year: i16) -> Option<Period> {
    name.within(Period { unit: Unit::Year, first: date(year, 1, 1)? })
}

/// The year behind a month or a season and where it ends: "2015", ", 2015", "of 2015", "-2015".
fn year_behind(line: Line<'_>, at: usize) -> Option<(usize, i16)> {
    let is_linked = line.words.key(at).is_any(&keys![",", "of", "in"]);
    let place = if is_linked { at + 1 } else { line.behind_hyphen(at) };
    let place = place + usize::from(is_linked && line.words.is(place, key!("fiscal")));
    year(line, place).map(|year| (place + 1, year)).or_else(|| year_in_words(line, place))
}
