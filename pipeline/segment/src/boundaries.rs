//! Sentence boundaries inside one block.
//!
//! Answers for: where a sentence ends. A scan finds every stop (`stop`), the words around it are read
//! (`context`), and one question is asked of it: does it end a sentence (`decision`), with the lists of
//! `abbreviation` and `starter` and, where no space follows, the stricter rules of `glue`. Leaves to others:
//! what a block is and what a sentence does on the page.

mod abbreviation;
mod context;
mod decision;
mod glue;
mod ordinal;
mod reporting;
mod starter;
mod stop;
mod unmarked;

use schema::Span;

use stop::Stops;

/// The sentences of the block at `block` of `text`: ordered, disjoint, trimmed, covering all but white space.
pub(crate) fn split(text: &str, block: Span) -> Vec<Span> {
    let inside = block.of(text);
    let mut sentences = Vec::new();
    let mut start = 0;
    for stop in Stops::new(inside) {
        if stop.after <= start {
            continue;
        }
        if let Some(end) = decision::boundary(inside, start, &stop) {
            push(&mut sentences, inside, Span::new(start, end));
            start = end;
        }
    }
    push(&mut sentences, inside, Span::new(start, inside.len()));
    for sentence in &mut sentences {
        *sentence = sentence.shifted(block.start());
    }
    sentences
}

fn push(sentences: &mut Vec<Span>, inside: &str, piece: Span) {
    let sentence = piece.trimmed(inside);
    let mut start = sentence.start();
    for cut in unmarked::starts(inside, sentence) {
        sentences.push(Span::new(start, cut).trimmed(inside));
        start = cut;
    }
    if start < sentence.end() {
        sentences.push(Span::new(start, sentence.end()));
    }
}
