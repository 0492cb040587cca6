//! An expression with its place in the article.
//!
//! Answers for: where in the article an expression stands, and the row that it becomes.

use std::ops::Range;

use schema::labels::{Granularity, TimeResolution, TimeType};
use schema::{Date, TimeExpression};

use super::anchor::Anchor;
use super::meaning::{Found, Meaning};
use super::period::{Period, stored};
use crate::syntax::Parse;

/// An expression in the places of the article.
#[derive(Debug)]
pub(super) struct Located {
    pub(super) found: Found,
    /// The place of its sentence, from 0.
    pub(super) sentence: usize,
    /// Its words.
    pub(super) places: Range<usize>,
}

/// What an expression means, as far as it could be told.
#[derive(Debug, Clone)]
pub(super) struct Resolved {
    pub(super) value: String,
    /// The stretch of the calendar, where there is one.
    pub(super) period: Option<Period>,
    /// The first and last day, where they are known without a stretch of the calendar.
    pub(super) days: Option<(Date, Date)>,
    pub(super) granularity: Granularity,
    pub(super) resolution: TimeResolution,
    /// The day that it was counted from.
    pub(super) anchor: Option<Anchor>,
}

impl Resolved {
    /// A stretch of the calendar that was found so.
    pub(super) fn period(period: Period, resolution: TimeResolution) -> Self {
        Self {
            value: period.value(),
            period: Some(period),
            days: Some(period.days()),
            granularity: period.unit.granularity(),
            resolution,
            anchor: None,
        }
    }

    /// A stretch of the calendar that was counted from `anchor`.
    pub(super) fn from(anchor: Anchor, period: Period) -> Self {
        Self { anchor: Some(anchor), ..Self::period(period, anchor.resolution) }
    }

    /// A value that names no days.
    pub(super) fn value(value: String, granularity: Granularity, resolution: TimeResolution) -> Self {
        Self { value, period: None, days: None, granularity, resolution, anchor: None }
    }

    /// A value that says only what the words do.
    pub(super) fn open(value: impl Into<String>, granularity: Granularity) -> Self {
        Self::value(value.into(), granularity, TimeResolution::Unresolved)
    }
}

impl Located {
    /// The row of an expression that was resolved so.
    pub(super) fn row(&self, parse: Parse<'_>, resolved: Resolved) -> TimeExpression {
        let clock = self.found.clock.filter(|_| !resolved.value.ends_with("_REF"));
        let value = match clock {
            Some(clock) => resolved.value + &clock.value(),
            None => resolved.value,
        };
        TimeExpression {
            span: parse.span(self.places.clone()),
            sentence: self.sentence,
            kind: self.kind(),
            value,
            modifier: self.found.modifier,
            days: resolved.days,
            granularity: clock.map_or(resolved.granularity, super::meaning::Clock::granularity),
            resolution: resolved.resolution,
            anchor: resolved.anchor.map(|anchor| stored(anchor.day)),
        }
    }

    fn kind(&self) -> TimeType {
        match self.found.meaning {
            Meaning::Set(..) => TimeType::Set,
            Meaning::Length(_) => TimeType::Duration,
            Meaning::Minutes(_) => TimeType::Time,
            _ if self.found.clock.is_some() => TimeType::Time,
            _ => TimeType::Date,
        }
    }
}
