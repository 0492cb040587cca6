//! One block as the role rules see it.
//!
//! Answers for: the facts of form that several rules ask for, taken once: its folded text, its signs, its
//! words, its end, and whether a blank line stands around it.

use schema::labels::Layout;
use schema::{Article, Block};

use super::phrases::{self, Signs};

/// A block with what its form says.
#[derive(Debug)]
pub(super) struct Line<'t> {
    /// Its text.
    pub text: &'t str,
    /// What the source's layout says.
    pub layout: Layout,
    /// Its text in lower case, with straight quotation marks and plain spaces.
    pub key: String,
    /// The listed phrases it holds.
    pub signs: Signs,
    /// How many words it has.
    pub words: usize,
    /// Whether a blank line stands before it.
    pub is_apart: bool,
}

/// The lines of an article, one for each block.
pub(super) fn lines(article: &Article) -> Vec<Line<'_>> {
    let mut end = 0;
    let mut lines = Vec::with_capacity(article.blocks.len());
    for block in &article.blocks {
        let gap = article.text.get(end..block.span.start()).unwrap_or_default();
        lines.push(Line::new(article, block, gap));
        end = block.span.end();
    }
    lines
}

impl<'t> Line<'t> {
    fn new(article: &'t Article, block: &Block, gap: &str) -> Self {
        let text = block.span.of(&article.text);
        let key = fold(text);
        Self {
            text,
            layout: block.layout,
            signs: phrases::signs(&key),
            words: text.split_whitespace().count(),
            is_apart: gap.bytes().filter(|&byte| byte == b'\n').count() > 1,
            key,
        }
    }

    /// Whether it ends as a sentence does, closing marks aside.
    pub(super) fn ends_sentence(&self) -> bool {
        let bare = self.text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '“', '‘', '»', ' ']);
        bare.ends_with(['.', '!', '?', '…']) && !bare.ends_with("...") && !bare.ends_with('…')
    }

    /// Whether it ends as a full sentence with words enough to be prose.
    pub(super) fn is_prose(&self) -> bool {
        self.words >= PROSE && self.ends_sentence()
    }

    /// Whether no letter in lower case stands in it, but one in upper case.
    pub(super) fn is_capitals(&self) -> bool {
        self.text.contains(char::is_uppercase) && !self.text.contains(char::is_lowercase)
    }

    /// Whether the source says nothing of its function.
    pub(super) const fn is_plain(&self) -> bool {
        matches!(self.layout, Layout::Line | Layout::Paragraph)
    }
}

/// The fewest words of a line that counts as prose.
const PROSE: usize = 7;

/// The text in lower case, with straight quotation marks and plain spaces.
pub(crate) fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '’' | '‘' => key.push('\''),
            '“' | '”' => key.push('"'),
            '\u{a0}' => key.push(' '),
            'İ' => key.push('i'),
            _ if letter.is_ascii() => key.push(letter.to_ascii_lowercase()),
            _ => key.extend(letter.to_lowercase()),
        }
    }
    key
}
