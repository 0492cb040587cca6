//! Products of matrices, the same to the bit on every machine.
//!
//! Answers for: one kernel, written for registers of eight numbers, that multiplies and adds in a fixed order and
//! never fuses the two; and the choice of the widest instructions of the machine it runs on. What is multiplied is
//! the business of the layers.

use std::sync::LazyLock;

use pulp::Arch;

/// The instructions of this machine.
static ARCH: LazyLock<Arch> = LazyLock::new(Arch::new);

/// The rows that the kernel takes at once.
const TALL: usize = 4;

/// The columns that it takes at once: with `TALL` rows, what the registers hold.
const WIDE: usize = 16;

/// Runs `work` with the widest instructions there are; what is to profit must be inlined into it.
#[inline]
pub fn widest<R>(work: impl FnOnce() -> R) -> R {
    ARCH.dispatch(work)
}

/// A table of numbers read by rows and columns, possibly turned.
#[derive(Debug, Clone, Copy)]
pub struct View<'v> {
    values: &'v [f32],
    /// How far apart the rows stand, and the columns.
    strides: (usize, usize),
    rows: usize,
    columns: usize,
}

impl<'v> View<'v> {
    /// The rows of `columns` numbers in `values`.
    pub fn new(values: &'v [f32], columns: usize) -> Self {
        Self { values, strides: (columns, 1), rows: values.len() / columns, columns }
    }

    /// The same with rows as columns.
    #[must_use]
    pub fn turned(self) -> Self {
        let (row, column) = self.strides;
        Self { strides: (column, row), rows: self.columns, columns: self.rows, ..self }
    }

    #[inline(always)]
    fn at(&self, row: usize, column: usize) -> f32 {
        self.values[row * self.strides.0 + column * self.strides.1]
    }
}

/// Adds the product of `left` and the matrix `right`, row by row, to `sum`.
///
/// # Panics
///
/// When the sizes do not fit.
pub fn add_product(left: View<'_>, right: &[f32], sum: &mut [f32]) {
    if left.rows == 0 || left.columns == 0 {
        return;
    }
    let width = right.len() / left.columns;
    assert!(right.len() == left.columns * width && sum.len() == left.rows * width, "sizes must fit");
    widest(
        #[inline(always)]
        || multiply(left, right, width, sum),
    );
}

/// The loop over blocks of rows and columns.
#[inline(always)]
fn multiply(left: View<'_>, right: &[f32], width: usize, sum: &mut [f32]) {
    let whole = width / WIDE * WIDE;
    let mut row = 0;
    while row + TALL <= left.rows {
        for column in (0..whole).step_by(WIDE) {
            block::<TALL>(left, right, (row, column, width), sum);
        }
        row += TALL;
    }
    for row in row..left.rows {
        for column in (0..whole).step_by(WIDE) {
            block::<1>(left, right, (row, column, width), sum);
        }
    }
    if whole < width {
        edge(left, right, (whole, width), sum);
    }
}

/// `ROWS` rows by `WIDE` columns, kept in registers over the whole inner dimension.
#[inline(always)]
fn block<const ROWS: usize>(left: View<'_>, right: &[f32], place: (usize, usize, usize), sum: &mut [f32]) {
    let (row, column, width) = place;
    let mut kept = [[0.0f32; WIDE]; ROWS];
    for inner in 0..left.columns {
        let line: &[f32; WIDE] =
            right[inner * width + column..][..WIDE].try_into().expect("it has that length");
        for (nth, kept) in kept.iter_mut().enumerate() {
            let factor = left.at(row + nth, inner);
            for (kept, value) in kept.iter_mut().zip(line) {
                *kept += factor * value;
            }
        }
    }
    for (nth, kept) in kept.iter().enumerate() {
        let out = &mut sum[(row + nth) * width + column..][..WIDE];
        for (out, kept) in out.iter_mut().zip(kept) {
            *out += kept;
        }
    }
}

/// The columns that fill no block.
#[inline(always)]
fn edge(left: View<'_>, right: &[f32], (first, width): (usize, usize), sum: &mut [f32]) {
    for row in 0..left.rows {
        let mut kept = [0.0f32; WIDE];
        let kept = &mut kept[..width - first];
        for inner in 0..left.columns {
            let factor = left.at(row, inner);
            for (kept, value) in kept.iter_mut().zip(&right[inner * width + first..(inner + 1) * width]) {
                *kept += factor * value;
            }
        }
        for (out, kept) in sum[row * width + first..(row + 1) * width].iter_mut().zip(kept) {
            *out += *kept;
        }
    }
}

/// The sum of the products of two rows, in eight running sums.
#[inline(always)]
pub fn dot(one: &[f32], other: &[f32]) -> f32 {
    let mut kept = [0.0f32; 8];
    let (ones, others) = (one.chunks_exact(8), other.chunks_exact(8));
    let rest: f32 = ones.remainder().iter().zip(others.remainder()).map(|(one, other)| one * other).sum();
    for (one, other) in ones.zip(others) {
        for (kept, (one, other)) in kept.iter_mut().zip(one.iter().zip(other)) {
            *kept += one * other;
        }
    }
    rest + ((kept[0] + kept[4]) + (kept[1] + kept[5])) + ((kept[2] + kept[6]) + (kept[3] + kept[7]))
}

#[cfg(test)]
mod tests {
    use super::{View, add_product, dot};

    fn numbers(count: usize) -> Vec<f32> {
        (0..count).map(|nth| ((nth * 37 + 11) % 101) as f32 / 50.0 - 1.0).collect()
    }

    #[test]
    fn a_product_is_the_sum_over_the_inner_dimension() {
        for (rows, inner, width) in [(1, 1, 1), (5, 7, 16), (9, 16, 37), (4, 3, 70)] {
            let (left, right) = (numbers(rows * inner), numbers(inner * width));
            let mut sum = vec![1.0; rows * width];
            add_product(View::new(&left, inner), &right, &mut sum);
            for row in 0..rows {
                for column in 0..width {
                    let product = |at: usize| left[row * inner + at] * right[at * width + column];
                    let expected = 1.0 + (0..inner).map(product).sum::<f32>();
                    assert!((sum[row * width + column] - expected).abs() < 1e-4);
                }
            }
        }
    }

    #[test]
    fn a_turned_view_swaps_rows_and_columns() {
        let left = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        let mut sum = vec![0.0; 3];
        add_product(View::new(&left, 3).turned(), &[1.0, 10.0], &mut sum);
        assert_eq!(sum, [41.0, 52.0, 63.0]);
    }

    #[test]
    fn a_dot_product_takes_every_element() {
        let ones = vec![1.0; 21];
        assert!((dot(&ones, &ones) - 21.0).abs() < 1e-6);
    }
}
