//! Paragraphs with the places where their sentences start.
//!
//! Answers for: cutting documents into them, and setting each beside what `segment` makes of it. Where documents
//! come from is `sets`'.

use std::collections::BTreeSet;

use segment::boundaries::Draft;
use segment::boundaries::junction::{FEATURES, Manner};

/// A line of a document.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    /// What the rules make of it.
    pub(crate) draft: Draft,
    /// The bytes at which sentences start, but for the first.
    pub(crate) starts: BTreeSet<usize>,
}

/// A junction with what is right there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Example {
    /// Its features.
    pub(crate) features: [u32; FEATURES],
    /// Whether a sentence starts there.
    pub(crate) is_start: bool,
}

impl Paragraph {
    /// The paragraph `text`, in which sentences start at the bytes `starts`.
    pub(crate) fn new(text: &str, mut starts: BTreeSet<usize>) -> Self {
        starts.remove(&0);
        Self { draft: Draft::of(text), starts }
    }

    /// The paragraphs of a document in which sentences start at the code points `starts`.
    pub(crate) fn of_document(text: &str, starts: impl Iterator<Item = usize>) -> Vec<Self> {
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let starts: BTreeSet<usize> = starts
            .filter_map(|start| bytes.get(start))
            .map(|&at| text.len() - text[at..].trim_start().len())
            .collect();
        lines(text)
            .map(|(at, line)| {
                let inside = starts.range(at..at + line.len()).map(|start| start - at);
                Self::new(line, inside.collect())
            })
            .collect()
    }

    /// The paragraphs of news text without annotation that end in a full stop: whatever the rules leave open in
    /// them is taken for no boundary.
    pub(crate) fn of_news(text: &str) -> Vec<Self> {
        let paragraphs = lines(text).map(|(_, line)| Self::new(line, BTreeSet::new()));
        paragraphs.filter(Self::is_closed).collect()
    }

    /// Its junctions.
    pub(crate) fn examples(&self) -> impl Iterator<Item = Example> {
        self.draft.junctions.iter().map(|junction| Example {
            features: junction.features,
            is_start: self.starts.contains(&junction.at),
        })
    }

    fn is_closed(&self) -> bool {
        self.draft.junctions.first().is_some_and(|junction| junction.manner == Manner::Closed)
    }
}

/// The lines of `text` that are not white space, trimmed, with the bytes at which they start.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    text.split('\n')
        .map(move |line| {
            let start = end + line.len() - line.trim_start().len();
            end += line.len() + 1;
            (start, line.trim())
        })
        .filter(|(_, line)| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::Paragraph;

    #[test]
    fn starts_are_bytes_of_their_paragraph() {
        let paragraphs = Paragraph::of_document("Çay ok\n\n Ğ at. So  be", [0, 9, 14].into_iter());
        let starts: Vec<Vec<usize>> =
            paragraphs.iter().map(|paragraph| paragraph.starts.iter().copied().collect()).collect();
        assert_eq!(starts, [vec![], vec![7]]);
    }

    #[test]
    fn news_without_annotation_has_no_starts() {
        let paragraphs = Paragraph::of_news("Minister Holt said so in Norvale.\nThe Port Halden list\n");
        assert_eq!(paragraphs.len(), 1);
        assert!(paragraphs[0].starts.is_empty());
    }
}
