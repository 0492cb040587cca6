//! Which words tell an event.
//!
//! Answers for: whether a verb, noun or adjective without a row in `data/events.tsv` tells an event, as
//! TimeML has it, and where even a word with a row tells none. Leaves to others what kind of event it is.

use schema::labels::{Relation, Upos};

use super::clause;
use super::lexicon::{self, When};
use crate::key::{Key, key, keys};
use crate::syntax::Parse;

/// Whether the word at `at` stands where a word that can tell an event tells one.
pub(super) fn stands_free(parse: Parse<'_>, at: usize) -> bool {
    let relation = parse.relation(at);
    match parse.upos(at) {
        Some(Upos::Verb) => is_predicate(relation) || clause::described(parse, at).is_some(),
        Some(Upos::Noun) => is_head_of_phrase(relation),
        Some(Upos::Adj) => parse.child(at, &[Relation::Cop]).is_some() || relation == Relation::Xcomp,
        _ => false,
    }
}

/// Whether a verb with this relation is the predicate of a clause.
const fn is_predicate(relation: Relation) -> bool {
    !matches!(
        relation,
        Relation::Amod
            | Relation::Compound
            | Relation::Case
            | Relation::Mark
            | Relation::Appos
            | Relation::Fixed
            | Relation::Flat
            | Relation::Advmod
            | Relation::Det
            | Relation::Discourse
            | Relation::Dep
    )
}

/// Whether a noun with this relation heads a phrase of its own.
const fn is_head_of_phrase(relation: Relation) -> bool {
    !matches!(
        relation,
        Relation::Compound
            | Relation::NmodPoss
            | Relation::NmodDesc
            | Relation::NmodUnmarked
            | Relation::OblUnmarked
            | Relation::Amod
            | Relation::Flat
            | Relation::Appos
            | Relation::Fixed
            | Relation::List
            | Relation::Dep
            | Relation::Vocative
    )
}

/// Whether the word at `at`, which has no row that fits, tells an event.
pub(super) fn tells_event(parse: Parse<'_>, at: usize) -> bool {
    let Some(upos) = parse.upos(at) else { return false };
    match lexicon::untyped(upos, parse.lemma(at)) {
        Some(When::Always) => true,
        Some(When::WithArgument) => has_argument(parse, at),
        Some(When::Never) => false,
        None => upos == Upos::Verb && !is_auxiliary(parse.lemma(at)),
    }
}

/// Whether a verb does the work of an auxiliary whatever its tag.
fn is_auxiliary(lemma: Key) -> bool {
    lemma.is_any(&keys![
        "be", "have", "will", "would", "can", "could", "may", "might", "must", "shall", "should"
    ])
}

/// Whether a phrase or clause says whose or of what the word is.
fn has_argument(parse: Parse<'_>, at: usize) -> bool {
    parse.children(at).any(|child| match parse.relation(child) {
        Relation::Acl | Relation::Ccomp | Relation::Xcomp | Relation::Advcl | Relation::Csubj => child > at,
        Relation::Nmod | Relation::Obl if parse.upos(at) == Some(Upos::Noun) => {
            let is_case = |mark: usize| parse.relation(mark) == Relation::Case;
            let cases = parse.children(child).filter(|&mark| mark < child && is_case(mark));
            cases.into_iter().any(|mark| parse.words.is(mark, key!("of")) || parse.words.is(mark, key!("to")))
        }
        _ => false,
    })
}
