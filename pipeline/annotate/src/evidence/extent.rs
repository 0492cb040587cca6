//! How far a phrase or a clause reaches, and what kind of clause it is.
//!
//! Answers for: the words of a phrase without what is merely set beside it, and the marks of passives,
//! infinitives, gerunds and questions in the tree. Leaves to its siblings what that means for a word of doubt.

use std::ops::Range;

use schema::labels::{Relation, Upos};

use crate::key::{key, keys};
use crate::syntax::Parse;

/// The relations of subjects.
pub(crate) const SUBJECTS: [Relation; 6] = [
    Relation::Nsubj,
    Relation::NsubjPass,
    Relation::NsubjOuter,
    Relation::Csubj,
    Relation::CsubjPass,
    Relation::CsubjOuter,
];

/// The words of the phrase or clause with the head `at`: without marks at its ends, clauses set beside it, later
/// parts of a coordination that stand alone and what stands below `beside`.
pub(super) fn extent(parse: Parse<'_>, at: usize, beside: Option<usize>) -> Range<usize> {
    let is_own = |child: &usize| match parse.relation(*child) {
        Relation::Punct | Relation::Parataxis | Relation::Discourse | Relation::Cc | Relation::Case => false,
        Relation::Conj => !stands_alone(parse, *child),
        Relation::Mark => !parse.words.is(*child, key!("that")),
        _ => Some(*child) != beside,
    };
    let reaches = parse.children(at).filter(is_own).map(|child| parse.reach(child));
    let whole = reaches.fold(at..at + 1, |all, part| all.start.min(part.start)..all.end.max(part.end));
    trimmed(parse, whole)
}

/// Whether a later part of a coordination has a subject or a determiner of its own.
fn stands_alone(parse: Parse<'_>, at: usize) -> bool {
    parse.children(at).any(|child| {
        let relation = parse.relation(child);
        SUBJECTS.contains(&relation) || matches!(relation, Relation::Det | Relation::NmodPoss)
    })
}

/// The range without punctuation at its ends.
pub(super) fn trimmed(parse: Parse<'_>, range: Range<usize>) -> Range<usize> {
    let is_word = |at: &usize| parse.upos(*at) != Some(Upos::Punct);
    let start = range.clone().find(is_word).unwrap_or(range.start);
    let end = range.clone().rfind(is_word).map_or(range.end, |last| last + 1);
    start..end.max(start)
}

/// Whether the verb at `at` stands in the passive, or as a participle without an auxiliary.
pub(crate) fn is_passive(parse: Parse<'_>, at: usize) -> bool {
    if parse.has_passive_mark(at) {
        return true;
    }
    let active = &[Relation::Nsubj, Relation::Obj, Relation::Aux, Relation::Cop, Relation::Mark];
    let is_alone = parse.child(at, active).is_none();
    let is_participle = parse.upos(at) == Some(Upos::Verb) && is_past_participle(parse, at);
    let hangs = match parse.relation(at) {
        Relation::Acl | Relation::Amod | Relation::Parataxis | Relation::Advcl => true,
        Relation::Conj => parse.head(at).is_some_and(|head| is_passive(parse, head)),
        _ => false,
    };
    is_alone && is_participle && hangs
}

/// Whether the verb at `at` has neither its plain form nor one in -ing or -s.
fn is_past_participle(parse: Parse<'_>, at: usize) -> bool {
    let form = parse.words.form(at);
    let lemma = parse.words.tokens[at].lemma.as_deref().unwrap_or_default();
    let is_irregular = parse.words.key(at).is_any(&keys!["put", "hit", "cut", "set", "hurt", "read"]);
    let is_changed = !form.eq_ignore_ascii_case(lemma) && !form.ends_with("ing") && !form.ends_with('s');
    is_irregular || is_changed
}

/// Whether the verb at `at` stands in the past.
pub(crate) fn is_past(parse: Parse<'_>, at: usize) -> bool {
    let is_aux =
        |child: &usize| matches!(parse.relation(*child), Relation::Aux | Relation::AuxPass | Relation::Cop);
    match parse.children(at).find(is_aux) {
        Some(auxiliary) => parse.words.key(auxiliary).is_any(&keys!["was", "were", "had", "did", "would"]),
        None => is_past_participle(parse, at),
    }
}

/// Whether the clause at `at` is an infinitive with "to".
pub(crate) fn is_infinitive(parse: Parse<'_>, at: usize) -> bool {
    let mut marks = parse.children(at).filter(|&child| parse.relation(child) == Relation::Mark);
    marks.any(|mark| parse.words.key(mark).is_any(&keys!["to"]))
}

/// Whether the clause at `at` is a gerund or a present participle.
pub(crate) fn is_gerund(parse: Parse<'_>, at: usize) -> bool {
    let is_finite = || parse.child(at, &[Relation::Aux, Relation::Nsubj]).is_some();
    parse.upos(at) == Some(Upos::Verb) && parse.words.form(at).ends_with("ing") && !is_finite()
}

/// Whether a question word or "whether" leads the clause at `at`.
pub(crate) fn is_interrogative(parse: Parse<'_>, at: usize) -> bool {
    let start = parse.reach(at).start;
    let is_asking = |place: usize| {
        parse.words.key(place).is_any(&keys![
            "whether", "if", "who", "whom", "whose", "what", "which", "where", "when", "why", "how"
        ])
    };
    start <= at && (is_asking(start) || parse.upos(start) == Some(Upos::Adp) && is_asking(start + 1))
}

/// Whether the word at `at` is a noun in the plural.
pub(crate) fn is_plural(parse: Parse<'_>, at: usize) -> bool {
    let token = &parse.words.tokens[at];
    let is_noun = token.upos == Some(Upos::Noun);
    let form = parse.words.form(at);
    let is_changed = token.lemma.as_deref().is_some_and(|lemma| !form.eq_ignore_ascii_case(lemma));
    is_noun && (is_changed || parse.words.key(at).is_any(&keys!["people", "police", "folk", "media"]))
}

/// Whether "not", "no" or "never" bears on the word at `at`.
pub(crate) fn negator(parse: Parse<'_>, at: usize) -> Option<usize> {
    parse.children(at).find(|&child| {
        let is_tied = matches!(parse.relation(child), Relation::Advmod | Relation::Det | Relation::Dep);
        is_tied && parse.lemma(child).is_any(&keys!["not", "no", "never", "n't"])
    })
}
