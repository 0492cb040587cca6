//! Calendar days and instants as the tables hold them.
//!
//! Answers for: the units. Calendar arithmetic is jiff's, where the values are made.

use serde::{Deserialize, Serialize};

use crate::labels::MomentPrecision;

/// A calendar day, counted from 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    /// Days since 1970-01-01; negative before it.
    pub days: i32,
}

/// An instant, counted from 1970-01-01T00:00:00 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Timestamp {
    /// Microseconds since the epoch; negative before it.
    pub micros: i64,
}

/// A published or modified time with how exactly the source states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The instant; the start of the day in UTC where only the day is stated.
    pub at: Timestamp,
    /// What of it the source states.
    pub precision: MomentPrecision,
}
