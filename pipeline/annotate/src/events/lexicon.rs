//! The words that tell events.
//!
//! Answers for: `data/events.tsv`, its types, frames and places of the parties, and `data/event_words.tsv`,
//! the words that tell an event of no type and the verbs that tell none. Leaves to others whether a frame
//! fits a sentence.

use std::collections::HashMap;
use std::sync::LazyLock;

use schema::labels::{CameoRoot, EventMode, EventType, Upos};

use crate::key::{Key, KeyHashing, key};
use crate::lexicon::{Lexicon, rows};

/// What must stand with a word for a row to fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Need {
    /// A particle or bare adverb.
    Particle(Key),
    /// A phrase with this preposition.
    Preposition(Key),
    /// An object, or noun inside the noun's phrase, with one of these lemmas.
    Object(Vec<Key>),
    /// A subject with one of these lemmas.
    Subject(Vec<Key>),
    /// A phrase with a preposition and one of these lemmas.
    Oblique(Vec<Key>),
    /// An object.
    Transitive,
    /// No object.
    Intransitive,
    /// An infinitive.
    Infinitive,
    /// A complement clause that tells a hostile deed.
    Hostile,
    /// Somebody as recipient, told by the word there itself.
    Somebody,
    /// A name as recipient, as of a place that somebody goes to.
    Place,
}

/// Where a party stands to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Subject,
    Object,
    IndirectObject,
    /// In the complement clause.
    Clause,
    /// The phrase with "by", or with "of" where a doer stands so.
    By,
    Possessor,
    /// A nationality or a body before the noun.
    Adjective,
    /// The subject of the verb whose object the noun is.
    Verb,
    Preposition(Key),
}

/// A row of the lexicon.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// The word with its particle or the like.
    pub(super) lemma: &'static str,
    pub(super) needs: Vec<Need>,
    pub(super) kind: EventType,
    pub(super) mode: Option<EventMode>,
    pub(super) actor: Vec<Slot>,
    pub(super) recipient: Vec<Slot>,
    pub(super) cameo: CameoRoot,
}

impl Row {
    /// Reads a row of the file; `None` where it is malformed.
    fn read(columns: &[&'static str]) -> Option<(Upos, Self)> {
        let &[lemma, upos, frame, kind, mode, actor, recipient, cameo] = columns else { return None };
        let upos = Upos::from_word(upos).filter(|upos| matches!(upos, Upos::Verb | Upos::Noun))?;
        let kind = EventType::from_word(kind)?;
        let mode = match mode {
            "-" => None,
            mode => Some(EventMode::from_word(mode).filter(|mode| kind.modes().contains(mode))?),
        };
        let cameo = match cameo {
            "-" => root(kind, mode),
            code => CameoRoot::from_word(code)?,
        };
        let (actors, recipients) = usual_places(upos);
        Some((
            upos,
            Self {
                lemma,
                needs: needs(frame)?,
                kind,
                mode,
                actor: slots(if actor == "-" { actors } else { actor })?,
                recipient: slots(if recipient == "-" { recipients } else { recipient })?,
                cameo,
            },
        ))
    }

    /// Whether the object is part of the trigger.
    pub(super) fn decides_by_object(&self) -> bool {
        self.needs.iter().any(|need| matches!(need, Need::Object(_)))
    }

    /// The particle that the row needs.
    pub(super) fn particle(&self) -> Option<Key> {
        self.needs.iter().find_map(|need| if let Need::Particle(word) = need { Some(*word) } else { None })
    }
}

/// Where actor and recipient stand to a word of which a row says nothing.
const fn usual_places(upos: Upos) -> (&'static str, &'static str) {
    match upos {
        Upos::Verb => ("subj", "obj"),
        _ => ("by,poss,adj,verb", ""),
    }
}

fn needs(frame: &'static str) -> Option<Vec<Need>> {
    frame.split(' ').filter(|word| *word != "-").map(need).collect()
}

fn need(word: &'static str) -> Option<Need> {
    let keys = |words: &str| words.split(',').map(Key::of).collect();
    Some(match (word, word.split_at_checked(1)?) {
        ("obj", _) => Need::Transitive,
        ("intr", _) => Need::Intransitive,
        ("to", _) => Need::Infinitive,
        ("hostile", _) => Need::Hostile,
        ("who", _) => Need::Somebody,
        ("place", _) => Need::Place,
        (_, ("+", particle)) => Need::Particle(Key::of(particle)),
        (_, ("@", preposition)) => Need::Preposition(Key::of(preposition)),
        (_, ("=", lemmas)) => Need::Object(keys(lemmas)),
        (_, ("^", lemmas)) => Need::Subject(keys(lemmas)),
        (_, ("~", lemmas)) => Need::Oblique(keys(lemmas)),
        _ => return None,
    })
}

fn slots(column: &'static str) -> Option<Vec<Slot>> {
    column.split(',').filter(|word| !word.is_empty()).map(slot).collect()
}

fn slot(word: &'static str) -> Option<Slot> {
    Some(match word {
        "subj" => Slot::Subject,
        "obj" => Slot::Object,
        "iobj" => Slot::IndirectObject,
        "clause" => Slot::Clause,
        "by" => Slot::By,
        "poss" => Slot::Possessor,
        "adj" => Slot::Adjective,
        "verb" => Slot::Verb,
        word if word.bytes().all(|byte| byte.is_ascii_lowercase()) => Slot::Preposition(Key::of(word)),
        _ => return None,
    })
}

/// The root code of CAMEO for a type and mode.
const fn root(kind: EventType, mode: Option<EventMode>) -> CameoRoot {
    match kind {
        EventType::Agree => CameoRoot::ExpressIntent,
        EventType::Consult => CameoRoot::Consult,
        EventType::Support => CameoRoot::DiplomaticCooperation,
        EventType::Cooperate => CameoRoot::MaterialCooperation,
        EventType::Aid => CameoRoot::ProvideAid,
        EventType::Concede | EventType::Retreat => CameoRoot::Yield,
        EventType::Request => CameoRoot::Demand,
        EventType::Accuse if matches!(mode, Some(EventMode::Investigate)) => CameoRoot::Investigate,
        EventType::Accuse => CameoRoot::Disapprove,
        EventType::Reject => CameoRoot::Reject,
        EventType::Threaten => CameoRoot::Threaten,
        EventType::Protest => CameoRoot::Protest,
        EventType::Mobilize => CameoRoot::ForcePosture,
        EventType::Sanction => CameoRoot::ReduceRelations,
        EventType::Coerce => CameoRoot::Coerce,
        EventType::Assault => CameoRoot::Assault,
    }
}

/// When a word that has no type tells an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Always,
    /// With a phrase or clause that says of what.
    WithArgument,
    Never,
}

/// The rows of a part of speech by their first word.
type Table = HashMap<Key, Vec<Row>, KeyHashing>;

/// All that the files say.
struct Words {
    verbs: Table,
    nouns: Table,
    others: [Lexicon<When>; 3],
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let (mut verbs, mut nouns) = (Table::default(), Table::default());
    for (upos, row) in rows(include_str!("../../data/events.tsv")).filter_map(|row| Row::read(&row)) {
        let table = if upos == Upos::Verb { &mut verbs } else { &mut nouns };
        table.entry(Key::of(row.lemma)).or_default().push(row);
    }
    for rows in verbs.values_mut().chain(nouns.values_mut()) {
        rows.sort_by_key(|row| std::cmp::Reverse(row.needs.len()));
    }
    Words { verbs, nouns, others: [Upos::Verb, Upos::Noun, Upos::Adj].map(others) }
});

fn others(wanted: Upos) -> Lexicon<When> {
    let found = rows(include_str!("../../data/event_words.tsv")).filter_map(|row| when(&row));
    Lexicon::new(found.filter(|(upos, ..)| *upos == wanted).map(|(_, word, when)| (word, when)))
}

fn when(row: &[&'static str]) -> Option<(Upos, &'static str, When)> {
    let &[word, upos, when] = row else { return None };
    let when = match when {
        "always" => When::Always,
        "argument" => When::WithArgument,
        "never" => When::Never,
        _ => return None,
    };
    Some((Upos::from_word(upos)?, word, when))
}

/// The rows of a word, those with the longest frames first; empty where it has none.
pub(super) fn typed(upos: Upos, lemma: Key) -> &'static [Row] {
    let table = match upos {
        Upos::Verb => &WORDS.verbs,
        Upos::Noun => &WORDS.nouns,
        _ => return &[],
    };
    table.get(&lemma).map_or(&[], Vec::as_slice)
}

/// When a word tells an event, its type aside; `None` where the files do not say.
pub(super) fn untyped(upos: Upos, lemma: Key) -> Option<When> {
    let nth = match upos {
        Upos::Verb => 0,
        Upos::Noun => 1,
        Upos::Adj => 2,
        _ => return None,
    };
    WORDS.others[nth].get(lemma)
}

/// Whether a noun names an event, so that whoever stands below it takes part in that one.
pub(super) fn is_deed(lemma: Key) -> bool {
    !typed(Upos::Noun, lemma).is_empty() || untyped(Upos::Noun, lemma) == Some(When::Always)
}

/// What the clause that a word governs is by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    Future,
    Hypothetical,
    Negated,
}

static GOVERNORS: LazyLock<Lexicon<Effect>> = LazyLock::new(|| {
    let row = |row: Vec<&'static str>| {
        let &[lemma, effect] = row.as_slice() else { return None };
        Some((lemma, effect_of(effect)?))
    };
    Lexicon::new(rows(include_str!("../../data/event_governors.tsv")).filter_map(row))
});

fn effect_of(word: &str) -> Option<Effect> {
    match word {
        "future" => Some(Effect::Future),
        "hypothetical" => Some(Effect::Hypothetical),
        "negated" => Some(Effect::Negated),
        _ => None,
    }
}

/// What the word with this lemma makes of the events that it governs.
pub(super) fn governor(lemma: Key) -> Option<Effect> {
    GOVERNORS.get(lemma)
}

static CAUSES: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::new(rows(include_str!("../../data/mishaps.txt")).map(|row| (row[0], ()))));

/// Whether a word names a cause of harm that is nobody's deed.
pub(super) fn is_mishap(lemma: Key) -> bool {
    CAUSES.get(lemma).is_some()
}

/// The preposition of a doer.
pub(super) const BY: Key = key!("by");

#[cfg(test)]
mod tests {
    use super::{Row, effect_of, rows, when};

    #[test]
    fn every_row_of_the_lexicons_is_read() {
        for row in rows(include_str!("../../data/events.tsv")) {
            assert!(Row::read(&row).is_some(), "{row:?}");
        }
        for row in rows(include_str!("../../data/event_words.tsv")) {
            assert!(when(&row).is_some(), "{row:?}");
        }
        for row in rows(include_str!("../../data/event_governors.tsv")) {
            assert!(row.len() == 2 && effect_of(row[1]).is_some(), "{row:?}");
        }
    }
}
