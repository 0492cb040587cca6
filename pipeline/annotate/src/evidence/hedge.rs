//! The lexicon of evidence.
//!
//! Answers for: `data/hedges.tsv`: which words are evidence of what, and in which constructions. Leaves to its
//! siblings whether a construction stands in the text.

use std::sync::LazyLock;

use schema::labels::{EvidenceClass, Factuality, Upos};

use crate::key::Key;
use crate::lexicon::{Lexicon, rows};

/// A construction in which a word is evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// In every one.
    Always,
    That,
    Wh,
    To,
    Ing,
    Object,
    Predicative,
    As,
    Of,
    From,
    Than,
    /// Before its noun.
    Attribute,
    /// With or without a complement.
    Bare,
    /// As a predicate without a complement.
    Any,
    BeThat,
    BeTo,
    BePredicative,
    BeAs,
    BeAt,
    BeWith,
    /// A clause, of a subject that is no person.
    ThingThat,
    /// A phrase with "of", in the plural.
    ManyOf,
    /// A phrase with "of", behind "a".
    AnOf,
    /// Of a claim.
    Claim,
    /// With a plural noun or none.
    Count,
    /// In the plural without a determiner.
    Source,
    /// In the plural without a determiner, of those who speak or think.
    Speaker,
    /// In the superlative.
    Esteem,
    /// Beside the passive of a verb of viewing.
    View,
    /// In the passive beside an adverb of [`Frame::View`].
    Often,
}

/// The frames as the file spells them.
const SPELLINGS: [(&str, Frame); 30] = [
    ("-", Frame::Always),
    ("that", Frame::That),
    ("wh", Frame::Wh),
    ("to", Frame::To),
    ("ing", Frame::Ing),
    ("obj", Frame::Object),
    ("pred", Frame::Predicative),
    ("as", Frame::As),
    ("of", Frame::Of),
    ("from", Frame::From),
    ("than", Frame::Than),
    ("attr", Frame::Attribute),
    ("bare", Frame::Bare),
    ("any", Frame::Any),
    ("be+that", Frame::BeThat),
    ("be+to", Frame::BeTo),
    ("be+pred", Frame::BePredicative),
    ("be+as", Frame::BeAs),
    ("be+at", Frame::BeAt),
    ("be+with", Frame::BeWith),
    ("thing+that", Frame::ThingThat),
    ("s+of", Frame::ManyOf),
    ("a+of", Frame::AnOf),
    ("claim", Frame::Claim),
    ("count", Frame::Count),
    ("source", Frame::Source),
    ("speaker", Frame::Speaker),
    ("esteem", Frame::Esteem),
    ("view", Frame::View),
    ("often", Frame::Often),
];

/// The frames of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frames(u32);

impl Frames {
    /// Whether `frame` is one of them.
    pub(super) fn has(self, frame: Frame) -> bool {
        self.0 & (1 << frame as u32) != 0
    }

    /// The frames that the column spells; `None` where one is not known.
    fn read(column: &str) -> Option<Self> {
        let bit = |word: &str| {
            let spelling = SPELLINGS.iter().find(|(spelling, _)| *spelling == word)?;
            Some(1 << spelling.1 as u32)
        };
        column.split(' ').map(bit).sum::<Option<u32>>().map(Self)
    }
}

/// The second word of a lemma.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Partner {
    /// There is none.
    None,
    /// "Not" or "no" before it.
    Negated,
    /// "Well" before it.
    Well,
    /// The particle behind it.
    Particle(Key),
}

/// A row of the lexicon.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) lemma: &'static str,
    pub(super) upos: Upos,
    pub(super) class: EvidenceClass,
    /// What a plain statement becomes by it.
    pub(super) value: Factuality,
    pub(super) frames: Frames,
    pub(super) partner: Partner,
    /// The lemma of its word in the text.
    word: &'static str,
}

impl Entry {
    /// The entry of a row; `None` where the row is malformed.
    fn read(row: &[&'static str]) -> Option<Self> {
        let &[lemma, upos, class, value, frames] = row else { return None };
        let (word, partner) = match lemma.split_once(' ') {
            Some(("not" | "no", word)) => (word, Partner::Negated),
            Some(("well", word)) => (word, Partner::Well),
            Some((word, particle)) => (word, Partner::Particle(Key::of(particle))),
            None => (lemma, Partner::None),
        };
        let (upos, class) = (Upos::from_word(upos)?, EvidenceClass::from_word(class)?);
        let (value, frames) = (Factuality::from_word(value)?, Frames::read(frames)?);
        Some(Self { lemma, upos, class, value, frames, partner, word })
    }
}

/// The rows, those of one word together, and where the rows of each word stand.
struct Hedges {
    entries: Vec<Entry>,
    places: Lexicon<(usize, usize)>,
}

static HEDGES: LazyLock<Hedges> = LazyLock::new(|| {
    let rows = rows(include_str!("../../data/hedges.tsv"));
    let mut entries: Vec<Entry> = rows.filter_map(|row| Entry::read(&row)).collect();
    // Rows of two words come first: they say more of the word than the row of the word alone.
    entries.sort_by_key(|entry| (entry.word, entry.partner == Partner::None));
    let mut start = 0;
    let runs = entries.chunk_by(|one, next| one.word == next.word);
    let places: Vec<_> = runs
        .map(|run| {
            start += run.len();
            (run[0].word, (start - run.len(), start))
        })
        .collect();
    Hedges { places: Lexicon::new(places), entries }
});

/// The rows of the word whose lemma has this key.
pub(super) fn entries(lemma: Key) -> &'static [Entry] {
    HEDGES.places.get(lemma).map_or(&[], |(start, end)| &HEDGES.entries[start..end])
}

/// The rows of the word that take a part of speech like this one.
pub(super) fn entries_as(lemma: Key, upos: Upos) -> impl Iterator<Item = &'static Entry> {
    entries(lemma).iter().filter(move |entry| is_like(entry.upos, upos))
}

/// Whether a word tagged `found` may be one that the lexicon holds as `held`: words of closed classes are told
/// apart by their constructions.
fn is_like(held: Upos, found: Upos) -> bool {
    let is_open = |upos| matches!(upos, Upos::Verb | Upos::Noun | Upos::Adj | Upos::Propn | Upos::Punct);
    held == found
        || match held {
            Upos::Adv | Upos::Aux | Upos::Sconj | Upos::Adp | Upos::Pron => !is_open(found),
            Upos::Det => found != Upos::Verb && found != Upos::Propn,
            Upos::Adj => matches!(found, Upos::Det | Upos::Adv | Upos::Pron),
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::{Entry, entries, rows};
    use crate::key::Key;

    #[test]
    fn every_row_of_the_lexicon_is_read() {
        for row in rows(include_str!("../../data/hedges.tsv")) {
            let entry = Entry::read(&row).unwrap_or_else(|| panic!("a row that cannot be read: {row:?}"));
            let held = entries(Key::of(entry.word));
            assert!(held.iter().any(|held| held.lemma == entry.lemma), "{row:?}");
        }
    }
}
