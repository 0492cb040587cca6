//! Active and passive.
//!
//! Answers for: whether a verb is in the passive, told by its auxiliaries, its form and, where these say nothing, by
//! verbs that need an object ("Three killed in Velden"). Leaves the places of the clause to `clause`.

use schema::labels::{Relation, Upos};

use super::clause::{described, second_subject, shared_object};
use crate::key::{Key, key, keys};
use crate::syntax::Parse;

/// Verbs that no clause has in the active without an object: "Three killed in Velden".
const ALWAYS_TRANSITIVE: &[Key] = &keys![
    "abduct",
    "accuse",
    "arraign",
    "arrest",
    "assassinate",
    "behead",
    "convict",
    "deport",
    "detain",
    "displace",
    "hospitalize",
    "imprison",
    "indict",
    "injure",
    "jail",
    "kidnap",
    "kill",
    "maim",
    "murder",
    "oust",
    "sentence",
    "wound"
];

/// Whether the verb at `at` is in the passive.
pub(super) fn is_passive(parse: Parse<'_>, at: usize) -> bool {
    if parse.has_passive_mark(at) || parse.child(at, &[Relation::OblAgent]).is_some() {
        return true;
    }
    let has_object = parse.child(at, &[Relation::Obj, Relation::Iobj]).is_some()
        || described(parse, at).is_some()
        || second_subject(parse, at).is_some();
    if !is_past_participle(parse, at) || has_object {
        return false;
    }
    let is_bare = parse.child(at, &[Relation::Aux]).is_none();
    if is_bare && shared_object(parse, at).is_some() {
        return false;
    }
    let is_of_victim = || is_shot_dead(parse, at) || is_shot(parse, at);
    if is_bare && (parse.lemma(at).is_any(ALWAYS_TRANSITIVE) || is_of_victim()) {
        return true;
    }
    if parse.child(at, &[Relation::Nsubj]).is_some() {
        // "Leaving six people injured".
        return is_bare && parse.relation(at) == Relation::Xcomp;
    }
    match parse.relation(at) {
        Relation::Acl => true,
        // "Three were killed and two wounded", "Rebuked by the mayor, they left".
        Relation::Conj | Relation::Advcl | Relation::Xcomp if is_bare => {
            let governor = parse.head(at).filter(|&head| parse.upos(head) == Some(Upos::Verb));
            match parse.relation(at) {
                Relation::Conj => governor.is_some_and(|head| is_passive(parse, head)),
                _ => parse.child(at, &[Relation::Mark]).is_none(),
            }
        }
        _ => false,
    }
}

/// Whether the verb at `at` stands as in a headline, without an object and without a word that leads to one: "Boy shot
/// in Velden".
fn is_shot(parse: Parse<'_>, at: usize) -> bool {
    let leads = |child: usize| {
        let word = parse.child(child, &[Relation::Case]).unwrap_or(child);
        let is_towards = parse
            .words
            .key(word)
            .is_any(&keys!["at", "into", "toward", "towards", "from", "through", "back", "who", "that"]);
        is_towards || matches!(parse.relation(child), Relation::CompoundPrt | Relation::Conj)
    };
    let is_form = parse.words.key(at).is_any(&keys!["charged", "shot", "stabbed"]);
    let is_main = matches!(parse.relation(at), Relation::Root | Relation::Ccomp | Relation::Parataxis);
    is_form && is_main && parse.upos(at + 1) != Some(Upos::Pron) && !parse.children(at).any(leads)
}

/// Whether "dead" follows the verb at `at`, whose object would stand between.
fn is_shot_dead(parse: Parse<'_>, at: usize) -> bool {
    parse.words.is(at + 1, key!("dead")) && parse.lemma(at).is_any(&keys!["shoot", "stab", "beat"])
}

/// Whether the form at `at` may be a past participle.
pub(super) fn is_past_participle(parse: Parse<'_>, at: usize) -> bool {
    parse.upos(at) == Some(Upos::Verb)
        && !parse.words.form(at).ends_with("ing")
        && !parse.words.key(at).is(parse.lemma(at))
        && !parse.words.form(at).ends_with(['s', 'S'])
}
