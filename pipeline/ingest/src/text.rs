//! Plain text: lines and blank lines.
//!
//! Answers for: the characters that no text keeps, line ends, and the draft that every format fills: a text
//! whose blocks stand on lines of their own. Leaves to others: undoing hard line breaks (`reflow`).

use std::borrow::Cow;

use schema::labels::Layout;
use schema::{Block, Span};

use crate::reflow;

/// A text in the making, with its blocks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(crate) text: String,
    pub(crate) blocks: Vec<Block>,
}

/// What stands between two blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap {
    /// A line break.
    Line,
    /// A blank line.
    Blank,
}

impl Draft {
    /// Adds a block behind the others; a block of white space is none. `content` holds no line break.
    pub(crate) fn push(&mut self, layout: Layout, content: &str, gap: Gap) {
        let content = content.trim();
        if content.is_empty() {
            return;
        }
        debug_assert!(!content.contains('\n'), "a block is one line");
        if !self.text.is_empty() {
            self.text.push_str(if gap == Gap::Blank { "\n\n" } else { "\n" });
        }
        let start = self.text.len();
        self.text.push_str(content);
        self.blocks.push(Block { span: Span::new(start, self.text.len()), layout });
    }

    /// Adds all of `other` behind a blank line; returns where its text starts.
    pub(crate) fn append(&mut self, other: &Self) -> usize {
        if !self.text.is_empty() && !other.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(&other.text);
        let moved = other.blocks.iter().map(|block| Block { span: block.span.shifted(start), ..*block });
        self.blocks.extend(moved);
        start
    }
}

/// The draft of a plain text.
pub(crate) fn draft(text: &str) -> Draft {
    let clean = cleaned(text);
    reflow::paragraphs(&clean).unwrap_or_else(|| lines(&clean))
}

/// Every line a block, the text between its ends untouched.
fn lines(text: &str) -> Draft {
    let text = text.trim();
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        if !span.is_empty() {
            blocks.push(Block { span, layout: Layout::Line });
        }
        start += line.len() + 1;
    }
    Draft { text: text.to_owned(), blocks }
}

/// Whether a text loses the character: a control character that is no white space, or a byte order mark.
pub(crate) const fn is_dropped(ch: char) -> bool {
    matches!(ch, '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}' | '\u{FEFF}')
}

/// The text with line feeds for every kind of line break and without the characters that no text keeps.
pub(crate) fn cleaned(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(may_be_unclean) || !text.contains(is_unclean) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut kept = 0;
    for (at, found) in text.match_indices(is_unclean) {
        clean.push_str(&text[kept..at]);
        kept = at + found.len();
        let is_first_of_two = found == "\r" && text[kept..].starts_with('\n');
        if !found.chars().all(is_dropped) && !is_first_of_two {
            clean.push('\n');
        }
    }
    clean.push_str(&text[kept..]);
    Cow::Owned(clean)
}

/// Whether [`cleaned`] changes the character.
const fn is_unclean(ch: char) -> bool {
    is_dropped(ch) || matches!(ch, '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether the byte is, or starts, a character that [`cleaned`] changes.
const fn may_be_unclean(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0xB..=0x1F | 0x7F | 0xC2 | 0xE2 | 0xEF)
}

#[cfg(test)]
mod tests {
    use super::{cleaned, draft};
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    #[test]
    fn line_ends_become_one() {
        assert_eq!(cleaned("a\r\nb\rc\u{2028}d\u{3}\u{FEFF}"), "a\nb\nc\nd");
    }

    #[test]
    fn untouched_text_keeps_its_blank_lines() {
        let text = "A headline\n\n\nThe first paragraph is here.  \n  The second.";
        let draft = draft(text);
        assert_eq!(draft.text, text);
        let blocks: Vec<_> = draft.blocks.iter().map(|block| block.span.of(&draft.text)).collect();
        assert_eq!(blocks, ["A headline", "The first paragraph is here.", "The second."]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

        #[test]
        fn blocks_cover_all_but_white_space(text in "[ a-zA-Z.\\-0-9\n\r\u{3}\u{2028}ü]{0,400}") {
            let draft = draft(&text);
            let mut end = 0;
            for block in &draft.blocks {
                prop_assert!(draft.text[end..block.span.start()].trim().is_empty());
                let content = block.span.of(&draft.text);
                prop_assert_eq!(content, content.trim());
                prop_assert!(!content.is_empty() && !content.contains('\n'));
                end = block.span.end();
            }
            prop_assert!(draft.text[end..].trim().is_empty());
        }
    }
}
