//! The share of right answers over the documents of a set.
//!
//! Answers for: pooling documents, and the row of the report. When an answer is right is the measures' business.

use std::iter::Sum;
use std::ops::Add;

use crate::bootstrap;
use crate::counts::share;
use crate::measure::Row;
use crate::report::counted;

/// How many answers were right, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Accuracy {
    /// The right ones.
    pub(crate) right: usize,
    /// All of them.
    pub(crate) all: usize,
}

impl Accuracy {
    /// The accuracy of these answers.
    pub(crate) fn of(answers: impl Iterator<Item = bool>) -> Self {
        answers.map(|is_right| Self { right: usize::from(is_right), all: 1 }).sum()
    }

    /// The share of right answers; `None` of none.
    pub(crate) fn share(self) -> Option<f64> {
        share(self.right as f64, self.all as f64)
    }
}

impl Add for Accuracy {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { right: self.right + other.right, all: self.all + other.all }
    }
}

impl Sum for Accuracy {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), Add::add)
    }
}

/// The row of a set whose documents have these accuracies over words; its peers and target are left open.
pub(crate) fn row(set: &str, documents: &[Accuracy]) -> Row {
    row_of(set, "word", documents)
}

/// The same over answers that are called `noun`.
pub(crate) fn row_of(set: &str, noun: &str, documents: &[Accuracy]) -> Row {
    let pooled: Accuracy = documents.iter().copied().sum();
    let drawn = |draw: &[usize]| draw.iter().map(|&unit| documents[unit]).sum::<Accuracy>().share();
    let size = format!("{}, {}", counted(documents.len(), "document"), counted(pooled.all, noun));
    Row {
        value: pooled.share(),
        interval: bootstrap::interval(documents.len(), drawn),
        ..Row::blank(set, size)
    }
}

#[cfg(test)]
mod tests {
    use super::{Accuracy, row};

    #[test]
    fn documents_are_pooled_by_their_words() {
        let documents = [Accuracy { right: 1, all: 1 }, Accuracy::of([true, false, false].into_iter())];
        let row = row("toy", &documents);
        assert_eq!((row.value, row.size.as_str()), (Some(0.5), "2 documents, 4 words"));
        let interval = row.interval.unwrap();
        assert!(interval.low < 0.4 && interval.high > 0.9, "{interval:?}");
    }

    #[test]
    fn no_answer_has_no_share() {
        assert_eq!(row("toy", &[]).value, None);
    }
}
