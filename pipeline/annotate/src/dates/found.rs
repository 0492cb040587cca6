//! An expression on its way to its row.
//!
//! Answers for: what the grammar found and how that becomes a [`TimeExpression`]; the words before an
//! expression that say how it is to be taken.

use schema::labels::{Granularity, TimeModifier, TimeResolution, TimeType};
use schema::{Date, TimeExpression};

use super::calendar;
use crate::key::{key, keys};
use crate::words::Words;

/// What was found, but for where it starts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// One past its last word.
    pub(super) end: usize,
    pub(super) kind: TimeType,
    pub(super) value: String,
    pub(super) modifier: Option<TimeModifier>,
    pub(super) days: Option<(Date, Date)>,
    pub(super) granularity: Granularity,
}

impl Found {
    /// A date that names no days yet.
    pub(super) fn date(end: usize, value: String, granularity: Granularity) -> Self {
        Self { end, kind: TimeType::Date, value, modifier: None, days: None, granularity }
    }

    /// The same with these days.
    pub(super) fn on(self, days: Option<(Date, Date)>) -> Self {
        Self { days, ..self }
    }

    /// A day; `None` where the calendar has no such day.
    pub(super) fn day(end: usize, year: Option<u16>, month: u8, of_month: u8) -> Option<Self> {
        let Some(year) = year else {
            return calendar::exists(month, of_month)
                .then(|| Self::date(end, format!("XXXX-{month:02}-{of_month:02}"), Granularity::Day));
        };
        let day = calendar::stored(calendar::day(year, month, of_month)?);
        let value = format!("{year:04}-{month:02}-{of_month:02}");
        Some(Self::date(end, value, Granularity::Day).on(Some((day, day))))
    }

    /// A month.
    pub(super) fn month(end: usize, year: Option<u16>, month: u8) -> Self {
        let Some(year) = year else {
            return Self::date(end, format!("XXXX-{month:02}"), Granularity::Month);
        };
        let value = format!("{year:04}-{month:02}");
        Self::date(end, value, Granularity::Month).on(calendar::months(year, month, month))
    }

    /// A year.
    pub(super) fn year(end: usize, year: u16) -> Self {
        Self::date(end, format!("{year:04}"), Granularity::Year).on(calendar::years(year, year))
    }

    /// The row of what was found from `start` on.
    pub(super) fn expression(self, words: Words<'_>, start: usize) -> TimeExpression {
        let is_known = self.days.is_some();
        TimeExpression {
            span: words.span(start..self.end),
            sentence: words.tokens[start].sentence,
            kind: self.kind,
            value: self.value,
            modifier: self.modifier,
            days: self.days,
            granularity: self.granularity,
            resolution: if is_known { TimeResolution::Explicit } else { TimeResolution::Unresolved },
        }
    }
}

/// The modifier that stands at `at`, and where what it modifies starts; `at` itself where there is none.
pub(super) fn modifier(words: Words<'_>, at: usize) -> (Option<TimeModifier>, usize) {
    let modifier = match words.form(at).as_bytes().first() {
        Some(b'a' | b'A') if words.key(at).is_any(&keys!["about", "around", "approximately"]) => {
            TimeModifier::Approx
        }
        Some(b'c' | b'C') if words.is(at, key!("circa")) => TimeModifier::Approx,
        Some(b'e' | b'E') if words.is(at, key!("early")) => TimeModifier::Start,
        Some(b'l' | b'L') if words.is(at, key!("late")) => TimeModifier::End,
        Some(b'm' | b'M') if words.is(at, key!("mid")) => TimeModifier::Mid,
        Some(b'e' | b'E') if words.are(at, &keys!["end", "of"]) => return (Some(TimeModifier::End), at + 2),
        Some(b's' | b'S') if words.are(at, &keys!["start", "of"]) => {
            return (Some(TimeModifier::Start), at + 2);
        }
        Some(b'b' | b'B') if words.are(at, &keys!["beginning", "of"]) => {
            return (Some(TimeModifier::Start), at + 2);
        }
        Some(b'm' | b'M') if words.are(at, &keys!["middle", "of"]) => {
            return (Some(TimeModifier::Mid), at + 2);
        }
        _ => return (None, at),
    };
    let behind = at + 1;
    let behind = behind
        + usize::from(
            words.is(behind, key!("-")) || words.is(behind, key!("in")) && modifier != TimeModifier::Approx,
        );
    (Some(modifier), behind)
}
