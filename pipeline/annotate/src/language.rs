//! The language layer: one small network that reads the words of a document.
//!
//! Answers for: parts of speech, trees and names of English sentences, from one pass of one network (`network` holds
//! its weights, `encoder` runs it, `tagger`, `parser` and `names` read what it says, `consistency` compares the names of a
//! document). The same words give the same answer on every machine: `matrix` and `curve` add, multiply and round in one
//! order everywhere. Leaves to others: cutting sentences into words (`tokens`), and whether a sentence is English.

#![expect(
    clippy::inline_always,
    reason = "only what is inlined into `matrix::widest` is compiled for wide registers"
)]

mod consistency;
pub mod curve;
pub mod encoder;
pub mod form;
pub mod gazetteer;
mod lattice;
pub mod matrix;
pub mod names;
pub mod network;
pub mod parser;
pub mod phrases;
pub mod quantised;
pub mod recurrence;
pub mod tagger;
pub mod tree;
pub mod vectors;

use schema::labels::{EntityType, Relation, Upos};

use network::{BUILT_IN, Network};

/// What is asked of the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layers {
    /// Parts of speech and names.
    Names,
    /// The same and trees.
    Trees,
}

/// What the network says of a sentence.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The part of speech of each word.
    pub upos: Vec<Upos>,
    /// The head of each word, its one-based place in the sentence, 0 for the root; empty without trees.
    pub heads: Vec<u32>,
    /// The relation of each word to its head; empty without trees.
    pub relations: Vec<Relation>,
    /// The names, in order, disjoint.
    pub names: Vec<Name>,
}

/// A name in a sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Name {
    /// The place of its first word in the sentence.
    pub first: usize,
    /// The place of its last word.
    pub last: usize,
    /// What it names.
    pub kind: EntityType,
    /// How probable its words and its type are together, from 0 to 1; less where only the document lends the name.
    pub confidence: f32,
}

/// The words that are taken through the network together: enough to keep the processor busy, few enough for its
/// fast memory.
const TOGETHER: usize = 160;

/// What the network says of each sentence of `document`, given as its words.
pub fn read(document: &[&[&str]], layers: Layers) -> Vec<Reading> {
    read_with(&BUILT_IN, document, layers)
}

/// The same with another network.
pub fn read_with(network: &Network<'_>, document: &[&[&str]], layers: Layers) -> Vec<Reading> {
    let mut readings = Vec::with_capacity(document.len());
    let mut rest = document;
    while !rest.is_empty() {
        let mut words = 0;
        let fits = |sentence: &&&[&str]| {
            words += sentence.len();
            words <= TOGETHER
        };
        let (some, after) = rest.split_at(rest.iter().take_while(fits).count().max(1));
        read_some(network, some, (layers, &mut readings));
        rest = after;
    }
    consistency::agree(document, &mut readings);
    readings
}

/// Reads a few sentences together.
fn read_some(network: &Network<'_>, sentences: &[&[&str]], (layers, readings): (Layers, &mut Vec<Reading>)) {
    let encoded = encoder::encode(network, sentences);
    let mut upos = tagger::tag(network, &encoded).into_iter();
    let names = names::find(network, &encoded);
    let (heads, relations) = match layers {
        Layers::Names => Default::default(),
        Layers::Trees => parser::parse(network, &encoded),
    };
    let (mut heads, mut relations) = (heads.into_iter(), relations.into_iter());
    for (sentence, names) in sentences.iter().zip(names) {
        let count = sentence.len();
        readings.push(Reading {
            upos: upos.by_ref().take(count).collect(),
            heads: heads.by_ref().take(count).collect(),
            relations: relations.by_ref().take(count).collect(),
            names,
        });
    }
}
