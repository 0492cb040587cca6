//! The event that a story is about.
//!
//! Answers for: its day, and which values are another event's or count many.

use std::cmp::Reverse;

use schema::Date;
use schema::labels::ClaimMeasure;

use crate::digest::{Digest, Figure, Value};

/// How many days before the event a day may lie and still mean it: articles name the eve, and time zones
/// differ.
const SLACK: i32 = 3;

/// The days of the longest stretch that may be the event's.
const MONTH: i32 = 31;

/// When the event of a story was.
#[derive(Debug, Clone, Copy)]
pub(super) struct Event {
    day: Option<Date>,
}

impl Event {
    /// The day that most of the `documents` give for it, which is none after the first was published; of
    /// several the last, since background lies before it.
    pub(super) fn of(digests: &[Digest], documents: &[usize]) -> Self {
        let digests = || documents.iter().map(|&document| &digests[document]);
        let first = digests().filter_map(Digest::published_day).min();
        let is_possible = |day: &Date| first.is_none_or(|first| day.days <= first.days + 1);
        let mut days: Vec<Date> = digests().filter_map(day).filter(is_possible).collect();
        days.sort_unstable();
        let runs = days.chunk_by(|one, other| one == other);
        Self { day: runs.min_by_key(|run| (Reverse(run.len()), Reverse(run[0]))).map(|run| run[0]) }
    }

    /// Whether `value` is one of this event's.
    pub(super) fn has(self, value: &Value) -> bool {
        let (Some(day), Some((first, last))) = (self.day, value.days) else { return true };
        let is_long = last.days - first.days > MONTH;
        !is_long && last.days + SLACK >= day.days
    }
}

/// The day that `digest` gives for the event.
fn day(digest: &Digest) -> Option<Date> {
    let mut values = digest.values.all.iter();
    values.find_map(|value| match value.figure {
        Figure::Days(first, _) if value.measure == ClaimMeasure::EventDate => Some(first),
        _ => None,
    })
}
