//! Counts of right and wrong answers, and the figures made of them.
//!
//! Answers for: precision, recall, F1, and what they are where nothing was there to be found. What is counted is
//! the measures' business.

use std::iter::Sum;
use std::ops::Add;

/// How many answers were right, wrong and wanting; fractions where documents are weighted.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Counts {
    /// In the gold and found.
    pub(crate) hits: f64,
    /// Found, but not in the gold.
    pub(crate) extra: f64,
    /// In the gold, but not found.
    pub(crate) missed: f64,
}

impl Counts {
    /// The share of what was found that is right; `None` where nothing was found.
    pub(crate) fn precision(self) -> Option<f64> {
        share(self.hits, self.hits + self.extra)
    }

    /// The share of the gold that was found; `None` where the gold is empty.
    pub(crate) fn recall(self) -> Option<f64> {
        share(self.hits, self.hits + self.missed)
    }

    /// The harmonic mean of both, 0 where one side alone is empty; `None` where both are.
    pub(crate) fn f1(self) -> Option<f64> {
        share(2.0 * self.hits, 2.0 * self.hits + self.extra + self.missed)
    }

    /// All answers, each once.
    pub(crate) fn total(self) -> f64 {
        self.hits + self.extra + self.missed
    }
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            hits: self.hits + other.hits,
            extra: self.extra + other.extra,
            missed: self.missed + other.missed,
        }
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Add::add)
    }
}

/// `part` of `whole`; `None` where there is no whole.
pub(crate) fn share(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn figures_are_those_computed_by_hand() {
        let counts = Counts { hits: 6.0, extra: 2.0, missed: 4.0 };
        assert_eq!(counts.precision(), Some(0.75));
        assert_eq!(counts.recall(), Some(0.6));
        assert_eq!(counts.f1(), Some(12.0 / 18.0));
    }

    #[test]
    fn empty_sides_have_no_figure() {
        let nothing = Counts::default();
        assert_eq!((nothing.precision(), nothing.recall(), nothing.f1()), (None, None, None));
        let no_output = Counts { missed: 3.0, ..nothing };
        assert_eq!((no_output.precision(), no_output.recall(), no_output.f1()), (None, Some(0.0), Some(0.0)));
        let no_gold = Counts { extra: 3.0, ..nothing };
        assert_eq!((no_gold.precision(), no_gold.recall(), no_gold.f1()), (Some(0.0), None, Some(0.0)));
    }

    #[test]
    fn sums_count_every_answer() {
        let one = Counts { hits: 1.0, extra: 0.0, missed: 2.0 };
        let sum: Counts = [one, one].into_iter().sum();
        assert_eq!(sum, Counts { hits: 2.0, extra: 0.0, missed: 4.0 });
    }
}
