//! Sentence boundaries inside one block.
//!
//! Answers for: where a sentence ends. First the rules: a scan finds every stop (`stop`), the words around it are
//! read (`context`), and one question is asked of it: does it end a sentence (`decision`), with the lists of
//! `abbreviation` and `starter` and, where no space follows, the stricter rules of `glue`; `unmarked` and `turkish`
//! find what begins without a stop. Their boundaries stand. Of the spaces inside each sentence of theirs (`gap`),
//! `junction` takes the places that they leave open, and `model` may cut there. Leaves to others: what a block is
//! and what a sentence does on the page.

mod abbreviation;
mod context;
mod decision;
mod gap;
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

use gap::Gap;
use junction::{Junction, Junctions, Signs};
use stop::Stops;

/// The sentences of the block at `block` of `text`: ordered, disjoint, trimmed, covering all but white space.
pub(crate) fn split(text: &str, block: Span) -> Vec<Span> {
    let inside = block.of(text);
    let signs = Signs::of(inside);
    let model = &*model::BUILT_IN;
    let mut sentences = Vec::new();
    by_rules(inside, signs, |sentence, gaps| {
        let mut start = sentence.start();
        for junction in Junctions::of(inside, sentence, gaps, signs) {
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
        by_rules(text, signs, |sentence, gaps| {
            draft.starts.push(sentence.start());
            draft.junctions.extend(Junctions::of(text, sentence, gaps, signs));
        });
        draft
    }
}

/// The gaps that room is made for at first: few sentences have more.
const GAPS: usize = 64;

/// Hands every sentence that the rules find in the block `text`, with its gaps, to `take`: ordered, disjoint, trimmed.
fn by_rules(text: &str, signs: Signs, mut take: impl FnMut(Span, &[Gap])) {
    let mut gaps = Vec::with_capacity(GAPS);
    let mut cut = |piece: Span| {
        let mut sentence = piece.trimmed(text);
        gap::find(&mut gaps, text, sentence, signs);
        let starts: Vec<usize> = unmarked::starts(text, sentence, &gaps, signs).collect();
        for &at in &starts {
            let earlier = Span::new(sentence.start(), at).trimmed(text);
            gap::find(&mut gaps, text, earlier, signs);
            take(earlier, &gaps);
            sentence = Span::new(at, sentence.end());
        }
        if !starts.is_empty() {
            gap::find(&mut gaps, text, sentence, signs);
        }
        if !sentence.is_empty() {
            take(sentence, &gaps);
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
