//! Where the code points of a text stand in it: the gold counts in code points, the stages in bytes.
//!
//! Answers for: turning the one into the other, and for offsets that the text does not have.

use schema::Span;

/// The byte at which each code point of a text starts, and its end.
#[derive(Debug)]
pub(crate) struct Offsets(Vec<usize>);

impl Offsets {
    /// The offsets of `text`.
    pub(crate) fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
    }

    /// The span from the code point `start` up to `end`; `None` where the text has none such.
    pub(crate) fn span(&self, start: usize, end: usize) -> Option<Span> {
        let (start, end) = (*self.0.get(start)?, *self.0.get(end)?);
        (start <= end).then(|| Span::new(start, end))
    }
}

#[cfg(test)]
mod tests {
    use super::Offsets;

    #[test]
    fn code_points_become_bytes() {
        let text = "Çağrı – a";
        let offsets = Offsets::of(text);
        assert_eq!(offsets.span(6, 9).map(|span| span.of(text)), Some("– a"));
        assert_eq!((offsets.span(3, 10), offsets.span(3, 2)), (None, None));
    }
}
