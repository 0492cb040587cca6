//! Products in whole numbers: twice as fast as those of `matrix`, and exact in any order.
//!
//! Answers for: a matrix whose columns are rounded to whole numbers of their own units, and its product with rows that
//! are rounded likewise. The sums of whole numbers are exact, so every machine gives the same bits. Leaves to others:
//! what is multiplied.

#[cfg(target_arch = "x86_64")]
use pulp::x86::V3;

use super::matrix::widest;

/// The rows that the kernel takes at once.
const TALL: usize = 4;

/// The columns that it takes at once.
const WIDE: usize = 16;

/// The largest whole number in a matrix, and in a row: 256 products of both stay below 2 to the power of 31.
const LARGEST: (f32, f32) = (2047.0, 4095.0);

/// The widest row that may be multiplied.
const LONGEST: usize = 256;

/// A matrix in whole numbers, and what is added to its products.
#[derive(Debug, Clone)]
pub struct Quantised {
    /// For every `WIDE` columns, pair by pair of rows: the two numbers of each column.
    panels: Vec<i16>,
    /// What one counts, column by column.
    units: Vec<f32>,
    bias: Vec<f32>,
    inner: usize,
}

/// Rows in whole numbers, two to an element, and what one counts in each row.
struct Rows {
    pairs: Vec<i32>,
    units: Vec<f32>,
}

impl Quantised {
    /// The matrix of `inner` rows, in whole numbers.
    ///
    /// # Panics
    ///
    /// When `inner` is odd or more than 256.
    pub fn new(matrix: &[f32], bias: &[f32], inner: usize) -> Self {
        assert!(inner.is_multiple_of(2) && inner <= LONGEST, "sums must stay small");
        let width = bias.len();
        let column = |at: usize| matrix.iter().skip(at).step_by(width);
        let unit = |at: usize| column(at).fold(1e-9, |most: f32, number| most.max(number.abs())) / LARGEST.0;
        let units: Vec<f32> = (0..width).map(unit).collect();
        let mut panels = Vec::with_capacity(width.div_ceil(WIDE) * WIDE * inner);
        for first in (0..width).step_by(WIDE) {
            for pair in (0..inner).step_by(2) {
                for at in first..first + WIDE {
                    let whole =
                        |row: usize| units.get(at).map_or(0, |unit| round(matrix[row * width + at] / unit));
                    panels.extend([whole(pair), whole(pair + 1)]);
                }
            }
        }
        Self { panels, units, bias: bias.to_vec(), inner }
    }

    /// The columns.
    pub fn width(&self) -> usize {
        self.bias.len()
    }

    /// The products of the rows of `input`, with what is added.
    pub fn products(&self, input: &[f32]) -> Vec<f32> {
        let rows = Rows::new(input, self.inner);
        let mut out = vec![0.0; rows.units.len() * self.width()];
        #[cfg(target_arch = "x86_64")]
        if let Some(v3) = V3::try_new() {
            v3.vectorize(
                #[inline(always)]
                || {
                    self.run(
                        &rows,
                        &mut out,
                        #[inline(always)]
                        |pairs, panel, sums| wide(v3, pairs, panel, sums),
                    );
                },
            );
            return out;
        }
        widest(
            #[inline(always)]
            || self.run(&rows, &mut out, plain),
        );
        out
    }

    /// The loop over blocks of rows and columns.
    #[inline(always)]
    fn run(
        &self,
        rows: &Rows,
        out: &mut [f32],
        kernel: impl Fn([&[i32]; TALL], &[i16], &mut [[i32; WIDE]; TALL]),
    ) {
        let (half, width, count) = (self.inner / 2, self.width(), rows.units.len());
        for first in (0..count).step_by(TALL) {
            let row = |nth: usize| &rows.pairs[(first + nth).min(count - 1) * half..][..half];
            let pairs = [row(0), row(1), row(2), row(3)];
            for (panel, column) in self.panels.chunks_exact(WIDE * self.inner).zip((0..width).step_by(WIDE)) {
                let mut sums = [[0; WIDE]; TALL];
                kernel(pairs, panel, &mut sums);
                let columns = column..(column + WIDE).min(width);
                for (nth, sums) in sums.iter().enumerate().take(count - first) {
                    let out = &mut out[(first + nth) * width..][columns.clone()];
                    let (units, bias) = (&self.units[columns.clone()], &self.bias[columns.clone()]);
                    scale((sums, rows.units[first + nth]), (units, bias), out);
                }
            }
        }
    }
}

/// From sums of whole numbers to numbers.
#[inline(always)]
fn scale((sums, row): (&[i32; WIDE], f32), (units, bias): (&[f32], &[f32]), out: &mut [f32]) {
    for (((out, sum), unit), bias) in out.iter_mut().zip(sums).zip(units).zip(bias) {
        *out = bias + *sum as f32 * (row * unit);
    }
}

impl Rows {
    fn new(input: &[f32], inner: usize) -> Self {
        let mut rows =
            Self { pairs: vec![0; input.len() / 2], units: Vec::with_capacity(input.len() / inner) };
        widest(
            #[inline(always)]
            || {
                for (line, pairs) in input.chunks_exact(inner).zip(rows.pairs.chunks_exact_mut(inner / 2)) {
                    let largest = largest(line);
                    rows.units.push(largest / LARGEST.1);
                    let factor = LARGEST.1 / largest;
                    for (pair, numbers) in pairs.iter_mut().zip(line.chunks_exact(2)) {
                        *pair = whole(numbers[1] * factor) << 16 | whole(numbers[0] * factor) & 0xffff;
                    }
                }
            },
        );
        rows
    }
}

/// The largest distance from zero, and never zero.
#[inline(always)]
fn largest(line: &[f32]) -> f32 {
    let mut most = [1e-9f32; 8];
    for numbers in line.chunks_exact(8) {
        for (most, number) in most.iter_mut().zip(numbers) {
            *most = if number.abs() > *most { number.abs() } else { *most };
        }
    }
    let rest = line.chunks_exact(8).remainder();
    most.iter().copied().chain(rest.iter().map(|number| number.abs())).fold(1e-9, f32::max)
}

/// The whole number nearest to `value`, which is within ±4095, ties to even: adding this much leaves no fraction.
#[inline(always)]
fn whole(value: f32) -> i32 {
    const ROUNDER: f32 = 12_582_912.0;
    (value + ROUNDER).to_bits().cast_signed() - ROUNDER.to_bits().cast_signed()
}

/// The same in 16 bits.
#[expect(clippy::cast_possible_truncation, reason = "the number is within ±2047")]
fn round(value: f32) -> i16 {
    whole(value) as i16
}

/// The sums of a block, by instructions that multiply and add pairs.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn wide(v3: V3, pairs: [&[i32]; TALL], panel: &[i16], sums: &mut [[i32; WIDE]; TALL]) {
    let mut kept = [[v3.splat_i32x8(0); 2]; TALL];
    let half = pairs[0].len();
    let pairs = pairs.map(|row| &row[..half]);
    for (nth, columns) in panel.chunks_exact(2 * WIDE).enumerate().take(half) {
        let columns: [pulp::i16x16; 2] = [0, WIDE].map(|from| {
            let half: [i16; WIDE] = columns[from..from + WIDE].try_into().expect("it has that length");
            pulp::cast(half)
        });
        for (kept, row) in kept.iter_mut().zip(pairs) {
            let pair: pulp::i16x16 = pulp::cast(v3.splat_i32x8(row[nth]));
            for (kept, column) in kept.iter_mut().zip(columns) {
                *kept = v3.wrapping_add_i32x8(*kept, v3.multiply_wrapping_add_adjacent_i16x16(pair, column));
            }
        }
    }
    for (sums, kept) in sums.iter_mut().zip(kept) {
        let (low, high): ([i32; 8], [i32; 8]) = (pulp::cast(kept[0]), pulp::cast(kept[1]));
        sums[..8].copy_from_slice(&low);
        sums[8..].copy_from_slice(&high);
    }
}

/// The same on any machine.
#[inline(always)]
fn plain(pairs: [&[i32]; TALL], panel: &[i16], sums: &mut [[i32; WIDE]; TALL]) {
    for (sums, row) in sums.iter_mut().zip(pairs) {
        for (pair, columns) in row.iter().zip(panel.chunks_exact(2 * WIDE)) {
            let (low, high) = (pair << 16 >> 16, pair >> 16);
            for (sum, column) in sums.iter_mut().zip(columns.chunks_exact(2)) {
                *sum += low * i32::from(column[0]) + high * i32::from(column[1]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Quantised, Rows, TALL, WIDE, plain};

    fn numbers(count: usize) -> Vec<f32> {
        (0..count).map(|nth| ((nth * 37 + 11) % 101) as f32 / 50.0 - 1.0).collect()
    }

    #[test]
    fn products_are_nearly_those_of_the_numbers() {
        for (rows, inner, width) in [(1, 2, 1), (5, 8, 16), (9, 192, 37)] {
            let (left, right, bias) = (numbers(rows * inner), numbers(inner * width), numbers(width));
            let found = Quantised::new(&right, &bias, inner).products(&left);
            for row in 0..rows {
                for column in 0..width {
                    let product = |at: usize| left[row * inner + at] * right[at * width + column];
                    let expected = bias[column] + (0..inner).map(product).sum::<f32>();
                    let miss = found[row * width + column] - expected;
                    assert!(miss.abs() < 0.01, "{rows} {inner} {width}: {miss}");
                }
            }
        }
    }

    #[test]
    fn every_machine_gives_the_same_bits() {
        let (left, right) = (numbers(6 * 64), numbers(64 * 40));
        let matrix = Quantised::new(&right, &numbers(40), 64);
        let rows = Rows::new(&left, 64);
        let mut out = vec![0.0; 6 * 40];
        matrix.run(&rows, &mut out, plain);
        let bits = |numbers: &[f32]| numbers.iter().map(|number| number.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&out), bits(&matrix.products(&left)));
        assert_eq!((TALL, WIDE), (4, 16));
    }
}
