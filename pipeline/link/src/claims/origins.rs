//! Who had a report by themselves.
//!
//! Answers for: which of the documents with claims of one measure count once: those of one outlet, of one
//! news agency, with copies of one sentence, or that give the report of one medium.

use std::collections::BTreeMap;

use schema::labels::{ReuseType, SourceRole};
use schema::{Claim, Links};

use crate::digest::Digest;

/// The documents with claims of one measure, those that count once in one group.
#[derive(Debug)]
pub(super) struct Origins {
    /// The documents in order.
    documents: Vec<usize>,
    /// For each the place of one that it counts once with, the first of all at the end of the chain.
    before: Vec<usize>,
    /// For the first of each chain how many count once with it.
    sizes: Vec<usize>,
}

/// What documents that count once have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Mark<'o> {
    Wire(&'static str),
    Outlet(&'o str),
    Copy(usize),
    Medium(usize),
}

impl Origins {
    /// Those of `claims`.
    pub(super) fn of(digests: &[Digest], links: &Links, claims: &[Claim]) -> Self {
        let mut documents: Vec<usize> = claims.iter().map(|claim| claim.place.document).collect();
        documents.sort_unstable();
        documents.dedup();
        let count = documents.len();
        let mut origins = Self { before: (0..count).collect(), documents, sizes: vec![0; count] };
        let mut marked: BTreeMap<Mark<'_>, usize> = BTreeMap::new();
        for claim in claims {
            let at = origins.place(claim.place.document);
            for mark in marks(digests, links, claim) {
                let first = *marked.entry(mark).or_insert(at);
                origins.join(first, at);
            }
        }
        for at in 0..count {
            let first = origins.first(at);
            origins.sizes[first] += 1;
        }
        origins
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.before.iter().enumerate().filter(|&(at, &before)| at == before).count()
    }

    /// The place of the first document that `document` counts once with.
    pub(super) fn group(&self, document: usize) -> usize {
        self.first(self.place(document))
    }

    /// How many documents count once with `document`, itself included; 1 where it makes none of the claims.
    pub(super) fn size(&self, document: usize) -> usize {
        self.documents.binary_search(&document).map_or(1, |at| self.sizes[self.first(at)])
    }

    fn place(&self, document: usize) -> usize {
        self.documents.partition_point(|&own| own < document)
    }

    fn first(&self, mut at: usize) -> usize {
        while self.before[at] != at {
            at = self.before[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first(one), self.first(other));
        self.before[one.max(other)] = one.min(other);
    }
}

/// What `claim` has in common with others of its origin.
fn marks<'o>(digests: &'o [Digest], links: &Links, claim: &Claim) -> impl Iterator<Item = Mark<'o>> {
    let digest = &digests[claim.place.document];
    let medium = claim.asserter.as_ref().filter(|source| source.role == SourceRole::Media);
    let marks = [
        digest.wire.map(Mark::Wire),
        digest.outlet.as_deref().map(Mark::Outlet),
        copy(links, claim).map(Mark::Copy),
        medium.and_then(|source| source.entity).map(Mark::Medium),
    ];
    marks.into_iter().flatten()
}

/// The reuse cluster of the sentence that makes `claim`; `None` where it stands in none but a line of the
/// outlet's.
fn copy(links: &Links, claim: &Claim) -> Option<usize> {
    let sentences = &links.documents.get(claim.place.document)?.sentences;
    let at = sentences.partition_point(|reused| reused.sentence < claim.place.sentence);
    let mut own = sentences[at..].iter().take_while(|reused| reused.sentence == claim.place.sentence);
    own.find(|reused| reused.kind != ReuseType::Boilerplate).map(|reused| reused.cluster)
}
