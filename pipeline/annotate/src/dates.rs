//! Dates and times of day that the text states.
//!
//! # What it marks
//!
//! Explicit expressions, as TIMEX3 DATE and TIME: days ("19 December 2016", "Dec. 19", "2016-12-19",
//! "12/19/2016"), months, quarters, seasons and halves of years, years where the words around show that the
//! number is one ("in 1976", "2001-2006"), decades, centuries, and times of day ("6 p.m.", "10:30 GMT"). Each
//! end of a stretch of time is an expression of its own.
//!
//! # How it decides
//!
//! By a grammar over tokens, from left to right; the longest form that fits at a place stands. What the words
//! leave open is an X in the value ("December 19" is `XXXX-12-19`), names no days and is `unresolved`: no
//! publication date is put in. A number of four digits is a year behind a word that leads one in, between
//! another year and a hyphen, or before the noun it describes ("the 2016 campaign"). A month name that is also a
//! word ("May", "March") needs a day or a year beside it, or such a word before. `early`, `late`, `mid`, `the
//! end of` become START, END, MID; `about` becomes APPROX; these words stand inside the span.
//!
//! # Example
//!
//! ```text
//! The mayor of Velden resigned on December 19, 2016 at about 6 p.m.
//!                                 ~~~~~~~~~~~~~~~~~    ~~~~~~~~~~~~
//!                                 2016-12-19           XXXX-XX-XXT18:00, APPROX
//! ```
//!
//! # Known misses
//!
//! - Relative words (Monday, yesterday, last week), durations and sets are not marked.
//! - "03/04/2015" may be March or April: its value is `2015-XX-XX`.
//! - A year without a word that leads it in ("The 1848, 1919 and 1956 uprisings") is a number.
//! - A time of day and its date are two expressions, and the time does not take the date over.
//!
//! # Sources
//!
//! TimeML 1.2.1 and TIMEX3 guidelines, <https://timeml.github.io/site/publications/timeMLdocs/annguide_1.2.1.pdf>.

mod calendar;
mod clock;
mod day;
mod found;
mod month;
mod numeric;
mod year;

use schema::TimeExpression;

use crate::words::Words;
use found::Found;

/// Adds the expressions of one sentence to `times`.
pub(crate) fn mark(words: Words<'_>, times: &mut Vec<TimeExpression>) {
    let mut at = 0;
    while at < words.len() {
        at = match longest(words, at) {
            Some(found) => {
                let end = found.end;
                times.push(found.expression(words, at));
                end
            }
            None => at + 1,
        };
    }
}

/// The expression that starts at `at`.
fn longest(words: Words<'_>, at: usize) -> Option<Found> {
    let (modifier, start) = found::modifier(words, at);
    let found = match words.form(start).as_bytes().first()? {
        b'0'..=b'9' | b'\'' | 0xE2 => numeric::find(words, start)
            .or_else(|| clock::find(words, start))
            .or_else(|| day::day_first(words, start))
            .or_else(|| year::find(words, start, at)),
        b'm' | b'M' if words.form(start).len() > 5 => {
            named(words, start).or_else(|| year::middle(words, start))
        }
        b'A'..=b'Z' | b'a'..=b'z' | 0x80.. => named(words, start),
        _ => None,
    }?;
    Some(Found { modifier: modifier.or(found.modifier), ..found })
}

/// The expression that starts with a word at `at`.
fn named(words: Words<'_>, at: usize) -> Option<Found> {
    let sense = calendar::SENSES.get(words.key(at))?;
    match sense {
        calendar::Sense::Month(_) | calendar::Sense::MidMonth(_) => {
            day::month_first(words, at).or_else(|| month::find(words, at))
        }
        calendar::Sense::Weekday => day::behind_weekday(words, at),
        calendar::Sense::Season(season) => month::season(words, at, season),
        calendar::Sense::Part => month::part_of_year(words, at),
        calendar::Sense::Ordinal(nth) => {
            year::century(words, at, nth).or_else(|| month::quarter(words, at, nth))
        }
        calendar::Sense::Noon(hour) => clock::noon(words, at, hour),
    }
}
