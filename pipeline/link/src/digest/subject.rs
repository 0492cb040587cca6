//! What a document is about.
//!
//! Answers for: its content words with how often each stands there, those of the headline and the lead, and the days
//! that it names. Leaves to others: how much a word tells, which depends on the other documents.

use schema::labels::{Role, Upos};
use schema::{Date, Document, Token};

use super::folding::word_hash;
use super::names::prominent;

/// The most content words that are kept: those named most often, names first.
const WORDS: usize = 96;

/// The most days that are kept: those named most often.
const DAYS: usize = 6;

/// The days of the longest stretch of time that is kept.
const MONTH: i32 = 31;

/// The fewest letters of a word whose part of speech is not known.
const LETTERS: usize = 4;

/// What a document is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Subject {
    /// Its content words, in the order of their hashes.
    pub(crate) terms: Box<[Term]>,
    /// The days, weeks and months that it names, in order.
    pub(crate) days: Box<[Days]>,
}

/// A content word of a document, in four bytes: the hash of its lemma, whether the headline or the lead has it, whether it
/// is, or is part of, a name, and how often it stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Term(u32);

impl Term {
    const MARKS: u32 = 6;
    const PROMINENT: u32 = 1 << 5;
    const NAME: u32 = 1 << 4;
    const MOST: u32 = Self::NAME - 1;

    /// The word with this hash and these marks (`PROMINENT`, `NAME`), seen once.
    const fn once(hash: u32, marks: u32) -> Self {
        Self(feature(hash) << Self::MARKS | marks | 1)
    }

    /// The hash of its lemma, as `feature` shortens it.
    pub(crate) const fn word(self) -> u32 {
        self.0 >> Self::MARKS
    }

    /// How often it stands there; the highest number, 15, stands for more.
    pub(crate) const fn count(self) -> u32 {
        self.0 & Self::MOST
    }

    /// Whether the headline or the lead has it.
    pub(crate) const fn is_prominent(self) -> bool {
        self.0 & Self::PROMINENT != 0
    }

    /// Whether it is, or is part of, a name.
    pub(crate) const fn is_name(self) -> bool {
        self.0 & Self::NAME != 0
    }

    /// This and another occurrence of the word.
    fn and(self, other: Self) -> Self {
        let marks = (self.0 | other.0) & (Self::PROMINENT | Self::NAME);
        Self(self.word() << Self::MARKS | marks | (self.count() + other.count()).min(Self::MOST))
    }
}

/// The hash of a word or a name as far as stories are told apart by it.
pub(crate) const fn feature(hash: u32) -> u32 {
    hash >> Term::MARKS
}

/// A day, or a stretch of up to a month, that a document names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Days {
    /// The first day.
    pub(crate) first: Date,
    /// The last day.
    pub(crate) last: Date,
    /// How often it is named; the highest number stands for more.
    pub(crate) count: u8,
}

impl Subject {
    /// What `document` is about.
    pub(super) fn of(document: &Document) -> Self {
        Self { terms: terms(document), days: days(document) }
    }

    /// How many bytes its lists take.
    pub(super) fn size(&self) -> usize {
        size_of_val(&*self.terms) + size_of_val(&*self.days)
    }
}

fn terms(document: &Document) -> Box<[Term]> {
    let prominent = prominent(document);
    let text = document.article.text.as_str();
    let mut all: Vec<Term> = Vec::new();
    for token in &document.annotations.tokens {
        if tells(document.sentences[token.sentence].role) && is_content(token, text) {
            let is_name = token.upos == Some(Upos::Propn);
            let prominent = if prominent[token.sentence] { Term::PROMINENT } else { 0 };
            let name = if is_name { Term::NAME } else { 0 };
            all.push(Term::once(word(token, text), prominent | name));
        }
    }
    all.sort_unstable();
    all.dedup_by(|next, kept| {
        kept.word() == next.word() && {
            *kept = kept.and(*next);
            true
        }
    });
    all.sort_by_key(|term| (!term.is_prominent(), !term.is_name(), std::cmp::Reverse(term.count())));
    all.truncate(WORDS);
    all.sort_unstable();
    all.into_boxed_slice()
}

/// Whether the sentences of this role tell what the article is about.
const fn tells(role: Role) -> bool {
    use Role::{Body, Caption, Dateline, Deck, Headline, ListItem, PullQuote, Subheading};
    matches!(role, Headline | Deck | Dateline | Subheading | Body | Caption | PullQuote | ListItem)
}

/// Whether `token` is a word that says what the text is about.
fn is_content(token: &Token, text: &str) -> bool {
    use Upos::{Adj, Noun, Num, Propn, Verb};
    let form = token.span.of(text);
    match token.upos {
        Some(Noun | Propn | Verb | Adj | Num) => form.chars().nth(1).is_some(),
        Some(_) => false,
        None => form.chars().nth(LETTERS - 1).is_some() && form.chars().all(char::is_alphabetic),
    }
}

fn word(token: &Token, text: &str) -> u32 {
    word_hash(token.lemma.as_deref().unwrap_or_else(|| token.span.of(text)))
}

fn days(document: &Document) -> Box<[Days]> {
    let stated = document.annotations.times.iter().filter_map(|time| time.days);
    let days = stated.map(|(first, last)| Days { first, last, count: 1 });
    let mut all: Vec<Days> = days.filter(|days| days.last.days - days.first.days < MONTH).collect();
    all.sort_unstable();
    all.dedup_by(|next, kept| {
        (kept.first, kept.last) == (next.first, next.last) && {
            kept.count = kept.count.saturating_add(1);
            true
        }
    });
    all.sort_by_key(|days| std::cmp::Reverse(days.count));
    all.truncate(DAYS);
    all.sort_unstable();
    all.into_boxed_slice()
}
