//! How fast the stage is, in documents, and how much its cost per document grows with the run.
//!
//! Answers for: linking and digesting runs of made-up documents. Three tell each story, in words that follow Zipf's law;
//! each prints a part of the sentences of the one before, some of them with a word changed.

use std::fmt::Write as _;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use link::Digest;
use schema::labels::{EntityType, Layout, MomentPrecision, Role, Upos};
use schema::{
    Annotations, Article, Block, Document, DocumentId, Entity, LanguageTag, Mention, Moment, Sentence, Span,
    Timestamp, Token,
};

const WORDS: u64 = 200_000;
const SENTENCES: usize = 20;
const SENTENCE_WORDS: u64 = 18;
const TELLINGS: usize = 3;
const OUTLETS: u64 = 500;
const MICROS_PER_HOUR: i64 = 60 * 60 * 1_000_000;

/// `SplitMix64`: the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, sides: u64) -> u64 {
        self.roll() % sides
    }

    /// A place in a list of this length.
    fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).expect("a place in a list is a usize")
    }

    /// A word, the n-th with a chance of about 1 / n.
    fn word(&mut self) -> u64 {
        let bits = 64 - WORDS.leading_zeros();
        let top = 1 << self.below(bits.into());
        self.below(top)
    }

    fn sentence(&mut self, names: &[u64]) -> Vec<u64> {
        let length = SENTENCE_WORDS / 2 + self.below(SENTENCE_WORDS);
        let mut words: Vec<u64> = (0..length).map(|_| self.word()).collect();
        words[0] = names[self.place(names.len())];
        words
    }
}

fn digests(documents: usize) -> Vec<Digest> {
    self::documents(documents).map(|document| Digest::of(&document)).collect()
}

fn documents(count: usize) -> impl Iterator<Item = Document> {
    let mut dice = Dice(7);
    let (mut names, mut told) = (Vec::new(), Vec::new());
    (0..count).map(move |place| {
        if place % TELLINGS == 0 {
            names = (0..5).map(|_| WORDS + dice.below(WORDS * 10)).collect();
            told = (0..SENTENCES).map(|_| dice.sentence(&names)).collect();
        } else {
            for sentence in &mut told {
                match dice.below(4) {
                    0 => {
                        let at = dice.place(sentence.len());
                        sentence[at] = dice.word();
                    }
                    1 => {}
                    _ => *sentence = dice.sentence(&names),
                }
            }
        }
        document(place, &mut dice, &told)
    })
}

fn document(place: usize, dice: &mut Dice, told: &[Vec<u64>]) -> Document {
    let mut article = Article::bare(String::new(), Vec::new());
    article.id = DocumentId::new((place as u128).to_be_bytes());
    article.metadata.outlet = Some(format!("Outlet {}", dice.below(OUTLETS)));
    let at = Timestamp { micros: i64::try_from(place / TELLINGS).expect("a run is short") * MICROS_PER_HOUR };
    article.metadata.published = Some(Moment { at, precision: MomentPrecision::Instant });
    let language = LanguageTag::new("en");
    let mut made = Document { article, language, sentences: Vec::new(), annotations: Annotations::default() };
    for sentence in told {
        add(&mut made, sentence);
    }
    made
}

/// Adds a sentence, whose first word is a name.
fn add(document: &mut Document, words: &[u64]) {
    let (sentence, start) = (document.sentences.len(), document.article.text.len());
    for (at, word) in words.iter().enumerate() {
        let from = document.article.text.len();
        let kind = if at == 0 { "Name" } else { "word" };
        let _ = write!(document.article.text, "{kind}{word}");
        let span = Span::new(from, document.article.text.len());
        document.article.text.push(' ');
        let upos = if at == 0 { Upos::Propn } else { Upos::Noun };
        document.annotations.tokens.push(Token { upos: Some(upos), ..Token::unread(span, sentence) });
        if at == 0 {
            let (kind, entity) = (EntityType::Person, document.annotations.entities.len());
            document.annotations.mentions.push(Mention { span, sentence, kind, confidence: 1.0, entity });
            document.annotations.entities.push(Entity { kind, name: span });
        }
    }
    let span = Span::new(start, document.article.text.len() - 1);
    document.article.blocks.push(Block { span, layout: Layout::Paragraph });
    let language = LanguageTag::new("en");
    document.sentences.push(Sentence {
        span,
        block: sentence,
        role: Role::Body,
        language,
        language_confidence: 1.0,
    });
}

#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 1, sample_size = 1)]
fn link(bencher: Bencher, documents: usize) {
    let digests = digests(documents);
    bencher.counter(ItemsCount::new(documents)).bench(|| link::link(black_box(&digests)));
}

#[divan::bench]
fn digest(bencher: Bencher) {
    let documents: Vec<Document> = documents(100).collect();
    bencher
        .counter(ItemsCount::new(documents.len()))
        .bench(|| documents.iter().map(|document| Digest::of(black_box(document))).collect::<Vec<_>>());
}

fn main() {
    divan::main();
}
