//! How a cue frames a quotation.
//!
//! Answers for: finding the cue of a quotation behind it or before it, with its source, and whether the
//! quotation is what is said or only a part of it.

use std::ops::Range;

use schema::Cue;
use schema::labels::AbsentSource;

use super::Source;
use super::cue::{self, Frame, Signal};
use super::function_word::{self, Class, is_mark};
use super::source;
use crate::key::{key, keys};
use crate::quotations::Quotation;
use crate::words::Words;

/// How far behind a quotation its cue may stand, in words.
const REACH: usize = 28;

/// How the cue before a quotation takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// The quotation is what is said.
    Whole,
    /// The quotation is a part of the clause that starts at this place.
    PartOf(usize),
    /// The quotation is a word or phrase for something ("called it “reckless”"): the content is these words.
    Term { start: usize, end: usize },
}

/// A cue with its source.
#[derive(Debug, Clone)]
pub(super) struct Framing {
    pub(super) signal: Signal,
    pub(super) source: Source,
    /// All words of cue and source.
    pub(super) range: Range<usize>,
    pub(super) fit: Fit,
}

fn framing(words: Words<'_>, signal: Signal, source: Option<Range<usize>>, fit: Fit) -> Framing {
    let from = source.as_ref().map_or(signal.group, |source| source.start.min(signal.group));
    let to = source.as_ref().map_or(signal.end, |source| source.end.max(signal.end));
    let absent = if signal.is_passive { AbsentSource::Passive } else { AbsentSource::NotFound };
    let source = source.filter(|_| !signal.is_passive).map(|range| words.span(range)).ok_or(absent);
    Framing { signal, source, range: from..to, fit }
}

/// The cue behind a quotation, looked for up to `ceiling`.
pub(super) fn behind(words: Words<'_>, quotation: &Quotation, ceiling: usize) -> Option<Framing> {
    let is_closing = |mark: char| matches!(mark, '"' | '\'' | '”' | '’' | '»');
    let last = quotation.content.of(words.text).trim_end_matches(is_closing).chars().next_back()?;
    let is_parted = matches!(words.form(quotation.end), "," | "–" | "—" | "--" | "-");
    let start = quotation.end + usize::from(is_parted);
    if let Some(signal) = cue::signal(words, start).filter(Signal::is_according) {
        let source = source::behind(words, signal.end, ceiling);
        return Some(framing(words, signal, source, Fit::Whole)).filter(|_| is_parted || ends_clause(last));
    }
    if !quotation.is_closed() || !(is_parted || ends_clause(last)) {
        return None;
    }
    // Behind a full stop a new sentence starts: it must be nothing but source and cue.
    let is_strict = last == '.' && !is_parted && words.is_capitalised(start);
    inverted(words, start, ceiling).or_else(|| {
        straight(words, start, ceiling)
            .filter(|framing| !is_strict || ends_sentence(words, framing.signal.end))
    })
}

fn ends_clause(last: char) -> bool {
    matches!(last, ',' | '.' | '?' | '!' | '…' | '-' | '—' | '–' | ';')
}

/// `said X`.
fn inverted(words: Words<'_>, start: usize, ceiling: usize) -> Option<Framing> {
    let adverb = usize::from(function_word::is(words, start, Class::Adverb));
    let signal = cue::signal(words, start + adverb)
        .filter(|signal| !signal.verb.is_participle && words.is_lower(signal.at))?;
    let source = source::behind(words, signal.end, ceiling);
    Some(framing(words, signal, source, Fit::Whole))
}

/// `X said`.
fn straight(words: Words<'_>, start: usize, ceiling: usize) -> Option<Framing> {
    let end = ceiling.min(start + REACH);
    let at = (start..end)
        .find(|&at| matches!(words.form(at), "." | ";" | ":" | "!" | "?") || is_verb(words, at))?;
    let signal = cue::signal(words, at).filter(|signal| signal.group > start)?;
    let source = source::before(words, start, signal.group).filter(|source| source.start == start)?;
    Some(framing(words, signal, Some(source), Fit::Whole))
}

/// Whether nothing but an adverbial follows the cue that ends before `next`.
fn ends_sentence(words: Words<'_>, next: usize) -> bool {
    let class = function_word::class(words, next);
    is_mark(words, next)
        || next >= words.len()
        || matches!(class, Some(Class::Preposition | Class::Time))
        || words.is(next, key!("according"))
}

fn is_verb(words: Words<'_>, at: usize) -> bool {
    words.is_lower(at)
        && cue::signal(words, at).is_some_and(|signal| !signal.verb.is_participle && !signal.is_according())
}

/// The cue before a quotation in its sentence, looked for from `floor` on.
pub(super) fn before(words: Words<'_>, quotation: &Quotation, floor: usize) -> Option<Framing> {
    let sentence = words.tokens[quotation.start].sentence;
    let floor = floor.max(words.tokens.partition_point(|token| token.sentence < sentence));
    let signal = (floor..quotation.start).rev().find_map(|at| {
        let is_lower = words.is_lower(at) || at == floor;
        cue::signal(words, at)
            .filter(|signal| is_lower && signal.end <= quotation.start && !signal.is_according())
    })?;
    let fit = fit(words, &signal, quotation)?;
    let source = subject(words, &signal, floor);
    Some(framing(words, signal, source, fit))
}

/// The cue and source of a paragraph that ends with a colon.
pub(super) fn before_colon(words: Words<'_>) -> Option<(Cue, Source)> {
    let colon = words.len().checked_sub(1).filter(|&last| words.form(last) == ":")?;
    let sentence = words.tokens[colon].sentence;
    let floor = words.tokens.partition_point(|token| token.sentence < sentence);
    let signal =
        (floor..colon).rev().find_map(|at| cue::signal(words, at).filter(|signal| !signal.is_according()))?;
    let source = subject(words, &signal, floor).map(|range| words.span(range)).ok_or(AbsentSource::NotFound);
    Some((signal.cue(words), source))
}

/// How the cue takes a quotation behind it.
fn fit(words: Words<'_>, signal: &Signal, quotation: &Quotation) -> Option<Fit> {
    let gap = signal.end..quotation.start;
    let lead = if gap.is_empty() { "" } else { words.form(gap.end - 1) };
    let clause = clause_start(words, signal, gap.clone());
    match lead {
        "" | ":" => Some(Fit::Whole),
        "," if gap.len() <= 12 && clause.is_none() => Some(Fit::Whole),
        _ if signal.verb.frame == Frame::Quote && is_manner(words, signal, gap.clone()) => Some(Fit::Whole),
        _ if signal.verb.frame == Frame::Quote => (gap.len() <= 8)
            .then(|| Fit::Term { start: gap.start, end: source::noun_end(words, quotation.end) }),
        _ => match clause {
            Some(start) => Some(Fit::PartOf(start)),
            None if is_aside(words, signal, gap.clone()) => Some(Fit::Whole),
            None => Some(Fit::PartOf(gap.start)),
        },
    }
}

/// Where a clause starts inside the gap: behind "that", or at the first word when a verb follows.
fn clause_start(words: Words<'_>, signal: &Signal, gap: Range<usize>) -> Option<usize> {
    if let Some(that) = gap.clone().find(|&at| words.is(at, key!("that"))) {
        return Some(that + 1);
    }
    let has_verb = gap.clone().any(|at| function_word::is(words, at, Class::Auxiliary));
    has_verb
        .then(|| super::indirect::content_start(words, signal).unwrap_or(gap.start).clamp(gap.start, gap.end))
}

/// Whether the words between cue and quotation only say to whom, where or how.
fn is_aside(words: Words<'_>, signal: &Signal, gap: Range<usize>) -> bool {
    let starts = function_word::is(words, gap.start, Class::Preposition) || signal.verb.frame == Frame::Tell;
    starts
        && gap.len() <= 8
        && !gap.clone().any(|at| function_word::is(words, at, Class::Determiner) && at + 1 == gap.end)
}

/// Whether the words between cue and quotation only say in which language or to whom: "shouted in Finnish",
/// "yelled at the guard". "Called it", "accused of" and "described as" take the quotation for a term.
fn is_manner(words: Words<'_>, signal: &Signal, gap: Range<usize>) -> bool {
    words.key(gap.start).is_any(&keys!["at", "from", "in", "into", "to", "towards"])
        && is_aside(words, signal, gap)
}

/// Who speaks, looked for before the cue.
pub(super) fn subject(words: Words<'_>, signal: &Signal, floor: usize) -> Option<Range<usize>> {
    let end = signal.group;
    let is_parted = end > floor && matches!(words.form(end - 1), "," | "and" | "but");
    if is_parted && (signal.verb.is_participle || words.form(end - 1) != ",") {
        // ", calling it", "and warned": the subject is that of the sentence's first verb of saying.
        let first = (floor..end)
            .take(REACH * 2)
            .find_map(|at| cue::signal(words, at).filter(|first| !first.verb.is_participle));
        return match first {
            Some(first) => source::before(words, floor, first.group),
            None => source::leading(words, floor, end),
        };
    }
    if signal.verb.is_participle {
        return source::nearest(words, floor, end);
    }
    if end > floor && words.key(end - 1).is_any(&keys!["who", "which"]) {
        let antecedent = end - 1 - usize::from(end > floor + 1 && words.form(end - 2) == ",");
        return source::nearest(words, floor, antecedent).or(Some(end - 1..end));
    }
    source::before(words, floor, end)
}
