//! A half-open range of bytes in a text.
//!
//! Answers for: order of its ends and, with [`Span::checked`], that both stand on character boundaries.
//! Leaves code points to [`CharIndex`](crate::CharIndex).

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range `start..end` of UTF-8 bytes in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "(usize, usize)", into = "(usize, usize)")]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The span from `start` to `end`, both in bytes.
    ///
    /// # Panics
    ///
    /// When `start` is after `end`: the caller mixed up its offsets.
    pub const fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span ends before it starts");
        Self { start, end }
    }

    /// The span when it lies inside `text` and both ends stand on character boundaries, else `None`.
    pub fn checked(text: &str, start: usize, end: usize) -> Option<Self> {
        text.get(start..end).map(|_| Self { start, end })
    }

    /// The first byte.
    pub const fn start(self) -> usize {
        self.start
    }

    /// One past the last byte.
    pub const fn end(self) -> usize {
        self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The text that the span covers.
    ///
    /// # Panics
    ///
    /// When the span was made for another text.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether `other` lies wholly inside this span.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same span in a text where this one's text starts at `offset`.
    #[must_use]
    pub const fn shifted(self, offset: usize) -> Self {
        Self { start: self.start + offset, end: self.end + offset }
    }

    /// The span without the white space at both ends of what it covers in `text`; empty when that is all.
    ///
    /// # Panics
    ///
    /// When the span was made for another text.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let covered = self.of(text);
        let start = self.start + (covered.len() - covered.trim_start().len());
        Self { start, end: start + covered.trim().len() }
    }
}

impl TryFrom<(usize, usize)> for Span {
    type Error = &'static str;

    fn try_from((start, end): (usize, usize)) -> Result<Self, Self::Error> {
        if start <= end { Ok(Self { start, end }) } else { Err("a span ends before it starts") }
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn a_stored_pair_is_checked() {
        assert_eq!(Span::try_from((2, 5)), Ok(Span::new(2, 5)));
        assert!(Span::try_from((5, 2)).is_err());
    }

    #[test]
    fn checked_refuses_ends_inside_a_character() {
        assert_eq!(Span::checked("Öke", 0, 2), Some(Span::new(0, 2)));
        assert_eq!(Span::checked("Öke", 0, 1), None);
        assert_eq!(Span::checked("Öke", 2, 9), None);
    }

    #[test]
    fn trimming_keeps_offsets_in_the_whole_text() {
        let text = "a  b \n";
        assert_eq!(Span::new(1, 6).trimmed(text).of(text), "b");
        assert!(Span::new(1, 3).trimmed(text).is_empty());
    }

    #[test]
    fn neighbours_do_not_overlap() {
        assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
        assert!(Span::new(0, 4).overlaps(Span::new(3, 5)));
    }
}
