//! The group of words around a cue.
//!
//! Answers for: which auxiliaries, adverbs and verbs of phase before a cue, and which particles and
//! prepositions behind it, belong to it, and whether it is passive.

use std::ops::Range;

use schema::labels::{Relation, Upos};

use super::source;
use crate::key::{Key, key, keys};
use crate::syntax::Parse;

/// The words of the cue whose head stands at `at`, with the words that lead to its content at `joint`.
pub(super) fn range(parse: Parse<'_>, at: usize, joint: Option<usize>) -> Range<usize> {
    let outer = outermost(parse, at);
    let start = start(parse, outer);
    let mut end = at + 1;
    while is_behind(parse, end, at) || joint == Some(end) {
        end += 1;
    }
    start..end
}

/// The verb of phase that governs the cue at `at`: "went on to say", "continued to insist"; else the cue
/// itself.
pub(super) fn outermost(parse: Parse<'_>, at: usize) -> usize {
    let governor = parse.head(at).filter(|&head| {
        head < at
            && at - head <= 4
            && parse.upos(head) == Some(Upos::Verb)
            && (goes_on(parse, at, head) || is_quoted(parse, at, head))
            && (head + 1..at)
                .all(|place| parse.is_below(place, head) && parse.relation(place) != Relation::Obj)
    });
    governor.map_or(at, |head| outermost(parse, head))
}

/// Whether the verb at `head` only says how the action at `at` goes on.
fn goes_on(parse: Parse<'_>, at: usize, head: usize) -> bool {
    let is_complement = match parse.relation(at) {
        Relation::Xcomp => true,
        Relation::Advcl => parse.words.is(head + 1, key!("on")),
        _ => false,
    };
    is_complement && parse.lemma(head).is_any(PHASES)
}

/// Whether "as" joins the verb at `at` to a passive: "was quoted as saying".
fn is_quoted(parse: Parse<'_>, at: usize, head: usize) -> bool {
    let is_as = parse.words.is(at - 1, key!("as")) && parse.words.form(at).ends_with("ing");
    is_as && parse.lemma(head).is_any(&keys!["quote", "cite", "report", "record"]) && is_passive(parse, head)
}

/// Verbs that say how an action goes on, whose own subject acts.
const PHASES: &[Key] = &keys![
    "go", "continue", "begin", "start", "come", "use", "keep", "have", "get", "stop", "cease", "need",
    "tend", "proceed", "try", "dare", "happen", "help", "rush", "move", "step",
];

/// Where the group of the verb, noun or adjective at `at` starts.
fn start(parse: Parse<'_>, at: usize) -> usize {
    let mut start = at;
    while start > 0 && parse.head(start - 1) == Some(at) && is_before(parse, start - 1) {
        start -= 1;
    }
    start
}

fn is_before(parse: Parse<'_>, at: usize) -> bool {
    match parse.relation(at) {
        Relation::Aux | Relation::AuxPass | Relation::Cop => true,
        Relation::Advmod => {
            parse.words.is_lower(at) && !parse.lemma(at).is_any(&keys!["when", "where", "why", "how"])
        }
        Relation::Mark => parse.lemma(at).is(key!("to")),
        _ => false,
    }
}

/// Whether the word at `at` is a particle or an adverb of the cue at `head` right behind it.
fn is_behind(parse: Parse<'_>, at: usize, head: usize) -> bool {
    parse.head(at) == Some(head)
        && match parse.relation(at) {
            Relation::CompoundPrt => true,
            Relation::Advmod => parse.upos(at) == Some(Upos::Adv) && parse.reach(at).len() == 1,
            _ => false,
        }
}

/// Whether the verb at `at` is passive.
pub(super) fn is_passive(parse: Parse<'_>, at: usize) -> bool {
    let is_marked =
        |child| matches!(parse.relation(child), Relation::AuxPass | Relation::OblAgent | Relation::CsubjPass);
    // Without an auxiliary only the tree says so, and errs where a clause is the object: "X, the radio said".
    let has_patient = parse.child(at, &[Relation::NsubjPass]).is_some() && !governs_clause(parse, at);
    has_patient || parse.children(at).any(is_marked) || is_reduced(parse, at)
}

/// Whether a full clause is the object of the verb at `at`.
fn governs_clause(parse: Parse<'_>, at: usize) -> bool {
    let is_full = |clause| parse.child(clause, &[Relation::Nsubj, Relation::NsubjPass]).is_some();
    parse.children(at).any(|child| parse.relation(child) == Relation::Ccomp && is_full(child))
}

/// Whether the verb at `at` is a past participle that stands for a passive clause: "described by X as".
pub(super) fn is_reduced(parse: Parse<'_>, at: usize) -> bool {
    let is_clause = matches!(parse.relation(at), Relation::Acl | Relation::Advcl | Relation::Amod);
    let form = parse.words.form(at);
    let is_participle =
        || parse.words.is_lower(at) && (form.ends_with("ed") || form.ends_with('n') || form.ends_with('t'));
    let follows_subject = at > 0 && parse.relation(at - 1) == Relation::Nsubj;
    is_clause
        && !follows_subject
        && is_participle()
        && !parse.lemma(at).is(parse.words.key(at))
        && !has_verbal_child(parse, at)
        && quoted(parse, at).is_none()
}

/// The verb behind "as" that says what the object of the verb at `at` does: "cited Brandt as saying".
pub(super) fn quoted(parse: Parse<'_>, at: usize) -> Option<usize> {
    let object = parse.child(at, &[Relation::Obj]).filter(|&object| object > at)?;
    let is_saying = |&child: &usize| {
        child > object && parse.words.form(child).ends_with("ing") && source::is_as(parse, child)
    };
    parse.children(at).find(is_saying)
}

/// Whether an auxiliary, a subject or a mark shows the clause at `at` to be a full one.
fn has_verbal_child(parse: Parse<'_>, at: usize) -> bool {
    parse.child(at, &[Relation::Aux, Relation::Nsubj, Relation::Expl]).is_some()
}
