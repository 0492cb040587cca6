//! The words that may signal an attribution.
//!
//! Answers for: `data/cues.tsv`, its classes, stances and frames, and which row a word of a tree stands for,
//! its particle included. Leaves to others whether the word signals anything where it stands.

use std::sync::LazyLock;

use schema::labels::{CueClass, CueStance, Relation, Upos};

use crate::key::{Key, key};
use crate::lexicon::{Lexicon, rows};
use crate::syntax::Parse;

/// How a content may follow a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Frames(u64);

impl Frames {
    /// A finite clause.
    pub(super) const THAT: Self = Self(1);
    /// A clause with a question word.
    pub(super) const WH: Self = Self(1 << 1);
    /// An infinitive.
    pub(super) const TO: Self = Self(1 << 2);
    /// A gerund.
    pub(super) const ING: Self = Self(1 << 3);
    /// A noun phrase as object.
    pub(super) const OBJ: Self = Self(1 << 4);
    /// Object and "as".
    pub(super) const AS: Self = Self(1 << 5);
    /// Object and predicative.
    pub(super) const CALL: Self = Self(1 << 6);
    /// The object is the hearer.
    pub(super) const TELL: Self = Self(1 << 7);
    /// Words between quotation marks.
    pub(super) const QUOTE: Self = Self(1 << 8);
    /// Any clause.
    pub(super) const CLAUSE: Self = Self::THAT.or(Self::WH);

    /// Both.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one of `others` is among them.
    pub(super) fn has(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Whether the phrase of this preposition may be the content.
    pub(super) fn has_preposition(self, word: Key) -> bool {
        PREPOSITIONS
            .iter()
            .position(|&(_, known)| known.is(word))
            .is_some_and(|nth| self.0 >> (nth + FIRST) & 1 == 1)
    }

    /// The frames of a column of the lexicon.
    fn read(column: &str) -> Option<Self> {
        column.split(' ').try_fold(Self::default(), |all, word| Some(all.or(Self::of(word)?)))
    }

    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "that" => Self::THAT,
            "wh" => Self::WH,
            "to" => Self::TO,
            "ing" => Self::ING,
            "obj" => Self::OBJ,
            "as" => Self::AS,
            "call" => Self::CALL,
            "tell" => Self::TELL,
            "quote" => Self::QUOTE,
            _ => Self(1 << (FIRST + PREPOSITIONS.iter().position(|&(known, _)| known == word)?)),
        })
    }
}

/// The bit of the first preposition.
const FIRST: usize = 9;

/// The prepositions of the lexicon with the words that stand for them in the text.
const PREPOSITIONS: &[(&str, Key)] = &[
    ("about", key!("about")),
    ("after", key!("after")),
    ("against", key!("against")),
    ("around", key!("around")),
    ("at", key!("at")),
    ("behind", key!("behind")),
    ("between", key!("between")),
    ("by", key!("by")),
    ("for", key!("for")),
    ("from", key!("from")),
    ("in", key!("in")),
    ("into", key!("into")),
    ("of", key!("of")),
    ("off", key!("off")),
    ("on", key!("on")),
    ("onto", key!("to")),
    ("over", key!("over")),
    ("through", key!("through")),
    ("toward", key!("toward")),
    ("towards", key!("towards")),
    ("under", key!("under")),
    ("upon", key!("upon")),
    ("with", key!("with")),
];

/// A row of the lexicon.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) lemma: &'static str,
    pub(super) class: CueClass,
    pub(super) stance: CueStance,
    pub(super) frames: Frames,
}

impl Entry {
    /// The row of a cue that is no word of the lexicon.
    pub(super) const fn plain(lemma: &'static str) -> Self {
        Self { lemma, class: CueClass::Say, stance: CueStance::Neutral, frames: Frames::THAT }
    }

    fn read(row: &[&'static str]) -> Option<(Upos, Self)> {
        let &[lemma, upos, class, stance, frames] = row else { return None };
        let (class, stance) = (CueClass::from_word(class)?, CueStance::from_word(stance)?);
        Some((Upos::from_word(upos)?, Self { lemma, class, stance, frames: Frames::read(frames)? }))
    }
}

/// The rows of one part of speech.
struct Rows {
    words: Lexicon<Entry>,
    /// The first words of rows of two words.
    leads: Lexicon<()>,
}

impl Rows {
    fn of(wanted: Upos) -> Self {
        let found: Vec<Entry> = rows(include_str!("../../data/cues.tsv"))
            .filter_map(|row| Entry::read(&row).filter(|&(upos, _)| upos == wanted).map(|(_, entry)| entry))
            .collect();
        let leads = found.iter().filter_map(|entry| Some((entry.lemma.split_once(' ')?.0, ())));
        Self {
            leads: Lexicon::new(leads),
            words: Lexicon::new(found.iter().map(|entry| (entry.lemma, *entry))),
        }
    }
}

static VERBS: LazyLock<Rows> = LazyLock::new(|| Rows::of(Upos::Verb));
static NOUNS: LazyLock<Rows> = LazyLock::new(|| Rows::of(Upos::Noun));
static ADJECTIVES: LazyLock<Rows> = LazyLock::new(|| Rows::of(Upos::Adj));
static ADVERBS: LazyLock<Rows> = LazyLock::new(|| Rows::of(Upos::Adv));

/// A word that may be a cue: its row, and its particle where it has one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) entry: Entry,
    pub(super) particle: Option<usize>,
    /// Whether it is used as a verb.
    pub(super) is_verb: bool,
}

/// The row that the word at `at` stands for.
pub(super) fn candidate(parse: Parse<'_>, at: usize) -> Option<Candidate> {
    let is_verb = is_verb(parse, at);
    let lexicon: &Rows = match parse.upos(at)? {
        _ if is_verb => &VERBS,
        Upos::Noun => &NOUNS,
        Upos::Adj => &ADJECTIVES,
        Upos::Adv => &ADVERBS,
        _ => return None,
    };
    if is_in_name(parse, at) || is_in_compound(parse, at) {
        return None;
    }
    let lemma = parse.lemma(at);
    if lexicon.leads.get(lemma).is_some()
        && let Some(found) = phrasal(parse, at, lexicon)
    {
        return Some(found);
    }
    let entry = lexicon.words.get(lemma)?;
    // With a particle that the lexicon does not know, a verb means something else: "call off", "put up".
    (parse.child(at, &[Relation::CompoundPrt]).is_none()).then_some(Candidate {
        entry,
        particle: None,
        is_verb,
    })
}

/// Whether the word at `at` is taken for a cue but is a part of a name: "Hope Hicks".
fn is_in_name(parse: Parse<'_>, at: usize) -> bool {
    let is_name = |place: usize| parse.upos(place) == Some(Upos::Propn);
    let is_inside = at > 0 && parse.words.tokens[at - 1].sentence == parse.words.tokens[at].sentence;
    let is_titled = || at > 0 && parse.words.is_capitalised(at - 1) && parse.words.is_capitalised(at + 1);
    parse.words.is_capitalised(at) && is_inside && is_name(at + 1) && !is_titled()
}

/// Whether the word at `at` is a verb, or is taken for a noun but has a subject: "driver reportedly shouts".
fn is_verb(parse: Parse<'_>, at: usize) -> bool {
    let has = |relation| parse.child(at, &[relation]).is_some();
    parse.upos(at) == Some(Upos::Verb)
        || parse.upos(at) == Some(Upos::Noun) && has(Relation::Nsubj) && !has(Relation::Cop)
}

/// Whether a hyphen ties the word at `at` to another: "so-called", "think-tank".
fn is_in_compound(parse: Parse<'_>, at: usize) -> bool {
    let words = parse.words;
    let is_tied = |place: usize| words.form(place) == "-" && words.adjoins(place);
    is_tied(at + 1) && words.adjoins(at + 2) || words.adjoins(at) && words.form_before(at) == "-"
}

/// The row of the word at `at` with a particle behind it.
fn phrasal(parse: Parse<'_>, at: usize, lexicon: &Rows) -> Option<Candidate> {
    let lemma = parse.words.tokens[at].lemma.as_deref()?;
    let particle = parse.child(at, &[Relation::CompoundPrt]).unwrap_or(at + 1);
    let mut joined = [0; 16];
    let form = parse.words.form(particle);
    let end = lemma.len() + 1 + form.len();
    let bytes = lemma.bytes().chain(*b" ").chain(form.bytes());
    joined.get_mut(..end)?.iter_mut().zip(bytes).for_each(|(place, byte)| *place = byte);
    let entry = lexicon.words.get(Key::of(std::str::from_utf8(&joined[..end]).ok()?))?;
    Some(Candidate { entry, particle: Some(particle), is_verb: is_verb(parse, at) })
}

#[cfg(test)]
mod tests {
    use super::{Entry, rows};

    #[test]
    fn every_row_of_the_lexicon_is_read() {
        for row in rows(include_str!("../../data/cues.tsv")) {
            assert!(Entry::read(&row).is_some(), "{row:?}");
        }
    }
}
