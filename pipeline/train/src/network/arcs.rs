//! What arcs and relations cost, and their slopes.
//!
//! Answers for: the loss of the heads of a sentence (each word chooses among all heads) and of the relations to the
//! heads of gold. Leaves to others: the ends, which the third layer gives; the scores, which are the annotator's.

use std::ops::Range;

use annotate::language::curve::{ln, softmax};

use annotate::language::network::{ARC, DISTANCES, ENDS, LABEL, LABEL_BIAS, LABEL_PRODUCT, RELATIONS, ROOT};
use annotate::language::parser::{arcs, distance, label_ends};

use super::linear::Linear;

/// From the two ends of an arc to its relation.
const LABELS: Linear = Linear { product: LABEL_PRODUCT, bias: LABEL_BIAS };

/// The head of each word of a sentence (one-based, 0 for the root) and its relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tree {
    pub(crate) heads: Vec<u32>,
    pub(crate) relations: Vec<u8>,
}

/// What is learnt from: weights and ends, and where the slopes of both go.
pub(crate) struct Ends<'e> {
    pub(crate) weights: &'e [f32],
    pub(crate) all: &'e [f32],
    pub(crate) slopes: &'e mut [f32],
    pub(crate) end_slopes: &'e mut [f32],
}

impl Ends<'_> {
    /// The loss of the heads of a sentence at `words`.
    pub(crate) fn head_loss(&mut self, words: &Range<usize>, tree: &Tree) -> f32 {
        let mut arcs = arcs(self.weights, self.all, words.clone());
        let count = words.len();
        let mut loss = 0.0;
        for dependent in 0..count {
            let row = &mut arcs.scores[dependent * (count + 1)..][..=count];
            row[dependent + 1] = -1e9;
            softmax(row);
            let gold = tree.heads[dependent] as usize;
            loss -= ln(row[gold].max(1e-9));
            row[gold] -= 1.0;
            self.spread(words.start, dependent, row);
        }
        loss
    }

    /// Hands the slopes of the scores of a word's heads on to both ends.
    fn spread(&mut self, start: usize, dependent: usize, row: &[f32]) {
        let asks = (start + dependent) * ENDS..(start + dependent) * ENDS + ARC;
        for (column, &slope) in row.iter().enumerate() {
            if slope.abs() < 1e-7 {
                continue;
            }
            let Some(head) = column.checked_sub(1) else {
                let root = ROOT.range().start..ROOT.range().start + ARC;
                add(&mut self.end_slopes[asks.clone()], slope, &self.weights[root.clone()]);
                add(&mut self.slopes[root], slope, &self.all[asks.clone()]);
                continue;
            };
            let offers = (start + head) * ENDS + ARC..(start + head) * ENDS + 2 * ARC;
            add(&mut self.end_slopes[asks.clone()], slope, &self.all[offers.clone()]);
            add(&mut self.end_slopes[offers], slope, &self.all[asks.clone()]);
            self.slopes[DISTANCES.range().start + distance(dependent, head)] += slope;
        }
    }

    /// The loss of the relations of a sentence at `words`.
    pub(crate) fn label_loss(&mut self, words: &Range<usize>, tree: &Tree) -> f32 {
        let mut pairs = Vec::with_capacity(words.len() * LABEL);
        let at = |head: u32| (head as usize).checked_sub(1).map(|head| words.start + head);
        for (word, &head) in words.clone().zip(&tree.heads) {
            let (dependent, head) = label_ends(self.weights, self.all, (word, at(head)));
            pairs.extend(dependent.iter().zip(head).map(|(one, other)| (one + other).max(0.0)));
        }
        let mut scores = LABELS.forward(self.weights, &pairs);
        let mut loss = 0.0;
        for (row, &gold) in scores.chunks_exact_mut(RELATIONS).zip(&tree.relations) {
            softmax(row);
            loss -= ln(row[usize::from(gold)].max(1e-9));
            row[usize::from(gold)] -= 1.0;
        }
        LABELS.learn(&pairs, &scores, self.slopes);
        let mut slopes = vec![0.0; pairs.len()];
        LABELS.back(self.weights, &scores, &mut slopes);
        for (slope, pair) in slopes.iter_mut().zip(&pairs) {
            *slope = if *pair > 0.0 { *slope } else { 0.0 };
        }
        for ((word, &head), slopes) in words.clone().zip(&tree.heads).zip(slopes.chunks_exact(LABEL)) {
            add(&mut self.end_slopes[word * ENDS + 2 * ARC..][..LABEL], 1.0, slopes);
            match at(head) {
                Some(head) => {
                    add(&mut self.end_slopes[head * ENDS + 2 * ARC + LABEL..][..LABEL], 1.0, slopes);
                }
                None => add(&mut self.slopes[ROOT.range().start + ARC..][..LABEL], 1.0, slopes),
            }
        }
        loss
    }

    /// Sets the slopes of heads to zero where the annotator cuts what a word is as a head.
    pub(crate) fn close_heads(&mut self) {
        for (slopes, ends) in self.end_slopes.chunks_exact_mut(ENDS).zip(self.all.chunks_exact(ENDS)) {
            for (slope, end) in slopes[ARC..2 * ARC].iter_mut().zip(&ends[ARC..2 * ARC]) {
                *slope = if *end > 0.0 { *slope } else { 0.0 };
            }
        }
    }
}

/// Adds `factor` times the numbers of `from` to those of `to`.
fn add(to: &mut [f32], factor: f32, from: &[f32]) {
    for (to, from) in to.iter_mut().zip(from) {
        *to += factor * from;
    }
}
