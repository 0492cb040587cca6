//! The wording of a document.
//!
//! Answers for: each sentence that can be reused and each quotation, as a hash of the whole and hashes of its words.
//! Leaves to others: which of them are one.

use schema::labels::{QuoteType, Role};
use schema::{Attribution, Document, Token};

use super::folding::{pair_hash, text_hash, word_hash};
use super::values::place;

/// The most words of a passage that are kept.
const WORDS: usize = u8::MAX as usize;

/// The passages of a document with their words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Wording {
    /// The sentences in order, then what sources say.
    passages: Box<[Passage]>,
    /// Hashes of the folded words of all passages, one behind the other.
    words: Box<[u16]>,
}

/// A sentence, or what a quotation holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Passage {
    /// The hash of its folded text; of what a source says, of its words alone.
    pub(crate) hash: u64,
    /// The place of its sentence, from 0.
    pub(crate) sentence: u32,
    /// Where its words start among those of the document.
    start: u32,
    /// How many words it has, as far as they are kept.
    length: u8,
    /// What it is.
    pub(crate) kind: PassageKind,
    /// Who says it: a hash of the last word of the name; 0 where nobody is named.
    pub(crate) speaker: u16,
}

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PassageKind {
    /// A sentence of the text.
    Sentence,
    /// A heading of the article, or a line of its own that no full stop ends.
    Heading,
    /// What stands between the quotation marks of one utterance, as far as it is in one sentence.
    Quotation,
    /// What a source says, in the author's words, as far as it is in one sentence.
    Report,
}

impl Passage {
    /// Whether it is what a source says.
    const fn is_said(&self) -> bool {
        matches!(self.kind, PassageKind::Quotation | PassageKind::Report)
    }
}

impl Wording {
    /// The wording of `document`.
    pub(super) fn of(document: &Document) -> Self {
        let mut wording = Draft::new(document);
        wording.sentences();
        wording.attributions();
        Self { passages: wording.passages.into_boxed_slice(), words: wording.words.into_boxed_slice() }
    }

    /// Its sentences, in order.
    pub(crate) fn sentences(&self) -> &[Passage] {
        &self.passages[..self.passages.partition_point(|passage| !passage.is_said())]
    }

    /// What sources say in it.
    pub(crate) fn said(&self) -> impl Iterator<Item = &Passage> {
        self.passages[self.sentences().len()..].iter()
    }

    /// The hashes of the words of `passage`, which is one of these.
    pub(crate) fn words(&self, passage: &Passage) -> &[u16] {
        let start = passage.start as usize;
        &self.words[start..start + usize::from(passage.length)]
    }

    /// How many bytes its lists take.
    pub(super) fn size(&self) -> usize {
        size_of_val(&*self.passages) + size_of_val(&*self.words)
    }
}

/// A wording in the making.
struct Draft<'d> {
    document: &'d Document,
    passages: Vec<Passage>,
    words: Vec<u16>,
}

impl<'d> Draft<'d> {
    const fn new(document: &'d Document) -> Self {
        Self { document, passages: Vec::new(), words: Vec::new() }
    }

    fn sentences(&mut self) {
        let mut tokens = self.document.annotations.tokens.as_slice();
        for (index, sentence) in self.document.sentences.iter().enumerate() {
            let (own, rest) = tokens.split_at(tokens.partition_point(|token| token.sentence <= index));
            tokens = rest;
            let Some(kind) = kind(sentence.role) else { continue };
            let hash = text_hash(sentence.span.of(&self.document.article.text));
            self.push(Passage { hash, sentence: place(index), start: 0, length: 0, kind, speaker: 0 }, own);
        }
    }

    /// What each attribution holds, sentence by sentence.
    fn attributions(&mut self) {
        for attribution in &self.document.annotations.attributions {
            let kind = match attribution.quote_type {
                QuoteType::Direct | QuoteType::Mixed => PassageKind::Quotation,
                QuoteType::Indirect => PassageKind::Report,
            };
            let speaker = self.speaker(attribution);
            let tokens: Vec<Token> = self.inside(attribution).cloned().collect();
            for own in tokens.chunk_by(|one, other| one.sentence == other.sentence) {
                let hash = self.words_hash(own);
                let sentence = place(own[0].sentence);
                self.push(Passage { hash, sentence, start: 0, length: 0, kind, speaker }, own);
            }
        }
    }

    fn inside(&self, attribution: &Attribution) -> impl Iterator<Item = &'d Token> {
        let tokens = &self.document.annotations.tokens;
        let contents = attribution.contents.clone();
        contents.into_iter().flat_map(move |piece| {
            let first = tokens.partition_point(|token| token.span.start() < piece.start());
            let last = tokens.partition_point(|token| token.span.end() <= piece.end());
            &tokens[first..last.max(first)]
        })
    }

    /// The hash of the words of `tokens`, without the marks between them.
    fn words_hash(&self, tokens: &[Token]) -> u64 {
        let text = self.document.article.text.as_str();
        forms(text, tokens).fold(0, |hash, form| pair_hash(hash, word_hash(form).into()))
    }

    /// The last word of the name of whom the source stands for; a description may be anybody's.
    fn speaker(&self, attribution: &Attribution) -> u16 {
        let entity = attribution.source.ok().and_then(|source| source.entity.ok());
        let entity = entity.and_then(|at| self.document.annotations.entities.get(at));
        let name = entity.map_or("", |entity| entity.name.of(&self.document.article.text));
        name.split_whitespace().next_back().map_or(0, |word| short(word).max(1))
    }

    /// Adds `passage`, whose words are those of `tokens`.
    fn push(&mut self, passage: Passage, tokens: &[Token]) {
        let start = self.words.len();
        let text = self.document.article.text.as_str();
        self.words.extend(forms(text, tokens).take(WORDS).map(short));
        let length = u8::try_from(self.words.len() - start).unwrap_or(u8::MAX);
        self.passages.push(Passage { start: place(start), length, ..passage });
    }
}

/// The words among `tokens`.
fn forms<'t>(text: &'t str, tokens: &[Token]) -> impl Iterator<Item = &'t str> {
    let forms = tokens.iter().map(|token| token.span.of(text));
    forms.filter(|form| form.chars().any(char::is_alphanumeric))
}

fn short(word: &str) -> u16 {
    (word_hash(word) >> 16) as u16
}

/// What a sentence of this role is among passages; `None` where it cannot be reused.
const fn kind(role: Role) -> Option<PassageKind> {
    match role {
        Role::Body | Role::Caption | Role::PullQuote | Role::ListItem => Some(PassageKind::Sentence),
        Role::Headline | Role::Deck => Some(PassageKind::Heading),
        _ => None,
    }
}
