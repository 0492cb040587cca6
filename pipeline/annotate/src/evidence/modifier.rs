//! Evidence in adverbs, auxiliaries and small words, which bear on their head.
//!
//! Answers for: negation, modal verbs, "whether" and "if", adverbs of doubt. Leaves to its siblings the words that
//! take complements, and vague sources.

use std::ops::Range;

use schema::labels::{EvidenceClass, Relation, Upos};

use super::extent::{SUBJECTS, extent, is_passive, is_past};
use super::hedge::{Entry, Frame};
use super::{Bearing, Place};
use crate::key::{key, keys};
use crate::syntax::Parse;

/// The evidence that the word at `at` is by `entry`, if it is.
pub(super) fn find(parse: Parse<'_>, at: usize, entry: &'static Entry) -> Option<Bearing> {
    let cue = at..at + 1;
    match entry.upos {
        Upos::Aux => modal(parse, at).map(|place| Bearing::new(parse, (cue, entry), place)),
        Upos::Sconj => subordinator(parse, at, entry),
        Upos::Det => determiner(parse, at, entry),
        Upos::Adp => Some(Bearing::new(parse, (cue, entry), Place::phrase(parse, parse.head(at)?))),
        Upos::Pron => Some(Bearing::new(parse, (cue, entry), nominal(parse, at))),
        _ => adverb(parse, at, entry),
    }
}

fn adverb(parse: Parse<'_>, at: usize, entry: &'static Entry) -> Option<Bearing> {
    let next = parse.words.key(at + 1);
    if entry.lemma == "not" && is_no_negation(parse, at) {
        return None;
    }
    let tail = match () {
        () if entry.frames.has(Frame::Than) => next.is(key!("than")),
        () if entry.frames.has(Frame::Of) => next.is(key!("of")),
        () => false,
    };
    if !tail && !entry.frames.has(Frame::Always) {
        return None;
    }
    let cue = at..at + 1 + usize::from(tail);
    let place = match (parse.head(at), aside(parse, at)) {
        (_, Some(aside)) => aside,
        (Some(head), None) => Place::clause(parse, head),
        (None, None) => Place::clause(parse, at),
    };
    Some(Bearing::new(parse, (cue, entry), place))
}

/// Whether "not" at `at` negates nothing: "not only", "or not", "if not".
fn is_no_negation(parse: Parse<'_>, at: usize) -> bool {
    parse.words.key(at + 1).is_any(&keys!["only", "just", "merely", "simply", "least"])
        || parse.words.key_before(at, 1).is_any(&keys!["or", "if", "why"])
}

/// The phrase between two dashes, brackets or commas that starts with the adverb at `at`: "- reportedly a
/// policeman -". The trees often hang its adverb on the clause around it.
fn aside(parse: Parse<'_>, at: usize) -> Option<Place> {
    let closer = match at.checked_sub(1).map(|before| parse.words.form(before))? {
        "(" => ")",
        mark @ ("," | "-" | "–" | "—") => mark,
        _ => return None,
    };
    let end = parse.sentence(at).end;
    let close = (at + 1..end).find(|&place| parse.words.form(place) == closer && !is_hyphen(parse, place))?;
    let words = at + 1..close;
    let is_verbal = |place: usize| matches!(parse.upos(place), Some(Upos::Verb | Upos::Aux));
    if words.is_empty() || words.clone().any(is_verbal) {
        return None;
    }
    let is_inside = |place: usize| words.contains(&place);
    let is_head = |place: &usize| !parse.head(*place).is_some_and(is_inside);
    let is_word = |place: &usize| parse.upos(*place) != Some(Upos::Punct);
    let target = words.clone().rev().filter(is_word).find(is_head)?;
    Some(Place { range: words, target })
}

/// Whether the mark at `at` ties two parts of a word.
fn is_hyphen(parse: Parse<'_>, at: usize) -> bool {
    parse.words.adjoins(at) && parse.words.adjoins(at + 1)
}

/// What the modal verb at `at` bears on; `None` where it says nothing about truth.
fn modal(parse: Parse<'_>, at: usize) -> Option<Place> {
    let head = parse.head(at).filter(|_| parse.relation(at) == Relation::Aux)?;
    let is_modal = match parse.words.key(at) {
        word if word.is(key!("might")) => !is_wish(parse, at),
        word if word.is(key!("may")) => !is_wish(parse, at) && !is_option(parse, head),
        word if word.is(key!("could")) => !is_ability(parse, at, head),
        word if word.is(key!("must")) => has_perfect(parse, head),
        word if word.is_any(&keys!["would", "'d"]) => is_conditional(parse, head),
        _ => false,
    };
    is_modal.then(|| Place::clause(parse, head))
}

/// Whether the modal states a wish or an aim: "May she rest in peace", "so that we may live".
fn is_wish(parse: Parse<'_>, at: usize) -> bool {
    let is_aim = |clause: usize| {
        let first = parse.words.key(parse.reach(clause).start);
        parse.relation(clause) == Relation::Advcl && first.is_any(&keys!["so", "that", "lest"])
    };
    parse.sentence(at).start == at || parse.head(at).is_some_and(is_aim)
}

/// Whether "may" tells what is open to any of a kind, not what perhaps is so: "names may be combined", "you may
/// leave".
fn is_option(parse: Parse<'_>, head: usize) -> bool {
    let Some(subject) = parse.child(head, &SUBJECTS).filter(|_| !has_perfect(parse, head)) else {
        return false;
    };
    let is_also = parse.words.key_before(head, 1).is(key!("also"));
    let is_of_any = (is_passive(parse, head) || is_also) && is_generic(parse, subject);
    is_of_any || parse.words.is(subject, key!("you"))
}

/// Whether the phrase at `at` names any of a kind: a plural without a determiner, or a noun behind "a".
fn is_generic(parse: Parse<'_>, at: usize) -> bool {
    let determiner = parse.child(at, &[Relation::Det, Relation::NmodPoss, Relation::Nummod]);
    let is_any = |place: usize| parse.words.key(place).is_any(&keys!["a", "an", "any", "each", "every"]);
    parse.upos(at) == Some(Upos::Noun) && determiner.is_none_or(is_any)
}

/// Whether "could" tells what somebody was able to do, or asks.
fn is_ability(parse: Parse<'_>, at: usize, head: usize) -> bool {
    let is_denied = parse.words.key(at + 1).is_any(&keys!["not", "n't", "only", "hardly", "barely", "never"]);
    let is_sense = parse.lemma(head).is_any(&keys![
        "see",
        "hear",
        "feel",
        "smell",
        "taste",
        "remember",
        "understand",
        "tell",
        "afford",
        "imagine",
        "speak"
    ]);
    let is_asked = parse.sentence(at).start == at;
    let is_aim = parse.children(head).any(|child| {
        parse.relation(child) == Relation::Mark && parse.words.key(child).is_any(&keys!["so", "as", "than"])
    });
    is_denied && !has_perfect(parse, head) || is_sense && !has_perfect(parse, head) || is_asked || is_aim
}

fn has_perfect(parse: Parse<'_>, head: usize) -> bool {
    parse.children(head).any(|child| {
        parse.relation(child) == Relation::Aux && parse.words.key(child).is_any(&keys!["have", "'ve"])
    })
}

/// Whether "would" before `head` states what depends on something, not what was to come: "said she would resign".
fn is_conditional(parse: Parse<'_>, head: usize) -> bool {
    let has_condition = parse.children(head).any(|child| {
        parse.relation(child) == Relation::Advcl
            && parse
                .words
                .key(parse.reach(child).start)
                .is_any(&keys!["if", "unless", "were", "had", "without"])
    });
    let is_reported =
        parse.relation(head) == Relation::Ccomp && parse.head(head).is_some_and(|cue| is_past(parse, cue));
    has_condition || has_perfect(parse, head) || !is_reported
}

/// "Whether", "if" and "unless" before a clause.
fn subordinator(parse: Parse<'_>, at: usize, entry: &'static Entry) -> Option<Bearing> {
    let clause = parse.head(at).filter(|_| parse.relation(at) == Relation::Mark)?;
    let is_asked = matches!(parse.relation(clause), Relation::Ccomp | Relation::Csubj | Relation::CsubjPass);
    if entry.lemma == "whether" && parse.relation(clause) == Relation::Advcl {
        return None;
    }
    if entry.lemma != "if" || is_asked {
        let class = if is_asked { EvidenceClass::Investigative } else { entry.class };
        let place = match (class, parse.head(clause)) {
            (EvidenceClass::Condition, Some(head)) => Place::clause(parse, head),
            _ => Place::phrase(parse, clause),
        };
        return Some(Bearing::of_class(parse, (at..at + 1, entry, class), place));
    }
    if parse.words.key_before(at, 1).is_any(&keys!["as", "even"]) || parse.words.is(at + 1, key!("not")) {
        return None;
    }
    let head = parse.head(clause).filter(|_| parse.relation(clause) == Relation::Advcl);
    let place = Place::clause(parse, head.unwrap_or(clause));
    Some(Bearing::new(parse, (at..at + 1, entry), place))
}

/// "No" before a noun, and "no longer".
fn determiner(parse: Parse<'_>, at: usize, entry: &'static Entry) -> Option<Bearing> {
    let head = parse.head(at)?;
    if parse.words.key(at + 1).is_any(&keys!["longer", "more"]) && parse.relation(at) == Relation::Advmod {
        let above = parse.head(head)?;
        return Some(Bearing::new(parse, (at..at + 2, entry), Place::clause(parse, above)));
    }
    let is_doubt = parse.lemma(head).is_any(&keys!["doubt", "question", "matter", "wonder"]);
    let place = || nominal(parse, head);
    (parse.relation(at) == Relation::Det && !is_doubt).then(|| Bearing::new(parse, (cue(at), entry), place()))
}

fn cue(at: usize) -> Range<usize> {
    at..at + 1
}

/// What a negated phrase bears on: the clause of which it is subject or object, else itself.
fn nominal(parse: Parse<'_>, at: usize) -> Place {
    let is_argument = SUBJECTS.contains(&parse.relation(at)) || parse.relation(at) == Relation::Obj;
    match parse.head(at).filter(|_| is_argument) {
        Some(head) => Place::clause(parse, head),
        None => Place { range: extent(parse, at, None), target: at },
    }
}
