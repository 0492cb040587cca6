//! The direction in which an expression lies, told by the verb that it stands with.
//!
//! Answers for: whether "Monday" is the last or the next one: the nearest verb above it in the tree, its
//! auxiliaries and the words that speak of what is planned. Leaves to `resolve` what follows from it.

use std::ops::Range;
use std::sync::LazyLock;

use schema::labels::{Relation, Upos};

use crate::key::{key, keys};
use crate::lexicon::{Lexicon, rows};
use crate::syntax::Parse;

/// Where the day lies, seen from the day of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    /// A verb in the present: what is arranged, or what goes on.
    Present,
    Future,
    /// No verb tells.
    Unknown,
}

/// What a word says of what lies ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prospect {
    Plan,
    Event,
}

/// The words that speak of what lies ahead.
static PROSPECTS: LazyLock<Lexicon<Prospect>> = LazyLock::new(|| {
    Lexicon::new(rows(include_str!("../../data/prospects.tsv")).filter_map(|row| match row[..] {
        [lemma, "plan"] => Some((lemma, Prospect::Plan)),
        [lemma, "event"] => Some((lemma, Prospect::Event)),
        _ => None,
    }))
});

/// The direction of the expression that takes these places of the article.
pub(super) fn of(parse: Parse<'_>, places: Range<usize>) -> Direction {
    let is_outside = |head: Option<usize>| head.is_none_or(|head| !places.contains(&head));
    let Some(top) = places.clone().find(|&at| is_outside(parse.head(at))) else { return Direction::Unknown };
    match lead(parse, places.start) {
        Direction::Unknown => {}
        direction => return direction,
    }
    let has_case = |words: &[_]| parse.children(top).any(|child| parse.words.key(child).is_any(words));
    if has_case(&keys!["since"]) {
        return Direction::Past;
    }
    match governed(parse, top) {
        Direction::Unknown | Direction::Present if has_case(&keys!["by", "until", "till", "through"]) => {
            Direction::Future
        }
        Direction::Past if has_case(&keys!["until", "till"]) && is_still(parse, top) => Direction::Future,
        direction => direction,
    }
}

/// The direction that "as early as" or "as recently as" before the place `start` tells.
fn lead(parse: Parse<'_>, start: usize) -> Direction {
    let Some(first) = start.checked_sub(3).filter(|&first| parse.words.is(first, key!("as"))) else {
        return Direction::Unknown;
    };
    if !parse.words.is(first + 2, key!("as")) {
        return Direction::Unknown;
    }
    match parse.words.key(first + 1) {
        word if word.is_any(&keys!["early", "soon"]) => Direction::Future,
        word if word.is(key!("recently")) => Direction::Past,
        _ => Direction::Unknown,
    }
}

/// The direction that the words above the one at `top` tell.
fn governed(parse: Parse<'_>, top: usize) -> Direction {
    // "In December or January": the second lies where the first does.
    let is_listed =
        |at: &usize| parse.relation(*at) == Relation::Conj && parse.upos(*at) == Some(Upos::Propn);
    let top = parse.upwards(top).find(|at| !is_listed(at)).unwrap_or(top);
    // "The talks are on Tuesday": the expression is the predicate.
    if parse.child(top, &[Relation::Cop]).is_some() {
        return of_verb(parse, top);
    }
    // Names and nouns hang a few steps below their verb.
    let above = parse.upwards(top).skip(1).take(8).enumerate();
    let mut is_meeting = false;
    for (steps, at) in above {
        is_meeting |= is_arranged(parse, at);
        if is_planned(parse, at) {
            return if is_past_auxiliary(parse, at) { Direction::Unknown } else { Direction::Future };
        }
        if is_predicate(parse, at) {
            let direction = of_verb(parse, at);
            // "will appeal Friday's ruling" tells nothing of Friday; of a meeting it does.
            let is_direct = steps == 0 || is_meeting || direction == Direction::Past;
            return if is_direct { direction } else { Direction::Unknown };
        }
    }
    Direction::Unknown
}

/// Whether the verb above the word at `top` speaks of what lasts: "has until Friday".
fn is_still(parse: Parse<'_>, top: usize) -> bool {
    let verb = parse.upwards(top).skip(1).find(|&at| is_predicate(parse, at));
    verb.is_some_and(|at| has_present_auxiliary(parse, at))
}

/// Whether the word at `at` is the verb of a clause, or what a copula links.
fn is_predicate(parse: Parse<'_>, at: usize) -> bool {
    let is_gerund = parse.words.form(at).ends_with("ing") && auxiliaries(parse, at).next().is_none();
    parse.upos(at) == Some(Upos::Verb) && !is_gerund
        || parse.child(at, &[Relation::Cop]).is_some()
        || parse.upos(at) == Some(Upos::Aux) && parse.relation(at) != Relation::Aux
}

/// Whether the word at `at` speaks of what is to come: "scheduled", "due", "plans".
fn is_planned(parse: Parse<'_>, at: usize) -> bool {
    PROSPECTS.get(parse.lemma(at)) == Some(Prospect::Plan)
}

/// Whether the word at `at` names what is arranged before it happens: "summit", "hearing".
fn is_arranged(parse: Parse<'_>, at: usize) -> bool {
    PROSPECTS.get(parse.lemma(at)) == Some(Prospect::Event)
}

/// The auxiliaries and copulas of the word at `at`.
fn auxiliaries(parse: Parse<'_>, at: usize) -> impl Iterator<Item = usize> {
    parse.children(at).filter(move |&child| {
        matches!(parse.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop)
    })
}

/// Whether an auxiliary puts the word at `at` into the past: "was scheduled", "had planned".
fn is_past_auxiliary(parse: Parse<'_>, at: usize) -> bool {
    auxiliaries(parse, at).any(|aux| parse.words.key(aux).is_any(&keys!["was", "were", "had", "been", "did"]))
}

/// Whether the word at `at` has "has" or "have" before it.
fn has_present_auxiliary(parse: Parse<'_>, at: usize) -> bool {
    auxiliaries(parse, at).any(|aux| parse.words.key(aux).is_any(&keys!["has", "have", "'ve", "'s"]))
}

/// The direction of a verb by its auxiliaries and its form.
fn of_verb(parse: Parse<'_>, at: usize) -> Direction {
    let has = |words: &[_]| auxiliaries(parse, at).any(|aux| parse.words.key(aux).is_any(words));
    let is_past = has(&keys!["have", "has", "had", "'ve", "been", "was", "were", "did"]);
    // "Would have opened this spring": it may still lie ahead.
    if is_past && has(&keys!["would"]) {
        return Direction::Unknown;
    }
    if is_past {
        return Direction::Past;
    }
    let modals = keys![
        "will", "'ll", "wo", "shall", "would", "'d", "may", "might", "can", "could", "should", "must", "ca",
        "going",
    ];
    if has(&modals) {
        return Direction::Future;
    }
    if is_infinitive(parse, at) {
        return of_infinitive(parse, at);
    }
    if has(&keys!["is", "are", "am", "'s", "'re", "'m", "be", "do", "does"]) {
        return Direction::Present;
    }
    of_form(parse, at)
}

/// Whether "to" stands before the verb at `at`.
fn is_infinitive(parse: Parse<'_>, at: usize) -> bool {
    parse.children(at).any(|child| {
        child < at
            && parse.upos(child) == Some(Upos::Part)
            && parse.words.form(child).eq_ignore_ascii_case("to")
    })
}

/// An infinitive lies where the verb above it says: ahead of "plans", behind "failed".
fn of_infinitive(parse: Parse<'_>, at: usize) -> Direction {
    let Some(above) = parse.head(at) else { return Direction::Future };
    if is_planned(parse, above) && !is_past_auxiliary(parse, above) || !is_predicate(parse, above) {
        return Direction::Future;
    }
    let is_aim = parse
        .lemma(above)
        .is_any(&keys!["want", "agree", "decide", "ask", "urge", "order", "wait", "call", "try", "be"]);
    match of_verb(parse, above) {
        Direction::Past if !is_aim => Direction::Past,
        _ => Direction::Future,
    }
}

/// The direction of a verb's form alone.
fn of_form(parse: Parse<'_>, at: usize) -> Direction {
    let form = parse.words.form(at);
    let is_base = parse.lemma(at) == parse.words.key(at);
    let is_reported = parse.lemma(at).is_any(&keys!["say", "tell", "report", "show", "add", "write", "note"]);
    let is_same_in_past = parse.words.key(at).is_any(&keys![
        "cut", "hit", "put", "let", "shut", "quit", "beat", "cost", "hurt", "read", "set", "split", "spread",
        "burst", "cast", "bet",
    ]);
    let is_present = is_base || form.ends_with('s') && parse.upos(at) == Some(Upos::Verb);
    match is_present {
        true if is_reported || is_same_in_past => Direction::Past,
        true => Direction::Present,
        false => Direction::Past,
    }
}
