//! Where a text's bytes stand in the bytes of its source.
//!
//! Answers for: turning a span of the document text into a span of the source, or `None` where no proof
//! exists. How the runs are found is the first stage's work.

use serde::{Deserialize, Serialize};

use crate::Span;

/// A piece of the text and the piece of the source that it was read from.
///
/// Where both have one length the bytes correspond one to one; where they differ (an escape, a character of
/// another encoding) only the ends do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Where the piece stands in the document text.
    pub text: Span,
    /// Where it stands in the source.
    pub source: Span,
}

/// The runs of one text in order; empty where nothing is proven.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceMap {
    runs: Vec<Run>,
}

impl SourceMap {
    /// The map of a text whose position in the source cannot be proven.
    pub const fn unproven() -> Self {
        Self { runs: Vec::new() }
    }

    /// Adds a run behind the others, joined to the last one where they continue each other byte for byte.
    ///
    /// # Panics
    ///
    /// When the run starts before the last one ends, in the text or in the source.
    pub fn push(&mut self, run: Run) {
        if let Some(last) = self.runs.last_mut() {
            assert!(last.text.end() <= run.text.start(), "runs stand in the order of the text");
            let adjoins = last.text.end() == run.text.start() && last.source.end() == run.source.start();
            if adjoins && is_verbatim(*last) && is_verbatim(run) {
                last.text = Span::new(last.text.start(), run.text.end());
                last.source = Span::new(last.source.start(), run.source.end());
                return;
            }
        }
        self.runs.push(run);
    }

    /// The same map for a text that starts at byte `text_offset` of a longer text.
    #[must_use]
    pub fn shifted(mut self, text_offset: usize) -> Self {
        for run in &mut self.runs {
            run.text = run.text.shifted(text_offset);
        }
        self
    }

    /// Adds all runs of `other`, whose text stands behind this one's.
    pub fn append(&mut self, other: Self) {
        for run in other.runs {
            self.push(run);
        }
    }

    /// The source bytes between the first and the last byte of `span`; `None` where an end is not proven, or
    /// where the two ends were read from places that do not follow each other.
    pub fn locate(&self, span: Span) -> Option<Span> {
        if span.is_empty() {
            return None;
        }
        let start = self.start_of(span.start())?;
        let end = self.end_of(span.end())?;
        (start < end).then(|| Span::new(start, end))
    }

    /// Where the character at text byte `at` starts in the source.
    fn start_of(&self, at: usize) -> Option<usize> {
        let run = self.runs.get(self.runs.partition_point(|run| run.text.end() <= at))?;
        let inside = at.checked_sub(run.text.start())?;
        (inside == 0 || is_verbatim(*run)).then(|| run.source.start() + inside)
    }

    /// Where the character that ends at text byte `at` ends in the source.
    fn end_of(&self, at: usize) -> Option<usize> {
        let run = self.runs.get(self.runs.partition_point(|run| run.text.end() < at))?;
        let left = run.text.end() - at;
        let inside = at > run.text.start();
        (inside && (left == 0 || is_verbatim(*run))).then(|| run.source.end() - left)
    }
}

/// Whether the run's bytes correspond one to one.
const fn is_verbatim(run: Run) -> bool {
    run.text.len() == run.source.len()
}

#[cfg(test)]
mod tests {
    use super::{Run, SourceMap};
    use crate::Span;

    fn map(runs: &[(usize, usize, usize, usize)]) -> SourceMap {
        let mut map = SourceMap::unproven();
        for &(a, b, c, d) in runs {
            map.push(Run { text: Span::new(a, b), source: Span::new(c, d) });
        }
        map
    }

    #[test]
    fn verbatim_neighbours_become_one_run() {
        assert_eq!(map(&[(0, 4, 10, 14), (4, 6, 14, 16)]), map(&[(0, 6, 10, 16)]));
    }

    #[test]
    fn an_escape_is_mapped_at_its_ends() {
        // `a\"b`: the text's one byte of quote is two in the source.
        let map = map(&[(0, 1, 5, 6), (1, 2, 6, 8), (2, 3, 8, 9)]);
        assert_eq!(map.locate(Span::new(0, 3)), Some(Span::new(5, 9)));
        assert_eq!(map.locate(Span::new(1, 2)), Some(Span::new(6, 8)));
    }

    #[test]
    fn what_no_run_covers_is_not_proven() {
        let map = map(&[(2, 5, 20, 23)]);
        assert_eq!(map.locate(Span::new(0, 3)), None);
        assert_eq!(map.locate(Span::new(3, 7)), None);
        assert_eq!(map.locate(Span::new(3, 5)), Some(Span::new(21, 23)));
        assert_eq!(SourceMap::unproven().locate(Span::new(0, 1)), None);
    }

    #[test]
    fn ends_from_places_out_of_order_are_not_proven() {
        let map = map(&[(0, 5, 100, 105), (6, 9, 10, 13)]);
        assert_eq!(map.locate(Span::new(0, 9)), None);
        assert_eq!(map.locate(Span::new(6, 9)), Some(Span::new(10, 13)));
    }
}
