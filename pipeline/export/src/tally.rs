//! What went into a snapshot, counted.
//!
//! Answers for: the figures that the data card states. They depend on the documents alone, never on the run.

use std::collections::{BTreeMap, BTreeSet};

use schema::labels::{RejectReason, Role};
use schema::{Document, LanguageTag, Rejection};

/// The figures of a snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// Documents.
    pub documents: u64,
    /// Sentences.
    pub sentences: u64,
    /// Sentences by role.
    pub roles: BTreeMap<Role, u64>,
    /// Rejections by reason.
    pub rejects: BTreeMap<RejectReason, u64>,
    /// The languages of the documents.
    pub languages: BTreeSet<LanguageTag>,
}

impl Tally {
    /// The number of rejections.
    pub fn rejected(&self) -> u64 {
        self.rejects.values().sum()
    }

    /// The share of inputs that were rejected, from 0 to 1; 0 where there was no input.
    pub fn reject_share(&self) -> f64 {
        let inputs = self.documents + self.rejected();
        if inputs == 0 { 0.0 } else { self.rejected() as f64 / inputs as f64 }
    }

    /// Counts a document.
    pub(crate) fn add(&mut self, document: &Document) {
        self.documents += 1;
        self.sentences += document.sentences.len() as u64;
        for sentence in &document.sentences {
            *self.roles.entry(sentence.role).or_default() += 1;
        }
        self.languages.insert(document.language);
    }

    /// Counts a rejection.
    pub(crate) fn reject(&mut self, rejection: &Rejection) {
        *self.rejects.entry(rejection.reason).or_default() += 1;
    }
}
