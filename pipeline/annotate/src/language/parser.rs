//! The parser: the dependency tree of a sentence.
//!
//! # What it marks
//! The head of every word, or that it is the root, and its relation to the head.
//! # How it decides
//! Every pair of words gets a score as dependent and head (the product of two short rows of numbers, and what their
//! distance is worth); the best tree with one root is taken (`tree`), and for each of its arcs the best relation.
//! # Example
//! `The mayor resigned .`: *The* is `det` of *mayor*, *mayor* `nsubj` of *resigned*, the root.
//! # Known misses
//! A run of more than 256 words without an end is read in stretches, which hang on the first.
//! The attachment of prepositional phrases and of the parts of long coordinations; lists and headings.
//! # Sources
//! Universal Dependencies 2, English EWT and GUM; see `models/language.md`. Scores of pairs: Dozat and Manning 2017.

use std::ops::Range;

use schema::labels::Relation;

use super::encoder::{Encoded, deepen};
use super::matrix::{dot, widest};
use super::network::{ARC, BOTH, DISTANCES, ENDS, LABEL, Network, REACH, RELATIONS, ROOT};
use super::tagger::best;
use super::tree::Arcs;

/// The most words that are compared with each other: time and memory grow with their square, and no writer's sentence
/// is longer.
const LONGEST: u32 = 256;

/// The heads of all words, counted in their sentences, and their relations.
pub(super) fn parse(network: &Network<'_>, encoded: &Encoded) -> (Vec<u32>, Vec<Relation>) {
    let weights = &network.dense;
    let third = deepen(network, encoded);
    let mut ends = network.products.ends.products(&third);
    ends.chunks_exact_mut(ENDS).for_each(open_heads);
    let mut heads = Vec::with_capacity(third.len() / BOTH);
    for words in &encoded.sentences {
        add_heads(weights, &ends, words.clone(), &mut heads);
    }
    let relations = relations(network, &ends, (&encoded.sentences, &heads));
    (heads, relations)
}

/// Adds the head of each of the sentence's `words`. Later stretches of a sentence that is too long hang on the root of
/// the first.
fn add_heads(weights: &[f32], ends: &[f32], words: Range<usize>, heads: &mut Vec<u32>) {
    let (mut root, mut before) = (0, 0);
    for start in words.clone().step_by(LONGEST as usize) {
        let stretch = start..words.end.min(start + LONGEST as usize);
        let tree = arcs(weights, ends, stretch).tree();
        heads.extend(tree.iter().map(|&head| if head == 0 { root } else { before + head }));
        if root == 0 {
            root = (1..).zip(&tree).find(|(_, head)| **head == 0).map_or(0, |(place, _)| place);
        }
        before += LONGEST;
    }
}

/// Cuts what a word is as a head of arcs at zero.
pub fn open_heads(ends: &mut [f32]) {
    for number in &mut ends[ARC..2 * ARC] {
        *number = number.max(0.0);
    }
}

/// The scores of all arcs in the sentence of `words`.
pub fn arcs(weights: &[f32], ends: &[f32], words: Range<usize>) -> Arcs {
    let count = words.len();
    let mut scores = vec![0.0; count * (count + 1)];
    let distances = DISTANCES.of(weights);
    let (root, of_word) =
        (&ROOT.of(weights)[..ARC], |word: usize| &ends[(words.start + word) * ENDS..][..2 * ARC]);
    widest(
        #[inline(always)]
        || {
            for dependent in 0..count {
                let row = &mut scores[dependent * (count + 1)..][..=count];
                let asks = &of_word(dependent)[..ARC];
                row[0] = dot(asks, root);
                for head in 0..count {
                    row[head + 1] = dot(asks, &of_word(head)[ARC..]) + distances[distance(dependent, head)];
                }
            }
        },
    );
    Arcs { words: count, scores }
}

/// Where the distance from a word to a head stands among the distances.
#[inline(always)]
pub fn distance(dependent: usize, head: usize) -> usize {
    if head < dependent {
        REACH - (dependent - head).min(REACH)
    } else {
        REACH + (head - dependent).min(REACH)
    }
}

/// The best relation of every word to its head.
fn relations(
    network: &Network<'_>,
    ends: &[f32],
    (sentences, heads): (&[Range<usize>], &[u32]),
) -> Vec<Relation> {
    let weights = &network.dense;
    let mut pairs = vec![0.0; heads.len() * LABEL];
    widest(
        #[inline(always)]
        || {
            for words in sentences {
                for word in words.clone() {
                    let head = (heads[word] as usize).checked_sub(1).map(|head| words.start + head);
                    let (dependent, head) = label_ends(weights, ends, (word, head));
                    join((dependent, head), &mut pairs[word * LABEL..][..LABEL]);
                }
            }
        },
    );
    let mut scores = network.products.labels.products(&pairs);
    let root = Relation::ALL.iter().position(|relation| *relation == Relation::Root).unwrap_or_default();
    let relation = |(scores, head): (&mut [f32], &u32)| {
        if *head == 0 {
            return Relation::Root;
        }
        scores[root] = f32::NEG_INFINITY;
        Relation::ALL[best(scores)]
    };
    scores.chunks_exact_mut(RELATIONS).zip(heads).map(relation).collect()
}

/// What both ends of an arc say together.
#[inline(always)]
fn join((dependent, head): (&[f32], &[f32]), pair: &mut [f32]) {
    for ((pair, dependent), head) in pair.iter_mut().zip(dependent).zip(head) {
        *pair = (dependent + head).max(0.0);
    }
}

/// The ends of the arc from a word to its head, the root where it has none, from which the relation is told.
pub fn label_ends<'e>(
    weights: &'e [f32],
    ends: &'e [f32],
    (word, head): (usize, Option<usize>),
) -> (&'e [f32], &'e [f32]) {
    let dependent = &ends[word * ENDS + 2 * ARC..][..LABEL];
    let head = head.map_or(&ROOT.of(weights)[ARC..], |head| &ends[head * ENDS + 2 * ARC + LABEL..][..LABEL]);
    (dependent, head)
}

#[cfg(test)]
mod tests {
    use crate::language::{Layers, read};

    #[test]
    fn a_run_without_an_end_is_one_tree() {
        let words = ["the", "ferry", "left", "and", "Ada", "waited", ","].repeat(100);
        let heads = &read(&[&words], Layers::Trees)[0].heads;
        assert_eq!(heads.len(), words.len());
        assert_eq!(heads.iter().filter(|head| **head == 0).count(), 1);
        for mut place in 1..=words.len() {
            let steps = (0..words.len()).find(|_| {
                place = heads[place - 1] as usize;
                place == 0
            });
            assert!(steps.is_some(), "a word in a circle");
        }
    }
}
