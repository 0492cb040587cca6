//! Products with weights and their slopes.
//!
//! Answers for: a linear part forward and backward. The kernel is the annotator's.

use annotate::language::matrix::{View, add_product};
use annotate::language::network::Part;

/// A product with weights, and what is added.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Linear {
    pub(crate) product: Part,
    pub(crate) bias: Part,
}

impl Linear {
    /// The outputs of the rows of `input`.
    pub(crate) fn forward(self, weights: &[f32], input: &[f32]) -> Vec<f32> {
        let (width, _) = self.product.shape();
        let mut out = self.bias.of(weights).repeat(input.len() / width);
        add_product(View::new(input, width), self.product.of(weights), &mut out);
        out
    }

    /// Adds the slopes of the weights to `slopes`, for the slopes `out` of the outputs of `input`.
    pub(crate) fn learn(self, input: &[f32], out: &[f32], slopes: &mut [f32]) {
        let (width, columns) = self.product.shape();
        add_product(View::new(input, width).turned(), out, &mut slopes[self.product.range()]);
        let bias = &mut slopes[self.bias.range()];
        for row in out.chunks_exact(columns) {
            bias.iter_mut().zip(row).for_each(|(bias, slope)| *bias += slope);
        }
    }

    /// Adds the slopes of the input to `input`, for the slopes `out` of the outputs.
    pub(crate) fn back(self, weights: &[f32], out: &[f32], input: &mut [f32]) {
        let (rows, columns) = self.product.shape();
        let turned = turned(self.product.of(weights), (rows, columns));
        add_product(View::new(out, columns), &turned, input);
    }
}

/// The matrix with rows as columns.
fn turned(matrix: &[f32], (rows, columns): (usize, usize)) -> Vec<f32> {
    let mut turned = vec![0.0; rows * columns];
    for (row, line) in matrix.chunks_exact(columns).enumerate() {
        for (column, value) in line.iter().enumerate() {
            turned[column * rows + row] = *value;
        }
    }
    turned
}
