//! The language layer over an article: which sentences are read, and where what is read goes.
//!
//! # What it marks
//!
//! The part of speech, lemma, head and relation of every token that is read, and the names.
//!
//! # How it decides
//!
//! The network (`language`) knows English alone, so a sentence is read where it is in English, and where its
//! language cannot be told in an article that is English for the most part: those are figures, initials, single
//! words. Markup is never read. All sentences that are read go to the network together, so that names may
//! agree over the article. Lemmas come from the tables of `lemmas`.
//!
//! # Example
//!
//! ```text
//! Ada     Brandt  left  Velden
//! PROPN   PROPN   VERB  PROPN
//! Ada     Brandt  leave Velden
//! B-PER   I-PER   O     B-LOC
//! ```
//!
//! # Known misses
//!
//! - An English name inside a sentence of another language is not found.
//!
//! # Sources
//!
//! Universal Dependencies, <https://universaldependencies.org/>; the models' cards name what they learnt from.

use std::ops::Range;

use schema::labels::Role;
use schema::{LanguageTag, Mention, Sentence, Span, Token};

use crate::language::{self, Layers, Name, Reading};
use crate::lemmas;

/// The language that is read.
const ENGLISH: LanguageTag = LanguageTag::new("en");

/// Reads the sentences of `text`: fills `tokens` in and gives the names, in the order of the text.
pub(crate) fn read(text: &str, sentences: &[Sentence], tokens: &mut [Token]) -> Vec<Mention> {
    let is_english = is_mostly_english(sentences);
    let is_read = |sentence: &Sentence| {
        let is_own = sentence.language == ENGLISH;
        let is_likely = is_english && sentence.language == LanguageTag::UNDETERMINED;
        sentence.role != Role::Markup && (is_own || is_likely)
    };
    let forms: Vec<&str> = tokens.iter().map(|token| token.span.of(text)).collect();
    let mut ranges = ranges(tokens);
    ranges.retain(|range| sentences.get(tokens[range.start].sentence).is_some_and(is_read));
    let document: Vec<&[&str]> = ranges.iter().map(|range| &forms[range.clone()]).collect();
    let mut mentions = Vec::new();
    for (range, reading) in ranges.into_iter().zip(language::read(&document, Layers::Trees)) {
        let tokens = &mut tokens[range];
        mentions.extend(reading.names.iter().map(|name| mention(name, tokens)));
        fill(text, tokens, &reading);
    }
    mentions
}

/// Whether more of the text is in English than in all other languages that could be told.
fn is_mostly_english(sentences: &[Sentence]) -> bool {
    let told = sentences.iter().filter(|sentence| sentence.language != LanguageTag::UNDETERMINED);
    let (english, other) = told.fold((0, 0), |(english, other), sentence| {
        let bytes = sentence.span.len();
        if sentence.language == ENGLISH { (english + bytes, other) } else { (english, other + bytes) }
    });
    english > other
}

/// The places of each sentence's tokens.
fn ranges(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut end = 0;
    let sentences = tokens.chunk_by(|one, next| one.sentence == next.sentence);
    sentences
        .map(|sentence| {
            end += sentence.len();
            end - sentence.len()..end
        })
        .collect()
}

/// The name as a span of the text.
fn mention(name: &Name, tokens: &[Token]) -> Mention {
    let (first, last) = (&tokens[name.first], &tokens[name.last]);
    let span = Span::new(first.span.start(), last.span.end());
    Mention { span, sentence: first.sentence, kind: name.kind, confidence: name.confidence, entity: 0 }
}

/// Writes what was read of a sentence onto its tokens.
fn fill(text: &str, tokens: &mut [Token], reading: &Reading) {
    for (at, token) in tokens.iter_mut().enumerate() {
        let upos = reading.upos.get(at).copied();
        token.upos = upos;
        token.lemma = upos.map(|upos| lemmas::lemma(token.span.of(text), upos).as_ref().into());
        token.head = reading.heads.get(at).copied();
        token.relation = reading.relations.get(at).copied();
    }
}
