//! How well the gold and what was found cover each other, where one side's answers are not the other's.
//!
//! Answers for: precision over what was found, recall over the gold, F1 of both, and the row of the report. What
//! covers what, and how much of it, is the measures' business.

use std::iter::Sum;
use std::ops::Add;

use crate::bootstrap;
use crate::counts::share;
use crate::measure::Row;

/// How much of each side the other covers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Coverage {
    /// What was found and is in the gold.
    pub(crate) right: f64,
    /// What was found.
    pub(crate) found: f64,
    /// What of the gold was found.
    pub(crate) reached: f64,
    /// The gold.
    pub(crate) wanted: f64,
}

impl Coverage {
    /// The share of what was found that is right; `None` where nothing was found.
    pub(crate) fn precision(self) -> Option<f64> {
        share(self.right, self.found)
    }

    /// The share of the gold that was found; `None` where the gold is empty.
    pub(crate) fn recall(self) -> Option<f64> {
        share(self.reached, self.wanted)
    }

    /// The harmonic mean of both, 0 where one side alone is empty; `None` where both are.
    pub(crate) fn f1(self) -> Option<f64> {
        let (precision, recall) = match (self.precision(), self.recall()) {
            (None, None) => return None,
            (precision, recall) => (precision.unwrap_or_default(), recall.unwrap_or_default()),
        };
        Some(share(2.0 * precision * recall, precision + recall).unwrap_or_default())
    }

    /// The figures on a set whose `units` are resampled, without peers or a target.
    pub(crate) fn row(set: &str, size: String, units: &[Self]) -> Row {
        let pooled: Self = units.iter().copied().sum();
        let drawn = |draw: &[usize]| draw.iter().map(|&unit| units[unit]).sum::<Self>().f1();
        Row {
            precision: pooled.precision(),
            recall: pooled.recall(),
            value: pooled.f1(),
            interval: bootstrap::interval(units.len(), drawn),
            ..Row::blank(set, size)
        }
    }
}

impl Add for Coverage {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            right: self.right + other.right,
            found: self.found + other.found,
            reached: self.reached + other.reached,
            wanted: self.wanted + other.wanted,
        }
    }
}

impl Sum for Coverage {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::Coverage;

    const HALF: Coverage = Coverage { right: 1.0, found: 2.0, reached: 3.0, wanted: 4.0 };

    #[test]
    fn each_side_has_its_own_share() {
        assert_eq!((HALF.precision(), HALF.recall(), HALF.f1()), (Some(0.5), Some(0.75), Some(0.6)));
        assert_eq!(Coverage::default().f1(), None);
        assert_eq!(Coverage { wanted: 4.0, ..Coverage::default() }.f1(), Some(0.0));
    }

    #[test]
    fn rows_pool_their_units() {
        let row = Coverage::row(
            "toy",
            "2 documents".to_owned(),
            &[HALF, Coverage { found: 2.0, ..Coverage::default() }],
        );
        assert_eq!((row.precision, row.recall), (Some(0.25), Some(0.75)));
        assert_eq!(row.interval.map(|interval| interval.high), Some(0.6));
    }
}
