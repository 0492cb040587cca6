//! The documents of a run in the order in which they came out.
//!
//! Answers for: one order for all of linking, which does not depend on how the inputs were listed: by publication time and
//! id; what has no publication time follows as it was listed. Inside this crate a document is its rank in that order; the
//! results name it by its place in the run.

use crate::digest::Digest;

/// The documents of a run, each with its rank.
#[derive(Debug)]
pub(crate) struct Corpus<'d> {
    digests: &'d [Digest],
    /// The place in the run of each document, by rank.
    order: Vec<u32>,
}

impl<'d> Corpus<'d> {
    /// The documents of `digests`.
    ///
    /// # Panics
    ///
    /// When there are more of them than 32 bits can count.
    pub(crate) fn of(digests: &'d [Digest]) -> Self {
        let places = u32::try_from(digests.len()).expect("a run has fewer than four billion documents");
        let mut order: Vec<u32> = (0..places).collect();
        order.sort_by_key(|&place| {
            let digest = &digests[place as usize];
            (digest.published.is_none(), digest.published.map(|published| (published, digest.id)))
        });
        Self { digests, order }
    }

    /// The ranks of all documents.
    pub(crate) fn ranks(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.order.len()).unwrap_or(u32::MAX)
    }

    /// How many documents there are.
    pub(crate) const fn len(&self) -> usize {
        self.order.len()
    }

    /// The document of this rank.
    pub(crate) fn digest(&self, rank: u32) -> &'d Digest {
        &self.digests[self.place(rank)]
    }

    /// The place in the run of the document of this rank.
    pub(crate) fn place(&self, rank: u32) -> usize {
        self.order[rank as usize] as usize
    }

    /// All documents by rank.
    pub(crate) fn digests(&self) -> impl Iterator<Item = &'d Digest> {
        self.order.iter().map(|&place| &self.digests[place as usize])
    }
}
