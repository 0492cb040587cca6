//! The day of the event that a story is about.
//!
//! Answers for: choosing it among the days that the documents name, for the row of the story and for the ledger.
//! Leaves to others: which documents make a story, and reading days from sentences.

use std::collections::BTreeMap;

use schema::Date;
use schema::labels::ClaimMeasure;

use crate::digest::{Digest, Figure};

/// The votes for the day of a story, times this, are at least as many as its documents.
const NAMED: usize = 3;

/// The day of the event that the `digests` of a story tell of: the one that most of them name, by which they date a death
/// or a wound counting twice; none after the first was published, none that few name, and of several the first.
pub(crate) fn of<'d>(digests: impl Iterator<Item = &'d Digest> + Clone) -> Option<Date> {
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
