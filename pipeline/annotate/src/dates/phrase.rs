//! The expression that starts at a word.
//!
//! Answers for: which form of the grammar is tried at which word, the longest that fits, and the article and
//! modifying words before it.

use schema::labels::TimeModifier;

use super::lead;
use super::meaning::{Found, Length, Meaning, Origin, Steps, Which};
use super::period::{Period, Unit, date};
use super::returning::Returning;
use super::sense::{Line, Sense};
use super::{calendar, clock, day, joint, length, month, named, numeric, relative, returning, set, year};
use crate::key::{key, keys};

/// The expression that starts at `at`.
pub(super) fn find(line: Line<'_>, at: usize) -> Option<Found> {
    match line.sense(at)? {
        Sense::Article => definite(line, at).or_else(|| core(line, at)),
        Sense::Lead => modified(line, at),
        _ => core(line, at),
    }
}

/// What modifying words at `at` stand before.
fn modified(line: Line<'_>, at: usize) -> Option<Found> {
    let lead = lead::find(line, at)?;
    let found = match line.sense(lead.end)? {
        Sense::Article => definite(line, lead.end).or_else(|| core(line, lead.end)),
        Sense::Lead => modified(line, lead.end),
        Sense::Unit(unit) if line.words.is(lead.end - 1, key!("of")) && !unit.is_of_clock() => {
            let now = Steps { unit, count: 0, origin: Origin::Publication };
            Some(Found::new(lead.end, lead.end + 1, Meaning::Counted(now)))
        }
        _ => core(line, lead.end).or_else(|| year::find(line, lead.end, at)),
    }?;
    let is_modified = lead.may_modify(line, at, &found);
    let modifier = lead.modifier.or(found.modifier);
    is_modified.then_some(Found { start: at, modifier, ..found })
}

/// What stands behind "the"; the article belongs to it unless it belongs to a noun further on.
fn definite(line: Line<'_>, at: usize) -> Option<Found> {
    if !line.words.is(at, key!("the")) {
        return None;
    }
    let inner = match line.sense(at + 1)? {
        Sense::Lead => modified(line, at + 1),
        Sense::Unit(_) => unit(line, at),
        Sense::Fiscal if line.words.is(at + 2, key!("year")) => unit(line, at),
        _ => core(line, at + 1),
    };
    let found = relative::vague(line, at)
        .or_else(|| year::in_words(line, at))
        .or_else(|| inner.or_else(|| before_or_after(line, at)))?;
    let is_inside = line.head(at).is_none_or(|head| (found.start..found.end).contains(&head));
    Some(if is_inside && !is_of_noun(line, &found) { Found { start: at, ..found } } else { found })
}

/// Whether "the" before an expression can only belong to the noun behind it: "the Oct. 23 attack", "the 1995
/// vote".
fn is_of_noun(line: Line<'_>, found: &Found) -> bool {
    let is_year = line.words.is_numeric(found.start)
        && found.end == found.start + 1
        && found.modifier.is_none()
        && matches!(found.meaning, Meaning::Stated(period) if period.unit == Unit::Year);
    let is_adjective =
        line.words.key(found.end - 1).is_any(&keys!["ago", "earlier"]) && line.is_hyphen(found.end - 2);
    is_year || is_adjective || matches!(line.sense(found.start), Some(Sense::Month(_) | Sense::Weekday(_)))
}

/// The form at `at` that takes most words.
fn core(line: Line<'_>, at: usize) -> Option<Found> {
    let found = match line.sense(at)? {
        Sense::Figure => figure(line, at),
        Sense::Number if line.words.key(at).is_any(&keys!["once", "twice"]) => set::find(line, at),
        Sense::Number => {
            longest([clock::find(line, at), year::in_words(line, at), length::find(line, at), day(line, at)])
        }
        Sense::Article if relative::year_before(line, at + 1).is_some() => None,
        Sense::Article => longest([set::find(line, at), length::find(line, at), None, None]),
        Sense::MidMonth(_) => month::middle(line, at),
        Sense::Choice(_) => week_of_year(line, at).or_else(|| relative::find(line, at)),
        Sense::Vague(_) => relative::vague(line, at),
        Sense::Each | Sense::Recurs(_) | Sense::Weekdays(_) | Sense::DayParts(_) => set::find(line, at),
        Sense::Unit(_) => unit(line, at),
        Sense::Units(_) => length::bare(line, at),
        Sense::Fiscal => year::fiscal(line, at).or_else(|| day(line, at)),
        Sense::Decade(_) => year::decade_in_words(line, at),
        Sense::Noon(_) | Sense::DayPart(_) => clock::find(line, at),
        Sense::Ordinal(nth) => longest([
            day(line, at),
            year::century(line, at, nth),
            first_units(line, at),
            week_of_year(line, at),
        ]),
        Sense::Weekday(_) => set::find(line, at).or_else(|| day(line, at)),
        _ => day(line, at),
    }?;
    Some(joint::widened(line, found))
}

/// What digits at `at` are.
fn figure(line: Line<'_>, at: usize) -> Option<Found> {
    numeric::find(line, at)
        .or_else(|| year::prefixed(line, at))
        .or_else(|| clock::find(line, at))
        .or_else(|| day::find(line, at))
        .or_else(|| month::behind_year(line, at))
        .or_else(|| length::find(line, at))
        .or_else(|| day::of_month(line, at))
        .or_else(|| year::find(line, at, at))
}

/// A day, month or part of a year at `at`, without the time of day behind it.
pub(super) fn day(line: Line<'_>, at: usize) -> Option<Found> {
    match line.sense(at)? {
        Sense::Day(_) | Sense::Tonight => relative::deictic(line, at),
        Sense::Choice(_) => relative::find(line, at),
        Sense::Feast => feast(line, at),
        _ => day::find(line, at)
            .or_else(|| month::with_year(line, at))
            .or_else(|| day::of_month(line, at))
            .or_else(|| named::alone(line, at)),
    }
}

/// A feast, with "week" or "weekend" behind it.
fn feast(line: Line<'_>, at: usize) -> Option<Found> {
    let (end, _) = returning::feast(line, at)?;
    let found = month::with_year(line, at).or_else(|| named::alone(line, at))?;
    let is_week =
        found.end == end && matches!(line.sense(end), Some(Sense::Unit(Unit::Week | Unit::Weekend)));
    Some(if is_week { Found { end: end + 1, ..found } } else { found })
}

/// What starts with one unit at `at`, or with "the" before it: "year-earlier", "year-end", "the week of March
/// 6", "the quarter".
fn unit(line: Line<'_>, at: usize) -> Option<Found> {
    let place = relative::behind_kind(line, at + usize::from(line.words.is(at, key!("the"))));
    let Some(Sense::Unit(unit)) = line.sense(place) else { return None };
    let bare = || (place > at).then(|| definite_unit(line, (at, place), unit)).flatten();
    let found = relative::year_before(line, place)
        .or_else(|| year_end(line, place))
        .or_else(|| week_of(line, place))
        .or_else(|| length::of_one(line, place))
        .or_else(|| week_by_number(line, place))
        .or_else(bare)
        .or_else(|| (place > at).then(|| before_or_after(line, at)).flatten())?;
    Some(joint::widened(line, found))
}

/// "Year-end", "the year's end".
fn year_end(line: Line<'_>, at: usize) -> Option<Found> {
    let words = line.words;
    let place = line.behind_hyphen(at + 1) + usize::from(words.form(at + 1) == "'s");
    let is_end =
        words.is(at, key!("year")) && words.is(place, key!("end")) && !words.is(place + 1, key!("of"));
    let year = Steps { unit: Unit::Year, count: 0, origin: Origin::Publication };
    let found = Found::new(at, place + 1, Meaning::Counted(year));
    is_end.then_some(Found { modifier: Some(TimeModifier::End), ..found })
}

/// "Week 10", "in the week 1"; with a capital it is one of a season.
fn week_by_number(line: Line<'_>, at: usize) -> Option<Found> {
    let nth = line.words.integer(at + 1).and_then(|nth| u8::try_from(nth).ok())?;
    let is_week =
        line.words.form(at) == "week" && (1..=53).contains(&nth) && !line.words.is(at + 2, key!("of"));
    is_week.then(|| Found::new(at, at + 2, Meaning::Returning(Returning::Week(nth), Which::This)))
}

/// "First week of 2019", "last week of 2019".
fn week_of_year(line: Line<'_>, at: usize) -> Option<Found> {
    let words = line.words;
    let year = calendar::year(line, at + 3).filter(|_| words.are(at + 1, &keys!["week", "of"]))?;
    let day = match words.key(at) {
        first if first.is(key!("first")) => date(year, 1, 4),
        last if last.is(key!("last")) => date(year, 12, 28),
        _ => None,
    }?;
    Some(Found::new(at, at + 4, Meaning::Stated(Period::holding(day, Unit::Week))))
}

/// "The week of March 6", "the week beginning February 4".
fn week_of(line: Line<'_>, at: usize) -> Option<Found> {
    let words = line.words;
    let is_led = words.is(at, key!("week"))
        && words.key(at + 1).is_any(&keys!["of", "beginning", "starting", "commencing"]);
    let place = at + 2 + usize::from(words.is(at + 2, key!("on")));
    let day = day::find(line, place).filter(|_| is_led)?;
    let meaning = match day.meaning {
        Meaning::Stated(period) => Meaning::Stated(Period::holding(period.first, Unit::Week)),
        Meaning::Returning(name, _) => Meaning::WeekOf(name),
        _ => return None,
    };
    Some(Found { start: at, meaning, ..day })
}

/// "The quarter", "the year", "the weekend": the one of which the text speaks.
fn definite_unit(line: Line<'_>, (at, place): (usize, usize), unit: Unit) -> Option<Found> {
    let words = line.words;
    let behind = words.key(place + 1);
    if unit == Unit::Weekend {
        return named::alone(line, place);
    }
    if behind.is_any(&keys!["ended", "ending"]) && unit == Unit::Year {
        let length = Length { unit, count: Some(1.0), reach: None };
        return Some(Found::new(at, place + 1, Meaning::Length(length)));
    }
    let before = words.key_before(at, 1);
    let is_led = before.is_any(&keys![
        "in",
        "for",
        "of",
        "during",
        "over",
        "throughout",
        "this",
        "within",
        "since",
        "through",
        "into",
        "by",
        "until",
        "end",
        "and",
        "earlier",
    ]);
    let is_counted = matches!(unit, Unit::Quarter | Unit::Year)
        || matches!(unit, Unit::Week | Unit::Month) && (before.is(key!("of")) || before.is(key!("for")));
    let is_plain = !behind.is_any(&keys!["of", "-", "that", "when", "he", "she", "they"])
        && !words.is_capitalised(place);
    let origin = if unit == Unit::Quarter { Origin::Text } else { Origin::Publication };
    let steps = Steps { unit, count: 0, origin };
    (is_led && is_counted && is_plain).then(|| Found::new(at, place + 1, Meaning::Counted(steps)))
}

/// "The day before", "the year after", with nothing behind that they are before or after.
fn before_or_after(line: Line<'_>, at: usize) -> Option<Found> {
    let words = line.words;
    let Some(Sense::Unit(unit)) = line.sense(at + 1) else { return None };
    let sign = match words.key(at + 2) {
        key if key.is_any(&keys!["before", "earlier"]) => -1,
        key if key.is_any(&keys!["after", "later"]) => 1,
        _ => return None,
    };
    let is_last = at + 3 >= words.len() || !words.form(at + 3).starts_with(char::is_alphanumeric);
    let steps = Steps { unit, count: sign, origin: Origin::Text };
    (is_last && !unit.is_of_clock()).then(|| Found::new(at, at + 3, Meaning::Counted(steps)))
}

/// "The first nine months", "the first two years": a length at the start of something.
fn first_units(line: Line<'_>, at: usize) -> Option<Found> {
    let is_first = line.words.key(at).is_any(&keys!["first"]);
    let length = length::find(line, at + 1).filter(|_| is_first)?;
    let is_length =
        matches!(length.meaning, Meaning::Length(_)) && line.sense(at + 1) != Some(Sense::Article);
    is_length.then_some(Found { start: at, ..length })
}

/// The one that takes most words; the first of equals.
fn longest(found: [Option<Found>; 4]) -> Option<Found> {
    found.into_iter().flatten().reduce(|best, next| if next.end > best.end { next } else { best })
}
