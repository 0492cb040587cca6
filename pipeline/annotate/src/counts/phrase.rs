//! What several words say of people.
//!
//! Answers for: "lost his life", "took her own life", "turned the gun on himself", "was taken to hospital", "suffered
//! a wound", "in critical condition", "with a gunshot wound", "ten shot, one fatally". Leaves single words to
//! `outcome`.

use schema::labels::{Measure, Party, Relation, Upos};

use super::affected::{self, Stand};
use super::outcome::{self, is_actual, is_number};
use super::table::Table;
use crate::key::{Key, key, keys};
use crate::syntax::Parse;

/// Tells `table` of those of whom several words about the word at `at` speak; gives whether they are such words.
pub(super) fn read(parse: Parse<'_>, at: usize, table: &mut Table<'_>) -> bool {
    if let Some(person) = in_condition(parse, at).or_else(|| with_wound(parse, at)) {
        outcome::tell(parse, table, (person, at), (Measure::Injured, true));
        return true;
    }
    if is_part(parse, at) && parse.upos(at + 1) != Some(Upos::Verb) {
        outcome::tell(parse, table, (at - 1, at), (Measure::Killed, true));
        return true;
    }
    if let Some(deed) = then_self(parse, at) {
        outcome::tell(parse, table, (at, deed.0), (deed.1, is_actual(parse, deed.0)));
        return true;
    }
    if parse.upos(at) != Some(Upos::Verb) && !parse.words.is(at, key!("claims")) {
        return false;
    }
    let object = parse.child(at, &[Relation::Obj]);
    if is_any(parse, object, GUNS) && parse.lemma(at).is(key!("turn")) {
        return turned(parse, at, table);
    }
    let Some((measure, stand)) = verb(parse, at, object) else { return false };
    outcome::tell_all(parse, table, (at, stand), (measure, is_actual(parse, at)));
    true
}

/// What the verb at `at` says with its `object` or the place behind it.
fn verb(parse: Parse<'_>, at: usize, object: Option<usize>) -> Option<(Measure, Stand)> {
    let lemma = parse.lemma(at);
    let is_life = || is_any(parse, object, &keys!["life", "lives"]);
    let is_own = || object.is_some_and(|life| has_own(parse, life));
    Some(match () {
        () if lemma.is(key!("lose")) && is_life() => (Measure::Killed, Stand::Subject),
        () if lemma.is(key!("take")) && is_life() && is_own() => (Measure::Killed, Stand::Subject),
        () if lemma.is_any(&keys!["take", "claim"]) && is_life() => (Measure::Killed, Stand::Life),
        () if lemma.is_any(&keys!["suffer", "sustain", "receive"]) && is_any(parse, object, WOUNDS) => {
            (Measure::Injured, Stand::Subject)
        }
        () if lemma.is(key!("gun")) && parse.words.is(at + 1, key!("down")) => {
            (Measure::Killed, Stand::Object)
        }
        () if lemma.is(key!("commit")) && is_any(parse, object, &keys!["suicide"]) => {
            (Measure::Killed, Stand::Subject)
        }
        () if is_brought(parse, at, object) => (Measure::Injured, Stand::Object),
        () => return None,
    })
}

/// What somebody did to others and "then himself", where that stands at `at`: the place of the verb, and the measure.
fn then_self(parse: Parse<'_>, at: usize) -> Option<(usize, Measure)> {
    let is_self = parse.words.key(at).is_any(&keys!["himself", "herself", "self"]);
    let is_led = || parse.words.key_before(at, 1).is_any(&keys!["then", "finally", "later"]);
    if !is_self || !is_led() {
        return None;
    }
    let start = parse.sentence(at).start.max(at.saturating_sub(REACH));
    (start..at).rev().find_map(|verb| Some((verb, outcome::of_verb(parse, verb)?)))
}

/// How many words before "then himself" the verb may stand.
const REACH: usize = 20;

/// Whether somebody is brought to a hospital or treated there.
fn is_brought(parse: Parse<'_>, at: usize, object: Option<usize>) -> bool {
    let lemma = parse.lemma(at);
    let is_passive = || affected::is_passive(parse, at);
    let is_active = lemma.is_any(&keys!["send", "land", "put", "leave"]) && object.is_some();
    lemma.is(key!("treat")) && is_passive()
        || (is_active || lemma.is_any(MOVES) && is_passive()) && has_hospital(parse, at)
}

/// Who is "in critical condition", where the noun stands at `at`.
fn in_condition(parse: Parse<'_>, at: usize) -> Option<usize> {
    let is_state = parse.words.key(at).is_any(&keys!["condition", "conditions"])
        && parse
            .words
            .key_before(at, 1)
            .is_any(&keys!["critical", "serious", "stable", "fair", "good", "grave", "guarded"]);
    if !is_state {
        return None;
    }
    affected::holder(parse, at)
}

/// Who has the wound that stands at `at`: "a man with a gunshot wound", "suffering from a wound".
fn with_wound(parse: Parse<'_>, at: usize) -> Option<usize> {
    let is_wound = parse.words.key(at).is_any(&keys!["wound", "wounds"])
        && parse
            .words
            .key_before(at, 1)
            .is_any(&keys!["gunshot", "stab", "bullet", "shrapnel", "gun-shot", "graze"]);
    let head = parse.head(at).filter(|_| is_wound)?;
    let is_with = parse.children(at).any(|child| parse.words.is(child, key!("with")));
    match parse.relation(at) {
        Relation::Nmod if is_with => Some(head),
        Relation::Obl if is_with || parse.lemma(head).is_any(&keys!["suffer", "treat", "recover"]) => {
            affected::holder(parse, at)
        }
        _ => None,
    }
}

/// Nouns for guns.
const GUNS: &[Key] = &keys!["gun", "weapon", "rifle", "handgun", "pistol", "shotgun"];

/// Nouns for wounds.
const WOUNDS: &[Key] =
    &keys!["wound", "injury", "burn", "laceration", "fracture", "cut", "bruise", "gunshot"];

/// Verbs of bringing somebody somewhere.
const MOVES: &[Key] = &keys![
    "take",
    "rush",
    "transport",
    "airlift",
    "fly",
    "bring",
    "send",
    "admit",
    "carry",
    "helicopter",
    "drive",
    "transfer",
];

fn is_any(parse: Parse<'_>, at: Option<usize>, lemmas: &[Key]) -> bool {
    at.is_some_and(|at| parse.lemma(at).is_any(lemmas) || parse.words.key(at).is_any(lemmas))
}

fn has_own(parse: Parse<'_>, at: usize) -> bool {
    parse.children(at).any(|child| parse.words.is(child, key!("own")))
}

/// Whether a hospital stands behind the verb at `at`.
fn has_hospital(parse: Parse<'_>, at: usize) -> bool {
    let words = parse.words;
    let is_place = |place: usize| {
        words.key(place).is_any(&keys!["hospital", "hospitals", "clinic", "infirmary", "trauma", "icu"])
            || words.is(place, key!("medical"))
                && words.key(place + 1).is_any(&keys!["center", "centre", "facility"])
    };
    (at + 1..parse.sentence(at).end.min(at + 14)).any(is_place)
}

/// "Turned the gun on himself".
fn turned(parse: Parse<'_>, at: usize, table: &mut Table<'_>) -> bool {
    let end = parse.sentence(at).end.min(at + 9);
    let own = (at + 1..end)
        .find(|&place| parse.words.key(place).is_any(&keys!["himself", "herself", "self", "themselves"]));
    if let Some(person) = own {
        table.tell(person, at, (Measure::Killed, is_actual(parse, at)));
        table.side(person, Party::Attacker);
    }
    own.is_some()
}

/// Whether "fatally" at `at` is said of some only: "ten shot, one fatally".
pub(super) fn is_part(parse: Parse<'_>, at: usize) -> bool {
    let is_number = || at > 0 && (is_number(parse, at - 1) || parse.words.is(at - 1, key!("one")));
    parse.words.is(at, key!("fatally")) && is_number()
}
