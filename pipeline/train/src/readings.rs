//! How well a network reads what it did not learn from.
//!
//! Answers for: the scores of the card: parts of speech, trees and names against gold.

use annotate::language::network::Network;
use annotate::language::{Layers, Reading, read_with};
use schema::labels::{EntityType, Relation, Upos, Vocabulary};

use crate::entities::{Mention, scored};
use crate::network::example::Gold;
use crate::treebank::Document;

/// Counts over a set.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    words: usize,
    tags: usize,
    heads: usize,
    labelled: usize,
    found: usize,
    gold: usize,
    right: usize,
}

/// The counts of `network` on `documents`.
pub(crate) fn count(network: &Network<'_>, documents: &[Document]) -> Counts {
    let mut counts = Counts::default();
    for document in documents {
        let words: Vec<Vec<&str>> =
            document.sentences.iter().map(|gold| gold.words.iter().map(String::as_str).collect()).collect();
        let sentences: Vec<&[&str]> = words.iter().map(Vec::as_slice).collect();
        let readings = read_with(network, &sentences, Layers::Trees);
        for (gold, reading) in document.sentences.iter().zip(&readings) {
            counts.add(gold, reading);
        }
    }
    counts
}

impl Counts {
    fn add(&mut self, gold: &Gold, reading: &Reading) {
        if let (Some(tags), Some(tree)) = (&gold.tags, &gold.tree) {
            for (word, &tag) in tags.iter().enumerate() {
                self.words += 1;
                self.tags += usize::from(Upos::ALL[usize::from(tag)] == reading.upos[word]);
                let head = tree.heads[word] == reading.heads[word];
                let gold = universal(Relation::ALL[usize::from(tree.relations[word])]);
                self.heads += usize::from(head);
                self.labelled += usize::from(head && gold == universal(reading.relations[word]));
            }
        }
        if gold.names.is_some() {
            let gold = scored(gold);
            let found: Vec<Mention> = reading
                .names
                .iter()
                .filter(|name| name.kind != EntityType::Miscellaneous)
                .map(|name| (name.first, name.last, name.kind))
                .collect();
            self.gold += gold.len();
            self.found += found.len();
            self.right += found.iter().filter(|name| gold.contains(name)).count();
        }
    }

    /// The share of words with the right part of speech, with the right head, and with the right relation too.
    pub(crate) fn trees(&self) -> Option<[f64; 3]> {
        (self.words > 0).then(|| [self.tags, self.heads, self.labelled].map(|right| share(right, self.words)))
    }

    /// Precision, recall and F1 of persons, locations and organisations.
    pub(crate) fn names(&self) -> Option<[f64; 3]> {
        (self.gold > 0).then(|| {
            [
                share(self.right, self.found),
                share(self.right, self.gold),
                share(2 * self.right, self.found + self.gold),
            ]
        })
    }
}

/// The universal part of a relation.
fn universal(relation: Relation) -> &'static str {
    relation.as_str().split(':').next().unwrap_or_default()
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
