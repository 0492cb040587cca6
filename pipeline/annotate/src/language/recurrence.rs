//! The recurrent unit: what a layer carries from word to word, in both directions.
//!
//! Answers for: a simple recurrent unit (Lei et al. 2018): a forget gate mixes the candidate of a word with what is
//! carried, an output gate mixes the carried with the input (the highway). Only the forget gate looks at what is
//! carried, number by number, so the products are taken before, for many words at once.

use std::ops::Range;

use super::curve::sigmoid;
use super::network::{BOTH, HIDDEN, Layer};

/// What one number of a word becomes.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// The forget gate.
    pub forget: f32,
    /// The output gate.
    pub open: f32,
    /// What is carried on.
    pub carried: f32,
    /// The output.
    pub output: f32,
}

/// One number of one word: its candidate, its gates before the sigmoid, its highway.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// The candidate.
    pub candidate: f32,
    /// The forget gate.
    pub forget: f32,
    /// The output gate.
    pub open: f32,
    /// The highway.
    pub highway: f32,
}

/// The step of a number that carries `carried`, which moves its forget gate by `weight`.
#[inline(always)]
pub fn step(asked: Asked, carried: f32, weight: f32) -> Step {
    let forget = sigmoid(asked.forget + weight * carried);
    let open = sigmoid(asked.open);
    let carried = asked.candidate + forget * (carried - asked.candidate);
    Step { forget, open, carried, output: asked.highway + open * (carried - asked.highway) }
}

/// The outputs of a layer over the words of one sentence, into `out`.
///
/// `asked` gives the candidates and gates, and the highway, of a word in one direction (0 forward, 1 backward).
#[inline(always)]
pub(super) fn sweep<'a>(
    (layer, weights): (Layer, &[f32]),
    words: Range<usize>,
    asked: impl Fn(usize, usize) -> (&'a [f32], &'a [f32]),
    out: &mut [f32],
) {
    for side in 0..2 {
        let numbers = side * HIDDEN..(side + 1) * HIDDEN;
        let carry = &layer.carry.of(weights)[numbers.clone()];
        let mut carried = [0.0; HIDDEN];
        carried.copy_from_slice(&layer.start.of(weights)[numbers.clone()]);
        for nth in 0..words.len() {
            let word = if side == 0 { words.start + nth } else { words.end - 1 - nth };
            let (gates, highway) = asked(word, side);
            line((gates, highway), carry, &mut carried, &mut out[word * BOTH..][numbers.clone()]);
        }
    }
}

/// All numbers of a word in one direction.
#[inline(always)]
fn line((gates, highway): (&[f32], &[f32]), carry: &[f32], carried: &mut [f32; HIDDEN], out: &mut [f32]) {
    let fixed = |numbers: &[f32]| -> [f32; HIDDEN] { numbers.try_into().expect("a direction has that many") };
    let (candidates, forget) = (fixed(&gates[..HIDDEN]), fixed(&gates[HIDDEN..2 * HIDDEN]));
    let (open, highway, carry) = (fixed(&gates[2 * HIDDEN..3 * HIDDEN]), fixed(highway), fixed(carry));
    let out: &mut [f32; HIDDEN] = out.try_into().expect("a direction has that many");
    for nth in 0..HIDDEN {
        let asked =
            Asked { candidate: candidates[nth], forget: forget[nth], open: open[nth], highway: highway[nth] };
        let step = step(asked, carried[nth], carry[nth]);
        carried[nth] = step.carried;
        out[nth] = step.output;
    }
}

/// The candidates and gates, and the highway, of a word in one direction of the first layer, where all stand together.
#[inline(always)]
pub(super) fn with_highway(asked: &[f32], side: usize) -> (&[f32], &[f32]) {
    asked[side * 4 * HIDDEN..][..4 * HIDDEN].split_at(3 * HIDDEN)
}

/// The same of a later layer, whose highway is its input.
#[inline(always)]
pub(super) fn over_input<'a>(asked: &'a [f32], input: &'a [f32], side: usize) -> (&'a [f32], &'a [f32]) {
    (&asked[side * 3 * HIDDEN..][..3 * HIDDEN], &input[side * HIDDEN..][..HIDDEN])
}

#[cfg(test)]
mod tests {
    use super::{Asked, step};

    #[test]
    fn gates_choose_between_old_and_new() {
        let asked = Asked { candidate: 1.0, forget: 9.0, open: 9.0, highway: 5.0 };
        let kept = step(asked, -1.0, 0.0);
        assert!((kept.carried + 1.0).abs() < 0.01 && (kept.output + 1.0).abs() < 0.05);
        let taken = step(Asked { forget: -9.0, open: -9.0, ..asked }, -1.0, 0.0);
        assert!((taken.carried - 1.0).abs() < 0.01 && (taken.output - 5.0).abs() < 0.05);
    }
}
