//! Names of parts of the calendar that come round, without a year of their own.
//!
//! Answers for: weekdays, months, seasons, quarters, halves and feasts as names, where a word before them or
//! a year told from today chooses one: "last Friday", "June last year", "Monday of next week"; and such a
//! name alone.

use super::meaning::{Found, Meaning, Origin, Steps, Which};
use super::period::Unit;
use super::returning::{self, Returning};
use super::sense::{Choice, Line, Sense};
use super::{calendar, day, year};
use crate::key::{key, keys};

/// The name at `at` and where it ends.
pub(super) fn find(line: Line<'_>, at: usize) -> Option<(usize, Returning)> {
    let name = match line.sense(at)? {
        Sense::Month(month) => {
            if let Some((end, day)) = returning::feast(line, at) {
                return Some((end, Returning::Feast(day)));
            }
            Returning::Month(calendar::month(line, at).filter(|found| *found == month)?)
        }
        Sense::Weekday(weekday) => Returning::Weekday(weekday),
        Sense::Season(month) => Returning::Season(month),
        Sense::Unit(Unit::Weekend) => Returning::Weekend,
        Sense::Feast => return returning::feast(line, at).map(|(end, feast)| (end, Returning::Feast(feast))),
        Sense::Ordinal(_) | Sense::Part | Sense::Fiscal => return part_of_year(line, at),
        _ => return None,
    };
    Some((at + 1, name))
}

/// The quarter or half of a year at `at`: "third quarter", "third-quarter", "first half", "Q3".
pub(super) fn part_of_year(line: Line<'_>, at: usize) -> Option<(usize, Returning)> {
    let at = at + usize::from(line.words.key(at).is_any(&keys!["fiscal"]));
    let at = line.behind_hyphen(at);
    let nth = match line.sense(at)? {
        Sense::Ordinal(nth @ 1..=4) => nth,
        Sense::Part => {
            let form = line.words.form(at);
            let nth = u8::try_from(form.chars().nth(1)?.to_digit(10)?).ok()?;
            let part =
                if form.starts_with(['q', 'Q']) { Returning::Quarter(nth) } else { Returning::Half(nth) };
            return Some((at + 1, part));
        }
        _ => return None,
    };
    let place = line.behind_hyphen(at + 1);
    if line.words.is(place, key!("quarter")) {
        return Some((place + 1, Returning::Quarter(nth)));
    }
    let is_half = nth <= 2 && line.words.is(place, key!("half"));
    is_half.then_some((place + 1, Returning::Half(nth)))
}

/// A name alone at `at`, or in a week or year that is told from today.
pub(super) fn alone(line: Line<'_>, at: usize) -> Option<Found> {
    let (end, name) = find(line, at)?;
    let (end, name) = match name {
        Returning::Weekday(weekday) => match day::behind_weekday(line, end) {
            Some((end, day)) => (end, Returning::DayOfMonth(day, Some(weekday))),
            None => (end, name),
        },
        _ => (end, name),
    };
    if let Some((end, steps)) = in_period(line, end) {
        return Some(Found::new(at, end, Meaning::Within(name, steps)));
    }
    let is_told = match name {
        Returning::Month(_) => year::month_stands_alone(line, at),
        Returning::Season(_) => season_stands_alone(line, at),
        Returning::Half(_) => false,
        Returning::Weekend => line.words.key_before(at, 1).is(key!("the")),
        _ => true,
    };
    is_told.then(|| Found::new(at, end, Meaning::Returning(name, Which::Open)))
}

/// The week, month or year behind a name, told from today: "last year", "of next week", "this month".
pub(super) fn in_period(line: Line<'_>, at: usize) -> Option<(usize, Steps)> {
    let place = at + usize::from(line.words.key(at).is_any(&keys!["of", "in"]));
    let Some(Sense::Choice(choice)) = line.sense(place + usize::from(line.words.is(place, key!("the"))))
    else {
        return None;
    };
    let place = place + usize::from(line.words.is(place, key!("the"))) + 1;
    let Some(Sense::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year))) = line.sense(place) else {
        return None;
    };
    let (count, origin) = match choice {
        Choice::Last | Choice::Past => (-1, Origin::Publication),
        Choice::Next | Choice::Coming => (1, Origin::Publication),
        Choice::This => (0, Origin::Publication),
        Choice::Previous => (-1, Origin::Text),
        Choice::Following => (1, Origin::Text),
        Choice::That => (0, Origin::Text),
        Choice::Recent => return None,
    };
    Some((place + 1, Steps { unit, count, origin }))
}

/// Whether a season without a year is a time: "over the summer", "in spring".
fn season_stands_alone(line: Line<'_>, at: usize) -> bool {
    let words = line.words;
    let before = words.key_before(at, 1);
    if before.is(key!("the")) {
        let is_led = words.key_before(at, 2).is_any(&keys![
            "in",
            "over",
            "during",
            "by",
            "until",
            "since",
            "for",
            "of",
            "through",
            "throughout",
            "into",
            "before",
            "after",
            "early",
            "late",
        ]);
        return is_led && !words.is(at, key!("fall")) && !words.is(at + 1, key!("of"));
    }
    let is_led = before.is_any(&keys!["in", "by", "since", "until", "early", "late", "mid"]);
    is_led && !words.is_capitalised(at + 1) && !words.is(at + 1, key!("of"))
}
