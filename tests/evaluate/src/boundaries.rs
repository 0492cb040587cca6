//! Sentence boundaries by their places, and what two sets of them have in common.
//!
//! Answers for: a boundary's place as the number of characters before it that are not white space, so that it does
//! not matter on which side of a space a sentence ends; and for leaving out the edges of paragraphs, which every
//! splitter gets right. Whose boundaries they are is the caller's business.

use std::collections::BTreeSet;

use schema::{Block, CharIndex, Span};

use crate::counts::Counts;

/// The characters of a text that are not white space, counted.
pub(crate) struct Ink<'t> {
    index: CharIndex<'t>,
    /// The ones before each code point, and at the end all of them.
    before: Vec<usize>,
}

impl<'t> Ink<'t> {
    /// Counts those of `text`.
    pub(crate) fn of(text: &'t str) -> Self {
        let mut count = 0;
        let mut before = vec![0];
        before.extend(text.chars().map(|c| {
            count += usize::from(!c.is_whitespace());
            count
        }));
        Self { index: CharIndex::new(text), before }
    }

    /// How many stand before the code point at `place`; all of them where it is past the end.
    pub(crate) fn before_char(&self, place: usize) -> usize {
        self.before.get(place).or(self.before.last()).copied().unwrap_or_default()
    }

    /// How many stand before `span`.
    pub(crate) fn before_span(&self, span: Span) -> usize {
        self.before_char(self.index.char_offset(span.start()))
    }
}

/// The places where sentences that start at `starts` meet inside `paragraphs`.
pub(crate) fn inside(
    starts: impl Iterator<Item = usize>,
    paragraphs: &[Block],
    ink: &Ink,
) -> BTreeSet<usize> {
    let edges: BTreeSet<usize> = paragraphs.iter().map(|block| ink.before_span(block.span)).collect();
    starts.filter(|start| *start > 0 && !edges.contains(start)).collect()
}

/// A place that the gold or the found boundaries hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Both hold it.
    Hit(usize),
    /// The found ones alone.
    Extra(usize),
    /// The gold alone.
    Missed(usize),
}

impl Verdict {
    /// The place.
    pub(crate) const fn place(self) -> usize {
        match self {
            Self::Hit(place) | Self::Extra(place) | Self::Missed(place) => place,
        }
    }

    fn counts(self) -> Counts {
        let none = Counts::default();
        match self {
            Self::Hit(_) => Counts { hits: 1.0, ..none },
            Self::Extra(_) => Counts { extra: 1.0, ..none },
            Self::Missed(_) => Counts { missed: 1.0, ..none },
        }
    }
}

/// Every place in order with its verdict.
pub(crate) fn compare(gold: &BTreeSet<usize>, found: &BTreeSet<usize>) -> Vec<Verdict> {
    let verdict = |&place: &usize| match (gold.contains(&place), found.contains(&place)) {
        (true, true) => Verdict::Hit(place),
        (true, false) => Verdict::Missed(place),
        _ => Verdict::Extra(place),
    };
    gold.union(found).map(verdict).collect()
}

/// The counts of `verdicts`.
pub(crate) fn count(verdicts: &[Verdict]) -> Counts {
    verdicts.iter().map(|verdict| verdict.counts()).sum()
}

/// The counts of runs of `length` gold boundaries each, for texts that have no documents to resample.
pub(crate) fn count_runs(verdicts: &[Verdict], length: usize) -> Vec<Counts> {
    let mut runs = vec![Counts::default()];
    for verdict in verdicts {
        let last = runs.last_mut().expect("there is one from the start");
        *last = *last + verdict.counts();
        if last.hits + last.missed >= length as f64 {
            runs.push(Counts::default());
        }
    }
    runs.retain(|run| run.total() > 0.0);
    runs
}

#[cfg(test)]
mod tests {
    use super::{Ink, Verdict, compare, count, count_runs, inside};
    use crate::counts::Counts;
    use schema::Article;
    use std::collections::BTreeSet;

    #[test]
    fn places_ignore_white_space_and_count_code_points() {
        let ink = Ink::of("Ağ ı.  Öb");
        assert_eq!([0, 2, 3, 5, 7, 9, 99].map(|place| ink.before_char(place)), [0, 2, 2, 4, 4, 6, 6]);
        assert_eq!(Ink::of("").before_char(0), 0);
    }

    #[test]
    fn edges_of_paragraphs_are_no_boundaries() {
        // Ink: `A.` 0-2, `B.` 2-4, `C.` 4-6; the second paragraph starts at 4.
        let article = Article::of_lines("A. B.\n\nC.");
        let ink = Ink::of(&article.text);
        assert_eq!(inside([0, 2, 4].into_iter(), &article.blocks, &ink), BTreeSet::from([2]));
        assert_eq!(inside(std::iter::empty(), &article.blocks, &ink), BTreeSet::new());
    }

    #[test]
    fn verdicts_are_counted() {
        let verdicts = compare(&BTreeSet::from([3, 7, 9]), &BTreeSet::from([3, 5, 9]));
        assert_eq!(verdicts, [Verdict::Hit(3), Verdict::Extra(5), Verdict::Missed(7), Verdict::Hit(9)]);
        assert_eq!(count(&verdicts), Counts { hits: 2.0, extra: 1.0, missed: 1.0 });
        assert_eq!(count(&compare(&BTreeSet::new(), &BTreeSet::new())), Counts::default());
    }

    #[test]
    fn runs_hold_all_verdicts() {
        let verdicts = compare(&BTreeSet::from([1, 2, 3]), &BTreeSet::from([1, 4]));
        let one = Counts { hits: 1.0, extra: 0.0, missed: 1.0 };
        let rest = Counts { hits: 0.0, extra: 1.0, missed: 1.0 };
        assert_eq!(count_runs(&verdicts, 2), [one, rest]);
        assert_eq!(count_runs(&[], 2), []);
    }
}
