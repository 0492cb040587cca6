//! The event that a story is about.
//!
//! Answers for: its day, and which values are another event's or count many.

use std::collections::BTreeMap;

use schema::Date;
use schema::labels::ClaimMeasure;

use crate::digest::{Digest, Figure, Value};

/// How many days before the event a day may lie and still mean it: articles name the eve, and time zones
/// differ.
const SLACK: i32 = 3;

/// The days of the longest stretch that may be the event's.
const MONTH: i32 = 31;

/// The votes for the day of a story, times this, are at least as many as its documents.
const NAMED: usize = 3;

/// When the event of a story was.
#[derive(Debug, Clone, Copy)]
pub(super) struct Event {
    day: Option<Date>,
}

impl Event {
    /// That of the story of `digests`.
    pub(super) fn of<'d>(digests: impl Iterator<Item = &'d Digest> + Clone) -> Self {
        Self { day: day(digests) }
    }

    /// Its day; `None` where no document gives one.
    pub(super) fn day(self) -> Option<Date> {
        self.day
    }

    /// Whether `value`, one of `digest`, is this event's: not before it, and not of a stretch that counts many
    /// events, as one that lasts until the article does ("this year"). "Last year" may mean the day of the event.
    pub(super) fn has(self, digest: &Digest, value: &Value) -> bool {
        let (Some(day), Some((first, last))) = (self.day, value.days) else { return true };
        let is_long = last.days - first.days > MONTH;
        let is_over = digest.published_day().is_some_and(|published| last < published);
        let is_around = first <= day && day <= last;
        (!is_long || is_over && is_around) && last.days + SLACK >= day.days
    }
}

/// The day of the event that the `digests` of a story tell of: the one that most of them name, by which they date a death
/// or a wound counting twice; none after the first was published, none that
/// few name, and of several the first.
pub(crate) fn day<'d>(digests: impl Iterator<Item = &'d Digest> + Clone) -> Option<Date> {
    let first = digests.clone().filter_map(Digest::published_day).min();
    let is_possible = |day: &Date| first.is_none_or(|first| day.days <= first.days + 1);
    let named = |digest: &'d Digest| {
        let days = digest.subject.days.iter().filter(|days| days.first == days.last);
        days.map(|days| days.first).chain(harmful(digest))
    };
    let documents = digests.clone().count();
    let mut votes: BTreeMap<Date, usize> = BTreeMap::new();
    for day in digests.flat_map(named).filter(is_possible) {
        *votes.entry(day).or_default() += 1;
    }
    let (day, votes) = votes.into_iter().rev().max_by_key(|&(_, votes)| votes)?;
    (votes * NAMED >= documents).then_some(day)
}

/// The day on which somebody was killed or hurt by `digest`.
fn harmful(digest: &Digest) -> Option<Date> {
    let mut values = digest.values.all.iter();
    values.find_map(|value| match value.figure {
        Figure::Days(first, _) if value.measure == ClaimMeasure::EventDate => Some(first),
        _ => None,
    })
}
