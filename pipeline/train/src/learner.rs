//! The learner: a linear model with a hinge loss, by gradient descent with a step for every weight (`AdaGrad`).
//!
//! Answers for: weights that depend on nothing but the examples and their order. Only sums, products, quotients and
//! square roots are taken, which every machine rounds alike.

use segment::boundaries::model::{Thresholds, WEIGHTS};

use crate::document::Example;

/// Passes over the examples; the weights after each of the second half are averaged.
const PASSES: usize = 10;

/// The step of a weight that has not moved yet.
const STEP: f32 = 0.05;

/// What the squared steps of a weight start from, so that none is divided by zero.
const FLOOR: f32 = 0.01;

/// How much more a missed boundary weighs than a wrong one: boundaries are rare among the junctions.
const BOUNDARY: f32 = 1.3;

/// The sums above which a junction is a boundary, chosen on EWT dev and GUM dev: a writer who ends paragraphs in a
/// stop seldom leaves one out, so more is asked there.
const CLOSED: f32 = 0.4;
/// The same in blocks that end without a stop.
const OPEN: f32 = 0.0;

/// The largest weight in the file.
const LARGEST: f32 = 127.0;

/// The start of the sequence that shuffles the examples.
const SEED: u64 = 0x9E37_79B9_7F4A_7C15;

/// The weights learnt from `examples`.
pub(crate) fn learn(examples: &[Example]) -> Vec<f32> {
    let mut weights = Weights { now: vec![0.0; WEIGHTS], squares: vec![FLOOR; WEIGHTS] };
    let mut total = vec![0.0; WEIGHTS];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut shuffler = Shuffler(SEED);
    for pass in 0..PASSES {
        shuffler.shuffle(&mut order);
        for &nth in &order {
            weights.learn(&examples[nth]);
        }
        if pass >= PASSES / 2 {
            total.iter_mut().zip(&weights.now).for_each(|(total, weight)| *total += weight);
        }
    }
    let averaged = (PASSES - PASSES / 2) as f32;
    for weight in &mut total {
        *weight /= averaged;
    }
    total
}

/// The weights as bytes with a sign, and the thresholds in their unit.
pub(crate) fn quantised(weights: &[f32]) -> (Vec<i8>, Thresholds) {
    let largest = weights.iter().fold(f32::MIN_POSITIVE, |largest, weight| largest.max(weight.abs()));
    let unit = LARGEST / largest;
    let bytes = weights.iter().map(|weight| byte(weight * unit)).collect();
    (bytes, Thresholds { closed: whole(CLOSED * unit), open: whole(OPEN * unit) })
}

/// The whole number nearest to `value`.
#[expect(clippy::cast_possible_truncation, reason = "a cast of a float stops at the ends of the range")]
fn whole(value: f32) -> i16 {
    value.round() as i16
}

/// The same in a byte.
#[expect(clippy::cast_possible_truncation, reason = "a cast of a float stops at the ends of the range")]
fn byte(value: f32) -> i8 {
    value.round() as i8
}

struct Weights {
    now: Vec<f32>,
    squares: Vec<f32>,
}

impl Weights {
    /// Moves the weights of an example that is not on its side of zero by one or more.
    fn learn(&mut self, example: &Example) {
        let sum: f32 = example.features.iter().map(|&feature| self.now[feature as usize]).sum();
        let (side, slope) = if example.is_start { (1.0, -BOUNDARY) } else { (-1.0, 1.0) };
        if side * sum >= 1.0 {
            return;
        }
        for &feature in &example.features {
            let squares = &mut self.squares[feature as usize];
            *squares += slope * slope;
            self.now[feature as usize] -= STEP * slope / squares.sqrt();
        }
    }
}

/// A fixed sequence of numbers (xorshift).
struct Shuffler(u64);

impl Shuffler {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).expect("it is below `bound`")
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            let other = self.below(at + 1);
            order.swap(at, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use segment::boundaries::junction::FEATURES;

    use super::{Shuffler, learn, quantised};
    use crate::document::Example;

    #[test]
    fn a_feature_of_boundaries_gets_weight() {
        let start = Example { features: [3; FEATURES], is_start: true };
        let none = Example { features: [4; FEATURES], is_start: false };
        let weights = learn(&[start, none, start, none]);
        assert!(weights[3] > 0.0 && weights[4] < 0.0);
        assert_eq!(weights[5].to_bits(), 0);
        let (bytes, thresholds) = quantised(&weights);
        assert!(bytes[3] > 0 && bytes[4] < 0 && (bytes[3] == 127 || bytes[4] == -127));
        assert!(thresholds.closed > thresholds.open);
    }

    #[test]
    fn shuffling_keeps_every_element() {
        let mut order: Vec<usize> = (0..50).collect();
        Shuffler(7).shuffle(&mut order);
        assert_ne!(order, (0..50).collect::<Vec<_>>());
        order.sort_unstable();
        assert_eq!(order, (0..50).collect::<Vec<_>>());
    }
}
