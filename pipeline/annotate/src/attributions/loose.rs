//! Cues that the tree puts inside a content that is not their place.
//!
//! Answers for: a participle behind a comma ("said that X, adding that Y") and a second verb of the same
//! subject ("said X and called it Y") that hang on the content of the first cue: they go with the first cue's
//! source, and their words leave its content.

use std::ops::Range;

use schema::labels::{CueClass, Relation, Upos};

use super::report::Report;
use super::{group, phrase, source};
use crate::key::{Key, key, keys};
use crate::quotations;
use crate::syntax::Parse;

/// Frees the loose cues among the reports of a sentence, which are in the order of their cues.
pub(super) fn free(parse: Parse<'_>, reports: &mut [Report]) {
    for inner in 1..reports.len() {
        if parse.relation(reports[inner].at) == Relation::Case {
            free_phrase(parse, &mut reports[..=inner]);
            continue;
        }
        let Some(hole) = hole(parse, &reports[inner]) else { continue };
        let Some(outer) = (0..inner).find(|&outer| holds(parse, &reports[outer], &reports[inner])) else {
            continue;
        };
        if parse.child(reports[inner].at, &[Relation::Nsubj, Relation::NsubjPass]).is_none() {
            let source = reports[outer].source.clone();
            reports[inner].source = source;
        }
        for report in &mut reports[outer..inner] {
            cut(parse, report, &hole);
        }
    }
}

/// Takes the last report, of an "according to" behind a comma, out of the contents before it.
fn free_phrase(parse: Parse<'_>, reports: &mut [Report]) {
    let Some((last, before)) = reports.split_last_mut() else { return };
    if parse.words.form_before(last.cue.start) == "," {
        let hole = last.frame();
        before.iter_mut().filter(|report| report.says(last.at)).for_each(|report| cut(parse, report, &hole));
    }
}

/// The words that a loose cue takes with it; `None` where it is not loose by its form.
fn hole(parse: Parse<'_>, report: &Report) -> Option<Range<usize>> {
    let reach = parse.reach(report.at);
    let start = reach
        .clone()
        .find(|&place| !phrase::is_mark(parse, place))
        .unwrap_or(report.at)
        .min(report.cue.start);
    let is_empty = report.contents.is_empty()
        && !(report.cue.end..report.cue.end + 2).any(|at| quotations::is_mark(parse.words.form(at)));
    let end = report.contents.iter().map(|piece| piece.end).fold(reach.end, usize::max);
    link(parse, report, start).filter(|_| !is_empty).map(|_| start..end)
}

/// How a loose cue hangs together with the cue before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    /// A participle behind a comma, with the source of the other.
    Participle,
    /// A second verb, with the source of the other.
    Second,
    /// A clause with a subject of its own, behind a comma.
    Contrast,
}

/// The link of the report whose clause starts at `start`.
fn link(parse: Parse<'_>, report: &Report, start: usize) -> Option<Link> {
    let at = report.at;
    let has_subject = parse.child(at, &[Relation::Nsubj, Relation::NsubjPass]).is_some();
    let is_quote = quotations::is_mark(parse.words.form_before(start));
    let is_parted = matches!(parse.words.form_before(start - usize::from(is_quote)), "," | "–" | "—" | "--");
    let is_contrast = || match parse.relation(at) {
        Relation::AclRelcl => source::relative(parse, at).is_some(),
        Relation::Advcl => parse.words.key(start).is_any(&keys!["while", "though", "although"]),
        _ => false,
    };
    match () {
        () if has_subject && is_parted && is_contrast() => Some(Link::Contrast),
        () if has_subject => None,
        () if is_parted && parse.words.form(at).ends_with("ing") && !is_led(parse, report) => {
            Some(Link::Participle)
        }
        () if parse.relation(at) == Relation::Conj && tense(parse, at).is_some() => Some(Link::Second),
        () => None,
    }
}

/// Whether a word leads to the report's participle, which then belongs to what is said: "as saying", "before
/// ordering them out", but not "while adding that".
fn is_led(parse: Parse<'_>, report: &Report) -> bool {
    let leads = |child| matches!(parse.relation(child), Relation::Mark | Relation::Case);
    let lead = parse.children(report.at).take_while(|&child| child < report.at).find(|&child| leads(child));
    lead.is_some_and(|lead| {
        parse.words.is(lead, key!("as"))
            || report.entry.class != CueClass::Say && !parse.words.is(lead, key!("while"))
    })
}

/// The tense of a verb by its form or that of its auxiliary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tense {
    Past,
    Present,
    Participle,
    Auxiliary(Key),
}

fn tense(parse: Parse<'_>, at: usize) -> Option<Tense> {
    let form = parse.words.form(at);
    if let Some(auxiliary) = parse.child(at, &[Relation::Aux, Relation::AuxPass]) {
        return Some(Tense::Auxiliary(parse.words.key(auxiliary)));
    }
    match () {
        () if parse.child(at, &[Relation::Mark]).is_some() || group::is_passive(parse, at) => None,
        () if form.ends_with("ing") => Some(Tense::Participle),
        () if parse.lemma(at).is(parse.words.key(at)) => None,
        () if form.ends_with('s') => Some(Tense::Present),
        () => Some(Tense::Past),
    }
}

/// Whether the content of `outer` holds the loose cue of `inner` in a place where the cue of `outer` may
/// govern it.
fn holds(parse: Parse<'_>, outer: &Report, inner: &Report) -> bool {
    let is_verb = parse.upos(outer.at) == Some(Upos::Verb);
    let is_inside = outer.at < inner.at && outer.says(inner.at);
    if !is_verb || !is_inside {
        return false;
    }
    if parse.relation(inner.at) != Relation::Conj {
        return true;
    }
    let first = parse.upwards(inner.at).find(|&at| parse.relation(at) != Relation::Conj);
    let is_twin = first.is_some_and(|first| parse.head(first) == Some(outer.at));
    let is_parted =
        parse.words.form(inner.at).ends_with("ing") && parse.words.form_before(inner.cue.start) == ",";
    // A finite verb is no second part of an infinitive.
    let is_infinitive =
        parse.words.is(outer.contents.first().map_or(usize::MAX, |piece| piece.start), key!("to"));
    let is_finite = matches!(tense(parse, inner.at), Some(Tense::Past | Tense::Present));
    is_parted || is_twin && (is_infinitive && is_finite || tense(parse, outer.at) == tense(parse, inner.at))
}

/// Takes the words of `hole`, and the marks and the "and" before it, from what the report says.
fn cut(parse: Parse<'_>, report: &mut Report, hole: &Range<usize>) {
    let mut start = hole.start;
    while start > 0
        && (phrase::is_mark(parse, start - 1) && !quotations::is_mark(parse.words.form(start - 1))
            || parse.relation(start - 1) == Relation::Cc)
    {
        start -= 1;
    }
    if report.contents.iter().any(|piece| piece.start < hole.end && start < piece.end) {
        let pieces = std::mem::take(&mut report.contents);
        let hole = start..hole.end;
        report.contents = pieces
            .into_iter()
            .flat_map(|piece| phrase::without(parse, piece, std::slice::from_ref(&hole)))
            .collect();
    }
}
