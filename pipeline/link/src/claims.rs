//! The ledger of claims: what the articles of a story report, value by value, and what that comes to.
//!
//! Answers for: one claim for each value that a document reports of its story's event, in the order of story,
//! measure, publication, document and sentence; how it stands to the claims before it; and one summary for
//! each measure of a story. Leaves to others: which documents make a story, and reading values from sentences
//! (the digest's).
//!
//! # How it decides
//!
//! A value belongs to the event unless it is dated: before the event's day, or by a stretch so long that it
//! counts many events (`event`). A claim is compared with those standing that count the same people
//! (`relation`): the same value agrees, one within the bounds of the other refines it, a later and higher one
//! updates it and takes its place, a denial contradicts what it denies and takes its place, and what cannot
//! be both is a contradiction. Those who count others differ in scope. The summary's value is the one that
//! most of the documents bear out which had it by themselves (`consensus`, `origins`); of the killed and the
//! injured, the documents' tolls are weighed (`toll`), and the day is the event's.

mod consensus;
mod event;
mod origins;
mod relation;
#[cfg(test)]
mod tests;
mod toll;

use schema::labels::ClaimMeasure;
use schema::{Claim, ClaimSource, ClaimSummary, ClaimValue, Links, SentencePlace};
use smol_str::SmolStr;

use crate::digest::{Digest, Figure, Value};
use consensus::Group;
use event::Event;
use origins::Origins;
use toll::Tolls;

/// The claims of all stories and what they come to; of `links` the documents and the stories are known.
pub(crate) fn find(digests: &[Digest], links: &Links) -> (Vec<Claim>, Vec<ClaimSummary>) {
    let (mut claims, mut summaries) = (Vec::new(), Vec::new());
    for (story, documents) in links.stories.iter().enumerate() {
        let ledger = Ledger { digests, links, story, documents: &documents.documents };
        ledger.fill(&mut claims, &mut summaries);
    }
    (claims, summaries)
}

/// One story and what its claims are made of.
#[derive(Debug, Clone, Copy)]
struct Ledger<'l> {
    digests: &'l [Digest],
    links: &'l Links,
    /// The place of the story.
    story: usize,
    /// The places of its documents.
    documents: &'l [usize],
}

impl Ledger<'_> {
    fn fill(self, all: &mut Vec<Claim>, summaries: &mut Vec<ClaimSummary>) {
        let mut start = all.len();
        let event = Event::of(self.documents.iter().map(|&document| &self.digests[document]));
        for &document in self.documents {
            let digest = &self.digests[document];
            let own = digest.values.all.iter().filter(|value| event.has(digest, value));
            all.extend(own.map(|value| self.claim(document, value)));
        }
        all[start..].sort_by_key(order);
        let tolls = Tolls::of(self, event, &Origins::of(self.digests, self.links, &all[start..]));
        for &measure in ClaimMeasure::ALL {
            let end = start + all[start..].partition_point(|claim| claim.measure == measure);
            relation::relate(&mut all[start..end], start);
            let group = Group { measure, base: start, claims: &all[start..end] };
            summaries.extend(self.summary(group, event, &tolls));
            start = end;
        }
    }

    /// The claim that `document` makes by `value`, which is not compared with any other yet.
    fn claim(self, document: usize, value: &Value) -> Claim {
        let digest = &self.digests[document];
        let source = value.asserter.and_then(|at| digest.values.asserters.get(usize::from(at)));
        Claim {
            story: self.story,
            measure: value.measure,
            value: self.value(document, value.figure),
            scope: value.scope,
            party: value.party,
            about: value.about.and_then(|local| self.entity(document, local)),
            place: SentencePlace { document, sentence: value.sentence as usize },
            asserter: source.map(|source| ClaimSource {
                text: source.text.clone(),
                entity: source.entity.and_then(|local| self.entity(document, local)),
                role: source.role,
            }),
            reporter: digest.outlet.clone(),
            as_of: digest.published,
            factuality: value.factuality,
            hedge: value.hedge,
            relation: None,
            related: None,
            supersedes: None,
        }
    }

    fn value(self, document: usize, figure: Figure) -> ClaimValue {
        match figure {
            Figure::Number { min, max, modifier } => {
                let bound = |value: f64| value.is_finite().then_some(value);
                ClaimValue::Number { min: bound(min), max: bound(max), modifier }
            }
            Figure::Status(status) => ClaimValue::Status(status),
            Figure::Days(first, last) => ClaimValue::Days(first, last),
            Figure::Place(local) => {
                let linked = self.entity(document, local).and_then(|entity| self.links.entities.get(entity));
                let own = self.digests[document].names.get(local as usize);
                let name = linked.map(|entity| entity.name.clone());
                ClaimValue::Place(name.or(own.map(|name| SmolStr::new(name.text))).unwrap_or_default())
            }
        }
    }

    /// The place among the linked entities of an entity of `document`.
    fn entity(self, document: usize, local: u32) -> Option<usize> {
        self.links.documents.get(document)?.entities.get(local as usize).copied()
    }

    /// What the claims of `group`, the day of the `event` and the `tolls` come to; `None` where nothing is claimed or
    /// told.
    fn summary(self, group: Group<'_>, event: Event, tolls: &Tolls<'_>) -> Option<ClaimSummary> {
        let Group { measure, claims, .. } = group;
        let (settled, numbers) = match measure {
            ClaimMeasure::EventDate => (event.day().map(|day| ClaimValue::Days(day, day)), Vec::new()),
            ClaimMeasure::Killed | ClaimMeasure::Injured => {
                (tolls.consensus(measure), tolls.numbers(measure))
            }
            _ => (None, Vec::new()),
        };
        if claims.is_empty() && numbers.is_empty() {
            return None;
        }
        let origins = Origins::of(self.digests, self.links, claims);
        let (lowest, highest) = group.extremes(&numbers);
        Some(ClaimSummary {
            story: self.story,
            measure,
            consensus: settled.or_else(|| group.consensus(&origins)),
            lowest,
            highest,
            claims: claims.len(),
            independent_origins: origins.count(),
        })
    }
}

/// What the claims of a story are ordered by.
fn order(claim: &Claim) -> (ClaimMeasure, bool, i64, SentencePlace) {
    let micros = claim.as_of.map_or(0, |at| at.micros);
    (claim.measure, claim.as_of.is_none(), micros, claim.place)
}
