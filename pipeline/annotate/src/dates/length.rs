//! Lengths of time, and what is reached by them.
//!
//! Answers for: "two days", "a five-hour", "several years", "for weeks", "a minute and a half"; and what the
//! words behind make of a length: "two days ago", "a year earlier", "three weeks later".

use schema::labels::TimeModifier;

use super::calendar;
use super::count::{self, Count};
use super::meaning::{Found, Length, Meaning, Origin, Reach, Steps};
use super::period::Unit;
use super::sense::{Line, Sense};
use super::tense::{self, Direction};
use crate::key::{key, keys};
use schema::labels::Upos;

/// The length at `at`, or what is reached by it.
pub(super) fn find(line: Line<'_>, at: usize) -> Option<Found> {
    let count = count::find(line, at)?;
    let (length, end) = of_count(line, at, count)?;
    if is_age(line, end) || is_rate(line, at) || is_name(line, at, end) {
        return None;
    }
    if is_some_day(line, at, end) {
        return Some(Found::new(at, end, Meaning::Vague("FUTURE_REF")));
    }
    // "a year-long strike": the article is the strike's.
    let is_adjective = line.words.is(end - 1, key!("long")) && line.sense(at) == Some(Sense::Article);
    let at = at + usize::from(is_adjective);
    let modifier = count.is_about.then_some(TimeModifier::Approx);
    let found = ahead(line, at, end, length).unwrap_or_else(|| reached(line, at, end, length));
    Some(Found { modifier, ..found })
}

/// The length that `count` and the unit behind it give, and where it ends.
pub(super) fn of_count(line: Line<'_>, at: usize, count: Count) -> Option<(Length, usize)> {
    let place = line.behind_hyphen(count.end);
    let unit = unit(line, place)?;
    // "a weeks" is no length; "two year" and "two-year" are.
    let is_plural = matches!(line.sense(place), Some(Sense::Units(_)));
    let is_one = count.value == Some(1.0) && line.sense(at) == Some(Sense::Article);
    // "a weekend of talks", "a second vote", "three-quarters of" and "a quarter of" tell no length.
    let is_other = is_one
        && (matches!(unit, Unit::Weekend | Unit::Quarter) && !line.words.is(place + 1, key!("ago"))
            || line.sense(place) == Some(Sense::Ordinal(2)))
        || unit == Unit::Quarter && (line.words.is(place + 1, key!("of")) || is_plural && place > count.end);
    // "eight weekend shootings" are eight shootings.
    let is_loose = !is_one && !is_plural && place == count.end;
    let is_other = is_other || matches!(unit, Unit::Weekend | Unit::Century) && is_loose;
    let is_year_number = calendar::year(line, at).is_some_and(|year| year > 1900);
    if is_one && is_plural
        || count.value.is_none() && !is_plural && place == count.end
        || is_other
        || is_year_number
    {
        return None;
    }
    let value = count.value.map(|value| value * scale(line, place));
    let (part, end) = if is_plural { None } else { count::part(line, place + 1) }.unwrap_or((0.0, place + 1));
    let end = behind_or_so(line, behind_long(line, end));
    Some((Length { unit, count: value.map(|value| value + part), reach: None }, end))
}

/// The unit at `at`.
pub(super) fn unit(line: Line<'_>, at: usize) -> Option<Unit> {
    if line.words.form(at) == "h" && line.words.adjoins(at) {
        return Some(Unit::Hour);
    }
    match line.sense(at)? {
        Sense::Unit(unit) | Sense::Units(unit) => Some(unit),
        Sense::Ordinal(2) if line.words.is(at, key!("second")) => Some(Unit::Second),
        Sense::DayPart("NI") | Sense::DayParts("NI") => {
            Some(Unit::Day).filter(|_| !line.words.is(at, key!("overnight")))
        }
        _ => None,
    }
}

/// How many of its unit a word is: a fortnight is two weeks.
fn scale(line: Line<'_>, at: usize) -> f64 {
    if line.words.key(at).is_any(&keys!["fortnight", "fortnights"]) { 2.0 } else { 1.0 }
}

/// The place behind "-long".
fn behind_long(line: Line<'_>, at: usize) -> usize {
    at + if line.is_hyphen(at) && line.words.is(at + 1, key!("long")) { 2 } else { 0 }
}

/// The place behind "or so", "or two", "or more".
pub(super) fn behind_or_so(line: Line<'_>, at: usize) -> usize {
    let is_loose =
        line.words.is(at, key!("or")) && line.words.key(at + 1).is_any(&keys!["so", "two", "more"]);
    at + if is_loose { 2 } else { 0 }
}

/// Whether the length that ends at `end` is an age: "22-year-old", "two years old".
fn is_age(line: Line<'_>, end: usize) -> bool {
    line.words.key(line.behind_hyphen(end)).is_any(&keys!["old", "older", "younger", "olds"])
        || line.words.are(end, &keys!["of", "age"])
}

/// Whether "a year" at `at` tells how often: something is counted before it. Rates are sets.
pub(super) fn is_rate(line: Line<'_>, at: usize) -> bool {
    if line.sense(at) != Some(Sense::Article) || at == 0 || line.sense(at + 1) == Some(Sense::Number) {
        return false;
    }
    let before = line.parse.upos(line.first + at - 1);
    let is_counted = matches!(before, Some(Upos::Noun | Upos::Num | Upos::Sym))
        || line.words.key(at - 1).is_any(&keys!["once", "twice", "%"]);
    let behind = at + 2;
    let is_reached =
        line.words.key(behind).is_any(&keys!["ago", "earlier", "later", "before", "after", "from"]);
    is_counted && !is_reached && matches!(line.sense(at + 1), Some(Sense::Unit(_) | Sense::DayPart(_)))
}

/// Whether the words are a name: "60 Minutes", "Seven Days".
fn is_name(line: Line<'_>, at: usize, end: usize) -> bool {
    line.words.is_capitalised(end - 1)
        && (at > 0 || !line.words.is_numeric(at))
        && line.words.form(end - 1).len() > 4
        && !line.words.form(end - 1).bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether "one day" at `at` is some day ahead: it stands between an auxiliary and its verb, or before a
/// pronoun.
fn is_some_day(line: Line<'_>, at: usize, end: usize) -> bool {
    let before = at.checked_sub(1).and_then(|place| line.parse.upos(line.first + place));
    let is_loose = matches!(before, Some(Upos::Aux | Upos::Pron));
    line.words.are(at, &keys!["one", "day"])
        && is_loose
        && tense::of(line.parse, line.first + at..line.first + end) == Direction::Future
}

/// The time that "in" leads to ahead: "will be back in two weeks".
fn ahead(line: Line<'_>, at: usize, end: usize, length: Length) -> Option<Found> {
    let count = length.count.filter(|_| line.words.key_before(at, 1).is(key!("in")))?;
    let places = line.first + at..line.first + end;
    let is_ahead = !line.is_hyphen(end - 2) && tense::of(line.parse, places) == Direction::Future;
    if let Some(minutes) = minutes(length).filter(|_| is_ahead) {
        return Some(Found::new(at, end, Meaning::Minutes(minutes)));
    }
    let steps = steps(length.unit, count, Origin::Publication).filter(|_| is_ahead)?;
    Some(Found::new(at, end, Meaning::Counted(steps)))
}

/// What the words behind a length make of it.
fn reached(line: Line<'_>, at: usize, end: usize, length: Length) -> Found {
    let plain = Found::new(at, end, Meaning::Length(length));
    let Some((words, sign, origin)) = direction(line, end) else { return plain };
    let end = end + words;
    if length.unit.is_of_clock() {
        let minutes = minutes(length).filter(|_| origin == Origin::Publication);
        return minutes
            .map_or(plain, |minutes| Found::new(at, end, Meaning::Minutes(minutes * i64::from(sign))));
    }
    let Some(count) = length.count else {
        if origin == Origin::Text {
            return plain;
        }
        let vague = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
        return Found::new(at, end, Meaning::Vague(vague));
    };
    if length.unit == Unit::Year && is_one(count) && sign < 0 {
        return Found::new(at, end, Meaning::YearBefore(origin));
    }
    match steps(length.unit, count, origin) {
        Some(steps) => Found::new(at, end, Meaning::Counted(Steps { count: steps.count * sign, ..steps })),
        None => plain,
    }
}

fn is_one(count: f64) -> bool {
    (count - 1.0).abs() < f64::EPSILON
}

/// How many minutes a length of hours or minutes is; none in seconds.
fn minutes(length: Length) -> Option<i64> {
    let factor = match length.unit {
        Unit::Hour => 60.0,
        Unit::Minute => 1.0,
        _ => return None,
    };
    let count = (length.count? * factor).round();
    #[expect(clippy::cast_possible_truncation, reason = "checked to be in range")]
    (count.abs() < 1e6).then_some(count as i64)
}

/// So many units as whole steps: half a year is six months.
fn steps(unit: Unit, count: f64, origin: Origin) -> Option<Steps> {
    let (unit, count) = match unit {
        Unit::Decade => (Unit::Year, count * 10.0),
        Unit::Half => (Unit::Month, count * 6.0),
        Unit::Quarter if origin == Origin::Publication => (Unit::Quarter, count),
        Unit::Year if count.fract() != 0.0 => (Unit::Month, count * 12.0),
        other => (other, count),
    };
    let count = count.round();
    #[expect(clippy::cast_possible_truncation, reason = "checked to be in range")]
    let whole = (count.abs() < 20_000.0).then_some(count as i32)?;
    Some(Steps { unit, count: whole, origin })
}

/// Where the words behind a length lead: how many they are, forward or back, and from where.
fn direction(line: Line<'_>, at: usize) -> Option<(usize, i32, Origin)> {
    let words = line.words;
    let key = words.key(at);
    if key.is(key!("ago")) {
        return Some((1, -1, Origin::Publication));
    }
    if key.is(key!("hence")) || key.is(key!("from")) && words.key(at + 1).is_any(&keys!["now", "today"]) {
        return Some((1 + usize::from(key.is(key!("from"))), 1, Origin::Publication));
    }
    if key.is_any(&keys!["earlier", "previously"]) {
        return Some((1, -1, Origin::Text));
    }
    if key.is_any(&keys!["later", "afterwards", "afterward"]) && !words.is(at + 1, key!("than")) {
        return Some((1, 1, Origin::Text));
    }
    let is_last =
        at + 1 >= words.len() || words.form(at + 1).starts_with([',', '.', ';', ')', '"', '”', '—', '–']);
    if key.is_any(&keys!["before", "beforehand"]) && is_last {
        return Some((1, -1, Origin::Text));
    }
    (key.is(key!("after")) && is_last).then_some((1, 1, Origin::Text))
}

/// "Day-long", "week-long", "all day".
pub(super) fn of_one(line: Line<'_>, at: usize) -> Option<Found> {
    let Some(Sense::Unit(unit)) = line.sense(at) else { return None };
    let end = behind_long(line, at + 1);
    let length = Length { unit, count: Some(1.0), reach: None };
    let is_all = line.words.key_before(at, 1).is(key!("all")) && !unit.is_of_clock();
    (end > at + 1 || is_all).then(|| Found::new(at - usize::from(is_all), end, Meaning::Length(length)))
}

/// Units told without a number: "for years", "in weeks", "decades ago", "decades-long".
pub(super) fn bare(line: Line<'_>, at: usize) -> Option<Found> {
    let Some(Sense::Units(unit)) = line.sense(at) else { return None };
    if is_age(line, at + 1) {
        return None;
    }
    let length = Length { unit, count: None, reach: None };
    let long = behind_long(line, at + 1);
    let found = reached(line, at, behind_pair(line, long), length);
    let is_led = line.words.key_before(at, 1).is_any(&keys![
        "for",
        "in",
        "over",
        "after",
        "within",
        "through",
        "during",
        "throughout",
        "until",
        "many",
        "last",
        "take",
        "takes",
        "took",
        "spent",
        "follows",
    ]);
    let is_counted_from = line.words.key(found.end).is_any(&keys!["later", "earlier", "ahead"]);
    let is_told = is_led || is_counted_from || long > at + 1 || !matches!(found.meaning, Meaning::Length(_));
    (is_told && !line.words.is_capitalised(at)).then_some(found)
}

/// The place behind a second unit: "weeks or months".
pub(super) fn behind_pair(line: Line<'_>, at: usize) -> usize {
    let is_pair =
        line.words.key(at).is_any(&keys!["or", "and"]) && matches!(line.sense(at + 1), Some(Sense::Units(_)));
    at + if is_pair { 2 } else { 0 }
}

/// The side of the day of publication on which a length lies.
pub(super) fn reaching(length: Length, reach: Option<Reach>) -> Meaning {
    Meaning::Length(Length { reach, ..length })
}
