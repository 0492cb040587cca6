//! Expressions that choose a time by where it lies: "last week", "this year", "the next day", "next Monday".
//!
//! Answers for: what "last", "next", "this" and their like make of the unit, the number of units or the name
//! behind them; deictic days; the references to past, present and future.

use super::count;
use super::length;
use super::meaning::{Clock, Found, Length, Meaning, Origin, Reach, Steps, Which};
use super::period::Unit;
use super::returning::Returning;
use super::sense::{Choice, Line, Sense};
use super::{day, named};
use crate::key::{key, keys};
use schema::labels::Upos;

/// The expression whose choosing word stands at `at`.
pub(super) fn find(line: Line<'_>, at: usize) -> Option<Found> {
    let Some(Sense::Choice(choice)) = line.sense(at) else { return None };
    // "should not last two hours"
    if line.parse.upos(line.first + at) == Some(Upos::Verb) && choice == Choice::Last {
        return None;
    }
    let place = behind_choices(line, at);
    // "this past spring", "this coming Sunday": the last one tells.
    let choice = match line.sense(place - 1) {
        Some(Sense::Choice(last)) if !line.words.is(place - 1, key!("same")) => last,
        _ => choice,
    };
    unit(line, (at, place), choice)
        .or_else(|| several(line, (at, place), choice))
        .or_else(|| name(line, (at, place), choice))
        .or_else(|| day_part(line, (at, place), choice))
}

/// The place behind a choosing word at `at` and the one that may follow it: "this past", "that same".
fn behind_choices(line: Line<'_>, at: usize) -> usize {
    let is_followed = line.words.is(at, key!("this")) || line.words.is(at + 1, key!("same"));
    at + 1 + usize::from(is_followed && matches!(line.sense(at + 1), Some(Sense::Choice(_))))
}

/// Whether "the" stands before `at`.
fn is_definite(line: Line<'_>, at: usize) -> bool {
    line.words.key_before(at, 1).is(key!("the"))
}

/// One unit: "last week", "the following year", "this fiscal year".
fn unit(line: Line<'_>, (at, place): (usize, usize), choice: Choice) -> Option<Found> {
    let place = behind_kind(line, place);
    let unit = match line.sense(place) {
        Some(Sense::Unit(unit)) => unit,
        // The one that a report on a quarter speaks of.
        None if line.words.is(place, key!("period")) && line.words.is(place - 1, key!("latest")) => {
            Unit::Quarter
        }
        _ => return None,
    };
    // "the last week of May" is told by what it is of.
    let is_part = line.words.is(place + 1, key!("of"))
        && unit <= Unit::Month
        && matches!(choice, Choice::Last | Choice::Next)
        && matches!(line.sense(place + 2), Some(Sense::Figure | Sense::Month(_)));
    if is_part {
        return None;
    }
    // "This Week" is a programme.
    let is_ended = line.words.form(place + 1).starts_with(['"', '”', '\'', '’']);
    let is_name = line.words.is_capitalised(place) && at > 0 && (line.words.is_lower(place + 1) || is_ended);
    if unit.is_of_clock() || choice == Choice::Recent || is_name {
        return None;
    }
    let is_span = choice == Choice::Past && !matches!(unit, Unit::Weekend | Unit::Quarter)
        || choice == Choice::Last && is_definite(line, at) && !matches!(unit, Unit::Weekend | Unit::Quarter);
    if is_span {
        let length = Length { unit, count: Some(1.0), reach: Some(Reach::Before) };
        return Some(Found::new(at, length::behind_or_so(line, place + 1), Meaning::Length(length)));
    }
    let (count, origin) = step(line, at, choice);
    let end = length::behind_or_so(line, place + 1);
    of_period(line, at, end, Steps { unit, count, origin })
        .or_else(|| of_week(line, at, end, Steps { unit, count, origin }))
        .or_else(|| Some(Found::new(at, end, Meaning::Counted(Steps { unit, count, origin }))))
}

/// The place behind the words that say which kind of unit it is.
pub(super) fn behind_kind(line: Line<'_>, at: usize) -> usize {
    at + usize::from(line.words.key(at).is_any(&keys![
        "fiscal",
        "calendar",
        "full",
        "financial",
        "business",
        "whole"
    ]))
}

/// How far a choosing word leads, and from where.
fn step(line: Line<'_>, at: usize, choice: Choice) -> (i32, Origin) {
    match choice {
        Choice::Last | Choice::Past => (-1, Origin::Publication),
        Choice::Previous => (-1, Origin::Text),
        Choice::Next if is_definite(line, at) => (1, Origin::Text),
        Choice::Next | Choice::Coming => (1, Origin::Publication),
        Choice::Following => (1, Origin::Text),
        Choice::This | Choice::Recent => (0, Origin::Publication),
        Choice::That => (0, Origin::Text),
    }
}

/// A part of a unit behind its genitive: "last year's third quarter", "this year's quarter".
fn of_period(line: Line<'_>, at: usize, end: usize, steps: Steps) -> Option<Found> {
    let place = end + 1;
    if steps.unit != Unit::Year || !line.words.key(end).is_any(&keys!["'s", "'"]) {
        return None;
    }
    let (end, part) = named::part_of_year(line, place)?;
    Some(Found::new(at, end, Meaning::Within(part, steps)))
}

/// A day of a week that stands behind it: "this week Monday", "next week on Tuesday".
fn of_week(line: Line<'_>, at: usize, end: usize, steps: Steps) -> Option<Found> {
    let place = end + usize::from(line.words.key(end).is_any(&keys!["on", "-", "–"]));
    let Some(Sense::Weekday(weekday)) = line.sense(place) else { return None };
    (steps.unit == Unit::Week)
        .then(|| Found::new(at, place + 1, Meaning::Within(Returning::Weekday(weekday), steps)))
}

/// Several units: "the past two months", "the next few days", "recent weeks", "the first nine months".
fn several(line: Line<'_>, (at, place): (usize, usize), choice: Choice) -> Option<Found> {
    let reach = match choice {
        Choice::Last | Choice::Past | Choice::Recent => Some(Reach::Before),
        Choice::Next | Choice::Coming => Some(Reach::After),
        _ => None,
    };
    if let Some(count) = count::find(line, place).filter(|_| choice != Choice::That && choice != Choice::This)
    {
        let (length, end) = length::of_count(line, place, count)?;
        return Some(Found::new(at, end, length::reaching(length, reach)));
    }
    let Some(Sense::Units(unit)) = line.sense(place) else { return None };
    let vague = Length { unit, count: None, reach };
    let is_led = !matches!(choice, Choice::This | Choice::That);
    let end = length::behind_pair(line, place + 1);
    is_led.then(|| Found::new(at, end, Meaning::Length(vague)))
}

/// A name that comes round: "last Friday", "next March", "this summer", "last Thanksgiving".
fn name(line: Line<'_>, (at, place): (usize, usize), choice: Choice) -> Option<Found> {
    let (end, returning) = of_month(line, place).or_else(|| named::find(line, place))?;
    let which = match choice {
        Choice::Last | Choice::Past => Which::Last,
        Choice::Previous => Which::Previous,
        Choice::Next | Choice::Coming => Which::Next,
        Choice::Following => Which::Following,
        Choice::This => Which::This,
        // "that Monday" leads a clause in more often.
        Choice::That | Choice::Recent => return None,
    };
    Some(Found::new(at, end, Meaning::Returning(returning, which)))
}

/// A day of a month at `at`: "last Oct. 23".
fn of_month(line: Line<'_>, at: usize) -> Option<(usize, Returning)> {
    match day::find(line, at)? {
        Found { end, meaning: Meaning::Returning(name, _), .. } => Some((end, name)),
        _ => None,
    }
}

/// A part of a day: "this morning", "last night", "the next morning", "that evening".
fn day_part(line: Line<'_>, (at, place): (usize, usize), choice: Choice) -> Option<Found> {
    let Some(Sense::DayPart(code)) = line.sense(place) else { return None };
    let (count, origin) = step(line, at, choice);
    let day = Steps { unit: Unit::Day, count, origin };
    let is_one = choice != Choice::Recent && choice != Choice::Past;
    is_one.then(|| Found::new(at, place + 1, Meaning::Counted(day)).at(Clock::Part(code)))
}

/// A day told from today: "yesterday", "tonight"; with the part of it behind.
pub(super) fn deictic(line: Line<'_>, at: usize) -> Option<Found> {
    let day = |count: i8| {
        Meaning::Counted(Steps { unit: Unit::Day, count: i32::from(count), origin: Origin::Publication })
    };
    match line.sense(at)? {
        // "USA Today" is a newspaper.
        Sense::Day(count) if !is_in_name(line, at) => Some(Found::new(at, at + 1, day(count))),
        Sense::Tonight if !is_in_name(line, at) => Some(Found::new(at, at + 1, day(0)).at(Clock::Part("NI"))),
        _ => None,
    }
}

/// Whether the word at `at` is a part of a name: a capital amid capitals within the sentence.
fn is_in_name(line: Line<'_>, at: usize) -> bool {
    at > 0 && line.words.is_capitalised(at) && line.words.is_capitalised(at - 1)
}

/// The past, the present or the future as such.
pub(super) fn vague(line: Line<'_>, at: usize) -> Option<Found> {
    let words = line.words;
    match line.sense(at)? {
        Sense::Vague("FUTURE_REF") => future(line, at),
        Sense::Vague("PRESENT_REF") if words.is(at, key!("current")) => current(line, at),
        Sense::Vague(value) => Some(Found::new(at, at + 1, Meaning::Vague(value))),
        Sense::Article => past(line, at),
        _ => None,
    }
}

/// "Current": with a unit it is this one, else the present.
fn current(line: Line<'_>, at: usize) -> Option<Found> {
    let place = behind_kind(line, at + 1);
    if let Some(Sense::Unit(unit)) = line.sense(place) {
        let now = Steps { unit, count: 0, origin: Origin::Publication };
        return Some(Found::new(at, place + 1, Meaning::Counted(now)));
    }
    let is_adjective = line.parse.upos(line.first + at) != Some(Upos::Noun);
    is_adjective.then(|| Found::new(at, at + 1, Meaning::Vague("PRESENT_REF")))
}

/// The future as a time, led in by a preposition: "in the near future".
fn future(line: Line<'_>, at: usize) -> Option<Found> {
    let words = line.words;
    let adjective =
        usize::from(words.key_before(at, 1).is_any(&keys!["near", "foreseeable", "immediate", "distant"]));
    let start = at.checked_sub(adjective)?;
    let article = usize::from(words.key_before(start, 1).is(key!("the")));
    let start = start - article;
    let is_led = words.key_before(start, 1).is_any(&keys!["in", "for", "into"]);
    let is_noun = line.parse.upos(line.first + at) != Some(Upos::Adj) && !words.is(at + 1, key!("of"));
    (is_led && is_noun).then(|| Found::new(start, at + 1, Meaning::Vague("FUTURE_REF")))
}

/// "In the past", with nothing behind that the past is of.
fn past(line: Line<'_>, at: usize) -> Option<Found> {
    let words = line.words;
    let is_past =
        words.are(at, &keys!["the", "past"]) && words.key_before(at, 1).is_any(&keys!["in", "from", "of"]);
    let behind = line.parse.upos(line.first + at + 2);
    let is_alone = line.sense(at + 2).is_none()
        && (!words.is_lower(at + 2)
            || matches!(behind, Some(Upos::Adp | Upos::Aux | Upos::Verb | Upos::Cconj | Upos::Pron)));
    (is_past && is_alone).then(|| Found::new(at, at + 2, Meaning::Vague("PAST_REF")))
}

/// What a report compares with: "a year-earlier", "year-ago quarter", "year-earlier period".
pub(super) fn year_before(line: Line<'_>, at: usize) -> Option<Found> {
    let is_year = line.words.is(at, key!("year")) && line.is_hyphen(at + 1);
    if !is_year || !line.words.key(at + 2).is_any(&keys!["ago", "earlier"]) {
        return None;
    }
    let place = at + 3;
    let of_quarter = named::part_of_year(line, place);
    if let Some((end, part @ Returning::Quarter(_))) = of_quarter {
        let before = Steps { unit: Unit::Year, count: -1, origin: Origin::Publication };
        return Some(Found::new(at, end, Meaning::Within(part, before)));
    }
    // "the year-earlier nine months"
    if let Some(found @ Found { meaning: Meaning::Length(_), .. }) = length::find(line, place) {
        return Some(Found { start: at, ..found });
    }
    let is_period = line.words.key(place).is_any(&keys!["period", "quarter", "month", "week"]);
    Some(Found::new(at, place + usize::from(is_period), Meaning::YearBefore(Origin::Text)))
}
