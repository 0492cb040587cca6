//! The runs of words that stand below a word of a tree.
//!
//! Answers for: cutting holes into a run, and the marks at its edges, which belong to no source and no
//! content.

use std::ops::Range;

use schema::labels::{Relation, Upos};

use crate::quotations;
use crate::syntax::Parse;

/// What is left of `range` without `holes`, each run without the marks at its edges.
pub(super) fn without(parse: Parse<'_>, range: Range<usize>, holes: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut pieces = Vec::with_capacity(holes.len() + 1);
    let mut start = range.start;
    while start < range.end {
        let next = holes.iter().filter(|hole| hole.end > start).min_by_key(|hole| hole.start);
        let end = next.map_or(range.end, |hole| hole.start.clamp(start, range.end));
        pieces.extend(trimmed(parse, start..end));
        start = next.map_or(range.end, |hole| hole.end);
    }
    pieces
}

/// The words below `head` in runs: words of others that stand between them are left out.
pub(super) fn below(parse: Parse<'_>, head: usize) -> Vec<Range<usize>> {
    let reach = parse.reach(head);
    let outsider = |at: &usize| !parse.is_below(*at, head);
    let Some(first) = reach.clone().find(outsider) else {
        return trimmed(parse, reach).into_iter().collect();
    };
    let end = (first..reach.end).find(|at| parse.is_below(*at, head)).unwrap_or(reach.end);
    let mut pieces = without(parse, reach.start..first, &[]);
    pieces.extend(without(parse, end..reach.end, &holes_behind(parse, head, end..reach.end)));
    pieces
}

/// The runs of words in `range` that do not stand below `head`.
fn holes_behind(parse: Parse<'_>, head: usize, range: Range<usize>) -> Vec<Range<usize>> {
    range.filter(|&at| !parse.is_below(at, head)).map(|at| at..at + 1).collect()
}

/// `range` without the marks at its edges; `None` where nothing is left.
pub(super) fn trimmed(parse: Parse<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let (mut start, mut end) = (range.start, range.end);
    loop {
        let kept = (start, end);
        start += usize::from(start < end && is_loose(parse, start, &(start..end)));
        end -= usize::from(start < end && is_loose(parse, end - 1, &(start..end)));
        if kept == (start, end) {
            return (start < end).then_some(start..end);
        }
    }
}

/// Whether the word at `at`, an edge of `range`, is a mark that does not belong to what stands there.
fn is_loose(parse: Parse<'_>, at: usize, range: &Range<usize>) -> bool {
    if !is_mark(parse, at) {
        return false;
    }
    let form = parse.words.form(at);
    if quotations::is_mark(form) {
        // A mark stays with its partner, unless both are the edges.
        let is_partner =
            |&place: &usize| place != at && quotations::are_partners(form, parse.words.form(place));
        let other = range.clone().find(is_partner);
        return other.is_none_or(|place| place + at + 1 == range.start + range.end);
    }
    let is_pair = |open: &str, close: &str| {
        let other = if form == open { close } else { open };
        (form == open || form == close) && range.clone().any(|place| parse.words.form(place) == other)
    };
    !is_pair("(", ")") && !is_pair("[", "]")
}

/// Whether the token at `at` is a mark.
pub(super) fn is_mark(parse: Parse<'_>, at: usize) -> bool {
    match parse.upos(at) {
        Some(upos) => upos == Upos::Punct,
        None => !parse.words.form(at).starts_with(char::is_alphanumeric),
    }
}

/// Whether `range` holds anything but marks.
pub(super) fn has_word(parse: Parse<'_>, mut range: Range<usize>) -> bool {
    range.any(|at| !is_mark(parse, at))
}

/// The noun phrase of the word at `head`: all that stands below it, without what only introduces it.
pub(super) fn noun_phrase(parse: Parse<'_>, head: usize) -> Option<Range<usize>> {
    // A comma far off may hang on the noun: the phrase is the run of words around its head.
    let reach = parse.reach(head);
    let is_outside = |at: &usize| !parse.is_below(*at, head);
    let mut start = (reach.start..head).rev().find(is_outside).map_or(reach.start, |at| at + 1);
    let end = (head..reach.end).find(is_outside).unwrap_or(reach.end);
    while start < head && is_introduction(parse, start, head) {
        start += 1;
    }
    trimmed(parse, start..end)
}

/// Whether the word at `at` only leads to the noun at `head`: its preposition, a conjunction, a mark.
fn is_introduction(parse: Parse<'_>, at: usize, head: usize) -> bool {
    let of_head = parse.head(at) == Some(head);
    let is_fixed = parse.relation(at) == Relation::Fixed;
    is_mark(parse, at)
        || is_fixed
        || of_head && matches!(parse.relation(at), Relation::Case | Relation::Cc | Relation::Mark)
}
