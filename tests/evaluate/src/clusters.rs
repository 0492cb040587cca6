//! Clusterings compared item by item: the measure B³ by Bagga and Baldwin (1998).
//!
//! Answers for: the arithmetic, the row of the report and its interval. What an item is, and of which one
//! draws anew (documents, groups of them), is the measures' business.

use std::collections::BTreeMap;
use std::iter::Sum;
use std::ops::Add;

use crate::bootstrap;
use crate::counts::share;
use crate::measure::Row;

/// The sums of B³ over items: of one item, what it gives itself.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Cubed {
    /// Of those found with it, itself included, the share that belong to it.
    pub(crate) precision: f64,
    /// Of those that belong to it, itself included, the share found with it.
    pub(crate) recall: f64,
    /// How many items.
    pub(crate) items: f64,
}

impl Cubed {
    /// The mean precision; `None` of nothing.
    pub(crate) fn mean_precision(self) -> Option<f64> {
        share(self.precision, self.items)
    }

    /// The mean recall; `None` of nothing.
    pub(crate) fn mean_recall(self) -> Option<f64> {
        share(self.recall, self.items)
    }

    /// The harmonic mean of both means.
    pub(crate) fn f1(self) -> Option<f64> {
        let (precision, recall) = (self.mean_precision()?, self.mean_recall()?);
        share(2.0 * precision * recall, precision + recall)
    }
}

impl Add for Cubed {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            precision: self.precision + other.precision,
            recall: self.recall + other.recall,
            items: self.items + other.items,
        }
    }
}

impl Sum for Cubed {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), Add::add)
    }
}

/// What each item gives, of which `gold` and `found` name the clusters, item by item.
pub(crate) fn compare<G: Ord, F: Ord>(gold: &[G], found: &[F]) -> Vec<Cubed> {
    let wanted = sizes(gold.iter());
    let got = sizes(found.iter());
    let both = sizes(gold.iter().zip(found));
    let of = |(wanted_as, got_as)| {
        let together = both[&(wanted_as, got_as)];
        Cubed { precision: together / got[got_as], recall: together / wanted[wanted_as], items: 1.0 }
    };
    gold.iter().zip(found).map(of).collect()
}

fn sizes<K: Ord>(labels: impl Iterator<Item = K>) -> BTreeMap<K, f64> {
    let mut sizes = BTreeMap::new();
    for label in labels {
        *sizes.entry(label).or_insert(0.0) += 1.0;
    }
    sizes
}

/// The row of a set whose `units` are drawn anew as they were clustered among all.
pub(crate) fn row(set: &str, size: String, units: &[Cubed]) -> Row {
    let all: Cubed = units.iter().copied().sum();
    let drawn = |draw: &[usize]| draw.iter().map(|&unit| units[unit]).sum::<Cubed>().f1();
    Row {
        precision: all.mean_precision(),
        recall: all.mean_recall(),
        value: all.f1(),
        interval: bootstrap::interval(units.len(), drawn),
        ..Row::blank(set, size)
    }
}

#[cfg(test)]
mod tests {
    use super::{Cubed, compare, row};

    #[test]
    fn figures_are_those_computed_by_hand() {
        // Gold: abc d. Found: ab cd. a and b: precision 1, recall 2/3; c: 1/2, 1/3; d: 1/2, 1.
        let all: Cubed = compare(&[0, 0, 0, 1], &["x", "x", "y", "y"]).into_iter().sum();
        assert_eq!(all.mean_precision(), Some(0.75));
        assert!((all.mean_recall().unwrap() - 2.0 / 3.0).abs() < 1e-9);
        assert!((all.f1().unwrap() - 12.0 / 17.0).abs() < 1e-9);
    }

    #[test]
    fn equal_clusterings_are_right_whatever_their_names() {
        let row = row("toy", "3 items".to_owned(), &compare(&['a', 'b', 'a'], &[7, 2, 7]));
        assert_eq!((row.precision, row.recall, row.value), (Some(1.0), Some(1.0), Some(1.0)));
    }

    #[test]
    fn all_in_one_has_full_recall_alone() {
        let all: Cubed = compare(&[0, 1, 2, 3], &[0; 4]).into_iter().sum();
        assert_eq!((all.mean_precision(), all.mean_recall()), (Some(0.25), Some(1.0)));
        assert_eq!(Cubed::default().f1(), None);
    }
}
