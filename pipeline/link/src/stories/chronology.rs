//! When the stories of documents happened.
//!
//! Answers for: how far apart in time two documents are, and how alike they must therefore be to tell one story. Reports of
//! one event follow each other within days; a later one, of the arrest or the trial, names the day, the week or the month
//! of the event.

use crate::corpus::Corpus;
use crate::digest::Digest;

/// How alike two documents of one day must be, by how much more those that are further apart, and the days in which that
/// grows by about two thirds; and what is enough however far apart they are.
const NEAR: f32 = 0.06;
const FARTHER: f32 = 0.2;
const DAYS: f32 = 4.0;
const ENOUGH: f32 = 0.6;

/// How alike two documents must be of which one is not dated, and which name no common day.
const UNDATED: f32 = 0.17;

/// The days of a document, and whether it is dated.
#[derive(Debug, Default)]
struct Days {
    /// First and last day of what it names, and of its publication.
    stretches: Box<[(i32, i32)]>,
    is_dated: bool,
}

/// The days of all documents of a run, by rank.
#[derive(Debug)]
pub(super) struct Chronology(Vec<Days>);

impl Chronology {
    /// That of `corpus`.
    pub(super) fn of(corpus: &Corpus<'_>) -> Self {
        Self(corpus.digests().map(Days::of).collect())
    }

    /// How alike the documents of these ranks must be to tell one story.
    pub(super) fn threshold(&self, one: u32, other: u32) -> f32 {
        let (one, other) = (&self.0[one as usize], &self.0[other as usize]);
        let gap = one.gap(other);
        if !(one.is_dated && other.is_dated) && gap.is_none_or(|days| days > 1) {
            return UNDATED;
        }
        let gap = gap.unwrap_or(i32::MAX) as f32;
        (NEAR + FARTHER * (gap / DAYS).ln_1p()).min(ENOUGH)
    }
}

impl Days {
    fn of(digest: &Digest) -> Self {
        let named = digest.subject.days.iter().map(|days| (days.first.days, days.last.days));
        let published = digest.published_day().map(|day| (day.days, day.days));
        Self { stretches: named.chain(published).collect(), is_dated: published.is_some() }
    }

    /// The days between the nearest of both; `None` where one has none.
    fn gap(&self, other: &Self) -> Option<i32> {
        let gaps = |one: &(i32, i32)| {
            let (first, last) = *one;
            other.stretches.iter().map(move |that| (first - that.1).max(that.0 - last).max(0)).min()
        };
        self.stretches.iter().filter_map(gaps).min()
    }
}
