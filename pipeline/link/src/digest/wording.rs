//! The wording of a document.
//!
//! Answers for: each sentence that can be reused and each quotation, as a hash of the whole and hashes of its words.
//! Leaves to others: which of them are one.

use schema::labels::{QuoteType, Role};
use schema::{Attribution, Document, Span, Token};

use super::folding::{halves, pair_hash, text_hash, word_hash};
use super::values::place;

/// The most words of a passage that are kept, and the fewest of what a source says.
const WORDS: usize = u8::MAX as usize;
const SAID: usize = 2;

/// The lowest hash of a number.
const NUMBERS: u16 = 0xf000;

/// The passages of a document with their words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Wording {
    /// The sentences in order, then what sources say, sentence by sentence.
    passages: Box<[Passage]>,
    /// How many of them are sentences.
    sentences: u32,
    /// Hashes of the folded words of all passages, one behind the other; what is said in one piece of a sentence has its
    /// words there.
    words: Box<[u16]>,
}

/// A sentence, or what a quotation holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Passage {
    /// The hash, in halves.
    hash: [u32; 2],
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
    /// The hash of its folded text; of what a source says, of its words alone.
    pub(crate) const fn hash(&self) -> u64 {
        (self.hash[0] as u64) << 32 | self.hash[1] as u64
    }

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
        let sentences = wording.passages.partition_point(|passage| !passage.is_said());
        wording.passages[sentences..].sort_by_key(|passage| passage.sentence);
        Self {
            passages: wording.passages.into_boxed_slice(),
            sentences: place(sentences),
            words: wording.words.into_boxed_slice(),
        }
    }

    /// Its sentences, in order.
    pub(crate) fn sentences(&self) -> &[Passage] {
        &self.passages[..self.sentences as usize]
    }

    /// What sources say in it.
    pub(crate) fn said(&self) -> impl Iterator<Item = &Passage> {
        self.passages[self.sentences as usize..].iter()
    }

    /// What sources say in the sentence at this place.
    pub(crate) fn said_in(&self, sentence: u32) -> &[Passage] {
        let said = &self.passages[self.sentences as usize..];
        let first = said.partition_point(|passage| passage.sentence < sentence);
        let own = &said[first..];
        &own[..own.partition_point(|passage| passage.sentence == sentence)]
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
        let text = self.document.article.text.as_str();
        let mut tokens = self.document.annotations.tokens.as_slice();
        for (index, sentence) in self.document.sentences.iter().enumerate() {
            let (own, rest) = tokens.split_at(tokens.partition_point(|token| token.sentence <= index));
            tokens = rest;
            let Some(kind) = kind(sentence.role) else { continue };
            let hash = halves(text_hash(sentence.span.of(text)));
            let start = self.words.len();
            self.words.extend(forms(text, own).take(WORDS).map(short));
            let length = u8::try_from(self.words.len() - start).unwrap_or(u8::MAX);
            let (sentence, start) = (place(index), place(start));
            self.passages.push(Passage { hash, sentence, start, length, kind, speaker: 0 });
        }
    }

    /// What each attribution holds, sentence by sentence: each piece, and where a sentence has several, all of them as one.
    fn attributions(&mut self) {
        for attribution in &self.document.annotations.attributions {
            let kind = match attribution.quote_type {
                QuoteType::Direct | QuoteType::Mixed => PassageKind::Quotation,
                QuoteType::Indirect => PassageKind::Report,
            };
            let speaker = self.speaker(attribution);
            let pieces: Vec<Vec<&Token>> =
                attribution.contents.iter().map(|piece| self.inside(*piece).iter().collect()).collect();
            let first = self.passages.len();
            let whole = Some(pieces.concat()).filter(|_| pieces.len() > 1);
            for tokens in pieces.iter().chain(&whole) {
                for own in tokens.chunk_by(|one, other| one.sentence == other.sentence) {
                    self.say(own, first, (kind, speaker));
                }
            }
        }
    }

    fn inside(&self, piece: Span) -> &'d [Token] {
        let tokens = &self.document.annotations.tokens;
        let first = tokens.partition_point(|token| token.span.start() < piece.start());
        let last = tokens.partition_point(|token| token.span.end() <= piece.end());
        &tokens[first..last.max(first)]
    }

    /// Adds what is said in `tokens`, which are of one sentence, unless it is among those from place `first` on.
    fn say(&mut self, tokens: &[&Token], first: usize, (kind, speaker): (PassageKind, u16)) {
        let forms = || forms(&self.document.article.text, tokens.iter().copied());
        let words: Vec<u16> = forms().take(WORDS).map(short).collect();
        if words.len() < SAID {
            return;
        }
        let hash = halves(forms().fold(0, |hash, form| pair_hash(hash, word_hash(form).into())));
        let sentence = place(tokens[0].sentence);
        if !self.passages[first..].iter().any(|known| (known.hash, known.sentence) == (hash, sentence)) {
            let start = self.start(sentence, &words);
            let length = u8::try_from(words.len()).unwrap_or(u8::MAX);
            self.passages.push(Passage { hash, sentence, start, length, kind, speaker });
        }
    }

    /// Where `words`, which are said in `sentence`, start among those of the document: in the sentence, or behind all others.
    fn start(&mut self, sentence: u32, words: &[u16]) -> u32 {
        let is_it = |passage: &Passage| passage.sentence == sentence && !passage.is_said();
        let at = self.passages.partition_point(|passage| !passage.is_said() && passage.sentence < sentence);
        if let Some(whole) = self.passages.get(at).filter(|passage| is_it(passage)) {
            let (start, end) = (whole.start as usize, whole.start as usize + usize::from(whole.length));
            let found = self.words[start..end].windows(words.len()).position(|piece| piece == words);
            if let Some(found) = found {
                return whole.start + place(found);
            }
        }
        self.words.extend(words);
        place(self.words.len() - words.len())
    }

    /// The last word of the name of whom the source stands for; a description may be anybody's.
    fn speaker(&self, attribution: &Attribution) -> u16 {
        let entity = attribution.source.ok().and_then(|source| source.entity.ok());
        let entity = entity.and_then(|at| self.document.annotations.entities.get(at));
        let name = entity.map_or("", |entity| entity.name.of(&self.document.article.text));
        name.split_whitespace().next_back().map_or(0, |word| short(word).max(1))
    }
}

/// The words among `tokens`, without the marks between them.
fn forms<'t>(text: &'t str, tokens: impl IntoIterator<Item = &'t Token>) -> impl Iterator<Item = &'t str> {
    let forms = tokens.into_iter().map(|token| token.span.of(text));
    forms.filter(|form| form.chars().any(char::is_alphanumeric))
}

/// The hash of a word among the words of passages, in which numbers in digits are told from other words.
fn short(form: &str) -> u16 {
    let hash = (word_hash(form) >> 16) as u16;
    if form.contains(|ch: char| ch.is_ascii_digit()) { NUMBERS | (hash & !NUMBERS) } else { hash % NUMBERS }
}

/// Whether the word with this hash is a number in digits.
pub(crate) const fn is_number(word: u16) -> bool {
    word >= NUMBERS
}

/// What a sentence of this role is among passages; `None` where it cannot be reused.
const fn kind(role: Role) -> Option<PassageKind> {
    match role {
        Role::Body | Role::Caption | Role::PullQuote | Role::ListItem => Some(PassageKind::Sentence),
        Role::Headline | Role::Deck => Some(PassageKind::Heading),
        _ => None,
    }
}
