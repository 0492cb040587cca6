//! Steps down the slopes (Adam).
//!
//! Answers for: how far each weight moves. Rows of embeddings move only when a form of theirs was met.

use annotate::language::form::ROWS;
use annotate::language::network::{EMBEDDING, WEIGHTS};

use super::Weights;
use super::pass::{DROPPED, Slopes};

/// How slowly the mean slope and the mean squared slope change.
const SLOW: (f32, f32) = (0.9, 0.98);

/// Keeps steps finite where the slope has always been near zero.
const FLOOR: f32 = 1e-6;

/// What the step of an embedding is compared with other weights: most rows are seldom met.
const EMBEDDING_STEP: f32 = 2.0;

/// The longest sum of slopes, beyond which they are made smaller together.
const LONGEST: f32 = 5.0;

/// The state of every weight.
pub(crate) struct Optimiser {
    dense: Moments,
    embeddings: Moments,
    /// The slopes of embeddings in this step, and which rows have any.
    slopes: Vec<f32>,
    touched: Vec<u32>,
    marked: Vec<bool>,
    /// The shares of the first steps in the means.
    corrections: (f32, f32),
}

struct Moments {
    mean: Vec<f32>,
    square: Vec<f32>,
}

impl Moments {
    fn new(count: usize) -> Self {
        Self { mean: vec![0.0; count], square: vec![0.0; count] }
    }
}

impl Optimiser {
    pub(crate) fn new() -> Self {
        let rows = ROWS as usize;
        Self {
            dense: Moments::new(WEIGHTS),
            embeddings: Moments::new(rows * EMBEDDING),
            slopes: vec![0.0; rows * EMBEDDING],
            touched: Vec::new(),
            marked: vec![false; rows],
            corrections: (1.0, 1.0),
        }
    }

    /// Moves `weights` against the sum of `slopes`, each times `scale`, by about `step`.
    pub(crate) fn step(&mut self, weights: &mut Weights, slopes: &[Slopes], (step, scale): (f32, f32)) {
        let mut dense = vec![0.0; WEIGHTS];
        for slopes in slopes {
            dense.iter_mut().zip(&slopes.dense).for_each(|(sum, slope)| *sum += slope);
            slopes.forms.iter().for_each(|(rows, slope)| self.gather(rows, slope));
        }
        let length = dense.iter().map(|slope| slope * slope).sum::<f32>().sqrt() * scale;
        let scale = if length > LONGEST { scale * LONGEST / length } else { scale };
        self.corrections = (self.corrections.0 * SLOW.0, self.corrections.1 * SLOW.1);
        let factors = (step / (1.0 - self.corrections.0), 1.0 / (1.0 - self.corrections.1), scale);
        let moments = (self.dense.mean.as_mut_slice(), self.dense.square.as_mut_slice());
        advance(&mut weights.dense, &dense, moments, factors);
        let factors = (factors.0 * EMBEDDING_STEP, factors.1, factors.2);
        for row in std::mem::take(&mut self.touched) {
            let range = row as usize * EMBEDDING..(row as usize + 1) * EMBEDDING;
            let moments =
                (&mut self.embeddings.mean[range.clone()], &mut self.embeddings.square[range.clone()]);
            advance(&mut weights.embeddings[range.clone()], &self.slopes[range.clone()], moments, factors);
            self.slopes[range].fill(0.0);
            self.marked[row as usize] = false;
        }
    }

    /// Adds the slope of a form to each of its rows.
    fn gather(&mut self, rows: &[u32], slope: &[f32; EMBEDDING]) {
        for &row in rows.iter().filter(|row| **row != DROPPED) {
            if !std::mem::replace(&mut self.marked[row as usize], true) {
                self.touched.push(row);
            }
            let sums = &mut self.slopes[row as usize * EMBEDDING..][..EMBEDDING];
            sums.iter_mut().zip(slope).for_each(|(sum, slope)| *sum += slope);
        }
    }
}

/// Moves some weights.
fn advance(
    weights: &mut [f32],
    slopes: &[f32],
    (mean, square): (&mut [f32], &mut [f32]),
    (step, correction, scale): (f32, f32, f32),
) {
    for (((weight, slope), mean), square) in weights.iter_mut().zip(slopes).zip(mean).zip(square) {
        let slope = slope * scale;
        *mean = SLOW.0 * *mean + (1.0 - SLOW.0) * slope;
        *square = SLOW.1 * *square + (1.0 - SLOW.1) * slope * slope;
        *weight -= step * *mean / ((*square * correction).sqrt() + FLOOR);
    }
}
