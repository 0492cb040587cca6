//! Shingles: the overlapping runs of four words by which two texts are compared.
//!
//! Answers for: the counts that the benchmark `scrapinghub/article-extraction-benchmark` (`evaluate.py`, MIT) makes
//! of a true and a found text, and for its means over pages. Where the texts come from is the caller's business.

use std::collections::BTreeMap;

use crate::counts::Counts;
use crate::words::{WordId, WordIds};

/// The words of one shingle; fewer only where the text has fewer.
pub(crate) const LENGTH: usize = 4;

/// The shingles of a text with how often each stands there.
type Shingles<'w> = BTreeMap<&'w [WordId], usize>;

/// What the shingles of both texts share, as parts of 1 so that long pages weigh no more than short ones; all zero
/// where neither text has a word.
pub(crate) fn compare(gold: &str, found: &str) -> Counts {
    let mut ids = WordIds::default();
    let gold = ids.words(gold);
    let found = ids.words(found);
    let counts = count(&shingles(&gold), &shingles(&found));
    let total = counts.total();
    if total == 0.0 {
        return counts;
    }
    Counts { hits: counts.hits / total, extra: counts.extra / total, missed: counts.missed / total }
}

fn count(gold: &Shingles, found: &Shingles) -> Counts {
    let mut counts = Counts::default();
    for (shingle, &wanted) in gold {
        let got = found.get(shingle).copied().unwrap_or_default();
        counts.hits += wanted.min(got) as f64;
        counts.missed += wanted.saturating_sub(got) as f64;
    }
    for (shingle, &got) in found {
        counts.extra += got.saturating_sub(gold.get(shingle).copied().unwrap_or_default()) as f64;
    }
    counts
}

fn shingles(words: &[WordId]) -> Shingles<'_> {
    let mut found = Shingles::new();
    if words.len() < LENGTH {
        if !words.is_empty() {
            found.insert(words, 1);
        }
        return found;
    }
    for shingle in words.windows(LENGTH) {
        *found.entry(shingle).or_default() += 1;
    }
    found
}

/// The benchmark's figures over pages.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PageMeans {
    /// Mean of the pages' precision, pages without found text left out.
    pub(crate) precision: Option<f64>,
    /// Mean of the pages' recall, pages without gold text left out.
    pub(crate) recall: Option<f64>,
    /// Harmonic mean of the two means.
    pub(crate) f1: Option<f64>,
}

impl PageMeans {
    /// The figures of these pages.
    pub(crate) fn of(pages: impl Iterator<Item = Counts> + Clone) -> Self {
        let precision = mean(pages.clone().filter_map(Counts::precision));
        let recall = mean(pages.filter_map(Counts::recall));
        let f1 = precision.zip(recall).map(|(p, r)| if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 });
        Self { precision, recall, f1 }
    }
}

/// The mean; `None` of nothing.
pub(crate) fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0_usize), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / count as f64)
}

#[cfg(test)]
mod tests {
    use super::{PageMeans, compare};
    use crate::counts::Counts;

    #[test]
    fn shingles_are_counted_and_normalised() {
        // Gold: abcd bcde cdef. Found: bcde cdef defg. Two shared, one lost, one extra.
        let counts = compare("a b c d e f", "b, c; d e f g");
        assert_eq!(counts, Counts { hits: 0.5, extra: 0.25, missed: 0.25 });
    }

    #[test]
    fn repeated_shingles_count_as_often_as_they_stand_there() {
        // `a a a a` twice in the gold, three times in what was found.
        let counts = compare("a a a a a", "a a a a a a");
        assert_eq!(counts, Counts { hits: 2.0 / 3.0, extra: 1.0 / 3.0, missed: 0.0 });
    }

    #[test]
    fn short_and_empty_texts() {
        assert_eq!(compare("one two", "One two"), Counts { hits: 0.0, extra: 0.5, missed: 0.5 });
        assert_eq!(compare("one two", "one, two!"), Counts { hits: 1.0, ..Counts::default() });
        assert_eq!(compare("a b c d", ""), Counts { hits: 0.0, extra: 0.0, missed: 1.0 });
        assert_eq!(compare("", ""), Counts::default());
    }

    #[test]
    fn means_leave_out_pages_without_the_figure() {
        let right = Counts { hits: 1.0, ..Counts::default() };
        let half = Counts { hits: 0.5, extra: 0.5, missed: 0.0 };
        let nothing_found = Counts { missed: 1.0, ..Counts::default() };
        let means = PageMeans::of([right, half, nothing_found].into_iter());
        assert_eq!(means.precision, Some(0.75));
        assert_eq!(means.recall, Some(2.0 / 3.0));
        assert_eq!(means.f1, Some(2.0 * 0.5 / (0.75 + 2.0 / 3.0)));
        assert_eq!(PageMeans::of(std::iter::empty()).f1, None);
    }
}
