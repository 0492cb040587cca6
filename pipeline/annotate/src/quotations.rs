//! Quotations, told by their marks.
//!
//! # What it marks
//!
//! Stretches of a paragraph between quotation marks: straight and curly, single and double, angle and low, and
//! the doubled back-quotes of old wires. Only outermost ones; what is quoted inside a quotation belongs to it.
//!
//! # How it decides
//!
//! Each mark opens or closes by what stands beside it, not by its shape: `here“.` closes, `”Help` opens. A mark
//! with white space, or with letters, on both sides closes when something is open. Single marks are apostrophes
//! unless one at the edge of a word has its partner later in the paragraph. A mark that opens while the same
//! kind is open shows that the first was never closed: that one ends with its sentence. What is open when the
//! paragraph ends goes to the paragraph's end where it started the paragraph, where a colon led it in, or where
//! it started a sentence and the next paragraph opens with a mark again, and so goes on with the speech; else it
//! ends with its sentence. No quotation crosses a paragraph.
//!
//! # Example
//!
//! ```text
//! She said: “I saw ‘nothing’ there.” A sign read "closed".
//!            ~~~~~~~~~~~~~~~~~~~~~~               ~~~~~~
//! ```
//!
//! # Known misses
//!
//! - A plural possessive at the end of a single-quoted stretch ("the 'guards' hut") closes it there.
//! - Marks of inches and feet (6'2") are taken for marks of speech where another mark follows.
//! - Quotations led in by a dash alone are not found.
//!
//! # Sources
//!
//! The Unicode Standard, chapter 6.2 (quotation marks); Guardian and Reuters style books on running quotations.

mod marks;
mod single;

use schema::Span;

use crate::words::Words;
use marks::{Family, Side};

/// A stretch between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// What stands between the marks, without white space around it.
    pub(crate) content: Span,
    /// The place of its first token, the opening mark.
    pub(crate) start: usize,
    /// One past its last token, the closing mark where there is one.
    pub(crate) end: usize,
    /// How it ends.
    pub(crate) ending: Ending,
}

/// How a quotation ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// With its closing mark.
    Closed,
    /// Without one.
    LeftOpen,
    /// Without one, and the next paragraph goes on with it.
    GoesOn,
}

impl Quotation {
    /// Whether a mark closes it.
    pub(crate) fn is_closed(self) -> bool {
        self.ending == Ending::Closed
    }
}

/// What follows the paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// A paragraph that opens with a quotation mark.
    Opens,
    /// Anything else.
    Other,
}

/// A mark that has opened.
#[derive(Debug, Clone, Copy)]
struct Open {
    family: Family,
    /// The place of the mark's token.
    at: usize,
    /// Where the content starts.
    content: usize,
    /// For a single mark: the place of its partner.
    partner: Option<usize>,
}

/// The quotations of the paragraph that `words` are, in order.
pub(crate) fn find(words: Words<'_>, next: Next) -> Vec<Quotation> {
    let mut reader = Reader { words, open: Vec::new(), found: Vec::new() };
    for at in 0..words.len() {
        if let Some(family) = marks::family(words.form(at)) {
            reader.read(at, family);
        }
    }
    reader.finish(next);
    reader.found
}

/// Whether the paragraph's first token is a mark that opens.
pub(crate) fn opens_with_mark(words: Words<'_>) -> bool {
    marks::family(words.form(0)).is_some_and(|family| match family {
        Family::Single => single::partner(words, 0).is_some(),
        _ => words.len() > 1,
    })
}

/// Whether `form` is a quotation mark.
pub(crate) fn is_mark(form: &str) -> bool {
    marks::family(form).is_some()
}

/// Whether two marks may open and close the same quotation.
pub(crate) fn are_partners(one: &str, other: &str) -> bool {
    marks::family(one).is_some_and(|family| marks::family(other) == Some(family))
}

/// A pass over the marks of a paragraph.
struct Reader<'t> {
    words: Words<'t>,
    open: Vec<Open>,
    found: Vec<Quotation>,
}

impl Reader<'_> {
    fn read(&mut self, at: usize, family: Family) {
        if let Some(level) = self.open.iter().position(|open| open.partner == Some(at)) {
            return self.close(level, at);
        }
        if family == Family::Single {
            return self.read_single(at);
        }
        let level = self.open.iter().rposition(|open| open.family == family);
        match (marks::side(self.words, at), level) {
            (Side::Opens | Side::Either, None) if self.is_stray(at) => self.close(self.open.len() - 1, at),
            (Side::Opens | Side::Either, None) => self.push(at, family, None),
            (Side::Opens, Some(level)) => {
                self.abandon(level, at);
                self.push(at, family, None);
            }
            (Side::Closes | Side::Either, Some(level)) => self.close(level, at),
            // A closing mark of another kind than the one that is open: "‘a terror attack”".
            (Side::Closes, None) if !self.open.is_empty() => self.close(self.open.len() - 1, at),
            (Side::Closes, None) => {}
        }
    }

    /// Whether the mark at `at`, of a kind that is not open, follows the last word of the paragraph.
    fn is_stray(&self, at: usize) -> bool {
        at + 1 == self.words.len() && !self.open.is_empty()
    }

    fn read_single(&mut self, at: usize) {
        let inside = self.open.iter().any(|open| open.family == Family::Single);
        if inside || marks::side(self.words, at) != Side::Opens {
            return;
        }
        let partner = single::partner(self.words, at);
        // A curly opening mark is no apostrophe: it opens even when nothing closes it.
        if partner.is_some()
            || self.words.form(at) == "‘" && self.open.is_empty() && !single::is_elision(self.words, at)
        {
            self.push(at, Family::Single, partner);
        }
    }

    fn push(&mut self, at: usize, family: Family, partner: Option<usize>) {
        let content = self.words.tokens[at].span.end();
        self.open.push(Open { family, at, content, partner });
    }

    /// Closes the mark at `level`, and what was opened inside it, with the mark at `at`.
    fn close(&mut self, level: usize, at: usize) {
        let open = self.open[level];
        self.open.truncate(level);
        if level == 0 {
            self.put(open, at + 1, Ending::Closed);
        }
    }

    /// Ends the mark at `level`, which nothing closed before the mark at `at`.
    fn abandon(&mut self, level: usize, at: usize) {
        let open = self.open[level];
        self.open.truncate(level);
        if level == 0 {
            let end = self.sentence_end(open.at).min(at);
            self.put(open, end, Ending::LeftOpen);
        }
    }

    /// Ends what is still open at the end of the paragraph.
    fn finish(&mut self, next: Next) {
        let Some(&open) = self.open.first() else { return };
        let before = self.words.form_before(open.at);
        let is_led_in = open.at == 0 || before == ":";
        // Inside a clause (`shouted "Stop" and "Hold on`) nothing starts that a paragraph could go on with.
        let may_go_on = is_led_in || before == "," || self.sentence_start(open.at) == open.at;
        let ending = if may_go_on && next == Next::Opens { Ending::GoesOn } else { Ending::LeftOpen };
        let is_long = is_led_in || ending == Ending::GoesOn;
        let end = if is_long { self.words.len() } else { self.sentence_end(open.at) };
        self.put(open, end, ending);
    }

    /// The first token of the sentence that holds the token at `at`.
    fn sentence_start(&self, at: usize) -> usize {
        let sentence = self.words.tokens[at].sentence;
        self.words.tokens.partition_point(|token| token.sentence < sentence)
    }

    /// One past the last token of the sentence that holds the token at `at`.
    fn sentence_end(&self, at: usize) -> usize {
        let sentence = self.words.tokens[at].sentence;
        self.words.tokens.partition_point(|token| token.sentence <= sentence)
    }

    /// Adds the quotation whose last token stands before `end`.
    fn put(&mut self, open: Open, end: usize, ending: Ending) {
        let last = self.words.tokens[end - 1].span;
        let content_end = if ending == Ending::Closed { last.start() } else { last.end() };
        let content = Span::new(open.content, content_end.max(open.content)).trimmed(self.words.text);
        if !content.is_empty() {
            self.found.push(Quotation { content, start: open.at, end, ending });
        }
    }
}
