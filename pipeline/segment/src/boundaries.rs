//! Sentence boundaries inside one block.
//!
//! Answers for: where a sentence ends. First the rules: a scan finds every stop (`stop`), the words around it are
//! read (`context`), and one question is asked of it: does it end a sentence (`decision`), with the lists of
//! `abbreviation` and `starter` and, where no space follows, the stricter rules of `glue`; `unmarked` and `turkish`
//! find what begins without a stop. Their boundaries stand. Inside each sentence of theirs, `junction` finds the
//! places that they leave open, and `model` may cut there. Leaves to others: what a block is and what a sentence
//! does on the page.

mod abbreviation;
mod context;
mod decision;
mod glue;
pub mod junction;
pub mod model;
mod ordinal;
mod reporting;
mod starter;
mod stop;
mod token;
mod turkish;
mod unmarked;

use schema::Span;

use junction::{Junction, Junctions, Signs};
use stop::Stops;

/// The sentences of the block at `block` of `text`: ordered, disjoint, trimmed, covering all but white space.
pub(crate) fn split(text: &str, block: Span) -> Vec<Span> {
    let inside = block.of(text);
    let signs = Signs::of(inside);
    let model = &*model::BUILT_IN;
    let mut sentences = Vec::new();
    by_rules(inside, signs, |sentence| {
        let mut start = sentence.start();
        for junction in Junctions::of(inside, sentence, signs) {
            if model.cuts(&junction) {
                sentences.push(Span::new(start, junction.at).trimmed(inside).shifted(block.start()));
                start = junction.at;
            }
        }
        sentences.push(Span::new(start, sentence.end()).shifted(block.start()));
    });
    sentences
}

/// What the rules find in a block, and what they leave open.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// Where each sentence of the rules starts, in bytes.
    pub starts: Vec<usize>,
    /// The junctions inside them.
    pub junctions: Vec<Junction>,
}

impl Draft {
    /// The draft of the block `text`.
    pub fn of(text: &str) -> Self {
        let signs = Signs::of(text);
        let mut draft = Self::default();
        by_rules(text, signs, |sentence| {
            draft.starts.push(sentence.start());
            draft.junctions.extend(Junctions::of(text, sentence, signs));
        });
        draft
    }
}

/// Hands every sentence that the rules find in the block `text` to `take`: ordered, disjoint, trimmed.
fn by_rules(text: &str, signs: Signs, mut take: impl FnMut(Span)) {
    let mut cut = |piece: Span| {
        let sentence = piece.trimmed(text);
        let mut start = sentence.start();
        for at in unmarked::starts(text, sentence, signs) {
            take(Span::new(start, at).trimmed(text));
            start = at;
        }
        if start < sentence.end() {
            take(Span::new(start, sentence.end()));
        }
    };
    let mut start = 0;
    for stop in Stops::new(text) {
        if stop.after <= start {
            continue;
        }
        if let Some(end) = decision::boundary(text, start, &stop) {
            cut(Span::new(start, end));
            start = end;
        }
    }
    cut(Span::new(start, text.len()));
}

#[cfg(test)]
mod tests {
    use schema::Span;

    use super::split;

    #[test]
    fn sentences_do_not_start_with_white_space_beyond_ascii() {
        let text = "He was \"safe\". \u{a0})𝕏 Divers wait :) \u{a0}Then :( \u{2003}then we ran \u{3000}İ bu";
        for sentence in split(text, Span::new(0, text.len())) {
            assert_eq!(sentence, sentence.trimmed(text), "`{}`", sentence.of(text));
        }
    }
}
