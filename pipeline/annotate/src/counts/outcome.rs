//! Words that say what became of people.
//!
//! Answers for: `data/outcomes.tsv`, what the words around such a word make of it ("shot dead", "fatally injured"),
//! and whether it is told as a fact. Leaves to `affected` whom it befell, and to `phrase` what several words say.

use std::sync::LazyLock;

use schema::labels::{Measure, Party, Relation, Upos};

use super::affected::{self, Stand};
use super::phrase;
use super::table::Table;
use crate::key::{Key, key, keys};
use crate::lexicon::{Lexicon, rows};
use crate::syntax::Parse;

/// What the lexicon says of a word as each part of speech.
#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    verb: Option<(Measure, Stand)>,
    adjective: Option<(Measure, Stand)>,
    noun: Option<(Measure, Stand)>,
}

static OUTCOMES: LazyLock<Lexicon<Entry>> = LazyLock::new(|| {
    let mut entries: Vec<(&str, Entry)> = Vec::new();
    for row in rows(include_str!("../../data/outcomes.tsv")) {
        let [word, upos, measure, stand] = row[..] else { continue };
        if entries.last().is_none_or(|(last, _)| *last != word) {
            entries.push((word, Entry::default()));
        }
        let Some((_, entry)) = entries.last_mut() else { continue };
        let sense = Measure::from_word(measure).zip(Stand::from_word(stand));
        match upos {
            "VERB" => entry.verb = sense,
            "ADJ" => entry.adjective = sense,
            _ => entry.noun = sense,
        }
    }
    Lexicon::new(entries)
});

/// What the noun at `at` counts by itself: "three gunmen", "eight shots", "12 deaths".
pub(super) fn of_noun(parse: Parse<'_>, at: usize) -> Option<Measure> {
    let entry = OUTCOMES.get(parse.lemma(at)).or_else(|| OUTCOMES.get(parse.words.key(at)))?;
    let sense = entry.noun.filter(|&(_, stand)| stand == Stand::Counted)?;
    is_meant(parse, at, sense).then_some(sense.0)
}

/// What the verb at `at` does to its object, if that kills or hits.
pub(super) fn of_verb(parse: Parse<'_>, at: usize) -> Option<Measure> {
    let (measure, stand) = sense(parse, at)?;
    let is_blow = matches!(measure, Measure::Killed | Measure::Casualties) && stand == Stand::Object;
    is_blow.then(|| graver(parse, at, measure))
}

/// Tells `table` of those whom the word at `at` befell, if it is an outcome word.
pub(super) fn read(parse: Parse<'_>, at: usize, table: &mut Table<'_>) {
    if phrase::read(parse, at, table) {
        return;
    }
    let Some((measure, stand)) = sense(parse, at) else { return };
    let told = (graver(parse, at, measure), is_actual(parse, at));
    tell_all(parse, table, (at, stand), told);
}

/// Tells of all whom the word at `at` befell.
pub(super) fn tell_all(
    parse: Parse<'_>,
    table: &mut Table<'_>,
    (at, stand): (usize, Stand),
    told: (Measure, bool),
) {
    let mut people = Vec::new();
    affected::find(parse, at, stand, &mut people);
    let Some(&first) = people.first() else { return };
    for person in people {
        if person == first || !has_own_outcome(parse, (first, at), person) {
            tell(parse, table, (person, at), told);
        }
    }
}

/// Whether something else is told of one who is joined to another: "one dead, four wounded".
fn has_own_outcome(parse: Parse<'_>, (first, at): (usize, usize), person: usize) -> bool {
    let is_outcome = |place: usize| {
        if place == at {
            return false;
        }
        let entry = OUTCOMES.get(parse.lemma(place)).or_else(|| OUTCOMES.get(verb_of(parse, place)));
        entry.is_some_and(|entry| entry.verb.or(entry.adjective).is_some())
    };
    is_outcome(person + 1) || (first + 1..person).any(is_outcome)
}

/// Tells of those at `person`, of one who did it to himself as the attacker.
pub(super) fn tell(
    parse: Parse<'_>,
    table: &mut Table<'_>,
    (person, at): (usize, usize),
    told: (Measure, bool),
) {
    let person = number_of_group(parse, person).unwrap_or(person);
    let behind = parse.words.form(person + 1);
    if !table.is_person(person) || matches!(behind, ":" | "|" | "/") {
        return;
    }
    table.tell(person, at, told);
    if parse.words.key(person).is_any(&keys!["himself", "herself", "self", "themselves"])
        && !is_accident(parse, at)
    {
        table.side(person, Party::Attacker);
    }
}

/// The number behind a noun for a group: "a family of five".
fn number_of_group(parse: Parse<'_>, at: usize) -> Option<usize> {
    let is_group = parse.lemma(at).is_any(&keys!["family", "group", "household", "party"]);
    let is_number = is_group && parse.words.is(at + 1, key!("of")) && is_number(parse, at + 2);
    is_number.then_some(at + 2)
}

/// Whether the word at `at` is described as an accident.
fn is_accident(parse: Parse<'_>, at: usize) -> bool {
    let is_told =
        |child: usize| parse.words.key(child).is_any(&keys!["accidentally", "mistakenly", "unintentionally"]);
    parse.children(at).any(is_told)
}

/// What the word at `at` means here.
fn sense(parse: Parse<'_>, at: usize) -> Option<(Measure, Stand)> {
    let entry = OUTCOMES.get(parse.lemma(at)).or_else(|| OUTCOMES.get(verb_of(parse, at)))?;
    let form = parse.words.key(at);
    let sense = match parse.upos(at)? {
        Upos::Verb | Upos::Aux => entry.verb.or(entry.adjective),
        Upos::Adj => entry.adjective.or_else(|| entry.verb.filter(|_| is_participle(form))),
        // A tagger takes the "shot" of "three shot" for a noun.
        Upos::Noun | Upos::Propn
            if form.is_any(&keys!["kills", "wounds", "injures", "hurts"]) && is_number(parse, at + 1) =>
        {
            entry.verb.or_else(|| Some(verb_of_plural(form)))
        }
        Upos::Noun | Upos::Propn => {
            let verb = || OUTCOMES.get(verb_of(parse, at))?.verb;
            let is_verb = is_participle(form) && affected::is_participle(parse, at);
            is_verb.then(verb).flatten().or(entry.noun)
        }
        Upos::Adv => entry.adjective,
        _ => None,
    }?;
    is_meant(parse, at, sense).then_some(sense)
}

/// Whether the word at `at` is a number.
pub(super) fn is_number(parse: Parse<'_>, at: usize) -> bool {
    parse.upos(at) == Some(Upos::Num)
}

/// What a form in "-s" means that was read as a noun.
fn verb_of_plural(form: Key) -> (Measure, Stand) {
    let measure = if form.is(key!("kills")) { Measure::Killed } else { Measure::Injured };
    (measure, Stand::Object)
}

/// The dictionary form of a participle that was read as another part of speech.
fn verb_of(parse: Parse<'_>, at: usize) -> Key {
    match () {
        () if parse.words.is(at, key!("shot")) => key!("shoot"),
        () if parse.words.is(at, key!("killed")) => key!("kill"),
        () if parse.words.is(at, key!("stabbed")) => key!("stab"),
        () if parse.words.is(at, key!("slain")) => key!("slay"),
        () if parse.words.is(at, key!("murdered")) => key!("murder"),
        () if parse.words.is(at, key!("struck")) => key!("strike"),
        () if parse.words.is(at, key!("injured")) => key!("injure"),
        () if parse.words.is(at, key!("wounded")) => key!("wound"),
        () if parse.words.is(at, key!("arrested")) => key!("arrest"),
        () => parse.words.key(at),
    }
}

/// Whether a form may be the participle of one of the verbs.
fn is_participle(form: Key) -> bool {
    form.is_any(&keys![
        "shot",
        "killed",
        "wounded",
        "injured",
        "hurt",
        "dead",
        "slain",
        "hit",
        "stabbed",
        "murdered",
        "arrested",
        "detained",
        "hospitalized",
        "hospitalised",
        "struck",
        "executed",
        "missing",
        "rescued",
        "evacuated",
    ])
}

/// What hits people without hitting by hand.
const MISSILES: &[Key] = &keys![
    "bullet",
    "gunfire",
    "round",
    "shot",
    "gunshot",
    "pellet",
    "fragment",
    "shrapnel",
    "bomb",
    "missile",
    "rocket",
    "shell",
    "grenade",
    "blast",
    "explosion"
];

/// Whether a word that has other senses is meant in that of the lexicon: "hit" and "struck" of people in the passive.
fn is_meant(parse: Parse<'_>, at: usize, (_, stand): (Measure, Stand)) -> bool {
    let has = |relation: Relation| parse.child(at, &[relation]).is_some();
    let is_blow = stand == Stand::Object && parse.lemma(at).is_any(&keys!["hit", "strike"]);
    let is_attempt = parse
        .children(at)
        .any(|child| parse.words.key(child).is_any(&keys!["attempted", "non-fatal", "nonfatal"]));
    let is_of_suspect = parse.words.form(at).ends_with("ing")
        && parse.words.key(at + 1).is_any(&keys!["suspect", "suspects"]);
    let doer = || parse.child(at, &[Relation::Nsubj, Relation::Compound]);
    let is_bullet = || doer().is_some_and(|subject| parse.lemma(subject).is_any(MISSILES));
    !is_attempt
        && !is_of_suspect
        && (!is_blow || has(Relation::NsubjPass) || has(Relation::AuxPass) || is_bullet())
}

/// The measure that the words about the word at `at` make of it: who is shot dead is killed.
fn graver(parse: Parse<'_>, at: usize, measure: Measure) -> Measure {
    if !matches!(measure, Measure::Casualties | Measure::Injured) {
        return measure;
    }
    let words = parse.words;
    let is_fatal = |child: usize| {
        !phrase::is_part(parse, child)
            && words.key(child).is_any(&keys!["fatally", "mortally", "fatal", "deadly"])
            || child > at && words.is(child, key!("dead"))
            || words.is(child, key!("death")) && words.key_before(child, 1).is(key!("to"))
    };
    let is_beside = words.key(at + 1).is_any(&keys!["dead", "fatally"])
        || words.are(at + 1, &keys!["to", "death"])
        || words.key_before(at, 1).is_any(&keys!["fatally", "mortally"])
        || words.are(at + 1, &keys!["and", "killed"]);
    if is_beside || parse.children(at).any(is_fatal) { Measure::Killed } else { measure }
}

/// Words after whose "to" a thing need not have happened.
const INTENTS: &[Key] = &keys![
    "want",
    "try",
    "attempt",
    "threaten",
    "plan",
    "intend",
    "hope",
    "conspire",
    "plot",
    "vow",
    "order",
    "tell",
    "ask",
    "wish",
    "seek",
    "prepare",
    "aim",
    "go",
    "refuse",
    "fail",
    "like",
    "love",
    "able",
    "enough",
    "likely",
    "ready",
    "willing",
    "afraid",
    "instruct",
    "urge",
    "swear",
    "promise",
    "pay",
    "hire",
    "need",
    "attempted",
    "fear",
];

/// Whether what the word at `at` says is told as a fact: not denied, no wish, no condition.
pub(super) fn is_actual(parse: Parse<'_>, at: usize) -> bool {
    use Relation::{Conj, Xcomp};
    let governor = parse.head(at).filter(|_| matches!(parse.relation(at), Conj | Xcomp));
    is_own_fact(parse, at) && governor.is_none_or(|head| is_own_fact(parse, head))
}

fn is_own_fact(parse: Parse<'_>, at: usize) -> bool {
    let words = parse.words;
    let is_open = |child: usize| match parse.relation(child) {
        Relation::Aux => {
            words.key(child).is_any(&keys!["could", "may", "might", "should", "can", "must", "will", "'ll"])
        }
        Relation::Mark if words.is(child, key!("to")) => {
            parse.head(at).is_some_and(|head| parse.lemma(head).is_any(INTENTS))
        }
        Relation::Mark => words.key(child).is_any(&keys!["if", "whether", "unless", "lest"]),
        Relation::Advmod => words.key(child).is_any(&keys!["not", "n't", "never", "nearly", "almost"]),
        Relation::Nsubj | Relation::NsubjPass => words.key(child).is_any(&keys!["nobody", "none", "noone"]),
        _ => false,
    };
    !parse.children(at).any(is_open)
}
