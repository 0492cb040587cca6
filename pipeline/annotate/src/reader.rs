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
//! agree over the article. A dateline at a sentence's head goes as a sentence of its own; its root then hangs on
//! the root of what follows (`parataxis`), and its names are places, those in brackets organisations. Lemmas come
//! from the tables of `lemmas`.
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

use schema::labels::{EntityType, Relation, Role};
use schema::{LanguageTag, Mention, Sentence, Span, Token};

use crate::dateline;
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
    let parts: Vec<Range<usize>> =
        ranges.into_iter().flat_map(|range| without_dateline(&forms, range)).collect();
    let document: Vec<&[&str]> = parts.iter().map(|part| &forms[part.clone()]).collect();
    let mut mentions = Vec::new();
    let readings = language::read(&document, Layers::Trees);
    for (part, reading) in parts.iter().zip(&readings) {
        let tokens = &mut tokens[part.clone()];
        mentions.extend(reading.names.iter().map(|name| mention(name, tokens)));
        fill(text, tokens, reading);
    }
    for neighbours in parts.windows(2) {
        if join(tokens, &neighbours[0], &neighbours[1]) {
            settle(text, &tokens[neighbours[0].clone()], &mut mentions);
        }
    }
    mentions
}

/// The sentence in `range`, and before it the dateline that heads it.
fn without_dateline(forms: &[&str], range: Range<usize>) -> impl Iterator<Item = Range<usize>> + use<> {
    let body = range.start + dateline::length(&forms[range.clone()]);
    [range.start..body, body..range.end].into_iter().filter(|part| !part.is_empty())
}

/// Makes one tree of a dateline and the rest of its sentence; false where the parts are two sentences.
fn join(tokens: &mut [Token], dateline: &Range<usize>, rest: &Range<usize>) -> bool {
    if tokens[dateline.start].sentence != tokens[rest.start].sentence {
        return false;
    }
    let shift = u32::try_from(dateline.len()).expect("a dateline is a few words long");
    let is_root = |token: &Token| token.head == Some(0);
    let root = tokens[rest.clone()].iter().position(is_root).and_then(|at| u32::try_from(at + 1).ok());
    for token in &mut tokens[rest.clone()] {
        token.head = token.head.map(|head| if head == 0 { 0 } else { head + shift });
    }
    for token in tokens[dateline.clone()].iter_mut().filter(|token| is_root(token)) {
        token.head = root.map(|root| root + shift);
        token.relation = Some(Relation::Parataxis);
    }
    true
}

/// Gives the names of a dateline their types: who sent it stands in brackets, and where from before them.
fn settle(text: &str, dateline: &[Token], mentions: &mut [Mention]) {
    let (Some(first), Some(last)) = (dateline.first(), dateline.last()) else { return };
    let span = Span::new(first.span.start(), last.span.end());
    let bracket = span.of(text).find('(').map_or(span.end(), |at| span.start() + at);
    let from = mentions.partition_point(|mention| mention.span.start() < span.start());
    for mention in mentions[from..].iter_mut().take_while(|mention| span.contains(mention.span)) {
        let is_sender = mention.span.start() > bracket;
        mention.kind = if is_sender { EntityType::Organisation } else { EntityType::Location };
    }
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
