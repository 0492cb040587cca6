//! The event that a story is about.
//!
//! Answers for: which values are another event's or count many. Leaves its day to `event_day`.

use schema::Date;

use crate::digest::{Digest, Value};
use crate::event_day;

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
    /// That of the story of `digests`.
    pub(super) fn of<'d>(digests: impl Iterator<Item = &'d Digest> + Clone) -> Self {
        Self { day: event_day::of(digests) }
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
