//! A fixed sequence of numbers that look random (xorshift).
//!
//! Answers for: first weights, dropout and the order of examples, the same in every run.

/// The sequence.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    /// The sequence of `seed`.
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        (0..4).for_each(|_| _ = random.next());
        random
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number from 0 up to 1.
    pub(crate) fn fraction(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1u64 << 24) as f32
    }

    /// A number from `-range` to `range`.
    pub(crate) fn within(&mut self, range: f32) -> f32 {
        (2.0 * self.fraction() - 1.0) * range
    }

    /// One of `all`, if there is any.
    pub(crate) fn one<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        let nth = self.next() % (all.len().max(1) as u64);
        all.get(usize::try_from(nth).ok()?)
    }

    /// Puts `order` in another order.
    pub(crate) fn shuffle<T>(&mut self, order: &mut [T]) {
        for at in (1..order.len()).rev() {
            let other = self.next() % (at as u64 + 1);
            order.swap(at, usize::try_from(other).expect("it is not above `at`"));
        }
    }

    /// Sets each number to zero with the probability `rate` and raises the others so that the mean stays; what was
    /// done, to do the same to slopes.
    pub(crate) fn drop(&mut self, rate: f32, numbers: &mut [f32]) -> Vec<f32> {
        let kept = 1.0 / (1.0 - rate);
        let mask: Vec<f32> =
            numbers.iter().map(|_| if self.fraction() < rate { 0.0 } else { kept }).collect();
        mask_with(&mask, numbers);
        mask
    }
}

/// Multiplies number by number.
pub(crate) fn mask_with(mask: &[f32], numbers: &mut [f32]) {
    for (number, mask) in numbers.iter_mut().zip(mask) {
        *number *= mask;
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn the_sequence_is_fixed_and_spread() {
        let fractions = |seed| -> Vec<f32> {
            let mut random = Random::new(seed);
            (0..1000).map(|_| random.fraction()).collect()
        };
        assert_eq!(fractions(7), fractions(7));
        assert_ne!(fractions(7), fractions(8));
        let mean = fractions(7).iter().sum::<f32>() / 1000.0;
        assert!((mean - 0.5).abs() < 0.05, "{mean}");
    }

    #[test]
    fn dropping_keeps_the_mean() {
        let mut numbers = vec![1.0; 4000];
        Random::new(3).drop(0.25, &mut numbers);
        let mean = numbers.iter().sum::<f32>() / 4000.0;
        assert!((mean - 1.0).abs() < 0.05, "{mean}");
    }
}
